"""Identifiers that systems give to projects, acts, offices, purchases and goods.

- *ID* of a project or an application: ``ID 368257``, ``[ID 38057443]``, a column ``ID domanda``;
- *Identificativo Atto n. 591*: the number of a decree in the Region's own system;
- *codice univoco ufficio* (IPA): six characters to which electronic invoices are sent
  (d.m. 55/2013); the ``codice destinatario`` of a firm has seven;
- *CUI*, Codice Unico Intervento: S, F or L (services, goods, works), the body's codice
  fiscale, the year, five digits (d.m. 14/2018);
- *CPV*, the common procurement vocabulary (reg. CE 213/2008): eight digits and, often, a check
  digit whose rule is not published.

>>> [(found.tipo, found.valore) for found in find("progetto ID 368257; CPV 45000000-7")]
[('id_progetto', '368257'), ('cpv', '45000000-7')]
>>> check_cui("S97743230159202300012").valido, check_cui("S97743230158202300012").motivo
(True, 'codice fiscale 97743230158: cifra di controllo errata')
"""

import re
from collections.abc import Iterator
from itertools import chain

import regex

from extractor.facts.anchors import Anchored, lowered, starts, stems
from extractor.facts.codes.finding import (
    NO_RULE,
    NUMBER_SIGN,
    VALID,
    Check,
    code,
    compact,
    long_runs,
)
from extractor.facts.codes.fiscal import check_vat_number
from extractor.facts.columns import cells_under
from extractor.literals import matches
from models import Codice

_LETTERS = r"[^\W\d_]"

_PROJECT = Anchored(
    ("id",),
    rf"(?<![\w.])(?P<id>ID(?:(?![-_])\.?|entificativo\s+(?:del\s+)?(?:progetto|domanda|pratica)))(?!{_LETTERS})"
    r"(?P<cosa>\s*(?:progetto|domanda|pratica|istanza|bando|SIAGE|BeS|intervento))?"
    rf"[\s:]*(?:{NUMBER_SIGN}(?=[\s:\d]))?[\s:]*(?P<codice>\d{{5,10}})(?![\w]|[.,/]\d)",
)
_PROJECT_HEAD = regex.compile(
    r"\W*(?:(?:codice\s+)?id(?:\s*(?:progetto|domanda|pratica|istanza|siage))?|(?:n(?:\.|umero)?\s*)?"
    r"(?:identificativ[oa]|id\.?)\s*(?:del(?:la)?\s+)?(?:progetto|domanda|pratica))\W*",
    regex.IGNORECASE,
)
_PROJECT_CELL = regex.compile(r"\s*(\d{5,10})\s*")
# The codes of the school's European projects, of the PNRR's, and of research infrastructures.
_FUNDED = Anchored(
    ("pe0", "cn0", "ir0", "ecs0"),
    r"(?<!\w)(?-i:(?:PE|CN|IR|ECS)0{3,6}\d{2,5})(?!\w)",
)
_EUROPEAN = regex.compile(
    r"(?<![\w.])\d{1,2}\.\d{1,2}\.\d{1,2}[A-Z]?\s?-\s?(?:FSE|FESR|FDR)-?[A-Z]{0,5}\s?-\s?[A-Z]{2}\s?-\s?(?:19|20)\d\d\s?-\s?\d{1,5}(?!\w)"
    r"|(?<![\w.])M\dC\d[A-Z]?\d\.\d(?:\.\d)?-(?:19|20)\d\d-\d{2,5}-P-\d{3,6}(?!\w)"
)
_EUROPEAN_BEGINS = re.compile(r"-\s?(?:F(?:SE|ESR|DR)|P-\d)")
# ``codice identificativo progetto 2019-IT-01``, ``Codice SGP VE11P027-A``
_NAMED_PROJECT = Anchored(
    ("codice", "cod.", "identificativo"),
    rf"(?<!{_LETTERS})(?:(?:cod(?:ice|\.)\s+)(?:identificativo\s+|locale\s+)?(?:del\s+|di\s+)?"
    r"(?:progett[oi]|operazione|SGP|SIGEM|SMILE|Caronte|MIRWEB|Re[nN]DiS|PRIN)"
    r"|identificativo\s+(?:del\s+)?progetto)"
    rf"(?!{_LETTERS})(?:\s+(?:PON|POR|PRIN|PNRR|SGP|n\.))?[\s:]{{1,3}}(?P<codice>(?-i:(?=[A-Z0-9._/\-]{{0,30}}\d)[A-Z0-9][A-Z0-9._/\-]{{3,34}}[A-Z0-9]))(?![\w])",
)
_NO_PROJECT = regex.compile(
    r"[A-Z]\d{2}[A-Z]\d{11}|[A-Z0-9]{10}(?<=[0-9A-F]{9})|\d{1,4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    r"|\d[\d.]*\.[\d.]*"
)
_OFFER = regex.compile(
    r"(?:offert|procedur|gara\b|negoziazion|trattativ|sintel)\w*[^.;\n]{0,20}\Z", regex.IGNORECASE
)
_ACT = Anchored(
    ("identificativo",),
    rf"identificativo\s+atto\s*:?\s*{NUMBER_SIGN}?\s*(?P<codice>\d{{1,7}})(?![\w]|[.,/]\d)",
)
_OFFICE = Anchored(
    ("codice", "cod.", "cuu", "cuf", "cu.", "c.u", "sdi"),
    rf"(?<!{_LETTERS})(?:cod(?:ice|\.)\s+univoco(?:\s+(?:di\s+)?(?:ufficio|fatturazione|IPA|destinatario"
    r"|dell[’']ufficio|identificativo|fattur\w+|elettronic\w+|per\s+la|per)){0,5}"
    r"|cod(?:ice|\.)\s+(?:destinatario|I\.?P\.?A\.?|SDI|ufficio)|(?-i:SDI)|C\.?U\.?U\.?|C\.?U\.?F\.?E\.?)"
    rf"(?!{_LETTERS})(?:[\s:.,()\-–“”\"]|(?:è|n|il|seguente)(?!{_LETTERS})){{1,6}}"
    r"(?-i:(?P<codice>(?=[A-Z0-9]{0,6}[0-9])[A-Z0-9]{6,7}|UF[A-Z0-9]{4}|(?<=[:“\"]\s?)[A-Z]{6}))(?![\w])",
)
# In the letterheads of schools: ``C.F. 92119800644 - C.U. UFC9O4``
_OFFICE_SHORT = Anchored(
    ("cu ", "cu:", "c.u"),
    rf"(?<!{_LETTERS})(?-i:C\.?\s?U\.?)\s?:?\s?(?-i:(?P<codice>UF[A-Z0-9]{{4}}))(?!\w)",
)
_PLAN_ENTRY = regex.compile(
    r"(?<![A-Za-z0-9])(?P<codice>[SFL]\s?\d{11}\s?(?:19|20)\d{2}\s?\d{5})(?!\d)"
    r"|(?<![^\W\d_])C\.?U\.?I\.?[\s:.]{1,4}(?:n\.?\s*)?(?P<altro>[SFL]?\d{14,22})(?!\d)"
)
_PLAN_LABELS = stems("cui", "c.u", "cu.")
_GOODS = Anchored(
    ("cpv", "cp.", "c.p"),
    r"(?<![^\W\d_])C\.?P\.?V\.?(?![^\W\d_])(?P<elenco>[^\n]{0,80}?\d{8}(?:\s?[-–‐]\s?\d(?!\d))?"
    r"(?:[^\n\d]{1,80}\d{8}(?:\s?[-–‐]\s?\d(?!\d))?){0,20})",
)
_CPV = regex.compile(r"(?<![\d/.])\d{8}(?:\s?[-–‐]\s?\d(?!\d))?(?![\d/])")


def check_cui(value: str) -> Check:
    """Whether ``value``, compacted, is a CUI with a right codice fiscale inside."""
    match = regex.fullmatch(r"[SFL](\d{11})(?:19|20)\d{2}\d{5}", value)
    if match is None:
        return Check(False, "un CUI ha S, F o L, undici cifre, l’anno e cinque cifre")
    inner = check_vat_number(match.group(1))
    return (
        inner if inner.valido else Check(False, f"codice fiscale {match.group(1)}: {inner.motivo}")
    )


def check_office(value: str) -> Check:
    """Whether ``value`` is as long as a codice univoco ufficio (6) or a codice destinatario (7)."""
    if len(value) in (6, 7):
        return VALID if value.isalnum() else Check(False, "caratteri non ammessi")
    return Check(False, f"{len(value)} caratteri invece di 6")


def find(text: str) -> Iterator[Codice]:
    """Every identifier of a project, act, office, planned purchase or kind of goods."""
    yield from _projects(text)
    yield from _named_projects(text)
    for match in _ACT.finditer(text):
        yield code(
            text, match.span("codice"), "identificativo_atto",
            fonte="identificativo_atto_etichetta", confidenza=0.98,
        )  # fmt: skip
    for match in chain(_OFFICE.finditer(text), _OFFICE_SHORT.finditer(text)):
        yield code(
            text, match.span("codice"), "codice_univoco_ufficio",
            fonte="codice_univoco_etichetta", check=check_office(match["codice"]), confidenza=0.9,
        )  # fmt: skip
    for match in _plan_entries(text):
        name = "codice" if match["codice"] else "altro"
        value = compact(match[name])
        yield code(text, match.span(name), "cui", fonte="cui_forma", check=check_cui(value))
    for listing in _GOODS.finditer(text):
        for match in _CPV.finditer(text, *listing.span("elenco")):
            value = regex.sub(r"\s", "", match.group()).replace("–", "-").replace("‐", "-")
            yield code(
                text, match.span(), "cpv", fonte="cpv_etichetta", valore=value, check=NO_RULE
            )


def _named_projects(text: str) -> Iterator[Codice]:
    """The codes of projects that have a form of their own, or letters after a label."""
    seen = set()
    matches = [*_FUNDED.finditer(text)]
    for begins in _EUROPEAN_BEGINS.finditer(text):
        near = max(begins.start() - 26, 0)
        match = _EUROPEAN.search(text, near, begins.end() + 30)
        if match is not None and match.start() <= begins.start() < match.end():
            matches.append(match)
    for match in matches:
        if match.start() not in seen:
            seen.add(match.start())
            value = "".join(match.group().split())
            yield code(
                text, match.span(), "id_progetto", fonte="id_progetto_forma", valore=value,
                confidenza=0.92,
            )  # fmt: skip
    for match in _NAMED_PROJECT.finditer(text):
        value = match["codice"]
        if match.start("codice") not in seen and not _NO_PROJECT.fullmatch(value):
            yield code(
                text, match.span("codice"), "id_progetto", fonte="id_progetto_nome", valore=value,
                confidenza=0.85,
            )  # fmt: skip


def _plan_entries(text: str) -> Iterator[regex.Match[str]]:
    coded = (at for run in long_runs(text) for at in (run, run - 2))  # ``S 97743230159…``
    places = [at for at in coded if at >= 0 and text[at] in "SFL"]
    places += starts(lowered(text), _PLAN_LABELS, after_figures=True)
    return matches(_PLAN_ENTRY, text, sorted(places))


def _projects(text: str) -> Iterator[Codice]:
    seen = set()
    for match in _PROJECT.finditer(text):
        if match["id"] == "id" and match["cosa"] is None:
            continue  # an id in an address of the web
        if _OFFER.search(text, max(match.start() - 40, 0), match.start()):
            continue
        seen.add(match.start("codice"))
        yield code(
            text,
            match.span("codice"),
            "id_progetto",
            fonte="id_progetto_etichetta",
            confidenza=0.92,
        )
    for _, cell, _ in cells_under(text, _PROJECT_HEAD.fullmatch):
        number = _PROJECT_CELL.fullmatch(cell.testo)
        if number is None:
            continue
        start, end = cell.inizio + number.start(1), cell.inizio + number.end(1)
        if start not in seen:
            yield code(
                text, (start, end), "id_progetto", fonte="id_progetto_colonna", confidenza=0.9
            )
