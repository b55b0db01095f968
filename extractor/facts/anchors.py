"""Where the few words that matter can begin: a cheap search before the patterns.

A pattern of many alternatives, tried without regard to case at each character, is slow, and some
two hundred patterns look for facts. A text is therefore searched once, in lower case, for the
first letters of all the words that any of them begins with, by one pattern that shares their
beginnings (a trie); the patterns are tried only where their own words begin.

>>> LETTERS = stems("nota", "lettera")
>>> list(starts(lowered("Lettera n. 12 e la nota n. 3, notabene, annotazione"), LETTERS))
[0, 19, 30]
>>> found = Anchored(("nota", "lettera"), r"(?:nota|lettera)\\s+n\\.\\s*(?P<numero>\\d+)")
>>> [match["numero"] for match in found.finditer("Lettera n. 12 e la nota n. 3")]
['12', '3']
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import regex

_ASKED: set[str] = set()
# The standard library counts raised figures, the marks of notes, among the letters.
_BEFORE_WORD = r"[\W\d_¹²³⁰⁴-⁹¼-¾]"
_SPACE = re.compile(r"\s")
_SHORTEST = 2


def stems(*words: str) -> tuple[str, ...]:
    """First letters of words, in lower case, two or more each, that will be asked for.

    A space stands for any white space.
    """
    _ASKED.update(words)
    return words


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """``text`` in lower case, character for character (``İ`` would become two)."""
    low = text.lower()
    return low if len(low) == len(text) else text.replace("İ", "i").lower()


def starts(low: str, asked: tuple[str, ...], *, after_figures: bool = False) -> list[int]:
    """The places, in order, where one of ``asked`` (made by ``stems``) begins a word.

    ``low`` is a text in lower case; no letter stands before a word, and a figure only
    ``after_figures``. What stands after a space of a stem is for the caller's
    pattern to tell.
    """
    places = _places(low, len(_ASKED))
    found: list[int] = []
    for head, longer in _heads(asked, len(_ASKED)).items():
        at_head = places.heads.get(head, ())
        found += [at for at in at_head if low.startswith(longer, at)] if longer else at_head
    if not after_figures and places.after_figures:
        found = [at for at in found if at not in places.after_figures]
    found.sort()
    return found


class _Places(NamedTuple):
    """Where the stems stand: by the shortest stem that each begins with; which after a figure."""

    heads: dict[str, list[int]]
    after_figures: frozenset[int]


@lru_cache(maxsize=2)
def _places(low: str, asked: int) -> _Places:
    """The places in ``low`` of the stems, of which there are ``asked`` so far."""
    heads: defaultdict[str, list[int]] = defaultdict(list)
    # With a character set before it, what stands before a word is the first thing looked for.
    for match in _beginnings(asked).finditer("\n" + low):
        heads[match[1]].append(match.start())
    for printed in list(heads):
        if (plain := _SPACE.sub(" ", printed)) != printed:
            heads[plain] += heads.pop(printed)
    after = (at for places in heads.values() for at in places if low[at - 1 : at].isnumeric())
    return _Places(dict(heads), frozenset(after))


@cache
def _beginnings(asked: int) -> "re.Pattern[str]":
    return re.compile(rf"{_BEFORE_WORD}(?=({_shared(sorted(_ASKED))}))")


def _shared(words: Sequence[str]) -> str:
    """A pattern of the words in which those with one beginning share it.

    >>> _shared(("dir", "dis", "ma"))
    '(?:d(?:i(?:r|s))|m(?:a))'
    """
    if "" in words:
        return ""
    heads = sorted({word[0] for word in words})
    parts = (_escaped(c) + _shared([w[1:] for w in words if w[0] == c]) for c in heads)
    return f"(?:{'|'.join(parts)})"


def _escaped(char: str) -> str:
    return r"\s" if char == " " else re.escape(char)


@cache
def _heads(asked: tuple[str, ...], count: int) -> dict[str, tuple[str, ...]]:
    """The stems by the shortest of all ``count`` stems that they begin with, which is looked for.

    Up to their first space; none where the shortest says all that they say.
    """
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for stem in asked:
        lengths = range(_SHORTEST, len(stem) + 1)
        head = next(stem[:length] for length in lengths if stem[:length] in _ASKED)
        groups[head].append(stem.partition(" ")[0])
    return {
        head: () if any(len(word) <= len(head) for word in group) else tuple(group)
        for head, group in groups.items()
    }


class Anchored:
    """A pattern (case never matters) and the stems of the words that it begins with.

    ``elsewhere`` are patterns, in lower case, of beginnings that no stem can tell; ``joined`` is
    a word that may be written together with the pattern's own (``smartcig``); ``back`` says how
    many characters before the word the pattern may begin.
    """

    def __init__(
        self,
        asked: tuple[str, ...],
        pattern: str,
        *,
        elsewhere: tuple[str, ...] = (),
        joined: str = "",
        back: int = 0,
    ) -> None:
        self._stems = stems(*asked)
        self._joined = len(joined), stems(*(joined + stem for stem in asked if joined))
        self._words = [re.compile(word) for word in elsewhere]
        self._pattern = regex.compile(pattern, regex.IGNORECASE)
        self._back = back

    def finditer(self, text: str) -> Iterator[regex.Match[str]]:
        """The matches in ``text``, in order, without overlaps."""
        low = lowered(text)
        places = starts(low, self._stems, after_figures=True)
        before, joined = self._joined
        places += [at + before for at in starts(low, joined, after_figures=True)]
        for word in self._words:
            places += [match.start() for match in word.finditer(low)]
        end = 0
        for start in sorted(places):
            if start < end:
                continue
            match = self._match(text, start, end)
            if match is not None and match.end() > start:
                yield match
                end = match.end()

    def _match(self, text: str, start: int, end: int) -> regex.Match[str] | None:
        if not self._back:
            return self._pattern.match(text, start)
        return self._pattern.search(text, max(start - self._back, end), start + 400)
