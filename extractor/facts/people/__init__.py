"""People named with a role in an act: signers, secretaries, councillors, appointees, contacts.

``find`` gives every occurrence; ``complete`` joins them within the act (see ``completing``).
"""

import regex

from extractor.facts.people.candidates import candidates
from extractor.facts.people.completing import complete
from extractor.facts.people.deciding import confidence_of, function_of
from extractor.facts.people.places import Candidate
from models import Context, Persona

__all__ = ["complete", "find"]

_LONGEST = 200
"""Characters of evidence at most: a longer stretch is cut to the name alone."""


def find(text: str, context: Context) -> list[Persona]:
    """Every mention of a natural person with a role in ``text``, in text order."""
    people = [_person(place, text, context) for place in candidates(text)]
    return sorted(people, key=lambda person: (person.inizio, person.fine))


def _person(place: Candidate, text: str, context: Context) -> Persona:
    function = function_of(place, text, context)
    first, last = place.inizio, place.fine
    if last - first > _LONGEST:
        first, last = place.name.da, place.name.fine
    return Persona(
        inizio=first,
        fine=last,
        testo=text[first:last],
        nome=place.name.nome,
        funzione=function,
        titolo=place.name.titolo,
        qualifica=_office(place, text),
        fonte=f"persone/{place.legame}",
        confidenza=confidence_of(place, function, text),
    )


def _office(place: Candidate, text: str) -> str | None:
    """The role as printed, with the office it names: ``Direttore SC “Analisi e sviluppo”``."""
    if place.role is None:
        return None
    last = place.role.fine
    if place.legame == "complemento":
        last = place.name.da
    elif place.legame == "prima":
        more = regex.match(
            r"(?:\s+(?:d(?:i|el|ella|ell['’])|per)\s?[^.,;:\n\t]{0,80})?", text[last : last + 90]
        )
        last += len(more.group().rstrip()) if more else 0
    words = " ".join(text[place.role.inizio : last].split())
    return regex.sub(r"[\s,:(–-]*(?:f\.?\s?to)?[\s,:(–-]*$", "", words, flags=regex.I) or None
