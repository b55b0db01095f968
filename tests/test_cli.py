"""The command line, run as a user runs it."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from extractor.progress import plain

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


def here(*words: str | Path, expect: int = 0) -> Result:
    """The same without a process of its own, which takes seconds to load all that it may need."""
    done = CliRunner().invoke(main, list(map(str, words)))
    assert done.exit_code == expect, done.output
    return done


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory, corpus_pdfs: Path) -> Path:
    """A store with the determinazione, from its PDF."""
    folder = tmp_path_factory.mktemp("cli")
    shutil.copy(corpus_pdfs / "acss-determinazione-25-2024.pdf", folder / "atto.pdf")
    here("ingest", folder, "--db", folder / "atti.db")
    return folder / "atti.db"


def test_help_teaches() -> None:
    assert "spoglio ingest CARTELLA --db atti.db" in spoglio("--help").stdout
    for command in main.commands:
        shown = CliRunner().invoke(main, [command, "--help"]).output
        assert "Uso: " in shown
        assert "Mostra questo aiuto" in shown
        assert "Esemp" in shown
        assert not re.search(r"\[OPTIONS\]|DIRECTORY|INTEGER|FLOAT|<=", shown)
    assert "..." not in CliRunner().invoke(main, ["--help"]).output.partition("Comandi")[2]


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
    done = spoglio("search", database, "prenotazione", "ambulatoriale")  # as a user does
    assert "25" in done.stdout
    assert "atto.pdf, p." in done.stdout
    rows = json.loads(here("search", database, "--json", "rete regionale").stdout)
    assert rows[0]["numero"] == "25"
    assert "«" in rows[0]["passaggio"]
    here("search", database, "parolachenonesiste", expect=1)
    assert "archivio non trovato" in spoglio("search", "no.db", "a", expect=1).stderr


def test_ingesting_again_reads_nothing_again(database: Path) -> None:
    before = sqlite3.connect(database).execute("select * from acquisizioni").fetchall()
    done = here("ingest", database.parent, "--db", database)
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
    with zipfile.ZipFile(files / "archivio.zip", "w") as archive:
        archive.writestr("dentro/vuoto.txt", b"")
    database = tmp_path / "atti.db"
    done = here("ingest", files, tmp_path / "manca.pdf", "--db", database, expect=1)
    rows = dict(sqlite3.connect(database).execute("select percorso, errore from file"))
    assert rows.pop("buono.txt") is None
    assert rows.pop("archivio.zip") is None
    assert "archivio.zip › vuoto.txt: Il file è vuoto (0 byte)." in done.stderr
    assert "voci non lette" in done.stdout
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
    assert dict(states) == {"ok": 2, "errore": 6}


def _encrypt(source: Path, target: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(target), encrypt=StandardEncryption("segreta", strength=128))
    canvas.drawString(72, 720, source.name)
    canvas.save()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["ingest", "--db", "a.db"], "Manca l'argomento 'PERCORSO...'"),
        (["ingest", "."], "Manca l'opzione '--db'"),
        (["ingest", "{tmp}", "--db", "{tmp}/a.db"], "Nessun file nelle cartelle indicate"),
        (["ingest", ".", "--db", "."], "è una cartella: serve un file"),
        (["ingest", ".", "--db", ""], "il percorso è vuoto"),
        (["ingest", "", "--db", "a.db"], "il percorso è vuoto"),
        (["ingest", ".", "--db", "a.db", "--timeout", "nan"], "'nan' non è un numero"),
        (["ingest", ".", "--db", "a.db", "--workers", "-1"], "-1 è fuori dai limiti"),
        (["search", "a.db", "-"], "Nessuna parola da cercare"),
        (["search", "a.db", "CUP", "--limite", "3"], "L'opzione '--limite' non c'è"),
        (["search", "a.db", "CUP", "--limit", "0"], "0 è fuori dai limiti: da 1 a 10000"),
        (["fetch", "http://127.0.0.1:9/x", "--to", ""], "il percorso è vuoto"),
        (["export", "{file}", "--to", ""], "il percorso è vuoto"),
        (["extract", "manca.pdf"], "'manca.pdf' non c'è"),
        (["extract", "x", "--until", "y"], "'y' non è tra 'document'"),
        (["evaluate", "--show", "nulla"], "--show vuole uno di: riferimenti"),
        (["frobnicate"], "Il comando 'frobnicate' non c'è"),
    ],
)
def test_wrong_usage_exits_with_2_and_an_italian_line(
    words: list[str], told: str, tmp_path: Path
) -> None:
    done = CliRunner().invoke(main, [word.format(tmp=tmp_path, file=__file__) for word in words])
    assert (done.exit_code, done.exception.__class__) == (2, SystemExit)
    assert told in done.output
    assert not list(tmp_path.iterdir())


def test_an_excluded_word_is_not_an_option(database: Path) -> None:
    assert CliRunner().invoke(main, ["search", str(database), "rete"]).exit_code == 0
    for excluded in ("-hospice", "-hospic*", "-xyz"):
        done = CliRunner().invoke(main, ["search", str(database), "rete", excluded])
        assert (done.exit_code, done.output.count("p. ")) == (0, 1), excluded
    assert CliRunner().invoke(main, ["search", str(database), "rete", "-rete"]).exit_code == 1


def test_output_goes_where_letters_or_space_are_missing(database: Path) -> None:
    """A terminal without accents, a closed pipe, a full disk: no traceback, no hang."""
    search = [sys.executable, "-m", "extractor.cli", "search", str(database), "sanità"]
    bare = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(search, capture_output=True, cwd=ROOT, env=bare, check=True)
    assert "? Agenzia di Controllo" in done.stdout.decode("latin-1")  # the dash is not Latin-1
    rows = subprocess.run([*search, "--json"], capture_output=True, cwd=ROOT, env=bare, check=True)
    assert "’" in json.loads(rows.stdout)[0]["passaggio"]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(search, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    assert done.returncode == 1
    assert "il sistema rifiuta l'operazione" in done.stderr.decode()
    with subprocess.Popen(
        [*search, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as job:
        assert job.stdout
        assert job.stderr
        job.stdout.close()
        assert job.wait() in (0, 1)
        assert job.stderr.read() == b""


def test_a_terminal_is_not_commanded_by_what_is_read() -> None:
    assert plain("a\x1b[2Jb\nc\u202ed") == "a [2Jb c d"


@pytest.mark.parametrize("stage", ["document", "structure", "facts", "records"])
def test_extract_stops_after_a_stage(stage: str) -> None:
    result = json.loads(here("extract", DETERMINAZIONE, "--until", stage).stdout)
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
