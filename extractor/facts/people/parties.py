"""People told by their birth who act for someone: the parties of agreements and contracts.

``ROSSI Mario, nato a Riva il 12.03.1960, … il quale interviene in qualità di Sindaco``: the birth
makes a name of any words of its shape; what the person does is said in the clause after it.
"""

from collections.abc import Iterator
from dataclasses import replace

import regex

from extractor.facts.anchors import starts as words
from extractor.facts.anchors import stems
from extractor.facts.people.gaps import starts
from extractor.facts.people.names import Name, name_at
from extractor.facts.people.places import Candidate
from extractor.facts.people.roles import RoleUse, role_at
from models.vocabulary import Funzione

_BORN = stems("nato", "nata")
_BIRTH = regex.compile(r"nat[oa]\s+(?:a|ad|in|il|nel|l['’])", regex.I)
_BEFORE = 100
_REACH = 480
_CODE = r"\(?(?:c\.?\s?f\.?|cod(?:ice|\.)\s+fisc(?:ale|\.))[\s:]*[A-Z0-9 ]{16,24}\)?[\s,;–-]*"
_TO_BIRTH = regex.compile(rf"[\s,(:;–-]*(?:{_CODE})?", regex.I)
# Where the name of a party begins: on its line, after a mark, ``tra``, ``il sottoscritto``
_OPENS = regex.compile(
    r"(?:^|[\n\t:;(•●▪]|(?:^|[\n;:])\s*[-–—*]|\d[.)°]|(?<!\w)(?:tra|fra|ed?|sottoscritt[oaei]"
    r"|signor[iea]?|sigg?(?:\.?\s?r[ai])?\.?))\s*(?:(?:il|la|l['’])\s+)?[“\"]?$",
    regex.I,
)
# The clause ends where the next party is told, or a blank line or a heading follows
_NEXT = regex.compile(r"\bnat[oa]\s+(?:a|ad|in|il)\s|\n\s*\n|\n\s*(?:E|TRA|PREMESSO|PREMESSE)\s*\n")
_CAPACITY = regex.compile(
    r"(?<!\w)(?:(?:in|nella)\s+(?:(?:sua|propria)\s+)?(?:qualità|qualifica|veste|funzione)\s+di|quale)\s+"
    r"(?:(?:attuale|legale\s+(?=rappr))?\s*)",
    regex.I,
)
_DATE = regex.compile(r"\d{4}\)?,?\s+(?:(?:il|la)\s+|l['’]\s?)?")
_ACTS = regex.compile(
    r"(?<!\w)(?:interv(?:iene|enut[oa]|enendo|enire)|agisc(?:e|ono)|agente|agire|stipula|compare"
    r"|in\s+rappresentanza|in\s+nome\s+e|per\s+conto|nell['’]\s?interesse|legale\s+rappresentante)(?!\w)",
    regex.I,
)
_OWNER = regex.compile(r"titolare", regex.I)


def parties(text: str, lower: str, taken: set[int]) -> Iterator[tuple[int, int, Candidate]]:
    """The people told by their birth who act for someone, each with its span."""
    for at in words(lower, _BORN):
        birth = _BIRTH.match(text, at)
        name = _name_before(text, at) if birth else None
        if name is None or name.inizio in taken:
            continue
        clause = text[at : at + _REACH]
        nearest = _NEXT.search(clause, 6)
        clause = clause[: nearest.start()] if nearest else clause
        place = _place(text, name, at, clause)
        if place is not None:
            taken.add(name.inizio)
            yield name.da, place.fine, place


def _name_before(text: str, birth: int) -> Name | None:
    """The name right before a birth that opens a line, a clause, an entry of a list."""
    for start in starts(text, max(birth - _BEFORE, 0), birth):
        name = name_at(text, start, birth, certain=True)
        if name is None or len(name.unita) < 2 or not _TO_BIRTH.fullmatch(text, name.fine, birth):
            continue
        opens = _OPENS.search(text, max(start - 24, 0), start)
        # Born somewhere: no institution, whatever the words
        return replace(name, noto=True) if opens else None
    return None


def _place(text: str, name: Name, birth: int, clause: str) -> Candidate | None:
    use = _office(text, birth, clause)
    acts = _ACTS.search(clause) is not None
    if use is not None:
        acts = acts or _OWNER.match(text, use.inizio) is not None
    if not acts and use is None:
        return None
    function: Funzione | None = "rappresentante_legale" if acts else None
    return Candidate(name, "prima", use, richiamo=clause, funzione=function)


def _office(text: str, birth: int, clause: str) -> RoleUse | None:
    """The office told right after the birth, or in which the person acts."""
    for capacity in (*_DATE.finditer(clause), *_CAPACITY.finditer(clause)):
        use = role_at(text, birth + capacity.end())
        if use is not None:
            return use
    return None
