"""Ruled tables: column widths that suit the words, merged headers, rows split over pages."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, LongTable, Paragraph

from extractor.documents.block import Block
from extractor.documents.emphasis import unmarked
from extractor.documents.flow import header_rows
from scripts.typesetting.fonts import Markup

PADDING = 3.0


def tables_of(rows: Iterable[Block]) -> list[list[tuple[str, ...]]]:
    """The tables of consecutive rows. One that begins with the header of the one before it is
    the rest of it, from the next page of the source: its header is printed again where a page
    of ours begins."""
    tables: list[list[tuple[str, ...]]] = []
    for _, members in groupby(rows, key=lambda row: row.gruppo):
        table = [row.celle for row in members]
        heads = header_rows(tables[-1]) if tables else 0
        if heads and table[:heads] == tables[-1][:heads]:
            tables[-1].extend(table[heads:])
        else:
            tables.append(table)
    return tables


def ruled(
    rows: Sequence[Sequence[str]],
    width: float,
    style: ParagraphStyle,
    markup: Markup,
    header: int | None = None,
) -> Flowable:
    """A table ruled all round, ``width`` points wide; ``header`` counts its repeated rows."""
    columns = max(at for row in rows for at, cell in enumerate(row, 1) if cell or at == 1)
    cells = [[*row[:columns], *[""] * (columns - len(row))] for row in rows]
    heads = header_rows(cells) if header is None else header
    widths, size = _widths(cells, width, style)
    small = style.clone(
        "cell",
        fontSize=size,
        leading=size * 1.2,
        alignment=0,
        firstLineIndent=0,
        hyphenationLang="",
        spaceAfter=0,
    )
    bold = small.clone("head", fontName=f"{style.fontName}-Bold", alignment=1)
    body = [
        [Paragraph(markup(cell), bold if at < heads else small) if cell else "" for cell in row]
        for at, row in enumerate(cells)
    ]
    return LongTable(
        body,
        colWidths=widths,
        repeatRows=heads if heads < len(rows) else 0,
        splitInRow=1,
        spaceBefore=4,
        spaceAfter=6,
        style=[
            ("GRID", (0, 0), (-1, -1), 0.4, colors.black),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
            ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
            *_spans(cells, heads),
        ],
    )


def _spans(
    cells: Sequence[Sequence[str]], heads: int
) -> list[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Merged cells of a header of two rows: titles over several columns, or over both rows."""
    if heads != 2:
        return []
    found = []
    top, below = cells[0], cells[1]
    at = 0
    while at < len(top):
        end = at
        while top[at] and end + 1 < len(top) and not top[end + 1] and below[end + 1]:
            end += 1
        if end > at:
            found.append(("SPAN", (at, 0), (end, 0)))
        elif top[at] and not below[at]:
            found.append(("SPAN", (at, 0), (at, 1)))
        at = end + 1
    return found


def _widths(
    cells: Sequence[Sequence[str]], width: float, style: ParagraphStyle
) -> tuple[list[float], float]:
    """Column widths that hold each column's longest word, and the size of type that allows it."""
    size = style.fontSize
    font = f"{style.fontName}-Bold"
    while True:
        need, wish = [], []
        for column in zip(*cells, strict=True):
            words = {word for cell in column for word in unmarked(cell).split()}
            # An empty column is as wide as one of marks.
            longest = max(stringWidth(w, font, size) for w in {*words, "X"})
            natural = max(stringWidth(unmarked(cell), font, size) for cell in column)
            need.append(longest + 2 * PADDING + 1)
            wish.append(min(max(natural + 2 * PADDING + 1, need[-1]), width * 0.6))
        if sum(need) <= width or size <= 3.2:
            break
        size -= 0.2
    spare = width - sum(need)
    extra = [max(w - n, 0.0) ** 0.7 for n, w in zip(need, wish, strict=True)]
    total = sum(extra) or 1.0
    if spare < 0 or sum(extra) == 0:
        return [n * width / sum(need) for n in need], size
    return [n + spare * e / total for n, e in zip(need, extra, strict=True)], size
