"""The first step of an update: what new documents say is added up, what gone ones said taken out.

Each document is a transaction of its own, so that a long update that is cut goes on from there.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extractor.registry.gathering import Naming, read, stored
from extractor.registry.signs import Sign, hooks, signs
from extractor.store.privacy import hidden_names
from extractor.store.registry_state import (
    GATHER,
    HOOKS,
    PRINTED_NAMES,
    READ,
    READ_AGAIN,
    SIGN,
    SIGNS,
    TALLY,
    number_of,
)


class Act(NamedTuple):
    """An act with the Region of its body and what it names, but for hidden names."""

    atto_id: str
    territorio: str
    nomi: list[Naming]


def acts(
    connection: sqlite3.Connection,
    documento_id: str,
    hidden: re.Pattern[str] | None,
    kind: str | None = None,
) -> list[Act]:
    """The acts of a document in the order of their identifiers, as gathered.

    With a ``kind`` (``genere``), what else they name is left out.
    """
    rows = connection.execute(
        f"select atto_id, territorio, nomi from {PRINTED_NAMES} where documento_id = ? "
        "order by atto_id",
        (documento_id,),
    )
    return [Act(act, region, _shown(names, hidden, kind)) for act, region, names in rows]


def act_of(
    connection: sqlite3.Connection,
    atto_id: str,
    hidden: re.Pattern[str] | None,
    kind: str | None = None,
) -> Act:
    """An act as gathered; see ``acts``."""
    query = f"select territorio, nomi from {PRINTED_NAMES} where atto_id = ?"
    region, names = connection.execute(query, (atto_id,)).fetchone()
    return Act(atto_id, region, _shown(names, hidden, kind))


def _shown(names: str, hidden: re.Pattern[str] | None, kind: str | None) -> list[Naming]:
    # Most acts name few kinds, and reading their names takes longer than looking for one
    if kind is not None and f'["{kind}",' not in names:
        return []
    namings = [each for each in read(names) if kind in (None, each.genere)]
    if hidden is None:
        return namings
    return [n for n in namings if not hidden.search(n.forma) and not hidden.search(n.definito)]


def all_signs(connection: sqlite3.Connection) -> Iterator[Sign]:
    """The signs of all documents, each once."""
    for (sign,) in connection.execute(f"select segno from {SIGNS}"):
        yield tuple(json.loads(sign))


def take_in(connection: sqlite3.Connection) -> int:
    """Bring the signs up to date; gives how many documents are to be tallied."""
    new = connection.execute(
        f"select id from documenti where id not in (select documento_id from {READ})"
    ).fetchall()
    for (documento_id,) in new:
        number = number_of(documento_id)
        # Whoever makes documents may make two whose identifiers begin alike
        while connection.execute(f"select 1 from {READ} where numero = ?", (number,)).fetchone():
            number += 1
        row = (documento_id, number)
        connection.execute(f"insert into {READ} values (?, ?, {GATHER}, 0)", row)
    connection.commit()
    todo = connection.execute(
        f"select documento_id from {READ} where stato in ({GATHER}, {SIGN}) order by documento_id"
    ).fetchall()
    for (documento_id,) in todo:
        connection.execute("begin immediate")
        try:
            _take(connection, documento_id)
            connection.execute("commit")
        except BaseException:
            connection.rollback()
            raise
    query = f"select count(*) from {READ} where stato = {TALLY}"
    return int(connection.execute(query).fetchone()[0])


def _take(connection: sqlite3.Connection, documento_id: str) -> None:
    # Looked up in the transaction: another program may just have taken it, or hidden a name
    row = connection.execute(
        f"select numero, stato, segnato from {READ} where documento_id = ? "
        f"and stato in ({GATHER}, {SIGN})",
        (documento_id,),
    ).fetchone()
    if row is None:
        return
    number, state, signed = row
    hidden = hidden_names(connection)
    before = _signs(acts(connection, documento_id, hidden)) if signed else set()
    if state == GATHER:
        _gather(connection, documento_id)
    found = acts(connection, documento_id, hidden)
    after = _signs(found)
    for change, words in ((1, after - before), (-1, before - after)):
        connection.executemany(
            f"insert into {SIGNS} values (?, {change}) on conflict (segno) "
            f"do update set documenti = documenti + {change}",
            ((each,) for each in words),
        )
    connection.executemany(
        f"delete from {SIGNS} where segno = ? and documenti <= 0",
        ((each,) for each in before - after),
    )
    connection.execute(f"delete from {HOOKS} where numero = ?", (number,))
    connection.executemany(f"insert into {HOOKS} values (?, {number}, ?)", _hooks(found))
    connection.execute(
        f"update {READ} set stato = {TALLY}, segnato = 1 where documento_id = ?", (documento_id,)
    )


def _hooks(found: list[Act]) -> list[tuple[int, str | None]]:
    """The names on which the acts of a document hang, each with the acts; with none of one act."""
    if len(found) == 1:
        return [(each, None) for each in sorted(hooks(found[0].nomi))]
    acts_of: dict[int, list[str]] = {}
    for place, act in enumerate(found):
        for each in hooks(act.nomi):
            acts_of.setdefault(each, []).append(str(place))
    return [(each, " ".join(acts_of[each])) for each in sorted(acts_of)]


def hanging(connection: sqlite3.Connection, names: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The acts that hang on names, by their hooks: the document's number, which of its acts."""
    for each in names:
        query = f"select numero, atti from {HOOKS} where appiglio = ?"
        for number, places in connection.execute(query, (each,)):
            yield from ((number, int(place)) for place in (places or "0").split())


def _gather(connection: sqlite3.Connection, documento_id: str) -> None:
    """Put what a document names in place of what it named before."""
    query = f"select atto_id, territorio, nomi from {READ_AGAIN} where documento_id = ?"
    read_again = connection.execute(query, (documento_id,)).fetchall()
    for table in (PRINTED_NAMES, READ_AGAIN):
        connection.execute(f"delete from {table} where documento_id = ?", (documento_id,))
    connection.executemany(
        f"insert into {PRINTED_NAMES} (atto_id, documento_id, territorio, nomi) "
        "values (?, ?, ?, ?)",
        [
            (act, documento_id, *rest)
            for act, *rest in read_again or stored(connection, documento_id)
        ],
    )


def _signs(found: list[Act]) -> set[str]:
    return {
        json.dumps(sign, ensure_ascii=False, separators=(",", ":"))
        for act in found
        for sign in signs(act.nomi, act.territorio)
    }
