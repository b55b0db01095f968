"""Acronyms explained where the words are used: in brackets, or beside them."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from extractor.facts.acronyms.written import CLOSE, LEGAL_FORM, OPEN, SIGLA, is_sigla, record
from extractor.facts.initials import (
    Word,
    agrees,
    in_capitals,
    is_small,
    letters,
    nearly_translated,
    singular,
    spells,
    translated,
    words,
)
from models import Acronimo

_HEREAFTER = (
    r"(?:(?:di|in|nel)\s+seguito|d['’]ora\s+in\s+(?:poi|avanti)|per\s+brevit[àa]|breviter|infra"
    r"|c\.?\s?d\.?|cosiddett[oaie]|anche|in\s+breve|in\s+sigla|acronimo|brevemente|denominat[oaie])"
)
_FILLING = (
    r"(?:[\s,:]{1,3}(?:solo|semplicemente|anche|denominat[oaie]|indicat[oaie]|definit[oaie]"
    r"|come|o|più|per|brevità|ente|la|il|lo|l['’]))"
)
_BRACKETS = re.compile(
    rf"\(\s*(?P<intro>{_HEREAFTER}(?:[\s,:]{{1,3}}{_HEREAFTER}|{_FILLING}){{0,5}}[\s,:]{{1,3}})?"
    rf"{OPEN}(?P<sigla>{SIGLA}){CLOSE}\s*(?P<fine>[),;]|\s(?:o|e|ovvero|oppure)\s)"
)
_NO_BRACKETS = re.compile(
    rf",\s+(?P<intro>di\s+seguito(?:[\s,:]{{1,3}}{_HEREAFTER}|{_FILLING}){{0,5}}[\s,:]{{1,3}})"
    rf"{OPEN}(?P<sigla>{SIGLA}){CLOSE}(?![\w])"
)
# ``“Segnalazione Certificata di Inizio Attività” - SCIA``, ``… Inizio Lavori “libera” C.I.L.``
_APPOSED = re.compile(
    r"(?<=[^\W\d_])(?:(?P<altro>\s[“\"«][^“”\"«»\n]{1,40}[”\"»])|[”\"»])?"
    r"(?:\s[–—‐-]\s|\s)[“\"«]?(?P<sigla>[A-Z]{3,8}|(?:[A-Z]\.){3,8})(?![\w’'])"
)
# ``DNSH - Do No Significant Harm``
_DASH_WORDS = re.compile(rf"(?<![\w.-])(?P<sigla>{SIGLA})\s[–—‐-]\s[“\"«]?(?=[^\W\d_])")
_OF_A_TOWN = re.compile(r"(?:(?<!\w)(?:di|a|ad|in|da|presso|comune)|[,\d–-])\s{1,3}$", re.I)
_LAST_WORD = re.compile(r"(?<![^\W_])([^\W\d_])[^\W_]*[”\"»,]?\s*$")
_EXPLAINED = re.compile(rf"(?<![\w.])(?P<sigla>{SIGLA})\s+\((?P<definizione>[^()\n\t]{{6,140}})\)")

_LONGEST_DEFINITION = 16  # words
_LONGEST_LONG = 22
_PATIENCE = 40
"""How often an abbreviation may stand in brackets without its words before it is passed over."""
_SENTENCE_END = re.compile(r"[;:!?•]\s|\.\s+(?=[A-ZÀ-Ú])|[()\t\f]|[“”«»\"]")
_SHARED_BY_PROVINCES = frozenset({
    "AG", "AL", "AN", "AO", "AP", "AQ", "AR", "AT", "AV", "BA", "BG", "BI", "BL", "BN", "BO", "BR",
    "BS", "BT", "BZ", "CA", "CB", "CE", "CH", "CL", "CN", "CO", "CR", "CS", "CT", "CZ", "EN", "FC",
    "FE", "FG", "FI", "FM", "FR", "GE", "GO", "GR", "IM", "IS", "KR", "LC", "LE", "LI", "LO", "LT",
    "LU", "MB", "MC", "ME", "MI", "MN", "MO", "MS", "MT", "NA", "NO", "NU", "OR", "PA", "PC", "PD",
    "PE", "PG", "PI", "PN", "PO", "PR", "PT", "PU", "PV", "PZ", "RA", "RC", "RE", "RG", "RI", "RM",
    "RN", "RO", "SA", "SI", "SO", "SP", "SR", "SS", "SU", "SV", "TA", "TE", "TN", "TO", "TP", "TR",
    "TS", "TV", "UD", "VA", "VB", "VC", "VE", "VI", "VR", "VS", "VT", "VV",
})  # fmt: skip
"""The abbreviations of provinces, printed in brackets after the name of a town."""
_OF_TWO_TOWNS = frozenset({"AP", "BT", "FC", "MB", "MS", "PU", "RC", "VB", "VV"})
"""Those that are the initials of the province's own name: ``Reggio Calabria (RC)``."""


def find(text: str, declared_only: bool) -> Iterator[Acronimo]:
    """Definitions where the words are used; only those said to be such (*di seguito*) or all."""
    refused: Counter[str] = Counter()
    for pattern in (_BRACKETS, _NO_BRACKETS):
        for match in pattern.finditer(text):
            if refused[match["sigla"]] > _PATIENCE:
                continue
            if match["intro"] or (match["fine"] in "),;" and not declared_only):
                found = _defined_before(text, match)
                if found is not None:
                    yield found
                refused[match["sigla"]] += found is None
    if not declared_only:
        yield from _explained(text)
        yield from _beside(text)


def _explained(text: str) -> Iterator[Acronimo]:
    """Abbreviations with their words in brackets: *DURC (Documento Unico di Regolarità …)*."""
    for match in _EXPLAINED.finditer(text):
        sigla, definition = match["sigla"], match["definizione"]
        if not is_sigla(sigla):
            continue
        for given in dict.fromkeys((definition, definition.partition(",")[0])):
            if _explains(sigla, given):
                end = match.end() if given == definition else match.start(2) + len(given)
                yield record(text, match.start(), end, sigla, given)
                break


def _beside(text: str) -> Iterator[Acronimo]:
    """Abbreviations beside their words without brackets, of three letters and more.

    Nothing says that they are explained, so that every capital word must give its letter.
    """
    for match in _APPOSED.finditer(text):
        sigla = match["sigla"]
        if not _may_stand_beside(sigla):
            continue
        ends = (match.start(), match.start("altro")) if match["altro"] else (match.start(),)
        for end in ends:
            start = _strict_start(text, end, sigla)
            if start is not None:
                yield record(text, start, match.end("sigla"), sigla, text[start:end], 0.8)
                break
    for match in _DASH_WORDS.finditer(text):
        if _may_stand_beside(match["sigla"]):
            stop = _strict_end(text, match.end(), match["sigla"])
            if stop is not None:
                definition = text[match.end() : stop]
                yield record(text, match.start(), stop, match["sigla"], definition, 0.8)


def _may_stand_beside(sigla: str) -> bool:
    return is_sigla(sigla) and len(letters(sigla)) > 2


def _strict_start(text: str, end: int, sigla: str) -> int | None:
    """Where the words just before ``end`` begin that spell the abbreviation, all of them."""
    wanted = letters(sigla)
    last = _LAST_WORD.search(text, max(0, end - 40), end)
    if last is None or last[1].casefold() != wanted[-1]:
        return None
    given = words(text, _floor(text, end, 120), end)
    for at in range(len(given) - 2, -1, -1):
        begins = given[at].lettere[0] == wanted[0] and text[given[at].inizio].isupper()
        if begins and _spelt_by_initials(wanted, given[at:]):
            return given[at].inizio
    return None


def _strict_end(text: str, start: int, sigla: str) -> int | None:
    """Where the words end that begin at ``start`` and spell the abbreviation, all of them."""
    wanted = letters(sigla)
    stop = _SENTENCE_END.search(text, start, start + 120)
    given = words(text, start, stop.start() if stop else min(len(text), start + 120))
    for count in range(2, min(len(given), _LONGEST_DEFINITION) + 1):
        if _spelt_by_initials(wanted, given[:count]):
            return given[count - 1].fine
    return None


def _spelt_by_initials(wanted: str, given: list[Word]) -> bool:
    """Whether each word that counts gives its first letter, and no word another one."""
    return wanted == "".join(word.lettere[0] for word in given if not is_small(word.lettere))


def _explains(sigla: str, definition: str) -> bool:
    first = re.match(r"\s*(\w+)", definition)
    if first is None or len(definition.split()) < 2 or sigla in definition.split():
        return False
    return agrees(sigla, definition) or in_capitals(sigla, definition)


def _defined_before(text: str, match: re.Match[str]) -> Acronimo | None:
    """The acronym in brackets with the words before it whose initials it is."""
    sigla = match["sigla"]
    declared = match["intro"] is not None
    if not is_sigla(sigla):
        return None
    shared = sigla in _SHARED_BY_PROVINCES and not declared
    if shared and sigla in _OF_TWO_TOWNS:
        return None
    exact = shared or (match["fine"] != ")" and not declared)
    if exact:
        start = _strict_start(text, match.start(), sigla)
    else:
        start = _definition_start(text, match.start(), sigla, declared)
    trust = 0.75 if exact else 0.9
    if shared and start is not None and not _used_as_word(text, sigla):
        # What follows *di* or a comma is rather a town: ``sede di Rocca Antica (RA)``.
        start, trust = None if _OF_A_TOWN.search(text[max(0, start - 20) : start]) else start, 0.55
    if start is None and not exact:
        start, trust = _long_start(text, match.start(), sigla), 0.7
    if start is None:
        return None
    definition = text[start : match.start()]
    return record(text, start, match.end("sigla"), sigla, definition, trust)


def _used_as_word(text: str, sigla: str) -> bool:
    """Whether the letters of a province stand outside brackets, as a word of the act's own."""
    return sigla in _outside_brackets(text)


@lru_cache(maxsize=1)
def _outside_brackets(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?<![\w(/.-])[A-Z]{2}(?![\w)/.-])", text))


def _definition_start(text: str, end: int, sigla: str, declared: bool) -> int | None:
    """Where the words begin whose initials are the acronym, going back from ``end``."""
    given = words(text, _floor(text, end, 220), end)[-_LONGEST_DEFINITION:]
    wanted = letters(re.sub(rf"\s{LEGAL_FORM}$", "", sigla))
    tail = _without_legal_form(text, given, end)
    for skips in range(3 if declared else 2 if len(wanted) > 3 else 1):
        for at in range(len(tail) - 2, -1, -1):
            word = tail[at].lettere
            if is_small(word) or word[0] != wanted[0] or word == wanted:
                continue
            pieces = tuple(word.lettere for word in tail[at:])
            if spells(wanted, pieces, skips) or spells(singular(wanted) or wanted, pieces, 0):
                return tail[at].inizio
    return _translated_start(text, [(word.lettere, word.inizio) for word in tail], sigla)


def _floor(text: str, end: int, reach: int) -> int:
    """How far back the sentence that ends at ``end`` is to be read."""
    floor = max(0, end - reach)
    for stop in _SENTENCE_END.finditer(text, floor, end):
        if text[stop.end() : end].strip(" ”\"»’'"):
            floor = stop.end()
    return floor


def _long_start(text: str, end: int, sigla: str) -> int | None:
    """Where a name begins that goes on after the abbreviation's words, of whom or what it is.

    ``Piano Strategico Nazionale della PAC 2023-2027 dell'Italia (PSP)``, ``Residenze sanitarie
    assistenziali per anziani (RSA)``. The abbreviation must be used elsewhere in the act.
    """
    wanted = letters(sigla)
    given = words(text, _floor(text, end, 180), end)[-_LONGEST_LONG:]
    if len(wanted) < 3 or not _used_again(text, sigla):
        return None
    stops = [
        stop
        for stop in range(2, len(given))
        if _GOES_ON.match(text, given[stop - 1].fine, given[-1].fine)
    ]
    for skips in (0, 1):
        for at in range(len(given) - 3, -1, -1):
            word = given[at].lettere
            if word[0] != wanted[0] or is_small(word) or word == wanted:
                continue
            for stop in stops:
                pieces = tuple(word.lettere for word in given[at:stop])
                if stop > at + 1 and spells(wanted, pieces, skips):
                    return given[at].inizio
    return None


_GOES_ON = re.compile(r"\s+(?:d(?:el(?:l[aeo])?|ei|egli|i)(?!\w)|dell[’']|per\s|\d)")


def _without_legal_form(text: str, given: list[Word], end: int) -> list[Word]:
    """The words without a company's form at their end: it gives no letter."""
    form = re.search(rf"(?<=\s){LEGAL_FORM}[\s,]*$", text[max(0, end - 20) : end])
    limit = end - (len(form.group()) if form else 0)
    return [word for word in given if word.fine <= limit]


def _translated_start(text: str, given: list[tuple[str, int]], sigla: str) -> int | None:
    """As ``_definition_start`` for an abbreviation whose letters come in another order.

    One that lacks a letter must be used elsewhere in the act.
    """
    starts = [at for at in range(len(given) - 2, -1, -1) if not is_small(given[at][0])]
    pieces = {at: [word for word, _ in given[at:]] for at in starts}
    for at in starts:
        if translated(sigla, pieces[at]):
            return given[at][1]
    for at in starts:
        if nearly_translated(sigla, pieces[at]) and _used_again(text, sigla):
            return given[at][1]
    return None


def _used_again(text: str, sigla: str) -> bool:
    return _used(text)[sigla.rstrip(".")] > 1


@lru_cache(maxsize=1)
def _used(text: str) -> Counter[str]:
    """How often each word that may be an abbreviation stands in the text."""
    return Counter(match.group() for match in re.finditer(rf"(?<!\w){SIGLA}(?!\w)", text))
