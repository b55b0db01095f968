"""Signature blocks: who signs, in what role, with the places and dates printed there."""

import re
from collections.abc import Sequence

from extractor.structure.blocks import Block, is_upper
from extractor.structure.bodies import title_case
from extractor.structure.calendar_dates import find_date
from extractor.structure.cuts import Cut
from extractor.structure.formulas import (
    CERTIFIED,
    NAME,
    NAMES,
    ORGAN,
    PLACE_DATE,
    READ_AND_SIGNED,
    ROLE,
    SIGNED,
)

_ARTICLE = re.compile(r"(?:il|la|lo|l['’])\s*", re.I)
_SIGNED_START = re.compile(r"firmato\s+digitalmente|f\.?\s?to\b|\(?firmato\b", re.I)
_MORE_POINTS = re.compile(r"\d{1,2}[.)]\s+(?:di|che)\s", re.I)
# The number of a page stands alone in its line.
_FILLER = re.compile(r"[\W_]+$|\d{1,4}$|\(?(?:per\s|ai\s+sensi|art\.)", re.I)
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
    return bool(ROLE.match(text) and (_is_name(below) or NAMES.match(below) or SIGNED.match(below)))


def signing_organ(blocks: Sequence[Block], cuts: Sequence[Cut]) -> str | None:
    """The organ alone in a line above the recitals, or that of the signature."""
    for zona in ("preambolo", "firma"):
        at = next((cut.blocco for cut in cuts if cut.zona == zona), None)
        if at is None:
            continue
        text = _organ_alone(blocks[at].testo)
        found = ORGAN.match(text)
        if found and len(text) < 70 and not blocks[at].celle and not _PUBLISHES.search(text):
            name = _ARTICLE.sub("", _PERSON.sub("", text), count=1).strip(" ,.")
            return title_case(name) if is_upper(name) else name[:1].upper() + name[1:]
    return None


#: Who attests the publication of an act is not its organ: ``Il Responsabile delle Pubblicazioni``.
_PUBLISHES = re.compile(r"pubblicazion|\balbo\b|notificator", re.I)
#: The name of who holds the office, behind it: ``Il Direttore Generale Dott.ssa Anna Verdi``.
_PERSON = re.compile(
    r"\s*[-–,]?\s+(?:dott|dr|avv|ing|arch|prof|rag|geom|sig)(?:\.|ssa|re?\b).*$", re.I | re.S
)
#: An organ in capitals to which the first words of the text are joined, or a note in brackets.
_JOINED = re.compile(r"(?P<organo>(?:[A-ZÀ-Ý.'’]+\s+){2,12}?)(?=[a-z]{2}|\()")


def _organ_alone(text: str) -> str:
    """The organ with which a block begins, without what follows it there."""
    text = text.partition(":")[0]
    joined = _JOINED.match(text)
    return (joined["organo"] if joined else text).strip()


def _names_follow(blocks: Sequence[Block], at: int) -> bool:
    """Whether a name stands below the role at ``at``, with at most lines of the role between."""
    for later in range(at + 1, min(at + 4, len(blocks))):
        text = blocks[later].testo
        if blocks[later].celle or _MORE_POINTS.match(text):
            return False
        if _is_name(text) or SIGNED.match(text):
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
    if CERTIFIED.match(text) or NAMES.match(text):
        return True
    return NAME.match(text) is not None and not _is_title(text)


def _is_name(text: str) -> bool:
    return bool(NAME.match(text) or CERTIFIED.match(text))


def closing_signature(blocks: Sequence[Block], first: int, end: int) -> int | None:
    """The first of the last lines of ``blocks[first:end]`` where nothing but roles are printed.

    An act is so signed whose names stand in its digital signature alone: ``IL DIRIGENTE``, or
    ``Anna Verdi``, a name that its title page gives.
    """
    last = end - 1
    while last > first and _FILLER.match(blocks[last].testo):
        last -= 1
    at = last + 1
    while at > first and last + 1 - at < 6 and _signs_alone(blocks, at - 1, first):
        at -= 1
    return at if at <= last and not blocks[at].celle else None


def _signs_alone(blocks: Sequence[Block], at: int, first: int) -> bool:
    text = blocks[at].testo
    if len(text) > 120 or text.endswith((";", ",", ":")) or blocks[at].celle:
        return False
    if ROLE.match(text) and ORGAN.match(text):
        return is_upper(text)
    front = (block.testo.casefold() for block in blocks[: min(first, 60)])
    return NAME.match(text) is not None and any(text.casefold() in line for line in front)


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
