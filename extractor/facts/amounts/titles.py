"""The titles under which amounts stand: *Dotazione finanziaria*, *Entità del contributo*.

A call for grants says in the title of a section what the amounts in it are, and its sentences
then only tell how much (``sono disponibili € 100.000,00``, ``fino a un massimo di € 5.000,00``).

>>> text = "A.5 Dotazione finanziaria\\nSono previsti € 100,00.\\nA.6 Altro\\nSono € 200,00."
>>> titles = Titles(text)
>>> titles.of(text.index("€ 100")), titles.of(text.index("€ 200"))
('dotazione', 'altro')
"""

from bisect import bisect_right

import regex

from models.vocabulary import RuoloImporto

# How far a title's section is taken to reach, in characters.
_REACH = 1500
_GRANT = r"(?:contribut|agevolazion|voucher|aiut|sovvenzion|finanziament|incentiv|sostegno)\w*"
_TITLE = regex.compile(
    r"\s*(?:(?P<numero>(?:art(?:icolo|\.)?\s?\d{1,3}|punto\s\d{1,2}|[A-Z]?\.?\d{1,2}(?:\.\d{1,2}){0,3}"
    r"|[A-Z])(?:\s?(?:bis|ter))?\s?[.):–-]{0,2}\s{1,3}(?:[–-]\s?)?)?"
    r"(?:(?P<dotazione>(?:dotazione|risors[ae]|stanziament[oi]|budget|plafond)(?![^\W\d_]))"
    r"|(?P<contributo>(?:(?:entità|ammontare|misura|intensità|importo|valore|forma|determinazione)"
    rf"[^\n\t.;:€]{{1,40}})?{_GRANT}(?:\s+concedibil[ei]|\s+regional[ei])?"
    r"(?:\s+(?:e|ed)\s[^\n\t.;:€]{1,40})?\s{0,2}\Z)"
    r"|(?P<altro>\p{Lu})))[^\n\t;€]{0,90}\Z",
    regex.IGNORECASE,
)
_LONGEST_TITLE = 110
_ENDS_SENTENCE = (".", ",", ";", ":")


class Titles:
    """The titles of a text's sections that say what the amounts in them are."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._roles: list[RuoloImporto] = []
        at = 0
        for line in text.split("\n"):
            end = at + len(line)
            if 5 < end - at < _LONGEST_TITLE and not line.endswith(_ENDS_SENTENCE):
                role = _role(line)
                if role is not None:
                    self._starts.append(end)
                    self._roles.append(role)
            at = end + 1

    def of(self, place: int) -> RuoloImporto:
        """The role that the title over the character at ``place`` tells, or ``altro``."""
        at = bisect_right(self._starts, place) - 1
        if at < 0 or place - self._starts[at] > _REACH:
            return "altro"
        return self._roles[at]


def _role(line: str) -> RuoloImporto | None:
    """What a line tells if it is a title; None if it is none."""
    match = _TITLE.match(line)
    if match is None:
        return None
    if match["dotazione"]:
        return "dotazione"
    if match["contributo"]:
        return "contributo"
    return "altro" if match["numero"] or line.isupper() else None
