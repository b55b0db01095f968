"""The canonical text: blocks written one after the other, with the place of every line."""

import re
from collections.abc import Sequence
from functools import partial

import numpy as np

from extractor.documents.hyphens import Hyphens
from extractor.documents.layout import PrintedLine, PrintedPage
from extractor.documents.paragraphs import Paragraph
from extractor.documents.tables import TableBlock
from models.document import Box, Cell, Line, Table

_SPACED = re.compile(r"(?<!\S)(?:\w ){3,40}\w(?!\S)")
_CODE = re.compile(r"\d{1,4}(?:\.\d{1,4}){3,8}\.?")
_CODE_END = re.compile(r"\d{1,3}(?:\.\d{1,4}){0,4}")
"""A code of the chart of accounts that a narrow cell breaks: ``2.02.01.09.0`` and ``10``."""

_SLASHED = re.compile(r"/\d{2,6}")
"""The number after the year in a code: ``SRV2024`` and ``/00006``."""

_BOX, _LINE = partial(tuple.__new__, Box), partial(tuple.__new__, Line)
"""From a tuple of their values, in less time than from the values."""

_RUNS = re.compile(r"[ \t\n\r\f\v\xa0]+")


def tidy(text: str) -> str:
    """One line's text without runs of spaces, letter-spaced words closed up.

    >>> tidy("D E T E R M I N A")
    'DETERMINA'
    """
    if "  " in text or not text.isprintable():
        text = _RUNS.sub(" ", text)
    text = text.strip(" ")
    if text[1:2] == " ":
        text = _SPACED.sub(_closed, text)
    return text


def _closed(match: re.Match[str]) -> str:
    """A letter-spaced word without its spaces; marks in a row (``X X X X``) stay as they are."""
    word = match.group().replace(" ", "")
    return word if len(set(word)) > 2 and word.isalpha() else match.group()


def _one_code(text: str, below: str) -> bool:
    """Whether two lines of a cell are one code that the cell is too narrow for."""
    if _SLASHED.fullmatch(below):
        return text[-1:].isalnum() and " " not in text
    return _CODE.fullmatch(text) is not None and _CODE_END.fullmatch(below) is not None


def tenths(values: Sequence[float]) -> list[float]:
    """The values as ``round`` gives them to one decimal.

    >>> tenths([0.25, 0.35, 1.05, 7.0]) == [round(value, 1) for value in (0.25, 0.35, 1.05, 7.0)]
    True
    """
    scaled = np.array(values) * 10
    whole = np.rint(scaled)
    found: list[float] = (whole / 10).tolist()
    # Halfway between two tenths, the product may itself have been rounded to the wrong side
    for at in (np.abs(np.abs(scaled - whole) - 0.5) < 1e-6).nonzero()[0].tolist():
        found[at] = round(values[at], 1)
    return found


class CanonicalText:
    """Collects the canonical text, its lines and its tables."""

    def __init__(self, hyphens: Hyphens, turns: dict[int, PrintedPage]) -> None:
        self._hyphens = hyphens
        self._pages = turns
        self._pieces: list[str] = []
        self._length = 0
        self._placed: list[tuple[int, int, PrintedLine]] = []
        self.tables: list[Table] = []
        self.starts: dict[int, int] = {}

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    @property
    def lines(self) -> list[Line]:
        """The lines so far, with the place of each."""
        if not self._placed:
            return []
        starts, ends, lines = zip(*self._placed, strict=True)
        if any(page.giro for page in self._pages.values()):
            boxes = [shown(line.box, self._pages[line.pagina]) for line in lines]
        else:  # nearly always: the same, all at once
            edges = (
                tenths([line.x0 for line in lines]),
                tenths([line.y0 for line in lines]),
                tenths([line.x1 for line in lines]),
                tenths([line.y1 for line in lines]),
            )
            boxes = list(map(_BOX, zip(*edges, strict=True)))
        pages = [line.pagina for line in lines]
        sizes, bold = [line.corpo for line in lines], [line.grassetto for line in lines]
        return list(map(_LINE, zip(starts, ends, pages, boxes, sizes, bold, strict=True)))

    def _write(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def add(self, block: Paragraph | TableBlock) -> None:
        """Writes a block and the newline after it."""
        if isinstance(block, TableBlock):
            self._table(block)
            return
        before = self._length
        self._lines(block.righe)
        if self._length > before:
            self._write("\n")

    def _lines(self, lines: Sequence[PrintedLine], cell: bool = False) -> None:
        kept = [(line, text) for line in lines if (text := tidy(line.testo))]
        last = len(kept) - 1
        length = self._length
        for at, (line, text) in enumerate(kept):
            glue = ""
            if at < last:
                below = kept[at + 1][1]
                divides = self._hyphens.divides(text, below)
                if divides is None and not (cell and _one_code(text, below)):
                    glue = " "
                if divides:
                    text = text[:-1]
            start = length
            length += len(text)
            number = line.pagina
            if number not in self.starts:
                self.starts[number] = start
            self._placed.append((start, length, line))
            self._pieces.append(text + glue)
            length += len(glue)
        self._length = length

    def _table(self, block: TableBlock) -> None:
        begin = self._length
        rows: list[tuple[Cell, ...]] = []
        for row in block.celle:
            cells: list[Cell] = []
            for at, lines in enumerate(row):
                if at:
                    self._write("\t")
                start = self._length
                self._lines(lines, cell=True)
                cells.append(Cell(start, self._length))
            rows.append(tuple(cells))
            self._write("\n")
        self.starts.setdefault(block.pagina, begin)
        boxes = block.riquadri or [(block.pagina, block.riquadro)]
        self.tables.append(
            Table(
                block.pagina,
                begin,
                self._length - 1,
                tuple(rows),
                block.intestazioni,
                tuple((page, shown(box, self._pages[page])) for page, box in boxes),
            )
        )


def shown(box: Box, page: PrintedPage) -> Box:
    """A box of the page as laid out, on the page as shown."""
    x0, y0, x1, y1 = box
    if page.giro == 90:
        x0, y0, x1, y1 = y0, page.larghezza - x1, y1, page.larghezza - x0
    elif page.giro == 180:
        x0, x1 = page.larghezza - x1, page.larghezza - x0
        y0, y1 = page.altezza - y1, page.altezza - y0
    elif page.giro == 270:
        x0, y0, x1, y1 = page.altezza - y1, x0, page.altezza - y0, x1
    return Box(round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1))
