"""Completing the deadlines of an act, and computing the day on which a term ends.

A day is computed only for an event whose date is known: the publication in the bulletin
(``context.pubblicazione``) or at the albo (a printed period), the act's own adoption
(``context.data``), the close of the act's one window for applications, or a start printed with
the term. The rules are those of ``calendar``: first day excluded, last included, a last day that
is a holiday carried over for terms in which something is due.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import regex

from extractor.facts.calendar import carry_over, end_of_term
from extractor.facts.regions import REGIONS
from models import Context, Scadenza

# Each Region's bulletin has its own abbreviation: BURL, BURT, BURERT, BURC, BURP, BURAS, BURVET.
_BULLETIN = (
    r"(?:B\.?\s?U\.?\s?R\.?(?:\s?(?:[A-Z]\.?){0,3})|B\.\s?U\.|Boll(?:ettino|\.)\s+Uff(?:iciale|\.)"
    r"|G\.?U\.?R\.?S\.?|Gazzetta\s+Ufficiale(?=\s+(?:della\s+)?Regione\s+Sicilia))"
)
_PUBLISHED = regex.compile(
    r"pubblicazione(?P<dove>(?:\s+(?:su|ne|a)(?:l|ll[’']|lla|i)?\s*"
    rf"(?:{_BULLETIN}|(?:suo\s+|proprio\s+)?albo(?:\s+pretorio)?)(?:\s+on[\s-]?line)?"
    rf"(?:\s+(?:regionale|(?:della\s+|del\s+)?(?:Regione\s+(?:(?:Autonoma\s+)?(?:della\s+|del\s+)?))?"
    rf"(?:{REGIONS})|della\s+Regione))?)?)",
    regex.IGNORECASE,
)
"""The publication of this act: of another one the text says which."""
_AT_ALBO = regex.compile(r"\balbo\b", regex.IGNORECASE)
_OF_THIS_ACT = regex.compile(
    r"adozione|(?:(?:adozione|approvazione|data)\s+del(?:la\s+|l[’']|\s+))?present[ei]"
    r"(?:\s+(?:atto|provvedimento|decreto|deliberazione|delibera|determinazione|determina|avviso))?",
    regex.IGNORECASE,
)
_WINDOW_CLOSED = regex.compile(
    r"(?:scadenza|chiusura|termine)(?!\w).*(?:presenta\w+|domand\w+|sportello|istanz\w+)"
    r"|chiusura\s+(?:dello\s+)?sportello",
    regex.IGNORECASE,
)
_HANDED_IN = regex.compile(r"domand|istanz|candidatur|offert|adesion", regex.IGNORECASE)
_FILLED = ("decorrenza", "giorni", "dal", "ora", "ricorrenza", "oggetto", "destinatario")


@dataclass(frozen=True, slots=True)
class _Known:
    """The dates of events that the act or its bulletin prints."""

    adozione: date | None
    bollettino: date | None
    albo: date | None
    chiusura: date | None


def complete(facts: Sequence[Scadenza], context: Context) -> list[Scadenza]:
    """The same mentions, each with what a fuller mention of its key says and its computed day."""
    fullest: dict[tuple[Any, ...], dict[str, str]] = {}
    for fact in facts:
        known = fullest.setdefault(fact.chiave(), {})
        for name in _FILLED:
            value = getattr(fact, name)
            if value is not None:
                known.setdefault(name, value)
        if fact.tipo != "altro":
            known.setdefault("tipo", fact.tipo)
        if fact.tipo == "finestra" and fact.dal is not None:
            known.setdefault("finestra", fact.dal)
    events = _events(facts, context)
    return [_completed(fact, fullest[fact.chiave()], events) for fact in facts]


def _events(facts: Sequence[Scadenza], context: Context) -> _Known:
    posted = [fact.dal for fact in facts if fact.dal and fact.fonte == "regola:albo"]
    windows = {fact.data for fact in facts if fact.tipo == "finestra" and fact.data}
    return _Known(
        adozione=context.data,
        bollettino=context.pubblicazione,
        albo=date.fromisoformat(posted[0]) if posted else None,
        # Two windows close on two days: which of them a term means, its words do not say.
        chiusura=date.fromisoformat(windows.pop()) if len(windows) == 1 else None,
    )


def _completed(fact: Scadenza, known: dict[str, str], events: _Known) -> Scadenza:
    update = {}
    if fact.data is not None:
        # A day is the same wherever it is printed; two terms of 30 days may run from two events,
        # so an event belongs to its own mention.
        update = {n: v for n, v in known.items() if n in _FILLED and getattr(fact, n) is None}
        if fact.oggetto not in (None, known.get("oggetto")):
            update.pop("destinatario", None)  # two things due on one day may be due from two
        if fact.tipo == "termine" and "finestra" in known and _HANDED_IN.search(fact.oggetto or ""):
            # The day by which applications are due is the last of their window.
            update.update(tipo="finestra", dal=known["finestra"])
        elif fact.tipo != known.get("tipo"):
            update.pop("dal", None)
    if fact.tipo == "altro" and "tipo" in known:
        update["tipo"] = known["tipo"]
    end = _computed(fact, events)
    if end is not None:
        update["data_calcolata"] = end.isoformat()
    return fact.model_copy(update=update) if update else fact


def _computed(fact: Scadenza, events: _Known) -> date | None:
    """The day that a term ends on, or None where its event's date is not known."""
    if fact.durata is None or fact.data is not None:
        return None
    working = fact.giorni == "lavorativi"
    if fact.dal is not None:
        start = date.fromisoformat(fact.dal)
        # Years and months from a day include it: three years from 1 January end on 31 December.
        # Days do not: fifteen days at the albo from the 5th end on the 20th.
        if fact.durata[-1] in "MY":
            start -= timedelta(days=1)
        return end_of_term(start, fact.durata, working)
    known = _event_day(fact, events)
    if known is None:
        return None
    end = end_of_term(known, fact.durata, working)
    due = fact.tipo in ("termine", "ricorso")
    return carry_over(end) if end is not None and due else end


def _event_day(fact: Scadenza, events: _Known) -> date | None:
    event = fact.decorrenza
    if event is None:
        return events.albo if fact.fonte == "regola:albo" else None
    if event.startswith("prima:"):
        return None
    published = _PUBLISHED.fullmatch(event)
    if published is not None:
        if _AT_ALBO.search(event):
            return events.albo
        return events.bollettino or (None if published["dove"] else events.albo)
    if _OF_THIS_ACT.fullmatch(event):
        return events.adozione
    return events.chiusura if _WINDOW_CLOSED.match(event) else None
