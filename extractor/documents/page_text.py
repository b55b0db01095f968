"""The text of a PDF page as pdfium gives it, and the words in it."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium_c

from extractor.documents import bulk
from extractor.documents.glyphs import DIVISION, odd_characters


class PageText:
    """The text of a text page of pdfium's, and its words in order.

    ``starts`` and ``ends`` are where each of ``words`` begins and ends in ``testo``; a hyphen at
    the end of a line ends a word. ``odd`` says whether other characters than such hyphens are to
    be written otherwise than they are printed.
    """

    __slots__ = ("_same", "ends", "handle", "odd", "starts", "testo", "textpage", "words")

    def __init__(self, textpage: Any) -> None:
        self.textpage = textpage
        self.handle = bulk.handle(textpage)
        self.testo = page_text(textpage)
        self._same = len(self.testo) == pdfium_c.FPDFText_CountChars(textpage)
        self.odd = bool(odd_characters(self.testo) - {DIVISION})
        self.starts, self.ends, self.words = _words_of(self.testo)

    def index(self, at: int) -> int:
        """The number of pdfium's character at a place of the text."""
        if self._same:
            return at
        found: int = pdfium_c.FPDFText_GetCharIndexFromTextIndex(self.textpage, at)
        return max(found, 0)

    def indices(self, places: list[int]) -> list[int]:
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


def _words_of(text: str) -> tuple[list[int], list[int], list[str]]:
    """Where the words of a text begin and end, and the words; a hyphen at the end of a line ends
    a word."""
    words = text.replace(DIVISION, f"{DIVISION} ").split()
    find = text.find
    end = 0
    starts = []
    ends = []
    for word in words:
        start = find(word, end)
        end = start + len(word)
        starts.append(start)
        ends.append(end)
    return starts, ends, words
