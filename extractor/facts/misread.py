"""Figures that OCR read as letters, put right: ``12/O3/2O24``, ``n. l234/2O23``, ``3l dicembre``.

Only inside a run of figures and their separators, so that codes, which mix letters and figures,
and words stay as they are. The text keeps its length: offsets hold in both.

>>> repaired("il l2/O3/2O24, con d.g.r. n. 7l56 del 3l marzo 2O22")
'il 12/03/2024, con d.g.r. n. 7156 del 31 marzo 2022'
>>> repaired("CUP J27G22O00110006, i punti 3 e l, art. 1 o 2, via O3B")
'CUP J27G22O00110006, i punti 3 e l, art. 1 o 2, via O3B'
"""

import re
from functools import lru_cache

from extractor.facts.characters import after, before, characters, places

_FIGURE = str.maketrans("oOlI", "0011")
_RUN = re.compile(r"[\doOlI]+(?:[/.\-][\doOlI]+)*")
_LONGEST = 24


@lru_cache(maxsize=2)  # each kind of fact asks it of the same text
def repaired(text: str) -> str:
    """``text`` with the figures of its dates and numbers put right, of the same length."""
    pieces: list[str] = []
    done = 0
    for at in _suspects(text):
        if at < done:
            continue
        begin = at
        while begin > done and at - begin < _LONGEST and text[begin - 1] in "0123456789oOlI/.-":
            begin -= 1
        run = _RUN.match(text, begin, begin + 2 * _LONGEST)
        if run is None or run.end() <= at or not _is_number(text, run):
            continue
        pieces += [text[done : run.start()], run.group().translate(_FIGURE)]
        done = run.end()
    return "".join([*pieces, text[done:]]) if pieces else text


def _suspects(text: str) -> list[int]:
    """Letters beside a figure or a slash, or alone: few, whatever the text."""
    here = characters(text)
    letter = here.one_of("oOlI")
    ends = letter | here.figure | here.one_of("/,;.)") | (here.space & after(here.word))
    begins = here.figure | here.space | here.one_of("/")
    return places(letter & before(begins) & (after(ends) | here.last))


def _is_number(text: str, run: "re.Match[str]") -> bool:
    """Whether a run is a number with misread figures: more figures than letters, no word around.

    ``O1.2017.0003052`` is a protocol number, ``I/514`` a number of the first legislature.
    """
    printed = run.group()
    if printed[0] in "oOI":
        return False
    figures = sum(map(str.isdigit, printed))
    letters = sum(map(str.isalpha, printed))
    alone = not text[run.start() - 1 : run.start()].isalpha()
    alone = alone and not text[run.end() : run.end() + 1].isalpha()
    return alone and figures > 0 and figures >= letters and len(printed) > 1
