"""PDF files: read into a Document, with pdfium."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from hashlib import sha256

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL.Image import Image

from extractor.documents.boxes import fact_boxes
from extractor.documents.canonical import tidy
from extractor.documents.compose import MOST_LINES, Composed, compose
from extractor.documents.errors import ReadError
from extractor.documents.glyphs import usable
from extractor.documents.held import OpenPages, close, is_holding, keep
from extractor.documents.layout import PrintedLine, PrintedPage
from extractor.documents.opening import load_page, open_pdf, page_to_draw
from extractor.documents.page_text import PageText
from extractor.documents.rules import picture_share, ruling_lines
from extractor.documents.words import page_size, placing, printed_page
from extractor.garbage import uncollected
from models.document import Box, Document

_AT_A_TIME = 80
"""Pages read before the file is opened anew."""

OCR_DPI = 300
"""Resolution at which a page is drawn for optical recognition."""

_STAMP = 160
"""The longest text, in characters, that may be no more than a stamp on a scanned page."""

_SCAN = 0.7
"""The least part of its page that the picture of a scan covers."""

OcrPage = Callable[[Image, float, float], list[PrintedLine]]
"""Recognises a page: given its picture, and its width and height in points, returns its printed
lines with boxes in points of the page as shown. An attribute ``filetti``, if it has one, is the
list of the ruling lines of the page recognised last."""


def read_pdf(data: bytes, nome: str, *, ocr: OcrPage | None = None) -> Document:
    """Reads a PDF into a Document.

    A page without a usable text layer is handed to ``ocr``; without it the page is kept empty
    (``lettura`` is ``nessuna``) and a warning says so. Raises ReadError (see ``open_pdf``).
    """
    with uncollected():
        return _read(data, nome, ocr)


def _read(data: bytes, nome: str, ocr: OcrPage | None) -> Document:
    warnings: list[str] = []
    pages: list[PrintedPage] = []
    count = 1
    while len(pages) < count:
        # pdfium keeps what it has parsed while a file is open: opened anew, it lets go of it.
        with ExitStack() as file:
            pdf = file.enter_context(open_pdf(data))
            count = len(pdf)
            last = min(len(pages) + _AT_A_TIME, count)
            open_pages = OpenPages() if last == count and is_holding() else None
            if open_pages is not None:
                file.callback(open_pages.close)
            pages.extend(
                _page(pdf, at, ocr, warnings, open_pages) for at in range(len(pages), last)
            )
            if open_pages is not None:
                keep(data, open_pages, file.pop_all())
    warnings += [
        f"Della pagina {page.numero} si leggono solo le prime {MOST_LINES} righe."
        for page in pages
        if len(page.righe) > MOST_LINES
    ]
    composed = compose(pages)
    return document(sha256(data).hexdigest(), nome, "pdf", composed, warnings)


def document(
    identity: str, nome: str, formato: str, composed: Composed, warnings: Sequence[str]
) -> Document:
    """The Document of composed pages."""
    return Document(
        id=identity,
        nome=nome,
        formato=formato,
        testo=composed.testo,
        pagine=composed.pagine,
        righe=composed.righe,
        margine=composed.margine,
        righe_margine=composed.righe_margine,
        tabelle=composed.tabelle,
        avvisi=tuple(warnings),
    )


def _page(
    pdf: pdfium.PdfDocument, at: int, ocr: OcrPage | None, warnings: list[str],
    open_pages: OpenPages | None,
) -> PrintedPage:  # fmt: skip
    """A page as printed; it stays open among ``open_pages`` if its text is its own."""
    page = load_page(pdf, at)
    if not page:
        warnings.append(f"La pagina {at + 1} è danneggiata e non è stata letta.")
        return PrintedPage(at + 1, 0.0, 0.0, lettura="nessuna")
    textpage = pdfium_c.FPDFText_LoadPage(page)
    taken = False
    try:
        printed: list[PrintedLine] = []
        if textpage:
            text = PageText(textpage)
            place = placing(page)
            read = printed_page(page, place, text, at + 1, ruling_lines(page, place.box))
            written = "".join(line.testo for line in read.righe)
            readable = usable(written)
            if readable and (len(written) > _STAMP or picture_share(page) < _SCAN):
                taken = open_pages is not None and open_pages.take(at + 1, page, text)
                return read
            printed = read.righe if readable else []
        width, height = page_size(page)
        unread = PrintedPage(at + 1, width, height, printed, lettura="nessuna")
        return _unread(pdf, unread, ocr, warnings)
    finally:
        if not taken:
            close(page, textpage)


def _unread(
    pdf: pdfium.PdfDocument, page: PrintedPage, ocr: OcrPage | None, warnings: list[str]
) -> PrintedPage:
    """A page without a usable text layer, or a scan with no more than a stamp printed on it:
    recognised, if ``ocr`` is given, and the stamp kept as printed."""
    if not page.righe and blank(pdf, page.numero):
        return page
    if ocr is None:
        warnings.append(
            f"La pagina {page.numero} non ha testo leggibile: serve il riconoscimento ottico."
        )
        return page
    source = page_to_draw(pdf, page.numero - 1)
    try:
        picture = source.render(scale=OCR_DPI / 72).to_pil()
    finally:
        source.close()
    recognised = ocr(picture, page.larghezza, page.altezza)
    stamps = [line.box for line in page.righe]
    for line in recognised:
        line.pagina = page.numero
        if tidy(line.testo) and not any(_covers(stamp, line) for stamp in stamps):
            page.righe.append(line)
    page.filetti = getattr(ocr, "filetti", [])
    page.lettura = "ocr"
    return page


def _covers(box: Box, line: PrintedLine) -> bool:
    x, y = (line.x0 + line.x1) / 2, (line.y0 + line.y1) / 2
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1


def blank(pdf: pdfium.PdfDocument, number: int) -> bool:
    """Whether nothing at all is drawn on the page."""
    page = load_page(pdf, number - 1)
    try:
        return bool(pdfium_c.FPDFPage_CountObjects(page) == 0)
    finally:
        pdfium_c.FPDF_ClosePage(page)


__all__ = ["OcrPage", "ReadError", "document", "fact_boxes", "open_pdf", "read_pdf"]
