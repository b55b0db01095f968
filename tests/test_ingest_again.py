"""Ingesting again: newer versions, moved, changed and removed files, failures tried again."""

import json
import os
import random
import shutil
import sqlite3
import time
import zipfile
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from extractor import paths
from extractor.cli import main
from extractor.documents import Limits
from extractor.ingest import Options, Outcome, Summary, find, ingest
from extractor.isolation import Workers
from tests.inline import Inline
from tests.test_store import ACT, dump

ROOT = Path(__file__).parent.parent
Rows = dict[str, list[tuple[object, ...]]]


def run(folder: Path, database: Path, **asked: bool) -> tuple[Rows, Summary, list[Outcome]]:
    told: list[Outcome] = []
    options = Options(workers=1, ocr="never", **asked)  # type: ignore[arg-type]
    summary = ingest(find([folder], database), database, options, told.append)
    return dump(database), summary, told


def write_acts(folder: Path, numbers: Iterable[int]) -> None:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"atto-{number}.txt").write_text(ACT.replace("N. 12", f"N. {number}"), "utf-8")


def settle(folder: Path) -> None:
    """Wait until the files' times are old enough to tell them unchanged by."""
    newest = max(path.stat().st_ctime_ns for path in folder.rglob("*"))
    time.sleep(max(0.0, 0.01 + (newest + paths.RECENT_NS - time.time_ns()) / 1e9))


def test_moved_and_renamed_files_are_updated_not_doubled(tmp_path: Path) -> None:
    folder, database = tmp_path / "atti", tmp_path / "a.db"
    write_acts(folder, range(4))
    (folder / "rotto.pdf").write_bytes(b"%PDF-1.7\nniente")
    run(folder, database)
    (folder / "anno").mkdir()
    (folder / "rotto.pdf").rename(folder / "anno/rotto.pdf")
    (folder / "atto-1.txt").rename(folder / "anno/primo.txt")
    (folder / "atto-2.txt").rename(folder / "secondo.txt")
    shutil.copy(folder / "atto-3.txt", folder / "anno/copia.txt")
    rows, summary, _ = run(folder, database)
    assert (summary.known, summary.moved, summary.pruned) == (5, 3, 0)
    assert (summary.failures, summary.known_failures) == (1, 1)
    assert rows == run(folder, tmp_path / "b.db")[0]


def test_files_gone_are_forgotten_only_when_asked(tmp_path: Path) -> None:
    folder, database = tmp_path / "atti", tmp_path / "a.db"
    write_acts(folder, range(4))
    with zipfile.ZipFile(folder / "z.zip", "w") as archive:
        archive.write(folder / "atto-1.txt", "dentro.txt")
        archive.writestr("solo.txt", ACT.replace("N. 12", "N. 77"))
    other = tmp_path / "altri"
    write_acts(other, [50])
    run(folder, database)
    before, _, _ = run(other, database)
    for name in ("atto-1.txt", "atto-2.txt"):
        (folder / name).unlink()
    (folder / "atto-3.txt").write_text(ACT.replace("N. 12", "N. 33"), "utf-8")
    (other / "atto-50.txt").unlink()  # its folder is not asked about
    rows, summary, _ = run(folder, database)
    assert summary.pruned == 0
    assert len(rows["documenti"]) == len(before["documenti"]) + 1
    rows, summary, _ = run(folder, database, prune=True)
    assert (summary.pruned, summary.forgotten) == (2, 2)  # what the archive holds stays
    write_acts(other, [50])
    run(folder, tmp_path / "b.db")
    assert rows == run(other, tmp_path / "b.db")[0]
    connection = sqlite3.connect(database)
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    connection.execute("insert into parti_fts(parti_fts, rank) values ('integrity-check', 1)")


def test_one_relative_name_of_two_folders_does_not_take_one_for_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "a.db"
    for number, name in enumerate(("uno", "due")):
        write_acts(tmp_path / name, [number])
        (tmp_path / name / f"atto-{number}.txt").rename(tmp_path / name / "atto.txt")
        write_acts(tmp_path / name, [number + 10])
        monkeypatch.chdir(tmp_path / name)
        rows, summary, _ = run(Path("."), database, prune=True)
        assert (summary.pruned, summary.forgotten) == (0, 0)
    assert len(rows["documenti"]) == len(rows["file"]) == 4
    (tmp_path / "due/atto-11.txt").unlink()
    assert run(Path("."), database, prune=True)[1].forgotten == 1
    # The folder that had the name first has it still, and both by whatever name they are given
    assert run(tmp_path / "uno", database)[1].known == 2
    assert run(Path("../due"), database)[1].known == 1
    assert len(dump(database)["file"]) == 3


def test_a_folder_moved_with_the_one_it_is_called_from_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "qui").mkdir()
    write_acts(tmp_path / "qui/atti", range(2))
    monkeypatch.chdir(tmp_path / "qui")
    run(Path("atti"), tmp_path / "a.db")
    (tmp_path / "qui").rename(tmp_path / "qua")
    monkeypatch.chdir(tmp_path / "qua")
    (tmp_path / "qua/atti/atto-1.txt").unlink()
    rows, summary, _ = run(Path("atti"), tmp_path / "a.db", prune=True)
    assert (summary.known, summary.pruned) == (1, 1)
    assert [row[1:3] for row in rows["file"]] == [("atti", "atto-0.txt")]


def test_files_unchanged_at_a_glance_are_not_read_and_changed_ones_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, database = tmp_path / "atti", tmp_path / "a.db"
    write_acts(folder, range(3))
    assert paths.glance(folder / "atto-0.txt", Limits()) == ""  # changed just now
    # The clock of this disk is finer than the coarsest, and needs less waiting
    monkeypatch.setattr(paths, "RECENT_NS", 100_000_000)
    settle(folder)
    run(folder, database)
    same, times = folder / "atto-1.txt", (folder / "atto-1.txt").stat()
    same.write_text(same.read_text("utf-8").replace("N. 1 ", "N. 9 "), "utf-8")
    os.utime(same, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert same.stat().st_size == times.st_size
    assert run(folder, database)[1].known == 2  # told by the time of its entry
    settle(folder)
    run(folder, database)
    sqlite3.connect(database, isolation_level=None).execute(
        "update tentativi set sha256 = (select sha256 from tentativi where percorso = "
        "'atto-0.txt') where percorso = 'atto-2.txt'"
    )  # a store that was told wrong
    assert {row[0] for row in _digests(database)} != {row[0] for row in _files(database)}
    run(folder, database, rehash=True)
    assert _digests(database) == _files(database)


class Rewriting(Inline):
    """Reads files that change between the look at them and the reading."""

    def schedule(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Future[Any]:
        path = next(each for each in function.args if isinstance(each, Path))  # type: ignore[attr-defined]
        path.write_text(path.read_text("utf-8").replace("N. 1 ", "N. 1234 "), "utf-8")
        return super().schedule(function, *args, **kwargs)


def test_a_file_that_changes_while_it_is_read_is_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, database = tmp_path / "atti", tmp_path / "a.db"
    write_acts(folder, [1])
    monkeypatch.setattr(paths, "RECENT_NS", 100_000_000)
    settle(folder)
    options = Options(ocr="never", pool=Rewriting)
    ingest(find([folder], database), database, options, lambda outcome: None)
    assert _digests(database) == _files(database) == {(_sha256(folder / "atto-1.txt"),)}
    assert sqlite3.connect(database).execute("select impronta from tentativi").fetchall() == [("",)]


def _sha256(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _digests(database: Path) -> set[tuple[str]]:
    return set(sqlite3.connect(database).execute("select sha256 from tentativi"))


def _files(database: Path) -> set[tuple[str]]:
    return set(sqlite3.connect(database).execute("select documento_id from file"))


def test_what_failed_is_tried_again_when_asked_or_by_a_newer_version(tmp_path: Path) -> None:
    folder, database = tmp_path / "atti", tmp_path / "a.db"
    write_acts(folder, [1])
    (folder / "rotto.pdf").write_bytes(b"%PDF-1.7\nniente")
    rows, summary, _ = run(folder, database)
    assert (summary.failures, summary.known_failures) == (1, 0)
    again, summary, told = run(folder, database)
    assert again == rows
    assert (summary.failures, summary.known_failures) == (1, 1)
    assert "danneggiato" in str([outcome.file.errore for outcome in told])
    assert run(folder, database, retry_failed=True)[1].known_failures == 0
    sqlite3.connect(database, isolation_level=None).execute("update tentativi set versione = '0'")
    assert run(folder, database)[1].known_failures == 0
    shutil.copy(folder / "atto-1.txt", folder / "rotto.pdf")
    assert run(folder, database)[1].known_failures == 0  # other bytes


def test_entries_that_failed_are_tried_again_when_asked(tmp_path: Path) -> None:
    folder, database = tmp_path / "atti", tmp_path / "a.db"
    folder.mkdir()
    with zipfile.ZipFile(folder / "z.zip", "w") as archive:
        archive.writestr("atto.txt", ACT)
        archive.writestr("rotto.pdf", b"%PDF-1.4 niente")
    rows, summary, _ = run(folder, database)
    assert summary.unread == 1
    assert run(folder, database)[1].known == 1
    again, summary, told = run(folder, database, retry_failed=True)
    assert (again, summary.unread, told[0].again) == (rows, 1, False)


def test_an_archive_stopped_between_its_documents_is_read_again(tmp_path: Path) -> None:
    """Its own document is written last: it says that the others are there."""
    folder, database = tmp_path / "atti", tmp_path / "a.db"
    folder.mkdir()
    with zipfile.ZipFile(folder / "z.zip", "w") as archive:
        for number in range(5):
            archive.writestr(f"{number}.txt", ACT.replace("N. 12", f"N. {number}"))
    expected, _, _ = run(folder, database)
    told = random.Random(1).sample([row[0] for row in expected["documenti"]], 6)
    container = next(row[0] for row in expected["documenti"] if row[1] == "z.zip")
    assert container in told
    order = sqlite3.connect(database).execute(
        "select documento_id from acquisizioni order by rowid"
    )
    assert [row[0] for row in order][-1] == container


def test_a_log_of_json_tells_each_file_and_the_end(tmp_path: Path) -> None:
    folder = tmp_path / "atti"
    write_acts(folder, range(2))
    with zipfile.ZipFile(folder / "z.zip", "w") as archive:
        archive.writestr("rotto.pdf", b"%PDF-1.4 niente")
    words = ["ingest", str(folder), "--db", str(tmp_path / "a.db"), "--ocr", "never", "--json-log"]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 1
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert [line["evento"] for line in lines] == ["file"] * 3 + ["fine"]
    assert lines[-1]["unread"] == 1
    assert sum(line["pagine"] for line in lines[:3]) == lines[-1]["pages"]


def test_a_log_of_json_has_nothing_else_when_the_work_ends_early(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_acts(tmp_path / "atti", range(2))
    words = ["ingest", str(tmp_path / "atti"), "--json-log", "--db"]
    failed = CliRunner().invoke(main, [*words, str(tmp_path / "non c'è/a.db")])
    monkeypatch.setattr(Workers, "schedule", lambda *asked, **more: os.kill(os.getpid(), 15))
    stopped = CliRunner().invoke(main, [*words, str(tmp_path / "a.db")])
    said = [json.loads(line) for done in (failed, stopped) for line in done.stderr.splitlines()]
    assert [line["evento"] for line in said] == ["errore", "interrotto"]
    assert (failed.exit_code, stopped.exit_code, said[1]["restano"]) == (1, 1, 2)
