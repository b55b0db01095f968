"""The doubts about identities in a store, and the decisions that settle them."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from extractor.registry.decisions import load, of_store
from extractor.registry.update import update
from extractor.store.errors import StoreError, explained
from extractor.store.opening import not_a_store, open_read_only
from extractor.store.writer import Store

_PLURALS = {
    "ente": "enti", "soggetto": "persone", "progetto": "progetti", "gara": "gare",
    "servizio": "servizi", "atto": "atti",
}  # fmt: skip
_COUNTED = {
    "enti": "enti", "soggetti": "persone", "progetti": "progetti", "gare": "gare",
    "servizi": "servizi", "registro_atti": "atti",
}  # fmt: skip


class Identities(NamedTuple):
    """How many things a store knows, and the doubts about them."""

    quante: dict[str, int]
    dubbi: list[dict[str, Any]]

    @property
    def without_effect(self) -> bool:
        """Whether a decision names something that the store does not have."""
        return any(row["motivo"] == "decisione_senza_effetto" for row in self.dubbi)

    def as_json(self) -> dict[str, Any]:
        """The same for a program."""
        return self._asdict()

    def as_text(self) -> Iterator[str]:
        """Lines for a person: the counts, then the doubts by kind."""
        counts = (f"{count} {_COUNTED[name]}" for name, count in self.quante.items())
        yield f"Nell'archivio: {', '.join(counts)}."
        for kind, plural in _PLURALS.items():
            rows = [row for row in self.dubbi if row["genere"] == kind]
            if rows:
                yield f"\n{plural.capitalize()} in dubbio: {len(rows)}"
            for row in rows:
                yield f"  {row['messaggio']}"
                yield from (f"    {voice}" for voice in row["voci"])
        if not self.dubbi:
            yield "Nessuna identità in dubbio."


def decided(database: Path, decisions: Path | None) -> Identities:
    """Apply decisions to a store and give what is left in doubt.

    Without a file of decisions the one beside the store counts, else those it keeps; a store that
    cannot be written is read as it is when there is no file. Raises ``StoreError`` when the store
    or the file cannot be used.
    """
    given = load(decisions) if decisions else of_store(database)
    writable = os.access(database, os.W_OK) and os.access(database.resolve().parent, os.W_OK)
    try:
        if given is None and not writable:
            with closing(open_read_only(database)) as connection:
                if reason := not_a_store(database, connection):
                    raise StoreError(reason)
                return _told(connection)
        with Store(database, made=True) as store:
            update(store.database.conn, given)
            return _told(store.database.conn)
    except sqlite3.Error as error:
        raise StoreError(explained(database, error)) from error


def _told(connection: sqlite3.Connection) -> Identities:
    counts = {
        name: connection.execute(f"select count(*) from {name}").fetchone()[0] for name in _COUNTED
    }
    rows = connection.execute(
        "select genere, motivo, messaggio, voci from dubbi_identita order by 1, 2, 4"
    ).fetchall()
    names = ("genere", "motivo", "messaggio")
    doubts = [{**dict(zip(names, row, strict=False)), "voci": json.loads(row[3])} for row in rows]
    return Identities(counts, doubts)
