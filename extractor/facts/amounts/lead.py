"""The words that lead in a list or a table, and say of every entry what it is.

``di impegnare la spesa come segue:`` governs each of the points below it, and so does ``la
dotazione è così ripartita:``; a whole that is made of other things (``per complessivi € 100,00,
di cui:``) does not.

>>> text = "1. di impegnare come segue:\\n- € 500,00 al cap. 1\\n- € 700,00 al cap. 2\\n2. € 1,00"
>>> leads = Leads(text)
>>> leads.of(text.index("€ 700")).strip(), leads.of(text.index("€ 1,00"))
('di impegnare come segue', '')
"""

from bisect import bisect_right

import regex

# The last words before a list; of what stands further off they are no longer said.
_LONGEST_LEAD = 300
_LONGEST_LIST = 3000
# The dot of an abbreviation ends none: ``d.g.r. XII/2913``.
_SENTENCE = regex.compile(r"(?:;|(?<!\.\p{L})\.)\s+(?=\p{Lu})|\n|\A|\d[.)]\s")
_COLON = regex.compile(r":[ \u00a0]*\n\s*")
# A new point or paragraph, as against a line broken within one.
_BLOCK = regex.compile(r"(?<=[.;:,])[ \u00a0]*\n\s*|\n\s*(?=\p{Lu}|\d{1,2}[.)]\s)")
_ROW = regex.compile(r"\n")
_MARKS = (
    regex.compile(r"[-–−•▪◦⁃\uf0b7○●❖➢✓o*][ \t\u00a0]*(?=\S)"),
    regex.compile(r"[a-z]{1,4}[.)]\s"),
    regex.compile(r"\d{1,2}[.)]\s"),
    regex.compile(r"[^\n\t]{0,400}\t"),
    regex.compile(r"(?:(?:euro|€)\s|ann(?:o|ualità)\s|linea\s|quota\s)", regex.IGNORECASE),
)
_TABLE = 3


class Leads:
    """The lists of a text that words lead in; each is read when an amount stands in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        colons = [match.span() for match in _COLON.finditer(text)]
        self._colons: list[int] = [start for start, _ in colons]
        self._starts: list[int] = [end for _, end in colons]
        self._ends: dict[int, int] = {}

    def of(self, place: int) -> str:
        """The words that lead in the list which the character at ``place`` stands in, or none."""
        at = bisect_right(self._starts, place) - 1
        if at < 0 or place - self._starts[at] > _LONGEST_LIST:
            return ""
        if at not in self._ends:
            self._ends[at] = self._end(at)
        if place >= self._ends[at]:
            return ""
        colon = self._colons[at]
        before = self._text[max(colon - _LONGEST_LEAD, 0) : colon]
        return before[[match.end() for match in _SENTENCE.finditer(before)][-1] :]

    def _end(self, at: int) -> int:
        """Where a list ends: at a block without its mark, or where the next list begins."""
        start = self._starts[at]
        following = self._starts[at + 1] if at + 1 < len(self._starts) else len(self._text)
        limit: int = min(start + _LONGEST_LIST, following)
        mark = next((mark for mark in _MARKS if mark.match(self._text, start)), None)
        if mark is None:
            return start
        for block in (_ROW if mark is _MARKS[_TABLE] else _BLOCK).finditer(
            self._text, start, limit
        ):
            if not mark.match(self._text, block.end()):
                return int(block.start())
        return limit
