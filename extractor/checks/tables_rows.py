"""Rows of a table against their column of totals.

Which columns a total sums up is learnt from the rows themselves: a sum that holds in most rows
is what the column means, and the rows where it does not hold are wrong. A column that sums up
nothing (a price, a share) fits no such sum, and is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from extractor.checks.sums_places import misprinted, number
from extractor.checks.tables import (
    cell_number,
    column_title,
    is_blank,
    may_add_up,
    of_table,
)
from models import Estrazione, Segnalazione, Tabella
from models.vocabulary import Gravita, RegolaSegnalazione

_TOTAL_TITLE = re.compile(
    r"total[ei]\b|complessiv|\bsomma\b|\blordo\b|iva\s+(?:inclusa|compresa)", re.I
)
_VAT_TITLE = re.compile(r"\biva\b|i\.v\.a\.", re.I)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)|successiv", re.I)
_FEWEST_ROWS, _MOST_COLUMNS = 3, 30
#: Share of the rows that a sum must hold in.
_MOST = Decimal("0.75")


class _Sum(NamedTuple):
    """Columns and the one that totals them, with the rows where that holds and where not."""

    totale: int
    addendi: tuple[int, ...]
    valide: int
    errate: tuple[int, ...]


def table_rows(records: Estrazione) -> Iterator[Segnalazione]:
    """Rows whose total is not the sum of their cells, where the other rows' is."""
    for table in records.tabelle:
        width = min(max((len(row) for row in table.righe), default=0), _MOST_COLUMNS)
        for column in range(width):
            if _TOTAL_TITLE.search(column_title(table, column)):
                learnt = _learnt(table, column, width)
                if learnt is not None:
                    yield from _findings(table, learnt)
                else:
                    yield from _years(table, column, width)


def _learnt(table: Tabella, total: int, width: int) -> _Sum | None:
    """The sum that the most rows keep, if enough of them do."""
    tried = [_tried(table.righe, total, columns) for columns in _candidates(table, total, width)]
    best = max(tried, key=lambda found: found.valide, default=None)
    if best is None or best.valide < _FEWEST_ROWS:
        return None
    rows = best.valide + len(best.errate)
    return best if best.valide >= rows * _MOST else None


def _years(table: Tabella, total: int, width: int) -> Iterator[Segnalazione]:
    """Rows of a few where the columns are years and nothing else: their total needs no proof."""
    runs = [*_candidates(table, total, width)]
    for columns in (max(left, key=len, default=()) for left in _sides(runs, total)):
        if columns and all(_YEAR.search(column_title(table, column)) for column in columns):
            tried = _tried(table.righe, total, columns)
            if not tried.valide or tried.valide >= len(tried.errate):
                yield from _findings(table, tried, "somma_annualita")


def _sides(
    runs: Sequence[tuple[int, ...]], total: int
) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
    """The runs of columns on the left of the total, and on its right."""
    left = [run for run in runs if run[-1] < total]
    return left, [run for run in runs if run[0] > total]


def _candidates(table: Tabella, total: int, width: int) -> Iterator[tuple[int, ...]]:
    """Runs of two or more columns that end before the total, or begin after it."""
    left: list[int] = []
    for column in reversed(range(total)):
        if not may_add_up(column_title(table, column)) or _is_total(table, column):
            break
        left.insert(0, column)
        if len(left) > 1:
            yield tuple(left)
    right: list[int] = []
    for column in range(total + 1, width):
        if not may_add_up(column_title(table, column)) or _is_total(table, column):
            break
        right.append(column)
        if len(right) > 1:
            yield tuple(right)


def _is_total(table: Tabella, column: int) -> bool:
    return _TOTAL_TITLE.search(column_title(table, column)) is not None


def _tried(rows: Sequence[Sequence[str]], total: int, columns: tuple[int, ...]) -> _Sum:
    holds = 0
    wrong = []
    for at, row in enumerate(rows):
        computed = _computed(row, columns)
        printed = cell_number(row[total]) if total < len(row) else None
        if computed is None or printed is None or not printed.valore:
            continue
        if abs(computed - printed.valore) <= Decimal("0.01"):
            holds += 1
        else:
            wrong.append(at)
    return _Sum(total, columns, holds, tuple(wrong))


def _computed(row: Sequence[str], columns: tuple[int, ...]) -> Decimal | None:
    """The sum of a row's cells in these columns; None where one is no number, or all but one
    are blank."""
    values = []
    for column in columns:
        cell = row[column] if column < len(row) else ""
        found = cell_number(cell)
        if found is not None:
            values.append(found.valore)
        elif not is_blank(cell):
            return None
    return sum(values, Decimal()) if len(values) > 1 else None


def _unrelated(printed: Decimal, computed: Decimal) -> bool:
    """Whether two numbers are so far apart that one is not meant as the other."""
    return abs(printed - computed) > abs(printed) / 2


def _findings(
    table: Tabella, learnt: _Sum, rule: RegolaSegnalazione | None = None
) -> Iterator[Segnalazione]:
    titles = [column_title(table, column).strip() for column in learnt.addendi]
    vat = any(_VAT_TITLE.search(title) for title in titles)
    rule = rule or ("somma_iva" if vat else "somma_tabella")
    for at in learnt.errate:
        row = table.righe[at]
        computed = _computed(row, learnt.addendi)
        printed = cell_number(row[learnt.totale])
        if computed is None or printed is None or _unrelated(printed.valore, computed):
            continue
        blank = any(is_blank(row[c]) if c < len(row) else True for c in learnt.addendi)
        sure = not blank and (learnt.valide > _FEWEST_ROWS or misprinted(printed.valore, computed))
        severity: Gravita = "errore" if sure else "avviso"
        label = " ".join(next((c for c in row if not is_blank(c)), "").split())[:80]
        columns = ", ".join(f"«{title}»" for title in titles)
        message = (
            f"Tabella, riga «{label}»: «{column_title(table, learnt.totale).strip()}» è "
            f"{number(printed.valore)}, la somma delle colonne {columns} è {number(computed)}: "
            f"differenza {number(computed - printed.valore)}."
        )
        yield of_table(table, severity, message, rule)
