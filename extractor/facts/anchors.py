"""Patterns that are tried only where one of a few words begins.

Looking for a literal in a text of one case costs a hundredth of what a pattern that may begin
with any of several words, in either case, does. So the words are looked for one by one in the
text in lower case, which is made once, and the pattern is tried only where one of them stands.

>>> found = Anchored(("nota", "lettera"), r"(?:nota|lettera)\\s+n\\.\\s*(?P<numero>\\d+)")
>>> [match["numero"] for match in found.finditer("Lettera n. 12 e la nota n. 3")]
['12', '3']
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import regex


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """``text`` in lower case, character for character."""
    low = text.lower()
    return low if len(low) == len(text) else text.replace("İ", "i").lower()


def _places(low: str, literal: str) -> Iterator[int]:
    at = low.find(literal)
    while at >= 0:
        yield at
        at = low.find(literal, at + len(literal))


class Anchored:
    """A pattern (case never matters) and the words, in lower case, that it begins with.

    ``back`` says how many characters before the word the pattern may begin.
    """

    def __init__(self, words: tuple[str, ...], pattern: str, *, back: int = 0) -> None:
        self._literals = [word for word in words if re.escape(word) == word]
        self._words = [re.compile(word) for word in words if word not in self._literals]
        self._pattern = regex.compile(pattern, regex.IGNORECASE)
        self._back = back

    def finditer(self, text: str) -> Iterator[regex.Match[str]]:
        """The matches in ``text``, in order, without overlaps."""
        low = lowered(text)
        starts = {match.start() for word in self._words for match in word.finditer(low)}
        for literal in self._literals:
            starts.update(_places(low, literal))
        end = 0
        for start in sorted(starts):
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
