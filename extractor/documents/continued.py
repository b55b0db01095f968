"""Tables that go on over pages, joined into one, the repeated header dropped."""

from collections.abc import Iterable, Sequence

from extractor.documents.flow import header_rows
from extractor.documents.layout import PrintedLine
from extractor.documents.paragraphs import Paragraph, is_note, paragraphs
from extractor.documents.tables import CellLines, TableBlock

_TOLERANCE = 6.0
"""How far the edges of a column may move from one page to the next, in points."""

_TOUCHING = 6.0
"""How far from each other, in points, the rules of a double rule stand."""

_FEWEST_EDGES = 4
_MOST_EDGES = 3
"""Edges of columns that tell a table overleaf, and those that it may have besides."""

_MOST_TITLES = 6
"""Pieces of a header without rules, each read as a block."""

_MOST_NOTES = 9
"""Footnotes at the foot of a page."""


def joined_tables(
    blocks: Iterable[Paragraph | TableBlock], dropped: dict[int, CellLines]
) -> list[Paragraph | TableBlock]:
    """The blocks with each table that continues the one before it joined to it.

    The lines of repeated headers are put to ``dropped``, by page number.
    """
    found: list[Paragraph | TableBlock] = []
    for block in blocks:
        if isinstance(block, TableBlock):
            block.riquadri = [(block.pagina, block.riquadro)]
            last = _before_notes(found, block)
            if isinstance(last, TableBlock) and _continues(block, last):
                _join(last, block, dropped[block.pagina])
                continue
            lines = [line for row in block.celle for cell in row for line in cell]
            if sum(bool(cell) for row in block.celle for cell in row) < 2:
                found.extend(paragraphs(lines))
                continue
            _drop_header_alone(found, block, dropped)
            block.intestazioni = _headers(block)
        found.append(block)
    return found


def _drop_header_alone(
    found: list[Paragraph | TableBlock], table: TableBlock, dropped: dict[int, CellLines]
) -> None:
    """Takes away the table's first row where it stands alone at the foot of the page before too,
    without rules that would show it to be one."""
    words = "".join("".join(_words(table.celle[0])).split())
    alone: list[PrintedLine] = []
    for block in found[: -_MOST_TITLES - 1 : -1]:
        if isinstance(block, TableBlock) or block.righe[0].pagina != table.pagina - 1:
            return
        alone[:0] = block.righe
        if len(alone) > 1 and "".join("".join(line.testo for line in alone).split()) == words:
            break
    else:
        return
    while found and found[-1] is not block:
        found.pop()
    found.pop()
    dropped[table.pagina - 1].extend(alone)


def _before_notes(
    found: Sequence[Paragraph | TableBlock], table: TableBlock
) -> Paragraph | TableBlock | None:
    """The last block before a table, the footnotes of the page before apart."""
    size = max((line.corpo for row in table.celle for cell in row for line in cell), default=0.0)
    for block in found[: -_MOST_NOTES - 1 : -1]:
        if isinstance(block, TableBlock) or not is_note(block, table.pagina, size):
            return block
    return None


def _words(row: list[CellLines]) -> list[str]:
    return [" ".join(line.testo for line in cell) for cell in row]


def _headers(table: TableBlock) -> int:
    """How many rows head the table: by where its values begin, or one row in bold."""
    rows = table.celle
    count = header_rows([_words(row) for row in rows])
    if count or len(rows) < 2:
        return count
    filled = [line for cell in rows[0] for line in cell]
    below = [line for cell in rows[1] for line in cell]
    several = sum(map(bool, rows[0])) > 1
    bold = all(line.grassetto for line in filled) and not all(line.grassetto for line in below)
    return int(several and bold)


def _continues(table: TableBlock, last: TableBlock) -> bool:
    """Whether a table goes on with the one before it: at the top of the next page, or below it
    under the same header."""
    alike = _width(table) == _width(last)
    if table.pagina == last.riquadri[-1][0]:
        if alike and _touches(table, last):
            return True
        header = [_words(row) for row in last.celle[: last.intestazioni]]
        if not alike or not header or [_words(r) for r in table.celle[: len(header)]] != header:
            return False
    elif table.pagina != last.riquadri[-1][0] + 1:
        return False
    elif alike and _same_header(table, last):
        return True
    moved = _moved(table, last)
    if moved is None:
        return not _headers(table) and _within(table, last) != _within(last, table)
    if not moved:
        return alike or bool(table.posti and last.posti)
    ends = len(table.colonne) - 1 not in moved
    return alike and ends and _broken(last.celle[-1], table.celle[0])


def _touches(table: TableBlock, last: TableBlock) -> bool:
    """Whether a table hangs on to the one above it, between double rules, in the same columns."""
    gap = table.riquadro.y0 - last.riquadri[-1][1].y1
    return -_TOUCHING < gap < _TOUCHING and _moved(table, last) == []


def _moved(table: TableBlock, last: TableBlock) -> list[int] | None:
    """The edges of columns that stand elsewhere than in the last table, apart from a shift of
    all; None when there are not as many."""
    if len(table.colonne) != len(last.colonne):
        return None
    shift = table.colonne[0] - last.colonne[0]
    pairs = zip(table.colonne, last.colonne, strict=True)
    return [at for at, (one, two) in enumerate(pairs) if abs(one - two - shift) > _TOLERANCE]


def _within(table: TableBlock, other: TableBlock) -> tuple[int, ...]:
    """The places of a table's edges among those of another that has a few more, such as the row of
    totals adds; nothing when they are not all there, or fewer than a table needs to be known by."""
    shift = table.colonne[0] - other.colonne[0]
    places = tuple(
        at
        for edge in table.colonne
        for at, place in enumerate(other.colonne)
        if abs(edge - shift - place) <= _TOLERANCE / 2
    )
    more = len(other.colonne) - len(table.colonne)
    known = len(table.colonne) >= _FEWEST_EDGES and 0 < more <= _MOST_EDGES
    whole = len(set(places)) == len(places) == len(table.colonne)
    ends = places[:1] == (0,) and places[-1:] == (len(other.colonne) - 1,)
    return places if known and whole and ends and table.posti and other.posti else ()


def _refine(table: TableBlock, other: TableBlock) -> None:
    """Gives a table the columns of another one, where it has fewer of the same."""
    places = _within(table, other)
    if places:
        table.posti = tuple(places[at] for at in table.posti)
        table.colonne = other.colonne


def _same_header(table: TableBlock, last: TableBlock) -> bool:
    """Whether both tables begin with the same titles of columns; edges that alignment alone shows
    move with the words of each page."""
    first = _words(table.celle[0])
    return sum(map(bool, first)) > 1 and first == _words(last.celle[0])


def _width(table: TableBlock) -> int:
    return max(map(len, table.celle), default=0)


def _widen(table: TableBlock, places: tuple[int, ...]) -> None:
    """Gives the table's rows a cell in each of ``places``, which hold those that they have."""
    if places == table.posti or not table.posti:
        return
    for at, row in enumerate(table.celle):
        if len(row) == len(table.posti):
            held = dict(zip(table.posti, row, strict=True))
            table.celle[at] = [held.get(place, []) for place in places]
    table.posti = places


def _join(last: TableBlock, table: TableBlock, dropped: CellLines) -> None:
    if len(table.colonne) != len(last.colonne):
        _refine(table, last)
        _refine(last, table)
    refined = table.posti != last.posti and table.colonne == last.colonne
    if _width(table) != _width(last) or refined:
        places = tuple(sorted({*last.posti, *table.posti}))
        _widen(last, places)
        _widen(table, places)
    rows = table.celle
    first = _words(rows[0])
    repeated = _repeated(last, rows)
    dropped.extend(line for row in rows[:repeated] for cell in row for line in cell)
    rows = rows[repeated:]
    if repeated and not last.intestazioni:
        last.intestazioni = repeated + (_titles(last) if _words(last.celle[0]) != first else 0)
    if rows and table.pagina != last.riquadri[-1][0] and _broken(last.celle[-1], rows[0]):
        for cell, more in zip(last.celle[-1], rows[0], strict=True):
            cell.extend(more)
        rows = rows[1:]
    last.celle.extend(rows)
    last.riquadri.append((table.pagina, table.riquadro))


def _titles(table: TableBlock) -> int:
    """How many first rows are titles of the whole table: one cell each."""
    for at, row in enumerate(table.celle[:3]):
        if sum(map(bool, row)) > 1:
            return at
    return 0


def _repeated(last: TableBlock, rows: Sequence[list[CellLines]]) -> int:
    """How many of the rows repeat the header of the last table, with its titles or without."""
    most = 0
    for start in {0, _titles(last)}:
        header = [_words(row) for row in last.celle[start : max(last.intestazioni, start + 1)]]
        same = 0
        while same < min(len(header), len(rows)) and _words(rows[same]) == header[same]:
            same += 1
        most = max(most, same)
    return most


def _broken(above: list[CellLines], below: list[CellLines]) -> bool:
    """Whether a page's first row is the rest of the last row of the page before: its first cell
    is empty, and the others go on with sentences, or are few."""
    if len(above) != len(below):
        return False
    rest = [cell for cell in below if cell]
    begun = all(above[at] for at, cell in enumerate(below) if cell)
    if not begun or not rest:
        return False
    if all(cell[0].testo[:1].islower() for cell in rest):
        return True
    return not below[0] and len(rest) <= len(below) // 2
