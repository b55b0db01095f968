"""What there are dossiers of: the kinds, and a list of each to leaf through."""

from typing import Any, get_args
from urllib.parse import urlencode

from extractor.site.dossiers.identities import TABLES
from extractor.site.dossiers.kinds import KINDS, OF_CODE, Kind, address, compact
from extractor.site.dossiers.listing import (
    COUNTED,
    LATEST,
    PAGE,
    Entry,
    kinds_of,
    list_identities,
    list_values,
    overview,
)
from extractor.site.dossiers.lookup import lookup
from extractor.site.pages.dossiers import name_of_key
from extractor.site.web import Ask, NotFoundError, Page, Redirect, Reply, Route
from models.vocabulary import TipoRiferimento

_PAGES = 1000


def dossiers(ask: Ask) -> Reply:
    """The page at ``/fascicolo``; with ``codice`` it goes to the dossier of what is typed."""
    said = ask.one("codice")[:200]
    if said:
        return _go(ask, said)
    kinds = [
        {
            "tipo": KINDS[name],
            "quanti": found.quanti,
            "primi": [_shown(KINDS[name], entry) for entry in found.primi],
        }
        for name, found in overview(ask.database).items()
    ]
    return Page("fascicoli.html", {"tipi": kinds, "contati": COUNTED, "ultimi": LATEST})


def _go(ask: Ask, said: str) -> Reply:
    """To the one dossier of what is typed, to a choice of several, or to the search."""
    code = compact("cup", said)
    found = [(kind, code) for kind in kinds_of(ask.database, code)]
    plain = compact("capitolo", said)
    found = found or [(kind, plain) for kind in kinds_of(ask.database, plain)]
    choices = [(KINDS[kind], address(kind, value), value) for kind, value in found]
    if not choices:
        with lookup(ask.database) as look:
            choices = [
                (KINDS[kind], address(kind, each.id), each.nome)
                for kind in TABLES
                for each in look.identities(kind, said)
            ]
    if not choices:
        return Redirect(f"/cerca?{urlencode({'q': said})}")
    if len(choices) == 1:
        return Redirect(choices[0][1])
    return Page("fascicoli.html", {"scelte": choices, "codice": said})


def of_kind(ask: Ask) -> Reply:
    """The page at ``/fascicolo/<kind>``: its dossiers, in order, from a beginning on."""
    word = ask.path["tipo"]
    kind = KINDS.get(word)
    if kind is None:
        if word in OF_CODE:
            return Redirect(f"/fascicolo/{OF_CODE[word].nome}")
        raise NotFoundError("Non ci sono fascicoli di questo tipo.")
    values: dict[str, Any] = {
        "tipo": kind, "q": ask.one("q")[:100], "tipi_atto": [], "prima": "", "dopo": "",
        "quanti": None, "tipo_atto": "",
    }  # fmt: skip
    if kind.nome in TABLES:
        number = ask.number("pagina", 1, 1, _PAGES)
        entries, count = list_identities(ask.database, kind.nome, values["q"], number)
        values["quanti"] = count
        if number > 1:
            values["prima"] = _query(values["q"], pagina=str(number - 1))
        if number * PAGE < count:
            values["dopo"] = _query(values["q"], pagina=str(number + 1))
    else:
        entries = _values(ask, kind, values)
    values["voci"] = [_shown(kind, entry) for entry in entries]
    return Page("fascicoli_tipo.html", values)


def _values(ask: Ask, kind: Kind, values: dict[str, Any]) -> list[Entry]:
    prefix = compact(kind.nome, values["q"])
    more = {}
    if kind.nome == "atto":
        values["tipi_atto"] = sorted(get_args(TipoRiferimento))
        chosen = ask.one("tipo_atto")
        values["tipo_atto"] = chosen if chosen in values["tipi_atto"] else ""
        # A number says nothing without its kind: the keys begin with that
        number = values["q"].rpartition("/")[2].upper() if values["tipo_atto"] else ""
        values["q"] = number
        prefix = f"{values['tipo_atto']}|{number}" if values["tipo_atto"] else ""
        more = {"tipo_atto": values["tipo_atto"]}
    entries, after = list_values(ask.database, kind.nome, prefix, ask.one("dopo")[:200])
    if after:
        values["dopo"] = _query(values["q"], dopo=after, **more)
    return entries


def _query(q: str, **more: str) -> str:
    return urlencode({name: value for name, value in {"q": q, **more}.items() if value})


def _shown(kind: Kind, entry: Entry) -> dict[str, Any]:
    value = entry.valore
    name = name_of_key(value) if kind.nome == "atto" and value.count("|") == 2 else value
    return {
        "nome": entry.nome or name,
        "nota": entry.nota,
        "atti": entry.atti,
        "indirizzo": address(kind.nome, value),
    }


ROUTES = (
    Route(r"^/fascicolo$", dossiers),
    Route(r"^/fascicolo/(?P<tipo>[a-z_]+)$", of_kind),
)
