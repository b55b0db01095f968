"""The Document: one file as read, before anything in it is understood.

Offsets are counted in Unicode code points, end excluded, in ``Document.testo`` (the canonical
text) or, where said so, in ``Document.margine``. Lengths on a page are PDF points with the
origin at the top left of the page as shown.

The canonical text is in reading order. A newline ends a block (a paragraph, a heading, a list
item, a row of a table): lines of one paragraph are joined by a space, or by nothing where the
line ended in a hyphen of division. The cells of a table's row are separated by tabs. The text
holds no other control character and no run of spaces.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from models.vocabulary import Lettura


class Box(NamedTuple):
    """A rectangle on a page, in points from its top left corner; ``y`` grows downwards."""

    x0: float
    y0: float
    x1: float
    y1: float


class Line(NamedTuple):
    """A printed line and the piece of text that it became: ``[inizio, fine)``.

    ``corpo`` is the size of its letters in points (0 where unknown), ``grassetto`` whether they
    are bold.
    """

    inizio: int
    fine: int
    pagina: int
    riquadro: Box
    corpo: float = 0.0
    grassetto: bool = False


class Furniture(NamedTuple):
    """A running header, footer, page number or stamp: printed on a page, not part of its text."""

    testo: str
    riquadro: Box


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the file. ``inizio`` and ``fine`` bound the canonical text that it begins."""

    numero: int
    inizio: int
    fine: int
    larghezza: float = 0.0
    altezza: float = 0.0
    lettura: Lettura = "testo"
    colonne: int = 1
    arredi: tuple[Furniture, ...] = ()


class Cell(NamedTuple):
    """A cell's text in the canonical text: ``[inizio, fine)``."""

    inizio: int
    fine: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the canonical text, joined over its pages, repeated headers dropped.

    ``righe`` has every row's cells, header rows first; ``intestazioni`` counts the header rows.
    """

    pagina: int
    inizio: int
    fine: int
    righe: tuple[tuple[Cell, ...], ...]
    intestazioni: int = 0
    riquadri: tuple[tuple[int, Box], ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """A digital signature found in or around a file; its validity is not checked."""

    formato: str
    firmatario: str
    emittente: str = ""
    seriale: str = ""
    data: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read: its canonical text, its margins, and where on the pages they stand.

    ``id`` is the SHA-256 of the file's bytes in hexadecimal. ``righe`` and ``righe_margine``
    are sorted by ``inizio`` and do not overlap. ``avvisi`` are things a reader should know
    (a page without text, a limit reached), as Italian sentences.
    """

    id: str
    nome: str
    formato: str
    testo: str
    pagine: tuple[Page, ...]
    righe: tuple[Line, ...] = ()
    margine: str = ""
    righe_margine: tuple[Line, ...] = ()
    tabelle: tuple[Table, ...] = ()
    firme: tuple[Signature, ...] = ()
    avvisi: tuple[str, ...] = ()
    contenitore_id: str | None = None
    _inizi: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_inizi", tuple(page.inizio for page in self.pagine))

    def page_at(self, offset: int) -> int:
        """Number (from 1) of the page on which the character at ``offset`` is printed.

        Of what stands between two printed lines (a tab, a newline), it is the next one's page.
        """
        at = _last_begun(self.righe, offset)
        if at >= 0 and self.righe[at].fine > offset:
            return self.righe[at].pagina
        if at + 1 < len(self.righe):
            return self.righe[at + 1].pagina
        at = bisect_right(self._inizi, offset) - 1
        return self.pagine[max(at, 0)].numero if self.pagine else 1

    def line_at(self, offset: int, flusso: str = "testo") -> Line | None:
        """The printed line that holds the character at ``offset``, if its place is known."""
        lines = self.righe if flusso == "testo" else self.righe_margine
        at = _last_begun(lines, offset)
        if at >= 0 and lines[at].fine > offset:
            return lines[at]
        return None

    def lines_in(self, inizio: int, fine: int, flusso: str = "testo") -> tuple[Line, ...]:
        """The printed lines that share a character with ``[inizio, fine)``, in order."""
        lines = self.righe if flusso == "testo" else self.righe_margine
        at = max(_last_begun(lines, inizio), 0)
        found = []
        while at < len(lines) and (line := lines[at]).inizio < fine:
            if line.fine > inizio:
                found.append(line)
            at += 1
        return tuple(found)


def _last_begun(lines: tuple[Line, ...], offset: int) -> int:
    """The place of the last of the lines that begin at ``offset`` or before; -1 before them all."""
    # Compared as tuples, of which the first value is where the line begins: no key to be called
    return bisect_right(lines, (offset, inf)) - 1
