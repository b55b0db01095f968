"""The evidence of a fact: its value said, the exact words, the page with its boxes drawn."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from extractor.originals import DPI, FINE_DPI, Job, PictureError, has_pages, picture
from extractor.site.dossiers.kinds import address as dossier
from extractor.site.dossiers.kinds import address_of_code
from extractor.site.pages.act_facts import proofs
from extractor.site.saying import KINDS, fields, said, sureness
from extractor.site.web import Ask, NotFoundError, Page, Redirect, Reply, Route
from extractor.store.persons import OFFICE
from extractor.store.privacy import MASK

AROUND = 400
"""Characters of the text shown before and after the words."""

_MOST_MENTIONS = 100
_MOST_BOXES = 400
_LONGEST_WORDS = 3_000
_ABSENT = "Questo dato non è nell'archivio: forse il documento è stato riletto."
_ZONES = {"margine": "margine della pagina", "firma": "firma", "visti": "visti e pareri"}


class Spot(NamedTuple):
    """Where words stand: their text, offsets, page and boxes, by page."""

    testo: str
    inizio: int
    fine: int
    flusso: str
    pagina: int | None
    riquadri: list[list[float]]


class Sheet(NamedTuple):
    """A page to show: its size and boxes in points, the part of it to show, or why it cannot be."""

    numero: int
    larghezza: float
    altezza: float
    posti: list[dict[str, float]]
    vista: str
    immagine: str
    vicina: bool
    rifiuto: str


def evidence(ask: Ask) -> Reply:
    """The page at ``/prova/<table>/<id>``; ``menzione``, ``pagina`` and ``vicino`` choose what
    of it is shown."""
    table = ask.path["tabella"]
    row = _row(ask.store, table, ask.path["id"])
    spot = _spot(row)
    mentions = _mentions(ask.store, row["id"])
    chosen = next((each for each in mentions if each["id"] == ask.one("menzione")), None)
    if chosen is not None:
        spot = _spot(chosen)
    document = ask.store.execute(
        "select id, nome, formato, pagine from documenti where id = ?", (row["documento_id"],)
    ).fetchone()
    kind = KINDS[table]
    return Page(
        "prova.html",
        {
            "id": row["id"],
            "fonte": row["fonte"],
            "tabella": table,
            "tipo": kind.uno,
            "detto": said(table, row),
            "campi": fields(row),
            "righe": _rows(row) if table == "tabelle" else [],
            "completamenti": _completions(ask.store, row),
            "fascicoli": _dossiers(table, row),
            "sicurezza": sureness(row["confidenza"]),
            "zona": _ZONES.get(row["zona"], row["zona"]),
            "menzioni": mentions,
            "atto": _act(ask.store, row["atto_id"] if "atto_id" in row.keys() else None),  # noqa: SIM118
        }
        | _shown(ask, row, spot, document),
    )


def _dossiers(table: str, row: sqlite3.Row) -> list[tuple[str, str]]:
    """Where else a fact's value is told of: addresses with what to call them."""
    found = []
    if table == "codici" and MASK not in row["valore"]:
        address = address_of_code(row["tipo"], row["valore"])
        if address:
            found.append((address, "Tutti gli atti con questo codice"))
    elif table == "persone" and row["funzione"] in OFFICE and MASK not in row["nome"]:
        found.append((dossier("persona", row["nome"]), "Tutti gli atti con questa persona"))
    elif table == "riferimenti":
        if row["atto_citato_id"]:
            found.append((f"/atto/{row['atto_citato_id']}", "L'atto citato, nell'archivio"))
        if row["chiave_citazione"]:
            found.append((dossier("atto", row["chiave_citazione"]), "Tutti gli atti che lo citano"))
    return found


def finding(ask: Ask) -> Reply:
    """The page at ``/prova/segnalazioni/<id>``: where what does not add up is printed."""
    row = _row(ask.store, "segnalazioni", ask.path["id"])
    places = [
        box
        for identifier in json.loads(row["fatti"] or "[]")[:20]
        for each in ask.store.execute(
            "select riquadri from menzioni where fatto_id = ? limit 20", (identifier,)
        )
        for box in json.loads(each[0])
    ]
    spot = Spot(
        row["testo"] or "", row["inizio"] or 0, row["fine"] or 0, row["flusso"], row["pagina"],
        places,
    )  # fmt: skip
    document = ask.store.execute(
        "select id, nome, formato, pagine from documenti where id = ?", (row["documento_id"],)
    ).fetchone()
    return Page(
        "prova_segnalazione.html",
        {
            "riga": row,
            "prove": proofs(ask.store, row["fatti"]),
            "atto": _act(ask.store, row["atto_id"]),
        }
        | _shown(ask, row, spot, document),
    )


def mention(ask: Ask) -> Reply:
    """The page at ``/prova/menzioni/<id>``: that of its fact, at this mention."""
    row = _row(ask.store, "menzioni", ask.path["id"])
    return Redirect(f"/prova/{row['tabella']}/{row['fatto_id']}?menzione={row['id']}")


def _row(store: sqlite3.Connection, table: str, identifier: str) -> sqlite3.Row:
    row: sqlite3.Row | None = None
    if table in KINDS or table in ("segnalazioni", "menzioni"):
        row = store.execute(f"select * from {table} where id = ?", (identifier,)).fetchone()
    if row is None:
        raise NotFoundError(_ABSENT)
    return row


def _spot(row: Any) -> Spot:
    boxes = json.loads(row["riquadri"] or "[]")[:_MOST_BOXES]
    text = row["testo"][:_LONGEST_WORDS]
    return Spot(text, row["inizio"], row["fine"], row["flusso"], row["pagina"], boxes)


def _mentions(store: sqlite3.Connection, fact_id: str) -> list[dict[str, Any]]:
    rows = store.execute(
        "select id, inizio, fine, testo, flusso, pagina, riquadri, zona from menzioni "
        "where fatto_id = ? order by flusso desc, inizio limit ?",
        (fact_id, _MOST_MENTIONS),
    )
    return [dict(row) for row in rows]


def _act(store: sqlite3.Connection, atto_id: str | None) -> sqlite3.Row | None:
    row: sqlite3.Row | None = store.execute(
        "select id, tipo, sigla, numero, data, oggetto, ente from atti where id = ?", (atto_id,)
    ).fetchone()
    return row


def _rows(row: sqlite3.Row) -> list[list[str]]:
    rows = [json.loads(row["intestazione"]), *json.loads(row["righe"])]
    return [cells for cells in rows[:200] if cells]


def _completions(store: sqlite3.Connection, row: sqlite3.Row) -> list[str]:
    """The other words of the text that complete a fact's value."""
    found = (
        " ".join(_text(store, row["documento_id"], start, min(end, start + 400)).split())
        for start, end in json.loads(row["completamenti"] or "[]")[:10]
    )
    # Another place may print the same words: they add nothing to read
    printed = " ".join(row["testo"].split()).casefold()
    return list({
        words.casefold(): words for words in found if words and words.casefold() not in printed
    }.values())  # fmt: skip


def _text(store: sqlite3.Connection, documento_id: str, start: int, end: int) -> str:
    """The document's text from ``start`` to ``end``."""
    leaves = store.execute(
        "select inizio, testo from parti where documento_id = ? and foglia "
        "and inizio < ? and fine > ? order by inizio limit 50",
        (documento_id, end, start),
    )
    return "".join(
        text[max(start - offset, 0) : max(end - offset, 0)] for offset, text in leaves if text
    )


def _shown(ask: Ask, row: sqlite3.Row, spot: Spot, document: sqlite3.Row) -> dict[str, Any]:
    """The words in their text, and the page that they stand on."""
    before = after = ""
    if spot.flusso == "testo" and spot.fine:
        start = max(spot.inizio - AROUND, 0)
        before = _text(ask.store, document["id"], start, spot.inizio)
        # From a whole word on, to a whole word
        before = before if start == 0 else "…" + before.partition(" ")[2]
        after = _text(ask.store, document["id"], spot.fine, spot.fine + AROUND)
        after = after if len(after) < AROUND else after.rpartition(" ")[0] + "…"
    pages = sorted(
        {int(box[0]) for box in spot.riquadri} | ({spot.pagina} if spot.pagina else set())
    )
    drawn = has_pages(document["formato"]) and document["pagine"] > 0
    number = ask.number("pagina", pages[0] if pages else 1, 1, max(document["pagine"], 1))
    return {
        "punto": spot,
        "prima": before,
        "dopo": after,
        "documento": document,
        "pagine": pages,
        "foglio": sheet(ask, document["id"], number, spot.riquadri, pages) if drawn else None,
        "menzione": ask.one("menzione"),
    }


def sheet(
    ask: Ask, documento_id: str, number: int, boxes: Sequence[Sequence[float]], pages: list[int]
) -> Sheet:
    """A page as it is shown: whole, or near the boxes that are on it when ``vicino`` is asked."""
    row = ask.store.execute(
        "select larghezza, altezza from pagine where documento_id = ? and pagina = ?",
        (documento_id, number),
    ).fetchone()
    width, height = (row[0], row[1]) if row and row[0] > 0 and row[1] > 0 else (595.0, 842.0)
    here = [tuple(box[1:]) for box in boxes if int(box[0]) == number]
    near = bool(here) and ask.one("vicino") == "1"
    view = _near(here, width, height) if near else (0.0, 0.0, width, height)
    job = Job(ask.database, documento_id, number, FINE_DPI if near else DPI, ask.options.personal)
    refusal = ""
    try:
        picture(job)
    except PictureError as error:
        refusal = str(error)
    return Sheet(
        number, width, height,
        [{"x": x0 - 1, "y": y0 - 1, "w": x1 - x0 + 2, "h": y1 - y0 + 2} for x0, y0, x1, y1 in here],
        " ".join(f"{value:.1f}" for value in view),
        f"/pagina/{documento_id}/{number}.png" + ("?fine=1" if near else ""),
        near,
        refusal,
    )  # fmt: skip


def _near(
    boxes: Sequence[tuple[float, ...]], width: float, height: float
) -> tuple[float, float, float, float]:
    """The part of a page around its boxes, wide enough to be read: x, y, width, height."""
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    wide = min(max(right - left + 80, width * 0.55), width)
    high = min(max(bottom - top + 80, height * 0.22), height)
    x = min(max((left + right - wide) / 2, 0), width - wide)
    y = min(max((top + bottom - high) / 2, 0), height - high)
    return x, y, wide, high


ROUTES = (
    Route(r"^/prova/segnalazioni/(?P<id>[0-9a-f]{16})$", finding),
    Route(r"^/prova/menzioni/(?P<id>[0-9a-f]{16})$", mention),
    Route(r"^/prova/(?P<tabella>[a-z_]{1,30})/(?P<id>[0-9a-f]{16})$", evidence),
)
