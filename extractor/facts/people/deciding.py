"""What a person does in the act, from the place where the name stands.

One function gives each place its ``funzione``; the signatures, the clauses of appointment and of
representation, and the certificates after an act each have their rule.
"""

import regex

from extractor.facts.people.clauses import (
    ACCOUNTS_OPINION,
    ADOPTS,
    APPOINTED,
    APPOINTS,
    ASSISTS,
    BENCH,
    FOR_A_PARTY,
    GREETINGS,
    HEAD_OF_OFFICE,
    IN_CHAIR,
    IN_CONCERT,
    IS_APPOINTED,
    NAMED,
    OPENS,
    PANEL,
    PANEL_LIST,
    PRESIDES,
    PROPOSES,
    PROPOSING_UNIT,
    REPLACES,
    REPORTS,
    REPRESENTED,
    STANDS_FOR,
    TELLER,
    TELLERS,
)
from extractor.facts.people.places import Candidate
from extractor.facts.people.signing import (
    COLLEGIAL,
    heading_of,
    is_signature,
    of_signature,
    undersigned,
)
from extractor.facts.people.titles import is_courtesy
from models import Context
from models.vocabulary import Funzione

_JUDGE = regex.compile(r"president|consiglier", regex.I)
_GIUNTA = regex.compile(r"\s+assessori\s", regex.I)
_CHAIRS = regex.compile(r"sindac|president", regex.I)
_MEMBER = regex.compile(r"(?:vice[-\s]{0,2})?president|assessor", regex.I)
_VICE = regex.compile(r"vice", regex.I)
_AGREEMENTS = ("accordo", "convenzione")


def function_of(place: Candidate, text: str, context: Context) -> Funzione:
    """What the person at a place does in the act."""
    if place.funzione == "firmatario" and heading_of(text, place.inizio) == "contabile":
        return "responsabile_contabile"
    if place.funzione is not None:
        return place.funzione
    if _ends_letter(place, text):
        return "firmatario"
    signed = undersigned(place, text)
    if signed is not None:
        return of_signature(signed, text, context)
    if _is_unit(place, text):
        return "altro"
    met = _of_meeting(place, text, context)
    if met is not None:
        return met
    if is_signature(place, text, context):
        return of_signature(place, text, context)
    return _in_sentence(place, text, context)


def _ends_letter(place: Candidate, text: str) -> bool:
    """Whether the office stands right after the greetings of a letter: its holder signs it."""
    if place.role is None or place.legame not in ("diretto", "complemento"):
        return False
    return GREETINGS.search(text, max(place.inizio - 120, 0), place.inizio) is not None


def _in_sentence(place: Candidate, text: str, context: Context) -> Funzione:
    """What the person does by the words of the sentence around the place."""
    before = text[max(place.inizio - 200, 0) : _said_before(place, text)]
    after = text[place.fine : place.fine + 160]
    chairs = _is_president(place, text) and PANEL.search(before) is not None
    if place.legame == "prima" and _sits_as_judge(place, text):
        return "presidente" if _is_president(place, text) else "componente"
    own = "presidente" if chairs else place.role.ruolo.frase if place.role else "altro"
    if own == "altro" and context.tipo == "delibera" and _opens_meeting(place, text, context):
        return "presidente"
    if _only_assists(place, own, text):
        return "altro"
    clause = _of_clause(place, own, before, after)
    if own == "altro" and _is_party(context, place) and FOR_A_PARTY.search(before):
        return "rappresentante_legale"
    if clause == "relatore" and place.role and HEAD_OF_OFFICE.match(text, place.role.inizio):
        # An official proposes the act of another; to report to the organ is for its members
        clause = "direttore_proponente" if "proposta" in before[-50:].casefold() else clause
    return clause or _of_role(place, own, text, before, after)


def _of_meeting(place: Candidate, text: str, context: Context) -> Funzione | None:
    """Whether a member of an organ or of a panel is named as one of those who met."""
    attends = _attends(place, text, context)
    if not _is_president(place, text) or (place.role and _VICE.match(text, place.role.inizio)):
        return "presente" if attends else None
    head = text[max(place.inizio - 160, 0) : place.inizio]
    chairs = attends or _GIUNTA.match(text, place.fine) or PANEL_LIST.search(head)
    return "presidente" if chairs else None


def _attends(place: Candidate, text: str, context: Context) -> bool:
    """Whether a member of the organ is named under the title of its resolution: who met."""
    if place.role is None or place.firmato or place.legame != "diretto":
        return False
    if place.role.ruolo.frase != "altro":
        return False
    start = place.role.inizio
    head = context.tipo in COLLEGIAL and context.zone_at(start) == "frontespizio"
    opens = head and OPENS.search(text, max(start - 30, 0), start) is not None
    return opens and _MEMBER.match(text, start) is not None


def _is_party(context: Context, place: Candidate) -> bool:
    """Whether the place is at the head of an agreement, where its parties are told."""
    return context.tipo in _AGREEMENTS and context.zone_at(place.inizio) == "frontespizio"


def _said_before(place: Candidate, text: str) -> int:
    """Where the words before a place end; tellers are no office, but what one is appointed for."""
    teller = place.role is not None and TELLER.match(text, place.role.inizio) is not None
    return place.role.fine if place.role is not None and teller else place.inizio


def _only_assists(place: Candidate, own: Funzione, text: str) -> bool:
    """Whether the person helps whom the role tells of: ``Collaboratore del RUP``."""
    if not own.startswith(("responsabile_proc", "direttore_")):
        return False
    return ASSISTS.search(text, max(place.inizio - 40, 0), place.inizio) is not None


def _sits_as_judge(place: Candidate, text: str) -> bool:
    """Whether a president or councillor is named among the judges of a court."""
    if place.role is None or not _JUDGE.match(text, place.role.inizio):
        return False
    return BENCH.search(text, max(place.inizio - 500, 0), place.inizio) is not None


def _is_unit(place: Candidate, text: str) -> bool:
    """Whether a unit proposes the act and the person, no official, is only named with it.

    ``Struttura proponente: Servizio personale - sig.ra Rossi``
    """
    if place.role is None or place.role.ruolo.frase != "direttore_proponente":
        return False
    start = place.role.inizio
    unit = _UNIT.search(text, max(start - 30, 0), start) is not None
    return unit and is_courtesy(place.name.titolo)


_UNIT = regex.compile(
    r"(?:struttura|settore|servizio|ufficio|area|direzione|unità|[us]\.?\s?[oc]\.?(?:\s?[cs]\.?)?)\s+$",
    regex.I,
)


def _opens_meeting(place: Candidate, text: str, context: Context) -> bool:
    """Whether a mayor or president is named, in capitals, at the head of a resolution."""
    words = text[place.role.inizio : place.role.fine] if place.role else ""
    heads = words.isupper() and _CHAIRS.search(words) is not None and place.legame == "diretto"
    return heads and context.zone_at(place.inizio) in ("frontespizio", "preambolo")


def _is_president(place: Candidate, text: str) -> bool:
    words = text[place.role.inizio : place.role.fine].casefold() if place.role else ""
    return "president" in words


def _of_clause(place: Candidate, own: Funzione, before: str, after: str) -> Funzione | None:
    """The function that the words around give, whatever the person's office."""
    if REPRESENTED.search(before):
        return own if own != "altro" and APPOINTS.search(before) else _by_appointment(own, before)
    if own in ("presidente", "componente", "segretario") and PANEL.search(before):
        return own
    if own in ("altro", "operatore_economico") and STANDS_FOR.match(after):
        return "rappresentante_legale"
    if place.role is None and PANEL_LIST.search(before):
        return "componente"
    if TELLERS.search(before):
        return "componente"
    if own in ("altro", "rappresentante_legale", "segretario", "componente") and (
        (APPOINTED if place.role is None else IS_APPOINTED).match(after)
        or (place.legame == "prima" and _is_appointed(place, before))
        or (
            (APPOINTS.search(before) or REPLACES.search(before))
            and place.legame != "prima"
            and not place.riga
        )
    ):
        return "nominato"
    if place.role is None:
        return "presidente" if IN_CHAIR.search(before) else None
    reports = PROPOSES.search(before) or (REPORTS.match(after) and not IN_CONCERT.search(before))
    return "relatore" if reports and own == "altro" else None


def _by_appointment(own: Funzione, before: str) -> Funzione:
    if APPOINTS.search(before):
        return "nominato"
    return own if own == "responsabile_procedimento" else "rappresentante_legale"


def _is_appointed(place: Candidate, before: str) -> bool:
    return NAMED.search(place.richiamo) is not None or APPOINTS.search(before) is not None


def _of_role(place: Candidate, own: Funzione, text: str, before: str, after: str) -> Funzione:
    if place.role is None or own != "altro":
        return own
    head = text[max(place.role.inizio - 160, 0) : place.role.inizio]
    if ACCOUNTS_OPINION.search(head):
        return "responsabile_contabile"
    if PROPOSING_UNIT.search(head) and not is_courtesy(place.name.titolo):
        return "direttore_proponente"
    if PRESIDES.match(after) or IN_CHAIR.search(before):
        return "presidente"
    words = text[place.role.inizio : place.role.fine]
    heads = place.legame == "diretto" and words.isupper() and not words.endswith("I")
    if heads or ADOPTS.match(after):
        opens = OPENS.search(text, max(place.inizio - 30, 0), place.inizio)
        return "firmatario" if opens else own
    return own


_OPINION = 0.7
_CHAIR = 0.75


def confidence_of(place: Candidate, function: Funzione, text: str, context: Context) -> float:
    """How sure a place is: what speaks for the name, how near its role is, what it is read as.

    Two readers of one resolution do not agree whether who signs an opinion on it is one of its
    signers, and whether who chaired the meeting is: these are less sure than their names.
    """
    sure = _sureness(place, function)
    if function != "firmatario":
        return sure
    if context.zone_at(place.inizio) == "visti":
        return min(sure, _OPINION)
    chairs = place.role is not None and _CHAIRS.search(text, place.role.inizio, place.role.fine)
    return min(sure, _CHAIR) if chairs and context.tipo in ("delibera", "verbale") else sure


def _sureness(place: Candidate, function: Funzione) -> float:
    initial = place.name.unita[0].endswith(".")
    sure = 0.85 if not place.dubbio else 0.75 if initial and place.role else 0.5
    if place.legame == "titolo":
        return 0.4 if place.dubbio else 0.55
    if len(place.name.unita) == 1 and place.role is not None and place.role.ruolo.cognome:
        return 0.75
    if place.name.titolo and place.name.noto and not is_courtesy(place.name.titolo):
        sure += 0.05
    if place.firmato or (place.riga and not place.dubbio):
        sure += 0.06
    if place.legame == "elenco":
        sure += 0.04  # on acts annotated by hand one in a hundred was wrong
    if place.legame in ("complemento", "copula"):
        sure -= 0.05
    if function == "altro":
        sure -= 0.1
    if len(place.name.unita) == 1:
        sure -= 0.05
    return round(min(max(sure, 0.3), 0.97), 2)
