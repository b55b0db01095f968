"""Identifiers of cited acts: URN:NIR, and for acts of the Union ELI or CELEX.

``urn:nir:AUTORITA:TIPO:DATA;NUMERO``; a year alone is accepted as a date. The registered types
do not cover resolutions and executive decrees of Regions and other bodies, which here take the
same syntax with a type of our own::

    urn:nir:regione.lombardia;giunta.regionale:deliberazione:2023-06-26;514
    urn:nir:regione.lombardia;consiglio.regionale:deliberazione:2013-07-09;78
    urn:nir:regione.lombardia:decreto.dirigenziale:2016-12-13;13177
    urn:nir:comune.di.monza:determinazione:2025-03-04;12

The legislature is not part of the number: acts are cited with and without it. Acts of the Union
take ELI (``http://data.europa.eu/eli/reg/2016/679/oj``), communications CELEX
(``CELEX:52020DC0067``).
"""

import re
import unicodedata

from extractor.facts.references.names import CODE_URNS
from models import Riferimento

_STATE = {
    "legge": "stato:legge",
    "legge_costituzionale": "stato:legge.costituzionale",
    "decreto_legge": "stato:decreto.legge",
    "decreto_legislativo": "stato:decreto.legislativo",
    "regio_decreto": "stato:regio.decreto",
    "dpr": "presidente.repubblica:decreto",
    "dpcm": "presidente.consiglio.ministri:decreto",
}
_OF_A_BODY = {
    "legge_regionale": "{}:legge",
    "regolamento_regionale": "{}:regolamento",
    "dgr": "{};giunta.regionale:deliberazione",
    "dcr": "{};consiglio.regionale:deliberazione",
    "dm": "{}:decreto",
    "determinazione": "{}:determinazione",
    "delibera": "{}:deliberazione",
    "ordinanza": "{}:ordinanza",
    "circolare": "{}:circolare",
    "convenzione": "{}:convenzione",
    "accordo": "{}:accordo",
    "sentenza": "{}:sentenza",
    "comunicato": "{}:comunicato",
}
_ELI = {"regolamento_ue": "reg", "direttiva_ue": "dir", "decisione_ue": "dec", "altro": "reco"}
_LEGISLATURE = re.compile(r"^[IVXL]{1,6}\s?/\s?")
_CELEX = {"COM": "DC", "SWD": "SC", "SEC": "SC", "JOIN": "JC"}


def authority(body: str) -> str:
    """A body's name as a URN authority.

    >>> authority("Regione Lombardia"), authority("Comune di Forlì")
    ('regione.lombardia', 'comune.di.forli')
    """
    plain = unicodedata.normalize("NFKD", body).encode("ascii", "ignore").decode().lower()
    return ".".join(re.findall(r"[a-z0-9]+", plain))


def urn_of(reference: Riferimento, words: str = "") -> str | None:
    """The identifier of the cited act, without articles; None where it cannot be built.

    ``words`` are printed forms of the citation, which tell delegated and implementing acts of
    the Union from the others.
    """
    if reference.refuso:
        return None
    if reference.tipo in ("codice", "costituzione"):
        return CODE_URNS.get(reference.data or "")
    union = reference.ente == "Unione europea" or reference.tipo != "altro"
    if union and (reference.tipo in _ELI or reference.tipo == "comunicazione_ue"):
        return _union(reference, words or reference.testo)
    when = reference.data or (str(reference.anno) if reference.anno else None)
    path = _path(reference)
    if when is None or path is None:
        return None
    # Sardinia's numbers have a slash of their own: ``26/24``.
    number = _LEGISLATURE.sub("", reference.numero or "").lstrip("0").strip().lower()
    if not number:
        return f"urn:nir:{path}:{when}" if reference.data else None
    return f"urn:nir:{path}:{when};{number}"


def article_urns(urn: str, articles: str) -> list[str]:
    """The URNs of the articles of an act, from their printed form.

    >>> article_urns("urn:nir:stato:legge:1990-08-07;241", "artt. 14-bis e 15, comma 2")
    ['urn:nir:stato:legge:1990-08-07;241~art14bis', 'urn:nir:stato:legge:1990-08-07;241~art15']
    """
    found = []
    plain = re.sub(
        r"(?:comm[ai]|co?\.|lett\w*\.?|punt[oi]|numer[oi]|nn?\.|par\w*\.?)\s*[\w.)-]+", "", articles
    )
    for match in re.finditer(
        r"(\d+)[\s-]*((?:[a-z]*decies|bis|ter|quater|[a-z]+ies)?)(?![\w/])", plain.lower()
    ):
        found.append(f"{urn}~art{match[1]}{match[2]}")
    return found


def _path(reference: Riferimento) -> str | None:
    state = _STATE.get(reference.tipo)
    if state:
        return state
    if not reference.ente:
        return None
    # Several bodies that made an act together are joined by a plus (URN:NIR, *emanante*).
    body = "+".join(authority(name) for name in reference.ente.split("; "))
    if reference.tipo == "dcr":
        body = re.sub(r"^consiglio\.regionale\.(?:della\.|del\.)?", "regione.", body)
    if reference.tipo == "decreto":
        kind = "decreto.dirigenziale" if body.startswith("regione.") else "decreto"
        return f"{body}:{kind}"
    pattern = _OF_A_BODY.get(reference.tipo)
    return pattern.format(body) if pattern else None


def _union(reference: Riferimento, words: str) -> str | None:
    number = reference.numero or ""
    series = re.fullmatch(r"(COM|SWD|SEC|JOIN)\((\d{4})\)(\d+)", number)
    if series:
        return f"CELEX:5{series[2]}{_CELEX[series[1]]}{int(series[3]):04d}"
    if not number.isdigit() or reference.anno is None:
        return None
    kind = _ELI.get(reference.tipo)
    if kind is None:
        return None
    low = words.lower()
    if kind == "dec" and re.search(r"(?<![a-z])n{1,2}\d", low):
        return None  # a case of state aid, which has no number in the Official Journal
    if "delegat" in low or "del." in low:
        kind += "_del"
    elif re.search(r"d(?:i\s+|')esecuzione|esec\.", low):
        kind += "_impl"
    return f"http://data.europa.eu/eli/{kind}/{reference.anno}/{number}/oj"
