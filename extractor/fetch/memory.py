"""What a folder of fetched documents remembers, in ``.spoglio/indirizzi.db`` inside it.

- ``indirizzi``: each document's address: where it is kept (``percorso``, in the folder), its
  SHA-256 and bytes, what tells it unchanged (``etag``, ``modificato``, RFC 9110), when it was
  asked and came, its title and AlboPOP fields (JSON), or why it did not come, how often in a row,
  and when to ask again;
- ``pagine``: the pages, feeds and lists, as they came (zlib), with what tells them unchanged.

Moments are seconds since 1970.
"""

import fcntl
import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from pathlib import Path

from extractor.fetch.errors import FetchError
from extractor.refusals import cause

HIDDEN = ".spoglio"

_LARGEST = 64 * 2**20
_SCHEMA = """
create table if not exists indirizzi (
    url text primary key, percorso text, sha256 text, dimensione integer, etag text,
    modificato text, chiesto real, arrivato real, titolo text, albo text, errore text,
    tentativi integer, riprova real
);
create index if not exists indirizzi_sha256 on indirizzi (sha256);
create table if not exists pagine (
    url text primary key, finale text, tipo text, etag text, modificato text, chiesto real,
    corpo blob
);
"""


@dataclass(frozen=True)
class Known:
    """A row of ``indirizzi``."""

    url: str
    percorso: str | None = None
    sha256: str | None = None
    dimensione: int | None = None
    etag: str | None = None
    modificato: str | None = None
    chiesto: float = 0.0
    arrivato: float | None = None
    titolo: str = ""
    albo: str = "{}"
    errore: str | None = None
    tentativi: int = 0
    riprova: float = 0.0


@dataclass(frozen=True)
class Page:
    """A row of ``pagine``; ``finale`` is the address that it came from in the end, ``tipo`` what
    its server says that it is."""

    url: str
    finale: str
    tipo: str
    etag: str | None
    modificato: str | None
    chiesto: float
    corpo: bytes


_NAMES = [one.name for one in fields(Known)]
_PAGE_NAMES = [one.name for one in fields(Page)]


class Memory:
    """The memory of one folder, open to one run at a time."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self._connection = connection

    def known(self, url: str) -> Known:
        """What is known of an address."""
        row = self._connection.execute(
            f"select {', '.join(_NAMES)} from indirizzi where url = ?", (url,)
        ).fetchone()
        return Known(*row) if row else Known(url)

    def put(self, known: Known) -> None:
        """Remember an address."""
        self._connection.execute(
            f"insert or replace into indirizzi ({', '.join(_NAMES)}) "
            f"values ({', '.join('?' * len(_NAMES))})",
            [getattr(known, name) for name in _NAMES],
        )

    def tell_apart(self, url: str, titolo: str, albo: str) -> None:
        """Remember what a source says of a document."""
        known = self.known(url)
        if (known.titolo, known.albo) != (titolo, albo):
            self.put(replace(known, titolo=titolo, albo=albo))

    def with_content(self, sha256: str) -> Known | None:
        """An address whose document has this content and is there."""
        rows = self._connection.execute(
            f"select {', '.join(_NAMES)} from indirizzi where sha256 = ? order by url", (sha256,)
        )
        return next((known for row in rows if self.is_there(known := Known(*row))), None)

    def is_there(self, known: Known) -> bool:
        """Whether the document of an address is where it was kept, of the same size."""
        if known.percorso is None:
            return False
        try:
            return (self.folder / known.percorso).stat().st_size == known.dimensione
        except OSError:
            return False

    def page(self, url: str) -> Page | None:
        """A page as it came."""
        row = self._connection.execute(
            f"select {', '.join(_PAGE_NAMES)} from pagine where url = ?", (url,)
        ).fetchone()
        if row is None:
            return None
        page = Page(*row)
        return replace(page, corpo=zlib.decompressobj().decompress(page.corpo, _LARGEST))

    def put_page(self, page: Page) -> None:
        """Remember a page."""
        self._connection.execute(
            f"insert or replace into pagine ({', '.join(_PAGE_NAMES)}) "
            f"values ({', '.join('?' * len(_PAGE_NAMES))})",
            [*(getattr(page, name) for name in _PAGE_NAMES[:-1]), zlib.compress(page.corpo)],
        )

    def partial(self, url: str) -> Path:
        """Where what has come of a document waits for the rest."""
        return self.folder / HIDDEN / "parziali" / sha256(url.encode()).hexdigest()[:32]


@contextmanager
def remember(folder: Path) -> Iterator[Memory]:
    """The memory of a folder, made where there is none.

    Raises FetchError when another run has it, or it cannot be used.
    """
    try:
        (folder / HIDDEN / "parziali").mkdir(parents=True, exist_ok=True)
        lock = os.open(folder / HIDDEN / "blocco", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise FetchError(f"{folder}: non vi si può scrivere: {cause(error)}.") from error
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise FetchError(f"{folder}: un altro spoglio fetch vi sta già lavorando.") from error
        path = folder / HIDDEN / "indirizzi.db"
        try:
            with closing(sqlite3.connect(path, isolation_level=None)) as connection:
                connection.executescript(_SCHEMA)
                yield Memory(folder, connection)
        except sqlite3.Error as error:
            raise FetchError(f"{path}: la memoria non si può usare ({error}).") from error
    finally:
        os.close(lock)
