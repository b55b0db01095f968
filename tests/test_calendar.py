"""The Italian calendar: holidays, and where a term ends by art. 2963 c.c."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.facts.calendar import (
    add_working_days,
    carry_over,
    end_of_term,
    holidays,
    is_holiday,
    is_working_day,
)

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    "day",
    [date(2024, 1, 1), date(2024, 1, 6), date(2024, 4, 1), date(2017, 4, 17), date(2024, 4, 25),
     date(2024, 5, 1), date(2024, 6, 2), date(2024, 8, 15), date(2024, 11, 1), date(2024, 12, 8),
     date(2024, 12, 25), date(2024, 12, 26), date(2024, 3, 31), date(2026, 10, 4)],
)  # fmt: skip
def test_national_holidays(day: date) -> None:
    assert day in holidays(day.year)
    assert is_holiday(day)


@pytest.mark.parametrize("day", [date(2024, 3, 19), date(2000, 6, 2), date(2024, 10, 4)])
def test_days_that_are_no_holiday(day: date) -> None:
    assert not is_holiday(day)


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        (date(2024, 4, 20), "P30D", date(2024, 5, 20)),  # the first day is not counted
        (date(2017, 4, 28), "P3M", date(2017, 7, 28)),
        (date(2024, 1, 31), "P1M", date(2024, 2, 29)),  # no such day: the month's last
        (date(2024, 2, 29), "P1Y", date(2025, 2, 28)),
        (date(2024, 5, 6), "P2W", date(2024, 5, 20)),
    ],
)
def test_a_term_ends(start: date, duration: str, end: date) -> None:
    assert end_of_term(start, duration) == end


def test_working_days_leave_out_saturdays_sundays_and_holidays() -> None:
    # Wednesday 24 April 2024; Thursday is the Liberation, Wednesday 1 May too is a holiday.
    assert add_working_days(date(2024, 4, 24), 4) == date(2024, 5, 2)
    assert end_of_term(date(2024, 4, 24), "P4D", working_days=True) == date(2024, 5, 2)


@pytest.mark.parametrize("duration", ["PT24H", "30 giorni", "", "P9999Y"])
def test_a_term_that_no_day_holds_has_no_end(duration: str) -> None:
    assert end_of_term(date(2024, 4, 24), duration) is None


def test_a_term_ending_on_a_holiday_is_carried_over() -> None:
    assert carry_over(date(2024, 3, 31)) == date(2024, 4, 2)  # Easter, then its Monday
    assert carry_over(date(2024, 4, 27)) == date(2024, 4, 27)  # a Saturday holds by art. 2963
    assert carry_over(date(2024, 4, 27), saturday=True) == date(2024, 4, 29)


@given(DAYS)
def test_easter_monday_follows_a_sunday_in_spring(day: date) -> None:
    mondays = [
        d for d in holidays(day.year) if d.weekday() == 0 and d - timedelta(1) in holidays(day.year)
    ]
    assert any(d.month in (3, 4) for d in mondays)


@given(DAYS, st.integers(1, 60))
def test_the_nth_working_day_has_n_working_days_up_to_it(day: date, count: int) -> None:
    end = add_working_days(day, count)
    assert is_working_day(end)
    between = (day + timedelta(days=n) for n in range(1, (end - day).days + 1))
    assert sum(map(is_working_day, between)) == count


@given(DAYS)
def test_what_is_carried_over_lands_on_the_first_day_that_is_no_holiday(day: date) -> None:
    landed = carry_over(day)
    assert not is_holiday(landed)
    assert all(is_holiday(day + timedelta(days=n)) for n in range((landed - day).days))
