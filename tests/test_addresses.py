"""Files at addresses: listed, known at a glance, fetched where they are read."""

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from click.testing import CliRunner

from extractor.addresses import (
    Address,
    AddressError,
    UnfetchedError,
    fetch,
    glance,
    is_gone,
    listed,
)
from extractor.cli import main
from extractor.documents import Limits, ReadError
from extractor.ingest import Options, Outcome, find, ingest
from tests.faulty_server import Site, serving
from tests.inline import Inline
from tests.test_store import ACT, dump

LIMITS = Limits()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def run(address: str, database: Path, **asked: Any) -> list[Outcome]:
    told: list[Outcome] = []
    options = Options(ocr="never", pool=Inline, **asked)
    ingest(find([address], database), database, options, told.append)
    return told


def test_a_folder_is_listed_without_hidden_files(tmp_path: Path) -> None:
    memory = fsspec.filesystem("memory")
    root = f"memory://{tmp_path.name}"
    for name in ("b.txt", "anni/2024/a.txt", ".git/x", "anni/.y"):
        memory.pipe(f"/{tmp_path.name}/{name}", b"ciao")
    assert listed(root) == [(root, "anni/2024/a.txt"), (root, "b.txt")]
    assert listed(f"{root}/b.txt") == [(root, "b.txt")]
    assert listed(f"{root}/manca") == [(root, "manca")]
    assert fetch(Address(f"{root}/b.txt"), LIMITS) == b"ciao"
    assert (is_gone(f"{root}/b.txt"), is_gone(f"{root}/manca")) == (False, True)


def test_an_address_is_read_as_a_path_is(tmp_path: Path) -> None:
    folder = tmp_path / "atti"
    (folder / "anno").mkdir(parents=True)
    (folder / "anno/atto.txt").write_text(ACT)
    (folder / "rotto.pdf").write_bytes(b"%PDF-1.7\nniente")
    database = folder / "a.db"  # the store is not among the files
    run(folder.as_uri(), database)
    run(str(folder), tmp_path / "b.db")
    there, here = dump(database), dump(tmp_path / "b.db")
    assert {row[1] for row in there.pop("file")} == {folder.as_uri()}
    assert {row[1] for row in here.pop("file")} == {str(folder)}
    assert there == here


def test_a_web_address_is_asked_again_only_if_it_says_otherwise(site: Site, tmp_path: Path) -> None:
    url = site.put("/albo/atto.txt?v=/1", ACT, etag='"1"')
    database = tmp_path / "a.db"
    (first,) = run(url, database)
    assert first.file.model_dump(include={"cartella", "percorso", "stato", "dimensione"}) == {
        "cartella": site.url("/albo"), "percorso": "atto.txt?v=/1", "stato": "ok",
        "dimensione": len(ACT.encode()),
    }  # fmt: skip
    assert [row[1] for row in dump(database)["documenti"]] == ["atto.txt"]
    asked = site.counts["/albo/atto.txt?v=/1"]
    (again,) = run(url, database)
    assert again.known
    assert site.counts["/albo/atto.txt?v=/1"] <= asked + 2  # looked at, not fetched
    site.put("/albo/atto.txt?v=/1", ACT.replace("N. 12", "N. 13"), etag='"2"')
    (changed,) = run(url, database)
    assert not changed.known
    numbers = "select numero from atti join file using (documento_id)"
    assert sqlite3.connect(database).execute(numbers).fetchall() == [("13",)]


def test_a_server_that_tells_nothing_is_asked_but_the_same_is_not_read_again(
    site: Site, tmp_path: Path
) -> None:
    url = site.put("/atto.txt", ACT)
    (first,) = run(url, tmp_path / "a.db")
    once = dump(tmp_path / "a.db")
    (again,) = run(url, tmp_path / "a.db")
    assert (first.known, again.known) == (False, True)
    assert dump(tmp_path / "a.db") == once


def test_a_page_gives_the_files_below_it(site: Site) -> None:
    page = '<a href="uno.txt">1</a> <a href="/albo/due.txt">2</a> <a href="/altro/no.txt">3</a>'
    url = site.put("/albo/", page, headers={"content-type": "text/html"})
    assert listed(url) == [(url.rstrip("/"), "due.txt"), (url.rstrip("/"), "uno.txt")]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"status": 404}, "File non trovato"),
        ({"status": 503}, "non arriva"),
        ({"cut": 40}, "non arriva"),
        ({"status": 403}, "non arriva"),
    ],
)
def test_what_does_not_arrive_is_told_and_tried_again(
    site: Site, tmp_path: Path, answer: dict[str, Any], said: str
) -> None:
    url = site.put("/atto.txt", ACT, etag='"1"', **answer)
    (failed,) = run(url, tmp_path / "a.db")
    assert said in str(failed.file.errore)
    site.put("/atto.txt", ACT, etag='"1"')
    (read,) = run(url, tmp_path / "a.db")
    assert read.file.stato == "ok"


def test_a_file_that_cannot_be_read_is_not_fetched_again(site: Site, tmp_path: Path) -> None:
    url = site.put("/rotto.pdf", b"%PDF-1.7\nniente", etag='"1"')
    (failed,) = run(url, tmp_path / "a.db")
    (again,) = run(url, tmp_path / "a.db")
    (retried,) = run(url, tmp_path / "a.db", retry_failed=True)
    assert [one.known for one in (failed, again, retried)] == [False, True, False]
    assert failed.file.errore == again.file.errore


def test_only_a_server_that_says_so_has_a_file_no_more(site: Site) -> None:
    assert is_gone(site.put("/tolto", status=410))
    assert is_gone(site.url("/manca"))
    assert not is_gone(site.put("/guasto", status=500))
    assert not is_gone("http://127.0.0.1:1/spento")


def test_limits_hold_before_anything_is_fetched(site: Site) -> None:
    url = site.put("/vuoto.txt", b"")
    with pytest.raises(ReadError, match="vuoto"):
        glance(Address(url), LIMITS)
    with pytest.raises(ReadError, match="limite"):
        glance(Address(site.put("/grande.txt", b"x" * 100)), Limits(dimensione=50))
    with pytest.raises(UnfetchedError, match="non arriva"):
        fetch(Address("http://127.0.0.1:1/spento"), LIMITS)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("s3://atti/2024", "pip install s3fs"),
        ("strano://atti", "non è un protocollo"),
        ("ftp://io:segreto@host/atti", "password"),
    ],
)
def test_addresses_of_no_use(tmp_path: Path, url: str, said: str) -> None:
    with pytest.raises(AddressError, match=said):
        listed(url)
    done = CliRunner().invoke(main, ["ingest", url, "--db", str(tmp_path / "a.db")])
    assert done.exit_code == 1
    assert said in done.output


def test_without_fsspec_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(AddressError, match=r"pip install 'spoglio\[cluster\]'"):
        listed("s3://atti/2024")
