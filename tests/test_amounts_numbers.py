"""Numbers of amounts: figures and words against generators of their own."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.facts import amounts
from extractor.facts.amounts import parse_figures, parse_words
from models import Context

UNITS = (
    "",
    "uno",
    "due",
    "tre",
    "quattro",
    "cinque",
    "sei",
    "sette",
    "otto",
    "nove",
    "dieci",
    "undici",
    "dodici",
    "tredici",
    "quattordici",
    "quindici",
    "sedici",
    "diciassette",
    "diciotto",
    "diciannove",
)
TENS = (
    "",
    "",
    "venti",
    "trenta",
    "quaranta",
    "cinquanta",
    "sessanta",
    "settanta",
    "ottanta",
    "novanta",
)


def spell(number: int) -> str:
    """``number``, from 1 to below a thousand billions, in Italian words."""
    for size, one, many in (
        (1_000_000_000, "unmiliardo", "miliardi"),
        (1_000_000, "unmilione", "milioni"),
        (1_000, "mille", "mila"),
    ):
        if number >= size:
            count, rest = divmod(number, size)
            head = one if count == 1 else spell(count) + many
            return head + (spell(rest) if rest else "")
    if number >= 100:
        count, rest = divmod(number, 100)
        tail = spell(rest) if rest else ""
        hundred = "cent" if tail.startswith("ott") else "cento"
        return (spell(count) if count > 1 else "") + hundred + tail
    if number >= 20:
        tens, unit = divmod(number, 10)
        word = TENS[tens][:-1] if unit in (1, 8) else TENS[tens]
        return word + UNITS[unit]
    return UNITS[number]


def grouped(whole: int, cents: int) -> str:
    """An amount as printed: ``1.258.000,05``."""
    return f"{whole:,}".replace(",", ".") + f",{cents:02d}"


numbers = st.one_of(st.integers(1, 10**12 - 1), st.integers(1, 10**6))
FORMS = ["€ {}", "euro {}", "{} €", "{} euro", "€. {}.=", "{} di euro"]
wholes = st.integers(0, 10**12)
cents = st.integers(0, 99)


@given(numbers)
def test_words_say_their_number(number: int) -> None:
    assert parse_words(spell(number)) == number


@given(numbers)
def test_case_accents_and_breaks_do_not_matter(number: int) -> None:
    word = spell(number)
    middle = len(word) // 2
    assert parse_words(f"{word[:middle]}\n{word[middle:]}".upper()) == number
    assert parse_words(word[:-3] + "tré" if word.endswith("tre") else word) == number


@given(st.integers(1, 999), st.integers(1, 999))
def test_millions_and_thousands_joined_by_and(millions: int, thousands: int) -> None:
    head = "un milione" if millions == 1 else f"{spell(millions)} milioni"
    tail = "mille" if thousands == 1 else f"{spell(thousands)}mila"
    assert parse_words(f"{head} e {tail}") == millions * 1_000_000 + thousands * 1_000


@given(st.text(max_size=200))
def test_any_text_is_a_number_or_none(text: str) -> None:
    value = parse_words(text)
    assert value is None or value >= 0


@pytest.mark.parametrize(
    "word", ["", "persona", "centro", "milione", "duetre", "ventiventi", "mila", "cent", "e"]
)
def test_words_that_are_no_numbers(word: str) -> None:
    assert parse_words(word) is None


@given(wholes, cents)
def test_figures_are_exact(whole: int, part: int) -> None:
    assert parse_figures(grouped(whole, part)) == Decimal(f"{whole}.{part:02d}")


@given(
    wholes, cents, st.sampled_from(["€ {}", "euro {}", "{} €", "{} euro", "€. {}.=", "{} di euro"])
)
def test_a_printed_amount_is_found_exact(whole: int, part: int, form: str) -> None:
    text = f"la somma di {form.format(grouped(whole, part))}; altro"
    [found] = amounts.find(text, Context())
    assert found.centesimi == whole * 100 + part
    assert Decimal(found.importo) * 100 == found.centesimi
    assert found.testo == text[found.inizio : found.fine]


@given(st.text("0123456789.,€ euromilioni\n\t-%()/", max_size=120))
def test_any_text_gives_disjoint_amounts_in_order(text: str) -> None:
    found = amounts.find(text, Context())
    assert all(fact.testo == text[fact.inizio : fact.fine] for fact in found)
    ends = [0, *(fact.fine for fact in found)]
    assert all(fact.inizio >= end for fact, end in zip(found, ends, strict=False))
