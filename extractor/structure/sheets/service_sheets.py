"""Service sheets (*scheda servizio*): what a digital service is, who uses it, on what it rests.

A sheet prints its code, its abbreviation and its office as labelled fields, then tables of
the classes of users, of the services that it uses and of the software behind it. The
assignment that it is attached to lists the sheets with title and kind of activity.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

from extractor.structure.sheets.grid import Source
from extractor.structure.sheets.values import clean
from models import SchedaServizio

_SHEET_CODE = r"[A-Z]{2,6}-\d{1,5}(?:[_./-]\d{1,4}){0,2}"
_CODE_FIELD = regex.compile(
    rf"Codice\s+(?:del\s+)?Servizio\s*:?\s*(?P<codice>{_SHEET_CODE})(?![\w-])", regex.I
)
_LONGEST_SHEET = 20_000
_LONGEST_FIELD = 160
_ACTIVITY = r"(?:sviluppo|gestione|manutenzione|evoluzione|esercizio|progettazione)"
_LISTED = re.compile(
    rf"(?<![\w-])(?P<codice>{_SHEET_CODE})[\s|]+(?P<titolo>[^\s|](?:(?!{_SHEET_CODE}).){{2,200}}?)"
    rf"[\s|]+(?P<tipologia>{_ACTIVITY}(?:\s*(?:/|,|-|\be\b)\s*{_ACTIVITY}){{0,3}})"
    rf"(?=\s*(?:\n|$|{_SHEET_CODE}))",
    re.I | re.S,
)
_LIST_TITLES = regex.compile(
    r"Codice\s+scheda(?:\s+servizio)?\s+Titolo\s+scheda(?:\s+servizio)?\s+Tipologia\b[^\n]{0,60}"
    r"(?:\n\s*\([^()\n]{0,60}\))?",
    regex.I,
)
_FIELDS = {
    "sigla": re.compile(r"(?m)^[ \t]*Sigla[ \t]*:[ \t]*(?P<valore>[^\n\t]*)"),
    "direzione_ente": re.compile(
        r"Direzione(?:\s+Regionale)?\s*/\s*Ente\s*:?[ \t\n]*(?P<valore>[^\n\t]*)", re.I
    ),
}
_USERS = re.compile(r"Class[ei]\s+di\s+Utenza\s+Volumi(?:\s+previsti)?", re.I)
_VOLUME = (
    r"(?:(?:fino\s+a|oltre|circa|[<>≤≥])\s*)?\d{1,3}(?:\.?\d{3}){0,3}"
    r"(?:\s*[-–]\s*\d{1,3}(?:\.?\d{3}){0,3})?|n\.?\s?[ad]\.?"
)
_CLASS = re.compile(
    rf"\W{{0,60}}(?P<classe>[^\W\d].{{1,160}}?)\s+(?P<volumi>{_VOLUME})(?=\s|$)", re.S | re.I
)
_AFTER_USERS = re.compile(r"\n\s*(?:Stagionalit|\d{1,2}\.\s|Tabella\b|[A-ZÀ-Ú][^\n]{0,80}:\s*\n)")
_SERVICES = re.compile(r"(?m)^[ \t]*Servizi\s+Utilizzati[ \t]*$", re.I)
_SOFTWARE = re.compile(
    r"Applicativi\s+Software(?:\s+a\s+supporto)?(?:\s+Manutenzione\s+(?:Ordinaria|Evolutiva|Correttiva)"
    r"(?:\s+Software)?){0,3}",
    re.I,
)
_AFTER_SOFTWARE = re.compile(r"\n\s*(?:Tabella\s+\d|Figura\s+\d|\d{1,2}\.\s+[A-Z])|\f")
_PROGRAM = re.compile(r"(?<![\w-])(?=[A-Z0-9]{2,12}_\w)")
_BULLET = re.compile(r"^[^\w(«“\"]+")
# A name that begins in lower case (e-prescription) looks like the end of the line above it.
_JOINED = r"(?<=[A-Z]{2})\s+(?=e-[a-z]{4,20}\b)"
_LONGEST_LIST = 4000


class _Sheet(NamedTuple):
    """A sheet as printed: its code, and its bounds in the text."""

    codice: str
    inizio: int
    fine: int


def read(source: Source) -> Iterator[SchedaServizio]:
    """The service sheets of the act: those listed, completed by those attached."""
    attached = {sheet.codice: sheet for sheet in reversed([*_sheets(source)])}
    seen: set[str] = set()
    for row in _listed(source):
        if row["codice"] not in seen:
            seen.add(row["codice"])
            record = SchedaServizio(
                inizio=row.start(),
                fine=row.end(),
                testo=row.group(),
                fonte="elenco_schede_servizio",
                codice=row["codice"],
                titolo=clean(row["titolo"]),
                tipologia=clean(row["tipologia"]),
            )
            sheet = attached.get(record.codice)
            yield _completed(source, record, sheet) if sheet else record
    for sheet in reversed(attached.values()):
        if sheet.codice not in seen:
            yield _alone(source, sheet)


def _listed(source: Source) -> Iterator[re.Match[str]]:
    """The rows of the list of sheets: code, title, kind of activity."""
    for titles in _LIST_TITLES.finditer(source.testo, source.inizio, source.fine):
        at = titles.end()
        while True:
            limit = min(at + 800, source.fine)
            row = _LISTED.search(source.testo, at, limit)
            if row is None or source.testo[at : row.start()].strip():
                break
            yield row
            at = row.end()


def _sheets(source: Source) -> Iterator[_Sheet]:
    fields = [*_CODE_FIELD.finditer(source.testo, source.inizio, source.fine)]
    for at, field in enumerate(fields):
        limit = fields[at + 1].start() if at + 1 < len(fields) else source.fine
        yield _Sheet(field["codice"], field.start(), min(limit, field.end() + _LONGEST_SHEET))


def _alone(source: Source, sheet: _Sheet) -> SchedaServizio:
    """A sheet that no list names; its title is the line above its fields."""
    field = _CODE_FIELD.match(source.testo, sheet.inizio)
    end = field.end() if field else sheet.inizio
    above = source.testo[max(source.inizio, sheet.inizio - 400) : sheet.inizio]
    lines = [clean(line) for line in above.split("\n")]
    titles = [line for line in lines if line and ":" not in line]
    record = SchedaServizio(
        inizio=sheet.inizio,
        fine=end,
        testo=source.testo[sheet.inizio : end],
        fonte="scheda_servizio",
        codice=sheet.codice,
        titolo=titles[-1] if titles and len(titles[-1]) < _LONGEST_FIELD else None,
    )
    return _completed(source, record, sheet)


def _completed(source: Source, record: SchedaServizio, sheet: _Sheet) -> SchedaServizio:
    """The record with what its own sheet says; the sheet's spans stand as completions."""
    text = source.testo
    found: dict[str, object] = {}
    spans = [(sheet.inizio, min(sheet.inizio + _LONGEST_FIELD, sheet.fine))]
    for name, pattern in _FIELDS.items():
        field = pattern.search(text, max(source.inizio, sheet.inizio - 400), sheet.fine)
        if field is not None and clean(field["valore"]):
            found[name] = clean(field["valore"])
            spans.append(field.span("valore"))
    users, at = _users(text, sheet)
    services, software = _lists(text, sheet)
    update = {
        **found,
        "classi_di_utenza": users,
        "servizi_utilizzati": services,
        "applicativi": software,
        "completamenti": (*spans[1:], *at),
    }
    return record.model_copy(update=update)


def _users(
    text: str, sheet: _Sheet
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[int, int], ...]]:
    """The classes of users with the volumes expected, and where they stand."""
    titles = _USERS.search(text, sheet.inizio, sheet.fine)
    if titles is None:
        return (), ()
    limit = min(titles.end() + _LONGEST_LIST, sheet.fine)
    after = _AFTER_USERS.search(text, titles.end(), limit)
    limit = after.start() if after else limit
    rows, at = [], titles.end()
    row = _CLASS.match(text, at, limit)
    while row is not None:
        rows.append((clean(row["classe"]), clean(row["volumi"])))
        at = row.end()
        row = _CLASS.match(text, at, limit)
    return tuple(rows), ((titles.end(), at),) if rows else ()


def _lists(text: str, sheet: _Sheet) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The services that the service uses, and the programs behind it."""
    services = _SERVICES.search(text, sheet.inizio, sheet.fine)
    start = services.end() if services else sheet.inizio
    software = _SOFTWARE.search(text, start, sheet.fine)
    used: tuple[str, ...] = ()
    if services is not None:
        limit = min(start + _LONGEST_LIST, software.start() if software else sheet.fine)
        used = tuple(_lines(text[start:limit]))
    if software is None:
        return used, ()
    limit = min(software.end() + _LONGEST_LIST, sheet.fine)
    after = _AFTER_SOFTWARE.search(text, software.end(), limit)
    return used, tuple(_programs(text[software.end() : after.start() if after else limit]))


def _lines(words: str) -> Iterator[str]:
    for line in re.split(rf"[\n\t]|{_JOINED}", words):
        item = _BULLET.sub("", clean(line))
        if item:
            yield item


def _programs(words: str) -> Iterator[str]:
    """The programs of a list: each begins with its code (``GPOP_``); without codes, a line each."""
    pieces = _PROGRAM.split(words)
    if len(pieces) == 1:
        yield from _lines(words)
    for piece in pieces[1:]:
        # The columns after the name hold marks of maintenance, and the next row's bullet.
        name = re.sub(r"(?:\s+[xX✓])+$", "", re.sub(r"[^\w)\].]+$", "", clean(piece)))
        yield clean(name)
