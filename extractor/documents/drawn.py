"""Ruling lines on a scanned page: found, so that tables are seen, and wiped out for recognition.

Tesseract loses words in ruled cells; without the lines it reads them.
"""

from typing import NamedTuple

import numpy as np
from PIL import Image

SHORTEST = 0.45
"""Inches: letters, dashes, the bars of T beside T are shorter than this."""

_THICKEST = 0.045
_FILLED = 0.93


class Stroke(NamedTuple):
    """A straight line, in pixels of the picture: the rectangle that it fills."""

    x0: int
    y0: int
    x1: int
    y1: int


def without_strokes(picture: Image.Image, dpi: float) -> tuple[Image.Image, list[Stroke]]:
    """A grey picture with its ruling lines wiped out, and the lines."""
    pixels = np.array(picture)
    dark = pixels < min(max(float(np.median(pixels)) - 55, 70), 170)
    length = max(int(SHORTEST * dpi), 20)
    thick = max(int(_THICKEST * dpi), 3)
    strokes = []
    wiped = np.zeros_like(dark)
    for turned in (False, True):
        seen = dark.T if turned else dark
        found = _runs(seen, length, thick)
        for x0, y0, x1, y1 in found:
            area = (wiped.T if turned else wiped)[max(y0 - 2, 0) : y1 + 2, max(x0 - 1, 0) : x1 + 1]
            area[:] = True
            strokes.append(Stroke(y0, x0, y1, x1) if turned else Stroke(x0, y0, x1, y1))
    if not strokes:
        return picture, []
    pixels[wiped] = int(np.median(pixels))
    return Image.fromarray(pixels), strokes


def _runs(dark: np.ndarray, length: int, thick: int) -> list[tuple[int, int, int, int]]:
    """Horizontal lines: rows of dark pixels at least ``length`` long, at most ``thick`` high."""
    sums = np.cumsum(np.pad(dark, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    windows = (sums[:, length:] - sums[:, :-length]) >= _FILLED * length
    found: list[list[int]] = []
    under_way: list[list[int]] = []
    for y in np.flatnonzero(windows.any(axis=1)):
        edges = np.flatnonzero(np.diff(np.pad(windows[y].astype(np.int8), 1)))
        still: list[list[int]] = []
        for run in under_way:
            (still if run[3] >= y else found).append(run)
        for start, stop in edges.reshape(-1, 2):
            x0, x1 = int(start), int(stop) + length - 1
            over = next((run for run in still if run[0] <= x1 and x0 <= run[2]), None)
            if over is None:
                still.append([x0, int(y), x1, int(y) + 1])
            else:
                over[0], over[2], over[3] = min(over[0], x0), max(over[2], x1), int(y) + 1
        under_way = still
    return [(x0, y0, x1, y1) for x0, y0, x1, y1 in (*found, *under_way) if y1 - y0 <= thick]
