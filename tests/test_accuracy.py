"""Floors of accuracy on the gold, from text and from the typeset PDFs; they are only raised."""

from functools import cache
from pathlib import Path

import pytest

from extractor.evaluation import Evaluation, evaluate, load
from extractor.pipeline import extract_all

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


@cache
def measured(documents: Path | None) -> Evaluation:
    """The evaluation of the corpus, from its texts or from the PDFs in a folder."""
    return evaluate(load(GOLD, documents), lambda path: next(iter(extract_all(path))))


@pytest.mark.parametrize(("figure", "floor"), FLOORS.items())
def test_accuracy_from_text(figure: str, floor: float) -> None:
    assert measured(None).total(figure).f1 >= floor


@pytest.mark.parametrize(("figure", "floor"), FLOORS.items())
def test_accuracy_from_pdf(figure: str, floor: float, corpus_pdfs: Path) -> None:
    assert measured(corpus_pdfs).total(figure).f1 >= floor


@pytest.mark.parametrize("figure", FLOORS)
def test_text_and_pdf_read_alike(figure: str, corpus_pdfs: Path) -> None:
    from_text, from_pdf = measured(None).total(figure).f1, measured(corpus_pdfs).total(figure).f1
    assert abs(from_text - from_pdf) <= 0.02


@pytest.mark.parametrize("from_pdf", [False, True])
def test_facts_stand_where_the_gold_says(from_pdf: bool, corpus_pdfs: Path) -> None:
    assert measured(corpus_pdfs if from_pdf else None).evidence().recall >= 0.99


@pytest.mark.parametrize("from_pdf", [False, True])
def test_every_act_is_found_with_its_header(from_pdf: bool, corpus_pdfs: Path) -> None:
    headers = measured(corpus_pdfs if from_pdf else None).headers()
    wrong = [shown for shown in headers.missed if shown["campo"] in ("numero", "data", "oggetto")]
    assert wrong == []
    assert headers.recall >= 0.98


def test_the_long_lists_are_whole(corpus_pdfs: Path) -> None:
    for documents in (None, corpus_pdfs):
        lists = [row for score in measured(documents).documents for row in score.lists]
        assert len(lists) == 3
        assert all(wanted == given for _, wanted, given in lists)
