"""Exact boxes of the characters of facts.

A box per character costs several times the reading of a page, so a Document keeps one box a
line; for the words that a fact rests on the page is opened again and only their first and last
characters are asked for.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from extractor.documents import bulk
from extractor.documents.glyphs import DIVISION, odd, plain
from extractor.documents.held import close, held
from extractor.documents.opening import load_page, open_pdf
from extractor.documents.page_text import PageText
from extractor.documents.words import placing
from models.document import Box, Document, Line
from models.vocabulary import Flusso

PageBox = tuple[int, float, float, float, float]
"""Page number from 1, and x0, y0, x1, y1 in points from the top left of the page as shown."""

_Wanted = tuple[int, int, Line, int, int]
"""A stretch of a line: the fact's number, the number of its box, the line, its offsets."""

_Edges = tuple[float, float, float, float]
"""x0, y0, x1 and y1 of a box."""

_Place = tuple[float, float, _Edges]
"""The middle of a character's box, and the box."""

_UNREAD: PageBox = (0, 0.0, 0.0, 0.0, 0.0)
"""In the place of a box that is still to be looked up."""

_MOST_PLACES = 400
"""Places on a page where the same words are looked for."""

_INK = re.compile(rf"[^\s{DIVISION}]+")


class _PageInk:
    """The characters of a page that leave ink, and where each of them is printed."""

    def __init__(self, page: Any, text: PageText) -> None:
        self._text = text
        self._placing = placing(page).box
        self._ink, self._text_places = _spelt(text) if text.odd else text.ink()
        self._places: dict[int, _Place] = {}

    def find(self, words: str, line: Box, share: float) -> Box | None:
        """The box of ``words`` inside ``line``; of several, that nearest to ``share`` of it."""
        ink = "".join(words.split())
        if not ink:
            return None
        find, known, place = self._ink.find, self._places, self._place
        west, north, east, south = line.x0 - 1.5, line.y0 - 1.5, line.x1 + 1.5, line.y1 + 1.5
        more = len(ink) - 1
        best: tuple[float, _Edges, _Edges] | None = None
        at = find(ink)
        for _ in range(_MOST_PLACES):
            if at < 0:
                break
            x, y, first = known.get(at) or place(at)
            if north <= y <= south and west <= x <= east:
                off = abs(_share(first, line) - share)
                x, y, last = known.get(at + more) or place(at + more)
                inside = north <= y <= south and west <= x <= east
                if inside and (best is None or off < best[0]):
                    best = (off, first, last)
            at = find(ink, at + 1)
        return _around(best[1], best[2]) if best else None

    def _place(self, at: int) -> _Place:
        """Where a character is printed; words in many places ask for the same ones again."""
        index = self._text.index(self._text_places.item(at))
        left, top, right, bottom = bulk.loose_box(self._text.textpage, index)
        x0, y0, x1, y1 = box = self._placing(left, bottom, right, top)
        placed = self._places[at] = ((x0 + x1) / 2, (y0 + y1) / 2, box)
        return placed


def _spelt(text: PageText) -> tuple[str, NDArray[np.intp]]:
    """The words of a text as they are written, and of each letter the place of its character."""
    pieces: list[str] = []
    places: list[int] = []
    for start, word in zip(text.starts.tolist(), text.words(), strict=True):
        word = word.rstrip(DIVISION)
        if not odd(word):
            pieces.append(word)
            places += range(start, start + len(word))
            continue
        for at, char in enumerate(word, start):
            written = plain(char)
            pieces.append(written)
            places += [at] * len(written)
    return "".join(pieces), np.array(places, np.intp)


def _share(box: _Edges, line: Box) -> float:
    """How far along the line the box begins, from 0 to 1."""
    if line.x1 - line.x0 >= line.y1 - line.y0:
        return (box[0] - line.x0) / max(line.x1 - line.x0, 1.0)
    return (box[1] - line.y0) / max(line.y1 - line.y0, 1.0)


def _around(one: _Edges, other: _Edges) -> Box:
    return Box(
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def cut(line: Line, start: int, end: int) -> Box:
    """The part of a line's box that its characters ``[start, end)`` take, all equally wide; all
    of it for a line written up or down the page."""
    x0, y0, x1, y1 = line.riquadro
    if y1 - y0 > 2 * (x1 - x0) and line.fine - line.inizio > 3:
        return line.riquadro
    step = (x1 - x0) / max(line.fine - line.inizio, 1)
    return Box(x0 + step * (start - line.inizio), y0, x0 + step * (end - line.inizio), y1)


def fact_boxes(
    data: bytes | None,
    document: Document,
    spans: Sequence[tuple[int, int]],
    flusso: Flusso = "testo",
) -> list[tuple[PageBox, ...]]:
    """The boxes of stretches of a document's text, one for each printed line they touch.

    ``data`` is the PDF that the document was read from; without it, and on pages read optically,
    a line's box is cut in proportion. Offsets count in the text named by ``flusso``. Raises
    ReadError if ``data`` cannot be opened.
    """
    text = document.testo if flusso == "testo" else document.margine
    found: list[list[PageBox]] = []
    wanted: dict[int, list[_Wanted]] = defaultdict(list)
    exact = {page.numero for page in document.pagine if page.lettura == "testo"} if data else set()
    for number, (start, end) in enumerate(spans):
        found.append([])
        for line in document.lines_in(start, end, flusso):
            first, last = max(start, line.inizio), min(end, line.fine)
            if not text[first:last].strip():
                continue
            if line.pagina in exact:
                wanted[line.pagina].append((number, len(found[number]), line, first, last))
                found[number].append(_UNREAD)
            else:
                found[number].append(_page_box(line.pagina, cut(line, first, last)))
    if wanted and data:
        _read_exact(data, text, wanted, found)
    return [tuple(boxes) for boxes in found]


def _read_exact(
    data: bytes,
    text: str,
    wanted: dict[int, list[_Wanted]],
    found: list[list[PageBox]],
) -> None:
    """Puts the boxes that are wanted in their places."""
    opened = held(data)
    for number in sorted(wanted):
        if number in opened:
            _place(_PageInk(*opened[number]), text, number, wanted[number], found)
    closed = [number for number in sorted(wanted) if number not in opened]
    if not closed:
        return
    with open_pdf(data) as pdf:
        for number in closed:
            page = load_page(pdf, number - 1)
            textpage = pdfium_c.FPDFText_LoadPage(page)
            try:
                _place(_PageInk(page, PageText(textpage)), text, number, wanted[number], found)
            finally:
                close(page, textpage)


def _place(
    ink: _PageInk, text: str, number: int, wanted: Sequence[_Wanted], found: list[list[PageBox]]
) -> None:
    """Puts the boxes of a page in their places: exact, or where it does not show the words in
    proportion."""
    for fact, at, line, first, last in wanted:
        box = _exact(ink, text, line, first, last) or cut(line, first, last)
        found[fact][at] = _page_box(number, box)


def _exact(ink: _PageInk, text: str, line: Line, first: int, last: int) -> Box | None:
    """The box of the words; where they are not drawn in one go, that around each of them."""
    length = max(line.fine - line.inizio, 1)
    whole = ink.find(text[first:last], line.riquadro, (first - line.inizio) / length)
    if whole is not None:
        return whole
    around: Box | None = None
    for match in _INK.finditer(text, first, last):
        share = (match.start() - line.inizio) / length
        box = ink.find(match.group(), line.riquadro, share)
        if box is None:
            return None
        around = box if around is None else _around(around, box)
    return around


def _page_box(page: int, box: Box) -> PageBox:
    return (page, round(box.x0, 1), round(box.y0, 1), round(box.x1, 1), round(box.y1, 1))
