"""People as calls for grants and municipal acts name those who answer for the procedure."""

import pytest

from extractor.facts import people
from models import Context

NAMED = [
    ("Responsabile Unico del Progetto\tArch. Mirko Lodi\tmirko.lodi@ente.example", "Mirko Lodi"),
    ("IL RESPONSABILE UNICO DEL PROGETTO\nIng. Mirko Lodi", "Mirko Lodi"),
    ("Il Responsabile Unico del Progetto\nGeom. Tullio Zanetti", "Tullio Zanetti"),
    ("Il Responsabile del procedimento è la dott.ssa Lucia Ferri, tel. 02 12345, e-mail l@e.it",
     "Lucia Ferri"),
    ("Responsabile del procedimento: Dott. Marco Bruni – Dirigente – tel. 02.67651", "Marco Bruni"),
    ("RUP: Ing. Carla Donati (rup@comune.example)", "Carla Donati"),
    ("Responsabile del procedimento (art. 5 L. 241/1990): dott. Elio Pace", "Elio Pace"),
    ("Responsabile del procedimento (ai sensi della legge n. 241/90) Elio Villa", "Elio Villa"),
    ("Responsabile del procedimento ai sensi dell’art. 5 della L. 241/1990: dott. Elio Villa",
     "Elio Villa"),
    ("Si individua quale RUP la dott.ssa Pia Neri, dipendente dell’Ente", "Pia Neri"),
    ("il RUP, nominato ai sensi dell’art. 15 del Codice, è l’ing. Omar Gallo", "Omar Gallo"),
]  # fmt: skip

OTHERS = [
    ("Relatore l’Assessore Tina Mauri", "Tina Mauri", "relatore"),
    ("Relatore: il Consigliere Tina Mauri", "Tina Mauri", "relatore"),
    ("Responsabile dell’istruttoria: Anna Galli, tel. 030 99999", "Anna Galli", "istruttore"),
    ("il RPD è l’avv. Sara Monti, responsabile della protezione dei dati", "Sara Monti", "altro"),
]

LOOK_ALIKES = [
    "Responsabile del procedimento è il Dirigente pro tempore della U.O. Incentivi",
    "Il Titolare del trattamento è il Comune di Valfiorita, nella persona del Sindaco pro tempore",
    "il coordinatore del Progetto Mario Rossi",
    "Sportello di Spazio Regione, via Melchiorre Gioia",
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_who_answers_for_the_procedure(text: str, name: str) -> None:
    found = people.find(text, Context())
    assert [(fact.nome, fact.funzione) for fact in found] == [(name, "responsabile_procedimento")]


@pytest.mark.parametrize(("text", "name", "function"), OTHERS)
def test_other_functions(text: str, name: str, function: str) -> None:
    assert (name, function) in [(f.nome, f.funzione) for f in people.find(text, Context())]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes(text: str) -> None:
    assert people.find(text, Context()) == []
