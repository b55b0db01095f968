"""The Italian calendar: holidays, working days, and where a term ends.

Terms follow the civil rule (art. 2963 c.c., art. 155 c.p.c.): the first day is not counted, the
last is; a term in months or years ends on the day of the same number in the last month, or on
that month's last day where it has none; a term that ends on a holiday is carried to the next day
that is none. Saturday is a working day of the calendar for art. 2963 c.c.; art. 155, fifth
paragraph, c.p.c. carries it over only for acts of court proceedings, so ``carry_over`` leaves it
alone unless told.

Holidays are those of l. 260/1949 as amended by l. 54/1977 and d.P.R. 792/1985, with 2 June since
2001 (l. 336/2000), and 4 October from 2026 (l. 151/2025). Patron saints' days differ by town and
are not known here.

>>> end_of_term(date(2024, 2, 29), "P1Y"), end_of_term(date(2024, 4, 20), "P30D")
(datetime.date(2025, 2, 28), datetime.date(2024, 5, 20))
"""

from datetime import date, timedelta
from functools import lru_cache

import regex
from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

_FIXED = ((1, 1), (1, 6), (4, 25), (5, 1), (8, 15), (11, 1), (12, 8), (12, 25), (12, 26))
_REPUBLIC_DAY_AGAIN = 2001  # l. 336/2000
_SAINT_FRANCIS_AGAIN = 2026  # l. 151/2025
_SATURDAY, _SUNDAY = 5, 6
_DURATION = regex.compile(r"P(\d{1,4})([DWMY])|PT(\d{1,5})H")


@lru_cache(maxsize=256)
def holidays(year: int) -> frozenset[date]:
    """The national holidays of a year, Easter Sunday and Monday included, Sundays not."""
    days = {date(year, month, day) for month, day in _FIXED}
    days |= {easter(year), easter(year) + timedelta(days=1)}
    if year >= _REPUBLIC_DAY_AGAIN:
        days.add(date(year, 6, 2))
    if year >= _SAINT_FRANCIS_AGAIN:
        days.add(date(year, 10, 4))
    return frozenset(days)


def is_holiday(day: date) -> bool:
    """Whether ``day`` is a Sunday or a national holiday."""
    return day.weekday() == _SUNDAY or day in holidays(day.year)


def is_working_day(day: date) -> bool:
    """Whether offices work on ``day``: no Saturday, Sunday or holiday."""
    return day.weekday() != _SATURDAY and not is_holiday(day)


def carry_over(day: date, saturday: bool = False) -> date:
    """``day``, or the next one that is no holiday (nor a Saturday, where ``saturday`` says so)."""
    while is_holiday(day) or (saturday and day.weekday() == _SATURDAY):
        day += timedelta(days=1)
    return day


def add_working_days(day: date, count: int) -> date:
    """The ``count``-th working day after ``day``, which is not counted."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def end_of_term(start: date, duration: str, working_days: bool = False) -> date | None:
    """The last day of a term that runs from ``start``, holidays not looked at.

    ``duration`` is ISO 8601 with one unit (``P60D``, ``P2W``, ``P3M``, ``P1Y``). None for a term
    in hours, which a day cannot hold, and for an end beyond the calendar.
    """
    match = _DURATION.fullmatch(duration)
    if match is None or match[3] is not None:
        return None
    count, unit = int(match[1]), match[2]
    if working_days and unit == "D":
        return add_working_days(start, min(count, 4000))
    step = {
        "D": relativedelta(days=count),
        "W": relativedelta(weeks=count),
        "M": relativedelta(months=count),
        "Y": relativedelta(years=count),
    }[unit]
    try:
        return start + step
    except (ValueError, OverflowError):
        return None
