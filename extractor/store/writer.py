"""Writing documents into a store: each document is one transaction, replaced whole."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from operator import itemgetter
from pathlib import Path

from sqlite_utils import Database

from extractor.store import act_index, changes, indexing, registry_state, schema
from extractor.store.errors import StoreError, explained
from extractor.store.hiding import names_pattern, same_name
from extractor.store.ledger import Attempt, Box, KeptText, Ledger, Member
from extractor.store.links import link
from extractor.store.opening import is_older, is_store, not_a_store
from extractor.store.persons import name_orders
from extractor.store.prepared import Prepared, prepare
from extractor.store.privacy import Mask
from extractor.store.private_strings import SHORTEST
from extractor.store.rows import Row, rows, shape
from extractor.store.upgrading import upgrade
from models import Estrazione, File

PATIENCE = 60.0
"""Seconds to wait for another program that is writing into the same store."""

_CACHE = 32_768
"""KiB of the store that the writer keeps in memory."""
_LOG = 4_000
"""Pages (4 KiB) that the log of changes gathers before they are written into the store."""


class Store:
    """A Spoglio store: one SQLite file, open for writing.

    Opening makes it when it is not there, but for ``made``: then it must be. One of an earlier
    schema is upgraded. Raises ``StoreError`` when the file is not a store, or is a newer one.
    """

    def __init__(self, path: str | Path, *, made: bool = False) -> None:
        self.path = Path(path)
        try:
            # Absolute: no name is taken for an address (``file:``)
            connection = sqlite3.connect(self.path.absolute(), timeout=PATIENCE)
            self.database = Database(connection, execute_plugins=False)
            # Before anything is changed: it may be another program's
            if not self._check() and made:
                raise StoreError(not_a_store(self.path, connection) or "")
            self.database.execute("pragma journal_mode = wal")
            self.database.execute("pragma synchronous = normal")
            self.database.execute("pragma foreign_keys = on")
            # Identifiers are hashes: each row goes to another page of a large store
            self.database.execute(f"pragma cache_size = {-_CACHE}")
            self.database.execute(f"pragma wal_autocheckpoint = {_LOG}")
            self._prepare()
            self._mask = Mask(connection, listed_only=True)
            self._mask.install(connection)
            self.ledger = Ledger(self.database)
        except sqlite3.Error as error:
            raise StoreError(explained(self.path, error)) from error

    def close(self) -> None:
        """Close the store, leaving no side files behind."""
        # On a full disk neither is possible, and nothing is lost: the log is read with the store
        with suppress(sqlite3.Error):
            self.database.execute("pragma optimize")
            self.database.execute("pragma wal_checkpoint(truncate)")
        self.database.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def write(
        self,
        records: Estrazione | Prepared,
        version: str,
        seconds: float,
        text: KeptText | None = None,
        members: Iterable[Member] = (),
    ) -> None:
        """Put a document's records in, in place of any that the store has for it.

        ``text`` is what it may be extracted from again; ``members`` are the documents of the
        file, when the document is a file that holds others, written before it.
        """
        made = records if isinstance(records, Prepared) else prepare(records)
        documento_id = made.documento.id
        with self._transaction():
            # Rows are checked against each other when the whole document is in
            self.database.execute("pragma defer_foreign_keys = on")
            made = self._contained(made)
            changes.note(self.database, made.documento, made.impronta)
            self._delete(documento_id)
            self._insert("documenti", rows("documenti", [made.documento]))
            for name, each in made.righe.items():
                self._insert(name, _by_number(name, each))
            hidden = self._hidden_in(documento_id)
            self._insert_private(
                documento_id,
                {
                    *made.riservati,
                    *((name, "oscurato") for name in hidden if len(name) >= SHORTEST),
                },
            )
            if hidden or made.indici is None:
                indexing.add(self.database, documento_id)
            else:
                indexing.put(self.database, documento_id, made.indici)
            if made.nomi is not None:
                registry_state.put_names(self.database, documento_id, made.nomi)
            self.database.execute(
                f"insert into {schema.ACQUISITIONS} (documento_id, versione, acquisito_il, secondi)"
                " values (?, ?, ?, ?)",
                (documento_id, version, _now(), round(seconds, 3)),
            )
            if text is not None:
                self.ledger.put_text(documento_id, text)
            if gone := self.ledger.put_members(documento_id, members):
                self._forget(each for each in self.ledger.orphans() if each in gone)
            self.ledger.set_unlinked(True)

    def write_file(self, file: File, attempt: Attempt | None = None) -> None:
        """Record a path that was tried, in place of what was known of it."""
        with self._transaction():
            self.database.execute(_put_path(), rows("file", [file])[0])
            if attempt is not None:
                self.ledger.put_attempt(attempt)
            self.ledger.set_unlinked(True)

    def boxes(self, documento_id: str) -> list[Box]:
        """The boxes that the store has for stretches of a document's text."""
        return list(self.ledger.boxes(documento_id, _PLACED))

    def forget_paths(self, paths: Iterable[tuple[str, str]]) -> None:
        """Forget paths, each as its folder and what follows; their documents stay."""
        with self._transaction():
            for cartella, percorso in paths:
                self.ledger.forget_path(cartella, percorso)
                self.ledger.set_unlinked(True)

    def prune(self) -> int:
        """Forget the documents that no path has any more, and say how many they were."""
        with self._transaction():
            return self._forget(self.ledger.orphans())

    def finish(self) -> None:
        """The closing step: what ties documents to each other, made anew from keys."""
        if not self.ledger.unlinked():
            return
        with self._transaction():
            link(self.database)
            self.ledger.set_unlinked(False)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing; a writer from its beginning, so that two programs take turns."""
        connection = self.database.conn
        connection.execute("begin immediate")
        try:
            yield
            connection.execute("commit")
        except BaseException:
            connection.rollback()
            raise

    def _check(self) -> bool:
        """Whether the file is a store already, upgraded if need be; false when it is empty."""
        if is_older(self.database.conn):
            upgrade(self.database)
        if is_store(self.database.conn):
            return True
        if self.database.execute("select count(*) from sqlite_master").fetchone()[0]:
            raise StoreError(not_a_store(self.path, self.database.conn) or "")
        return False

    def _prepare(self) -> None:
        if self._check():
            return
        with self._transaction():
            if not self._check():  # another program may have just made it
                schema.create(self.database)

    def _contained(self, made: Prepared) -> Prepared:
        """The document with the container and the name that it is said to have.

        The same bytes may come alone and in archives, in any order: a file of its own counts
        before an archive, and of several archives the one with the smallest id.
        """
        document = made.documento
        row = self.database.execute(
            "select contenitore_id, nome from documenti where id = ?", (document.id,)
        ).fetchone()
        if row is None or _precedence(document.contenitore_id, document.nome) <= _precedence(*row):
            return made
        update = {"contenitore_id": row[0], "nome": row[1]}
        return replace(made, documento=document.model_copy(update=update))

    def _insert(self, table: str, made: Sequence[Row]) -> None:
        if made:
            self.database.conn.executemany(_insertion(table), made)

    def _delete(self, documento_id: str) -> None:
        """Take out every row of a document, but the paths that it was found at."""
        known = self.database.execute(
            "select 1 from documenti where id = ?", (documento_id,)
        ).fetchone()
        if known is None:
            return
        indexing.remove(self.database, documento_id)
        # Other documents may point to the acts that go; the closing step ties them again. Act by
        # act: of all together SQLite would read every citation of the store
        acts = self.database.execute(
            "select id, documento_id from atti where documento_id = ?", (documento_id,)
        ).fetchall()
        for name, column in (("riferimenti", "atto_citato_id"), ("documenti_collegati", "atto_id")):
            self.database.conn.executemany(
                f"update {name} set {column} = null where {column} = ? and documento_id <> ?", acts
            )
        for name in (schema.ACQUISITIONS, schema.PRIVATE):
            self.database.execute(f"delete from {name} where documento_id = ?", (documento_id,))
        self._mask.forget()
        for table in reversed(schema.TABLES):
            if table.nome not in ("file", "documenti"):
                self.database.execute(
                    f"delete from {table.nome} where documento_id = ?", (documento_id,)
                )
        self.database.execute("delete from documenti where id = ?", (documento_id,))

    def _forget(self, documents: Iterable[str]) -> int:
        count = 0
        self.database.execute("pragma defer_foreign_keys = on")
        for documento_id in documents:
            count += 1
            self._delete(documento_id)
            self.ledger.forget_document(documento_id)
            self.ledger.set_unlinked(True)
        return count

    def hide(self, name: str) -> int:
        """Hide a person's name for good, in the documents of now and of later ones.

        Gives the number of documents of the store in which the name stands. The name is no longer
        in the search indexes, not even in what was left of them in the file; in the tables it is,
        as printed, since it may be shown again.
        """
        pattern = names_pattern([name])
        if pattern is None:
            raise ValueError("not a full name")
        self.database.execute("pragma secure_delete = on")
        with self._transaction():
            known = self._hidden_as(name)
            names = name_orders(known[0] if known else name)
            self.database.table(schema.HIDDEN).insert(
                {"nome": min(names), "oscurato_il": _now()}, ignore=True
            )
            texts = self.database.execute(_NAMING)
            found = {id_ for id_, text in texts if pattern.search(text or "")}
            for documento_id in sorted(found):
                indexing.remove(self.database, documento_id)
                self._insert_private(documento_id, ((each, "oscurato") for each in names))
                indexing.add(self.database, documento_id)
            changes.touch(self.database, found)
        for index in (*schema.SEARCHED, act_index.ACTS) if found else ():
            # What is taken out of an index stays there, marked as gone, until it is made anew
            self.database.execute(f"insert into {index}_fts ({index}_fts) values ('optimize')")
        return len(found)

    def unhide(self, name: str) -> int:
        """Show again a name that was hidden; gives the number of documents in which it stands.

        Raises ``KeyError`` when it was not hidden.
        """
        with self._transaction():
            known = self._hidden_as(name)
            if not known:
                raise KeyError(name)
            names = [order for each in known for order in name_orders(each)]
            marks = ", ".join("?" * len(names))
            self.database.execute(f"delete from {schema.HIDDEN} where nome in ({marks})", names)
            where = f"from {schema.PRIVATE} where motivo = 'oscurato' and testo in ({marks})"
            rows = self.database.execute(f"select distinct documento_id {where}", names).fetchall()
            for (documento_id,) in rows:
                indexing.remove(self.database, documento_id)
                self.database.execute(
                    f"delete {where} and documento_id = ?", (*names, documento_id)
                )
                self._mask.forget()
                indexing.add(self.database, documento_id)
            changes.touch(self.database, (documento_id for (documento_id,) in rows))
        return len(rows)

    def _hidden_as(self, name: str) -> list[str]:
        """The hidden names that are the same name, as they are kept."""
        wanted = same_name(name)
        return [each for each in self._hidden() if same_name(each) == wanted]

    def _hidden(self) -> list[str]:
        return [name for (name,) in self.database.execute(f"select nome from {schema.HIDDEN}")]

    def _hidden_in(self, documento_id: str) -> list[str]:
        """The hidden names that a document has, in each order of their words."""
        if not (hidden := self._hidden()):
            return []
        query = f"select testo from ({_NAMING}) where documento_id = ?"
        texts = [text for (text,) in self.database.execute(query, (documento_id,)) if text]
        found = [name for name in hidden if _is_in(name, texts)]
        return [order for name in found for order in name_orders(name)]

    def _insert_private(self, documento_id: str, strings: Iterable[tuple[str, str]]) -> None:
        self.database.conn.executemany(
            f"insert or replace into {schema.PRIVATE} values (?, ?, ?)",
            [(documento_id, text, reason) for text, reason in strings],
        )
        self._mask.forget()


_PLACED = tuple(table.nome for table in schema.TABLES if "riquadri" in schema.columns(table))
"""The tables whose rows rest on words with a place on the page."""
_NAMING = """
select documento_id, testo from parti where foglia
union all select documento_id, testo from menzioni where flusso = 'margine'
union all select documento_id, oggetto from atti
union all select documento_id, nome from persone
union all select documento_id, denominazione from contraenti
union all select documento_id, firmatario from firme
union all select id as documento_id, nome from documenti
union all select documento_id, percorso from file where documento_id is not null
"""
"""All that may say a person's name: margins, signatures and files hold words that the text has
not, and the text may print apart (*Carlo, detto Lino, Bianchi*) what a fact joins."""


def _precedence(container: str | None, name: str) -> tuple[str, str]:
    return (container or "", name)


def _is_in(name: str, texts: Iterable[str]) -> bool:
    pattern = names_pattern([name])
    return pattern is not None and any(map(pattern.search, texts))


def _by_number(table: str, made: Sequence[Row]) -> Sequence[Row]:
    """Rows in the order in which the table keeps them, where their numbers make it."""
    columns = shape(table).colonne
    return sorted(made, key=itemgetter(columns.index("riga"))) if "riga" in columns else made


@cache
def _insertion(table: str) -> str:
    columns = shape(table).colonne
    marks = ", ".join("?" * len(columns))
    return f"insert into {table} ({', '.join(columns)}) values ({marks})"


@cache
def _put_path() -> str:
    # A path written as it is known must be no change to the triggers of ``changes``
    values = {name: f"excluded.{name}" for name in shape("file").colonne}
    # What is gone can no longer be measured
    values["dimensione"] = "coalesce(excluded.dimensione, dimensione)"
    told = ", ".join(f"{name} = {value}" for name, value in values.items())
    return f"{_insertion('file')} on conflict (cartella, percorso) do update set {told}"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
