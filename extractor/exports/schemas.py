"""JSON Schema (2020-12) of every record, as the rows of an export have it."""

from typing import Any

from extractor.exports.tables import stored
from extractor.store.schema import ADDED_COLUMNS, REGISTRY, TABLES, Table

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_schemas() -> dict[str, Any]:
    """One schema whose ``$defs`` hold the record of each table, by the table's name.

    A line of ``jsonl/atti.jsonl`` is valid against ``#/$defs/atti``.
    """
    return {
        "$schema": DIALECT,
        "title": "Spoglio",
        "description": "I record di Spoglio: una definizione per ogni tabella",
        "$defs": {table.nome: _of(table) for table in (*TABLES, *REGISTRY)},
    }


def _of(table: Table) -> dict[str, Any]:
    record = table.record.model_json_schema(mode="serialization")
    known = record["properties"]
    added = {name: (kind, text) for name, kind, text in ADDED_COLUMNS.get(table.nome, ())}
    properties = {}
    for column in stored(table).colonne:
        if column.nome in added:
            kind = "object" if column.tipo == "object" else _TYPES[added[column.nome][0]]
            properties[column.nome] = {
                "type": [kind, "null"], "description": column.descrizione
            }  # fmt: skip
        else:
            properties[column.nome] = _nullable(known[column.nome], column.nome)
    return {
        "title": record["title"],
        "description": table.descrizione,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_TYPES = {str: "string", int: "integer"}


def _nullable(field: dict[str, Any], name: str) -> dict[str, Any]:
    """A field's schema; a default says nothing of rows, in which every field is written."""
    schema = {key: value for key, value in field.items() if key not in ("default", "title")}
    if name == "atto_id" and schema.get("type") == "string":
        schema["type"] = ["string", "null"]
    return schema
