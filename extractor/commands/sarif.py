"""Findings as SARIF 2.1.0 (OASIS), for editors and code hosts that show such reports.

A document is an artifact; a finding stands at an offset of its text, as read, with the page in
the properties, since SARIF knows lines and bytes and not pages.
"""

from importlib.metadata import version
from typing import Any, get_args
from urllib.parse import quote

from extractor.checks.descriptions import RULES
from extractor.commands.check import Checked
from models import Segnalazione
from models.vocabulary import RegolaSegnalazione

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"errore": "error", "avviso": "warning", "nota": "note"}
_RULES: tuple[RegolaSegnalazione, ...] = get_args(RegolaSegnalazione)


def as_sarif(checked: list[Checked]) -> dict[str, Any]:
    """One run with every rule and a result for each finding."""
    driver = {
        "name": "Spoglio",
        "version": version("spoglio"),
        "language": "it",
        "rules": [
            {
                "id": rule,
                "shortDescription": {"text": RULES[rule].titolo},
                "fullDescription": {"text": RULES[rule].spiegazione},
            }
            for rule in _RULES
        ],
    }
    results = [_result(document, found) for document in checked for found in document.segnalazioni]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": quote(document.nome)}} for document in checked],
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(document: Checked, found: Segnalazione) -> dict[str, Any]:
    properties: dict[str, Any] = {"documento_id": found.documento_id, "fatti": list(found.fatti)}
    if found.pagina:
        properties["pagina"] = found.pagina
    if found.atto_id:
        properties["atto_id"] = found.atto_id
        properties["atto"] = document.atti.get(found.atto_id)
    return {
        "ruleId": found.regola,
        "ruleIndex": _RULES.index(found.regola),
        "level": _LEVELS[found.gravita],
        "message": {"text": found.messaggio},
        "locations": [{"physicalLocation": _place(document, found)}],
        "partialFingerprints": {"segnalazione/v1": found.id},
        "properties": properties,
    }


def _place(document: Checked, found: Segnalazione) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(document.nome)}}
    if found.inizio is not None and found.fine is not None and found.flusso == "testo":
        place["region"] = {
            "charOffset": found.inizio,
            "charLength": found.fine - found.inizio,
            "snippet": {"text": found.testo or ""},
        }
    return place
