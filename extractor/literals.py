"""Patterns tried only where one of the words stands that they can begin with.

To look for a word in a text costs a hundredth of what a pattern costs that may begin with any of
several words: so the words are looked for one by one, and the pattern is tried where they stand.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import regex


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """``text`` in small letters, character for character."""
    low = text.lower()
    return low if len(low) == len(text) else text.replace("İ", "i").lower()


@lru_cache(maxsize=32)  # what several patterns begin with is looked for once in a text
def places(text: str, *words: str) -> tuple[int, ...]:
    """Where one of the words stands in the text, in order; they are written as they are given.

    >>> places("A – B - C", "–", "-")
    (2, 6)
    """
    found = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + 1)
    return tuple(sorted(found) if len(words) > 1 else found)


def matches(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin at some of the places, without overlaps."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            yield match
            end = match.end()


class Openings:
    """The letters that a pattern may begin with, asked of it once for each: words recur.

    It must not look further back than to the letters asked about.

    >>> noted = Openings(regex.compile("Nota|Voto"))
    >>> "Not" in noted, "Nor" in noted
    (True, False)
    """

    _MOST = 20_000

    def __init__(self, pattern: regex.Pattern[str]) -> None:
        self._pattern = pattern
        self._known: dict[str, bool] = {}

    def __contains__(self, letters: str) -> bool:
        """Whether a match may begin with the letters."""
        known = self._known.get(letters)
        if known is None:
            if len(self._known) >= self._MOST:
                self._known.clear()
            known = self._pattern.match(letters, partial=True) is not None
            self._known[letters] = known
        return known


class Beginning:
    """A pattern every match of which begins with one of ``words``.

    The words are in small letters, and stand in the text in any case.

    >>> noted = Beginning(r"Nota\\s\\d|Art\\.\\s\\d", "nota", "art.")
    >>> [match[0] for match in noted.finditer("Art. 3, Nota 1")]
    ['Art. 3', 'Nota 1']
    """

    def __init__(self, pattern: str, *words: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._pattern = re.compile(pattern, flags)
        self._words = words

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """The matches in ``text[start:end]``, in order, without overlaps."""
        end = len(text) if end is None else end
        low = lowered(text)
        places: set[int] = set()
        for word in self._words:
            at = low.find(word, start, end)
            while at >= 0:
                places.add(at)
                at = low.find(word, at + 1, end)
        for place in sorted(places):
            if place < start:
                continue
            match = self._pattern.match(text, place, end)
            if match is not None:
                yield match
                start = match.end()


class Headed:
    """A pattern every match of which begins with a word that ``head``, a pattern too, finds.

    A pattern of letters alone goes through a text several times as fast as one that first looks
    at what stands before them. No letter may stand before a match.

    >>> noted = Headed("Nota|Voto", r"(?<!\\w)(?:Nota|Voto)\\s\\d")
    >>> [match[0] for match in noted.finditer("Nota 1, Voto, PrimaNota 2, Voto 3")]
    ['Nota 1', 'Voto 3']
    """

    def __init__(self, head: str, pattern: str) -> None:
        self._head = re.compile(head)
        self._pattern = re.compile(pattern)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in ``text``, in order, without overlaps."""
        return matches(self._pattern, text, (head.start() for head in self._head.finditer(text)))
