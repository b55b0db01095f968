"""The passage of a text that shows best why an act was found."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from extractor.store.query import Query, fold_latin

WIDTH = 260
"""Letters of a passage."""
_MAX_MATCHES = 400
"""Matches looked at in one text: enough to choose from, however long it is."""

Segments = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it is one of the words looked for."""


class Passage(NamedTuple):
    """Words of an act with those looked for marked, and which of the query's terms it has."""

    segments: Segments
    terms: frozenset[int] = frozenset()
    start: int = 0
    """Where in the text it begins."""

    def is_in(self, text: str) -> bool:
        """Whether a text, such as the act's subject, says the same."""
        said = "".join(text for text, _ in self.segments)
        middle = said[len(said) // 3 : -(len(said) // 3) or None]
        return " ".join(middle.split()) in _plain(text)

    def marked(self, before: str, after: str) -> str:
        """The passage as one text, with ``before`` and ``after`` around each word found."""
        return "".join(f"{before}{text}{after}" if hit else text for text, hit in self.segments)


def highlight(text: str, query: Query | None) -> Segments:
    """The whole of a text in pieces."""
    if query is None:
        return ((text, False),)
    return _segments(text, [match.span() for match in query.pattern.finditer(fold_latin(text))])


def best_passage(text: str, query: Query) -> Passage | None:
    """The part of ``text`` with most of the query's terms; None where there is none of them."""
    found = []
    for match in query.pattern.finditer(fold_latin(text)):
        found.append((match.start(), match.end(), match.lastindex or 0))
        if len(found) == _MAX_MATCHES:
            break
    if not found:
        return None
    first, last = _window(found)
    spans = [(start, end) for start, end, _ in found[first:last]]
    low, high = _around(text, spans[0][0], spans[-1][1])
    inside = [(start - low, end - low) for start, end in spans]
    pieces = list(_segments(text[low:high], inside))
    if low > 0:
        pieces.insert(0, ("… ", False))
    if high < len(text):
        pieces.append((" …", False))
    return Passage(tuple(pieces), frozenset(term for *_, term in found[first:last]), low)


def _window(found: list[tuple[int, int, int]]) -> tuple[int, int]:
    """The run of matches within ``WIDTH`` that has most terms, then most matches."""
    best = (0, 0)
    span = (0, 1)
    last = 0
    for first, (start, _, _) in enumerate(found):
        last = max(last, first + 1)
        while last < len(found) and found[last][1] - start <= WIDTH:
            last += 1
        score = (len({term for _, _, term in found[first:last]}), last - first)
        if score > best:
            best, span = score, (first, last)
    return span


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The words around a span, up to ``WIDTH`` letters, within the same lines where they do."""
    spare = max(WIDTH - (end - start), 40)
    low = max(0, start - spare // 3)
    high = min(len(text), end + spare - min(start, spare // 3))
    if low > 0:
        low = next((m.end() for m in re.finditer(r"\s", text[low:start])), 0) + low
    if high < len(text):
        cut = max(text.rfind(" ", end, high), text.rfind("\n", end, high))
        high = cut if cut > 0 else high
    return low, high


def _segments(text: str, spans: Iterable[tuple[int, int]]) -> Segments:
    pieces, at = [], 0
    for start, end in spans:
        if start > at:
            pieces.append((_plain(text[at:start]), False))
        pieces.append((_plain(text[start:end]), True))
        at = end
    if at < len(text):
        pieces.append((_plain(text[at:]), False))
    return tuple(pieces)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)
