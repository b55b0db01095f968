"""What one mention of an amount says and another leaves out, joined within the act.

All mentions of one value take the role that the act's body gives it best, and the VAT, year and
chapter of a mention that prints them where the others print none and none contradicts it.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from models import Context, Importo
from models.vocabulary import RuoloImporto

# How much a role says: of two for one value the higher is kept.
_RANK: dict[RuoloImporto, int] = {
    "rilascio": 16,
    "base_asta": 15,
    "residuo": 14,
    "annualita": 13,
    "ritenuta": 12,
    "dotazione": 11,
    "costo_progetto": 10,
    "totale": 9,
    "liquidazione": 8,
    "accertamento": 7,
    "impegno": 6,
    "contributo": 5,
    "rimborso": 4,
    "assegnazione": 3,
    "soglia": 2,
    "altro": 1,
}
# What an act disposes of an amount counts before what its premises tell of it.
_DISPOSED: frozenset[RuoloImporto] = frozenset(
    ("liquidazione", "impegno", "accertamento", "rimborso", "ritenuta", "base_asta")
)
_FIELDS = ("iva", "esercizio", "capitolo")


def complete(facts: Sequence[Importo], context: Context) -> list[Importo]:
    """The same mentions, each completed from the others of its value in the act."""
    groups: dict[tuple[Decimal, str], list[Importo]] = {}
    for fact in facts:
        groups.setdefault((Decimal(fact.importo), fact.valuta), []).append(fact)
    completed = []
    for fact in facts:
        group = groups[Decimal(fact.importo), fact.valuta]
        completed.append(_completed(fact, group, context) if len(group) > 1 else fact)
    return completed


def _completed(fact: Importo, group: Sequence[Importo], context: Context) -> Importo:
    body = [other for other in group if context.zone_at(other.inizio) != "allegato"] or group
    disposed = [
        other
        for other in body
        if other.ruolo in _DISPOSED and context.zone_at(other.inizio) == "dispositivo"
    ]
    best = max(disposed or body, key=lambda other: (_RANK[other.ruolo], -other.inizio))
    update: dict[str, Any] = {}
    sources = []
    if best.ruolo != fact.ruolo:
        update["ruolo"] = best.ruolo
        sources.append(best)
    for name in _FIELDS:
        values = {getattr(other, name): other for other in reversed(body)}
        values.pop(None, None)
        if getattr(fact, name) is None and len(values) == 1:
            ((value, source),) = values.items()
            update[name] = value
            sources.append(source)
    if not update:
        return fact
    spans = dict.fromkeys((source.inizio, source.fine) for source in sources)
    update["completamenti"] = tuple(spans)
    return fact.model_copy(update=update)
