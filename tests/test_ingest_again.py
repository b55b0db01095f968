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
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import paths
from extractor.cli import main
from extractor.documents import Limits, ReadError, keep, read_all, restore
from extractor.extraction import Kept, extract_file, extract_kept
from extractor.ingest import Options, Outcome, Summary, find, ingest
from extractor.isolation import Workers
from extractor.store.writer import Store
from models.document import Box, Document, Furniture, Line, Page
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


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, corpus_pdfs: Path) -> Path:
    """PDFs alone and in an archive in an archive, a text."""
    folder = tmp_path_factory.mktemp("real")
    names = sorted(path.name for path in corpus_pdfs.glob("*.pdf"))
    short = sorted(names, key=lambda name: (corpus_pdfs / name).stat().st_size)[:3]
    shutil.copy(corpus_pdfs / short[0], folder)
    (folder / "atto.txt").write_text(ACT, "utf-8")
    with zipfile.ZipFile(folder / "dentro.zip", "w") as inner:
        inner.write(corpus_pdfs / short[1], "uno.pdf")
        inner.writestr("rotto.pdf", b"%PDF-1.4 niente")
    with zipfile.ZipFile(folder / "fuori.zip", "w") as outer:
        outer.write(folder / "dentro.zip", "dentro.zip")
        outer.write(corpus_pdfs / short[2], "due.pdf")
        outer.write(corpus_pdfs / short[0], "copia.pdf")
    (folder / "dentro.zip").unlink()
    return folder


@pytest.fixture(scope="module")
def real_store(real: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the real files, to be copied."""
    database = tmp_path_factory.mktemp("real-store") / "a.db"
    rows, summary, _ = run(real, database)
    assert summary.unread == 1
    assert len(rows["documenti"]) == 7
    return database


def as_an_older_version_left_it(database: Path, *, text: bool = True) -> None:
    """Half of the facts not found, as another version of the facts (or of the reading) would."""
    connection = sqlite3.connect(database)
    for table in ("menzioni", "importi", "codici", "scadenze", "persone", "riferimenti"):
        connection.execute(f"delete from {table} where rowid % 2")
    connection.execute("update acquisizioni set versione = '0.0.0.0.0/never'")
    if not text:
        connection.execute("update testi set versione = '0.0/never'")
    connection.commit()


@pytest.mark.parametrize("text", [True, pytest.param(False, marks=pytest.mark.long)])
def test_a_newer_version_makes_the_same_rows_from_the_text_or_from_the_file(
    real: Path, real_store: Path, tmp_path: Path, text: bool
) -> None:
    database = tmp_path / "a.db"
    shutil.copy(real_store, database)
    expected = dump(database)
    as_an_older_version_left_it(database, text=text)
    rows, _, told = run(real, database)
    assert rows == expected
    assert {outcome.again for outcome in told if not outcome.known} == {text}
    assert run(real, database)[1].known == 3
    connection = sqlite3.connect(database)
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    connection.execute("insert into parti_fts(parti_fts, rank) values ('integrity-check', 1)")


def test_with_the_boxes_known_a_file_is_not_opened(real: Path, tmp_path: Path) -> None:
    """The same facts rest on the same words: only for others is the PDF looked at."""
    path = next(real.glob("*.pdf"))
    (first,) = extract_file(path, "never", Limits())
    assert first.text is not None
    with Store(tmp_path / "a.db") as store:
        store.write(first.records, "1", 0.0)
        boxes = store.boxes(first.records.documento.id)
    nowhere = tmp_path / "non c'è.pdf"
    (again,) = extract_kept(nowhere, [Kept(first.text, boxes)], {}, Limits())
    assert again.records == first.records
    fewer = [box for box in boxes if box.inizio != boxes[0].inizio]
    with pytest.raises(ReadError, match="File non trovato"):
        extract_kept(nowhere, [Kept(first.text, fewer)], {}, Limits())
    (again,) = extract_kept(path, [Kept(first.text, boxes[::2])], {}, Limits())
    assert again.records == first.records


def test_a_kept_text_is_the_document_itself(real: Path) -> None:
    documents = [s.document for path in real.iterdir() for s in read_all(path, ocr="never")]
    assert any(document.tabelle for document in documents)
    for document in documents:
        assert restore(keep(document)) == document


letters = st.text(st.characters(), max_size=30)
numbers = st.floats(allow_nan=False, allow_infinity=False)


@settings(deadline=None)
@given(letters, letters, st.lists(st.tuples(letters, numbers)), st.lists(numbers, min_size=4))
def test_whatever_a_document_says_is_kept(
    text: str, name: str, furniture: list[tuple[str, float]], places: list[float]
) -> None:
    box = Box(*places[:4])
    arredi = tuple(Furniture(word, box._replace(x0=x)) for word, x in furniture)
    line = Line(0, len(text), 1, box, places[0], True)
    page = Page(1, 0, len(text), places[0], places[1], arredi=arredi)
    document = Document("0" * 64, name, "pdf", text, (page,), (line,), avvisi=(name,))
    assert restore(keep(document)) == document


@given(st.binary(max_size=200))
def test_what_is_no_kept_text_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        restore(data)


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


def test_status_says_what_is_in_and_what_a_newer_version_would_do(
    real_store: Path, tmp_path: Path
) -> None:
    database = tmp_path / "a.db"
    shutil.copy(real_store, database)
    said = json.loads(CliRunner().invoke(main, ["status", str(database), "--json"]).stdout)
    assert (said["documenti"], said["file"]) == (7, 3)
    assert [failure["percorso"] for failure in said["non_letti"]] == ["fuori.zip › rotto.pdf"]
    assert (said["dal_testo"], said["da_rileggere"], said["da_collegare"]) == (0, 0, False)
    as_an_older_version_left_it(database)
    connection = sqlite3.connect(database)
    connection.execute(
        "update testi set versione = '0.0' "
        "where documento_id in (select documento_id from testi limit 4)"
    )
    connection.commit()
    said = json.loads(CliRunner().invoke(main, ["status", str(database), "--json"]).stdout)
    assert (said["dal_testo"], said["da_rileggere"]) == (3, 4)
    shown = CliRunner().invoke(main, ["status", str(database)]).stdout
    assert "fuori.zip › rotto.pdf: " in shown
    assert "altra versione" in shown


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
