"""Dates and times of day: what the grammar reads, what it refuses, and that it reads itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.facts.dates import DATE, MONTHS, expand_year, find_dates, parse_date, parse_time

NAMES = [
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
]  # fmt: skip
DAYS = st.dates(date(1861, 3, 17), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("26/06/2023", date(2023, 6, 26)),
        ("26.6.2023", date(2023, 6, 26)),
        ("26-06-2023", date(2023, 6, 26)),
        ("24/07/ 1998", date(1998, 7, 24)),
        ("31/12/24", date(2024, 12, 31)),
        ("28.09.21", date(2021, 9, 28)),
        ("2025-12-10", date(2025, 12, 10)),
        ("26 giugno 2023", date(2023, 6, 26)),
        ("26 GIUGNO 2023", date(2023, 6, 26)),
        ("27\ndicembre\n2006", date(2006, 12, 27)),
        ("1° marzo 2024", date(2024, 3, 1)),
        ("1º marzo 2024", date(2024, 3, 1)),
        ("primo gennaio 2017", date(2017, 1, 1)),
        ("23-gen-2019", date(2019, 1, 23)),
        ("3 sett. 2020", date(2020, 9, 3)),
        ("20 marzo dell'anno 2017", date(2017, 3, 20)),
        ("19 giungo 2025", date(2025, 6, 19)),
        ("giovedì 26 giugno 2023", date(2023, 6, 26)),  # a span that dateparser settles
    ],
)
def test_a_date_is_read(printed: str, day: date) -> None:
    assert parse_date(printed) == day


@pytest.mark.parametrize(
    "printed",
    ["31/02/2023", "giugno 2023", "31 marzo", "2023", "30 giorni", "ore 12", "1.2.14", "domani",
     "02.02.01.04.001", "10.000.123", "n. 3208 del", "2.460.145,60", "", "12/24", "tre anni fa"],
)  # fmt: skip
def test_what_is_no_whole_date_is_none(printed: str) -> None:
    assert parse_date(printed) is None


def test_dates_of_a_text_with_their_precision() -> None:
    text = "Dal 1° giugno al 30.09.2024, poi da ottobre 2024; cap. 9.03.203.7295, 92.00.02, 3/4."
    found = [(text[span.inizio : span.fine], span.precisione) for span in find_dates(text)]
    assert found == [
        ("1° giugno", "senza_anno"),
        ("30.09.2024", "giorno"),
        ("ottobre 2024", "mese"),
    ]


def test_a_month_is_its_last_day() -> None:
    assert [span.data for span in find_dates("febbraio 2024")] == [date(2024, 2, 29)]


@pytest.mark.parametrize(
    ("figures", "act", "year"),
    [("14", date(2017, 4, 20), 2014), ("98", date(2017, 4, 20), 1998),
     ("17", date(2017, 4, 20), 2017), ("18", date(2017, 4, 20), 1918), ("28", None, 2028)],
)  # fmt: skip
def test_two_figures_are_the_latest_year_not_after_the_act(
    figures: str, act: date | None, year: int
) -> None:
    assert expand_year(figures, act) == year


@pytest.mark.parametrize(
    ("printed", "time"),
    [("ore 12:00", "12:00"), ("ore 9:52:29", "09:52:29"), ("ore 15.00", "15:00"), ("h 10", "10:00"),
     ("ore 24:00", "24:00"), ("alle 16:30 di oggi", "16:30"), ("ore 25", None), ("12.30", None),
     ("24 ore", None)],
)  # fmt: skip
def test_times_of_day(printed: str, time: str | None) -> None:
    assert parse_time(printed) == time


@given(DAYS)
def test_every_printed_form_of_a_day_is_that_day(day: date) -> None:
    forms = [
        f"{day:%d/%m/%Y}", f"{day.day}.{day.month}.{day.year}", f"{day:%d-%m-%Y}",
        day.isoformat(), f"{day.day} {NAMES[day.month - 1]} {day.year}",
        f"{day.day:02d} {NAMES[day.month - 1].upper()} {day.year}",
    ]  # fmt: skip
    if day.day == 1:
        forms.append(f"1° {NAMES[day.month - 1]} {day.year}")
    for form in forms:
        assert DATE.fullmatch(form), form
        assert parse_date(form) == day
        text = f"entro il {form}, salvo"
        assert [text[s.inizio : s.fine] for s in find_dates(text)] == [form]


@given(st.text(alphabet="0123456789/.-° degiumarzo\n", max_size=60))
def test_spans_lie_in_the_text_and_read_again_as_themselves(text: str) -> None:
    for span in find_dates(text):
        printed = text[span.inizio : span.fine]
        if span.precisione == "giorno":
            assert parse_date(printed) == span.data


def test_month_names_have_all_twelve_months() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
