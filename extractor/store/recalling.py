"""From a store's rows, or their copies, back to a document as ``Store.write`` takes it."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from extractor.store import schema
from extractor.store.ledger import KeptText, Member
from extractor.store.prepared import TABLES, Prepared, prepared
from extractor.store.rows import shape
from models import Documento

HIDDEN = "oscurato"
"""The reason of a private string that is one because its name was hidden on request."""

TIED = {"riferimenti": "atto_citato_id", "documenti_collegati": "atto_id"}
"""Columns that point to other documents' acts: the closing step makes them anew from keys."""


class Recalled(NamedTuple):
    """A document as ``Store.write`` takes it."""

    records: Prepared
    versione: str
    secondi: float
    testo: KeptText | None
    membri: tuple[Member, ...]


def recall(rows: Callable[[str], Iterable[Mapping[str, Any]]]) -> Prepared:
    """A document from its rows in each table, in the order in which they were written.

    Raises ``ValueError`` or ``LookupError`` when they are no document of this version.
    """
    (document,) = rows("documenti")
    made = {name: [_row(name, row) for row in rows(name)] for name in TABLES}
    _order(made)
    private = [
        (row["testo"], row["motivo"]) for row in rows(schema.PRIVATE) if row["motivo"] != HIDDEN
    ]
    fields = {name: document[name] for name in Documento.model_fields}
    return prepared(Documento.model_validate(fields), made, private)


def _order(made: Mapping[str, list[tuple[Any, ...]]]) -> None:
    """Put acts and parts, which a store numbers otherwise, as they stand in the document."""
    parts, order, act = made["parti"], shape("parti").at("ordine"), shape("parti").at("atto_id")
    parts.sort(key=itemgetter(order))
    first = {row[act]: number for number, row in reversed(list(enumerate(parts)))}
    identity = shape("atti").at("id")
    made["atti"].sort(key=lambda row: first.get(row[identity], len(parts)))


def _row(table: str, row: Mapping[str, Any]) -> tuple[Any, ...]:
    # As it was made, truth values too: whether a document has changed is told by that
    truths = _truths(table)
    values = [
        bool(row[name]) if name in truths and row[name] is not None else row[name]
        for name in shape(table).colonne
    ]
    if table in TIED and row["chiave_citazione"] is not None:
        values[shape(table).at(TIED[table])] = None
    return tuple(values)


@cache
def _truths(table: str) -> frozenset[str]:
    """The columns of a table that hold truth values."""
    record = next(each.record for each in schema.TABLES if each.nome == table)
    kinds = {name: field.annotation for name, field in record.model_fields.items()}
    return frozenset(name for name, kind in kinds.items() if kind in (bool, bool | None))
