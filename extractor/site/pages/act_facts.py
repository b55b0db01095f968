"""The facts of an act beside its text, its references both ways, what is said against it."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from extractor.site.dossiers.kinds import address
from extractor.site.pages.act_text import Section
from extractor.site.saying import KINDS, said

SHOWN = 40
"""Facts of a kind that an act's page lists; Datasette's table has them all."""
_MOST_REFERENCES = 100
_MOST_FINDINGS = 60
_UNLISTED = frozenset({"tabelle", "sommario"})


class Fact(NamedTuple):
    """A fact in the list: what it says, and the address of its words in the text."""

    id: str
    detto: str
    nel_testo: str
    pagina: int | None


class Group(NamedTuple):
    """The facts of one kind; ``quanti`` counts those not listed too."""

    tabella: str
    titolo: str
    fatti: list[Fact]
    quanti: int


def groups(
    store: sqlite3.Connection, atto_id: str, found: Sequence[Section], anchored: set[str]
) -> list[Group]:
    """The facts of an act by kind; those of the body come before those of attachments.

    ``anchored`` are those whose words the page has; the others' words are at the address of the
    stretch that they stand in.
    """
    result = []
    for tabella, kind in KINDS.items():
        if tabella in _UNLISTED:
            continue
        names = ", ".join(dict.fromkeys(("id", "inizio", "flusso", "pagina", "testo",
                                         *kind.columns)))  # fmt: skip
        # The rows are chosen by columns that need no mask: to mask all of them takes far longer
        rows = store.execute(
            f"select {names} from {tabella} where id in (select id from {tabella} "
            "where atto_id = ? order by zona is 'allegato', inizio, id limit ?) "
            "order by zona is 'allegato', inizio, id",
            (atto_id, SHOWN + 1),
        ).fetchall()
        if not rows:
            continue
        count = len(rows)
        if count > SHOWN:
            query = f"select count(*) from {tabella} where atto_id = ?"
            count = store.execute(query, (atto_id,)).fetchone()[0]
        facts = [
            Fact(row["id"], said(tabella, row), _where(row, atto_id, found, anchored),
                 row["pagina"])
            for row in rows[:SHOWN]
        ]  # fmt: skip
        result.append(Group(tabella, kind.titolo, facts, count))
    return result


def _where(row: sqlite3.Row, atto_id: str, found: Sequence[Section], anchored: set[str]) -> str:
    if row["flusso"] != "testo":
        return ""
    if row["id"] in anchored:
        return f"#f-{row['id']}"
    for stretch in (each for section in found for each in section.tratti):
        if stretch.inizio <= row["inizio"] < stretch.fine and not stretch.mostrato:
            return f"/atto/{atto_id}/testo/{stretch.inizio}-{stretch.fine}#f-{row['id']}"
    return ""


class Reference(NamedTuple):
    """An act cited, or that cites: how it is called and where it is told of."""

    detto: str
    relazione: str
    indirizzo: str
    in_archivio: bool
    prova: str
    oggetto: str = ""


def cited(store: sqlite3.Connection, atto_id: str) -> list[Reference]:
    """The acts that an act cites: those in the store first, at their own page."""
    rows = store.execute(
        "select riferimenti.id, riferimenti.tipo, riferimenti.numero, riferimenti.data, "
        "riferimenti.anno, articolo, riferimenti.testo, relazione, atto_citato_id, "
        "riferimenti.chiave_citazione, riferimenti.urn, atti.oggetto from riferimenti "
        "left join atti on atti.id = atto_citato_id where riferimenti.id in ("
        "select id from riferimenti where atto_id = ? "
        "order by atto_citato_id is null, zona is 'allegato', inizio limit ?) "
        "order by atto_citato_id is null, riferimenti.zona is 'allegato', riferimenti.inizio",
        (atto_id, _MOST_REFERENCES),
    )
    return [
        Reference(
            said("riferimenti", row),
            row["relazione"] or "",
            _act_address(row["atto_citato_id"], row["chiave_citazione"]),
            row["atto_citato_id"] is not None,
            f"/prova/riferimenti/{row['id']}",
            row["oggetto"] or "",
        )
        for row in rows
    ]


def _act_address(identifier: str | None, key: str | None) -> str:
    if identifier:
        return f"/atto/{identifier}"
    return address("atto", key) if key else ""


def citing(store: sqlite3.Connection, atto_id: str) -> list[sqlite3.Row]:
    """The acts of the store that cite an act, each with its first citation, newest first."""
    return store.execute(
        "select atti.id, atti.tipo, atti.sigla, atti.numero, atti.data, atti.oggetto, atti.ente, "
        "min(riferimenti.id) as riferimento_id, min(relazione) as relazione "
        # Not "join": as most citations are of acts elsewhere, SQLite would go through every act
        "from riferimenti cross join atti on atti.id = riferimenti.atto_id "
        "where atto_citato_id = ? and riferimenti.atto_id <> ? "
        "group by atti.id order by atti.data desc, atti.id limit ?",
        (atto_id, atto_id, _MOST_REFERENCES),
    ).fetchall()


def findings(store: sqlite3.Connection, atto_id: str) -> list[dict[str, Any]]:
    """What does not add up in an act, the worst first, with the facts it rests on."""
    rows = store.execute(
        "select id, regola, gravita, messaggio, pagina, testo, fatti from segnalazioni "
        "where atto_id = ? order by gravita = 'nota', gravita = 'avviso', regola, inizio limit ?",
        (atto_id, _MOST_FINDINGS),
    ).fetchall()
    return [dict(row) | {"prove": proofs(store, row["fatti"])} for row in rows]


def proofs(store: sqlite3.Connection, facts: str | None) -> list[tuple[str, str]]:
    """The words of facts given by their ids (JSON), with the address of their evidence."""
    found = []
    for identifier in json.loads(facts or "[]")[:10]:
        row = store.execute(
            "select tabella, testo from menzioni where fatto_id = ? order by inizio limit 1",
            (identifier,),
        ).fetchone()
        if row is not None and row["tabella"] in KINDS:
            found.append((f"/prova/{row['tabella']}/{identifier}", row["testo"]))
    return found


def linked(store: sqlite3.Connection, atto_id: str, documento_id: str) -> list[sqlite3.Row]:
    """The separate files that belong to an act, and the act that this document belongs to."""
    return store.execute(
        "select documenti_collegati.documento_id, documenti_collegati.relazione, documenti.nome, "
        "documenti_collegati.tipo, documenti_collegati.numero, documenti_collegati.data, "
        "documenti_collegati.anno, atto_id, documenti_collegati.documento_id = ? as questo "
        "from documenti_collegati join documenti on documenti.id = documento_id "
        "where atto_id = ? or documento_id = ? limit 100",
        (documento_id, atto_id, documento_id),
    ).fetchall()
