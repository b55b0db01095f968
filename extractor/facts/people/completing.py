"""What the mentions of people in one act tell of each other."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from models import Context, Persona

_OWN = frozenset(
    (
        "firmatario", "responsabile_procedimento", "istruttore", "direttore_proponente",
        "responsabile_contabile", "presidente", "presente", "assente", "segretario", "relatore",
        "responsabile_pubblicazione",
    )
)  # fmt: skip
"""Functions that are held, unless the act says otherwise, in the body that adopts it."""


def complete(facts: Sequence[Persona], context: Context) -> list[Persona]:
    """The same mentions, with names, functions and bodies completed within the act.

    A shorter name (``Bertolaso``, ``P. Rossi``) takes the fuller one where exactly one fits; a
    name printed in both orders takes the one that more mentions speak for. A mention that says
    no more than the person's office, or nothing, takes the function that the act gives the
    person elsewhere. The act's own officials take its body.
    """
    names = _names(facts)
    named = [fact.model_copy(update={"nome": names[fact.nome]}) for fact in facts]
    known: dict[str, list[Persona]] = defaultdict(list)
    for fact in named:
        if fact.funzione != "altro":
            known[fact.nome].append(fact)
    return [_completed(fact, known[fact.nome], context) for fact in named]


def _completed(fact: Persona, known: Sequence[Persona], context: Context) -> Persona:
    other = _elsewhere(fact, known) if fact.funzione == "altro" else None
    if other is not None:
        sure = max(fact.confidenza, round(other.confidenza - 0.05, 2))
        fact = fact.model_copy(update={"funzione": other.funzione, "confidenza": sure})
    if fact.ente is None and fact.funzione in _OWN and _is_one(context.ente):
        fact = fact.model_copy(update={"ente": context.ente})
    return fact


def _is_one(body: str | None) -> bool:
    """Whether the act is of one body; the parties of an agreement are joined by semicolons."""
    return body is not None and ";" not in body


def _elsewhere(fact: Persona, known: Sequence[Persona]) -> Persona | None:
    """The mention that tells the person's function: of the same office, or any if none is said."""
    for other in known:
        bare = other.funzione == "nominato" and other.qualifica is None
        if fact.qualifica is None or bare or _office(fact) == _office(other):
            return other
    return None


def _office(fact: Persona) -> str:
    return (fact.qualifica or "").casefold().partition(" ")[0]


def _names(facts: Sequence[Persona]) -> dict[str, str]:
    """For each name found, the name that stands for it in the act."""
    votes: Counter[str] = Counter()
    for fact in facts:
        votes[fact.nome] += 3 if fact.funzione in ("presente", "assente") else 1
    orders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in votes:
        orders[tuple(sorted(name.casefold().split()))].append(name)
    chosen = {
        name: max(same, key=lambda other: (votes[other], other))
        for same in orders.values()
        for name in same
    }
    distinct = sorted(set(chosen.values()))
    fuller = {name: _fuller(name, distinct) for name in distinct}
    return {name: fuller[one] for name, one in chosen.items()}


def _fuller(name: str, names: Sequence[str]) -> str:
    fitting = [other for other in names if _completes(other, name)]
    return fitting[0] if len(fitting) == 1 else name


def _completes(full: str, short: str) -> bool:
    """Whether ``full`` has the same surname as ``short``, and its given names and more."""
    words, fewer = full.casefold().split(), short.casefold().split()
    if len(fewer) == 1:
        return len(words) > 1 and words[-1] == fewer[0]
    if len(fewer) > len(words) or words == fewer or words[-1] != fewer[-1]:
        return False
    initials = all(part.endswith(".") for part in fewer[:-1])
    return (len(fewer) < len(words) or initials) and all(
        any(word.startswith(part.rstrip(".")) for word in words[:-1]) for part in fewer[:-1]
    )
