"""Starting the site on this machine."""

import socket
import sqlite3
from pathlib import Path

import uvicorn
from datasette.app import Datasette

from extractor.site.metadata import metadata

HOST = "127.0.0.1"


class ServeError(Exception):
    """A store that cannot be served, or a port that is taken; the message says what to do."""


def application(database: Path) -> Datasette:
    """The Datasette application over a store.

    Raises ``ServeError`` when the file is not a store.
    """
    try:
        connection = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)
        try:
            described = metadata(connection, database.stem)
        finally:
            connection.close()
    except (sqlite3.Error, KeyError) as error:
        raise ServeError(
            f"{database}: non è un archivio di Spoglio. Si crea con: "
            "spoglio ingest CARTELLA --db ARCHIVIO"
        ) from error
    return Datasette(
        [str(database)],
        metadata=described,
        settings={"sql_time_limit_ms": 2000, "allow_download": False, "default_page_size": 50},
    )


def serve(database: Path, port: int) -> None:
    """Serve the store at ``http://127.0.0.1:port/`` until interrupted.

    Raises ``ServeError`` when the store cannot be used or the port is taken.
    """
    site = application(database)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise ServeError(
                f"La porta {port} è occupata: indicarne un'altra con --port."
            ) from error
    uvicorn.run(site.app(), host=HOST, port=port, log_level="info", lifespan="on")
