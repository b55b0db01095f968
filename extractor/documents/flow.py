"""From blocks to a Document: for every kind of file that has no places on a page."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from extractor.documents.block import Block
from extractor.documents.emphasis import unmarked
from models import Cell, Document, Furniture, Page, Table
from models.document import Box

_VALUE = re.compile(r"[€\d.,:/%()\s+-]{1,40}")
_DIGIT = re.compile(r"\d")
_NOWHERE = Box(0.0, 0.0, 0.0, 0.0)


def _is_value(cell: str) -> bool:
    return bool(_DIGIT.search(cell) and _VALUE.fullmatch(cell))


def header_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many of a table's first rows are its header, by where its values begin.

    >>> header_rows([["", "Erogati"], ["2013", "1.568.556"], ["2014", "1.553.243"]])
    1
    >>> header_rows([["Denominazione", "Polo dei pagamenti"], ["Referente", "Ada Neri"]])
    0
    """
    if len(rows) < 2:
        return 0
    for at, row in enumerate(rows[:3]):
        if any(_is_value(cell) for cell in row):
            return at
    several = max(map(len, rows)) > 2
    short = all(len(cell) < 60 for cell in rows[0])
    return int(several and short and sum(map(bool, rows[0])) > 1)


def _table(rows: list[tuple[int, tuple[Cell, ...]]], text: str, heads: int | None) -> Table:
    """The table of consecutive rows, each with its page; repeated headers are left out."""
    words = [[text[cell.inizio : cell.fine] for cell in cells] for _, cells in rows]
    count = header_rows(words) if heads is None else heads
    header = words[:count]
    kept = [
        cells
        for at, (_, cells) in enumerate(rows)
        if at < count or not count or words[at] not in header
    ]
    return Table(
        rows[0][0], rows[0][1][0].inizio, rows[-1][1][-1].fine, tuple(kept), intestazioni=count
    )


def _tables(
    rows: list[tuple[int, int, tuple[Cell, ...]]], text: str, heads: Mapping[int, int]
) -> Iterable[Table]:
    """Tables from (group, page, cells); a group that repeats the header of the last joins it."""
    joined: list[tuple[int, list[tuple[int, tuple[Cell, ...]]]]] = []
    for group, members in groupby(rows, key=lambda row: row[0]):
        body = [(page, cells) for _, page, cells in members]
        if joined and _continues(joined[-1][1], body, text):
            joined[-1][1].extend(body)
        else:
            joined.append((group, body))
    for group, body in joined:
        yield _table(body, text, heads.get(group))


def _continues(
    before: list[tuple[int, tuple[Cell, ...]]], after: list[tuple[int, tuple[Cell, ...]]], text: str
) -> bool:
    """Whether a table goes on in the next one: nothing between them, the same header again."""
    gap = text[before[-1][1][-1].fine : after[0][1][0].inizio]
    first, again = ([text[c.inizio : c.fine] for c in rows[0][1]] for rows in (before, after))
    return not gap.strip() and first == again and len(first) > 1


def compose(
    data: bytes,
    nome: str,
    formato: str,
    blocks: Iterable[Block],
    *,
    heads: Mapping[int, int] | None = None,
    margins: Sequence[str] = (),
    avvisi: Sequence[str] = (),
) -> Document:
    """The Document of a file's blocks.

    ``heads`` says how many header rows the table of a group has, where the file says so;
    ``margins`` are the running lines that were taken out of the text.
    """
    pieces: list[str] = []
    rows: list[tuple[int, int, tuple[Cell, ...]]] = []
    starts: dict[int, int] = {}
    at = 0
    for block in _trimmed(blocks):
        cells = tuple(" ".join(unmarked(cell).split()) for cell in block.celle)
        words = "\t".join(cells) if cells else " ".join(unmarked(block.testo).split())
        if not words.strip():
            continue
        starts.setdefault(block.pagina, at)
        if cells:
            rows.append((block.gruppo, block.pagina, _cells(cells, at)))
        pieces.append(words)
        at += len(words) + 1
    text = "\n".join(pieces)
    return Document(
        id=hashlib.sha256(data).hexdigest(),
        nome=nome,
        formato=formato,
        testo=text,
        pagine=_pages(starts, len(text), margins),
        margine="\n".join(margins),
        tabelle=tuple(_tables(rows, text, heads or {})),
        avvisi=tuple(avvisi),
    )


def _trimmed(blocks: Iterable[Block]) -> Iterable[Block]:
    """Rows without the empty cells after the last used column of their table: converters pad
    every row to the widest one, which a table inside a cell may have made wider than any."""
    for group, members in groupby(blocks, key=lambda block: block.gruppo if block.celle else 0):
        if not group:
            yield from members
            continue
        rows = list(members)
        columns = max(
            (at + 1 for row in rows for at, cell in enumerate(row.celle) if cell.strip()), default=1
        )
        for row in rows:
            yield row._replace(celle=row.celle[:columns])


def _cells(words: Sequence[str], start: int) -> tuple[Cell, ...]:
    found = []
    for cell in words:
        found.append(Cell(start, start + len(cell)))
        start += len(cell) + 1
    return tuple(found)


def _pages(starts: Mapping[int, int], length: int, margins: Sequence[str]) -> tuple[Page, ...]:
    """The pages from 1 to the last with text; an empty one begins where the next one does."""
    last = max(starts, default=1)
    begins = [0] * (last + 2)
    begins[last + 1] = length
    for number in range(last, 0, -1):
        begins[number] = starts.get(number, begins[number + 1])
    begins[1] = 0
    furniture = tuple(Furniture(line, _NOWHERE) for line in margins)
    return tuple(
        Page(
            number,
            begins[number],
            begins[number + 1],
            lettura="testo" if number in starts else "nessuna",
            arredi=furniture if number == 1 else (),
        )
        for number in range(1, last + 1)
    )
