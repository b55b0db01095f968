"""Spells of the calendar as terms: ``nel periodo maggio-dicembre 2024``, ``entro il mese di
giugno``, ``entro la fine del corrente anno``, ``entro il T2 2026``.

A month that nothing dates is the next one not before the act; months of figures, bills and
narrated events are none.
"""

from collections.abc import Iterator
from datetime import date

import regex

from extractor.facts.anchors import Anchored
from extractor.facts.dates import FULL_MONTH, MONTHS, last_of_month, year_places
from extractor.facts.deadlines.draft import Draft
from extractor.facts.deadlines.sentence import around
from models import Context
from models.vocabulary import TipoScadenza

_SPAN = Anchored(
    ("nel periodo", "nei mesi", "per ", "tra ", "fra ", "da ", "dal mese"),
    r"(?<!\w)(?P<come>(?:nel|per\s+il)\s+periodo(?:\s+(?:da|tra|compreso\s+tra))?|(?:nei|per\s+i)\s+mesi\s+di|tra|fra|da|dal\s+mese\s+di)\s+"
    rf"(?P<primo>{FULL_MONTH})\s*(?:[-–—/]|\s(?:e|ed|ad?|al|fino\s+ad?)\s)\s*(?:(?:il|al)\s+mese\s+di\s+)?"
    rf"(?P<ultimo>{FULL_MONTH})\s+(?:del(?:l[’']anno)?\s+)?(?P<anno>20\d\d)(?!\d|[/-]\d)",
)
_YEAR_END = Anchored(
    ("entro", "fino", "sino"),
    r"(?<!\w)(?P<come>entro|fino|sino)\s+(?:e\s+non\s+oltre\s+)?(?:"
    r"(?:al(?:la)?\s+|il\s+|la\s+)?(?:fine|termine)\s+(?:del(?:l[’'])?\s*)?(?:(?:corrente|presente)\s+(?:anno|esercizio)"
    r"|(?:anno|esercizio)\s+(?:in\s+corso|corrente))"
    r"|l[’']\s?(?:anno|esercizio)\s+(?:in\s+corso|corrente)|il\s+(?:corrente|presente)\s+anno)(?!\w)",
)
_MONTH_END = Anchored(
    ("entro",),
    r"(?<!\w)entro\s+(?:e\s+non\s+oltre\s+)?(?:(?:(?:la\s+)?fine(?:\s+(?:del\s+mese\s+)?di)?|il\s+(?:prossimo\s+)?mese\s+di)\s+)?"
    rf"(?P<mese>{FULL_MONTH})(?!\w)(?!\s+(?:del(?:l[’']anno)?\s+)?\d)(?!\s*[-–—/])"
    r"(?P<ogni>\s*,?\s*(?:di|per)\s+(?:ogni|ciascun)\s*anno)?(?!\s+dell[’']anno)",
)
# The targets of the recovery plan are told by quarters: ``entro il T4 2025``, ``- Q1 2022:``.
_QUARTER_BEFORE = regex.compile(
    r"(?r)(?P<entro>(?<!\w)entro\s+(?:il\s+|la\s+fine\s+del\s+)?)?(?<![\w-])[QT](?P<quarto>[1-4])"
    r"(?:\s?[/-]\s?|\s+(?:del\s+)?)"
)
_TARGET = regex.compile(
    r"(?<!\w)(?:milestone|target|traguard|obiettiv|M-?UE|T-?UE|M&T|scadenz)\w*", regex.I
)
_NEAR = 90
_LEAD = 40
_FIGURES = 4
_BEFORE_YEAR = frozenset(" \n\u00a0/-")
_TOLD = regex.compile(
    r"(?<!\w)(?:liquid|pagament|pagat|consum|bollett|utenz|fattur|competenz|mensilit|canon[ei]|rilevat"
    r"|registrat|svolt[oaie]|effettuato|dat[io]\b|relativ[oaie]\s+al|riferit|riferiment|compens|retribu|straordinari"
    r"|(?:è|sono|era(?:no)?|[fv]enn?[ei](?:ro)?)\s+stat|hanno?\s+\w+[aiu]t[oaie]|aveva|veniva|si\s+è|accertat|prestat)\w*",
    regex.IGNORECASE,
)
_TO_COME = regex.compile(
    r"(?<!\w)(?:sar(?:à|anno)|verr(?:à|anno)|potr(?:à|anno)|dovr(?:à|anno)|devono|deve|può|possono|si\s+svolg"
    r"|si\s+terr|è\s+(?:vietat|sospes|consentit|previst|in\s+programma|prorogat|affidat|autorizzat|concess)|sono\s+(?:effettuat|previst|sospes|vietat|consentit)"
    r"|(?:da|per)\s+(?:realizza|svolge|attua|effettua)|diviet|vietat|chiusur|sospension|\w+erà|\w+eranno|\w+irà|\w+iranno)\w*",
    regex.IGNORECASE,
)


def find(text: str, context: Context) -> Iterator[Draft]:
    """Every term told by months, by quarters or by the current year."""
    yield from _spans(text, context)
    yield from _ends_of_year(text, context)
    yield from _ends_of_month(text, context)
    yield from _quarters(text)


def _spans(text: str, context: Context) -> Iterator[Draft]:
    for match in _SPAN.finditer(text):
        year, first, last = int(match["anno"]), _month(match["primo"]), _month(match["ultimo"])
        end = last_of_month(year, last)
        begin = date(year if first <= last else year - 1, first, 1)
        if context.data is not None and end < context.data:
            continue
        sentence = around(text, match.start(), match.end())
        said = text[sentence.inizio : match.start()], text[match.end() : sentence.fine]
        if not any(map(_TO_COME.search, said)) or any(map(_TOLD.search, said)):
            continue
        yield Draft(
            match.start(), match.end(), match.span("anno"), "finestra", "mesi", 0.65,
            data=end, dal=begin,
        )  # fmt: skip


def _ends_of_year(text: str, context: Context) -> Iterator[Draft]:
    act = context.data or context.pubblicazione
    if act is None:
        return
    for match in _YEAR_END.finditer(text):
        kind: TipoScadenza = "termine" if match["come"].lower() == "entro" else "fine_validita"
        yield Draft(
            match.start(), match.end(), match.span(), kind, "fine_anno", 0.7,
            data=date(act.year, 12, 31),
        )  # fmt: skip


def _ends_of_month(text: str, context: Context) -> Iterator[Draft]:
    act = context.data or context.pubblicazione
    if act is None:
        return
    for match in _MONTH_END.finditer(text):
        month = _month(match["mese"])
        end = last_of_month(act.year + (month < act.month), month)
        yield Draft(
            match.start(), match.end(), match.span("mese"), "termine", "fine_mese", 0.75, data=end,
            ricorrenza=f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY=-1" if match["ogni"] else None,
        )  # fmt: skip


def _quarters(text: str) -> Iterator[Draft]:
    for year in year_places(text):
        if text[year - 1 : year] not in _BEFORE_YEAR:
            continue
        match = _QUARTER_BEFORE.match(text, max(0, year - _LEAD), year)
        if match is None:
            continue
        start, end = match.start(), year + _FIGURES
        if not match["entro"] and not _TARGET.search(text, max(0, start - _NEAR), end + _NEAR):
            continue
        last = last_of_month(int(text[year:end]), int(match["quarto"]) * 3)
        yield Draft(start, end, (year, end), "termine", "trimestre", 0.7, data=last)


def _month(name: str) -> int:
    return MONTHS[name.lower()]
