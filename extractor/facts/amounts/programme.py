"""Amounts in the tables of a programme of works or of purchases, told by their columns.

The forms of d.m. 14/2018 and of annex I.5 of d.lgs. 36/2023 name the years by their order
(``Primo anno``): the programme's title says which they are (``2024/2026``). The row of totals
gives the totals of each year.

>>> text = "PROGRAMMA 2024/2026\\nOpera\\tPrimo anno\\tTotale\\nPonte\\t5,00\\t9,00"
>>> [said for _, said in sorted(planned(text).items())]
[('annualita', 2024), ('totale', None)]
"""

from bisect import bisect_right
from functools import lru_cache
from itertools import groupby

import regex

from extractor.facts.columns import HeadedCell, cells
from extractor.programmes import Column, column, cui, periods
from models.vocabulary import RuoloImporto

Planned = tuple[RuoloImporto, int | None]
"""What an amount is, and the year that it is planned for."""

_FIGURES = regex.compile(r"\s*(?:€\s*)?-?\d[\d.,\s]*(?:€\s*)?")
_TOTAL = regex.compile(r"\W*(?:sub)?\s*total[ei]\b", regex.IGNORECASE)


@lru_cache(maxsize=2)
def planned(text: str) -> dict[int, Planned]:
    """What each amount of a programme's tables is, by the first character of its cell."""
    found: dict[int, Planned] = {}
    if not any(_is_sign(column(title)) for title in {cell.intestazione for cell in cells(text)}):
        return found
    named = periods(text)
    ends = [end for end, _ in named]
    for _, row in groupby(cells(text), key=lambda cell: text.rfind("\n", 0, cell.inizio)):
        held = [(cell, column(cell.intestazione)) for cell in row]
        if not _is_planned(held):
            continue
        at = bisect_right(ends, held[0][0].inizio) - 1
        found |= _row(held, named[at][1] if at >= 0 else None)
    return found


def _is_sign(kind: Column | None) -> bool:
    """Whether only a programme has such a column: of its own years, of those after, of a CUI."""
    if kind is None:
        return False
    return kind.genere in ("cui", "successivi") or (kind.genere == "anno" and kind.anno <= 3)


def _is_planned(row: list[tuple[HeadedCell, Column | None]]) -> bool:
    """Whether a row has costs by the programme's own years, or is known by its CUI."""
    return any(
        kind is not None and _is_sign(kind) and (kind.genere != "cui" or cui(cell.testo))
        for cell, kind in row
    )


def _row(row: list[tuple[HeadedCell, Column | None]], first: int | None) -> dict[int, Planned]:
    found: dict[int, Planned] = {}
    total = _TOTAL.match(row[0][0].testo) is not None
    for cell, kind in row:
        if kind is None or not _FIGURES.fullmatch(cell.testo):
            continue
        year = None
        if kind.genere in ("anno", "annualita"):
            at = max(kind.anno, 1)
            year = at if at > 3 else first + at - 1 if first else None
        elif kind.genere not in ("successivi", "totale"):
            continue
        whole = total or kind.genere == "totale"
        found[cell.inizio] = ("totale" if whole else "annualita", year)
    return found
