"""Hyphens at the end of a line: those of division go, those of the word stay."""

import re
from collections.abc import Iterable

_HYPHENS = "-\u2010\u2011\xad"
_HYPHENATED = re.compile(r"\w{2,40}[-\u2010\u2011]\w{2,40}")
_LAST = re.compile(r"(\w{1,40})[-\u2010\u2011\xad]$")
_FIRST = re.compile(r"\w{1,40}")

_FIRST_HALVES = re.compile(
    r"socio|economico|tecnico|politico|giuridico|storico|fisico|chimico|medico|amministrativo"
    r"|contabile|culturale|italo|franco|anglo|decreto|agro|silvo|idraulico|igienico|scientifico"
)
"""First halves of the compounds that Italian acts write with a hyphen."""

_SECOND_HALVES = re.compile(
    r"(?:sanitari|assistenzial|educativ|economic|finanziari|amministrativ|scientific|cultural"
    r"|social|organizzativ|produttiv|ambiental|alimentar|pastoral|forestal|artistic|professional"
    r"|contabil|patrimonial|strumental|agrari|lavorativ|legislativ|tributari)[oaie]?|legge|romagna"
    r"|venezia|giulia|adige"
)
_STANDING = frozenset({"ex", "vice", "decreto", "non", "neo"})
"""Words that keep their hyphen before any other."""


def _folded(text: str) -> str:
    return text.casefold().replace("\u2010", "-").replace("\u2011", "-")


class Hyphens:
    """What a document shows of its own hyphenated words, to judge those at line ends."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._whole: set[str] = set()
        self._hyphenated: set[str] = set()
        for line in lines:
            for match in _HYPHENATED.finditer(line) if "-" in line or "\u2010" in line else ():
                self._hyphenated.add(_folded(match.group()))
        self._lines = lines

    def know(self, words: Iterable[str]) -> None:
        """Adds words that the document prints whole."""
        self._whole.update(words)

    def divides(self, before: str, after: str) -> bool | None:
        """How ``before``, the end of a line, goes on in ``after``.

        True: with its hyphen dropped; False: with its hyphen kept and no space; None: with a
        space, because it does not end in a hyphen or the hyphen is a dash.
        """
        if not before or before[-1] not in _HYPHENS:
            return None
        if before[-1] == "\xad":
            return True
        last, first = _LAST.search(before), _FIRST.match(after)
        if last is None or first is None:
            return None
        one, two = last.group(1), first.group()
        if two[0].isdigit() or one[-1].isdigit():
            return False
        if _folded(f"{one}-{two}") in self._hyphenated:
            return False
        if two[0].isupper():
            capitals = one.isupper() and len(one) > 1 and two.isupper()
            return capitals and (one + two).casefold() in self._whole
        if (one + two).casefold() in self._whole:
            return True
        return not self._compound(one.casefold(), two.casefold())

    @staticmethod
    def _compound(one: str, two: str) -> bool:
        if one in _STANDING:
            return True
        return bool(_FIRST_HALVES.fullmatch(one) and _SECOND_HALVES.fullmatch(two))
