"""The parts of an act: a tree whose top level are its zones and whose leaves partition it."""

import re
from collections.abc import Sequence

from extractor.structure.attachments import (
    CONTENTS_LINE,
    find_attachments,
    is_attachment_heading,
    label_of,
)
from extractor.structure.blocks import Block
from extractor.structure.chapters import Mark, find_chapters, sheet_at_title
from extractor.structure.cuts import Cut
from extractor.structure.formulas import ALLEGATO, RECITAL, RECITAL_IN_SMALL
from extractor.structure.kinds import Forma
from models import Part

_POINT = re.compile(r"(?P<etichetta>\d{1,3}\s?[.)°])\s*(?=\D)")
_LETTER = re.compile(r"(?P<etichetta>[a-z]{1,2}\s?[.)])\s+(?=\S)")
_ITEM = re.compile(r"(?P<etichetta>[-–—−•▪➢➤○o\uf0b7\uf0a7*]\s|\d{1,2}[.)]\s|[a-z][.)]\s)")
_ARTICLE = re.compile(
    r"(?P<etichetta>art(?:icolo|\.)\s*\d{1,3}(?:[\s-]?(?:bis|ter|quater|quinquies))?)"
    r"(?P<titolo>\b.{0,120})$",
    re.I,
)
#: An article whose text follows on its number: ``Art. 2 – Le domande sono presentate …``.
_ARTICLE_RUN_IN = re.compile(
    r"(?P<etichetta>art(?:icolo|\.)\s*(?P<numero>\d{1,3}))\s*[-–—.:)]+\s*[A-ZÀ-Ý]", re.I
)


def build_parts(
    blocks: Sequence[Block], cuts: Sequence[Cut], inizio: int, fine: int, forma: Forma
) -> tuple[Part, ...]:
    """The parts of an act whose text is ``[inizio, fine)``, from its zones ``cuts``.

    Below the zones stand recitals, points, articles; in a *documento* chapters.
    """
    marks: list[Mark] = []
    for number, cut in enumerate(cuts):
        end = cuts[number + 1].blocco if number + 1 < len(cuts) else len(blocks)
        if cut.zona == "margine":
            continue
        if cut.zona == "allegato":
            marks.extend(_attachments(blocks, cut.blocco, end))
            continue
        marks.append(Mark(cut.blocco, 0, cut.zona))
        if cut.zona == "preambolo":
            marks.extend(_recitals(blocks, cut.blocco, end))
        elif cut.zona == "dispositivo":
            marks.extend(_operative(blocks, cut.blocco, end, forma))
    return _nest(blocks, marks, inizio, fine)


def _recitals(blocks: Sequence[Block], first: int, end: int) -> list[Mark]:
    marks: list[Mark] = []
    inside = False
    for at in range(first, end):
        text = blocks[at].testo
        recital = RECITAL.match(text)
        if recital is None and inside and blocks[at - 1].testo.endswith(";"):
            recital = RECITAL_IN_SMALL.match(text)
        if recital:
            marks.append(Mark(at, 1, "visto", recital["parola"].capitalize()))
            inside = True
            continue
        item = _ITEM.match(text) if inside else None
        if item:
            marks.append(Mark(at, 2, "visto", item["etichetta"].strip()))
    return marks


def _operative(blocks: Sequence[Block], first: int, end: int, forma: Forma) -> list[Mark]:
    """Numbered points, or articles, or chapters, with what stands below them."""
    articles = _articles(blocks, first, end)
    if len(articles) >= 2:
        inner = [
            mark for mark in _points(blocks, first, end, 2) if mark.blocco > articles[0].blocco
        ]
        return _merge(articles, inner)
    points = _points(blocks, first, end, 1)
    chapters = find_chapters(blocks, first, end, 1) if forma == "documento" else []
    return chapters if len(chapters) >= 2 else points


def _articles(blocks: Sequence[Block], first: int, end: int) -> list[Mark]:
    marks: list[Mark] = []
    for at in range(first, end):
        text = blocks[at].testo
        if text[:1] not in "Aa":
            continue
        run_in = _ARTICLE_RUN_IN.match(text) if len(text) >= 160 else None
        if run_in and int(run_in["numero"]) == len(marks) + 1:
            marks.append(Mark(at, 1, "articolo", run_in["etichetta"]))
            continue
        found = _ARTICLE.match(text) if len(text) < 160 else None
        if found and not CONTENTS_LINE.match(text) and not text.endswith((";", ",")):
            titolo = found["titolo"].strip(" .:-–—()")
            if not titolo and at + 1 < end and len(blocks[at + 1].testo) < 100:
                titolo = blocks[at + 1].testo.strip("() ")
            if titolo[:1].islower():
                continue
            marks.append(Mark(at, 1, "articolo", found["etichetta"], titolo))
    return marks


def _points(blocks: Sequence[Block], first: int, end: int, level: int) -> list[Mark]:
    marks: list[Mark] = []
    last = 0
    for at in range(first, end):
        text = blocks[at].testo
        point = _POINT.match(text)
        if point and not blocks[at].celle:
            number = int(re.sub(r"\D", "", point["etichetta"]))
            if number == last + 1 or number == 1:
                last = number
                marks.append(Mark(at, level, "punto", point["etichetta"]))
                continue
        letter = _LETTER.match(text) if last else None
        if letter:
            marks.append(Mark(at, level + 1, "punto", letter["etichetta"]))
    return marks


def _attachments(blocks: Sequence[Block], first: int, end: int) -> list[Mark]:
    """A part for each attachment, with its articles, chapters and sheets below it.

    The attachments of an attachment stand inside it: under a document with a title page of its
    own and a table of contents every ``Allegato …``, under ``Allegato A`` those that have a number.
    """
    inside = blocks[first:end]
    heads = [_head(blocks, first)]
    heads += [_head(blocks, first + at) for at in find_attachments(inside, 2)]
    own_contents = any(sheet_at_title(block.testo) == "sommario" for block in inside[:60])
    marks: list[Mark] = []
    for number, head in enumerate(heads):
        stop = heads[number + 1].blocco if number + 1 < len(heads) else end
        level = 1 if number and _is_inner(heads[0], head, own_contents) else 0
        marks.append(head._replace(livello=level))
        articles = _articles(blocks, head.blocco + 1, stop)
        if len(articles) >= 3:
            marks.extend(mark._replace(livello=level + 1) for mark in articles)
        else:
            marks.extend(find_chapters(blocks, head.blocco + 1, stop, level + 1))
    return marks


def _is_inner(first: Mark, head: Mark, own_contents: bool) -> bool:
    """Whether ``head`` is an attachment of the attachment ``first``."""
    if not first.etichetta:
        return own_contents
    return label_of(first.etichetta)[-1:].isalpha() and label_of(head.etichetta)[-1:].isdigit()


def _head(blocks: Sequence[Block], at: int) -> Mark:
    text = blocks[at].testo
    found = ALLEGATO.match(text) if is_attachment_heading(blocks, at) else None
    if not found:
        return Mark(at, 0, "allegato", "", text[:200])
    titolo = found["titolo"].strip(" -–—:.")
    if not titolo and at + 1 < len(blocks):
        titolo = blocks[at + 1].testo[:200]
    return Mark(at, 0, "allegato", found["etichetta"].strip(), titolo)


def _merge(left: list[Mark], right: list[Mark]) -> list[Mark]:
    return sorted(left + right, key=lambda mark: (mark.blocco, mark.livello))


def _nest(
    blocks: Sequence[Block], marks: Sequence[Mark], inizio: int, fine: int
) -> tuple[Part, ...]:
    """Parts from marks: each runs to the next mark of its level or a shallower one.

    What stands in a part above its first child becomes a leaf of the part's own kind, so that
    the children cover their parent.
    """
    starts = [blocks[mark.blocco].inizio for mark in marks]
    if starts:
        starts[0] = inizio

    def build(first: int, last: int, end: int) -> tuple[Part, ...]:
        parts = []
        at = first
        while at < last:
            mark = marks[at]
            after = at + 1
            while after < last and marks[after].livello > mark.livello:
                after += 1
            stop = starts[after] if after < last else end
            children = build(at + 1, after, stop)
            if children and children[0].inizio > starts[at]:
                lead = Part(mark.tipo, starts[at], children[0].inizio, mark.etichetta, mark.titolo)
                children = (lead, *children)
            parts.append(Part(mark.tipo, starts[at], stop, mark.etichetta, mark.titolo, children))
            at = after
        return tuple(parts)

    return build(0, len(marks), fine)
