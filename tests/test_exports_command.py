"""``spoglio export`` and ``spoglio schema``: what they say, and what goes wrong."""

import json
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.exports import FORMATS, ExportError, Wanted, export
from extractor.exports.tables import TABLES
from tests.conftest import ROOT
from tests.exporting import add, files
from tests.test_masking import ACT as PLAIN

# With a tender, so that there is something to write in each format
ACT = PLAIN.replace("OGGETTO: ", "OGGETTO: CIG B30E54DC1A. ")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("command")
    return add(folder / "atti.db", folder / "atto.txt", ACT)


def run(*words: object, expect: int = 0) -> str:
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exit_code == expect, result.output
    return result.output


def test_the_command_writes_what_is_asked_for(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "dati"
    assert "righe di 35 tabelle (csv, ics)" in run(
        "export", store, "--to", out, "--format", "csv,ics"
    )
    assert {path.name for path in out.iterdir()} == {
        "csv", "scadenze.ics", "schema.json", "datapackage.json",
    }  # fmt: skip
    assert json.loads((out / "schema.json").read_text("utf-8")) == json.loads(run("schema"))


def test_a_folder_that_holds_something_is_left_as_it_is(store: Path, tmp_path: Path) -> None:
    run("export", store, "--to", tmp_path / "dati", "--format", "csv")
    (tmp_path / "dati" / "appunti.txt").write_text("miei", "utf-8")
    before = files(tmp_path / "dati")
    assert "--force" in run("export", store, "--to", tmp_path / "dati", expect=1)
    assert files(tmp_path / "dati") == before
    run("export", store, "--to", tmp_path / "dati", "--format", "jsonl", "--force")
    assert {path.name for path in (tmp_path / "dati").iterdir()} == {
        "jsonl", "schema.json", "datapackage.json", "appunti.txt",
    }  # fmt: skip


def test_that_nothing_changed_is_told(store: Path, tmp_path: Path) -> None:
    since = ("--since", "2999-01-01")
    assert "Nulla è cambiato" in run("export", store, "--to", tmp_path / "d", *since)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "csv,doc"], "«doc» non è un formato"),
        (["--format", ","], "nessun formato"),
        (["--since", "ieri"], "anno-mese-giorno"),
        (["--to", ""], "vuoto"),
    ],
)
def test_wrong_words_are_told(store: Path, tmp_path: Path, words: list[str], said: str) -> None:
    assert said in run("export", store, "--to", tmp_path / "out", *words, expect=2)
    assert not (tmp_path / "out").exists()


def test_a_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    said = run("export", tmp_path / "manca.db", "--to", tmp_path / "out", expect=2)
    assert "non c'è" in said
    assert not (tmp_path / "out").exists()


def test_what_is_no_store_leaves_no_folder(tmp_path: Path) -> None:
    other = tmp_path / "altro.db"
    other.write_bytes(b"non un archivio" * 100)
    assert "non è un archivio" in run("export", other, "--to", tmp_path / "out", expect=1)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("version", "which", "how"),
    [
        (1, "precedente", "Si aggiorna, senza perdere nulla, con: spoglio ingest CARTELLA"),
        (999, "più nuova", "Aggiornare Spoglio"),
    ],
)
def test_a_store_of_another_version_says_what_to_do(
    store: Path, tmp_path: Path, version: int, which: str, how: str
) -> None:
    other = tmp_path / "altro.db"
    other.write_bytes(store.read_bytes())
    with sqlite3.connect(other) as connection:
        connection.execute(f"pragma user_version = {version}")
    said = run("export", other, "--to", tmp_path / "out", expect=1)
    assert f"è un archivio di una versione {which} di Spoglio" in said
    assert how in said


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """No file may grow beyond a size, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("kind", FORMATS)
def test_a_full_disk_leaves_the_folder_as_it_was(store: Path, tmp_path: Path, kind: str) -> None:
    export(store, tmp_path / "out", Wanted(["csv"]))
    before = files(tmp_path / "out")
    with full_disk(200), pytest.raises(ExportError, match="disco è pieno"):
        export(store, tmp_path / "out", Wanted([kind], force=True))
    assert files(tmp_path / "out") == before
    with full_disk(200), pytest.raises(ExportError, match="disco è pieno"):
        export(store, tmp_path / "new", Wanted([kind]))
    assert not (tmp_path / "new").exists()


def test_what_is_no_folder_is_told(store: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(ExportError, match="non vi si può scrivere"):
        export(store, tmp_path / "file")
    assert "serve una cartella" in run("export", store, "--to", tmp_path / "file", expect=2)


def test_progress_goes_from_the_first_row_to_the_last(store: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    written = export(store, tmp_path / "out", Wanted(["csv"]), lambda *step: told.append(step))
    done = [step[1] for step in told]
    assert done == sorted(done)
    assert told[-1][1] == told[-1][2] == sum(written.rows.values())


def test_acts_are_counted_too(store: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    export(store, tmp_path / "out", Wanted(["akn"]), lambda *step: told.append(step))
    assert told == [("akn.zip", 1, 1)]


def test_an_export_that_is_stopped_leaves_the_folder_as_it_was(store: Path, tmp_path: Path) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    export(store, tmp_path / "out", Wanted(["csv"]))
    before = files(tmp_path / "out")
    for folder in (tmp_path / "out", tmp_path / "new"):
        with pytest.raises(KeyboardInterrupt):
            export(store, folder, Wanted(force=True), stop)
    assert files(tmp_path / "out") == before
    assert not (tmp_path / "new").exists()


def test_the_documentation_names_every_file_of_an_export(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path)
    text = (ROOT / "docs/esportazioni.md").read_text("utf-8")
    for path in files(tmp_path):
        folder, _, name = path.rpartition("/")
        assert f"`{folder}/TABELLA{Path(name).suffix}`" in text or f"`{path}`" in text


def test_the_help_is_italian() -> None:
    said = run("export", "--help")
    assert "Uso:" in said
    assert "--dati-personali" in said
    assert "Usage" not in said
    assert "Esempi" in said


def test_the_schema_of_every_record_is_printed() -> None:
    schema = json.loads(run("schema"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert list(schema["$defs"]) == [table.nome for table in TABLES]
    for record in schema["$defs"].values():
        assert record["description"]
        assert all(field.get("description") for field in record["properties"].values())
