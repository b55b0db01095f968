"""When each document of a store was added, changed or removed: the table ``modifiche``.

With ``acquisizioni`` the only table that depends on time. A document that is read again and says
the same has not changed.
"""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Literal, NamedTuple

from sqlite_utils import Database

from models import Estrazione

TABLE = "modifiche"

DESCRIPTIONS = {
    "": "Quando ogni documento è stato aggiunto, cambiato o tolto",
    "documento_id": "Documento, anche se non c'è più",
    "aggiunto_il": "Quando il documento è entrato nell'archivio (UTC, ISO 8601)",
    "modificato_il": "Quando i suoi record sono cambiati l'ultima volta (UTC, ISO 8601)",
    "rimosso_il": "Quando è stato tolto (UTC, ISO 8601); vuoto se c'è",
    "impronta": "SHA-256 dei suoi record, per sapere se cambiano",
}

Azione = Literal["aggiunto", "cambiato", "rimosso"]


class Change(NamedTuple):
    """What became of a document, and when (UTC, ISO 8601)."""

    documento_id: str
    azione: Azione
    quando: str


# Fixed width, so that the order of the texts is that of the moments; the trigger writes the same
_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"
_NOW = "strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')"


def create(database: Database) -> None:
    """Make the table, and what notes that a document is removed."""
    database.table(TABLE).create(
        {name: str for name in DESCRIPTIONS if name}, pk="documento_id", not_null={"aggiunto_il"}
    )
    database.table(TABLE).create_index(["modificato_il"])
    # Whatever puts documents in or takes them out; a document written anew is taken out first
    database.execute(
        f"create trigger documento_rimosso after delete on documenti begin "
        f"update {TABLE} set rimosso_il = {_NOW} where documento_id = old.id; end"
    )
    database.execute(
        f"create trigger documento_scritto after insert on documenti begin "
        f"insert into {TABLE} (documento_id, aggiunto_il, modificato_il) "
        f"values (new.id, {_NOW}, {_NOW}) "
        "on conflict (documento_id) do update set rimosso_il = null; end"
    )


def note(database: Database, records: Estrazione) -> None:
    """Note that a document is about to be written; only other records than before are a change."""
    database.execute(
        f"insert into {TABLE} values (:id, :now, :now, null, :digest) "
        "on conflict (documento_id) do update set impronta = :digest, modificato_il = "
        "case when impronta is :digest and rimosso_il is null then modificato_il else :now end",
        {
            "id": records.documento.id,
            "now": as_stored(datetime.now(UTC)),
            "digest": sha256(records.model_dump_json().encode()).hexdigest(),
        },
    )


def touch(database: Database, documents: Iterable[str]) -> None:
    """Note that documents are to be shown otherwise than before: a name was hidden, or shown."""
    now = as_stored(datetime.now(UTC))
    for documento_id in documents:
        database.execute(
            f"update {TABLE} set modificato_il = ? where documento_id = ?", (now, documento_id)
        )


def as_stored(moment: datetime) -> str:
    """A moment as the table has it.

    >>> as_stored(datetime(2026, 11, 21, 8, 30, tzinfo=UTC))
    '2026-11-21T08:30:00.000000Z'
    """
    return moment.astimezone(UTC).strftime(_FORMAT)


def changed_since(connection: sqlite3.Connection, moment: datetime) -> list[Change]:
    """What became of each document since a moment, by the document's id."""
    rows = connection.execute(
        f"select documento_id, case when rimosso_il is not null then 'rimosso' "
        f"when aggiunto_il >= :since then 'aggiunto' else 'cambiato' end, "
        f"coalesce(rimosso_il, modificato_il) as quando from {TABLE} "
        "where coalesce(rimosso_il, modificato_il) >= :since order by documento_id",
        {"since": as_stored(moment)},
    )
    return [Change(*row) for row in rows]
