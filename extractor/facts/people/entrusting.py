"""People to whom an office is given: ``è stato conferito a Mario Rossi l'incarico di Dirigente``.

The office after the words makes a name without a title sure, and tells the appointment from a
service entrusted to a professional.
"""

from collections.abc import Iterator

import regex

from extractor.facts.anchors import starts as words
from extractor.facts.anchors import stems
from extractor.facts.people.gaps import is_institution, starts
from extractor.facts.people.names import Name, name_at
from extractor.facts.people.places import Candidate
from extractor.facts.people.roles import RoleUse, role_at

_GIVEN = stems("conferit", "attribuit", "assegnat", "affidat", "rinnovat", "confermat")
_TO = regex.compile(
    r"(?:conferit|attribuit|assegnat|affidat|rinnovat|confermat)[oaei]\s+(?:ad?\s|al(?:la)?\s|all['’])\s*"
    r"(?:(?:sottoscritt[oa]|dipendente),?\s+)?",
    regex.I,
)
_WAS = regex.compile(r",?\s+(?:è|e['’]|era|viene|veniva|fu|sia|sono)\s+(?:stat[oaie]\s+)?", regex.I)
_AFTER_WORD = regex.compile(r"\w+\s+")
_OFFICE = regex.compile(
    r"[^.;:\n]{0,90}?(?:l['’]\s?incarico\s+(?:dirigenziale\s+)?(?:di\s+|della\s+)?|il\s+ruolo\s+di\s+"
    r"|la\s+(?:responsabilità|titolarità|direzione|qualifica|posizione\s+organizzativa)(?:\s+di)?\s+"
    r"|le\s+funzioni\s+(?:di\s+)?)",
    regex.I,
)
_POWER = regex.compile(r"la\s+(?:responsab|titolar|direzione|posizione)|le\s+funzioni", regex.I)
_BACK = 70


def entrusted(text: str, lower: str, taken: set[int]) -> Iterator[Candidate]:
    """The people to whom an office is given, before or after the word that says so."""
    for at in words(lower, _GIVEN):
        to = _TO.match(text, at)
        name = name_at(text, to.end()) if to else _before(text, at)
        if name is None or name.inizio in taken or not (name.noto or name.titolo):
            continue
        after = name.fine if to else _past(text, at)
        office = _OFFICE.match(text, after)
        role = role_at(text, office.end()) if office else None
        if office is None or is_institution(text, name.da):
            continue
        if role is not None or _POWER.search(office.group()):
            taken.add(name.inizio)
            yield _appointed(name, role, office.group())


def _appointed(name: Name, role: RoleUse | None, words_before: str) -> Candidate:
    return Candidate(
        name, "richiamo", role, richiamo=words_before, funzione="nominato", contiguo=False
    )


def _before(text: str, at: int) -> Name | None:
    """The name of ``al dott. Rossi è stato conferito``."""
    for start in starts(text, max(at - _BACK, 0), at):
        name = name_at(text, start, at)
        if name is not None and _WAS.fullmatch(text, name.fine, at):
            return name
    return None


def _past(text: str, at: int) -> int:
    word = _AFTER_WORD.match(text, at)
    return word.end() if word else at
