"""Optical recognition of scanned pages with Tesseract and its Italian data."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from extractor.documents.drawn import Stroke, without_strokes
from extractor.documents.errors import ReadError
from extractor.documents.layout import PrintedLine, Rule, WordSpan
from extractor.documents.skew import quiet, skew, straightened

INSTALL = (
    "installare Tesseract con i dati italiani "
    "(Debian e Ubuntu: apt-get install tesseract-ocr tesseract-ocr-ita)"
)
"""What to do when pages cannot be recognised."""

_LANGUAGE = "ita"
_SECONDS = 120
_MOST_PIXELS = 60_000_000
_LEAST_CONFIDENCE = 20.0
# Tesseract gives words with an elision, which its dictionary lacks, no confidence at all.
_ELIDED = re.compile(r"[A-Za-z]{1,9}['’][A-Za-zà-ÿ]{2,25}[.,;:)]?")
_LIKE_BULLETS = "e*o°«®©¢0+·¤»"
# A gap this many times as wide as the line is high parts two printed lines.
_WIDE_GAP = 2.2


class _Word(NamedTuple):
    """A word as recognised; its place is in pixels of the straightened picture."""

    line: tuple[int, int, int]
    text: str
    left: int
    top: int
    width: int
    height: int
    confidence: float


@cache
def missing() -> str:
    """Why pages cannot be recognised on this machine; empty when they can."""
    program = shutil.which("tesseract")
    if program is None:
        return f"Tesseract non è installato: {INSTALL}."
    listed = subprocess.run(
        [program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False
    )
    if _LANGUAGE not in listed.stdout.split():
        return f"A Tesseract mancano i dati italiani: {INSTALL}."
    return ""


@dataclass
class Recogniser:
    """Recognises pictures of pages, and remembers how far each was turned.

    ``turns`` has, for each page recognised, in order, its degrees (see ``skew``); ``avvisi``
    says which could not be; ``filetti`` are the ruling lines of the last page.
    """

    turns: list[float] = field(default_factory=list)
    avvisi: list[str] = field(default_factory=list)
    filetti: list[Rule] = field(default_factory=list)

    def __call__(self, picture: Image.Image, width: float, height: float) -> list[PrintedLine]:
        """The printed lines of a page ``width`` by ``height`` points, places on it straightened.

        A page on which Tesseract fails has none, and a warning.
        """
        if picture.width * picture.height > _MOST_PIXELS:
            picture = picture.copy()
            picture.thumbnail((7000, 7000))
        grey = quiet(picture.convert("L"))
        degrees = skew(grey)
        level = straightened(grey, degrees)
        try:
            words, strokes = _read(level, width)
            if _doubtful(words) and (quarters := _upright(level)):
                turned = level.rotate(-90 * quarters, expand=True)
                again, ruled = _read(turned, width)
                if _certainty(again) > _certainty(words):
                    level, words, strokes = turned, again, ruled
                    # Only a page upside down keeps its frame: its places can be turned back.
                    degrees = degrees + 180 if quarters == 2 else 0.0
        except ReadError as error:
            self.avvisi.append(str(error))
            words, strokes = [], []
        self.turns.append(degrees)
        scale = (width / level.width, height / level.height)
        self.filetti = [_rule(stroke, scale) for stroke in strokes]
        return [
            _printed(piece, scale)
            for _, line in groupby(words, key=lambda word: word.line)
            for piece in _pieces(_with_bullet(list(line)))
        ]


def _read(level: Image.Image, width: float) -> tuple[list[_Word], list[Stroke]]:
    """The words of a straightened page ``width`` points wide, and its ruling lines."""
    bare, strokes = without_strokes(level, level.width / max(width, 1) * 72)
    return list(_words(_tesseract(bare, "3", "tsv"))), strokes


def _certainty(words: list[_Word]) -> float:
    """How much of a page is recognised: the sum of the words' confidences."""
    return sum(word.confidence for word in words if len(word.text) > 2)


def _doubtful(words: list[_Word]) -> bool:
    """Whether so little is recognised that the page may stand on its head or on its side."""
    return len(words) < 8 or _certainty(words) < 70 * sum(len(word.text) > 2 for word in words)


def _upright(picture: Image.Image) -> int:
    """Quarter turns clockwise that set a page upright; 0 when it is, or it cannot be told."""
    try:
        told = _tesseract(picture, "0")
    except ReadError:
        return 0  # too few letters, or the data for orientation are not installed
    match = re.search(r"^Rotate: (90|180|270)$", told, re.MULTILINE)
    return int(match[1]) // 90 if match else 0


def _rule(stroke: Stroke, scale: tuple[float, float]) -> Rule:
    across, down = scale
    return Rule(stroke.x0 * across, stroke.y0 * down, stroke.x1 * across, stroke.y1 * down)


def _tesseract(picture: Image.Image, mode: str, *config: str) -> str:
    """What Tesseract prints for a picture in a page segmentation mode.

    Raises ReadError when it is not installed, fails, or takes too long.
    """
    with tempfile.TemporaryDirectory(prefix="spoglio-") as folder:
        page = Path(folder) / "pagina.png"
        picture.save(page, compress_level=1)
        data = () if mode == "0" else ("-l", _LANGUAGE)
        try:
            done = subprocess.run(
                ["tesseract", str(page), "stdout", *data, "--psm", mode, *config],
                capture_output=True,
                timeout=_SECONDS,
                check=False,
                # One thread: the files of a folder are read side by side already.
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
        except subprocess.TimeoutExpired as error:
            raise ReadError("Il riconoscimento ottico di una pagina dura troppo.") from error
        except OSError as error:
            raise ReadError(f"Tesseract non è installato: {INSTALL}.") from error
    if done.returncode:
        raise ReadError("Tesseract non è riuscito a leggere una pagina.")
    return done.stdout.decode("utf-8", errors="replace")


def _words(table: str) -> Iterator[_Word]:
    """The words of Tesseract's table: level, page, block, paragraph, line, …, box, text."""
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5":
            continue
        text, confidence = cells[11].strip(), float(cells[10])
        if text and (confidence >= _LEAST_CONFIDENCE or _ELIDED.fullmatch(text)):
            left, top, width, height = (int(cell) for cell in cells[6:10])
            line = (int(cells[2]), int(cells[3]), int(cells[4]))
            yield _Word(line, text, left, top, width, height, confidence)


def _pieces(words: list[_Word]) -> Iterator[list[_Word]]:
    """A line's words, apart at wide gaps: the cells of a table, columns read as one line."""
    tall = sorted(word.height for word in words)[len(words) // 2]
    piece: list[_Word] = []
    for word in words:
        if piece and word.left - (piece[-1].left + piece[-1].width) > _WIDE_GAP * tall:
            yield piece
            piece = []
        piece.append(word)
    yield piece


def _with_bullet(words: list[_Word]) -> list[_Word]:
    """A line's words, its first one a bullet where Tesseract reads the dot as a letter.

    The dot is half as high as the other words at most, and as wide as high.
    """
    first, *others = words
    if len(first.text) > 1 or first.text not in _LIKE_BULLETS or len(others) < 2:
        return words
    usual = sorted(word.height for word in others)[len(others) // 2]
    if max(first.height, first.width) > 0.5 * usual or first.width < 0.6 * first.height:
        return words
    return [first._replace(text="•"), *others]


def _printed(words: list[_Word], scale: tuple[float, float]) -> PrintedLine:
    """A printed line from its words, places in points."""
    across, down = scale
    spans: list[WordSpan] = [
        (word.text, word.left * across, (word.left + word.width) * across) for word in words
    ]
    top = min(word.top for word in words) * down
    bottom = max(word.top + word.height for word in words) * down
    return PrintedLine(
        " ".join(word.text for word in words),
        spans[0][1],
        top,
        spans[-1][2],
        bottom,
        spans,
        corpo=round((bottom - top) * 0.85, 1),
    )
