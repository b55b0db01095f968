"""Names of calls and projects made of the letters of their titles: *SEED PA – Sostenibilità ed …*.

They are made to be spoken, so that a word of the title may give no letter, or none its initial;
most letters must still be initials, in their order.

>>> text = "il bando CASA – Contributi per l’Accoglienza e i Servizi agli Anziani è aperto"
>>> [(found.sigla, found.definizione) for found in titles(text)]
[('CASA', 'Contributi per l’Accoglienza e i Servizi agli Anziani')]
"""

import re
from collections.abc import Iterator

from extractor.facts.acronyms.written import record
from extractor.facts.characters import after, before, characters, places, run
from extractor.facts.initials import is_small, letters, words
from extractor.literals import matches
from models import Acronimo

_NAME = re.compile(r"(?<![\w.–-])(?P<sigla>[A-Z]{2,10}(?:\s[A-Z]{2,6}){0,2})\Z")
_LINE = re.compile(r"[^\S\n]?(?P<sigla>[A-Z]{2,10}(?:\s[A-Z]{2,6}){0,2})[^\S\n]?\n(?=[A-Z])")
_TITLE = re.compile(r"[A-Z][^\n–”\"»();]{15,120}")
# ``ENTE\nISTITUTO PER L'ASSISTENZA\nCONTRO GLI INFORTUNI``: a letterhead goes on below
_TITLE_ABOVE = re.compile(r"[A-ZÀ-Ù][A-ZÀ-Ù'’ ]{15,70}\n[A-ZÀ-Ù'’ ]{8,70}(?=\n|\Z)")
_FEWEST = 4  # initials that are letters of the name
_LONGEST = 10  # words that count


def titles(text: str) -> Iterator[Acronimo]:
    """The names with their titles after a dash, or under them in a line of their own."""
    here = characters(text)
    capital, space = here.capital, here.space
    dashes = here.one_of("–—-") & before(space & before(capital)) & after(space & after(capital))
    for dash in places(dashes):
        name = _NAME.search(text, max(0, dash - 27), dash - 1)
        if name is not None:
            yield from _titled(text, name, dash + 2)
    two = run(capital, 2)
    for name in matches(_LINE, text, places(here.line_start & (two | (space & after(two))))):
        yield from _titled(text, name, name.end())


def _titled(text: str, name: re.Match[str], start: int) -> Iterator[Acronimo]:
    above = _TITLE_ABOVE.match(text, start) if text[start - 1] == "\n" else None
    title = above or _TITLE.match(text, start)
    wanted = letters(name["sigla"])
    if title is None or len(wanted) < _FEWEST:
        return
    given = [w for w in words(text, start, title.end()) if not is_small(w.lettere)][:_LONGEST]
    begun = range(min(2, len(given)))  # ``BANDO PER LA SOSTENIBILITÀ …``
    for first in begun:
        initials = "".join(word.lettere[0] for word in given[first:])
        most = _in_order(initials, wanted)
        # No further than to the word that gives the last of the letters.
        count = next(n for n in range(len(initials) + 1) if _in_order(initials[:n], wanted) == most)
        enough = most >= _FEWEST and 3 * most >= 2 * max(len(wanted), count)
        if enough and initials[0] == wanted[0]:
            end = given[first + count - 1].fine
            definition = text[given[first].inizio : end]
            yield record(text, name.start("sigla"), end, name["sigla"], definition, 0.6)
            return


def _in_order(one: str, other: str) -> int:
    """How many letters the two have in common, in the same order."""
    row = [0] * (len(other) + 1)
    for char in one:
        above = 0
        for at, same in enumerate(other, 1):
            above, row[at] = row[at], above + 1 if char == same else max(row[at], row[at - 1])
    return row[-1]
