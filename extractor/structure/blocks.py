"""The blocks of a canonical text: its lines, as a structure reader sees them.

A block is a paragraph, a heading, a list item or a table row in a Document read from a typeset
file; in a hard-wrapped text file it may be one printed line. Everything in this package works
on either.
"""

import re
from typing import NamedTuple

_GAP = re.compile(r"[ \t\u00a0]+")
# Some text files keep the emphasis marks of the tool that extracted them: **DECRETA**.
_EMPHASIS = "*_ \t\u00a0"


class Block(NamedTuple):
    """A line of the canonical text.

    ``[inizio, fine)`` includes its newline; ``testo`` is stripped, with single spaces and
    without emphasis marks around it; ``celle`` says whether the line held tabs (a table row).
    """

    inizio: int
    fine: int
    testo: str
    celle: bool


def read_blocks(testo: str) -> tuple[Block, ...]:
    """The lines of ``testo`` that hold anything, in order."""
    blocks = []
    at = 0
    for line in testo.splitlines(keepends=True):
        stripped = line.strip(_EMPHASIS + "\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029")
        if stripped:
            celle = "\t" in stripped
            blocks.append(Block(at, at + len(line), _GAP.sub(" ", stripped), celle))
        at += len(line)
    return tuple(blocks)


def is_upper(text: str) -> bool:
    """Whether nearly all the letters are capitals (a heading set in capitals)."""
    letters = [char for char in text if char.isalpha()]
    if not letters:
        return False
    return sum(char.isupper() for char in letters) >= 0.8 * len(letters)


def join_lines(parts: list[str]) -> str:
    """The words of several lines as one string with single spaces."""
    return " ".join(" ".join(parts).replace("**", "").split())
