"""Figures that OCR read as letters."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.facts import deadlines, references
from extractor.facts.misread import repaired
from models import Context

CONTEXT = Context(data=date(2024, 4, 12), ente="Regione Lombardia")


@given(st.text(alphabet="0123456789oOlI/.- nabc\n", max_size=60))
def test_the_length_never_changes(text: str) -> None:
    assert len(repaired(text)) == len(text)


@given(st.text(alphabet="abcdefghilmnopqrstuvz ,;'\n", max_size=60))
def test_words_stay_as_they_are(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize(
    ("text", "numero", "data"),
    [
        ("la d.g.r. n. 7l56 del l7/1O/2O22", "7156", "2022-10-17"),
        ("il decreto n. l234 del 3l marzo 2O22", "1234", "2022-03-31"),
        ("la legge 7 agosto 199O, n. 24l", "241", "1990-08-07"),
    ],
)
def test_citations_in_scans(text: str, numero: str, data: str) -> None:
    (cited,) = references.find(text, CONTEXT)
    assert (cited.numero, cited.data) == (numero, data)
    assert cited.testo in text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("entro le ore 12:00 del 3l/O5/2O24", "2024-05-31"),
        ("entro il 3l dicembre 2O25", "2025-12-31"),
        ("entro 6O giorni dalla notifica", "P60D"),
    ],
)
def test_deadlines_in_scans(text: str, value: str) -> None:
    (fact,) = deadlines.find(text, CONTEXT)
    assert value in (fact.data, fact.durata)
    assert fact.testo in text
