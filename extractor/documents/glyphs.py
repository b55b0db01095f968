"""Characters as PDFs hold them, made into characters that a reader would write."""

import re
import unicodedata
from collections.abc import Callable

_SYMBOL_FONT = {
    # Word and OpenOffice put list bullets in Symbol and Wingdings, which have no Unicode map:
    # the letters come out in the private-use area at 0xF000 + their code.
    0xF0A8: "□",
    0xF06F: "□",
    0xF071: "□",
    0xF0A3: "□",
    0xF0FE: "☒",
    0xF078: "☒",
    0xF0FD: "☒",
    0xF0FC: "✓",
    0xF0E0: "→",
    0xF0E8: "→",
    0xF0B3: "≥",
    0xF028: "☎",
    0xF02A: "✉",
    0xF020: " ",
    0xF0A0: " ",
}
_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_ODD = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\ufb00-\ufb06\ud800-\udfff\ue000-\uf8ff\ufeff\ufff0-\uffff\U000f0000-\U0010ffff]"
)
_PAIR = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")

_FILLING = frozenset(" \t\r\n\xa0._…·-")
_EXPECTED = frozenset("€$%&/()[]«»“”‘’\"',;:!?°*+=<>•□☐–—\xad\ufffe") | frozenset(_LIGATURES)
_ASCII = frozenset(map(chr, range(128)))


def _all_but(wanted: Callable[[str], object]) -> bytes:
    """The ASCII characters to leave out so that the wanted ones can be counted."""
    return "".join(char for char in sorted(_ASCII) if not wanted(char)).encode()


_NOT_LETTERS = _all_but(str.isalpha)
_NOT_VOWELS = _all_but(lambda char: char in "aeiouAEIOU")
_NOT_INK = _all_but(lambda char: char not in _FILLING)
_NOT_BROKEN = _all_but(lambda char: char not in _EXPECTED | _FILLING and _ODD.match(char))
_NOT_SYMBOLS = _all_but(
    lambda char: char not in _EXPECTED | _FILLING and not _ODD.match(char) and not char.isalnum()
)
_ENOUGH = 40
"""Letters from which the share of vowels tells a language from a wrong map."""

DIVISION = "\ufffe"
"""What pdfium puts for a hyphen at the end of a line."""

BROKEN = "\ufffd"
"""What stands for a character that the file gives no reading of."""


def _paired(match: re.Match[str]) -> str:
    """A character that pdfium gives as two halves; the letters of formulas as plain letters."""
    char = match.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    return unicodedata.normalize("NFKC", char)


def _plain(match: re.Match[str]) -> str:
    char = match.group()
    if char in _LIGATURES:
        return _LIGATURES[char]
    if char == DIVISION:
        return "-"
    code = ord(char)
    if 0xE000 <= code <= 0xF8FF:
        return _SYMBOL_FONT.get(code, "•")
    return BROKEN if char == BROKEN or 0xD800 <= code <= 0xDFFF else ""


def odd_places(text: str) -> list[int]:
    """Where ``text`` holds a character that ``plain`` would change."""
    return [match.start() for match in _ODD.finditer(text)]


def odd(text: str) -> bool:
    """Whether ``text`` holds a character that ``plain`` would change."""
    return _ODD.search(text) is not None


def plain(text: str) -> str:
    """``text`` with ligatures expanded, symbol bullets readable, control characters dropped.

    >>> plain("con\\ufb01ne e uf\\xad\\ufb01cio \\uf0b7")
    'confine e ufficio •'
    """
    return _ODD.sub(_plain, _PAIR.sub(_paired, text))


def usable(text: str) -> bool:
    """Whether a page's text layer can be read: mostly characters in use, and some vowels.

    A font whose Unicode map is wrong or missing gives control characters, private-use letters,
    symbols, or letters put for others.

    >>> usable("Visto il decreto"), usable("\x03\x1c\x0f\x12\x10 \x01\x02")
    (True, False)
    >>> usable("9LVWR LO GHFUHWR GHO 'LUHWWRUH JHQHUDOH QXPHUR GRGLFL")
    False
    """
    common = text.encode("ascii", "ignore")
    letters = len(common.translate(None, _NOT_LETTERS))
    vowels = len(common.translate(None, _NOT_VOWELS))
    if letters >= _ENOUGH and len(text) - letters - text.count(" ") <= 0.2 * letters:
        return vowels > 0.28 * letters  # too little else for what is counted below to matter
    ink = len(common.translate(None, _NOT_INK))
    symbols = len(common.translate(None, _NOT_SYMBOLS))
    broken = len(common.translate(None, _NOT_BROKEN))
    for char in set(text) - _ASCII - _FILLING:
        count = text.count(char)
        ink += count
        if char in _EXPECTED:
            continue
        if _ODD.match(char):
            broken += count
        elif not char.isalnum():
            symbols += count
    if not ink or broken > 0.2 * ink or symbols > 0.6 * ink > 12:
        return False
    return letters < _ENOUGH or vowels > 0.28 * letters
