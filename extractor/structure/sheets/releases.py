"""Release schedules (*cronoprogramma*) and the release sheets of an assignment.

A schedule has a row per release: its code, title, date of release and of validation, amount
net and gross of VAT. A release sheet (*Codice rilascio, Titolo rilascio, Tipologia di
rilascio*) gives the kind of a release; so does the heading of a schedule (*Attività a CORPO*).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.literals import Beginning
from extractor.structure.sheets.grid import Grid, Source
from extractor.structure.sheets.values import DATE, EXACT_AMOUNT, cents, clean, iso_date
from models import Cell, Rilascio

_GAP = r"[\s|]+"
# The titles of a schedule begin with the code's; a date among them tells it from other tables.
_HEADING = Beginning(
    rf"(?:codice|cod\.|id){_GAP}(?:del{_GAP})?(?:rilascio|milestone|fase|attivit[àa])",
    "codice", "cod.", "id", flags=re.I,
)  # fmt: skip
_DATE_TITLE = re.compile(r"\bdata\b|\bscadenza\b|\btermine\b", re.I)
_KIND_TITLE = re.compile(rf"tipologia(?:{_GAP}(?:di|del){_GAP}(?:rilascio|attivit[àa]))?", re.I)
_LONGEST_HEADING = 300
# A code has a figure, and pieces joined by a hyphen, a dot, a slash or an underscore.
_CODE = re.compile(
    r"(?<![\w./-])(?=[A-Z_./-]{0,12}\d)[A-Z0-9]{1,14}(?:[-._/][A-Z0-9]{1,8}){1,3}(?![\w/-])"
)
_KIND = re.compile(r"\b(?:corpo|canone|consumo|misura(?:\s+di\s+(?:prodotto|risorse))?)\b", re.I)
_KIND_HEADING = re.compile(
    r"^\s*attivit[àa]\s+(?:a|al)\s+[“\"«]?(corpo|canone|consumo|misura)", re.I | re.M
)
_ROW = re.compile(
    rf"[\s|]+(?P<titolo>\S.{{2,500}}?)[\s|]+(?P<rilascio>{DATE})(?:[\s|]+(?P<validazione>{DATE}))?"
    rf"(?:[\s|]+(?P<primo>{EXACT_AMOUNT}))?(?:[\s|]+(?P<secondo>{EXACT_AMOUNT}))?(?!\S)",
    re.S,
)
_FURTHEST_KIND = 400
_LONGEST_ROW = 1200
_LAST_ROW = re.compile(r"\n\s*(?:totale|descrizione)\b", re.I)


def read(source: Source) -> Iterator[Rilascio]:
    """The releases of the act: the rows of its schedules, completed by the release sheets."""
    sheets = {record.codice: record for record in _sheets(source)}
    found: dict[str, Rilascio] = {}
    for record in (*_cells(source), *_rows(source)):
        found.setdefault(record.codice, _completed(record, sheets.pop(record.codice, None)))
    yield from found.values()
    yield from sheets.values()


def _completed(row: Rilascio, sheet: Rilascio | None) -> Rilascio:
    """The row with its kind from the release sheet, where the schedule's heading lacks it."""
    if sheet is None or row.tipologia is not None:
        return row
    spans = (*row.completamenti, *sheet.completamenti)
    return row.model_copy(update={"tipologia": sheet.tipologia, "completamenti": spans})


class _Titles(NamedTuple):
    """The titles of a schedule or of a release sheet: their place and words, and which it is."""

    inizio: int
    fine: int
    parole: str
    cronoprogramma: bool


def _headings(source: Source) -> Iterator[_Titles]:
    for found in _HEADING.finditer(source.testo, source.inizio, source.fine):
        limit = min(found.end() + _LONGEST_HEADING, source.fine)
        first = _CODE.search(source.testo, found.end(), limit)
        if first is not None:
            words = source.testo[found.start() : first.start()]
            schedule = _DATE_TITLE.search(words) is not None
            if schedule or _KIND_TITLE.search(words):
                yield _Titles(found.start(), first.start(), words, schedule)


def _rows(source: Source) -> Iterator[Rilascio]:
    text, done = source.testo, source.inizio
    for titles in _headings(source):
        if not titles.cronoprogramma or titles.fine < done:
            continue
        first = _CODE.match(text, titles.fine)
        shape = _shape(first.group()) if first else None
        while first is not None and shape is not None:
            after = shape.search(text, first.end(), min(first.end() + _LONGEST_ROW, source.fine))
            limit = after.start() if after else min(first.end() + _LONGEST_ROW, source.fine)
            row = _ROW.match(text, first.end(), limit)
            if row is not None:
                yield _record(source, first, row, titles)
                done = row.end()
            first = after


def _shape(code: str) -> re.Pattern[str]:
    """Codes made like this one; their last figures may be fewer or more."""
    head = re.sub(r"\d+$", "", code)
    made = re.sub(r"[A-Z]", "[A-Z]", re.sub(r"\d", r"\\d", re.escape(head)))
    last = r"\d{1,4}" if head != code else ""
    return re.compile(rf"(?<![\w./-]){made}{last}(?![\w/-])")


def _record(source: Source, code: re.Match[str], row: re.Match[str], titles: _Titles) -> Rilascio:
    kind = _kind_above(source, titles.inizio, code.start())
    netto, lordo = _amounts(row, titles.parole)
    return Rilascio(
        inizio=code.start(),
        fine=row.end(),
        testo=source.testo[code.start() : row.end()],
        fonte="cronoprogramma",
        codice=code.group(),
        titolo=clean(row["titolo"]),
        tipologia=kind[1].lower() if kind else None,
        data_rilascio=iso_date(row["rilascio"]),
        data_validazione=iso_date(row["validazione"] or ""),
        netto_centesimi=netto,
        lordo_centesimi=lordo,
        completamenti=(kind.span(1),) if kind else (),
    )


def _kind_above(source: Source, titles: int, row: int) -> re.Match[str] | None:
    """The last heading (*Attività a CORPO*) between the line above the titles and the row."""
    start = max(source.inizio, titles - _FURTHEST_KIND)
    return next(reversed([*_KIND_HEADING.finditer(source.testo, start, row)]), None)


def _amounts(row: re.Match[str], titles: str) -> tuple[int | None, int | None]:
    """Net and gross of a row, in the order of the titles; one alone is net unless called gross."""
    first, second = cents(row["primo"] or ""), cents(row["secondo"] or "")
    net = re.search(r"\bnetto\b|\besclus[ao]\b|\bimponibile\b", titles, re.I)
    gross = re.search(r"\blordo\b|\binclus[ao]\b|\bcompres[ao]\b", titles, re.I)
    gross_first = gross is not None and (net is None or gross.start() < net.start())
    return (second, first) if gross_first else (first, second)


def _sheets(source: Source) -> Iterator[Rilascio]:
    text = source.testo
    for titles in _headings(source):
        code = None if titles.cronoprogramma else _CODE.match(text, titles.fine)
        if code is None:
            continue
        end = _LAST_ROW.search(text, code.end(), min(code.end() + _LONGEST_ROW, source.fine))
        limit = end.start() if end else min(code.end() + 400, source.fine)
        kind = next(reversed([*_KIND.finditer(text, code.end(), limit)]), None)
        if kind is None:
            continue
        title = f"{text[code.end() : kind.start()]} {text[kind.end() : limit] if end else ''}"
        yield Rilascio(
            inizio=code.start(),
            fine=kind.end(),
            testo=text[code.start() : kind.end()],
            fonte="scheda_rilascio",
            confidenza=0.9,
            codice=code.group(),
            titolo=re.sub(r"\s+a$", "", clean(title)) or None,
            tipologia=clean(kind.group()).lower(),
            completamenti=(kind.span(),),
        )


# Titles of the columns of a schedule whose cells are marked, the more precise first.
_COLUMNS = {
    "data_validazione": re.compile(r"data\b.*(?:validazione|collaudo|verifica|approvazione)", re.I),
    "data_rilascio": re.compile(r"(?:data|scadenza|termine)\b", re.I),
    "lordo": re.compile(r"(?:importo|costo|valore)\b.*(?:lordo|inclus|compres)", re.I),
    "netto": re.compile(r"(?:importo|costo|valore)\b", re.I),
    "tipologia": re.compile(r"tipologia\b", re.I),
    "titolo": re.compile(r"(?:titolo|descrizione|attivit[àa]|oggetto|nome)\b", re.I),
    "codice": re.compile(
        r"(?:(?:codice|cod\.|id|n\.|n°)\s*)?(?:del\s+)?(?:rilascio|milestone|sal)\b", re.I
    ),
}
_CODE_IN_CELL = re.compile(r"(?=\D{0,12}\d)[A-Z0-9][\w./-]{0,24}", re.I)


def _cells(source: Source) -> Iterator[Rilascio]:
    """The rows of the schedules whose cells are marked, whatever the order of the columns."""
    for grid in source.griglie:
        columns = _columns(grid.heading(source.testo))
        if {"codice", "data_rilascio"} <= columns.keys() and columns.keys() & {"netto", "lordo"}:
            yield from _grid_rows(source, grid, columns)


def _columns(titles: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, title in enumerate(titles):
        for name, pattern in _COLUMNS.items():
            if name not in found and pattern.match(title):
                found[name] = at
                break
    return found


def _grid_rows(source: Source, grid: Grid, columns: dict[str, int]) -> Iterator[Rilascio]:
    for row in grid.body():
        word = {name: _word(source, row, at) for name, at in columns.items()}
        if not _CODE_IN_CELL.fullmatch(word["codice"]) or iso_date(word["data_rilascio"]) is None:
            continue
        filled = [cell for cell in row if cell.fine > cell.inizio]
        kind = _kind_above(source, grid.inizio, filled[0].inizio)
        yield Rilascio(
            inizio=filled[0].inizio,
            fine=filled[-1].fine,
            testo=source.testo[filled[0].inizio : filled[-1].fine],
            fonte="cronoprogramma",
            codice=word["codice"],
            titolo=word.get("titolo") or None,
            tipologia=(word.get("tipologia") or (kind[1] if kind else "")).lower() or None,
            data_rilascio=iso_date(word["data_rilascio"]),
            data_validazione=iso_date(word.get("data_validazione", "")),
            netto_centesimi=cents(word.get("netto", "")),
            lordo_centesimi=cents(word.get("lordo", "")),
            completamenti=(kind.span(1),) if kind and not word.get("tipologia") else (),
        )


def _word(source: Source, row: Sequence[Cell], at: int) -> str:
    return source.read(row[at]) if at < len(row) else ""
