"""Writing the parts of documents, in the worker that has read them."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import ParamSpec

from extractor.addresses import is_address
from extractor.extraction import Extracted
from extractor.parts.files import COLUMNS, EMPTY, WHOLE, Folder, Row
from extractor.store.ledger import CONTENTS, TEXTS, Attempt, KeptText, Member
from extractor.store.recalling import Recalled
from extractor.store.rows import rows
from extractor.store.schema import PRIVATE
from models import File

P = ParamSpec("P")


@dataclass(frozen=True)
class Asked:
    """Which parts to write of a file that is read: where, by which version, at which path.

    ``sha256`` of ``attempt`` is what the file had when it was looked at. ``texts`` and
    ``members`` are those of documents that are extracted from kept texts. With ``only``, no more
    is given back than what is told of a document.
    """

    folder: str
    version: str
    text_version: str
    file: File
    attempt: Attempt
    texts: Sequence[bytes] | None = None
    members: Sequence[Member] = ()
    only: bool = False


def with_parts(
    asked: Asked, function: Callable[P, list[Extracted]], *args: P.args, **kwargs: P.kwargs
) -> list[Extracted]:
    """What ``function`` gives, with its parts written. Raises ``PartsError`` too."""
    extracted = function(*args, **kwargs)
    if not extracted:
        return extracted
    folder = Folder(asked.folder)
    for document in _recalled(asked, extracted):
        write_document(folder, document)
    own = extracted[-1 if asked.texts is not None else 0].records.documento.id
    file = asked.file.model_copy(update={"documento_id": own})
    attempt = asked.attempt._replace(sha256=own)
    if own != asked.attempt.sha256 and not is_address(file.cartella):
        attempt = attempt._replace(impronta="")  # changed while it was being read
    write_file(folder, file, attempt)
    return [_told(one) for one in extracted] if asked.only else extracted


def _told(one: Extracted) -> Extracted:
    """The document, its pages and its acts."""
    return one._replace(records=one.records.with_only("pagine", "atti"), text=None)


def _recalled(asked: Asked, extracted: Sequence[Extracted]) -> list[Recalled]:
    """The documents as the store is to take them: the file's own last, with its members."""
    again = asked.texts is not None
    texts = asked.texts or [one.text or b"" for one in extracted]
    found = [
        Recalled(
            one.records,
            one.marked(asked.version),
            one.seconds,
            KeptText(asked.text_version, text),
            (),
        )
        for one, text in zip(extracted, texts, strict=True)
    ]
    if not again:
        found = [*found[1:], found[0]]
    documents = [one.records.documento for one in found[:-1]]
    members = (
        asked.members if again else [Member(d.id, d.contenitore_id, d.nome) for d in documents]
    )
    own = found[-1]._replace(membri=tuple(members))
    others = [one for one in found[:-1] if one.records.documento.id != own.records.documento.id]
    return [*others, own]


def write_document(folder: Folder, document: Recalled) -> None:
    """Write a document's parts in place of those it has."""
    records = document.records
    name = records.documento.id
    folder.remove(WHOLE, name)
    _put(folder, "documenti", name, rows("documenti", [records.documento]))
    for table, found in records.righe.items():
        _put(folder, table, name, found)
    _put(folder, PRIVATE, name, [(name, *each) for each in records.riservati])
    _put(folder, TEXTS, name, [(name, *document.testo)] if document.testo else [])
    _put(folder, CONTENTS, name, [(name, *member) for member in document.membri])
    when = datetime.now(UTC).isoformat(timespec="seconds")
    state = records.documento.stato
    row = (name, document.versione, when, round(document.secondi, 3), state)
    folder.write(WHOLE, name, [row])


def _put(folder: Folder, table: str, name: str, found: Sequence[Row]) -> None:
    if found:
        folder.write(table, name, found)
    else:
        folder.remove(table, name)  # another version may have found some


def write_file(folder: Folder, file: File, attempt: Attempt) -> None:
    """Write the part of a path that was tried."""
    known = {**attempt._asdict(), **file.model_dump()}
    row = [known[name] for name in COLUMNS["file"]]
    folder.write("file", file_key(file.cartella, file.percorso), [row])


def file_key(cartella: str, percorso: str) -> str:
    """What the part of a path is called."""
    return sha256(json.dumps([cartella, percorso]).encode()).hexdigest()[:32]


def remove_document(folder: Folder, documento_id: str) -> None:
    """Take a document's parts away."""
    for table in (WHOLE, *(name for name in COLUMNS if name not in (WHOLE, "file"))):
        folder.remove(table, documento_id)


def prepare(folder: Folder) -> None:
    """Write the parts without rows, so that every table is there."""
    if not folder.has(WHOLE, EMPTY):
        for table in sorted(COLUMNS, key=WHOLE.__eq__):  # the one looked for comes last
            folder.write(table, EMPTY, [])
