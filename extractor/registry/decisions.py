"""What a person decided about identities: a small TOML file, kept beside the store.

    [[unisci]]                  # these are one
    genere = "ente"
    voci = ["Azienda Alfa S.p.A.", "Alfa Servizi"]

    [[separa]]                  # no two of these are one
    genere = "ente"
    voci = ["ATS Nord", "Agenzia di tutela della salute del Nord"]

``voci`` are printed names, identifiers or, of bodies, fiscal codes. The store keeps a copy of
the decisions that it was last given, so that an ingest needs the file no more than once; a file
beside the store (``atti.identita.toml`` for ``atti.db``) counts at every ingest.
"""

import json
import sqlite3
import tomllib
from pathlib import Path
from typing import NamedTuple

from extractor.refusals import cause
from extractor.registry.rows import insert
from extractor.store.errors import StoreError

ACTIONS = ("unisci", "separa")
KINDS = ("ente", "servizio", "soggetto")


class DecisionsError(StoreError):
    """A file of decisions that cannot be read; the message says what to do."""


class Decision(NamedTuple):
    """That some things are one, or that no two of them are."""

    azione: str
    genere: str
    voci: tuple[str, ...]


def beside(store: Path) -> Path:
    """Where the decisions about a store are looked for."""
    return store.with_suffix(".identita.toml")


def load(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file. Raises ``DecisionsError`` when it is not one."""
    try:
        with path.open("rb") as file:
            found = tomllib.load(file)
    except OSError as error:
        raise DecisionsError(f"{path}: non si può leggere: {cause(error)}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DecisionsError(f"{path}: non è TOML ({error}).") from error
    unknown = sorted(set(found) - set(ACTIONS))
    if unknown:
        raise DecisionsError(
            f"{path}: «{unknown[0]}» non è una decisione. Scrivere [[unisci]] o [[separa]]."
        )
    return tuple(
        _decision(path, action, number, entry)
        for action in ACTIONS
        for number, entry in enumerate(_entries(path, action, found), 1)
    )


def _entries(path: Path, action: str, found: dict[str, object]) -> list[object]:
    entries = found.get(action, [])
    if not isinstance(entries, list):
        raise DecisionsError(f"{path}: scrivere [[{action}]], tra doppie parentesi quadre.")
    return entries


def _decision(path: Path, action: str, number: int, entry: object) -> Decision:
    where = f"{path}: nella {number}ª decisione «{action}»"
    if not isinstance(entry, dict):
        raise DecisionsError(f"{where} mancano genere e voci.")
    unknown = sorted(set(entry) - {"genere", "voci"})
    if unknown:
        raise DecisionsError(f"{where} «{unknown[0]}» non ha significato.")
    kind, names = entry.get("genere", "ente"), entry.get("voci")
    if kind not in KINDS:
        raise DecisionsError(f"{where} il genere dev'essere uno di: {', '.join(KINDS)}.")
    if (
        not isinstance(names, list)
        or len(names) < 2
        or not all(isinstance(name, str) and name.strip() for name in names)
    ):
        raise DecisionsError(f'{where} servono almeno due voci: voci = ["…", "…"].')
    return Decision(action, kind, tuple(" ".join(name.split()) for name in names))


def stored(connection: sqlite3.Connection) -> tuple[Decision, ...]:
    """The decisions that the store was last given."""
    rows = connection.execute("select azione, genere, voci from decisioni order by ordine")
    return tuple(Decision(action, kind, tuple(json.loads(names))) for action, kind, names in rows)


def keep(connection: sqlite3.Connection, decisions: tuple[Decision, ...]) -> None:
    """Put decisions into the store in place of those it has."""
    connection.execute("delete from decisioni")
    insert(
        connection,
        "decisioni",
        (
            {"ordine": number, "azione": each.azione, "genere": each.genere, "voci": each.voci}
            for number, each in enumerate(decisions)
        ),
    )


def of_store(store: Path) -> tuple[Decision, ...] | None:
    """The decisions beside a store; None when there is no file. Raises ``DecisionsError``."""
    path = beside(store)
    return load(path) if path.exists() else None
