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
    r"^[^\S\n]*(?:(?P<numero>(?:art(?:icolo|\.)?\s?\d{1,3}|punto\s\d{1,2}|[A-Z]?\.?\d{1,2}(?:\.\d{1,2}){0,3}"
    r"|[A-Z])(?:\s?(?:bis|ter))?\s?[.):–-]{0,2}\s{1,3}(?:[–-]\s?)?)?"
    r"(?:(?P<dotazione>(?:dotazione|risors[ae]|stanziament[oi]|budget|plafond)(?![^\W\d_]))"
    r"|(?P<contributo>(?:(?:entità|ammontare|misura|intensità|importo|valore|forma|determinazione)"
    rf"[^\n\t.;:€]{{1,40}})?{_GRANT}(?:\s+concedibil[ei]|\s+regional[ei])?"
    r"(?:\s+(?:e|ed)\s[^\n\t.;:€]{1,40})?\s{0,2}$)"
    r"|(?P<altro>\p{Lu})))[^\n\t;€]{0,90}$",
    regex.IGNORECASE | regex.MULTILINE,
)
_NUMBERED = regex.compile(r"\p{Lu}[^\n]{3,}")
_ENDS_SENTENCE = (".", ",", ";", ":")


class Titles:
    """The titles of a text's sections that say what the amounts in them are."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._roles: list[RuoloImporto] = []
        for match in _TITLE.finditer(text):
            role = _role(match)
            if role is not None:
                self._starts.append(match.end())
                self._roles.append(role)

    def of(self, place: int) -> RuoloImporto:
        """The role that the title over the character at ``place`` tells, or ``altro``."""
        at = bisect_right(self._starts, place) - 1
        if at < 0 or place - self._starts[at] > _REACH:
            return "altro"
        return self._roles[at]


def _role(match: regex.Match[str]) -> RuoloImporto | None:
    """What a line tells if it is a title; None if it is none."""
    if match.group().rstrip().endswith(_ENDS_SENTENCE):
        return None
    if match["dotazione"]:
        return "dotazione"
    if match["contributo"]:
        return "contributo"
    return "altro" if match["numero"] or match.group().isupper() else None
