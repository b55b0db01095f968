"""What one mention of an amount says and another leaves out, joined within the act.

All mentions of one value take the role that the act's body gives it best, and the VAT, year and
chapter of a mention that prints them where the others print none and none contradicts it.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from models import Context, Importo
from models.vocabulary import RuoloImporto

# How much a role says: of two for one value the higher is kept. What is entered in the accounts
# (a commitment, a payment) says more than what the sum was called before it was.
_RANK: dict[RuoloImporto, float] = {
    "rilascio": 16,
    "base_asta": 15,
    "residuo": 14,
    "annualita": 13,
    "ritenuta": 12,
    "liquidazione": 11,
    "accertamento": 10,
    "impegno": 9,
    "dotazione": 8,
    "costo_progetto": 7,
    "totale": 6,
    # A grant that is assigned to who enacts is its money: ``sono assegnate al Comune risorse``.
    "assegnazione": 5,
    "contributo": 4,
    "rimborso": 3,
    "soglia": 2,
    "altro": 1,
}
# The office that attests the cover of an expense prints a payment beside the commitment that it
# is made from: where both are of one year, the act commits; an older commitment is only paid.
_ATTESTED = _RANK["impegno"] - 0.5
# What an act disposes of an amount counts before what its premises tell of it.
_DISPOSED: frozenset[RuoloImporto] = frozenset(
    ("liquidazione", "impegno", "accertamento", "rimborso", "ritenuta", "base_asta")
)
# These dispose of no amount: what they say of payments is a rule for others.
_RULES = ("bando", "avviso")
# In a call what can be assigned is the grant.
_IN_CALLS: dict[RuoloImporto, float] = {"assegnazione": 3.5}
_MANY = 5
_FIELDS = ("iva", "esercizio", "capitolo")


class _Group(NamedTuple):
    """What the mentions of one value say together: their role, and each field that one tells."""

    best: Importo
    told: dict[str, Importo]


def complete(facts: Sequence[Importo], context: Context) -> list[Importo]:
    """The same mentions, each completed from the others of its value in the act."""
    facts = _same_chapters(facts)
    mentions: dict[tuple[Decimal, str], list[Importo]] = {}
    for fact in facts:
        mentions.setdefault((Decimal(fact.importo), fact.valuta), []).append(fact)
    groups = {key: _group(found, context) for key, found in mentions.items() if len(found) > 1}
    completed = []
    for fact in facts:
        group = groups.get((Decimal(fact.importo), fact.valuta))
        completed.append(_completed(fact, group) if group else fact)
    return completed


def _same_chapters(facts: Sequence[Importo]) -> Sequence[Importo]:
    """A chapter without the mark before its article (``2607.2``) as it is printed with one."""
    slashed = {f.capitolo.replace("/", ""): f for f in facts if f.capitolo and "/" in f.capitolo}
    if not slashed:
        return facts
    return [
        fact.model_copy(
            update={
                "capitolo": slashed[fact.capitolo].capitolo,
                "completamenti": (
                    *fact.completamenti,
                    (slashed[fact.capitolo].inizio, slashed[fact.capitolo].fine),
                ),
            }
        )
        if fact.capitolo in slashed
        else fact
        for fact in facts
    ]


def _group(mentions: Sequence[Importo], context: Context) -> _Group:
    zones = [context.zone_at(mention.inizio) for mention in mentions]
    body = [m for m, zone in zip(mentions, zones, strict=True) if zone != "allegato"] or mentions
    enacted = [m for m, zone in zip(mentions, zones, strict=True) if zone == "dispositivo"]
    disposed = [m for m in enacted if m.ruolo in _DISPOSED and context.tipo not in _RULES]
    years = {m.esercizio for m in mentions if m.ruolo == "impegno"}
    best = max(disposed or body, key=lambda mention: _rank(mention, context, years))
    if len(body) >= _MANY and sum(mention.ruolo == "altro" for mention in body) >= 0.8 * len(body):
        # One figure for many things, as the fees of a tariff: what one is the others are not.
        best = next(mention for mention in body if mention.ruolo == "altro")
    told = {}
    for name in _FIELDS:
        alike = [mention for mention in body if mention.ruolo == best.ruolo]
        source = _only(name, alike) or _only(name, body) or _only(name, enacted)
        if source is not None:
            told[name] = source
    return _Group(best, told)


def _rank(mention: Importo, context: Context, years: set[int | None]) -> tuple[float, int]:
    attested = (
        mention.ruolo == "liquidazione"
        and not any(year < (mention.esercizio or 0) for year in years if year)
        and context.zone_at(mention.inizio) == "visti"
    )
    rank = _RANK[mention.ruolo]
    if context.tipo in _RULES:
        rank = _IN_CALLS.get(mention.ruolo, rank)
    return (_ATTESTED if attested else rank), -mention.inizio


def _only(name: str, mentions: Sequence[Importo]) -> Importo | None:
    """The first mention that tells a field, where none tells it otherwise."""
    values = {getattr(mention, name): mention for mention in reversed(mentions)}
    values.pop(None, None)
    return next(iter(values.values())) if len(values) == 1 else None


def _completed(fact: Importo, group: _Group) -> Importo:
    update: dict[str, Any] = {}
    sources = []
    # The year of a payment is not that of the commitment which it is made from.
    renamed = fact.ruolo in _DISPOSED and group.best.ruolo != fact.ruolo
    if group.best.ruolo != fact.ruolo:
        update["ruolo"] = group.best.ruolo
        sources.append(group.best)
    for name, source in group.told.items():
        told = getattr(fact, name)
        if told is None or (name == "esercizio" and told != source.esercizio and renamed):
            update[name] = getattr(source, name)
            sources.append(source)
    if not update:
        return fact
    spans = dict.fromkeys((source.inizio, source.fine) for source in sources)
    update["completamenti"] = tuple(spans)
    return fact.model_copy(update=update)
