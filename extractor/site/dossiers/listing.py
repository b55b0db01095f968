"""What a store has dossiers of: kinds with their numbers, and lists to leaf through.

Only people in an office are listed, by name and never by how often they are named: who is named
most is no measure of an office.
"""

import sqlite3
from contextlib import closing
from functools import lru_cache
from heapq import nlargest
from pathlib import Path
from typing import NamedTuple

from extractor.registry.names import plain
from extractor.site.dossiers.bodies import stamp
from extractor.site.dossiers.identities import TABLES, UNCOVERED, identity
from extractor.site.dossiers.kinds import KINDS, OF_CODE, Kind, may_be_public
from extractor.store.opening import open_read_only

PAGE = 100
COUNTED = 1000
"""Values of a kind that are counted one by one; of more it is said that they are more."""
LATEST = 500
"""The acts of which it is told what they name most: of all of them it would take too long."""
_TOP = 5
_ORDER = {
    "ente": "atti_emanati desc, atti desc, id",
    "servizio": "atti desc, id",
    "persona": "nome, id",
}
"""Who is named most is no measure of an office: people are in the order of their names."""


class Entry(NamedTuple):
    """A thing with a dossier: its value and its acts; zero where their number is not told."""

    valore: str
    atti: int = 0
    nome: str = ""
    nota: str = ""


class Overview(NamedTuple):
    """A kind: how many things it has, up to ``COUNTED + 1``, and those most named of late."""

    quanti: int
    primi: tuple[Entry, ...]


def overview(path: Path) -> dict[str, Overview]:
    """The kinds that the store has dossiers of."""
    found: dict[str, Overview] = {}
    with closing(open_read_only(path)) as connection:
        lately = _lately(connection)
        for kind in KINDS.values():
            first = tuple(nlargest(_TOP, lately.get(kind.nome, ()), key=lambda entry: entry.atti))
            found[kind.nome] = Overview(_count(connection, kind), first)
    for kind_name in TABLES:
        entries, count = list_identities(path, kind_name, "", 1, _TOP)
        told = tuple(entry for entry in entries if entry.atti)
        found[kind_name] = Overview(count, told)
    return {name: each for name, each in found.items() if each.quanti}


def _lately(connection: sqlite3.Connection) -> dict[str, list[Entry]]:
    """What the latest acts name, by kind, with the number of those acts."""
    latest = f"(select id from atti order by data desc limit {LATEST})"
    rows = connection.execute(
        "select tipo, valore, count(distinct atto_id) from codici "
        f"where atto_id in {latest} group by tipo, valore union all "
        "select '', chiave_citazione, count(distinct atto_id) from riferimenti "
        f"where atto_id in {latest} and chiave_citazione is not null group by chiave_citazione"
    )
    found: dict[str, list[Entry]] = {}
    for tipo, value, count in rows:
        kind = OF_CODE.get(tipo) if tipo else KINDS["atto"]
        if kind and may_be_public(kind.nome, value):
            found.setdefault(kind.nome, []).append(Entry(value, count))
    return {kind: _telling(entries) for kind, entries in found.items()}


def _telling(entries: list[Entry]) -> list[Entry]:
    """Of many things, those that more than one act names: any other is as good as the next."""
    several = [entry for entry in entries if entry.atti > 1]
    return several if several or len(entries) > 4 * _TOP else entries


def _count(connection: sqlite3.Connection, kind: Kind) -> int:
    """The values of a kind, up to ``COUNTED + 1``: from one to the next in the index."""
    if not kind.tipo and kind.nome != "atto":
        return 0
    table, column, condition = "codici", "valore", "tipo = :tipo"
    if kind.nome == "atto":
        table, column, condition = "riferimenti", "chiave_citazione", "true"
    if kind.nome in ("codice_fiscale", "partita_iva"):
        condition += " and valore < ':'"  # those of persons begin with a letter
    rows = connection.execute(
        f"with recursive valori(v) as (select min({column}) from {table} where {condition} "
        f"union all select (select min({column}) from {table} where {condition} and "
        f"{column} > v) from valori where v is not null) "
        f"select count(*) from (select 1 from valori where v is not null limit {COUNTED + 1})",
        {"tipo": kind.tipo},
    )
    return int(rows.fetchone()[0])


def list_identities(
    path: Path, kind: str, words: str, page: int, size: int = PAGE
) -> tuple[list[Entry], int]:
    """A page of bodies, services or people, each word typed beginning one of the name, and how
    many they are: not those whose name someone asked to hide, nor those covered where they stand.
    """
    wanted = [f"% {word}%" for word in plain(words).replace("%", " ").replace("'", " ").split()]
    text = "' ' || replace(replace(id, '-', ' '), '/', ' ') || ' ' || lower(nome)"
    if kind != "persona":
        text += " || ' ' || replace(lower(sigle), '\"', ' ')"
    conditions = [f"({text}) like ?"] * len(wanted) + ([UNCOVERED] if kind == "persona" else [])
    condition = f"where {' and '.join(conditions)}" if conditions else ""
    with closing(open_read_only(path)) as connection:
        rows = connection.execute(
            f"select id, atti from {TABLES[kind]} {condition} order by {_ORDER[kind]} "
            "limit ? offset ?",
            (*wanted, size, (page - 1) * size),
        ).fetchall()
        found = [_entry(connection, kind, *row) for row in rows]
    count = _counted(path, stamp(path), kind, condition, tuple(wanted))
    return [entry for entry in found if entry], count


def _entry(connection: sqlite3.Connection, kind: str, identifier: str, acts: int) -> Entry | None:
    shown = identity(connection, kind, identifier)
    if shown is None:
        return None
    if kind != "persona":
        return Entry(identifier, acts, shown.nome)
    # People are told apart by their bodies
    body = connection.execute(
        "select enti.nome from soggetti join enti on enti.id = ente_id where soggetti.id = ?",
        (identifier,),
    ).fetchone()
    return Entry(identifier, 0, shown.nome, body[0] if body else "")


@lru_cache(maxsize=64)
def _counted(
    path: Path, changed: tuple[int, ...], kind: str, condition: str, wanted: tuple[str, ...]
) -> int:
    with closing(open_read_only(path)) as connection:
        query = f"select count(*) from {TABLES[kind]} {condition}"
        return int(connection.execute(query, wanted).fetchone()[0])


def list_values(path: Path, kind: str, prefix: str, after: str) -> tuple[list[Entry], str]:
    """Values of a kind of code, or keys of cited acts, in order from ``after`` on.

    With them, the value to go on after; empty when there are no more.
    """
    table, column, condition = "codici", "valore", "tipo = :tipo and "
    if kind == "atto":
        table, column, condition = "riferimenti", "chiave_citazione", ""
    # Numbers of bodies are digits; those of persons, which come after, are not looked at
    digits = kind in ("codice_fiscale", "partita_iva")
    with closing(open_read_only(path)) as connection:
        rows = connection.execute(
            f"select {column}, count(distinct atto_id) from {table} where {condition}"
            f"{column} >= :prefisso and {column} < :fine and {column} > :dopo "
            f"group by {column} order by {column} limit {PAGE + 1}",
            {
                "tipo": KINDS[kind].tipo,
                "prefisso": prefix,
                "fine": min(f"{prefix}\U0010ffff", ":") if digits else f"{prefix}\U0010ffff",
                "dopo": after,
            },
        ).fetchall()
    more = rows[PAGE - 1][0] if len(rows) > PAGE else ""
    return [Entry(*row) for row in rows[:PAGE] if may_be_public(kind, row[0])], more


def kinds_of(path: Path, value: str) -> list[str]:
    """The kinds of code that a value, compacted, is of in the store."""
    with closing(open_read_only(path)) as connection:
        found = connection.execute("select distinct tipo from codici where valore = ?", (value,))
        kinds = [OF_CODE[row[0]].nome for row in found if row[0] in OF_CODE]
    return [kind for kind in KINDS if kind in kinds and may_be_public(kind, value)]
