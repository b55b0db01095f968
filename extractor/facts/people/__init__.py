"""People named with a role in an act: signers, secretaries, councillors, appointees, contacts.

``find`` gives every occurrence; ``complete`` joins them within the act (see ``completing``).
"""

import regex

from extractor.facts.people.bodies import body_of
from extractor.facts.people.candidates import candidates
from extractor.facts.people.completing import complete
from extractor.facts.people.deciding import confidence_of, function_of
from extractor.facts.people.places import Candidate
from models import Context, Persona
from models.vocabulary import Funzione

__all__ = ["complete", "find"]

_LONGEST = 200
"""Characters of evidence at most: a longer stretch is cut to the name alone."""


def find(text: str, context: Context) -> list[Persona]:
    """Every mention of a natural person with a role in ``text``, in text order."""
    people: list[Persona] = []
    shared: dict[int, Funzione] = {}
    for place in candidates(text):
        person = _person(place, text, context)
        if place.role is not None and place.funzione is None:
            # Who shares a role in a list does what the first of the list does.
            function = shared.setdefault(place.role.inizio, person.funzione)
            if place.legame == "elenco":
                person = person.model_copy(update={"funzione": function})
        people.append(person)
    return sorted(people, key=lambda person: (person.inizio, person.fine))


def _person(place: Candidate, text: str, context: Context) -> Persona:
    function = function_of(place, text, context)
    office = _office(place, text)
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
        qualifica=office,
        ente=body_of(place, function, office, text),
        fonte=f"persone/{place.legame}" + ("/nomi" if place.riconosciuto else ""),
        confidenza=confidence_of(place, function, text, context),
    )


# The office's own words go on to a comma, a bracket, the end of the sentence, or a term.
_OFFICE_WORD = (
    r"(?!\s(?:a\s+far|con\s|ai\s+sensi|dal\s+\d|sino|fino|giust[ao]\s|nominat|in\s+forza|che\s|e\s+(?:sottoscr|firmat)))"
    r"(?:[^.,;:()\n\t]|\.(?=\w|\s[a-z]))"
)
_OFFICE_GOES_ON = regex.compile(
    r"(?:\s+(?:pro[-\s]?tempore|p\.\s?t\.|f\.\s?f\.|facente\s+funzioni?|ad\s+interim|reggente)(?!\w))?"
    rf"(?:\s+(?:(?:d(?:i|el|ella|ei|egli|elle)|D(?:I|EL|ELLA|EI|EGLI|ELLE)|per|a|ad)\s|dell['’]|DELL['’])"
    rf"(?:{_OFFICE_WORD}){{0,120}}(?!\w))?"
)
_MARKS = r"[\s,:(“\"–_-]*"
_OFFICE_ENDS = regex.compile(
    # Whole words: the name of a town may end as an article does
    rf"{_MARKS}(?:(?<!\w)(?:\(?f\.?\s?to\)?|firmato.{{0,20}}|(?:il|al(?:la)?)\s+dipendente|(?:non\s+)?favorevole"
    r"|denominazione|nom(?:e|i|inativ[oi])|nominat[oa]|alla?|il|la|(?:al|del)?l['’])"
    r"[\s,:)(“\"–_-]*){0,3}$",
    regex.I,
)


def _office(place: Candidate, text: str) -> str | None:
    """The role as printed, with the office it names: ``Direttore SC “Analisi e sviluppo”``."""
    if place.role is None:
        return None
    last = place.role.fine
    if place.legame == "complemento":
        last = place.name.da
    elif place.legame == "prima" or (place.legame == "diretto" and not place.contiguo):
        more = _OFFICE_GOES_ON.match(text, last)
        last = more.end() if more else last
    words = " ".join(text[place.role.inizio : last].split())
    ends = _OFFICE_ENDS.search(words)
    return words[: ends.start()] + _closing(words, ends) if ends else words


def _closing(words: str, ends: "regex.Match[str]") -> str:
    """The quotation mark or bracket that closes the name of an office is part of it."""
    closes = words[ends.start() : ends.start() + 1]
    return closes if closes in ")”»" and closes else ""
