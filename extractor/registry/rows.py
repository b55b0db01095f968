"""Rows put into the registry's tables."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

_BATCH = 1_000


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[dict[str, Any]]) -> None:
    """Put rows with the same columns into a table, in place of those with their keys.

    Tuples are stored as JSON lists.
    """
    stream = iter(rows)
    while batch := list(islice(stream, _BATCH)):
        names = list(batch[0])
        marks = ", ".join("?" * len(names))
        connection.executemany(
            f"insert or replace into {table} ({', '.join(names)}) values ({marks})",
            _values(batch, names),
        )


def _values(batch: list[dict[str, Any]], names: list[str]) -> Iterator[list[Any]]:
    for row in batch:
        yield [
            json.dumps(row[name], ensure_ascii=False) if isinstance(row[name], tuple) else row[name]
            for name in names
        ]
