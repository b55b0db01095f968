"""The tables of an act as the readers of sheets see them, from a PDF or from plain text.

A PDF's tables come with the document; in plain text a table is a run of lines whose cells are
separated by tabs. Either way a reader gets the same grids.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.structure.sheets.values import AMOUNT, DATE, clean
from models import Act, Cell, Table

_LONGEST_TITLE_OF_A_COLUMN = 120
_VALUE = re.compile(rf"(?:{AMOUNT}|{DATE}.*|[xX✓]|-|\d+)", re.I)
_RULE = re.compile(r"[-–—=_|:\s]*")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the spans of its cells, the first ``intestazioni`` rows being titles of columns."""

    inizio: int
    fine: int
    righe: tuple[tuple[Cell, ...], ...]
    intestazioni: int = 0

    def heading(self, text: str) -> tuple[str, ...]:
        """The title of each column, the rows of a heading of several rows joined."""
        rows = self.righe[: self.intestazioni]
        width = max((len(row) for row in rows), default=0)
        return tuple(
            clean(" ".join(text[row[at].inizio : row[at].fine] for row in rows if at < len(row)))
            for at in range(width)
        )

    def body(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows below the heading."""
        return self.righe[self.intestazioni :]


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader of sheets reads: the text, the bounds of the act in it, and its tables."""

    testo: str
    inizio: int
    fine: int
    griglie: tuple[Grid, ...]

    def read(self, cell: Cell) -> str:
        """The words of a cell on one line."""
        return clean(self.testo[cell.inizio : cell.fine])


def source(text: str, act: Act, tables: Sequence[Table]) -> Source:
    """The act's text with its tables: those of the document, and those that the text draws."""
    given = [
        Grid(table.inizio, table.fine, _trimmed(text, table.righe), table.intestazioni)
        for table in tables
        if act.inizio <= table.inizio and table.fine <= act.fine
    ]
    drawn = [
        grid
        for grid in tab_grids(text, act.inizio, act.fine)
        if not any(grid.inizio < other.fine and other.inizio < grid.fine for other in given)
    ]
    found = [_headed(text, grid) for grid in sorted([*given, *drawn], key=lambda g: g.inizio)]
    return Source(text, act.inizio, act.fine, tuple(found))


def tab_grids(text: str, inizio: int, fine: int) -> Iterator[Grid]:
    """Tables drawn with tabs: two or more lines in a row, each of two or more cells."""
    rows: list[tuple[Cell, ...]] = []
    at = inizio
    while at < fine:
        end = text.find("\n", at, fine)
        end = fine if end < 0 else end
        row = _row(text, at, end)
        if len(row) > 1:
            rows.append(row)
        elif rows:
            yield from _run(rows)
            rows = []
        at = end + 1
    yield from _run(rows)


def _run(rows: list[tuple[Cell, ...]]) -> Iterator[Grid]:
    if len(rows) > 1:
        yield Grid(rows[0][0].inizio, rows[-1][-1].fine, tuple(rows))


def _row(text: str, inizio: int, fine: int) -> tuple[Cell, ...]:
    """The cells of a line; none where it is a rule drawn with hyphens."""
    if "\t" not in text[inizio:fine] or _RULE.fullmatch(text, inizio, fine):
        return ()
    cells = []
    at = inizio
    for piece in text[inizio:fine].split("\t"):
        cells.append(_trim(text, at, at + len(piece)))
        at += len(piece) + 1
    return tuple(cells)


def _trimmed(text: str, rows: Sequence[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(_trim(text, cell.inizio, cell.fine) for cell in row) for row in rows)


def _trim(text: str, inizio: int, fine: int) -> Cell:
    """The span without the white space around its words."""
    piece = text[inizio:fine]
    inizio += len(piece) - len(piece.lstrip())
    return Cell(inizio, max(inizio, inizio + len(piece.strip())))


def _headed(text: str, grid: Grid) -> Grid:
    """The grid with its heading counted, where the document did not say which rows it is."""
    if grid.intestazioni or not grid.righe or not _titles(text, grid.righe[0]):
        return grid
    return Grid(grid.inizio, grid.fine, grid.righe, 1)


def _titles(text: str, row: tuple[Cell, ...]) -> bool:
    """Whether a row can be the titles of columns: short words, no amount, date or mark."""
    words = [clean(text[cell.inizio : cell.fine]) for cell in row]
    named = [word for word in words if word]
    return (
        len(named) >= 2
        and len(named) * 2 > len(words)
        and all(len(word) <= _LONGEST_TITLE_OF_A_COLUMN for word in named)
        and not any(_VALUE.fullmatch(word) and not re.fullmatch(r"20\d\d", word) for word in named)
    )
