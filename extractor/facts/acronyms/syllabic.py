"""Short names made of the beginnings of words: *Comitato Regionale per le Comunicazioni (Corecom)*.

They are written as any name, so that each of at least two words must give two letters or more,
the first word of all among them, and the last word in capitals.

>>> text = "i Consorzi di Garanzia Collettiva dei Fidi (Confidi)"
>>> [(found.sigla, found.definizione) for found in syllabic(text)]
[('Confidi', 'Consorzi di Garanzia Collettiva dei Fidi')]
"""

import re
from collections.abc import Iterator, Sequence

from extractor.facts.acronyms.intros import HEREAFTER
from extractor.facts.acronyms.written import CLOSE, OPEN, record
from extractor.facts.initials import Word, is_small, words
from models import Acronimo

_NAME = re.compile(
    rf"\(\s?(?:{HEREAFTER}[\s,]{{1,3}}){{0,3}}{OPEN}(?P<nome>[A-Z][a-zà-ù]{{4,15}}){CLOSE}\s?\)"
)
_REACH = 120
_LONGEST = 10  # words
_SHORTEST_PIECE = 2


def syllabic(text: str) -> Iterator[Acronimo]:
    """The short names in brackets that the beginnings of the words before them make."""
    for match in _NAME.finditer(text):
        given = words(text, max(match.start() - _REACH, 0), match.start())[-_LONGEST:]
        start = _start(text, given, match["nome"].lower())
        if start is not None:
            definition = text[start : match.start()]
            yield record(text, start, match.end("nome"), match["nome"], definition, 0.7)


def _start(text: str, given: Sequence[Word], name: str) -> int | None:
    for at in range(len(given) - 2, -1, -1):
        word = given[at]
        if text[word.inizio].isupper() and word.lettere[:2] == name[:2] and word.lettere != name:
            between = text[word.inizio : given[-1].fine]
            if not re.search(r"[.;:\n\t()]", between) and _made_of(name, given[at:], first=True):
                return word.inizio
    return None


def _made_of(name: str, given: Sequence[Word], *, first: bool = False) -> bool:
    """Whether the name is made of pieces of the words, of which those inside may give none."""
    word, rest = given[0].lettere, given[1:]
    shared = 0
    while shared < min(len(name), len(word)) and name[shared] == word[shared]:
        shared += 1
    if not rest:
        return shared == len(name) and shared >= _SHORTEST_PIECE
    if not first and _made_of(name, rest):
        return True
    if is_small(word):
        return False
    return any(_made_of(name[length:], rest) for length in range(shared, _SHORTEST_PIECE - 1, -1))
