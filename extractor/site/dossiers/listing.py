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

from extractor.site.dossiers.bodies import bodies, body_key, stamp
from extractor.site.dossiers.kinds import KINDS, OF_CODE, OFFICE, Kind, may_be_public
from extractor.store.opening import open_read_only
from extractor.store.privacy import hidden_names

PAGE = 100
COUNTED = 1000
"""Values of a kind that are counted one by one; of more it is said that they are more."""
LATEST = 500
"""The acts of which it is told what they name most: of all of them it would take too long."""
_TOP = 5
_MAX_NAMES = 100_000
_OFFICES = ", ".join(f"'{each}'" for each in OFFICE)


class Entry(NamedTuple):
    """A thing with a dossier: its value and its acts; zero where their number is not told."""

    valore: str
    atti: int = 0


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
    first_bodies, count = list_bodies(path, "", 1)
    found["ente"] = Overview(count, tuple(entry for entry in first_bodies[:_TOP] if entry.atti))
    found["persona"] = Overview(len(people(path)), ())
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


def people(path: Path) -> list[str]:
    """The names of who acts in an office, in order.

    Not those that someone asked to hide, nor those covered wherever they stand.
    """
    with closing(open_read_only(path)) as connection:
        hidden = hidden_names(connection)
    names = _people(path, stamp(path))
    return [name for name in names if not hidden.search(name)] if hidden else names


@lru_cache(maxsize=4)
def _people(path: Path, changed: tuple[int, ...]) -> list[str]:
    with closing(open_read_only(path)) as connection:
        rows = connection.execute(
            "with recursive nomi(nome) as (select min(nome) from persone union all "
            "select (select min(nome) from persone where nome > nomi.nome) "
            "from nomi where nomi.nome is not null) "
            "select nome from nomi where nome is not null and exists (select 1 from persone "
            f"where persone.nome = nomi.nome and funzione in ({_OFFICES}) and not exists ("
            "select 1 from riservati where riservati.documento_id = persone.documento_id "
            "and testo in (persone.nome, upper(persone.nome)))) limit ?",
            (_MAX_NAMES,),
        )
        return [row[0] for row in rows]


def list_people(path: Path, words: str, page: int) -> tuple[list[Entry], int]:
    """A page of the people of whose name each word typed begins a word, and how many they are."""
    wanted = words.casefold().split()
    found = [name for name in people(path) if _begin(wanted, name)]
    return [Entry(name) for name in found[(page - 1) * PAGE : page * PAGE]], len(found)


def _begin(wanted: list[str], name: str) -> bool:
    words = name.casefold().split()
    return all(any(word.startswith(each) for word in words) for each in wanted)


def list_bodies(path: Path, words: str, page: int) -> tuple[list[Entry], int]:
    """A page of the bodies in whose name the words stand, those with most acts first."""
    wanted = body_key(words)
    found = [body for key, body in bodies(path).items() if body.uno and wanted in key]
    found.sort(key=lambda body: (-body.atti, body.nome))
    shown = found[(page - 1) * PAGE : page * PAGE]
    return [Entry(body.nome, body.atti) for body in shown], len(found)


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
