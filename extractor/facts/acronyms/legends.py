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

from extractor.facts.acronyms.written import record
from extractor.facts.initials import words
from models import Acronimo

_EQUALS = re.compile(r"=")
_HEAD = re.compile(
    r"[\n.;,)]\s{0,3}(?:[Dd]ove|[Oo]ve|[Ii]n\scui|[Cc]on|[Ll]egenda)\s?:?\s{0,3}(?=[A-Z–•-])"
)
_FORMULA, _LEGEND = 250, 900  # characters of a formula before the head, and after it
_BEFORE_EQUALS = 40
_SYMBOL = re.compile(
    r"(?:(?<=[\n;,\].])|(?<=\A))[^\S\n]{0,3}(?:[–•-]\s)?(?P<sigla>[A-Z][A-Za-z]{1,5})\s?[=:]\s"
    r"(?P<definizione>[a-zà-ùA-Z][^\n;=\[\]]{5,140})"
)
# Letters alone, each with a word that begins with it: ``R = Responsible``
_LETTER = re.compile(
    r"(?<![\w.])(?P<sigla>[A-Z])\s?=\s?(?P<definizione>(?P=sigla)[a-zà-ù]+(?:[ ][a-zà-ù]+){0,3})"
    r"(?=[\s:;,.()]|\Z)"
)
_FEWEST_LETTERS = 3
_APART = 220  # characters


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
                place = match.start("sigla"), match.end()
                yield record(text, *place, sigla, definition, 0.6)


def _of_tables(text: str) -> Iterator[Acronimo]:
    row: list[re.Match[str]] = []
    for sign in _EQUALS.finditer(text):
        match = _LETTER.match(
            text, sign.start() - 1 - (text[sign.start() - 1 : sign.start()] == " ")
        )
        if match is None:
            continue
        if row and match.start() - row[-1].end() > _APART:
            yield from _told(text, row)
            row = []
        row.append(match)
    yield from _told(text, row)


def _told(text: str, row: list[re.Match[str]]) -> Iterator[Acronimo]:
    if len({match["sigla"] for match in row}) == len(row) >= _FEWEST_LETTERS:
        for match in row:
            yield record(text, *match.span(), match["sigla"], match["definizione"], 0.6)
