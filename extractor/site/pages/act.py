"""The page of an act: what it decides, its text with the facts marked, what it cites."""

import json
import sqlite3
from contextlib import closing
from urllib.parse import unquote

from extractor.originals import has_pages
from extractor.site.dossiers.bodies import body_of
from extractor.site.dossiers.kinds import address
from extractor.site.pages import act_facts
from extractor.site.pages.act_text import LONGEST, Heading, Reader, Section, Stretch, sections
from extractor.site.web import Ask, NotFoundError, Page, Redirect, Reply, Route
from extractor.store.opening import open_read_only

_MOST_HOLDERS = 50
_MOST_CONTENTS = 80
_ABSENT = "Questo atto non è nell'archivio: forse è stato riletto, o l'indirizzo è incompleto."


def act(ask: Ask) -> Reply:
    """The page at ``/atto/<id>``; with ``fatto`` the stretch that this fact is in is shown too."""
    row = _act(ask)
    store = ask.store
    found = sections(store, row["id"])
    _show_fact(store, row["id"], ask.one("fatto"), found)
    reader = Reader(store, row["id"])
    for section in found:
        reader.fill([stretch for stretch in section.tratti if stretch.mostrato])
    return Page(
        "atto.html",
        {
            "atto": dict(row) | {"pagine": row["pagine"] if has_pages(row["formato"]) else 0},
            "sezioni": found,
            "indice": _contents(found),
            "gruppi": act_facts.groups(store, row["id"], found, reader.anchored),
            "cita": act_facts.cited(store, row["id"]),
            "citato_da": act_facts.citing(store, row["id"]),
            "segnalazioni": act_facts.findings(store, row["id"]),
            "collegati": act_facts.linked(store, row["id"], row["documento_id"]),
            "copie": _copies(ask, row),
            "enti": _bodies(ask, row["ente"] or ""),
            "fascicolo": address("atto", row["chiave_citazione"])
            if row["chiave_citazione"]
            else "",
        },
    )


def _bodies(ask: Ask, names: str) -> list[tuple[str, str]]:
    """The bodies of an act, each with its dossier where it has one: not a natural person."""
    pieces = [name.strip() for name in names.split(";") if name.strip()]
    known = [(name, body_of(ask.database, name)) for name in pieces]
    return [(name, address("ente", body.id) if body else "") for name, body in known]


def _show_fact(store: sqlite3.Connection, atto_id: str, fact_id: str, found: list[Section]) -> None:
    place = store.execute(
        "select min(inizio) from menzioni where fatto_id = ? and atto_id = ? and flusso = 'testo'",
        (fact_id, atto_id),
    ).fetchone()[0]
    for section in found if place is not None else ():
        if holder := section.stretch_at(place):
            holder.mostrato = True


def stretch(ask: Ask) -> Reply:
    """The page at ``/atto/<id>/testo/<inizio>-<fine>``: a stretch of the text by itself."""
    row = _act(ask)
    start, end = int(ask.path["inizio"]), int(ask.path["fine"])
    if not row["inizio"] <= start < end <= row["fine"] or end - start > LONGEST:
        raise NotFoundError("L'atto non ha questo tratto di testo.")
    part = ask.store.execute(
        "select titolo, etichetta, pagina_inizio from parti where atto_id = ? and foglia "
        "and inizio <= ? and fine > ?",
        (row["id"], start, start),
    ).fetchone()
    if part is None:
        raise NotFoundError("L'atto non ha questo tratto di testo.")
    shown = Stretch(start, end, part["titolo"] or "", part["pagina_inizio"], 0, True)
    Reader(ask.store, row["id"]).fill([shown])
    return Page("atto_tratto.html", {"atto": row, "tratto": shown})


def by_name(ask: Ask) -> Reply:
    """The page at ``/atto/<identificativo>``: the act of that name, or a choice of its copies."""
    name = unquote(ask.path["identificativo"]).strip("/")
    rows = ask.store.execute(
        "select atti.id, atti.tipo, atti.sigla, atti.numero, atti.data, atti.oggetto, atti.ente, "
        "atti.pagina_inizio, documenti.nome from atti "
        "join documenti on documenti.id = atti.documento_id "
        "where atti.id in (select value from json_each(?)) and identificativo = ? "
        "order by +atti.id limit ?",
        (_called(ask, name), name, _MOST_HOLDERS),
    ).fetchall()
    if not rows:
        raise NotFoundError(_ABSENT)
    if len(rows) == 1:
        return Redirect(f"/atto/{rows[0]['id']}")
    return Page("atto_scelta.html", {"atti": rows, "identificativo": name})


def _act(ask: Ask) -> sqlite3.Row:
    row: sqlite3.Row | None = ask.store.execute(
        "select atti.*, documenti.nome as documento, documenti.pagine, documenti.formato "
        "from atti join documenti on documenti.id = atti.documento_id where atti.id = ?",
        (ask.path["id"],),
    ).fetchone()
    if row is None:
        raise NotFoundError(_ABSENT)
    return row


def _called(ask: Ask, name: str) -> str:
    """The acts of an identifier, as a JSON list of ids.

    A column that may have to be covered has no index where it is read masked: the ids are looked
    up in the table, and whether the identifier may be shown is asked of the masked store.
    """
    with closing(open_read_only(ask.database)) as store:
        found = store.execute(
            "select id from atti where identificativo = ? limit ?", (name, _MOST_HOLDERS)
        )
        return json.dumps([atto_id for (atto_id,) in found])


def _copies(ask: Ask, row: sqlite3.Row) -> list[sqlite3.Row]:
    """The same act printed elsewhere in the store."""
    name = row["identificativo"]
    if not name:
        return []
    return ask.store.execute(
        "select atti.id, documenti.nome, pagina_inizio from atti "
        "join documenti on documenti.id = atti.documento_id "
        "where atti.id in (select value from json_each(?)) and identificativo = ? "
        "and atti.id <> ? order by +atti.id limit 10",
        (_called(ask, name), name, row["id"]),
    ).fetchall()


def _contents(found: list[Section]) -> list[tuple[Section, list[tuple[Heading, Stretch]]]]:
    """The table of contents: the parts, and the headings in them as deep as there is room for."""
    titles = [title for section in found for title in section.titoli]
    depth = next((n for n in (3, 2, 1) if sum(t.livello <= n for t in titles) <= _MOST_CONTENTS), 0)
    return [
        (
            section,
            [
                (title, place)
                for title in section.titoli
                if title.livello <= depth and (place := section.stretch_at(title.inizio))
            ],
        )
        for section in found
    ]


ROUTES = (
    Route(r"^/atto/(?P<id>[0-9a-f]{16})$", act),
    Route(r"^/atto/(?P<id>[0-9a-f]{16})/testo/(?P<inizio>\d{1,9})-(?P<fine>\d{1,9})$", stretch),
    Route(r"^/atto/(?P<identificativo>[^?]{1,400})$", by_name),
)
