"""Where the few words that matter can begin: a cheap search before the patterns.

A pattern of many alternatives, tried without regard to case at each character, is slow, and some
two hundred patterns look for facts. A text is therefore searched once, in lower case, for the
first letters of all the words that any of them begins with (all together, by the algorithm of Aho
and Corasick); the patterns are tried only where their own words begin.

>>> LETTERS = stems("nota", "lettera")
>>> list(starts(lowered("Lettera n. 12 e la nota n. 3, notabene, annotazione"), LETTERS))
[0, 19, 30]
>>> found = Anchored(("nota", "lettera"), r"(?:nota|lettera)\\s+n\\.\\s*(?P<numero>\\d+)")
>>> [match["numero"] for match in found.finditer("Lettera n. 12 e la nota n. 3")]
['12', '3']
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

import regex
from ahocorasick_rs import AhoCorasick, Implementation

from extractor.facts.characters import Characters, characters
from extractor.literals import lowered

__all__ = ["Anchored", "lowered", "starts", "stems"]

_ASKED: set[str] = set()


def stems(*words: str) -> tuple[str, ...]:
    """First letters of words, in lower case, two or more each, that will be asked for.

    A space stands for one white space of any kind. Given back are those that begin with no other.
    """
    shortest = tuple(
        word
        for word in dict.fromkeys(words)
        if not any(word != other and word.startswith(other) for other in words)
    )
    _ASKED.update(shortest)
    return shortest


def starts(low: str, asked: tuple[str, ...], *, after_figures: bool = False) -> list[int]:
    """The places, in order, where one of ``asked`` (made by ``stems``) begins a word.

    ``low`` is a text in lower case; no letter stands before a word, and a figure only
    ``after_figures``.
    """
    places = _places(low, len(_ASKED))
    found = [at for stem in asked if stem in places for at in places[stem]]
    if found and not after_figures:
        found = [at for at in found if not low[at - 1 : at].isnumeric()]
    found.sort()
    return found


@lru_cache(maxsize=2)
def _places(low: str, asked: int) -> dict[str, list[int]]:
    """The places in ``low`` of the stems, of which there are ``asked`` so far."""
    known, search = _search(asked)
    places: defaultdict[str, list[int]] = defaultdict(list)
    marked = characters(low).with_words_marked()
    for which, start, _ in search.find_matches_as_indexes(marked, overlapping=True):
        places[known[which]].append(start)
    return dict(places)


@cache
def _search(asked: int) -> tuple[list[str], AhoCorasick]:
    """The stems, and the search for them as they stand in a text with its words marked."""
    known = sorted(_ASKED)
    marked = [Characters(stem).with_words_marked() for stem in known]
    # The compact one: the fastest is so large that short acts only pay for reading it.
    return known, AhoCorasick(marked, implementation=Implementation.ContiguousNFA)


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
        if joined:
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
