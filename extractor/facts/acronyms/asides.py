"""Abbreviations explained aside: at the end of brackets, in a footnote, by a list's *per*.

>>> text = "degli obiettivi di sviluppo (Sustainable Development Goals - SDGs) dell’Agenda"
>>> [(found.sigla, found.definizione) for found in asides(text)]
[('SDGs', 'Sustainable Development Goals')]
"""

import re
from collections.abc import Iterator
from itertools import chain

from extractor.facts.acronyms.beside import may_stand_beside, strict_start
from extractor.facts.acronyms.written import CLOSE, OPEN, QUOTES, SIGLA, record
from extractor.facts.initials import agrees, is_small, letters, spells, words
from extractor.literals import matches, places
from models import Acronimo

# ``(Internet of Things - IoT)``, ``(Key Performance Indicator, KPI)``, ``«Fondi SIE»)``
_LAST = re.compile(rf"(?:\s?[–—‐-]\s?|,\s|[”\"»]\s|\so\s)[“\"«]?(?P<sigla>{SIGLA})[”\"»]?\s?\)")
# One pattern for each word, so that its letters anchor the search.
_DENOMINATED = tuple(
    re.compile(
        rf"{word}[oaie]\s+(?:(?:anche|brevemente|in\s+breve)\s+)?"
        rf"{OPEN}(?P<sigla>{SIGLA}){CLOSE}(?![\w-])"
    )
    for word in ("denominat", "siglat")
)
_BEFORE_NAMED = re.compile(r"[\s,(]{1,4}(?:(?:in\s+seguito|poi|anche)\s)?\Z")
# ``UP2`` in the text and, under the page, ``2 Unità di produzione.``
_FOOTNOTE = re.compile(
    r"\n(?P<nota>\d{1,3})\)?\s(?P<definizione>[A-ZÀ-Ú][^\n.;:()]{6,90})\.?(?=\n|\Z)"
)
_FEWEST_WORDS, _MOST_WORDS = 2, 8
_PAGE = 8000  # characters before a footnote in which its number is printed
# ``“il Programma Regionale 2021-2027”, “PR 2021-2027”``: the years stand in both.
_WITH_YEARS = re.compile(
    r"[“”\"«](?P<sigla>(?P<lettere>[A-Z]{2,8})\s(?P<anni>20\d\d\s?[-–/]\s?(?:20)?\d\d))[”\"»]"
)
_OTHER_NAME = re.compile(r"\s(?P<anni>20\d\d\s?[-–/]\s?(?:20)?\d\d)[”\"»]\s?(?:,|o|e|ovvero)?\s\Z")


def asides(text: str) -> Iterator[Acronimo]:
    """The abbreviations so explained, of three letters and more but for footnotes and years."""
    yield from _last_in_brackets(text)
    yield from _first_in_brackets(text)
    yield from _in_small_letters(text)
    yield from _with_small_words(text)
    yield from _denominated(text)
    yield from _in_footnotes(text)
    yield from _with_years(text)
    yield from _in_formulas(text)


def _last_in_brackets(text: str) -> Iterator[Acronimo]:
    """``(Service Level Agreement – SLA)``"""
    for closing in _CLOSING.finditer(text):
        match = _LAST.search(text, max(0, closing.start() - 24), closing.end())
        if match is None or match.end() != closing.end() or not may_stand_beside(match["sigla"]):
            continue
        start = strict_start(text, match.start(), match["sigla"], dashed=True)
        if start is not None and "(" in text[max(0, start - 2) : start]:
            definition = text[start : match.start()]
            yield record(text, start, match.end("sigla"), match["sigla"], definition, 0.8)


# Anchored at the bracket itself, which a search finds fast.
_CLOSING = re.compile(r"\)(?:(?<=[A-Z]\))|(?<=[A-Z][a-z]\))|(?<=[”\"»]\)))")


def _first_in_brackets(text: str) -> Iterator[Acronimo]:
    """``(FTE, full time equivalent)``"""
    for match in _FIRST.finditer(text):
        sigla, definition = match["sigla"], match["definizione"]
        if may_stand_beside(sigla) and agrees(sigla, definition) and len(definition.split()) > 1:
            yield record(
                text, match.start("sigla"), match.end("definizione"), sigla, definition, 0.8
            )


_FIRST = re.compile(
    rf"\((?P<sigla>{SIGLA})(?:,|:|\s?=)\s[“\"«]?(?P<definizione>[A-Za-zà-ù][^()\n;,“”\"«»]{{8,100}})"
    r"[”\"»]?\)"
)


def _in_small_letters(text: str) -> Iterator[Acronimo]:
    """``computo metrico estimativo (c.m.e.)``, ``tonnellate equivalenti di petrolio (tep)``"""
    for match in _SMALL_LETTERS.finditer(text):
        start = strict_start(text, match.start(), match["sigla"], dashed=True)
        if start is not None:
            definition = text[start : match.start()]
            yield record(text, start, match.end("sigla"), match["sigla"], definition, 0.75)


def _with_small_words(text: str) -> Iterator[Acronimo]:
    """``permesso di costruire (P. di C.)``, ``Centro di Servizi Territoriali (C. S. T.)``"""
    for match in _SPACED.finditer(text):
        capitals = "".join(_CAPITAL.findall(match["sigla"]))
        if len(capitals) < 3 and not _SMALL_WORD.search(match["sigla"]):
            continue  # ``Mario Conti (M. C.)``
        start = strict_start(text, match.start(), capitals, dashed=True)
        if start is not None:
            definition = text[start : match.start()].rstrip()
            yield record(text, start, match.end("sigla"), match["sigla"], definition, 0.75)


_SPACED = re.compile(
    r"\((?P<sigla>[A-Z]\.?(?:\s(?:(?i:di|del|della|dei|e|per)\s)?[A-Z]\.?){1,7})\)"
)
_SMALL_WORD = re.compile(r"\s(?:di|del|della|dei|e|per)\s", re.I)
_CAPITAL = re.compile(r"(?<![A-Z])[A-Z](?![A-Z])")
_SMALL_LETTERS = re.compile(r"\((?P<sigla>(?:[a-z]\.){3,6}|[a-z]{3,5})\)")


def _denominated(text: str) -> Iterator[Acronimo]:
    """``il Centro Operativo Comunale, denominato C.O.C.``"""
    for match in chain.from_iterable(named.finditer(text) for named in _DENOMINATED):
        before = _BEFORE_NAMED.search(text, max(0, match.start() - 16), match.start())
        if before is None or not may_stand_beside(match["sigla"]):
            continue
        start = strict_start(text, before.start(), match["sigla"], dashed=True)
        if start is not None:
            definition = text[start : before.start()]
            yield record(text, start, match.end("sigla"), match["sigla"], definition, 0.8)


def _in_footnotes(text: str) -> Iterator[Acronimo]:
    """The footnotes whose words have the initials beside which their number is printed."""
    for match in _FOOTNOTE.finditer(text):
        given = words(text, match.start("definizione"), match.end("definizione"))
        telling = [word for word in given if not is_small(word.lettere)]
        if not _FEWEST_WORDS <= len(telling) <= _MOST_WORDS:
            continue
        sigla = "".join(word.lettere[0] for word in telling).upper()
        printed = sigla + match["nota"]
        at = text.find(printed, max(0, match.start() - _PAGE), match.start())
        if at > 0 and not text[at - 1].isalnum() and not text[at + len(printed)].isalnum():
            start, end = match.span("definizione")
            yield record(text, start, end, sigla, match["definizione"], 0.7)


def _with_years(text: str) -> Iterator[Acronimo]:
    """The short names whose years are a part of them as of the name before."""
    for match in matches(_WITH_YEARS, text, places(text, *QUOTES)):
        name = _OTHER_NAME.search(text, max(0, match.start() - 30), match.start())
        if name is None or name["anni"] != match["anni"]:
            continue
        start = strict_start(text, name.start(), match["lettere"])
        if start is not None:
            definition = text[start : name.end("anni")]
            yield record(text, start, match.end("sigla"), match["sigla"], definition, 0.7)


# Anchored at the sign; the symbol is looked for before it.
_EQUALS = re.compile(r"=(?<=[a-z\s]=)\s?(?=[A-Z][a-z])")
_SYMBOL = re.compile(r"(?<![\w%])(?P<sigla>[A-Z][a-z]{2,7})\s?\Z")
_PHRASE = re.compile(r"[^;:,()=\n\t]{6,80}")


def _in_formulas(text: str) -> Iterator[Acronimo]:
    """The symbols of a formula under it: ``Eprod = Energia prodotta``."""
    for sign in _EQUALS.finditer(text):
        symbol = _SYMBOL.search(text, max(0, sign.start() - 10), sign.start())
        said = _PHRASE.match(text, sign.end())
        if symbol is None or said is None:
            continue
        given = words(text, sign.end(), said.end())[:_MOST_WORDS]
        wanted = letters(symbol["sigla"])
        for count in range(_FEWEST_WORDS, len(given) + 1):
            if spells(wanted, tuple(word.lettere for word in given[:count]), 0):
                end = given[count - 1].fine
                definition = text[sign.end() : end]
                yield record(text, symbol.start(), end, symbol["sigla"], definition, 0.7)
                break
