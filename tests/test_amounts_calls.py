"""The roles of amounts in calls for works and for grants."""

import pytest

from extractor.facts import amounts
from models import Context

ROLES = {
    "Importo QTE € 800.000": ["costo_progetto"],
    "Importo del quadro tecnico economico: € 800.000,00": ["costo_progetto"],
    "Spese non ammissibili € 15.000": ["altro"],
    "categoria OG1, per un importo di € 420.000,00, classifica II": ["altro"],
    "sono quantificate in € 900.000,00 le risorse da destinare agli interventi": ["assegnazione"],
    # look-alikes
    "si liquida l’importo complessivo dell’appalto di € 950.000,00": ["liquidazione"],
    "Spese ammissibili € 15.000": ["costo_progetto"],
}


@pytest.mark.parametrize("text", ROLES)
def test_roles(text: str) -> None:
    assert [amount.ruolo for amount in amounts.find(text, Context())] == ROLES[text]
