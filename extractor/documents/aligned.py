"""Tables without upright rules: rows of pieces that stand in columns by alignment alone.

A run of rows, each of several pieces with wide gaps between them, is a table where the gaps stand
above each other and the pieces are short or values. Rules across it, if drawn, part its rows.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractor.documents.columns import is_prose, rows_of
from extractor.documents.layout import PrintedLine, PrintedPage, WordSpan, joined, piece_of
from extractor.documents.tables import CellLines, TableBlock
from models.document import Box

_VALUE = re.compile(
    r"(?=.{1,34}$)(?:(?:€|euro|n\.)\s?)?(?=\S{0,24}\d)\S{1,25}(?:\s(?:€|euro|%|(?=\S{0,12}\d)\S{1,13}))?"
)
"""A value: an amount, a date, a code, a percentage."""

_LEADER = re.compile(r"\.{5}|…{3}|_{4}|(?:\. ){4}")
"""Dots that lead to a page number, or a line to write on: a list or a form, not a table."""

_LIST_MARK = re.compile(r"[^\w\s]|\(?\w{1,3}[.)°]{1,2}|\d{1,2}(?:\.\d{1,2}){0,3}")

_REACH = 2.2
"""The widest space between rows of a table, in heights of a line."""

_RETRIED = 6

_SHORT = 8
"""Rows up to which pieces as long as lines of running text may be the cells of a table."""

Row = list[PrintedLine]


def aligned_tables(page: PrintedPage) -> list[tuple[TableBlock, CellLines]]:
    """The tables of a page that alignment alone shows, each with the lines that it takes."""
    lines = sorted(page.righe, key=lambda line: line.y0 + line.y1)
    rows = rows_of(lines)
    if sum(1 for row in rows if len(row) > 1) < 2:
        return []
    found = []
    at = 0
    while at < len(rows):
        run = _run(rows, at)
        table = _table(run, page) if len(run) > 1 else None
        if table is not None:
            found.append((table, [line for row in run for line in row]))
        # A run that failed is tried again without its first row, a long one only once.
        at += len(run) if table is not None or len(run) > _RETRIED else 1
    return found


def _run(rows: Sequence[Row], at: int) -> list[Row]:
    """The rows from ``at`` on that may be one table: of several pieces, or the rest of a cell."""
    run: list[Row] = []
    several: list[Row] = []
    edges: list[float] = []
    for number, row in enumerate(rows[at:], at):
        if any(line.blocco for line in row) or _prose(row):
            break
        if run:
            gap = _gap(run[-1], row)
            if gap > _REACH * row[0].height:
                break
            if len(row) == 1 and several and gap > -1 and not _rest(row[0], several, gap):
                break
            if len(row) > 1 and len(several) > 1 and _crossed(row, edges):
                before, edges = edges, _separators([*several, row])
                if len(edges) < max(1, len(before) - 1) or _crossed(row, edges) > 1:
                    break
        elif len(row) == 1 and not (number + 1 < len(rows) and _gap(row, rows[number + 1]) < -1):
            break
        run.append(row)
        if len(row) > 1:
            several.append(row)
            if len(several) == 2:
                edges = _separators(several)
    return run


def _prose(row: Row) -> bool:
    """Whether a row is of two pieces of running text, set in columns."""
    return len(row) == 2 and all(len(line.parole) > 4 for line in row)


def _crossed(row: Row, edges: Sequence[float]) -> int:
    """How many edges the piece of the row that crosses the most of them crosses."""
    return max(
        sum(1 for edge in edges if line.x0 < edge - 2 and line.x1 > edge + 2) for line in row
    )


def _rest(line: PrintedLine, run: Sequence[Row], gap: float) -> bool:
    """Whether a lone piece goes on in one cell of the row above."""
    widest = max(reversed(run), key=len, default=[])
    shared = [other for other in widest if min(other.x1, line.x1) > max(other.x0, line.x0)]
    return len(shared) == 1 and gap < 0.5 * line.height


def _table(run: list[Row], page: PrintedPage) -> TableBlock | None:
    """The table that the rows make, or None."""
    several = [row for row in run if len(row) > 1]
    if len(several) < 2 or sum(1 for row in run if _leads(row)) > 0.3 * len(run):
        return None
    edges = _separators(several)
    if not edges or not _is_table(several, edges):
        return None
    left = min(line.x0 for row in run for line in row)
    right = max(line.x1 for row in run for line in row)
    box = Box(left, min(line.y0 for line in run[0]), right, max(line.y1 for line in run[-1]))
    levels = [
        (rule.y0 + rule.y1) / 2
        for rule in page.filetti
        if rule.x1 - rule.x0 > 0.5 * (right - left) and box.y0 < rule.y0 < box.y1
    ]
    cells = [_cells(row, edges) for row in _joined_rows(run, edges, sorted(levels))]
    return TableBlock(cells, page.numero, box, (left, *edges, right))


def _leads(row: Row) -> bool:
    return any(_LEADER.search(line.testo) for line in row)


def _separators(rows: Sequence[Row]) -> list[float]:
    """The middles of the upright strips that next to no piece of the rows crosses."""
    events = sorted(
        [(line.x0, 1) for row in rows for line in row]
        + [(line.x1, -1) for row in rows for line in row]
    )
    allowed = (len(rows) + 1) // 5
    height = rows[0][0].height
    strips: list[tuple[float, float]] = []
    depth = 0
    for at, (edge, step) in enumerate(events[:-1]):
        depth += step
        if depth <= allowed and events[at + 1][0] > edge:
            end = events[at + 1][0]
            if strips and strips[-1][1] == edge:
                strips[-1] = (strips[-1][0], end)
            else:
                strips.append((edge, end))
    left, right = events[0][0], events[-1][0]
    wide = [
        (start, end)
        for start, end in strips
        if end - start > 0.4 * height and start > left and end < right
    ]
    wide = [_beside_title(strip, rows[0], 0.4 * height) for strip in wide]
    return _without_empty(rows, wide, left, right)


def _beside_title(strip: tuple[float, float], titles: Row, least: float) -> tuple[float, float]:
    """The widest part of a strip that no title of the first row crosses, where it is wide enough:
    a title wider than its column's values is not cut."""
    edges = [strip[0]]
    for line in sorted(titles, key=lambda line: line.x0):
        if line.x0 < strip[1] and line.x1 > strip[0]:
            edges += [line.x0, line.x1]
    edges.append(strip[1])
    parts = [(one, two) for one, two in zip(edges[::2], edges[1::2], strict=True)]
    widest = max(parts, key=lambda part: part[1] - part[0])
    return widest if widest[1] - widest[0] > least else strip


def _without_empty(
    rows: Sequence[Row], strips: list[tuple[float, float]], left: float, right: float
) -> list[float]:
    """The middles of the strips, without the narrower one beside each column that hardly any row
    fills."""
    while strips:
        middles = [(start + end) / 2 for start, end in strips]
        bounds = [left, *middles, right]
        empty = [
            at for at, (one, two) in enumerate(pairwise(bounds)) if _filled(rows, one, two) < 2
        ]
        if not empty:
            return middles
        at = empty[0]
        beside = [number for number in (at - 1, at) if 0 <= number < len(strips)]
        strips.pop(min(beside, key=lambda number: strips[number][1] - strips[number][0]))
    return []


def _filled(rows: Sequence[Row], start: float, end: float) -> int:
    """How many rows have a piece whose middle stands between two places."""
    return sum(1 for row in rows if any(start <= (line.x0 + line.x1) / 2 <= end for line in row))


def _is_table(rows: Sequence[Row], edges: Sequence[float]) -> bool:
    """Whether the rows, so parted, hold a table and not a form, a list or text in columns."""
    cells = [_cells(row, edges) for row in rows]
    width = len(edges) + 1
    if width == 2:
        marks = sum(1 for row in cells if row[0] and _LIST_MARK.fullmatch(_text(row[0])))
        values = sum(1 for row in cells if row[1] and _VALUE.fullmatch(_text(row[1])))
        ends = [row[0][-1].x1 for row in cells if row[0]]
        if sum(1 for end in ends if max(ends) - end < 2) > 0.5 * len(rows):
            return False  # lines of running text that end together
        return len(rows) > 2 and 2 * marks < len(rows) and values >= 0.7 * len(rows)
    if len(rows) > _SHORT and all(map(_runs_on, zip(*cells, strict=True))):
        return False  # running text set in three columns or more
    full = sum(1 for row in cells if sum(map(bool, row)) >= min(width, 3))
    pieces = [_text(cell) for row in cells for cell in row[1:] if cell]
    values = sum(1 for piece in pieces if _VALUE.fullmatch(piece))
    words = sum(piece.count(" ") + 1 for piece in pieces)
    if full < 2 or words > 8 * len(pieces):
        return False
    return values >= 0.3 * len(pieces) or full >= 4


def _runs_on(column: Sequence[CellLines]) -> bool:
    """Whether the cells of a column are lines of running text."""
    return is_prose([joined(cell) for cell in column if cell])


def _text(cell: CellLines) -> str:
    return " ".join(line.testo for line in cell)


def _cells(row: Row, edges: Sequence[float]) -> list[CellLines]:
    """The pieces of a row by column; one that crosses an edge is parted at the word that begins
    there, or else belongs where it begins."""
    cells: list[CellLines] = [[] for _ in range(len(edges) + 1)]
    for line in row:
        crossed = [edge for edge in edges if line.x0 < edge - 2 and line.x1 > edge + 2]
        pieces = _parted(line, crossed) if crossed else [line]
        for piece in pieces:
            whole = crossed and len(pieces) == 1
            begun = line.x0 + min(0.2 * (line.x1 - line.x0), line.height)
            place = begun if whole else (piece.x0 + piece.x1) / 2
            cells[sum(1 for edge in edges if edge < place)].append(piece)
    return cells


def _parted(line: PrintedLine, edges: Sequence[float]) -> CellLines:
    """The line cut, for each edge, at the space between words that is nearest to it."""
    gaps = [(before[2] + after[1]) / 2 for before, after in pairwise(line.parole)]
    cuts = {
        min(range(len(gaps)), key=lambda at: abs(gaps[at] - edge))
        for edge in edges
        if gaps and min(abs(gap - edge) for gap in gaps) < 1.2 * line.height
    }
    pieces: list[list[WordSpan]] = [[]]
    for at, word in enumerate(line.parole):
        pieces[-1].append(word)
        if at in cuts:
            pieces.append([])
    return [piece_of(line, words) for words in pieces if words]


def _joined_rows(run: list[Row], edges: Sequence[float], levels: list[float]) -> list[Row]:
    """The printed rows with those of one table row put together.

    Rules across part the rows, where there are several; else a wide space does, or a full row.
    """
    if len(levels) > 2 and 2 * len(levels) >= len(run):
        groups: dict[int, Row] = {}
        for row in run:
            middle = (row[0].y0 + row[0].y1) / 2
            groups.setdefault(sum(1 for level in levels if level < middle), []).extend(row)
        return [groups[key] for key in sorted(groups)]
    height = run[0][0].height
    limit = _leading([_gap(above, below) for above, below in pairwise(run)], height)
    rows = [list(run[0])]
    for above, below in pairwise(run):
        gap = _gap(above, below)
        cells = _cells(below, edges)
        few = 2 * sum(map(bool, cells)) <= len(cells)
        if gap < -0.15 * height or (few and (gap <= limit or (len(below) == 1 and not cells[0]))):
            rows[-1].extend(below)
        else:
            rows.append(list(below))
    return rows


def _leading(gaps: Sequence[float], height: float) -> float:
    """The widest space between lines of one cell, where spaces of two kinds tell it; else none."""
    ordered = sorted(gaps)
    if ordered[0] > 0.35 * height:
        return ordered[0] - 1
    for one, other in pairwise(ordered):
        if other - one > 0.35 * height:
            return (one + other) / 2
    return ordered[0] - 1


def _gap(above: Row, below: Row) -> float:
    return min(line.y0 for line in below) - max(line.y1 for line in above)
