"""Joining the occurrences of a fact in an act: one row per key, and a mention for each.

The row keeps the words of the first occurrence in the body (in an attachment only when the body
has none); what that occurrence leaves empty, the others fill.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from models import Fatto, Menzione, Riferimento
from models.identity import id_within

_EVIDENCE = frozenset(Fatto.model_fields)
_OF_PERSONS = frozenset({"codici", "persone", "beneficiari", "contraenti", "movimenti"})
"""Tables whose ids tell the place and not the value: who guesses a covered name or fiscal code
could make the id from it, and see whether it is the one shown."""


def join(tabella: str, facts: Iterable[Fatto]) -> tuple[list[Fatto], list[Menzione]]:
    """The facts of one act and kind, one for each key in the order of their first words.

    Returns the joined facts with their ids, and a mention for every occurrence.
    """
    groups: dict[tuple[Any, ...], list[Fatto]] = {}
    for fact in sorted(facts, key=_reading_order):
        groups.setdefault(fact.chiave(), []).append(fact)
    rows: list[Fatto] = []
    mentions: list[Menzione] = []
    at_place: Counter[Any] = Counter()
    for key, occurrences in sorted(groups.items(), key=lambda group: repr(group[0])):
        main = occurrences[0]
        told: Iterable[Any] = map(repr, key)
        if tabella in _OF_PERSONS:
            place = (main.flusso, main.inizio, main.fine)
            told = (*place, at_place[place])
            at_place[place] += 1
        row = _joined(occurrences, id_within(main.documento_id, tabella, main.atto_id, *told))
        rows.append(row)
        mentions += _mentions(tabella, row.id, occurrences)
    rows.sort(key=lambda row: (row.flusso == "margine", row.inizio, row.fine, row.id))
    return rows, mentions


def _reading_order(fact: Fatto) -> tuple[bool, bool, int, int]:
    return (fact.flusso == "margine", fact.zona == "allegato", fact.inizio, fact.fine)


def _joined(occurrences: list[Fatto], identifier: str) -> Fatto:
    """The first occurrence, with its id and with what it leaves empty taken from the others."""
    main, *others = occurrences
    update: dict[str, Any] = {"id": identifier}
    spans = list(main.completamenti)
    for other in others:
        for name in type(main).model_fields.keys() - _EVIDENCE:
            value = getattr(other, name)
            if value is not None and getattr(main, name) is None and name not in update:
                update[name] = value
                if other.flusso == main.flusso:
                    spans.append((other.inizio, other.fine))
    if isinstance(main, Riferimento):
        articles = [f.articolo for f in occurrences if isinstance(f, Riferimento) and f.articolo]
        update["articolo"] = "; ".join(_told_once(articles)) or None
    update["completamenti"] = tuple(dict.fromkeys(spans))
    update["confidenza"] = max(fact.confidenza for fact in occurrences)
    return main.model_copy(update=update)


def _told_once(articles: Iterable[str]) -> Iterable[str]:
    """Each article as it is printed first: ``art. 183, comma 7`` is ``articolo 183 , comma 7``."""
    first: dict[str, str] = {}
    for article in articles:
        first.setdefault(_SPACING.sub("", article.lower()).replace("articolo", "art."), article)
    return first.values()


_SPACING = re.compile(r"[\s-]")


def _mentions(tabella: str, fact_id: str, occurrences: list[Fatto]) -> list[Menzione]:
    seen: set[tuple[str, int, int]] = set()
    mentions = []
    for fact in occurrences:
        place = (fact.flusso, fact.inizio, fact.fine)
        if place in seen:
            continue
        seen.add(place)
        mentions.append(
            Menzione.of(
                id=id_within(fact.documento_id, "menzioni", tabella, fact_id, *place),
                documento_id=fact.documento_id,
                atto_id=fact.atto_id,
                tabella=tabella,
                fatto_id=fact_id,
                inizio=fact.inizio,
                fine=fact.fine,
                testo=fact.testo,
                flusso=fact.flusso,
                pagina=fact.pagina,
                riquadri=fact.riquadri,
                zona=fact.zona,
                fonte=fact.fonte,
                confidenza=fact.confidenza,
            )
        )
    return mentions
