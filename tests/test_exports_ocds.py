"""Contracting data by the Open Contracting Data Standard: what acts say, and no more."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from extractor.exports import Wanted, export
from extractor.exports.ocds import stage
from tests.conftest import ROOT
from tests.exporting import add, files

PUBLISHED = ROOT.parent / "shared/reference/ocds-release-schema.json"
"""The schema of the standard, where it is at hand; the project does not carry it."""

ACT = """COMUNE DI ESEMPIO

DETERMINAZIONE N. 12 DEL 3 MARZO 2024

OGGETTO: {subject}

IL RESPONSABILE DEL SERVIZIO

Visto il progetto, CUP J22E22000340004;

DETERMINA

1. {point}

Il Responsabile del Servizio
Dott.ssa Anna Verdi
"""
ACTS = {
    "avvio": ("Avvio della gara, CIG B30E54DC1A", "di porre a base d'asta euro 12.000,00."),
    "affida": ("Affidamento del servizio, CIG B30E54DC1A", "di impegnare euro 10.000,00."),
    "paga": ("Liquidazione della fattura, CIG B30E54DC1A", "di liquidare euro 4.000,00."),
    "due": ("Affidamento, CIG B30E54DC1A e CIG BB239B68C0", "di impegnare euro 1.000,00."),
    "progetto": ("Approvazione del progetto", "di impegnare euro 50.000,00."),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ocds")
    for name, (subject, point) in ACTS.items():
        text = ACT.format(subject=subject, point=point).replace("N. 12", f"N. {len(name)}")
        add(folder / "atti.db", folder / f"{name}.txt", text)
    return folder / "atti.db"


def releases(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder / "ocds.json").read_text("utf-8"))["releases"]
    return found


@pytest.fixture(scope="module")
def made(store: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("made")
    export(store, folder, Wanted(["ocds"]))
    return releases(folder)


def by_subject(made: list[dict[str, Any]], word: str) -> list[dict[str, Any]]:
    return [each for each in made if f'"{word}' in json.dumps(each, ensure_ascii=False)]


def test_a_tender_has_its_base_price_and_its_project(made: list[dict[str, Any]]) -> None:
    (found,) = by_subject(made, "Avvio")
    assert (found["ocid"], found["tag"]) == ("ocds-spogli-B30E54DC1A", ["tender"])
    assert found["date"] == "2024-03-03T00:00:00+01:00"
    assert found["buyer"]["name"] == "Comune di Esempio"
    assert found["tender"]["value"] == {"amount": 12000.0, "currency": "EUR"}
    assert found["planning"]["budget"] == {"projectID": "J22E22000340004"}
    assert "awards" not in found


def test_an_award_has_the_money_reserved_and_no_supplier(made: list[dict[str, Any]]) -> None:
    (found,) = by_subject(made, "Affidamento del")
    assert found["tag"] == ["award"]
    assert found["planning"]["budget"]["amount"] == {"amount": 10000.0, "currency": "EUR"}
    assert found["awards"][0]["id"] == "B30E54DC1A"
    assert "suppliers" not in json.dumps(found)


def test_a_payment_is_a_transaction_of_the_contract(made: list[dict[str, Any]]) -> None:
    (found,) = by_subject(made, "Liquidazione")
    assert found["tag"] == ["implementation"]
    (contract,) = found["contracts"]
    assert contract["awardID"] == found["awards"][0]["id"]
    (paid,) = contract["implementation"]["transactions"]
    assert paid["value"] == {"amount": 4000.0, "currency": "EUR"}


def test_an_act_of_two_tenders_is_a_release_of_each_without_amounts(
    made: list[dict[str, Any]],
) -> None:
    found = by_subject(made, "Affidamento, CIG")
    assert [each["ocid"][-10:] for each in found] == ["B30E54DC1A", "BB239B68C0"]
    assert "amount" not in json.dumps(found)


def test_an_act_with_a_project_only_is_of_its_planning(made: list[dict[str, Any]]) -> None:
    (found,) = by_subject(made, "Approvazione")
    assert (found["ocid"], found["tag"]) == ("ocds-spogli-J22E22000340004", ["planning"])
    assert found["planning"]["budget"]["amount"]["amount"] == 50000.0
    assert "tender" not in found


def test_releases_are_valid_by_the_published_schema(
    made: list[dict[str, Any]], corpus_store: Path, tmp_path: Path
) -> None:
    export(corpus_store, tmp_path, Wanted(["ocds"]))
    every = [*made, *releases(tmp_path)]
    assert len({(each["ocid"], each["id"]) for each in every}) == len(every) == 7
    for each in every:
        assert datetime.fromisoformat(each["date"]).utcoffset() is not None
        for award in each.get("awards", ()):
            assert award["id"] in each["ocid"]
    if PUBLISHED.exists():
        validator = jsonschema.Draft4Validator(json.loads(PUBLISHED.read_text("utf-8")))
        assert [error.message for each in every for error in validator.iter_errors(each)] == []


def test_a_second_export_is_the_same_and_a_later_delta_has_none(
    store: Path, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        export(store, tmp_path / name, Wanted(["ocds"]))
    assert files(tmp_path / "one") == files(tmp_path / "two")
    later = Wanted(["ocds"], since=datetime(2999, 1, 1, tzinfo=UTC))
    assert "non scritto" in export(store, tmp_path / "delta", later).notes[0]
    assert not (tmp_path / "delta" / "ocds.json").exists()


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Determina a contrarre e affidamento diretto", "tender"),
        ("Aggiudicazione efficace delle forniture", "award"),
        ("Lavori IV SAL - DETERMINA DI LIQUIDAZIONE", "implementation"),
        ("Impegno di spesa per la fornitura di stampati", "award"),
        ("Acquisto di una fascia tricolore", "tender"),
        ("Trasferimento del personale in salute", "tender"),
    ],
)
def test_the_stage_is_read_from_the_subject(subject: str, expected: str) -> None:
    assert stage(subject) == expected
