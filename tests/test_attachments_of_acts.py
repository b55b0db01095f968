"""Where an act's attachments begin: headings, running headers, and what only looks like them."""

from dataclasses import replace

import pytest

from extractor.structure import find_structure
from models import Box, Document, Furniture
from tests.structures import only_act
from tests.test_structure import as_document, assert_partition

RESOLUTION = """Bollettino Ufficiale della Regione del Veneto n. 34 del 15 marzo 2024
DELIBERAZIONE DELLA GIUNTA REGIONALE n. 201 del 5 marzo 2024
Approvazione del bando per i contributi alle imprese artigiane.
L'Assessore Rossi riferisce quanto segue.
LA GIUNTA REGIONALE
VISTA la legge regionale n. 34 del 2018;
DELIBERA
1. di approvare il bando."""
SHEET = "\fBANDO PER LE IMPRESE\nArt. 1 Finalità\nLa Regione sostiene gli artigiani."
DECREE = """COMUNE DI ESEMPIO
DECRETO SINDACALE N. 12 DEL 03/04/2024
OGGETTO: Nomina del gruppo di lavoro
IL SINDACO
Visto il regolamento;
DECRETA
1. di nominare il gruppo.
IL SINDACO
Mario Rossi"""


def under(text: str, headers: list[str]) -> Document:
    """A document whose pages have these running headers."""
    document = as_document(text)
    pages = tuple(
        replace(page, arredi=(Furniture(header, Box(0, 0, 1, 1)),) if header else ())
        for page, header in zip(document.pagine, headers, strict=True)
    )
    return replace(document, pagine=pages)


@pytest.mark.parametrize(
    "header",
    [
        "ALLEGATO A DGR n. 201 del 05 marzo 2024 pag. 1 di 2", "Allegato 1", "ALLEGATO “A”",
        "Allegato B al decreto n. 12",
    ],
)  # fmt: skip
@pytest.mark.parametrize("body", [RESOLUTION, DECREE], ids=["bulletin", "alone"])
def test_a_running_header_names_the_attachment(body: str, header: str) -> None:
    document = under(body + SHEET, ["", header])
    structure = find_structure(document)
    assert_partition(document, structure)
    (attached,) = (zone for zone in structure.atti[0].zones() if zone.zona == "allegato")
    assert document.testo[attached.inizio :].startswith("BANDO PER LE IMPRESE")


@pytest.mark.parametrize(
    "header", ["", "Comune di Esempio", "Allegato, parte integrante del piano", "Allegati e schede"]
)
def test_other_running_headers_begin_none(header: str) -> None:
    structure = find_structure(under(RESOLUTION + SHEET, ["", header]))
    assert all(zone.zona != "allegato" for zone in structure.atti[0].zones())


def test_a_file_under_one_running_header_is_the_attachment_itself() -> None:
    document = under("BANDO PER LE IMPRESE\nArt. 1 Finalità" + SHEET, ["Allegato A", "Allegato A"])
    assert all(zone.zona != "allegato" for zone in find_structure(document).atti[0].zones())


def test_attachments_and_references_are_the_title_of_a_chapter() -> None:
    act = only_act(
        "LINEE GUIDA PER LA QUALITÀ\nSommario\nPremessa ........ 1\nPremessa\n"
        "Le linee guida servono.\n"
        "ALLEGATI E RIFERIMENTI\nSi usano le schede.\n"
        "Gli strumenti a disposizione\nSono indicati di seguito.\n"
        "Allegato 1 - Nota metodologica sugli indicatori\nGli indicatori sono tre."
    )
    attached = [zone for zone in act.zones() if zone.zona == "allegato"]
    assert len(attached) == 1
    assert act.parti[-1].titolo.startswith("Nota metodologica")
