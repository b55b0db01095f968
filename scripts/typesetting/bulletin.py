"""The layout of the Bollettino Ufficiale della Regione Lombardia: two columns, wide tables.

Measured on real issues: a page of 532.9 x 787.5 points; above the columns the name of the
bulletin on the outer side, the page number between dashes, the crest; below a rule, the series
and the date in green. Acts run on two justified columns, tables over both.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor, black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus.flowables import BalancedColumns

from extractor.documents.block import Block
from extractor.documents.emphasis import unmarked
from scripts.typesetting.fonts import TEXT, Markup
from scripts.typesetting.tables import ruled, tables_of

WIDTH, HEIGHT = 532.913, 787.465
MARGIN = 26.0
TOP, BOTTOM = 60.0, 24.0
GREEN = HexColor("#2e9e4f")
_INNER = WIDTH - 2 * MARGIN

_SERIES = re.compile(r"Serie Ordinaria n\. \d+ - \w+ \d{1,2} \w+ \d{4}")
_SECTION = re.compile(r"[A-Z]\) [A-ZÀ-Ý ]+$")
_OFFICE = re.compile(r"(?:D\.G\.|Presidenza$|Giunta regionale$)")
_ACT = re.compile(
    r"(?:D\.\s?[a-z.\s]{3,12}|Com\.r\.|Comunicato regionale|Decreto [a-z à]{5,40}"
    r"|Delibera Giunta regionale)\s+\d{1,2} \w+ \d{4} - n\. \S+$"
)
_SIGNED = re.compile(r"(?:Il|La) (?:segretario|dirigente|direttore)\b.{0,60}$", re.IGNORECASE)
_BULLET = re.compile(r"[-–•▪■]\s")
_ENTRY = re.compile(r"(.{20,}\D)\s(\d{1,3})$", re.DOTALL)


def _style(name: str, **changes: Any) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        **{
            "fontName": TEXT,
            "fontSize": 7.1,
            "leading": 8.5,
            "alignment": TA_JUSTIFY,
            "hyphenationLang": "it_IT",
            "hyphenationMinWordLength": 6,
            "allowOrphans": 1,
            "allowWidows": 1,
            "spaceAfter": 1.4,
            **changes,
        },
    )


BODY = _style("testo", firstLineIndent=9)
LIST = _style("voce", leftIndent=9, firstLineIndent=-7)
CENTRED = _style("centro", alignment=TA_CENTER, hyphenationLang="", spaceBefore=3, spaceAfter=3)
SIGNED = _style("firma", alignment=TA_RIGHT, hyphenationLang="", rightIndent=8)
SECTION = _style(
    "sezione", fontName=f"{TEXT}-Bold", fontSize=11, leading=13.5, alignment=TA_LEFT, spaceBefore=6
)
OFFICE = SECTION.clone("direzione", fontSize=9.4, leading=11.5, textColor=GREEN, borderPadding=0)
ACT = _style(
    "atto", fontName=f"{TEXT}-Bold", textColor=GREEN, alignment=TA_LEFT, spaceBefore=8,
    hyphenationLang="",
)  # fmt: skip
SUBJECT = ACT.clone("oggetto", alignment=TA_JUSTIFY, spaceBefore=0, spaceAfter=4)
ENTRY = _style("sommario", leftIndent=6, rightIndent=26, hyphenationLang="", spaceAfter=5)
MASTHEAD = _style(
    "testata", fontName=f"{TEXT}-Bold", fontSize=17, leading=22, alignment=TA_CENTER,
    hyphenationLang="",
)  # fmt: skip


class _Entry(Flowable):
    """An entry of the table of contents: its words, and the page number at the right margin."""

    def __init__(self, words: str, page: str) -> None:
        super().__init__()
        self._words = Paragraph(words, ENTRY)
        self._page = page
        self.spaceAfter = ENTRY.spaceAfter

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Its size in a frame of the given width."""
        self.width, self.height = self._words.wrap(width, height)
        return width, self.height

    def draw(self) -> None:
        """Draw the words, a line of dots after the last one, and the number."""
        self._words.drawOn(self.canv, 0, 0)
        self.canv.setFont(TEXT, ENTRY.fontSize)
        self.canv.drawRightString(_INNER - 4, 1.9, self._page)


def _running(series: str, first: int) -> Any:
    """What is printed at the top of each page, mirrored on odd and even ones."""

    def draw(canvas: Any, document: Any) -> None:
        number = first + document.page - 1
        canvas.saveState()
        canvas.setFont(f"{TEXT}-Italic", 8)
        canvas.setFillColor(black)
        y = HEIGHT - 34
        if number % 2:
            canvas.drawString(MARGIN, y, "Bollettino Ufficiale")
        else:
            canvas.drawRightString(WIDTH - MARGIN, y, "Bollettino Ufficiale")
        canvas.drawCentredString(WIDTH / 2, y, f"– {number} –")
        canvas.setLineWidth(0.5)
        canvas.line(MARGIN, y - 4, WIDTH - MARGIN, y - 4)
        canvas.setFont(TEXT, 8)
        canvas.setFillColor(GREEN)
        if number % 2:
            canvas.drawRightString(WIDTH - MARGIN, y - 13, series)
        else:
            canvas.drawString(MARGIN, y - 13, series)
        canvas.restoreState()

    return draw


def _contents_end(words: list[str]) -> int:
    """Index of the block after the table of contents: the first section heading seen again."""
    seen: set[str] = set()
    for at, text in enumerate(words):
        if _SECTION.match(text):
            if text in seen:
                return at
            seen.add(text)
    return 0


def _contents(blocks: list[Block], markup: Markup) -> Iterator[Flowable]:
    """The first pages: masthead, then the table of contents."""
    started = False
    for block in blocks:
        words = unmarked(block.testo)
        started = started or words == "SOMMARIO"
        entry = _ENTRY.match(words)
        if not started:
            yield Paragraph(markup(block.testo), MASTHEAD)
        elif words == "SOMMARIO":
            yield Spacer(1, 16)
            yield Paragraph(markup(block.testo), SECTION.clone("s", alignment=TA_CENTER))
        elif _SECTION.match(words):
            yield Paragraph(markup(block.testo), SECTION)
        elif _OFFICE.match(words):
            yield Paragraph(markup(block.testo), OFFICE)
        elif entry and not _ACT.match(words):
            yield _Entry(markup(entry[1]), entry[2])
        else:
            yield Paragraph(markup(block.testo), ACT if _ACT.match(words) else ENTRY)


def _style_of(words: str, before: str, signing: bool) -> ParagraphStyle:
    simple = (
        (_SECTION.match(words), SECTION),
        (_OFFICE.match(words), OFFICE),
        (_ACT.match(words), ACT),
        (_ACT.match(before) and words.upper() != words, SUBJECT),
        (signing or _SIGNED.match(words), SIGNED),
        (_BULLET.match(words), LIST),
        (len(words) < 90 and words.upper() == words and len(words) > 4, CENTRED),
    )
    return next((style for test, style in simple if test), BODY)


def _flow(blocks: list[Block], markup: Markup) -> Iterator[Flowable]:
    """Acts and attachments: text in balanced pairs of columns, tables across both."""
    before = ""
    signing = False
    for is_table, members in groupby(blocks, key=lambda block: bool(block.celle)):
        if is_table:
            for table in tables_of(members):
                yield ruled(table, _INNER, BODY, markup)
            continue
        column: list[Flowable] = []
        for block in members:
            words = unmarked(block.testo)
            signing = bool(_SIGNED.match(before)) and len(words) < 40
            column.append(Paragraph(markup(block.testo), _style_of(words, before, signing)))
            before = words
        yield BalancedColumns(column, nCols=2, innerPadding=12, needed=40)


def typeset(blocks: list[Block], target: Path, title: str, first_page: int = 1) -> None:
    """Write the bulletin of ``blocks`` to ``target``.

    Lines that repeat the series and date were running heads in the source: they are printed as
    such, on every page.
    """
    series = next((s for b in blocks if (s := _SERIES.fullmatch(unmarked(b.testo)))), None)
    kept = [b for b in blocks if not _SERIES.fullmatch(unmarked(b.testo))]
    words = [unmarked(block.testo) for block in kept]
    end = _contents_end(words)
    markup = Markup()
    story: list[Flowable] = list(_contents(kept[:end], markup))
    if story:
        story.append(PageBreak())
    story.extend(_flow(kept[end:], markup))
    frame = Frame(MARGIN, BOTTOM, _INNER, HEIGHT - TOP - BOTTOM, 0, 0, 0, 0, id="pagina")
    head = _running(series[0] if series else "Serie Ordinaria", first_page)
    document = BaseDocTemplate(
        str(target), pagesize=(WIDTH, HEIGHT), title=title, author="", invariant=1
    )
    document.addPageTemplates([PageTemplate("colonne", [frame], onPage=head)])
    document.build(story)
