"""From rows back to records: what was written of a document, as it was given to the writer."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from extractor.store import schema
from extractor.store.ledger import KeptText, Member
from extractor.store.prepared import Prepared
from extractor.store.schema import Table, is_json_column
from models import Estrazione
from models.sheets import CUP_FIELDS

Row = Mapping[str, Any]
Rows = Callable[[str], Iterable[Row]]
"""The rows of a document in a table, in the order in which they were written."""

TIED = {
    "riferimenti": ("atto_citato_id",),
    "documenti_collegati": ("atto_id",),
}
"""Columns that point to other documents' acts: the closing step makes them anew from keys."""


class Recalled(NamedTuple):
    """A document as ``Store.write`` takes it."""

    records: Estrazione | Prepared
    versione: str
    secondi: float
    testo: KeptText | None
    membri: tuple[Member, ...]


def recall(rows: Rows) -> Estrazione:
    """The records of a document; its ``avvisi`` are not kept. Raises ``ValueError``."""
    found: dict[str, Any] = {}
    for table in schema.TABLES:
        if table.nome == "file":
            continue
        records = tuple(_record(table, row) for row in rows(table.nome))
        found[table.nome] = records
    (found["documento"],) = found.pop("documenti")
    return Estrazione(**found)


def _record(table: Table, row: Row) -> BaseModel:
    fields = table.record.model_fields
    values = {name: row[name] for name in fields if name in row}
    for name, value in values.items():
        if value is not None and is_json_column(table, name):
            values[name] = json.loads(value)
    if table.nome == "schede_cup":
        values["campi"] = _printed_fields(row)
    if row.get("chiave_citazione") is not None:
        values |= dict.fromkeys(TIED.get(table.nome, ()))
    if values.get("atto_id", "") is None:
        values["atto_id"] = fields["atto_id"].default  # the empty text where it may not be null
    return table.record.model_validate(values)


def _printed_fields(row: Row) -> dict[str, Any]:
    named = {name: row[name] for name in CUP_FIELDS if row[name] is not None}
    return {**named, **json.loads(row["altri_campi"] or "{}")}
