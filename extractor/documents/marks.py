"""Matrices of marks in plain text: lines on which only the place of an ``X`` says its column.

A plan marks each intervention for the lines and targets it serves: its title, then, on the same
line or the next, marks and gaps at a constant pitch. The canonical text closes runs of spaces,
so the columns are told here, from the lines as they stand in the file.

>>> rows = ["X     X", "   X   ", "X  X  X", "Rete      X   "]
>>> mark_rows(rows)[1], mark_rows(rows)[3]
(('', 'X', ''), ('', 'X', ''))
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import gcd

from extractor.documents.block import Block
from extractor.documents.emphasis import MARKS

# A code alone at the start of a line heads a row: `24C90-01 …`, `I.5 …`, `SCH-495_03 …`.
CODE = re.compile(
    rf"[{MARKS}]{{0,4}}(?:[A-Z]{{1,4}}[.-]\d{{1,4}}(?:[_./-]\d{{1,3}})?|(?=\d{{0,7}}[A-Z])[0-9A-Z]{{2,8}}-\d{{2,3}})(?=\s|$)"
)

MATRIX = -1
"""The group of the rows of matrices: those with nothing between them are one table."""

_MARKS = "Xx✓●"
_NEAR = 14
"""Rows of one matrix are at most so many lines apart: their titles stand between them."""

_FEWEST = 3
_NARROWEST = 2
_MOST_COLUMNS = 60
_LONGEST_TITLE = 6  # paragraphs


def title_of(line: str) -> str:
    """What stands on a line before its marks."""
    return line.rstrip(_MARKS + " ")


def mark_rows(lines: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """The cells of marks, empty ones too, of each line that is a row of a matrix, by number.

    No-break spaces must be spaces already; spaces at the ends of lines count.
    """
    found: dict[int, tuple[str, ...]] = {}
    for rows in _runs(lines):
        found.update(_cells({at: lines[at][len(title_of(lines[at])) :] for at in rows}, lines))
    return found


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """The numbers of lines that end in marks standing apart, those near one another together."""
    run: list[int] = []
    for at, line in enumerate(lines):
        if not _ends_in_marks(line):
            continue
        if run and at - run[-1] > _NEAR:
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _ends_in_marks(line: str) -> bool:
    last = line.rstrip(" ")[-1:]
    if not last or last not in _MARKS:
        return False
    title = title_of(line)
    tail = line[len(title) :]
    words = tail.split()
    return (
        max(map(len, words)) == 1
        and len(set(words)) == 1
        and (not title or tail.startswith("  "))
        and (len(words) > 1 or not title or tail.endswith(" "))
    )


def _cells(tails: dict[int, str], lines: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """The cells of a run of rows; none when their marks do not stand at a constant pitch."""
    places = {
        at: [place for place, char in enumerate(tail) if char != " "] for at, tail in tails.items()
    }
    bare = [at for at in tails if not title_of(lines[at])]
    gaps = [b - a for marks in places.values() for a, b in pairwise(marks)]
    pitch = gcd(*gaps, *(b - a for a, b in pairwise(places[at][0] for at in bare)))
    if len(tails) < _FEWEST or pitch < _NARROWEST:
        return {}
    width = max((len(tails[at]) for at in bare), default=0)
    columns = -(-width // pitch)
    if not 2 <= columns <= _MOST_COLUMNS:
        return {}
    found = {}
    for at, marks in places.items():
        # A row behind its title is placed by its right end.
        shift = 0 if at in bare else width - len(tails[at])
        if abs(shift) > pitch:
            continue
        marked = {(place + shift) // pitch: tails[at][place] for place in marks}
        if all(0 <= column < columns for column in marked):
            found[at] = tuple(marked.get(column, "") for column in range(columns))
    return found


def titled(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with each row of marks behind its code and its title, which stand in the
    paragraphs before it: from the last one that begins with a code."""
    waiting: list[Block] = []
    for block in blocks:
        if block.gruppo == MATRIX:
            coded = CODE.match(block.testo)
            if coded:
                yield from waiting
                waiting = []
            yield _row([*waiting, block])
            waiting = []
        elif not block.celle and (CODE.match(block.testo) or 0 < len(waiting) < _LONGEST_TITLE):
            if CODE.match(block.testo):
                yield from waiting
                waiting = []
            waiting.append(block)
        else:
            yield from waiting
            waiting = []
            yield block
    yield from waiting


def _row(pieces: Sequence[Block]) -> Block:
    """The row of a matrix: the code that its title begins with, its title, its marks."""
    title = " ".join(piece.testo for piece in pieces if piece.testo)
    code = CODE.match(title)
    named = (code.group(), title[code.end() :].strip()) if code else (title,)
    cells = (*named, *pieces[-1].celle)
    return Block("\t".join(cells), pieces[0].pagina, cells, MATRIX)
