"""What the mentions of people in one act tell of each other."""

from collections.abc import Sequence

from models import Context, Persona


def complete(facts: Sequence[Persona], context: Context) -> list[Persona]:
    """The same mentions, with names and bodies completed within the act.

    A shorter name (``Bertolaso``, ``P. Rossi``) takes the fuller one where exactly one fits; a
    name printed surname first in one place and given name first in another takes the latter.
    The act's own officials take its body.
    """
    fuller = _fuller_names(sorted({fact.nome for fact in facts}))
    done = []
    for fact in facts:
        changes: dict[str, str] = {}
        name = fuller.get(fact.nome, fact.nome)
        if name != fact.nome:
            changes["nome"] = name
        if fact.ente is None and context.ente and fact.funzione in _OWN:
            changes["ente"] = context.ente
        done.append(fact.model_copy(update=changes) if changes else fact)
    return done


_OWN = frozenset(
    (
        "firmatario", "responsabile_procedimento", "istruttore", "direttore_proponente",
        "responsabile_contabile", "presidente", "presente", "assente", "segretario", "relatore",
        "responsabile_pubblicazione",
    )
)  # fmt: skip
"""Functions that are held, unless the act says otherwise, in the body that adopts it."""


def _fuller_names(names: list[str]) -> dict[str, str]:
    """For each name that another completes, that other one."""
    found = {}
    for name in names:
        fitting = [other for other in names if other != name and _completes(other, name)]
        if len(fitting) == 1:
            found[name] = fitting[0]
    return found


def _completes(full: str, short: str) -> bool:
    words, fewer = full.casefold().split(), short.casefold().split()
    if sorted(words) == sorted(fewer):
        # The same words in another order: the order of the alphabet must not decide.
        return False
    if len(fewer) >= len(words):
        return False
    if len(fewer) == 1:
        return words[-1] == fewer[0]
    return fewer[-1] == words[-1] and all(
        any(word.startswith(part.rstrip(".")) for word in words[:-1]) for part in fewer[:-1]
    )
