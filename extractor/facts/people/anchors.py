"""Where the few words that matter can begin: a cheap search before the patterns.

A pattern of many alternatives tried without regard to case at each character is slow. Looking
for the first letters of its words, in the text in lower case, with a pattern that shares their
beginnings (a trie) is many times faster; the pattern itself is tried only there.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache


def lowered(text: str) -> str:
    """The text in lower case, one character for each (``İ`` would become two)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower()[:1] or c for c in text)


def anchors(lower: str, stems: Sequence[str]) -> Iterator[int]:
    """The places, in order, at which one of ``stems`` begins a word of a text in lower case."""
    return (match.start() for match in _beginnings(tuple(stems)).finditer(lower))


@cache
def _beginnings(stems: tuple[str, ...]) -> "re.Pattern[str]":
    return re.compile(r"(?<![^\W_])" + _shared(stems))


def _shared(stems: Sequence[str]) -> str:
    """A pattern of the stems in which those with one beginning share it.

    >>> _shared(("dir", "dis", "ma"))
    '(?:d(?:i(?:r|s))|m(?:a))'
    """
    if "" in stems:
        return ""
    heads = sorted({stem[0] for stem in stems})
    parts = (re.escape(c) + _shared([s[1:] for s in stems if s[0] == c]) for c in heads)
    return f"(?:{'|'.join(parts)})"
