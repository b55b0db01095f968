"""A table in detail against the totals of another: most columns agree, one does not.

A table without totals of its own (perhaps printed in pieces under the same titles) is summed up,
its groups once; where two or more of its columns make the totals of another table of the act
under the same titles, a column that does not is suspect.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from extractor.checks.sums_places import number
from extractor.checks.tables import (
    cell_number,
    column_title,
    is_total,
    may_add_up,
    of_table,
)
from models import Estrazione, Segnalazione, Tabella

_FEWEST_AGREEING, _FEWEST_ROWS, _MOST_ROWS, _LARGEST_GROUP = 2, 4, 3000, 12
_SMALLEST = 100
"""Columns that agree on numbers below this agree by chance."""


class _Detail(NamedTuple):
    """A table in one or more pieces, and the sum of each of its columns."""

    tabella: Tabella
    somme: dict[int, Decimal]
    righe: int


def carried_totals(records: Estrazione) -> Iterator[Segnalazione]:
    """Columns of a table in detail that do not make the total that another table gives."""
    for _, tables in groupby(records.tabelle, key=lambda table: table.atto_id):
        found = list(tables)
        details = list(_details(found))
        if details:
            for table in found:
                for row in table.righe[:_MOST_ROWS]:
                    if is_total(row):
                        for detail in details:
                            yield from _compared(detail, table, row)


def _details(tables: Sequence[Tabella]) -> Iterator[_Detail]:
    for titles, pieces in groupby(tables, key=lambda table: table.intestazione):
        same = list(pieces)
        rows = [row for table in same for row in table.righe][:_MOST_ROWS]
        if len(rows) < _FEWEST_ROWS or any(map(is_total, rows)):
            continue
        columns = {
            column: numbers
            for column, title in enumerate(titles)
            if title.strip() and may_add_up(title) and (numbers := _numbers(rows, column))
        }
        if len(columns) > _FEWEST_AGREEING:
            kept = _without_groups(list(columns.values()))
            sums = {
                column: sum((numbers[at] for at in kept), Decimal())
                for column, numbers in columns.items()
            }
            yield _Detail(same[0], sums, len(rows))


def _numbers(rows: Sequence[Sequence[str]], column: int) -> list[Decimal]:
    """The numbers of a column, blank cells as zero; none where it has few or other words."""
    found = []
    empty = 0
    for row in rows:
        cell = row[column].strip() if column < len(row) else ""
        value = cell_number(cell)
        if value is None and cell:
            return []
        empty += value is None
        found.append(value.valore if value else Decimal())
    return found if empty * 2 < len(found) else []


def _without_groups(columns: Sequence[Sequence[Decimal]]) -> Sequence[int]:
    """The rows that are the sum of the few before them, if all rows form such groups; else all."""
    count = len(columns[0])
    for size in range(2, _LARGEST_GROUP + 1):
        ends = range(size, count, size + 1)
        if count % (size + 1) == 0 and all(
            sum(numbers[end - size : end], Decimal()) == numbers[end]
            for numbers in columns[:2]
            for end in ends
        ):
            return ends
    return range(count)


def _compared(detail: _Detail, table: Tabella, row: Sequence[str]) -> Iterator[Segnalazione]:
    places = {column_title(table, column).casefold(): column for column in range(len(row))}
    agree: list[tuple[str, Decimal, Decimal]] = []
    differ: list[tuple[str, Decimal, Decimal]] = []
    for column, computed in detail.somme.items():
        title = column_title(detail.tabella, column)
        place = places.get(title.casefold())
        printed = cell_number(row[place]) if place is not None else None
        if printed is None or printed.valore < _SMALLEST:
            continue
        unit = Decimal(1).scaleb(-printed.decimali)
        same = abs(computed - printed.valore) <= unit * detail.righe / 2
        (agree if same else differ).append((title.strip(), printed.valore, computed))
    if len(agree) < max(_FEWEST_AGREEING, len(differ) + 1):
        return
    for title, printed_value, computed in differ:
        message = (
            f"Tabella, colonna «{title}»: le righe sommano {number(computed)}, un'altra tabella "
            f"dell'atto dà come totale {number(printed_value)} (differenza "
            f"{number(computed - printed_value)}); coincidono invece le colonne "
            f"{', '.join(f'«{name}»' for name, _, _ in agree)}."
        )
        finding = of_table(detail.tabella, "avviso", message)
        yield finding.model_copy(update={"fatti": (detail.tabella.id, table.id)})
