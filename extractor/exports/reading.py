"""Reading a store for an export: masked, of one moment, ordered by key, in batches."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from extractor.exports.akoma import WholeAct
from extractor.exports.contracting import acts_of_codes
from extractor.exports.errors import ExportError
from extractor.exports.ocds import ActOfCode
from extractor.exports.tables import CHANGES, DELTA, LINKS, TABLES, Column, Exported, delta_tables
from extractor.exports.whole_acts import whole_acts
from extractor.store.changes import as_stored, changed_since
from extractor.store.errors import explained
from extractor.store.masking import open_masked
from extractor.store.opening import not_a_store, open_read_only

Row = tuple[Any, ...]

_BATCH_ROWS = 10_000
_BATCH_LETTERS = 16_000_000
"""A batch ends at either: texts are long in some tables, rows are many in others."""

_CHANGED = "(select documento_id from modifiche where rimosso_il is null and modificato_il >= ?)"
# What cites an act that a document has or had may from its change on point elsewhere, or nowhere
_KEYS = """(
    select chiave_citazione from chiavi_citate join modifiche using (documento_id)
    where coalesce(rimosso_il, modificato_il) >= ?
)"""
_LINKS = f"""
select 'riferimenti', id, 'atto_citato_id', atto_citato_id from riferimenti
where chiave_citazione in {_KEYS} and documento_id not in {_CHANGED}
union all
select 'documenti_collegati', documento_id, 'atto_id', atto_id from documenti_collegati
where chiave_citazione in {_KEYS} and documento_id not in {_CHANGED}
order by 1, 2
"""
DEADLINES = (
    "id", "entro", "ora", "ricorrenza", "tipo", "cosa", "testo", "tipo_atto", "sigla", "numero",
    "data", "oggetto", "ente",
)  # fmt: skip
_DEADLINES = (
    "select s.id, s.entro, s.ora, s.ricorrenza, s.tipo, s.oggetto, s.testo, a.tipo, a.sigla, "
    "a.numero, a.data, a.oggetto, a.ente from scadenze as s join atti as a on a.id = s.atto_id "
    "where s.entro is not null"
)


class Reading:
    """A store under export, or what changed in it since a moment; see ``reading``."""

    def __init__(self, connection: sqlite3.Connection, since: datetime | None) -> None:
        self._connection = connection
        self._since = since
        self.delta = since is not None
        tables = delta_tables() if self.delta else TABLES
        self.tables = tuple(self._checked(table) for table in tables)

    def modified(self) -> str | None:
        """The last moment at which something of the store changed (UTC, ISO 8601)."""
        query = "select max(coalesce(rimosso_il, modificato_il)) from modifiche"
        moment: str | None = self._connection.execute(query).fetchone()[0]
        return moment

    def count(self) -> int:
        """How many rows there are to write, but for those that only a delta has."""
        return sum(
            self._connection.execute(f"select count(*) from {table.nome}{where}", v).fetchone()[0]
            for table in self.tables
            if table not in DELTA
            for where, v in [self._where(table)]
        )

    def batches(self, table: Exported) -> Iterator[list[Row]]:
        """The rows of a table in the order of their key; see ``Column`` for the values."""
        batch: list[Row] = []
        letters = 0
        for row in self._distinct(table, self._rows(table)):
            batch.append(row)
            letters += sum(len(value) for value in row if isinstance(value, str))
            if len(batch) == _BATCH_ROWS or letters > _BATCH_LETTERS:
                yield batch
                batch, letters = [], 0
        if batch:
            yield batch

    def deadlines(self) -> Iterator[dict[str, Any]]:
        """The deadlines with a day, each with its act; see ``extractor.calendars.feed``."""
        changed = f" and s.documento_id in {_CHANGED}" if self._since else ""
        query = f"{_DEADLINES}{changed} order by s.entro, s.id"
        values = (as_stored(self._since),) if self._since else ()
        for row in self._connection.execute(query, values):
            yield dict(zip(DEADLINES, row, strict=True))

    def acts_of_codes(self) -> Iterator[ActOfCode]:
        """The acts of a tender, a contract or a project; see ``extractor.exports.ocds``."""
        changed = f" and a.documento_id in {_CHANGED}" if self._since else ""
        values = (as_stored(self._since),) if self._since else ()
        return acts_of_codes(self._connection, changed, values)

    def count_acts(self) -> int:
        """How many acts there are to write."""
        (table,) = [table for table in self.tables if table.nome == "atti"]
        where, values = self._where(table)
        query = f"select count(*) from atti{where}"
        count: int = self._connection.execute(query, values).fetchone()[0]
        return count

    def whole_acts(self) -> Iterator[WholeAct]:
        """The acts with their parts; see ``extractor.exports.akoma``."""
        changed = f" where documento_id in {_CHANGED}" if self._since else ""
        values = (as_stored(self._since),) if self._since else ()
        return whole_acts(self._connection, changed, values)

    def _rows(self, table: Exported) -> Iterator[Row]:
        if table.nome == CHANGES.nome and self._since:
            yield from map(tuple, changed_since(self._connection, self._since))
        elif table.nome == LINKS.nome and self._since:
            yield from self._connection.execute(_LINKS, [as_stored(self._since)] * 4)
        else:
            names = [column.nome for column in table.colonne]
            # Where the mask may make two keys one, all that a row says decides its place
            order = [*table.chiave, *names] if table.nome == "file" else table.chiave
            where, values = self._where(table)
            yield from self._connection.execute(
                f"select {', '.join(names)} from {table.nome}{where} order by {', '.join(order)}",
                values,
            )

    def _where(self, table: Exported) -> tuple[str, tuple[str, ...]]:
        if self._since is None:
            return "", ()
        column = "id" if table.nome == "documenti" else "documento_id"
        return f" where {column} in {_CHANGED}", (as_stored(self._since),)

    def _distinct(self, table: Exported, rows: Iterator[Row]) -> Iterator[Row]:
        """Rows of ``file`` whose paths differ in covered letters only, told apart by a number."""
        if table.nome != "file":
            yield from rows
            return
        place = [column.nome for column in table.colonne].index("percorso")
        where = [column.nome for column in table.colonne].index("cartella")
        last, times = None, 1
        for row in rows:
            key = (row[where], row[place])
            times = times + 1 if key == last else 1
            last = key
            told = row[place] if times == 1 else f"{row[place]} ({times})"
            yield (*row[:place], told, *row[place + 1 :])

    def _checked(self, table: Exported) -> Exported:
        """A table whose columns of days hold days only: a column with anything else is text."""
        return table._replace(colonne=tuple(self._as_held(table, col) for col in table.colonne))

    def _as_held(self, table: Exported, column: Column) -> Column:
        name = column.nome
        if column.tipo != "date":
            return column
        # Only counting days on makes SQLite look whether the month has that day
        other = self._connection.execute(
            f"select 1 from {table.nome} where {name} is not null "
            f"and (date({name}, '+0 days') is not {name} or {name} < '0001') limit 1"
        ).fetchone()
        return column._replace(tipo="string") if other else column


@contextmanager
def reading(path: Path, *, personal: bool, since: datetime | None) -> Iterator[Reading]:
    """Read a store as it is now, whatever is written into it meanwhile.

    Raises ``ExportError`` when the file is not a store of this version, or cannot be read.
    """
    try:
        with closing(open_read_only(path)) as plain:
            if reason := not_a_store(path, plain):
                raise ExportError(reason)
        with closing(open_masked(path, personal=personal, still=True)) as connection:
            # The questions are ours: what a document holds is written however long it is
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 2**31 - 1)
            yield Reading(connection, since)
    except sqlite3.Error as error:
        raise ExportError(explained(path, error)) from error
