"""The members of a panel, a line each under its heading, whatever each of them is elsewhere.

>>> text = "I seguenti membri:\\n- Anna Nervi del Servizio acque;\\n- Ugo Bianchi, avvocato"
>>> [place.name.nome for place in members(text, text.lower(), set())]
['Anna Nervi', 'Ugo Bianchi']
"""

from collections.abc import Iterator

import regex

from extractor.facts.anchors import starts, stems
from extractor.facts.people.names import name_at
from extractor.facts.people.places import Candidate

_STEMS = stems("seguenti membri", "seguenti componenti", "così compost", "seguenti person")
_HEADING = regex.compile(
    r"(?:seguenti\s+(?:membri|componenti|persone)|così\s+compost[oaie])[^:.;\n]{0,60}:\s*\n",
    regex.I,
)
_ENTRY = regex.compile(r"\s*(?:[-–•*·]|\d{1,2}[.)])\s*(?P<riga>[^\n]{3,400})(?:\n|\Z)")
_MOST = 40


def members(text: str, lower: str, taken: set[int]) -> Iterator[Candidate]:
    """The members that no office explains; only known given names and titles are read."""
    for at in starts(lower, _STEMS):
        heading = _HEADING.match(text, at)
        entry = _ENTRY.match(text, heading.end()) if heading else None
        for _ in range(_MOST):
            if entry is None:
                break
            name = name_at(text, entry.start("riga"), entry.end("riga"))
            known = name is not None and len(name.unita) > 1 and (name.noto or name.titolo)
            if name is not None and known and name.inizio not in taken:
                taken.add(name.inizio)
                yield Candidate(name, "elenco", riga=True, funzione="componente")
            entry = _ENTRY.match(text, entry.end())
