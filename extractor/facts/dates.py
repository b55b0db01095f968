"""Dates and times of day as Italian acts print them.

Numeric dates are day first (``26/06/2023``, ``26.6.2023``, ``26-06-23``); an ISO date
(``2023-06-26``) is year first. In words the day is a number or ``1°``/``primo``, the month a
name or its abbreviation (``26 giugno 2023``, ``23-gen-2019``, ``20 marzo dell'anno 2017``).
What is no day of the calendar (``31/02/2023``) is no date.

Two-digit years expand to the latest year not after ``not_after``, the date of the act that
prints them; without it to the 2000s. ``parse_date`` asks dateparser (``words_dates``) only for
a whole span that this grammar cannot settle.

>>> parse_date("26 giugno 2023"), parse_date("1° marzo 2024")
(datetime.date(2023, 6, 26), datetime.date(2024, 3, 1))
>>> parse_date("31/12/98", not_after=date(2024, 4, 12))
datetime.date(1998, 12, 31)
>>> parse_time("ore 9:52:29"), parse_time("ore 12.00"), parse_time("ore 16:00:00")
('09:52:29', '12:00', '16:00')
"""

import calendar
import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from heapq import merge
from typing import Literal, NamedTuple

import regex

from extractor.facts.anchors import lowered, starts, stems
from extractor.facts.characters import after, characters, leading_to, places, run

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "gennaio genn gen",
            "febbraio febbr febb feb",
            "marzo mar",
            "aprile apr",
            "maggio mag magg",
            "giugno giungo giu",  # giungo: a common misprint
            "luglio lug",
            "agosto ago",
            "settembre sett set",
            "ottobre ott",
            "novembre nov",
            "dicembre dic",
        ),
        start=1,
    )
    for name in names.split()
}
"""Month names and their abbreviations, lower case, to month numbers."""

# The longer form first: alternation takes the first that fits.
FULL_MONTH = "|".join(sorted((n for n in MONTHS if len(n) > 4 or n == "marzo"), reverse=True))
"""Source of the names of the months in full, without groups."""
_SHORT_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))

# The signs an ordinal is set with, OCR's and typewriters' included: 1° 1º 1^ 1'
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:1[89]|20)\d\d"
_ORDINAL_DAY = rf"(?:1\s?[°º^’']|primo|{_DAY}(?!\d))"
# ``2023``, ``del 2023``, ``dell'anno 2023``
_YEAR_IN_WORDS = rf"(?:del(?:l[’']\s?anno)?\s+)?{_YEAR}(?!\d)"

NUMERIC_DATE = (
    rf"(?:(?<![\d/.,\-])|(?<=/\d{{4}}-))(?:{_DAY}\s?/\s?{_MONTH_NUMBER}\s?/\s?(?:{_YEAR}|\d\d)"
    # With dots or dashes a short year needs two digits before it: 1.2.14 is a paragraph.
    rf"|{_DAY}\.\s?{_MONTH_NUMBER}\.\s?{_YEAR}|[0-3]\d\.[01]\d\.\d\d"
    rf"|{_DAY}\s?[-–‐]\s?{_MONTH_NUMBER}\s?[-–‐]\s?{_YEAR}|[0-3]\d-[01]\d-\d\d)"
    # ``01/09/2025-30/06/2026`` are two dates.
    rf"(?!\d|/\d|-(?!{_DAY}/{_MONTH_NUMBER}/{_YEAR})\d|[.,]\d)"
)
"""A date in figures, day first."""

ISO_DATE = rf"(?<![\d\-/.]){_YEAR}-[01]\d-[0-3]\d(?!\d|-\d)"
"""A date in figures, year first (TED notices, exports)."""

WORDED_DATE = (
    rf"(?<![\w/.]){_ORDINAL_DAY}(?:\s+|\s?[-/.]\s?)(?:di\s+)?"
    rf"(?:(?:{FULL_MONTH})(?:\s+|\s?[-/,]\s?)?|(?:{_SHORT_MONTH})(?:\.\s?|\s+|\s?[-/]\s?))"
    rf"(?:{_YEAR_IN_WORDS}|[’']\d\d(?!\d))"
)
"""A date with its month in letters."""

DATE_SOURCE = rf"(?:{NUMERIC_DATE}|{WORDED_DATE}|{ISO_DATE})"
"""Source of the pattern of a whole date, without groups, to be used with ``regex.IGNORECASE``."""

DATE = regex.compile(DATE_SOURCE, regex.IGNORECASE)
"""A whole date, day month and year; what it finds may still be no day of the calendar."""
_ALONE = re.compile(DATE_SOURCE, re.IGNORECASE)  # the quicker engine, for a text that is a date

DAY_MONTH_SOURCE = rf"(?<![\w/.,]){_ORDINAL_DAY}\s+(?:{FULL_MONTH})(?!\w)"
"""A day without a year (``31 marzo``)."""

MONTH_YEAR_SOURCE = rf"(?<!\w)(?:{FULL_MONTH})(?:[\s/\-]+(?:del(?:l[’']anno)?\s+)?){_YEAR}(?!\d)"
"""A month of a year (``giugno 2023``, ``settembre del 2017``)."""

YEAR_SOURCE = rf"(?<![\d/.,\-\w]){_YEAR}(?![\d/\w]|[.,]\d)"
"""A year alone."""

# ``ore 12``, ``ore 12:00``, ``ore 9.52.29``, ``ore 24,00``, ``h. 12:00``, ``12:00``
TIME_SOURCE = (
    r"(?<![\w:])(?:(?:ore|h\.?)\s*(?:[01]?\d|2[0-4])(?:\s?[:.,]\s?[0-5]\d){0,2}"
    r"|(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?)(?![\d:])"
)
"""A time of day; without ``ore`` only with a colon."""

_TIME = regex.compile(TIME_SOURCE, regex.IGNORECASE)
# Where a date can begin, cheaply: a figure before a month and a year in figures, or before the
# first letters of a month. It costs a hundredth of trying the whole grammar everywhere.
_MONTHS = stems(
    "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"
)  # fmt: skip
_MONTH_BEGINS = rf"(?i:{'|'.join(_MONTHS)})"
_ANCHOR = re.compile(
    r"\d(?!\d)(?=[°º^’']?(?:\s?[/.\-–‐]\s?\d{1,2}\s?[/.\-–‐]\s?\d\d"
    rf"|\s{{0,3}}[-/.]?\s*(?:di\s+)?{_MONTH_BEGINS}))"
)
_FIRST = stems("primo")
_FIRST_OF_MONTH = re.compile(rf"primo\s+{_MONTH_BEGINS}")
_DAY_MONTH = regex.compile(DAY_MONTH_SOURCE, regex.IGNORECASE)
_MONTH_BEFORE = regex.compile(
    rf"(?r)(?<!\w)(?:{FULL_MONTH})[\s/\-]+(?:del(?:l[’']anno)?\s+)?", regex.IGNORECASE
)
_PARTS = re.compile(r"\d+|[a-z]{3,}")

Precision = Literal["giorno", "senza_anno", "mese"]


class DateSpan(NamedTuple):
    """A date in a text: ``text[inizio:fine]``.

    A month (``precisione`` ``mese``) stands as its last day. A day without a year
    (``senza_anno``) stands in the leap year 4, which is no year of an act.
    """

    inizio: int
    fine: int
    data: date
    precisione: Precision


def parse_date(text: str, not_after: date | None = None) -> date | None:
    """The date that the whole of ``text`` prints, or None when it prints none.

    A month alone or a day without a year is not a date. ``not_after`` is the date of the act,
    for years of two digits.
    """
    plain = text.strip()
    if _ALONE.fullmatch(plain) is not None:
        return _read_date(plain, not_after)
    if len(plain) > 40 or not any(map(str.isdigit, plain)) or not any(map(str.isalpha, plain)):
        return None
    # Imported late: dateparser takes a third of a second to load, and is hardly ever asked.
    from extractor.facts.words_dates import settle

    return settle(plain)


def parse_time(text: str) -> str | None:
    """The time of day in ``text`` as ``HH:MM`` or ``HH:MM:SS``; ``24:00`` is kept as printed.

    Seconds are kept only where they say something: ``16:00:00`` is ``16:00``.
    """
    match = _TIME.search(text)
    if match is None:
        return None
    parts = [int(figure) for figure in regex.findall(r"\d+", match.group())]
    if parts[0] == 24 and any(parts[1:]):
        return None
    if len(parts) == 3 and parts[2] == 0:
        parts.pop()
    return ":".join(f"{part:02d}" for part in (parts if len(parts) > 1 else [*parts, 0]))


def find_dates(text: str, not_after: date | None = None) -> list[DateSpan]:
    """Every date in ``text``, in order: whole dates, days without a year, months of a year."""
    days = list(_days(text, not_after))
    inside = [(span.inizio, span.fine) for span in days]
    return sorted([*days, *_months(text, inside)])


def _days(text: str, not_after: date | None) -> Iterator[DateSpan]:
    end = 0
    for start in _anchors(text):
        if start < end:
            continue
        match = DATE.match(text, start)
        precision: Precision = "giorno"
        if match is None:
            match, precision = _DAY_MONTH.match(text, start), "senza_anno"
        value = read_span(match.group(), precision, not_after) if match is not None else None
        if match is not None and value is not None:
            end = match.end()
            yield DateSpan(start, end, value, precision)


def _anchors(text: str) -> Iterator[int]:
    """Where dates may begin, in order."""
    figures = (at for at in _last_figures(text) if _ANCHOR.match(text, at))
    low = lowered(text)
    first = (at for at in starts(low, _FIRST) if _FIRST_OF_MONTH.match(low, at))
    for start in merge(figures, first):
        at = start
        while at > 0 and start - at < 4 and text[at - 1].isdigit():
            at -= 1
        yield at


def _last_figures(text: str) -> list[int]:
    """The figures after which a month may stand, or its sign: ``_ANCHOR`` tells."""
    here = characters(text)
    sign, space = here.one_of("/.-–‐"), here.space
    month = here.at(starts(lowered(text), _MONTHS, after_figures=True))
    month |= here.one_of("d") & after(here.one_of("i"))
    in_figures = here.figure & after(leading_to(here.figure, 1, sign | space))
    goes_on = month | (sign & after(month | in_figures | space))
    goes_on |= space & after(month | sign | space)
    return places(here.figure & after(goes_on | here.one_of("°º^’'")))


@lru_cache(maxsize=2)
def year_places(text: str) -> tuple[int, ...]:
    """Where the numbers of four figures begin, or end in four, that can be a year."""
    here = characters(text)
    century = here.one_of("1") & after(here.one_of("89")) | here.one_of("2") & after(
        here.one_of("0")
    )
    four = century & after(run(here.figure, 2), 2) & ~after(here.figure, 4)
    return tuple(places(four))


def _months(text: str, inside: list[tuple[int, int]]) -> Iterator[DateSpan]:
    starts = [start for start, _ in inside]
    for start in year_places(text):
        if start == 0 or text[start - 1] not in " \n\t/-":
            continue
        month = _MONTH_BEFORE.match(text, max(0, start - 30), start)
        if month is None:
            continue
        before = bisect_right(starts, start) - 1
        if before >= 0 and inside[before][1] > month.start():
            continue
        value = read_span(text[month.start() : start + 4], "mese")
        if value is not None:
            yield DateSpan(month.start(), start + 4, value, "mese")


def read_span(text: str, precision: Precision, not_after: date | None = None) -> date | None:
    """The date of a span that one of this module's patterns matched as a whole."""
    if precision == "giorno":
        return _read_date(text, not_after)
    parts = _split(text)
    if precision == "mese":
        year, month = int(parts[-1]), _month(parts)
        return last_of_month(year, month) if month else None
    return _calendar_day(4, _month(parts), _day(parts))


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def expand_year(figures: str, not_after: date | None = None) -> int:
    """The year that two (or four) figures stand for: the latest not after ``not_after``.

    >>> expand_year("14", date(2017, 4, 20)), expand_year("98", date(2017, 4, 20))
    (2014, 1998)
    """
    year = int(figures)
    if len(figures) > 2:
        return year
    latest = not_after.year if not_after else 2099
    return latest - (latest - year) % 100


def _read_date(text: str, not_after: date | None) -> date | None:
    parts = _split(text)
    month = _month(parts)
    if month == 0:  # all in figures
        first, second, third = (part for part in parts if part.isdigit())
        if len(first) == 4:
            return _calendar_day(int(first), int(second), int(third))
        return _calendar_day(expand_year(third, not_after), int(second), int(first))
    return _calendar_day(expand_year(parts[-1], not_after), month, _day(parts))


def _split(text: str) -> list[str]:
    return [str(part) for part in _PARTS.findall(text.lower())]


def _month(parts: list[str]) -> int:
    return next((MONTHS[part] for part in parts if part in MONTHS), 0)


def _day(parts: list[str]) -> int:
    return 1 if parts[0] == "primo" else int(parts[0])


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
