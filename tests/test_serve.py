"""The site, started as a user starts it and asked over HTTP."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from tests.site_client import ROOT, served
from tests.stores import ingested


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A served store with the determinazione of the corpus."""
    database = tmp_path_factory.mktemp("serve") / "atti.db"
    document = ROOT / "corpus/documents/acss-determinazione-25-2024.txt"
    with served(ingested(database, document)) as there:
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
