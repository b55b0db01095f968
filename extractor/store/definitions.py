"""Tables and indexes made as they are defined.

``sqlite_utils`` asks the database for all its tables and views before it makes one: a store has
many, and making it would take three times as long.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlite_utils import Database

_TYPES = {str: "TEXT", int: "INTEGER", float: "REAL", bytes: "BLOB"}


def create_table(
    database: Database,
    name: str,
    columns: Mapping[str, type],
    key: str | tuple[str, ...],
    *,
    not_null: Collection[str] = (),
    foreign_keys: Iterable[tuple[str, str, str]] = (),
) -> None:
    """Make a table; each of ``foreign_keys`` is a column, another table and its column."""
    others = {column: f' REFERENCES "{table}"("{other}")' for column, table, other in foreign_keys}
    parts = []
    for column, kind in columns.items():
        is_key = " PRIMARY KEY" if column == key else ""
        filled = " NOT NULL" if column in not_null else ""
        parts.append(f'"{column}" {_TYPES[kind]}{is_key}{filled}{others.get(column, "")}')
    if isinstance(key, tuple):
        parts.append(f"PRIMARY KEY ({_listed(key)})")
    database.execute(f'CREATE TABLE "{name}" (\n   ' + ",\n   ".join(parts) + "\n)")


def create_index(
    database: Database, table: str, columns: Sequence[str], *, unique: bool = False
) -> None:
    """Make an index of a table, called by the table and the columns."""
    kind = "UNIQUE INDEX" if unique else "INDEX"
    name = "_".join(("idx", table, *columns))
    database.execute(f'CREATE {kind} "{name}"\n    ON "{table}" ({_listed(columns)})')


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
