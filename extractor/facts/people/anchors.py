"""Where the few words that matter can begin: a cheap search before the patterns.

A pattern of many alternatives tried without regard to case at each character is slow. A text is
therefore searched once, in lower case, for the first letters of all the words that anyone asks
for, with a pattern that shares their beginnings (a trie); the patterns are tried only there.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

_ASKED: set[str] = set()


def stems(*words: str) -> tuple[str, ...]:
    """First letters of words, in lower case, two or more each, that will be asked for."""
    _ASKED.update(words)
    return words


def lowered(text: str) -> str:
    """The text in lower case, one character for each (``İ`` would become two)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower()[:1] or c for c in text)


def anchors(lower: str, asked: tuple[str, ...]) -> Iterator[int]:
    """The places, in order, at which one of ``asked`` (made by ``stems``) begins a word.

    ``lower`` is a text in lower case.
    """
    starts = _starts(lower, frozenset(_ASKED))
    found = [
        at
        for head, group in _by_head(asked).items()
        for at in starts.get(head, ())
        if lower.startswith(group, at)
    ]
    return iter(sorted(found))


@lru_cache(maxsize=1)
def _starts(lower: str, asked: frozenset[str]) -> dict[str, list[int]]:
    """Where words begin that are asked for, by their first two characters."""
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for match in _beginnings(asked).finditer(lower):
        starts[match.group()[:2]].append(match.start())
    return dict(starts)


@cache
def _beginnings(asked: frozenset[str]) -> "re.Pattern[str]":
    return re.compile(r"(?<![^\W_])" + _shared(sorted(asked)))


def _shared(words: Sequence[str]) -> str:
    """A pattern of the words in which those with one beginning share it.

    >>> _shared(("dir", "dis", "ma"))
    '(?:d(?:i(?:r|s))|m(?:a))'
    """
    if "" in words:
        return ""
    heads = sorted({word[0] for word in words})
    parts = (re.escape(c) + _shared([w[1:] for w in words if w[0] == c]) for c in heads)
    return f"(?:{'|'.join(parts)})"


@cache
def _by_head(asked: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for stem in asked:
        groups[stem[:2]].append(stem)
    return {head: tuple(group) for head, group in groups.items()}
