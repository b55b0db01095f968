"""The zones of an act: where its preamble, operative part, signatures and attachments begin.

The body ends with the act's own last signature block; opinions and certificates after it are
still body (*visti*, *pubblicazione*). An attachment begins after it, at a heading ``Allegato …``
or at the title page of another document.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.structure.blocks import Block, is_upper
from extractor.structure.formulas import (
    ALLEGATO,
    CONVENUTO,
    NAME,
    OPERATIVE,
    OPERATIVE_TAIL,
    ORGAN,
    PLACE_DATE,
    PUBBLICAZIONE,
    READ_AND_SIGNED,
    RECITAL,
    ROLE,
    SIGNED,
    VISTI,
)
from extractor.structure.kinds import Forma
from models.vocabulary import Zona

State = Literal["dispositivo", "firma", "visti", "pubblicazione", "allegato"]

_ARTICLE_ONE = re.compile(r"art(?:icolo|\.)\s*(?:1|uno|I)(?!\d)\b", re.I)
_CONTENTS_LINE = re.compile(r".*(?:\.{4,}|…{2,}|\t)\s*\d{1,3}$")
_MORE_POINTS = re.compile(r"\d{1,2}[.)]\s+(?:di|che)\s", re.I)


@dataclass(frozen=True, slots=True)
class Cut:
    """A zone begins at block number ``blocco``."""

    blocco: int
    zona: Zona


def find_zones(blocks: Sequence[Block], forma: Forma, after_header: int) -> tuple[Cut, ...]:
    """The zones of the act made of ``blocks``, in order; the first begins at block 0.

    ``after_header`` is the number of the block after the subject: no other zone begins above.
    """
    if not blocks:
        return ()
    if forma == "visto":
        return (Cut(0, "visti"),)
    preamble, operative = _opening(blocks, forma, after_header)
    cuts = [Cut(0, "frontespizio")]
    if preamble is not None and (operative is None or preamble < operative):
        cuts.append(Cut(preamble, "preambolo"))
    if operative is None:
        operative = _fallback(len(blocks), preamble, after_header)
    if operative < len(blocks):
        cuts.append(Cut(operative, "dispositivo"))
    cuts.extend(_closing(blocks, operative, forma))
    return _tidy(cuts)


def _fallback(count: int, preamble: int | None, after_header: int) -> int:
    """Where the text begins in an act without operative formula: a letter, a notice."""
    if preamble is not None:
        return count
    return min(after_header, count)


def _tidy(cuts: list[Cut]) -> tuple[Cut, ...]:
    tidy: list[Cut] = []
    for cut in cuts:
        if tidy and tidy[-1].blocco == cut.blocco:
            tidy.pop()
        if tidy and tidy[-1].zona == cut.zona and cut.zona != "allegato":
            continue
        tidy.append(cut)
    return tuple(tidy)


def _opening(blocks: Sequence[Block], forma: Forma, start: int) -> tuple[int | None, int | None]:
    """First block of the preamble and of the operative part."""
    if forma == "documento":
        return None, start
    preamble = None
    for at in range(start, len(blocks)):
        text = blocks[at].testo
        if is_operative(text) or (forma == "accordo" and _is_agreed(text)):
            return preamble, at
        if preamble is None and _opens_preamble(blocks, at):
            preamble = at
        if preamble is None and forma == "lettera":
            return None, start
    return preamble, None


def _opens_preamble(blocks: Sequence[Block], at: int) -> bool:
    text = blocks[at].testo
    if RECITAL.match(text):
        return True
    if len(text) < 160 and ORGAN.match(text) and is_upper(text.split(":")[0]):
        return not (at + 1 < len(blocks) and NAME.match(blocks[at + 1].testo))
    return False


def is_operative(text: str) -> bool:
    """Whether a block is an operative formula: ``DETERMINA``, ``HA DELIBERATO``."""
    if len(text) > 120:
        found = OPERATIVE.match(text)
        # A paragraph run together with its formula: ``DETERMINA 1. di approvare …``.
        return found is not None and bool(
            re.match(r"\s*:?\s*1[.)]\s", text[found.end("resto") - len(found["resto"]) :])
        )
    found = OPERATIVE.match(text)
    return found is not None and OPERATIVE_TAIL.match(found["resto"]) is not None


def _is_agreed(text: str) -> bool:
    return len(text) < 160 and (CONVENUTO.match(text) is not None or bool(_ARTICLE_ONE.match(text)))


def _closing(blocks: Sequence[Block], operative: int, forma: Forma) -> list[Cut]:
    """Signatures, attestations and attachments below the operative part."""
    cuts: list[Cut] = []
    state: State = "dispositivo"
    signed = False
    at = operative + 1
    while at < len(blocks):
        new = _next_state(blocks, at, state, signed, forma)
        if new is not None and new != state:
            state = new
            cuts.append(Cut(at, new))
        signed = signed or state == "firma"
        if state == "allegato":
            _take_title_page(blocks, cuts, operative)
            break
        at += 1
    return cuts


def _next_state(
    blocks: Sequence[Block], at: int, state: State, signed: bool, forma: Forma
) -> State | None:
    """The zone that block ``at`` begins, or None where the zone goes on."""
    text = blocks[at].testo
    short = len(text) <= 200 and not blocks[at].celle
    if short and is_attachment_heading(blocks, at):
        return "allegato"
    if forma == "documento":
        return None
    if short and PUBBLICAZIONE.match(text) and (signed or is_upper(text)):
        return "pubblicazione"
    if short and VISTI.match(text) and (is_upper(text[:25]) or signed):
        return "visti"
    if state in ("dispositivo", "visti") and _begins_signature(blocks, at, state):
        return "firma"
    if state == "firma" and not _in_signature(blocks, at):
        return "allegato"
    return None


def _begins_signature(blocks: Sequence[Block], at: int, state: State) -> bool:
    text = blocks[at].testo
    if READ_AND_SIGNED.match(text) and len(text) < 160:
        return True
    if state == "visti" or len(text) > 160 or blocks[at].celle:
        return False
    if re.match(r"firmato\s+digitalmente|f\.?to\s", text, re.I):
        return True
    if ROLE.match(text) and not text.endswith((";", ",")):
        if ":" in text and NAME.match(text.rpartition(":")[2].strip()):
            return True
        return _names_follow(blocks, at)
    return False


def _names_follow(blocks: Sequence[Block], at: int) -> bool:
    """Whether a name stands right below the role at ``at`` (or further down its block)."""
    for later in range(at + 1, min(at + 4, len(blocks))):
        text = blocks[later].testo
        if blocks[later].celle or _MORE_POINTS.match(text):
            return False
        if NAME.match(text) or SIGNED.match(text):
            return len(blocks[at].testo) < 110
        if not (ROLE.match(text) or (is_upper(text) and len(text) < 90) or len(text) < 60):
            return False
    # Role and name joined in one block: ``IL DIRIGENTE Maria Rossi``.
    return False


def _in_signature(blocks: Sequence[Block], at: int) -> bool:
    """Whether block ``at``, after the first line of a signature, still belongs to it."""
    text = blocks[at].testo
    if len(text) > 220 or blocks[at].celle:
        return bool(SIGNED.match(text))
    if SIGNED.search(text) or ROLE.match(text) or READ_AND_SIGNED.match(text):
        return True
    if NAME.match(text) and not is_title(text):
        return True
    return bool(PLACE_DATE.match(text)) or bool(
        re.match(r"[\W_]+$|\(?(?:per\s|ai\s+sensi)", text, re.I)
    )


def is_title(text: str) -> bool:
    """Whether a line in the place of a name is the title of a document: in capitals, many words."""
    return is_upper(text) and len(text.split()) > 4


def is_attachment_heading(blocks: Sequence[Block], at: int) -> bool:
    """Whether block ``at`` is the heading of an attachment: ``Allegato A``, alone or titled."""
    text = blocks[at].testo
    found = ALLEGATO.match(text) if text[:1] in "aA" else None
    if not found or blocks[at].celle or _CONTENTS_LINE.match(text):
        return False
    label, title = found["etichetta"], found["titolo"].strip()
    if not label[:1].isupper() or title.endswith((";", ",")):
        return False
    alone = not title and len(label.split()) > 1
    titled = bool(re.match(r"[-–—:.(“\"«]", title)) or (
        title[:1].isupper() and len(label.split()) > 1
    )
    if is_upper(text) and not title:
        return True
    if not (alone or (titled and len(label.split()) > 1) or (is_upper(text) and len(text) < 120)):
        return False
    return _stands_apart(blocks, at)


def _stands_apart(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block before ended its sentence: a wrapped citation did not."""
    if at == 0:
        return True
    before = blocks[at - 1].testo
    return before.endswith((".", ";", ":", ")", "»", "”", '"')) or len(before) < 70


def _take_title_page(blocks: Sequence[Block], cuts: list[Cut], operative: int) -> None:
    """Move the beginning of the attachment up over lines that repeat the act's letterhead."""
    at = cuts[-1].blocco
    floor = max((cut.blocco for cut in cuts[:-1]), default=operative) + 1
    head = {block.testo.lower() for block in blocks[: min(12, operative)]}
    while at - 1 > floor and blocks[at - 1].testo.lower() in head:
        at -= 1
    cuts[-1] = Cut(at, "allegato")
