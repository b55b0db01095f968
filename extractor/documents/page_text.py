"""The text of a PDF page as pdfium gives it, and the words in it."""

import ctypes
from array import array
from collections.abc import Sequence
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium_c

from extractor.documents import bulk
from extractor.documents.glyphs import DIVISION, odd_characters

_SPACE, _LAST = 1, 2
_PARTING = np.array([_SPACE * chr(unit).isspace() for unit in range(0x10000)], np.uint8)
"""Of each 16-bit unit, whether it is a space or the last character of its word."""
_PARTING[ord(DIVISION)] = _LAST


class PageText:
    """The text of a text page of pdfium's, and its words in order.

    A hyphen at the end of a line ends a word. ``starts`` are where the words begin in ``testo``;
    ``odd`` says whether other characters than such hyphens are to be written otherwise than they
    are printed.
    """

    __slots__ = ("_same", "handle", "odd", "starts", "testo", "textpage")

    def __init__(self, textpage: Any) -> None:
        self.textpage = textpage
        self.handle = bulk.handle(textpage)
        self.testo = page_text(textpage)
        self._same = len(self.testo) == pdfium_c.FPDFText_CountChars(textpage)
        self.odd = bool(odd_characters(self.testo) - {DIVISION})
        self.starts = _starts(self.testo)

    def words(self) -> list[str]:
        """The words, made anew: kept for all pages, they would take much memory."""
        return self.testo.replace(DIVISION, f"{DIVISION} ").split()

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
    count = pdfium_c.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    units = (ctypes.c_ushort * (count + 1))()
    written = pdfium_c.FPDFText_GetText(textpage, 0, count, units)
    raw = bytes(units)[: 2 * max(written - 1, 0)]
    text = raw.decode("utf-16-le", "replace")
    if 2 * len(text) != len(raw):
        text = "".join(map(chr, units[: max(written - 1, 0)]))
    return text


def _starts(text: str) -> "array[int]":
    """Where the words of a text of 16-bit units begin."""
    parting = _PARTING.take(np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16))
    begins = parting != _SPACE
    begins[1:] &= parting[:-1] != 0
    return array("l", begins.nonzero()[0].tolist())
