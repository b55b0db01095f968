"""Floors of accuracy on the gold, from text and from the typeset PDFs; they are only raised."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from extractor.evaluation import Evaluation, evaluate, load
from tests.conftest import Extracted

GOLD = Path(__file__).parent.parent / "corpus/gold"

FLOORS = {
    "riferimenti": 0.97,
    "importi": 0.99,
    "codici": 0.98,
    "codici cup e cig": 1.0,
    "scadenze": 0.93,
    "persone (nome)": 0.97,
    "persone (nome e funzione)": 0.92,
    "rilasci": 1.0,
    "acronimi": 0.98,
    "interventi": 1.0,
    "contraenti": 1.0,
    "schede_servizio": 1.0,
    "schede_cup": 1.0,
    "sommario": 1.0,
    "riferimenti con data": 0.93,
    "importi con ruolo": 0.85,
    "importi con esercizio": 0.85,
    "scadenze con tipo": 0.85,
}


Measured = Callable[[bool], Evaluation]


@pytest.fixture(scope="module")
def measured(extracted: Extracted, corpus_pdfs: Path) -> Measured:
    """The evaluation of the corpus, from its texts (False) or from its PDFs (True)."""
    return cache(lambda pdf: evaluate(load(GOLD, corpus_pdfs if pdf else None), extracted))


@pytest.mark.parametrize(("figure", "floor"), FLOORS.items())
def test_accuracy_from_text(figure: str, floor: float, measured: Measured) -> None:
    assert measured(False).total(figure).f1 >= floor


@pytest.mark.parametrize(("figure", "floor"), FLOORS.items())
def test_accuracy_from_pdf(figure: str, floor: float, measured: Measured) -> None:
    assert measured(True).total(figure).f1 >= floor


@pytest.mark.parametrize("figure", FLOORS)
def test_text_and_pdf_read_alike(figure: str, measured: Measured) -> None:
    from_text, from_pdf = measured(False).total(figure).f1, measured(True).total(figure).f1
    assert abs(from_text - from_pdf) <= 0.02


@pytest.mark.parametrize("from_pdf", [False, True])
def test_facts_stand_where_the_gold_says(from_pdf: bool, measured: Measured) -> None:
    assert measured(from_pdf).evidence().recall >= 0.99


@pytest.mark.parametrize("from_pdf", [False, True])
def test_every_act_is_found_with_its_header(from_pdf: bool, measured: Measured) -> None:
    headers = measured(from_pdf).headers()
    wrong = [shown for shown in headers.missed if shown["campo"] in ("numero", "data", "oggetto")]
    assert wrong == []
    assert headers.recall >= 0.98


def test_the_long_lists_are_whole(measured: Measured) -> None:
    for from_pdf in (False, True):
        lists = [row for score in measured(from_pdf).documents for row in score.lists]
        assert len(lists) == 3
        assert all(wanted == given for _, wanted, given in lists)
