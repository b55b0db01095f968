"""The words of a PDF page, gathered into printed lines, straight from pdfium's text page.

pdfium is asked for the page's text once and for two boxes a word: a box per character costs
several times the text itself. The boxes are pdfium's "loose" ones, as high as the font and the
same along a line.
"""

import ctypes
import math
import re
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium_c

from extractor.documents.glyphs import DIVISION, odd_characters, plain
from extractor.documents.layout import PrintedLine, PrintedPage, Rule

_LOOSE_BOX = ctypes.CFUNCTYPE(ctypes.c_int)(
    ctypes.cast(pdfium_c.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
# The same function without checks of its arguments, which would cost more than the call.
_LOOSE_BOX.argtypes = None  # type: ignore[assignment]

_WORD = re.compile(rf"[^\s{DIVISION}]+{DIVISION}?|{DIVISION}")

GAP = 1.0
"""The widest space inside a line, in heights of the line; a wider one begins another piece."""

Placing = Callable[[float, float, float, float], tuple[float, float, float, float]]
"""From (left, bottom, right, top) in the page's own space to (x0, y0, x1, y1) as shown."""


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
    turns: tuple[Placing, ...] = (
        lambda x, y, x2, y2: (x - west, north - y2, x2 - west, north - y),
        lambda x, y, x2, y2: (y - south, x - west, y2 - south, x2 - west),
        lambda x, y, x2, y2: (east - x2, y - south, east - x, y2 - south),
        lambda x, y, x2, y2: (north - y2, east - x2, north - y, east - x),
    )
    turn: int = pdfium_c.FPDFPage_GetRotation(page)
    return turns[turn % 4]


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


class WordReader:
    """Reads the words of one text page; gathers them into printed lines as they come."""

    def __init__(
        self,
        place: Placing,
        textpage: Any,
        number: int,
        origin: tuple[float, float] | None = None,
    ) -> None:
        self._textpage = textpage
        self._number = number
        self.text = page_text(textpage)
        self._same = len(self.text) == pdfium_c.FPDFText_CountChars(textpage)
        self._odd = bool(odd_characters(self.text) - {DIVISION})
        self._box = self._boxer(place, origin)
        self._font_name = ctypes.create_string_buffer(96)
        self._flags = ctypes.c_int()
        self._matrix = pdfium_c.FS_MATRIX()
        self.lines: list[PrintedLine] = []

    def read(self) -> list[PrintedLine]:
        """The page's printed lines in the order in which the file draws them.

        The box of a word's last character is asked for only where the next word stands so far
        off that there may be a gap, and at the end of a line; elsewhere the right edge of a word
        is taken to be a thin space before the next one.
        """
        box, word, text = self._box, self._word, self.text
        texts: list[str] = []
        lefts: list[float] = []
        rights: list[float] = []
        head = (0.0, 0.0, 0.0, 0.0)
        first = begun = ended = 0
        top = bottom = 0.0
        for match in _WORD.finditer(text):
            start, end = match.span()
            place = box(start)
            x0, y0, _, y1 = place
            if texts:
                height, rise = bottom - top, y1 - y0
                shared = (bottom if bottom < y1 else y1) - (top if top > y0 else y0)
                if x0 > lefts[-1] and shared + shared > (rise if rise < height else height):
                    near = x0 - lefts[-1] <= (0.4 * (ended - begun) + 0.6) * height
                    edge = x0 - 0.2 * height if near else box(ended - 1)[2]
                    if near or -0.5 * height < x0 - edge <= GAP * max(height, rise):
                        if ended == start and x0 - edge < 0.1 * height:
                            texts[-1] += word(start, end)
                        else:
                            rights.append(edge if edge > lefts[-1] else lefts[-1])
                            texts.append(word(start, end))
                            lefts.append(x0)
                        top, bottom = (y0 if y0 < top else top), (y1 if y1 > bottom else bottom)
                        begun, ended = start, end
                        continue
                self._close((texts, lefts, rights), (first, ended), head, (top, bottom))
            texts, lefts, rights = [word(start, end)], [x0], []
            head, first, begun, ended = place, start, start, end
            top, bottom = y0, y1
        if texts:
            self._close((texts, lefts, rights), (first, ended), head, (top, bottom))
        return [line for line in self.lines if line.testo]

    def _boxer(
        self, place: Placing, origin: tuple[float, float] | None
    ) -> Callable[[int], tuple[float, float, float, float]]:
        """What gives the box of the character at a place of the text."""
        rect = pdfium_c.FS_RECTF()
        ref = ctypes.byref(rect)
        handle = ctypes.c_void_p(ctypes.cast(self._textpage, ctypes.c_void_p).value)
        if origin is not None and self._same:
            west, north = origin

            def straight(at: int) -> tuple[float, float, float, float]:
                _LOOSE_BOX(handle, at, ref)
                return rect.left - west, north - rect.top, rect.right - west, north - rect.bottom

            return straight

        def placed(at: int) -> tuple[float, float, float, float]:
            _LOOSE_BOX(handle, at if self._same else self._index(at), ref)
            return place(rect.left, rect.bottom, rect.right, rect.top)

        return placed

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
        tail = self._box(end - 1)
        x0, y0, x1, _ = head
        upright = abs(tail[1] - y0) <= max(x1 - x0, 1.0, 2 * abs(tail[0] - x0))
        if (end - begin > 1 and not upright) or (
            end - begin < 4 and self._beside_vertical(head, tail)
        ):
            self._vertical(" ".join(texts), begin, head, tail)
            return
        rights.append(tail[2])
        line = PrintedLine(
            " ".join(filter(None, texts)),
            x0,
            min(rise[0], tail[1]),
            tail[2],
            max(rise[1], tail[3]),
            [word for word in zip(texts, lefts, rights, strict=True) if word[0]],
            self._size(begin if len(texts[0]) > 2 else end - 1),
            self._bold(begin) and self._bold(end - 1),
        )
        line.pagina = self._number
        self.lines.append(line)

    def _index(self, at: int) -> int:
        found: int = pdfium_c.FPDFText_GetCharIndexFromTextIndex(self._textpage, at)
        return max(found, 0)

    def _word(self, start: int, end: int) -> str:
        word = self.text[start:end]
        if self._odd:
            if not word.isascii():
                word = word.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            return plain(word)
        return word[:-1] + "-" if word[-1] == DIVISION else word

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
                line.parole.append((text, y0, y1))
                return
        line = PrintedLine(text, x0, y0, x1, y1, [(text, y0, y1)], self._size(begin))
        line.verticale = True
        line.sale = upwards
        line.pagina = self._number
        self.lines.append(line)

    def _size(self, at: int) -> float:
        index = at if self._same else self._index(at)
        size: float = pdfium_c.FPDFText_GetFontSize(self._textpage, index)
        matrix = self._matrix
        if pdfium_c.FPDFText_GetMatrix(self._textpage, index, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
        return round(size, 1)

    def _bold(self, at: int) -> bool:
        index = at if self._same else self._index(at)
        pdfium_c.FPDFText_GetFontInfo(
            self._textpage, index, self._font_name, 96, ctypes.byref(self._flags)
        )
        name = self._font_name.value
        return b"Bold" in name or b"bold" in name or b"Black" in name


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


def printed_page(page: Any, textpage: Any, number: int, rules: list[Rule]) -> PrintedPage:
    """The page's lines and rules; a page written on its side is turned upright."""
    width, height = page_size(page)
    place = placing(page)
    west, _, _, north = bounding_box(page)
    origin = None if pdfium_c.FPDFPage_GetRotation(page) % 4 else (west, north)
    lines = WordReader(place, textpage, number, origin).read()
    turn = _on_its_side(lines)
    if not turn:
        return PrintedPage(number, width, height, lines, rules)

    def upright(x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        if turn == 90:
            return height - y1, x0, height - y0, x1
        if turn == 180:
            return width - x1, height - y1, width - x0, height - y0
        return y0, width - x1, y1, width - x0

    lines = WordReader(lambda *box: upright(*place(*box)), textpage, number).read()
    turned = [Rule(*upright(*rule[:4]), rule.ombra) for rule in rules]
    if turn != 180:
        width, height = height, width
    return PrintedPage(number, width, height, lines, turned, giro=turn)
