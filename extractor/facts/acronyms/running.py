"""Acronyms explained where the words are used: in brackets, or beside them."""

import re
from collections import Counter
from collections.abc import Iterator

from extractor.facts.acronyms.apposed import apposed
from extractor.facts.acronyms.asides import asides
from extractor.facts.acronyms.beside import (
    beside,
    entries,
    floor,
    nearly_start,
    skipped_start,
    spelt_start,
    strict_start,
)
from extractor.facts.acronyms.bridged import bridged
from extractor.facts.acronyms.explained import explained
from extractor.facts.acronyms.intros import ANNOUNCES, ANNOUNCING, BRACKETS, HEREAFTER, NO_BRACKETS
from extractor.facts.acronyms.known import head_before, law_before, names_a_text
from extractor.facts.acronyms.legends import legends
from extractor.facts.acronyms.loose import covered_start, foreign_start, shared_start, shown_start
from extractor.facts.acronyms.placed import placed
from extractor.facts.acronyms.several import several
from extractor.facts.acronyms.starts import (
    begun_start,
    declared_start,
    definition_start,
    long_start,
    quoted_start,
    standing,
)
from extractor.facts.acronyms.syllabic import syllabic
from extractor.facts.acronyms.titles import titles
from extractor.facts.acronyms.written import CLOSE, OPEN, SIGLA, is_lowered, is_sigla, record
from extractor.facts.anchors import lowered, starts
from extractor.facts.initials import letters, singular, words
from models import Acronimo

_BRACKETS = re.compile(BRACKETS)
_NO_BRACKETS = re.compile(NO_BRACKETS)
_ANNOUNCES = re.compile(ANNOUNCES)
_OF_A_TOWN = re.compile(r"(?:(?<!\w)(?:di|a|ad|in|da|presso|comune)|[\d–-])\s{1,3}$", re.I)
# ``Via Pascoli, 7 - 61029 Urbino (PU)``
_AFTER_POST_CODE = re.compile(r"(?<!\d)\d{5}\s[^\d\n()]{2,40}\Z")
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
    whole = () if declared_only else tuple(placed(text))
    within = {at for found in whole for at in range(found.inizio, found.fine)}
    yield from whole
    for pattern in (_BRACKETS.finditer, _announced):
        for match in pattern(text):
            if refused[match["sigla"]] > _PATIENCE or match.start("sigla") in within:
                continue
            if _is_declared(match) or not declared_only:
                several_found = list(_defined_before(text, match))
                ends.update(found.fine for found in several_found)
                yield from several_found
                refused[match["sigla"]] += not several_found
    if not declared_only:
        yield from explained(text)
        for find_more in (
            several,
            apposed,
            beside,
            asides,
            entries,
            syllabic,
            bridged,
            legends,
            titles,
        ):
            for found in find_more(text):
                if found.fine not in ends and within.isdisjoint((found.fine - 1, found.fine - 2)):
                    ends.add(found.fine)
                    yield found


def _announced(text: str) -> Iterator[re.Match[str]]:
    """The abbreviations that words announce without brackets."""
    done = 0
    for start in starts(lowered(text), ANNOUNCING, after_figures=True):
        announcing = _ANNOUNCES.match(text, start)
        if announcing is None or start < done:
            continue
        match = _NO_BRACKETS.search(text, max(start - 12, 0), announcing.end() + 120)
        if match is not None and match.start("intro") <= start < match.end("intro"):
            done = match.end()
            yield match


def _defined_before(text: str, match: re.Match[str]) -> Iterator[Acronimo]:
    """The acronyms in brackets, mostly one, with the words before them that give their letters."""
    sigla = match["sigla"]
    if not is_sigla(sigla):
        if is_lowered(sigla) and (_is_declared(match) or match["fine"] in (")", ",")):
            yield from _as_a_name(text, match)
        if match["fine"].strip(" ,\n") in _OR and match["intro"] is not None:
            yield from _also(text, match)
        return
    halves = _one_for_each(text, match) if _JOINED.search(sigla) else None
    if halves is not None:
        yield from halves
        return
    start, trust = _start(text, match)
    if start is None and "/" in sigla:
        # ``Responsabile della Protezione dei Dati (RPD/DPO)``: the first of two.
        first = sigla.split("/")[0]
        start, trust = (_first_of_two(text, match.start(), first) if len(first) > 2 else None), 0.75
        sigla = sigla if start is None else first
    if start is not None and not _says_itself(sigla, text[start : match.start()]):
        end = match.start("sigla") + len(sigla)
        if _is_declared(match) and (years := _YEARS.match(text, end)):
            end = years.end()  # announced as it is printed: ``di seguito “PSP 2023-2027”``
        named = text[match.start("sigla") : end]
        yield record(text, start, end, named, text[start : match.start()], trust)
    if (start is not None or _is_declared(match)) and match["fine"].strip(" ,\n") in _OR:
        yield from _also(text, match)


_JOINED = re.compile(r"(?<=[A-Z]{3})[/-](?=[A-Z]{3})")
_BETWEEN_NAMES = re.compile(
    r",?\s(?:e|ed|o|ovvero|oppure)\s(?:(?:il|lo|la|i|gli|le|un|una|a[il]|alla|agli|alle|del|della|dei|degli|delle)\s"
    r"|(?:(?:al|del)?l|un)['’])?"
    r"|\s?[/–—]\s?|\s-\s"
)


def _one_for_each(text: str, match: re.Match[str]) -> tuple[Acronimo, Acronimo] | None:
    """Two abbreviations in the same brackets, each of one of the two names before them.

    ``i Medici di Medicina Generale o un Pediatra di Libera Scelta (MMG/PLS)``
    """
    sign = _JOINED.search(match["sigla"])
    if sign is None:
        return None
    first, second = match["sigla"][: sign.start()], match["sigla"][sign.end() :]
    middle = strict_start(text, match.start(), second, dashed=True)
    if middle is None:
        return None
    between = next(
        (
            m
            for m in _BETWEEN_NAMES.finditer(text, max(0, middle - 12), middle)
            if m.end() == middle
        ),
        None,
    )
    start = None if between is None else strict_start(text, between.start(), first, dashed=True)
    if between is None or start is None:
        return None
    at = match.start("sigla")
    return (
        record(text, start, at + len(first), first, text[start : between.start()], 0.75),
        record(text, middle, match.end("sigla"), second, text[middle : match.start()], 0.75),
    )


def _is_declared(match: re.Match[str]) -> bool:
    """Whether words say that the act calls so what stands before: *di seguito*, *in breve*."""
    return match["intro"] is not None or bool(match["poi"])


_YEARS = re.compile(r"\s20\d\d\s?[-–/]\s?(?:20)?\d\d(?=\s?[”\"»)])")


def _says_itself(sigla: str, definition: str) -> bool:
    """Whether the words before are the abbreviation itself: ``PSP 2023-2027 (anche “PSP”)``."""
    return re.fullmatch(rf"{re.escape(sigla)}[\s\d/–-]*", definition) is not None


def _start(text: str, match: re.Match[str]) -> tuple[int | None, float]:
    """Where the words begin that the abbreviation in brackets stands for, and how sure they are."""
    sigla, declared = match["sigla"], _is_declared(match)
    shared = sigla in _SHARED_BY_PROVINCES and not declared
    exact = shared or (not declared and match["fine"] != ")")
    small = False
    if exact:
        # Three initials and more are enough, where the letters are of no province; and no town
        # ends in a word without a capital.
        small = len(letters(sigla)) > 2 or _ends_small(text, match.start())
        start = strict_start(text, match.start(), sigla, dashed=small)
        if start is None and small and not shared:
            start = spelt_start(text, match.start(), sigla)
        if start is None and len(letters(sigla)) > 2 and sigla.isupper() and not shared:
            # ``Centro Servizi Sociali Territoriale (CST, istituito nel 2010)``
            start = definition_start(text, match.start(), sigla, declared)
            start = start if start is not None and text[start].isupper() else None
        doubled = singular(letters(sigla))  # ``Pubbliche Amministrazioni (PPAA o PA)``
        if start is None and doubled is not None and len(doubled) * 2 == len(letters(sigla)):
            start = strict_start(text, match.start(), doubled)
    else:
        start = definition_start(text, match.start(), sigla, declared)
    trust = 0.75 if exact else 0.9
    if shared and start is not None and _is_province(text[start : match.start()], sigla):
        return None, 0.0
    if shared and _AFTER_POST_CODE.search(text, max(0, match.start() - 50), match.start()):
        return None, 0.0
    if shared and start is not None and not (small or _used_as_word(text, sigla)):
        # What follows *di* or a number is rather a town: ``sede di Rocca Antica (RA)``.
        town = _OF_A_TOWN.search(text[max(0, start - 20) : start]) is not None
        start, trust = None if town else start, 0.55
    if start is None and _NUMBERED.search(sigla):  # ``Metodo Tariffario Rifiuti (MTR-2)``
        start = definition_start(text, match.start(), _NUMBERED.sub("", sigla), declared)
    if start is None and not shared and "/" not in sigla:
        return _unspelt_start(text, match, exact=exact)
    return start, trust


_NUMBERED = re.compile(r"(?<=[A-Z]{3})-\d\Z")


def _ends_small(text: str, end: int) -> bool:
    """Whether the last word before a place begins with a small letter: *media tensione (MT)*."""
    last = words(text, max(0, end - 40), end)[-1:]
    return bool(last) and text[last[0].inizio].islower()


def _as_a_name(text: str, match: re.Match[str]) -> Iterator[Acronimo]:
    """An abbreviation written as a name: *Istituto Nazionale della Previdenza Sociale (Inps)*."""
    sigla, end = match["sigla"], match.start()
    start = strict_start(text, end, sigla, dashed=True)
    if start is None and (last := _LAST_WORDS.search(text, max(0, end - 70), end)):
        # ``Energia elettrica condivisa (Econd)``: a symbol with its index
        index = sigla[1:].casefold()
        shown = len(index) > 2 and last["ultima"].startswith(index) and last["prima"] == sigla[0]
        start = last.start("prima") if shown else None
    if start is None:  # ``Ministero delle imprese e del made in Italy (Mimit)``
        start = spelt_start(text, match.start(), sigla, fewest=3)
    if start is None and (_is_declared(match) or not sigla[1:].islower()):
        # ``Università degli Studi di Ferrara (UniFe)``
        start = definition_start(text, match.start(), sigla, True)
        start = start if start is not None and text[start].isupper() else None
    if start is not None:
        definition = text[start : match.start()]
        yield record(text, start, match.end("sigla"), sigla, definition, 0.7)


_LAST_WORDS = re.compile(
    r"(?P<prima>[A-Z])[a-zà-ù]{2,20}\s(?:[a-zà-ù]{4,20}\s)?(?P<ultima>[a-zà-ù]{4,20})\s?\Z"
)
_OR = ("o", "e", "ovvero", "oppure")
_OTHER = re.compile(rf"\s*(?:{HEREAFTER},?\s)?{OPEN}(?P<sigla>{SIGLA}){CLOSE}\s*\)")


def _also(text: str, match: re.Match[str]) -> Iterator[Acronimo]:
    """The second abbreviation of the same words: *micro, piccole e medie imprese (PMI o MPMI)*,
    *(di seguito “Modello” o “MOG”)*."""
    other = _OTHER.match(text, match.end("fine"))
    if other is None or not is_sigla(other["sigla"]):
        return
    end, declared = match.start(), _is_declared(match)
    start = strict_start(text, end, other["sigla"], dashed=True)
    if start is None and declared:
        start = definition_start(text, end, other["sigla"], declared)
    if start is None and declared:  # ``D.Lgs. 31 marzo 2023, n. 36 (di seguito “Codice” o “CCP”)``
        start = law_before(text, end)
    if start is not None:
        yield record(text, start, other.end("sigla"), other["sigla"], text[start:end], 0.8)


def _first_of_two(text: str, end: int, sigla: str) -> int | None:
    start = strict_start(text, end, sigla, dashed=True)
    start = skipped_start(text, end, sigla) if start is None else start
    if start is not None:
        return start
    # ``Carta Nazionale/Regionale dei Servizi (CNS/CRS)``
    return head_before(sigla, words(text, floor(text, end, 80), end))


# ``il dirigente (ovvero RUP)`` may name another thing: here the letters must be those of the words.
_SAYS_LITTLE = re.compile(r"anche|solo|ovvero|ossia|dett|not[oaie]|meglio|conosciut|altrimenti|o\s")


def _is_province(words_before: str, sigla: str) -> bool:
    """Whether the words are the name of the province whose letters stand in brackets."""
    first = words(words_before)[:1]
    return bool(first) and first[0].lettere == _OF_TWO_TOWNS.get(sigla)


def _unspelt_start(text: str, match: re.Match[str], *, exact: bool) -> tuple[int | None, float]:
    """Where words begin whose initials are not the abbreviation, and how sure they are its own.

    They are a longer name, the citation of a law, a name known under other letters, or what the
    act itself declares to be called so.
    """
    sigla, end = match["sigla"], match.start()
    declared = _is_declared(match) and not _SAYS_LITTLE.match(match["intro"] or "")
    if declared or names_a_text(sigla):
        law = law_before(text, end)
        if law is not None:
            return law, 0.85
    if exact:
        return None, 0.0
    given = words(text, floor(text, end, 220), end)
    for start, trust in (
        (long_start(text, end, sigla), 0.7),
        (head_before(sigla, given), 0.7),
        (quoted_start(text, end, sigla), 0.7),
        (nearly_start(text, end, sigla), 0.6),
        (begun_start(text, given, sigla), 0.55),
        (covered_start(text, end, sigla), 0.55),
        (shown_start(text, end, sigla), 0.7),
        (shared_start(text, end, sigla), 0.6),
        (foreign_start(text, end, sigla), 0.5),
        (declared_start(text, end, sigla) if declared else None, 0.6),
    ):
        if start is not None:
            return start, trust
    return None, 0.0


def _used_as_word(text: str, sigla: str) -> bool:
    """Whether the letters of a province stand outside brackets, as a word of the act's own."""
    return any(
        text[max(at - 1, 0) : at] not in ("(", "/", ".", "-")
        and text[at + len(sigla) : at + len(sigla) + 1] not in (")", "/", ".", "-")
        for at in standing(text, sigla)
    )
