"""What the acts of a dossier say: read masked, of a bounded number of acts."""

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from extractor.site.dossiers.kinds import OF_CODE, address, address_of_code
from extractor.site.dossiers.lookup import Naming
from extractor.store.persons import OFFICE
from extractor.store.privacy import MASK
from extractor.wording import data_estesa, decimale
from models.sheets import CUP_FIELDS

Row = dict[str, Any]

_ROWS = 3000
"""Rows of a kind that are read of the acts of a dossier."""
_IN = "in (select value from json_each(:atti))"

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONEY = re.compile(r"\d{1,15}\.\d{2}")

_MENTION = {
    "codici": "valido, motivo",
    "persone": "nome, funzione, titolo, qualifica, ente",
    "riferimenti": "relazione, articolo, ente, data, urn",
    "contraenti": "denominazione",
}
"""Beside the evidence, what is said of a mention, by the table of the fact."""


def rows(store: sqlite3.Connection, query: str, ids: Sequence[str], **values: Any) -> list[Row]:
    """The rows of a query about some acts, which it calls ``:atti``."""
    found = store.execute(query, {"atti": json.dumps(ids), **values})
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchmany(_ROWS)]


def acts(store: sqlite3.Connection, ids: Sequence[str]) -> list[Row]:
    """The acts, in the order of ``ids``."""
    found = rows(
        store,
        "select id, identificativo, documento_id, tipo, sigla, numero, anno, data, oggetto, ente, "
        f"direzione, pagina_inizio from atti where id {_IN}",
        ids,
    )
    by_id = {row["id"]: row for row in found}
    return [by_id[each] for each in ids if each in by_id]


def mentions(
    store: sqlite3.Connection, naming: Naming, facts: Sequence[str]
) -> dict[str, list[Row]]:
    """How each act names the thing: the facts with their pages, by act.

    A fact with a masked word in its name is left out: who it names is not to be told.
    """
    if naming.fatti not in _MENTION:
        return {}
    found = rows(
        store,
        f"select id, atto_id, documento_id, pagina, zona, testo, confidenza, "
        f"{_MENTION[naming.fatti]} from {naming.fatti} where id {_IN}",
        facts,
    )
    pages: dict[str, dict[int, str]] = {}
    for row in rows(
        store,
        f"select fatto_id, pagina, min(id) as id from menzioni where fatto_id {_IN} "
        "and pagina is not null group by fatto_id, pagina order by pagina",
        facts,
    ):
        pages.setdefault(row["fatto_id"], {})[row["pagina"]] = row["id"]
    by_act: dict[str, list[Row]] = {}
    for row in found:
        if MASK in (row.get("nome") or row.get("denominazione") or ""):
            continue
        row["luoghi"] = pages.get(row["id"], {})
        row["pagine"] = list(row["luoghi"]) or [row["pagina"]] * (row["pagina"] is not None)
        by_act.setdefault(row["atto_id"], []).append(row)
    return by_act


def amounts(store: sqlite3.Connection, ids: Sequence[str], by: str = "atto_id") -> list[Row]:
    """The distinct amounts of some acts (or, by ``importi.id``, of those amounts), with the number
    of acts and one place of each."""
    found = rows(
        store,
        "select importi.id, importi.atto_id, ruolo, esercizio, importo, centesimi, valuta, iva, "
        f"importi.pagina, atti.data from importi join atti on atti.id = atto_id where {by} {_IN} "
        "order by atti.data desc, importi.id",
        ids,
    )
    return gathered(found)


def gathered(found: Iterable[Row]) -> list[Row]:
    """Amounts joined by role, year and value; the place kept is that of the latest act.

    They are not added up: acts repeat one another's amounts, totals beside their parts.
    """
    joined: dict[tuple[Any, ...], Row] = {}
    for row in found:
        key = (row["ruolo"], row["esercizio"], row["importo"], row["valuta"])
        kept = joined.setdefault(key, row | {"atti": set()})
        kept["atti"].add(row["atto_id"])
    for row in joined.values():
        row["quanti_atti"] = len(row.pop("atti"))
    return sorted(
        joined.values(),
        key=lambda row: (
            row["ruolo"] in ("altro", "soglia"), row["ruolo"], row["esercizio"] or 0,
            -(row["centesimi"] or 0), row["importo"],
        ),
    )  # fmt: skip


def deadlines(store: sqlite3.Connection, ids: Sequence[str], by: str = "atto_id") -> list[Row]:
    """The days by which something is due, the latest first."""
    return rows(
        store,
        "select scadenze.id, entro, scadenze.ora, scadenze.tipo, scadenze.oggetto as cosa, "
        "scadenze.testo, scadenze.pagina, atto_id, sigla, atti.tipo as tipo_atto, numero, "
        f"atti.data from scadenze join atti on atti.id = atto_id where {by} {_IN} "
        "and entro is not null order by entro desc, scadenze.id limit 200",
        ids,
    )


def people(store: sqlite3.Connection, ids: Sequence[str], by: str = "atto_id") -> list[Row]:
    """Who acts in an office in the acts, the most present first."""
    offices = ", ".join(f"'{each}'" for each in OFFICE)
    found = rows(
        store,
        f"select nome, funzione, qualifica, atto_id from persone where {by} {_IN} "
        f"and funzione in ({offices}) limit {_ROWS}",
        ids,
    )
    joined: dict[str, dict[str, Any]] = {}
    for row in found:
        if MASK in row["nome"]:
            continue
        one = joined.setdefault(row["nome"], {"funzioni": {}, "atti": set(), "qualifica": None})
        one["funzioni"][row["funzione"]] = None
        one["atti"].add(row["atto_id"])
        one["qualifica"] = one["qualifica"] or row["qualifica"]
    ordered = sorted(joined.items(), key=lambda item: (-len(item[1]["atti"]), item[0]))
    return [
        {
            "nome": name,
            "funzioni": list(one["funzioni"]),
            "qualifica": one["qualifica"],
            "quanti_atti": len(one["atti"]),
            "indirizzo": address("persona", name),
        }
        for name, one in ordered[:40]
    ]


def related(store: sqlite3.Connection, ids: Sequence[str], but: tuple[str, str]) -> list[Row]:
    """Other codes that the acts name, by kind, those of most acts first; at most ten of a kind."""
    tipi = ", ".join(f"'{tipo}'" for tipo in OF_CODE)
    found = rows(
        store,
        f"select tipo, valore, count(distinct atto_id) as quanti_atti from codici "
        f"where atto_id {_IN} and tipo in ({tipi}) group by tipo, valore "
        "order by quanti_atti desc, valore",
        ids,
    )
    order = list(OF_CODE)
    groups: dict[str, list[Row]] = {}
    for row in found:
        place = address_of_code(row["tipo"], row["valore"])
        if place and MASK not in row["valore"] and (row["tipo"], row["valore"]) != but:
            groups.setdefault(row["tipo"], []).append(row | {"indirizzo": place})
    return [
        {"tipo": tipo, "codici": groups[tipo][:10], "altri": max(0, len(groups[tipo]) - 10)}
        for tipo in sorted(groups, key=order.index)
    ]


def releases(
    store: sqlite3.Connection, ids: Sequence[str], assignment: str = "", by: str = "atto_id"
) -> list[Row]:
    """The releases of the schedules in the acts; those of one assignment where it is given."""
    found = rows(
        store,
        "select rilasci.id, codice, titolo, tipologia, data_rilascio, data_validazione, "
        "netto_centesimi, lordo_centesimi, rilasci.pagina, atto_id, atti.data "
        f"from rilasci join atti on atti.id = atto_id where {by} {_IN} "
        "order by atti.data desc, codice limit 500",
        ids,
    )
    kept: dict[str, Row] = {}
    for row in found:
        if not assignment or row["codice"].startswith(f"{assignment}-"):
            kept.setdefault(row["codice"], row)
    return sorted(kept.values(), key=lambda row: (row["data_rilascio"] or "", row["codice"]))


def sheets(store: sqlite3.Connection, cup: str) -> list[Row]:
    """The CUP sheets of a project, the latest first, each with its printed fields in order."""
    found = store.execute(
        "select schede_cup.*, atti.data as data_atto, atti.sigla, atti.tipo as tipo_atto, "
        "atti.numero from schede_cup join atti on atti.id = atto_id where cup = ? "
        "order by atti.data desc, schede_cup.id limit 5",
        (cup,),
    )
    names = [column[0] for column in found.description]
    return [_sheet(dict(zip(names, row, strict=True))) for row in found]


def _sheet(row: Mapping[str, Any]) -> Row:
    others = json.loads(row["altri_campi"] or "{}")
    fields = {name: str(row[name]) for name in CUP_FIELDS if row[name]}
    fields |= {name: str(value) for name, value in others.items() if value}
    return {
        "id": row["id"],
        "atto_id": row["atto_id"],
        "pagina": row["pagina"],
        "atto": {"sigla": row["sigla"], "tipo": row["tipo_atto"], "numero": row["numero"],
                 "data": row["data_atto"]},
        "campi": fields,
        "voci": [(_label(name), _shown(value)) for name, value in fields.items()],
    }  # fmt: skip


def _label(field: str) -> str:
    words = field.replace("_", " ").replace("unita ", "unità ")
    return words[:1].upper() + words[1:]


def _shown(value: str) -> str:
    """A field's value as a reader expects it: days and amounts in Italian."""
    if _DAY.fullmatch(value):
        return data_estesa(value)
    return decimale(value) if _MONEY.fullmatch(value) else value


def forms(store: sqlite3.Connection, ids: Sequence[str]) -> list[Row]:
    """The printed forms of a thing (rows of ``alias``), each with where it is printed."""
    found = rows(
        store,
        "select id, forma, ragione, atti, atto_id, tabella, fatto_id, inizio, pagina from alias "
        f"where id {_IN}",
        ids,
    )
    shown = [row for row in found if MASK not in row["forma"]]
    return sorted(shown, key=lambda row: (-row["atti"], row["forma"]))


def cited(store: sqlite3.Connection, key: str) -> list[Row]:
    """The acts of the store that a citation's key (``dgr|514|2023``) may mean."""
    return rows(
        store,
        "select id, tipo, sigla, numero, anno, data, oggetto, ente from atti "
        "where chiave_citazione = :chiave order by ente, data, id limit 20",
        [],
        chiave=key,
    )
