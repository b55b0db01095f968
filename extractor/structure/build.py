"""Document → Structure: its acts, their parts, its table of contents."""

from extractor.structure.blocks import Block, read_blocks
from extractor.structure.bodies import letterhead
from extractor.structure.bulletin import Heading, find_headings, split_contents
from extractor.structure.joined_acts import joined_starts
from extractor.structure.masthead import read_masthead, stamped_masthead
from extractor.structure.notices import find_notices
from extractor.structure.printed_acts import bulletin_acts
from extractor.structure.printed_lines import break_at_lines
from extractor.structure.single_act import single_act
from models import Act, Document, Structure

#: Raised whenever the structure of some document changes.
STRUCTURE_VERSION = "5"


def find_structure(document: Document) -> Structure:
    """The acts of ``document`` in text order, with their parts, and what stands between them.

    The leaves of all parts partition the canonical text. A document without text has no acts.
    """
    lines = read_blocks(document.testo, [page.inizio for page in document.pagine])
    blocks = break_at_lines(document, lines)
    if not blocks:
        return Structure("altro", ())
    number_first = stamped_masthead(document).numero is not None
    headings = find_headings(blocks, number_first=number_first)
    entries, acts = split_contents(blocks, headings)
    if not acts and read_masthead(document).numero is None:
        # Chapters of a call may look like entries; the contents of a bulletin have a masthead.
        entries = ()
    if (acts or entries) and not _has_letterhead(document, blocks, entries, acts):
        return bulletin_acts(document, blocks, entries, acts)
    notices = find_notices(document, blocks)
    if notices is not None:
        return notices
    starts = joined_starts(blocks) or (0,)
    ends = (*starts[1:], len(blocks))
    found = tuple(
        _act_between(document, blocks, start, end) for start, end in zip(starts, ends, strict=True)
    )
    return Structure(found[0].atto.tipo, found)


def _act_between(document: Document, blocks: tuple[Block, ...], start: int, end: int) -> Act:
    """The act that blocks ``[start, end)`` hold, with the text up to the next act's first."""
    inizio = blocks[start].inizio if start else 0
    fine = blocks[end].inizio if end < len(blocks) else len(document.testo)
    return single_act(document, blocks[start:end], inizio, fine)


def _has_letterhead(
    document: Document,
    blocks: tuple[Block, ...],
    entries: tuple[Heading, ...],
    acts: tuple[Heading, ...],
) -> bool:
    """Whether a file holds one act under the letterhead of its body, and is of no bulletin.

    ``DECRETO 14 novembre 2022, n. 367`` is the title of such an act as well as a heading.
    """
    if entries or len(acts) != 1 or read_masthead(document).numero is not None:
        return False
    return letterhead(blocks[: min(acts[0].blocco, 12)]) is not None
