"""The command line, run as a user runs it."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DETERMINAZIONE = ROOT / "corpus/documents/acss-determinazione-25-2024.txt"


def spoglio(*words: str | Path, expect: int = 0) -> subprocess.CompletedProcess[str]:
    """Run the command and check its exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "extractor.cli", *map(str, words)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "120", "NO_COLOR": "1"},
    )
    assert done.returncode == expect, done.stderr + done.stdout
    return done


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory, corpus_pdfs: Path) -> Path:
    """A store with the determinazione, from its PDF."""
    folder = tmp_path_factory.mktemp("cli")
    shutil.copy(corpus_pdfs / "acss-determinazione-25-2024.pdf", folder / "atto.pdf")
    spoglio("ingest", folder, "--db", folder / "atti.db")
    return folder / "atti.db"


def test_help_teaches() -> None:
    assert "spoglio ingest CARTELLA --db atti.db" in spoglio("--help").stdout
    for command in ("ingest", "extract", "search", "serve", "evaluate"):
        assert (
            "Uso" in spoglio(command, "--help").stdout or "Usage" in spoglio(command, "-h").stdout
        )


@pytest.mark.parametrize("words", [["--help"], ["search", "{db}", "CUP"]])
def test_help_and_search_do_not_import_what_they_do_not_need(
    words: list[str], database: Path
) -> None:
    code = (
        "import sys; sys.argv[0] = 'spoglio'\n"
        "from extractor.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([m for m in ('spacy', 'dateparser', 'datasette', 'pypdfium2') if m in sys.modules])"
    )
    words = [word.format(db=database) for word in words]
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_ingest_then_search(database: Path) -> None:
    done = spoglio("search", database, "prenotazione", "ambulatoriale")
    assert "25" in done.stdout
    assert "atto.pdf, p." in done.stdout
    rows = json.loads(spoglio("search", database, "--json", "rete regionale").stdout)
    assert rows[0]["numero"] == "25"
    assert "«" in rows[0]["passaggio"]
    spoglio("search", database, "parolachenonesiste", expect=1)
    assert "archivio non trovato" in spoglio("search", "no.db", "a", expect=1).stderr


def test_ingesting_again_reads_nothing_again(database: Path) -> None:
    before = sqlite3.connect(database).execute("select * from acquisizioni").fetchall()
    done = spoglio("ingest", database.parent, "--db", database)
    assert "già letto" in done.stderr
    assert sqlite3.connect(database).execute("select * from acquisizioni").fetchall() == before


def test_files_that_cannot_be_read_are_told_and_the_rest_goes_on(
    tmp_path: Path, corpus_pdfs: Path
) -> None:
    whole = (corpus_pdfs / "acss-determinazione-25-2024.pdf").read_bytes()
    files = tmp_path / "files"
    files.mkdir()
    (files / "buono.txt").write_text(DETERMINAZIONE.read_text("utf-8"), "utf-8")
    (files / "vuoto.pdf").write_bytes(b"")
    (files / "falso.pdf").write_bytes(b"Questo non e' un PDF.\n" * 20)
    (files / "tronco.pdf").write_bytes(whole[: len(whole) // 3])
    (files / "immagine.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    _encrypt(corpus_pdfs / "acss-determinazione-25-2024.pdf", files / "cifrato.pdf")
    database = tmp_path / "atti.db"
    done = spoglio("ingest", files, tmp_path / "manca.pdf", "--db", database, expect=1)
    rows = dict(sqlite3.connect(database).execute("select percorso, errore from file"))
    assert rows.pop("buono.txt") is None
    assert set(rows) == {
        "vuoto.pdf", "falso.pdf", "tronco.pdf", "immagine.txt", "cifrato.pdf", "manca.pdf",
    }  # fmt: skip
    for path, reason in rows.items():
        assert reason, path
        assert "\n" not in reason
        assert f"{path}: {reason}" in done.stderr
    assert "cifrato" in rows["cifrato.pdf"]
    assert "non trovato" in rows["manca.pdf"]
    assert "vuoto" in rows["vuoto.pdf"]
    states = sqlite3.connect(database).execute("select stato, count(*) from file group by 1")
    assert dict(states) == {"ok": 1, "errore": 6}


def _encrypt(source: Path, target: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(target), encrypt=StandardEncryption("segreta", strength=128))
    canvas.drawString(72, 720, source.name)
    canvas.save()


def test_wrong_usage_exits_with_2(tmp_path: Path) -> None:
    spoglio("ingest", "--db", tmp_path / "a.db", expect=2)
    spoglio("ingest", tmp_path, "--db", tmp_path / "a.db", expect=2)
    spoglio("evaluate", "--show", "nulla", expect=2)
    spoglio("frobnicate", expect=2)


@pytest.mark.parametrize("stage", ["document", "structure", "facts", "records"])
def test_extract_stops_after_a_stage(stage: str) -> None:
    result = json.loads(spoglio("extract", DETERMINAZIONE, "--until", stage).stdout)
    expected = {
        "document": {"testo", "pagine", "tabelle"},
        "structure": {"atti", "parti", "sommario"},
        "facts": set(),
        "records": {"documento", "atti", "riferimenti", "importi", "menzioni"},
    }[stage]
    assert expected <= set(result)
    if stage == "document":
        assert {"numero", "larghezza", "altezza", "colonne", "arredi", "lettura"} <= set(
            result["pagine"][0]
        )
