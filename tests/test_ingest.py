"""Many files into one store: the order of work and the number of workers never matter."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest

from extractor.ingest import Found, Options, Outcome, find, ingest
from extractor.isolation import Bounds, PoolError, Workers
from tests.test_store import ACT, VISTO, dump

ROOT = Path(__file__).parent.parent
T = TypeVar("T")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Acts that cite each other, a copy, an archive with one of them in it, a bad file."""
    files = tmp_path / "files"
    files.mkdir()
    for number in range(1, 7):
        text = ACT.replace("N. 12 DEL", f"N. {number} DEL").replace(
            "DETERMINA\n", f"Vista la determinazione n. {number + 1} del 05/03/2024;\nDETERMINA\n"
        )
        (files / f"atto-{number}.txt").write_text(text, "utf-8")
    (files / "visto.txt").write_text(VISTO.replace("n. 12", "n. 3"), "utf-8")
    shutil.copy(files / "atto-2.txt", files / "copia.txt")
    with zipfile.ZipFile(files / "archivio.zip", "w") as archive:
        archive.write(files / "atto-4.txt", "dentro.txt")
    (files / "rotto.pdf").write_bytes(b"%PDF-1.7\nniente")
    return files


def run(
    found: list[Found], database: Path, workers: int = 1
) -> dict[str, list[tuple[object, ...]]]:
    ingest(found, database, Options(workers=workers, ocr="never"), lambda outcome: None)
    return dump(database)


def test_the_same_rows_in_any_order_and_with_any_number_of_workers(
    folder: Path, tmp_path: Path
) -> None:
    found = find([folder], tmp_path / "a.db")
    expected = run(found, tmp_path / "a.db")
    assert len(expected["documenti"]) == 8
    for round_, workers in enumerate((2, 4)):
        shuffled = random.Random(round_).sample(found, len(found))
        assert run(shuffled, tmp_path / f"{round_}.db", workers) == expected


def test_a_second_run_changes_nothing_and_a_new_file_is_added(folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "a.db"
    once = run(find([folder], database), database)
    assert run(find([folder], database), database) == once
    (folder / "nuovo.txt").write_text(ACT.replace("N. 12", "N. 99"), "utf-8")
    whole = run(find([folder], database), database)
    assert whole == run(find([folder], tmp_path / "b.db"), tmp_path / "b.db")


def test_citations_are_tied_to_the_acts_they_cite(folder: Path, tmp_path: Path) -> None:
    run(find([folder], tmp_path / "a.db"), tmp_path / "a.db")
    linked = sqlite3.connect(tmp_path / "a.db").execute(
        "select citing.numero, cited.numero from riferimenti join atti as citing "
        "on citing.id = riferimenti.atto_id join atti as cited "
        "on cited.id = riferimenti.atto_citato_id where riferimenti.tipo = 'determinazione'"
    )
    assert {("1", "2"), ("5", "6")} <= set(linked)


@pytest.mark.parametrize("said", ["n. 12/2024", "n. 12 del 05/03/2024"])
def test_an_act_numbered_with_its_year_is_cited_by_its_number(tmp_path: Path, said: str) -> None:
    folder, database = tmp_path / "atti", tmp_path / "a.db"
    folder.mkdir()
    (folder / "a.txt").write_text(ACT.replace("N. 12 DEL", "N. 12/2024 DEL"), "utf-8")
    citing = ACT.replace("N. 12 DEL", "N. 40 DEL").replace(
        "Visto", f"Vista la determinazione {said};\nVisto"
    )
    (folder / "b.txt").write_text(citing, "utf-8")
    run(find([folder], database), database)
    linked = sqlite3.connect(database).execute(
        "select cited.numero from riferimenti join atti as cited on cited.id = atto_citato_id"
    )
    assert linked.fetchall() == [("12/2024",)]


def test_a_file_that_takes_too_long_is_stopped_and_the_rest_goes_on(
    folder: Path, tmp_path: Path
) -> None:
    bulletin = (ROOT / "corpus/documents/burl-2017-17-so-parte-1.txt").read_text("utf-8")
    (folder / "lungo.txt").write_text(bulletin * 5, "utf-8")
    found = find([folder], tmp_path / "a.db")
    told = []
    ingest(
        found,
        tmp_path / "a.db",
        Options(workers=2, bounds=Bounds(seconds=1), ocr="never"),
        told.append,
    )
    failed = {o.file.percorso: o.file.errore for o in told if o.file.stato != "ok"}
    assert "superati i 1 secondi" in str(failed["lungo.txt"])
    assert "atto-1.txt" not in failed


class Watched(Workers):
    """Workers of whom it can be seen whether they are at work."""

    def __init__(self, bounds: Bounds) -> None:
        super().__init__(1, bounds, "extractor.ingest")
        self.given: list[Future[object]] = []

    def schedule(self, function: Callable[..., T], *args: object, **kwargs: object) -> Future[T]:
        future = super().schedule(function, *args, **kwargs)
        self.given.append(future)  # type: ignore[arg-type]
        return future


def test_asked_to_stop_a_run_finishes_what_is_being_read_and_no_more(tmp_path: Path) -> None:
    text = (ROOT / "corpus/documents/burl-2017-17-so-parte-1.txt").read_text("utf-8")
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"{text[:250_000]}\n{number}", "utf-8")
    pools: list[Watched] = []

    def pool(bounds: Bounds) -> Watched:
        pools.append(Watched(bounds))
        return pools[-1]

    asked: list[bool] = []

    def stop() -> bool:
        if any(future.running() for future in pools[0].given):
            asked.append(True)
        return bool(asked)

    found, options = find([tmp_path], tmp_path / "a.db"), Options(pool=pool)
    summary = ingest(found, tmp_path / "a.db", options, lambda outcome: None, stop)
    assert (summary.files, summary.failures, summary.left) == (1, 0, 2)


NAMES = ("con spazi è à.txt", "riga\nnuova.txt", "non utf-8 \udce9.txt", "\x1b[31mrosso.txt")


def self_drawing_pdf() -> bytes:
    """A PDF whose one page draws a form that draws itself, over and over: pdfium runs out."""
    draw = b"/F Do " * 50
    form = b"/Resources<</XObject<</F 5 0 R>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + form + b">>",
        b"<</Length 5>>stream\n/F Do\nendstream",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]%b/Length %d>>stream\n%b\nendstream"
        % (form, len(draw), draw),
    ]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % each for each in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF"


def test_a_file_that_ends_its_reader_is_recorded_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "atti"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(self_drawing_pdf())
    (folder / "b.txt").write_text("COMUNE DI ESEMPIO\n\nAvviso n. 3 del 4 marzo 2024\n")
    told: list[Outcome] = []
    options = Options(workers=1, bounds=Bounds(memory=3 * 2**28))
    ingest(find([folder], tmp_path / "a.db"), tmp_path / "a.db", options, told.append)
    failed, read = sorted((outcome.file for outcome in told), key=lambda file: file.percorso)
    assert failed.stato == "errore"
    assert "memoria" in str(failed.errore)
    assert read.stato == "ok"


class Losing(Workers):
    """A worker that the system ends while it waits, as it does where memory is short."""

    lost = False

    def schedule(self, function: Callable[..., T], *args: object, **kwargs: object) -> Future[T]:
        if not self.lost:
            os.kill(super().schedule(os.getpid).result(), signal.SIGKILL)
            self.lost = True
        return super().schedule(function, *args, **kwargs)


def test_without_anybody_to_read_the_run_stops_and_no_file_is_blamed(
    folder: Path, tmp_path: Path
) -> None:
    found, database = find([folder], tmp_path / "a.db"), tmp_path / "a.db"
    options = Options(pool=lambda bounds: Losing(1, bounds, "extractor.ingest"))
    with pytest.raises(PoolError, match="ripetere"):
        ingest(found, database, options, lambda outcome: None)
    assert dump(database)["file"] == []


def test_whatever_a_folder_holds_is_read_or_told(folder: Path, tmp_path: Path) -> None:
    files = tmp_path / "strani \udcff"
    files.mkdir()
    for number, name in enumerate(NAMES):
        (files / name).write_text(ACT.replace("N. 12 DEL", f"N. {number} DEL"), "utf-8")
    os.mkfifo(files / "coda")
    (files / "giro").symlink_to(files / "giro")
    (files / "nulla").symlink_to(files / "manca")
    (files / "cartella").symlink_to(files)
    (files / ".nascosto").write_text("non letto")
    database = files / "atti.db"
    found = [*find([files, files], database), *find(["/dev/zero", files / "manca"], database)]
    rows = run(found, database)["file"]
    told = {str(row[2]): (row[3], row[4]) for row in rows}
    assert {told.pop(name.replace("\udce9", "\\udce9")) for name in NAMES} == {("ok", None)}
    assert told.keys() == {"coda", "giro", "nulla", "zero", "manca"}
    assert "dispositivo o una coda" in str(told["coda"])
    assert "dispositivo o una coda" in str(told["zero"])
    assert "torna su sé stesso" in str(told["giro"])
    assert "File non trovato" in str(told["nulla"])
    assert run(find([files], database), database)["atti"]  # the store itself is not among them


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_opened_is_told(folder: Path, tmp_path: Path) -> None:
    closed = folder / "chiusa"
    closed.mkdir(mode=0)
    rows = run(find([folder], tmp_path / "a.db"), tmp_path / "a.db")["file"]
    assert any(row[2] == "chiusa" and "permesso negato" in str(row[4]) for row in rows)


def test_two_ingests_into_one_store_at_once(folder: Path, tmp_path: Path) -> None:
    expected = run(find([folder], tmp_path / "a.db"), tmp_path / "a.db")
    found, database = find([folder], tmp_path / "b.db"), tmp_path / "b.db"
    with ThreadPoolExecutor() as threads:
        jobs = [threads.submit(run, found, database) for _ in range(2)]
    assert [job.result() for job in jobs] == [expected, expected]


@pytest.mark.long
def test_two_commands_that_write_one_store_at_once(folder: Path, tmp_path: Path) -> None:
    expected = run(find([folder], tmp_path / "a.db"), tmp_path / "a.db")
    database = tmp_path / "b.db"
    command = [sys.executable, "-m", "extractor.cli", "ingest", str(folder), "--db", str(database)]
    jobs = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [job.wait() for job in jobs] == [1, 1]  # one file is bad
    assert dump(database) == expected


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
def test_a_run_killed_at_any_moment_is_completed_by_the_next(
    folder: Path, tmp_path: Path, seed: int
) -> None:
    expected = run(find([folder], tmp_path / "a.db"), tmp_path / "a.db")
    database = tmp_path / "b.db"
    command = [sys.executable, "-m", "extractor.cli", "ingest", str(folder), "--db", str(database)]
    with subprocess.Popen([*command, "--ocr", "never"], cwd=ROOT, stderr=subprocess.DEVNULL) as job:
        time.sleep(random.Random(seed).uniform(0.5, 4))
        job.send_signal(signal.SIGKILL)
    assert run(find([folder], database), database) == expected
    connection = sqlite3.connect(database)
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert connection.execute("pragma foreign_key_check").fetchall() == []


@pytest.mark.long
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("after", [1.5, 3, 5])
def test_a_run_stopped_says_what_is_left_and_leaves_nobody_behind(
    tmp_path: Path, stop: signal.Signals, after: float
) -> None:
    """As a terminal does: the signal goes to the workers too."""
    files = tmp_path / "files"
    files.mkdir()
    text = (ROOT / "corpus/documents/burl-2017-17-so-parte-1.txt").read_text("utf-8")
    for number in range(20):
        (files / f"{number}.txt").write_text(f"{text}\n{number}", "utf-8")
    command = [sys.executable, "-m", "extractor.cli", "ingest", files, "--db", tmp_path / "a.db"]
    with subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as job:
        time.sleep(after)
        os.killpg(job.pid, stop)
        said = job.communicate(timeout=30)[1]
    if job.returncode > 0:  # beyond the start of Python itself
        assert job.returncode == 1
        assert said.splitlines()[-1].startswith("Interrotto")
        assert "Traceback" not in said
    for _ in range(50):
        if not _alive(job.pid):
            return
        time.sleep(0.1)
    pytest.fail("a worker is left")


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
