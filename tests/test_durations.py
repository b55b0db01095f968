"""Durations: numbers in figures and in words, units as printed, how days count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.facts.durations import NUMBER_WORDS, days_of, find_durations, parse_duration


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("30 giorni", "P30D"),
        ("60 gg.", "P60D"),
        ("7giorni", "P7D"),
        ("sessanta giorni", "P60D"),
        ("centoventi giorni", "P120D"),
        ("centottanta giorni", "P180D"),
        ("30 (trenta) giorni", "P30D"),
        ("3\n(tre) anni", "P3Y"),
        ("trenta (30) giorni", "P30D"),
        ("quindici giorni consecutivi", "P15D"),
        ("10 giorni lavorativi", "P10D"),
        ("5 giorni naturali e consecutivi", "P5D"),
        ("3 mesi", "P3M"),
        ("36 mesi", "P36M"),
        ("dodici mesi", "P12M"),
        ("un anno", "P1Y"),
        ("due anni", "P2Y"),
        ("due settimane", "P2W"),
        ("24 ore", "PT24H"),
        ("[3] giorni", "P3D"),
        ("anni cinque (5)", "P5Y"),
        ("giorni quindici (gg.15)", "P15D"),
        ("mesi 8 (otto)", "P8M"),
        ("triennio", "P3Y"),
        ("biennio", "P2Y"),
    ],
)
def test_a_duration_is_read(printed: str, iso: str) -> None:
    assert parse_duration(printed) == iso


@pytest.mark.parametrize(
    "printed",
    ["0 giorni", "2,5 anni", "1.500 giorni", "giorni", "30", "30 euro", "ore 12", "anno 2023",
     "26/06/2023", "orecchie", "tre", "mese di giugno",
     "anni 2018", "giorni 22 e 23"],
)  # fmt: skip
def test_what_is_no_duration_is_none(printed: str) -> None:
    assert parse_duration(printed) is None


@pytest.mark.parametrize(
    ("printed", "days"),
    [("10 giorni lavorativi", "lavorativi"), ("10 giorni feriali", "lavorativi"),
     ("10 giorni consecutivi", "calendario"), ("30 giorni solari e consecutivi", "calendario"),
     ("30 giorni", None)],
)  # fmt: skip
def test_how_days_count(printed: str, days: str | None) -> None:
    assert days_of(printed) == days


def test_durations_of_a_text() -> None:
    text = "entro 90 giorni, prorogabili di sessanta (60) giorni, e per un triennio; età 14-25 anni"
    assert [text[s.inizio : s.fine] for s in find_durations(text)][:3] == [
        "90 giorni",
        "sessanta (60) giorni",
        "triennio",
    ]


@given(st.integers(1, 365), st.sampled_from([("giorni", "D"), ("mesi", "M"), ("anni", "Y")]))
def test_figures_give_their_number(count: int, unit: tuple[str, str]) -> None:
    word, code = unit
    assert parse_duration(f"{count} {word}") == f"P{count}{code}"


@given(st.sampled_from(sorted(NUMBER_WORDS)))
def test_words_give_their_number(word: str) -> None:
    assert parse_duration(f"{word} giorni") == f"P{NUMBER_WORDS[word]}D"
    assert parse_duration(f"{word} ({NUMBER_WORDS[word]}) giorni") == f"P{NUMBER_WORDS[word]}D"


@given(st.text(max_size=80))
def test_any_text_gives_spans_of_its_own(text: str) -> None:
    for span in find_durations(text):
        assert 0 <= span.inizio < span.fine <= len(text)
        assert span.durata.startswith("P")
