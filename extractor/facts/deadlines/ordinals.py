"""Terms told by an ordinal: ``entro il decimo giorno successivo alla richiesta``, ``oltre il 90°
giorno dalla scadenza``, ``entro la fine del quarto anno dalla concessione``.

>>> [(draft.durata, draft.decorrenza) for draft in find("entro il 15° giorno dalla notifica")]
[('P15D', 'notifica')]
"""

from collections.abc import Iterator

import regex

from extractor.facts.anchors import lowered, starts, stems
from extractor.facts.deadlines.draft import Draft
from extractor.facts.deadlines.events import event_after
from extractor.facts.durations import NUMBER_WORDS, Days, days_of

_FIRST_TEN = {
    "primo": 1, "secondo": 2, "terzo": 3, "quarto": 4, "quinto": 5, "sesto": 6, "settimo": 7,
    "ottavo": 8, "nono": 9, "decimo": 10,
}  # fmt: skip
# From eleven on an ordinal is its cardinal without the last vowel, which only three and six keep:
# ``trent`` + ``esimo``, ``ventitre`` + ``esimo``.
_ORDINALS = {
    (word if word.endswith(("tre", "sei")) else word[:-1]) + "esimo": value
    for word, value in NUMBER_WORDS.items()
    if value > 10
} | _FIRST_TEN
_WORDS = "|".join(sorted((word[:-1] for word in _ORDINALS), key=len, reverse=True))
_ORDINAL = rf"(?:(?P<parola>(?:{_WORDS})[oa])|(?P<cifra>\d{{1,3}})\s?[°ºª^])"
_UNITS = {"giorn": "D", "settiman": "W", "mes": "M", "ann": "Y"}
_COUNTED = (
    r"(?:\s+(?P<giorni>lavorativ[oa]|continuativ[oa]|natural[ei]|solar[ei]|ferial[ei]|util[ei]"
    r"|liber[oa]|consecutiv[oa]|civil[ei]))?"
)
_STEMS = stems("giorno", "settimana", "mese", "anno")
_UNIT = regex.compile(r"(?P<unita>giorn|settiman|mes|ann)[oae](?!\w)", regex.IGNORECASE)
_BEFORE = regex.compile(
    r"(?r)(?<!\w)(?P<prima>entro|scad(?:e|rà|ono|ranno)|dopo|decors[oi]|trascors[oi]|(?:non\s+)?oltre|[fs]ino|dal(?:la)?|al(?:la)?)"
    r"(?:\s+e\s+non\s+oltre)?(?:\s+(?:il|la|al(?:la)?))?"
    r"(?:\s+(?:la\s+)?fine\s+del(?:la)?)?"
    rf"(?:\s+(?:al)?le\s+ore\s+\d{{1,2}}(?:[.,:]\d\d)?\s+del(?:la)?)?\s+{_ORDINAL}\s+",
    regex.IGNORECASE,
)
_DAYS = regex.compile(_COUNTED, regex.IGNORECASE)
_RUNS_FROM = regex.compile(
    r"\s+(?:success|dall|dal\s|dai\s|dagli\s|a\s+|antecedent|preced|di\s+pubblic)", regex.IGNORECASE
)
_REACH = 90
# ``dal secondo anno di attività`` is when something begins to be done, not a term.
_OF_DAYS_ONLY = frozenset({"al", "alla", "dal", "dalla", "decorso", "decorsi"})


def find(text: str) -> Iterator[Draft]:
    """Every term told by an ordinal and what it runs from."""
    for at in starts(lowered(text), _STEMS):
        unit = _UNIT.match(text, at)
        before = _BEFORE.match(text, max(0, at - _REACH), at)
        if unit is None or before is None:
            continue
        draft = _term(text, before, unit)
        if draft is not None:
            yield draft


def _term(text: str, before: regex.Match[str], unit: regex.Match[str]) -> Draft | None:
    counted = _DAYS.match(text, unit.end(), min(unit.end() + 20, len(text)))
    end = counted.end() if counted is not None else unit.end()
    code = _UNITS[unit["unita"].lower()]
    lead = before["prima"].lower()
    if not _RUNS_FROM.match(text, end, min(end + 40, len(text))):
        return None
    if code != "D" and lead in _OF_DAYS_ONLY:
        return None
    event = event_after(text, end)
    # ``calcolata al decimo giorno successivo``: a day that nothing need be due on
    told = lead in ("al", "alla")
    if told and event is None:
        return None
    value = _value(before)
    if value == 0 or (value == 1 and lead in _OF_DAYS_ONLY):
        return None
    return Draft(
        before.start(), event.fine if event else end, (before.start(), end),
        "altro" if told else "termine", "ordinale", 0.6 if told else 0.75,
        durata=f"P{value}{code}", decorrenza=event.decorrenza if event else None,
        giorni=_days(counted),
    )  # fmt: skip


def _value(before: regex.Match[str]) -> int:
    word = before["parola"]
    return _ORDINALS[word.lower()[:-1] + "o"] if word else int(before["cifra"])


def _days(counted: regex.Match[str] | None) -> Days | None:
    """How the days count: ``quinto giorno lavorativo``, of which the plural is known."""
    said = counted["giorni"] if counted is not None else None
    return days_of(f"{said[:-1]}i") if said else None
