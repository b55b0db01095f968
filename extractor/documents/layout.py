"""What stands on a page, before it is put in order: printed lines and ruling lines.

PDF pages and pages read optically both give these; the same code then finds furniture, tables,
columns and paragraphs in them. Lengths are points from the top left corner of the page as it is
laid out (for a page whose writing is turned on its side, of the page turned upright).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, overload

from models.document import Box
from models.vocabulary import Lettura

WordSpan = tuple[str, float, float]
"""A word with its left and right edge."""


class WordSpans(Sequence[WordSpan]):
    """Words with their edges, put together when they are asked for: of most lines never."""

    __slots__ = ("_lefts", "_rights", "_words")

    def __init__(self, words: list[str], lefts: list[float], rights: list[float]) -> None:
        self._words = words
        self._lefts = lefts
        self._rights = rights

    def __len__(self) -> int:
        return len(self._words)

    def __iter__(self) -> Iterator[WordSpan]:
        return zip(self._words, self._lefts, self._rights, strict=True)

    @overload
    def __getitem__(self, at: int) -> WordSpan: ...

    @overload
    def __getitem__(self, at: slice) -> list[WordSpan]: ...

    def __getitem__(self, at: int | slice) -> WordSpan | list[WordSpan]:
        return list(self)[at]


@dataclass(slots=True, eq=False)
class PrintedLine:
    """Words printed side by side on one base line, without a wide gap between them.

    ``corpo`` is the size of the letters in points (0 where unknown), ``grassetto`` whether both
    ends of the line are bold. A vertical line is written up the page (``sale``) or down it; an
    oblique one neither along nor up it, as watermarks are.
    ``sinistra`` and ``destra`` are the edges of the column in which the line stands, and
    ``spazio`` is the usual space between its lines, filled in by the layout. A line with a
    ``blocco`` stands for a table.
    """

    testo: str
    x0: float
    y0: float
    x1: float
    y1: float
    parole: Sequence[WordSpan]
    corpo: float = 0.0
    grassetto: bool = False
    verticale: bool = False
    sale: bool = False
    obliqua: bool = False
    pagina: int = 0
    sinistra: float = 0.0
    destra: float = 0.0
    spazio: float = 0.0
    blocco: object | None = None

    @property
    def box(self) -> Box:
        """The rectangle around the line."""
        return Box(self.x0, self.y0, self.x1, self.y1)

    @property
    def height(self) -> float:
        """Height of the line's rectangle in points."""
        return self.y1 - self.y0


class Rule(NamedTuple):
    """A drawn line, horizontal or vertical, as the thin rectangle that it fills.

    ``ombra``: not a line itself but the edge of a coloured area, which may be a cell or only
    the ground behind some words.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    ombra: bool = False


@dataclass(slots=True)
class PrintedPage:
    """One page as printed. ``giro`` is how far it was turned to set its writing upright:
    0, 90, 180 or 270 degrees clockwise; its size and lines are those after the turn."""

    numero: int
    larghezza: float
    altezza: float
    righe: list[PrintedLine] = field(default_factory=list)
    filetti: list[Rule] = field(default_factory=list)
    lettura: Lettura = "testo"
    giro: int = 0


def joined(lines: list[PrintedLine]) -> PrintedLine:
    """One line made of the given pieces of it, from left to right."""
    if len(lines) == 1:
        return lines[0]
    first = lines[0]
    biggest = max(lines, key=lambda line: len(line.testo))
    return PrintedLine(
        " ".join(line.testo for line in lines),
        min(line.x0 for line in lines),
        min(line.y0 for line in lines),
        max(line.x1 for line in lines),
        max(line.y1 for line in lines),
        [word for line in lines for word in line.parole],
        biggest.corpo,
        all(line.grassetto for line in lines),
        pagina=first.pagina,
        sinistra=first.sinistra,
        destra=first.destra,
        spazio=first.spazio,
    )


def piece_of(line: PrintedLine, words: list[WordSpan]) -> PrintedLine:
    """The part of a line that has the given words of it."""
    return PrintedLine(
        " ".join(word[0] for word in words),
        words[0][1],
        line.y0,
        words[-1][2],
        line.y1,
        words,
        line.corpo,
        line.grassetto,
        pagina=line.pagina,
    )
