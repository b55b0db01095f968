"""Many files into one store: find, skip what is known, extract in workers, write, report."""

import os
import sqlite3
import stat
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import NamedTuple

from extractor.documents import Limits, OcrMode, ReadError, readable, unopened
from extractor.isolation import Bounds, Workers
from extractor.pipeline import VERSION, extract_all
from extractor.registry.decisions import of_store
from extractor.registry.update import update
from extractor.store.errors import StoreError, explained
from extractor.store.writer import Store
from models import Documento, Estrazione, File

Extracted = list[tuple[Estrazione, float]]
"""The documents of one file, each with the seconds that it took."""


class Found(NamedTuple):
    """A path to ingest, as ``cartella`` (the folder given) and ``percorso`` (relative to it)."""

    cartella: str
    percorso: str

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.cartella) / self.percorso


class Outcome(NamedTuple):
    """What became of a path: its row, the documents read from it, whether it was known."""

    file: File
    documents: tuple[Estrazione, ...] = ()
    known: bool = False

    @property
    def unread(self) -> list[Documento]:
        """The entries of the file, an archive or a message, that could not be read."""
        found = (records.documento for records in self.documents)
        return [document for document in found if document.stato != "ok"]


@dataclass
class Summary:
    """What an ingest did."""

    files: int = 0
    known: int = 0
    pages: int = 0
    records: Counter[str] = field(default_factory=Counter)
    failures: list[File] = field(default_factory=list)
    unread: int = 0
    """Entries of archives and messages that could not be read."""

    def add(self, outcome: Outcome) -> None:
        """Count one more path."""
        self.files += 1
        self.known += outcome.known
        if outcome.file.stato != "ok":
            self.failures.append(outcome.file)
        self.unread += len(outcome.unread)
        for records in outcome.documents:
            self.pages += len(records.pagine)
            self.records["documenti"] += 1
            for name in type(records).model_fields:
                rows = getattr(records, name)
                if isinstance(rows, tuple) and name != "avvisi":
                    self.records[name] += len(rows)


@dataclass(frozen=True)
class Options:
    """How to ingest; ``bounds`` are for each file."""

    ocr: OcrMode = "auto"
    limits: Limits = field(default_factory=Limits)
    workers: int = 0
    bounds: Bounds = field(default_factory=Bounds)

    @property
    def version(self) -> str:
        """What a document read with these options is marked with."""
        return f"{VERSION}/{self.ocr}"


def find(paths: Iterable[str | Path], skip: Path) -> list[Found]:
    """The files at ``paths``, folders walked in name order; hidden files and ``skip`` left out.

    Linked folders are not followed. A path that does not exist, or a folder that cannot be
    opened, is among them: that it could not be read is told with the rest.
    """
    found: list[Found] = []
    ignored = {os.path.realpath(f"{skip}{end}") for end in ("", "-wal", "-shm", "-journal")}
    for given in (str(Path(path)) for path in paths):
        if not os.path.isdir(given):
            path = Path(given)
            found.append(Found(str(path.parent), path.name))
            continue
        closed: list[OSError] = []
        for folder, subfolders, names in os.walk(given, onerror=closed.append):
            subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
            for name in sorted(names):
                path = Path(folder, name)
                if not name.startswith(".") and os.path.realpath(path) not in ignored:
                    found.append(Found(given, os.path.relpath(path, given)))
        found += [Found(given, os.path.relpath(error.filename, given)) for error in closed]
    return list(dict.fromkeys(found))


def ingest(
    found: Sequence[Found], database: Path, options: Options, told: Callable[[Outcome], None]
) -> Summary:
    """Bring files into the store at ``database``; ``told`` hears of each as it is done.

    A file that cannot be read is recorded with its reason and the rest goes on. Stopped at any
    moment, the store holds whole documents only, and the next run goes on from there. Raises
    ``extractor.store.StoreError`` when the store cannot be used or written.
    """
    summary = Summary()
    decisions = of_store(database)
    try:
        with Store(database) as store:
            for outcome in _Run(store, options).outcomes(found):
                store.write_file(outcome.file)
                summary.add(outcome)
                told(outcome)
            store.finish()
            update(store.database.conn, decisions)
    except sqlite3.Error as error:
        raise StoreError(explained(database, error)) from error
    return summary


class _Run:
    """One ingest under way: what is being read, and what the store holds already."""

    def __init__(self, store: Store, options: Options) -> None:
        self.store = store
        self.options = options
        self.versions = store.versions()
        self.under_way: dict[Future[Extracted], tuple[Found, str]] = {}

    def outcomes(self, found: Sequence[Found]) -> Iterator[Outcome]:
        """What becomes of each path; its documents are in the store when it is given."""
        workers = self.options.workers or os.cpu_count() or 1
        # Leaving the workers, also when interrupted, waits for nothing that is being read
        with Workers(workers, self.options.bounds) as pool:
            for one in found:
                yield from self._take(one, pool)
                if len(self.under_way) >= 2 * workers:
                    yield from self._done()
            while self.under_way:
                yield from self._done()

    def _take(self, one: Found, pool: Workers) -> Iterator[Outcome]:
        """Give a path to the workers, unless it cannot be opened or is known."""
        digest, failure = _digest(one, self.options.limits)
        if failure is not None:
            yield Outcome(failure)
            return
        while digest in (seen for _, seen in self.under_way.values()):
            # The same bytes under another name: they are being read already
            yield from self._done()
        if self.versions.get(digest) == self.options.version:
            yield Outcome(_row(one, digest), known=True)
            return
        future = pool.schedule(_extract, one.path, self.options)
        self.under_way[future] = (one, digest)

    def _done(self) -> Iterator[Outcome]:
        """Wait for one of the files under way, and write what is done."""
        for future in wait(self.under_way, return_when=FIRST_COMPLETED).done:
            one, digest = self.under_way.pop(future)
            try:
                extracted = future.result()
            except Exception as error:
                yield Outcome(_row(one, None, _reason(error, self.options)))
            else:
                yield self._written(one, digest, extracted)

    def _written(self, one: Found, digest: str, extracted: Extracted) -> Outcome:
        """Write a file's documents; records that the store cannot hold are its failure."""
        for records, seconds in extracted:
            try:
                self.store.write(records, self.options.version, seconds)
            except _UNFIT as error:
                return Outcome(_row(one, None, _reason(error, self.options)))
            self.versions[records.documento.id] = self.options.version
        return Outcome(_row(one, digest), tuple(records for records, _ in extracted))


_UNFIT = (sqlite3.IntegrityError, sqlite3.InterfaceError, ValueError, OverflowError)
"""What SQLite says of records that it cannot hold, rather than of a disk that fails."""


def _extract(path: Path, options: Options) -> Extracted:
    """In a worker: the records of every document of a file."""
    extracted = []
    start = time.perf_counter()
    for _, records in extract_all(path, ocr=options.ocr, limits=options.limits):
        now = time.perf_counter()
        extracted.append((records, now - start))
        start = now
    return extracted


def _digest(one: Found, limits: Limits) -> tuple[str, File | None]:
    """The SHA-256 of a file's bytes, or the row that says why it cannot be read."""
    try:
        status = one.path.stat()
        if stat.S_ISDIR(status.st_mode):
            os.listdir(one.path)  # only one that could not be walked is here: this says why
        elif not stat.S_ISREG(status.st_mode):
            # To open a pipe waits for who writes, a device may have no end
            return "", _row(one, None, "Non è un file ma un dispositivo o una coda: non si legge.")
        limits.check_size(status.st_size)
        with one.path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest(), None
    except OSError as error:
        return "", _row(one, None, unopened(error))
    except ReadError as error:
        return "", _row(one, None, str(error))


def _row(one: Found, digest: str | None, reason: str | None = None) -> File:
    try:
        size = one.path.stat().st_size
    except OSError:
        size = None
    return File(
        cartella=readable(one.cartella),
        percorso=readable(one.percorso),
        documento_id=digest,
        stato="ok" if digest else "errore",
        errore=reason,
        dimensione=size,
    )


def _reason(error: Exception, options: Options) -> str:
    """One line, in Italian, that says why a file could not be read."""
    if isinstance(error, ReadError):
        return str(error)
    if reason := options.bounds.reason(error):
        return reason
    message = " ".join(str(error).split())[:200]
    return f"Errore interno ({type(error).__name__}: {message}). Segnalarlo con il file."
