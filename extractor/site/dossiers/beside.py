"""The amounts printed beside a code: in the same paragraph, or row of a table.

An act often names several projects and a total for all of them; only what stands in one paragraph
or row with a code is likely to be its own.
"""

import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from extractor.site.dossiers.content import Row, gathered, rows

_MENTIONS = 120
"""Places of a code that are looked at."""


class _Block(NamedTuple):
    """A paragraph or row: newlines end them in the canonical text."""

    atto_id: str
    inizio: int
    fine: int


def alone(store: sqlite3.Connection, ids: Sequence[str], tipo: str) -> set[str]:
    """The acts that name one code of the kind only: their amounts can be of no other."""
    found = rows(
        store,
        "select atto_id from codici where atto_id in (select value from json_each(:atti)) "
        "and tipo = :tipo group by atto_id having count(distinct valore) = 1",
        ids,
        tipo=tipo,
    )
    return {row["atto_id"] for row in found}


def amounts_beside(store: sqlite3.Connection, facts: Sequence[str]) -> list[Row]:
    """The amounts in one paragraph or row with the codes that are the ``facts``."""
    found: list[Row] = []
    for block in _blocks(store, facts):
        found += rows(
            store,
            "select importi.id, importi.atto_id, ruolo, esercizio, importo, centesimi, valuta, "
            "iva, menzioni.pagina, atti.data from menzioni join importi on "
            "importi.id = menzioni.fatto_id join atti on atti.id = importi.atto_id "
            "where menzioni.atto_id = :atto and menzioni.tabella = 'importi' "
            "and menzioni.flusso = 'testo' and menzioni.inizio >= :inizio "
            "and menzioni.fine <= :fine",
            [],
            atto=block.atto_id,
            inizio=block.inizio,
            fine=block.fine,
        )
    found.sort(key=lambda row: (row["data"] or "", row["id"]), reverse=True)
    return gathered(found)


def _blocks(store: sqlite3.Connection, facts: Sequence[str]) -> set[_Block]:
    places = rows(
        store,
        "select atto_id, inizio, fine from menzioni "
        "where fatto_id in (select value from json_each(:atti)) and flusso = 'testo' "
        f"limit {_MENTIONS}",
        facts,
    )
    blocks = set()
    for place in places:
        part = store.execute(
            "select inizio, testo from parti where atto_id = ? and foglia and inizio <= ? "
            "and fine >= ? limit 1",
            (place["atto_id"], place["inizio"], place["fine"]),
        ).fetchone()
        if part is not None:
            blocks.add(_block(place, part["inizio"], part["testo"] or ""))
    return blocks


def _block(place: dict[str, Any], start: int, text: str) -> _Block:
    first = text.rfind("\n", 0, max(0, place["inizio"] - start)) + 1
    last = text.find("\n", place["fine"] - start)
    return _Block(place["atto_id"], start + first, start + (last if last >= 0 else len(text)))
