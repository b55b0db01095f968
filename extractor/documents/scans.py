"""Pictures of pages: image files, PDFs read optically on demand, places on turned scans."""

import io
from dataclasses import replace
from hashlib import sha256

from PIL import Image, ImageSequence

from extractor.documents.compose import compose
from extractor.documents.errors import ReadError
from extractor.documents.layout import PrintedPage
from extractor.documents.limits import Limits
from extractor.documents.ocr import Recogniser
from extractor.documents.opening import open_pdf, page_to_draw
from extractor.documents.pdf import OCR_DPI, document
from extractor.documents.skew import turned_back
from models import Document, Line
from models.document import Box, Page

_USUAL_DPI = 200.0


def _page(
    number: int, picture: Image.Image, size: tuple[float, float], ocr: Recogniser
) -> PrintedPage:
    page = PrintedPage(number, *size, lettura="ocr")
    page.righe = [line for line in ocr(picture, *size) if line.testo.strip()]
    page.filetti = ocr.filetti
    for line in page.righe:
        line.pagina = number
    return page


def read_pdf_optically(data: bytes, nome: str, ocr: Recogniser) -> Document:
    """The Document of a PDF whose pages are all recognised, whatever text they have.

    Raises ReadError when the PDF cannot be opened.
    """
    pages = []
    with open_pdf(data) as pdf:
        for number in range(1, len(pdf) + 1):
            source = page_to_draw(pdf, number - 1)
            try:
                picture = source.render(scale=OCR_DPI / 72).to_pil()
                pages.append(_page(number, picture, source.get_size(), ocr))
            finally:
                source.close()
    return document(sha256(data).hexdigest(), nome, "pdf", compose(pages), ())


def read_image(data: bytes, nome: str, ocr: Recogniser, limits: Limits) -> Document:
    """The Document of an image file (TIFF, JPEG, PNG): each of its frames is a page.

    Raises ReadError when it is damaged, or too large.
    """
    pages = []
    try:
        with Image.open(io.BytesIO(data)) as image:
            limits.check_pages(getattr(image, "n_frames", 1))
            formato = (image.format or "immagine").lower()
            for number, frame in enumerate(ImageSequence.Iterator(image), 1):
                dpi = float(image.info.get("dpi", (0, 0))[0]) or _USUAL_DPI
                points = 72.0 / (dpi if dpi > 50 else _USUAL_DPI)
                size = (frame.width * points, frame.height * points)
                pages.append(_page(number, frame.convert("L"), size, ocr))
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise ReadError("L'immagine è danneggiata, o troppo grande da leggere.") from error
    return document(sha256(data).hexdigest(), nome, formato, compose(pages), ())


def as_scanned(read: Document, ocr: Recogniser) -> Document:
    """The Document with the places of its recognised lines on the page as it was scanned.

    Recognition works on straightened pages, and so does the layout; the reader of a fact is
    shown the page as it is.
    """
    recognised = [page for page in read.pagine if page.lettura == "ocr"]
    turns = {
        page.numero: (page, degrees)
        for page, degrees in zip(recognised, ocr.turns, strict=False)
        if degrees
    }
    if not turns:
        return read

    def lines(before: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(
            line._replace(riquadro=_box(line.riquadro, *turns[line.pagina]))
            if line.pagina in turns
            else line
            for line in before
        )

    return replace(read, righe=lines(read.righe), righe_margine=lines(read.righe_margine))


def _box(box: Box, page: Page, degrees: float) -> Box:
    """The level rectangle around a box that is turned back with its page."""
    corners = [
        turned_back(x, y, page.larghezza, page.altezza, degrees)
        for x in (box.x0, box.x1)
        for y in (box.y0, box.y1)
    ]
    across, down = zip(*corners, strict=True)
    return Box(min(across), min(down), max(across), max(down))
