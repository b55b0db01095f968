"""Starting the site on this machine."""

import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import uvicorn
from datasette.app import Datasette
from datasette.database import Database

from extractor.site.metadata import metadata
from extractor.store.errors import FOREIGN, explained
from extractor.store.opening import is_store, open_read_only

HOST = "127.0.0.1"


class ServeError(Exception):
    """A store that cannot be served, or a port that is taken; the message says what to do."""


class _Store(Database):  # type: ignore[misc]
    """A store as Datasette opens it: whatever its name has in it, and where nobody may write."""

    def connect(self, write: bool = False) -> sqlite3.Connection:
        return open_read_only(Path(self.path), check_same_thread=False)


def application(database: Path) -> Datasette:
    """The Datasette application over a store.

    Raises ``ServeError`` when the file is not a store.
    """
    try:
        with closing(open_read_only(database)) as connection:
            if not is_store(connection):
                raise ServeError(
                    f"{database}: {FOREIGN} Si crea con: spoglio ingest CARTELLA --db ARCHIVIO"
                )
            described = metadata(connection, database.stem)
    except sqlite3.Error as error:
        raise ServeError(explained(database, error)) from error
    site = Datasette(
        metadata=described,
        settings={"sql_time_limit_ms": 2000, "allow_download": False, "default_page_size": 50},
    )
    site.add_database(_Store(site, path=str(database), is_mutable=True), name=database.stem)
    return site


def serve(database: Path, port: int) -> None:
    """Serve the store at ``http://127.0.0.1:port/`` until interrupted.

    Raises ``ServeError`` when the store cannot be used or the port cannot be had.
    """
    site = application(database)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError as error:
            raise ServeError(
                f"La porta {port} è riservata al sistema: indicarne un'altra, da 1024 in su, con "
                "--port."
            ) from error
        except OSError as error:
            raise ServeError(
                f"La porta {port} è occupata: indicarne un'altra con --port."
            ) from error
    uvicorn.run(site.app(), host=HOST, port=port, log_level="info", lifespan="on")
