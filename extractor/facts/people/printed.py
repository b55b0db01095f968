"""The name at a place beside a role, read as the place calls for it.

A surname alone after ``Il Ministro:``, a name of which only the surname is in capitals on a line of
its own, two names run together under two roles.
"""

import regex

from extractor.facts.people.gaps import VERB, fills_line, is_institution, starts
from extractor.facts.people.names import Name, is_given, name_at
from extractor.facts.people.places import Candidate
from extractor.facts.people.roles import RoleUse

_OPENS_LINE = regex.compile(r"(?:^|[\n\t])\s*(?:(?:il|la|lo)\s+|l['’]\s?)?$", regex.I)
# Il Ministro: ROSSI: so signs who is printed in the Gazzetta Ufficiale
_SURNAME_LINE = regex.compile(
    r"(?!(?i:omissis|vacante|nessuno))"
    r"[A-ZÀ-Ü][\w'’-]+(?:[ ](?:[A-ZÀ-Ü][\w'’-]+|d[ei]|d[ae]ll?a?)){0,3}[ ]*(?:\n|$)"
)
_SACRED = regex.compile(r"sant[aei]|papa|beat[aoi]|madonna|ss\.?", regex.I)
_IN_BRACKETS = regex.compile(r"[A-ZÀ-Ü][\w'’-]{2,30}[ ]?\)[ ]*(?:\n|$)")
_LONGEST_LEAD = 30
_NAME_BELOW = regex.compile(r"[ ,]*\n\s*\(?|,\s+")
_LONGEST_ENTRY = 200
_ENTRY = regex.compile(r"[ ]*(?:\d{1,2}[.)°]?|[-–•*·]|[a-z]\))?[ \t]*")
_CELLS = regex.compile(r"[ ]*[–—,(\t-][^.;:\n]*?(?:[ ][–—-]|[,\t]|\)\s*[–—,-]?)\s*")
_ENTRY_ENDS = regex.compile(
    r"(?:\s(?:effettiv|supplent|estern|intern|espert)[oa])?[ ]{0,6}+[;,.]?[ ]{0,6}+(?:\n|$)",
    regex.I,
)


def name_after(text: str, at: int, use: RoleUse, gap: str) -> Name | None:
    """The name at ``at``; a surname alone where the role or its place calls for one."""
    single = (use.ruolo.cognome and gap == " ") or signs_line(text, at, use, gap)
    single = single or (
        gap.endswith("(") and "\n" in gap and _IN_BRACKETS.match(text, at) is not None
    )
    name = name_at(text, at, single=single)
    if name is not None and len(name.unita) == 1 and not name.titolo:
        # IL PRESIDENTE ALFA⏎Dott.ssa Anna Neri: the body of whom the next line names
        below = _NAME_BELOW.match(text, name.fine) if name.unita[0].isupper() else None
        person = name_at(text, below.end()) if below else None
        return None if person is not None and (person.noto or person.titolo) else name
    if (name is None or len(name.unita) == 1) and "\n" in gap:
        return mixed_line(text, at) or name
    return name


def signs_line(text: str, at: int, use: RoleUse, gap: str) -> bool:
    """Whether a signature is printed on one line: ``Il Ministro: ROSSI``."""
    if use.ruolo.firma != "firmatario" or gap.strip() != ":" or not heads_line(text, use):
        return False
    return _SURNAME_LINE.match(text, at) is not None


def mixed_line(text: str, at: int) -> Name | None:
    """A name that fills its line, only its surname in capitals: ``Adelchio ROSSI``."""
    # Its line begins at most a title before it, which costs less to ask than its words
    if at > _LONGEST_LEAD and not set(text[at - _LONGEST_LEAD : at]) & set("\n\t("):
        return None
    name = name_at(text, at, certain=True)
    several = name is not None and len({unit.isupper() for unit in name.unita}) > 1
    return name if name is not None and several and fills_line(text, name) else None


def from_given(text: str, name: Name) -> Name:
    """The name without the last word of the office before it: ``Tecnologica Paolo Rossi``."""
    if name.titolo or is_given(name.unita[0]) or name.unita[0].isupper() or len(name.unita) < 3:
        return name
    at = text.find(name.unita[1], name.inizio + len(name.unita[0]))
    return (name_at(text, at) or name) if is_given(name.unita[1]) else name


def is_of_a_place(text: str, name: Name, *, alone: bool) -> bool:
    """Whether a name without a title is a saint's or a house's: ``ASST Santi Paolo e Carlo``.

    ``alone`` says that nothing of an office stands before it, which may be a surname then.
    """
    if name.titolo or len(name.unita) < 2:
        return False
    second = text.find(name.unita[1], name.inizio + len(name.unita[0]))
    if _SACRED.fullmatch(name.unita[0]) and is_given(name.unita[1]):
        return True
    return not alone and (is_institution(text, name.da) or is_institution(text, second))


def run_together(text: str, name: Name, count: int) -> list[Name]:
    """The name, or the ``count`` names run together in it: ``Anna Toro Franco Sturzi``."""
    given = [is_given(unit) for unit in name.unita]
    if name.titolo or given != [True, False] * count:
        return [name]
    names, at = [], name.da
    for number in range(0, len(given), 2):
        at = text.find(name.unita[number], at)
        end = text.find(name.unita[number + 1], at) + len(name.unita[number + 1])
        one = name_at(text, at, end)
        names += [one] if one else []
        at = end
    return names if len(names) == count else [name]


def heads_line(text: str, use: RoleUse) -> bool:
    """Whether a role opens its line as over a signature: with an article or a capital."""
    return opens_line(text, use) and (
        text[use.inizio].isupper() or text[use.inizio - 1 : use.inizio] in (" ", "'", "’")
    )


def opens_line(text: str, use: RoleUse) -> bool:
    """Whether nothing but an article stands before the role on its line, or in its cell."""
    return _OPENS_LINE.search(text, max(use.inizio - 40, 0), use.inizio) is not None


def in_entry(text: str, use: RoleUse, taken: set[int]) -> Candidate | None:
    """The name that an entry of a list begins with, where the role ends it.

    ``1) Prof. Mario ROSSI – Professore ordinario – Università di Riva – Presidente``
    """
    reach = max(use.inizio - _LONGEST_ENTRY, 0)
    above = text.rfind("\n", reach, use.inizio)
    entry = _ENTRY.match(text, above + 1, use.inizio) if above >= 0 or reach == 0 else None
    if entry is None or not _ENTRY_ENDS.match(text, use.fine):
        return None
    name = name_at(text, entry.end(), use.inizio)
    if name is None or not (name.noto or name.titolo) or name.inizio in taken:
        return None
    between = text[name.fine : use.inizio]
    if (
        not _CELLS.fullmatch(between)
        or VERB.search(between)
        or has_name(text, name.fine, use.inizio)
    ):
        return None
    return Candidate(name, "prima", role=use, richiamo=between, contiguo=False)


def has_name(text: str, first: int, last: int) -> bool:
    """Whether a person is named between two places of the text."""
    names = (name_at(text, at, last) for at in starts(text, first, last))
    return any(name is not None and (name.noto or name.titolo) for name in names)
