"""People as schools, offices and the State print them: staff lists, letters, laws."""

import pytest

from extractor.facts import people
from models import Context

Expected = set[tuple[str, str]]

STAFF: list[tuple[str, Expected]] = [
    (
        "Squadra\nProf.Ugo Bianchini\nProf. Anna Nervi\n",
        {("Ugo Bianchini", "altro"), ("Anna Nervi", "altro")},
    ),
    ("Referente Continuità\nProf. Ugo Bianchini", {("Ugo Bianchini", "altro")}),
    ("Referente della convenzione: Anna Nervi", {("Anna Nervi", "referente_operativo")}),
    (
        "Responsabile Continuità\nProf.ssa Anna Nervi\n• coordina le prove;\n• cura i rapporti",
        {("Anna Nervi", "altro")},
    ),
    (
        "Ufficio Protocollo\n\nSig.ra Anna Nervi\nSig. Ugo Bianchini\n• tiene il registro",
        {("Anna Nervi", "altro"), ("Ugo Bianchini", "altro")},
    ),
    (
        "Responsabile del procedimento P.Ed. Ugo Bianchini",
        {("Ugo Bianchini", "responsabile_procedimento")},
    ),
    (
        "Responsabile del procedimento arch. Ugo Bianchini/Gestore: Alfa S.p.A.",
        {("Ugo Bianchini", "responsabile_procedimento")},
    ),
    (
        "- Classe: 1A\nCoordinatore: Anna Nervi\n- Classe: 1B\nCoordinatore: Ugo Bianchini\n"
        "- Classe: 1C\nCoordinatore: Carla Petrini\n",
        {("Anna Nervi", "altro"), ("Ugo Bianchini", "altro"), ("Carla Petrini", "altro")},
    ),
    ("Il Presidente del Consiglio Di Amministrazione", set()),
    # Look-alikes: a private person, an emeritus without a name, a blotted name
    ("ha chiesto all'ufficio protocollo la sig.ra Anna Nervi di sapere", set()),
    ("Professore Emerito. Università degli Studi", set()),
    ("rappresentata dalla Presidente prof.ssa Xxxxx Xxxxxxxx, autorizzata", set()),
]

PANELS: list[tuple[str, Expected]] = [
    (
        "La cabina è composta dai seguenti membri:\n\n- Anna Nervi, Dirigente del Servizio acque;\n"
        "- Ugo Bianchini dell'Autorità di bacino;\n- Carla Petrini, già Professore di idraulica;\n"
        "- Luca Verdoni Professore ordinario di idraulica;\n",
        {
            ("Anna Nervi", "componente"),
            ("Ugo Bianchini", "componente"),
            ("Carla Petrini", "componente"),
            ("Luca Verdoni", "componente"),
        },
    ),
    ("il comitato è così composto:\n- Anna Nervi S.r.l., capofila;\n- Comune di Riva;\n", set()),
]

LETTERS: list[tuple[str, Expected]] = [
    (
        "Distinti saluti. F.to Il Vice Segretario Generale, Dott. Ugo Bianchini",
        {("Ugo Bianchini", "firmatario")},
    ),
    (
        "Cordiali saluti.\nPer il Segretario Generale, il Vice Segretario, dott. U. Bianchini",
        {("U. Bianchini", "firmatario")},
    ),
]

LAWS: list[tuple[str, Expected]] = [
    (
        "Dato a Roma, addì 3 maggio 2019\n\nNERVESI\n\nBiancheri, Presidente del Consiglio"
        " dei\nministri\n\nVERDONI,\tMinistro della giustizia\nVisto, il Guardasigilli: VERDONI",
        {("Nervesi", "firmatario"), ("Biancheri", "firmatario"), ("Verdoni", "firmatario")},
    ),
    ("Visto, il Guardasigilli", set()),
]


@pytest.mark.parametrize(("text", "expected"), [*STAFF, *PANELS, *LETTERS, *LAWS])
def test_names_and_functions(text: str, expected: Expected) -> None:
    found = people.complete(people.find(text, Context()), Context())
    assert {(person.nome, person.funzione) for person in found} == expected
