"""Scanned pages made fit for recognition: specks taken out, lines levelled."""

import math

import numpy as np
from PIL import Image, ImageFilter

_WIDTH = 700
"""Width in pixels at which the angle is measured: a line of text is some 8 pixels high."""

_NOISE = 1.5
"""Grey levels by which a pixel of the paper differs from those around it, on average."""

_FURTHEST = 5.0
"""Degrees searched to either side."""


def skew(picture: Image.Image) -> float:
    """Degrees by which a page must be turned counter-clockwise for its lines to be level.

    The angle is the one at which rows of ink stand out most sharply against the gaps between
    lines; 0 when no angle does, as on a blank page or a photograph.
    """
    grey = picture.convert("L")
    scale = _WIDTH / max(grey.width, 1)
    if scale < 1:
        grey = grey.resize((_WIDTH, max(int(grey.height * scale), 1)), Image.Resampling.BOX)
    pixels = np.asarray(grey, dtype=np.float32)
    level = float(np.median(pixels)) - 40.0
    rows, columns = np.nonzero(pixels < max(level, 40.0))
    if not 200 < rows.size < 0.4 * pixels.size:
        return 0.0
    if rows.size > 60_000:
        step = rows.size // 60_000 + 1
        rows, columns = rows[::step], columns[::step]
    rows, columns = rows.astype(np.float32), columns.astype(np.float32)
    coarse = _best(rows, columns, np.arange(-_FURTHEST, _FURTHEST + 0.01, 0.5))
    fine = _best(rows, columns, np.arange(coarse - 0.5, coarse + 0.51, 0.1))
    flat = _sharpness(rows, columns, 0.0)
    if _sharpness(rows, columns, fine) < 1.03 * flat:
        return 0.0
    return round(float(fine), 2)


def _best(rows: np.ndarray, columns: np.ndarray, angles: np.ndarray) -> float:
    return float(max(angles, key=lambda angle: _sharpness(rows, columns, float(angle))))


def _sharpness(rows: np.ndarray, columns: np.ndarray, degrees: float) -> float:
    """How unevenly the ink falls on rows when the page is turned by ``degrees``."""
    slope = math.tan(math.radians(degrees))
    levels = rows - columns * slope
    counts = np.bincount((levels - levels.min()).astype(np.int32))
    return float(np.square(counts.astype(np.float64)).sum())


def quiet(picture: Image.Image) -> Image.Image:
    """A grey picture without specks, when it has so many that they break letters."""
    smooth = picture.filter(ImageFilter.MedianFilter(3))
    before, after = (np.asarray(p, dtype=np.float32)[::2, ::2] for p in (picture, smooth))
    paper = after > np.median(after) - 12
    if not paper.any() or float(np.abs(before - after)[paper].mean()) < _NOISE:
        return picture
    return smooth


def straightened(picture: Image.Image, degrees: float) -> Image.Image:
    """The picture turned counter-clockwise about its middle, in the same frame."""
    if not degrees:
        return picture
    return picture.rotate(degrees, Image.Resampling.BICUBIC, fillcolor="white")


def turned_back(
    x: float, y: float, width: float, height: float, degrees: float
) -> tuple[float, float]:
    """Where a point of the straightened page was on the page as scanned.

    >>> turned_back(10.0, 10.0, 200.0, 200.0, 90.0)
    (190.0, 10.0)
    """
    angle = math.radians(degrees)
    dx, dy = x - width / 2, y - height / 2
    return (
        round(width / 2 + dx * math.cos(angle) - dy * math.sin(angle), 2),
        round(height / 2 + dx * math.sin(angle) + dy * math.cos(angle), 2),
    )
