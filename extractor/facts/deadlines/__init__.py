"""Deadlines: days by which something must happen or until which it holds, and terms.

What counts, by ``RECORDS.md``: a day or a term that is worded as one, also when already past;
never the date of an act or of a narrated event. A year alone is its 31 December, a month its
last day, ``entro il 31 marzo di ogni anno`` the first such day not before the act.

>>> from models import Context
>>> [f.data for f in find("L'incarico ha durata fino al 31/12/2028.", Context())]
['2028-12-31']
>>> [(f.durata, f.decorrenza) for f in find("entro 60 giorni dalla notifica", Context())]
[('P60D', 'notifica')]
"""

from extractor.facts.dates import find_dates
from extractor.facts.deadlines import (
    closures,
    days,
    periods,
    releases,
    spells,
    terms,
    timetable,
    years,
)
from extractor.facts.deadlines.draft import Draft
from extractor.facts.deadlines.recurrence import in_figures, monthly
from extractor.facts.deadlines.resolve import complete
from extractor.facts.deadlines.sentence import addressee, appeal, around, subject
from extractor.facts.misread import repaired
from models import Context, Scadenza

__all__ = ["complete", "find"]


def find(text: str, context: Context) -> list[Scadenza]:
    """Every occurrence of a deadline in ``text``, in order, with offsets in it."""
    printed, text = text, repaired(text)
    dates = find_dates(text)
    taken: set[int] = set()
    drafts = list(releases.find(text, dates, taken))
    drafts += periods.find(text, context, dates, taken)
    drafts += closures.find(text, context, dates, taken)
    drafts += spells.find(text, context)
    drafts += years.find(text, context, taken)
    drafts += days.find(text, context, dates, taken)
    drafts += monthly(text, context)
    drafts += in_figures(text, context)
    drafts += terms.find(text, context, taken)
    drafts += timetable.find(text, context, dates, taken)
    return [
        _record(printed, draft) for draft in timetable.with_openings(text, dates, _apart(drafts))
    ]


def _apart(drafts: list[Draft]) -> list[Draft]:
    """The drafts in text order, one for each date or duration printed: the surest."""
    best: dict[tuple[int, int], Draft] = {}
    for draft in drafts:
        other = best.get(draft.nucleo)
        if other is None or draft.confidenza > other.confidenza:
            best[draft.nucleo] = draft
    return sorted(best.values(), key=lambda draft: (draft.inizio, draft.fine, draft.nucleo))


def _record(text: str, draft: Draft) -> Scadenza:
    sentence = around(text, draft.inizio, draft.fine)
    due = (
        appeal(text, sentence, draft.inizio, draft.fine)
        if draft.tipo == "ricorso"
        else subject(text, sentence, draft.inizio, draft.nucleo[0], draft.fine)
    )
    return draft.record(
        text,
        due,
        addressee(text, sentence, draft.inizio),
    )
