"""What was added, changed or removed: with it, an older export becomes the newer one."""

import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import frictionless
import pytest

from extractor.exports import Wanted, export
from extractor.exports.tables import TABLES, Column, Exported, delta_tables
from extractor.store.schema import REGISTRY
from extractor.store.writer import Store
from tests.exporting import add, forget, read
from tests.stores import ingested
from tests.test_masking import ACT

OF_DOCUMENTS = [table for table in TABLES if table.nome not in {each.nome for each in REGISTRY}]
CITED = ACT.replace("N. 12 DEL 3 MARZO", "N. 31 DEL 5 FEBBRAIO")
CITING = ACT.replace("N. 12", "N. 20").replace(
    "Vista la richiesta", "Vista la determinazione n. 31 del 5 febbraio 2024; Vista la richiesta"
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of one act that cites another, not held."""
    return add(tmp_path / "atti.db", tmp_path / "cita.txt", CITING)


def now() -> datetime:
    return datetime.now(UTC)


def test_the_delta_of_an_added_document_holds_its_records_only(
    corpus_store: Path, tmp_path: Path
) -> None:
    database = tmp_path / "atti.db"
    shutil.copy(corpus_store, database)
    moment = now()
    add(database, tmp_path / "nuovo.txt", ACT)
    out = tmp_path / "delta"
    written = export(database, out, Wanted(["csv"], since=moment))
    (change,) = read(out, "modifiche")
    assert change["azione"] == "aggiunto"
    assert (written.rows["atti"], written.rows["collegamenti"]) == (1, 0)
    for table in OF_DOCUMENTS:
        own = "id" if table.nome == "documenti" else "documento_id"
        rows = read(out, table.nome)
        assert {row[own] for row in rows} <= {change["documento_id"]}
        held = sqlite3.connect(database).execute(
            f"select count(*) from {table.nome} where {own} = ?", (change["documento_id"],)
        )
        assert len(rows) == held.fetchone()[0]
    assert frictionless.Package(str(out / "datapackage.json")).validate().valid


def rows(folder: Path) -> dict[str, dict[tuple[str, ...], dict[str, str]]]:
    """The rows of every table of the store in an export, by their key."""
    return {
        table.nome: {
            tuple(row[name] for name in table.chiave): row for row in read(folder, table.nome)
        }
        for table in OF_DOCUMENTS
    }


def brought_up(older: Path, delta: Path) -> dict[str, dict[tuple[str, ...], dict[str, str]]]:
    """The rows of an older export with a delta, by what docs/esportazioni.md says to do."""
    changed = {row["documento_id"] for row in read(delta, "modifiche")}
    held, news = rows(older), rows(delta)
    for name, table in held.items():
        own = "id" if name == "documenti" else "documento_id"
        held[name] = {key: row for key, row in table.items() if row[own] not in changed}
        held[name] |= news[name]
    for link in read(delta, "collegamenti"):
        held[link["tabella"]][(link["id"],)][link["colonna"]] = link["valore"]
    return held


def test_an_older_export_becomes_the_newer_one(store: Path, tmp_path: Path) -> None:
    add(store, tmp_path / "altro.txt", ACT)
    add(store, tmp_path / "tolto.txt", CITED + "\nCopia che viene tolta.\n")
    add(store, tmp_path / "visto.txt", ACT.replace("N. 12", "N. 44"))
    export(store, tmp_path / "older", Wanted(["csv"]))
    moment = now()
    forget(store, "numero = '31'")
    add(store, tmp_path / "copia.txt", CITED)
    (tmp_path / "altrove").mkdir()
    add(store, tmp_path / "altrove" / "cita.txt", CITING)
    with Store(store) as opened:
        opened.hide("Anna Verdi")
    with sqlite3.connect(store) as connection:
        connection.execute("update file set percorso = 'mosso.txt' where percorso like '%visto%'")
    export(store, tmp_path / "delta", Wanted(["csv"], since=moment))
    export(store, tmp_path / "newer", Wanted(["csv"]))
    assert brought_up(tmp_path / "older", tmp_path / "delta") == rows(tmp_path / "newer")


@pytest.mark.parametrize("order", [("a", "b"), pytest.param(("b", "a"), marks=pytest.mark.long)])
def test_links_follow_the_copies_of_an_act_that_come_and_go(
    store: Path, tmp_path: Path, order: tuple[str, str]
) -> None:
    for step, copy in enumerate(order):
        export(store, tmp_path / f"older{step}", Wanted(["csv"]))
        moment = now()
        add(store, tmp_path / f"{copy}.txt", f"{CITED}\nCopia {copy}.\n")
        check(store, tmp_path, step, moment)
    export(store, tmp_path / "older2", Wanted(["csv"]))
    moment = now()
    gone = forget(store, "numero = '31'")
    (change,) = check(store, tmp_path, 2, moment)
    assert (change["documento_id"], change["azione"]) == (gone, "rimosso")


def check(store: Path, tmp_path: Path, step: int, moment: datetime) -> list[dict[str, str]]:
    delta, newer = tmp_path / f"delta{step}", tmp_path / f"newer{step}"
    export(store, delta, Wanted(["csv"], since=moment))
    export(store, newer, Wanted(["csv"]))
    assert brought_up(tmp_path / f"older{step}", delta) == rows(newer)
    changes = read(delta, "modifiche")
    assert len(changes) == 1
    return changes


def test_a_table_of_no_document_is_in_no_delta() -> None:
    column = Column("id", "string", "Identificativo", False)
    bodies = Exported("enti", "Gli enti", ("id",), (column,))
    assert delta_tables((*TABLES, bodies)) == delta_tables()
    assert {table.nome for table in delta_tables()} == {
        *(table.nome for table in OF_DOCUMENTS), "modifiche", "collegamenti",
    }  # fmt: skip


def test_the_delta_tells_what_was_removed_and_what_changed(store: Path, tmp_path: Path) -> None:
    add(store, tmp_path / "altro.txt", ACT)
    moment = now()
    with Store(store) as opened:
        opened.hide("Anna Verdi")
    gone = forget(store, "numero = '20'")
    export(store, tmp_path / "delta", Wanted(["csv"], since=moment))
    changes = {row["documento_id"]: row["azione"] for row in read(tmp_path / "delta", "modifiche")}
    assert changes.pop(gone) == "rimosso"
    assert list(changes.values()) == ["cambiato"]
    assert [row["numero"] for row in read(tmp_path / "delta", "atti")] == ["12"]


def test_a_document_read_again_that_says_the_same_has_not_changed(
    store: Path, tmp_path: Path
) -> None:
    moment = now()
    with Store(store) as opened:
        opened.database.execute("update acquisizioni set versione = 'prima'")
        opened.database.conn.commit()
    ingested(store, tmp_path / "cita.txt")
    told = sqlite3.connect(store).execute("select versione from acquisizioni").fetchone()[0]
    assert told != "prima"
    written = export(store, tmp_path / "delta", Wanted(since=moment))
    assert not any(written.rows.values())


def test_the_delta_tells_the_links_that_others_now_have(store: Path, tmp_path: Path) -> None:
    moment = now()
    add(store, tmp_path / "citato.txt", CITED)
    export(store, tmp_path / "delta", Wanted(["csv"], since=moment))
    (link,) = read(tmp_path / "delta", "collegamenti")
    (act,) = read(tmp_path / "delta", "atti")
    assert (link["tabella"], link["valore"]) == ("riferimenti", act["id"])


def test_the_moment_that_a_package_tells_is_that_of_the_next_delta(
    store: Path, tmp_path: Path
) -> None:
    export(store, tmp_path / "first", Wanted(["csv"]))
    package = frictionless.Package(str(tmp_path / "first" / "datapackage.json"))
    moment = datetime.fromisoformat(package.custom["modificato_il"]) + timedelta(microseconds=1)
    assert not any(export(store, tmp_path / "d", Wanted(["csv"], since=moment)).rows.values())
    add(store, tmp_path / "altro.txt", ACT)
    export(store, tmp_path / "delta", Wanted(["csv"], since=moment))
    assert [row["numero"] for row in read(tmp_path / "delta", "atti")] == ["12"]
