"""The ruling lines of a PDF page: drawn lines and thin rectangles, from its path objects."""

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium_c

from extractor.documents import bulk
from extractor.documents.layout import Rule
from extractor.documents.words import PlaceBox

_THIN = 3.0
"""Greatest thickness of a rule, in points."""

_MOST_OBJECTS = 20_000
"""Path objects looked at on a page; drawings and maps have many more, and no tables."""

_MOST_RULES = 4_000


def _paths(page: Any) -> Iterator[tuple[int, float, float, float, float]]:
    """The path objects of a page and of the forms on it: address, left, bottom, right, top."""
    addresses, kinds = bulk.objects(page, False, _MOST_OBJECTS)
    yield from bulk.bounds(_of_kind(pdfium_c.FPDF_PAGEOBJ_PATH, addresses, kinds))
    for form in _of_kind(pdfium_c.FPDF_PAGEOBJ_FORM, addresses, kinds):
        yield from _paths_of_form(ctypes.c_void_p(form))


def _of_kind(kind: int, addresses: Sequence[int], kinds: Sequence[int]) -> list[int]:
    return [address for address, sort in zip(addresses, kinds, strict=True) if sort == kind]


def _paths_of_form(form: bulk.Handle) -> Iterator[tuple[int, float, float, float, float]]:
    addresses, kinds = bulk.objects(form, True, _MOST_OBJECTS)
    paths = _of_kind(pdfium_c.FPDF_PAGEOBJ_PATH, addresses, kinds)
    matrix = pdfium_c.FS_MATRIX()
    moved = bulk.form_matrix(form, ctypes.byref(matrix))
    for address, *edges in bulk.bounds(paths):
        yield address, *(_moved(matrix, *edges) if moved else edges)


def ruling_lines(page: Any, place: PlaceBox) -> list[Rule]:
    """The horizontal and vertical rules drawn on the page, each once, where it shows them.

    A filled or stroked rectangle thicker than a rule counts as its four sides: cells drawn as
    boxes or filled with a colour.
    """
    found: dict[Rule, None] = {}
    for path, left, bottom, right, top in _paths(page):
        if right - left <= 2 * _THIN and top - bottom <= 2 * _THIN:
            continue
        for rule in _sides(path, *place(left, bottom, right, top)):
            found[rule] = None
        if len(found) > _MOST_RULES:
            break
    return list(found)


def picture_share(page: Any) -> float:
    """How much of the page its largest picture covers, from 0 to 1: nearly all of a scan's."""
    edges = [ctypes.c_float() for _ in range(4)]
    largest = 0.0
    for at in range(min(pdfium_c.FPDFPage_CountObjects(page), 200)):
        item = pdfium_c.FPDFPage_GetObject(page, at)
        if pdfium_c.FPDFPageObj_GetType(item) != pdfium_c.FPDF_PAGEOBJ_IMAGE:
            continue
        if pdfium_c.FPDFPageObj_GetBounds(item, *map(ctypes.byref, edges)):
            left, bottom, right, top = (edge.value for edge in edges)
            largest = max(largest, (right - left) * (top - bottom))
    area = pdfium_c.FPDF_GetPageWidthF(page) * pdfium_c.FPDF_GetPageHeightF(page)
    return largest / area if area else 0.0


def _moved(
    m: Any, left: float, bottom: float, right: float, top: float
) -> tuple[float, float, float, float]:
    if not m.b and not m.c:  # neither turned nor slanted: nearly all of them
        x0, x1 = m.a * left + m.e, m.a * right + m.e
        y0, y1 = m.d * bottom + m.f, m.d * top + m.f
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    xs = [m.a * x + m.c * y + m.e for x in (left, right) for y in (bottom, top)]
    ys = [m.b * x + m.d * y + m.f for x in (left, right) for y in (bottom, top)]
    return min(xs), min(ys), max(xs), max(ys)


def _sides(path: int, x0: float, y0: float, x1: float, y1: float) -> tuple[Rule, ...]:
    """The rules that a path is, or that its sides are."""
    width, height = x1 - x0, y1 - y0
    thin = width <= _THIN or height <= _THIN
    if not thin and (width <= 3 * _THIN or height <= 2 * _THIN or not _rectangle(path)):
        return ()
    a, b, c, d = round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1)
    if thin:
        return (Rule(a, b, c, d),)
    shade = not _stroked(path)
    return (
        Rule(a, b, c, b, shade),
        Rule(a, d, c, d, shade),
        Rule(a, b, a, d, shade),
        Rule(c, b, c, d, shade),
    )


def _stroked(path: int) -> bool:
    """Whether the outline of a path is drawn, and not only its inside filled."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    bulk.draw_mode(path, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(stroke.value)


def _rectangle(path: int) -> bool:
    """Whether a path is one rectangle (four or five points, all straight)."""
    count = bulk.segments(path)
    return 4 <= count <= 6 and pdfium_c.FPDF_SEGMENT_BEZIERTO not in bulk.segment_kinds(path, count)
