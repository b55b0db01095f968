"""Pages that stay open from the reading of a PDF to the looking up of places in it.

To open a page anew takes pdfium three quarters of the time of reading it, and nearly every page
has words of some fact on it. Where a reader says that it will look places up (``holding``), the
pages read last stay open, within a limit of memory.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pypdfium2.raw as pdfium_c

from extractor.documents.page_text import PageText

_MOST = 1_200_000
"""What may stay open: characters, and four for each thing drawn. About 150 MB."""


class OpenPages:
    """Pages of one PDF with their text, by number from 1; those that stay open."""

    def __init__(self) -> None:
        self._pages: dict[int, tuple[Any, PageText]] = {}
        self._size = 0

    def __contains__(self, number: object) -> bool:
        return number in self._pages

    def __getitem__(self, number: int) -> tuple[Any, PageText]:
        return self._pages[number]

    def take(self, number: int, page: Any, text: PageText) -> bool:
        """Take a page over, to be closed with the others; whether there is room for it."""
        size = 4 * pdfium_c.FPDFPage_CountObjects(page) + len(text.testo)
        if self._size + size > _MOST:
            return False
        self._size += size
        self._pages[number] = (page, text)
        return True

    def close(self) -> None:
        """Close the pages."""
        for page, text in self._pages.values():
            close(page, text.textpage)
        self._pages.clear()


class _Holder:
    """The pages that stay open now, and the PDF that they are of."""

    def __init__(self) -> None:
        self.wanted = 0
        self.data = b""
        self.pages = OpenPages()
        self._file = ExitStack()

    def keep(self, data: bytes, pages: OpenPages, file: ExitStack) -> None:
        self.let_go()
        self.data, self.pages, self._file = data, pages, file

    def let_go(self) -> None:
        """Close the file, which closes its pages first."""
        self._file.close()
        self.data, self.pages, self._file = b"", OpenPages(), ExitStack()


_holder = _Holder()


@contextmanager
def holding() -> Iterator[None]:
    """Meanwhile the pages of the PDF read last stay open."""
    _holder.wanted += 1
    try:
        yield
    finally:
        _holder.wanted -= 1
        if not _holder.wanted:
            _holder.let_go()


def is_holding() -> bool:
    """Whether pages are to stay open."""
    return _holder.wanted > 0


def keep(data: bytes, pages: OpenPages, file: ExitStack) -> None:
    """Hold the pages of a PDF; leaving ``file`` closes them, and then the PDF."""
    _holder.keep(data, pages, file)


def held(data: bytes) -> OpenPages:
    """The pages of a PDF that are open; none for another than the one held."""
    return _holder.pages if _holder.data is data and data else OpenPages()


def close(page: Any, textpage: Any) -> None:
    """Close a page and its text."""
    if textpage:
        pdfium_c.FPDFText_ClosePage(textpage)
    pdfium_c.FPDF_ClosePage(page)
