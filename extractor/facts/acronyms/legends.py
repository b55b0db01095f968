"""Symbols explained in a legend: of a formula, after *dove*, or of the letters of a table.

>>> text = "Ct = Cu x Nh\\ndove:\\nCt = totale dei costi;\\nNh = le ore lavorate"
>>> [(found.sigla, found.definizione) for found in legends(text)]
[('Ct', 'totale dei costi'), ('Nh', 'le ore lavorate')]
>>> text = "R = Responsabile: chi esegue; A = Avallante: chi approva; C = Consultato"
>>> [found.sigla for found in legends(text)]
['R', 'A', 'C']
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.facts.acronyms.written import record
from extractor.facts.characters import after, before, characters, places, run
from extractor.facts.initials import letters, spells, words
from models import Acronimo

_EQUALS = re.compile(r"=")
_HEAD = re.compile(
    r"[\n.;,)]\s{0,3}(?:[Dd]ove|[Oo]ve|[Ii]n\scui|[Cc]on|[Ll]egenda)\s?:?\s{0,3}(?=[A-Z–•-])"
)
_FORMULA, _LEGEND = 250, 900  # characters of a formula before the head, and after it
_BEFORE_EQUALS = 40
_SYMBOL = re.compile(
    r"(?:(?<=[\n;,\].])|(?<=\A))[^\S\n]{0,3}(?:[–•-]\s)?(?P<sigla>[A-Z][A-Za-z]{1,5})\s?[=:]\s"
    r"(?P<definizione>[a-zà-ùA-Z][^\n;=\[\](,]{5,140})"
)
# An entry of a row of them, from its sign: ``R = Responsible``, ``TD: tempo determinato``
_LONG_WORD = 6
_ENTRY = re.compile(r"(?:[A-Z][A-Za-z]{0,4}|(?:[A-Z]\.){2,5}|(?:[a-z]\.){2,5})")
_SAID = re.compile(r"\s?(?P<definizione>[A-Za-zà-ù][^;,:=\n\t()]{3,80})")
_ENDS = re.compile(r"\s*(?:[;,:.()\n\t=–—-]|\Z|(?:[A-Z][A-Za-z]{0,4}|(?:[a-z]\.){2,5})\s?[=:])")
_FEWEST, _FEWEST_LETTERS = 2, 3
"""How many entries a row has at least: of abbreviations, and of single letters."""
_APART = 200  # characters
_BACK = 12


def legends(text: str) -> Iterator[Acronimo]:
    """The symbols of formulas, of two letters and more, and the letters of a table's legend."""
    yield from _of_formulas(text)
    yield from _of_tables(text)


def _of_formulas(text: str) -> Iterator[Acronimo]:
    done = 0
    for sign in _EQUALS.finditer(text):
        if sign.start() < done:
            continue
        head = _HEAD.search(text, sign.end(), sign.end() + _FORMULA)
        if head is None:
            continue
        done = head.end()
        formula = text[max(0, sign.start() - _BEFORE_EQUALS) : head.start()]
        used = {word.group() for word in re.finditer(r"[A-Z][A-Za-z]{1,5}(?![A-Za-z])", formula)}
        for match in _SYMBOL.finditer(text, head.end() - 1, min(len(text), head.end() + _LEGEND)):
            sigla, definition = match["sigla"], match["definizione"]
            if sigla in used and len(words(definition)) > 1:
                place = match.start("sigla"), match.start("definizione") + len(definition.rstrip())
                yield record(text, *place, sigla, definition, 0.6)


class _Entry(NamedTuple):
    """A symbol with the words that give its letters, all of them."""

    inizio: int
    fine: int
    sigla: str
    segno: str
    definizione: str


def _of_tables(text: str) -> Iterator[Acronimo]:
    row: list[_Entry] = []
    for sign in _signs(text):
        entry = _entry(text, sign)
        if entry is None:
            continue
        if row and (entry.inizio - row[-1].fine > _APART or entry.segno != row[-1].segno):
            yield from _told(text, row)
            row = []
        row.append(entry)
    yield from _told(text, row)


def _signs(text: str) -> list[int]:
    """The signs that may stand between a symbol and its words: in a row, or between two cells."""
    here = characters(text)
    equals, dash = here.one_of("=:"), here.one_of("–—-")
    signs = equals & before(here.word | here.one_of("."))
    signs |= (equals | dash) & before(equals | here.space) & after(here.space)
    signs &= ~before(run(here.small, _LONG_WORD), _LONG_WORD)
    cell = here.capital & after(here.small)
    signs |= here.one_of("\t") & before(here.capital | here.one_of(".")) & after(cell)
    return places(signs)


def _entry(text: str, sign: int) -> _Entry | None:
    head = text[max(0, sign - _BACK) : sign].rstrip(" ")
    begin = max(head.rfind(char) for char in " \n\t;,(*") + 1
    sigla = head[begin:]
    said = _SAID.match(text, sign + 1) if _ENTRY.fullmatch(sigla) else None
    if said is None:
        return None
    wanted = letters(sigla)
    given = words(text, *said.span("definizione"))[: 2 * len(wanted) + 4]
    counts = range(1, len(given) + 1) if len(wanted) > 1 else (min(len(given), 4),)
    for count in counts:
        end = given[count - 1].fine
        spelt = spells(wanted, tuple(word.lettere for word in given[:count]), 0)
        if len(wanted) == 1:
            spelt = given[0].lettere[0] == wanted
        if spelt and (len(wanted) == 1 or (count > 1 and _ENDS.match(text, end))):
            at = max(0, sign - _BACK) + begin
            start = said.start("definizione")
            return _Entry(at, end, sigla, text[sign], text[start:end])
    return None


def _told(text: str, row: list[_Entry]) -> Iterator[Acronimo]:
    """The entries of a row that has enough; only the sign of equality tells letters alone."""
    told = [entry for entry in row if entry.segno == "=" or len(letters(entry.sigla)) > 1]
    several = sum(len(letters(entry.sigla)) > 1 for entry in told)
    distinct = len({entry.sigla for entry in told}) == len(told)
    if distinct and (several >= _FEWEST or len(told) >= _FEWEST_LETTERS):
        for entry in told:
            place = entry.inizio, entry.fine
            yield record(text, *place, entry.sigla, entry.definizione, 0.6)
