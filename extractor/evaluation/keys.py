"""What is compared: for each kind, the keys of the gold's facts and of ours.

The rules are those of ``corpus/GOLD.md``. A kind gives for each fact a key, or None for a fact
that is not scored on either side.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from extractor.evaluation.gold import Gold

Key = tuple[Any, ...] | None

# Roles that the gold's vocabulary does not have: there they are "altro"
_ONLY_OURS = frozenset(
    {
        "presidente", "presente", "assente", "responsabile_pubblicazione", "direttore_lavori",
        "direttore_esecuzione", "componente", "operatore_economico", "autore",
    }
)  # fmt: skip
_UNSCORED_REFERENCES = frozenset({"altro", "parere"})


class KeyRule(NamedTuple):
    """How a kind of fact is compared: its list in the gold, its table, the key of a fact.

    ``applies`` limits the gold facts (and, by key, ours) that a secondary figure is about.
    """

    nome: str
    lista: str
    key: Callable[[Gold], Key]
    primary: bool = True
    applies: Callable[[Gold], bool] = lambda fact: True


def _bare(number: str) -> str:
    """A number without the legislature's prefix and without spaces."""
    return "".join(number.rpartition("/")[2].split()).upper()


def reference_key(fact: Gold) -> Key:
    """Kind, number, year; None for a citation without number, misprinted, or of no scored kind."""
    if not fact.get("numero") or fact["tipo"] in _UNSCORED_REFERENCES or fact.get("refuso"):
        return None
    return (fact["tipo"], _bare(fact["numero"]), fact.get("anno"))


def _reference_with_date(fact: Gold) -> Key:
    key = reference_key(fact)
    return None if key is None else (*key, fact.get("data"))


def _amount(fact: Gold) -> Key:
    return (Decimal(fact["importo"]),)


def _deadline(fact: Gold) -> Key:
    return (fact["data"], None) if fact.get("data") else (None, fact.get("durata"))


def _spelt(text: str) -> str:
    """A name without regard to case, spaces and the kind of apostrophe."""
    return " ".join(text.replace("’", "'").split()).casefold()


def _name(fact: Gold) -> Key:
    return (_spelt(fact["nome"]),)


def _name_and_role(fact: Gold) -> Key:
    role = fact["funzione"]
    return (*(_name(fact) or ()), "altro" if role in _ONLY_OURS else role)


def _release(fact: Gold) -> Key:
    def cents(gold: str, ours: str) -> int | None:
        value = fact.get(ours)
        return value if gold not in fact else int(Decimal(fact[gold]) * 100)

    return (
        fact["codice"],
        fact.get("data_rilascio"),
        cents("netto", "netto_centesimi"),
        cents("lordo", "lordo_centesimi"),
    )


def _intervention(fact: Gold) -> Key:
    amount = fact.get("importo")
    return (fact["codice"], int(Decimal(amount) * 100) if amount else fact.get("centesimi"))


def _entry(fact: Gold) -> Key:
    return (fact["tipo"], fact["numero"], fact["data"], fact.get("pagina"))


def _cup_fields(fact: Gold) -> Key:
    fields = fact.get("campi")
    if fields is None:
        fields = {k: v for k, v in fact.items() if k not in ("cup", "testo") and v is not None}
    return (fact["cup"], *sorted((k, "".join(str(v).split())) for k, v in fields.items()))


RULES: tuple[KeyRule, ...] = (
    KeyRule("riferimenti", "riferimenti", reference_key),
    KeyRule("importi", "importi", _amount),
    KeyRule("codici", "codici", lambda fact: (fact["tipo"], fact["valore"])),
    KeyRule(
        "codici cup e cig",
        "codici",
        lambda fact: (fact["tipo"], fact["valore"]) if fact["tipo"] in ("cup", "cig") else None,
    ),
    KeyRule("scadenze", "scadenze", _deadline),
    KeyRule("persone (nome)", "persone", _name),
    KeyRule("persone (nome e funzione)", "persone", _name_and_role),
    KeyRule("rilasci", "rilasci", _release),
    KeyRule("acronimi", "acronimi", lambda fact: (fact["sigla"],)),
    KeyRule("interventi", "interventi", _intervention),
    KeyRule("contraenti", "contraenti", lambda fact: (_spelt(fact["denominazione"]),)),
    KeyRule("schede_servizio", "schede_servizio", lambda fact: (fact["codice"],)),
    KeyRule("schede_cup", "schede_cup", _cup_fields),
    KeyRule("sommario", "sommario", _entry),
    KeyRule(
        "riferimenti con data", "riferimenti", _reference_with_date, False,
        lambda fact: bool(fact.get("data")),
    ),
    KeyRule(
        "importi con ruolo", "importi", lambda fact: (Decimal(fact["importo"]), fact["ruolo"]),
        False,
    ),
    KeyRule(
        "importi con esercizio", "importi",
        lambda fact: (Decimal(fact["importo"]), fact.get("esercizio")), False,
        lambda fact: fact.get("esercizio") is not None,
    ),
    KeyRule(
        "scadenze con tipo", "scadenze",
        lambda fact: (*(_deadline(fact) or ()), fact["tipo"]), False,
    ),
)  # fmt: skip
"""Every figure: the kinds first, then what is asked beyond the key."""


def same(gold: Key, ours: Key) -> bool:
    """Whether two keys are one: a year (of a citation) that the gold lacks matches any."""
    if gold is None or ours is None or len(gold) != len(ours):
        return False
    if gold == ours:
        return True
    is_reference = len(gold) >= 3 and gold[2] is None and isinstance(gold[1], str)
    return is_reference and gold[:2] == ours[:2] and gold[3:] == ours[3:]


def keyed(facts: Iterable[Gold], rule: KeyRule) -> dict[tuple[Any, ...], Gold]:
    """The facts by key, the first of each; those not scored are left out."""
    result: dict[tuple[Any, ...], Gold] = {}
    for fact in facts:
        key = rule.key(fact)
        if key is not None:
            result.setdefault(key, fact)
    return result
