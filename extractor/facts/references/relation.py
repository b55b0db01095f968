"""What an act does with the acts that it cites, from the words around the citation.

The verb beside the citation decides (``in attuazione della``, ``di revocare la``); else the
word that opens the sentence (``Visto``, ``Richiamata``, ``Preso atto``), for the first act of
the sentence and those listed with it; an act cited within another's title is ``richiamato``.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from extractor.facts.references.gates import Gate
from extractor.facts.references.grammar import piece
from models.vocabulary import Relazione

_OPENERS: tuple[tuple[Relazione, str], ...] = (
    ("visto", r"vist[oiae](?:\s{1,3}(?:altresì|anche|inoltre|pure))?"),
    ("richiamato", r"richiamat[oiae](?:\s{1,3}(?:altresì|anche|inoltre))?"),
    ("preso_atto", r"(?:pres[oa]|prende|dat[oa]|dà|prendere|dare)\s{1,3}atto"),
    ("acquisito", r"acquisit[oiae]|sentit[oiae]"),
)
_OTHER_OPENERS = (
    r"considerat[oae]|ritenut[oa]|premess[oa]|attes[oa]|verificat[oa]|rilevat[oa]|dispost[oa]"
    r"|stabilit[oa]|evidenziat[oa]|precisat[oa]|(?:determina|decreta|delibera|dispone|ordina)(?=\s*[:\n])"
)
_OPENER = Gate(
    (
        "vist", "richiamat", "preso ", "presa ", "prende", "dato ", "data ", "dà ", "dare ",
        "acquisit", "sentit", "considerat", "ritenut", "premess", "attes", "verificat", "rilevat",
        "dispost", "stabilit", "evidenziat", "precisat", "determina", "decreta", "delibera",
        "dispone", "ordina",
    ),
    "(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _OPENERS)
    + rf"|(?P<altro>{_OTHER_OPENERS}))(?![a-zà-ÿ])",
)  # fmt: skip
# A sentence or a line begins, perhaps with the mark or the letter of a list's item.
_BEGINS = piece(r"(?:[\n;.]|\A)[\s•·-]{0,6}(?:[a-z0-9][.)]\s{0,2})?\Z")
_LONGEST_BEGINNING = 11
_OBJECT = r"\s+(?:\w+\W+){0,5}$"
_BESIDE: tuple[tuple[Relazione, re.Pattern[str]], ...] = (
    ("modifica", piece(
        r"(?:(?:di|a)\s+(?:modificare|rettificare|integrare|sostituire|aggiornare|prorogare)"
        r"|(?<!\w)(?:modifich?[ae]|rettifica|integrazion[ei]|correzione|errata\s+corrige)"
        r"(?:\s+(?:ed?|e/o)\s+(?:integrazion[ei]|modific\w+))?)"
        r"(?:\s+(?:parzial\w+|in\s+parte|l'allegato|di\s+errore\s+material\w+))?"
        r"\s+(?:al|all'|alla|allegat\w+|del|della|dell'|dei|la|il|l'|i|le|ai|alle)\W+(?:\w+\W+){0,5}$"
    )),
    ("revoca", piece(
        rf"(?:(?:di|a)\s+(?:revocare|abrogare|annullare)|(?<!\w)revoca\s+(?:del|parziale)){_OBJECT}"
    )),
    ("attua", piece(
        r"(?:in\s+(?:attuazione|esecuzione|ottemperanza|applicazione|recepimento)|pubblicazione"
        r"(?:\s+(?:di\s+cui|previst\w+|ai\s+sensi))?)"
        r"\s+(?:\w+\W+){0,3}?(?:agli?|ai|dagli|del|al|alla|della|dell'|all'|dei|delle|degli)\W+"
        r"(?:artt?\W[\w\s,.-]{1,40}(?:del|della|dell'|dal)\W+)?(?:\w+\W+){0,3}$"
    )),
    ("approva", piece(r"di\s+approvare\s+(?:\w+\W+){0,4}$")),
    ("preso_atto", piece(r"(?:prende|prendere|preso|presa)\s+atto\s+(?:\w+\W+){0,3}$")),
    ("acquisito", piece(r"(?:acquisit[oaie]|sentit[oaie])\s+(?:\w+\W+){0,3}$")),
)  # fmt: skip
_LISTED = piece(
    r"(?:[\s,;:•()\-]|(?:e|ed|nonché|i|il|la|le|gli|lo|del|della|dello|dei|delle|degli|al|alla"
    r"|ss|mm|ii|s|m|succ\w+|successive|modifiche|modificazioni|integrazioni|in|particolare|l'"
    r"|dell'|all'|artt?|articol[oi]|comm[ai]|lett\w*|\d{1,4}|[a-z]\))(?![a-zà-ÿ])|[.'])*\Z"
)
_LINE_ITEM = piece(r"[;,.]\s*\n[\s\-•o·]{0,5}(?:(?:il|la|lo|i|gli|le|l'|del|della)\s*)?")


_DIRECT = piece(r"[\s,]*(?:altresì|inoltre)?[\s,]*(?:del|della|dell'|dei|delle)\s*(?:\w+\W+){0,3}")
_INLINE_BREAK = piece(r";(?!\s*\n)")
_BREAK = re.compile(r"[;.]\s*\n")
_REACH = 30_000
"""How far from its opening word a list of acts can go on, in characters."""


class Opener(NamedTuple):
    """A word that opens a sentence of the preamble."""

    inizio: int
    fine: int
    relazione: Relazione | None


def openers(low: str, lower: str) -> list[Opener]:
    """The opening words of the sentences of a folded text, in order; ``lower`` is not folded."""
    found = []
    for match in _OPENER.finditer(low, lower):
        start = match.start()
        if not _BEGINS.search(low, max(start - _LONGEST_BEGINNING, 0), start):
            continue
        name = match.lastgroup
        relation: Relazione | None = None if name in (None, "altro") else name  # type: ignore[assignment]
        found.append(Opener(match.start(match.lastgroup or 0), match.end(), relation))
    return found


class Relations:
    """Gives the relation of each citation of a text; to be asked in text order."""

    def __init__(self, low: str, lower: str) -> None:
        self._low = low
        self._openers = openers(low, lower)
        self._starts = [opener.inizio for opener in self._openers]
        self._listed: tuple[int, int] = (-1, 0)
        self._end = 0

    def of(self, start: int, end: int) -> Relazione:
        """The relation of the citation ``[start, end)``."""
        at = bisect_right(self._starts, start) - 1
        opened = self._opened(at, start)
        if opened is not None:
            self._listed = (at, end)
        self._end = end
        return self._beside(start) or opened or "richiamato"

    def _beside(self, start: int) -> Relazione | None:
        near = self._low[max(0, start - 90) : start]
        sentence = self._low[max(0, start - 400) : start].rpartition(";")[2]
        if sentence.count('"') % 2:
            # Inside the title of an act already cited.
            return None
        for name, pattern in _BESIDE:
            found = pattern.search(near)
            if found and not _BREAK.search(near, found.start()):
                return name
        return None

    def _opened(self, at: int, start: int) -> Relazione | None:
        """The relation that the opening word gives to the first act after it and those listed."""
        opener = self._openers[at] if at >= 0 else None
        if opener is None or opener.relazione is None or start - opener.fine > _REACH:
            return None
        known, end = self._listed
        if opener.relazione == "preso_atto":
            return opener.relazione if _DIRECT.fullmatch(self._low, opener.fine, start) else None
        if known != at:
            near = start - opener.fine <= 160
            near = near and not _INLINE_BREAK.search(self._low, opener.fine, start)
            return opener.relazione if near else None
        between = self._low[end:start]
        if len(between) <= 160 and _LISTED.match(between):
            return opener.relazione
        items = [
            found.end() for found in _LINE_ITEM.finditer(self._low, max(end, start - 200), start)
        ]
        first_of_item = bool(items) and self._end <= items[-1]
        return opener.relazione if first_of_item else None
