"""Where the attachments of an act begin: headings ``Allegato A``, told from citations, from
lists of attachments and from tables of contents."""

import re
from collections.abc import Sequence

from extractor.structure.blocks import Block, is_upper
from extractor.structure.cuts import Cut
from extractor.structure.formulas import ALLEGATO, SIGNED
from models import Document

#: ``L'atto si compone di 23 pagine, di cui 18 di allegati``.
_COMPOSED = re.compile(
    r"si\s+compone\s+(?:di\s+)?(?P<pagine>\d{1,4})\s+(?:di\s+)?pagin[ea],?\s+"
    r"di\s+cui\s+(?P<allegati>\d{1,4})\s+(?:pagin[ea]\s+)?(?:di\s+)?allegat",
    re.I,
)
#: A running header over the pages of an attachment: ``ALLEGATO A DGR n. 201 del 05 marzo 2024``.
_RUNNING = re.compile(
    r"\W{0,3}allegato\s*(?:n[.°º]?\s*|sub\s*)?[“\"«'(]?(?:[A-Z]{1,2}\d{0,2}|\d{1,2}|[IVX]{1,4})[”\"»')]?"
    r"(?=$|\s*[-–—:(]|\s+(?:al|alla|del|della|dgr|ddr|dcr|d\.|decreto|delib|determin|n\.|pag)\w*)",
    re.I,
)
CONTENTS_LINE = re.compile(r".*(?:\.{4,}|…{2,}|\t)\s*\d{0,3}(?:\s|$)")
_TITLE = re.compile(r"[-–—:.(“\"«]|[A-ZÀ-Ý]")
#: Characters from one heading to the next in a list of attachments, at most.
_LIST_GAP = 300
_SENTENCE_END = (".", ";", ":", ")", "»", "”", '"')


def is_attachment_heading(blocks: Sequence[Block], at: int) -> bool:
    """Whether block ``at`` reads as the heading of an attachment: ``Allegato A``, alone or titled.

    A line of a paragraph that happens to begin so (``Allegato A, parte integrante …``) is none.
    """
    text = blocks[at].testo
    found = ALLEGATO.match(text) if text[:1] in "aA" and len(text) <= 200 else None
    if not found or blocks[at].celle or CONTENTS_LINE.match(text):
        return False
    label, title = found["etichetta"], found["titolo"].strip()
    if not label[:1].isupper() or text.endswith((";", ",")):
        return False
    numbered = len(label.split()) > 1
    if not title:
        whole = numbered or is_upper(text) or _heads_title(blocks, at)
        return whole and _stands_apart(blocks, at)
    if not numbered:
        return is_upper(text) and len(text) < 120 and title[:1] in "-–—:"
    return (_TITLE.match(title) is not None or is_upper(text)) and _stands_apart(blocks, at)


def _heads_title(blocks: Sequence[Block], at: int) -> bool:
    """Whether the word alone, ``Allegato``, stands above a title in capitals."""
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    return below is not None and not below.celle and is_upper(below.testo)


def attachment_title(text: str) -> str:
    """The title behind the label of an attachment's heading: ``ALLEGATO 2 - CRONOPROGRAMMA``."""
    found = ALLEGATO.match(text)
    return found["titolo"].strip(" .:–—-") if found else ""


def _stands_apart(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block before ended its sentence: before a wrapped citation it did not."""
    if at == 0:
        return True
    before = blocks[at - 1].testo
    ended = before.endswith(_SENTENCE_END) or SIGNED.match(before) is not None
    return ended or len(before) < 70 or is_upper(before)


def declared_start(blocks: Sequence[Block], first_page: int, last_page: int) -> int | None:
    """The block with which the pages begin that an act declares to be its attachments.

    Only where the act's pages, ``first_page`` to ``last_page``, are as many as it says.
    """
    head = " ".join(block.testo for block in blocks[:60])
    found = _COMPOSED.search(head)
    pages = last_page - first_page + 1
    if not found or int(found["pagine"]) != pages or int(found["allegati"]) < 1:
        return None
    first = last_page - int(found["allegati"]) + 1
    return next((at for at, block in enumerate(blocks) if block.pagina >= first), None)


def running_start(
    document: Document, blocks: Sequence[Block], first_page: int, last_page: int
) -> int | None:
    """The block with which the pages begin that a running header names an attachment.

    A file whose first page has such a header is an attachment itself.
    """
    named = (
        page.numero
        for page in document.pagine[first_page - 1 : last_page]
        if any(len(item.testo) < 160 and _RUNNING.match(item.testo) for item in page.arredi)
    )
    first = next(named, first_page)
    if first == first_page:
        return None
    return next((at for at, block in enumerate(blocks) if block.pagina >= first), None)


def with_attachments(cuts: tuple[Cut, ...], start: int | None) -> tuple[Cut, ...]:
    """The zones, with attachments from block ``start`` on where none was found above it."""
    if start is None or any(cut.zona == "allegato" and cut.blocco <= start for cut in cuts):
        return cuts
    return (*(cut for cut in cuts if cut.blocco < start), Cut(start, "allegato"))


def label_of(text: str) -> str:
    """The printed label of an attachment's heading, in lower case: ``allegato a``."""
    found = ALLEGATO.match(text)
    return " ".join(re.findall(r"\w+", found["etichetta"].lower())) if found else ""


def find_attachments(blocks: Sequence[Block], start: int) -> tuple[int, ...]:
    """Numbers of the blocks, from ``start`` on, that are headings of attachments.

    Headings that follow on one another are a list of attachments; one that stands among the
    lines of a table of contents belongs to that table.
    """
    named = [at for at in range(start, len(blocks)) if _names_attachment(blocks[at])]
    listed = _listed(blocks, named)
    return tuple(
        at
        for at in named
        if at not in listed and is_attachment_heading(blocks, at) and not _in_contents(blocks, at)
    )


def _names_attachment(block: Block) -> bool:
    """Whether a line begins with the name of an attachment, heading or not."""
    return block.testo[:1] in "aA" and bool(label_of(block.testo)) and not block.celle


def _listed(blocks: Sequence[Block], named: Sequence[int]) -> set[int]:
    """The lines that make up a list: three or more, each with next to nothing below it.

    Two make a list where both come again further down. Where the last of a run has the label
    of its first, the list has ended and it is a heading.
    """
    listed: set[int] = set()
    last_place = {label_of(blocks[at].testo): at for at in named}
    run: list[int] = []
    for number, at in enumerate(named):
        run.append(at)
        following = named[number + 1] if number + 1 < len(named) else None
        if following is not None and _length(blocks, at, following) < _LIST_GAP:
            continue
        labels = [label_of(blocks[other].testo) for other in run]
        again = all(last_place[label] > at for label in labels)
        if (len(run) >= 3 and labels[0] != labels[-1]) or (len(run) >= 2 and again):
            listed.update(run)
        elif len(run) >= 3:
            listed.update(run[:-1])
        run = []
    return listed


def _length(blocks: Sequence[Block], first: int, end: int) -> int:
    return blocks[end].inizio - blocks[first].inizio


def _in_contents(blocks: Sequence[Block], at: int) -> bool:
    near = range(max(0, at - 2), min(len(blocks), at + 3))
    return any(other != at and CONTENTS_LINE.match(blocks[other].testo) for other in near
               if not blocks[other].celle)  # fmt: skip
