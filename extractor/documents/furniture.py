"""Furniture: running headers, footers, page numbers and stamps, told from the text.

What is furniture repeats at the same place on pages near each other, at the edge of the page with
nothing but furniture beyond it; or runs up the side; or is a page number alone.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from extractor.documents.layout import PrintedLine, PrintedPage

_DIGITS = re.compile(r"\d{1,4}(?!\d)")
_PAGE_NUMBER = re.compile(
    r"[-–—]\s{0,2}\d{1,4}\s{0,2}[-–—]"
    r"|(?:pag(?:ina|\.)?|p\.)\s{0,2}\d{1,4}(?:\s{0,2}(?:di|/|a|su)\s{0,2}\d{1,4})?",
    re.I,
)
_NUMBER = re.compile(r"(\d{1,4})(?:\s{0,2}(?:/|di)\s{0,2}\d{1,4})?")
_EDGE = 0.22
"""How far from the edge furniture goes, as a part of the page's height."""


def line_key(text: str) -> str:
    """A line's words with the numbers that change by page made alike."""
    return _DIGITS.sub("#", " ".join(text.split())).casefold()


def split_furniture(
    pages: Sequence[PrintedPage], tabled: dict[int, list[list[PrintedLine]]]
) -> dict[int, list[PrintedLine]]:
    """Takes the furniture out of the pages' lines; returns it, by page number.

    ``tabled`` has, by page number, the lines of each ruled table: a table is furniture (a
    letterhead set as one) only as a whole, so that a header row repeated over pages is not.
    """
    taken: dict[int, list[PrintedLine]] = {page.numero: [] for page in pages}
    for page in pages:
        upright = [line for line in page.righe if not line.verticale]
        taken[page.numero] = [line for line in page.righe if line.verticale]
        page.righe = upright
    places = _places(pages)
    numbering = _numbering(pages)
    for page in pages:
        for at_top in (True, False):
            kept = _kept(page, at_top, places, tabled.get(page.numero, []))
            for line in _edge_lines(page, at_top, places, numbering, kept):
                page.righe.remove(line)
                taken[page.numero].append(line)
    return taken


_Key = tuple[str, int, bool]


def _keys(line: PrintedLine, page: PrintedPage) -> list[_Key]:
    """The line's words with its distance from the top and from the bottom of the page."""
    key = line_key(line.testo)
    return [(key, round(line.y0 / 3), True), (key, round((page.altezza - line.y1) / 3), False)]


def _near(line: PrintedLine, page: PrintedPage, at_top: bool) -> bool:
    limit = _EDGE * page.altezza
    return line.y1 < limit if at_top else line.y0 > page.altezza - limit


def _places(pages: Sequence[PrintedPage]) -> dict[tuple[str, int, bool], set[int]]:
    """On which pages each line near an edge stands."""
    places: dict[_Key, set[int]] = defaultdict(set)
    for page in pages:
        for line in page.righe:
            for key in _keys(line, page):
                if _near(line, page, key[2]):
                    places[key].add(page.numero)
    return places


def _repeats(
    line: PrintedLine, page: PrintedPage, at_top: bool, places: dict[_Key, set[int]]
) -> bool:
    text, step, _ = _keys(line, page)[0 if at_top else 1]
    if not any(map(str.isalpha, text)) and "#" in text:
        return False  # a bare number: see _page_number
    number = page.numero
    around = (number - 2, number - 1, number + 1, number + 2)
    for near in (step, step - 1, step + 1):
        on = places.get((text, near, at_top))
        if on and any(other in on for other in around):
            return True
    return False


_Series = tuple[int, int, bool]


def _series(line: PrintedLine, page: PrintedPage, at_top: bool) -> _Series | None:
    """By how much a bare number runs ahead of its page's, and where it stands."""
    number = _NUMBER.fullmatch(line.testo)
    if number is None:
        return None
    away = line.y0 if at_top else page.altezza - line.y1
    return int(number.group(1)) - page.numero, round(away / 4), at_top


def _numbering(pages: Sequence[PrintedPage]) -> set[_Series]:
    """The series that bare numbers at the edges of two pages or more make."""
    ahead: dict[_Series, set[int]] = defaultdict(set)
    for page in pages:
        for line in page.righe:
            for at_top in (True, False):
                series = _series(line, page, at_top)
                if series and _near(line, page, at_top):
                    ahead[series].add(page.numero)
    return {series for series, on in ahead.items() if len(on) > 1}


def _page_number(
    line: PrintedLine, page: PrintedPage, at_top: bool, numbering: set[_Series]
) -> bool:
    """Whether a line is the number of its page; a number with words beside it heads a list."""
    if _PAGE_NUMBER.fullmatch(line.testo):
        return True
    series = _series(line, page, at_top)
    if series is None or not any(
        (series[0], series[1] + step, at_top) in numbering for step in (-1, 0, 1)
    ):
        return False
    return not any(other is not line and _level(other, line) for other in page.righe)


def _kept(
    page: PrintedPage,
    at_top: bool,
    places: dict[_Key, set[int]],
    tables: list[list[PrintedLine]],
) -> set[int]:
    """The lines (by identity) of tables that do not repeat as a whole."""
    kept: set[int] = set()
    for lines in tables:
        if not all(
            _near(line, page, at_top) and _repeats(line, page, at_top, places) for line in lines
        ):
            kept.update(map(id, lines))
    return kept


def _edge_lines(
    page: PrintedPage,
    at_top: bool,
    places: dict[_Key, set[int]],
    numbering: set[_Series],
    kept: set[int],
) -> list[PrintedLine]:
    """The furniture at one edge: from the edge inwards, up to the first line of the text."""
    lines = [line for line in page.righe if _near(line, page, at_top)]
    lines.sort(key=lambda line: line.y0 if at_top else -line.y1)
    found: list[PrintedLine] = []
    for line in lines:
        if id(line) in kept:
            break
        if _repeats(line, page, at_top, places) or _page_number(line, page, at_top, numbering):
            found.append(line)
        elif found and _level(line, found[-1]):
            continue
        else:
            break
    return found


def _level(line: PrintedLine, other: PrintedLine) -> bool:
    return min(line.y1, other.y1) - max(line.y0, other.y0) > 0.5 * min(line.height, other.height)
