"""The original file of a document, found where it was read and known by its digest.

Only paths that the store names are opened, only regular files inside the folder that was read,
and nothing is given whose SHA-256 is not the document's id.
"""

import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

from extractor.documents import Limits, ReadError
from extractor.documents.within import find_within

LIMITS = Limits()
_MOST_PATHS = 20


class MissingError(Exception):
    """The original is not where it was, or is another file by now; the message says so."""


def original(connection: sqlite3.Connection, database: Path, documento_id: str) -> bytes:
    """The bytes of a document. Raises MissingError."""
    reason = "Il file originale non è dove era quando fu letto: è stato spostato o tolto."
    for chain in _chains(connection, documento_id):
        for path in _paths(connection, database, chain[0]):
            try:
                return find_within(_read(path), chain, LIMITS)
            except ReadError:
                reason = "Il file originale è cambiato da quando fu letto."
            except OSError:
                continue
    raise MissingError(f"{reason} Rileggerlo con: spoglio ingest.")


def _chains(connection: sqlite3.Connection, documento_id: str) -> Iterator[list[str]]:
    """The ids from a document that was a file of its own down to this one."""
    chain = [documento_id]
    while len(chain) <= LIMITS.annidamento + 1:
        if connection.execute("select 1 from file where documento_id = ?", chain[:1]).fetchone():
            yield list(chain)
        row = connection.execute(
            "select contenitore_id from documenti where id = ?", chain[:1]
        ).fetchone()
        if row is None or row[0] is None or row[0] in chain:
            return
        chain.insert(0, row[0])


def _paths(connection: sqlite3.Connection, database: Path, documento_id: str) -> Iterator[Path]:
    """Where the store says that the file was. A folder given without its root is looked for from
    the working folder and from the store's own."""
    rows = connection.execute(
        "select cartella, percorso from file where documento_id = ? order by cartella, percorso "
        "limit ?",
        (documento_id, _MOST_PATHS),
    )
    for folder, path in rows.fetchall():
        for base in dict.fromkeys((Path.cwd(), database.resolve().parent)):
            try:
                root = (base / folder).resolve()
                found = (root / path).resolve()
            except (OSError, ValueError, RuntimeError):
                continue
            # A link, or "..", may lead out of what was read
            if found.is_relative_to(root) and found != root:
                yield found


def _read(path: Path) -> bytes:
    """A regular file's bytes. Raises OSError, or ReadError when it is too large."""
    # A pipe in the file's place would be waited for, a link put there since would be followed
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise FileNotFoundError(path)
        LIMITS.check_size(status.st_size)
        return file.read(LIMITS.dimensione + 1)
