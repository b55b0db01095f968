"""A matrix of marks: which lines of intervention each intervention serves.

The columns have their names printed upright, or not in the text at all; the first N of them
are the N lines that the plan numbers (*10 Linee di Intervento Strategiche: 1. … 10. …*). A mark's
column is told from its cell, or from its place on the line where the text keeps places.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractor.structure.sheets.grid import Source

_LINES = re.compile(
    r"\b(?P<quante>\d{1,2})\s+Linee\s+(?:di\s+intervento|strategiche|d['’]azione)", re.I
)
_MARK = re.compile(r"[Xx✓●]")
# Marks on a line of their own, or after a title and a gap: X   X      X
_MARKS = re.compile(
    r"(?:(?:^|(?<=\S)(?:\t|[ \xa0]{2}))[ \xa0\t]{0,160}X(?:[ \xa0\t]{1,160}X){0,40})"
    r"[ \xa0\t]*$",
    re.M,
)
_NEXT_CODE = re.compile(r"^[ \t\f\xa0]*[A-Z]{1,4}\.\d{1,3}(?=\s)", re.M)
_LONGEST_ENTRY = 1500


def lines_of(source: Source, codes: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """The numbers of the lines that each intervention is marked for, where that can be told."""
    count = _count(source)
    if not count:
        return {}
    return _from_cells(source, codes, count) or _from_places(source, codes, count)


def _count(source: Source) -> int:
    """How many lines the plan has: the number that it says, if it numbers as many."""
    for found in _LINES.finditer(source.testo, source.inizio, source.fine):
        count = int(found["quante"])
        listed = source.testo[found.end() : found.end() + 2500]
        if all(re.search(rf"(?<!\d){number}[.)]\s+\S", listed) for number in range(1, count + 1)):
            return count
    return 0


def _from_cells(source: Source, codes: Sequence[str], count: int) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for grid in source.griglie:
        for row in grid.righe:
            words = [source.read(cell) for cell in row]
            if len(words) >= count + 2 and words[0] in codes:
                marked = [bool(_MARK.fullmatch(word)) for word in words[2 : 2 + count]]
                found[words[0]] = tuple(at + 1 for at, mark in enumerate(marked) if mark)
    return found


def _from_places(source: Source, codes: Sequence[str], count: int) -> dict[str, tuple[int, ...]]:
    """The columns of marks by their place on the line, where spaces or tabs keep it."""
    rows: dict[str, str] = {}
    for code in codes:
        entry = re.compile(rf"^[ \t\f\xa0]*{re.escape(code)}(?=\s)", re.M)
        for start in entry.finditer(source.testo, source.inizio, source.fine):
            limit = min(start.end() + _LONGEST_ENTRY, source.fine)
            after = _NEXT_CODE.search(source.testo, start.end(), limit)
            marks = _MARKS.search(source.testo, start.end(), after.start() if after else limit)
            row = marks.group().replace("\xa0", " ") if marks else ""
            if marks and "\t" in row and source.testo[marks.start() - 1] != "\n":
                row = row.removeprefix("\t")  # this tab ends the title's cell
            if "\t" in row or "  " in row:
                rows[code] = row
    if any("\t" in row for row in rows.values()):
        return {code: _tabbed(row, count) for code, row in rows.items()}
    return _columns(rows, count) if rows else {}


def _tabbed(row: str, count: int) -> tuple[int, ...]:
    """The columns of the marks, a tab between each cell and the next."""
    cells = row.split("\t")[:count]
    return tuple(at for at, cell in enumerate(cells, 1) if _MARK.fullmatch(cell.strip()))


def _columns(rows: dict[str, str], count: int) -> dict[str, tuple[int, ...]]:
    places = {
        code: [at for at, char in enumerate(row) if char == "X"] for code, row in rows.items()
    }
    gaps = [b - a for marks in places.values() for a, b in pairwise(marks)]
    pitch = min(gaps, default=0)
    if pitch < 2 or any(gap % pitch for gap in gaps):
        return {}
    width = max(len(row) for row in rows.values())
    width = max(width, (count - 1) * pitch + 1)
    found = {}
    for code, row in rows.items():
        # A line that begins with its title is placed by its right end.
        shift = 0 if len(row) == width or row[0] == "X" else width - len(row)
        columns = [(place + shift) // pitch + 1 for place in places[code]]
        found[code] = tuple(column for column in columns if column <= count)
    return found
