"""The rows of a document, wherever they are: made just now, or in the store."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Any

Rows = Callable[[str, Sequence[str]], Iterable[tuple[Any, ...]]]
"""From a table and some of its columns to their values in a document's rows, in any order."""


def rows_in(connection: sqlite3.Connection, documento_id: str) -> Rows:
    """The rows that a store has of a document."""

    def rows(table: str, columns: Sequence[str]) -> Iterable[tuple[Any, ...]]:
        query = f"select {', '.join(columns)} from {table} where documento_id = ?"
        return connection.execute(query, (documento_id,))

    return rows


class DocumentRows:
    """A document's rows by their act; the same columns of a table are read once."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._by_act: dict[tuple[str, ...], dict[str, list[tuple[Any, ...]]]] = {}

    def of_act(self, act: str, table: str, *columns: str) -> list[tuple[Any, ...]]:
        """Some columns of the rows of an act, in the order of the text."""
        read = self._by_act.get((table, *columns))
        if read is None:
            read = self._by_act[table, *columns] = {}
            rows = self._rows(table, ("inizio", "id", "atto_id", *columns))
            for _, _, of_act, *values in sorted(rows, key=itemgetter(0, 1)):
                read.setdefault(of_act, []).append(tuple(values))
        return read.get(act, [])
