"""A dossier: every act that names a code, a body, a person in office or an act, in one place."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import unquote, urlencode

from extractor.site import plots
from extractor.site.dossiers import content
from extractor.site.dossiers.beside import alone, amounts_beside
from extractor.site.dossiers.identities import TABLES
from extractor.site.dossiers.kinds import KINDS, OF_CODE, Kind, address, caution, compact
from extractor.site.dossiers.lookup import MANY, TIED, Lookup, Naming, Narrowing, lookup
from extractor.site.replies import csv_reply, json_reply
from extractor.site.web import Ask, NotFoundError, Page, Redirect, Reply, Route
from extractor.wording import parola

_PAGE = 50
_PAGES = 200
_SUMMARY = 200
"""The latest acts of a dossier, from which its amounts, deadlines, people and codes are told."""
_TABLE = 5000
_PROJECTS = ("cup", "cig", "incarico", "codice_gara", "cui", "id_progetto", "scheda_servizio")
"""Codes of which one act has one, or several affairs."""
_ROLES = {
    "emana": "Atti che emana",
    "parte": "Accordi di cui è parte",
    "citato": "Atti che citano i suoi",
    "nominato": "Atti che lo nominano",
}
_COLUMNS = (
    "data", "tipo", "sigla", "numero", "ente", "oggetto", "id", "identificativo", "documento_id",
    "pagine",
)  # fmt: skip


class _Dossier(NamedTuple):
    """What is asked for, found: the acts that name it, counted."""

    kind: Kind
    valore: str
    ruolo: str
    ruoli: dict[str, int]
    naming: Naming
    narrowing: Narrowing
    totale: int
    quanti: int

    def query(self, **more: str) -> str:
        """The end of an address with the same acts, and with other values beside."""
        said = {
            "ruolo": self.ruolo if self.kind.nome == "ente" else "",
            "anno": str(self.narrowing.anno or ""),
            "ente": self.narrowing.ente,
            "ordine": "dal-primo" if self.narrowing.dal_primo else "",
        }
        return urlencode({name: value for name, value in (said | more).items() if value})


def dossier(ask: Ask) -> Reply:
    """The page at ``/fascicolo/<kind>/<value>``, with ``.json`` and ``.csv`` behind."""
    word, said = ask.path["tipo"], unquote(ask.path["valore"])[:300]
    kind = KINDS.get(word)
    if kind is None:
        if word in OF_CODE:
            return Redirect(address(OF_CODE[word].nome, said))
        raise NotFoundError("Non ci sono fascicoli di questo tipo.")
    value = compact(kind.nome, said)
    form = ask.path["formato"] or ""
    if value != said and kind.nome not in TABLES:
        place = address(kind.nome, value) + (f".{form}" if form else "")
        return Redirect(f"{place}?{ask.query}" if ask.query else place)
    if kind.nome == "atto" and value.count("|") != 2:
        return _of_an_act(ask, value)
    with lookup(ask.database) as look:
        if kind.nome in TABLES and (other := _elsewhere(ask, look, kind, said, form)):
            return other
        found = _found(ask, look, kind, value)
        if kind.nome == "persona" and not _is_seen(ask, look, found):
            raise NotFoundError(_missing(kind))
        if form == "csv":
            return _table(ask, look, found)
        values = _content(ask, look, found)
    if form == "json":
        return json_reply(_as_data(values, found, ask.base))
    return Page("fascicolo.html", values)


def _elsewhere(ask: Ask, look: Lookup, kind: Kind, said: str, form: str) -> Reply | None:
    """From any name of a thing of the registry to its identifier, or to a choice of several."""
    meant = look.identities(kind.nome, said)
    if not meant:
        raise NotFoundError(_missing(kind))
    if len(meant) > 1:
        if form:
            raise NotFoundError("Con questo nome ci sono più fascicoli.")
        choices = [(kind, address(kind.nome, each.id), each.nome) for each in meant]
        return Page("fascicoli.html", {"scelte": choices, "codice": said})
    if meant[0].id == said:
        return None
    place = address(kind.nome, meant[0].id) + (f".{form}" if form else "")
    return Redirect(f"{place}?{ask.query}" if ask.query else place)


def _of_an_act(ask: Ask, said: str) -> Reply:
    """From an act of the store to the citations of it."""
    row = ask.store.execute(
        "select id, chiave_citazione from atti where identificativo = ? or id = ? limit 1",
        (said, said),
    ).fetchone()
    if row is None:
        raise NotFoundError("Un atto si indica con tipo, numero e anno: dgr|514|2023.")
    if row["chiave_citazione"] is None:
        return Redirect(f"/atto/{row['id']}")
    return Redirect(address("atto", row["chiave_citazione"]))


def _found(ask: Ask, look: Lookup, kind: Kind, value: str) -> _Dossier:
    year = ask.number("anno", 0, 0, 9999) or None
    narrowing = Narrowing(
        year,
        "" if kind.nome == "ente" else ask.one("ente")[:200],
        ask.one("ordine") == "dal-primo",
    )
    roles: dict[str, int] = {}
    role = ask.one("ruolo") if kind.nome == "ente" else ""
    if kind.nome == "ente":
        for each in _ROLES:
            naming = look.naming(kind.nome, value, each)
            roles[each] = look.total(naming) if naming else 0
        role = role if roles.get(role) else next((each for each in roles if roles[each]), "emana")
    naming = look.naming(kind.nome, value, role)
    total = look.total(naming) if naming else 0
    if naming is None or (not total and not _is_cited(ask, kind, value)):
        raise NotFoundError(_missing(kind))
    count = look.count(naming, narrowing, total)
    return _Dossier(kind, value, role, roles, naming, narrowing, total, count)


def _is_seen(ask: Ask, look: Lookup, found: _Dossier) -> bool:
    """Whether the name is not covered in the latest acts that have it."""
    ids = look.page(found.naming, Narrowing(), found.totale, _PAGE)
    return bool(_acts(ask, look, found, ids))


def _is_cited(ask: Ask, kind: Kind, value: str) -> bool:
    return kind.nome == "atto" and bool(content.cited(ask.store, value))


def _missing(kind: Kind) -> str:
    """The same words whether a person is unknown, hidden, or named for another reason."""
    if kind.nome == "persona":
        return (
            "Non c'è un fascicolo con questo nome. Si fanno fascicoli soltanto di chi, negli atti "
            "dell'archivio, agisce in un ufficio: chi firma, chi è responsabile di un "
            "procedimento, chi siede in un organo."
        )
    if kind.nome == "codice_fiscale":
        return (
            "Non c'è un fascicolo con questo codice. Si fanno fascicoli soltanto di enti e "
            "società: mai di codici fiscali di persone."
        )
    return "Nessun atto dell'archivio lo nomina."


def _content(ask: Ask, look: Lookup, found: _Dossier) -> dict[str, Any]:
    last = min(_PAGES, max(1, -(-found.quanti // _PAGE)))
    number = ask.number("pagina", 1, 1, last)
    naming, narrowing = found.naming, found.narrowing
    latest = look.page(naming, narrowing._replace(dal_primo=False), found.totale, _SUMMARY)
    start = (number - 1) * _PAGE
    ids = latest[start : start + _PAGE]
    if narrowing.dal_primo or start >= _SUMMARY:
        ids = look.page(naming, narrowing, found.totale, _PAGE, start)
    years = look.years(naming, narrowing._replace(anno=None), found.totale)
    shown = _acts(ask, look, found, ids)
    return {
        "tipo": found.kind,
        "valore": found.valore,
        "nota": caution(found.kind, found.valore),
        "tabella": naming.fatti,
        "titolo": _title(look, found),
        "atti": shown,
        "quanti": found.quanti,
        "molti": found.quanti > MANY and (naming.tabella != "atti" or narrowing.condition(naming)),
        "ruolo": found.ruolo,
        "ruoli": [
            (role, _ROLES[role], count, found._replace(ruolo=role).query(anno="", pagina=""))
            for role, count in found.ruoli.items()
            if count
        ],
        "narrowing": narrowing,
        "anni": years,
        "enti": look.issuers(naming, found.totale),
        "pagina": number,
        "pagine": last,
        "prima": found.query(pagina=str(number - 1)),
        "dopo": found.query(pagina=str(number + 1)),
        "altro_ordine": found.query(ordine="" if narrowing.dal_primo else "dal-primo"),
        "dati": found.query(),
        "indirizzo_fascicolo": address(found.kind.nome, found.valore),
        "riassunti": len(latest),
        "grafico_anni": plots.acts_by_year(years) if found.quanti > 8 else None,
    } | _summary(ask, look, found, latest)


def _acts(ask: Ask, look: Lookup, found: _Dossier, ids: list[str]) -> list[content.Row]:
    """The acts, each with how it names the thing; those where the name is masked are left out."""
    named = content.mentions(ask.store, found.naming, look.facts(found.naming, ids))
    shown = [row | {"menzioni": named.get(row["id"], [])} for row in content.acts(ask.store, ids)]
    if found.naming.fatti in ("atti", ""):
        return shown
    return [row for row in shown if row["menzioni"]]


def _summary(ask: Ask, look: Lookup, found: _Dossier, ids: list[str]) -> dict[str, Any]:
    """What the latest acts say: amounts and releases for codes, deadlines, people, other codes."""
    store, kind = ask.store, found.kind
    values: dict[str, Any] = {
        "importi_accanto": [], "importi": [], "soli": 0, "schede": [], "rilasci": [], "citati": [],
        "grafici": [], "cosa": {}, "forme": [],
    }  # fmt: skip
    if kind.nome in TABLES:
        values |= _registered(ask, look, found, ids)
    if kind.tipo:
        values |= _money(ask, look, found, ids)
    if kind.nome == "cup":
        values["schede"] = content.sheets(store, found.valore)
    if kind.nome == "atto":
        values["citati"] = content.cited(store, found.valore)
    if kind.nome == "incarico" or kind.nome in _PROJECTS:
        own = found.valore if kind.nome == "incarico" else ""
        values["rilasci"] = content.releases(store, values["atti_soli"] if not own else ids, own)
        values["grafici"].append(plots.schedule(values["rilasci"]))
    today = date.today().isoformat()
    due = content.deadlines(store, ids) if kind.tipo or kind.nome == "ente" else []
    due = values.pop("dovute", due)
    values["scadenze"] = sorted(
        (row for row in due if row["entro"] >= today), key=lambda row: (row["entro"], row["id"])
    )
    values["scadute"] = [row for row in due if row["entro"] < today]
    if "persone" not in values:
        told = kind.nome not in ("persona", "atto")
        values["persone"] = content.people(store, ids) if told else []
    codes = kind.tipo or kind.nome in TABLES
    values["codici"] = content.related(store, ids, (kind.tipo, found.valore)) if codes else []
    values["grafici"] = [plot for plot in values["grafici"] if plot]
    return values


def _registered(ask: Ask, look: Lookup, found: _Dossier, ids: list[str]) -> dict[str, Any]:
    """What the registry says of a thing, and the facts that are tied to it."""
    store, kind = ask.store, found.kind.nome
    row = look.row(kind, found.valore)
    values: dict[str, Any] = {
        "cosa": row | {"sigle": json.loads(row.get("sigle") or "[]"),
                       "codici": json.loads(row.get("codici") or "[]")},
        "forme": content.forms(store, look.aliases(kind, found.valore)),
    }  # fmt: skip
    if kind == "persona":
        body = look.identity("ente", row["ente_id"] or "")
        values["cosa"]["ente"] = body and (body.nome, address("ente", body.id))
    if kind == "ente" and found.ruolo == "emana":
        values["importi"] = content.amounts(store, ids)
        values["rilasci"] = content.releases(store, ids)
    if kind == "servizio":
        tied = look.tied(found.valore)
        values["mostrati"] = TIED if any(len(ids) == TIED for ids in tied.values()) else 0
        values["importi"] = content.amounts(store, tied["importi"], "importi.id")
        values["rilasci"] = content.releases(store, tied["rilasci"], by="rilasci.id")
        values["dovute"] = content.deadlines(store, tied["scadenze"], "scadenze.id")
        values["persone"] = content.people(store, tied["persone"], "persone.id")
    if values.get("rilasci"):
        values["grafici"] = [plots.schedule(values["rilasci"])]
    return values


def _money(ask: Ask, look: Lookup, found: _Dossier, ids: list[str]) -> dict[str, Any]:
    """Amounts near the code, and of the acts that name no other code of its kind."""
    beside = amounts_beside(ask.store, look.facts(found.naming, ids))
    only = [*alone(ask.store, ids, found.kind.tipo)] if found.kind.nome in _PROJECTS else []
    of_acts = content.amounts(ask.store, only)
    near = {(row["ruolo"], row["esercizio"], row["importo"]) for row in beside}
    others = [
        row for row in of_acts if (row["ruolo"], row["esercizio"], row["importo"]) not in near
    ]
    return {
        "importi_accanto": beside,
        "importi": of_acts,
        "soli": len(only),
        "atti_soli": only,
        "grafici": [plots.money([*beside, *others])],
    }


def _title(look: Lookup, found: _Dossier) -> str:
    name, value = found.kind.nome, found.valore
    if name in TABLES:
        meant = look.identity(name, value)
        return meant.nome if meant else value
    if name == "atto":
        return name_of_key(value)
    singular = found.kind.singolare
    return f"{singular if singular.isupper() else singular.capitalize()} {value}"


def name_of_key(key: str) -> str:
    """A citation's key in words.

    >>> name_of_key("dgr|514|2023")
    'Delibera di Giunta regionale n. 514 del 2023'
    """
    tipo, number, year = key.split("|")
    words = parola(tipo)
    return f"{words[:1].upper()}{words[1:]} n. {number} del {year}"


def _table(ask: Ask, look: Lookup, found: _Dossier) -> Reply:
    ids = look.page(found.naming, found.narrowing, found.totale, _TABLE)
    rows = []
    for start in range(0, len(ids), 500):
        for row in _acts(ask, look, found, ids[start : start + 500]):
            pages = {page for each in row["menzioni"] for page in each["pagine"]}
            rows.append(row | {"pagine": " ".join(map(str, sorted(pages)))})
    return csv_reply(rows, _COLUMNS, f"fascicolo-{found.kind.nome}.csv")


def _as_data(values: Mapping[str, Any], found: _Dossier, base: str) -> dict[str, Any]:
    """A dossier for programs: the page's own content."""
    place = f"{base}/prova/{found.naming.fatti}"
    acts = [
        row | {"menzioni": [_mention(each, place) for each in row["menzioni"]]}
        for row in values["atti"]
    ]
    sheets = [
        {name: value for name, value in sheet.items() if name != "voci"}
        for sheet in values["schede"]
    ]
    same = ("titolo", "valore", "quanti", "pagina", "pagine", "riassunti", "importi_accanto",
            "importi", "rilasci", "citati", "persone", "codici", "cosa", "forme")  # fmt: skip
    return {
        "tipo": found.kind.nome,
        **{name: values[name] for name in same},
        "schede": sheets,
        "scadenze": [*values["scadenze"], *values["scadute"]],
        "anni": dict(values["anni"]),
        "atti": acts,
    }


def _mention(row: Mapping[str, Any], place: str) -> dict[str, Any]:
    kept = {name: value for name, value in row.items() if name not in ("atto_id", "luoghi")}
    return kept | {"prova": f"{place}/{row['id']}"}


ROUTES = (
    Route(
        r"^/fascicolo/(?P<tipo>[a-z_]+)/(?P<valore>.+?)(?:\.(?P<formato>json|csv))?$",
        dossier,
    ),
)
