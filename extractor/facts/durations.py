"""Durations as Italian acts print them, normalised to ISO 8601.

The number is in figures, in words or in both (``60 giorni``, ``sessanta giorni``, ``30 (trenta)
giorni``, ``trenta (30) giorni``, ``due anni``, ``un mese``); units are kept as printed (``36
mesi`` is ``P36M``, never ``P3Y``): the two are not the same where days are counted.

>>> [parse_duration(text) for text in ("60 giorni", "trenta (30) giorni", "due anni", "24 ore")]
['P60D', 'P30D', 'P2Y', 'PT24H']
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

import regex

from extractor.facts.anchors import lowered, starts, stems

_UNITS = {
    "uno": 1, "un": 1, "una": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6,
    "sette": 7, "otto": 8, "nove": 9,
}  # fmt: skip
_TEENS = {
    "dieci": 10, "undici": 11, "dodici": 12, "tredici": 13, "quattordici": 14, "quindici": 15,
    "sedici": 16, "diciassette": 17, "diciotto": 18, "diciannove": 19,
}  # fmt: skip
_TENS = {
    "venti": 20, "trenta": 30, "quaranta": 40, "cinquanta": 50, "sessanta": 60, "settanta": 70,
    "ottanta": 80, "novanta": 90,
}  # fmt: skip


def _number_words() -> dict[str, int]:
    """The cardinal numbers in letters that terms are written with, up to 399.

    Few of them beyond a hundred: each stands in every pattern of a number.
    """
    words = {**_UNITS, **_TEENS, **_TENS}
    for tens, value in _TENS.items():
        for unit, more in _UNITS.items():
            # ventuno and ventotto drop the vowel; ventitré may carry its accent.
            stem = tens[:-1] if unit in ("uno", "un", "una", "otto") else tens
            words[stem + unit] = value + more
        words[f"{tens}tré"] = value + 3
    hundreds = {"cento": 100, "duecento": 200, "trecento": 300}
    for hundred, more in hundreds.items():  # of the hundreds, terms use the tens
        words |= {hundred + tens: more + value for tens, value in (*_TENS.items(), ("dieci", 10))}
    words |= {"centottanta": 180, "trecentosessantacinque": 365}
    return words | hundreds


NUMBER_WORDS = _number_words()
"""Italian cardinal numbers in letters (as terms use them) to their values."""

_UNIT_CODES = {
    "giorn": "D", "gg": "D", "settiman": "W", "mes": "M", "ann": "Y", "or": "H",
    "quinquenni": "Y", "quadrienni": "Y", "trienni": "Y", "bienni": "Y", "semestr": "M",
    "trimestr": "M", "bimestr": "M",
}  # fmt: skip
_COLLECTIVE = {
    "quinquennio": "P5Y", "quadriennio": "P4Y", "triennio": "P3Y", "biennio": "P2Y",
    "annualità": "P1Y", "semestre": "P6M", "quadrimestre": "P4M", "trimestre": "P3M",
    "bimestre": "P2M",
}  # fmt: skip

_WORD_NUMBER = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
# Thousands of days are no term; a decimal (2,5 anni) is no term either.
_FIGURES = r"(?<![\d.,/])\d{1,3}(?![\d.,/]\d)"
# ``60``, ``sessanta``, ``60 (sessanta)``, ``sessanta (60)``, ``n. 60``; OCR and typists put
# spaces inside the brackets.
NUMBER_SOURCE = (
    rf"(?:\[\s?{_FIGURES}\s?\]|(?:{_FIGURES})(?:\s{{0,2}}\(\s?(?:{_WORD_NUMBER})\s?\)|\s?[-–]\s?(?:{_WORD_NUMBER}))?"
    rf"|(?<!\w)(?:{_WORD_NUMBER})(?!\w)(?:\s{{0,2}}\(\s?{_FIGURES}\s?\))?|(?<!\w)un[’'])"
)
"""The number of a duration."""

UNIT_SOURCE = r"(?:giorn[oi]|gg\.?|settiman[ae]|mes[ei]|ann[oi]|or[ae])(?!\w)"
"""The unit of a duration."""

DAYS_SOURCE = (
    r"(?:\s+(?P<giorni>(?:naturali(?:\s+e)?,?\s+)?consecutivi(?:\s+di\s+calendario)?"
    r"|naturali|solari(?:\s+e\s+consecutivi)?|(?:di\s+)?calendario|(?:consecutivi\s+e\s+)?lavorativ[ie]"
    r"|liberi|utili|feriali))?"
)
"""How days are counted, after the unit (group ``giorni``)."""

# ``60 giorni``, ``12-18 mesi`` is a range and left out by the figures' left edge.
UNIT_FIRST_SOURCE = (
    r"(?<!\w)(?:giorni|mesi|anni|settimane|gg\.?)\s+(?:n\.?\s?)?"
    rf"(?:\d{{1,3}}(?!\d|[.,/]\d)|(?:{_WORD_NUMBER})(?!\w))(?:\s{{0,2}}\(\s?(?:gg\.?\s?|n\.?\s?)?(?:\d{{1,3}}|{_WORD_NUMBER})\s?\))?"
    # ``nei giorni 22 e 23 marzo`` are days of a month, ``giorni 5, 6 e 7`` too.
    r"(?!\s*(?:[,/-]|e|ed|o)\s*\d|\s+(?:di\s+)?(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)\w+)"
)
"""A duration with its unit first (``anni cinque (5)``, ``giorni 30``)."""

DURATION_SOURCE = (
    rf"(?:{NUMBER_SOURCE}\s{{0,3}}(?:-\s?)?(?:lavorativi\s+|naturali\s+)?{UNIT_SOURCE}{DAYS_SOURCE}"
    rf"|{UNIT_FIRST_SOURCE}{DAYS_SOURCE.replace('P<giorni>', ':')}"
    r"|(?<!\w)(?:quinquennio|quadriennio|triennio|biennio|semestre|trimestre|bimestre)(?!\w))"
)
"""A duration, to be used once in a pattern and with ``regex.IGNORECASE``."""

DURATION = regex.compile(DURATION_SOURCE, regex.IGNORECASE)
"""A duration: number and unit, or a collective noun (``triennio``)."""

# Where a duration can stand, cheaply, in lower case: a unit, or a word like triennio.
_UNIT_STEMS = stems("giorn", "gg", "settiman", "mesi", "mese", "anno", "anni", "ora", "ore")
_UNIT_WORD = re.compile(r"(?:giorn[oi]|gg|settiman[ae]|mes[ei]|ann[oi]|or[ae])(?!\w)")
_SPELL_STEMS = stems(
    "quinquennio", "quadriennio", "triennio", "biennio", "semestre", "trimestre", "bimestre"
)
_UNIT_FIRST = regex.compile(UNIT_FIRST_SOURCE, regex.IGNORECASE)
_BEFORE_UNIT = " \n\t\u00a0)]-’'"
_NUMBER_BEFORE = regex.compile(
    rf"(?r){NUMBER_SOURCE}\s{{0,3}}(?:-\s?)?(?:(?:lavorativi|naturali)\s+)?", regex.IGNORECASE
)
_NUMBER = regex.compile(rf"(\d{{1,3}})|({_WORD_NUMBER})(?!\w)", regex.IGNORECASE)
_UNIT = regex.compile(r"(giorn|gg|settiman|mes|ann|or)(?:[oiae]|\.)?(?!\w)", regex.IGNORECASE)
_WORKING = regex.compile(r"lavorativ[ie]|feriali|utili", regex.IGNORECASE)
_CALENDAR = regex.compile(r"naturali|consecutivi|solari|calendario", regex.IGNORECASE)

Days = Literal["calendario", "lavorativi"]


class DurationSpan(NamedTuple):
    """A duration in a text: ``text[inizio:fine]``, as ISO 8601, and how its days count."""

    inizio: int
    fine: int
    durata: str
    giorni: Days | None


def parse_duration(text: str) -> str | None:
    """The ISO 8601 form of the duration that the whole of ``text`` prints, or None."""
    plain = text.strip()
    return normalise(plain) if DURATION.fullmatch(plain) else None


def find_durations(text: str) -> Iterator[DurationSpan]:
    """Every duration in ``text``, in order."""
    end = 0
    for at, is_unit in _anchors(lowered(text)):
        start = _start(text, at) if is_unit else at
        if start is None or start < end:
            continue
        match = DURATION.match(text, start)
        value = normalise(match.group()) if match is not None else None
        if match is not None and value is not None:
            end = match.end()
            yield DurationSpan(start, end, value, days_of(match.group()))


def _anchors(low: str) -> list[tuple[int, bool]]:
    """Where units, which a figure may precede, and words like triennio stand."""
    units = starts(low, _UNIT_STEMS, after_figures=True)
    spells = starts(low, _SPELL_STEMS)
    return sorted(
        [
            *((at, True) for at in units if _UNIT_WORD.match(low, at)),
            *((at, False) for at in spells),
        ]
    )


def _start(text: str, unit: int) -> int | None:
    """Where the duration begins whose unit is at ``unit``."""
    if unit == 0 or (text[unit - 1] not in _BEFORE_UNIT and not text[unit - 1].isdigit()):
        return None
    number = _NUMBER_BEFORE.match(text, max(0, unit - 60), unit)
    if number is not None:
        return int(number.start())
    return unit if _UNIT_FIRST.match(text, unit) else None


def normalise(span: str) -> str | None:
    """ISO 8601 form of a span that ``DURATION`` matched; None for a term of nothing."""
    collective = _COLLECTIVE.get(span.strip().lower())
    if collective is not None:
        return collective
    number, unit = _NUMBER.search(span), _UNIT.search(span)
    if number is None or unit is None:
        return None
    value = int(number[1]) if number[1] else NUMBER_WORDS[number[2].lower()]
    if value == 0:
        return None
    code = _UNIT_CODES[unit[1].lower()]
    return f"PT{value}H" if code == "H" else f"P{value}{code}"


def is_collective(span: str) -> bool:
    """Whether a duration is one word without a number (``triennio``)."""
    return span.strip().lower() in _COLLECTIVE


def days_of(span: str) -> Days | None:
    """How the words of a duration say that its days count, or None where they do not say."""
    if _WORKING.search(span):
        return "lavorativi"
    return "calendario" if _CALENDAR.search(span) else None
