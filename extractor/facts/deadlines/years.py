"""Years as deadlines: ``entro il 2021``, ``alla fine del 2019``, ``triennio 2023-2025``.

A year alone is its 31 December. The years that an agreement or an assignment holds are a
duration with its first day; the years that things are to be done in end on a day. The years of a
plan or of a budget are neither.
"""

import re
from collections.abc import Iterator
from datetime import date

import regex

from extractor.facts.dates import last_of_month, year_places
from extractor.facts.deadlines.draft import Draft
from extractor.facts.deadlines.sentence import around
from models import Context
from models.vocabulary import TipoScadenza

_YEAR = re.compile(r"\s(?P<anno>(?:19|20)\d\d)(?!\d|[/\w]|[.,]\d)")
_LAST = regex.compile(r"\s?[-–—‐/]\s?(?P<ultimo>(?:20)?\d\d)(?!\d|[-–‐/]\d)")
_TERM_BEFORE = regex.compile(
    r"(?r)(?<!\w)(?:(?:entro|non\s+oltre|[fs]ino\s+a(?:l(?:l[’'])?)?)\s*"
    r"(?:(?:il|l[’']|e\s+non\s+oltre|la|alla|fine|del|dell[’']|anno|esercizio|corso|nel|tutto)\s*){0,5}"
    r"|alla\s+fine\s+del(?:l[’']\s?anno)?\s+)",
    regex.IGNORECASE,
)
# ``entro il secondo semestre 2025``, ``entro il III trimestre del 2026``
_PART_BEFORE = regex.compile(
    r"(?r)(?<!\w)entro\s+(?:e\s+non\s+oltre\s+)?(?:la\s+fine\s+del\s+|il\s+)"
    r"(?P<quale>primo|secondo|terzo|quarto|IV|I{1,3}|[1-4]\s?°)\s+"
    r"(?P<parte>semestre|trimestre|quadrimestre)\s+(?:del(?:l[’']anno)?\s+)?",
    regex.IGNORECASE,
)
# ``nel 2026 sarà istituita``: what is to be done in the course of a year
_IN_COURSE_BEFORE = regex.compile(
    r"(?r)(?<!\w)(?:nel(?:l[’']\s?anno)?|nel\s+corso\s+del(?:l[’']\s?anno)?)\s+", regex.IGNORECASE
)
# ``da completarsi nel 2026``
_DUE_BEFORE = regex.compile(
    r"(?r)(?<!\w)da\s+(?:attua|realizza|completa|ultima|conclude|svolge|esegui|avvia)r(?:e|si)\s+",
    regex.IGNORECASE,
)
_TO_COME = regex.compile(
    r"\s*,?\s*(?:(?:sar|verr|dovr)(?:à|anno)|si\s+(?:proceder|provveder|svolger|realizzer)(?:à|anno))(?!\w)",
    regex.IGNORECASE,
)
_ORDER = {"primo": 1, "secondo": 2, "terzo": 3, "quarto": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS_OF = {"semestre": 6, "trimestre": 3, "quadrimestre": 4}
# Of the words before a year that make it a term: entro, oltre, il, al, la, fine, del, anno, …
_LAST_LETTERS = frozenset("oeilaOEILA")
_RANGE = re.compile(r"(?:19|20)\d\d\s?[-–—‐/]\s?\d\d")
_YEARS = {"biennio": 2, "triennio": 3, "quadriennio": 4, "quinquennio": 5}
_SPAN_BEFORE = regex.compile(
    rf"(?r)(?<!\w)(?:per\s+il\s+|nel\s+|del\s+)?"
    rf"(?:(?P<nome>{'|'.join(_YEARS)})|(?P<periodo>periodo|anni))\s+",
    regex.IGNORECASE,
)
_HELD = regex.compile(
    r"(?:convenzion\w+|accord[oi](?!\s+di\s+partenariato)|contratt\w+|incaric\w+|affidament\w+|appalt\w+"
    r"|concession\w+|protocoll[oi]\s+d[’']intesa|serviz(?:io|i)\s+di|nomin\w+|mandato|tesoreri[ae]"
    r"|locazion\w+|comodat\w+|noleggio|fornitur\w+|manutenzion\w+|polizz\w+)(?![^;]{0,20}collettiv)",
    regex.IGNORECASE,
)
_TO_BE_DONE = regex.compile(
    r"(?:attuar[ei]|realizzar[ei]|svolger[ei]|attuat[iae]|realizzat[iae]|attivit\w+|avviar[ei])"
    r"(?:\s+[\w’']+){0,3}\s+(?:nel|per\s+il|nell[’']\s?arco\s+del)\s*$",
    regex.IGNORECASE,
)
_PLANNED = regex.compile(
    r"pian[oi]\W|programm\w+|bilancio|previsione|DUP|PIAO|PTPCT|legge|CCNL|C\.C\.N\.L", regex.I
)

_NEAR = 160  # characters between the year and what binds
_UNTIL = re.compile(r"[fs]ino", re.I)
_OF_FIGURES = regex.compile(
    r"[\s,]{1,3}(?:(?:i|gli|le|il|la|l[’'])\s?)?(?:dat[oi]|valor[ei]|statistic\w+|andament\w+|serie"
    r"|rilevazion\w+|indicator[ei]|numero|percentual[ei]|popolazione|era(?:no)?|è\s+stat|sono\s+stat)\b",
    regex.IGNORECASE,
)
# What makes the year to which something lasts a term of an act that bears no date.
_BINDING = regex.compile(
    r"(?<![^\W\d_])(?:valid|vigen|vigor|efficac|durat|dura\b|scad|contratt|convenzion|accord|incaric"
    r"|affidament|concession|prorog|rinnov|obblig|vincol|impegn|dev[eo]|dovr|potr|può|possono|present"
    r"|ammess|ammissibil|autorizz|nominat|mandat|carica|conserv|mante[nr]|garan|sospes|diviet|vietat"
    r"|esent|esenzion|applic|finanzi|resta|riman)\w*",
    regex.IGNORECASE,
)


def find(text: str, context: Context, taken: set[int]) -> Iterator[Draft]:
    """Years and spans of years; where a span's name stands is put into ``taken``."""
    for match in _at_years(text, _RANGE, 0):
        lead = _SPAN_BEFORE.match(text, max(0, match.start() - 40), match.start())
        last = _LAST.match(text, match.start() + 4)
        if lead is not None and last is not None:
            yield from _span(text, lead, match, last, taken)
    for year in _at_years(text, _YEAR, 1):
        start = year.start("anno")
        if text[max(0, start - 3) : start].rstrip()[-1:] not in _LAST_LETTERS:
            continue
        part = _PART_BEFORE.match(text, max(0, start - 60), start)
        if part is not None:
            yield from _part(part, year)
            continue
        term = _TERM_BEFORE.match(text, max(0, start - 50), start)
        if _LAST.match(text, year.end()) is not None:
            continue
        if term is None:
            yield from _in_course(text, year, context)
            continue
        if _binds(text, term, year, context):
            yield from _term(term, year, context)


def _in_course(text: str, year: re.Match[str], context: Context) -> Iterator[Draft]:
    """A year in the course of which something will be done."""
    start, last = year.start("anno"), date(int(year["anno"]), 12, 31)
    if context.data is not None and last < context.data:
        return
    lead = _IN_COURSE_BEFORE.match(text, max(0, start - 30), start)
    if lead is None:
        return
    due = _DUE_BEFORE.match(text, max(0, lead.start() - 40), lead.start())
    if due or _TO_COME.match(text, year.end(), min(year.end() + 40, len(text))):
        yield Draft(
            lead.start(), year.end(), year.span("anno"), "termine", "nel_corso", 0.6, data=last
        )


def _at_years(text: str, pattern: "re.Pattern[str]", before: int) -> Iterator["re.Match[str]"]:
    """The matches of a pattern that begins ``before`` characters before a year."""
    end = 0
    for at in year_places(text):
        match = pattern.match(text, at - before) if at - before >= end else None
        if match is not None:
            yield match
            end = match.end()


def _binds(text: str, term: regex.Match[str], year: re.Match[str], context: Context) -> bool:
    """Whether a year is the end of what binds, not of what is told: ``Fino al 2023 i dati …``."""
    if not _UNTIL.match(term.group()):
        return True
    if _OF_FIGURES.match(text, year.end(), min(year.end() + 60, len(text))):
        return False
    if context.data is not None:
        return True
    start, end = term.start(), year.end()
    sentence = around(text, start, end)
    first, last = max(sentence.inizio, start - _NEAR), min(sentence.fine, end + _NEAR)
    return _BINDING.search(text, first, last) is not None


def _term(term: regex.Match[str], year: re.Match[str], context: Context) -> Iterator[Draft]:
    last = date(int(year["anno"]), 12, 31)
    kind: TipoScadenza = "termine"
    if term.group()[:4].lower() in ("fino", "sino"):
        if context.data is not None and last < context.data:
            return  # ``fino al 2015`` bounds figures
        kind = "fine_validita"
    # Of an act without a date, nobody can say whether the year is past.
    sure = 0.85 if kind == "termine" or context.data is not None else 0.55
    yield Draft(term.start(), year.end(), year.span("anno"), kind, "anno", sure, data=last)


def _part(part: regex.Match[str], year: re.Match[str]) -> Iterator[Draft]:
    which = part["quale"].lower().rstrip(" °")
    order = _ORDER.get(which) or int(which)
    month = order * _MONTHS_OF[part["parte"].lower()]
    if month <= 12:
        last = last_of_month(int(year["anno"]), month)
        yield Draft(
            part.start(), year.end(), year.span("anno"), "termine", "parte_anno", 0.85, data=last
        )


def _span(
    text: str,
    lead: regex.Match[str],
    match: re.Match[str],
    ends: regex.Match[str],
    taken: set[int],
) -> Iterator[Draft]:
    first, last = int(match.group()[:4]), int(ends["ultimo"])
    last += first // 100 * 100 if last < 100 else 0
    years = last - first + 1
    name = lead["nome"].lower() if lead["nome"] else ""
    if years < 1 or (name and years != _YEARS[name]):
        return
    start, word = lead.start(), lead.start("nome") if name else lead.start("periodo")
    taken.add(word)
    before = text[around(text, start, ends.end()).inizio : word]
    if _TO_BE_DONE.search(before):
        yield Draft(
            start, ends.end(), ends.span("ultimo"), "termine", "anni_da_attuare", 0.8,
            data=date(last, 12, 31), dal=date(first, 1, 1),
        )  # fmt: skip
    elif name and _is_held(before, text[ends.end() : ends.end() + 50]):
        yield Draft(
            start, ends.end(), (word, ends.end()), "durata", "anni", 0.8,
            durata=f"P{years}Y", dal=date(first, 1, 1),
        )  # fmt: skip


def _is_held(before: str, after: str) -> bool:
    """Whether what holds for the years is a bond between parties, not a plan or a budget."""
    held = max((match.start() for match in _HELD.finditer(before)), default=-1)
    planned = max((match.start() for match in _PLANNED.finditer(before)), default=-1)
    if held == planned == -1:
        return _HELD.search(after) is not None and _PLANNED.search(after) is None
    return held > planned
