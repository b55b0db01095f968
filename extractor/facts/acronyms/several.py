"""Abbreviations of several words: *Programma Regionale … Fondo Sociale Europeo Plus (PR FSE+)*.

Each of its words is an abbreviation by itself, spelt by words that follow one another; the years
of a programme and the words that only connect two names (*a valere sul*, *cofinanziato dal*) give
no letter.

>>> text = "il Programma Nazionale cofinanziato dal Fondo Sociale Europeo (PN FSE) 2021-2027"
>>> [(found.sigla, found.definizione) for found in several(text)]
[('PN FSE', 'Programma Nazionale cofinanziato dal Fondo Sociale Europeo')]
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from extractor.facts.acronyms.beside import floor
from extractor.facts.acronyms.intros import HEREAFTER
from extractor.facts.acronyms.written import QUOTES, is_sigla, record
from extractor.facts.initials import Word, is_small, letters, spells, words
from extractor.literals import matches, places
from models import Acronimo

_TOKEN = r"[A-Z][A-Za-z]{1,7}"
_NAME = rf"(?P<sigla>{_TOKEN}(?:\s{{1,2}}{_TOKEN}){{1,2}}(?:\s?\+)?)"
_YEARS = r"(?:\s{1,2}20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?)?"
_SAID = rf"(?:{HEREAFTER}[\s,:]{{1,3}}){{0,3}}"
# ``(PR FSE+)``, ``(di seguito “PR FESR 2021-2027”)``, ``, di seguito “PN RIC”``, ``“SEED PA”``
_BRACKETS = re.compile(rf"\(\s?{_SAID}[“\"«]?{_NAME}{_YEARS}[”\"»]?\s?\)")
_QUOTES = re.compile(rf"[“\"«]{_NAME}{_YEARS}[”\"»]")
_BEFORE_QUOTES = re.compile(rf"[\s,–—-]{{1,3}}{_SAID}$", re.I)
_REACH = 220
_LONGEST = 20  # words
_MOST_BEFORE_QUOTES = 60  # characters
_PATIENCE = 40  # how often one may stand without its words before it is passed over
# A name that lacks no letter may still hold a word that gives none, if the letters are many.
_MANY_LETTERS = 5
_PLUS_SIGN = re.compile(r"\w\+(?:\s+20\d\d(?:\s?[-–/]\s?\d{2,4})?)?\s*$")
_CONNECTING = re.compile(
    r"(?:co)?finanziat[oaie]|valere|titolarita|relativ[oaie]|period[oi]|programmazione|anni|\d+"
)


def several(text: str) -> Iterator[Acronimo]:
    """The abbreviations of several words, in brackets or quotes after what they stand for."""
    refused: Counter[str] = Counter()
    for match, end in chain(_in_brackets(text), _in_quotes(text)):
        if refused[match["sigla"]] > _PATIENCE:
            continue
        found = _after_words(text, match, end)
        refused[match["sigla"]] += found is None
        if found is not None:
            yield found


def _in_brackets(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """The abbreviations in brackets, with where the words before them end."""
    return ((match, match.start()) for match in _BRACKETS.finditer(text))


def _in_quotes(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """The abbreviations in quotes, with where the words before them end."""
    for match in matches(_QUOTES, text, places(text, *QUOTES)):
        begins = max(match.start() - _MOST_BEFORE_QUOTES, 0)
        said = _BEFORE_QUOTES.search(text, begins, match.start())
        if said is not None:
            yield match, said.start()


def _after_words(text: str, match: re.Match[str], end: int) -> Acronimo | None:
    tokens = re.sub(r"\s\+", "+", match["sigla"]).split()
    if not all(is_sigla(token) for token in tokens):
        return None
    if _PLUS_SIGN.search(
        text, max(end - 20, 0), end
    ):  # ``Fondo Sociale Europeo+``: the sign is no letter of a word
        tokens[-1] = tokens[-1].removesuffix("+")
    start = _start(words(text, floor(text, end, _REACH), end)[-_LONGEST:], tokens)
    if start is None:
        return None
    return record(text, start, match.end("sigla"), match["sigla"], text[start:end], 0.85)


def _start(given: Sequence[Word], tokens: list[str]) -> int | None:
    """Where the nearest words begin that spell all the tokens, one after the other."""
    wanted = tuple(letters(token) for token in tokens)
    telling = [word for word in given if not _CONNECTING.fullmatch(word.lettere)]
    # Letters that the words themselves print are not said to stand for anything.
    if any(word.lettere == letters(token.rstrip("+")) for word in telling for token in tokens):
        return None
    for skips in (0, 1) if sum(map(len, wanted)) >= _MANY_LETTERS else (0,):
        for at in range(len(telling) - 2 * len(wanted), -1, -1):
            word = telling[at].lettere
            if word[0] == wanted[0][0] and not is_small(word):
                pieces = tuple(word.lettere for word in telling[at:])
                if _spelt(wanted, pieces, skips):
                    return telling[at].inizio
    return None


def _spelt(wanted: tuple[str, ...], given: tuple[str, ...], skips: int) -> bool:
    """Whether the words spell every abbreviation in turn, each by two words that count or more."""
    first, rest = wanted[0], wanted[1:]
    if not rest:
        return _counting(given) > 1 and spells(first, given, skips)
    return any(
        _counting(given[:stop]) > 1
        and spells(first, given[:stop], skips)
        and _spelt(rest, given[stop:], 0)
        for stop in range(2, len(given) - 1)
    )


def _counting(given: tuple[str, ...]) -> int:
    return sum(not is_small(word) for word in given)
