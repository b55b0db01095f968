"""The same store from a Dask cluster as from this machine, whatever becomes of its workers."""

import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor import cluster as on_workers
from extractor.cli import main
from extractor.cluster import Cluster, DaskPool
from extractor.documents import ReadError
from extractor.ingest import Found, Options, Outcome, Summary, find, ingest
from extractor.isolation import Bounds, PoolError
from extractor.merging import merge
from tests.dask_cluster import ROOT, Machines, group_is_alive, machines
from tests.inline import Inline, sending
from tests.test_ingest import self_drawing_pdf
from tests.test_ingest_again import write_acts
from tests.test_merge import whole
from tests.test_store import ACT, dump


def read(
    found: list[Found], database: Path, address: str, bounds: Bounds | None = None
) -> tuple[Summary, list[Outcome]]:
    told: list[Outcome] = []
    pool = partial(DaskPool, Cluster(address), module="extractor.ingest")
    options = Options(ocr="never", pool=pool, bounds=bounds or Bounds())
    return ingest(found, database, options, told.append), told


def test_a_pool_that_is_sent_the_files_makes_the_same_store(tmp_path: Path) -> None:
    write_acts(tmp_path / "atti", (1, 2))
    (tmp_path / "atti/rotto.pdf").write_bytes(b"%PDF-1.7\nniente")
    found = find([tmp_path / "atti"], tmp_path / "a.db")
    ingest(found, tmp_path / "a.db", Options(ocr="never", pool=sending), lambda outcome: None)
    ingest(found, tmp_path / "b.db", Options(ocr="never", pool=Inline), lambda outcome: None)
    assert whole(tmp_path / "a.db") == whole(tmp_path / "b.db")


def test_a_cluster_in_this_process_makes_the_same_store(tmp_path: Path) -> None:
    """One worker, in a thread; its children are processes of their own."""
    from distributed import LocalCluster

    write_acts(tmp_path / "atti", (1, 2, 3))
    (tmp_path / "atti/rotto.pdf").write_bytes(b"%PDF-1.7\nniente")
    found = find([tmp_path / "atti"], tmp_path / "a.db")
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0",
        protocol="tcp://", local_directory=str(tmp_path),
    ) as local:  # fmt: skip
        summary, told = read(found, tmp_path / "a.db", local.scheduler_address)
        assert not on_workers._children  # nothing is left when a run has ended
    assert summary.failures == 1
    assert any("danneggiato" in str(outcome.file.errore) for outcome in told)
    ingest(found, tmp_path / "b.db", Options(ocr="never", pool=Inline), lambda outcome: None)
    assert whole(tmp_path / "a.db") == whole(tmp_path / "b.db")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--scheduler", "localhost:8786"], "vuole tcp://HOST:PORTA"),
        (["--tls-ca", __file__], "vanno con --scheduler tls://"),
        (["--scheduler", "tcp://a:1", "--tls-ca", __file__], "vanno con --scheduler tls://"),
    ],
)
def test_wrong_options_are_told(tmp_path: Path, options: list[str], said: str) -> None:
    (tmp_path / "atto.txt").write_text(ACT)
    command = ["ingest", str(tmp_path / "atto.txt"), "--db", str(tmp_path / "a.db"), *options]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 2
    assert said in " ".join(done.output.split())


def test_without_dask_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(PoolError, match=r"pip install 'spoglio\[cluster\]'"):
        DaskPool(Cluster("tcp://127.0.0.1:1"), Bounds(), "extractor.ingest")


def test_a_worker_of_another_version_is_refused() -> None:
    other = on_workers._Run("prova", Bounds(), "extractor.ingest", "0.0.0.0.0")
    with pytest.raises(PoolError, match="un'altra versione"):
        on_workers._in_child(other, max, (1, 2), {})


def test_a_scheduler_that_is_not_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_workers, "CONNECT", 0.2)
    with pytest.raises(PoolError, match="lo scheduler non risponde"):
        DaskPool(Cluster("tcp://127.0.0.1:1"), Bounds(), "extractor.ingest")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    with machines(tmp_path_factory.mktemp("cluster"), 2) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, corpus_pdfs: Path) -> Path:
    """Acts of some pages, many of one, an archive's worth of trouble."""
    files = tmp_path_factory.mktemp("atti") / "atti"
    write_acts(files, range(1, 25))
    for path in sorted(corpus_pdfs.glob("*.pdf"), key=lambda path: path.stat().st_size)[:3]:
        shutil.copy(path, files)
    (files / "rotto.pdf").write_bytes(b"%PDF-1.7\nniente")
    return files


@pytest.mark.long
def test_the_same_store_here_and_there_with_any_number_of_workers(
    folder: Path, two: Machines, tmp_path: Path
) -> None:
    found = find([folder], tmp_path / "a.db")
    ingest(found, tmp_path / "a.db", Options(ocr="never", workers=1), lambda outcome: None)
    expected = whole(tmp_path / "a.db")
    for workers in (2, 4):
        shuffled = random.Random(workers).sample(found, len(found))
        options = Options(ocr="never", workers=workers)
        ingest(shuffled, tmp_path / f"{workers}.db", options, lambda outcome: None)
        assert whole(tmp_path / f"{workers}.db") == expected
    read(random.Random(7).sample(found, len(found)), tmp_path / "dask.db", two.address)
    assert whole(tmp_path / "dask.db") == expected


@pytest.mark.long
@pytest.mark.parametrize("seed", range(3))
def test_a_worker_killed_during_the_run_loses_nothing(
    folder: Path, tmp_path: Path, seed: int
) -> None:
    found = find([folder], tmp_path / "a.db")
    ingest(found, tmp_path / "a.db", Options(ocr="never", workers=2), lambda outcome: None)
    expected = whole(tmp_path / "a.db")
    draw = random.Random(seed)
    victim_at = draw.randrange(2, len(found) - 6)
    with machines(tmp_path, 2) as cluster:
        told: list[Outcome] = []

        def hear(outcome: Outcome) -> None:
            told.append(outcome)
            if len(told) == victim_at:
                cluster.kill(cluster.workers[0])

        pool = partial(DaskPool, Cluster(cluster.address), module="extractor.ingest")
        options = Options(ocr="never", pool=pool, parts=str(tmp_path / "parti"))
        draw.shuffle(found)
        summary = ingest(found, tmp_path / "b.db", options, hear)
        assert not group_is_alive(cluster.workers[0])
    assert (summary.files, summary.failures) == (len(found), 1)
    assert whole(tmp_path / "b.db") == expected
    merge([str(tmp_path / "parti")], tmp_path / "c.db")
    assert whole(tmp_path / "c.db") == expected
    left = (path for path in (tmp_path / "parti").rglob(".*") if path.suffix == ".parquet")
    assert not list(left)  # a part half written is none


@pytest.mark.long
def test_a_file_out_of_bounds_ends_its_process_and_not_the_worker(
    two: Machines, tmp_path: Path
) -> None:
    folder = tmp_path / "atti"
    write_acts(folder, (1, 2))
    (folder / "disegno.pdf").write_bytes(self_drawing_pdf())
    text = (ROOT / "corpus/documents/burl-2017-17-so-parte-1.txt").read_text("utf-8")
    (folder / "lungo.txt").write_text(text * 8, "utf-8")
    found = find([folder], tmp_path / "a.db")
    bounds = Bounds(seconds=2, memory=2**30)
    _, told = read(found, tmp_path / "a.db", two.address, bounds)
    failed = {outcome.file.percorso: str(outcome.file.errore) for outcome in told}
    assert "superati i 2 secondi" in failed["lungo.txt"]
    assert "Lettura fermata" in failed["disegno.pdf"] or "memoria" in failed["disegno.pdf"]
    assert failed["atto-1.txt"] == failed["atto-2.txt"] == "None"
    assert all(worker.poll() is None for worker in two.workers)


@pytest.mark.long
def test_addresses_are_read_by_the_workers(folder: Path, two: Machines, tmp_path: Path) -> None:
    read(find([folder.as_uri()], tmp_path / "a.db"), tmp_path / "a.db", two.address)
    read(find([folder], tmp_path / "b.db"), tmp_path / "b.db", two.address)
    there, here = dump(tmp_path / "a.db"), dump(tmp_path / "b.db")
    there.pop("file"), here.pop("file")
    assert there == here


@pytest.mark.long
def test_a_scheduler_that_ends_is_told_and_the_next_run_goes_on(
    folder: Path, tmp_path: Path
) -> None:
    found = find([folder], tmp_path / "a.db")
    pool = []
    with machines(tmp_path, 1) as cluster:

        def hear(outcome: Outcome) -> None:
            pool.append(outcome)
            if len(pool) == 3:
                cluster.scheduler.kill()

        readers = partial(DaskPool, Cluster(cluster.address), module="extractor.ingest")
        options = Options(ocr="never", pool=readers)
        with pytest.raises(PoolError, match="non risponde più"):
            ingest(found, tmp_path / "a.db", options, hear)
    assert len(dump(tmp_path / "a.db")["documenti"]) >= 3
    ingest(found, tmp_path / "a.db", Options(ocr="never", workers=1), lambda outcome: None)
    ingest(found, tmp_path / "b.db", Options(ocr="never", workers=1), lambda outcome: None)
    assert whole(tmp_path / "a.db") == whole(tmp_path / "b.db")


def certificates(folder: Path) -> tuple[Path, Path]:
    """A certificate that signs itself, for all who take part, and its key."""
    cert, key = folder / "cert.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"]
    name = ["-subj", "/CN=spoglio", "-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run([*command, *name, "-keyout", key, "-out", cert], check=True, capture_output=True)
    return cert, key


@pytest.mark.long
@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificates")
def test_with_tls_only_who_has_the_certificate_may_come(tmp_path: Path) -> None:
    cert, key = certificates(tmp_path)
    write_acts(tmp_path / "atti", (1,))
    tls = ["--tls-ca-file", str(cert), "--tls-cert", str(cert), "--tls-key", str(key)]
    with machines(tmp_path, 1, "tls", tls) as cluster:
        command = ["ingest", str(tmp_path / "atti"), "--db", str(tmp_path / "a.db")]
        command += ["--scheduler", cluster.address]
        ours = ["--tls-ca", str(cert), "--tls-cert", str(cert), "--tls-key", str(key)]
        done = CliRunner().invoke(main, [*command, *ours])
        assert done.exit_code == 0, done.output
        refused = CliRunner().invoke(main, command)
        assert refused.exit_code == 1
        assert "lo scheduler non risponde" in refused.output
    assert sqlite3.connect(tmp_path / "a.db").execute("select numero from atti").fetchall()


@pytest.mark.long
def test_a_run_that_is_interrupted_leaves_nobody_behind(
    folder: Path, two: Machines, tmp_path: Path
) -> None:
    text = (ROOT / "corpus/documents/burl-2017-17-so-parte-1.txt").read_text("utf-8")
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text(f"{text}\n{number}", "utf-8")
    command = [sys.executable, "-m", "extractor.cli", "ingest", *tmp_path.glob("*.txt")]
    command += ["--db", tmp_path / "a.db", "--scheduler", two.address]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as job:
        while not (tmp_path / "a.db").exists() or not dump_count(tmp_path / "a.db"):
            time.sleep(0.2)
        job.send_signal(2)
        said = job.communicate(timeout=120)[1]
    assert job.returncode == 1
    assert "Interrotto: rest" in said
    assert "Traceback" not in said
    assert dump_count(tmp_path / "a.db") >= 1


def dump_count(database: Path) -> int:
    try:
        (count,) = sqlite3.connect(database).execute("select count(*) from documenti").fetchone()
    except sqlite3.OperationalError:
        return 0
    return int(count)


def test_what_a_file_raises_comes_back_as_it_was() -> None:
    """Through two pickles: that of the child and that of the worker."""
    import pickle

    from pebble import ProcessExpired

    for error in (ReadError("perché"), ProcessExpired("fine", code=-9), TimeoutError("tardi")):
        back = pickle.loads(pickle.dumps(error))
        assert Bounds().reason(back) == Bounds().reason(error)
        assert str(back) == str(error)
    assert "codice -9" in str(Bounds().reason(pickle.loads(pickle.dumps(ProcessExpired("x", -9)))))
