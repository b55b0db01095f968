"""Starting the site on this machine."""

import socket
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import uvicorn
from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm

from extractor.site import plugin
from extractor.site.metadata import metadata
from extractor.site.replies import InertRows
from extractor.site.warming import warm_meanwhile
from extractor.site.web import Options
from extractor.store.errors import explained
from extractor.store.masking import WITHHELD, open_masked
from extractor.store.opening import not_a_store, open_read_only

HOST = "127.0.0.1"
_HERE = Path(__file__).parent
_OURS = frozenset({"cerca", "atto", "documento", "pagina", "prova", "fascicolo", "scadenze",
                   "segnalazioni", "originale", "informazioni", "spoglio"})  # fmt: skip
"""First words of our pages' addresses: a store of such a name would be hidden behind them."""


class ServeError(Exception):
    """A store that cannot be served, or a port that is taken; the message says what to do."""


class _Plain(Database):  # type: ignore[misc]
    """A store's schema, for Datasette to learn the keys of the tables from."""

    def connect(self, write: bool = False) -> sqlite3.Connection:
        return open_read_only(Path(self.path), check_same_thread=False)


class _Store(Database):  # type: ignore[misc]
    """A store as Datasette opens it: masked, whatever its name has in it, and read-only.

    What Datasette asks of the tables themselves it asks of the tables, since the views that mask
    them have no keys.
    """

    def __init__(self, site: "Site", path: str) -> None:
        super().__init__(site, path=path, is_mutable=True)
        self._personal = site.options.personal
        self._plain = _Plain(site, path=path, is_mutable=True)
        self._plain.name = f"{path}, schema"
        for name in (
            "table_columns", "table_column_details", "primary_keys", "fts_table",
            "foreign_keys_for_table", "get_table_definition",
            "get_view_definition",
        ):  # fmt: skip
            setattr(self, name, getattr(self._plain, name))

    def connect(self, write: bool = False) -> sqlite3.Connection:
        return open_masked(Path(self.path), personal=self._personal)

    async def attached_databases(self) -> list[Any]:
        """None: the views that mask the tables are no database to look into."""
        return []

    async def get_all_foreign_keys(self) -> dict[str, Any]:
        """Those between tables that may be read."""
        keys = await self._plain.get_all_foreign_keys()
        return {
            table: {
                way: [key for key in found if key["other_table"] not in WITHHELD]
                for way, found in ways.items()
            }
            for table, ways in keys.items()
        }

    async def table_exists(self, table: str) -> bool:
        return table in await self.table_names()

    async def table_names(self) -> list[str]:
        """The tables that may be read; those of the search indexes say nothing to a reader."""
        names = await super().table_names()
        return [name for name in names if name not in WITHHELD and "_fts" not in name]


class Site(Datasette):  # type: ignore[misc]
    """Datasette over one store, with our pages."""

    def __init__(
        self, database: Path, name: str, options: Options, described: dict[str, Any]
    ) -> None:
        # Before Datasette's own part, which asks the plugin for its pages
        self.options = options
        self.path = database
        self.store_name = name
        super().__init__(
            metadata=described,
            template_dir=str(_HERE / "templates"),
            static_mounts=[("spoglio", str(_HERE / "static"))],
            settings={
                "sql_time_limit_ms": 2000,
                "allow_download": False,
                "default_page_size": 50,
                "max_returned_rows": 1000,
            },
        )

    def _connected_databases(self) -> list[dict[str, Any]]:
        """The store, without the folder that it is in."""
        found: list[dict[str, Any]] = super()._connected_databases()
        return [each | {"path": None} for each in found]


def application(database: Path, options: Options | None = None) -> Site:
    """The site over a store.

    Raises ``ServeError`` when the file is not a store.
    """
    stem = database.stem
    name = f"{stem}-archivio" if stem in _OURS or stem.startswith(("-", "_")) else stem
    try:
        with closing(open_read_only(database)) as connection:
            if reason := not_a_store(database, connection):
                raise ServeError(reason)
            described = metadata(connection, name)
    except sqlite3.Error as error:
        raise ServeError(explained(database, error)) from error
    # With rich it would print the values of every variable into the log, for each wrong address
    sys.modules["datasette.handle_exception"].__dict__["rich"] = None
    # It writes the CSV of tables and queries with this module's name for "csv", and nothing else
    sys.modules["datasette.views.base"].__dict__["csv"] = SimpleNamespace(writer=InertRows)
    if not pm.is_registered(plugin):
        pm.register(plugin, "spoglio")
    site = Site(database, name, options or Options(), described)
    site.add_database(_Store(site, str(database)), name=name)
    # Datasette's own empty one, where a question has none of the limits of a store
    site.remove_database("_memory")
    return site


def serve(
    database: Path,
    port: int,
    options: Options | None = None,
    told: Callable[[str], None] = lambda address: None,
) -> None:
    """Serve the store at ``http://127.0.0.1:port/`` until interrupted; ``told`` hears the address.

    Port 0 is one that is free. Raises ``ServeError`` when the store cannot be used or the port
    cannot be had.
    """
    site = application(database, options)
    # Who asks for what is nobody's business: no log of requests
    config = uvicorn.Config(site.app(), log_level="warning", lifespan="on")
    with _listening(port) as listener, suppress(KeyboardInterrupt):
        warm_meanwhile(database)
        told(f"http://{HOST}:{listener.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[listener])


def _listening(port: int) -> socket.socket:
    """A socket to which readers may already come. Raises ``ServeError``."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        if isinstance(error, PermissionError):
            said = "è riservata al sistema: indicarne un'altra, da 1024 in su, con --port."
        else:
            said = "è occupata: indicarne un'altra con --port."
        raise ServeError(f"La porta {port} {said}") from error
    return listener
