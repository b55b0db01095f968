"""Reading order: pieces of lines put in columns and bands, as a person reads them.

A gutter is a strip that separates pieces standing side by side. Pieces that cross it (full-width
headings, notes) cut the page into bands; each band is read column by column where it is set in
columns, and row by row where it is a form or a list with its numbers set apart.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import takewhile
from statistics import median
from typing import NamedTuple

from extractor.documents.layout import PrintedLine, joined

_DEPTH = 12

_MARK = re.compile(
    r"[–—−*·•◦▪■□☐☒○●⁃‣➢➔✓✔o§-]"
    r"|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})(?:\.\d{1,2}){0,3}[.)°]{1,2}"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}"
)
"""A list mark: a bullet, a dash, ``1.``, ``a)``, ``2.3.1``."""

_WIDEST = 40
"""Pieces of a row looked at to see whether another belongs to it."""

_TALL = 8
"""Lines from which text beside other text is a column of the page."""

_ALIKE = 3.0
"""How far, in points, the columns of one page may stand from those of another."""

_TABLE_WEIGHT = 6
"""As how many lines a table shows where the gutter beside it is."""

_MARK_REACH = 4.0
"""How far from its words a list mark may stand, in heights of the line."""


class Pair(NamedTuple):
    """Two columns of running text: where the lines of the left one begin and end, and where those
    of the right one begin."""

    left: int
    end: int
    right: int


class Ordered(NamedTuple):
    """The lines of a page in reading order, the number of its columns, the columns seen."""

    lines: list[PrintedLine]
    columns: int
    pairs: list[Pair]


class _Page(NamedTuple):
    """A page being put in order: the place of each line in the file, the columns of the pages
    before, and what was found so far."""

    stream: dict[int, int]
    known: Collection[Pair]
    pairs: list[Pair]
    found: list[PrintedLine]


def reading_order(
    lines: Sequence[PrintedLine], left: float, right: float, known: Collection[Pair] = ()
) -> Ordered:
    """The lines in reading order, pieces of one line joined.

    ``left`` and ``right`` are the edges of the writing on the page; each line gets the edges of
    its own column. ``known`` are the columns of other pages of the same width: a page with too
    few lines to show columns has them where those do.
    """
    order = sorted(lines, key=lambda line: (line.y0 + line.y1, line.x0))
    page = _Page({id(line): at for at, line in enumerate(lines)}, known, [], [])
    columns = _read(order, page, left, right, 0)
    return Ordered(page.found, columns, page.pairs)


def _top(line: PrintedLine) -> float:
    return line.y0


def with_marks(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines with each list mark that is drawn apart joined to the words beside it."""
    marks = [line for line in lines if len(line.testo) <= 7 and _MARK.fullmatch(line.testo)]
    if not marks:
        return list(lines)
    levels = sorted(lines, key=_top)
    beside: dict[int, PrintedLine] = {}
    taken: set[int] = set()
    for mark in marks:
        reach = mark.x1 + _MARK_REACH * mark.height
        first = bisect_left(levels, mark.y0 - 2 * mark.height, key=_top)
        last = bisect_left(levels, mark.y1, key=_top)
        found = [
            line
            for line in levels[first:last]
            if mark.x1 - 1 <= line.x0 <= reach
            and line is not mark
            and line.blocco is None
            and _level(mark, line)
        ]
        if found:
            nearest = min(found, key=lambda line: line.x0)
            if id(nearest) not in beside and id(nearest) not in taken:
                beside[id(nearest)] = mark
                taken.add(id(mark))
    return [
        joined([beside[id(line)], line]) if id(line) in beside else line
        for line in lines
        if id(line) not in taken
    ]


def _gaps(lines: list[PrintedLine]) -> list[tuple[float, float]]:
    """The spaces between neighbours that stand side by side; lines come from top to bottom."""
    gaps = []
    for at, line in enumerate(lines):
        nearest_right = None
        nearest_left = None
        top, bottom = line.y0, line.y1
        height = bottom - top
        for other in lines[at + 1 : at + 12]:
            shared = min(bottom, other.y1) - max(top, other.y0)
            if shared < 0.3 * min(height, other.height):
                if other.y0 > bottom:
                    break
                continue
            if other.x0 >= line.x1 and (nearest_right is None or other.x0 < nearest_right):
                nearest_right = other.x0
            elif other.x1 <= line.x0 and (nearest_left is None or other.x1 > nearest_left):
                nearest_left = other.x1
        weight = _TABLE_WEIGHT if line.blocco else 1
        if nearest_right is not None:
            gaps.extend([(line.x1, nearest_right)] * weight)
        if nearest_left is not None:
            gaps.extend([(nearest_left, line.x0)] * weight)
    return gaps


def _gutter(gaps: list[tuple[float, float]]) -> float:
    """The place that most of the gaps share."""
    edges = sorted([(start, 1) for start, _ in gaps] + [(end, -1) for _, end in gaps])
    best = depth = 0
    place = gaps[0][0]
    for at, (edge, step) in enumerate(edges):
        depth += step
        if depth > best and at + 1 < len(edges):
            best = depth
            place = (edge + edges[at + 1][0]) / 2
    return place


def _read(lines: list[PrintedLine], page: _Page, left: float, right: float, depth: int) -> int:
    """Puts ``lines`` (from top to bottom) to what is found in reading order; how many columns
    they have."""
    gaps = _gaps(lines) if len(lines) > 1 and depth < _DEPTH else []
    if not gaps:
        _place(lines, left, right, page.found)
        return 1
    gutter = _gutter(gaps)
    columns = 1
    west = [line for line in lines if line.x1 <= gutter + 1]
    east = [line for line in lines if line.x0 >= gutter - 1]
    edge_west = max((line.x1 for line in west), default=gutter)
    edge_east = min((line.x0 for line in east), default=gutter)
    columned = _are_columns(west, east, len(lines))
    if columned:
        start = min(line.x0 for line in west)
        page.pairs.append(Pair(round(start), round(edge_west), round(edge_east)))
    bands = _bands(lines, gutter)
    for at, (crossing, band) in enumerate(bands):
        if crossing:
            _read(band, page, left, right, depth + 1)
            continue
        beside = [b[0] for _, b in bands[at + 1 : at + 2]] + [b[-1] for _, b in bands[:at][-1:]]
        if _justified(band, beside, right):
            _place([joined(sorted(band, key=lambda line: line.x0))], left, right, page.found)
            continue
        here = [line for line in band if line.x1 <= gutter + 1]
        there = [line for line in band if line.x1 > gutter + 1]
        if not here or not there:
            bounds = (left, edge_west) if here and _tall(west) else (left, right)
            if there and _tall(east) and _tall(west):
                bounds = (edge_east, right)
            _read(band, page, *bounds, depth + 1)
        elif columned or _in_columns(here, there, page):
            title = _title(here, there, (left + right) / 2)
            _place(title, left, right, page.found)
            there = there[len(title) :]
            one = _read(here, page, left, edge_west, depth + 1)
            two = _read(there, page, edge_east, right, depth + 1)
            if _tall(here) and _tall(there):
                columns = max(columns, one + two)
        else:
            _rows(band, left, right, page.found)
    return columns


def _are_columns(west: list[PrintedLine], east: list[PrintedLine], count: int) -> bool:
    """Whether nearly all of ``count`` lines stand in two columns of running text."""
    return (
        _tall(west)
        and _tall(east)
        and 3 * (len(west) + len(east)) > 2 * count
        and _runs(west)
        and _runs(east)
    )


def _as_known(here: list[PrintedLine], there: list[PrintedLine], known: Collection[Pair]) -> bool:
    """Whether a few lines stand in two columns that other pages have: within them, some lines at
    the very start of each and some as wide."""
    left, end = min(line.x0 for line in here), max(line.x1 for line in here)
    right = min(line.x0 for line in there)
    return any(
        abs(left - pair.left) < _ALIKE
        and abs(right - pair.right) < _ALIKE
        and end < pair.end + _ALIKE
        and (end > pair.end - _ALIKE or _wide(there, pair))
        for pair in known
    )


def _wide(there: list[PrintedLine], pair: Pair) -> bool:
    """Whether a line is as wide as its column, which is taken to be as wide as the left one."""
    return max(line.x1 - line.x0 for line in there) > pair.end - pair.left - _ALIKE


def _title(here: list[PrintedLine], there: list[PrintedLine], centre: float) -> list[PrintedLine]:
    """The lines centred above three columns, over the middle one."""
    top = here[0].y0
    return list(
        takewhile(
            lambda line: (
                line.y1 < top - 0.5 * line.height
                and line.blocco is None
                and abs((line.x0 + line.x1) / 2 - centre) < line.height
            ),
            there[:-1],
        )
    )


def _justified(band: list[PrintedLine], beside: list[PrintedLine], right: float) -> bool:
    """Whether the pieces are one line of a paragraph, spaced out to fill its column, going on
    from the line above or in the one below (``beside``)."""
    first = band[0]
    if len(band) > 7 or any(line.blocco for line in band):
        return False
    if not all(_level(line, first) for line in band[1:]):
        return False
    start, end = min(line.x0 for line in band), max(line.x1 for line in band)
    return any(
        line.blocco is None
        and abs(start - line.x0) < 2
        and min(abs(end - line.x1), abs(end - right)) < 2.5
        and abs(first.y1 - line.y1) < 2.2 * first.height
        for line in beside
    )


def _tall(lines: list[PrintedLine]) -> bool:
    return len(lines) >= _TALL


def _bands(lines: list[PrintedLine], gutter: float) -> list[tuple[bool, list[PrintedLine]]]:
    """Runs of lines that cross the gutter and of lines that do not, from top to bottom.

    What stands on one base line with a piece that crosses it goes with that piece.
    """
    bands: list[tuple[bool, list[PrintedLine]]] = []
    across = [line for line in lines if line.x0 < gutter - 1 and line.x1 > gutter + 1]
    levels = [line.y0 for line in across]
    for line in lines:
        crossing = line.x0 < gutter - 1 and line.x1 > gutter + 1
        if not crossing and line.blocco is None:
            first = bisect_left(levels, line.y0 - 0.3 * line.height)
            crossing = any(
                other.blocco is None and _level(line, other) for other in across[first : first + 2]
            )
        if bands and bands[-1][0] == crossing:
            bands[-1][1].append(line)
        else:
            bands.append((crossing, [line]))
    return bands


def _in_columns(here: list[PrintedLine], there: list[PrintedLine], page: _Page) -> bool:
    """Whether a band is read down its left side first, and not row by row."""
    if len(here) == 1 and len(there) == 1:
        return False
    if (is_prose(here) and is_prose(there)) or _as_known(here, there, page.known):
        return True
    if any(line.blocco for line in here) and any(line.blocco for line in there):
        return True
    if _signatures(here, there):
        return True
    last_here = max(page.stream[id(line)] for line in here)
    first_there = min(page.stream[id(line)] for line in there)
    if len(here) > 1 and last_here < first_there:
        return not _numbers(here)
    return False


def is_prose(lines: list[PrintedLine]) -> bool:
    """Whether the lines fill their column, as running text does."""
    if len(lines) < 3:
        return False
    left = min(line.x0 for line in lines)
    right = max(line.x1 for line in lines)
    width = right - left
    full = sum(1 for line in lines if line.x1 - line.x0 > 0.75 * width)
    return full >= 0.4 * len(lines) and median(len(line.parole) for line in lines) >= 4


def _runs(lines: list[PrintedLine], columns: int = 3) -> bool:
    """Whether the lines are running text, in one column or a few."""
    if is_prose(lines):
        return True
    gaps = _gaps(lines) if columns > 1 and len(lines) >= 2 * _TALL else []
    if not gaps:
        return False
    gutter = _gutter(gaps)
    west = [line for line in lines if line.x1 <= gutter + 1]
    east = [line for line in lines if line.x0 >= gutter - 1]
    whole = 3 * (len(west) + len(east)) > 2 * len(lines)
    return whole and all(_tall(side) and _runs(side, columns - 1) for side in (west, east))


def _signatures(here: list[PrintedLine], there: list[PrintedLine]) -> bool:
    """Two short stacks of lines centred on their own axes: signatures side by side."""
    return len(here) + len(there) <= 10 and all(
        2 <= len(side) <= 5
        and max((line.x0 + line.x1) / 2 for line in side)
        - min((line.x0 + line.x1) / 2 for line in side)
        < 8
        and max(line.x0 for line in side) - min(line.x0 for line in side) > 2
        for side in (here, there)
    )


def _numbers(lines: list[PrintedLine]) -> bool:
    """Whether the lines are the numbers or marks of a list."""
    return all(len(line.testo) <= 6 for line in lines)


def _level(line: PrintedLine, other: PrintedLine) -> bool:
    """Whether two pieces stand on one base line."""
    if line.x0 < other.x1 - 1 and other.x0 < line.x1 - 1:
        return False
    shared = min(line.y1, other.y1) - max(line.y0, other.y0)
    return shared > 0.6 * min(line.height, other.height)


def rows_of(lines: list[PrintedLine]) -> list[list[PrintedLine]]:
    """Lines grouped by the base line they share, rows from top, pieces from the left."""
    rows: list[list[PrintedLine]] = []
    for line in lines:
        if rows and any(_level(line, other) for other in rows[-1][-_WIDEST:]):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.x0)
    return rows


def _rows(band: list[PrintedLine], left: float, right: float, found: list[PrintedLine]) -> None:
    for row in rows_of(band):
        pieces: list[list[PrintedLine]] = [[row[0]]]
        for line in row[1:]:
            before = pieces[-1][-1]
            wide = line.x0 - before.x1 > 2.5 * max(before.height, line.height)
            lead = len(joined(pieces[-1]).testo) <= 8 or before.testo.endswith((":", "n.", "N."))
            if (wide and not lead) or line.blocco or before.blocco:
                pieces.append([line])
            else:
                pieces[-1].append(line)
        _place([joined(piece) for piece in pieces], left, right, found)


def _place(lines: list[PrintedLine], left: float, right: float, found: list[PrintedLine]) -> None:
    for line in lines:
        line.sinistra, line.destra = min(left, line.x0), max(right, line.x1)
        found.append(line)
