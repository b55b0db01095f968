"""What a store has dossiers of: kinds with their numbers, and lists to leaf through.

Only people in an office are listed, by name and never by how often they are named: who is named
most is no measure of an office.
"""

from contextlib import closing
from functools import lru_cache
from heapq import nlargest
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from extractor.site.dossiers.bodies import bodies, body_key, hidden_names, stamp
from extractor.site.dossiers.kinds import KINDS, OF_CODE, OFFICE, may_be_public
from extractor.store.opening import open_read_only

PAGE = 100
_LASTING = 600
"""Seconds for which the numbers of the first page are kept: to count everything takes a second."""
_TOP = 5
_MAX_NAMES = 100_000
_OFFICES = ", ".join(f"'{each}'" for each in OFFICE)


class Entry(NamedTuple):
    """A thing with a dossier: its value and its acts; their number is not always known."""

    valore: str
    atti: int | None = None


class Overview(NamedTuple):
    """A kind: how many things it has, and those named by most acts."""

    quanti: int
    primi: tuple[Entry, ...]


def overview(path: Path) -> dict[str, Overview]:
    """The kinds that the store has dossiers of; up to ten minutes old."""
    return _overview(path, int(monotonic() // _LASTING))


@lru_cache(maxsize=4)
def _overview(path: Path, age: int) -> dict[str, Overview]:
    groups: dict[str, list[Entry]] = {name: [] for name in KINDS}
    with closing(open_read_only(path)) as connection:
        for tipo, value, count in connection.execute(
            "select tipo, valore, count(*) from codici group by tipo, valore"
        ):
            kind = OF_CODE.get(tipo)
            if kind and may_be_public(kind.nome, value):
                groups[kind.nome].append(Entry(value, count))
        groups["atto"] = [
            Entry(key, count)
            for key, count in connection.execute(
                "select chiave_citazione, count(*) from riferimenti "
                "where chiave_citazione is not null group by chiave_citazione"
            )
        ]
    groups["ente"] = [Entry(body.nome, body.atti) for body in bodies(path).values()]
    found = {
        name: Overview(
            len(entries),
            tuple(nlargest(_TOP, _telling(entries), key=lambda entry: entry.atti or 0)),
        )
        for name, entries in groups.items()
    }
    found["persona"] = Overview(len(people(path)), ())
    return {name: found[name] for name in KINDS if found[name].quanti}


def _telling(entries: list[Entry]) -> list[Entry]:
    """Of many things, those that more than one act names: any other is as good as the next."""
    several = [entry for entry in entries if (entry.atti or 0) > 1]
    return several if several or len(entries) > 4 * _TOP else entries


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
    found = [body for key, body in bodies(path).items() if wanted in key]
    found.sort(key=lambda body: (-body.atti, body.nome))
    shown = found[(page - 1) * PAGE : page * PAGE]
    return [Entry(body.nome, body.atti or None) for body in shown], len(found)


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
