"""pdfium asked many things at once.

Reading a page takes a thousand small calls. Python's checks of their arguments would cost more
than the calls themselves: here they are left out, the loops run inside ``map``, and the answers
come back in one buffer.
"""

import ctypes
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, repeat
from typing import Any

import pypdfium2.raw as pdfium_c

_AT_ONCE = 2048
"""Boxes that the buffer holds."""

Handle = Any
"""What pdfium gives for a page, a text page, or an object; of an object, its address too."""


def _unchecked(function: Any, result: Any = ctypes.c_int, *arguments: Any) -> Any:
    """The same function without checks of its arguments, but for those whose types are given.

    It keeps the interpreter to itself while it runs, so that no two threads share the buffer.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    called = ctypes.PYFUNCTYPE(result)(address)
    called.argtypes = arguments or None  # type: ignore[assignment]
    return called


count_chars = _unchecked(pdfium_c.FPDFText_CountChars)
"""Of a text page: how many characters it has."""

_text = _unchecked(pdfium_c.FPDFText_GetText)
_loose_box = _unchecked(pdfium_c.FPDFText_GetLooseCharBox)
font_size = _unchecked(pdfium_c.FPDFText_GetFontSize, ctypes.c_double)
"""Of a text page and a character's index: its size, before its matrix."""

matrix = _unchecked(pdfium_c.FPDFText_GetMatrix)
"""Of a text page, a character's index, a reference to an FS_MATRIX: fills it."""

_font_info = _unchecked(pdfium_c.FPDFText_GetFontInfo)
_text_object = _unchecked(pdfium_c.FPDFText_GetTextObject, ctypes.c_void_p)
_font = _unchecked(pdfium_c.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)

_object_of_page = _unchecked(pdfium_c.FPDFPage_GetObject, ctypes.c_void_p)
_object_of_form = _unchecked(
    pdfium_c.FPDFFormObj_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong
)
_objects_of_page = _unchecked(pdfium_c.FPDFPage_CountObjects)
_objects_of_form = _unchecked(pdfium_c.FPDFFormObj_CountObjects)
_kind = _unchecked(pdfium_c.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
form_matrix = _unchecked(pdfium_c.FPDFPageObj_GetMatrix)
"""Of an object and a reference to an FS_MATRIX: fills it, or returns 0."""

_bounds = _unchecked(pdfium_c.FPDFPageObj_GetBounds, ctypes.c_int, ctypes.c_void_p)

segments = _unchecked(pdfium_c.FPDFPath_CountSegments, ctypes.c_int, ctypes.c_void_p)
"""Of a path's address: how many segments it has."""

draw_mode = _unchecked(pdfium_c.FPDFPath_GetDrawMode, ctypes.c_int, ctypes.c_void_p)
"""Of a path's address and references to two ints, fill and stroke: fills them."""

_segment = _unchecked(
    pdfium_c.FPDFPath_GetPathSegment, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int
)
_segment_kind = _unchecked(pdfium_c.FPDFPathSegment_GetType, ctypes.c_int, ctypes.c_void_p)

_MOST_UNITS = 1 << 15
"""Units of a text that its buffer holds; few pages have as many."""

_units = (ctypes.c_ushort * _MOST_UNITS)()
_rects = (pdfium_c.FS_RECTF * _AT_ONCE)()
_places = [ctypes.byref(_rects, at * ctypes.sizeof(pdfium_c.FS_RECTF)) for at in range(_AT_ONCE)]
_numbers = memoryview(_rects).cast("B").cast("f")
_name, _flags = ctypes.create_string_buffer(96), ctypes.c_int()
_name_length, _flags_place = ctypes.c_ulong(len(_name)), ctypes.byref(_flags)
_edges = [
    [ctypes.byref(_rects, 4 * at) for at in range(edge, 4 * _AT_ONCE, 4)] for edge in range(4)
]


def units(textpage: Handle) -> bytes:
    """All the text of a page, two bytes for each of its 16-bit units."""
    count = max(count_chars(textpage), 0)
    buffer = _units if count < _MOST_UNITS else (ctypes.c_ushort * (count + 1))()
    written = _text(textpage, 0, count, buffer) if count else 0
    return memoryview(buffer).cast("B")[: 2 * max(written - 1, 0)].tobytes()


def loose_boxes(textpage: Handle, indices: Sequence[int]) -> list[list[float]]:
    """The lefts, tops, rights and bottoms of the boxes of characters, in the page's own space.

    The boxes are pdfium's "loose" ones, as high as the font.
    """
    edges: list[list[float]] = [[], [], [], []]
    for start in range(0, len(indices), _AT_ONCE):
        some = indices[start : start + _AT_ONCE]
        _run(map(_loose_box, repeat(textpage), some, _places))
        for at, edge in enumerate(edges):
            edge += _numbers[at : 4 * len(some) : 4].tolist()
    return edges


def loose_box(textpage: Handle, index: int) -> tuple[float, float, float, float]:
    """The left, top, right and bottom of one character's box."""
    _loose_box(textpage, index, _places[0])
    left, top, right, bottom = _numbers[:4].tolist()
    return left, top, right, bottom


def font(textpage: Handle, index: int) -> int | None:
    """The address of a character's font."""
    address: int | None = _font(_text_object(textpage, index))
    return address


def font_name(textpage: Handle, index: int) -> bytes:
    """The name of a character's font; of a long one, its beginning."""
    _font_info(textpage, index, _name, _name_length, _flags_place)
    return _name.value


def bounds(addresses: Sequence[int]) -> Iterator[tuple[int, float, float, float, float]]:
    """The address, left, bottom, right and top of each object that has bounds."""
    for start in range(0, len(addresses), _AT_ONCE):
        some = addresses[start : start + _AT_ONCE]
        known = list(map(_bounds, some, *_edges))
        edges = _numbers[: 4 * len(some)].tolist()
        found = zip(some, edges[::4], edges[1::4], edges[2::4], edges[3::4], strict=True)
        yield from compress(found, known)


def objects(container: Handle, form: bool, most: int) -> tuple[list[int], list[int]]:
    """The addresses of the first objects of a page or form, and the kind of each."""
    if form:
        count, get = _objects_of_form(container), _object_of_form
    else:
        count, get = _objects_of_page(container), _object_of_page
    found = list(map(get, repeat(container), range(min(count, most))))
    return found, list(map(_kind, found))


def segment_kinds(path: int, count: int) -> list[int]:
    """The kinds of a path's first segments."""
    return list(map(_segment_kind, map(_segment, repeat(path), range(count))))


def _run(calls: Iterable[object]) -> None:
    deque(calls, maxlen=0)
