"""Words that tell what an amount is, with how strongly they tell it.

Municipal determinazioni, grant notices and agreements speak one accounting language (d.lgs.
118/2011 and 267/2000, d.lgs. 36/2023 for tenders). Each row has a role, a weight, and patterns of
words; at one place the row that stands first counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extractor.literals import Openings
from models.vocabulary import RuoloImporto

Cue = tuple[RuoloImporto, float]
Row = tuple[RuoloImporto, float, tuple[str, ...]]

IVA = r"i\.?\s?v\.?\s?a\b\.?"
# Who withholds the VAT of its suppliers pays it to the State (d.P.R. 633/1972, art. 17-ter).
TO_TREASURY = r"[^;.€]{0,60}?(?:\berario\b|split\s+payment|scissione\s+dei\s+pagamenti)"


_WORD = regex.compile(r"[^\W\d_]++")
_FIRST_LETTERS = 5  # of ten words hardly one begins as a cue may


@dataclass(frozen=True)
class Cues:
    """One pattern for all the rows, and the role and weight of each of its groups.

    Every row begins with a letter, at the beginning of a word; what must stand before it is looked
    for behind the first letters of the word, of which alone is asked whether a row may begin so.
    """

    pattern: regex.Pattern[str]
    rows: dict[str, tuple[RuoloImporto, float]]
    openings: Openings

    def find(self, text: str, end: int | None = None) -> Iterator[regex.Match[str]]:
        """The cues in ``text`` up to ``end``, none within another."""
        end = len(text) if end is None else min(end, len(text))
        free = 0
        for word in _WORD.finditer(text, 0, end):
            at = word.start()
            if at >= free and word[0][:_FIRST_LETTERS] in self.openings:
                match = self.pattern.match(text, at, end)
                if match:
                    free = match.end()
                    yield match


def compiled(rows: tuple[Row, ...]) -> Cues:
    """The rows as one pattern: a text is read once, however many cues there are."""
    groups = [f"(?P<r{at}>{'|'.join(words)})" for at, (_, _, words) in enumerate(rows)]
    pattern = regex.compile(rf"(?<![^\W\d_])(?:{'|'.join(groups)})", regex.IGNORECASE)
    told = {f"r{at}": (role, weight) for at, (role, weight, _) in enumerate(rows)}
    return Cues(pattern, told, Openings(pattern))
