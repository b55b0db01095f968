"""Reading parts: which documents and paths are there, and what they are."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from extractor.parts.errors import PartsError
from extractor.parts.files import COLUMNS, WHOLE, Folder
from extractor.store.ledger import CONTENTS, TEXTS, Attempt, KeptText, Member
from extractor.store.recalling import Recalled, recall
from models import File

AT_ONCE = 16
"""Files of parts that are read at once: most of the time they are waited for."""


def versions(folder: Folder) -> dict[str, dict[str, Any]]:
    """The row of ``acquisizioni`` of each document that is whole."""
    return {row["documento_id"]: row for row in _all(folder, WHOLE)}


def paths(folder: Folder) -> Iterator[tuple[File, Attempt]]:
    """The paths that were tried, in the order of their names."""
    found = _all(folder, "file")
    for row in sorted(found, key=lambda row: (row["cartella"], row["percorso"])):
        yield (
            File(**{name: row[name] for name in File.model_fields}),
            Attempt(**{name: row[name] for name in Attempt._fields}),
        )


def document(folder: Folder, documento_id: str) -> Recalled:
    """A document of the parts. Raises ``PartsError`` when it is not whole."""
    tables = [name for name in COLUMNS if name != "file"]
    with ThreadPoolExecutor(AT_ONCE) as threads:
        found = threads.map(lambda table: folder.read(table, documento_id), tables)
        rows = dict(zip(tables, found, strict=True))
    try:
        (acquired,) = rows[WHOLE]
        text = next((KeptText(row["versione"], row["dati"]) for row in rows[TEXTS]), None)
        members = tuple(Member(*(row[name] for name in Member._fields)) for row in rows[CONTENTS])
        records = recall(lambda table: rows[table])
    except (ValueError, LookupError, TypeError) as error:
        raise _foreign(folder, f"del documento {documento_id}") from error
    return Recalled(records, acquired["versione"], acquired["secondi"], text, members)


def _all(folder: Folder, table: str) -> list[dict[str, Any]]:
    names = sorted(folder.names(table))
    with ThreadPoolExecutor(AT_ONCE) as threads:
        found = list(threads.map(lambda name: folder.read(table, name), names))
    for name, rows in zip(names, found, strict=True):
        if any(COLUMNS[table].keys() - row.keys() for row in rows):
            raise _foreign(folder, f"{table}/{name}")
    return [row for rows in found for row in rows]


def _foreign(folder: Folder, what: str) -> PartsError:
    return PartsError(
        f"{folder.place}: le parti {what} non sono di questa versione di Spoglio, o sono "
        "danneggiate. Cancellarle e ripetere l'acquisizione."
    )
