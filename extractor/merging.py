"""One store of many: of parts that workers wrote, or of stores made on several machines.

The store ends up as if one ingest had read everything. Of a document that several sources have,
the newest reading counts; of a path, the newest look at it. What ties documents together, links
and registry, is made anew.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

from extractor.addresses import is_address
from extractor.parts.errors import PartsError
from extractor.registry.decisions import Decision, of_store, stored
from extractor.registry.update import update
from extractor.store import ledger, schema
from extractor.store.errors import StoreError, explained
from extractor.store.ledger import Attempt, KeptText, Member
from extractor.store.opening import not_a_store, open_read_only
from extractor.store.recalling import Recalled, recall
from extractor.store.writer import Store
from models import File


class Reading(NamedTuple):
    """That a source has a document: which version read it, when (UTC, ISO 8601), how it went."""

    versione: str
    quando: str
    stato: str

    @property
    def rank(self) -> tuple[tuple[int, ...], bool, bool, str]:
        """The larger, the newer.

        >>> Reading("10.2/auto", "2026", "ok").rank > Reading("9.9/auto", "2027", "ok").rank
        True
        """
        placed = not self.versione.endswith(ledger.UNPLACED)
        return _numbers(self.versione), self.stato == "ok", placed, self.quando


class Conflict(NamedTuple):
    """Something that sources say differently, and which of them was followed."""

    cosa: str
    tenuto: str
    lasciato: str


@dataclass
class Merged:
    """What a merge did."""

    written: int = 0
    """Documents put into the store."""
    there: int = 0
    """Documents that it had already, as new or newer."""
    repeated: int = 0
    """Readings of documents that another source has too."""
    paths: int = 0
    broken: list[str] = field(default_factory=list)
    """Paths whose documents are not whole in any source."""
    conflicts: list[Conflict] = field(default_factory=list)


class Source(Protocol):
    """Where documents come from."""

    name: str

    def readings(self) -> dict[str, Reading]:
        """The documents that it has whole."""

    def paths(self) -> Iterator[tuple[File, Attempt]]:
        """The paths that were tried."""

    def document(self, documento_id: str) -> Recalled:
        """One of the documents."""

    def hidden(self) -> list[str]:
        """The names that are to be hidden."""

    def decisions(self) -> tuple[Decision, ...]:
        """What was decided by hand about identities."""


class Stored:
    """A store as a source. Raises ``StoreError``."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        self._connection = open_read_only(path)
        self._connection.row_factory = sqlite3.Row
        if reason := not_a_store(path, self._connection):
            self._connection.close()
            raise StoreError(reason)

    def close(self) -> None:
        """Close the store."""
        self._connection.close()

    def readings(self) -> dict[str, Reading]:
        """The documents that it has; of those read for parts only it has no rows."""
        found = _readings(self._connection)
        return {
            name: reading
            for name, reading in found
            if not reading.versione.endswith(ledger.ELSEWHERE)
        }

    def paths(self) -> Iterator[tuple[File, Attempt]]:
        """The paths that were tried, in the order of their names."""
        names = ", ".join(Attempt._fields[2:])
        rows = self._connection.execute(
            f"select file.*, {names} from file join {ledger.ATTEMPTS} using (cartella, percorso) "
            "order by cartella, percorso"
        )
        for row in rows:
            yield (
                File(**{name: row[name] for name in File.model_fields}),
                Attempt(*(row[name] for name in Attempt._fields)),
            )

    def document(self, documento_id: str) -> Recalled:
        """One of the documents."""

        def rows(table: str) -> list[sqlite3.Row]:
            column = "id" if table == "documenti" else "documento_id"
            return self._rows(f"select * from {table} where {column} = ?", documento_id)

        (acquired,) = rows(schema.ACQUISITIONS)
        text = next((KeptText(row["versione"], row["dati"]) for row in rows(ledger.TEXTS)), None)
        names = ", ".join(Member._fields)
        query = f"select {names} from {ledger.CONTENTS} where file_id = ? order by rowid"
        members = tuple(Member(*row) for row in self._rows(query, documento_id))
        try:
            records = recall(lambda table: [dict(row) for row in rows(table)])
        except (ValueError, LookupError) as error:
            raise StoreError(
                f"{self.name}: le righe del documento {documento_id} non sono di questa versione "
                "di Spoglio. Rifare l'archivio con spoglio ingest."
            ) from error
        return Recalled(records, acquired["versione"], acquired["secondi"], text, members)

    def _rows(self, query: str, documento_id: str) -> list[sqlite3.Row]:
        return self._connection.execute(query, (documento_id,)).fetchall()

    def hidden(self) -> list[str]:
        """The names that are to be hidden."""
        return [row[0] for row in self._connection.execute(f"select nome from {schema.HIDDEN}")]

    def decisions(self) -> tuple[Decision, ...]:
        """What was decided by hand about identities."""
        return stored(self._connection)


class Parts:
    """Parquet parts as a source. Raises ``PartsError``."""

    def __init__(self, place: str) -> None:
        from extractor.parts.files import WHOLE, Folder

        self.name = place
        self._folder = Folder(place)
        if not self._folder.names(WHOLE) and not self._folder.names("file"):
            raise PartsError(f"{place}: non vi sono parti. Si scrivono con --to-parquet.")

    def readings(self) -> dict[str, Reading]:
        """The documents that are whole."""
        from extractor.parts.reading import versions

        found = versions(self._folder)
        return {
            name: Reading(row["versione"], row["acquisito_il"], row["stato"])
            for name, row in found.items()
        }

    def paths(self) -> Iterator[tuple[File, Attempt]]:
        """The paths that were tried, in the order of their names."""
        from extractor.parts.reading import paths

        return paths(self._folder)

    def document(self, documento_id: str) -> Recalled:
        """One of the documents."""
        from extractor.parts.reading import document

        return document(self._folder, documento_id)

    def hidden(self) -> list[str]:
        """None: parts have all that was read."""
        return []

    def decisions(self) -> tuple[Decision, ...]:
        """None."""
        return ()

    def close(self) -> None:
        """Nothing is open."""


def merge(
    places: Sequence[str], database: Path, told: Callable[[int, int], None] = lambda *_: None
) -> Merged:
    """Put what stores and parts have into the store at ``database``, which may have some already.

    ``told`` hears how many of how many paths are done. Stopped, the store holds whole documents;
    repeated, it is completed. Raises ``StoreError``, ``PartsError``, ``AddressError``.
    """
    decisions = of_store(database)
    try:
        with ExitStack() as closed:
            sources = [closed.enter_context(closing(_opened(place))) for place in places]
            store = closed.enter_context(Store(database))
            merged = _Merge(store, sources).run(told)
            store.finish()
            if decisions is None:
                decisions = _joined(stored(store.database.conn), sources)
            update(store.database.conn, decisions)
            return merged
    except sqlite3.Error as error:
        raise StoreError(explained(database, error)) from error


def _readings(connection: sqlite3.Connection) -> Iterator[tuple[str, Reading]]:
    rows = connection.execute(
        f"select id, versione, acquisito_il, stato from {schema.ACQUISITIONS} "
        "join documenti on id = documento_id"
    )
    for documento_id, *values in rows:
        yield documento_id, Reading(*values)


def _opened(place: str) -> Stored | Parts:
    if is_address(place) or Path(place).is_dir():
        return Parts(place)
    try:
        return Stored(Path(place))
    except sqlite3.Error as error:
        raise StoreError(explained(Path(place), error)) from error


def _joined(own: tuple[Decision, ...], sources: Sequence[Source]) -> tuple[Decision, ...]:
    """The decisions of all, each once."""
    return tuple(dict.fromkeys([*own, *(each for one in sources for each in one.decisions())]))


class _Merge:
    """One merge under way."""

    def __init__(self, store: Store, sources: Sequence[Source]) -> None:
        self._store = store
        self._sources = sources
        self._merged = Merged()
        self._here = dict(_readings(store.database.conn))
        self._best: dict[str, tuple[Source, Reading]] = {}
        self._done: set[str] = set()

    def run(self, told: Callable[[int, int], None]) -> Merged:
        """Put in what is new; what was done."""
        for source in self._sources:
            for name in source.hidden():
                self._store.hide(name)
            self._choose(source)
        paths = self._paths()
        for done, (file, attempt) in enumerate(paths.values(), 1):
            self._put(file, attempt)
            told(done, len(paths))
        return self._merged

    def _choose(self, source: Source) -> None:
        """Take a source's documents where no other has them newer."""
        for name, reading in source.readings().items():
            other, before = self._best.get(name, (None, self._here.get(name)))
            newer = before is None or reading.rank[:2] > before.rank[:2]
            if before and reading.versione != before.versione:
                newer = reading.rank > before.rank
                versions = (reading.versione, before.versione)
                kept, left = versions if newer else versions[::-1]
                self._merged.conflicts.append(Conflict(f"documento {name}", kept, left))
            if other is not None:
                self._merged.repeated += 1
            if newer:
                self._best[name] = source, reading

    def _paths(self) -> dict[tuple[str, str], tuple[File, Attempt]]:
        """The newest look at each path, by folder and path."""
        found: dict[tuple[str, str], tuple[File, Attempt]] = {}
        for source in self._sources:
            for file, attempt in source.paths():
                names = (file.cartella, file.percorso)
                before = found.get(names) or self._known(names)
                if before is None or self._is_newer((file, attempt), before):
                    found[names] = file, attempt
                if before and before[0].documento_id != file.documento_id:
                    self._tell_path(before, found.get(names, before), file)
        return dict(sorted(found.items()))

    def _known(self, names: tuple[str, str]) -> tuple[File, Attempt] | None:
        attempt = self._store.ledger.attempt(*names)
        row = self._store.database.execute(
            "select * from file where cartella = ? and percorso = ?", names
        )
        values = row.fetchone()
        if attempt is None or values is None:
            return None
        columns = [each[0] for each in row.description]
        return File(**dict(zip(columns, values, strict=True))), attempt

    def _is_newer(self, now: tuple[File, Attempt], before: tuple[File, Attempt]) -> bool:
        return self._age(*now) > self._age(*before)

    def _age(self, file: File, attempt: Attempt) -> tuple[bool, tuple[int, ...], str]:
        """The larger, the newer; a path that was read counts before one that failed."""
        _, reading = self._best.get(file.documento_id or "", (None, None))
        reading = reading or self._here.get(file.documento_id or "")
        when = reading.quando if reading else ""
        return file.stato == "ok", _numbers(attempt.versione), when

    def _tell_path(
        self, before: tuple[File, Attempt], kept: tuple[File, Attempt], file: File
    ) -> None:
        left = before[0] if kept[0] is file else file
        said = [one.documento_id or one.errore or "" for one in (kept[0], left)]
        self._merged.conflicts.append(Conflict(f"{file.cartella}/{file.percorso}", *said))

    def _put(self, file: File, attempt: Attempt) -> None:
        """Put a path in, after the documents that were read there."""
        if file.documento_id is not None and not self._put_document(file.documento_id):
            self._merged.broken.append(f"{file.cartella}/{file.percorso}")
            return
        if file.documento_id is None and attempt.sha256:
            self._put_document(attempt.sha256)  # what was read there before it failed
        self._store.write_file(file, attempt)
        self._merged.paths += 1

    def _put_document(self, documento_id: str) -> bool:
        """Put a document in after those it holds, once; whether they are all in the store."""
        if documento_id in self._done:
            return True
        if documento_id not in self._best:
            there = documento_id in self._here
            self._merged.there += there
            self._done |= {documento_id} if there else set()
            return there
        source, _ = self._best[documento_id]
        document = source.document(documento_id)
        self._done.add(documento_id)
        held = [one.documento_id for one in document.membri if one.documento_id != documento_id]
        if not all(map(self._put_document, held)):
            self._done.discard(documento_id)
            return False
        self._store.write(
            document.records, document.versione, document.secondi, document.testo, document.membri
        )
        self._merged.written += 1
        return True


def _numbers(version: str) -> tuple[int, ...]:
    """The versions of the stages, as numbers.

    >>> _numbers("3.12.1/auto")
    (3, 12, 1)
    """
    stages = version.partition("/")[0].split(".")
    return tuple(int(stage) if stage.isdigit() else 0 for stage in stages)
