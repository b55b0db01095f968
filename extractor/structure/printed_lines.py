"""Blocks broken again at printed lines that begin something of their own.

A reader joins the lines of a paragraph. Where a signature, a heading and the text below it are
set alike, it may join these too; the words of the lines tell them apart.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extractor.structure.attachments import label_of
from extractor.structure.blocks import Block, is_upper
from extractor.structure.bulletin import is_heading
from extractor.structure.divisions import is_division
from extractor.structure.formulas import NAME, PUBBLICAZIONE, READ_AND_SIGNED, ROLE, VISTI
from extractor.structure.masthead import is_running_header
from extractor.structure.zones import is_operative
from models import Document, Line

_LONGEST = 120
# Characters of a cell that no table of values has.
_LONG_CELL = 1000


def break_at_lines(document: Document, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """``blocks`` of a document, those broken in which a printed line begins a part of its own.

    A page in a frame may have been read as a table of one cell: it is broken at every line.
    """
    testo, lines = document.testo, document.righe
    if not lines:
        return tuple(blocks)
    framed = _framed(document)
    broken: list[Block] = []
    before = ""
    frame_end = 0
    for block in blocks:
        frame_end = framed.get(block.inizio, frame_end)
        if block.inizio < frame_end:
            pieces = list(_lines_of(testo, block, lines))
        else:
            pieces = [block] if block.celle else list(_pieces(testo, block, lines, before))
        broken.extend(pieces)
        before = pieces[-1].testo
    return tuple(broken)


def _framed(document: Document) -> dict[int, int]:
    """Where the rows of one long cell begin and end, in tables of one column."""
    return {
        row[0].inizio: row[0].fine
        for table in document.tabelle
        if all(len(row) == 1 for row in table.righe)
        for row in table.righe
        if row[0].fine - row[0].inizio > _LONG_CELL
    }


def _lines_of(testo: str, block: Block, lines: Sequence[Line]) -> Iterator[Block]:
    starts = [start for start, _ in _line_starts(block, lines)]
    for start, end in zip(starts, [*starts[1:], block.fine], strict=True):
        text = " ".join(testo[start:end].split())
        if text:
            yield Block(start, end, text, False, block.pagina)


def _pieces(testo: str, block: Block, lines: Sequence[Line], before: str) -> Iterator[Block]:
    starts = _line_starts(block, lines)
    cuts = [block.inizio]
    above, last = before, ""
    for number, (start, bold) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else block.fine
        text = testo[start:end].strip()
        # Printable white space is a space: nearly all lines are as they are to be
        if "  " in text or not text.isprintable():
            text = " ".join(text.split())
        if last and len(text) <= 400 and _begins(above, last, text, bold):
            cuts.append(start)
        above, last = last or above, text
    if len(cuts) == 1:
        yield block
        return
    for start, end in zip(cuts, [*cuts[1:], block.fine], strict=True):
        text = " ".join(testo[start:end].split()).strip("* ")
        if text:
            yield Block(start, end, text, False, block.pagina)


def _line_starts(block: Block, lines: Sequence[Line]) -> list[tuple[int, bool]]:
    """Offsets at which printed lines begin in a block, and whether the line is bold."""
    starts = [(block.inizio, False)]
    at = bisect_left(lines, (block.inizio + 1,))
    while at < len(lines) and lines[at].inizio < block.fine:
        starts.append((lines[at].inizio, lines[at].grassetto))
        at += 1
    return starts


def _begins(above: str, last: str, text: str, bold: bool) -> bool:
    """Whether a printed line ``text`` begins a part: ``last`` and ``above`` stand before it."""
    if _signs(above, last) or is_running_header(last):
        return True
    divided = is_division(last)
    if (bold or divided) and text[:1].isupper() and is_heading(text):
        return True
    if divided and is_division(text):
        return True
    if READ_AND_SIGNED.match(text) and len(text) < 80 and last.endswith((".", ";")):
        return True
    if len(text) > _LONGEST or not is_upper(text) or is_upper(last):
        return False
    return bool(
        VISTI.match(text)
        or PUBBLICAZIONE.match(text)
        or is_operative(text)
        or (text.startswith("ALLEGATO") and len(label_of(text).split()) > 1)
    )


def _signs(above: str, last: str) -> bool:
    """Whether ``last`` ends a signature: ``Il segretario: Name``, or a name below a role."""
    if len(last) > _LONGEST:
        return False
    if ":" in last and ROLE.match(last):
        return NAME.match(last.rpartition(":")[2].strip()) is not None
    short = len(above) < _LONGEST and not above.endswith((";", ",", "."))
    return short and NAME.match(last) is not None and ROLE.match(above) is not None
