"""The bodies of a store, gathered by name though acts print them in several ways."""

import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from extractor.store.opening import open_read_only
from extractor.store.persons import PRIVATE_NUMBER, is_natural_person
from extractor.store.privacy import hidden_names

_MAX_NAMES = 50_000
"""Distinct printed names that are looked at."""


class Body(NamedTuple):
    """A body: its name as most often printed, the names as stored, its acts."""

    nome: str
    varianti: tuple[str, ...]
    atti: int

    @property
    def uno(self) -> bool:
        """Whether it is one body, and not several that acted together."""
        return ";" not in self.nome


def body_key(name: str) -> str:
    """What the ways of printing a body's name have in common.

    >>> body_key("AGENZIA PER L’ITALIA DIGITALE") == body_key("Agenzia per l'Italia digitale")
    True
    >>> body_key("Sistema Socio-Sanitario") == body_key("Sistema Sociosanitario")
    True
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def bodies(path: Path) -> dict[str, Body]:
    """Every body that issued an act, is a party to one, or has an act cited; by ``body_key``."""
    return _gathered(path, stamp(path))


def stamp(path: Path) -> tuple[int, ...]:
    """What changes when the store at ``path`` does."""
    stamps = []
    for each in (path, path.with_name(f"{path.name}-wal")):
        try:
            status = each.stat()
        except OSError:
            continue
        if status.st_size:  # an empty log comes and goes with who reads
            stamps += [status.st_mtime_ns, status.st_size]
    return tuple(stamps)


@lru_cache(maxsize=4)
def _gathered(path: Path, stamp: tuple[int, ...]) -> dict[str, Body]:
    stored: dict[str, Counter[str]] = {}
    printed: dict[str, Counter[str]] = {}
    with closing(open_read_only(path)) as connection:
        hidden = hidden_names(connection)
        for row, count in _stored_names(connection):
            # An act of several bodies is of each of them, and of all together
            pieces = row.split(";")
            for name in dict.fromkeys((*pieces, row)):
                name, key = " ".join(name.split()), body_key(name)
                if key and _is_body(name, len(pieces) > 1, hidden):
                    stored.setdefault(key, Counter())[row] += count
                    printed.setdefault(key, Counter())[name] += count
    return {
        key: Body(_best_name(printed[key]), tuple(sorted(rows)), rows.total())
        for key, rows in stored.items()
    }


def _stored_names(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    yield from connection.execute(
        "select ente, count(*) from atti where ente is not null group by ente limit ?",
        (_MAX_NAMES,),
    )
    yield from _distinct(connection, "riferimenti", "ente")
    for name, count in _distinct(connection, "contraenti", "denominazione"):
        if not is_natural_person(name, None):
            yield name, count


def _is_body(name: str, is_party: bool, hidden: re.Pattern[str] | None) -> bool:
    """Whether a name may have a dossier: a party to an agreement may be a natural person, and a
    name that someone asked to hide may stand in a firm's."""
    if PRIVATE_NUMBER.search(name) or (hidden and hidden.search(name)):
        return False
    return not (is_party and any(is_natural_person(each, None) for each in name.split(";")))


def _distinct(connection: sqlite3.Connection, table: str, column: str) -> Iterator[tuple[str, int]]:
    """Each value of a column once: by the index, so that it takes no time for repeated ones."""
    yield from connection.execute(
        f"with recursive nomi(nome) as (select min({column}) from {table} union all "
        f"select (select min({column}) from {table} where {column} > nome) "
        "from nomi where nome is not null) "
        "select nome, 0 from nomi where nome is not null limit ?",
        (_MAX_NAMES,),
    )


def _best_name(names: Counter[str]) -> str:
    """The name printed in most acts; one in capitals only when there is no other."""
    return min(names, key=lambda name: (name.isupper(), -names[name], name))
