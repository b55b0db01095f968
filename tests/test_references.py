"""Citations found in sentences, sentences that only look like one, and those still missed."""

from datetime import date

import pytest

from extractor.facts.references import complete, find
from models import Context, Riferimento
from tests.cases import Case, case, check, missed

CONTEXT = Context(tipo="dgr", data=date(2024, 4, 12), ente="Regione Lombardia")


def completed(text: str, context: Context) -> list[Riferimento]:
    """Found and completed, as the pipeline does."""
    return complete(find(text, context), context)


FOUND = [
    case(
        "approvata con DGR n. XII/514 del 26/06/2023 e con",
        "              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^      ",
        {"tipo": "dgr", "numero": "XII/514", "anno": 2023, "data": "2023-06-26"},
    ),
    case(
        "Visto l'art. 11 della L.R. 30/12/2009 n. 33",
        "                      ^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "legge_regionale", "numero": "33", "articolo": "art. 11", "relazione": "visto"},
    ),
    case(
        "i d.d.s. 169/14 e 170/14 della stessa",
        "  ^^^^^^^^^^^^^   ^^^^^^             ",
        {"tipo": "decreto", "numero": "169", "anno": 2014},
        {"tipo": "decreto", "numero": "170", "anno": 2014},
    ),
]


@pytest.mark.parametrize("expected", FOUND)
def test_found(expected: Case) -> None:
    check(completed, expected, CONTEXT)


MISSED = [
    missed(
        "le leggi 241 e 287 del 1990",
        "^^^^^^^^^       ^^^^^^^^^^^",
        {"tipo": "legge", "numero": "241", "anno": 1990},
        {"tipo": "legge", "numero": "287", "anno": 1990},
    ),
]


@pytest.mark.parametrize("expected", MISSED)
def test_missed(expected: Case) -> None:
    check(completed, expected, CONTEXT)
