"""Many files into one store: find, skip what is known, extract in workers, write, report."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extractor.addresses import Address, AddressError, UnfetchedError
from extractor.documents import ReadError, unopened
from extractor.extraction import (
    Extracted,
    Kept,
    Place,
    Sent,
    extract_file,
    extract_kept,
    extract_new,
)
from extractor.forgetting import forget, gone_behind
from extractor.isolation import Pool, PoolError, result
from extractor.options import Options
from extractor.outcomes import Outcome, Summary
from extractor.parts.errors import PartsError
from extractor.paths import Found, UnreadableError, digest, find, glance, largest_first, named, size
from extractor.registry.decisions import of_store
from extractor.registry.update import update
from extractor.store.errors import StoreError, explained
from extractor.store.ledger import Attempt, KeptText, Member
from extractor.store.prepared import Prepared
from extractor.store.writer import Store
from models import File

if TYPE_CHECKING:
    from extractor.parts.keeping import Keeper

__all__ = ["Found", "Options", "Outcome", "Summary", "find", "ingest"]


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
    ``extractor.store.StoreError`` when the store cannot be used or written, ``PoolError`` when
    those who read are gone, ``AddressError`` when one of them cannot reach an address at all,
    ``PartsError`` when it cannot write parts.
    """
    summary = Summary()
    decisions = of_store(database)
    try:
        with Store(database) as store:
            found, keeper = named(found, store.ledger.folders()), _keeper(options)
            run = _Run(store, options, stop, keeper)
            for outcome in run.outcomes(largest_first(found)):
                summary.add(outcome)
                told(outcome)
            summary.left = len(found) - summary.files + run.behind
            if not summary.left:
                forget(store, found, options.prune, summary, keeper)
            store.finish()
            update(store.database.conn, decisions)
    except sqlite3.Error as error:
        raise StoreError(explained(database, error)) from error
    return summary


def _keeper(options: Options) -> "Keeper | None":
    if options.parts is None:
        return None
    from extractor.parts.keeping import Keeper

    return Keeper(options.parts, options.read_by)


Work = Callable[[], list[Extracted]]
"""What a worker is given to do with a file."""


class _Task(NamedTuple):
    """A path being read: what told it, its digest, whether from kept texts, whether it is gone."""

    found: Found
    seen: str
    digest: str
    again: bool
    gone: bool


class _Run:
    """One ingest under way: what is being read, and what the store holds already."""

    def __init__(
        self,
        store: Store,
        options: Options,
        stop: Callable[[], bool],
        keeper: "Keeper | None" = None,
    ) -> None:
        self.store = store
        self.keeper = keeper
        self.ledger = store.ledger
        self.options = options
        self.stop = stop
        self.under_way: dict[Future[list[Extracted]], _Task] = {}
        self.behind = 0

    def outcomes(self, found: Sequence[Found]) -> Iterator[Outcome]:
        """What becomes of each path; it is in the store, with its documents, when it is given."""
        # Leaving the workers, also when interrupted, waits for nothing that is being read
        with self.options.readers() as pool:
            yield from self._each(found, self._take, pool)
            gone = gone_behind(self.ledger, self.options, {one.names[0] for one in found})
            self.behind = len(gone)
            yield from self._each(gone, self._renew, pool)

    def _each(
        self, found: Iterable[Found], take: Callable[[Found, Pool], Iterator[Outcome]], pool: Pool
    ) -> Iterator[Outcome]:
        for one in found:
            if self.stop():
                break
            yield from take(one, pool)
            if len(self.under_way) >= 2 * pool.slots:
                yield from self._done()
        while self.under_way:
            yield from self._done()

    def _take(self, one: Found, pool: Pool) -> Iterator[Outcome]:
        """Give a path to the workers, unless it cannot be opened or is known."""
        before = self.ledger.attempt(*one.names)
        try:
            seen = glance(one.path, self.options.limits)
            unchanged = before is not None and seen and seen == before.impronta
            known = unchanged and not self.options.rehash
            sha256 = before.sha256 if before and known else digest(one.path, seen)
        except UnreadableError as error:
            yield self._failed(one, "", before.sha256 if before else "", str(error))
            return
        while sha256 and sha256 in (task.digest for task in self.under_way.values()):
            # The same bytes under another name: they are being read already
            yield from self._done()
        if sha256 and (outcome := self._known(one, before, seen, sha256)):
            yield outcome
            return
        try:
            self._schedule(one, before, seen, sha256, pool)
        except OSError as error:
            yield self._failed(one, "", sha256, unopened(error))

    def _renew(self, one: Found, pool: Pool) -> Iterator[Outcome]:
        """Give the workers the kept texts of a file that is nowhere any more."""
        before = self.ledger.attempt(*one.names)
        assert before
        self._schedule(one, before, before.impronta, before.sha256, pool, gone=True)
        yield from ()

    def _known(self, one: Found, before: Attempt | None, seen: str, sha256: str) -> Outcome | None:
        """What became of a path that need not be read: its bytes were, or failed, before."""
        version = self.options.version
        retry = self.options.retry_failed
        if self.ledger.is_read(sha256, version):
            if (retry and self.ledger.failed_members(sha256)) or self._lacks_parts(sha256):
                return None
            file, attempt = _row(one, sha256, seen), self._attempt(one, seen, sha256)
            changed = attempt != before or self.ledger.failure(attempt) is not None
            self._note(file, attempt, changed=changed)
            return Outcome(file, known=True)
        reason = None if retry else self.ledger.failure_of(sha256, version)
        if reason is None:
            return None
        file, attempt = _row(one, None, seen, reason), self._attempt(one, seen, sha256)
        self._note(file, attempt, changed=attempt != before)
        return Outcome(file, known=True)

    def _lacks_parts(self, sha256: str) -> bool:
        """Whether a file's documents are in the store, but not among the parts."""
        ids = self.ledger.documents(sha256)
        return self.keeper is not None and not self.keeper.has(ids)

    def _note(self, file: File, attempt: Attempt, *, changed: bool = True) -> None:
        """Record what became of a path."""
        if changed:
            self.store.write_file(file, attempt)
        if self.keeper:
            self.keeper.note(file, attempt, changed=changed)

    def _schedule(
        self, one: Found, before: Attempt | None, seen: str, sha256: str, pool: Pool,
        *, gone: bool = False,
    ) -> None:  # fmt: skip
        place: Place | None = None if gone else one.path
        if pool.sends and isinstance(place, Path):
            place = Sent(place.name, place.read_bytes())
        options = self.options
        texts = self.ledger.texts(sha256, options.text_version)
        if options.retry_failed and self.ledger.failed_members(sha256):
            texts = texts if gone else None
        work: Work
        if place is None or texts is not None:
            assert texts is not None
            work = partial(extract_kept, place, *self._kept(sha256, texts), options.limits)
        elif isinstance(place, Address):
            known = self._known_there(before)
            work = partial(extract_new, place, known, options.ocr, options.limits)
        else:
            work = partial(extract_file, place, options.ocr, options.limits)
        if self.keeper:
            work = self._also_parts(self.keeper, one, seen, sha256, texts, work)
        self.under_way[pool.schedule(work)] = _Task(one, seen, sha256, texts is not None, gone)

    def _kept(
        self, sha256: str, texts: Sequence[bytes]
    ) -> tuple[list[Kept], dict[str, str | None]]:
        """What a file's documents are extracted from again, and their containers."""
        ids = self.ledger.documents(sha256)
        kept = [
            # Places that were not the words' own are looked up anew, in the file that is back
            Kept(text, [] if self.ledger.is_unplaced(each) else self.store.boxes(each))
            for each, text in zip(ids, texts, strict=True)
        ]
        return kept, {
            each.documento_id: each.contenitore_id for each in self.ledger.members(sha256)
        }

    def _also_parts(
        self,
        keeper: "Keeper",
        one: Found,
        seen: str,
        sha256: str,
        texts: Sequence[bytes] | None,
        work: Work,
    ) -> Work:
        """The same work, that writes its parts too."""
        from extractor.parts.writing import Asked, with_parts

        asked = Asked(
            keeper.place,
            self.options.read_by,
            self.options.text_version,
            _row(one, sha256 or "?", seen),
            self._attempt(one, seen, sha256)._replace(versione=self.options.read_by),
            texts,
            self.ledger.members(sha256) if texts is not None else (),
            self.options.parts_only,
        )
        return partial(with_parts, asked, work)

    def _known_there(self, before: Attempt | None) -> str:
        """The digest of what an address had, where it need not be read if it has it still."""
        if before is None or not self.ledger.is_read(before.sha256, self.options.version):
            return ""
        retry = self.options.retry_failed and self.ledger.failed_members(before.sha256)
        return "" if retry or self._lacks_parts(before.sha256) else before.sha256

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
            outcome = self._outcome(task, future)
            if task.gone:
                self.behind -= 1
                outcome = outcome._replace(behind=self.behind)
            yield outcome

    def _outcome(self, task: _Task, future: Future[list[Extracted]]) -> Outcome:
        """What became of a path that was being read."""
        try:
            extracted = result(future)
        except (PoolError, AddressError, PartsError):
            raise
        except UnfetchedError as error:  # it says nothing of the content
            before = self.ledger.attempt(*task.found.names)
            return self._failed(task.found, "", before.sha256 if before else "", str(error))
        except Exception as error:
            reason = _reason(error, self.options)
            return self._failed(task.found, task.seen, task.digest, reason)
        return self._written(task, extracted)

    def _give_up_waiting(self) -> None:
        """Leave out what no worker has begun yet."""
        for future in list(self.under_way):
            # The pool would also cancel, and end, what is being read
            if not future.running() and future.cancel():
                del self.under_way[future]

    def _written(self, task: _Task, extracted: list[Extracted]) -> Outcome:
        """Write a file's documents, its own last, since it says that they are all there; records
        that the store cannot hold are the file's failure."""
        options = self.options
        if not extracted:
            return self._unchanged(task)
        own, *others = extracted if not task.again else [extracted[-1], *extracted[:-1]]
        sha256 = own.records.documento.id
        if task.again:
            members = self.ledger.members(sha256)
        else:
            documents = [one.records.documento for one in others]
            members = [Member(each.id, each.contenitore_id, each.nome) for each in documents]
        try:
            for one in (*others, own):
                text = None if one.text is None else KeptText(options.text_version, one.text)
                held = members if one is own else ()
                if one is own or one.records.documento.id != sha256:
                    version = one.marked(options.version)
                    self.store.write(self._stored(one.records), version, one.seconds, text, held)
        except _UNFIT as error:
            return self._failed(task.found, task.seen, task.digest, _reason(error, options))
        file = _row(task.found, sha256, task.seen)
        if self.keeper:
            ids = [one.records.documento.id for one in extracted]
            self.keeper.written(ids)
        seen = task.seen
        if sha256 != task.digest and not isinstance(task.found.path, Address):
            seen = ""  # changed while it was being read
        self.store.write_file(file, self._attempt(task.found, seen, sha256))
        return Outcome(file, tuple(one.records for one in extracted), again=task.again)

    def _stored(self, records: Prepared) -> Prepared:
        """What the store takes of a document: its acts may be in the parts only."""
        return records.with_only("pagine") if self.options.parts_only else records

    def _unchanged(self, task: _Task) -> Outcome:
        """What became of an address that has the bytes that it had."""
        before = self.ledger.attempt(*task.found.names)
        assert before
        file = _row(task.found, before.sha256, task.seen)
        self._note(file, self._attempt(task.found, task.seen, before.sha256))
        return Outcome(file, known=True)

    def _failed(self, one: Found, seen: str, sha256: str, reason: str) -> Outcome:
        file = _row(one, None, seen, reason)
        self._note(file, self._attempt(one, seen, sha256))
        return Outcome(file)

    def _attempt(self, one: Found, seen: str, sha256: str) -> Attempt:
        return Attempt(*one.names, one.exact, seen, sha256, self.options.version)


_LOOK = 0.5
"""Seconds after which a run that waits looks whether it is asked to stop."""

_UNFIT = (sqlite3.IntegrityError, sqlite3.InterfaceError, ValueError, OverflowError)
"""What SQLite says of records that it cannot hold, rather than of a disk that fails."""


def _row(one: Found, sha256: str | None, seen: str, reason: str | None = None) -> File:
    folder, path = one.names
    return File(
        cartella=folder,
        percorso=path,
        documento_id=sha256,
        stato="ok" if sha256 else "errore",
        errore=reason,
        dimensione=size(one.path, seen),
    )


def _reason(error: Exception, options: Options) -> str:
    """One line, in Italian, that says why a file could not be read."""
    if isinstance(error, ReadError):
        return str(error)
    if reason := options.bounds.reason(error):
        return reason
    message = " ".join(str(error).split())[:200]
    return f"Errore interno ({type(error).__name__}: {message}). Segnalarlo con il file."
