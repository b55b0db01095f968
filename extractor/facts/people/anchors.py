"""Where the few words that matter can begin: a cheap search before the patterns.

A pattern of many alternatives tried without regard to case at each character is slow. The
beginnings of all words are therefore read once, by their first two characters in lower case;
the pattern itself is tried only where one of the letters that it asks for stands.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

_WORD = re.compile(r"[^\W_]+")


def lowered(text: str) -> str:
    """The text in lower case, one character for each (``İ`` would become two)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower()[:1] or c for c in text)


def anchors(lower: str, stems: Sequence[str]) -> Iterator[int]:
    """The places, in order, at which one of ``stems`` begins a word of a text in lower case.

    Every stem has two characters or more.
    """
    starts = _starts(lower)
    found = [
        at
        for head, group in _by_head(tuple(stems)).items()
        for at in starts.get(head, ())
        if lower.startswith(group, at)
    ]
    return iter(sorted(found))


@lru_cache(maxsize=1)
def _starts(lower: str) -> dict[str, list[int]]:
    """Where the words begin, by their first two characters."""
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for word in _WORD.finditer(lower):
        at = word.start()
        starts[lower[at : at + 2]].append(at)
    return dict(starts)


@cache
def _by_head(stems: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for stem in stems:
        groups[stem[:2]].append(stem)
    return {head: tuple(group) for head, group in groups.items()}
