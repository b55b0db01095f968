"""The rules of scoring, as corpus/GOLD.md states them."""

from pathlib import Path
from typing import Any

import pytest

from extractor.evaluation.gold import GoldDocument, GoldError
from extractor.evaluation.keys import RULES
from extractor.evaluation.report import calibration, least_sure
from extractor.evaluation.scoring import DocumentScore, Evaluation, Tally, match_acts, tally
from extractor.evaluation.shape import check_shape
from models import Atto

RULE = {rule.nome: rule for rule in RULES}


def dgr(numero: str | None, anno: int | None, **more: Any) -> dict[str, Any]:
    return {"tipo": "dgr", "numero": numero, "anno": anno, **more}


def counts(result: Tally) -> tuple[int, int, int]:
    return len(result.found), len(result.missed), len(result.false)


@pytest.mark.parametrize(
    ("gold", "ours", "expected"),
    [
        # the legislature's prefix is ignored
        ([dgr("XII/514", 2023)], [dgr("514", 2023)], (1, 0, 0)),
        # a year that the gold lacks matches any
        ([dgr("514", None)], [dgr("514", 2023)], (1, 0, 0)),
        # a year that ours lacks matches only a gold without one
        ([dgr("514", 2023)], [dgr("514", None)], (0, 1, 1)),
        ([dgr("514", None)], [dgr("514", None)], (1, 0, 0)),
        # without number, of kind altro or parere: out on both sides
        ([dgr(None, 2023)], [dgr(None, 2023)], (0, 0, 0)),
        ([], [{"tipo": "parere", "numero": "1", "anno": 2020}], (0, 0, 0)),
        # misprinted: out on both sides, also where ours does not say that it is
        ([dgr("1476", 2023, refuso=True)], [dgr("1476", 2023)], (0, 0, 0)),
        ([dgr("514", 2023)], [dgr("541", 2023)], (0, 1, 1)),
    ],
)
def test_references(
    gold: list[dict[str, Any]], ours: list[dict[str, Any]], expected: tuple[int, int, int]
) -> None:
    assert counts(tally(gold, ours, RULE["riferimenti"])) == expected


def test_amounts_are_compared_by_value_and_then_by_role() -> None:
    gold = [{"importo": "100.00", "ruolo": "totale"}, {"importo": "5.00", "ruolo": "residuo"}]
    ours = [{"importo": "100.0", "ruolo": "totale"}, {"importo": "5.00", "ruolo": "altro"}]
    assert counts(tally(gold, ours, RULE["importi"])) == (2, 0, 0)
    assert counts(tally(gold, ours, RULE["importi con ruolo"])) == (1, 1, 1)


def test_roles_that_the_gold_does_not_know_are_altro() -> None:
    gold = [{"nome": "Anna Rossi", "funzione": "altro"}]
    ours = [{"nome": "ANNA ROSSI", "funzione": "presidente"}]
    assert counts(tally(gold, ours, RULE["persone (nome e funzione)"])) == (1, 0, 0)


def test_a_deadline_is_its_date_or_its_duration() -> None:
    gold = [{"data": "2024-12-31", "durata": None}, {"data": None, "durata": "P30D"}]
    ours = [{"data": "2024-12-31", "durata": "P3Y"}, {"data": None, "durata": "P60D"}]
    assert counts(tally(gold, ours, RULE["scadenze"])) == (1, 1, 1)


def test_acts_are_paired_by_number_and_then_in_order() -> None:
    ours = [Atto(tipo="decreto", numero="2"), Atto(tipo="avviso"), Atto(tipo="decreto", numero="1")]
    gold = [{"tipo": "decreto", "numero": "1"}, {"tipo": "bando", "numero": None}]
    pairs = match_acts(gold, ours)
    assert [(g["tipo"] if g else None, o and (o.tipo, o.numero)) for g, o in pairs] == [
        ("decreto", ("decreto", "1")),
        ("bando", ("decreto", "2")),
        (None, ("avviso", None)),
    ]


@pytest.mark.parametrize(
    ("gold", "told"),
    [
        ([], "manca la lista «atti»"),
        ({"atti": 3}, "manca la lista «atti»"),
        ({"atti": [3]}, "non è un oggetto"),
        ({"atti": [{"tipo": "dgr"}]}, "senza «tipo» o «numero»"),
        ({"atti": [{"tipo": "dgr", "numero": "1", "importi": [{}]}]}, "senza 'importo'"),
        ({"atti": [{"tipo": "dgr", "numero": "1", "importi": 3}]}, "«importi» malformata"),
        ({"atti": [{"tipo": "dgr", "numero": "1", "elenchi": [{}]}]}, "elenco è senza «titolo»"),
        ({"atti": [], "sommario": 5}, "«sommario» malformata"),
    ],
)
def test_malformed_gold_is_told(gold: Any, told: str) -> None:
    with pytest.raises(GoldError, match=told):
        check_shape(GoldDocument("prova", Path("prova.txt"), gold))


def test_the_least_sure_tenth_counts_right_facts_first() -> None:
    score = DocumentScore("uno", "")
    right: list[Any] = [({}, {"confidenza": 0.9}) for _ in range(18)]
    score.tallies["importi"] = Tally(found=right, false=[{"confidenza": 0.5}, {"confidenza": 0.9}])
    assert least_sure(Evaluation([score])) == {
        "fatti": 2,
        "confidenza": 0.9,
        "errori": 1,
        "errori_in_tutto": 2,
    }
    assert calibration(Evaluation([score])) == [
        {"confidenza": 0.5, "fatti": 1, "giusti": 0.0},
        {"confidenza": 0.9, "fatti": 19, "giusti": 0.9474},
    ]
