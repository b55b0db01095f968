"""The numbers that word processors print before the items of lists, which no text holds.

The points of an act's operative part are often such a list: without its numbers `punto 3` is
not to be found.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LEVEL = re.compile(r"%(\d)")
_HIGHEST = 5000


class Level(NamedTuple):
    """How a level of a list is numbered.

    ``formato`` is `decimal`, `lowerLetter`, `upperLetter`, `lowerRoman`, `upperRoman`, `bullet`
    or `none`; ``testo`` has `%1` for the first level's number, as in `%1.%2)`.
    """

    formato: str
    testo: str
    inizio: int = 1


def numeral(number: int, formato: str) -> str:
    """A number as a list prints it.

    >>> numeral(4, "decimal"), numeral(28, "lowerLetter"), numeral(9, "upperRoman")
    ('4', 'ab', 'IX')
    """
    number = min(max(number, 0), _HIGHEST)
    if formato.endswith("Letter"):
        text = ""
        while number > 0:
            number, rest = divmod(number - 1, 26)
            text = chr(ord("a") + rest) + text
    elif formato.endswith("Roman"):
        text = ""
        for value, letters in _ROMAN:
            text += letters * (number // value)
            number %= value
    elif formato == "none":
        return ""
    else:
        return str(number)
    return text.upper() if formato.startswith("upper") else text


class Counters:
    """Counts the items of lists; a deeper level starts again when one above it goes on."""

    def __init__(self, levels: Mapping[tuple[str, int], Level]) -> None:
        self._levels = levels
        self._counts: dict[tuple[str, int], int] = {}

    def label(self, name: str, depth: int) -> str:
        """What is printed before the next item of list ``name`` at ``depth`` (from 0)."""
        level = self._levels.get((name, depth))
        if level is None:
            return ""
        for deeper in [key for key in self._counts if key[0] == name and key[1] > depth]:
            del self._counts[deeper]
        self._counts[name, depth] = self._counts.get((name, depth), level.inizio - 1) + 1
        if level.formato == "bullet":
            return "• "
        words = _LEVEL.sub(lambda match: self._numeral(name, int(match[1]) - 1), level.testo)
        return f"{words} " if words else ""

    def _numeral(self, name: str, depth: int) -> str:
        level = self._levels.get((name, depth))
        if level is None:
            return ""
        return numeral(self._counts.get((name, depth), level.inizio), level.formato)
