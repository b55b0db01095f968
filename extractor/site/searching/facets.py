"""Narrowing down: the choices of each facet, how many acts each would leave, what was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from extractor.site.searching.catalogue import AMOUNTS, Catalogue, Places
from extractor.site.web import Ask
from extractor.wording import parola

_SHOWN = 8
"""Choices of a facet that are seen at once."""
_MOST = 60
"""Choices of a facet that are given at all; the others are found by searching for them."""
_MOST_CHOSEN = 20


class Facet(NamedTuple):
    """Something that acts are narrowed down by, called in addresses as its column is."""

    nome: str
    titolo: str
    spento: str = ""
    """How an act without it is called, where one may be chosen."""


FACETS = (
    Facet("tipo", "Tipo di atto"),
    Facet("ente", "Ente"),
    Facet("direzione", "Direzione"),
    Facet("anno", "Anno"),
    Facet("importo", "Importo più alto"),
    Facet("cup", "Codice di progetto"),
    Facet("scadenza", "Scadenze"),
)


class Choice(NamedTuple):
    """One choice of a facet: its value in addresses, its name, how many acts it leaves."""

    valore: str
    nome: str
    quanti: int
    scelto: bool


@dataclass(frozen=True)
class Counted:
    """A facet with its choices: those seen at once, and the others."""

    facet: Facet
    prime: tuple[Choice, ...]
    altre: tuple[Choice, ...]


Chosen = Mapping[str, tuple[str, ...]]
"""For each facet that is used, the values chosen."""


def chosen(ask: Ask) -> Chosen:
    """What the address of a request narrows down by."""
    values = {
        facet.nome: tuple(dict.fromkeys(v.strip()[:300] for v in ask.args.get(facet.nome, ()) if v))
        for facet in FACETS
    }
    return {name: said[:_MOST_CHOSEN] for name, said in values.items() if said}


def name_of(facet: str, value: str) -> str:
    """A choice in words.

    >>> name_of("importo", "5000"), name_of("importo", "10000000"), name_of("cup", "si")
    ('da 5.000 a 40.000 €', 'da 10.000.000 € in su', 'con un CUP')
    """
    if facet == "cup":
        return "con un CUP"
    if facet == "scadenza":
        return "con una scadenza aperta"
    if facet == "tipo":
        return parola(value)
    if facet != "importo":
        return value
    if value == "nessuno":
        return "senza importi"
    bounds = [f"{bound:,}".replace(",", ".") for bound in AMOUNTS]
    place = [*map(str, AMOUNTS)].index(value) if value in map(str, AMOUNTS) else 0
    if place == len(AMOUNTS) - 1:
        return f"da {bounds[place]} € in su"
    if place == 0:
        return f"fino a {bounds[1]} €"
    return f"da {bounds[place]} a {bounds[place + 1]} €"


def narrow(acts: Catalogue, places: Places, wanted: Chosen) -> tuple[Places, list[Counted]]:
    """The acts that are left of ``places``, in the same order, and every facet counted.

    The counts of a facet are those with the choices of the other facets alone, since several
    choices of one facet add up.
    """
    columns = {facet.nome: acts.column(facet.nome) for facet in FACETS}
    fits = {name: _fits(columns[name], values)[places] for name, values in wanted.items()}
    counted = []
    for facet in FACETS:
        numbers, values = columns[facet.nome]
        others = [fit for name, fit in fits.items() if name != facet.nome]
        left = places[np.logical_and.reduce(others)] if others else places
        found = numbers[left]
        counts = np.bincount(found[found >= 0], minlength=len(values))
        counted.append(_counted(facet, values, counts, wanted.get(facet.nome, ())))
    left = places[np.logical_and.reduce(list(fits.values()))] if fits else places
    return left, [each for each in counted if each.prime]


def _fits(column: tuple[npt.NDArray[np.int32], list[str]], values: Sequence[str]) -> np.ndarray:
    numbers, known = column
    places = {value: place for place, value in enumerate(known)}
    chosen = np.zeros(len(known) + 1, np.bool_)  # the last is that of -1
    chosen[[places[value] for value in values if value in places]] = True
    fit: np.ndarray = chosen[numbers]
    return fit


def _counted(
    facet: Facet, values: list[str], counts: npt.NDArray[np.int64], wanted: Sequence[str]
) -> Counted:
    order = np.argsort(-counts, kind="stable")[: _MOST + len(wanted)]
    found = [
        Choice(values[at], name_of(facet.nome, values[at]), int(counts[at]), values[at] in wanted)
        for at in order
        if counts[at]
    ]
    seen = {choice.valore for choice in found}
    # What was chosen can always be left again
    found += [
        Choice(each, name_of(facet.nome, each), 0, True) for each in wanted if each not in seen
    ]
    if facet.nome == "anno":
        found.sort(key=lambda choice: choice.valore, reverse=True)
    elif facet.nome == "importo":
        found.sort(key=lambda choice: int(choice.valore) if choice.valore.isdigit() else 10**9)
    else:
        found.sort(key=lambda choice: (not choice.scelto, -choice.quanti, choice.nome))
    first = max(_SHOWN, sum(choice.scelto for choice in found))
    return Counted(facet, tuple(found[:first]), tuple(found[first:_MOST]))
