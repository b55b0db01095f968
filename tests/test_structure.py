"""The structure of the corpus: its acts, their headers, zones and parts."""

import hashlib
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extractor.documents.text import read_text
from extractor.structure import find_structure
from models import Box, Cell, Document, Line, Page, Part, Structure, Table

CORPUS = Path(__file__).parents[1] / "corpus"
GOLD = [json.loads(p.read_text(encoding="utf-8")) for p in sorted((CORPUS / "gold").glob("*.json"))]
#: Fields of a header that are compared as they stand; body and subject are compared by their words.
HEADER = ("tipo", "sigla", "numero", "data")
TEXTS = sorted((CORPUS / "documents").glob("*.txt"))


EXTRACT_HEAD = (
    "D.g.r. 21 aprile 2017 - n. X/6502\nDeterminazioni\nLA GIUNTA REGIONALE\n"
    "Visto il piano;\nDELIBERA"
)
Find = Callable[[str], tuple[Document, Structure]]


def words(text: str) -> str:
    """A text without white space, hyphens of division, emphasis marks and case."""
    return re.sub(r"[\s*\u00ad‐–-]+", "", text).casefold().replace("’", "'")


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
    """A document of the corpus, as it is read, and its structure."""
    document = read_text((CORPUS / "documents" / name).read_bytes(), name)
    return document, find_structure(document)


@cache
def printed(name: str) -> tuple[Document, Structure]:
    """The same with every printed line a block of its own, as nothing had joined them."""
    document = as_document((CORPUS / "documents" / name).read_text(encoding="utf-8"), name)
    return document, find_structure(document)


@pytest.fixture(params=[corpus, printed], ids=["as read", "line by line"])
def find(request: pytest.FixtureRequest) -> Find:
    """Both ways in which a document of the corpus comes to this stage."""
    read: Find = request.param
    return read


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_leaves_partition_the_text(path: Path, find: Find) -> None:
    document, structure = find(path.name)
    assert_partition(document, structure)


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["documento"])
def test_every_act_of_the_corpus_is_found_with_its_header(gold: Any, find: Find) -> None:
    _, structure = find(gold["documento"])
    assert structure.tipo == gold["tipo"]
    found = [act.atto for act in structure.atti]
    assert [[getattr(a, name) for name in HEADER] for a in found] == [
        [act[name] for name in HEADER] for act in gold["atti"]
    ]
    for name in ("ente", "oggetto"):
        assert [words(getattr(a, name)) for a in found] == [words(a[name]) for a in gold["atti"]]


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["documento"])
def test_no_fact_of_a_body_stands_in_an_attachment(gold: Any, find: Find) -> None:
    document, structure = find(gold["documento"])
    for act, expected in zip(structure.atti, gold["atti"], strict=True):
        if expected["ambito"] != "corpo":
            continue
        body = words(
            " ".join(
                document.testo[zone.inizio : zone.fine]
                for zone in act.zones()
                if zone.zona != "allegato"
            )
        )
        for kind in ("riferimenti", "importi", "codici", "scadenze", "persone"):
            for fact in expected.get(kind, ()):
                assert words(fact["testo"]) in body


def test_a_document_without_text_has_no_act() -> None:
    assert find_structure(as_document(" \n\f\n")).atti == ()


def test_the_id_of_an_act_depends_on_its_document_and_place_alone() -> None:
    document, structure = corpus("burl-2017-17-so-parte-1.txt")
    ids = [act.atto.id for act in structure.atti]
    assert ids == [act.atto.id for act in find_structure(document).atti]
    assert len(set(ids)) == 7


def framed_page(text: str) -> Document:
    """A page in a frame, read as a table of one cell that holds all its printed lines."""
    lines, at = [], 0
    for number, line in enumerate(text.split("\n")):
        box = Box(50, 20.0 * number, 500, 20.0 * number + 12)
        lines.append(Line(at, at + len(line), 1, box))
        at += len(line) + 1
    joined = text.replace("\n", " ")
    table = Table(1, 0, len(joined), ((Cell(0, len(joined)),),))
    page = Page(1, 0, len(joined))
    return Document("0" * 64, "a.pdf", "pdf", joined, (page,), tuple(lines), tabelle=(table,))


def test_a_page_in_a_frame_is_read_line_by_line() -> None:
    document = framed_page(
        "COMUNE DI ESEMPIO\nAVVISO PUBBLICO PER I CONTRIBUTI\nVista la deliberazione n. 5;\n"
        + "RENDE NOTO\n"
        + "che si può presentare domanda;\n" * 40
        + "Il responsabile\nMario Rossi"
    )
    structure = find_structure(document)
    assert_partition(document, structure)
    act = structure.atti[0]
    assert (act.atto.tipo, act.atto.ente) == ("avviso", "Comune di Esempio")
    zones = [zone.zona for zone in act.zones()]
    assert zones == ["frontespizio", "preambolo", "dispositivo", "firma"]


def test_a_signature_and_a_heading_joined_by_the_reader_are_parted_at_their_lines() -> None:
    above = "1. di approvare il piano.\nIl segretario: Anna Verdi"
    heading = "D.g.r. 21 aprile 2017 - n. X/6511"
    text = (
        f"{EXTRACT_HEAD}\n{above} {heading}\nModalità\nLA GIUNTA REGIONALE\nVisto;\nDELIBERA\n1. di"
    )
    at = text.index(heading)
    box = Box(0, 0, 10, 10)
    start = text.index("Il segretario")
    lines = (Line(start, at - 1, 1, box), Line(at, at + len(heading), 1, box, 7.0, True))
    page = Page(1, 0, len(text))
    document = Document("0" * 64, "b.pdf", "pdf", text, (page,), lines)
    structure = find_structure(document)
    assert_partition(document, structure)
    assert [act.atto.numero for act in structure.atti] == ["X/6502", "X/6511"]


def test_headings_of_sections_joined_by_the_reader_are_parted_at_their_lines() -> None:
    printed_lines = (
        "D) ATTI DIRIGENZIALI", "Giunta regionale", "D.G. Ambiente e clima",
        "D.d.s. 19 aprile 2017 - n. 4490",
    )  # fmt: skip
    text = " ".join(printed_lines) + "\nBando\nIL DIRIGENTE\nVisto il piano;\nDECRETA\n1. di"
    lines, at = [], 0
    for line in printed_lines:
        lines.append(Line(at, at + len(line), 1, Box(0, 0, 10, 10)))
        at += len(line) + 1
    document = Document("0" * 64, "c.pdf", "pdf", text, (Page(1, 0, len(text)),), tuple(lines))
    (act,) = find_structure(document).atti
    assert (act.atto.sezione, act.atto.sottosezione) == ("D) Atti dirigenziali", "Giunta regionale")
    assert (act.atto.direzione, act.atto.numero) == ("D.G. Ambiente e clima", "4490")


def test_a_notice_on_european_forms_is_about_its_procedure() -> None:
    text = (
        "Italia – Lavori – Rifacimento della scuola OJ S 12/2025 17/01/2025\n"
        "Bando di gara o di concessione – regime ordinario\nLavori\n1. Committente\n"
        "Nome ufficiale: Comune di Valdoce\n2. Procedura\n2.1. Procedura\n"
        "Titolo: Rifacimento della scuola di via Roma Descrizione: Lavori edili\n"
        "Tipo di procedura: Aperta"
    )
    (act,) = find_structure(Document("0" * 64, "b.txt", "txt", text, (Page(1, 0, len(text)),))).atti
    assert act.atto.oggetto == "Rifacimento della scuola di via Roma"
    assert act.atto.ente == "Comune di Valdoce"
