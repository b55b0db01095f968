"""The parts below the zones: recitals, points, articles, chapters, attachments, sheets."""

from hypothesis import given
from hypothesis import strategies as st

from extractor.structure import find_structure
from models import Document, Part
from tests.test_structure import as_document, assert_partition, corpus

#: Lines that open, close or look like parts of acts, to be put together in any order.
LINES = (
    "COMUNE DI ESEMPIO", "DETERMINAZIONE N. 3 DEL 04/05/2024", "OGGETTO: Prova", "IL SINDACO",
    "Visto lo statuto;", "- che la spesa è coperta;", "DELIBERA", "1. di approvare;",
    "a) la spesa;", "Il segretario: Anna Verdi", "f.to Mario Rossi", "Allegato A", "Allegato 2",
    "Letto, approvato e sottoscritto.", "VISTO DI REGOLARITÀ CONTABILE", "ALLEGATO 1 - Piano",
    "CERTIFICATO DI PUBBLICAZIONE", "1. Premessa", "1.1 Finalità", "Art. 1 – Oggetto",
    "Art. 2 – Durata", "Sommario", "A.1 Finalità ........ 3", "CRONOPROGRAMMA",
    "Codice Servizio: S1", "Acronimi", "SOMMARIO", "D.g.r. 21 aprile 2017 - n. X/6502",
    "Comunicato regionale 2 gennaio 2024 - n. 1", "D) ATTI DIRIGENZIALI", "D.G. Ambiente",
    "LA GIUNTA REGIONALE", "Oggetto lungo 12", "a\tb\tc", "", "\f", "   ", "**DECRETA**", "tra",
    "le Parti convengono quanto segue", "x" * 300,
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_the_leaves_partition_any_text(lines: list[str]) -> None:
    document = as_document("\n".join(lines))
    structure = find_structure(document)
    if structure.atti or structure.parti:
        assert_partition(document, structure)
    else:
        assert not document.testo.strip()


@given(st.text(max_size=400))
def test_the_leaves_partition_any_characters(text: str) -> None:
    document = as_document(text)
    structure = find_structure(document)
    if structure.atti:
        assert_partition(document, structure)


def parts_of(name: str) -> tuple[Document, list[Part]]:
    """All the parts of the first act of a document of the corpus, parents first."""
    document, structure = corpus(name)
    return document, [part for root in structure.atti[0].parti for part in root.walk()]


def test_each_recital_is_a_part_and_each_item_below_it() -> None:
    _, parts = parts_of("acss-determinazione-25-2024.txt")
    preamble = next(part for part in parts if part.tipo == "preambolo")
    recitals = [part.etichetta for part in preamble.figli if part.tipo == "visto"]
    assert recitals == [
        "Visto", "Richiamate", "Richiamata", "Dato atto", "Richiamati", "Visto", "Richiamate",
        "Considerato", "Vista", "Visto", "Preso atto", "Ritenuto", "Preso atto",
    ]  # fmt: skip
    given_that = next(part for part in preamble.figli if part.etichetta == "Dato atto")
    assert [part.etichetta for part in given_that.figli] == ["Dato atto", "−", "−", "−", "−", "−"]


def test_each_point_of_the_operative_part_is_a_part() -> None:
    _, parts = parts_of("acss-determinazione-25-2024.txt")
    operative = next(part for part in parts if part.tipo == "dispositivo")
    points = [part.etichetta for part in operative.figli if part.tipo == "punto"]
    assert points == ["1.", "2.", "3.", "4.", "5."]


def test_the_sheets_of_an_attachment_are_parts_of_it() -> None:
    _, parts = parts_of("acss-determinazione-25-2024.txt")
    (attachment,) = (part for part in parts if part.tipo == "allegato" and part.figli)
    sheets = [part.tipo for part in attachment.figli if part.tipo not in ("capitolo", "allegato")]
    assert sheets == ["acronimi", "cronoprogramma", "scheda_servizio", "scheda_cup"]


def test_the_articles_of_an_agreement_are_its_operative_part() -> None:
    _, parts = parts_of("agid-piemonte-accordo-2019.txt")
    operative = next(part for part in parts if part.tipo == "dispositivo")
    articles = [part for part in operative.figli if part.tipo == "articolo"]
    assert [part.etichetta for part in articles] == [f"Articolo {n}" for n in range(1, 10)]
    assert articles[7].titolo == "Durata e recesso"


def test_the_chapters_of_a_plan_are_its_operative_part() -> None:
    _, parts = parts_of("lombardia-pttd-2021-2023.txt")
    operative = next(part for part in parts if part.tipo == "dispositivo")
    chapters = [part.etichetta for part in operative.figli if part.tipo == "capitolo"]
    assert chapters == ["1.", "2.", "3.", "4.", "5."]


def test_lettered_points_stand_below_their_number() -> None:
    text = (
        "COMUNE DI ESEMPIO\nORDINANZA N. 1 DEL 02/03/2024\nOGGETTO: Prova\nIL SINDACO\n"
        "Visto lo statuto;\nORDINA\n1. di vietare:\na) la sosta;\nb) il transito;\n2. di avvisare."
    )
    operative = find_structure(as_document(text)).atti[0].parti[2]
    assert [part.etichetta for part in operative.figli] == ["", "1.", "2."]
    assert [part.etichetta for part in operative.figli[1].figli] == ["1.", "a)", "b)"]
