"""Who signs a law or a decree of the State under its date.

``Dato a Roma, addì 18 aprile 2016`` is followed by the President of the Republic by surname
alone, by the ministers each with an office, and by ``Visto, il Guardasigilli: …`` (d.P.R.
1092/1985, artt. 1 and 5).

>>> foot = "Dato a Roma, addì 3 maggio 2099\\nNERVESI\\nBIANCHERI, Ministro dell'interno\\n"
>>> [place.name.nome for _, _, place in promulgating(foot, foot.lower())]
['Nervesi', 'Biancheri']
"""

from collections.abc import Iterator

import regex

from extractor.facts.anchors import starts, stems
from extractor.facts.people.names import Name, name_at
from extractor.facts.people.places import Candidate
from extractor.facts.people.roles import role_at

_STEMS = stems("dato ", "data ", "visto")
_DATED = regex.compile(
    r"dat[oa]\s+a\s+\w{3,30}(?:\s+\w{3,20})?,\s+(?:addì|add[iì]['’]?)\s+\d{1,2}°?\s+\w{5,9}\s+\d{4}\s+",
    regex.I,
)
_KEEPER = regex.compile(r"visto,?\s+il\s+guardasigilli\s*:\s*", regex.I)
_MINISTER = regex.compile(
    r"(?<=\s)[A-ZÀ-Ü][\w'’-]{1,25}(?:[ ][A-ZÀ-Ü][\w'’-]{1,25}){0,2},\s{1,6}"
    r"(?P<carica>(?:Vice\s?)?Presidente\s+del\s+Con|Ministr[oa]\s)"
)
_REACH = 4000
"""Characters after the date at most: the signatures of a whole government."""


def promulgating(text: str, lower: str) -> Iterator[tuple[int, int, Candidate]]:
    """The signers of each law of the State in ``text``, each with the span of the place."""
    for at in starts(lower, _STEMS):
        keeper = _KEEPER.match(text, at)
        dated = None if keeper else _DATED.match(text, at)
        first = keeper or dated
        name = name_at(text, first.end(), single=True) if first else None
        if name is not None:
            yield _signed(name)
        if dated is not None:
            yield from _ministers(text, dated.end())


def _ministers(text: str, at: int) -> Iterator[tuple[int, int, Candidate]]:
    """The members of the government whose offices follow their surnames."""
    for match in _MINISTER.finditer(text, at, min(at + _REACH, len(text))):
        name = name_at(text, match.start(), single=True)
        role = role_at(text, match.start("carica"))
        if name is None or role is None or name.fine > role.inizio:
            continue
        place = Candidate(name, "prima", role, firmato=True, riga=True, funzione="firmatario")
        yield name.da, role.fine, place


def _signed(name: Name) -> tuple[int, int, Candidate]:
    return name.da, name.fine, Candidate(name, "richiamo", firmato=True, funzione="firmatario")
