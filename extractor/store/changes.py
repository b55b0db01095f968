"""When each document of a store was added, changed or removed: the table ``modifiche``.

With ``acquisizioni`` the only table that depends on time. A document that is read again and says
the same has not changed; one that is found at another path has, since its paths are records too.
"""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Literal, NamedTuple

from sqlite_utils import Database

from extractor.store.definitions import create_index, create_table
from models import Documento

TABLE = "modifiche"

KEYS = "chiavi_citate"

KEYS_DESCRIPTIONS = {
    "": "Le chiavi di citazione che gli atti di ogni documento hanno o hanno avuto: quando il "
    "documento cambia, ciò che le cita può rimandare ad altro",
    "documento_id": "Documento, anche se non c'è più",
    "chiave_citazione": "Tipo, numero senza legislatura e anno: dgr|514|2023",
}

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
    """Make the tables, and what keeps them."""
    columns = {name: str for name in DESCRIPTIONS if name}
    create_table(database, TABLE, columns, "documento_id", not_null=("aggiunto_il",))
    create_index(database, TABLE, ["modificato_il"])
    database.execute(
        f"create table {KEYS} (documento_id text, chiave_citazione text, "
        "primary key (documento_id, chiave_citazione)) without rowid"
    )
    # Triggers, so that it holds for whatever writes into the store
    for trigger in _TRIGGERS:
        database.execute(trigger)


# A document written anew is taken out first
_TRIGGERS = (
    f"""
create trigger documento_rimosso after delete on documenti begin
    update {TABLE} set rimosso_il = {_NOW} where documento_id = old.id;
end""",
    f"""
create trigger documento_scritto after insert on documenti begin
    insert into {TABLE} (documento_id, aggiunto_il, modificato_il) values (new.id, {_NOW}, {_NOW})
    on conflict (documento_id) do update set rimosso_il = null;
end""",
    f"""
create trigger documento_rinominato after update of nome, contenitore_id on documenti
when old.nome is not new.nome or old.contenitore_id is not new.contenitore_id begin
    update {TABLE} set modificato_il = {_NOW} where documento_id = new.id;
end""",
    f"""
create trigger chiave_scritta after insert on atti when new.chiave_citazione is not null begin
    insert or ignore into {KEYS} values (new.documento_id, new.chiave_citazione);
end""",
    f"""
create trigger percorso_scritto after insert on file begin
    update {TABLE} set modificato_il = {_NOW} where documento_id = new.documento_id;
end""",
    f"""
create trigger percorso_tolto after delete on file begin
    update {TABLE} set modificato_il = {_NOW} where documento_id = old.documento_id;
end""",
    # A path that is written as it is known, as each ingest does, is no change
    f"""
create trigger percorso_cambiato after update on file
when (old.cartella, old.percorso, old.documento_id, old.stato, old.errore, old.dimensione)
is not (new.cartella, new.percorso, new.documento_id, new.stato, new.errore, new.dimensione) begin
    update {TABLE} set modificato_il = {_NOW}
    where documento_id in (old.documento_id, new.documento_id);
end""",
)


def note(database: Database, document: Documento, told: str) -> None:
    """Note that a document is about to be written; only other records than before are a change.

    ``told`` tells its other records from others.
    """
    record = f"{document.model_dump_json()}\n{told}"
    database.execute(
        f"insert into {TABLE} values (:id, :now, :now, null, :digest) "
        "on conflict (documento_id) do update set impronta = :digest, modificato_il = "
        "case when impronta is :digest and rimosso_il is null then modificato_il else :now end",
        {
            "id": document.id,
            "now": as_stored(datetime.now(UTC)),
            "digest": sha256(record.encode()).hexdigest(),
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
