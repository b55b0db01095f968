"""Words that tell what an amount is, with how strongly they tell it.

Municipal determinazioni, grant notices and agreements speak one accounting language (d.lgs.
118/2011 and 267/2000, d.lgs. 36/2023 for tenders). Each row has a role, a weight, and patterns of
words; at one place the row that stands first counts.
"""

from typing import NamedTuple

import regex

from models.vocabulary import RuoloImporto

Cue = tuple[RuoloImporto, float]
Row = tuple[RuoloImporto, float, tuple[str, ...]]

IVA = r"i\.?\s?v\.?\s?a\b\.?"
# Who withholds the VAT of its suppliers pays it to the State (d.P.R. 633/1972, art. 17-ter).
TO_TREASURY = r"[^;.€]{0,60}?(?:\berario\b|split\s+payment|scissione\s+dei\s+pagamenti)"


class Cues(NamedTuple):
    """One pattern for all the rows, and the role and weight of each of its groups."""

    pattern: regex.Pattern[str]
    rows: dict[str, tuple[RuoloImporto, float]]


def compiled(rows: tuple[Row, ...]) -> Cues:
    """The rows as one pattern: a text is read once, however many cues there are."""
    groups = [f"(?P<r{at}>{'|'.join(words)})" for at, (_, _, words) in enumerate(rows)]
    pattern = regex.compile(rf"(?<![^\W\d_])(?:{'|'.join(groups)})", regex.IGNORECASE)
    return Cues(pattern, {f"r{at}": (role, weight) for at, (role, weight, _) in enumerate(rows)})
