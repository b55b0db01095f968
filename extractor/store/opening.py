"""What a store is known by, and opening one to read it. Imports little: ``search`` is quick."""

import os
import sqlite3
from pathlib import Path

SCHEMA_VERSION = 6
"""``PRAGMA user_version`` of a store; a store of another version is made anew."""

APPLICATION_ID = int.from_bytes(b"Spog")
"""``PRAGMA application_id`` of a store: other programs' databases have versions too."""


def is_store(connection: sqlite3.Connection) -> bool:
    """Whether a database is a store of this version. Raises ``sqlite3.Error`` when it is none."""
    names = ("application_id", "user_version")
    found = tuple(connection.execute(f"pragma {name}").fetchone()[0] for name in names)
    return found == (APPLICATION_ID, SCHEMA_VERSION)


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
