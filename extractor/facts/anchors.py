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

import regex

_ASKED: set[str] = set()
# The standard library counts raised figures, the marks of notes, among the letters.
_BEFORE_WORD = r"[\W\d_¹²³⁰⁴-⁹¼-¾]"
_HEAD = 2
"""So many characters every stem has, by which the places found are kept."""


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
    found = [
        at
        for head, group in _by_head(asked).items()
        for at in places.get(head, ())
        if group is None or low.startswith(group, at)
    ]
    if not after_figures:
        found = [at for at in found if not low[at - 1 : at].isnumeric()]
    found.sort()
    return found


@lru_cache(maxsize=2)
def _places(low: str, asked: int) -> dict[str, list[int]]:
    """Where the stems stand (``asked`` of them: more may come), by their first letters."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    # With a character set before it, what stands before a word is the first thing looked for.
    for match in _beginnings(asked).finditer("\n" + low):
        at = match.start()
        places[low[at : at + _HEAD]].append(at)
    for head in [head for head in places if head[1].isspace() and head[1] != " "]:
        places[f"{head[0]} "] += places.pop(head)
    return dict(places)


@cache
def _beginnings(asked: int) -> "re.Pattern[str]":
    return re.compile(rf"{_BEFORE_WORD}(?={_shared(sorted(_ASKED))})")


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
def _by_head(asked: tuple[str, ...]) -> dict[str, tuple[str, ...] | None]:
    """The stems, up to their first space, by their first letters; None where all places do."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for stem in asked:
        groups[stem[:_HEAD]].append(stem.partition(" ")[0])
    return {
        head: None if any(len(word) <= _HEAD for word in group) else tuple(group)
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
