"""Acronyms: the short forms that an act defines, with what they stand for.

An act defines them in a glossary (*ACRONIMI E GLOSSARIO*, a table of *Sigla* and
*Definizione*) or where it first uses them: *Sistema Informativo Regionale (SIR)*, *(di
seguito, per brevità, “ACSS”)*, *DURC (Documento Unico di Regolarità Contributiva)*. Outside a
glossary the letters must be the initials of the words. A short form that is no abbreviation
(*di seguito «Società»*) is not one of these.

A glossary that stands in the act's own body, as a chapter of a plan does, is the act's list:
then what its running text explains in brackets is not added to it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.facts.initials import (
    Word,
    agrees,
    is_small,
    letters,
    nearly_translated,
    spells,
    translated,
    words,
)
from models import Acronimo, Context

_LEGAL_FORM = r"S\.?\s?(?:p\.?\s?[aA]|r\.?\s?l|c\.?\s?a\.?\s?r\.?\s?l)\.?"
_SIGLA = rf"[A-Z](?:[A-Za-z0-9]|[.&/-](?=[A-Za-z0-9])){{1,13}}[.+]?(?:\s{_LEGAL_FORM})?"
_OPEN, _CLOSE = r"[“\"«‘'’]?\s?", r"\s?[”\"»’']?"
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
    rf"{_OPEN}(?P<sigla>{_SIGLA}){_CLOSE}\s*(?P<fine>[),;]|\s(?:o|e|ovvero|oppure)\s)"
)
_NO_BRACKETS = re.compile(
    rf",\s+(?P<intro>di\s+seguito(?:[\s,:]{{1,3}}{_HEREAFTER}|{_FILLING}){{0,5}}[\s,:]{{1,3}})"
    rf"{_OPEN}(?P<sigla>{_SIGLA}){_CLOSE}(?![\w])"
)
_EXPLAINED = re.compile(rf"(?<![\w.])(?P<sigla>{_SIGLA})\s+\((?P<definizione>[^()\n\t]{{6,140}})\)")

_LONGEST_DEFINITION = 16  # words
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


def find(text: str, context: Context) -> list[Acronimo]:
    """The definitions of acronyms in ``text``, in text order."""
    listed = [*_glossaries(text)]
    known = {_bare(record.sigla) for record in listed}
    own = any(
        context.zone_at(record.inizio) not in (None, "allegato", "margine") for record in listed
    )
    found = list(listed)
    covered = [(record.inizio, record.fine) for record in listed]
    for record in _in_running_text(text, declared_only=own):
        inside = any(start <= record.inizio < end for start, end in covered)
        spelt_otherwise = _bare(record.sigla) in known and all(
            record.sigla != other.sigla for other in listed
        )
        if not inside and not spelt_otherwise:
            found.append(record)
    return sorted(found, key=lambda record: (record.inizio, record.fine))


def _bare(sigla: str) -> str:
    """The abbreviation without the form of a company: ``ARIA S.p.A.`` is ``ARIA``."""
    return letters(re.sub(rf"\s{_LEGAL_FORM}$", "", sigla))


def _in_running_text(text: str, declared_only: bool) -> Iterator[Acronimo]:
    """Definitions where the words are used; only those said to be such (*di seguito*) or all."""
    for pattern in (_BRACKETS, _NO_BRACKETS):
        for match in pattern.finditer(text):
            if match["intro"] or (match["fine"] == ")" and not declared_only):
                record = _defined_before(text, match)
                if record is not None:
                    yield record
    if not declared_only:
        for match in _EXPLAINED.finditer(text):
            if _is_sigla(match["sigla"]) and _explains(match["sigla"], match["definizione"]):
                yield _record(
                    text, match.start(), match.end(), match["sigla"], match["definizione"]
                )


def _is_sigla(sigla: str) -> bool:
    """Whether a word is written as an abbreviation: two capitals, and no fewer than the rest."""
    bare = re.sub(rf"\s{_LEGAL_FORM}$", "", sigla)
    capitals = sum(char.isupper() for char in bare)
    small = sum(char.islower() for char in bare)
    return capitals >= 2 and capitals >= small and not _ROMAN.fullmatch(bare)


_ROMAN = re.compile(r"[IVXLC]+")


def _explains(sigla: str, definition: str) -> bool:
    first = re.match(r"\s*(\w+)", definition)
    return first is not None and len(definition.split()) > 1 and agrees(sigla, definition)


def _defined_before(text: str, match: re.Match[str]) -> Acronimo | None:
    """The acronym in brackets with the words before it whose initials it is."""
    sigla = match["sigla"]
    declared = match["intro"] is not None
    if not _is_sigla(sigla) or (sigla in _SHARED_BY_PROVINCES and not declared):
        return None
    start = _definition_start(text, match.start(), sigla, declared)
    if start is None:
        return None
    definition = text[start : match.start()]
    return _record(text, start, match.end("sigla"), sigla, definition)


def _definition_start(text: str, end: int, sigla: str, declared: bool) -> int | None:
    """Where the words begin whose initials are the acronym, going back from ``end``."""
    floor = max(0, end - 220)
    for stop in _SENTENCE_END.finditer(text, floor, end):
        if text[stop.end() : end].strip(" ”\"»’'"):
            floor = stop.end()
    given = words(text, floor, end)[-_LONGEST_DEFINITION:]
    wanted = letters(re.sub(rf"\s{_LEGAL_FORM}$", "", sigla))
    tail = _without_legal_form(text, given, end)
    for skips in range(3 if declared else 2 if len(wanted) > 3 else 1):
        for at in range(len(tail) - 2, -1, -1):
            if is_small(tail[at].lettere) or tail[at].lettere[0] != wanted[0]:
                continue
            if spells(wanted, tuple(word.lettere for word in tail[at:]), skips):
                return tail[at].inizio
    return _translated_start(text, [(word.lettere, word.inizio) for word in tail], sigla)


def _without_legal_form(text: str, given: list[Word], end: int) -> list[Word]:
    """The words without a company's form at their end: it gives no letter."""
    form = re.search(rf"(?<=\s){_LEGAL_FORM}[\s,]*$", text[max(0, end - 20) : end])
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
    return len(re.findall(rf"(?<!\w){re.escape(sigla)}(?!\w)", text)) > 1


def _record(text: str, inizio: int, fine: int, sigla: str, definition: str) -> Acronimo:
    return Acronimo(
        inizio=inizio,
        fine=fine,
        testo=text[inizio:fine],
        fonte="definizione",
        confidenza=0.9,
        sigla=" ".join(sigla.split()),
        definizione=_cleaned(definition),
    )


def _cleaned(definition: str) -> str:
    return " ".join(definition.split()).strip(' ,;:–—-“”"«»')


class _Entry(NamedTuple):
    """A row of a glossary as it grows over its lines."""

    inizio: int
    fine: int
    sigla: str
    definizione: str


_TITLE = re.compile(
    r"^[^\S\n]{0,8}(?:\d[\d.]{0,6}[^\S\n]{1,4})?(?:(?:elenco|lista|tabella)\s+(?:degli\s+|delle\s+|di\s+)?)?"
    r"(?:definizioni\s*,?\s*(?:e\s+)?)?(?:acronimi|glossario|abbreviazioni|sigle)"
    r"(?:\s*(?:,|e|ed|/)\s*(?:acronimi|glossario|abbreviazioni|definizioni|sigle)){0,2}"
    r"(?:\s+utilizzat[ie])?[^\S\n]*:?[^\S\n]*$",
    re.I | re.M,
)
_COLUMN_TITLES = re.compile(
    r"(?:nome|sigla|acronimo|abbreviazione|termine|voce)[\s/]+(?:\w+\s+)?"
    r"(?:descrizione|definizione|significato|denominazione|estesa|per\s+esteso).*",
    re.I,
)
_ROW = re.compile(rf"[-•*\s]*(?P<sigla>{_SIGLA})(?:\s*[:=–—-]\s+|\s+)(?P<definizione>\S.*)")
_ALONE = re.compile(rf"[-•*\s]*(?P<sigla>{_SIGLA})\s*[:=]?")
_LONGEST_GLOSSARY = 30_000
_UNFINISHED = re.compile(r"(?:\b[a-z]{1,5}|[,‐–-])$")


def _glossaries(text: str) -> Iterator[Acronimo]:
    """The rows of the act's glossaries."""
    for title in _TITLE.finditer(text):
        for entry in _entries(text, title.end(), min(len(text), title.end() + _LONGEST_GLOSSARY)):
            if _is_sigla(entry.sigla) and _fits(entry.sigla, entry.definizione):
                record = _record(text, entry.inizio, entry.fine, entry.sigla, entry.definizione)
                yield record.model_copy(update={"fonte": "glossario", "confidenza": 1.0})


def _fits(sigla: str, definition: str) -> bool:
    """Whether a glossary's row explains an abbreviation: a term in capitals may stand in one."""
    wanted = letters(sigla)
    initials = {word.lettere[0] for word in words(definition)}
    return (len(wanted) <= 8 and wanted[0] in initials) or agrees(sigla, definition, 1)


def _entries(text: str, at: int, limit: int) -> Iterator[_Entry]:
    """Rows one after the other; a line that is none goes on the last one, or ends the glossary."""
    entry: _Entry | None = None
    lines = [*re.finditer(r"[^\n\f]*\S[^\n\f]*", text[at:limit])]
    for place, line in enumerate(lines):
        words_ = line.group().strip()
        start = at + line.start() + len(line.group()) - len(line.group().lstrip())
        row = _ROW.fullmatch(words_) or _ALONE.fullmatch(words_)
        if row is not None and _is_sigla(row["sigla"]):
            if entry is not None:
                yield entry
            definition = row.groupdict().get("definizione") or ""
            begin = start + row.start("sigla")
            entry = _Entry(begin, start + len(words_), row["sigla"], definition)
        elif entry is not None and _continues(entry, words_, lines, place):
            joined = f"{entry.definizione} {words_}"
            entry = _Entry(entry.inizio, start + len(words_), entry.sigla, joined)
        elif entry is not None or (place > 1 and not _COLUMN_TITLES.fullmatch(words_)):
            break
    if entry is not None:
        yield entry


def _continues(entry: _Entry, line: str, lines: list[re.Match[str]], place: int) -> bool:
    """Whether a line goes on the definition above it rather than end the glossary."""
    if not entry.definizione or line[0].islower() or _UNFINISHED.search(entry.definizione):
        return len(entry.definizione) < 300
    following = lines[place + 1].group().strip() if place + 1 < len(lines) else ""
    row = _ROW.fullmatch(following)
    return not re.match(r"\d", line) and row is not None and _is_sigla(row["sigla"])
