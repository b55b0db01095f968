"""Codes that a narrow cell of a table breaks over its lines: a CUP, a CUI.

The programmes of works and of purchases have twenty columns on a page, so that a code of 15 or 21
characters stands on two or three lines of its cell. Only the whole of a cell is such a code.

>>> [found.valore for found in find("\\tL800123401562 02400001\\tH41B2300010 0001\\n")]
['L80012340156202400001', 'H41B23000100001']
"""

import re
from collections.abc import Iterator

from extractor.facts.characters import after, characters, places
from extractor.facts.codes import cup
from extractor.facts.codes.finding import code, compact
from extractor.facts.codes.identifiers import check_cui
from extractor.literals import matches
from models import Codice

_PIECE = r"(?=[A-Z][A-Z0-9]{0,19} )(?=[^\t\n]{16,24}(?:[\t\n]|\Z))"
_PLAN_ENTRY = re.compile(rf"[\t\n]{_PIECE}(?P<codice>[LFS](?: ?\d){{20}})(?=[\t\n]|\Z)")
_PROJECT = re.compile(rf"[\t\n]{_PIECE}(?P<codice>[A-Z](?: ?[A-Z0-9]){{14}})(?=[\t\n]|\Z)")
_PROJECT_FORM = re.compile(r"[B-J][1-9]\d[B-J]\d{2}\d{5}000[1-9]")


def find(text: str) -> Iterator[Codice]:
    """Every CUI and CUP that is the whole of a cell and is broken in it."""
    here = characters(text)
    capital, cell = here.capital, here.one_of("\t\n")
    cells = places(cell & after(capital & after(capital | here.figure | here.one_of(" "))))
    for match in matches(_PLAN_ENTRY, text, cells):
        value = compact(match["codice"])
        yield code(text, match.span("codice"), "cui", fonte="cui_cella", check=check_cui(value))
    for match in matches(_PROJECT, text, cells):
        value = compact(match["codice"])
        if _PROJECT_FORM.fullmatch(value):
            yield code(text, match.span("codice"), "cup", fonte="cup_cella", check=cup.check(value))
