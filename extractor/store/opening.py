"""What a store is known by, and opening one to read it. Imports little: ``search`` is quick."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

SCHEMA_VERSION = 8
"""``PRAGMA user_version`` of a store; one of an earlier version is upgraded when it is written."""

APPLICATION_ID = int.from_bytes(b"Spog")
"""``PRAGMA application_id`` of a store: other programs' databases have versions too."""


def is_store(connection: sqlite3.Connection) -> bool:
    """Whether a database is a store of this version. Raises ``sqlite3.Error`` when it is none."""
    return _marks(connection) == (APPLICATION_ID, SCHEMA_VERSION)


def is_older(connection: sqlite3.Connection) -> bool:
    """Whether a database is a store of an earlier version. Raises ``sqlite3.Error`` as above."""
    program, version = _marks(connection)
    return program == APPLICATION_ID and 0 < version < SCHEMA_VERSION


def not_a_store(path: Path, connection: sqlite3.Connection) -> str | None:
    """Why a database is no store of this version, and what to do; None when it is one.

    Raises ``sqlite3.Error`` when the file is no database.
    """
    program, _ = _marks(connection)
    if is_store(connection):
        return None
    if is_older(connection):
        return (
            f"{path}: è un archivio di una versione precedente di Spoglio. Si aggiorna, senza "
            f"perdere nulla, con: spoglio ingest CARTELLA --db {path}"
        )
    if program == APPLICATION_ID:
        return (
            f"{path}: è un archivio di una versione più nuova di Spoglio. Aggiornare Spoglio, o "
            "rifare l'archivio in un file nuovo: spoglio ingest CARTELLA --db NUOVO.db; i nomi "
            f"oscurati si portano con: spoglio oscura NUOVO.db --from {path}"
        )
    if connection.execute("select count(*) from sqlite_master").fetchone()[0]:
        return f"{path}: non è un archivio di Spoglio. Indicare un altro file."
    return f"{path}: è un file vuoto. Si riempie con: spoglio ingest CARTELLA --db {path}"


def _marks(connection: sqlite3.Connection) -> tuple[int, ...]:
    names = ("application_id", "user_version")
    return tuple(connection.execute(f"pragma {name}").fetchone()[0] for name in names)


def open_read_only(
    path: Path,
    *,
    check_same_thread: bool = True,
    factory: type[sqlite3.Connection] = sqlite3.Connection,
) -> sqlite3.Connection:
    """A connection that can only read; see ``sqlite3.connect``.

    Raises ``sqlite3.Error`` when the file is not a database or cannot be opened.
    """
    mode = "mode=ro"
    # SQLite reads a store in WAL mode only where it may put its side files, or is told that
    # nobody writes: true of a store in a folder that cannot be written and without a log
    if not os.access(path.resolve().parent, os.W_OK) and not Path(f"{path.resolve()}-wal").exists():
        mode = "immutable=1"
    address = f"{path.resolve().as_uri()}?{mode}"
    return sqlite3.connect(address, uri=True, check_same_thread=check_same_thread, factory=factory)


def needs_upgrade(path: Path) -> bool:
    """Whether there is a store at ``path``, and of an earlier version."""
    if not path.is_file():
        return False
    try:
        with closing(open_read_only(path)) as connection:
            return is_older(connection)
    except sqlite3.Error:
        return False


def open_covered(path: Path) -> sqlite3.Connection:
    """A connection that can only read, and shows no name hidden on request.

    Raises ``sqlite3.Error`` as ``open_read_only`` does.
    """
    connection = open_read_only(path)
    try:
        hidden = is_store(connection) and connection.execute("select 1 from oscurati").fetchone()
    except BaseException:
        connection.close()
        raise
    if not hidden:
        return connection
    connection.close()
    from extractor.store.masking import open_masked  # takes long to load

    return open_masked(path, personal=True)
