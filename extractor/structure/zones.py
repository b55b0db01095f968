"""The zones of an act: where its preamble, operative part, signatures and attachments begin.

The body ends with the act's own last signature block; opinions and certificates after it are
still body (*visti*, *pubblicazione*). An attachment begins after it, at a heading ``Allegato …``
or at the title page of another document.
"""

import re
from collections.abc import Sequence

from extractor.structure.attachments import find_attachments
from extractor.structure.blocks import Block, is_upper
from extractor.structure.cuts import Cut
from extractor.structure.formulas import (
    CONVENUTO,
    NAME,
    OPERATIVE,
    OPERATIVE_TAIL,
    ORGAN,
    ORGAN_JOINED,
    PUBBLICAZIONE,
    READ_AND_SIGNED,
    RECITAL,
    REPORTED,
    VISTI,
)
from extractor.structure.kinds import Forma
from extractor.structure.signatures import (
    begins_signature,
    closing_signature,
    in_signature,
    is_signature_line,
)
from models.vocabulary import Zona

_ARTICLE_ONE = re.compile(r"art(?:icolo|\.)\s*(?:1|uno|I)(?!\d)\b", re.I)
#: Characters below a signature within which a certificate still belongs to the act.
_NEAR = 2500
_POINT_ONE = re.compile(r"\s*:?\s*1[.)]\s")


def find_zones(
    blocks: Sequence[Block], forma: Forma, after_header: int, *, collegial: bool = False
) -> tuple[Cut, ...]:
    """The zones of the act made of ``blocks``, in order; the first begins at block 0.

    ``after_header`` is the number of the block after the subject: no other zone begins above.
    A ``collegial`` organ signs the record of its session, below what others sign in it.
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
        # A letter or a notice has no operative formula: its text is its operative part.
        operative = after_header if preamble is None else preamble + 1
        if preamble is None:
            cuts.append(Cut(operative, "dispositivo"))
    else:
        cuts.append(Cut(operative, "dispositivo"))
    cuts.extend(_Closing(blocks, operative, forma, collegial).cuts())
    return _tidy([cut for cut in cuts if cut.blocco < len(blocks)])


def _tidy(cuts: list[Cut]) -> tuple[Cut, ...]:
    tidy: list[Cut] = []
    for cut in cuts:
        if tidy and tidy[-1].blocco == cut.blocco:
            tidy.pop()
        if tidy and tidy[-1].zona == cut.zona:
            continue
        tidy.append(cut)
    return tuple(tidy)


def _opening(blocks: Sequence[Block], forma: Forma, start: int) -> tuple[int | None, int | None]:
    """First block of the preamble and of the operative part."""
    if forma == "documento" and not _has_recitals(blocks, start):
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
    return (None, start) if forma == "documento" else (preamble, None)


def _has_recitals(blocks: Sequence[Block], start: int) -> bool:
    """Whether a notice or a call opens like a resolution: with recitals, then ``RENDE NOTO``."""
    near = blocks[start : start + 4]
    if not any(RECITAL.match(block.testo) for block in near):
        return False
    return any(is_operative(block.testo) for block in blocks[start : start + 120])


def _opens_preamble(blocks: Sequence[Block], at: int) -> bool:
    text = blocks[at].testo
    if RECITAL.match(text) or REPORTED.match(text):
        return True
    if len(text) >= 400 or not ORGAN.match(text):
        return False
    if is_upper(text.split(":")[0]) or ORGAN_JOINED.match(text):
        return not (at + 1 < len(blocks) and NAME.match(blocks[at + 1].testo))
    return (
        at > 0 and len(text) < 130 and text[-1] not in ".;:," and _recital_follows(blocks, at + 1)
    )


def _recital_follows(blocks: Sequence[Block], at: int) -> bool:
    """Whether a recital stands at ``at``, or below a line on the session (``nella seduta …``)."""
    if at < len(blocks) and blocks[at].testo[:1].islower() and len(blocks[at].testo) < 80:
        at += 1
    return at < len(blocks) and RECITAL.match(blocks[at].testo) is not None


def is_operative(text: str) -> bool:
    """Whether a block is an operative formula: ``DETERMINA``, ``HA DELIBERATO``."""
    found = OPERATIVE.match(text)
    if found is None:
        return False
    if len(text) > 120:
        # A paragraph run together with its formula: ``DETERMINA 1. di approvare …``.
        return _POINT_ONE.match(found["resto"]) is not None
    return OPERATIVE_TAIL.match(found["resto"]) is not None


def _is_agreed(text: str) -> bool:
    return len(text) < 160 and (CONVENUTO.match(text) is not None or bool(_ARTICLE_ONE.match(text)))


class _Closing:
    """Reads on from the operative part: signatures, attestations, attachments."""

    def __init__(
        self, blocks: Sequence[Block], operative: int, forma: Forma, collegial: bool
    ) -> None:
        self.blocks = blocks
        self.operative = operative
        self.forma = forma
        self.headings = frozenset(find_attachments(blocks, operative + 1))
        self.state: Zona = "dispositivo"
        self.signed = False
        self.record = self._record() if collegial else 0

    def cuts(self) -> list[Cut]:
        """The zones below the operative part, in order; an attachment is the last."""
        cuts: list[Cut] = []
        for at in range(self.operative + 1, len(self.blocks)):
            zone = self._zone_at(at)
            if zone is None or zone == self.state:
                continue
            if zone == "firma":
                at = self._first_of_signature(at, cuts)
            elif zone == "allegato":
                at = self._first_of_title_page(at, cuts)
            self.state = zone
            self.signed = self.signed or zone == "firma"
            cuts.append(Cut(at, zone))
            if zone == "allegato":
                break
        return cuts if self.signed else self._with_closing(cuts)

    def _with_closing(self, cuts: list[Cut]) -> list[Cut]:
        """The zones of an act in which no signature was found, with the roles that close it."""
        end = cuts[0].blocco if cuts else len(self.blocks)
        if self.forma != "provvedimento":
            return cuts
        at = closing_signature(self.blocks, self.operative + 1, end)
        return cuts if at is None else [Cut(at, "firma"), *cuts]

    def _zone_at(self, at: int) -> Zona | None:
        """The zone that block ``at`` begins, or None where the zone goes on."""
        if at in self.headings:
            return "allegato"
        if self.forma == "documento":
            return "firma" if self._signs_at_the_end(at) else None
        block = self.blocks[at]
        if len(block.testo) <= 200 and not block.celle:
            closing = self._attestation(block.testo)
            if closing is not None:
                return closing
        if self.state in ("dispositivo", "visti") and begins_signature(
            self.blocks, at, in_visti=self.state == "visti"
        ):
            return "firma"
        return "allegato" if self._has_ended(at) else None

    def _signs_at_the_end(self, at: int) -> bool:
        """Whether the signature of a notice or a call, in its last lines, begins at ``at``."""
        end = min(self.headings, default=len(self.blocks))
        near = self.state == "dispositivo" and 0 < end - at <= 8
        return near and begins_signature(self.blocks, at, in_visti=False)

    def _attestation(self, text: str) -> Zona | None:
        if PUBBLICAZIONE.match(text) and (self.signed or is_upper(text)):
            return "pubblicazione"
        if VISTI.match(text) and (self.signed or is_upper(text[:25])):
            return "visti"
        return None

    def _has_ended(self, at: int) -> bool:
        """Whether the body ended before block ``at``, which has no heading to say so.

        The signature block of a letter or an agreement may hold anything: there only a heading
        tells. Below a certificate another document begins on a new page, after a signature.
        """
        if self.forma != "provvedimento" or not self.signed or at < self.record:
            return False
        if in_signature(self.blocks, at):
            return False
        if self.state == "firma":
            return not self._attested_soon(at)
        before, block = self.blocks[at - 1], self.blocks[at]
        return block.pagina > before.pagina and is_signature_line(before.testo)

    def _record(self) -> int:
        """The block in which the record of a session is closed: ``Letto, approvato …``."""
        for at in range(self.operative + 1, len(self.blocks)):
            text = self.blocks[at].testo
            if len(text) < 160 and READ_AND_SIGNED.match(text):
                return at
        return 0

    def _attested_soon(self, at: int) -> bool:
        """Whether an opinion or a certificate stands a little below: what is between is body."""
        end = self.blocks[at].inizio + _NEAR
        for later in range(at + 1, min(at + 25, len(self.blocks))):
            if self.blocks[later].inizio > end or later in self.headings:
                return False
            text = self.blocks[later].testo
            if len(text) <= 200 and is_upper(text[:25]) and self._attestation(text):
                return True
        return False

    def _first_of_signature(self, at: int, cuts: list[Cut]) -> int:
        """The signature's first block: roles in capitals stand above the name."""
        floor = cuts[-1].blocco if cuts else self.operative
        first = at
        while first - 1 > floor and at - first < 4:
            above = self.blocks[first - 1].testo
            if not (is_upper(above) and len(above) < 120) or is_operative(above):
                break
            first -= 1
        return first

    def _first_of_title_page(self, at: int, cuts: list[Cut]) -> int:
        """The first block of the title page on which the heading ``at`` stands.

        That is where the act's own letterhead is printed again, or the top of the page when
        nothing above the heading on it belongs to a signature.
        """
        floor = (cuts[-1].blocco if cuts else self.operative) + 1
        letterhead = self.blocks[0].testo.lower()
        for first in range(at - 1, max(floor, at - 16) - 1, -1):
            if self.blocks[first].testo.lower() == letterhead:
                return first
        if self.forma == "documento":
            return at
        first = at
        while first > floor and self.blocks[first - 1].pagina == self.blocks[at].pagina:
            first -= 1
        page = self.blocks[first:at]
        whole = first > floor and self.blocks[first - 1].pagina < self.blocks[at].pagina
        return first if whole and len(page) <= 8 and all(map(_on_title_page, page)) else at


def _on_title_page(block: Block) -> bool:
    """Whether a block above an attachment's heading may be part of its title page."""
    return len(block.testo) < 150 and not (
        block.celle or block.testo.endswith((";", ".")) or is_signature_line(block.testo)
    )
