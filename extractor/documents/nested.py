"""Tables inside the cells of other tables, as converters flatten them into lines of cells.

A converter that walks all the rows and all the cells of a table finds a table inside one of its
cells three times: as the words of that cell, as further cells of that row, and as rows of their
own after it. The rows of their own are kept, as a table of their own, and the copies left out:
each cell's text stands once, in place.

>>> rows = ["Tempi\\tPiano: Fase Ore A 1\\tFase\\tOre\\tA\\t1", "Fase\\tOre", "A\\t1", "Costi\\t7"]
>>> [(b.gruppo, b.testo) for b in unnested(Block(r, 1, tuple(r.split("\\t")), 5) for r in rows)]
[(1, 'Tempi\\tPiano:'), (2, 'Fase\\tOre'), (2, 'A\\t1'), (3, 'Costi\\t7')]
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from extractor.documents.block import Block

_OUTER_CELLS = 4
"""A table that holds others in its cells has few columns: the copies begin within the first."""


def unnested(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with the tables inside tables taken out of them; groups are numbered anew."""
    number = 0
    for group, members in groupby(blocks, key=lambda block: block.gruppo if block.celle else 0):
        if not group:
            yield from members
            continue
        for rows in _parts(list(members)):
            number += 1
            yield from (row._replace(gruppo=number) for row in rows)


def _parts(rows: Sequence[Block]) -> Iterator[list[Block]]:
    """The rows of one table, cut where a table inside it begins and ends."""
    part: list[Block] = []
    at = 0
    while at < len(rows):
        inside = _inside(rows, at)
        if inside is None:
            part.append(rows[at])
            at += 1
            continue
        outer, end = inside
        if any(outer):
            part.append(rows[at]._replace(testo="\t".join(outer), celle=outer))
        if part:
            yield part
        yield list(rows[at + 1 : end])
        part, at = [], end
    if part:
        yield part


def _inside(rows: Sequence[Block], at: int) -> tuple[tuple[str, ...], int] | None:
    """The cells of row ``at`` without the table that follows it, and the end of that table;
    None when the rows that follow are not copied in it."""
    cells = rows[at].celle
    filled = [place for place, cell in enumerate(cells) if cell]
    for first in filled[1 : _OUTER_CELLS + 1]:
        copies = [cell for cell in cells[first:] if cell]
        end = _copied(rows, at + 1, copies)
        words = " ".join(copies)
        if end > at + 2 and any(words in cell for cell in cells[:first]):
            return tuple(_without(cell, words) for cell in cells[:first]), end
    return None


def _copied(rows: Sequence[Block], start: int, copies: Sequence[str]) -> int:
    """The end of the rows from ``start`` whose cells are the copies, one after the other; 0 when
    there are no such rows."""
    seen = 0
    for end in range(start, len(rows)):
        row = [cell for cell in rows[end].celle if cell]
        if list(copies[seen : seen + len(row)]) != row:
            return 0
        seen += len(row)
        if seen == len(copies):
            return end + 1
    return 0


def _without(cell: str, words: str) -> str:
    before, _, after = cell.partition(words)
    return f"{before.strip()} {after.strip()}".strip()
