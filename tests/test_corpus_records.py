"""The records of the whole corpus, from text and from PDF: nothing lost, nothing unattested."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from models import Document, Estrazione, Fatto
from tests.conftest import Extracted

ROOT = Path(__file__).parent.parent
NAMES = sorted(path.stem for path in (ROOT / "corpus/documents").glob("*.txt"))


@pytest.fixture(params=[(name, kind) for name in NAMES for kind in ("txt", "pdf")], ids=str)
def read(
    request: pytest.FixtureRequest, corpus_pdfs: Path, extracted: Extracted
) -> tuple[Document, Estrazione]:
    name, kind = request.param
    folder = corpus_pdfs if kind == "pdf" else ROOT / "corpus/documents"
    return extracted(folder / f"{name}.{kind}")


def facts(result: Estrazione) -> list[Fatto]:
    return [
        row
        for name in type(result).model_fields
        for row in (getattr(result, name) if isinstance(getattr(result, name), tuple) else ())
        if isinstance(row, Fatto)
    ]


def test_no_fact_is_discarded(read: tuple[Document, Estrazione]) -> None:
    assert [s.messaggio for s in read[1].segnalazioni if s.regola == "fatto_scartato"] == []


def test_the_leaves_partition_the_text(read: tuple[Document, Estrazione]) -> None:
    document, result = read
    leaves = sorted((part.inizio, part.fine) for part in result.parti if part.foglia)
    assert leaves[0][0] == 0
    assert leaves[-1][1] == len(document.testo)
    assert all(before[1] == after[0] for before, after in pairwise(leaves))


def test_every_fact_has_its_words_its_page_and_a_mention(
    read: tuple[Document, Estrazione],
) -> None:
    document, result = read
    texts = {"testo": document.testo, "margine": document.margine}
    mentioned = {mention.fatto_id for mention in result.menzioni}
    acts = {act.id for act in result.atti}
    for fact in facts(result):
        assert texts[fact.flusso][fact.inizio : fact.fine] == fact.testo
        assert fact.pagina is not None
        assert 1 <= fact.pagina <= len(document.pagine)
        if fact not in result.sommario:
            assert fact.id in mentioned
            assert fact.atto_id in acts
            assert fact.zona is not None


@pytest.mark.parametrize("kind", ["txt", "pdf"])
def test_interventions_of_the_plan_have_their_lines(
    kind: str, corpus_pdfs: Path, extracted: Extracted
) -> None:
    """The lines that its matrix of marks gives to each, from their columns."""
    name = "lombardia-pttd-2021-2023"
    folder = corpus_pdfs if kind == "pdf" else ROOT / "corpus/documents"
    _, result = extracted(folder / f"{name}.{kind}")
    gold = json.loads((ROOT / f"corpus/gold/{name}.json").read_text(encoding="utf-8"))
    rows = [row for act in gold["atti"] for row in act.get("interventi", ())]
    assert len(rows) == 30
    assert {one.codice: list(one.linee) for one in result.interventi} == {
        row["codice"]: row["linee"] for row in rows
    }


def test_boxes_lie_on_their_pages(read: tuple[Document, Estrazione]) -> None:
    document, result = read
    if document.formato != "pdf":
        return
    for fact in facts(result):
        assert fact.riquadri, fact.testo
        for number, x0, y0, x1, y1 in fact.riquadri:
            page = document.pagine[number - 1]
            assert -1 <= x0 < x1 <= page.larghezza + 1
            assert -1 <= y0 < y1 <= page.altezza + 1
        assert fact.riquadri[0][0] == fact.pagina


def test_ids_are_unique(read: tuple[Document, Estrazione]) -> None:
    ids = [fact.id for fact in facts(read[1])] + [part.id for part in read[1].parti]
    assert len(ids) == len(set(ids))
