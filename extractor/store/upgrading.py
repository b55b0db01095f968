"""Bringing a store that an earlier Spoglio made to the tables of this one, in its place.

What only the store knows is kept as it is: texts, paths tried, when documents came and changed,
names hidden, decisions. Of tables that have other columns now the rows keep what both have, and
their documents are marked as read by an earlier version, so that the next ingest extracts them
again, from the kept texts where these are still understood. What is made from the rows of others
(the registry, the search indexes) is made anew where it is made otherwise.
"""

import sqlite3
from typing import NamedTuple

from sqlite_utils import Database

from extractor.store import act_index, indexing, ledger, registry_state, schema
from extractor.store.opening import SCHEMA_VERSION, is_older
from extractor.store.privacy import Mask

_READ = frozenset({*(table.nome for table in schema.TABLES), ledger.TEXTS}) - {"file"}
"""Tables whose rows are read in documents."""
_DERIVED = frozenset({*(table.nome for table in schema.REGISTRY), *registry_state.DERIVED})
"""Tables of the registry, made anew from what documents name."""


class _Object(NamedTuple):
    """A table, index, view or trigger as SQLite keeps it."""

    genere: str
    nome: str
    sql: str

    @property
    def indexes_words(self) -> bool:
        """Whether it is a full-text index."""
        return self.sql.casefold().startswith("create virtual")


def upgrade(database: Database) -> None:
    """Give a store that ``is_older`` the schema of this version, or leave it as it is.

    Raises ``sqlite3.Error`` where it cannot be written.
    """
    run = database.conn.execute
    # Tables are taken down and made again; what refers to them does so by name
    run("pragma foreign_keys = off")
    run("pragma legacy_alter_table = on")
    run("begin immediate")
    try:
        if is_older(database.conn):  # another program may just have done it
            _Upgrade(database).make()
        run("commit")
    except BaseException:
        database.conn.rollback()
        raise
    finally:
        run("pragma legacy_alter_table = off")
        run("pragma foreign_keys = on")


class _Upgrade:
    """One bringing up of a store to the schema of this version."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection = database.conn
        self._before = _objects(self._connection)
        self._wanted = _wanted()
        self._search = {each.nome for each in self._wanted.values() if each.indexes_words}
        self._search.add(act_index.ACTS)

    def make(self) -> None:
        """Make what is made otherwise, and mark what is to be read again."""
        run = self._connection.execute
        changed = self._changed()
        # A table that is made again would set off its triggers
        for each in self._before.values():
            watching = each.genere in ("trigger", "view")
            if watching or (each.genere == "index" and each.nome in changed):
                run(f'drop {each.genere} "{each.nome}"')
        tables = {each.nome for each in self._before.values() if each.genere == "table"} & changed
        for name in sorted(tables):
            if name in self._wanted and name not in self._search | _DERIVED:
                self._make_again(name)
            else:
                run(f'drop table "{name}"')
        left = _objects(self._connection)
        for each in self._wanted.values():
            if each.nome not in left:
                run(each.sql)
        schema.describe(self._database)
        if changed & _DERIVED:
            run("delete from registro_stato where chiave <> 'versione'")
        if changed & _READ:
            version = run("pragma user_version").fetchone()[0]
            run(f"update {schema.ACQUISITIONS} set versione = ? || versione", (f"{version}:",))
        if changed & self._search:
            self._index()
        run(f"insert or replace into {ledger.STATE} values ('da_collegare', 1)")
        run(f"pragma user_version = {SCHEMA_VERSION}")

    def _changed(self) -> set[str]:
        """The names of what is other than it is made now, is no more, or is new."""
        names = self._before.keys() | self._wanted.keys()
        changed = {name for name in names if self._before.get(name) != self._wanted.get(name)}
        # The indexes of words are made together, from the rows of all documents as they are now:
        # what will be taken out of them must be what was put in
        return changed | self._search if changed & (self._search | _READ) else changed

    def _make_again(self, name: str) -> None:
        """A table as it is made now, with what its rows had of its columns."""
        run = self._connection.execute
        former = f"{name}_di_prima"
        run(f'alter table "{name}" rename to "{former}"')
        run(self._wanted[name].sql)
        had = _columns(self._connection, former)
        both = ", ".join(f'"{each}"' for each in _columns(self._connection, name) if each in had)
        # A row without what its key is now made of is read again in its document
        insert = "insert or ignore" if name in _READ else "insert"
        run(f'{insert} into "{name}" ({both}) select {both} from "{former}"')
        run(f'drop table "{former}"')

    def _index(self) -> None:
        """Put the texts of every document into the search indexes."""
        Mask(self._connection, listed_only=True).install(self._connection)
        for (documento_id,) in self._connection.execute("select id from documenti").fetchall():
            indexing.add(self._database, documento_id)


def _wanted() -> dict[str, _Object]:
    """What an empty store of this version has, in the order in which it is made."""
    database = Database(sqlite3.connect(":memory:"), execute_plugins=False)
    try:
        schema.create(database)
        return _objects(database.conn)
    finally:
        database.close()


def _objects(connection: sqlite3.Connection) -> dict[str, _Object]:
    """The tables, indexes, views and triggers of a store by name, as they were made; without those
    that SQLite keeps for itself."""
    query = "select type, name, sql from sqlite_master where sql is not null order by rowid"
    found = {row[1]: _Object(*row) for row in connection.execute(query)}
    words = tuple(f"{each.nome}_" for each in found.values() if each.indexes_words)
    return {name: each for name, each in found.items() if not name.startswith(("sqlite_", *words))}


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[0] for row in connection.execute("select name from pragma_table_info(?)", (table,))]
