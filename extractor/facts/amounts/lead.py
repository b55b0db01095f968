"""The words that lead in a list or a table, and say of every entry what it is.

``di impegnare la spesa come segue:`` governs each of the points below it, and so does ``la
dotazione è così ripartita:``; a whole that is made of other things (``per complessivi € 100,00,
di cui:``) does not.

>>> text = "1. di impegnare come segue:\\n- € 500,00 al cap. 1\\n- € 700,00 al cap. 2\\n2. fine"
>>> [(lead.testo.strip(), text[lead.inizio : lead.fine].strip()) for lead in find(text)]
[('di impegnare come segue', '- € 500,00 al cap. 1\\n- € 700,00 al cap. 2')]
"""

from collections.abc import Iterator
from typing import NamedTuple

import regex

# The last words before a list; of what stands further off they are no longer said.
_LONGEST_LEAD = 300
_LONGEST_LIST = 3000
_SENTENCE = regex.compile(r"[;.]\s+(?=\p{Lu})|\n|\A|\d[.)]\s")
_COLON = regex.compile(r":[ \u00a0]*\n\s*")
# A new point or paragraph, as against a line broken within one.
_BLOCK = regex.compile(r"(?<=[.;:,])[ \u00a0]*\n\s*|\n\s*(?=\p{Lu}|\d{1,2}[.)]\s)")
_ROW = regex.compile(r"\n")
_MARKS = (
    regex.compile(r"[-–−•▪◦⁃\uf0b7○●❖➢✓o*][ \t\u00a0]*(?=\S)"),
    regex.compile(r"[a-z]{1,4}[.)]\s"),
    regex.compile(r"\d{1,2}[.)]\s"),
    regex.compile(r"[^\n\t]*\t"),
    regex.compile(r"(?:(?:euro|€)\s|ann(?:o|ualità)\s|linea\s|quota\s)", regex.IGNORECASE),
)
_TABLE = 3


class Lead(NamedTuple):
    """The words ``testo`` before the colon, and the span of the list that they lead in."""

    testo: str
    inizio: int
    fine: int


def find(text: str) -> Iterator[Lead]:
    """Every list of ``text`` that words lead in, in text order."""
    for colon in _COLON.finditer(text):
        mark = next((mark for mark in _MARKS if mark.match(text, colon.end())), None)
        if mark is None:
            continue
        before = text[max(colon.start() - _LONGEST_LEAD, 0) : colon.start()]
        starts = [match.end() for match in _SENTENCE.finditer(before)]
        yield Lead(before[starts[-1] :], colon.end(), _end(text, colon.end(), mark))


def _end(text: str, start: int, mark: regex.Pattern[str]) -> int:
    """Where a list that begins at ``start`` ends: at a block without its mark."""
    limit = min(start + _LONGEST_LIST, len(text))
    for block in (_ROW if mark is _MARKS[_TABLE] else _BLOCK).finditer(text, start, limit):
        if not mark.match(text, block.end()):
            return int(block.start())
    return limit
