"""Durations with two bounds: ``sospesa da 1 a 15 giorni``, ``tra 3 e 6 mesi``.

Both bounds are durations. Only what is imposed or granted for so long has them: penalties of the
criminal law, ages and measures are none.

>>> [draft.durata for draft in find("L’attività è sospesa da uno a dieci giorni")]
['P1D', 'P10D']
"""

from collections.abc import Iterator

import regex

from extractor.facts.anchors import lowered, starts, stems
from extractor.facts.deadlines.draft import Draft
from extractor.facts.deadlines.sentence import around
from extractor.facts.durations import NUMBER_SOURCE, UNIT_SOURCE, normalise

_STEMS = stems("giorn", "gg", "settiman", "mesi", "mese", "anno", "anni")
_UNIT = regex.compile(UNIT_SOURCE, regex.IGNORECASE)
_BOTH = regex.compile(
    rf"(?r)(?<!\w)(?:da\s+(?:un\s+minimo\s+di\s+)?|(?:tra|fra)\s+(?:i\s+|le\s+)?)(?P<primo>{NUMBER_SOURCE})"
    rf"(?:\s+(?P<unita>{UNIT_SOURCE}))?(?:\s+(?:ad?|e)\s+)(?:i\s+|le\s+|un\s+massimo\s+di\s+)?"
    rf"(?P<secondo>{NUMBER_SOURCE})\s{{1,3}}",
    regex.IGNORECASE,
)
_REACH = 70
_IMPOSED = regex.compile(
    r"(?<!\w)(?:sospe|allontanament|interdi|inibi|chiusur|esclus|durat|period|validit|prorog|incaric"
    r"|affidament|squalific|divieto|revoc|divieti)\w*[^;\n]{0,120}$",
    regex.IGNORECASE,
)
_PENAL = regex.compile(
    r"(?<!\w)(?:reclusion|arrest|et[àa]|esperienz|anzianit|bambin|alunn|minor|ragazz|allievi)\w*[^;\n]{0,60}$",
    regex.I,
)


def find(text: str) -> Iterator[Draft]:
    """Both bounds of every duration that has two."""
    for at in starts(lowered(text), _STEMS):
        unit = _UNIT.match(text, at)
        both = _BOTH.match(text, max(0, at - _REACH), at)
        if unit is None or both is None:
            continue
        before = text[around(text, both.start(), unit.end()).inizio : both.start()]
        if not _IMPOSED.search(before) or _PENAL.search(before):
            continue
        first = normalise(f"{both['primo']} {both['unita'] or unit.group()}")
        last = normalise(f"{both['secondo']} {unit.group()}")
        for value, place in (
            (first, both.span("primo")),
            (last, (both.start("secondo"), unit.end())),
        ):
            if value is not None:
                yield Draft(
                    both.start(), unit.end(), place, "durata", "estremi", 0.75, durata=value
                )
