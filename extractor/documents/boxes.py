"""Exact boxes of the characters of facts.

A box per character costs several times the reading of a page, so a Document keeps one box a
line; for the words that a fact rests on the page is opened again and only their first and last
characters are asked for.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

import pypdfium2.raw as pdfium_c

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

_Place = tuple[float, float, Box]
"""The middle of a character's box, and the box."""

_UNREAD: PageBox = (0, 0.0, 0.0, 0.0, 0.0)
"""In the place of a box that is still to be looked up."""

_MOST_PLACES = 400
"""Places on a page where the same words are looked for."""

_INK = re.compile(rf"[^\s{DIVISION}]+")


class _Printed:
    """The characters of a page, by their places in its text: where each of them is printed."""

    def __init__(self, page: Any, text: PageText) -> None:
        self.text = text
        self._placing = placing(page).box
        self._places: dict[int, _Place] = {}
        self._begins: dict[int, int] = {}
        self._reached = 0

    @cached_property
    def ink(self) -> "_Ink":
        """Those that leave ink."""
        return _Ink(self)

    def place(self, at: int) -> _Place:
        """Where a character is printed; words in many places ask for the same ones again."""
        placed = self._places.get(at)
        if placed is None:
            left, top, right, bottom = bulk.loose_box(self.text.textpage, self.text.index(at))
            box = Box(*self._placing(left, bottom, right, top))
            placed = self._places[at] = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, box)
        return placed

    def in_line(self, text: str, line: Line, first: int, last: int) -> Box | None:
        """The box of ``text[first:last]``, if the page's text has the line as ``text`` has it."""
        begin = self._begins.get(line.inizio)
        if begin is None:
            begin = self._begin(text[line.inizio : line.fine], line.riquadro)
            self._begins[line.inizio] = begin
        if begin < 0:
            return None
        words = text[first:last]
        first += len(words) - len(words.lstrip())
        last -= len(words) - len(words.rstrip())
        begin -= line.inizio
        one, other = self.place(begin + first), self.place(begin + last - 1)
        if not (_inside(line.riquadro, one) and _inside(line.riquadro, other)):
            return None
        return _around(one[2], other[2])

    def _begin(self, words: str, line: Box) -> int:
        """Where in the page's text a line begins; -1 if nothing of the text is that line."""
        text = self.text.testo
        # Lines are asked for in their order: the next of many like it is the nearest after the last
        before = self._reached + len(words) - 1
        for start, end in ((self._reached, len(text)), (0, before)):
            for at in _occurrences(text, words, start, end):
                if _inside(line, self.place(at)):
                    self._reached = at + len(words)
                    return at
        return -1


class _Ink:
    """The characters of a page that leave ink, as they are written in a document's text."""

    def __init__(self, printed: _Printed) -> None:
        self._place = printed.place
        text = printed.text
        starts: Sequence[int] = text.starts.tolist()
        words = text.words()
        if DIVISION in text.testo:
            words = [word.rstrip(DIVISION) for word in words]
        if text.odd:
            pieces = [
                piece
                for start, word in zip(starts, words, strict=True)
                for piece in _spelt(start, word)
            ]
            starts, words = [start for start, _ in pieces], [word for _, word in pieces]
        self._starts = starts
        self._begins = list(accumulate(map(len, words), initial=0))
        self._ink = "".join(words)

    def find(self, words: str, line: Box, share: float) -> Box | None:
        """The box of ``words`` inside ``line``; of several, that nearest to ``share`` of it."""
        ink = "".join(words.split())
        if not ink:
            return None
        more = len(ink) - 1
        best: tuple[float, Box] | None = None
        for at in _occurrences(self._ink, ink, 0, len(self._ink)):
            first = self._place(self._at(at))
            if _inside(line, first):
                off = abs(_share(first[2], line) - share)
                last = self._place(self._at(at + more))
                if _inside(line, last) and (best is None or off < best[0]):
                    best = (off, _around(first[2], last[2]))
        return best[1] if best else None

    def _at(self, at: int) -> int:
        """The place in the page's text of a character that leaves ink."""
        piece = bisect_right(self._begins, at) - 1
        return self._starts[piece] + at - self._begins[piece]


def _occurrences(text: str, words: str, start: int, end: int) -> Iterator[int]:
    """Where the words stand in ``text[start:end]``, the first of them."""
    at = text.find(words, start, end)
    for _ in range(_MOST_PLACES):
        if at < 0:
            break
        yield at
        at = text.find(words, at + 1, end)


def _inside(line: Box, place: _Place) -> bool:
    """Whether a character is printed in a line; boxes of two sources differ by a little."""
    x, y, _ = place
    return line.y0 - 1.5 <= y <= line.y1 + 1.5 and line.x0 - 1.5 <= x <= line.x1 + 1.5


def _spelt(start: int, word: str) -> Iterator[tuple[int, str]]:
    """A word that begins at ``start`` as it is written: each letter with the place of its
    character."""
    if not odd(word):
        yield start, word
        return
    for at, char in enumerate(word, start):
        for letter in plain(char):
            yield at, letter


def _share(box: Box, line: Box) -> float:
    """How far along the line the box begins, from 0 to 1."""
    if line.x1 - line.x0 >= line.y1 - line.y0:
        return (box.x0 - line.x0) / max(line.x1 - line.x0, 1.0)
    return (box.y0 - line.y0) / max(line.y1 - line.y0, 1.0)


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.x0, other.x0),
        min(one.y0, other.y0),
        max(one.x1, other.x1),
        max(one.y1, other.y1),
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
            _place(_Printed(*opened[number]), text, number, wanted[number], found)
    closed = [number for number in sorted(wanted) if number not in opened]
    if not closed:
        return
    with open_pdf(data) as pdf:
        for number in closed:
            page = load_page(pdf, number - 1)
            textpage = pdfium_c.FPDFText_LoadPage(page)
            try:
                _place(_Printed(page, PageText(textpage)), text, number, wanted[number], found)
            finally:
                close(page, textpage)


def _place(
    page: _Printed, text: str, number: int, wanted: Sequence[_Wanted], found: list[list[PageBox]]
) -> None:
    """Puts the boxes of a page in their places: exact, or where it does not show the words in
    proportion."""
    for fact, at, line, first, last in wanted:
        box = _exact(page, text, line, first, last) or cut(line, first, last)
        found[fact][at] = _page_box(number, box)


def _exact(page: _Printed, text: str, line: Line, first: int, last: int) -> Box | None:
    """The box of the words; where they are not drawn in one go, that around each of them."""
    box = page.in_line(text, line, first, last)
    if box is not None:
        return box
    ink = page.ink
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
