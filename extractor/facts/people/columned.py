"""People under a column that says what they do: the RUP of each row of a programme.

Only a cell that is a name and nothing else, with a known given name or a title, is read.

>>> table = "Opera\\tRUP\\tCosto\\nPonte\\tBianchi Carlo\\t5,00\\nScuola\\tServizio tecnico\\t9,00"
>>> [(place.name.nome, place.funzione) for _, _, place in columned(table)]
[('Carlo Bianchi', 'responsabile_procedimento')]
"""

from collections.abc import Iterator
from functools import lru_cache

import regex

from extractor.facts.columns import cells
from extractor.facts.people.names import name_at
from extractor.facts.people.places import Candidate
from extractor.programmes import column, compact

_LONGEST_NAME = 60
_WORDS = regex.compile(r"[^\d:;/()]{5,}")


def columned(text: str) -> Iterator[tuple[int, int, Candidate]]:
    """The people of every column of those responsible, each with the span of the cell."""
    for cell in cells(text):
        if not _names_responsible(cell.intestazione) or cell.fine - cell.inizio > _LONGEST_NAME:
            continue
        first = cell.inizio + len(cell.testo) - len(cell.testo.lstrip())
        last = first + len(cell.testo.strip())
        if not _WORDS.fullmatch(text, first, last):
            continue
        name = name_at(text, first, last, surname_first=True)
        if name is None or name.fine != last or not (name.noto or name.titolo):
            continue
        yield (
            first,
            last,
            Candidate(name, "elenco", riga=True, funzione="responsabile_procedimento"),
        )


@lru_cache(maxsize=1024)
def _names_responsible(heading: str) -> bool:
    """Whether a column is headed by RUP or its words in full; ``Responsabile`` says not of what."""
    kind = column(heading)
    return kind is not None and kind.genere == "responsabile" and compact(heading) != "responsabile"
