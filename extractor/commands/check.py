"""``spoglio check``: the findings of one file, or of all the documents of a store."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.checks.bulletins import missing_bulletins
from extractor.documents import OcrMode
from extractor.pipeline import extract
from extractor.store.errors import StoreError, explained
from extractor.store.opening import not_a_store, open_covered
from models import Documento, Segnalazione
from models.vocabulary import Gravita

_SQLITE = b"SQLite format 3\x00"
_ORDER: tuple[Gravita, ...] = ("errore", "avviso", "nota")
_NAMES = {"errore": ("errore", "errori"), "avviso": ("avviso", "avvisi"), "nota": ("nota", "note")}


@dataclass(frozen=True)
class Checked:
    """A document with its findings, in the order of the pages."""

    nome: str
    segnalazioni: tuple[Segnalazione, ...]
    atti: dict[str, str] = field(default_factory=dict)

    def count(self, severity: Gravita) -> int:
        """How many findings are of a severity."""
        return sum(found.gravita == severity for found in self.segnalazioni)


def is_database(path: Path) -> bool:
    """Whether a file is a SQLite database, by its first bytes."""
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def check_file(path: Path, *, ocr: OcrMode = "auto") -> list[Checked]:
    """The findings of a file, and of every entry of it when it is an archive or a message.

    Raises ``extractor.documents.ReadError`` when the file cannot be read.
    """
    checked = []
    for records in extract(path, ocr=ocr):
        acts = {act.id: _act(act.sigla or act.tipo, act.numero) for act in records.atti}
        checked.append(Checked(records.documento.nome, _sorted(records.segnalazioni), acts))
    return checked


def check_store(path: Path) -> list[Checked]:
    """The findings of every document of a store, with those that only the whole store shows.

    Raises ``StoreError`` when the file is not a store of this version.
    """
    try:
        with closing(open_covered(path)) as connection:
            if reason := not_a_store(path, connection):
                raise StoreError(reason)
            connection.row_factory = sqlite3.Row
            return _of_store(connection)
    except sqlite3.Error as error:
        raise StoreError(explained(path, error)) from error


def _of_store(connection: sqlite3.Connection) -> list[Checked]:
    documents = [
        Documento.model_validate(dict(row))
        for row in connection.execute("select * from documenti order by nome, id")
    ]
    findings: dict[str, list[Segnalazione]] = {document.id: [] for document in documents}
    for row in connection.execute("select * from segnalazioni"):
        values = {**dict(row), "fatti": _identifiers(row["fatti"])}
        findings[row["documento_id"]].append(Segnalazione.model_validate(values))
    for found in missing_bulletins(documents):
        findings[found.documento_id].append(found)
    acts: dict[str, dict[str, str]] = {document.id: {} for document in documents}
    for row in connection.execute("select id, documento_id, sigla, tipo, numero from atti"):
        acts[row["documento_id"]][row["id"]] = _act(row["sigla"] or row["tipo"], row["numero"])
    return [
        Checked(document.nome, _sorted(findings[document.id]), acts[document.id])
        for document in documents
    ]


def _identifiers(stored: str | None) -> tuple[str, ...]:
    return tuple(json.loads(stored or "[]"))


def _act(kind: str, number: str | None) -> str:
    return f"{kind} n. {number}" if number else kind


def _sorted(findings: Iterable[Segnalazione]) -> tuple[Segnalazione, ...]:
    """In the order of the document; of one place, the gravest first."""
    return tuple(
        sorted(
            findings,
            key=lambda f: (f.pagina or 0, f.inizio or 0, _ORDER.index(f.gravita), f.regola, f.id),
        )
    )


def has_errors(checked: Iterable[Checked]) -> bool:
    """Whether any finding is an ``errore``."""
    return any(document.count("errore") for document in checked)


def as_text(checked: list[Checked]) -> Iterator[str]:
    """The lines of a report: the findings under the name of their document, and their sum."""
    for document in checked:
        if document.segnalazioni:
            yield document.nome
            yield from (_line(document, found) for found in document.segnalazioni)
            yield ""
    yield _summary(checked)


def _line(document: Checked, found: Segnalazione) -> str:
    page = f"p. {found.pagina}" if found.pagina else ""
    act = document.atti.get(found.atto_id or "", "") if len(document.atti) > 1 else ""
    where = ", ".join(filter(None, (page, act)))
    return f"  {found.gravita}  {where}{': ' if where else ''}{found.messaggio}  [{found.regola}]"


def _summary(checked: list[Checked]) -> str:
    counts = {name: sum(document.count(name) for document in checked) for name in _ORDER}
    if not any(counts.values()):
        return "Nessuna segnalazione."
    parts = [f"{n} {_NAMES[name][n != 1]}" for name, n in counts.items() if n]
    return ", ".join(parts) + "."


def as_json(checked: list[Checked]) -> list[dict[str, Any]]:
    """Each document with its findings, as the records have them."""
    return [
        {
            "documento": document.nome,
            "segnalazioni": [found.model_dump(mode="json") for found in document.segnalazioni],
        }
        for document in checked
    ]
