"""Files that hold several acts one after the other, and are of no bulletin.

An office saves its determinazioni of a day in one file, or a decree with the one that follows it.
A file is parted only where the evidence is strong: a new title page of the same body, with a number
and a date of its own, and below it recitals and an operative formula. Whatever else follows an act
is part of it: its opinions, its certificates, its attachments, the schema of an act that it
approves, an earlier act that it encloses.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractor.structure.attachments import is_attachment_heading
from extractor.structure.blocks import Block, is_upper
from extractor.structure.bodies import letterhead
from extractor.structure.formulas import ORGAN, PLACE_DATE, RECITAL
from extractor.structure.kinds import kind_of_title
from extractor.structure.titles import Title, read_title
from extractor.structure.zones import find_zones, is_operative

#: The first letters of a title, a cheap test before the real one.
_TITLE = re.compile(
    r"[\W_]{0,3}(?:copia|originale|verbale|estratto|determin|deliber|decreto|ordinanza)", re.I
)
#: What only a text that is not yet an act prints on its title page.
_DRAFT = re.compile(
    r"\b(?:schema|bozza|fac[\s-]?simile|modello|proposta\s+di)\b|_{3,}|\.{5,}", re.I
)
# Blocks above a title in which its letterhead may stand; a header's last block below it.
_ABOVE, _HEADER = 12, 25
# Characters within which a citation says that the cited act is enclosed.
_NEAR = 160


class _Opening(NamedTuple):
    """A title page that may open an act: its first block and the block of its title."""

    primo: int
    titolo: int


class _Known(NamedTuple):
    """What tells an act from the next: its kind, its number and its body."""

    tipo: str
    numero: str
    ente: str | None


def joined_starts(blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """Numbers of the blocks that begin the acts of the file, when it holds two or more; else ()."""
    openings = _openings(blocks)
    if not openings:
        return ()
    known = _known(blocks)
    if known is None:
        return ()
    starts, seen = [0], {_key(known)}
    for number, opening in enumerate(openings):
        end = openings[number + 1].primo if number + 1 < len(openings) else len(blocks)
        found = _opened(blocks, opening, end)
        if found is None or _key(found) in seen:
            # The header of an act already begun, printed again.
            continue
        before = blocks[starts[-1] : opening.primo]
        if found.ente != known.ente or not _is_whole(before) or _encloses(before, found.numero):
            continue
        starts.append(opening.primo)
        seen.add(_key(found))
    return tuple(starts) if len(starts) > 1 else ()


def _openings(blocks: tuple[Block, ...]) -> list[_Opening]:
    found = []
    for at in range(1, len(blocks)):
        block = blocks[at]
        if block.celle or len(block.testo) > 200 or not _TITLE.match(block.testo):
            continue
        kind = kind_of_title(block.testo.lstrip("*( "))
        if kind is None or kind.forma != "provvedimento" or not is_upper(block.testo[:25]):
            continue
        if is_operative(block.testo):
            continue
        first = _first_of_title_page(blocks, at)
        if first and not _is_draft(blocks, first, at):
            found.append(_Opening(first, at))
    return found


def _first_of_title_page(blocks: tuple[Block, ...], at: int) -> int | None:
    """The block with the letterhead above the title ``at``, or the top of its page."""
    top = at
    while top > 0 and at - top < _ABOVE and _on_title_page(blocks[top - 1]):
        if blocks[top - 1].pagina != blocks[at].pagina:
            return top
        top -= 1
        if letterhead(blocks[top : top + 1]) is not None and not PLACE_DATE.match(
            blocks[top].testo
        ):
            return _above_letterhead(blocks, top)
    whole = top > 0 and blocks[top - 1].pagina < blocks[at].pagina
    return top if whole else None


def _above_letterhead(blocks: tuple[Block, ...], at: int) -> int:
    """The first line of a letterhead of which ``at`` is one: as the file itself begins."""
    opening = blocks[0].testo.casefold()
    for above in range(at - 1, max(at - 5, 0), -1):
        if blocks[above].testo.casefold() == opening:
            return above
    return at


def _on_title_page(block: Block) -> bool:
    return len(block.testo) < 160 and not block.testo.endswith((";", ","))


def _is_draft(blocks: tuple[Block, ...], first: int, title: int) -> bool:
    """Whether the title page is an attachment's, or of an act that is not yet one."""
    if any(is_attachment_heading(blocks, at) for at in range(max(first - 1, 0), title + 1)):
        return True
    return any(_DRAFT.search(blocks[at].testo) for at in range(first, title + 1))


def _known(blocks: tuple[Block, ...]) -> _Known | None:
    """Kind, number and body of the act that ``blocks`` begin with; None without number or date."""
    title = read_title(blocks)
    if title.kind.forma != "provvedimento" or not (title.numero and title.data):
        return None
    return _Known(title.kind.tipo, title.numero, letterhead(blocks[: title.blocco + 1]))


def _opened(blocks: tuple[Block, ...], opening: _Opening, end: int) -> _Known | None:
    """The act that the title page opens, where it is one with recitals and operative part."""
    inside = blocks[opening.primo : end]
    title = read_title(inside)
    if title.blocco > opening.titolo - opening.primo + 1 or not _decides(inside, title):
        return None
    return _known(inside)


def _decides(blocks: Sequence[Block], title: Title) -> bool:
    """Whether recitals, or the organ, and an operative formula stand below the header."""
    spoken = False
    for block in blocks[title.blocco + 1 :]:
        text = block.testo
        if is_operative(text):
            return spoken
        spoken = spoken or bool(RECITAL.match(text) or (ORGAN.match(text) and is_upper(text[:30])))
    return False


def _key(act: _Known) -> tuple[str, str]:
    """Kind and number, the number without year and zeros: ``045/2024`` is ``45``."""
    return act.tipo, re.sub(r"/(?:19|20)\d\d$", "", act.numero).lstrip("0")


def _is_whole(blocks: tuple[Block, ...]) -> bool:
    """Whether the act before has come to its end: its operative part, and a signature below."""
    title = read_title(blocks)
    cuts = find_zones(blocks, title.kind.forma, title.dopo)
    zones = [cut.zona for cut in cuts]
    return "dispositivo" in zones and any(
        zone in zones for zone in ("firma", "visti", "pubblicazione")
    )


def _encloses(blocks: tuple[Block, ...], numero: str) -> bool:
    """Whether an act says that it encloses the act with this number."""
    cited = re.compile(rf"\bn[.°º]{{0,2}}\s*{re.escape(numero)}(?!\d)", re.I)
    for block in blocks:
        for found in cited.finditer(block.testo):
            near = block.testo[max(found.start() - _NEAR, 0) : found.end() + _NEAR]
            if re.search(r"\balleg|\baccl[ue]", near, re.I):
                return True
    return False
