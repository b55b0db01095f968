"""One page of a file as a picture, with the text that stands on it and where.

Annotations and form fields are not drawn: their words are in no text of the page, so that nobody
could tell what in them must be covered.
"""

import ctypes
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

import pypdfium2.raw as pdfium_c
from PIL import Image

from extractor.documents.errors import ReadError
from extractor.documents.opening import load_page, open_pdf
from extractor.documents.page_text import page_text
from extractor.documents.rules import picture_share
from extractor.documents.words import page_size, placing
from models.document import Box

PICTURE_FORMATS = frozenset({"tiff", "jpeg", "png", "gif", "bmp", "webp", "mpo"})
"""Values of ``Document.formato`` of a file whose pages are pictures themselves."""

MOST_PIXELS = 9_000_000
"""Pixels of a drawn page; a larger one is drawn coarser."""

_MOST_SOURCE_PIXELS = 120_000_000
_SCAN = 0.7


class PageView(Protocol):
    """An open page. Lengths are points from the top left corner of the page as shown."""

    testo: str
    """Text of the page as the file holds it; empty on a scanned page."""
    larghezza: float
    altezza: float
    vuota: bool
    """Whether nothing at all is drawn on it."""
    immagine: bool
    """Whether a picture covers most of it: text on it may stand a little off what is seen."""

    def boxes(self, start: int, end: int) -> list[Box]:
        """Boxes around the printed characters of ``testo[start:end]``, one a line or more.

        Raises ReadError when the file does not say where a character is.
        """
        ...

    def draw(self, dpi: int) -> Image.Image:
        """The page as a picture of at most ``MOST_PIXELS``, RGB."""
        ...


def has_pages(formato: str) -> bool:
    """Whether a file of this format has pages that can be drawn."""
    return formato == "pdf" or formato in PICTURE_FORMATS


@contextmanager
def open_page(data: bytes, formato: str, number: int) -> Iterator[PageView]:
    """A page (from 1) of a file. Raises ReadError when it has no such page or cannot be opened."""
    if formato == "pdf":
        with open_pdf(data) as pdf:
            page = load_page(pdf, number - 1) if number <= len(pdf) else None
            if not page:
                raise ReadError(f"La pagina {number} non c'è, o è danneggiata.")
            textpage = pdfium_c.FPDFText_LoadPage(page)
            source = pdf[number - 1]
            try:
                yield _PdfPage(source, page, textpage)
            finally:
                source.close()
                pdfium_c.FPDFText_ClosePage(textpage)
                pdfium_c.FPDF_ClosePage(page)
    elif formato in PICTURE_FORMATS:
        try:
            with Image.open(io.BytesIO(data)) as image:
                if image.width * image.height > _MOST_SOURCE_PIXELS:
                    raise ReadError("L'immagine è troppo grande da mostrare.")
                image.seek(number - 1)
                yield _Frame(image)
        except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
            raise ReadError("L'immagine è danneggiata, o troppo grande da mostrare.") from error
    else:
        raise ReadError("Il documento non ha pagine da mostrare.")


def page_texts(data: bytes, numbers: Sequence[int]) -> list[str]:
    """The texts of some pages (from 1) of a PDF, as ``PageView.testo`` has them."""
    texts = []
    with open_pdf(data) as pdf:
        for number in numbers:
            page = load_page(pdf, number - 1)
            textpage = pdfium_c.FPDFText_LoadPage(page)
            texts.append(page_text(textpage))
            pdfium_c.FPDFText_ClosePage(textpage)
            pdfium_c.FPDF_ClosePage(page)
    return texts


class _PdfPage:
    def __init__(self, source: Any, page: Any, textpage: Any) -> None:
        self._source = source
        self._textpage = textpage
        self._place = placing(page).box
        self.testo = page_text(textpage)
        self._same = len(self.testo) == pdfium_c.FPDFText_CountChars(textpage)
        self.larghezza, self.altezza = page_size(page)
        self.vuota = pdfium_c.FPDFPage_CountObjects(page) == 0
        self.immagine = picture_share(page) >= _SCAN

    def boxes(self, start: int, end: int) -> list[Box]:
        merged: list[Box] = []
        for at in range(start, end):
            if not self.testo[at].isalnum():
                continue
            box = self._box(at)
            if merged and _same_line(merged[-1], box):
                merged[-1] = _around(merged[-1], box)
            else:
                merged.append(box)
        return merged

    def _box(self, at: int) -> Box:
        if not self._same:
            at = max(pdfium_c.FPDFText_GetCharIndexFromTextIndex(self._textpage, at), 0)
        rect = pdfium_c.FS_RECTF()
        if pdfium_c.FPDFText_GetLooseCharBox(self._textpage, at, ctypes.byref(rect)):
            box = Box(*self._place(rect.left, rect.bottom, rect.right, rect.top))
            if box.x1 > box.x0 and box.y1 > box.y0:
                return box
        raise ReadError("Il file non dice dove sta una lettera.")

    def draw(self, dpi: int) -> Image.Image:
        points = max(self.larghezza * self.altezza, 1.0)
        scale = min(dpi / 72, (MOST_PIXELS / points) ** 0.5)
        drawn = self._source.render(scale=scale, draw_annots=False, may_draw_forms=False)
        return drawn.to_pil().convert("RGB")  # type: ignore[no-any-return]


class _Frame:
    testo = ""
    vuota = False
    immagine = True

    def __init__(self, image: Image.Image) -> None:
        self._image = image
        dpi = float(image.info.get("dpi", (0, 0))[0])
        points = 72.0 / (dpi if dpi > 50 else 200.0)
        self.larghezza, self.altezza = image.width * points, image.height * points

    def boxes(self, start: int, end: int) -> list[Box]:
        raise ReadError("Il file non dice dove sta una lettera.")

    def draw(self, dpi: int) -> Image.Image:
        picture = self._image.convert("RGB")
        wanted = max(self.larghezza * self.altezza, 1.0) * (dpi / 72) ** 2
        share = (min(wanted, MOST_PIXELS) / (picture.width * picture.height)) ** 0.5
        picture.thumbnail((max(int(picture.width * share), 1), max(int(picture.height * share), 1)))
        return picture


def _same_line(one: Box, other: Box) -> bool:
    """Whether a character continues the line of the ones before, near enough to join them."""
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    height = min(one.y1 - one.y0, other.y1 - other.y0)
    return shared > 0.5 * height and -height <= other.x0 - one.x1 <= 1.5 * height


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.x0, other.x0), min(one.y0, other.y0), max(one.x1, other.x1), max(one.y1, other.y1)
    )
