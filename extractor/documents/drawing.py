"""Drawing a document's pages with what was made of them: for looking at.

Lines of text are framed in blue and numbered, paragraph by paragraph, in reading order; a red
thread joins the paragraphs. Tables are framed in green, furniture (running headers, footers,
stamps) in grey; pages read optically have an orange border.
"""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from extractor.documents.opening import open_pdf, page_to_draw
from extractor.documents.source import Source
from models.document import Box, Document, Line, Page

DPI = 110
_BLUE, _RED, _GREEN = (20, 80, 200), (210, 30, 30), (0, 130, 60)
_GREY, _ORANGE = (120, 120, 120), (230, 130, 0)


def draw_pages(source: Source, folder: Path) -> Iterator[Path]:
    """Draw every page into ``folder`` as PNG; gives each file's path as it is written.

    A document without pages of its own (a text, a web page) gives nothing. Raises ReadError when
    the PDF cannot be opened.
    """
    document = source.document
    if document.formato != "pdf":
        return
    folder.mkdir(parents=True, exist_ok=True)
    stem = Path(document.nome).stem
    with open_pdf(source.data) as pdf:
        for page in document.pagine:
            shown = page_to_draw(pdf, page.numero - 1)
            picture = shown.render(scale=DPI / 72).to_pil().convert("RGB")
            _draw(picture, document, page)
            path = folder / f"{stem}-{page.numero:04}.png"
            picture.save(path)
            yield path


def _draw(picture: Image.Image, document: Document, page: Page) -> None:
    canvas = ImageDraw.Draw(picture, "RGBA")
    font = ImageFont.load_default(13)
    for item in page.arredi:
        canvas.rectangle(_scaled(item.riquadro), outline=_GREY, fill=(*_GREY, 50), width=2)
    for table in document.tabelle:
        for number, box in table.riquadri:
            if number == page.numero:
                canvas.rectangle(_scaled(box), outline=_GREEN, fill=(*_GREEN, 25), width=3)
    before: tuple[float, float] | None = None
    for order, lines in enumerate(_blocks(document, page), start=1):
        for line in lines:
            canvas.rectangle(_scaled(line.riquadro), outline=(*_BLUE, 160))
        x, y = _scaled(lines[0].riquadro)[:2]
        canvas.text((x - 16, y - 4), str(order), fill=_RED, font=font)
        if before is not None:
            canvas.line((*before, x, y), fill=(*_RED, 110), width=2)
        end = _scaled(lines[-1].riquadro)
        before = (end[2], end[3])
    if page.lettura == "ocr":
        canvas.rectangle((0, 0, picture.width - 1, picture.height - 1), outline=_ORANGE, width=6)
    caption = f"p. {page.numero} · {page.colonne} col. · {page.lettura}"
    canvas.text((8, picture.height - 20), caption, fill=_RED, font=font)


def _blocks(document: Document, page: Page) -> Iterator[list[Line]]:
    """The printed lines of a page, grouped by the block of text that they belong to."""
    block: list[Line] = []
    for line in document.righe:
        if line.pagina != page.numero:
            continue
        if block and "\n" in document.testo[block[-1].inizio : line.inizio]:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _scaled(box: Box) -> tuple[float, float, float, float]:
    scale = DPI / 72
    return (box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale)
