"""Small PDFs drawn for the tests of reading: text at places, rules, boxes, turned pages."""

import io
from collections.abc import Callable, Iterable, Sequence

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595, 842

Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, size: tuple[int, int] = (WIDTH, HEIGHT), password: str = "") -> bytes:
    """A PDF with a page for each function, which draws on a canvas."""
    out = io.BytesIO()
    encrypt = StandardEncryption(password) if password else None
    canvas = Canvas(out, pagesize=size, encrypt=encrypt, invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def text(
    canvas: Canvas,
    lines: Iterable[str],
    *,
    left: float = 60,
    top: float = 80,
    size: float = 11,
    leading: float = 14,
    width: float = 0,
    bold: bool = False,
) -> None:
    """Lines one below the other, ``top`` points from the upper edge; with ``width``, all but the
    last are spaced out to it."""
    font = "Helvetica-Bold" if bold else "Helvetica"
    canvas.setFont(font, size)
    lines = list(lines)
    for number, line in enumerate(lines):
        extra = 0.0
        if width and number + 1 < len(lines) and " " in line:
            extra = (width - canvas.stringWidth(line, font, size)) / line.count(" ")
        canvas.drawString(left, HEIGHT - top - size - leading * number, line, wordSpace=extra)


def table(
    canvas: Canvas,
    rows: Sequence[Sequence[str]],
    edges: Sequence[float],
    *,
    top: float = 100,
    height: float = 20,
    across: bool = True,
    upright: bool = True,
) -> None:
    """Rows of short cells between the columns' edges, with the asked rules. Lines of a cell are
    parted by newlines."""
    canvas.setFont("Helvetica", 10)
    for number, row in enumerate(rows):
        upper = HEIGHT - top - height * number
        for cell, left in zip(row, edges, strict=False):
            for step, line in enumerate(cell.split("\n")):
                canvas.drawString(left + 4, upper - 11 - 11 * step, line)
    bottom = HEIGHT - top - height * len(rows)
    for number in range(len(rows) + 1) if across else ():
        level = HEIGHT - top - height * number
        canvas.line(edges[0], level, edges[-1], level)
    for edge in edges if upright else ():
        canvas.line(edge, HEIGHT - top, edge, bottom)
