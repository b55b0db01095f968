"""Acronyms explained where the words are used: in brackets, or beside them."""

import re
from collections import Counter
from collections.abc import Iterator

from extractor.facts.acronyms.beside import (
    beside,
    entries,
    explained,
    floor,
    nearly_start,
    strict_start,
)
from extractor.facts.acronyms.intros import BRACKETS, NO_BRACKETS
from extractor.facts.acronyms.known import head_before, law_before, names_a_text
from extractor.facts.acronyms.several import several
from extractor.facts.acronyms.syllabic import syllabic
from extractor.facts.acronyms.written import LEGAL_FORM, is_sigla, record
from extractor.facts.initials import (
    Word,
    is_small,
    letters,
    nearly_translated,
    singular,
    spells,
    translated,
    words,
)
from models import Acronimo

_BRACKETS = re.compile(BRACKETS)
_NO_BRACKETS = re.compile(NO_BRACKETS)
_ANNOUNCING = tuple(
    re.compile(word)
    for word in (
        "seguito", "prosieguo", r"ora\s+in", "brev", r"in\s+sigla", r"in\s+acronimo",
        r"c\.\s?d\.", "cosiddett",
    )
)  # fmt: skip
_OF_A_TOWN = re.compile(r"(?:(?<!\w)(?:di|a|ad|in|da|presso|comune)|[,\d–-])\s{1,3}$", re.I)
_LONGEST_DEFINITION = 16  # words
_LONGEST_LONG = 22
_PATIENCE = 40
"""How often an abbreviation may stand in brackets without its words before it is passed over."""
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
_OF_TWO_TOWNS = {
    "AP": "ascoli", "BT": "barletta", "FC": "forli", "MB": "monza", "MS": "massa", "PU": "pesaro",
    "RC": "reggio", "VB": "verbano", "VV": "vibo",
}  # fmt: skip
"""Those that are the initials of the province's own name: ``Reggio Calabria (RC)``."""


def find(text: str, declared_only: bool) -> Iterator[Acronimo]:
    """Definitions where the words are used; only those said to be such (*di seguito*) or all."""
    refused: Counter[str] = Counter()
    ends: set[int] = set()
    for pattern in (_BRACKETS.finditer, _announced):
        for match in pattern(text):
            if refused[match["sigla"]] > _PATIENCE:
                continue
            if match["intro"] or (match["fine"] in "),;" and not declared_only):
                found = _defined_before(text, match)
                if found is not None:
                    ends.add(found.fine)
                    yield found
                refused[match["sigla"]] += found is None
    if not declared_only:
        yield from explained(text)
        for find_more in (several, beside, entries, syllabic):
            for found in find_more(text):
                if found.fine not in ends:
                    ends.add(found.fine)
                    yield found


def _announced(text: str) -> Iterator[re.Match[str]]:
    """The abbreviations that words announce without brackets."""
    done = 0
    found = sorted(word.span() for pattern in _ANNOUNCING for word in pattern.finditer(text))
    for start, end in found:
        if start < done:
            continue
        match = _NO_BRACKETS.search(text, max(start - 12, 0), end + 120)
        if match is not None and match.start("intro") <= start < match.end("intro"):
            done = match.end()
            yield match


def _defined_before(text: str, match: re.Match[str]) -> Acronimo | None:
    """The acronym in brackets with the words before it whose initials it is."""
    sigla = match["sigla"]
    declared = match["intro"] is not None
    if not is_sigla(sigla):
        return None
    shared = sigla in _SHARED_BY_PROVINCES and not declared
    exact = shared or (not declared and match["fine"] != ")")
    if exact:
        start = strict_start(text, match.start(), sigla)
    else:
        start = _definition_start(text, match.start(), sigla, declared)
    trust = 0.75 if exact else 0.9
    if shared and start is not None and _is_province(text[start : match.start()], sigla):
        return None
    if shared and start is not None and not _used_as_word(text, sigla):
        # What follows *di* or a comma is rather a town: ``sede di Rocca Antica (RA)``.
        start, trust = None if _OF_A_TOWN.search(text[max(0, start - 20) : start]) else start, 0.55
    if start is None and "/" in sigla:
        # ``Responsabile della Protezione dei Dati (RPD/DPO)``: the first of two.
        first = sigla.split("/")[0]
        start = _first_of_two(text, match.start(), first) if len(first) > 2 else None
        sigla = sigla if start is None else first
    if start is None and not shared:
        start, trust = _unspelt_start(text, match, exact=exact)
    if start is None:
        return None
    definition = text[start : match.start()]
    end = match.start("sigla") + len(sigla)
    return record(text, start, end, sigla, definition, trust)


def _first_of_two(text: str, end: int, sigla: str) -> int | None:
    start = strict_start(text, end, sigla)
    if start is not None:
        return start
    # ``Carta Nazionale/Regionale dei Servizi (CNS/CRS)``
    return head_before(sigla, words(text, floor(text, end, 80), end))


def _is_province(words_before: str, sigla: str) -> bool:
    """Whether the words are the name of the province whose letters stand in brackets."""
    first = words(words_before)[:1]
    return bool(first) and first[0].lettere == _OF_TWO_TOWNS.get(sigla)


def _unspelt_start(text: str, match: re.Match[str], *, exact: bool) -> tuple[int | None, float]:
    """Where words begin whose initials are not the abbreviation, and how sure they are its own.

    They are a longer name, the citation of a law, a name known under other letters, or what the
    act itself declares to be called so.
    """
    sigla, end, declared = match["sigla"], match.start(), match["intro"] is not None
    if declared or names_a_text(sigla):
        law = law_before(text, end)
        if law is not None:
            return law, 0.85
    if exact:
        return None, 0.0
    given = words(text, floor(text, end, 220), end)
    for start, trust in (
        (_long_start(text, end, sigla), 0.7),
        (head_before(sigla, given), 0.7),
        (nearly_start(text, end, sigla), 0.6),
        (_declared_start(text, end, sigla) if declared else None, 0.6),
    ):
        if start is not None:
            return start, trust
    return None, 0.0


def _declared_start(text: str, end: int, sigla: str) -> int | None:
    """Where the name begins that an act declares to call so, whatever its letters.

    Its last words with capitals, and what follows them; a word in capitals for a party (``di
    seguito “COMUNE”``) is no abbreviation.
    """
    if len(letters(sigla)) > 7 or _is_ordinary(text, sigla):
        return None
    start = None
    for word in reversed(words(text, floor(text, end, 160), end)):
        if text[word.inizio].isupper():
            start = word.inizio
        elif start is not None and not is_small(word.lettere):
            break
    return _phrase_start(text, end) if start is None and sigla.isupper() else start


def _phrase_start(text: str, end: int) -> int | None:
    """Where the words without capitals begin that an article goes before, or a preposition with
    its article: ``sui sistemi multilaterali di negoziazione``."""
    start = None
    for count, word in enumerate(reversed(words(text, floor(text, end, 120), end))):
        if _ARTICLE.fullmatch(word.lettere):
            return start if 2 <= count <= _LONGEST_PHRASE else None
        start = word.inizio
    return None


_ARTICLE = re.compile(r"il|lo|la|i|gli|le|un[oa]?|l|(?:su|a|da|ne)(?:l|llo|lla|i|gli|lle|ll)|all?")
_LONGEST_PHRASE = 8  # words


_PARTIES = frozenset((
    "ente", "comune", "parte", "parti", "ditta", "impresa", "societa", "codice", "legge", "fondo",
    "bando", "piano", "stato",
))  # fmt: skip


def _is_ordinary(text: str, sigla: str) -> bool:
    """Whether letters in capitals are a word of the language, which the act uses as one."""
    word = sigla.lower()
    return sigla.isupper() and (
        word in _PARTIES or re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None
    )


def _used_as_word(text: str, sigla: str) -> bool:
    """Whether the letters of a province stand outside brackets, as a word of the act's own."""
    return any(
        text[max(at - 1, 0) : at] not in ("(", "/", ".", "-")
        and text[at + len(sigla) : at + len(sigla) + 1] not in (")", "/", ".", "-")
        for at in _standing(text, sigla)
    )


def _standing(text: str, word: str) -> Iterator[int]:
    """Where a word stands alone in a text: no letter or figure on either side of it."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_IS_WORD.match(text, at - 1) if at else None) and not _IS_WORD.match(text, end):
            yield at
        at = text.find(word, end)


_IS_WORD = re.compile(r"\w")


def _definition_start(text: str, end: int, sigla: str, declared: bool) -> int | None:
    """Where the words begin whose initials are the acronym, going back from ``end``."""
    given = words(text, floor(text, end, 220), end)[-_LONGEST_DEFINITION:]
    wanted = letters(re.sub(rf"\s{LEGAL_FORM}$", "", sigla))
    tail = _without_legal_form(text, given, end)
    for skips in range(3 if declared else 2 if len(wanted) > 2 else 1):
        for at in range(len(tail) - 2, -1, -1):
            word = tail[at].lettere
            if is_small(word) or word[0] != wanted[0] or word == wanted:
                continue
            pieces = tuple(word.lettere for word in tail[at:])
            if spells(wanted, pieces, skips) or spells(singular(wanted) or wanted, pieces, 0):
                return tail[at].inizio
    if head_before(sigla, tail) is not None:
        return None  # its words are customary, and not those that lend it the most letters
    return _translated_start(text, [(word.lettere, word.inizio) for word in tail], sigla)


def _long_start(text: str, end: int, sigla: str) -> int | None:
    """Where a name begins that goes on after the abbreviation's words, of whom or what it is.

    ``Piano Strategico Nazionale della PAC 2023-2027 dell'Italia (PSP)``, ``Residenze sanitarie
    assistenziali per anziani (RSA)``. The abbreviation must be used elsewhere in the act, or
    the name begin with a capital.
    """
    wanted = letters(sigla)
    given = words(text, floor(text, end, 180), end)[-_LONGEST_LONG:]
    again = _used_again(text, sigla)
    if len(wanted) < 3:
        return None
    stops = [
        stop
        for stop in range(2, len(given))
        if _GOES_ON.match(text, given[stop - 1].fine, given[-1].fine)
    ]
    # ``Piano nazionale degli investimenti complementari al PNRR (PNC)``
    last = text[given[-1].inizio : given[-1].fine] if given else ""
    of_another = last.isupper() and last != sigla and is_sigla(last)
    for skips in (0, 1) if again or of_another else (0,):
        for at in range(len(given) - 3, -1, -1):
            word = given[at].lettere
            if word[0] != wanted[0] or is_small(word) or word == wanted:
                continue
            if not again and text[given[at].inizio].islower():
                continue
            for stop in stops:
                pieces = tuple(word.lettere for word in given[at:stop])
                if stop > at + 1 and spells(wanted, pieces, skips):
                    return given[at].inizio
    return None


_GOES_ON = re.compile(
    r"\s+(?:d(?:el(?:l[aeo])?|ei|egli|i)(?!\w)|dell[’']|per\s|a(?:l(?:la)?|i)?\s|in\s|\d|[–—-]\s)"
)


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
    places = _standing(text, sigla.rstrip("."))
    return next(places, None) is not None and next(places, None) is not None
