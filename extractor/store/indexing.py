"""A document's texts in the search indexes of a store, without its private strings."""

from sqlite_utils import Database

from extractor.store import act_index, schema
from extractor.store.prepared import Indexed
from extractor.store.privacy import FUNCTION


def put(database: Database, documento_id: str, indexed: Indexed) -> None:
    """Put the texts of a document in, as they were made ready."""
    for name, found in indexed.tabelle.items():
        columns = ("rowid", *schema.SEARCHED[name].colonne)
        marks = ", ".join("?" * len(columns))
        database.conn.executemany(
            f"insert into {name}_fts ({', '.join(columns)}) values ({marks})", found
        )
    act_index.add(database, documento_id, indexed.atti)


def add(database: Database, documento_id: str) -> None:
    """Put the texts of a document in, as its rows have them."""
    for name, search in schema.SEARCHED.items():
        columns = ", ".join(search.colonne)
        database.execute(
            f"insert into {name}_fts (rowid, {columns}) select riga, {_masked(search)} "
            f"from {search.contenuto} where documento_id = ?",
            (documento_id,),
        )
    act_index.add(database, documento_id)


def remove(database: Database, documento_id: str) -> None:
    """Take them out; what is taken out must be what was put in."""
    for name, search in schema.SEARCHED.items():
        columns = ", ".join(search.colonne)
        database.execute(
            f"insert into {name}_fts ({name}_fts, rowid, {columns}) "
            f"select 'delete', riga, {_masked(search)} "
            f"from {search.contenuto} where documento_id = ?",
            (documento_id,),
        )
    act_index.remove(database, documento_id)


def _masked(search: schema.Search) -> str:
    return ", ".join(f"{FUNCTION}({column}, documento_id)" for column in search.colonne)
