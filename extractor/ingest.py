"""Many files into one store: find, skip what is known, extract in workers, write, report."""

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from extractor.documents import Limits, OcrMode, ReadError
from extractor.extraction import Extracted, Kept, extract_file, extract_kept
from extractor.isolation import Bounds, Workers
from extractor.paths import Found, UnreadableError, digest, find, glance, is_gone, size
from extractor.pipeline import TEXT_VERSION, VERSION
from extractor.registry.decisions import of_store
from extractor.registry.update import update
from extractor.store.errors import StoreError, explained
from extractor.store.ledger import Attempt, KeptText, Member
from extractor.store.prepared import Prepared
from extractor.store.writer import Store
from models import Documento, File

__all__ = ["Found", "Options", "Outcome", "Summary", "find", "ingest"]


class Outcome(NamedTuple):
    """What became of a path: its row, the documents read from it, whether it was known.

    ``again`` is whether the documents were extracted from their kept texts.
    """

    file: File
    documents: tuple[Prepared, ...] = ()
    known: bool = False
    again: bool = False

    @property
    def unread(self) -> list[Documento]:
        """The entries of the file, an archive or a message, that could not be read."""
        found = (records.documento for records in self.documents)
        return [document for document in found if document.stato != "ok"]

    @property
    def pages(self) -> int:
        """The pages of its documents."""
        return self.count("pagine")

    def count(self, table: str) -> int:
        """The rows of its documents in a table."""
        return sum(records.count(table) for records in self.documents)


@dataclass
class Summary:
    """What an ingest did."""

    files: int = 0
    known: int = 0
    again: int = 0
    """Files whose documents were extracted from their kept texts."""
    pages: int = 0
    records: Counter[str] = field(default_factory=Counter)
    failures: int = 0
    known_failures: int = 0
    """Of the failures, those of before, not tried again."""
    unread: int = 0
    """Entries of archives and messages that could not be read."""
    moved: int = 0
    """Paths forgotten because their content is at another path now."""
    pruned: int = 0
    """Paths forgotten because nothing is there any more."""
    forgotten: int = 0
    """Documents forgotten with them."""
    left: int = 0
    """Paths not tried, because the run was asked to stop."""

    def add(self, outcome: Outcome) -> None:
        """Count one more path."""
        self.files += 1
        failed = outcome.file.stato != "ok"
        self.known += outcome.known and not failed
        self.again += outcome.again
        self.failures += failed
        self.known_failures += failed and outcome.known
        self.unread += len(outcome.unread)
        self.pages += outcome.pages
        for records in outcome.documents:
            self.records["documenti"] += 1
            self.records.update({name: len(rows) for name, rows in records.righe.items()})


@dataclass(frozen=True)
class Options:
    """How to ingest; ``bounds`` are for each file.

    ``rehash`` reads every file's bytes to tell whether it is known, also where size and times
    say that it is unchanged; ``retry_failed`` tries again what failed before; ``prune`` forgets
    the paths, in the folders given, at which nothing is any more.
    """

    ocr: OcrMode = "auto"
    limits: Limits = field(default_factory=Limits)
    workers: int = 0
    bounds: Bounds = field(default_factory=Bounds)
    rehash: bool = False
    retry_failed: bool = False
    prune: bool = False

    @property
    def version(self) -> str:
        """What a document read with these options is marked with."""
        return f"{VERSION}/{self.ocr}"

    @property
    def text_version(self) -> str:
        """What its kept text is marked with."""
        return f"{TEXT_VERSION}/{self.ocr}"


def ingest(
    found: Sequence[Found],
    database: Path,
    options: Options,
    told: Callable[[Outcome], None],
    stop: Callable[[], bool] = lambda: False,
) -> Summary:
    """Bring files into the store at ``database``; ``told`` hears of each as it is done.

    A file that cannot be read is recorded with its reason and the rest goes on. Stopped at any
    moment, the store holds whole documents only, and the next run goes on from there; asked to
    by ``stop``, the run finishes what is being read and gives up the rest. Raises
    ``extractor.store.StoreError`` when the store cannot be used or written.
    """
    summary = Summary()
    decisions = of_store(database)
    try:
        with Store(database) as store:
            # Largest first: no worker is left alone with the longest file at the end
            ordered = sorted(found, key=lambda one: -(size(one.path) or 0))
            for outcome in _Run(store, options, stop).outcomes(ordered):
                summary.add(outcome)
                told(outcome)
            summary.left = len(found) - summary.files
            if not summary.left:
                _forget(store, found, options, summary)
            store.finish()
            update(store.database.conn, decisions)
    except sqlite3.Error as error:
        raise StoreError(explained(database, error)) from error
    return summary


def _forget(store: Store, found: Sequence[Found], options: Options, summary: Summary) -> None:
    """Forget the old paths of what was moved or renamed and, when asked, of what is gone."""
    by_content: dict[str, list[tuple[tuple[str, str], bool]]] = {}
    for folder, path, exact, sha256 in store.ledger.paths(copies=True):
        gone = is_gone(folder, path, exact)
        by_content.setdefault(sha256, []).append(((folder, path), gone))
    moved = [
        names
        for paths in by_content.values()
        if not all(gone for _, gone in paths)
        for names, gone in paths
        if gone
    ]
    store.forget_paths(moved)
    summary.moved = len(moved)
    if options.prune:
        folders = {one.names[0] for one in found}
        here = (row for row in store.ledger.paths(copies=False) if row[0] in folders)
        gone_now = [(row[0], row[1]) for row in here if is_gone(*row[:3])]
        store.forget_paths(gone_now)
        summary.pruned, summary.forgotten = len(gone_now), store.prune()


class _Task(NamedTuple):
    """A path being read: what told it, its digest, whether from kept texts."""

    found: Found
    seen: str
    digest: str
    again: bool


class _Run:
    """One ingest under way: what is being read, and what the store holds already."""

    def __init__(self, store: Store, options: Options, stop: Callable[[], bool]) -> None:
        self.store = store
        self.ledger = store.ledger
        self.options = options
        self.stop = stop
        self.under_way: dict[Future[list[Extracted]], _Task] = {}

    def outcomes(self, found: Sequence[Found]) -> Iterator[Outcome]:
        """What becomes of each path; it is in the store, with its documents, when it is given."""
        workers = self.options.workers or os.cpu_count() or 1
        # Leaving the workers, also when interrupted, waits for nothing that is being read
        with Workers(workers, self.options.bounds, __name__) as pool:
            for one in found:
                if self.stop():
                    break
                yield from self._take(one, pool)
                if len(self.under_way) >= 2 * workers:
                    yield from self._done()
            while self.under_way:
                yield from self._done()

    def _take(self, one: Found, pool: Workers) -> Iterator[Outcome]:
        """Give a path to the workers, unless it cannot be opened or is known."""
        before = self.ledger.attempt(*one.names)
        try:
            seen = glance(one.path, self.options.limits)
            unchanged = before is not None and seen and seen == before.impronta
            known = unchanged and not self.options.rehash
            sha256 = before.sha256 if before and known else digest(one.path)
        except UnreadableError as error:
            yield self._failed(one, "", before.sha256 if before else "", str(error))
            return
        while sha256 in (task.digest for task in self.under_way.values()):
            # The same bytes under another name: they are being read already
            yield from self._done()
        if outcome := self._known(one, before, seen, sha256):
            yield outcome
            return
        self._schedule(one, seen, sha256, pool)

    def _known(self, one: Found, before: Attempt | None, seen: str, sha256: str) -> Outcome | None:
        """What became of a path that need not be read: its bytes were, or failed, before."""
        version = self.options.version
        retry = self.options.retry_failed
        if self.ledger.is_read(sha256, version):
            if retry and self.ledger.failed_members(sha256):
                return None
            file, attempt = _row(one, sha256), self._attempt(one, seen, sha256)
            if attempt != before or self.ledger.failure(attempt):
                self.store.write_file(file, attempt)
            return Outcome(file, known=True)
        reason = None if retry else self.ledger.failure_of(sha256, version)
        if reason is None:
            return None
        file, attempt = _row(one, None, reason), self._attempt(one, seen, sha256)
        if attempt != before:
            self.store.write_file(file, attempt)
        return Outcome(file, known=True)

    def _schedule(self, one: Found, seen: str, sha256: str, pool: Workers) -> None:
        texts = self.ledger.texts(sha256, self.options.text_version)
        if self.options.retry_failed and self.ledger.failed_members(sha256):
            texts = None
        if texts is None:
            future = pool.schedule(extract_file, one.path, self.options.ocr, self.options.limits)
        else:
            ids = self.ledger.documents(sha256)
            kept = [
                Kept(text, self.store.boxes(each)) for each, text in zip(ids, texts, strict=True)
            ]
            containers = {
                each.documento_id: each.contenitore_id for each in self.ledger.members(sha256)
            }
            future = pool.schedule(extract_kept, one.path, kept, containers, self.options.limits)
        self.under_way[future] = _Task(one, seen, sha256, texts is not None)

    def _done(self) -> Iterator[Outcome]:
        """Wait for some of the files under way, and write what is done."""
        done = set[Future[list[Extracted]]]()
        while not done:
            done = wait(self.under_way, timeout=_LOOK, return_when=FIRST_COMPLETED).done
            if self.stop():
                self._give_up_waiting()
                if not self.under_way:
                    return
        for future in done & self.under_way.keys():
            task = self.under_way.pop(future)
            try:
                extracted = future.result()
            except Exception as error:
                reason = _reason(error, self.options)
                yield self._failed(task.found, task.seen, task.digest, reason)
            else:
                yield self._written(task, extracted)

    def _give_up_waiting(self) -> None:
        """Leave out what no worker has begun yet."""
        for future in list(self.under_way):
            if future.cancel():
                del self.under_way[future]

    def _written(self, task: _Task, extracted: list[Extracted]) -> Outcome:
        """Write a file's documents, its own last, since it says that they are all there; records
        that the store cannot hold are the file's failure."""
        options = self.options
        own, *others = extracted if not task.again else [extracted[-1], *extracted[:-1]]
        sha256 = own.records.documento.id
        if task.again:
            members = self.ledger.members(sha256)
        else:
            members = [_member(one.records.documento) for one in others]
        try:
            for one in (*others, own):
                text = None if one.text is None else KeptText(options.text_version, one.text)
                held = members if one is own else ()
                if one is own or one.records.documento.id != sha256:
                    self.store.write(one.records, options.version, one.seconds, text, held)
        except _UNFIT as error:
            return self._failed(task.found, task.seen, task.digest, _reason(error, options))
        file = _row(task.found, sha256)
        seen = task.seen if sha256 == task.digest else ""  # changed while it was being read
        self.store.write_file(file, self._attempt(task.found, seen, sha256))
        return Outcome(file, tuple(one.records for one in extracted), again=task.again)

    def _failed(self, one: Found, seen: str, sha256: str, reason: str) -> Outcome:
        file = _row(one, None, reason)
        self.store.write_file(file, self._attempt(one, seen, sha256))
        return Outcome(file)

    def _attempt(self, one: Found, seen: str, sha256: str) -> Attempt:
        return Attempt(*one.names, one.exact, seen, sha256, self.options.version)


_LOOK = 0.5
"""Seconds after which a run that waits looks whether it is asked to stop."""

_UNFIT = (sqlite3.IntegrityError, sqlite3.InterfaceError, ValueError, OverflowError)
"""What SQLite says of records that it cannot hold, rather than of a disk that fails."""


def _member(document: Documento) -> Member:
    return Member(document.id, document.contenitore_id, document.nome)


def _row(one: Found, sha256: str | None, reason: str | None = None) -> File:
    folder, path = one.names
    return File(
        cartella=folder,
        percorso=path,
        documento_id=sha256,
        stato="ok" if sha256 else "errore",
        errore=reason,
        dimensione=size(one.path),
    )


def _reason(error: Exception, options: Options) -> str:
    """One line, in Italian, that says why a file could not be read."""
    if isinstance(error, ReadError):
        return str(error)
    if reason := options.bounds.reason(error):
        return reason
    message = " ".join(str(error).split())[:200]
    return f"Errore interno ({type(error).__name__}: {message}). Segnalarlo con il file."
