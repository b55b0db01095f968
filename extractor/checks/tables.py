"""Columns of a table against its row of totals.

A column adds up only where its cells are numbers of one kind: shares, unit prices, codes and
points of a ranking are left alone. A total may close a section, several sections, or the whole
table, and it may stand above what it totals; it is wrong only when it is none of these sums.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from extractor.checks.finding import about
from extractor.checks.sums_places import misprinted, number
from extractor.numbers import parse_figures
from models import Estrazione, Segnalazione, Tabella
from models.identity import content_id
from models.vocabulary import Gravita, RegolaSegnalazione

_TOTAL = re.compile(
    r"(?:sub[\s-]?)?total[ei]\b|somm[ae]\b(?!\s+a\s+disposizione)|sommano\b"
    r"|[^\W\d_]{4,20}\s+(?:finanziaria\s+)?(?:total[ei]|complessiv[aoie])\b"
    r"|importo\s+(?:total|complessiv)\w",
    re.I,
)
_NOT_TOTAL = re.compile(r"punt[io]|punteggi|%|percent|medi[ao]\b|massim", re.I)
#: Titles of columns whose cells are never summed.
_NEVER = re.compile(
    r"%|percent|unitari|aliquota|tariff|prezzo|codice|\bcod\b|\bcup\b|\bcig\b|\bid\b|punt[io]\b|"
    r"punteggi|medi[ao]\b|\bann[oi]\b|capitolo|\bcap\b|impegno|protocollo|\bdata\b|n\.?\s*ord|"
    r"quota\s+per|pro[\s-]?capite|massim|minim|soglia|indice|rapporto|incidenza|^n[.°]?$|durata|"
    r"p\.?\s*iva|c\.?\s*f\.|fiscale|cumulat|progressiv|residu",
    re.I,
)
_MONEY = re.compile(r"€|\beur\b|\beuro\b", re.I)
_ENGLISH = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){2,4}(?![\d.,])")
_ENGLISH_THOUSANDS = re.compile(r"-?\d{1,3},\d{3}")
_EMPTY = re.compile(r"[-–—\s.]*")
_PART_OF = re.compile(r"(?:di\s+cui|d\.c\.)\b", re.I)
_LONGEST_LABEL, _MOST_ROWS, _SHOWN = 80, 3000, 160
#: Share of a total that one misread or missing row rarely goes below.
_SLIGHT = Decimal("0.001")


class Number(NamedTuple):
    """The number of a cell: its value, and whether it is printed as money or with decimals."""

    valore: Decimal
    denaro: bool
    decimali: int


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
    for table in records.tabelle:
        rows = table.righe[:_MOST_ROWS]
        totals = [at for at, row in enumerate(rows) if is_total(row)]
        if not totals or any(_NOT_TOTAL.search(title) for title in table.intestazione[:1]):
            continue
        yield from _table(table, rows, totals)


class _Check(NamedTuple):
    """A printed total of a column with the sums that it may be."""

    riga: int
    colonna: int
    stampato: Number
    somme: tuple[Decimal, ...]
    addendi: int
    vuote: int


def _table(
    table: Tabella, rows: Sequence[Sequence[str]], totals: Sequence[int]
) -> Iterator[Segnalazione]:
    checks = [
        check
        for column in range(max(map(len, rows)))
        if may_add_up(column_title(table, column))
        for check in _column(rows, totals, column)
    ]
    right = {check.riga for check in checks if _holds(check)}
    for check in checks:
        if not _holds(check):
            finding = _finding(table, check, others_hold=check.riga in right)
            if finding is not None:
                yield finding


def column_title(table: Tabella, column: int) -> str:
    """The title of a column; empty where none is printed."""
    return table.intestazione[column] if column < len(table.intestazione) else ""


def _column(rows: Sequence[Sequence[str]], totals: Sequence[int], column: int) -> Iterator[_Check]:
    """The totals of a column, each with the sums that it may be; none if it is no sum at all."""
    cells = [row[column] if column < len(row) else "" for row in rows]
    english = any(map(_ENGLISH.search, cells))
    section: list[Decimal] = []  # since the last total
    plain: list[Decimal] = []  # all that is no total
    subtotals: list[Decimal] = []
    head: tuple[int, Number] | None = None  # a total that stands above its rows
    blanks = 0
    for at, cell in enumerate(cells):
        found = cell_number(cell, english=english)
        if at in totals and found is not None:
            if not plain:
                head = head or (at, found)
                continue
            if len(plain) > 1:
                sums = _sums(section, plain, subtotals)
                yield _Check(at, column, found, sums, len(plain), blanks)
            subtotals.append(found.valore)
            section, blanks = [], 0
        elif found is not None:
            if not _PART_OF.match(_first_words(rows[at])):
                section.append(found.valore)
                plain.append(found.valore)
        elif is_blank(cell):
            blanks += any(cell_number(other) for other in rows[at])
        elif plain:
            return  # words among the numbers: above them they are a second row of titles
    if head is not None and len(plain) > 1:
        yield _Check(head[0], column, head[1], (sum(plain, Decimal()),), len(plain), blanks)


def _sums(
    section: list[Decimal], plain: list[Decimal], subtotals: list[Decimal]
) -> tuple[Decimal, ...]:
    """What a total may be: of its section, of all rows, of the totals above it and what follows."""
    rest = sum(section, Decimal())
    found = [sum(plain, Decimal())]
    if section:
        found.insert(0, rest)
    found += [sum(subtotals[-last:], Decimal()) + rest for last in range(1, len(subtotals) + 1)]
    return tuple(dict.fromkeys(found))


def _holds(check: _Check) -> bool:
    return check.stampato.valore in check.somme


def _finding(table: Tabella, check: _Check, *, others_hold: bool) -> Segnalazione | None:
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
    elif check.vuote or not _certain(printed, computed, others_hold=others_hold):
        severity = "avviso"
    else:
        severity = "errore"
    place = f"riga «{_label(table, check.riga)}»"
    title = column_title(table, check.colonna).strip()
    if title:
        place += f", colonna «{title}»"
    message = (
        f"Tabella, {place}: il totale stampato è {number(printed)}, la somma {number(computed)}: "
        f"differenza {number(difference)}."
    )
    return of_table(table, severity, message)


def _certain(printed: Decimal, computed: Decimal, *, others_hold: bool) -> bool:
    """Whether the total is wrong, rather than a row lost in reading.

    Where another column adds up, no row is lost; nor where the rows make more than the total.
    """
    slight = abs(computed - printed) <= abs(printed) * _SLIGHT
    return others_hold or (computed > printed and (slight or misprinted(printed, computed)))


def _label(table: Tabella, row: int) -> str:
    return " ".join(_first_words(table.righe[row]).split())


def of_table(
    table: Tabella,
    severity: Gravita,
    message: str,
    rule: RegolaSegnalazione = "somma_tabella",
) -> Segnalazione:
    """A finding about a table; one table may have several."""
    finding = about(rule, severity, message, table)
    identity = content_id(rule, table.id, message)
    return finding.model_copy(update={"id": identity, "testo": table.testo[:_SHOWN]})
