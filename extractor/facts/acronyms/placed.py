"""Short names of an abbreviation and of words of the long one: *CCIAA di Udine*, *ATS Milano*.

They stand in brackets or are announced; the abbreviation is spelt by words that follow one another,
and each of its other words stands in the long name too.

>>> text = "la Regione Friuli Venezia Giulia, di seguito denominata Regione FVG, concede"
>>> [(found.sigla, found.definizione) for found in placed(text)]
[('Regione FVG', 'Regione Friuli Venezia Giulia')]
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from extractor.facts.acronyms.beside import floor
from extractor.facts.acronyms.intros import FILLING, HEREAFTER
from extractor.facts.acronyms.known import head_of
from extractor.facts.acronyms.written import is_sigla, record
from extractor.facts.initials import Word, is_small, letters, spells, words
from models import Acronimo

_TOKEN = r"[A-Z][A-Za-zà-ù]{1,20}\.?\+?"
_NAME = rf"(?P<nome>{_TOKEN}(?:\s(?:d(?:i|el(?:la)?|ei|elle)\s|dell['’])?{_TOKEN}){{1,3}})"
_SAID = rf"{HEREAFTER}(?:[\s,:]{{1,3}}{HEREAFTER}|{FILLING}){{0,4}}[\s,:]{{1,3}}"
_BRACKETS = re.compile(
    rf"\(\s?(?P<detto>{_SAID})?[“\"«]?{_NAME}[”\"»]?"
    r"(?:\s20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?[”\"»]?)?\s?[),]"
)
_ANNOUNCED = re.compile(rf",\s(?P<detto>{_SAID})[“\"«]?{_NAME}(?!\w)")
_REACH = 200
_LONGEST = 22  # words
# English words that name a kind of body: ``Istituti Tecnologici Superiori (ITS Academy)``
_SAID_IN_ENGLISH = frozenset(("academy", "hub", "lab", "network", "point", "desk", "plus"))


def placed(text: str) -> Iterator[Acronimo]:
    """The short names so made, in brackets or announced after a comma."""
    for match in chain(_BRACKETS.finditer(text), _ANNOUNCED.finditer(text)):
        tokens = words(match["nome"])
        names = [word for word in tokens if not _is_abbreviation(match["nome"], word)]
        short = [word for word in tokens if _is_abbreviation(match["nome"], word)]
        others = [word.lettere for word in names if not is_small(word.lettere)]
        if len(short) != 1 or not others:
            continue
        if names[0].inizio < short[0].inizio and match["detto"] is None:
            continue  # ``Fondi Strutturali e di Investimento Europei (Fondi SIE)``
        sigla = match["nome"][short[0].inizio : short[0].fine]
        start = _start(text, match.start(), sigla, others)
        if start is not None:
            definition = text[start : match.start()]
            yield record(text, start, match.end("nome"), match["nome"], definition, 0.75)


def _is_abbreviation(name: str, word: Word) -> bool:
    return is_sigla(name[word.inizio : word.fine])


def _start(text: str, end: int, sigla: str, others: Sequence[str]) -> int | None:
    """Where the nearest words begin that spell the abbreviation and hold its other words."""
    given = words(text, floor(text, end, _REACH), end)[-_LONGEST:]
    wanted = letters(sigla)
    if any(word.lettere == wanted for word in given):
        return None
    for at in range(len(given) - 2, -1, -1):
        if not text[given[at].inizio].isupper():
            continue
        for stop in range(len(given), at + 1, -1):
            window = [word.lettere for word in given[at:stop]]
            rest = [word.lettere for word in given[stop:]]
            before = [word.lettere for word in given[max(0, at - 3) : at]]
            if not _are_said(others, [*before, *window, *rest]):
                continue
            telling = sum(not is_small(word) for word in window)
            spelt = telling > 1 and _spelt(wanted, tuple(window), others)
            if spelt or (head_of(sigla, window[0]) and telling > 1):
                first = at if others[0] not in before else at - 3 + _last(before, others[0])
                return given[max(0, first)].inizio
    return None


def _last(given: Sequence[str], word: str) -> int:
    return 3 - len(given) + max(at for at, other in enumerate(given) if other == word)


def _spelt(wanted: str, window: tuple[str, ...], others: Sequence[str]) -> bool:
    return spells(wanted, window, 0) or spells(
        wanted, tuple(word for word in window if word not in others), 0
    )


def _are_said(others: Sequence[str], given: Sequence[str]) -> bool:
    """Whether every other word stands in the long name, or begins as one: *piemontese*."""
    return all(
        other in _SAID_IN_ENGLISH
        or any(word == other or (len(other) > 5 and word[:6] == other[:6]) for word in given)
        for other in others
    )
