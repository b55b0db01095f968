"""The figures of ``docs/cluster.md`` come from ``scripts/country.py``, and its DuckDB runs."""

import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from extractor.ingest import Options, find, ingest
from tests.inline import Inline
from tests.test_ingest_again import write_acts

ROOT = Path(__file__).parent.parent
DOCS = (ROOT / "docs/cluster.md").read_text("utf-8")


def test_the_tables_are_those_that_the_script_makes() -> None:
    command = [sys.executable, ROOT / "scripts/country.py"]
    made = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert made.strip() in DOCS, "python scripts/country.py --write"


def test_the_queries_run_on_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_acts(tmp_path / "atti", (1, 2))
    options = Options(ocr="never", pool=Inline, parts=str(tmp_path / "parti"))
    found = find([tmp_path / "atti"], tmp_path / "a.db")
    ingest(found, tmp_path / "a.db", options, lambda outcome: None)
    (tmp_path / "raccolte").mkdir()
    monkeypatch.chdir(tmp_path)
    first, second = re.findall(r"```sql\n(.*?)```", DOCS, re.S)
    assert duckdb.sql(first).fetchall() == [("Comune di Valdoce", 2 * 1200.0)]
    duckdb.execute(second)
    (count,) = duckdb.sql("select count(*) from 'raccolte/importi.parquet'").fetchall()[0]
    assert count == 2


def test_the_options_that_it_names_are_there() -> None:
    from extractor.cli import main

    named = set(re.findall(r"spoglio ingest [^\n]*(?:\\\n[^\n]*)*", DOCS))
    asked = {option for line in named for option in re.findall(r"--[a-z-]+", line)}
    there = {name for option in main.commands["ingest"].params for name in option.opts}
    assert asked
    assert asked <= there
