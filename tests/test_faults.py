"""Full disks, killed runs, damaged files: the store stays whole and the next run completes it."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from extractor.ingest import Options, find, ingest
from extractor.isolation import Bounds
from extractor.store.errors import StoreError
from scripts.mutate_pdfs import mutated
from tests.test_ingest_again import write_acts
from tests.test_store import ACT, dump

ROOT = Path(__file__).parent.parent
LONG = pytest.mark.long
COMMAND = (sys.executable, "-m", "extractor.cli", "ingest")


def is_whole(database: Path) -> bool:
    connection = sqlite3.connect(database, isolation_level=None)
    made = connection.execute("select count(*) from sqlite_master").fetchone()[0]
    for index in ("atti_fts", "parti_fts") if made else ():
        connection.execute(f"insert into {index} ({index}, rank) values ('integrity-check', 1)")
    return (
        connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        and connection.execute("pragma foreign_key_check").fetchall() == []
    )


def killed(files: Path, database: Path, moments: random.Random, most: int) -> None:
    """An ingest killed as it starts, or after it has told of some file of ``most``."""
    words = [*COMMAND, str(files), "--db", str(database), "--ocr", "never", "--retry-failed"]
    null, pipe = subprocess.DEVNULL, subprocess.PIPE
    with subprocess.Popen(words, cwd=ROOT, stdout=null, stderr=pipe) as job:
        assert job.stderr is not None
        if moments.random() < 0.8:
            for _ in range(moments.randrange(1, most + 3)):
                job.stderr.readline()
            time.sleep(moments.uniform(0, 0.05))
        else:
            time.sleep(moments.uniform(0, 3))
        job.send_signal(signal.SIGKILL)


def read_whole(files: Path, database: Path) -> dict[str, list[tuple[object, ...]]]:
    ingest(find([files], database), database, Options(workers=2, ocr="never"), lambda outcome: None)
    return dump(database)


@pytest.mark.parametrize(("times", "acts"), [(2, 12), pytest.param(20, 50, marks=LONG)])
def test_runs_killed_at_any_moment_are_completed_by_the_next(
    tmp_path: Path, times: int, acts: int
) -> None:
    folder = tmp_path / "atti"
    write_acts(folder, range(acts))
    (folder / "rotto.pdf").write_bytes(b"%PDF-1.7\nniente")
    with zipfile.ZipFile(folder / "z.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(acts * 4 // 5, acts * 8 // 5):
            archive.writestr(f"{number}.txt", ACT.replace("N. 12", f"N. {number}"))
    expected = read_whole(folder, tmp_path / "a.db")
    database = tmp_path / "b.db"
    moments = random.Random(7)
    for number in range(times):
        if number % 5 == 4:
            sqlite3.connect(database, isolation_level=None).execute(
                "update acquisizioni set versione = '0'"
            )  # as another version left it: it is extracted again from what was kept
        killed(folder, database, moments, acts)
        assert is_whole(database)
    assert read_whole(folder, database) == expected
    assert is_whole(database)


def test_a_full_disk_stops_the_run_and_the_store_is_intact(tmp_path: Path) -> None:
    """A limit on the size of files, which the system keeps as it would a full disk's."""
    files, database = tmp_path / "atti", tmp_path / "a.db"
    write_acts(files, range(3))
    read_whole(files, database)
    write_acts(files, range(15))
    limit = database.stat().st_size + 50_000
    program = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}));"
        "from extractor.cli import main; sys.argv = ['spoglio', *sys.argv[1:]]; main()"
    )
    words = [sys.executable, "-c", program, *COMMAND[3:], str(files), "--db", str(database)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Ciò che era già scritto è intatto" in done.stderr
    assert "Traceback" not in done.stderr
    assert is_whole(database)
    assert len(dump(database)["documenti"]) >= 3
    assert read_whole(files, database) == read_whole(files, tmp_path / "b.db")


def test_a_store_on_a_disk_that_fails_is_told(tmp_path: Path) -> None:
    files = tmp_path / "atti"
    write_acts(files, [1])
    with pytest.raises(StoreError, match="cartella"):
        read_whole(files, tmp_path / "non c'è" / "a.db")


@pytest.mark.parametrize("count", [6, pytest.param(300, marks=LONG)])
def test_damaged_pdfs_never_stop_a_run(tmp_path: Path, corpus_pdfs: Path, count: int) -> None:
    files, database = tmp_path / "atti", tmp_path / "a.db"
    write_acts(files, [1])
    source = corpus_pdfs / "acss-determinazione-25-2024.pdf"
    for seed in range(count):
        (files / f"{seed}.pdf").write_bytes(mutated(source.read_bytes(), seed))
    options = Options(workers=2, ocr="never", bounds=Bounds(seconds=60, memory=2 * 2**30))
    summary = ingest(find([files], database), database, options, lambda outcome: None)
    assert summary.files == count + 1
    assert is_whole(database)
    rows = dump(database)["file"]
    assert len(rows) == count + 1
    assert all(row[3] == "ok" or row[4] for row in rows)
