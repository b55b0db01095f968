"""Full-text search for acts: those that hold every word of a query, with their best passages."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from extractor.store.act_index import ACTS, INDEX, WEIGHTS
from extractor.store.errors import FOREIGN, explained
from extractor.store.opening import is_store, open_read_only
from extractor.store.passages import Passage, best_passage, highlight
from extractor.store.query import Query, QueryError, parse

__all__ = ["HIGHLIGHT", "RANKED", "Hit", "Place", "QueryError", "SearchError", "places", "search"]

HIGHLIGHT = ("\x02", "\x03")
"""What stands before and after each word found, in ``Hit.passaggio``."""

RANKED = f"select rowid from {INDEX} where {INDEX} match ? order by bm25({INDEX}, {WEIGHTS}), rowid"
"""The numbers (``posto``) of the acts that answer a query, best first."""

_READ = 2_000_000
"""Characters of an act that ``search`` looks for a passage in."""
_DEEP = 3000
"""Parts of the store among which a word that stands deep in an act is looked for."""


class SearchError(Exception):
    """A store that cannot be searched."""


class Hit(NamedTuple):
    """An act found: its best passage, with the words found between ``HIGHLIGHT``, and its page."""

    atto_id: str
    sigla: str
    numero: str
    data: str
    oggetto: str
    ente: str
    documento: str
    pagina: int
    passaggio: str


class Place(NamedTuple):
    """A passage of an act: the leaf that it stands in, from page to page."""

    parte_id: str
    inizio: int
    fine: int
    pagina: int
    pagina_fine: int
    passaggio: Passage


_FOUND = f"""
select atti.id, coalesce(atti.sigla, atti.tipo), coalesce(atti.numero, ''),
       coalesce(atti.data, ''), coalesce(atti.oggetto, ''), coalesce(atti.ente, ''),
       documenti.nome, atti.pagina_inizio
from ({RANKED} limit ?) as found join {ACTS} on {ACTS}.posto = found.rowid
join atti on atti.id = {ACTS}.atto_id join documenti on documenti.id = atti.documento_id
"""


def search(path: str | Path, words: str, limit: int = 20) -> Iterator[Hit]:
    """The acts that hold the words, best first, each with its best passage.

    Raises ``SearchError`` when the file is not a store, ``QueryError`` when the query says
    nothing or too much.
    """
    query = parse(words)
    path = Path(path)
    if not path.is_file():
        raise SearchError(
            f"{path}: archivio non trovato. Si crea con: spoglio ingest CARTELLA --db {path}"
        )
    try:
        with closing(open_read_only(path)) as connection:
            if not is_store(connection):
                raise SearchError(f"{path}: {FOREIGN}")
            hits = connection.execute(_FOUND, (query.match(), limit)).fetchall()
            for *fields, page in hits:
                found = places(connection, fields[0], query, _READ, fields[4])
                where = found[0].pagina if found else page
                subject = Passage(highlight(fields[4] or fields[1], query))
                shown = found[0].passaggio if found else subject
                yield Hit._make((*fields, where, shown.marked(*HIGHLIGHT)))
    except sqlite3.Error as error:
        raise SearchError(explained(path, error)) from error


_LEAVES = (
    "select id, inizio, fine, pagina_inizio, pagina_fine from parti "
    "where atto_id = ? and foglia order by ordine"
)
_TEXT = "select testo from parti where id = ?"
_DEEP_LEAF = f"""
select parti.id, parti.inizio, parti.fine, parti.pagina_inizio, parti.pagina_fine
from (select rowid from parti_fts where parti_fts match ? limit {_DEEP}) as found
join parti on parti.riga = found.rowid where parti.atto_id = ? limit 1
"""


def places(
    connection: sqlite3.Connection, atto_id: str, query: Query, length: int, subject: str = ""
) -> list[Place]:
    """The passages of an act that show why it was found: one with all words, or two with most.

    Only ``length`` characters from the act's beginning are read; words that stand deeper are
    looked for in the index of the parts, as far as they are rare. A passage that says nothing
    else than ``subject`` is the last choice.
    """
    wanted = len(query.wanted)
    found: list[Place] = []
    fresh: set[str] = set()
    for leaf in connection.execute(_LEAVES, (atto_id,)).fetchall():
        place, read = _place(connection, leaf, query)
        length -= read
        if place:
            found.append(place)
            if not place.passaggio.is_in(subject):
                fresh.add(place.parte_id)
        whole = place and len(place.passaggio.terms) == wanted and place.parte_id in fresh
        if length < 0 or whole:
            break
    if length < 0:
        found += _deeper(connection, atto_id, query, found)

    def worth(place: Place, known: frozenset[int]) -> tuple[int, bool]:
        return len(place.passaggio.terms - known), place.parte_id in fresh

    chosen: list[Place] = []
    known: frozenset[int] = frozenset()
    while len(chosen) < 2 and len(known) < wanted and found:
        best = max(found, key=lambda place: worth(place, known))
        if not best.passaggio.terms - known:
            break
        chosen.append(best)
        known |= best.passaggio.terms
    return chosen


def _deeper(
    connection: sqlite3.Connection, atto_id: str, query: Query, found: list[Place]
) -> Iterator[Place]:
    """A passage with a word that none of those found has."""
    known = frozenset().union(*(place.passaggio.terms for place in found))
    missing = [term.match() for at, term in enumerate(query.wanted, start=1) if at not in known]
    if missing:
        leaves = connection.execute(_DEEP_LEAF, (" OR ".join(missing), atto_id)).fetchall()
        for leaf in leaves:
            place, _ = _place(connection, leaf, query)
            if place:
                yield place


def _place(
    connection: sqlite3.Connection, leaf: tuple[str, int, int, int, int], query: Query
) -> tuple[Place | None, int]:
    """The best passage of a leaf, and how many characters the leaf has."""
    text = connection.execute(_TEXT, (leaf[0],)).fetchone()[0] or ""
    passage = best_passage(text, query)
    return (Place(*leaf, passage) if passage else None), len(text)
