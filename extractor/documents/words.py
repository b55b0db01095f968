"""The words of a PDF page, gathered into printed lines, straight from pdfium's text page.

pdfium is asked for the page's text once and for two boxes a word: a box per character costs
several times the text itself. The boxes are pdfium's "loose" ones, as high as the font and the
same along a line.
"""

import ctypes
import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from operator import add
from statistics import median
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium_c

from extractor.documents import bulk
from extractor.documents.glyphs import DIVISION, plain
from extractor.documents.layout import PrintedLine, PrintedPage, Rule, WordSpan, WordSpans
from extractor.documents.page_text import PageText

GAP = 1.0
"""The widest space inside a line, in heights of the line; a wider one begins another piece."""

_SPACED_LETTERS = 6
"""Letters standing apart that are a heading set so: ``D E C R E T A``, with others before it."""

_SHORT = 6
"""Characters of a word whose box does not tell whether it is written up the page."""

_TURNED = 5.0
"""How much steeper than level the writing up or down a page is."""

_ASKEW = 0.2
"""The least slope of oblique writing; scans, whose text follows their picture, stand less askew."""

PlaceBox = Callable[[float, float, float, float], tuple[float, float, float, float]]
"""From (left, bottom, right, top) in the page's own space to (x0, y0, x1, y1) as shown."""


class Placing(NamedTuple):
    """How the page's own space, which may be turned or cropped, maps to the page as shown.

    ``corner`` is the west and north edge of the visible page, if that is not turned.
    """

    box: PlaceBox
    corner: tuple[float, float] | None


def page_size(page: Any) -> tuple[float, float]:
    """Width and height in points of the page as shown."""
    return pdfium_c.FPDF_GetPageWidthF(page), pdfium_c.FPDF_GetPageHeightF(page)


def bounding_box(page: Any) -> tuple[float, float, float, float]:
    """West, south, east and north edge of the visible page, in its own space."""
    bounds = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDF_GetPageBoundingBox(page, ctypes.byref(bounds)):
        return 0.0, 0.0, *page_size(page)
    return bounds.left, bounds.bottom, bounds.right, bounds.top


def placing(page: Any) -> Placing:
    """How the page's own space, which may be turned or cropped, maps to the page as shown."""
    west, south, east, north = bounding_box(page)
    turns: tuple[PlaceBox, ...] = (
        lambda x, y, x2, y2: (x - west, north - y2, x2 - west, north - y),
        lambda x, y, x2, y2: (y - south, x - west, y2 - south, x2 - west),
        lambda x, y, x2, y2: (east - x2, y - south, east - x, y2 - south),
        lambda x, y, x2, y2: (north - y2, east - x2, north - y, east - x),
    )
    turn: int = pdfium_c.FPDFPage_GetRotation(page) % 4
    return Placing(turns[turn], None if turn else (west, north))


class WordReader:
    """Reads the words of one text page; gathers them into printed lines as they come."""

    def __init__(
        self,
        placing: Placing,
        text: PageText,
        number: int,
    ) -> None:
        self._text = text
        self._handle = text.textpage
        self._index = text.index
        self._number = number
        self._place, self._corner = placing
        self._odd = text.odd
        self._bold_fonts: dict[int | None, bool] = {}
        self._matrix = pdfium_c.FS_MATRIX()
        self._matrix_place = ctypes.byref(self._matrix)
        self.lines: list[PrintedLine] = []

    def read(self) -> list[PrintedLine]:
        """The page's printed lines in the order in which the file draws them.

        The box of a word's last character is asked for only where the next word stands so far
        off that there may be a gap, and at the end of a line; elsewhere the right edge of a word
        is taken to be a thin space before the next one.
        """
        starts, printed = self._text.starts.tolist(), self._text.words()
        ends = map(add, starts, map(len, printed))
        words = self._words(printed)
        texts: list[str] = []
        lefts: list[float] = []
        rights: list[float] = []
        head = (0.0, 0.0, 0.0, 0.0)
        first = ended = 0
        top = bottom = left = height = reach = 0.0
        for start, end, word, x0, y0, x1, y1 in zip(
            starts, ends, words, *self._boxes(starts), strict=True
        ):
            if y0 == top and y1 == bottom and 0 < x0 - left <= reach:
                # Nearly every word: as high as those before, and near the last one
                edge = x0 - 0.2 * height
                rights.append(edge if edge > left else left)
                texts.append(word)
                lefts.append(x0)
                left, ended = x0, end
                reach = (0.4 * (end - start) + 0.6) * height
                continue
            joint = self._joint((left, top, bottom), (x0, y0, y1), reach, ended - 1)
            if joint is None:
                if texts:
                    self._close((texts, lefts, rights), (first, ended), head, (top, bottom))
                texts, lefts, rights = [word], [x0], []
                head, first = (x0, y0, x1, y1), start
                left, top, bottom = x0, y0, y1
            else:
                if ended == start and x0 - joint < 0.1 * height:
                    texts[-1] += word
                else:
                    rights.append(max(joint, left))
                    texts.append(word)
                    lefts.append(x0)
                    left = x0
                top, bottom = min(top, y0), max(bottom, y1)
            ended, height = end, bottom - top
            reach = (0.4 * (end - start) + 0.6) * height
        if texts:
            self._close((texts, lefts, rights), (first, ended), head, (top, bottom))
        return [line for line in self.lines if line.testo]

    def _joint(
        self,
        line: tuple[float, float, float],
        word: tuple[float, float, float],
        reach: float,
        last: int,
    ) -> float | None:
        """The right edge of a line's last word where another word goes on with it, else None.

        Given are the left edge of that last word, the top and bottom of the line; the same of the
        other word; how far from the left edge a word is near; the line's last character.
        """
        left, top, bottom = line
        x0, y0, y1 = word
        height, rise = bottom - top, y1 - y0
        if x0 <= left or 2 * (min(bottom, y1) - max(top, y0)) <= min(height, rise):
            return None
        if x0 - left <= reach:
            return x0 - 0.2 * height
        edge = self._box(last)[2]
        return edge if -0.5 * height < x0 - edge <= GAP * max(height, rise) else None

    def _boxes(self, places: Sequence[int]) -> Iterable[Iterable[float]]:
        """The lefts, tops, rights and bottoms of the boxes of characters, as shown."""
        lefts, tops, rights, bottoms = bulk.loose_boxes(self._handle, self._text.indices(places))
        if self._corner is None:
            placed = list(map(self._place, lefts, bottoms, rights, tops))
            return zip(*placed, strict=True) if placed else ((), (), (), ())
        west, north = self._corner
        if west:
            lefts, rights = [x - west for x in lefts], [x - west for x in rights]
        return lefts, [north - y for y in tops], rights, [north - y for y in bottoms]

    def _box(self, at: int) -> tuple[float, float, float, float]:
        """The box of the character at a place of the text, as shown."""
        left, top, right, bottom = bulk.loose_box(self._handle, self._index(at))
        if self._corner is None:
            return self._place(left, bottom, right, top)
        west, north = self._corner
        return left - west, north - top, right - west, north - bottom

    def _words(self, words: list[str]) -> list[str]:
        """The words as they are to be written."""
        if self._odd:
            return [plain(word if word.isascii() else _whole(word)) for word in words]
        if DIVISION in self._text.testo:
            return [word[:-1] + "-" if word[-1] == DIVISION else word for word in words]
        return words

    def _close(
        self,
        words: tuple[list[str], list[float], list[float]],
        span: tuple[int, int],
        head: tuple[float, float, float, float],
        rise: tuple[float, float],
    ) -> None:
        """Adds the line made of ``words``, or puts it to a line written up the page."""
        begin, end = span
        texts, lefts, rights = words
        x0, y0, x1, _ = head
        tail = self._box(end - 1) if end - begin > 1 else head
        upright = abs(tail[1] - y0) <= max(x1 - x0, 1.0, 2 * abs(tail[0] - x0))
        if (
            (end - begin > 1 and not upright)
            or (end - begin < 4 and self._beside_vertical(head, tail))
            or (end - begin < _SHORT and self._turned(begin))
        ):
            self._vertical(" ".join(texts), begin, head, tail)
            return
        rights.append(tail[2])
        placed: Sequence[WordSpan] = WordSpans(texts, lefts, rights)
        if self._odd:
            placed = [word for word in placed if word[0]]
        line = PrintedLine(
            self._written([word[0] for word in placed] if self._odd else texts, begin, end),
            x0,
            min(rise[0], tail[1]),
            tail[2],
            max(rise[1], tail[3]),
            placed,
            self._size(begin if len(texts[0]) > 2 else end - 1),
            self._bold(begin) and self._bold(end - 1),
            pagina=self._number,
        )
        line.obliqua = self._oblique()
        self.lines.append(line)

    def _written(self, words: list[str], begin: int, end: int) -> str:
        """The words on one line; those of a letter-spaced heading where wider spaces part them."""
        line = " ".join(words)
        if len(words) < _SPACED_LETTERS or len(line) >= 2 * len(words) or len(set(words)) < 4:
            return line
        boxes = [self._box(at) for at in range(begin, end) if not self._text.testo[at].isspace()]
        if len(boxes) != len(words) or not line.replace(" ", "").isalpha():
            return line
        gaps = [two[0] - one[2] for one, two in pairwise(boxes)]
        wide = 1.5 * median(gaps) + 0.5
        rest = [
            " " + word if gap > wide else word for word, gap in zip(words[1:], gaps, strict=True)
        ]
        return words[0] + "".join(rest) if max(gaps) > wide else line

    def _turned(self, at: int) -> bool:
        """Whether a character is written up or down the page: the box of a short word tells not."""
        if self._corner is None:
            return False
        index = self._index(at)
        known = bulk.matrix(self._handle, index, self._matrix_place)
        return bool(known) and abs(self._matrix.b) > _TURNED * abs(self._matrix.a)

    def _beside_vertical(
        self, head: tuple[float, float, float, float], tail: tuple[float, float, float, float]
    ) -> bool:
        """Whether a short word goes on with the vertical line just read."""
        if not self.lines or not self.lines[-1].verticale:
            return False
        line = self.lines[-1]
        apart = line.y0 - max(head[3], tail[3]) if line.sale else min(head[1], tail[1]) - line.y1
        size = line.x1 - line.x0
        return abs(head[0] - line.x0) < 0.3 * size and -0.2 * size < apart < size

    def _vertical(
        self,
        text: str,
        begin: int,
        head: tuple[float, float, float, float],
        tail: tuple[float, float, float, float],
    ) -> None:
        """Adds a word written up or down the page to the vertical line it goes on with."""
        x0, x1 = min(head[0], tail[0]), max(head[2], tail[2])
        y0, y1 = min(head[1], tail[1]), max(head[3], tail[3])
        upwards = tail[1] < head[1]
        if self.lines and self.lines[-1].verticale:
            line = self.lines[-1]
            if min(line.x1, x1) - max(line.x0, x0) > 0.5 * min(line.x1 - line.x0, x1 - x0):
                line.testo = f"{line.testo} {text}"
                line.x0, line.x1 = min(line.x0, x0), max(line.x1, x1)
                line.y0, line.y1 = min(line.y0, y0), max(line.y1, y1)
                line.parole = [*line.parole, (text, y0, y1)]
                return
        line = PrintedLine(text, x0, y0, x1, y1, [(text, y0, y1)], self._size(begin))
        line.verticale = True
        line.sale = upwards
        line.pagina = self._number
        self.lines.append(line)

    def _size(self, at: int) -> float:
        index = self._index(at)
        size: float = bulk.font_size(self._handle, index)
        if bulk.matrix(self._handle, index, self._matrix_place):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        return round(size, 1)

    def _oblique(self) -> bool:
        """Whether the character whose size was asked for last stands askew on the page."""
        along: float = abs(self._matrix.a)
        up: float = abs(self._matrix.b)
        return up > _ASKEW * along and along > _ASKEW * up

    def _bold(self, at: int) -> bool:
        """Whether the font of a character is bold by its name."""
        index = self._index(at)
        font = bulk.font(self._handle, index)
        bold = self._bold_fonts.get(font)
        if bold is None:
            name = bulk.font_name(self._handle, index)
            bold = b"Bold" in name or b"bold" in name or b"Black" in name
            self._bold_fonts[font] = bold
        return bold


def _whole(word: str) -> str:
    """A word with the characters that pdfium gives as two halves made whole."""
    return word.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _on_its_side(lines: list[PrintedLine]) -> int:
    """How far the page must be turned clockwise for its writing to stand upright."""
    longer = [line for line in lines if len(line.testo) > 2]
    if 2 * sum(1 for line in longer if line.x1 < line.x0) > max(len(longer), 20):
        return 180
    upright = sum(len(line.testo) for line in lines if not line.verticale)
    upwards = sum(len(line.testo) for line in lines if line.verticale and line.sale)
    downwards = sum(len(line.testo) for line in lines if line.verticale and not line.sale)
    if max(upwards, downwards) < max(2 * upright, 200):
        return 0
    return 90 if upwards > downwards else 270


def printed_page(
    page: Any, place: Placing, text: PageText, number: int, rules: list[Rule]
) -> PrintedPage:
    """The page's lines and rules; a page written on its side is turned upright."""
    width, height = page_size(page)
    lines = WordReader(place, text, number).read()
    turn = _on_its_side(lines)
    if not turn:
        return PrintedPage(number, width, height, lines, rules)

    def upright(x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        if turn == 90:
            return height - y1, x0, height - y0, x1
        if turn == 180:
            return width - x1, height - y1, width - x0, height - y0
        return y0, width - x1, y1, width - x0

    turned = Placing(lambda *box: upright(*place.box(*box)), None)
    lines = WordReader(turned, text, number).read()
    rules = [Rule(*upright(*rule[:4]), rule.ombra) for rule in rules]
    if turn != 180:
        width, height = height, width
    return PrintedPage(number, width, height, lines, rules, giro=turn)
