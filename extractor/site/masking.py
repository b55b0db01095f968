"""The store as a public site sees it: private strings masked wherever they could be read.

Temporary views with the tables' own names stand before the tables, so that every query, also one
that a visitor writes, reads masked texts; SQLite's authorizer refuses the tables behind them.
"""

import secrets
import sqlite3
from pathlib import Path

from extractor.store.ledger import ATTEMPTS, CONTENTS, STATE, TEXTS
from extractor.store.opening import open_read_only
from extractor.store.privacy import FUNCTION, Mask
from extractor.store.schema import HIDDEN, PRIVATE, TABLES, is_open_column

WITHHELD = {PRIVATE, HIDDEN, ATTEMPTS, CONTENTS, STATE, TEXTS}
"""Tables that hold what must not be shown, and how the store was made."""

_VIEWS = {"referenti": "persone", "foglie": "parti"}
"""The store's own views, each with the table that it is over."""


def open_masked(path: Path, *, personal: bool = False) -> sqlite3.Connection:
    """A read-only connection that shows no private string of any document.

    With ``personal`` it shows personal data too, but never a name hidden on request. Raises
    ``sqlite3.Error`` as ``open_read_only`` does.
    """
    connection = open_read_only(path, check_same_thread=False)
    # The mask reads its strings where the authorizer does not stand in the way
    Mask(open_read_only(path, check_same_thread=False), personal=personal).install(connection)
    behind = f"_{secrets.token_hex(8)}_"
    for table in TABLES:
        shown = [
            name if is_open_column(table, name) else f"{FUNCTION}({name}, {document}) as {name}"
            for name, document in _columns(connection, table.nome)
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
    return connection


def _columns(connection: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    """The columns of a table, each with the column that says which document the row is of."""
    names = [row[1] for row in connection.execute(f"pragma main.table_info({table})")]
    document = "documento_id" if "documento_id" in names else "id"
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


class _Guard:
    """SQLite's authorizer: what holds private strings is read through the masking views only."""

    def __init__(self, behind: str) -> None:
        self._behind = behind
        self._guarded = {table.nome for table in TABLES}

    def allows(
        self, action: int, first: str | None, second: str | None, where: str | None,
        view: str | None,
    ) -> int:  # fmt: skip
        """SQLITE_OK, or SQLITE_DENY, for one thing that a statement does."""
        if action in _CHANGES:
            return sqlite3.SQLITE_DENY
        if action != sqlite3.SQLITE_READ or first is None:
            return sqlite3.SQLITE_OK
        if first in WITHHELD or first.startswith("sqlite_temp"):
            return sqlite3.SQLITE_DENY
        through = view is not None and view.startswith(self._behind)
        if first in self._guarded and where == "main" and second and not through:
            return sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_OK
