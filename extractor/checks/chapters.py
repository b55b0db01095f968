"""Chapters of the budget that a slip tells apart: one amount, two numbers a digit away.

Neighbouring chapters exist by the thousand, so two numbers are suspect only where the act gives
them to the same amount, in places apart, and never one beside the other.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from extractor.checks.digits import one_digit_apart
from extractor.checks.sums_places import ActAmounts, acts, money
from models import Codice, Estrazione, Menzione, Segnalazione

_NEAR, _BESIDE, _FEWEST_DIGITS, _MOST_CHAPTERS = 160, 600, 3, 60
_MOST_PLACES = 50


def chapters_apart(records: Estrazione) -> Iterator[Segnalazione]:
    """Two chapters of one amount whose numbers differ in a digit, or in two exchanged."""
    chapters: dict[str, list[Codice]] = defaultdict(list)
    for code in records.codici:
        if code.tipo == "capitolo" and sum(map(str.isdigit, code.valore)) >= _FEWEST_DIGITS:
            chapters[code.atto_id].append(code)
    for act in acts(records):
        found = chapters[act.atto.id][:_MOST_CHAPTERS]
        amounts = {code.id: _amounts(act, code) for code in found}
        for one, other in combinations(found, 2):
            shared = amounts[one.id] & amounts[other.id]
            if shared and one_digit_apart(_digits(one), _digits(other)) and _apart(act, one, other):
                yield _finding(act, one, other, max(shared))


def _digits(code: Codice) -> str:
    """The figures of a chapter: the mark before its article is a dot here and a slash there."""
    return "".join(filter(str.isdigit, code.valore))


def _places(act: ActAmounts, code: Codice) -> list[Menzione]:
    return act.stampato.mentions.get(code.id, [])[:_MOST_PLACES]


def _amounts(act: ActAmounts, code: Codice) -> set[Decimal]:
    """The amounts printed near a chapter, in the same line or sentence."""
    found: set[Decimal] = set()
    for place in _places(act, code):
        for amount in act.amounts(place.inizio - _NEAR, place.fine + _NEAR):
            first, last = sorted(((amount.inizio, amount.fine), (place.inizio, place.fine)))
            between = act.between(first[1], last[0])
            if "\n" not in between and ". " not in between and amount.valore > 1:
                found.add(amount.valore)
    return found


def _apart(act: ActAmounts, one: Codice, other: Codice) -> bool:
    """Whether the two are never printed near each other, as two chapters that exist are."""
    return all(
        abs(first.inizio - second.inizio) > _BESIDE
        for first in _places(act, one)
        for second in _places(act, other)
    )


def _finding(act: ActAmounts, one: Codice, other: Codice, amount: Decimal) -> Segnalazione:
    rarer, usual = sorted((one, other), key=lambda code: len(_places(act, code)))
    place = _places(act, rarer)[0]
    message = (
        f"Il capitolo dell'importo {money(amount)} è {rarer.valore} qui e {usual.valore} altrove "
        f"nell'atto: le due cifre differiscono come per un errore di battitura."
    )
    span = (place.inizio, place.fine)
    return act.finding("capitolo_discordante", "avviso", message, span, [rarer, usual])
