"""From records to rows: what SQLite stores of each field."""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from extractor.store import schema
from models.identity import row_number
from models.numbers import bare_number
from models.sheets import CUP_FIELDS

Row = tuple[Any, ...]
"""The values of a row, in the order of its table's columns."""

_encode = json.JSONEncoder(ensure_ascii=False).encode


class Shape(NamedTuple):
    """The columns of a table, those of them that hold JSON, what derives the added ones."""

    colonne: tuple[str, ...]
    json: frozenset[str]
    derivate: Callable[[Mapping[str, Any]], Mapping[str, Any]] | None

    def at(self, column: str) -> int:
        """Where in a row a column's value stands."""
        return self.colonne.index(column)


@cache
def shape(table: str) -> Shape:
    """How the rows of a table are made."""
    found = next(each for each in schema.TABLES if each.nome == table)
    columns = tuple(schema.columns(found))
    fields = found.record.model_fields
    listed = frozenset(
        name for name in columns if name in fields and schema.is_json_column(found, name)
    )
    return Shape(columns, listed, _DERIVED.get(table))


def rows(table: str, records: Iterable[BaseModel]) -> list[Row]:
    """A row for each record of ``table``, with its derived columns.

    Lists and mappings are JSON, truth values 0 and 1, an empty reference is null.
    """
    columns, listed, derive = shape(table)
    # A fact and its mentions have the very same boxes, which are written once
    written: dict[int, str] = {}
    made = []
    for record in records:
        values: Mapping[str, Any] = record.__dict__
        if derive is not None:
            values = {**values, **derive(values)}
        if values.get("atto_id") == "":
            values = {**values, "atto_id": None}
        made.append(
            tuple([
                _json(values[name], written) if name in listed else values[name]
                for name in columns
            ])
        )  # fmt: skip
    return made


def citation_key(tipo: str, numero: str | None, anno: int | None) -> str | None:
    """What a citation and the act it cites have in common, or None when it says too little.

    Legislature and year are left out of the number, since acts are often cited without them.

    >>> citation_key("dgr", "XII/514", 2023), citation_key("ordinanza", "15/2026", 2026)
    ('dgr|514|2023', 'ordinanza|15|2026')
    """
    if not numero or not anno:
        return None
    return f"{tipo}|{bare_number(numero, anno)}|{anno}"


def _json(value: Any, written: dict[int, str]) -> Any:
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    known = written.get(id(value))
    if known is None:
        known = written[id(value)] = _encode(value)
    return known


def _act(values: Mapping[str, Any]) -> dict[str, Any]:
    return _numbered(values) | _cited(values)


def _numbered(values: Mapping[str, Any]) -> dict[str, Any]:
    return {"riga": row_number(values["id"])}


def _cited(values: Mapping[str, Any]) -> dict[str, Any]:
    key = citation_key(values["tipo"], values["numero"], values["anno"])
    return {"chiave_citazione": key}


def _due(values: Mapping[str, Any]) -> dict[str, Any]:
    return {"entro": values["data"] or values["data_calcolata"]}


def _cup_sheet(values: Mapping[str, Any]) -> dict[str, Any]:
    fields = values["campi"]
    others = {name: value for name, value in fields.items() if name not in CUP_FIELDS}
    return {name: fields.get(name) for name in CUP_FIELDS} | {"altri_campi": _encode(others)}


_DERIVED: dict[str, Callable[[Mapping[str, Any]], Mapping[str, Any]]] = {
    "atti": _act,
    "parti": _numbered,
    "riferimenti": _cited,
    "scadenze": _due,
    "documenti_collegati": _cited,
    "schede_cup": _cup_sheet,
}
"""What gives the columns that ``schema.ADDED_COLUMNS`` adds."""
