"""The blocks of a canonical text: its lines, as a structure reader sees them.

A block is a paragraph, a heading, a list item or a table row in a Document read from a typeset
file; in a hard-wrapped text file it may be one printed line. Everything in this package works
on either.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.letter_case import letters

_GAP = re.compile(r"[ \t\u00a0]+")
# Some text files keep the emphasis marks of the tool that extracted them: **DECRETA**.
_BLANK = "*_ \t\u00a0\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029"


class Block(NamedTuple):
    """A line of the canonical text.

    ``[inizio, fine)`` includes its newline; ``testo`` is stripped, with single spaces and
    without emphasis marks around it; ``celle`` says whether the line held tabs (a table row).
    """

    inizio: int
    fine: int
    testo: str
    celle: bool
    pagina: int = 1


#: Headings that a reader may have joined to the end of the paragraph above them.
_RUN_ON = re.compile(
    r"(?<=[a-zà-ÿ0-9.;:,)”»] )(?=(?:PARERE|VISTO|ATTESTAZIONE|CERTIFICATO|RELATA|REFERTO)\s+DI\s+"
    r"[A-ZÀ-Ý]{5}|IL\s+PRESENTE\s+VERBALE\s)|(?<=[A-ZÀ-Ý]{4} )(?=Vist[oiae]\b)"
)
#: A word without which there is no such heading: a cheap search before it.
_RUN_ON_WORD = re.compile(r"PARERE|VISTO|ATTESTAZIONE|CERTIFICATO|RELATA|REFERTO|PRESENTE|Vist")


#: A heading set with spaces between its letters: ``V E R B A L E D I D E L I B E R A``.
_SPACED = re.compile(r"(?:\b[A-ZÀ-Ý]['’]? ){5,}[A-ZÀ-Ý]\b")
_APART = re.compile(r" [A-ZÀ-Ý]['’]? [A-ZÀ-Ý]['’]? [A-ZÀ-Ý]")
_WORDS_OF_TITLES = re.compile(
    r"(VERBALE|ORIGINALE|COPIA|DELIBERAZIONE|DETERMINAZIONE|ORDINANZA|DECRETO|DELLA|DEL|GIUNTA"
    r"|CONSIGLIO|COMUNALE|PROVINCIA|COMUNE|CITTA['’]?|(?<=VERBALE)DI|(?<=COMUNE)DI|(?<=COPIA)DI"
    r"|(?<=PROVINCIA)DI)(?=[A-ZÀ-Ý])"
)


def _close_up(found: re.Match[str]) -> str:
    """The words of a letter-spaced heading, as far as they are words of titles."""
    closed = found.group().replace(" ", "")
    parts, at = [], 0
    for word in _WORDS_OF_TITLES.finditer(closed):
        parts.append(closed[at : word.end()])
        at = word.end()
    return " ".join([*parts, closed[at:]])


def read_blocks(testo: str, pages: Sequence[int] = ()) -> tuple[Block, ...]:
    """The lines of ``testo`` that hold anything, in order.

    ``pages`` are the offsets at which pages begin, in order.
    """
    blocks: list[Block] = []
    at = 0
    page = 0
    for line in testo.splitlines(keepends=True):
        if line.strip(_BLANK):
            while page < len(pages) and pages[page] <= at:
                page += 1
            blocks.extend(_split(line, at, max(page, 1)))
        at += len(line)
    return tuple(blocks)


def _split(line: str, at: int, page: int) -> Iterator[Block]:
    """A line as one block, or as several where a heading was run on to a paragraph."""
    text = line.strip(_BLANK)
    celle = "\t" in text
    may_run_on = not celle and _RUN_ON_WORD.search(line)
    cuts = [found.start() for found in _RUN_ON.finditer(line)] if may_run_on else []
    if not cuts:
        yield Block(at, at + len(line), _closed(text), celle, page)
        return
    for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True):
        if text := line[start:end].strip(_BLANK):
            yield Block(at + start, at + end, _closed(text), celle, page)


def _closed(text: str) -> str:
    """A line with single spaces, and the words of a letter-spaced heading closed up."""
    if "  " in text or "\t" in text or "\u00a0" in text:
        text = _GAP.sub(" ", text)
    # Capitals apart are capitals behind a space: a search for these is cheap
    return _SPACED.sub(_close_up, text) if _APART.search(text) else text


def is_upper(text: str) -> bool:
    """Whether nearly all the letters are capitals (a heading set in capitals)."""
    total, capitals, _ = letters(text)
    return total > 0 and capitals >= 0.8 * total


def join_lines(parts: list[str]) -> str:
    """The words of several lines as one string with single spaces."""
    return " ".join(" ".join(parts).replace("**", "").split())
