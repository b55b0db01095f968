"""What the recogniser of names decides: the places where only the shape speaks for a name.

The rules leave out a name that they doubt (``Il Dirigente Nkechi Okonkwo`` looks like ``Il
Dirigente Area Vasta``), and keep a few. Where the recogniser is wanted (``SPOGLIO_NOMI=1``) it
brings back those that it is sure of, and refuses those kept that it is sure are none.
"""

from collections.abc import Sequence
from dataclasses import replace

import regex

from extractor.facts.people.places import Candidate
from extractor.facts.people.recogniser import sureness

ACCEPTS = 0.9
"""Sureness from which a name left out is taken back."""

REFUSES = 0.05
"""Sureness under which a doubtful name that was kept is refused."""

_MOST = 2000
"""Places that are judged in one act at most: about a second's work."""

_CELL = regex.compile(r"\t|\S[ ]*\n[^\n]*\n")
"""A cell or a line of something else between a role and a name: the row of another person."""


def decided(
    text: str, found: Sequence[Candidate], doubtful: Sequence[Candidate]
) -> list[Candidate]:
    """The places ``found`` by the rules, corrected, and those ``doubtful`` that are names."""
    weak = [place for place in found if place.dubbio and len(place.name.unita) > 1][:_MOST]
    refused = [place for place, sure in _judged(text, weak) if sure < REFUSES]
    kept = [place for place in found if place not in refused]
    return kept + _taken_back(text, kept, doubtful)


def _taken_back(
    text: str, found: Sequence[Candidate], doubtful: Sequence[Candidate]
) -> list[Candidate]:
    near = [place for place in doubtful if not _CELL.search(place.richiamo)][:_MOST]
    held = {(place.role.inizio, place.role.fine) for place in found if place.role}
    spans = [(place.name.da, place.name.fine) for place in found]
    back: list[Candidate] = []
    for place, sure in sorted(_judged(text, near), key=lambda judged: -judged[1]):
        first, last = place.name.da, place.name.fine
        role = (place.role.inizio, place.role.fine) if place.role else None
        free = role not in held and all(last <= start or first >= end for start, end in spans)
        if sure >= ACCEPTS and free and not _is_ordinary(place, text):
            back.append(replace(place, riconosciuto=True))
            spans.append((first, last))
            if role:
                held.add(role)
    return back


def _judged(text: str, places: Sequence[Candidate]) -> list[tuple[Candidate, float]]:
    sure = sureness(text, [(place.name.inizio, place.name.fine) for place in places])
    return list(zip(places, sure, strict=True))


def _is_ordinary(place: Candidate, text: str) -> bool:
    """Whether a word of the name stands in the same act in lower case, as no name does."""
    return any(
        regex.search(rf"(?<!\w){regex.escape(unit.lower())}(?!\w)", text)
        for unit in place.name.unita
    )
