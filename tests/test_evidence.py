"""No fact without evidence: its words stand where it says, and say what it claims."""

from dataclasses import replace

import pytest
from pydantic import BaseModel, ValidationError

from extractor.records.evidence import EvidenceError, check_evidence
from models import Codice, Document, Fatto, Importo, Page, Persona, Riferimento

TEXT = (
    "Il Sindaco Ettore D’Agnò impegna € 1.200,50 (CIG Z12 3456 7AB), d.g.r. XII/514 "
    "e decreto n. 15.424."
)


def document(text: str = TEXT) -> Document:
    return Document("0" * 64, "a.txt", "txt", text, (Page(1, 0, len(text)),))


def spot(words: str) -> dict[str, int | str]:
    start = TEXT.index(words)
    return {"inizio": start, "fine": start + len(words), "testo": words}


RIGHT: list[Fatto] = [
    Importo(**spot("€ 1.200,50"), importo="1200.50"),
    Codice(**spot("Z12 3456 7AB"), tipo="cig", valore="Z1234567AB"),
    Persona(**spot("Sindaco Ettore D’Agnò"), nome="Ettore D'Agno'", funzione="firmatario"),
    Riferimento(**spot("d.g.r. XII/514"), tipo="dgr", numero="XII/514", anno=2023),
    Riferimento(**spot("decreto n. 15.424"), tipo="decreto", numero="15424"),
]
WRONG: list[Fatto] = [
    Importo(**spot("€ 1.200,50"), importo="1300.50"),
    Codice(**spot("Z12 3456 7AB"), tipo="cig", valore="Z1234567AC"),
    Persona(**spot("Sindaco Ettore D’Agnò"), nome="Ettore Rossi", funzione="firmatario"),
    Riferimento(**spot("d.g.r. XII/514"), tipo="dgr", numero="XII/541", anno=2023),
]


@pytest.mark.parametrize("fact", RIGHT, ids=lambda fact: type(fact).__name__)
def test_attested(fact: Fatto) -> None:
    check_evidence(fact, document())


@pytest.mark.parametrize("fact", WRONG, ids=lambda fact: type(fact).__name__)
def test_not_attested(fact: Fatto) -> None:
    with pytest.raises(EvidenceError, match="dicono altro"):
        check_evidence(fact, document())


def test_words_completed_from_elsewhere_count() -> None:
    short = Riferimento(**spot("d.g.r. XII/514"), tipo="dgr", numero="XII/514", anno=2023)
    long = replace(document(), testo=f"{TEXT} La d.g.r. n. 7 citata.")
    start = long.testo.index("La d.g.r.")
    moved = short.model_copy(
        update={
            "inizio": start,
            "fine": start + 9,
            "testo": "La d.g.r.",
            "completamenti": ((short.inizio, short.fine),),
        }
    )
    check_evidence(moved, long)


@pytest.mark.parametrize("by", [-1, 1, 500])
def test_words_that_stand_elsewhere(by: int) -> None:
    fact = RIGHT[0]
    moved = fact.model_copy(update={"inizio": fact.inizio + by, "fine": fact.fine + by})
    with pytest.raises(EvidenceError, match="non corrispondono"):
        check_evidence(moved, document())


@pytest.mark.parametrize("fact", RIGHT, ids=lambda fact: type(fact).__name__)
def test_a_row_is_copied_as_pydantic_copies_it(fact: Fatto) -> None:
    update = {"pagina": 3, "riquadri": ((3, 1.0, 2.0, 3.0, 4.0),)}
    ours, theirs = fact.model_copy(update=update), BaseModel.model_copy(fact, update=update)
    assert ours == theirs
    assert (ours.model_fields_set, repr(ours)) == (theirs.model_fields_set, repr(theirs))
    assert fact.pagina is None
    with pytest.raises(ValidationError):
        ours.pagina = 4  # type: ignore[misc]
