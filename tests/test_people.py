"""People with a role: found, look-alikes, missed."""

import pytest

from extractor.facts import people
from models import Context
from tests.cases import Case, case, check

FOUND = [
    case(
        "Il Direttore Generale Paola Neri (nominata con DGR n. XII/1) adotta",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Paola Neri", "funzione": "firmatario", "qualifica": "Direttore Generale"},
    ),
    case(
        "Il segretario: Giancarla Neva Bianchi",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Giancarla Neva Bianchi", "funzione": "segretario"},
    ),
    case(
        "il dott. Antonio Neri è stato nominato Direttore Generale dell’Agenzia",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Antonio Neri", "funzione": "nominato", "titolo": "dott."},
    ),
    case(
        "con sede in Milano, rappresentata dalla Dott.ssa Paola Neri, in qualità di Direttore.",
        "                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Paola Neri", "funzione": "rappresentante_legale", "titolo": "Dott.ssa"},
    ),
    case(
        "(di concerto con l'assessore Bertolani)» con la quale",
        "                   ^^^^^^^^^^^^^^^^^^^",
        {"nome": "Bertolani", "funzione": "altro"},
    ),
    case(
        "Nominativo Ruolo Ente\nMario Rossi Referente Operativo ACME",
        "                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"nome": "Mario Rossi", "funzione": "referente_operativo"},
    ),
]

LOOK_ALIKES = [
    case("il Dirigente Scolastico dell’Istituto Comprensivo “Mons. Pasquale Neri” di Avella"),
    case("Il Responsabile del procedimento di Regione Lombardia, nei limiti della dotazione"),
    case("residente in Via Torquato Taramelli 26, Milano"),
    case("con decreto del Ministro dell’Interno 4 agosto 2023"),
]


@pytest.mark.parametrize("expected", FOUND)
def test_found(expected: Case) -> None:
    check(people.find, expected)


@pytest.mark.parametrize("expected", LOOK_ALIKES)
def test_look_alikes(expected: Case) -> None:
    check(people.find, expected)


SIGNED = [
    ("La dirigente\nAnna Neri\n", {("Anna Neri", "firmatario")}),
    (
        "IL RESPONSABILE DELL'UFFICIO TECNICO\nf.to dott. Mario Rossi",
        {("Mario Rossi", "firmatario")},
    ),
    (
        "Il Segretario\nf.to Prof.ssa Catia NERI\nIl Presidente\nf.to Roberta ROSSI",
        {("Catia Neri", "segretario"), ("Roberta Rossi", "firmatario")},
    ),
    (
        "Il Responsabile del procedimento\nMarta Neri\n\n"
        "Il Direttore\n SC “Analisi e Controllo”\n Alberto Rossi",
        {("Marta Neri", "responsabile_procedimento"), ("Alberto Rossi", "firmatario")},
    ),
    (
        "IL RESPONSABILE DELLE PUBBLICAZIONI ALL'ALBO PRETORIO INFORMATICO\nf.to ROSSI MARIO",
        {("Mario Rossi", "responsabile_pubblicazione")},
    ),
    (
        "VISTO DI REGOLARITÀ CONTABILE\nEsito: Favorevole\n"
        "Il Responsabile del Servizio\nf.to Anna Neri",
        {("Anna Neri", "responsabile_contabile")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SIGNED)
def test_signatures(text: str, expected: set[tuple[str, str]]) -> None:
    found = people.find(text, Context())
    assert {(person.nome, person.funzione) for person in found} == expected
