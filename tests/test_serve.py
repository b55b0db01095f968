"""The site, started as a user starts it and asked over HTTP."""

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.ingest import Options, find, ingest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A served store with the determinazione of the corpus."""
    database = tmp_path_factory.mktemp("serve") / "atti.db"
    document = ROOT / "corpus/documents/acss-determinazione-25-2024.txt"
    ingest(find([document], database), database, Options(workers=1), lambda outcome: None)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "extractor.cli", "serve", str(database), "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/-/versions.json")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait(url: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(url).close()
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the site did not start")


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
