"""An act's text as blocks (paragraphs, headings, tables) in which the words of facts are marked.

Everything here is plain data: the templates escape it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple


class Mark(NamedTuple):
    """The words ``[inizio, fine)`` of a document's text that a fact rests on."""

    inizio: int
    fine: int
    tabella: str
    fatto_id: str


class Piece(NamedTuple):
    """Words all of which belong to the same facts: ``fatti`` are their ids, the innermost first.

    ``prova`` (table and id of the innermost) is there at the beginning of a mark only, so that a
    mark in pieces is one stop for the keyboard; ``ancore`` are the facts whose first words begin
    here.
    """

    testo: str
    fatti: tuple[str, ...] = ()
    tabella: str = ""
    prova: str = ""
    ancore: tuple[str, ...] = ()


Cell = list[Piece]


@dataclass
class Block:
    """A paragraph or heading (one cell in one row) or a table (rows of cells)."""

    tipo: Literal["paragrafo", "titolo", "tabella"]
    righe: list[list[Cell]] = field(default_factory=list)
    intestazioni: int = 0
    larghezza: int = 1
    inizio: int = 0
    """Of a heading: where the text begins whose heading it is."""


_BREAK = re.compile(r"[\n\t]")
_LONGEST_HEADING = 240


def blocks(
    testo: str, offset: int, marks: Iterable[Mark], anchored: set[str], titolo: str = ""
) -> list[Block]:
    """The blocks of a stretch of text that begins at ``offset`` in its document.

    ``anchored`` are the facts whose first words stand on the page already; those found here are
    added. The first line is a heading where it holds ``titolo``.
    """
    found: list[Block] = []
    for line in _lines(_pieces(testo, offset, marks, anchored)):
        if len(line) > 1:
            if not found or found[-1].tipo != "tabella":
                found.append(Block("tabella"))
            found[-1].righe.append(line)
            found[-1].larghezza = max(found[-1].larghezza, len(line))
        elif any(piece.testo.strip() for piece in line[0]):
            heading = not found and titolo and _is_heading(line[0], titolo)
            found.append(Block("titolo" if heading else "paragrafo", [line], inizio=offset))
    return found


def _is_heading(line: Cell, titolo: str) -> bool:
    text = _bare("".join(piece.testo for piece in line))
    return len(text) <= _LONGEST_HEADING and _bare(titolo) in text


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold()


def _lines(pieces: Iterable[Piece]) -> Iterator[list[Cell]]:
    """The lines of a text, each as its cells, each as its pieces."""
    line: list[Cell] = [[]]
    for piece in pieces:
        at = 0
        for match in _BREAK.finditer(piece.testo):
            _add(line, piece, at, match.start())
            if match[0] == "\t":
                line.append([])
            else:
                yield line
                line = [[]]
            at = match.end()
        _add(line, piece, at, len(piece.testo))
    if line != [[]]:
        yield line


def _add(line: list[Cell], piece: Piece, start: int, end: int) -> None:
    if start == end:
        return
    whole = start == 0
    line[-1].append(
        piece._replace(
            testo=piece.testo[start:end],
            prova=piece.prova if whole else "",
            ancore=piece.ancore if whole else (),
        )
    )


def _pieces(testo: str, offset: int, marks: Iterable[Mark], anchored: set[str]) -> Iterator[Piece]:
    """The text cut wherever a mark begins or ends."""
    end = offset + len(testo)
    within = sorted(
        {mark for mark in marks if mark.inizio < end and mark.fine > offset},
        key=lambda mark: (mark.inizio, -mark.fine, mark.fatto_id),
    )
    edges = {offset, end}
    for mark in within:
        edges.update((max(mark.inizio, offset), min(mark.fine, end)))
    active: list[Mark] = []
    coming = 0
    for start, stop in pairwise(sorted(edges)):
        active = [mark for mark in active if mark.fine > start]
        begun: list[Mark] = []
        while coming < len(within) and within[coming].inizio <= start:
            begun.append(within[coming])
            coming += 1
        active += begun
        words = testo[start - offset : stop - offset]
        yield _piece(words, active, begun, anchored) if active else Piece(words)


def _piece(words: str, active: Sequence[Mark], begun: list[Mark], anchored: set[str]) -> Piece:
    inner = min(active, key=lambda mark: (mark.fine - mark.inizio, mark.inizio))
    first = tuple(dict.fromkeys(mark.fatto_id for mark in begun if mark.fatto_id not in anchored))
    anchored.update(first)
    order = sorted(active, key=lambda mark: mark.fine - mark.inizio)
    return Piece(
        words,
        tuple(dict.fromkeys(mark.fatto_id for mark in order)),
        inner.tabella,
        f"{inner.tabella}/{inner.fatto_id}" if inner in begun else "",
        first,
    )
