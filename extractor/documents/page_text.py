"""The text of a PDF page as pdfium gives it, and the words in it."""

import ctypes
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium_c

from extractor.documents import bulk
from extractor.documents.glyphs import DIVISION, odd_characters


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
        self.starts = array("l", _starts(self.testo, self.words()))

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


def _starts(text: str, words: Iterable[str]) -> Iterator[int]:
    """Where the words of a text begin."""
    find = text.find
    end = 0
    for word in words:
        start = find(word, end)
        end = start + len(word)
        yield start
