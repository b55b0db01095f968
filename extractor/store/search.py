"""Full-text search over the subjects and the parts of the acts."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from extractor.store.errors import FOREIGN, explained
from extractor.store.opening import is_store, open_read_only

HIGHLIGHT = ("\x02", "\x03")
"""What stands before and after each word found, in ``Hit.passaggio``."""


class SearchError(Exception):
    """A store that cannot be searched, or a query that says nothing."""


class QueryError(SearchError):
    """A query that says nothing, or too much."""


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


# Passages are cut only from the rows that are shown: to cut one costs more than to find it.
_QUERY = """
with found as (
    select parti.atto_id as atto_id, parti.pagina_inizio as pagina, parti_fts.rowid as riga,
           1 as in_parte, bm25(parti_fts, 4.0, 1.0) as rango
    from parti_fts join parti on parti.riga = parti_fts.rowid
    where parti_fts match :query and parti.atto_id is not null
    union all
    select atti.id, atti.pagina_inizio, atti.riga, 0, bm25(atti_fts, 1.0, 2.0, 1.0) - 5
    from atti_fts join atti on atti.riga = atti_fts.rowid
    where atti_fts match :query
),
best as (
    select *, row_number() over (partition by atto_id order by rango, pagina) as posto from found
)
select atti.id, coalesce(atti.sigla, atti.tipo), coalesce(atti.numero, ''),
       coalesce(atti.data, ''), coalesce(atti.oggetto, ''), coalesce(atti.ente, ''),
       documenti.nome, best.pagina, best.in_parte, best.riga
from best join atti on atti.id = best.atto_id join documenti on documenti.id = atti.documento_id
where best.posto = 1
order by best.rango, atti.id limit :limit
"""
_PASSAGE = {
    1: "select snippet(parti_fts, -1, char(2), char(3), '…', 24) from parti_fts "
    "where parti_fts match :query and rowid = :riga",
    0: "select snippet(atti_fts, 0, char(2), char(3), '…', 24) from atti_fts "
    "where atti_fts match :query and rowid = :riga",
}
MAX_WORDS = 32
"""Words and phrases in a query: the time a search takes grows with them."""
MAX_LENGTH = 2000
"""Characters in a query; SQLite's own limit is of thousands of words in one phrase."""


def fts_query(words: str) -> str:
    """An FTS5 query from what a person types: words, ``"exact phrases"``, ``-excluded``, ``pre*``.

    Everything else is taken as a word, never as FTS5 syntax. Raises ``QueryError`` when there
    is no word to look for, or too many.

    >>> fts_query('CUP unico -gara "liste di attesa" informat*')
    '("CUP" "unico" "liste di attesa" "informat"*) NOT ("gara")'
    """
    # Dictionaries, to ask for a word once; bytes that are no text come as lone surrogates
    wanted: dict[str, None] = {}
    excluded: dict[str, None] = {}
    words = words.replace("\0", " ").encode("utf-8", "replace").decode()
    for minus, phrase, word in re.findall(r'(-?)(?:"([^"]*)"|([^\s"]+))', words):
        text, star = (phrase, "") if phrase else (word.rstrip("*"), "*" * word.endswith("*"))
        if re.search(r"\w", text):
            (excluded if minus else wanted)[f'"{text}"{star[:1]}'] = None
    if not wanted:
        raise QueryError('Nessuna parola da cercare. Esempio: spoglio search atti.db "CUP unico"')
    if len(wanted) + len(excluded) > MAX_WORDS or len(words) > MAX_LENGTH:
        raise QueryError(f"Troppe parole: se ne cercano al più {MAX_WORDS} ({MAX_LENGTH} lettere).")
    query = f"({' '.join(wanted)})"
    return f"{query} NOT ({' OR '.join(excluded)})" if excluded else query


def search(path: str | Path, words: str, limit: int = 20) -> Iterator[Hit]:
    """The acts that hold the words, best first, each with its best passage.

    Raises ``SearchError`` when the file is not a store or the query says nothing.
    """
    query = fts_query(words)
    path = Path(path)
    if not path.is_file():
        raise SearchError(
            f"{path}: archivio non trovato. Si crea con: spoglio ingest CARTELLA --db {path}"
        )
    try:
        with closing(open_read_only(path)) as connection:
            if not is_store(connection):
                raise SearchError(f"{path}: {FOREIGN}")
            hits = connection.execute(_QUERY, {"query": query, "limit": limit}).fetchall()
            for *fields, in_part, row in hits:
                values = {"query": query, "riga": row}
                (passage,) = connection.execute(_PASSAGE[in_part], values).fetchone()
                yield Hit._make((*fields, passage))
    except sqlite3.Error as error:
        raise SearchError(explained(path, error)) from error
