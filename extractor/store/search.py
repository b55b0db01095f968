"""Full-text search for acts: those that hold every word of a query, with their best passages."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from extractor.store.act_index import ACTS, INDEX, WEIGHTS
from extractor.store.errors import explained
from extractor.store.opening import not_a_store, open_covered
from extractor.store.passages import Passage, best_passage, highlight
from extractor.store.query import Query, QueryError, parse

__all__ = [
    "FOUND",
    "HIGHLIGHT",
    "RANKED",
    "Hit",
    "Index",
    "Place",
    "QueryError",
    "SearchError",
    "places",
    "search",
]

HIGHLIGHT = ("\x02", "\x03")
"""What stands before and after each word found, in ``Hit.passaggio``."""

FOUND = f"select rowid from {INDEX} where {INDEX} match ?"
"""The numbers (``posto``) of the acts that answer a query."""
RANKED = f"select rowid from {INDEX} where {INDEX} match ? order by bm25({INDEX}, {WEIGHTS}), rowid"
"""The same, best first."""

_READ = 2_000_000
"""Characters of an act that ``search`` looks for a passage in."""
DEEP = 4_000
"""Leaves of the store with a word that are known by number; a word in more is looked for. Where
more acts than that answer a query, an ``Index`` knows nothing of use."""


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


_HITS = f"""
select atti.id, coalesce(atti.sigla, atti.tipo), coalesce(atti.numero, ''),
       coalesce(atti.data, ''), coalesce(atti.oggetto, ''), coalesce(atti.ente, ''),
       documenti.nome, atti.pagina_inizio
from ({RANKED} limit ?) as found join {ACTS} on {ACTS}.posto = found.rowid
join atti on atti.id = {ACTS}.atto_id join documenti on documenti.id = atti.documento_id
"""


def search(path: str | Path, words: str, limit: int = 20) -> Iterator[Hit]:
    """The acts that hold the words, best first, each with its best passage; no hidden name.

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
        with closing(open_covered(path)) as connection:
            if reason := not_a_store(path, connection):
                raise SearchError(reason)
            hits = connection.execute(_HITS, (query.match(), limit)).fetchall()
            for *fields, page in hits:
                found = places(connection, fields[0], query, _READ, fields[4])
                where = found[0].pagina if found else page
                subject = Passage(highlight(fields[4] or fields[1], query))
                shown = found[0].passaggio if found else subject
                yield Hit._make((*fields, where, shown.marked(*HIGHLIGHT)))
    except sqlite3.Error as error:
        raise SearchError(explained(path, error)) from error


_LEAVES = (
    "select riga, id, inizio, fine, pagina_inizio, pagina_fine from parti "
    "where atto_id = ? and foglia order by ordine"
)
_TEXT = "select testo from parti where riga = ?"
_WITH_TERM = f"select rowid from parti_fts where parti_fts match ? limit {DEEP}"

Leaf = tuple[int, str, int, int, int, int]
"""A leaf's row number, then the columns of a ``Place``."""


class Index:
    """Which leaves of the store have the words of a query: which of an act's are worth reading."""

    def __init__(self, connection: sqlite3.Connection, query: Query) -> None:
        self._leaves: list[frozenset[int]] = []
        # To find a phrase in the index takes as long as its commonest word is common
        single = [term for term in query.wanted if not any(" " in form for form in term.forms)]
        for term in single:
            rows = connection.execute(_WITH_TERM, (term.match(),)).fetchall()
            self._leaves.append(frozenset(row for (row,) in rows))
        few = all(len(leaves) < DEEP for leaves in self._leaves)
        self._known = few and len(single) == len(query.wanted)

    def worth(self, leaves: Iterable[Leaf]) -> list[tuple[Leaf, int | None]]:
        """Those of some leaves to read, first those with most of the words, and how many of the
        words each has at most, where that is known."""
        counted = [(sum(leaf[0] in some for some in self._leaves), leaf) for leaf in leaves]
        if self._known:
            counted = [(count, leaf) for count, leaf in counted if count]
        counted.sort(key=lambda pair: -pair[0])
        return [(leaf, count if self._known else None) for count, leaf in counted]


def places(
    connection: sqlite3.Connection,
    atto_id: str,
    query: Query,
    length: int,
    subject: str,
    index: Index | None = None,
) -> list[Place]:
    """The passages of an act that show why it was found: one with all words, or two with most.

    Only ``length`` characters are read, the best leaves first by ``index``, or the act's first. A
    passage that says nothing else than ``subject`` is the last choice.
    """
    wanted = len(query.wanted)
    found: list[Place] = []
    fresh: set[str] = set()
    leaves = [tuple(row) for row in connection.execute(_LEAVES, (atto_id,))]
    for leaf, most in index.worth(leaves) if index else ((leaf, None) for leaf in leaves):
        if most is not None and _is_enough(found, fresh, wanted, most):
            break
        place, read = _place(connection, leaf, query)
        length -= read
        if place:
            found.append(place)
            if not place.passaggio.is_in(subject):
                fresh.add(place.parte_id)
        whole = place and len(place.passaggio.terms) == wanted and place.parte_id in fresh
        if length < 0 or whole:
            break

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


def _is_enough(found: list[Place], fresh: set[str], wanted: int, most: int) -> bool:
    """Whether leaves with so many words at most have no better passage than those found."""
    terms = [place.passaggio.terms for place in found if place.parte_id in fresh]
    best = max(map(len, terms), default=0)
    return best >= most and len(frozenset[int]().union(*terms)) == wanted


def _place(connection: sqlite3.Connection, leaf: Leaf, query: Query) -> tuple[Place | None, int]:
    """The best passage of a leaf, and how many characters the leaf has."""
    text = connection.execute(_TEXT, (leaf[0],)).fetchone()[0] or ""
    passage = best_passage(text, query)
    return (Place(*leaf[1:], passage) if passage else None), len(text)
