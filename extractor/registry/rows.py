"""Rows put into the registry's tables."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
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


def bring(
    connection: sqlite3.Connection,
    table: str,
    of: tuple[str, str | int],
    keys: tuple[str, ...],
    rows: Iterable[dict[str, Any]],
    but: str = "true",
) -> tuple[set[tuple[Any, ...]], set[tuple[Any, ...]]]:
    """Make ``rows`` the rows of a table whose column has the value of ``of``; what is there
    X
        Gives the values of ``keys``, which tell rows apart, of those taken out and of those put in.
    """
    made = list(rows)
    column, value = of
    found = connection.execute(f"select * from {table} where {column} = ? and {but}", (value,))
    names = [name for name, *_ in found.description]
    at = [names.index(key) for key in keys]
    before, after = {tuple(row) for row in found}, {tuple(row) for row in _values(made, names)}
    gone, new = (
        {tuple(row[i] for i in at): row for row in each}
        for each in (before - after, after - before)
    )
    condition = " and ".join(f"{key} = ?" for key in keys)
    connection.executemany(f"delete from {table} where {condition}", sorted(gone))
    marks = ", ".join("?" * len(names))
    connection.executemany(
        f"insert into {table} ({', '.join(names)}) values ({marks})",
        (new[key] for key in sorted(new)),
    )
    return {*gone}, {*new}


def _values(batch: list[dict[str, Any]], names: list[str]) -> Iterator[list[Any]]:
    for row in batch:
        yield [_listed(row[name]) if isinstance(row[name], tuple) else row[name] for name in names]


@lru_cache(maxsize=1_000)
def _listed(values: tuple[Any, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)
