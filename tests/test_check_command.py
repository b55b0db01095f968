"""``spoglio check``: what it prints of a file and of a store, and what it exits with."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner, Result

from extractor.checks.descriptions import RULES
from extractor.cli import main
from extractor.pipeline import VERSION, extract
from extractor.store.writer import Store
from models import Documento, Estrazione
from models.vocabulary import RegolaSegnalazione

WRONG = """COMUNE DI BORGOVERDE
DETERMINAZIONE N. 12 DEL 5/03/2024
OGGETTO: Acquisto di arredi
IL RESPONSABILE DEL SERVIZIO
Visto il d.lgs. 18 agosto 2001, n. 267;
DETERMINA
1. di affidare la fornitura alla ditta Rossi srl, CIG 98295587DE.
Il Responsabile del servizio
Mario Bianchi
"""
RIGHT = WRONG.replace("agosto 2001", "agosto 2000").replace("98295587DE", "98295587DD")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "determina.txt"
    path.write_text(WRONG, "utf-8")
    return path


def test_errors_are_shown_and_exit_with_one(wrong: Path) -> None:
    done = run(wrong)
    assert done.exit_code == 1
    assert "CIG 98295587DE non valido" in done.output
    assert "Probabilmente è 98295587DD." in done.output
    assert "d.lgs. 18/08/2000 n. 267" in done.output
    assert done.output.rstrip().endswith("2 errori.")


def test_an_act_without_errors_exits_with_zero(tmp_path: Path) -> None:
    path = tmp_path / "determina.txt"
    path.write_text(RIGHT, "utf-8")
    done = run(path)
    assert (done.exit_code, done.output) == (0, "Nessuna segnalazione.\n")


@pytest.mark.parametrize("arguments", [[], ["non-c-è.pdf"], ["--format", "xml", __file__]])
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_json_has_the_findings_as_the_records_have_them(wrong: Path) -> None:
    (document,) = json.loads(run(wrong, "--format", "json").output)
    (records,) = extract(wrong)
    assert document["documento"] == "determina.txt"
    assert {f["id"] for f in document["segnalazioni"]} == {f.id for f in records.segnalazioni}


def test_sarif_has_rules_places_and_pages(wrong: Path) -> None:
    report = json.loads(run(wrong, "--format", "sarif").output)
    assert report["version"] == "2.1.0"
    (done,) = report["runs"]
    rules = done["tool"]["driver"]["rules"]
    for result in done["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        start, length = region["charOffset"], region["charLength"]
        assert WRONG[start : start + length] == region["snippet"]["text"]
        assert result["properties"]["pagina"] == 1
    assert [result["level"] for result in done["results"]] == ["error", "error"]


def test_every_rule_is_described() -> None:
    assert set(RULES) == set(get_args(RegolaSegnalazione))


def store(path: Path, *documents: Estrazione) -> Path:
    with Store(path) as opened:
        for records in documents:
            opened.write(records, VERSION, 0.0)
    return path


def bulletin(number: int, **values: Any) -> Estrazione:
    record = {"id": f"{number:064x}", "nome": f"burl-{number}.pdf", "formato": "pdf",
              "bollettino": str(number), "serie": "Serie Ordinaria",
              "data_pubblicazione": f"2024-01-{number:02d}", **values}  # fmt: skip
    return Estrazione(documento=Documento.model_validate(record))


def test_a_store_gives_its_findings_and_the_missing_bulletins(tmp_path: Path, wrong: Path) -> None:
    (records,) = extract(wrong)
    path = store(tmp_path / "atti.db", records, bulletin(2), bulletin(3), bulletin(5))
    done = run(path)
    assert done.exit_code == 1
    assert "CIG 98295587DE non valido" in done.output
    assert "Serie Ordinaria 2024: tra il n. 3 e il n. 5 manca il n. 4." in done.output


def test_what_is_no_store_is_told(tmp_path: Path) -> None:
    path = tmp_path / "altro.db"
    path.write_bytes(b"SQLite format 3\x00" + bytes(100))
    done = run(path)
    assert done.exit_code == 1
    assert "altro.db" in done.output
