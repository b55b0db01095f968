"""Contracting data as a release package of the Open Contracting Data Standard (OCDS 1.1).

An act that prints a valid CIG is a release of that tender or contract; one that prints a valid
CUP and no CIG, of the planning of that project (law 144/1999, art. 1 c. 5; law 136/2010, art. 3).
Only what the act says by itself is told: the stage by the words of its subject, an amount where
the act is of one CIG and its operative part has one amount with that role. Nothing is guessed of
who was awarded what. Without a day an act is no release.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

PREFIX = "ocds-spogli"
"""What ocids begin with. It is not registered: who publishes asks Open Contracting for one."""

_ROME = ZoneInfo("Europe/Rome")


class ActOfCode(NamedTuple):
    """An act with the CIG or the CUP of a release, the CUP beside a CIG, and its amounts.

    ``importi`` are those of its operative part that are alone in their role, by that role.
    """

    tipo_codice: str
    codice: str
    cup: str | None
    id: str
    nome: str
    data: str
    oggetto: str | None
    ente: str | None
    importi: Mapping[str, tuple[str, str]]


# The first that is found in the subject says the stage: what is paid was awarded before
_STAGES = (
    ("implementation",
     re.compile(r"\bliquida|\bpagament|\bsvincol|\bs\.?a\.?l\b|\bsald[oi]\b", re.I)),
    ("award",
     re.compile(r"\baffida(?!bil)|\baggiudi|\bimpegno\s+di\s+spesa|\bincarico\b", re.I)),
)  # fmt: skip
# An award that is only begun or looked for is a tender
_BEGUN = re.compile(
    r"\b(?:avvio|indizion|indice\b|indire|a\s+contrarre|manifestazion[ei]\s+d['’]\s?interesse"
    r"|bando|avviso|consultazion[ei])",
    re.I,
)


def stage(oggetto: str) -> str:
    """The stage of a contract that an act's subject tells, as a release tag of OCDS.

    A subject that says none is taken for the earliest, about which it asserts least.

    >>> stage("Determina di liquidazione III SAL"), stage("Affidamento diretto della fornitura")
    ('implementation', 'award')
    >>> stage("Avvio della procedura per l'affidamento diretto")
    'tender'
    """
    for tag, words in _STAGES:
        if words.search(oggetto):
            return "tender" if tag == "award" and _BEGUN.search(oggetto) else tag
    return "tender"


def write_releases(path: Path, acts: Iterator[ActOfCode], modified: str | None) -> int:
    """Write a release package, release by release, and say how many; none makes no file.

    ``modified`` is when the store last changed: the same store gives the same bytes.
    """
    first = next(acts, None)
    if first is None:
        return 0
    package = {
        "uri": "urn:spoglio:ocds",
        "version": "1.1",
        "publishedDate": modified,
        "publisher": {"name": "Spoglio"},
    }
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(package, ensure_ascii=False).removesuffix("}") + ', "releases": [')
        file.write("\n" + json.dumps(release(first), ensure_ascii=False))
        count = 1
        for act in acts:
            count += 1
            file.write(",\n" + json.dumps(release(act), ensure_ascii=False))
        file.write("\n]}\n")
    return count


def release(act: ActOfCode) -> dict[str, Any]:
    """The release that an act is, for one of its codes."""
    tag = "planning" if act.tipo_codice == "cup" else stage(act.oggetto or "")
    told: dict[str, Any] = {
        "ocid": f"{PREFIX}-{act.codice}",
        "id": act.id,
        "date": _moment(act.data),
        "tag": [tag],
        "initiationType": "tender",
        "language": "it",
    }
    if act.ente:
        told["parties"] = [{"id": act.ente, "name": act.ente, "roles": ["buyer"]}]
        told["buyer"] = {"id": act.ente, "name": act.ente}
    planning = _planning(act, tag)
    if planning:
        told["planning"] = planning
    if tag != "planning":
        told["tender"] = _tender(act, tag)
    if tag in ("award", "implementation"):
        told["awards"] = [{"id": act.codice, **(_titled(act) if tag == "award" else {})}]
    if tag == "implementation":
        told["contracts"] = [_contract(act)]
    return told


def _planning(act: ActOfCode, tag: str) -> dict[str, Any]:
    """What the act says of the money reserved, and of the project that it is for."""
    budget: dict[str, Any] = {}
    if act.tipo_codice == "cup" or act.cup:
        budget["projectID"] = act.cup or act.codice
    if "impegno" in act.importi:
        budget["amount"] = _value(act.importi["impegno"])
    documents = {"documents": [_document(act)]} if tag == "planning" else {}
    return documents | ({"budget": budget} if budget else {})


def _tender(act: ActOfCode, tag: str) -> dict[str, Any]:
    tender: dict[str, Any] = {"id": act.codice}
    if tag == "tender":
        tender |= {"title": act.oggetto} if act.oggetto else {}
        tender["documents"] = [_document(act)]
    if "base_asta" in act.importi:
        tender["value"] = _value(act.importi["base_asta"])
    return tender


def _contract(act: ActOfCode) -> dict[str, Any]:
    done: dict[str, Any] = {"documents": [_document(act)]}
    if "liquidazione" in act.importi:
        paid: dict[str, Any] = {"id": act.id, "date": _moment(act.data)}
        paid["value"] = _value(act.importi["liquidazione"])
        if act.ente:
            paid["payer"] = {"id": act.ente, "name": act.ente}
        done["transactions"] = [paid]
    return {"id": act.codice, "awardID": act.codice, "implementation": done}


def _titled(act: ActOfCode) -> dict[str, Any]:
    title = {"title": act.oggetto} if act.oggetto else {}
    return {**title, "date": _moment(act.data), "documents": [_document(act)]}


def _document(act: ActOfCode) -> dict[str, Any]:
    title = {"description": act.oggetto} if act.oggetto else {}
    return {"id": act.id, "title": act.nome, **title, "language": "it"}


def _value(amount: tuple[str, str]) -> dict[str, Any]:
    return {"amount": float(Decimal(amount[0])), "currency": amount[1]}


def _moment(day: str) -> str:
    """The beginning of a day in Italy, as OCDS wants days: with hour and time zone."""
    return datetime.combine(date.fromisoformat(day), time(), _ROME).isoformat()
