"""The second role of one person: ``Dirigente e RUP``, ``Consigliere, relatore``.

Printed after the name (``il Dirigente ing. Rossi, nonché Responsabile unico del progetto``) or
joined to the first role before it (``Il Responsabile del Settore e RUP⏎Ing. Rossi``). An article
before the second role, or a name of its own after it, makes it another person's.
"""

from collections.abc import Iterator
from dataclasses import replace

import regex

from extractor.facts.people.gaps import DIRECT, starts
from extractor.facts.people.names import name_at
from extractor.facts.people.places import Candidate
from extractor.facts.people.roles import RoleUse, role_at

_AS = r"(?:(?:in|nella\s+sua)\s+(?:qualità|veste)\s+di\s+|con\s+funzion[ei]\s+di\s+|quale\s+)?"
# The rest of the office, and the word that joins: ``… del Comune di Riva, nonché``
_MOREOVER = regex.compile(
    rf"[^.;:\n\t]{{0,90}}?[\s,]\s{{0,3}}(?:nonch[éeè]['’]?|(?:e\s+)?(?:anche|altresì))\s+{_AS}",
    regex.I,
)
# Right after the first role: ``Consigliere, Estensore``, ``membro e segretario``, ``(relatore)``
_BESIDE = regex.compile(
    r"[ ]?(?:\s[-–/]\s|,\s|\s?\(|\s(?:ed?|con\s+funzion[ei]\s+di)\s|\s)\s?", regex.I
)
_JOINED = regex.compile(r"(?:,?\s+nonch[éeè]['’]?|\s+ed?|\s?/)\s+(?:anche\s+)?$", regex.I)
_WRITES = regex.compile(r"(?:estensore|est\.|rel(?:at(?:ore|rice)|\.))(?!\w)", regex.I)
_JUDGE = regex.compile(
    r"(?:prim[oa]\s+)?(?:consiglier|referendar|giudic|magistrat|president)", regex.I
)
_ENDS = regex.compile(r"[ ]?(?:[),;.\n\t]|$|[-–])")
_OTHERS = regex.compile(r"[.;:]\s|\t")
_WORD = regex.compile(r"(?<!\w)\w")
_BACK = 110


def second_roles(text: str, place: Candidate) -> Iterator[Candidate]:
    """The other roles that the words around a place give to its person."""
    if place.role is None or not place.contiguo:
        return
    after = _after(text, place)
    if after is not None:
        yield after
    before = _before(text, place, place.role) if place.legame != "prima" else None
    if before is not None:
        yield before


def is_besides(text: str, role: RoleUse, use: RoleUse) -> bool:
    """Whether ``use`` says that the judge of ``role`` writes the decision: ``(relatore)``."""
    gap = _BESIDE.fullmatch(text, role.fine, use.inizio)
    judge = gap is not None and _JUDGE.match(text, role.inizio, role.fine) is not None
    return judge and _WRITES.fullmatch(text, use.inizio, use.fine) is not None


def _after(text: str, place: Candidate) -> Candidate | None:
    role = place.role
    beside = _BESIDE.match(text, role.fine) if role and place.legame == "prima" else None
    if beside is not None and role is not None and _JUDGE.match(text, role.inizio, role.fine):
        writes = _WRITES.match(text, beside.end())
        if writes is not None and _ENDS.match(text, writes.end()):
            use = RoleUse(writes.start(), writes.end(), role.ruolo)
            return replace(place, role=use, funzione="relatore")
    moreover = _MOREOVER.match(text, place.fine)
    for gap in (beside, moreover):
        use_at = role_at(text, gap.end()) if gap is not None else None
        if use_at is not None and _is_task(use_at) and not _has_own_name(text, use_at):
            return replace(place, role=use_at, legame="prima", riga=False)
    return None


def _before(text: str, place: Candidate, role: RoleUse) -> Candidate | None:
    """The role joined to the one over or before the name, without an article of its own."""
    joined = _JOINED.search(text, max(role.inizio - 20, 0), role.inizio)
    if joined is None:
        return None
    start = max(role.inizio - _BACK, text.rfind("\n", 0, role.inizio) + 1, 0)
    for word in reversed(list(_WORD.finditer(text, start, joined.start()))):
        use = role_at(text, word.start())
        if use is not None and use.fine <= joined.start():
            own = _OTHERS.search(text, use.fine, joined.start()) or any(
                name_at(text, at, joined.start()) for at in starts(text, use.fine, joined.start())
            )
            return None if own else replace(place, role=use)
    return None


def _is_task(use: RoleUse) -> bool:
    """Whether the role is a task in the act rather than one more office."""
    return use.ruolo.frase not in ("altro", "operatore_economico")


def _has_own_name(text: str, use: RoleUse) -> bool:
    gap = DIRECT.match(text, use.fine)
    name = name_at(text, gap.end()) if gap else None
    return name is not None and "\n" not in text[use.fine : name.da]
