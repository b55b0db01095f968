"""Signature blocks: who signs, in what role, with the places and dates printed there."""

import re
from collections.abc import Sequence

from extractor.structure.blocks import Block, is_upper
from extractor.structure.calendar_dates import find_date
from extractor.structure.cuts import Cut
from extractor.structure.formulas import (
    NAME,
    ORGAN,
    PLACE_DATE,
    READ_AND_SIGNED,
    ROLE,
    SIGNED,
)

_ARTICLE = re.compile(r"(?:il|la|lo|l['’])\s*", re.I)
_SIGNED_START = re.compile(r"firmato\s+digitalmente|f\.?\s?to\b|\(?firmato\b", re.I)
_MORE_POINTS = re.compile(r"\d{1,2}[.)]\s+(?:di|che)\s", re.I)
_FILLER = re.compile(r"[\W_]+$|\(?(?:per\s|ai\s+sensi|art\.)", re.I)
#: An address line of a letterhead that a reader left in the text.
_ADDRESS = re.compile(r"P\.?\s?IVA\b|\bPEC\b|\bC\.?A\.?P\.?\s?:|https?://|\bTel[./:\s]", re.I)


def begins_signature(blocks: Sequence[Block], at: int, *, in_visti: bool) -> bool:
    """Whether block ``at`` is the first of the act's signature.

    Inside the opinions (``in_visti``), which have signatures of their own, only a session's
    closing formula begins it.
    """
    text = blocks[at].testo
    if READ_AND_SIGNED.match(text) and len(text) < 160:
        return True
    if in_visti or len(text) > 160:
        return False
    if blocks[at].celle:
        return _side_by_side(blocks, at)
    if _SIGNED_START.match(text):
        return True
    if not text[0].isupper() or not ROLE.match(text) or text.endswith((";", ",")):
        return False
    if ":" in text and NAME.match(text.rpartition(":")[2].strip()):
        return True
    return _names_follow(blocks, at)


def _side_by_side(blocks: Sequence[Block], at: int) -> bool:
    """Whether a row of roles stands above a row of names."""
    text = blocks[at].testo
    if at + 1 >= len(blocks) or not text[0].isupper() or any(char.isdigit() for char in text):
        return False
    below = blocks[at + 1].testo
    return bool(ROLE.match(text) and (NAME.match(below) or SIGNED.match(below)))


def signing_organ(blocks: Sequence[Block], cuts: Sequence[Cut]) -> str | None:
    """The organ alone in a line above the recitals, or that of the signature."""
    for zona in ("preambolo", "firma"):
        at = next((cut.blocco for cut in cuts if cut.zona == zona), None)
        if at is None:
            continue
        text = blocks[at].testo.partition(":")[0].strip()
        found = ORGAN.match(text)
        if found and len(text) < 70 and not blocks[at].celle:
            name = _ARTICLE.sub("", text, count=1).strip(" ,.")
            return name.title() if is_upper(name) else name[:1].upper() + name[1:]
    return None


def _names_follow(blocks: Sequence[Block], at: int) -> bool:
    """Whether a name stands below the role at ``at``, with at most lines of the role between."""
    for later in range(at + 1, min(at + 4, len(blocks))):
        text = blocks[later].testo
        if blocks[later].celle or _MORE_POINTS.match(text):
            return False
        if NAME.match(text) or SIGNED.match(text):
            return len(blocks[at].testo) < 110
        if not (ROLE.match(text) or len(text) < 60 or (is_upper(text) and len(text) < 90)):
            return False
    return False


def in_signature(blocks: Sequence[Block], at: int) -> bool:
    """Whether block ``at``, below the first of a signature, still belongs to it."""
    block = blocks[at]
    if len(block.testo) > 220:
        return SIGNED.match(block.testo) is not None
    if block.celle:
        # Two signatures side by side: ``IL SINDACO`` and ``IL SEGRETARIO`` in one row.
        return len(block.testo) < 160 and is_signature_line(block.testo)
    if is_signature_line(block.testo) or READ_AND_SIGNED.match(block.testo):
        return True
    return bool(_FILLER.match(block.testo) or _ADDRESS.search(block.testo))


def is_signature_line(text: str) -> bool:
    """Whether a line reads as part of a signature: a role, a name, ``f.to``, a place and date."""
    if len(text) > 220:
        return False
    if SIGNED.search(text) or PLACE_DATE.match(text):
        return True
    if text[:1].isupper() and ROLE.match(text):
        return not text.endswith((";", ",")) and len(text) < 140
    return NAME.match(text) is not None and not _is_title(text)


def _is_title(text: str) -> bool:
    """A title in capitals, which a pattern for names would take for one."""
    return is_upper(text) and len(text.split()) > 4


def signing_date(blocks: Sequence[Block], cuts: Sequence[Cut]) -> str | None:
    """The date of the place-and-date line by the signature (ISO 8601), if there is one."""
    at = next((cut.blocco for cut in cuts if cut.zona == "firma"), None)
    if at is None:
        return None
    for block in blocks[max(at - 2, 0) : at + 6]:
        if PLACE_DATE.match(block.testo):
            found = find_date(block.testo)
            if found:
                return found
    return None
