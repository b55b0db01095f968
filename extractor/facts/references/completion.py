"""``complete``: the mentions of an act completed from one another.

A short citation takes number with legislature, year, date and body of a fuller one when exactly
one act fits. Nothing is guessed: where two acts fit, the citation stays as printed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import is_

from extractor.facts.references.backrefs import answers
from extractor.facts.references.urn import urn_of
from models import Context, Riferimento
from models.numbers import bare_number
from models.vocabulary import Relazione

_GENERIC = {
    "decreto": ("decreto_legislativo", "dm", "dpr", "dpcm"),
    "delibera": ("dgr", "dcr"),
    "legge": ("legge_regionale",),
    "decisione_ue": ("comunicazione_ue",),
}
_OF_THE_ACT = ("tipo", "numero", "anno", "data", "ente")
_NAMED = re.compile(r"nome: (\w+) (\S+) (\S+)")


def complete(facts: Sequence[Riferimento], context: Context) -> list[Riferimento]:
    """The same mentions, completed within the act; back-references resolved or left out."""
    facts = _without_zeros(_without_notes(facts))
    acts: _Acts | None = None
    for take in (_take_kind, _take_year, _name, _take_details):
        acts = _acts(facts) if acts is None else acts
        taken = take(facts, acts)
        if not all(map(is_, taken, facts)):
            acts = None  # to be gathered again
        facts = taken
    return _told_alike(_resolve_back(facts))


_LONGEST_NOTE = 2  # figures
_SHORTEST_NOTED = 3  # figures: of shorter numbers a small body may use two in a day


def _without_notes(facts: Sequence[Riferimento]) -> list[Riferimento]:
    """``n. 1591`` of an act that the text also cites as ``n. 159`` of the same day: a note's mark.

    A raised figure that marks a note runs into the number before it. No body numbers two acts
    of one day so that one number begins the other.
    """
    dated = {(f.tipo, f.data, f.numero): f for f in reversed(facts) if f.data and f.numero}
    freed = []
    for fact in facts:
        number = fact.numero or ""
        for length in range(1, _LONGEST_NOTE + 1) if fact.data else ():
            source = dated.get((fact.tipo, fact.data or "", number[:-length]))
            long = len(number) - length >= _SHORTEST_NOTED
            if source is not None and long and number[-length:].isdecimal():
                fact = _from(fact, source, numero=source.numero)
                break
        freed.append(fact)
    return freed


def _without_zeros(facts: Sequence[Riferimento]) -> list[Riferimento]:
    """``n. 0635206`` of an act that the text also cites as ``n. 635206``."""
    plain = {
        (fact.tipo, bare(fact.numero)): fact
        for fact in reversed(facts)
        if fact.numero and not fact.numero.startswith("0")
    }
    same = []
    for fact in facts:
        padded = (fact.numero or "").startswith("0")
        source = plain.get((fact.tipo, bare(fact.numero))) if padded else None
        same.append(_from(fact, source, numero=source.numero) if source else fact)
    return same


def bare(number: str | None) -> str | None:
    """A number without its legislature."""
    return bare_number(number) if number else None


def _legislature(number: str | None) -> str | None:
    prefix, mark, _ = (number or "").partition("/")
    return prefix if mark and bare(number) != (number or "").upper() else None


def _from(fact: Riferimento, source: Riferimento, **values: object) -> Riferimento:
    """The mention with values taken from another, whose words are added to its evidence."""
    spans = (*fact.completamenti, (source.inizio, source.fine))
    return fact.model_copy(update={**values, "completamenti": tuple(dict.fromkeys(spans))})


@dataclass(slots=True)
class _Act:
    """What the mentions of one act (kind, number, year) say together."""

    tipo: str
    anno: int
    fullest: Riferimento
    values: dict[str, dict[str, Riferimento]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, fact: Riferimento) -> None:
        """Take note of a further mention."""
        if _fullness(fact) > _fullness(self.fullest):
            self.fullest = fact
        for name in ("data", "ente"):
            if (value := getattr(fact, name)) is not None:
                self.values[name].setdefault(value, fact)
        if _legislature(fact.numero):
            self.values["numero"].setdefault(fact.numero or "", fact)


_Acts = dict[tuple[str, str | None], list[_Act]]


def _acts(facts: Iterable[Riferimento]) -> _Acts:
    """The numbered acts cited, by kind and number."""
    acts: dict[tuple[object, ...], _Act] = {}
    for fact in facts:
        if fact.numero and fact.anno is not None and not fact.refuso:
            key = fact.chiave()
            if key not in acts:
                acts[key] = _Act(fact.tipo, fact.anno, fact)
            acts[key].add(fact)
    by_number: dict[tuple[str, str | None], list[_Act]] = defaultdict(list)
    for act in acts.values():
        by_number[act.tipo, bare(act.fullest.numero)].append(act)
    return by_number


def _fullness(fact: Riferimento) -> tuple[bool, bool]:
    return fact.data is not None, _legislature(fact.numero) is not None


def _take_kind(facts: Sequence[Riferimento], acts: _Acts) -> list[Riferimento]:
    """``decreto 50/2016`` is the d.lgs. 50/2016 that the act cites, if only one kind fits."""
    taken = []
    for fact in facts:
        source = _specific(fact, acts)
        if source is not None:
            fact = _from(fact, source, tipo=source.tipo, ente=source.ente)
        taken.append(fact)
    return taken


def _specific(fact: Riferimento, acts: _Acts) -> Riferimento | None:
    """The mention of a more specific kind with this number and year, unless the dates differ."""
    if fact.numero is None or fact.anno is None or fact.refuso or fact.tipo not in _GENERIC:
        return None
    number = bare(fact.numero)
    options = [
        act
        for kind in _GENERIC[fact.tipo]
        for act in acts.get((kind, number), ())
        if act.anno == fact.anno
    ]
    own = [act for act in acts.get((fact.tipo, number), ()) if act.anno == fact.anno]
    dates = {day for act in options for day in act.values["data"]}
    if len(options) != 1 or any(not act.values["data"].keys() <= dates for act in own):
        return None
    return options[0].fullest


def _take_year(facts: Sequence[Riferimento], acts: _Acts) -> list[Riferimento]:
    """``DGR 514`` is the one d.g.r. 514 of which the act gives the year."""
    taken = []
    for fact in facts:
        if fact.numero and fact.anno is None and not fact.refuso:
            fitting = [
                act for act in acts.get((fact.tipo, bare(fact.numero)), ()) if _agree(fact, act)
            ]
            if len(fitting) == 1:
                fact = _from(fact, fitting[0].fullest, anno=fitting[0].anno)
                fact = fact.model_copy(update={"confidenza": max(fact.confidenza, 0.92)})
        taken.append(fact)
    return taken


def _agree(fact: Riferimento, act: _Act) -> bool:
    printed = {_legislature(number) for number in act.values["numero"]}
    own = _legislature(fact.numero)
    return own is None or not printed or own in printed


def _take_details(facts: Sequence[Riferimento], acts: _Acts) -> list[Riferimento]:
    """Number with legislature, date and body from the mentions of the same act."""
    return [_detailed(fact, acts) for fact in facts]


def _detailed(fact: Riferimento, acts: _Acts) -> Riferimento:
    if fact.numero is None or fact.refuso:
        return fact
    for act in acts.get((fact.tipo, bare(fact.numero)), ()):
        if act.anno != fact.anno:
            continue
        for name in ("data", "numero", "ente"):
            values = act.values[name]
            known = _legislature(fact.numero) if name == "numero" else getattr(fact, name)
            if known is None and len(values) == 1:
                value, source = next(iter(values.items()))
                fact = _from(fact, source, **{name: value})
    return fact


def _name(facts: Sequence[Riferimento], acts: _Acts) -> list[Riferimento]:
    """A name takes the number of its act where the citing act prints that number too."""
    numbered: dict[tuple[str, str | None, int | None], Riferimento] = {
        (f.tipo, bare(f.numero), f.anno): f
        for f in reversed(facts)
        if f.numero and f.fonte != "nome"
    }
    named = []
    for fact in facts:
        found = _NAMED.fullmatch(fact.fonte)
        if found:
            source = numbered.get((found[1], found[2], int(found[3][:4])))
            update = {"fonte": "nome"}
            fact = fact.model_copy(update=update)
            if source:
                values = {"numero": source.numero, "anno": source.anno, "data": found[3]}
                fact = _from(fact, source, tipo=source.tipo, ente=source.ente, **values)
            else:
                fact = fact.model_copy(update={"urn": _urn_of_name(*found.groups())})
        elif fact.fonte == "nome" and (fact.tipo, bare(fact.numero), fact.anno) in numbered:
            fact = fact.model_copy(update={"confidenza": 0.97})
        named.append(fact)
    return named


def _urn_of_name(tipo: str, number: str, day: str) -> str | None:
    return urn_of(
        Riferimento.model_validate(
            {"inizio": 0, "fine": 0, "testo": "", "tipo": tipo, "numero": number,
             "anno": int(day[:4]), "data": day}
        )
    )  # fmt: skip


def _resolve_back(facts: Sequence[Riferimento]) -> list[Riferimento]:
    """A back-reference is the one act of its kind cited before it, if there is but one."""
    resolved: list[Riferimento] = []
    before: dict[str, dict[tuple[object, ...], Riferimento]] = defaultdict(dict)
    for fact in facts:
        if fact.fonte != "rinvio":
            known = before[fact.tipo].setdefault(fact.chiave(), fact)
            if _fullness(fact) > _fullness(known):
                before[fact.tipo][fact.chiave()] = fact
            resolved.append(fact)
            continue
        kinds = [acts for kind, acts in before.items() if answers(fact.tipo, kind)]
        if sum(len(acts) for acts in kinds) == 1:
            source = next(iter(act for acts in kinds for act in acts.values()))
            if source.numero:
                values = {name: getattr(source, name) for name in _OF_THE_ACT}
                if source.fonte == "nome":
                    # Its number, too, comes from a name and not from printed digits.
                    values["fonte"] = "nome, rinvio"
                resolved.append(_from(fact, source, **values))
    return resolved


_STRENGTH: tuple[Relazione | None, ...] = (
    "modifica", "revoca", "approva", "visto", "preso_atto", "acquisito", "attua", "richiamato", None
)  # fmt: skip


def _told_alike(facts: Sequence[Riferimento]) -> list[Riferimento]:
    """Give all the mentions of an act one relation, where the citing act says it, and one URN."""
    keys = [fact.chiave() for fact in facts]
    told = []
    for fact, relation, urn in zip(facts, _relations(facts, keys), _urns(facts, keys), strict=True):
        values = {"relazione": relation, "urn": urn}
        changed = (fact.relazione, fact.urn) != (relation, urn)
        told.append(fact.model_copy(update=values) if changed else fact)
    return told


def _relations(
    facts: Sequence[Riferimento], keys: Sequence[tuple[object, ...]]
) -> Iterator[Relazione | None]:
    """What the citing act does with the act of each mention, where any of its mentions says it."""
    strongest: dict[tuple[object, ...], Relazione | None] = {}
    for fact, key in zip(facts, keys, strict=True):
        strongest[key] = min(strongest.get(key), fact.relazione, key=_STRENGTH.index)
    for fact, key in zip(facts, keys, strict=True):
        yield strongest[key] if fact.relazione in ("richiamato", None) else fact.relazione


def _urns(facts: Sequence[Riferimento], keys: Sequence[tuple[object, ...]]) -> Iterator[str | None]:
    """The URN of the act of each mention, the same for all its mentions."""
    words: dict[tuple[object, ...], dict[str, None]] = defaultdict(dict)
    for fact, key in zip(facts, keys, strict=True):
        words[key][fact.testo] = None
    known: dict[tuple[object, ...], str | None] = {}
    for fact, key in zip(facts, keys, strict=True):
        whole = (*key, fact.data, fact.ente, fact.refuso)
        if fact.urn is None and whole not in known:
            known[whole] = urn_of(fact, " ".join(words[key]))
        yield known[whole] if fact.urn is None else fact.urn
