"""The structure of the corpus: its acts, their headers, zones and parts."""

import hashlib
import json
from functools import cache
from pathlib import Path

import pytest

from extractor.structure import find_structure
from models import Document, Page, Part, Structure

CORPUS = Path(__file__).parents[1] / "corpus"
TEXTS = sorted((CORPUS / "documents").glob("*.txt"))


def as_document(text: str, name: str = "atto.txt") -> Document:
    """A Document whose pages are those that form feeds part, as a plain text is read."""
    pages, at = [], 0
    for number, page in enumerate(text.split("\f"), 1):
        pages.append(Page(number, at, at + len(page) + 1))
        at += len(page) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(digest, name, "txt", text.replace("\f", "\n"), tuple(pages))


def leaves(structure: Structure) -> list[Part]:
    """All the leaves of a document, in text order."""
    roots = [*structure.parti, *(part for act in structure.atti for part in act.parti)]
    return sorted((leaf for root in roots for leaf in root.leaves()), key=lambda part: part.inizio)


def assert_partition(document: Document, structure: Structure) -> None:
    """The leaves follow on one another from the first character to the last."""
    at = 0
    for leaf in leaves(structure):
        assert leaf.inizio == at
        assert leaf.fine > at
        at = leaf.fine
    assert at == len(document.testo)


@cache
def corpus(name: str) -> tuple[Document, Structure]:
    """A document of the corpus and its structure."""
    document = as_document((CORPUS / "documents" / name).read_text(encoding="utf-8"), name)
    return document, find_structure(document)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_leaves_partition_the_text(path: Path) -> None:
    document, structure = corpus(path.name)
    assert_partition(document, structure)


@pytest.mark.parametrize("path", sorted((CORPUS / "gold").glob("*.json")), ids=lambda p: p.stem)
def test_every_act_of_the_corpus_is_found_with_number_and_date(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    _, structure = corpus(gold["documento"])
    assert structure.tipo == gold["tipo"]
    found = [(a.atto.tipo, a.atto.numero, a.atto.data) for a in structure.atti]
    assert found == [(a["tipo"], a["numero"], a["data"]) for a in gold["atti"]]
