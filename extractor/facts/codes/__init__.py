"""The codes printed in an act, a module for each family; see ``models.Codice``.

Each family's module says in its docstring what its codes look like, which norm they rest on and
which rule they must keep; its public checks take a compacted value (upper case, no spaces or
dots) and return a ``Check``. A code that breaks its rule is kept, with the reason.

>>> from models import Context
>>> [(found.tipo, found.valore, found.valido) for found in find("CIG: Z473DE739C", Context())]
[('cig', 'Z473DE739C', True)]
"""

from collections.abc import Sequence
from itertools import chain

import regex

from extractor.facts.codes import (
    accounting,
    assignment,
    broken,
    cig,
    cup,
    fiscal,
    iban,
    identifiers,
    invoice,
    notice,
    protocol,
)
from extractor.facts.codes.finding import Check
from models import Codice, Context

__all__ = [
    "Check",
    "accounting",
    "assignment",
    "cig",
    "complete",
    "cup",
    "find",
    "fiscal",
    "iban",
    "identifiers",
    "invoice",
    "notice",
    "protocol",
]


_NUMBERED_BY_YEAR = ("impegno", "accertamento", "protocollo", "fattura")
_YEAR = regex.compile(r"(?:20)?\d\d")


def find(text: str, context: Context) -> list[Codice]:
    """Every occurrence of a code in ``text``, in text order; no two of a kind overlap."""
    found = chain(
        cup.find(text),
        cig.find(text),
        fiscal.find(text),
        iban.find(text),
        protocol.find(text, context.data),
        accounting.find(text),
        assignment.find(text),
        identifiers.find(text),
        invoice.find(text, context.data),
        notice.find(text),
        broken.find(text),
    )
    return _disjoint(found)


def complete(facts: Sequence[Codice], context: Context) -> list[Codice]:
    """The same occurrences, a shorter one completed by the one fuller one of the act.

    A code printed without its date takes it from one printed with it, where the act prints a
    single date for it; the number of a commitment or a letter without its year (``430``) becomes
    the one with it (``430/2023``), and its year of two digits one of four. A chapter's article is
    set off by a dot or a slash: where an act prints both, the slash stands.
    """
    return _with_dates(_with_articles(_with_years(facts)))


def _with_years(facts: Sequence[Codice]) -> list[Codice]:
    fuller: dict[tuple[str, str], dict[str, Codice]] = {}
    for fact in facts:
        number, _, year = fact.valore.partition("/")
        if fact.tipo not in _NUMBERED_BY_YEAR or not _YEAR.fullmatch(year):
            continue
        fuller.setdefault((fact.tipo, number), {}).setdefault(fact.valore, fact)
        if len(year) == 4:
            fuller.setdefault((fact.tipo, f"{number}/{year[2:]}"), {})[fact.valore] = fact
    for key, known in fuller.items():
        # 430/23 where 430/2023 is printed too is the same number.
        fuller[key] = {v: f for v, f in known.items() if _long(v) == v or _long(v) not in known}
    return [_completed(fact, "valore", fuller.get((fact.tipo, fact.valore), {})) for fact in facts]


def _long(value: str) -> str:
    """A number with its year in four digits."""
    number, _, year = value.partition("/")
    return f"{number}/20{year}" if len(year) == 2 else value


def _with_articles(facts: Sequence[Codice]) -> list[Codice]:
    slashed: dict[str, dict[str, Codice]] = {}
    for fact in facts:
        if fact.tipo == "capitolo" and "/" in fact.valore:
            slashed.setdefault(fact.valore.replace("/", ""), {}).setdefault(fact.valore, fact)
    if not slashed:
        return list(facts)
    return [
        _completed(fact, "valore", slashed.get(fact.valore, {}))
        if fact.tipo == "capitolo" and "." in fact.testo
        else fact
        for fact in facts
    ]


def _with_dates(facts: Sequence[Codice]) -> list[Codice]:
    dates: dict[tuple[str, str], dict[str, Codice]] = {}
    for fact in facts:
        if fact.data is not None:
            dates.setdefault((fact.tipo, fact.valore), {}).setdefault(fact.data, fact)
    return [
        fact
        if fact.data is not None
        else _completed(fact, "data", dates.get((fact.tipo, fact.valore), {}))
        for fact in facts
    ]


def _completed(fact: Codice, field: str, known: dict[str, Codice]) -> Codice:
    """``fact`` with its field from the one mention that has it; itself when there are more."""
    if len(known) != 1:
        return fact
    ((value, source),) = known.items()
    spans = (*fact.completamenti, (source.inizio, source.fine))
    return fact.model_copy(update={field: value, "completamenti": spans})


def _disjoint(found: chain[Codice]) -> list[Codice]:
    """The codes in text order; of two of one kind that overlap, the surer."""
    kept: dict[str, list[Codice]] = {}
    for fact in sorted(found, key=lambda fact: (fact.inizio, -fact.confidenza, -fact.fine)):
        of_kind = kept.setdefault(fact.tipo, [])
        if of_kind and fact.inizio < of_kind[-1].fine:
            if fact.confidenza > of_kind[-1].confidenza:
                of_kind[-1] = fact
            continue
        of_kind.append(fact)
    return sorted(chain.from_iterable(kept.values()), key=lambda fact: (fact.inizio, fact.fine))
