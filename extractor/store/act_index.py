"""The search index of the acts: each act one text, its parts and the values of its facts together.

The index holds no text of its own, and of what an act says only what a public site may show:
who is covered by the mask of ``store.privacy`` cannot be found. Acts have small numbers here
(``posto``), given in the order in which they came: a list of acts in the index takes one or two
bytes for each, where the row numbers made from identifiers would take nine. The numbers depend
on the order of work, as times do; what a search gives does not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlite_utils import Database

from extractor.store.privacy import FUNCTION

ACTS = "ricerca"
"""What a search narrows acts down by, besides the columns of the acts themselves."""
INDEX = f"{ACTS}_fts"
COLUMNS = ("nome", "oggetto", "testo", "fatti")
WEIGHTS = "4.0, 6.0, 1.0, 2.0"
"""How much a word counts in each column (bm25): in the subject more than in an attachment."""
DESCRIPTIONS = {
    "": "Gli atti come li numera la ricerca, con ciò per cui si filtrano",
    "posto": "Numero dell'atto nell'indice, in ordine di arrivo",
    "atto_id": "Atto",
    "documento_id": "Documento",
    "importo": "L'importo più alto dell'atto, in centesimi di euro, soglie escluse",
    "cup": "1 se l'atto riporta un CUP",
    "entro": "L'ultima scadenza dell'atto (ISO 8601)",
}
TOKENIZER = "unicode61 remove_diacritics 2"
"""Accents and case do not matter."""


def create(database: Database) -> None:
    """Make the table and the index of an empty store."""
    database.execute(
        f"create table {ACTS} (posto integer primary key autoincrement, atto_id text not null "
        "unique references atti(id), documento_id text not null references documenti(id), "
        "importo integer, cup integer not null, entro text)"
    )
    database.execute(f"create index idx_{ACTS}_documento_id on {ACTS} (documento_id)")
    database.execute(
        f"create virtual table {INDEX} using fts5({', '.join(COLUMNS)}, content='', "
        f"tokenize='{TOKENIZER}')"
    )


def add(
    database: Database, documento_id: str, texts: Mapping[str, Sequence[str]] | None = None
) -> None:
    """Put the acts of a document into the index.

    ``texts`` are those of each act, masked, by its id; without them they are read from the store.
    """
    database.execute(
        f"insert into {ACTS} (atto_id, documento_id, importo, cup, entro) select id, documento_id, "
        "(select max(centesimi) from importi where atto_id = atti.id and valuta = 'EUR' "
        "and ruolo <> 'soglia'), "
        "exists (select 1 from codici where atto_id = atti.id and tipo = 'cup'), "
        "(select max(entro) from scadenze where atto_id = atti.id) "
        "from atti where documento_id = ? order by id",
        (documento_id,),
    )
    names = ", ".join(("rowid", *COLUMNS))
    database.conn.executemany(
        f"insert into {INDEX} ({names}) values (?, ?, ?, ?, ?)",
        _texts(database, documento_id)
        if texts is None
        else _numbered(database, documento_id, texts),
    )


def remove(database: Database, documento_id: str) -> None:
    """Take them out, while the document and what masks it are as they were put in."""
    names = ", ".join((INDEX, "rowid", *COLUMNS))
    database.conn.executemany(
        f"insert into {INDEX} ({names}) values ('delete', ?, ?, ?, ?, ?)",
        _texts(database, documento_id),
    )
    database.execute(f"delete from {ACTS} where documento_id = ?", (documento_id,))


_NAMED = (
    "sigla", "replace(sigla, '.', '')", "replace(tipo, '_', ' ')", "numero", "data", "ente",
    "organo", "struttura", "direzione",
)  # fmt: skip
_NAME = " || char(10) || ".join(f"coalesce({each}, '')" for each in _NAMED)
_ACTS = f"""
select posto, {FUNCTION}({_NAME}, atti.documento_id),
       coalesce({FUNCTION}(oggetto, atti.documento_id), ''), atti.id
from {ACTS} join atti on atti.id = atto_id where {ACTS}.documento_id = ? order by posto
"""
_TEXTS = f"""
select {FUNCTION}(testo, documento_id) from parti where atto_id = ? and foglia order by ordine
"""
_FACTS = f"""
select {FUNCTION}(valore, documento_id) as valore from codici where atto_id = :id
union select {FUNCTION}(nome, documento_id) from persone where atto_id = :id
union select {FUNCTION}(denominazione, documento_id) from contraenti where atto_id = :id
order by 1
"""


def _texts(database: Database, documento_id: str) -> Iterator[tuple[int, str, str, str, str]]:
    """What of each act of a document is searched, with the number of the act."""
    for number, name, subject, act in database.execute(_ACTS, (documento_id,)).fetchall():
        texts = database.execute(_TEXTS, (act,)).fetchall()
        facts = database.execute(_FACTS, {"id": act}).fetchall()
        yield number, name, subject, _joined(texts), _joined(facts)


def _numbered(
    database: Database, documento_id: str, texts: Mapping[str, Sequence[str]]
) -> list[tuple[Any, ...]]:
    numbers = database.execute(
        f"select posto, atto_id from {ACTS} where documento_id = ? order by posto", (documento_id,)
    )
    return [(number, *texts[act]) for number, act in numbers]


def _joined(rows: Iterable[tuple[str | None]]) -> str:
    return "\n".join(text for (text,) in rows if text)
