"""Bringing the documents that a page, a feed or a list of addresses points to, politely.

The folder that they are put in remembers them (``memory``): what is there is not asked again
before ``Options.recheck`` days, and then only if it changed. Nothing is ever overwritten: a
document that changed is kept beside what it was.
"""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from extractor.fetch.addresses import host_name, host_of, parsed
from extractor.fetch.deadline import within
from extractor.fetch.download import bring, conditions
from extractor.fetch.errors import FetchError, StoppedError
from extractor.fetch.links import Link, is_document, is_readable, listed, read_links
from extractor.fetch.memory import Known, Memory, Page, remember
from extractor.fetch.visitor import LONGEST_WAIT, Manners, Visitor
from extractor.refusals import cause

__all__ = ["Brought", "FetchError", "Manners", "Options", "Summary", "fetch"]

PAGE_SIZE = 20 * 2**20
"""Bytes of a page, feed or list that are read."""

_TELLING = 4096
"""First bytes of an answer that tell a page from a document."""

_READING = 60.0
"""Seconds that reading a page may take."""

_DAY = 86_400.0
_HOUR = 3600.0


@dataclass(frozen=True)
class Options:
    """How to fetch: ``also`` are pieces of addresses that are documents' too, ``largest`` the
    bytes of a document, ``recheck`` the days after which a known one is asked again."""

    manners: Manners = field(default_factory=Manners)
    also: Sequence[str] = ()
    largest: int = 500 * 2**20
    recheck: float = 7.0
    retry_failed: bool = False


@dataclass(frozen=True)
class Brought:
    """What became of an address: ``esito`` is ``nuovo``, ``cambiato``, ``invariato`` (it was
    asked), ``noto`` (it was not) or ``errore``."""

    url: str
    esito: str
    percorso: str | None = None
    dimensione: int | None = None
    errore: str | None = None


@dataclass
class Summary:
    """What a fetch did: addresses by ``esito``, bytes that came, pages that could not be read,
    whether it was asked to stop."""

    outcomes: dict[str, int] = field(default_factory=dict)
    bytes: int = 0
    pages_failed: int = 0
    stopped: bool = False

    def add(self, brought: Brought) -> None:
        """Count one more address."""
        self.outcomes[brought.esito] = self.outcomes.get(brought.esito, 0) + 1
        if brought.esito in ("nuovo", "cambiato"):
            self.bytes += brought.dimensione or 0


def fetch(
    sources: Sequence[str],
    folder: Path,
    options: Options,
    told: Callable[[Brought], None],
    stop: Callable[[], bool] = lambda: False,
) -> Summary:
    """Bring into ``folder`` what the sources point to; ``told`` hears of each address.

    A source is an address, or the path of a file with a list of addresses. Raises FetchError
    for a source that is neither, or a folder that cannot be used.
    """
    given = _given(sources)
    summary = Summary()
    private = frozenset(host_name(url) for url in given)
    try:
        with remember(folder) as memory, Visitor(options.manners, private, stop) as visitor:
            run = _Run(memory, visitor, options, told, summary)
            for link in run.links(given):
                run.one(link)
                if stop():
                    raise StoppedError
    except StoppedError:
        summary.stopped = True
    except OSError as error:
        raise FetchError(f"{folder}: non vi si può scrivere: {cause(error)}.") from error
    return summary


def _given(sources: Iterable[str]) -> list[str]:
    """The addresses given, alone or in files that list them."""
    given: list[str] = []
    for source in sources:
        if source.lower().startswith(("http://", "https://")):
            given.append(parsed(source))
            continue
        try:
            with Path(source).open("rb") as file:
                found = listed(file.read(PAGE_SIZE))
        except (OSError, ValueError) as error:
            raise FetchError(f"{source}: non è un indirizzo del web né un elenco.") from error
        if not found:
            raise FetchError(f"{source}: non è un elenco di indirizzi, uno per riga.")
        given += found
    return list(dict.fromkeys(given))


class _Run:
    """One fetch under way."""

    def __init__(
        self, memory: Memory, visitor: Visitor, options: Options,
        told: Callable[[Brought], None], summary: Summary,
    ) -> None:  # fmt: skip
        self._memory = memory
        self._visitor = visitor
        self._options = options
        self._told = told
        self._summary = summary
        self._closed: set[str] = set()

    def links(self, given: Iterable[str]) -> Iterator[Link]:
        """The documents that the addresses given are, or point to; each once."""
        seen: set[str] = set()
        for link in chain.from_iterable(map(self._of_source, given)):
            if link.url not in seen:
                seen.add(link.url)
                yield link

    def _of_source(self, url: str) -> Iterator[Link]:
        if is_document(url, self._options.also):
            yield Link(url)
            return
        found = self._read(url, followed=False)
        if found is None:
            yield Link(url)
        for link in found or ():
            yield from [link] if link.documento else self._of_entry(link)

    def _of_entry(self, entry: Link) -> Iterator[Link]:
        """The documents on the page that an entry of a feed is about."""
        found = self._read(entry.url, followed=True)
        if found is None:
            yield replace(entry, documento=True)
        for link in found or ():
            if link.documento:
                yield replace(link, titolo=entry.titolo, albo=entry.albo)

    def _read(self, url: str, *, followed: bool) -> list[Link] | None:
        """What a page points to: none where it cannot be read, which is told."""
        page = self._memory.page(url)
        fresh = page and time.time() - page.chiesto < self._options.recheck * _DAY
        try:
            if page is None or not (followed and fresh):
                before = page
                page = self._visitor.patiently(lambda: self._asked(url, before))
                if page is None:
                    return None
                self._memory.put_page(page)
            with within(_READING):
                return read_links(page.corpo, page.finale, self._options.also, page.tipo)
        except FetchError as error:
            self._summary.pages_failed += 1
            self._told(Brought(url, "errore", errore=str(error)))
            return []

    def _asked(self, url: str, before: Page | None) -> Page | None:
        """A page as it is now; None when it is a document."""
        headers = conditions(before.etag, before.modificato) if before else {}
        with self._visitor.ask(url, headers) as (final, response):
            if response.status_code == 304 and before:
                return replace(before, chiesto=time.time())
            if response.status_code != 200:
                raise FetchError("Il server non dà la pagina.", temporary=True)
            body = bytearray()
            for piece in response.iter_bytes():
                body += piece
                if len(body) >= _TELLING and not is_readable(bytes(body[:_TELLING])):
                    return None
                if len(body) > PAGE_SIZE:
                    raise FetchError(f"La pagina supera i {PAGE_SIZE // 2**20} MB.")
            if not is_readable(bytes(body)):
                return None
            told = (response.headers.get("etag"), response.headers.get("last-modified"))
            said = response.headers.get("content-type", "")[:100].lower()
            return Page(url, final, said, *told, time.time(), bytes(body))

    def one(self, link: Link) -> None:
        """Bring a document, unless it is known and need not be asked."""
        self._memory.tell_apart(link.url, link.titolo, json.dumps(dict(link.albo)))
        known = self._memory.known(link.url)
        brought = self._without_asking(known) or self._bring(known)
        self._summary.add(brought)
        self._told(brought)

    def _without_asking(self, known: Known) -> Brought | None:
        now = time.time()
        if known.errore is not None:
            if self._options.retry_failed or now >= known.riprova:
                return None
            return Brought(known.url, "errore", errore=f"{known.errore} (si riproverà più tardi)")
        if self._memory.is_there(known) and now - known.chiesto < self._options.recheck * _DAY:
            return Brought(known.url, "noto", known.percorso, known.dimensione)
        return None

    def _bring(self, known: Known) -> Brought:
        host = host_of(known.url)
        if host in self._closed:
            return Brought(known.url, "errore", errore="Il server ha chiesto di aspettare.")
        largest = self._options.largest
        try:
            came = self._visitor.patiently(
                lambda: bring(self._visitor, self._memory, known, largest)
            )
        except FetchError as error:
            if error.after is not None and error.after > LONGEST_WAIT:
                self._closed.add(host)
            self._memory.put(_failed(known, error))
            return Brought(known.url, "errore", errore=str(error))
        now = time.time()
        if came is None:
            self._memory.put(replace(known, chiesto=now, errore=None, tentativi=0))
            return Brought(known.url, "invariato", known.percorso, known.dimensione)
        same = came.sha256 == known.sha256
        arrived = known.arrivato if same else now
        self._memory.put(
            replace(known, **vars(came), chiesto=now, arrivato=arrived, errore=None, tentativi=0)
        )
        outcome = "invariato" if same else "cambiato" if known.sha256 else "nuovo"
        return Brought(known.url, outcome, came.percorso, came.dimensione)


def _failed(known: Known, error: FetchError) -> Known:
    """What is remembered of a failure: the more in a row, the later it is tried again."""
    count = known.tentativi + 1
    wait = error.after or min(_HOUR * 2 ** min(count - 1, 10), 7 * _DAY)
    return replace(known, errore=str(error), tentativi=count, riprova=time.time() + wait)
