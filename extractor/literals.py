"""Patterns tried only where one of the words stands that they can begin with.

To look for a word in a text costs a hundredth of what a pattern costs that may begin with any of
several words: so the words are looked for one by one, and the pattern is tried where they stand.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache

import regex
from ahocorasick_rs import AhoCorasick, Implementation


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


def matches(
    pattern: re.Pattern[str], text: str, starts: Iterable[int], end: int = sys.maxsize
) -> Iterator[re.Match[str]]:
    """The matches of a pattern in ``text[:end]`` that begin at some of the places, without
    overlaps."""
    done = 0
    for start in starts:
        if start >= done and (match := pattern.match(text, start, end)):
            yield match
            done = match.end()


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


class Words:
    """Words looked for in a text all at once, as they are written (Aho and Corasick).

    >>> Words("art.", "nota").starts("nota all'art. 3")
    [0, 9]
    """

    def __init__(self, *words: str) -> None:
        self._search = AhoCorasick(words, implementation=Implementation.DFA)

    def starts(self, text: str) -> list[int]:
        """Where one of the words begins, in order."""
        try:
            found = self._search.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:  # half a character, of a broken file
            whole = _HALVES.sub("\ufffd", text)
            found = self._search.find_matches_as_indexes(whole, overlapping=True)
        return sorted({start for _, start, _ in found})


_HALVES = re.compile("[\ud800-\udfff]")


class Beginning:
    """A pattern every match of which begins with one of ``words``, in whatever case.

    The words are in small letters.

    >>> noted = Beginning(r"Nota\\s\\d|Art\\.\\s\\d", "nota", "art.")
    >>> [match[0] for match in noted.finditer("Art. 3, Nota 1")]
    ['Art. 3', 'Nota 1']
    """

    _low = True

    def __init__(self, pattern: str, *words: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._pattern = re.compile(pattern, flags)
        self._words = Words(*words)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """The matches in ``text[start:end]``, in order, without overlaps."""
        end = len(text) if end is None else end
        read = lowered(text) if self._low else text
        places = (start + place for place in self._words.starts(read[start:end]))
        return matches(self._pattern, text, places, end)


class Headed(Beginning):
    """A pattern every match of which begins with one of ``words`` as they are written.

    >>> noted = Headed(r"(?<!\\w)(?:Nota|Voto)\\s\\d", "Nota", "Voto")
    >>> [match[0] for match in noted.finditer("Nota 1, voto 5, PrimaNota 2, Voto 3")]
    ['Nota 1', 'Voto 3']
    """

    _low = False
