"""The store: whole documents in one transaction, searchable, described, the same every time."""

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import extract
from extractor.store.errors import StoreError, explained
from extractor.store.query import QueryError, parse
from extractor.store.schema import TABLES, columns, descriptions
from extractor.store.search import SearchError, search
from extractor.store.writer import Store
from models import Estrazione, File

ACT = """COMUNE DI VALDOCE
DETERMINAZIONE N. 12 DEL 05/03/2024
OGGETTO: Affidamento della manutenzione della città. CIG Z1234567AB
IL RESPONSABILE DEL SERVIZIO
Visto l'art. 107 del d.lgs. 18 agosto 2000, n. 267;
DETERMINA
1. di impegnare la somma di € 1.200,00 a favore della ditta Rossi s.r.l.;
2. di dare atto che la fornitura va conclusa entro il 31/12/2024.
IL RESPONSABILE DEL SERVIZIO
Ing. Mario Verdi
"""


def read(folder: Path, text: str = ACT) -> Estrazione:
    path = folder / "atto.txt"
    path.write_text(text, "utf-8")
    return extract(path)[0]


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of a store, but for when each document was read."""
    connection = sqlite3.connect(path)
    names = [table.nome for table in TABLES]
    return {name: sorted(connection.execute(f"select * from {name}"), key=repr) for name in names}


def test_a_document_is_written_whole_and_searchable(tmp_path: Path) -> None:
    records = read(tmp_path)
    with Store(tmp_path / "a.db") as store:
        store.write(records, "1", 0.1)
        store.write_file(File(cartella=".", percorso="atto.txt", documento_id=records.documento.id))
        store.finish()
    rows = dump(tmp_path / "a.db")
    assert [row.numero for row in records.atti] == ["12"]
    assert len(rows["importi"]) == len(records.importi) >= 1
    assert len(rows["parti"]) == len(records.parti)
    connection = sqlite3.connect(tmp_path / "a.db")
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    hits = list(search(tmp_path / "a.db", "citta MANUTENZIONE"))
    assert [hit.numero for hit in hits] == ["12"]


def test_writing_again_changes_nothing_and_a_new_result_replaces_the_old(tmp_path: Path) -> None:
    database = tmp_path / "a.db"
    records = read(tmp_path)
    with Store(database) as store:
        store.write(records, "1", 0.1)
        once = dump(database)
        store.write(records, "2", 0.1)
        assert dump(database) == once
        fewer = records.model_copy(update={"importi": (), "menzioni": ()})
        store.write(fewer, "3", 0.1)
        assert dump(database)["importi"] == []
        assert store.ledger.is_read(records.documento.id, "3")
    connection = sqlite3.connect(database)
    connection.execute("insert into parti_fts(parti_fts, rank) values ('integrity-check', 1)")


def test_a_failing_write_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    database = tmp_path / "a.db"
    records = read(tmp_path)
    with Store(database) as store:
        store.write(records, "1", 0.1)
        once = dump(database)
        broken = records.model_copy(update={"pagine": records.pagine * 2})
        with pytest.raises(sqlite3.IntegrityError):
            store.write(broken, "2", 0.1)
        assert dump(database) == once


def test_a_name_that_looks_like_an_address_is_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Store("file:a.db?mode=memory").close()
    assert [path.name for path in tmp_path.iterdir()] == ["file:a.db?mode=memory"]


def test_every_table_and_column_is_described(tmp_path: Path) -> None:
    for table in TABLES:
        assert table.descrizione
        assert set(descriptions(table)) == set(columns(table))
        assert all(descriptions(table).values()), table.nome


@pytest.mark.parametrize("version", [0, 1])
def test_another_programs_database_is_refused_and_left_as_it_is(
    tmp_path: Path, version: int
) -> None:
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("create table t (a)")
    connection.execute(f"pragma user_version = {version}")
    connection.close()
    before = other.read_bytes()
    with pytest.raises(StoreError, match=r"non è un archivio di Spoglio\."):
        Store(other)
    with pytest.raises(SearchError, match=r"non è un archivio di Spoglio\."):
        list(search(other, "parole"))
    assert other.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["other.db"]


def test_a_file_that_is_no_store_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "text.db"
    text.write_text("not a database at all, just some text" * 50)
    with pytest.raises(StoreError, match=r"non è un archivio di Spoglio\. Indicare"):
        Store(text)
    with pytest.raises(StoreError, match="Controllare che la cartella ci sia"):
        Store(tmp_path / "no folder" / "a.db")
    with pytest.raises(SearchError, match="non trovato"):
        list(search(tmp_path / "missing.db", "parole"))


def test_two_who_write_take_turns(tmp_path: Path) -> None:
    """Each reads before it writes: begun as readers, one of them would be refused."""
    records = read(tmp_path)

    def write_many(number: int) -> int:
        with Store(tmp_path / "a.db") as store:
            for _ in range(15):
                store.write(records, str(number), 0.1)
        return number

    with ThreadPoolExecutor() as pool:
        assert list(pool.map(write_many, range(4))) == [0, 1, 2, 3]
    assert len(dump(tmp_path / "a.db")["documenti"]) == 1


def test_a_full_disk_is_told_and_what_was_written_stays(tmp_path: Path) -> None:
    records = read(tmp_path)
    with Store(tmp_path / "a.db") as store:
        store.write(records, "1", 0.1)
        once = dump(tmp_path / "a.db")
        (pages,) = store.database.execute("pragma page_count").fetchone()
        store.database.execute(f"pragma max_page_count = {pages}")
        other = read(tmp_path, ACT * 200)
        with pytest.raises(sqlite3.OperationalError) as full:
            store.write(other, "1", 0.1)
    assert "il disco è pieno. Ciò che era già scritto è intatto" in explained(Path("a"), full.value)
    assert dump(tmp_path / "a.db") == once


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_on_a_disk_that_cannot_be_written_is_searched(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        store.write(read(tmp_path), "1", 0.1)
    tmp_path.chmod(0o555)
    try:
        assert len(list(search(tmp_path / "a.db", "manutenzione"))) == 1
    finally:
        tmp_path.chmod(0o755)


@pytest.mark.parametrize("words", [" ".join(map(str, range(100))), "a" * 10_000])
def test_a_query_that_asks_too_much_is_refused(words: str) -> None:
    with pytest.raises(QueryError, match="Troppe parole"):
        parse(words)


def test_a_word_typed_often_is_asked_once() -> None:
    assert parse("abc* " * 300 + "cup").match() == '"abc"* AND "cup"'


@settings(deadline=None)
@given(st.text(st.characters(), min_size=1, max_size=60))
def test_whatever_is_typed_is_a_query_or_is_refused(words: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("create virtual table t using fts5(a)")
    try:
        query = parse(words).match()
    except QueryError:
        return
    connection.execute("select * from t where t match ?", (query,)).fetchall()


VISTO = """COMUNE DI VALDOCE
VISTO DI REGOLARITÀ CONTABILE
sulla determinazione n. 12 del 05/03/2024
Si attesta la copertura finanziaria della spesa.
IL RESPONSABILE DEL SERVIZIO FINANZIARIO
Rag. Anna Neri
"""
ALLEGATO = """ALLEGATO A
alla determinazione n. 12 del 05/03/2024 del Comune di Valdoce
Schema di contratto
Art. 1 Oggetto
La ditta esegue la manutenzione.
"""


@pytest.mark.parametrize(("text", "relation"), [(VISTO, "visto"), (ALLEGATO, "allegato")])
@pytest.mark.parametrize("act_first", [True, False])
def test_a_visto_or_an_attachment_finds_its_act(
    tmp_path: Path, text: str, relation: str, act_first: bool
) -> None:
    act = read(tmp_path)
    other = read(tmp_path, text)
    with Store(tmp_path / "a.db") as store:
        for records in (act, other) if act_first else (other, act):
            store.write(records, "1", 0.1)
        store.finish()
    rows = dump(tmp_path / "a.db")["documenti_collegati"]
    assert len(rows) == 1
    assert other.documenti_collegati[0].relazione == relation
    assert act.atti[0].id in rows[0]
