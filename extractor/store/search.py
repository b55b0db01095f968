"""Full-text search over the subjects and the parts of the acts."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from extractor.store.schema import SCHEMA_VERSION

HIGHLIGHT = ("\x02", "\x03")
"""What stands before and after each word found, in ``Hit.passaggio``."""


class SearchError(Exception):
    """A store that cannot be searched, or a query that says nothing."""


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


_QUERY = """
with found as (
    select parti.atto_id as atto_id, parti.pagina_inizio as pagina,
           snippet(parti_fts, -1, char(2), char(3), '…', 24) as passaggio,
           bm25(parti_fts, 4.0, 1.0) as rango
    from parti_fts join parti on parti.riga = parti_fts.rowid
    where parti_fts match :query and parti.atto_id is not null
    union all
    select atti.id, atti.pagina_inizio,
           snippet(atti_fts, 0, char(2), char(3), '…', 24),
           bm25(atti_fts, 1.0, 2.0, 1.0) - 5
    from atti_fts join atti on atti.riga = atti_fts.rowid
    where atti_fts match :query
),
best as (
    select *, row_number() over (partition by atto_id order by rango, pagina) as posto from found
)
select atti.id, coalesce(atti.sigla, atti.tipo), coalesce(atti.numero, ''),
       coalesce(atti.data, ''), coalesce(atti.oggetto, ''), coalesce(atti.ente, ''),
       documenti.nome, best.pagina, best.passaggio
from best join atti on atti.id = best.atto_id join documenti on documenti.id = atti.documento_id
where best.posto = 1
order by best.rango, atti.id limit :limit
"""


def fts_query(words: str) -> str:
    """An FTS5 query from what a person types: words, ``"exact phrases"``, ``-excluded``, ``pre*``.

    Everything else is taken as a word, never as FTS5 syntax. Raises ``SearchError`` when there
    is no word to look for.

    >>> fts_query('CUP unico -gara "liste di attesa" informat*')
    '("CUP" "unico" "liste di attesa" "informat"*) NOT ("gara")'
    """
    wanted: list[str] = []
    excluded: list[str] = []
    for minus, phrase, word in re.findall(r'(-?)(?:"([^"]*)"|([^\s"]+))', words.replace("\0", " ")):
        text, star = (phrase, "") if phrase else (word.rstrip("*"), "*" * word.endswith("*"))
        if re.search(r"\w", text):
            (excluded if minus else wanted).append(f'"{text}"{star[:1]}')
    if not wanted:
        raise SearchError('Nessuna parola da cercare. Esempio: spoglio search atti.db "CUP unico"')
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
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        version = connection.execute("pragma user_version").fetchone()[0]
        if version != SCHEMA_VERSION:
            raise SearchError(f"{path}: non è un archivio di questa versione di Spoglio.")
        for row in connection.execute(_QUERY, {"query": query, "limit": limit}):
            yield Hit(*row)
    except sqlite3.Error as error:
        raise SearchError(f"{path}: non è un archivio utilizzabile ({error}).") from error
