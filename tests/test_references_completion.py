"""Mentions completed from one another, back-references, identifiers, numbers."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.facts.references import complete, find
from extractor.facts.references.grammar import fold
from extractor.facts.references.numbers import expand_year, split_union
from models import Context, Riferimento

CONTEXT = Context(tipo="decreto", data=date(2024, 4, 12), ente="Regione Lombardia")


def cited(text: str) -> list[Riferimento]:
    """What the text cites, completed."""
    return complete(find(text, CONTEXT), CONTEXT)


def test_short_mentions_become_the_full_one() -> None:
    text = "la DGR n. XII / 514 del 26/06/2023; la d.g.r. 514/2023; la DGR 514; la DGR. XII/514"
    found = cited(text)
    assert {r.chiave() for r in found} == {("dgr", "514", 2023)}
    assert {(r.numero, r.data) for r in found} == {("XII/514", "2023-06-26")}
    assert [bool(r.completamenti) for r in found] == [False, True, True, True]
    assert all(text[a:b] == found[0].testo for r in found[1:] for a, b in r.completamenti)


def test_nothing_is_guessed_between_two_acts() -> None:
    found = cited("la d.g.r. n. 514/2022, la d.g.r. n. 514/2023 e infine la DGR 514")
    assert [r.anno for r in found] == [2022, 2023, None]


def test_generic_kind_takes_the_specific_one() -> None:
    found = cited("il decreto legislativo 18 aprile 2016, n. 50 e il decreto 50/2016")
    assert [r.tipo for r in found] == ["decreto_legislativo"] * 2


def test_back_reference_with_one_antecedent() -> None:
    found = cited("il d.d.u.o. 13 dicembre 2016, n. 13177; in forza dello stesso d.d.u.o.")
    assert [(r.testo, r.numero) for r in found][1:] == [("d.d.u.o.", "13177")]


def test_back_reference_to_a_name() -> None:
    found = cited("ai sensi del T.U. 267/2000; il citato decreto legislativo dispone")
    assert [(r.numero, r.fonte) for r in found] == [("267", "nome"), ("267", "nome, rinvio")]


@pytest.mark.parametrize(
    "text",
    [
        "la d.g.r. n. 5/2020 e la d.g.r. n. 6/2020; la citata d.g.r. prevede",
        "la citata d.g.r. prevede che la d.g.r. n. 5/2020",
        "il medesimo decreto",
    ],
)
def test_back_reference_left_out(text: str) -> None:
    assert all(r.fonte != "rinvio" for r in cited(text))


def test_name_joins_the_number_that_the_act_prints() -> None:
    found = cited("il codice della strada; il d.lgs. 30 aprile 1992, n. 285")
    assert {r.chiave() for r in found} == {("decreto_legislativo", "285", 1992)}
    (alone,) = cited("ai sensi del codice della strada")
    assert (alone.tipo, alone.numero) == ("codice", None)
    assert alone.urn == "urn:nir:stato:decreto.legislativo:1992-04-30;285"


@pytest.mark.parametrize(
    ("text", "urn"),
    [
        ("la legge 7 agosto 1990, n. 241", "urn:nir:stato:legge:1990-08-07;241"),
        ("il d.lgs. 33/2013", "urn:nir:stato:decreto.legislativo:2013;33"),
        (
            "il d.P.R. 28 dicembre 2000, n. 445",
            "urn:nir:presidente.repubblica:decreto:2000-12-28;445",
        ),
        ("la l.r. 30 dicembre 2009, n. 33", "urn:nir:regione.lombardia:legge:2009-12-30;33"),
        (
            "la d.g.r. n. XII/514 del 26/06/2023",
            "urn:nir:regione.lombardia;giunta.regionale:deliberazione:2023-06-26;514",
        ),
        ("il Reg. UE 2016/679", "http://data.europa.eu/eli/reg/2016/679/oj"),
        ("il reg. delegato (UE) n. 907/2014", "http://data.europa.eu/eli/reg_del/2014/907/oj"),
        ("la direttiva 92/43/CEE", "http://data.europa.eu/eli/dir/1992/43/oj"),
        ("la comunicazione COM(2020)67", "CELEX:52020DC0067"),
        ("il codice civile", "urn:nir:stato:regio.decreto:1942-03-16;262"),
        (
            "la d.g.r. Campania n. 5/2020",
            "urn:nir:regione.campania;giunta.regionale:deliberazione:2020;5",
        ),
    ],
)
def test_urn(text: str, urn: str) -> None:
    (found,) = cited(text)
    assert found.urn == urn


@given(st.integers(0, 99), st.integers(1990, 2060))
def test_two_digit_year_is_the_latest_not_after(year: int, limit: int) -> None:
    found = expand_year(f"{year:02}", limit)
    assert found is not None
    assert found % 100 == year
    assert found <= limit
    assert found > limit - 100 or found >= 1900


@given(st.integers(1, 3000), st.integers(2015, 2024))
def test_union_number_since_2015(number: int, year: int) -> None:
    found = split_union(str(year), str(number), 2024, numbered=False)
    assert found is not None
    assert (found.numero, found.anno) == (str(number), year)


@given(st.integers(1, 1600), st.integers(1990, 2014))
def test_union_number_before_2015(number: int, year: int) -> None:
    found = split_union(str(number), str(year), 2024, numbered=True)
    assert found is not None
    assert (found.numero, found.anno) == (str(number), year)


WORDS = st.sampled_from(
    [
        *("d.g.r.", "DGR", "n.", "n°", "del", "e", ",", ";", "\n", "legge", "decreto", "leggi"),
        *("X/514", "XII", "/", "514", "12/2020", "5", "marzo", "2020", "art.", "3", "(UE)", "TUEL"),
        *("2016/679", "regolamento", "la", "citata", "codice", "civile", "Visto", "C(2015)", "«"),
    ]
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_words_are_read_with_their_evidence(text: str) -> None:
    found = find(text, CONTEXT)
    spans = [(r.inizio, r.fine) for r in found]
    assert all(r.testo == text[r.inizio : r.fine] and r.testo for r in found)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    completed = complete(found, CONTEXT)
    assert complete(completed, CONTEXT) == completed
    assert {(r.inizio, r.fine) for r in completed} <= set(spans)


@given(st.text())
def test_folding_keeps_offsets(text: str) -> None:
    assert len(fold(text)) == len(text)
