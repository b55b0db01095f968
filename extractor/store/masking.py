"""The store as the site and the exports see it: private strings masked wherever they are read.

Temporary views with the tables' own names stand before the tables, so that every query, also one
that a visitor writes, reads masked texts; SQLite's authorizer refuses the tables behind them.
"""

import re
import secrets
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extractor.store import registry_state
from extractor.store.ledger import ATTEMPTS, CONTENTS, STATE, TEXTS
from extractor.store.opening import open_read_only
from extractor.store.privacy import ANY_HIDDEN, FUNCTION, JSON_FUNCTION, Mask
from extractor.store.schema import (
    HIDDEN,
    PRIVATE,
    REGISTRY,
    TABLES,
    Table,
    is_json_column,
    is_open_column,
)

WITHHELD = {
    PRIVATE, HIDDEN, ATTEMPTS, CONTENTS, STATE, TEXTS, *registry_state.DESCRIPTIONS,
}  # fmt: skip
"""Tables that hold what must not be shown, and how the store was made."""

_LONGEST = 50_000_000
"""Bytes of a value that a question may make: no time limit stops a single function."""

_VIEWS = {"referenti": "persone", "foglie": "parti"}
"""The store's own views, each with the table that it is over."""


def open_masked(path: Path, *, personal: bool = False, still: bool = False) -> sqlite3.Connection:
    """A read-only connection that shows no private string of any document.

    With ``personal`` it shows personal data too, but never a name hidden on request. With
    ``still`` it sees the store as it is now, whatever is written into it meanwhile. Raises
    ``sqlite3.Error`` as ``open_read_only`` does.
    """
    connection = open_read_only(path, check_same_thread=False, factory=Asked)
    # The mask reads its strings where the authorizer does not stand in the way
    strings = open_read_only(path, check_same_thread=False)
    for each in (connection, strings) if still else ():
        each.execute("begin")
        each.execute("select 1 from sqlite_master").fetchone()  # from here on it stands still
    Mask(strings, personal=personal).install(connection)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    behind = f"_{secrets.token_hex(8)}_"
    for table in (*TABLES, *REGISTRY):
        shown = [
            _as_shown(table, name, document) for name, document in _columns(connection, table.nome)
        ]
        _shadow(connection, table.nome, behind, ", ".join(shown))
    for view, table_name in _VIEWS.items():
        where = connection.execute(
            "select substr(sql, instr(sql, ' where ')) from sqlite_master where name = ?", (view,)
        ).fetchone()[0]
        names = ", ".join(row[1] for row in connection.execute(f"pragma main.table_info({view})"))
        connection.execute(
            f"create temp view {view} as select {names} from temp.{table_name} {where}"
        )
    connection.set_authorizer(_Guard(behind).allows)
    assert isinstance(connection, Asked)
    connection.behind = behind
    connection.strings = strings
    return connection


_INSIDES = re.compile(r"_fts_(?:data|idx|docsize|content)|fts5vocab|sqlite_stmt|dbstat", re.I)
"""The insides of the search indexes, where words stand that were hidden after they were put in;
and what other readers ask. SQLite itself reads them for a search: questions may not name them."""


class _Cursor(sqlite3.Cursor):
    """Refuses a question that knows the name of what stands behind the masking views."""

    def execute(self, sql: str, parameters: Any = (), /) -> "_Cursor":
        self._check(sql)
        try:
            super().execute(sql, parameters)
        except sqlite3.DatabaseError as error:
            if type(error) is not sqlite3.DatabaseError:
                raise
            # What is not allowed is a wrong question, and no failure of the site
            raise sqlite3.OperationalError(*error.args) from error
        return self

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> "_Cursor":
        self._check(sql)
        super().executemany(sql, parameters)
        return self

    def executescript(self, sql: str, /) -> "_Cursor":
        raise sqlite3.DatabaseError("not authorized")

    def _check(self, sql: str) -> None:
        behind = getattr(self.connection, "behind", "")
        # Datasette, which lets no visitor ask for a pragma, asks for the keys of every table
        inside = _INSIDES.search(sql) and not sql.startswith("PRAGMA ")
        if behind and (behind in sql.lower() or inside):
            raise sqlite3.OperationalError("not authorized")


class Asked(sqlite3.Connection):
    """A connection that takes questions from anyone."""

    behind = ""
    strings: sqlite3.Connection | None = None

    def close(self) -> None:
        """Close it with what the mask reads from: a reader left open holds writers up."""
        if self.strings is not None:
            self.strings.close()
        super().close()

    def cursor(self, factory: Any = _Cursor) -> Any:
        return super().cursor(factory)

    def execute(self, sql: str, parameters: Any = (), /) -> Any:
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> Any:
        return self.cursor().executemany(sql, parameters)

    def executescript(self, sql: str, /) -> Any:
        return self.cursor().executescript(sql)


_NAMING = frozenset({
    "ente", "organo", "direzione", "sezione", "sottosezione", "esito", "fonte", "protocollo",
    "id_domanda", "identificativo", "numero", "sigla",
})  # fmt: skip
"""Columns that are shown as they are where no name is hidden, since they are searched by."""


def _as_shown(table: Table, name: str, document: str) -> str:
    """The expression of a column in the masking view."""
    function = JSON_FUNCTION if is_json_column(table, name) else FUNCTION
    masked = f"{function}({name}, {document})"
    if not is_open_column(table, name):
        return f"{masked} as {name}"
    if name in _NAMING:
        # A party to an agreement stands among its bodies; asked once for a whole query
        return f"case when {ANY_HIDDEN}() then {masked} else {name} end as {name}"
    return name


def _columns(connection: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    """The columns of a table, each with the column that says which document the row is of."""
    names = [row[1] for row in connection.execute(f"pragma main.table_info({table})")]
    document = next((each for each in ("documento_id", "id") if each in names), "null")
    return [(name, document) for name in names]


def _shadow(connection: sqlite3.Connection, table: str, behind: str, shown: str) -> None:
    # Two views: a query's own "with" may take the outer one's name, but cannot know the inner's
    connection.execute(f"create temp view {behind}{table} as select {shown} from main.{table}")
    connection.execute(f"create temp view {table} as select * from {behind}{table}")


_CHANGES = frozenset({
    sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH, sqlite3.SQLITE_CREATE_TEMP_VIEW,
    sqlite3.SQLITE_DROP_TEMP_VIEW, sqlite3.SQLITE_CREATE_TEMP_TABLE,
    sqlite3.SQLITE_CREATE_TEMP_TRIGGER, sqlite3.SQLITE_DROP_TEMP_TABLE,
})  # fmt: skip


_TELLING = frozenset({"table_list", "stats", "database_list"})
"""Pragmas that name the views behind the views, and the folder that the store is in."""


_MASKING = frozenset({FUNCTION, JSON_FUNCTION, ANY_HIDDEN})
"""Functions for the masking views alone: what they do to a name tells whether it is covered."""


class _Guard:
    """SQLite's authorizer: what holds private strings is read through the masking views only."""

    def __init__(self, behind: str) -> None:
        self._behind = behind
        self._guarded = {table.nome for table in (*TABLES, *REGISTRY)}

    def allows(
        self, action: int, first: str | None, second: str | None, where: str | None,
        view: str | None,
    ) -> int:  # fmt: skip
        """SQLITE_OK, or SQLITE_DENY, for one thing that a statement does."""
        if action in _CHANGES:
            return sqlite3.SQLITE_DENY
        if action == sqlite3.SQLITE_PRAGMA and (first or "").lower() in _TELLING:
            return sqlite3.SQLITE_DENY
        through = view is not None and view.startswith(self._behind)
        if action == sqlite3.SQLITE_FUNCTION and second in _MASKING and not through:
            return sqlite3.SQLITE_DENY
        if action != sqlite3.SQLITE_READ or first is None:
            return sqlite3.SQLITE_OK
        if first in WITHHELD or first.startswith("sqlite_temp"):
            return sqlite3.SQLITE_DENY
        if first in self._guarded and where == "main" and second and not through:
            return sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_OK
