"""The text of a PDF page as pdfium gives it, and the words in it."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from extractor.documents import bulk
from extractor.documents.glyphs import DIVISION, odd_places

_PLAIN, _ODD, _LAST, _SPACE, _ODD_SPACE = range(5)
_ALL = "".join(map(chr, range(0x10000)))
_KINDS = np.array([_SPACE * unit.isspace() for unit in _ALL], np.uint8)
"""Of each 16-bit unit, whether it is to be written otherwise than it is printed, is the last
character of its word, or a space."""
_KINDS[odd_places(_ALL)] += _ODD
_KINDS[ord(DIVISION)] = _LAST


class PageText:
    """The text of a text page of pdfium's, and its words in order.

    A hyphen at the end of a line ends a word. ``starts`` are where the words begin in ``testo``;
    ``odd`` says whether other characters than such hyphens are to be written otherwise than they
    are printed.
    """

    __slots__ = ("_same", "odd", "starts", "testo", "textpage")

    def __init__(self, textpage: Any) -> None:
        self.textpage = textpage
        units = bulk.units(textpage)
        self.testo = _text(units)
        self._same = len(self.testo) == bulk.count_chars(textpage)
        kinds = _KINDS.take(np.frombuffer(units, np.uint16))
        present = kinds.tobytes()
        self.odd = _ODD in present or _ODD_SPACE in present
        self.starts = _starts(kinds)

    def words(self) -> list[str]:
        """The words, made anew: kept for all pages, they would take much memory."""
        return self.testo.replace(DIVISION, f"{DIVISION} ").split()

    def ink(self) -> tuple[str, NDArray[np.intp]]:
        """The text without spaces and such hyphens, and the place in it of each character."""
        units = np.frombuffer(self.testo.encode("utf-16-le", "surrogatepass"), np.uint16)
        places = (_KINDS.take(units) < _LAST).nonzero()[0]
        return units[places].tobytes().decode("utf-16-le", "surrogatepass"), places

    def index(self, at: int) -> int:
        """The number of pdfium's character at a place of the text."""
        if self._same:
            return at
        found: int = pdfium_c.FPDFText_GetCharIndexFromTextIndex(self.textpage, at)
        return max(found, 0)

    def indices(self, places: Sequence[int]) -> Sequence[int]:
        """The same of several places."""
        return places if self._same else list(map(self.index, places))


def page_text(textpage: Any) -> str:
    """All the text of a page, one character for each of pdfium's 16-bit units."""
    return _text(bulk.units(textpage))


def _text(units: bytes) -> str:
    text = units.decode("utf-16-le", "replace")
    if 2 * len(text) != len(units):
        text = "".join(map(chr, memoryview(units).cast("H")))
    return text


def _starts(kinds: NDArray[np.uint8]) -> NDArray[np.intp]:
    """Where the words of a text begin: at what is no space, behind a space or a last character."""
    begins = kinds < _SPACE
    begins[1:] &= kinds[:-1] > _ODD
    return begins.nonzero()[0]
