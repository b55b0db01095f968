"""The rows of a release schedule (*cronoprogramma*): two dates and an amount.

The first date is that of the release, the second of its validation; the release is the deadline.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractor.facts.anchors import lowered, starts, stems
from extractor.facts.dates import DateSpan
from extractor.facts.deadlines.draft import Draft

_AMOUNT = r"(?:€\s?)?\d{1,3}(?:\.\d{3}){0,4},\d\d(?!\d)"
_AMOUNTS = regex.compile(rf"\s+{_AMOUNT}(?:\s+{_AMOUNT})?")
_SCHEDULE = stems("rilasc", "cronoprogramma", "milestone")
_SCHEDULE_REACH = 6000
"""How far above a row, in characters, its schedule may be named."""
_CODE = regex.compile(r"(?<!\w)[0-9A-Z]{2,8}-\d{2,3}(?!\w)")


def find(text: str, dates: Sequence[DateSpan], taken: set[int]) -> Iterator[Draft]:
    """Every row of a schedule; offsets of its dates are put into ``taken``."""
    named = starts(lowered(text), _SCHEDULE)
    for release, validation in pairwise(dates) if named else ():
        if not release.precisione == validation.precisione == "giorno":
            continue
        if not text[release.fine : validation.inizio].isspace():
            continue
        amounts = _AMOUNTS.match(text, validation.fine, validation.fine + 80)
        above = bisect_left(named, release.inizio)
        if amounts is None or not above:
            continue
        if release.inizio - named[above - 1] > _SCHEDULE_REACH:
            continue
        taken |= {release.inizio, validation.inizio}
        codes = _CODE.findall(text, max(0, release.inizio - 300), release.inizio)
        yield Draft(
            release.inizio, amounts.end(), (release.inizio, release.fine), "rilascio", "rilascio",
            0.95, data=release.data, oggetto=f"rilascio {codes[-1]}" if codes else "rilascio",
        )  # fmt: skip
