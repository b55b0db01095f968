"""The head of a resolution of a regional Giunta: the names of its members, without any mark.

``Assessori regionali MARIO ROSSI Vicepresidente ANNA MARIA LA PORTA``: names in capitals stand
two on a line, and nothing but the given names tells where one ends.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractor.facts.people.names import Name, is_given, name_at
from extractor.facts.people.places import Candidate

_GIUNTA = regex.compile(
    r"(?<!\w)assessori(?:\s+regionali)?[\s:]+(?=[A-ZÀ-ÖØ-Þ'’]{2,}[ \t]+[A-ZÀ-ÖØ-Þ'’]{2,})", regex.I
)
_CAPITALS = regex.compile(
    r"[\s]*((?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’-]+(?:[ \u00a0]{1,2}|(?=[\t\n]|$))){1,24}+)"
)
_DEPUTY = regex.compile(r"\s*\(?vice\s?-?\s?presidente\)?(?!\w)", regex.I)
_MOST_NAMES = 40


def giunta(text: str) -> Iterator[tuple[int, int, Candidate]]:
    """The people under ``Assessori``, each with the span of the name."""
    for match in _GIUNTA.finditer(text):
        at = match.end()
        for _ in range(_MOST_NAMES):
            deputy = _DEPUTY.match(text, at)
            at = deputy.end() if deputy else at
            run = _CAPITALS.match(text, at)
            if run is None:
                break
            found = list(_split_run(text, run.start(1), run.end(1)))
            if not found:
                break
            for name in found:
                yield name.da, name.fine, Candidate(name, "elenco", riga=True, funzione="presente")
            at = found[-1].fine


def _split_run(text: str, first: int, last: int) -> Iterator[Name]:
    """The names of a run of capitals, cut where it costs least: given name and surname."""
    words = list(_UNIT.finditer(text, first, last))
    marks = [is_given(word.group()) for word in words]
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, (0,))]
    for end in range(1, len(words) + 1):
        options = [
            (best[start][0] + _cost(marks[start:end]), (*best[start][1], end))
            for start in range(max(end - 5, 0), end)
        ]
        best.append(min(options))
    for start, end in pairwise(best[-1][1]):
        name = name_at(text, words[start].start(), words[end - 1].end())
        if name is not None:
            yield name


_UNIT = regex.compile(
    r"(?:(?:D[EI]|DA|DEL|DELL[AOE]|DEI|DEGLI|L[AOIE]|VAN|VON|SAN)[ \u00a0]{1,2}){0,2}"
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’-]+"
)


def _cost(given: Sequence[bool]) -> float:
    """How unlike a name the units are; two, the first a given name, cost nothing."""
    if len(given) == 1:
        return 5.0
    extra = 0.5 * (len(given) - 2)
    if given[0] and not given[-1]:
        return extra
    return extra + (1.0 if given[0] else 3.0)
