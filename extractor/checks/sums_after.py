"""Amounts of a sentence against the total that closes it: ``… per un totale di € 300,00``.

Which of the amounts are summed up is not said: the total is wrong only where no choice of them
makes it and all of them come so near that a digit must be wrong.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from extractor.checks.sums import adds_up
from extractor.checks.sums_places import ActAmounts, Amount, acts, misprinted, money
from models import Estrazione, Segnalazione

# The last words before the total.
_CLOSING = re.compile(
    r"(?:\bper\s+(?:un[ao]?\s+|l['’]\s?)?|\be\s+(?:quindi|così)\s+(?:per\s+)?(?:un\s+)?)"
    r"(?:(?:importo|somma|spesa|costo|valore|ammontare)\s+)?(?:total[ei]|complessiv[aoi])"
    r"(?:\s+(?:complessiv[ao]|general[ei]|lord[ao]|liquidabile))?"
    r"(?:\s+(?:di|da\s+liquidare\s+di|pari\s+ad?))?\s*:?\s*\Z",
    re.I,
)
_BREAK = re.compile(r"[.;]\s+[A-ZÀ-Ý]|\n\s*\n|\t")
#: Words of what is no plain sum: a discount, a deduction, a part of a part, a price for each.
_NO_SUM = re.compile(
    r"ribass|scont|detra|dedott|dedu[rz]|ritenut|cadaun|ciascun|mensil|unitari|orari[ao]\b|di\s+cui"
    r"|meno\b|anziché|residu|rispetto|economi[ae]\b|per\s+n\.|\bx\s?\d|già|acconto|saldo|\d\s?%",
    re.I,
)
_LONGEST, _MOST = 900, 10


def total_after(records: Estrazione) -> Iterator[Segnalazione]:
    """Totals at the end of a sentence that its amounts do not make, by a digit."""
    for act in acts(records):
        for at, total in enumerate(act.importi):
            before = act.importi[at - 1].fine if at else act.atto.inizio
            if _CLOSING.search(act.between(max(before, total.inizio - 90), total.inizio)):
                finding = _checked(act, _sentence(act, total), total)
                if finding is not None:
                    yield finding


def _sentence(act: ActAmounts, total: Amount) -> Sequence[Amount]:
    """The amounts of the sentence that the total closes; none where more than sums is said."""
    start = max(total.inizio - _LONGEST, act.atto.inizio)
    text = act.between(start, total.inizio)
    breaks = [match.end() for match in _BREAK.finditer(text)]
    start += breaks[-1] if breaks else 0
    if not breaks and total.inizio - start == _LONGEST:
        return ()
    return (
        () if _NO_SUM.search(act.between(start, total.inizio)) else act.amounts(start, total.inizio)
    )


def _checked(act: ActAmounts, parts: Sequence[Amount], total: Amount) -> Segnalazione | None:
    amounts = [part.valore for part in parts]
    if not 1 < len(parts) <= _MOST or adds_up(total.valore, amounts):
        return None
    if any(part.fatto.valuta != total.fatto.valuta for part in parts):
        return None
    sums = list(accumulate(reversed(amounts)))[1:]
    near = [value for value in sums if misprinted(total.valore, value)]
    if not near:
        return None
    computed = near[-1]
    used = parts[-(sums.index(computed) + 2) :]
    message = (
        f"{' + '.join(money(part.valore) for part in used)} = {money(computed)}, ma il totale "
        f"stampato è {money(total.valore)}: differenza {money(total.valore - computed)}."
    )
    facts = [*(part.fatto for part in used), total.fatto]
    span = (used[0].inizio, total.fine)
    return act.finding("somma_parti", "avviso", message, span, facts)
