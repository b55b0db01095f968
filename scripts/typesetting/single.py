"""The layout of an act, an agreement or a plan: one column on A4, a footer, ruled tables."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph

from extractor.documents.block import Block
from extractor.documents.emphasis import unmarked
from scripts.typesetting.fonts import TEXT, Markup
from scripts.typesetting.sheets import rebuilt
from scripts.typesetting.tables import ruled, tables_of

WIDTH, HEIGHT = A4
MARGIN = 62.0
_INNER = WIDTH - 2 * MARGIN

_HEADING = re.compile(r"(?:\d{1,2}\.?(?:\d{1,2}\.?){0,3}|Allegato \d+ –|PREMESSA$)\s?[A-ZÀ-Ý]?")
# What comes as a document of its own behind the act begins on a page of its own.
_NEW_PAGE = re.compile(r"(?:CRONOPROGRAMMA |Incarico – |Contatti:$|Allegato \d+ –|ALLEGATO \d)")
_ARTICLE = re.compile(r"(?:Articolo|Art\.) \d+\b.{0,60}$|\(.{5,70}\)$")
_BULLET = re.compile(r"[-–−‐•▪■o]\s|[a-z0-9]{1,2}[.)]\s")
_SIGNER = re.compile(
    r"(?:Per ACSS|Per ARIA S\.p\.A\.|(?:Il|L’|La) (?:Direttore|Responsabile|Amministratore"
    r"|amministratore)\b.{0,50})$"
)


def _style(name: str, **changes: Any) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        **{
            "fontName": TEXT,
            "fontSize": 9.6,
            "leading": 13,
            "alignment": TA_JUSTIFY,
            "spaceAfter": 5,
            "allowOrphans": 0,
            "allowWidows": 0,
            **changes,
        },
    )


BODY = _style("testo")
LIST = _style("voce", leftIndent=18, firstLineIndent=-12, spaceAfter=3)
TITLE = _style(
    "titolo", fontName=f"{TEXT}-Bold", fontSize=11, leading=15, alignment=TA_CENTER, spaceBefore=6
)
HEADING = _style(
    "capitolo", fontName=f"{TEXT}-Bold", alignment=TA_LEFT, spaceBefore=8, keepWithNext=1
)
CENTRED = _style("centro", alignment=TA_CENTER, spaceBefore=4)
SIGNED = _style("firma", alignment=TA_CENTER, leftIndent=_INNER / 2, spaceAfter=2)
CELL = _style("cella", fontSize=8.6)


def _footer(canvas: Any, document: Any) -> None:
    """The number of the page, at the foot."""
    canvas.saveState()
    canvas.setFont(TEXT, 8)
    canvas.drawCentredString(WIDTH / 2, 32, str(document.page))
    canvas.restoreState()


def _style_of(words: str, before: str) -> ParagraphStyle:
    short = len(words) < 110 and not words.endswith((".", ";", ":", ","))
    upper = short and words.upper() == words and any(map(str.isalpha, words))
    simple = (
        (_ARTICLE.match(words), TITLE),
        (short and _HEADING.match(words), HEADING),
        (upper and len(words) > 3, TITLE),
        (_SIGNER.match(words) or (_SIGNER.match(before) and len(words) < 40), SIGNED),
        (_BULLET.match(words), LIST),
        (short and len(words) < 36, CENTRED),
    )
    return next((style for test, style in simple if test), BODY)


def _text_and_sheets(blocks: list[Block], markup: Markup) -> Iterator[Flowable]:
    """Paragraphs, and the tables that the text shows by their headers only."""
    texts = [unmarked(block.testo) for block in blocks]
    at = 0
    while at < len(blocks):
        if at and _NEW_PAGE.match(texts[at]):
            yield PageBreak()
        found = rebuilt(texts, at)
        if found is None:
            style = _style_of(texts[at], texts[at - 1] if at else "")
            yield Paragraph(markup(blocks[at].testo), style)
            at += 1
            continue
        sheets, at = found
        for sheet in sheets:
            if sheet.titolo:
                yield Paragraph(markup(sheet.titolo), _style_of(sheet.titolo, ""))
            if sheet.righe:
                yield ruled(sheet.righe, _INNER, CELL, markup, sheet.intestazioni)


def _flow(blocks: list[Block], markup: Markup) -> Iterator[Flowable]:
    for is_table, members in groupby(blocks, key=lambda block: bool(block.celle)):
        if not is_table:
            yield from _text_and_sheets(list(members), markup)
            continue
        for table in tables_of(members):
            yield ruled(table, _INNER, CELL, markup)


def typeset(blocks: list[Block], target: Path, title: str) -> None:
    """Write the act, agreement or plan of ``blocks`` to ``target``."""
    frame = Frame(MARGIN, 56, _INNER, HEIGHT - 112, 0, 0, 0, 0, id="pagina")
    document = BaseDocTemplate(str(target), pagesize=A4, title=title, author="", invariant=1)
    document.addPageTemplates([PageTemplate("pagina", [frame], onPage=_footer)])
    document.build(list(_flow(blocks, Markup())))
