"""Dates in a timetable: ``D.11 Riepilogo date e termini temporali``, ``FASE / TERMINE``.

Under such a heading each row pairs a step with its day, without the words that make a term
elsewhere. Days on which something opens are left out, and the dates of cited acts.
"""

from collections.abc import Iterator
from datetime import date

import regex

from extractor.facts.dates import DATE_SOURCE, MONTH_YEAR_SOURCE, TIME_SOURCE, parse_time, read_span
from extractor.facts.deadlines.draft import Draft
from models import Context

_HEADING = regex.compile(
    r"(?<!\w)(?:riepilogo\s+(?:delle\s+|dei\s+)?(?:date|termin[ei]|scadenze|temp[oi])[^\n]{0,50}"
    r"|(?:date|scadenze)\s+e\s+termini(?:\s+temporali)?"
    r"|fas[ei]\s*[/\t ]+\s*(?:periodo\s*/\s*)?termin[ei]"
    r"|attività[^\n.;]{0,60}\s+(?:tempistic[ah]e?|scadenz[ae])|cronoprogramma\s+delle\s+attività)"
    r"(?=\s*\n)",
    regex.IGNORECASE,
)
_NEXT_HEADING = regex.compile(
    r"\n\s*(?:[A-Z]\.\d{1,2}\.?|\d{1,2}\.?|ALLEGAT[OI])\s+[A-ZÀÈ][^\n]{3,80}\n|\n\s*ALLEGAT[OI]\b"
)
_REACH = 2500
_DATE = regex.compile(rf"(?P<giorno>{DATE_SOURCE})|(?P<mese>{MONTH_YEAR_SOURCE})", regex.IGNORECASE)
_NO_TERM = regex.compile(
    r"(?:(?<!\w)(?:dal(?:le|la|l[’'])?|da|partire|apertura|avvio|n\.|del(?:l[’'])?|serie)\s*"
    rf"(?:ore\s*)?(?:{TIME_SOURCE}\s*)?(?:del\s+|di\s+)?(?:giorno\s+)?(?:[^\W\d]+dì\s+)?"
    r"|(?:apertura|avvio|inizio|presentazione\s+dell[ae]\s+domand[ae]\s+su)[^\n\t]{0,90}"
    r"|(?:antecedent[ei]|anterior[ei]|precedent[ei])\s+al\s*)$",
    regex.IGNORECASE,
)
_TIME_AFTER = regex.compile(rf"\s*,?\s*(?:entro\s+le\s+|alle\s+)?(?P<ora>{TIME_SOURCE})", regex.I)


def find(text: str, context: Context, taken: set[int]) -> Iterator[Draft]:
    """The days in timetables; dates that start at an offset in ``taken`` are left out."""
    for heading in _HEADING.finditer(text):
        stop = _NEXT_HEADING.search(text, heading.end(), heading.end() + _REACH)
        limit = stop.start() if stop else min(len(text), heading.end() + _REACH)
        for match in _DATE.finditer(text, heading.end(), limit):
            if match.start() in taken or _opens(text, match.start()):
                continue
            day = read_span(match.group(), match.lastgroup)
            if day is not None and _plausible(day, context.data):
                yield _row(text, match, day)


def _opens(text: str, start: int) -> bool:
    return _NO_TERM.search(text, max(0, start - 110), start) is not None


def _plausible(day: date, act: date | None) -> bool:
    return act is None or day >= act


def _row(text: str, match: regex.Match[str], day: date) -> Draft:
    hour = _TIME_AFTER.match(text, match.end())
    return Draft(
        match.start(), hour.end() if hour else match.end(), match.span(), "termine", "riepilogo",
        0.72, data=day, ora=parse_time(hour["ora"]) if hour else None,
    )  # fmt: skip
