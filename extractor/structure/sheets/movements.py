"""Accounting tables: commitments, payments and incomes, a record for each cell with an amount.

Acts that spend say on which chapter, for whom and in which year (d.lgs. 267/2000, art. 183;
d.lgs. 118/2011): in a table with a column for each, in a few labelled lines, or in the block
that the accounting office adds to its visto. A cell with nothing in it, or zero, is no movement.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import regex

from extractor.structure.sheets.grid import Grid, Source
from extractor.structure.sheets.values import EXACT_AMOUNT, cents, clean
from models import Cell, Movimento

_YEAR = r"(?:19|20)\d\d"
_MONEY = re.compile(EXACT_AMOUNT, re.I)
_CHAPTER = r"\d{1,9}(?:[./-]\d{1,4}){0,4}"


def read(source: Source) -> Iterator[Movimento]:
    """The movements of the act's accounting tables, blocks and labelled lines."""
    found: dict[int, Movimento] = {}
    for reader in (_tables, _blocks, _payments, _lines):
        for record in reader(source):
            if not any(
                other.inizio < record.fine and record.inizio < other.fine
                for other in found.values()
            ):
                found[record.inizio] = record
    yield from found.values()


def _movement(
    source: Source, span: tuple[int, int], rule: str, **values: object
) -> Movimento | None:
    words = source.testo[span[0] : span[1]]
    amount = cents(words) if _MONEY.fullmatch(words) else None
    if not amount:
        return None
    return Movimento.model_validate(
        {
            "inizio": span[0],
            "fine": span[1],
            "testo": words,
            "fonte": rule,
            "centesimi": amount,
            **values,
        }
    )


# Tables with a column for each piece.

_TITLES = {
    "creditore": re.compile(
        r"(?:creditor|debitor|beneficiari|fornitor|ditta|soggett|denominazione|ragione\s+sociale)",
        re.I,
    ),
    "capitolo": re.compile(r"(?:cap\.|capitolo|cap\b)", re.I),
    "accertamento": re.compile(r"(?:n(?:\.|°|umero)?\s*)?(?:di\s+)?accertamento\b", re.I),
    "impegno": re.compile(r"(?:n(?:\.|°|umero)?\s*)?(?:di\s+)?(?:sub-?)?impegno\b", re.I),
    "esercizio": re.compile(r"(?:esercizio|anno|esigibilit)", re.I),
}
_MONEY_TITLE = re.compile(rf"importo|somma\b|€|{_YEAR}", re.I)
_TITLE_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_TOTAL = re.compile(r"(?:sub)?totale\b", re.I)


def _tables(source: Source) -> Iterator[Movimento]:
    for grid in source.griglie:
        titles = grid.heading(source.testo)
        columns = _columns(titles)
        money = [
            at
            for at, title in enumerate(titles)
            if at not in columns.values() and _MONEY_TITLE.search(title)
        ]
        if money and columns.keys() & {"capitolo", "impegno", "accertamento"}:
            yield from _table_rows(source, grid, titles, columns, money)


def _columns(titles: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, title in enumerate(titles):
        for name, pattern in _TITLES.items():
            if name not in found and pattern.match(title):
                found[name] = at
                break
    return found


def _table_rows(
    source: Source, grid: Grid, titles: Sequence[str], columns: dict[str, int], money: Sequence[int]
) -> Iterator[Movimento]:
    for row in grid.body():
        if _columns([source.read(cell) for cell in row]).keys() >= {"impegno"}:
            return  # titles of other columns begin below: the block of an accounting office
        if _TOTAL.match(next((word for word in map(source.read, row) if word), "")):
            continue
        values = {
            name: source.read(row[at]) or None for name, at in columns.items() if at < len(row)
        }
        year = _year(values.pop("esercizio", None))
        for at in money:
            if at < len(row):
                own = _TITLE_YEAR.search(titles[at])
                cell = (row[at].inizio, row[at].fine)
                record = _movement(
                    source,
                    cell,
                    "tabella_contabile",
                    **values,
                    esercizio=int(own.group()) if own else year,
                    completamenti=_filled(row, columns.values()),
                )
                if record is not None:
                    yield record


def _filled(row: Sequence[Cell], places: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """The spans of the cells at these places that hold something."""
    cells = [row[at] for at in places if at < len(row)]
    return tuple((cell.inizio, cell.fine) for cell in cells if cell.fine > cell.inizio)


def _year(words: str | None) -> int | None:
    found = _TITLE_YEAR.search(words or "")
    return int(found.group()) if found else None


# The block of the accounting office: chapter and year, then number and amount at three levels.

_BLOCK = re.compile(
    r"N\.?\s*Impegno\s+Provvisorio\s+(?P<piano>\d[\d.]{3,20}(?:\s\d{1,3})?)\s+\d{1,2}\.\d{1,2}\s+"
    rf"(?P<capitolo>{_CHAPTER})\s+(?:[^€:]{{0,160}}?\s)??(?P<esercizio>{_YEAR})(?!\d)",
    re.I,
)
_LEVELS = re.compile(
    # The headings are broken where the columns are narrow: ``N. Sub-`` over ``impegno``.
    r"Importo\s+Sotto-?\s?sub\s?-?\s?(?:definitivo\s+)?(?:impegno\s+){1,6}(?P<impegno>\d{1,7})?\s*(?P<primo>€\s*[\d.]+,\d\d)\s+"
    r"(?P<sub>\d{1,6})?\s*(?P<secondo>€\s*[\d.]+,\d\d)\s+(?:\d{1,6}\s+)?(?P<terzo>€\s*[\d.]+,\d\d)",
    re.I,
)
_CREDITOR = re.compile(
    r"Creditore\s+Denominazione\s*:\s*(?P<nome>[^\n\t]{2,160}?)\s*(?=-\s*Progressivo|Codice\s+Fiscale|[\n\t]|$)",
    re.I,
)
_LONGEST_BLOCK = 1500


def _blocks(source: Source) -> Iterator[Movimento]:
    text = source.testo
    for block in _BLOCK.finditer(text, source.inizio, source.fine):
        limit = min(block.end() + _LONGEST_BLOCK, source.fine)
        levels = _LEVELS.search(text, block.end(), limit)
        if levels is None:
            continue
        creditor = _CREDITOR.search(text, levels.end(), min(levels.end() + 400, source.fine))
        for group in ("primo", "secondo", "terzo"):
            record = _movement(
                source,
                levels.span(group),
                "visto_contabile",
                creditore=clean(creditor["nome"]) if creditor else None,
                capitolo=block["capitolo"],
                impegno=_number(levels, group),
                esercizio=int(block["esercizio"]),
                completamenti=_spans(block, "capitolo", "esercizio") + _spans(creditor, "nome"),
            )
            if record is not None:
                yield record


def _number(levels: re.Match[str], group: str) -> str | None:
    """The commitment's number, with that of the sub-commitment where the amount is of one."""
    if group != "primo" and levels["impegno"] and (levels["sub"] or "0") != "0":
        return f"{levels['impegno']}/{levels['sub']}"
    return levels["impegno"]


def _spans(match: re.Match[str] | None, *groups: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span(group) for group in groups) if match else ()


# Payments: number, amount, year, and the creditor below.

_PAYMENT = regex.compile(
    r"Importo\s+Liquidazione\s+Esercizio\s+\d{1,7}\s+"
    rf"(?P<importo>{EXACT_AMOUNT})\s+(?P<esercizio>{_YEAR})(?!\d)"
    r"(?:\s+DESCRIZIONE\s+CREDITORE\s+(?:[A-Z]\s*\n\s*)?(?P<nome>[^\n\t]{3,160}?)(?=\s*(?:LIQUIDAZIONE\b|[\n\t]|$)))?",
    regex.I,
)


def _payments(source: Source) -> Iterator[Movimento]:
    for found in _PAYMENT.finditer(source.testo, source.inizio, source.fine):
        record = _movement(
            source,
            found.span("importo"),
            "liquidazione",
            creditore=clean(found["nome"]) if found["nome"] else None,
            esercizio=int(found["esercizio"]),
            completamenti=_spans(found, "esercizio", *(["nome"] if found["nome"] else [])),
        )
        if record is not None:
            yield record


# A few labelled lines of the operative part.

_CHAPTER_LINE = regex.compile(
    rf"(?<![^\s•–-])Cap(?:itolo|\.)\s*(?P<due>:)?\s*(?:n\.?\s*)?(?P<capitolo>{_CHAPTER})(?![\d,])"
)
_COMMITMENT_LABEL = re.compile(
    r"(?P<quale>Impegno|Accertamento)\s*:\s*(?:n\.?\s*)?(?P<numero>\d{1,7}(?:\s?/\s?\d{2,4})?(?:\s*sub\.?\s*:?\s*\d{1,4}(?:/\d{4})?)?)",
    re.I,
)
_YEAR_LABEL = re.compile(
    rf"(?:Esigibilit[àa]|Esercizio|Anno|E\.F\.|bilancio\s+di\s+previsione)[^\n\d]{{0,40}}(?P<anno>{_YEAR})",
    re.I,
)
_AMOUNT_LABEL = re.compile(rf"Importo[^\n:€]{{0,30}}:\s*(?P<importo>{EXACT_AMOUNT})", re.I)
_AMOUNT_BESIDE = re.compile(r"\s*[:=–-]?\s*(?:per\s+)?(?P<importo>€\s*[\d.]{1,15},\d\d)")
_CREDITOR_LABEL = re.compile(
    r"(?:Creditore|Beneficiario|Fornitore)\s*:\s*(?P<nome>[^\n\t;]{2,160})", re.I
)
_LONGEST_LINES = 400
# Two figures after the number may be a sub-commitment's, but not where one follows.
_NUMBER_YEAR = re.compile(r"\d{1,7}\s?/\s?(?:20(?=\d\d(?!\d))|(?=\d\d\s*sub))(?P<anno>\d\d)", re.I)


def _lines(source: Source) -> Iterator[Movimento]:
    text = source.testo
    chapters = [*_CHAPTER_LINE.finditer(text, source.inizio, source.fine)]
    for at, chapter in enumerate(chapters):
        following = chapters[at + 1].start() if at + 1 < len(chapters) else source.fine
        limit = min(chapter.end() + _LONGEST_LINES, following)
        amount = _AMOUNT_BESIDE.match(text, chapter.end(), limit)
        if amount is None and chapter["due"]:
            amount = _AMOUNT_LABEL.search(text, chapter.end(), limit)
        if amount is None:
            continue
        above = max(source.inizio, chapter.start() - 200)
        number = _COMMITMENT_LABEL.search(text, chapter.end(), limit)
        year = _YEAR_LABEL.search(text, chapter.end(), limit) or _last(
            _YEAR_LABEL, text, above, chapter.start()
        )
        creditor = _CREDITOR_LABEL.search(text, above, limit)
        kind = number["quale"].lower() if number else "impegno"
        told = year["anno"] if year else _year_of(number["numero"]) if number else None
        record = _movement(
            source,
            amount.span("importo"),
            "righe_contabili",
            capitolo=chapter["capitolo"],
            creditore=clean(creditor["nome"]) if creditor else None,
            esercizio=int(told) if told else None,
            completamenti=_spans(chapter, "capitolo")
            + _spans(number, "numero")
            + _spans(year, "anno"),
            **{kind: clean(number["numero"]) if number else None},
        )
        if record is not None:
            yield record


def _year_of(number: str) -> str | None:
    """The year that the number of a commitment carries: ``337/2023 sub 1``, ``400/23``."""
    found = _NUMBER_YEAR.match(number)
    return f"20{found['anno']}" if found else None


def _last(pattern: re.Pattern[str], text: str, inizio: int, fine: int) -> re.Match[str] | None:
    return next(reversed([*pattern.finditer(text, inizio, fine)]), None)
