"""The ruling lines of a PDF page: drawn lines and thin rectangles, from its path objects."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium_c

from extractor.documents.layout import Rule
from extractor.documents.words import placing

_THIN = 3.0
"""Greatest thickness of a rule, in points."""

_MOST_OBJECTS = 20_000
"""Path objects looked at on a page; drawings and maps have many more, and no tables."""

_MOST_RULES = 4_000


def _paths(container: Any, form: bool, depth: int = 0) -> Iterator[tuple[Any, Any]]:
    """The path objects of a page or form, with the form that holds each (None for the page)."""
    count = (
        pdfium_c.FPDFFormObj_CountObjects(container)
        if form
        else pdfium_c.FPDFPage_CountObjects(container)
    )
    get = pdfium_c.FPDFFormObj_GetObject if form else pdfium_c.FPDFPage_GetObject
    for at in range(min(count, _MOST_OBJECTS)):
        item = get(container, at)
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            yield item, container if form else None
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < 3 and not form:
            yield from _paths(item, True, depth + 1)


def ruling_lines(page: Any) -> list[Rule]:
    """The horizontal and vertical rules drawn on the page, each once.

    A filled or stroked rectangle thicker than a rule counts as its four sides: cells drawn as
    boxes or filled with a colour.
    """
    place = placing(page)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    refs = [ctypes.byref(edge) for edge in (left, bottom, right, top)]
    found: dict[Rule, None] = {}
    matrix = pdfium_c.FS_MATRIX()
    for item, form in _paths(page, False):
        if not pdfium_c.FPDFPageObj_GetBounds(item, *refs):
            continue
        values: tuple[float, ...] = (left.value, bottom.value, right.value, top.value)
        if form is not None and pdfium_c.FPDFPageObj_GetMatrix(form, ctypes.byref(matrix)):
            values = _moved(matrix, *values)
        x0, y0, x1, y1 = place(*values)
        for rule in _sides(item, x0, y0, x1, y1):
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


def _moved(m: Any, left: float, bottom: float, right: float, top: float) -> tuple[float, ...]:
    xs = [m.a * x + m.c * y + m.e for x in (left, right) for y in (bottom, top)]
    ys = [m.b * x + m.d * y + m.f for x in (left, right) for y in (bottom, top)]
    return min(xs), min(ys), max(xs), max(ys)


def _sides(item: Any, x0: float, y0: float, x1: float, y1: float) -> Iterator[Rule]:
    width, height = x1 - x0, y1 - y0
    if min(width, height) <= _THIN < max(width, height) / 2:
        yield Rule(round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1))
    elif width > 3 * _THIN and height > 2 * _THIN and _rectangle(item):
        a, b, c, d = round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1)
        shade = not _stroked(item)
        yield Rule(a, b, c, b, shade)
        yield Rule(a, d, c, d, shade)
        yield Rule(a, b, a, d, shade)
        yield Rule(c, b, c, d, shade)


def _stroked(path: Any) -> bool:
    """Whether the outline of a path is drawn, and not only its inside filled."""
    fill, stroke = ctypes.c_int(), pdfium_c.FPDF_BOOL()
    pdfium_c.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(stroke.value)


def _rectangle(path: Any) -> bool:
    """Whether a path is one rectangle (four or five points, all straight)."""
    count = pdfium_c.FPDFPath_CountSegments(path)
    if not 4 <= count <= 6:
        return False
    for at in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, at)
        if pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_BEZIERTO:
            return False
    return True
