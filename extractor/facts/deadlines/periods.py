"""Deadlines with two ends: ``dal 05/03/2026 al 20/03/2026``, ``triennio 2023-2025``.

A period counts by what its sentence says it is for: applications make it a window (``finestra``),
the albo, an assignment or a ban a validity. A period of narrated events or of figures is none.
Also the rows of a release schedule (*cronoprogramma*): two dates and an amount.
"""

from collections.abc import Iterator
from datetime import date

import regex

from extractor.facts.dates import (
    DATE_SOURCE,
    DAY_MONTH_SOURCE,
    MONTH_YEAR_SOURCE,
    TIME_SOURCE,
    parse_time,
    read_span,
)
from extractor.facts.deadlines.draft import Draft
from extractor.facts.deadlines.sentence import around
from models import Context
from models.vocabulary import TipoScadenza

_WEEKDAY = r"(?:luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica)"
_POINTERS = (
    rf"(?:\s+|(?:e|le|ore|il|del|dell[’']|della|di|dal|giorno|data|al|alle|{_WEEKDAY}"
    rf"|{TIME_SOURCE})(?!\w)\s*){{0,10}}"
)
# ``dal 5 marzo 2026 al 20 marzo 2026``, ``dalle ore 10.00 del 15 gennaio 2025 ed entro le ore
# 12.00 del 15 gennaio 2026``, ``affisso in data 27/02/2026 … fino al 14/03/2026``
_FROM_TO = regex.compile(
    rf"(?<!\w)(?P<verbo>(?:a\s+(?:partire|decorrere|far\s+data)\s+|con\s+decorrenza\s+)?dal(?:le|la|l[’'])?"
    rf"|in\s+data|tra\s+il|fra\s+il|da|periodo)\s*{_POINTERS}"
    rf"(?:(?P<da>{DATE_SOURCE})|(?P<da_mese>{MONTH_YEAR_SOURCE})|(?P<da_giorno>{DAY_MONTH_SOURCE}|{{DAY}}))"
    rf"(?P<mezzo>(?:\s*,?\s*(?:dalle\s+)?{TIME_SOURCE})?[\s,;–—‐-]*(?:[^.;\n]{{0,90}}?\n?[^.;\n]{{0,40}}?(?<!\w))?"
    rf"(?:(?:e\s+)?(?:fino|sino)\s+(?:al(?:le|la|l[’'])?|a|e\s+non\s+oltre)|(?:e|ed|,)\s+(?:entro|non\s+oltre)"
    rf"|(?:e\s+)?con\s+scadenza|e\s+scadenza|(?<=\s)a(?:l(?:le|la|l[’'])?)?|e\s+il|(?<=[–—‐-]))\s*{_POINTERS})"
    rf"(?:(?P<a>{DATE_SOURCE})|(?P<a_mese>{MONTH_YEAR_SOURCE}))".replace(
        "{DAY}", r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])°?(?=\s+(?:al|e)\s)"
    ),
    regex.IGNORECASE,
)
_ANY_DATE_BETWEEN = regex.compile(rf"{DATE_SOURCE}", regex.IGNORECASE)
_TIME = regex.compile(TIME_SOURCE, regex.IGNORECASE)

_HANDING_IN = regex.compile(
    r"domand[ae]|istanz[ae]|candidatur\w*|presentazion\w*|presentat\w*|sportello|adesion\w*"
    r"|iscrizion\w*|manifestazion\w*|offert[ae]|compilazion\w*|piattaforma|caricament\w*",
    regex.IGNORECASE,
)
_ALBO = regex.compile(r"\balbo\b|affiss\w+|pubblicat\w+|pubblicazion\w+", regex.IGNORECASE)
_VALIDITY = regex.compile(
    r"incaric\w*|validit\w*|durata|contratt\w*|convenzion\w*|accord\w*|affidament\w*|diviet\w*|vietat\w*"
    r"|sospension\w*|sospes\w*|interdett\w*|interdizion\w*|transit\w*|sosta|circolazion\w*|chiusur\w*"
    r"|nomin\w*|prorog\w*|concession\w*|autorizz\w*|occupazion\w*|servizi\w*|locazion\w*|comodat\w*"
    r"|iscritt\w*|fornitur\w*|efficac\w*|vigen\w*|scadenz\w*|decorrenz\w*|polizz\w*|copertur\w*|lavor[io]|tirocin\w*|stage",
    regex.IGNORECASE,
)
_ADMISSIBLE = regex.compile(
    r"spes[ae]|ammissibil\w*|intervent\w*|realizza\w*|attivit\w*|progett\w*", regex.IGNORECASE
)

# The years that an agreement or an assignment holds, or that things are to be done in.
_YEARS = r"(?P<primo>(?:19|20)\d\d)\s?[-–—‐/]\s?(?P<ultimo>(?:20)?\d\d)(?!\d|[-–‐/]\d)"
_SPANS = {"biennio": 2, "triennio": 3, "quadriennio": 4, "quinquennio": 5}
_YEARS_OF = regex.compile(
    rf"(?<!\w)(?:per\s+il\s+|nel\s+|del\s+)?(?:(?P<nome>{'|'.join(_SPANS)})|(?P<periodo>periodo|anni))\s+{_YEARS}",
    regex.IGNORECASE,
)
_HELD = regex.compile(
    r"(?:convenzion\w+|accord[oi](?!\s+di\s+partenariato)|contratt\w+|incaric\w+|affidament\w+|appalt\w+"
    r"|concession\w+|protocoll[oi]\s+d[’']intesa|serviz(?:io|i)\s+di)(?![^;]{0,20}collettiv)",
    regex.IGNORECASE,
)
_TO_BE_DONE = regex.compile(
    r"(?:attuar[ei]|realizzar[ei]|svolger[ei]|attuat[iae]|realizzat[iae]|attivit\w+|avviar[ei])"
    r"(?:\s+[\w’']+){0,3}\s+(?:nel|per\s+il|nell[’']\s?arco\s+del)\s*$",
    regex.IGNORECASE,
)
_PLANNED = regex.compile(
    r"pian[oi]\W|programm\w+|bilancio|previsione|DUP|PIAO|PTPCT|legge", regex.I
)

_AMOUNT = r"(?:€\s?)?\d{1,3}(?:\.\d{3}){0,4},\d\d(?!\d)"
_RELEASE = regex.compile(
    rf"(?P<uno>{DATE_SOURCE})\s+(?P<due>{DATE_SOURCE})\s+{_AMOUNT}(?:\s+{_AMOUNT})?",
    regex.IGNORECASE,
)
_SCHEDULE = regex.compile(r"rilasc\w+|cronoprogramma|milestone|SAL\b", regex.IGNORECASE)
_SCHEDULE_REACH = 6000
_RELEASE_CODE = regex.compile(r"(?<!\w)[0-9A-Z]{2,8}-\d{2,3}(?!\w)")


def find(text: str, context: Context, taken: set[int]) -> Iterator[Draft]:
    """Every period and release; offsets of the dates they use are put into ``taken``."""
    yield from _releases(text, taken)
    for match in _FROM_TO.finditer(text):
        draft = _judge(text, match, context, taken)
        if draft is not None:
            taken |= {match.start(name) for name in ("da", "a", "a_mese", "da_mese", "da_giorno")}
            yield draft
    yield from _spans_of_years(text, taken)


def _judge(text: str, match: regex.Match[str], context: Context, taken: set[int]) -> Draft | None:
    name = "a" if match["a"] else "a_mese"
    last = read_span(match[name], "giorno" if match["a"] else "mese")
    middle = match["verbo"] + " " + match["mezzo"]
    if last is None or match.start(name) in taken or _ANY_DATE_BETWEEN.search(match["mezzo"]):
        return None
    first = _first(match, last)
    if first is not None and first > last:
        return None
    sentence = around(text, match.start(), match.end())
    before = text[sentence.inizio : match.start()]
    hour = None
    for found in _TIME.finditer(text, match.start("mezzo"), match.start(name)):
        hour = parse_time(found.group())
    if hour is not None:  # hours open and close windows; their list stands a line above
        before = text[max(0, match.start() - 250) : match.start()]
    tipo, rule, sure = _kind(before, middle, text[match.end() : sentence.fine][:120])
    if match["verbo"].lower() == "in data" and rule != "albo":
        return None
    if rule in ("periodo", "ammissibile") and (context.data is None or last < context.data):
        return None
    return Draft(
        match.start(), match.end(), match.span(name), tipo, rule, sure,
        data=last, dal=first, ora=hour,
        oggetto="pubblicazione all'albo" if rule == "albo" else None,
    )  # fmt: skip


def _first(match: regex.Match[str], last: date) -> date | None:
    """The first day of a period; a day or a month without year takes those of the last day."""
    if match["da"]:
        return read_span(match["da"], "giorno")
    if match["da_mese"]:
        found = read_span(match["da_mese"], "mese")
        return found.replace(day=1) if found else None
    printed = match["da_giorno"]
    day = read_span(printed, "senza_anno") if any(map(str.isalpha, printed)) else None
    try:
        if day is not None:
            return day.replace(year=last.year)
        return last.replace(day=int(printed.rstrip("°")))
    except ValueError:
        return None


def _kind(before: str, middle: str, after: str) -> tuple[TipoScadenza, str, float]:
    """What a period is for, by the words around it."""
    near = before[-160:] + " " + middle
    if regex.search(r"\balbo\b|affiss", near, regex.I):
        return "fine_validita", "albo", 0.95
    if _HANDING_IN.search(near) or _HANDING_IN.search(after[:60]):
        return "finestra", "finestra", 0.9
    if _ALBO.search(near):
        return "fine_validita", "albo", 0.9
    if _VALIDITY.search(near):
        return "fine_validita", "validita", 0.85
    if _ADMISSIBLE.search(near):
        return "fine_validita", "ammissibile", 0.6
    return "fine_validita", "periodo", 0.55


def _spans_of_years(text: str, taken: set[int]) -> Iterator[Draft]:
    for match in _YEARS_OF.finditer(text):
        first, last = int(match["primo"]), int(match["ultimo"])
        last += first // 100 * 100 if last < 100 else 0
        years = last - first + 1
        if years < 1 or (match["nome"] and years != _SPANS[match["nome"].lower()]):
            continue
        sentence = around(text, match.start(), match.end())
        before = text[sentence.inizio : match.start()]
        taken.add(match.start("nome") if match["nome"] else match.start("periodo"))
        lead = (
            before + match.group().split()[0] + " " if match.group()[:1].lower() in "pn" else before
        )
        if _TO_BE_DONE.search(lead):
            yield Draft(
                match.start(), match.end(), match.span("ultimo"), "termine", "anni_da_attuare",
                0.8, data=date(last, 12, 31), dal=date(first, 1, 1),
            )  # fmt: skip
        elif match["nome"] and _is_held(before):
            yield Draft(
                match.start(), match.end(), match.span(), "durata", "anni", 0.8,
                durata=f"P{years}Y", dal=date(first, 1, 1),
            )  # fmt: skip


def _is_held(before: str) -> bool:
    """Whether what holds for the years is a bond between parties, not a plan or a budget."""
    held = planned = -1
    for match in _HELD.finditer(before):
        held = match.start()
    for match in _PLANNED.finditer(before):
        planned = match.start()
    return held > planned


def _releases(text: str, taken: set[int]) -> Iterator[Draft]:
    for match in _RELEASE.finditer(text):
        low = max(0, match.start() - _SCHEDULE_REACH)
        if not _SCHEDULE.search(text, low, match.start()):
            continue
        release = read_span(match["uno"], "giorno")
        if release is None:
            continue
        taken |= {match.start("uno"), match.start("due")}
        code = None
        for found in _RELEASE_CODE.finditer(text, max(0, match.start() - 300), match.start()):
            code = found.group()
        yield Draft(
            match.start(), match.end(), match.span("uno"), "rilascio", "rilascio", 0.95,
            data=release,
            oggetto=f"rilascio {code}" if code else "rilascio",
        )  # fmt: skip
