"""Ingesting with a newer version: from the texts kept, from the files, of files that are gone."""

import json
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.cli import main
from extractor.documents import Limits, ReadError, keep, read_all, restore
from extractor.extraction import Kept, extract_file, extract_kept
from extractor.store.writer import Store
from models.document import Box, Document, Furniture, Line, Page
from tests.test_ingest_again import run, write_acts
from tests.test_store import ACT, dump


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


def test_what_is_gone_is_brought_to_a_newer_version_from_its_text(
    real: Path, real_store: Path, tmp_path: Path
) -> None:
    """Without its file the places of words newly found are cut from their lines'; when it is
    back, they are the words' own again."""
    database, there, away = tmp_path / "a.db", tmp_path / "atti", tmp_path / "altrove"
    shutil.copy(real_store, database)
    connection = sqlite3.connect(database, isolation_level=None)
    for table in ("file", "tentativi"):
        connection.execute(f"update {table} set cartella = ?", (str(there),))
    expected, words = dump(database), _without_places(database)
    as_an_older_version_left_it(database)
    shutil.copytree(real, away)
    write_acts(tmp_path / "altri", [1])
    _, summary, told = run(tmp_path / "altri", database)
    assert (summary.files, summary.gone, summary.again, summary.left) == (1, 3, 3, 0)
    assert [outcome.behind for outcome in told] == [None, 2, 1, 0]
    assert words < _without_places(database)
    assert run(tmp_path / "altri", database)[1].gone == 0
    away.rename(there)
    assert run(there, database)[1].again > 0
    assert run(there, database)[1].known == 3
    shutil.rmtree(tmp_path / "altri")
    write_acts(tmp_path / "altri", [])
    with Store(database) as store:
        store.forget_paths([(str(tmp_path / "altri"), "atto-1.txt")])
    rows, summary, _ = run(there, database, prune=True)
    assert rows == expected


def _without_places(database: Path) -> set[tuple[str, tuple[object, ...]]]:
    """The rows of a store, but for their boxes."""
    connection = sqlite3.connect(database)
    connection.row_factory = sqlite3.Row
    return {
        (table, tuple(row[name] for name in row.keys() if name != "riquadri"))  # noqa: SIM118
        for table in dump(database)
        for row in connection.execute(f"select * from {table}")
    }


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
