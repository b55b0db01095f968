"""Lines that end with an amount each against the line of the total below them.

Accounts are often printed without the rules of a table: a line for each item, then ``Totale``.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, groupby
from typing import NamedTuple

from extractor.checks.sums_places import ActAmounts, Amount, acts, misprinted, money
from extractor.checks.tables import Check, certain, column_checks, holds, is_total
from models import Estrazione, Segnalazione
from models.vocabulary import Gravita

_LONGEST_LABEL, _AFTER, _MOST_LINES = 130, " \u00a0.;,)*", 200
#: Further from the sum than this share, a total is that of something else.
_NEAR = Decimal("0.05")


class _Line(NamedTuple):
    """A line of an account: its label and the one amount that ends it."""

    nome: str
    importo: Amount


def lists_and_total(records: Estrazione) -> Iterator[Segnalazione]:
    """Totals of lists of amounts that the lines above them do not make."""
    for act in acts(records):
        for lines in _accounts(act):
            rows = [
                (line.nome, act.between(line.importo.inizio, line.importo.fine)) for line in lines
            ]
            totals = [at for at, row in enumerate(rows) if is_total(row)]
            if totals and totals[0] > 1:
                for check in column_checks(rows, totals, 1):
                    finding = _finding(act, lines[: check.riga + 1], check)
                    if finding is not None:
                        yield finding


def _accounts(act: ActAmounts) -> Iterator[Sequence[_Line]]:
    """Runs of lines with an amount each; blank lines between them do not count."""
    run: list[_Line] = []
    below = 0
    for (start, end), amounts in groupby(act.importi, lambda amount: act.line(amount.inizio)):
        line = _line(act, [amount for amount in amounts if amount.fine <= end], start, end)
        if line is None or len(run) == _MOST_LINES or act.between(below, start).strip():
            if len(run) > 2:
                yield run
            run = []
        if line is not None:
            run.append(line)
        below = end
    if len(run) > 2:
        yield run


def _line(act: ActAmounts, amounts: Sequence[Amount], start: int, end: int) -> _Line | None:
    if len(amounts) != 1 or end - start > 2 * _LONGEST_LABEL or "\t" in act.between(start, end):
        return None
    if act.between(amounts[0].fine, end).strip().strip(_AFTER):
        return None
    label = act.between(start, amounts[0].inizio).strip(" \u00a0-–•:=€")
    return _Line(label, amounts[0]) if 0 < len(label) <= _LONGEST_LABEL else None


def _finding(act: ActAmounts, lines: Sequence[_Line], check: Check) -> Segnalazione | None:
    *items, total = (line.importo for line in lines)
    printed = total.valore
    computed = min(check.somme, key=lambda value: abs(value - printed))
    if holds(check) or printed in accumulate(item.valore for item in reversed(items)):
        return None
    slip = misprinted(printed, computed)
    if not slip and abs(computed - printed) > abs(printed) * _NEAR:
        return None
    severity: Gravita = "errore" if certain(printed, computed, others_hold=False) else "avviso"
    message = (
        f"Elenco, «{check.nome}»: il totale stampato è {money(printed)}, la somma delle voci "
        f"{money(computed)}: differenza {money(computed - printed)}."
    )
    facts = [total.fatto, *(item.fatto for item in items)]
    return act.finding("somma_parti", severity, message, (items[0].inizio, total.fine), facts)
