"""Grids of ruling lines: the frames of tables, from the rules drawn on a page."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from operator import itemgetter
from typing import NamedTuple

from extractor.documents.layout import Rule
from models.document import Box

_SNAP = 2.5
"""Rules nearer than this are one; rules that miss each other by less meet. In points."""

_APART = 1.5
"""Coloured areas farther apart than this, in points, are not cells of one table."""

_GAP = 4.0
"""Pieces of one rule may be this far apart: cells drawn one by one."""

_SHORTEST = 7.0
"""A shorter rule is a tick or part of a letter."""

_MOST_LINES = 400
"""Lines of a grid in one direction; a page with more is a drawing."""


class Stroke(NamedTuple):
    """A rule along one direction: its place across it and its two ends."""

    at: float
    start: float
    end: float


_START = itemgetter(1)


@dataclass(frozen=True, slots=True)
class Grid:
    """The frame of a table: the edges of its columns and rows, and the strokes between cells.

    ``ombra``: made by the edges of coloured areas.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    across: tuple[Stroke, ...]
    down: tuple[Stroke, ...]
    ombra: bool = False

    @property
    def box(self) -> Box:
        """The rectangle around the grid."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.xs) - 1

    def spans(self) -> list[list[tuple[int, int]]]:
        """For each place of the grid, the place that holds its text: its own, or the top left
        one of the merged cell that it belongs to."""
        xs, ys, rows, columns = self.xs, self.ys, self.rows, self.columns
        owner = [[(row, column) for column in range(columns)] for row in range(rows)]
        for row, places in enumerate(owner):
            middle = (ys[row] + ys[row + 1]) / 2
            for column in range(1, columns):
                if not _covered(self.down, xs[column], middle):
                    places[column] = places[column - 1]
        middles = [(left + right) / 2 for left, right in pairwise(xs)]
        for row in range(1, rows):
            above, here = owner[row - 1], owner[row]
            for column, cell in enumerate(here):
                if cell != (row, column):
                    continue
                end = column + here.count(cell)
                upper = above[column]
                if above[column:end].count(upper) == end - column and not any(
                    _covered(self.across, ys[row], x) for x in middles[column:end]
                ):
                    here[column:end] = above[column:end]
        return owner

    def place(self, x: float, y: float) -> tuple[int, int]:
        """Row and column of a point; points outside belong to the nearest place."""
        row = bisect_right(self.ys, y, 1, len(self.ys) - 1)
        column = bisect_right(self.xs, x, 1, len(self.xs) - 1)
        return row - 1, column - 1


def _covered(strokes: Sequence[Stroke], at: float, where: float) -> bool:
    """Whether a stroke at about ``at`` passes ``where``; strokes are sorted by place."""
    first = bisect_left(strokes, (at - _SNAP,))
    for place, start, end in islice(strokes, first, None):
        if place > at + _SNAP:
            return False
        if start - 1 <= where <= end + 1:
            return True
    return False


def _merged(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Strokes with those on one line and touching made one, sorted by place."""
    levels: list[list[Stroke]] = []
    for stroke in sorted(strokes):
        if levels and stroke.at - levels[-1][0].at <= _SNAP:
            levels[-1].append(stroke)
        else:
            levels.append([stroke])
    found: list[Stroke] = []
    for level in levels:
        level.sort(key=_START)
        at, start, end = level[0]
        for _, further, last in level[1:]:
            if further <= end + _GAP:
                end = max(end, last)
            else:
                found.append(Stroke(at, start, end))
                start, end = further, last
        found.append(Stroke(at, start, end))
    return [stroke for stroke in found if stroke.end - stroke.start >= _SHORTEST]


def strokes_of(rules: Iterable[Rule]) -> tuple[list[Stroke], list[Stroke]]:
    """The rules across the page and those down it."""
    across = []
    down = []
    for x0, y0, x1, y1, _ in rules:
        if x1 - x0 >= y1 - y0:
            across.append(Stroke((y0 + y1) / 2, x0, x1))
        else:
            down.append(Stroke((x0 + x1) / 2, y0, y1))
    return _merged(across), _merged(down)


def _components(
    across: list[Stroke], down: list[Stroke], reach: float
) -> list[tuple[list[int], list[int]]]:
    """Groups of rules that meet or miss each other by ``reach``, as places in the two lists."""
    parent = list(range(len(across) + len(down)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    levels = [stroke.at for stroke in across]
    for number, stroke in enumerate(down):
        first = bisect_left(levels, stroke.start - reach)
        last = bisect_right(levels, stroke.end + reach)
        for place in range(first, last):
            other = across[place]
            if other.start - reach <= stroke.at <= other.end + reach:
                parent[root(len(across) + number)] = root(place)
    groups: dict[int, tuple[list[int], list[int]]] = {}
    for item in range(len(parent)):
        group = groups.setdefault(root(item), ([], []))
        if item < len(across):
            group[0].append(item)
        else:
            group[1].append(item - len(across))
    return list(groups.values())


def _levels(places: Iterable[float]) -> tuple[float, ...]:
    """Places with those that are one made one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > 2 * _SNAP:
            found.append(place)
    return tuple(found)


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """The grids with at least two cells that the rules make, from top to bottom.

    The edges of coloured areas make grids only where no drawn lines do: a word processor colours
    the ground of a cell and of each of its paragraphs apart.
    """
    drawn = _grids([rule for rule in rules if not rule.ombra])
    boxes = [grid.box for grid in drawn]
    shaded = [
        rule for rule in rules if rule.ombra and not any(_touches(rule, box) for box in boxes)
    ]
    return _outermost(drawn + _grids(shaded, ombra=True))


def _touches(rule: Rule, box: Box) -> bool:
    return (
        rule.x0 < box.x1 + _SNAP
        and rule.x1 > box.x0 - _SNAP
        and rule.y0 < box.y1 + _SNAP
        and rule.y1 > box.y0 - _SNAP
    )


def _grids(rules: Sequence[Rule], ombra: bool = False) -> list[Grid]:
    across, down = strokes_of(rules)
    if not across or not down or len(across) > _MOST_LINES or len(down) > _MOST_LINES:
        return []
    grids = []
    for levels, uprights in _components(across, down, _APART if ombra else _SNAP + 1):
        if not uprights or len(levels) < (2 if len(uprights) < 3 else 1):
            continue
        rows = [across[place] for place in levels]
        columns = [down[place] for place in uprights]
        left = min(stroke.start for stroke in rows)
        right = max(stroke.end for stroke in rows)
        edges = [stroke.at for stroke in columns]
        if min(edges) - left > 8:
            edges.append(left)
        if right - max(edges) > 8:
            edges.append(right)
        heights = [stroke.at for stroke in rows]
        top = min(stroke.start for stroke in columns)
        bottom = max(stroke.end for stroke in columns)
        if min(heights) - top > 8:  # a row begun on the page before, open above
            heights.append(top)
        if bottom - max(heights) > 8:  # a row that goes on overleaf, open below
            heights.append(bottom)
        grid = Grid(
            _levels(edges),
            _levels(heights),
            tuple(rows),
            tuple(sorted(columns, key=lambda stroke: stroke.at)),
            ombra,
        )
        if grid.rows >= 1 and grid.columns >= 1 and grid.rows * grid.columns > 1:
            grids.append(grid)
    return grids


def _outermost(grids: list[Grid]) -> list[Grid]:
    """Grids that do not lie in a cell of another one."""
    found: list[Grid] = []
    for grid in sorted(grids, key=lambda g: -(g.box.x1 - g.box.x0) * (g.box.y1 - g.box.y0)):
        box = grid.box
        inside = any(
            other.box.x0 - 2 <= box.x0
            and box.x1 <= other.box.x1 + 2
            and other.box.y0 - 2 <= box.y0
            and box.y1 <= other.box.y1 + 2
            for other in found
        )
        if not inside:
            found.append(grid)
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))
