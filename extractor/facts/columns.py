"""The cells of the tables in a canonical text, each with the heading of its column.

A table is a run of lines whose cells are separated by tabs. Its headings are the rows before
the first one that holds a figure; a year alone (``2024``) is a heading's figure. A run that
begins with figures goes on with the headings of the run just before it.

>>> [(cell.testo, cell.intestazione) for cell in cells("Voce\\tImporto €\\nLavori\\t1.200")]
[('Lavori', 'Voce'), ('1.200', 'Importo €')]
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

import regex

_TABLE = regex.compile(r"[^\n]*+(?:\n[^\n\t]*\t[^\n]*+)*+")
_FIGURES = re.compile(r"\s*(?:€|EUR|euro)?\s*[-+]?\d[\d.,’'/: ]*(?:%|€|euro)?\s*", re.IGNORECASE)
_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*")

# What the headings of accounting tables and lists of applicants begin with.
_HEADING_WORD = regex.compile(
    r"\W*(?:n(?:\.|°|umero\b|r\.)|import[oi]\b|(?:sub\s?-?\s?)?impegn|accertament|esercizio|annualità"
    r"|anno\b|capitol|cap\.|codice|descrizione|denominazione|cup\b|cig\b|data\b|esito|not[ae]\b|contribut"
    r"|punteggio|total[ei]\b|spes[ae]\b|cost[oi]\b|beneficiari|creditore|soggetto|piano|mission|fattur|iva\b"
    r"|%|€|id\b|richiedente|protocollo|prot\.|quantità|prezzo|imponibile)",
    regex.IGNORECASE,
)

_MAX_HEADING_ROWS = 4
_MAX_HEADING = 120
# Beyond this much running text between two runs, the second is a table of its own.
_MAX_GAP = 200


class HeadedCell(NamedTuple):
    """A cell: ``text[inizio:fine]``, its column's heading, and the first cell of its row."""

    inizio: int
    fine: int
    testo: str
    intestazione: str
    riga: str


Told = TypeVar("Told")


class _Cell(NamedTuple):
    inizio: int
    fine: int
    testo: str
    colonna: int


@lru_cache(maxsize=2)
def cells(text: str) -> tuple[HeadedCell, ...]:
    """Every cell of a table in ``text`` but those of the headings, in text order.

    A cell whose column has no heading has an empty ``intestazione``.
    """
    return tuple(_cells(text))


def cells_under(
    text: str, tell: Callable[[str], Told | None]
) -> Iterator[tuple[int, HeadedCell, Told]]:
    """The cells whose heading tells something: place among ``cells``, cell, and what it tells.

    ``tell`` is asked once for each heading, of which there are few, and answers None (or what
    is empty) for one that tells nothing.
    """
    told = {heading: what for heading in _distinct_headings(text) if (what := tell(heading))}
    if not told:
        return
    for at, cell in enumerate(cells(text)):
        what = told.get(cell.intestazione)
        if what is not None:
            yield at, cell, what


@lru_cache(maxsize=2)
def _distinct_headings(text: str) -> frozenset[str]:
    return frozenset(cell.intestazione for cell in cells(text))


def _cells(text: str) -> Iterator[HeadedCell]:
    headings: dict[int, str] = {}
    end = -_MAX_GAP
    for start, stop in _tables(text):
        if start - end > _MAX_GAP:
            headings = {}
        end = stop
        rows = _rows(text, start, stop)
        above = _heading_rows(rows)
        if above:
            headings = _headings(rows[:above])
        again: list[list[_Cell]] = []
        for row in rows[above:]:
            if _is_heading_again(row, headings):
                again = [*again[-_MAX_HEADING_ROWS:], row]
                headings = _headings(again)
                continue
            again = []
            label = row[0].testo
            for inizio, fine, testo, colonna in row:
                yield HeadedCell(inizio, fine, testo, headings.get(colonna, ""), label)


def _tables(text: str) -> Iterator[tuple[int, int]]:
    """The runs of lines that hold a tab each."""
    tab = text.find("\t")
    while tab >= 0:
        start = text.rfind("\n", 0, tab) + 1
        table = _TABLE.match(text, start)
        end = table.end() if table else tab + 1
        yield start, end
        tab = text.find("\t", end)


def _rows(text: str, start: int, end: int) -> list[list[_Cell]]:
    rows = []
    at = start
    for line in text[start:end].split("\n"):
        row = []
        for column, words in enumerate(line.split("\t")):
            if words and not words.isspace():
                row.append(_Cell(at, at + len(words), words, column))
            at += len(words) + 1
        if row:
            rows.append(row)
    return rows


def _heading_rows(rows: Sequence[Sequence[_Cell]]) -> int:
    """How many rows at the top are headings: none where the table begins with figures."""
    for count, row in enumerate(rows[: _MAX_HEADING_ROWS + 1]):
        if any(_is_figure(cell.testo) for cell in row):
            return count
    # No figures in sight: a table of words, of which the first row names the columns.
    return 1 if len(rows) > 1 else 0


def _headings(rows: Sequence[Sequence[_Cell]]) -> dict[int, str]:
    found: dict[int, str] = {}
    for row in rows:
        for cell in row:
            before = found.get(cell.colonna)
            words = cell.testo.strip()[:_MAX_HEADING]
            found[cell.colonna] = f"{before} {words}" if before else words
    return found


def _is_heading_again(row: Sequence[_Cell], headings: dict[int, str]) -> bool:
    """Whether the headings are printed again, as on a new page, or those of a next table begin."""
    if len(row) < 2:
        return False
    if all(headings.get(cell.colonna, "").startswith(cell.testo.strip()) for cell in row):
        return True
    if any(_is_figure(cell.testo) or len(cell.testo) > _MAX_HEADING for cell in row):
        return False
    words = sum(_HEADING_WORD.match(cell.testo) is not None for cell in row)
    return words >= 3 and words * 3 >= len(row) * 2


def _is_figure(text: str) -> bool:
    return _FIGURES.fullmatch(text) is not None and _YEAR.fullmatch(text) is None
