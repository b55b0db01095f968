"""From records to rows: what SQLite stores of each field."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from extractor.store.schema import ADDED_COLUMNS, REPLACED_FIELDS
from models.identity import row_number
from models.sheets import CUP_FIELDS


def rows(table: str, records: Iterable[BaseModel]) -> Iterator[dict[str, Any]]:
    """A row for each record of ``table``, with its derived columns.

    Lists and mappings are JSON, truth values 0 and 1, an empty reference is null.
    """
    replaced = REPLACED_FIELDS.get(table, frozenset())
    added = {name for name, _, _ in ADDED_COLUMNS.get(table, ())}
    for record in records:
        values = record.model_dump()
        row = {name: _value(value) for name, value in values.items() if name not in replaced}
        if row.get("atto_id") == "":
            row["atto_id"] = None
        if "riga" in added:
            row["riga"] = row_number(row["id"])
        if "chiave_citazione" in added:
            row["chiave_citazione"] = citation_key(row["tipo"], row["numero"], row["anno"])
        if "entro" in added:
            row["entro"] = row["data"] or row["data_calcolata"]
        if table == "schede_cup":
            fields = values["campi"]
            row |= {name: fields.get(name) for name in CUP_FIELDS}
            others = {name: value for name, value in fields.items() if name not in CUP_FIELDS}
            row["altri_campi"] = _value(others)
        yield row


def citation_key(tipo: str, numero: str | None, anno: int | None) -> str | None:
    """What a citation and the act it cites have in common, or None when it says too little.

    The legislature's prefix is left out, since acts are often cited without it.

    >>> citation_key("dgr", "XII/514", 2023)
    'dgr|514|2023'
    """
    if not numero or not anno:
        return None
    return f"{tipo}|{numero.rpartition('/')[2].strip().upper()}|{anno}"


def _value(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False)
    return value
