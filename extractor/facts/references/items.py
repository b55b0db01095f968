"""An act as read after its head, and the date that may follow its number."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.references.grammar import AUTHORS, DATED, MARK, date, piece
from extractor.facts.references.kinds import Kind

_ORGAN = (
    r"(?:consiglio|giunta|senato|assemblea|collegio|comitato|dirett(?:ore|rice)|segretari[oa]|dirigente"
    r"|settore|servizio|area|ufficio|dipartimento|direzione|sindac[oa]|president[e]|responsabile|commissari[oa]|rett(?:ore|rice))(?![a-zà-ÿ])"
)
_OF_ORGAN = (
    r"(?!(?:relativ|concern|recant|avent|pubblicat|approvat|esecutiv|con|che|per|art|ad|n[.°r])(?:[a-z]{0,6})"
    r"(?![a-zà-ÿ]))[a-zà-ÿ][a-zà-ÿ'-]{0,20}(?![a-zà-ÿ])"
)
AFTER_DATE = piece(
    r"(?:\)|\s?\((?:n\.|r\.?[psg])[^()]{0,15}\)|[\s/-]{1,2}(?:[gc]\.?\s?[cm]|r\.?\s?[psg]|c\.?s)\.?"
    r"(?![a-z])|\s{1,3}del(?:la)?\s{1,3}(?:consiglio|giunta)\s{1,3}(?:region|comun|provinci)ale"
    # ``delibera n. 12 del Consiglio di Dipartimento di Ingegneria del 16 aprile 2025``
    rf"|\s{{1,3}}(?:del(?:la)?|dell')\s{{0,3}}{_ORGAN}(?:\s{{1,3}}{_OF_ORGAN}){{0,7}}?)?"
    rf"{AUTHORS}{DATED}{date('2')}"
)
"""A date right after a number, the organ's name between them at most."""

# What may come between a number and its date: the minutes, the protocol, the seat.
_OF_THE_MINUTES = (
    r"[\s,(]{1,3}(?:(?:del|di\s{1,3}cui\s{1,3}al)\s{1,3})?verb(?:ale|\.)\s{1,3}"
    rf"(?:{MARK})?\d{{1,3}}(?:\s{{1,3}}(?:del(?:la)?|dell')\s{{0,3}}{_ORGAN}(?:\s{{1,3}}{_OF_ORGAN}){{0,7}}?)?"
)
_OF_THE_PROTOCOL = (
    r"[\s,;(-]{1,4}prot(?:ocollo|\.)?[\s:]{0,2}(?:[a-z.]{2,12}\s{1,2})?"
    rf"(?:{MARK})?[a-z_./-]{{0,12}}\d[\w./-]{{0,20}}"
)
_OF_THE_SEAT = (
    r"[\s,(]{1,4}(?:(?:assunt|adottat|approvat|res|deliberat)[oae]\s{1,3}(?:[a-zà-ÿ'.]{1,20}\s{1,3}){0,9}?)?"
    r"nell(?:a|')\s{0,3}(?:seduta|adunanza|riunione)\s{1,3}(?:consiliare\s{1,3})?(?:del(?:l')?|in\s{1,3}data)"
    r"\s{0,3}(?:giorno\s{1,3})?"
)
_BY_AN_ORGAN = (
    r"[\s,(]{1,4}(?:assunt|adottat|approvat|res|deliberat|emess|emanat)[oae]\s{1,3}"
    rf"d(?:al(?:la)?|all')\s{{0,3}}{_ORGAN}(?:\s{{1,3}}{_OF_ORGAN}){{0,5}}?{DATED}"
)
FURTHER_DATE = piece(
    rf"(?:{_OF_THE_MINUTES}{DATED}|{_OF_THE_PROTOCOL}{DATED}|{_OF_THE_SEAT}|{_BY_AN_ORGAN}"
    # Without a word before it, only with its year in four figures.
    r"|[ \n]{1,2}(?=[0-3]?\d[\s./°^-]{1,4}(?:[a-z]{3,9}|[01]?\d)[\s./-]{1,3}(?:19|20)\d\d))"
    rf"{date('2')}"
)
"""The same further on: ``n. 9 del verbale n. 8 del …``, ``n. 5, approvata nella seduta del …``."""

AFTER_YEAR = piece(r"\s{1,3}(?:del(?:l'anno)?|anno)\s{0,2}(?P<anno>(?:19|20)\d\d)(?!\d|[/.-]\s?\d)")
"""``del 2015``, ``anno 2015`` after a number."""

Match = re.Match[str]


@dataclass(slots=True)
class Item:
    """One act read after a head: its number and date, and where its words end."""

    inizio: int
    fine: int
    numero: str | None
    anno: int | None = None
    data: str | None = None
    refuso: bool = False
    segno: bool = False
    forma: str = ""
    unione: bool = False
    tema: bool = False

    @property
    def dated(self) -> bool:
        """Whether the year is known."""
        return self.anno is not None


@cache
def pattern(kind: Kind | None, tail: str) -> re.Pattern[str]:
    """The pattern of a tail, after the head of a kind or (None) alone."""
    head = rf"(?:{kind.head})" if kind else ""
    return piece(head + tail)
