"""People named with their own telephone or address: whom a call names for questions.

``Per informazioni: Anna Neri – tel. 02 123456``, ``- Province di AA e BB: Ugo Bianchi
(cellulare 333…)``, ``Anna Neri⇥anna.neri@ente.example``.
"""

from collections.abc import Iterator

import regex

from extractor.facts.anchors import starts as words
from extractor.facts.anchors import stems
from extractor.facts.people.gaps import is_institution, starts
from extractor.facts.people.names import Name, name_at
from extractor.facts.people.places import Candidate

_LABELS = stems("tel", "cell", "e-mail", "email", "mail", "mobile", "recapit")
_LABEL = regex.compile(
    r"(?:tel(?:efono|\.)?|cell(?:ulare|\.)?|e-?mail|mail|mobile|recapit[oi](?:\s+telefonic[oi])?)"
    r"[\s.:]{0,3}(?:n\.\s?)?[\s:]{0,3}(?:\+?\d|[\w.‐-]{2,40}@)",
    regex.I,
)
_ADDRESS = regex.compile(r"(?<![\w.‐-])(?P<chi>[\w.‐-]{3,40})@[\w.‐-]{3,60}")
_TO_LABEL = regex.compile(r"\s{0,3}[,;:(–|-]?\s{0,3}(?:indirizzo\s+)?", regex.I)
_BACK = 60
# What goes before who is named for questions: a mark, a line's beginning, a preposition
_OPENS = regex.compile(
    r"(?:^|[\n\t:;•–-]|\d[.)]|(?<!\w)(?:a|ad|ed?|o|contattare|rivolgersi\s+a))[ ]*$", regex.I
)


def contacts(text: str, lower: str, taken: set[int]) -> Iterator[Candidate]:
    """The people with a telephone or an address right after their names."""
    for at in words(lower, _LABELS):
        if _LABEL.match(text, at):
            yield from _named(text, at, "", taken)
    if "@" in text:
        for address in _ADDRESS.finditer(text):
            yield from _named(text, address.start(), address["chi"].casefold(), taken)


def _named(text: str, at: int, own: str, taken: set[int]) -> Iterator[Candidate]:
    """The person right before a contact at ``at``; ``own`` is the first part of an address."""
    for start in starts(text, max(at - _BACK, 0), at):
        name = name_at(text, start, at)
        if name is None or not _TO_LABEL.fullmatch(text, name.fine, at):
            continue
        known = (name.noto and len(name.unita) < 4) or name.titolo is not None or _bears(own, name)
        opens = name.titolo or _OPENS.search(text, max(start - 20, 0), start)
        after_first = name.inizio + len(name.unita[0]) + 1
        body = is_institution(text, start) or is_institution(text, after_first)
        if known and opens and name.inizio not in taken and not body:
            taken.add(name.inizio)
            yield Candidate(name, "richiamo", richiamo=own, funzione="altro")
        return


def _bears(own: str, name: Name) -> bool:
    """Whether an address is made of the words of the name: ``a.neri@``."""
    surname = name.nome.rpartition(" ")[2].casefold()
    return len(surname) > 3 and len(name.unita) > 1 and surname in own
