"""The price that a contract was to have, before an operator offered less.

Who decides to make a contract states its elements (d.lgs. 267/2000, art. 192): its aim, its
object, its form, ``Importo del contratto: € 20.000,00``. Where the act then awards it for
somewhat less, the amount stated was the one that offers were asked on.

>>> is_stated("- Importo del contratto: ", "\\n- Forma del contratto: scrittura privata")
True
>>> is_stated("vista la rata e l’importo del contratto di ", " oltre IVA")
False
"""

from collections.abc import Sequence
from decimal import Decimal

import regex

from models import Importo

_LABEL = regex.compile(
    r"(?:importo|valore|corrispettivo)\s+del\s+contratto\s*:\s*(?:pari\s+ad?\s*)?\Z",
    regex.IGNORECASE,
)
_ELEMENTS = regex.compile(
    r"[^€]{0,160}?(?<![^\W\d_])(?:forma|oggetto|clausole|modalità|scelta)\s+(?:del\s+contr|di\s+scelta|essenzial)",
    regex.IGNORECASE,
)
_NEAR = 60
# A rebate leaves most of the price.
_LEAST_SHARE = Decimal("0.5")


def is_stated(before: str, after: str) -> bool:
    """Whether an amount between ``before`` and ``after`` is stated among a contract's elements."""
    return _LABEL.search(before[-_NEAR:]) is not None and _ELEMENTS.match(after) is not None


def as_asked(stated: Sequence[int], amounts: list[Importo]) -> list[Importo]:
    """The amounts, of which those ``stated`` are what was asked if one somewhat lower was given."""
    asked = {
        value
        for value in (Decimal(amounts[at].importo) for at in stated)
        if _given_for_less(value, amounts)
    }
    return [
        amount.model_copy(update={"ruolo": "base_asta"})
        if amount.ruolo == "totale" and Decimal(amount.importo) in asked
        else amount
        for amount in amounts
    ]


def _given_for_less(value: Decimal, amounts: Sequence[Importo]) -> bool:
    """Whether a lower price is told after the last mention of ``value``."""
    last = max(at for at, amount in enumerate(amounts) if Decimal(amount.importo) == value)
    return any(
        amount.ruolo == "totale" and value * _LEAST_SHARE < Decimal(amount.importo) < value
        for amount in amounts[last + 1 :]
    )
