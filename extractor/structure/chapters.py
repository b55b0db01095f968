"""Chapters of a document, and the sheets and tables of contents that stand among them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractor.structure.attachments import CONTENTS_LINE
from extractor.structure.blocks import Block
from models.vocabulary import TipoParte

_CHAPTER = re.compile(
    r"(?P<etichetta>(?:capitolo\s+)?(?:[A-Z]\.)?\d{1,2}(?:\.\w{1,2}){0,3}\.?|[A-H]\.)"
    r"\s+(?P<titolo>[A-ZÀ-Ý“\"«].{2,140})$"
)
_SHEETS: tuple[tuple[TipoParte, re.Pattern[str]], ...] = (
    ("cronoprogramma", re.compile(r"cronoprogramma\b", re.I)),
    ("scheda_servizio", re.compile(r"sched[ae]\s+(?:di\s+)?servizio\b", re.I)),
    ("scheda_cup", re.compile(r"sched[ae]\s+(?:del\s+)?cup\b|corredo\s+informativo\s+cup", re.I)),
    ("acronimi", re.compile(r"acronimi\b|glossario\b|definizioni\s+e\s+acronimi", re.I)),
    ("elenco", re.compile(r"(?:elenco|graduatoria)\b.{0,80}(?:ammess|finanziat|beneficiari|domande"
                          r"|ammissibil)", re.I)),
    ("sommario", re.compile(r"(?:sommario|indice)\s*$", re.I)),
)  # fmt: skip


#: Sheets that are known by a field below their title; the title stands above.
_FIELDS: tuple[tuple[TipoParte, re.Pattern[str], int], ...] = (
    ("scheda_servizio", re.compile(r"codice\s+servizio\s*:", re.I), 2),
    ("scheda_cup", re.compile(r"cup\s+assegnato\s+al\s+progetto\b", re.I), 0),
)
#: Sheets that may have chapters of their own.
_WITH_CHAPTERS = ("scheda_servizio", "scheda_cup", "cronoprogramma")
_PAGE = re.compile(r"\d{1,4}$")


class Mark(NamedTuple):
    """A part begins at block ``blocco``; deeper marks stand inside shallower ones."""

    blocco: int
    livello: int
    tipo: TipoParte
    etichetta: str = ""
    titolo: str = ""


def find_chapters(blocks: Sequence[Block], first: int, end: int, level: int) -> list[Mark]:
    """Chapters and sheets of ``blocks[first:end]``; a chapter's depth is that of its number.

    Chapters inside a table of contents are its entries; those below a sheet belong to it.
    """
    marks: list[Mark] = []
    base = level
    at = first
    while at < end:
        mark = _mark_at(blocks, at, end, base, level)
        if mark is None:
            at += 1
            continue
        start = max(mark.blocco, marks[-1].blocco + 1 if marks else first)
        marks.append(mark._replace(blocco=start))
        if mark.tipo in _WITH_CHAPTERS:
            base = level + 1
        at = contents_end(blocks, at, end) if mark.tipo == "sommario" else at + 1
    return _above_contents(_of_one_numbering(marks), level)


def _of_one_numbering(marks: list[Mark]) -> list[Mark]:
    """The marks without numbered lines, where the chapters are lettered (``A.1``, ``B.2``)."""
    lettered = [m for m in marks if m.tipo == "capitolo" and m.etichetta[:1].isalpha()]
    if len(lettered) < 3 or len({mark.etichetta[0] for mark in lettered}) < 2:
        return marks
    return [m for m in marks if m.tipo != "capitolo" or m.etichetta[:1].isalpha()]


def _above_contents(marks: list[Mark], level: int) -> list[Mark]:
    """The marks with no chapter below a table of contents or a glossary: these have none."""
    raised = []
    over = None
    for mark in marks:
        if mark.livello > level and over in ("sommario", "acronimi", "elenco"):
            mark = mark._replace(livello=level)
        elif mark.livello == level:
            over = mark.tipo
        raised.append(mark)
    return raised


def _mark_at(blocks: Sequence[Block], at: int, end: int, base: int, level: int) -> Mark | None:
    text = blocks[at].testo
    if len(text) > 160 or CONTENTS_LINE.match(text):
        return None
    field = _sheet_at_field(blocks, at, level)
    if field is not None or blocks[at].celle:
        return field
    sheet = sheet_at_title(text)
    if sheet:
        return Mark(at, level, sheet, "", text)
    found = _CHAPTER.match(text)
    if not found or text.endswith((";", ",", ".")):
        return None
    label = found["etichetta"]
    if _in_a_list(blocks, at, label, end):
        return None
    depth = min(len(re.findall(r"\w+", re.sub(r"capitolo\s+", "", label, flags=re.I))), 3) - 1
    return Mark(at, base + max(depth, 0), "capitolo", label, found["titolo"])


def _in_a_list(blocks: Sequence[Block], at: int, label: str, end: int) -> bool:
    """Whether a numbered line is an item of a list: its neighbour has the next number."""
    stem, number = _split_label(label)
    for other, step in ((at - 1, -1), (at + 1, 1)):
        found = _CHAPTER.match(blocks[other].testo) if 0 <= other < end else None
        if found and _split_label(found["etichetta"]) == (stem, number + step):
            return True
    return False


def _split_label(label: str) -> tuple[str, int]:
    """``2.1.`` as ``("2.", 1)``."""
    found = re.match(r"(.*?)(\d+)\W*$", label)
    return (found[1], int(found[2])) if found else ("", -9)


def _sheet_at_field(blocks: Sequence[Block], at: int, level: int) -> Mark | None:
    text = blocks[at].testo
    for tipo, pattern, above in _FIELDS:
        if pattern.match(text):
            start = at
            while start > 0 and at - start < above and len(blocks[start - 1].testo) < 90:
                start -= 1
            return Mark(start, level, tipo, "", blocks[start].testo[:120])
    return None


def sheet_at_title(text: str) -> TipoParte | None:
    """The kind of the sheet or list of which ``text`` is the title, if it is one."""
    if len(text) > 120 or text[:1].islower() or text.endswith((".", ";", ",")):
        return None
    return next((tipo for tipo, pattern in _SHEETS if pattern.match(text)), None)


def contents_end(blocks: Sequence[Block], at: int, end: int) -> int:
    """The block after the table of contents whose title is block ``at``.

    It ends where its first entry is printed again as a heading, or at the first paragraph.
    """
    if at + 1 >= end:
        return end
    entry = _entry(blocks[at + 1].testo)
    for later in range(at + 2, min(end, at + 400)):
        text = blocks[later].testo
        if entry and _entry(text) == entry:
            return later
        if len(text) > 300 and not CONTENTS_LINE.match(text) and "...." not in text:
            return later
    return min(at + 1, end)


def _entry(text: str) -> str:
    page = _PAGE.search(text, max(len(text) - 4, 0))
    return (text[: page.start()] if page else text).rstrip(" \t.…").casefold()
