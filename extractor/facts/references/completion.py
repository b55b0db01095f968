"""``complete``: the mentions of an act completed from one another.

A short citation takes number with legislature, year, date and body of a fuller one when exactly
one act fits. Nothing is guessed: where two acts fit, the citation stays as printed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from extractor.facts.references.backrefs import answers
from extractor.facts.references.urn import urn_of
from models import Context, Riferimento
from models.vocabulary import Relazione

_GENERIC = {
    "decreto": ("decreto_legislativo", "dm", "dpr", "dpcm"),
    "delibera": ("dgr", "dcr"),
    "legge": ("legge_regionale",),
}
_NAMED = re.compile(r"nome: (\w+) (\S+) (\S+)")


def complete(facts: Sequence[Riferimento], context: Context) -> list[Riferimento]:
    """The same mentions, completed within the act; back-references resolved or left out."""
    facts = _take_kind(facts)
    facts = _take_year(facts)
    facts = _take_details(facts)
    facts = _name(facts)
    facts = _resolve_back(facts)
    facts = _relate(facts)
    return _identify(facts)


def bare(number: str | None) -> str | None:
    """A number without its legislature."""
    return number.rpartition("/")[2].strip().upper() if number else None


def _legislature(number: str | None) -> str | None:
    return number.rpartition("/")[0] or None if number else None


def _by_number(facts: Iterable[Riferimento]) -> dict[tuple[str, str | None], list[Riferimento]]:
    groups: dict[tuple[str, str | None], list[Riferimento]] = defaultdict(list)
    for fact in facts:
        if fact.numero and not fact.refuso:
            groups[fact.tipo, bare(fact.numero)].append(fact)
    return groups


def _from(fact: Riferimento, source: Riferimento, **values: object) -> Riferimento:
    """The mention with values taken from another, whose words are added to its evidence."""
    spans = (*fact.completamenti, (source.inizio, source.fine))
    return fact.model_copy(update={**values, "completamenti": tuple(dict.fromkeys(spans))})


def _take_kind(facts: Sequence[Riferimento]) -> list[Riferimento]:
    """``decreto 50/2016`` is the d.lgs. 50/2016 that the act cites, if only one kind fits."""
    groups = _by_number(facts)
    taken = []
    for fact in facts:
        options = [
            other
            for kind in _GENERIC.get(fact.tipo, ())
            for other in groups.get((kind, bare(fact.numero)), ())
            if fact.numero and fact.anno and other.anno == fact.anno
            and (not fact.data or not other.data or fact.data == other.data)
        ]  # fmt: skip
        kinds = {other.tipo for other in options}
        same = [o for o in groups.get((fact.tipo, bare(fact.numero)), ()) if o.data]
        if len(kinds) == 1 and fact.numero and not fact.refuso and not _conflict(fact, same):
            fact = _from(fact, options[0], tipo=options[0].tipo, ente=options[0].ente)
        taken.append(fact)
    return taken


def _conflict(fact: Riferimento, same: Sequence[Riferimento]) -> bool:
    """Whether the generic kind itself is cited with a date of its own."""
    return any(other.anno == fact.anno for other in same)


def _take_year(facts: Sequence[Riferimento]) -> list[Riferimento]:
    """``DGR 514`` is the one d.g.r. 514 of which the act gives the year."""
    groups = _by_number(facts)
    taken = []
    for fact in facts:
        if fact.numero and fact.anno is None and not fact.refuso:
            others = [
                other
                for other in groups[fact.tipo, bare(fact.numero)]
                if other.anno is not None and _agree(fact, other)
            ]
            if len({other.anno for other in others}) == 1:
                source = _fullest(others)
                fact = _from(fact, source, anno=source.anno)
                fact = fact.model_copy(update={"confidenza": max(fact.confidenza, 0.92)})
        taken.append(fact)
    return taken


def _agree(fact: Riferimento, other: Riferimento) -> bool:
    one, two = _legislature(fact.numero), _legislature(other.numero)
    return one is None or two is None or one == two


def _fullest(facts: Sequence[Riferimento]) -> Riferimento:
    return max(facts, key=lambda f: (f.data is not None, "/" in (f.numero or ""), -f.inizio))


def _take_details(facts: Sequence[Riferimento]) -> list[Riferimento]:
    """Number with legislature, date and body from the mentions of the same act."""
    groups: dict[tuple[object, ...], list[Riferimento]] = defaultdict(list)
    for fact in facts:
        if fact.numero and fact.anno is not None and not fact.refuso:
            groups[fact.chiave()].append(fact)
    return [
        _detailed(fact, groups.get(fact.chiave(), ())) if fact.numero and not fact.refuso else fact
        for fact in facts
    ]


def _detailed(fact: Riferimento, group: Sequence[Riferimento]) -> Riferimento:
    for name in ("data", "numero", "ente"):
        if name == "numero":
            sources = [f for f in group if _legislature(f.numero)]
            missing = _legislature(fact.numero) is None
        else:
            sources = [f for f in group if getattr(f, name) is not None]
            missing = getattr(fact, name) is None
        values = {getattr(f, name) for f in sources}
        if missing and len(values) == 1:
            fact = _from(fact, sources[0], **{name: values.pop()})
    return fact


def _name(facts: Sequence[Riferimento]) -> list[Riferimento]:
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
    for fact in facts:
        if fact.fonte != "rinvio":
            resolved.append(fact)
            continue
        before = [f for f in resolved if answers(fact.tipo, f.tipo) and f.inizio < fact.inizio]
        acts = {f.chiave() for f in before}
        if len(acts) == 1 and before[0].numero:
            source = _fullest(before)
            values = {"tipo": source.tipo, "numero": source.numero, "anno": source.anno}
            resolved.append(_from(fact, source, **values, data=source.data, ente=source.ente))
    return resolved


_STRENGTH: tuple[Relazione | None, ...] = (
    "modifica", "revoca", "approva", "visto", "preso_atto", "acquisito", "attua", "richiamato", None
)  # fmt: skip


def _relate(facts: Sequence[Riferimento]) -> list[Riferimento]:
    """Give all mentions of an act what the citing act does with it, where it says so once."""
    strongest: dict[tuple[object, ...], Relazione | None] = {}
    for fact in facts:
        known = strongest.get(fact.chiave())
        strongest[fact.chiave()] = min(known, fact.relazione, key=_STRENGTH.index)
    return [
        fact.model_copy(update={"relazione": strongest[fact.chiave()]})
        if fact.relazione in ("richiamato", None)
        else fact
        for fact in facts
    ]


def _identify(facts: Sequence[Riferimento]) -> list[Riferimento]:
    """Give each act its URN, the same for all its mentions."""
    words: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for fact in facts:
        words[fact.chiave()].append(fact.testo)
    return [
        fact if fact.urn else fact.model_copy(
            update={"urn": urn_of(fact, " ".join(words[fact.chiave()]))}
        )
        for fact in facts
    ]  # fmt: skip
