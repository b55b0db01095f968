"""The site, started as a user starts it and asked over HTTP."""

import json
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site_client import ROOT, served
from tests.stores import ingested


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the determinazione of the corpus."""
    document = ROOT / "corpus/documents/acss-determinazione-25-2024.txt"
    return ingested(tmp_path_factory.mktemp("serve") / "atti.db", document)


@pytest.fixture(scope="module")
def address(database: Path) -> Iterator[str]:
    """Where it is served."""
    with served(database) as there:
        yield there


def get(url: str) -> str:
    with urllib.request.urlopen(url) as answer:
        return str(answer.read().decode())


def test_tables_are_described_in_italian_with_facets(address: str) -> None:
    page = get(f"{address}/atti/codici")
    assert "I codici: CUP, CIG, codici fiscali" in page
    assert "Valore normalizzato" in page
    rows = json.loads(get(f"{address}/atti/codici.json?_shape=objects&_facet=tipo"))
    facets = {f["value"]: f["count"] for f in rows["facet_results"]["tipo"]["results"]}
    assert facets["cup"] == 1
    assert facets["codice_rilascio"] == 8


def test_the_search_index_is_found_by_datasette(address: str) -> None:
    rows = json.loads(get(f"{address}/atti/parti.json?_shape=objects&_search=cronoprogramma"))
    assert rows["filtered_table_rows_count"] >= 1


def test_the_store_cannot_be_written(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        get(f"{address}/atti.json?sql=delete+from+atti")
    assert refused.value.code == 400


def test_the_address_is_told_and_ctrl_c_closes_it(database: Path) -> None:
    words = [sys.executable, "-m", "extractor.cli", "serve", str(database), "--port", "0"]
    with subprocess.Popen(words, cwd=ROOT, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        told = server.stderr.readline()
        assert told.startswith("L'archivio è aperto: http://127.0.0.1:")
        assert "Spoglio" in get(re.findall(r"http://\S+", told)[0])
        server.send_signal(signal.SIGINT)
        assert server.wait(30) == 0
        assert server.stderr.read() == ""
