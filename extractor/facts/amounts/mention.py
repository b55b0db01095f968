"""An amount found in a text, before it is known what it is."""

from decimal import Decimal
from typing import NamedTuple


class Mention(NamedTuple):
    """An amount in a text: ``text[inizio:fine]``, worth ``valore`` of ``valuta``."""

    inizio: int
    fine: int
    valore: Decimal
    valuta: str
    fonte: str
    confidenza: float
