"""A store that an earlier Spoglio made becomes the one that this makes, and loses nothing."""

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.store import registry_state
from extractor.store.errors import StoreError
from extractor.store.opening import SCHEMA_VERSION
from extractor.store.schema import REGISTRY, TABLES
from extractor.store.search import search
from extractor.store.writer import Store
from tests.test_ingest_again import run, write_acts

Rows = dict[str, list[tuple[object, ...]]]

REGISTRY_MADE_OTHERWISE = (
    f"drop table {registry_state.COUNTS_OF_ACTS}",
    f"alter table {registry_state.PEOPLE} rename column parole to nomi",
    "alter table enti drop column sigle",
    "drop index idx_alias_forma",
)
COLUMNS_THAT_WERE_NOT = (
    "alter table importi drop column confidenza",
    "alter table atti add column una_volta text",
    "update atti set una_volta = oggetto",
    "drop view referenti",
    "drop trigger percorso_cambiato",
    "create table di_una_volta (a)",
    "update descrizioni set descrizione = 'altro'",
)
SEARCH_MADE_OTHERWISE = (
    "drop table atti_fts",
    "create virtual table atti_fts using fts5(oggetto, content='atti', content_rowid='riga')",
    "insert into atti_fts (atti_fts) values ('rebuild')",
)


def whole(database: Path) -> Rows:
    """What a store is made of, and all rows of its records and of its registry."""
    connection = sqlite3.connect(database)
    names = [table.nome for table in (*TABLES, *REGISTRY)] + ["descrizioni", "oscurati", "testi"]
    rows = {name: connection.execute(f"select * from {name}").fetchall() for name in names}
    query = "select type, name, sql from sqlite_master"
    rows |= {"schema": connection.execute(query).fetchall()}
    return {name: sorted(each, key=repr) for name, each in rows.items()}


def made_earlier(database: Path, statements: tuple[str, ...]) -> None:
    """Make a store one of the schema before, by ``statements``."""
    connection = sqlite3.connect(database)
    connection.execute("pragma legacy_alter_table = on")
    for statement in (*statements, f"pragma user_version = {SCHEMA_VERSION - 1}"):
        connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("statements", "read_again"),
    [
        ((), False),
        (REGISTRY_MADE_OTHERWISE, False),
        (COLUMNS_THAT_WERE_NOT, True),
        (SEARCH_MADE_OTHERWISE, False),
        (REGISTRY_MADE_OTHERWISE + COLUMNS_THAT_WERE_NOT + SEARCH_MADE_OTHERWISE, True),
    ],
    ids=["number alone", "registry", "columns", "search", "all"],
)
def test_the_next_ingest_makes_it_the_store_of_this_version(
    tmp_path: Path, statements: tuple[str, ...], read_again: bool
) -> None:
    """Also of a document whose file is gone."""
    files, database = tmp_path / "atti", tmp_path / "a.db"
    write_acts(files, range(4))
    run(files, database)
    next(iter(files.iterdir())).unlink()
    with Store(database) as store:
        store.hide("Mario Verdi")
    run(files, database)
    once = whole(database)
    made_earlier(database, statements)

    _, summary, _ = run(files, database)

    assert whole(database) == once
    assert summary.gone == read_again
    connection = sqlite3.connect(database)
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    assert len(list(search(database, "manutenzione"))) == 4
    assert not list(search(database, "verdi"))


def test_tables_that_were_not_are_filled_from_the_files(tmp_path: Path) -> None:
    files, database = tmp_path / "atti", tmp_path / "a.db"
    write_acts(files, range(2))
    run(files, database)
    once = whole(database)
    made_earlier(database, ("drop table testi", "drop table stato", "drop table contenuti"))
    run(files, database)
    assert whole(database) == once


def test_the_command_tells_it(tmp_path: Path) -> None:
    files, database = tmp_path / "atti", tmp_path / "a.db"
    write_acts(files, range(2))
    for asked, told in (((), "versione precedente"), (("--json-log",), '"aggiornamento"')):
        run(files, database)
        made_earlier(database, REGISTRY_MADE_OTHERWISE)
        command = ["ingest", str(files), "--db", str(database), *asked]
        assert told in CliRunner().invoke(main, command).output
        assert told not in CliRunner().invoke(main, command).output


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    files, database = tmp_path / "atti", tmp_path / "a.db"
    write_acts(files, range(2))
    run(files, database)
    # A table of the name that the old one is given for the while
    made_earlier(database, (*COLUMNS_THAT_WERE_NOT, "create table importi_di_prima (a)"))
    before = whole_as_it_is(database)
    with pytest.raises(StoreError):
        Store(database)
    assert whole_as_it_is(database) == before


def whole_as_it_is(database: Path) -> list[str]:
    """Everything that a store says, in SQL."""
    return list(sqlite3.connect(database).iterdump())
