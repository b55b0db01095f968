"""The places of a text where a person can stand, each with what its words say of it.

A place is a name beside the printed head of a role (``Il Direttore Generale Paola Rossi``), in a
list of attendance, in a column of those responsible, after a word that calls for a person
(``rappresentata da``), or behind a title. What the person does is decided in ``deciding``; where
the trained recogniser of names is wanted it stands between the two and decides the doubtful places
(``doubts``).
"""

from dataclasses import replace

import regex

from extractor.facts.anchors import lowered
from extractor.facts.people.attendance import attendance
from extractor.facts.people.beside import beside_roles
from extractor.facts.people.columned import columned
from extractor.facts.people.contacts import contacts
from extractor.facts.people.doubts import decided
from extractor.facts.people.entrusting import entrusted
from extractor.facts.people.giunta import giunta
from extractor.facts.people.members import members
from extractor.facts.people.names import is_given, name_at
from extractor.facts.people.parties import parties
from extractor.facts.people.places import Candidate
from extractor.facts.people.promulgating import promulgating
from extractor.facts.people.recalls import listed, recalled, roll_calls, titled
from extractor.facts.people.recogniser import wanted
from extractor.facts.people.seconds import second_roles

_AND = regex.compile(r"\s+ed?\s+")


def candidates(text: str) -> list[Candidate]:
    """Every place of ``text`` where a person can stand."""
    lower = lowered(text)
    taken: set[int] = set()
    doubtful: list[Candidate] = []
    rows = [*attendance(text), *giunta(text), *columned(text), *promulgating(text, lower)]
    taken.update(place.name.inizio for _, _, place in rows)
    rows.extend(parties(text, lower, taken))
    appointed = list(entrusted(text, lower, taken))
    rows.extend(roll_calls(text, lower, taken))
    found = [*(place for _, _, place in rows), *appointed]
    skip = [(first, last) for first, last, _ in rows]
    for place in beside_roles(text, lower, skip, taken, doubtful):
        for one in _parted(text, place):
            found.append(one)
            found.extend(_listed_with(text, one, taken))
    found.extend(recalled(text, lower, taken, doubtful))
    found.extend(contacts(text, lower, taken))
    found.extend(members(text, lower, taken))
    found.extend(titled(text, lower, found, taken))
    found = [one for place in found for one in _with_surname(text, place, taken)]
    found.extend([second for place in found for second in second_roles(text, place)])
    return decided(text, found, doubtful) if wanted() else found


def _with_surname(text: str, place: Candidate, taken: set[int]) -> list[Candidate]:
    """The two people of one surname: ``gli ingg. Luca e Anna Petrelli``; else the place alone."""
    name = place.name
    joined = _AND.match(text, name.fine) if len(name.unita) == 1 and name.titolo else None
    other = name_at(text, joined.end()) if joined and is_given(name.unita[0]) else None
    if other is None or other.titolo or len(other.unita) < 2 or not is_given(other.unita[0]):
        return [place]
    surname = other.nome.split(" ", 1)[1]
    whole = replace(name, nome=f"{name.nome} {surname}", fine=other.fine, noto=True)
    both = [replace(place, name=whole)]
    if other.inizio not in taken:
        both.append(replace(place, name=replace(other, titolo=name.titolo), contiguo=False))
    return both


def _parted(text: str, place: Candidate) -> list[Candidate]:
    """The two people of a role in the plural whose names follow each other without a comma.

    ``I Dirigenti Luca Marini Anna Petrelli``: a second given name after a surname.
    """
    units = place.name.unita
    if place.role is None or len(units) < 4 or text[place.role.fine - 1] not in "iI":
        return [place]
    for number in range(2, len(units) - 1):
        if is_given(units[number]) and not is_given(units[number - 1]):
            at = text.find(units[number], place.name.inizio + sum(map(len, units[:number])))
            first, second = name_at(text, place.name.da, at), name_at(text, at, place.name.fine)
            if first is not None and second is not None:
                return [
                    replace(place, name=first),
                    replace(place, name=second, legame="elenco", contiguo=False),
                ]
    return [place]


def _listed_with(text: str, place: Candidate, taken: set[int]) -> list[Candidate]:
    """The people that share a role in the plural: ``gli assessori Rossi e Neri``."""
    if place.role is None or place.legame == "prima":
        return []
    head = text[place.role.inizio : place.role.fine].split()[0].casefold()
    if not head.endswith("i") and head not in ("referente", "organo", "collegio"):
        return []
    more = [name for name in listed(text, place.name) if name.inizio not in taken]
    taken.update(name.inizio for name in more)
    return [replace(place, name=name, legame="elenco", contiguo=False) for name in more]
