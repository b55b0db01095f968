"""Completing the deadlines of an act, and computing the day on which a term ends.

A day is computed only for an event whose date is known: the publication in the bulletin
(``context.pubblicazione``), or the act's own adoption (``context.data``), or a start printed
with the term. The rules are those of ``calendar``: first day excluded, last included, a last
day that is a holiday carried over for terms in which something is due.
"""

from collections.abc import Sequence
from datetime import date, timedelta

import regex

from extractor.facts.calendar import carry_over, end_of_term
from models import Context, Scadenza

_ON_BULLETIN = regex.compile(
    r"pubblicazion\w*(?=.*(?:B\.?U\.?R\.?L|bollettino))|pubblicazion\w*$", regex.IGNORECASE
)
_OF_THIS_ACT = regex.compile(
    r"^(?:(?:adozione|approvazione|data)(?:\s+del(?:la|l[’'])?\s*(?:presente|provvedimento|atto|decreto"
    r"|delibera\w*|determin\w*))?|presente\s+(?:atto|provvedimento|decreto|delibera\w*|determin\w*))$",
    regex.IGNORECASE,
)
_FILLED = ("decorrenza", "giorni", "dal", "ora", "ricorrenza", "oggetto", "destinatario")


def complete(facts: Sequence[Scadenza], context: Context) -> list[Scadenza]:
    """The same mentions, each with what a fuller mention of its key says and its computed day."""
    fullest: dict[tuple[object, ...], dict[str, str]] = {}
    for fact in facts:
        known = fullest.setdefault(fact.chiave(), {})
        for name in _FILLED:
            value = getattr(fact, name)
            if value is not None:
                known.setdefault(name, value)
        if fact.tipo != "altro":
            known.setdefault("tipo", fact.tipo)
    return [_completed(fact, fullest[fact.chiave()], context) for fact in facts]


def _completed(fact: Scadenza, known: dict[str, str], context: Context) -> Scadenza:
    # An event belongs to its own mention of a duration: two terms of 30 days may run from two
    # events. What a day is, is the same wherever it is printed.
    same_day = fact.data is not None
    update = {
        name: value
        for name, value in known.items()
        if name != "tipo" and same_day and getattr(fact, name) is None
    }
    if fact.tipo == "altro" and "tipo" in known:
        update["tipo"] = known["tipo"]
    end = _computed(fact, context)
    if end is not None:
        update["data_calcolata"] = end.isoformat()
    return fact.model_copy(update=update) if update else fact


def _computed(fact: Scadenza, context: Context) -> date | None:
    """The day that a term ends on, or None where its event's date is not known."""
    if fact.durata is None or fact.data is not None:
        return None
    if fact.dal is not None:
        start = date.fromisoformat(fact.dal)
        # Years and months from a day include it: three years from 1 January end on 31 December.
        # Days do not: fifteen days at the albo from the 5th end on the 20th.
        if fact.durata[-1] in "MY":
            start -= timedelta(days=1)
        return end_of_term(start, fact.durata, fact.giorni == "lavorativi")
    start_known = _event_day(fact.decorrenza, context)
    if start_known is None:
        return None
    end = end_of_term(start_known, fact.durata, fact.giorni == "lavorativi")
    if end is not None and fact.tipo in ("termine", "ricorso"):
        return carry_over(end)
    return end


def _event_day(event: str | None, context: Context) -> date | None:
    if event is None or event.startswith("prima:"):
        return None
    if context.pubblicazione is not None and _ON_BULLETIN.search(event):
        return context.pubblicazione
    if context.data is not None and _OF_THIS_ACT.search(event):
        return context.data
    return None
