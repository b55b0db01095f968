"""The edges of each column: where its lines start, and where its full lines end.

Whether a line was broken off before its end is judged against it. The edge is seen in the lines
themselves; a region too short to show it takes one that the document shows elsewhere.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from extractor.documents.layout import PrintedLine

_TOLERANCE = 2.5
"""How far full lines may end from each other, in points."""

_AGREEING = 5
"""Lines that must end together to show an edge, and at least a quarter of their region;
only a tenth of the region's lines may go on beyond it."""


def set_edges(flow: Sequence[PrintedLine]) -> None:
    """Sets ``sinistra``, ``destra`` and ``spazio`` of the lines, which come in
    reading order with their regions' bounds."""
    ends = Counter(round(line.x1) for line in flow)
    often = max(2 * _AGREEING, 0.01 * len(flow))
    known = sorted(
        end for end in ends if ends[end - 1] + ends[end] + ends[end + 1] >= often <= 3 * ends[end]
    )
    for (_, left, bound), group in groupby(
        flow, key=lambda line: (line.pagina, line.sinistra, line.destra)
    ):
        region = [line for line in group if line.blocco is None]
        if not region:
            continue
        edge = _edge(sorted(line.x1 for line in region), known, bound)
        start = _start(sorted(line.x0 for line in region), left)
        space = _space(region)
        for line in region:
            line.sinistra, line.destra = min(start, line.x0), max(edge, line.x1)
            line.spazio = space


def _space(region: list[PrintedLine]) -> float:
    """The usual space between lines of one paragraph of the region: that below a quarter of the
    lines, since as many as half of them may end a paragraph."""
    spaces = sorted(
        below.y0 - above.y1
        for above, below in pairwise(region)
        if 0 < below.y1 - above.y1 < 2.6 * above.height
    )
    return spaces[len(spaces) // 4] if spaces else 0.0


def _edge(ends: list[float], known: list[int], bound: float) -> float:
    """The right edge of a region whose lines end at ``ends`` (sorted)."""
    agreeing = max(_AGREEING, len(ends) // 4)
    beyond = len(ends) // 10 + 1
    for at in range(len(ends) - 1, max(agreeing - 2, len(ends) - 2 - beyond), -1):
        if ends[at] - ends[at - agreeing + 1] <= _TOLERANCE:
            return ends[at]
    for at in range(len(ends) - 1, max(0, len(ends) - 2 - beyond), -1):
        if ends[at] - ends[at - 1] > _TOLERANCE / 2:
            continue
        if not known or any(abs(ends[at] - edge) < 3 for edge in known):
            return ends[at]
    longest = ends[-1]
    at = bisect_left(known, longest - 2)
    if at < len(known) and known[at] <= bound + 2:
        return float(known[at])
    return max(bound, longest)


def _start(starts: list[float], bound: float) -> float:
    """The left edge of a region whose lines start at ``starts`` (sorted)."""
    for at in range(len(starts) - 2):
        if starts[at + 2] - starts[at] <= _TOLERANCE:
            return starts[at]
    return bound
