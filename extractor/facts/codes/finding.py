"""What the families of codes share: the outcome of a check, and a code with its evidence."""

import re
from functools import lru_cache
from typing import NamedTuple

from extractor.facts.characters import before, characters, places, run
from models import Codice
from models.vocabulary import TipoCodice


class Check(NamedTuple):
    """Whether a code keeps its rule (None: there is no rule), and why not, in Italian.

    A valid code of an unusual form carries a ``motivo`` too: it is a warning.
    """

    valido: bool | None
    motivo: str | None = None


NO_RULE = Check(None)
VALID = Check(True)

_UNDERSCORES = re.compile("__+")

_LONG = 10


@lru_cache(maxsize=2)  # the families of codes that have a form of their own ask for them
def long_runs(text: str) -> tuple[int, ...]:
    """Where the runs of ten or more capitals and figures begin, in which such codes stand."""
    here = characters(text)
    coded = here.capital | here.between("0", "9")
    return tuple(places(run(coded, _LONG) & ~before(coded)))


NUMBER_SIGN = r"(?:n(?:umer[oi]|um|ro|r)?\.?\s?[°º]?|[°º]|nn\.)"
"""``n.``, ``nr.``, ``n°``, ``numero``: source of a pattern, for ``regex.IGNORECASE``."""


def compact(text: str) -> str:
    """A code as it is compared: upper case, without spaces and dots.

    >>> compact("G1.2023.0021658"), compact("it 60 x")
    ('G120230021658', 'IT60X')
    """
    plain = "".join(text.split()).replace(".", "")
    return (_UNDERSCORES.sub("_", plain) if "__" in plain else plain).upper()


def code(
    text: str,
    span: tuple[int, int],
    tipo: TipoCodice,
    *,
    fonte: str,
    valore: str | None = None,
    check: Check = NO_RULE,
    confidenza: float = 0.95,
    data: str | None = None,
    completamenti: tuple[tuple[int, int], ...] = (),
) -> Codice:
    """The code printed at ``text[span]``; its value is the span's own, compacted, unless given.

    ``completamenti`` are the further spans that a given value rests on.
    """
    printed = text[span[0] : span[1]]
    return Codice(
        inizio=span[0],
        fine=span[1],
        testo=printed,
        fonte=fonte,
        confidenza=confidenza,
        tipo=tipo,
        valore=compact(printed) if valore is None else valore,
        valido=check.valido,
        motivo=check.motivo,
        data=data,
        completamenti=completamenti,
    )
