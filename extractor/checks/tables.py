"""Columns of a table against its row of totals.

A column adds up only where its cells are numbers of one kind: shares, unit prices, codes and
points of a ranking are left alone. A total may close a section, several sections, or the whole
table, and it may stand above what it totals; it is wrong only when it is none of these sums.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from extractor.checks.finding import about
from extractor.checks.sums_places import misprinted, number
from extractor.numbers import parse_figures
from models import Estrazione, Segnalazione, Tabella
from models.identity import id_within
from models.vocabulary import Gravita, RegolaSegnalazione

_TOTAL = re.compile(
    r"(?:[A-Z0-9]{1,3}\s?[).:–-]\s*)?(?:(?:sub[\s-]?)?total[ei]\b|somm[ae]\b(?!\s+a\s+disposizione)|sommano\b"
    r"|[^\W\d_]{4,20}\s+(?:finanziaria\s+)?(?:total[ei]|complessiv[aoie])\b"
    r"|importo\s+(?:total|complessiv)\w)",
    re.I,
)
_NOT_TOTAL = re.compile(r"punt[io]|punteggi|%|percent|medi[ao]\b|massim", re.I)
#: Titles of columns whose cells are never summed.
_NEVER = re.compile(
    r"%|percent|unitari|aliquota|tariff|prezzo|codice|\bcod\b|\bcup\b|\bcig\b|\bid\b|punt[io]\b|"
    r"punteggi|medi[ao]\b|\bann[oi]\b(?!\s*20\d)|capitolo|\bcap\b|^\W*(?:n\S{0,5}\s+)?(?:sub-?)?impegno\b|protocollo|\bdata\b|n\.?\s*ord|"
    r"quota\s+per|pro[\s-]?capite|massim|minim|soglia|indice|rapporto|incidenza|^n[.°]?$|durata|"
    r"p\.?\s*iva|c\.?\s*f\.|fiscale|cumulat|progressiv|residu",
    re.I,
)
_MONEY = re.compile(r"€|\beur\b|\beuro\b", re.I)
_ENGLISH = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){2,4}(?![\d.,])")
_ENGLISH_THOUSANDS = re.compile(r"-?\d{1,3},\d{3}")
_EMPTY = re.compile(r"[-–—\s.]*")
#: Rows that are part of the one above, or carry a sum from page to page.
_LEFT_OUT = re.compile(r"(?:di\s+cui|d\.c\.|a?\s*riport\w{1,3})\b", re.I)
_DEDUCTED = re.compile(r"ribass|detra|dedu[rz]|\bmeno\b|economie\b|\(-\)|differenza", re.I)
_LONGEST_LABEL, _MOST_ROWS, _MOST_TOTALS, _SHOWN = 80, 3000, 200, 160
#: Share of a total that one misread or missing row rarely goes below.
_SLIGHT = Decimal("0.001")


class Number(NamedTuple):
    """The number of a cell: its value, and whether it is printed as money or with decimals."""

    valore: Decimal
    denaro: bool
    decimali: int


@lru_cache(maxsize=1024)  # the same cells are asked of for each column and each kind of total
def cell_number(text: str, *, english: bool = False) -> Number | None:
    """The number that is all of a cell, the sign of the currency aside; None where it is none.

    ``english`` reads a single comma before three figures as one of thousands.

    >>> cell_number("€2.900.000"), cell_number("9,8%"), cell_number("SCH-1")
    (Number(valore=Decimal('2900000'), denaro=True, decimali=0), None, None)
    """
    plain = _MONEY.sub("", text).strip()
    if not plain or len(plain) > 25 or plain[0] not in "-−+0123456789" or "\n" in plain:
        return None
    if english and _ENGLISH_THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", "")
    value = parse_figures(plain.replace("−", "-"))
    if value is None:
        return None
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return Number(value, _MONEY.search(text) is not None or places == 2, places)


def is_blank(text: str) -> bool:
    """Whether a cell holds nothing, or a dash for nothing."""
    return _EMPTY.fullmatch(text) is not None


def is_total(row: Sequence[str]) -> bool:
    """Whether a row is one of totals: its first words say so."""
    label = _first_words(row)
    return (
        len(label) <= _LONGEST_LABEL
        and _TOTAL.match(label.strip()) is not None
        and not _NOT_TOTAL.search(label)
        and cell_number(label) is None
    )


def _first_words(row: Sequence[str]) -> str:
    return next((cell for cell in row if not is_blank(cell)), "")


def may_add_up(title: str) -> bool:
    """Whether the cells below a title may be summed."""
    return not _NEVER.search(title)


def table_columns(records: Estrazione) -> Iterator[Segnalazione]:
    """Totals that are not the sum of the column above (or below) them."""
    for table, rows in _pieces_joined(records.tabelle):
        totals = [at for at, row in enumerate(rows) if is_total(row)]
        if not 0 < len(totals) <= _MOST_TOTALS or any(
            _NOT_TOTAL.search(title) for title in table.intestazione[:1]
        ):
            continue
        yield from _table(table, rows, totals)


def _pieces_joined(
    tables: Sequence[Tabella],
) -> Iterator[tuple[Tabella, Sequence[Sequence[str]]]]:
    """Each table with the rows of those before it that it goes on: as many columns, no total."""
    rows: list[Sequence[str]] = []
    last: Tabella | None = None
    for table in tables:
        if last is None or not _goes_on(last, table) or any(map(is_total, rows)):
            rows = []
        elif not any(title.strip() for title in table.intestazione):
            table = table.model_copy(update={"intestazione": last.intestazione})
        rows = [*rows, *table.righe][-_MOST_ROWS:]
        last = table
        yield table, rows


def _goes_on(before: Tabella, table: Tabella) -> bool:
    same_act = before.atto_id == table.atto_id
    titled = any(title.strip() for title in table.intestazione)
    width = {len(row) for piece in (before, table) for row in piece.righe}
    return (
        same_act and len(width) == 1 and (not titled or table.intestazione == before.intestazione)
    )


class Check(NamedTuple):
    """A printed total of a column with the sums that it may be."""

    riga: int
    colonna: int
    stampato: Number
    somme: tuple[Decimal, ...]
    addendi: int
    vuote: int
    nome: str


def _table(
    table: Tabella, rows: Sequence[Sequence[str]], totals: Sequence[int]
) -> Iterator[Segnalazione]:
    checks = [
        check
        for column in range(max(map(len, rows)))
        if may_add_up(column_title(table, column))
        for check in column_checks(rows, totals, column)
    ]
    right = {check.riga for check in checks if holds(check)}
    for check in checks:
        if not holds(check):
            finding = _finding(table, check, others_hold=check.riga in right)
            if finding is not None:
                yield finding


def column_title(table: Tabella, column: int) -> str:
    """The title of a column; empty where none is printed."""
    return table.intestazione[column] if column < len(table.intestazione) else ""


class _Entry(NamedTuple):
    """A number of a column: its row, and whether that is one of totals."""

    riga: int
    numero: Number
    totale: bool


def column_checks(
    rows: Sequence[Sequence[str]], totals: Sequence[int], column: int
) -> Iterator[Check]:
    """The totals of a column, each with the sums that it may be; none if it is no sum at all."""
    entries = _entries(rows, totals, column)
    for place, entry in enumerate(entries):
        if not entry.totale:
            continue
        before = [e for e in entries[:place] if not e.totale]
        after = [e for e in entries[place + 1 :] if not e.totale]
        items = before or after
        if len(items) > 1:
            sums = _sums(entries, place)
            label = " ".join(_first_words(rows[entry.riga]).split())
            first, last = sorted((entry.riga, items[0].riga if before else items[-1].riga))
            blanks = sum(
                at not in totals and is_blank(_cell(rows[at], column)) and _has_number(rows[at])
                for at in range(first, last)
            )
            yield Check(entry.riga, column, entry.numero, sums, len(items), blanks, label)


def _entries(rows: Sequence[Sequence[str]], totals: Sequence[int], column: int) -> Sequence[_Entry]:
    """The numbers of a column; none where words stand among them, or something is deducted."""
    cells = [_cell(row, column) for row in rows]
    english = any(map(_ENGLISH.search, cells))
    found: list[_Entry] = []
    for at, cell in enumerate(cells):
        value = cell_number(cell, english=english)
        label = _first_words(rows[at])
        if value is not None:
            if _DEDUCTED.search(label):
                return ()
            if at in totals or not _LEFT_OUT.match(label):
                found.append(_Entry(at, value, at in totals))
        elif not is_blank(cell) and any(not entry.totale for entry in found):
            return ()  # above the numbers, words are a second row of titles
    return found


def _cell(row: Sequence[str], column: int) -> str:
    return row[column] if column < len(row) else ""


def _has_number(row: Sequence[str]) -> bool:
    return any(cell_number(cell) for cell in row)


def _sums(entries: Sequence[_Entry], place: int) -> tuple[Decimal, ...]:
    """What a total may be: of the rows since the last total, or of all; of the totals above and
    what follows them; of the rows below it."""
    section = _until_total(entries[place - 1 :: -1] if place else ())[::-1]
    above = [e.numero.valore for e in entries[:place] if not e.totale]
    below = [e.numero.valore for e in entries[place + 1 :] if not e.totale]
    subtotals = [e.numero.valore for e in entries[:place] if e.totale]
    rest = sum(section, Decimal())
    found = [rest] if section else []
    found += [sum(_without_sums(section), Decimal())] if len(section) > 2 else []
    found += [sum(above, Decimal())] if above else []
    found += [sum(subtotals[-last:], Decimal()) + rest for last in range(1, len(subtotals) + 1)]
    following = _until_total(entries[place + 1 :])
    found += [sum(values, Decimal()) for values in (following, below) if values]
    return tuple(dict.fromkeys(found))


def _until_total(entries: Sequence[_Entry]) -> list[Decimal]:
    return [e.numero.valore for e in takewhile(lambda entry: not entry.totale, entries)]


def _without_sums(values: Sequence[Decimal]) -> list[Decimal]:
    """The values without those that are the sum of all before them, as a base price is."""
    kept: list[Decimal] = []
    for value in values:
        if len(kept) < 2 or value != sum(kept, Decimal()):
            kept.append(value)
    return kept


def holds(check: Check) -> bool:
    """Whether a total is one of the sums that it may be."""
    return check.stampato.valore in check.somme


def _finding(table: Tabella, check: Check, *, others_hold: bool) -> Segnalazione | None:
    printed = check.stampato.valore
    computed = min(check.somme, key=lambda value: abs(value - printed))
    difference = computed - printed
    unit = Decimal(1).scaleb(-check.stampato.decimali)
    severity: Gravita
    if abs(difference) <= unit * check.addendi / 2:
        severity = "nota"
    elif not check.stampato.denaro and abs(printed) < 1000:
        return None  # small plain numbers are as often classes, points or ranks
    elif abs(difference) > abs(printed) / 2:
        return None  # what is totalled stands elsewhere
    elif check.vuote or not certain(printed, computed, others_hold=others_hold):
        severity = "avviso"
    else:
        severity = "errore"
    place = f"riga «{check.nome}»"
    title = column_title(table, check.colonna).strip()
    if title:
        place += f", colonna «{title}»"
    message = (
        f"Tabella, {place}: il totale stampato è {number(printed)}, la somma {number(computed)}: "
        f"differenza {number(difference)}."
    )
    return of_table(table, severity, message)


def certain(printed: Decimal, computed: Decimal, *, others_hold: bool) -> bool:
    """Whether the total is wrong, rather than a row lost in reading.

    Where another column adds up, no row is lost; nor where the rows make more than the total.
    """
    slight = abs(computed - printed) <= abs(printed) * _SLIGHT
    return others_hold or (computed > printed and (slight or misprinted(printed, computed)))


def of_table(
    table: Tabella,
    severity: Gravita,
    message: str,
    rule: RegolaSegnalazione = "somma_tabella",
) -> Segnalazione:
    """A finding about a table; one table may have several."""
    finding = about(rule, severity, message, table)
    identity = id_within(table.documento_id, rule, table.id, message)
    return finding.model_copy(update={"id": identity, "testo": table.testo[:_SHOWN]})
