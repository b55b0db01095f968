"""The results of a search for programs: JSON, CSV, and RSS to follow what is new."""

import re
from datetime import datetime
from email.utils import format_datetime
from typing import Any
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

from extractor.site.replies import csv_reply, json_reply
from extractor.site.searching.facets import FACETS, name_of
from extractor.site.searching.question import Answer, Question
from extractor.site.searching.shown import Shown, rows, shown
from extractor.site.web import Ask, Raw
from extractor.wording import nome_atto

_PAGE = 100
_TABLE = 5000
_FEED = 50
_COLUMNS = (
    "data", "tipo", "sigla", "numero", "ente", "direzione", "oggetto", "importo", "cup", "entro",
    "identificativo", "id", "indirizzo",
)  # fmt: skip
_ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 cannot hold, escaped or not
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def data(ask: Ask, question: Question, found: Answer) -> Raw:
    """A page of results as JSON: ``quanti`` on it up to 100, and where the next is."""
    size = ask.number("quanti", 20, 1, _PAGE)
    pages = max(1, -(-len(found.places) // size))
    number = ask.number("pagina", 1, 1, pages)
    places = found.places[(number - 1) * size : number * size]
    listed = shown(ask.store, rows(ask.store, places), question.query, common=found.common)
    following = question.address(pagina=str(number + 1), quanti=str(size))
    return json_reply(
        {
            "domanda": question.typed,
            "scelte": question.chosen,
            "ordine": question.order,
            "quanti": len(found.places),
            "pagina": number,
            "pagine": pages,
            "successiva": f"{ask.base}/cerca.json?{following}" if number < pages else None,
            "risultati": [_act(ask, each) for each in listed],
            "filtri": {
                counted.facet.nome: [
                    {"valore": each.valore, "nome": each.nome, "quanti": each.quanti,
                     "scelto": each.scelto}
                    for each in (*counted.prime, *counted.altre)
                ]
                for counted in found.facets
            },
        }
    )  # fmt: skip


def _act(ask: Ask, listed: Shown) -> dict[str, Any]:
    act = listed.atto
    same = ("id", "identificativo", "tipo", "sigla", "numero", "anno", "data", "ente", "struttura",
            "direzione", "oggetto", "documento_id", "entro")  # fmt: skip
    return {
        **{name: act[name] for name in same},
        "importo": _euro(act["importo"]),
        "cup": bool(act["cup"]),
        "passaggi": [
            {"testo": "".join(text for text, _ in quoted.parole), "pagina": quoted.pagina,
             "pagina_fine": quoted.pagina_fine, "indirizzo": f"{ask.base}{quoted.indirizzo}"}
            for quoted in listed.passaggi
        ],
        "indirizzo": f"{ask.base}/atto/{act['id']}",
    }  # fmt: skip


def _euro(cents: int | None) -> str | None:
    return None if cents is None else f"{cents // 100}.{cents % 100:02d}"


def table(ask: Ask, found: Answer) -> Raw:
    """The first 5000 results as CSV."""
    listed = (
        {
            **{name: act[name] for name in _COLUMNS if name not in ("importo", "indirizzo")},
            "importo": _euro(act["importo"]),
            "indirizzo": f"{ask.base}/atto/{act['id']}",
        }
        for act in rows(ask.store, found.places[:_TABLE])
    )
    return csv_reply(listed, _COLUMNS, "cerca.csv")


def feed(ask: Ask, question: Question, found: Answer) -> Raw:
    """The latest results as an RSS 2.0 feed, with its own address in it."""
    asked = f"?{ask.query}" if ask.query else ""
    rss = ElementTree.Element("rss", {"version": "2.0", "xmlns:atom": _ATOM})
    channel = ElementTree.SubElement(rss, "channel")
    _put(channel, "title", _title(question))
    _put(channel, "link", f"{ask.base}/cerca{asked}")
    _put(channel, "description", "Gli atti che corrispondono alla ricerca, dal più recente")
    _put(channel, "language", "it")
    ElementTree.SubElement(
        channel,
        "atom:link",
        {"href": f"{ask.base}/cerca.rss{asked}", "rel": "self", "type": "application/rss+xml"},
    )
    for act in rows(ask.store, found.places[:_FEED]):
        item = ElementTree.SubElement(channel, "item")
        _put(item, "title", nome_atto(act) + (f", {act['ente']}" if act["ente"] else ""))
        _put(item, "link", f"{ask.base}/atto/{act['id']}")
        _put(item, "description", act["oggetto"] or "")
        ElementTree.SubElement(item, "guid", {"isPermaLink": "false"}).text = act["id"]
        if act["data"]:
            day = datetime.fromisoformat(act["data"]).replace(tzinfo=ZoneInfo("Europe/Rome"))
            _put(item, "pubDate", format_datetime(day))
    body = ElementTree.tostring(rss, encoding="utf-8", xml_declaration=True)
    return Raw(body, "application/rss+xml; charset=utf-8")


def _title(question: Question) -> str:
    narrowed = [
        name_of(facet.nome, value)
        for facet in FACETS
        for value in question.chosen.get(facet.nome, ())
    ]
    said = [f"«{question.typed}»"] if question.typed else []
    return "Spoglio: " + (", ".join([*said, *narrowed]) or "tutti gli atti")


def _put(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = _NO_XML.sub("", text)
