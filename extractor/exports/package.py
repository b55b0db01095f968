"""``datapackage.json``: the files of an export with their types, keys and descriptions.

Data Package and Table Schema (Frictionless Data, version 1; the missing values of a single field
are of version 2). Each table has one resource with a schema; its files in other formats follow as
resources without one. Every file has its length and its SHA-256; ``schema.json``, which is the
same for every store, is only named.
"""

import json
from collections.abc import Iterable, Sequence
from hashlib import file_digest
from pathlib import Path
from typing import Any

from extractor.exports.tables import Column, Exported

TABULAR = ("csv", "jsonl", "parquet", "xlsx")
"""The formats of tables; the first of those written is the one with a schema."""

_MEDIA = {
    "csv": "text/csv", "jsonl": "application/x-ndjson", "ics": "text/calendar",
    "parquet": "application/vnd.apache.parquet", "json": "application/json",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


def write_package(
    folder: Path,
    tables: Sequence[Exported],
    files: Iterable[Path],
    *,
    personal: bool,
    delta: bool,
    modified: str | None,
) -> Path:
    """Describe the files of an export; ``modified`` is when the store last changed."""
    ordered = list(dict.fromkeys(files))
    told = _facts(folder, ordered)
    described = {}
    for table in tables:
        path = next(
            (path for kind in TABULAR for path in ordered if _holds(path, kind, table.nome)), None
        )
        if path is not None:
            described[table.nome] = _resource(table, path, told[path], tables)
    main = {each["path"] for each in described.values() if each["format"] != "xlsx"}
    others = [
        {"name": _name(path), "title": _TITLES.get(path.suffix, path.stem), "type": "file"} | each
        for path, each in told.items()
        if each["path"] not in main
    ]
    package = {
        "profile": "data-package",
        "name": "spoglio-modifiche" if delta else "spoglio",
        "title": "Atti letti da Spoglio" + (", ciò che è cambiato" if delta else ""),
        "description": _PERSONAL if personal else _MASKED,
        "modificato_il": modified,
        "json_schema": "schema.json",
        "resources": [*described.values(), *others],
    }
    target = folder / "datapackage.json"
    target.write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return target


_MASKED = (
    "Fatti letti in atti ufficiali, ognuno con le sue parole e il loro posto. I dati personali "
    "non necessari sono coperti, lettera per lettera, da █."
)
_PERSONAL = (
    "Fatti letti in atti ufficiali, ognuno con le sue parole e il loro posto. Contiene dati "
    "personali; i nomi oscurati su richiesta sono coperti da █."
)
_TITLES = {
    ".xlsx": "Tutte le tabelle in una cartella di lavoro",
    ".ics": "Le scadenze come calendario",
    ".zip": "Gli atti interi, ognuno come documento di Akoma Ntoso 3",
    ".json": "I contratti e i progetti che gli atti dicono (Open Contracting Data Standard)",
}


def _holds(path: Path, kind: str, table: str) -> bool:
    return path.suffix == f".{kind}" and (kind == "xlsx" or path.stem == table)


def _name(path: Path) -> str:
    return f"{path.stem}-{path.suffix[1:]}"


def _facts(folder: Path, files: Iterable[Path]) -> dict[Path, dict[str, Any]]:
    facts = {}
    for path in files:
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
        kind = path.suffix[1:]
        facts[path] = {
            "path": path.relative_to(folder).as_posix(),
            "format": kind,
            "mediatype": _MEDIA[kind],
            "encoding": "utf-8",
            "bytes": path.stat().st_size,
            "hash": f"sha256:{digest}",
        }
    return facts


def _resource(
    table: Exported, path: Path, facts: dict[str, Any], tables: Sequence[Exported]
) -> dict[str, Any]:
    kind = facts["format"]
    resource = {
        "name": table.nome,
        "title": table.nome.replace("_", " "),
        "description": table.descrizione,
        # Frictionless reads no Parquet file without more packages, nor JSON Lines without a line
        "type": "file" if kind == "parquet" or not facts["bytes"] else "table",
        **facts,
        "schema": _schema(table, kind, {each.nome for each in tables}),
    }
    if kind == "xlsx":
        resource["dialect"] = {"excel": {"sheet": table.nome}}
    return resource


def _schema(table: Exported, kind: str, present: set[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, column.nome in table.chiave, kind) for column in table.colonne],
        "missingValues": [""],
        "primaryKey": list(table.chiave),
    }
    foreign = [
        {
            "fields": [column],
            "reference": {"resource": "" if other == table.nome else other, "fields": [key]},
        }
        for column, other, key in table.estero
        if other in present
    ]
    return schema | ({"foreignKeys": foreign} if foreign else {})


def _type(column: Column, kind: str) -> str:
    if kind == "xlsx" and column.tipo in ("array", "object"):
        return "string"  # a cell may hold the beginning only
    return "number" if column.tipo == "decimal" else column.tipo


def _field(column: Column, key: bool, kind: str) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.nome,
        "type": _type(column, kind),
        "description": column.descrizione,
    }
    empty = kind == "csv" and not column.facoltativa and column.tipo == "string"
    if empty and not column.valori:
        # Nothing is missing in this column: an empty cell is an empty text
        field["missingValues"] = []
    constraints: dict[str, Any] = {}
    if (key or not column.facoltativa) and kind != "xlsx":
        constraints["required"] = True
    if column.valori:
        constraints["enum"] = list(column.valori)
    return field | ({"constraints": constraints} if constraints else {})
