"""What is exported: the tables of the store and those of a delta, with the type of each column."""

import types
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from extractor.store import schema
from extractor.store.schema import Table, is_json_column

FORMATS = ("csv", "jsonl", "parquet", "xlsx", "ics", "ocds", "akn")
"""The formats of an export, by their usual file suffix; ``ocds`` is JSON, ``akn`` XML in a ZIP."""

Kind = Literal["string", "integer", "number", "boolean", "date", "decimal", "array", "object"]
"""Types of a column. Decimals are exact, as text; lists and mappings are JSON, as text."""


class Column(NamedTuple):
    """A column as exported; ``valori`` is its vocabulary, where it has one."""

    nome: str
    tipo: Kind
    descrizione: str
    facoltativa: bool
    valori: tuple[str, ...] = ()


class Exported(NamedTuple):
    """A table as exported: what it holds, what identifies a row, what its columns point to."""

    nome: str
    descrizione: str
    chiave: tuple[str, ...]
    colonne: tuple[Column, ...]
    estero: tuple[tuple[str, str, str], ...] = ()


_DATES = frozenset({
    "data", "data_calcolata", "data_pubblicazione", "data_rilascio", "data_validazione", "dal",
    "entro",
})  # fmt: skip
_NOT_DATES = {("firme", "data")}
"""The one ``data`` that is no day: the moment at which a signer says to have signed.

``data_protocollo`` is none either: lists print the day with its hour.
"""


def stored(table: Table) -> Exported:
    """A table of the store as it is exported whole."""
    texts = schema.descriptions(table)
    columns = tuple(_column(table, name, texts[name]) for name in schema.columns(table))
    return Exported(table.nome, table.descrizione, table.chiave, columns, table.estero)


def _column(table: Table, name: str, text: str) -> Column:
    field = table.record.model_fields.get(name)
    annotation = field.annotation if field else schema.columns(table)[name]
    # The store has null where a record's act is the empty text
    optional = field is None or name == "atto_id" or type(None) in get_args(annotation)
    plain = _without_none(annotation)
    values = get_args(plain) if get_origin(plain) is Literal else ()
    return Column(name, _kind(table, name, plain), text, optional, tuple(map(str, values)))


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, types.UnionType):
        return next(kind for kind in get_args(annotation) if kind is not type(None))
    return annotation


def _kind(table: Table, name: str, annotation: Any) -> Kind:
    if is_json_column(table, name):
        return "array" if get_origin(annotation) is tuple else "object"
    for known, kind in _SIMPLE.items():
        if annotation is known:
            return kind
    if name in _DATES and (table.nome, name) not in _NOT_DATES:
        return "date"
    return "decimal" if (table.nome, name) == ("importi", "importo") else "string"


_SIMPLE: dict[type, Kind] = {bool: "boolean", int: "integer", float: "number"}


TABLES: tuple[Exported, ...] = tuple(stored(table) for table in (*schema.TABLES, *schema.REGISTRY))
"""Every table with a record; no private string is in them but through the mask."""

_OF_ALL = frozenset(table.nome for table in schema.REGISTRY)
"""Tables made of all documents together, though a row may show one of them."""


def _text(name: str, description: str, *values: str) -> Column:
    return Column(name, "string", description, False, values)


CHANGES = Exported(
    "modifiche",
    "I documenti aggiunti, cambiati o rimossi: prima di accogliere le altre tabelle si tolgono "
    "le righe che si hanno di ognuno",
    ("documento_id",),
    (
        _text("documento_id", "Documento"),
        _text("azione", "Che cosa ne è stato del documento", "aggiunto", "cambiato", "rimosso"),
        _text("quando", "Quando (UTC, ISO 8601)"),
    ),
)
LINKS = Exported(
    "collegamenti",
    "I rimandi di altri documenti, non cambiati, che con questi possono essere cambiati",
    ("tabella", "id"),
    (
        _text("tabella", "Tabella della riga", "riferimenti", "documenti_collegati"),
        _text("id", "Chiave della riga"),
        _text("colonna", "Colonna da aggiornare", "atto_citato_id", "atto_id"),
        Column("valore", "string", "Atto a cui la riga rimanda ora; vuoto se nessuno", True),
    ),
)
DELTA: tuple[Exported, ...] = (CHANGES, LINKS)
"""The tables that only a delta has."""

_ACROSS = {("documenti_collegati", "atto_id")}
"""Columns that may point to a document that a delta does not hold."""


def delta_tables(tables: tuple[Exported, ...] = TABLES) -> tuple[Exported, ...]:
    """The tables of the store as a delta has them, and those that only a delta has.

    A table whose rows are of no document, but made anew of all, is whole or not at all.
    """
    return (*(_in_delta(table) for table in tables if _of_documents(table)), *DELTA)


def _of_documents(table: Exported) -> bool:
    return table.nome not in _OF_ALL and (
        table.nome == "documenti" or any(each.nome == "documento_id" for each in table.colonne)
    )


def _in_delta(table: Exported) -> Exported:
    foreign = tuple(key for key in table.estero if (table.nome, key[0]) not in _ACROSS)
    return table._replace(estero=foreign)


def names(tables: tuple[Exported, ...] = (*TABLES, *DELTA)) -> Iterator[str]:
    """The names of tables."""
    return (table.nome for table in tables)
