"""Hyphens at the end of a line: those of division go, those of the word stay."""

import re
from collections.abc import Sequence
from functools import cached_property

_HYPHENS = "-\u2010\u2011\xad"
_HYPHENATED = re.compile(r"\w{2,40}[-\u2010\u2011]\w{2,40}")
_LAST = re.compile(r"(\w{1,40})[-\u2010\u2011\xad]$")
_WORD = re.compile(r"\w{4,40}")
_FIRST = re.compile(r"\w{1,40}")

_FIRST_HALVES = re.compile(
    r"socio|economico|emilia|friuli|trentino|tecnico|politico|giuridico|storico|fisico|chimico|medico|amministrativo"
    r"|contabile|culturale|italo|franco|anglo|decreto|agro|silvo|idraulico|igienico|scientifico"
)
"""First halves of the compounds that Italian acts write with a hyphen."""

_SECOND_HALVES = re.compile(
    r"(?:sanitari|assistenzial|educativ|economic|finanziari|amministrativ|scientific|cultural"
    r"|social|organizzativ|produttiv|ambiental|alimentar|pastoral|forestal|artistic|professional"
    r"|contabil|patrimonial|strumental|agrari|lavorativ|legislativ|tributari)[oaie]?|legge|romagna"
    r"|venezia|giulia|adige"
)


_ADDRESS = re.compile(r"(?:https?:|www\.|[@/])\S{0,300}$")
"""The beginning of a web or mail address: its hyphens are its own, unless the word that they part
stands whole elsewhere."""


_BROKEN_ADDRESS = re.compile(r"(?:https?:|www\.|@)[\w./@?=&%~+-]{0,300}$")
_REST_OF_ADDRESS = re.compile(
    r"(?:[\w-]{2,40}\.){1,4}(?:it|eu|com|org|net|gov|html?|pdf|aspx?)\b"
    r"|(?:s?html?|aspx?|php)\b|[\w.-]{2,60}/[\w-]"
)
"""What a web address goes on with on the next line, after a dot or a slash."""

_PATH = re.compile(r"/\w")


def _folded(text: str) -> str:
    return text.casefold().replace("\u2010", "-").replace("\u2011", "-")


class Hyphens:
    """What a document shows of its own words, to judge the hyphens at its line ends."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    @cached_property
    def _hyphenated(self) -> set[str]:
        """The words that the document prints with a hyphen inside a line."""
        return {
            _folded(match.group())
            for line in self._lines
            if "-" in line or "\u2010" in line or "\u2011" in line
            for match in _HYPHENATED.finditer(line)
        }

    @cached_property
    def _words(self) -> set[str]:
        """The words of the document that stand whole inside a line."""
        return {word for line in self._lines for word in _WORD.findall(_folded(line))}

    def divides(self, before: str, after: str) -> bool | None:
        """How ``before``, the end of a line, goes on in ``after``.

        True: with its hyphen dropped; False: with its hyphen kept and no space; None: with a
        space, because it does not end in a hyphen or the hyphen is a dash. An address broken
        after a dot or a slash goes on without a space too.

        >>> hyphens = Hyphens(["il piano socio-sanitario"])
        >>> hyphens.divides("il provve-", "dimento"), hyphens.divides("socio-", "sanitario")
        (True, False)
        >>> hyphens.divides("2023-", "2027"), hyphens.divides("testo -", "altro")
        (False, None)
        """
        if not before or before[-1] not in _HYPHENS:
            if before[-1:] in ("/", "."):
                goes_on = _REST_OF_ADDRESS.match(after)
            else:
                goes_on = _PATH.match(after) if after[:1] == "/" else None
            broken = goes_on and _BROKEN_ADDRESS.search(before)
            return False if broken else None
        if before[-1] == "\xad":
            return True
        last, first = _LAST.search(before), _FIRST.match(after)
        if last is None or first is None:
            return None
        one, two = last.group(1), first.group()
        if not one.isalpha() or not two.isalpha():
            return False
        if _folded(f"{one}-{two}") in self._hyphenated:
            return False
        if _ADDRESS.search(before):
            return _folded(one + two) in self._words
        if (len(one) > 1 and one.isupper()) != two.isupper():
            return False
        return not (
            _FIRST_HALVES.fullmatch(one.casefold()) and _SECOND_HALVES.fullmatch(two.casefold())
        )
