"""Furniture: running headers, footers, page numbers and stamps, told from the text.

What is furniture repeats at the same place on pages near each other, at the edge of the page with
nothing but furniture beyond it; or runs up the side; or is a page number alone.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, pairwise

from extractor.documents.layout import PrintedLine, PrintedPage

_DIGITS = re.compile(r"\d{1,4}(?!\d)")
_PAGE_NUMBER = re.compile(
    r"[-–—]\s{0,2}\d{1,4}\s{0,2}[-–—]"
    r"|(?:pag(?:ina|\.)?|p\.)\s{0,2}\d{1,4}(?:\s{0,2}(?:di|/|a|su)\s{0,2}\d{1,4})?",
    re.I,
)
_PAGE_OF = re.compile(
    r"(?:pag(?:ina|\.)?|page)\s{0,2}\d{1,4}\s{0,2}(?:di|/|of)\s{0,2}\d{1,4}", re.I
)
"""A page number that says so: furniture wherever near an edge it stands."""

_IDENTIFIER = re.compile(r"\d{3,8}[-/]\d{4,8}")
"""The number of the document itself, as notices print it at the foot: ``123456-2025``."""

_NUMBER = re.compile(r"(\d{1,4})(?:\s{0,2}(?:/|di)\s{0,2}\d{1,4})?")
_REGISTRY = re.compile(
    r"(?:[\w./']{1,20}\s){0,12}?-\s?\w{2,12}\s?-\s?\w{0,3}REG\w{0,20}\s?-\s?\d{3,9}\s?-"
    r"|.{0,80}\b(?:Prot|PROT)\w{0,8}\.?.{0,30}\d{3,9}.{0,20}"
    r"\b(?:Ingresso|Uscita|Interno|Arrivo|Partenza|INGRESSO|USCITA|ARRIVO|PARTENZA)\b"
    r"|\w{1,12}[\w.-]{0,30}[\s.]REGISTRO\s\w{6,10}\W{1,2}[UIE]\W{1,2}\d{4,9}\.\d\d-\d\d-\d{4}$"
    r"|\w{1,6}_\w{1,12}\.[\w.-]{2,40}\.(?:\d{2}[-/]\d{2}[-/]\d{4}\.)?\d{4,9}\.[UIE]$"
)
"""A registry's stamp: ``COMUNE DI … - c_x000 - REG_PROT - 0001234 - Ingresso - 02/03/2026``; the
State's ``m_abc.XYZ.REGISTRO UFFICIALE.U.0001234.07-09-2022``, ``m_abc.XYZ.07-09-2022.0001234.U``.
"""

_SIGNATURE = re.compile(
    r"\(?(?:f\.?\s?to|firmato|il (?:segretario|presidente|sindaco|dirigente|direttore|responsabile"
    r"|rettore|funzionario)|la (?:dirigente|presidente|direttrice|segretaria|responsabile))\b",
    re.I,
)
"""A signature, which may stand at the foot of every page: the last one is the act's own."""

_MOST_PIECES = 3
"""Pieces of a running header's row; the header of a table without rules has more."""

_TITLE = re.compile(r"(?:tab|allegat|art|cap|sezione|scheda|tav|fig|punto|comma|parte|titolo)")
"""Words whose number counts tables, attachments, articles: titles, not running headers."""

_LINE_NUMBER = re.compile(r"\d{1,4}")
_LONGEST_NUMBER = 4
_STEPS = {2, 4, 5, 10}
_FEWEST_NUMBERS = 4
_MOST_NUMBERS = 60
"""How often the lines of a text are numbered in its margin, and how many numbers tell it: a page
with more numbers standing alone is a table."""

_EDGE = 0.22
"""How far from the edge furniture goes, as a part of the page's height."""


@lru_cache(maxsize=4096)
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
    taken: dict[int, list[PrintedLine]] = {}
    for page in pages:
        taken[page.numero] = apart = _apart(page, tabled.get(page.numero, []))
        page.righe = _without(page.righe, apart)
    edges = _Edges(pages)
    for page in pages:
        for at_top in (True, False):
            found = edges.furniture(page, at_top, tabled.get(page.numero, []))
            page.righe = _without(page.righe, found)
            taken[page.numero].extend(found)
    return taken


def _without(lines: list[PrintedLine], taken: list[PrintedLine]) -> list[PrintedLine]:
    if not taken:
        return lines
    gone = set(map(id, taken))
    return [line for line in lines if id(line) not in gone]


def _apart(page: PrintedPage, tables: list[list[PrintedLine]]) -> list[PrintedLine]:
    """What stands nowhere in the text: writing up the page, not in a table's cell; askew, as
    watermarks are; or off the visible page, as printers' marks are."""
    celled = {id(line) for lines in tables for line in lines if line.verticale}
    apart = [line for line in page.righe if line.verticale and id(line) not in celled]
    width, height = page.larghezza, page.altezza
    strange = [
        line
        for line in page.righe
        if not line.verticale
        and (
            line.obliqua
            or not 0 <= (line.x0 + line.x1) / 2 <= width
            or not 0 <= (line.y0 + line.y1) / 2 <= height
        )
    ]
    if strange and 2 * _length(strange) < _length(page.righe):
        apart += strange
    return apart + _line_numbers(page)


def _length(lines: list[PrintedLine]) -> int:
    return sum(len(line.testo) for line in lines)


def _line_numbers(page: PrintedPage) -> list[PrintedLine]:
    """The numbers of every fifth line or so, down the margin of a text."""
    bare = [
        line
        for line in page.righe
        if len(line.testo) <= _LONGEST_NUMBER and _LINE_NUMBER.fullmatch(line.testo)
    ]
    if not _FEWEST_NUMBERS <= len(bare) <= _MOST_NUMBERS:
        return []
    bare.sort(key=lambda line: line.y0)
    columns = [
        [line for line in bare if abs(edge(line) - edge(first)) < 2]
        for edge in (_left, _right)
        for first in bare
    ]
    longest = max(columns, key=len)
    return longest if _numbers_lines(longest, page) else []


def _left(line: PrintedLine) -> float:
    return line.x0


def _right(line: PrintedLine) -> float:
    return line.x1


def _numbers_lines(column: list[PrintedLine], page: PrintedPage) -> bool:
    """Whether numbers one below the other go up by one step at a steady pitch, with nothing on
    the one side of them."""
    if len(column) < _FEWEST_NUMBERS:
        return False
    numbers = [int(line.testo) for line in column]
    pitch = (column[-1].y0 - column[0].y0) / (len(column) - 1)
    return (
        {two - one for one, two in pairwise(numbers)} <= {numbers[1] - numbers[0]} & _STEPS
        and all(abs(two.y0 - one.y0 - pitch) < 0.1 * pitch for one, two in pairwise(column))
        and all(_margin_of(line, page) for line in column)
    )


def _margin_of(number: PrintedLine, page: PrintedPage) -> bool:
    """Whether all that stands near the height of a line number stands on one side of it."""
    near = [
        line
        for line in page.righe
        if line is not number and line.y1 > number.y0 - number.height and line.y0 < number.y1
    ]
    return bool(near) and (
        all(line.x0 > number.x1 for line in near) or all(line.x1 < number.x0 for line in near)
    )


_Place = tuple[str, int, bool]
"""A line's words made alike, its distance from the edge in steps of 3 points, which edge."""

_Series = tuple[int, int, bool]
"""By how much a bare number runs ahead of its page's, and where it stands."""


class _Edges:
    """What stands near the edges of the pages, and on which of them."""

    def __init__(self, pages: Sequence[PrintedPage]) -> None:
        self._places: dict[_Place, dict[int, str]] = defaultdict(dict)
        self._series: Counter[_Series] = Counter()
        for page in pages:
            for at_top in (True, False):
                for line in _near(page, at_top):
                    self._places[_place(line, page, at_top)][page.numero] = line.testo
                    series = _series(line, page, at_top)
                    if series:
                        self._series[series] += 1

    def furniture(
        self, page: PrintedPage, at_top: bool, tables: list[list[PrintedLine]]
    ) -> list[PrintedLine]:
        """The furniture at one edge: from the edge inwards, up to the first row of the text."""
        near = _near(page, at_top)
        repeated = {id(line) for line in near if self._repeats(line, page, at_top)}
        kept: set[int] = set()
        for lines in tables:
            if not all(id(line) in repeated for line in lines):
                kept.update(map(id, lines))
        found: list[PrintedLine] = []
        for row in _rows(near, at_top):
            if any(id(line) in kept for line in row) or len(row) > _MOST_PIECES:
                break
            if not at_top and any(self._signs(line, page) for line in row):
                break
            known = [line for line in row if id(line) in repeated or _REGISTRY.match(line.testo)]
            numbers = [
                line for line in row if line not in known and self._page_number(line, page, at_top)
            ]
            if not known and len(numbers) < len(row):
                break
            whole = sum(len(line.testo) for line in row)
            if 2 * sum(len(line.testo) for line in chain(known, numbers)) < whole:
                break
            found.extend(row)
        gone = set(map(id, found))
        found.extend(
            line for line in near if id(line) not in gone and _PAGE_OF.fullmatch(line.testo)
        )
        return found

    def _repeats(self, line: PrintedLine, page: PrintedPage, at_top: bool) -> bool:
        """Whether a page nearby has the line at the same place, but for its number."""
        text, step, _ = _place(line, page, at_top)
        if not any(map(str.isalpha, text)) and not _IDENTIFIER.fullmatch(line.testo):
            return False  # a bullet, a rule of dashes; for a bare number see _page_number
        for near in (step, step - 1, step + 1):
            on = self._places.get((text, near, at_top), {})
            for away in (-2, -1, 1, 2):
                other = on.get(page.numero + away)
                if other is not None and (
                    other == line.testo
                    or (len(on) > 2 and not _TITLE.match(text))
                    or _counts(line.testo, other, away)
                ):
                    return True
        return False

    def _signs(self, line: PrintedLine, page: PrintedPage) -> bool:
        """Whether a line at the foot is a signature, for the last time, and the page has no
        other one in its text."""
        if not _SIGNATURE.match(line.testo):
            return False
        text, step, _ = _place(line, page, False)
        last = max(
            max(self._places.get((text, near, False), ()), default=0)
            for near in (step - 1, step, step + 1)
        )
        return page.numero >= last and sum(other.testo == line.testo for other in page.righe) == 1

    def _page_number(self, line: PrintedLine, page: PrintedPage, at_top: bool) -> bool:
        """Whether a line is the number of its page: decorated, or one of a series."""
        if _PAGE_NUMBER.fullmatch(line.testo):
            return True
        series = _series(line, page, at_top)
        return series is not None and any(
            self._series[series[0], series[1] + step, at_top] > (not step) for step in (-1, 0, 1)
        )


def _near(page: PrintedPage, at_top: bool) -> list[PrintedLine]:
    limit = _EDGE * page.altezza
    if at_top:
        return [line for line in page.righe if line.y1 < limit]
    return [line for line in page.righe if line.y0 > page.altezza - limit]


def _place(line: PrintedLine, page: PrintedPage, at_top: bool) -> _Place:
    away = line.y0 if at_top else page.altezza - line.y1
    return line_key(line.testo), round(away / 3), at_top


def _series(line: PrintedLine, page: PrintedPage, at_top: bool) -> _Series | None:
    number = _NUMBER.fullmatch(line.testo)
    if number is None:
        return None
    away = line.y0 if at_top else page.altezza - line.y1
    return int(number.group(1)) - page.numero, round(away / 4), at_top


def _counts(text: str, other: str, away: int) -> bool:
    """Whether the numbers in which two like lines differ count the pages between them."""
    ours, theirs = _DIGITS.findall(text), _DIGITS.findall(other)
    return "pag" in text.casefold() and all(
        one == two or int(two) - int(one) == away for one, two in zip(ours, theirs, strict=False)
    )


def _rows(lines: list[PrintedLine], at_top: bool) -> list[list[PrintedLine]]:
    """The lines by the row they stand in, from the edge of the page inwards."""
    rows: list[list[PrintedLine]] = []
    for line in sorted(lines, key=lambda line: line.y0 if at_top else -line.y1):
        if rows and any(_level(line, other) for other in rows[-1][-40:]):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _level(line: PrintedLine, other: PrintedLine) -> bool:
    return min(line.y1, other.y1) - max(line.y0, other.y0) > 0.5 * min(line.height, other.height)
