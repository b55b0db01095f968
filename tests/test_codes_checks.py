"""The checks of codes: their arithmetic against codes built by it, and misprints."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.facts import codes
from extractor.facts.codes import cig, cup, fiscal, iban, identifiers
from models import Context

HEX = "0123456789ABCDEF"
ALPHABET = string.digits + string.ascii_uppercase


def ordinary(number: int) -> str:
    return f"{number:07d}{number * 211 % 4091:03X}"


def smart(letter: str, number: int) -> str:
    return f"{letter}{number * 211 % 251:02X}{number:07X}"


ordinaries = st.integers(min_value=0, max_value=9_999_999).map(ordinary)
smarts = st.builds(smart, st.sampled_from("XYZ"), st.integers(min_value=0, max_value=16**7 - 1))
issued = st.builds(
    str.__add__, st.from_regex(r"\A(?:A0|B[0-9A-F])\Z"), st.text(HEX, min_size=8, max_size=8)
)
cups = st.from_regex(r"\A[B-J][1-9][0-9][B-J][0-9]{7}000[1-9]\Z")


@given(st.one_of(ordinaries, smarts, issued))
def test_a_cig_built_by_the_rule_is_valid(code: str) -> None:
    assert cig.check(code).valido


@given(st.one_of(ordinaries, smarts), st.integers(1, 9), st.sampled_from(ALPHABET))
def test_a_misprint_after_the_first_character_is_seen(code: str, place: int, other: str) -> None:
    if other != code[place]:
        assert cig.check(code[:place] + other + code[place + 1 :]).valido is False


@given(ordinaries, st.sampled_from("CDEFGHIJKLMNOPQRSTU"))
def test_a_letter_for_the_first_digit_is_no_new_cig(code: str, letter: str) -> None:
    assert cig.check(letter + code[1:]).valido is False


@given(st.one_of(ordinaries, smarts, issued, cups), st.data())
def test_a_code_is_found_however_it_is_broken(code: str, data: st.DataObject) -> None:
    label = "CUP" if len(code) == 15 else "CIG"
    gaps = data.draw(st.lists(st.integers(1, len(code) - 1), max_size=3, unique=True))
    gap = data.draw(st.sampled_from([" ", "\n", "."]))
    broken = "".join(gap * (at in gaps) + char for at, char in enumerate(code))
    found = codes.find(f"{label}: {broken}; altro", Context())
    assert [(f.tipo, f.valore, f.valido) for f in found] == [(label.lower(), code, True)]


@pytest.mark.parametrize(
    ("value", "kind", "valid"),
    [
        ("98295587DD", "ordinario", True),
        ("Z473DE739C", "smart", True),
        ("A001A8B83A", "nuovo", True),
        ("BAF895FF86", "nuovo", True),
        ("8420000000", "ordinario", False),
        ("982955870D", "ordinario", False),
        ("V123456789", None, False),
        ("98295587D", None, False),
    ],
)
def test_cig(value: str, kind: str | None, valid: bool) -> None:
    assert (cig.kind(value), cig.check(value).valido) == (kind, valid)


def test_cig_repairs_only_into_a_right_code() -> None:
    assert cig.repair("A0O1A8B83A") == "A001A8B83A"
    assert cig.repair("9829558ODD") == "9829558ODD"


@pytest.mark.parametrize(
    ("value", "valid", "reason"),
    [
        ("E46G23000300002", True, None),
        ("K46G23000300002", True, "forma insolita per un CUP"),
        ("E46G2300030000", False, "14 caratteri invece di 15"),
        ("22E220003400004", False, "un CUP ha una lettera, due cifre, una lettera e undici cifre"),
    ],
)
def test_cup(value: str, valid: bool, reason: str | None) -> None:
    assert cup.check(value) == (valid, reason)


@pytest.mark.parametrize(
    ("value", "valid"),
    [
        ("RSSMRA80A01H501U", True),
        ("RSSMRA80A01H501X", False),
        # Omocodia: letters for the last digits, with the check letter that follows from them.
        ("RSSMRA80A01H50MM", True),
        ("RSSMRA80A01H5LMX", True),
        ("RSSMRA80A01H5LMU", False),
        ("97743230159", True),
        ("97743230158", False),
        ("00000000000", False),
        ("0501763015", False),
    ],
)
def test_fiscal_code(value: str, valid: bool) -> None:
    assert fiscal.check_fiscal_code(value).valido is valid


@given(st.from_regex(r"\A[0-9]{10}\Z"))
def test_ten_digits_have_one_check_digit(digits: str) -> None:
    right = [d for d in string.digits if fiscal.check_vat_number(digits + d).valido]
    assert len(right) == (0 if digits == "0" * 10 else 1)


def test_iban() -> None:
    assert iban.check("IT60X0542811101000000123456").valido
    assert iban.check("IT60X0542811101000000123457").motivo == "caratteri di controllo errati"
    assert iban.check("IT60X054281110100000012345").motivo == "26 caratteri invece di 27"


def test_office_and_planned_purchase() -> None:
    assert identifiers.check_office("UFX7A2").valido
    assert identifiers.check_office("UFX7").motivo == "4 caratteri invece di 6"
    assert identifiers.check_cui("L9774323015920240001").valido is False
