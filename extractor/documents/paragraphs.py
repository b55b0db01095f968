"""Paragraphs: printed lines in reading order, joined into the blocks a reader sees.

A line begins a block of its own, or goes on with the block before it; the marks are the space
above it, its indentation, the room left on the line before, the end of that line's sentence, list
marks, and changes of type.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.documents.layout import PrintedLine
from extractor.documents.tables import TableBlock

_MARK = re.compile(
    r"(?!n\.\s?\d)(?:[–—−*·§-]\s|[•◦▪■□☐☒✓➢➔→○●⁃‣⮚❖✔]"
    r"|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})(?:\.\d{1,2}){0,4}[.)°](?:\s|$)"
    r"|\d{1,2}(?:\.\d{1,2}){1,4}\s)"
)
"""A list mark at the start of a line: a bullet, a dash, ``1.``, ``a)``, ``2.3.1``; not the number
of a law whose date ends the line before."""

_LONE_MARK = re.compile(r"[–—−*·•◦▪■○●⁃‣➢✓✔-]|\(?(?:\d{1,2}|[a-z])[.)]")
"""A list mark that stands alone, because it is drawn apart from its words."""

_BULLET = re.compile(r"[•◦▪■□☐☒✓➢➔○●]")
_OPENING = re.compile(
    r"(?:(?:vist[oaie]|richiamat[oaie]|premess[oa]|considerat[oaie]|ritenut[oaie]|dat[oa] atto"
    r"|preso atto|pres[ao] (?:visione|in)|attes[oa]|rilevat[oaie]|accertat[oaie]|acquisit[oaie]"
    r"|verificat[oaie]|constatat[oaie]|precisato|evidenziato|valutat[oaie]|tenuto conto"
    r"|sentit[oaie]|udit[oaie]|esaminat[oaie]|stabilito|stante|ravvisat[oa]|propost[oa]|su proposta"
    r"|con voti|dispone|decreta|delibera|determina|ordina|attesta|oggetto|allegat[oi])\b)",
    re.I,
)
"""Words that open a paragraph of a preamble."""

_PREMISE = re.compile(
    r"(?=[A-Z])(?i:vist[oaie]|richiamat[oaie]|premess[oa]|considerat[oaie]|ritenut[oaie]|attes[oa]"
    r"|rilevat[oaie]|accertat[oaie]|acquisit[oaie]|(?:dat|pres)[oa] atto|tenuto conto)\b"
)
"""A premise's first word, with a capital: rare inside a sentence."""

_PARTICIPLE = re.compile(r"[A-ZÀ]{3,14}(?:[AIU]T|SS|ST|RT|NT|LT|RS)[OAEI]\b,?\s")
"""Any other first word of a premise, in capitals: ``EFFETTUATA``, ``ASSUNTO``."""

_HEADING = re.compile(
    r"(?:(?:DETERMINA|DECRETA|DELIBERA|ORDINA|DISPONE|PROPONE|ATTESTA|CERTIFICA|INVITA|AVVISA)"
    r"[\s.:;]{0,3}$|(?:Art(?:icolo)?|ART(?:ICOLO)?)\.?\s{0,2}\d{1,3}\b(?!.{0,60}[,;]$)"
    r"|(?:Allegato|ALLEGATO)\s{1,2}\S{1,4}$|(?:CAPO|TITOLO|SEZIONE|PARTE)\s{1,2}[IVX\d]{1,5}\b)"
)
"""Lines that are headings by their words."""

_SIGNED = re.compile(r"\(?(?:[fF]\.?\s?to|F\.?\s?TO|Firmato(?: digitalmente)?:?)\s")
_SIGNER = re.compile(
    r"(?:[fF]\.?to\b|(?:[dD]ott|[iI]ng|[aA]vv|[aA]rch|[gG]eom|[pP]rof|[rR]ag)(?:\.|ssa\b)|\(?[Ff]irmato)"
)
"""How a line with a signer's name begins."""

_STOP = (".", ";", ":", ".»", ".”", '."', ";»", "…", "!", "?", ".)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s('’./])(?:nn?|nr|artt?|lett|co|comm|c|l|lgs|d|dott|ing|sig|sigg|prot|pagg?|cap|capp"
    r"|cfr|rif|reg|del|det|all|tab|fig|par|punt|e?s|ss|segg|geom|arch|avv|prof|rag|tel|loc|fraz|id"
    r"|cod|num|vol|sez|es|d\.?p\.?r|r\.?d|dlgs)\.$",
    re.I,
)
"""An abbreviation at the end of a line: its full stop ends no sentence."""

_NUMBERED_TITLE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s{1,3}[A-ZÀ-Ú]")
_BOLD_TITLE = re.compile(
    r"(?:[A-Z]\.|[A-Z]?\d{1,2})(?:\.?\d{1,2}|\.[a-z]){0,4}[.)]{0,2}\s{1,3}[A-ZÀ-Ú]"
)
"""How a numbered title in bold begins: ``C.1.b Allegati``, ``12.3 Come``, ``B. MISURE``."""

_LEADER_END = re.compile(r"(?:\.{4}|…{2}|(?:\. ){4})[.… ]{0,3}\d{1,4}$")
"""How a line of a table of contents ends."""

_NOTE = re.compile(r"(?:\d{1,3}|\*{1,3})\)?\s?\S")
_ITEM = re.compile(r"(?![nlrcp]\.\s?\d)\(?[a-z\d]{1,2}[.)]\s")

_DEFINITION = re.compile(r"[«“\"]?\w[\w.’'/-]{1,24}(?:\s[\w’'/-]{1,20}){0,7}[»”\"]?\s?:\s")
"""How a definition begins: a term, a colon."""

_MOST_NOTES = 9

_FAR = 4.0
"""Pieces of a row so many heights of a line apart are not words of one sentence."""

_SENTENCE = re.compile(r"[A-ZÀ-Ú][a-zà-ù’']")
_CONTINUES = re.compile(r"[a-zà-ù,;:)»”]")


@dataclass(slots=True)
class Paragraph:
    """A block of running text: its printed lines, in order."""

    righe: list[PrintedLine] = field(default_factory=list)


def paragraphs(lines: Sequence[PrintedLine]) -> list[Paragraph | TableBlock]:
    """The blocks that the lines make, one after the other, with the tables among them."""
    blocks: list[Paragraph | TableBlock] = []
    before: PrintedLine | None = None
    for line in lines:
        last = blocks[-1] if blocks else None
        if isinstance(line.blocco, TableBlock):
            blocks.append(line.blocco)
        elif before is None or not isinstance(last, Paragraph) or begins(line, before, last):
            blocks.append(Paragraph([line]))
        else:
            last.righe.append(line)
        before = line
    return _notes_after(blocks)


def _notes_after(blocks: list[Paragraph | TableBlock]) -> list[Paragraph | TableBlock]:
    """The blocks with the footnotes that stand inside a paragraph put after it.

    A paragraph that goes on over the page has the notes of its first page in the middle.
    """
    found: list[Paragraph | TableBlock] = []
    for block in blocks:
        at = len(found) - 1
        while at > 0 and len(found) - at < _MOST_NOTES and _is_note(found[at], block):
            at -= 1
        broken = found[at] if at >= 0 else None
        if (
            at < len(found) - 1
            and isinstance(block, Paragraph)
            and isinstance(broken, Paragraph)
            and not begins(block.righe[0], broken.righe[-1], broken)
        ):
            broken.righe.extend(block.righe)
        else:
            found.append(block)
    return found


def _is_note(block: Paragraph | TableBlock, after: Paragraph | TableBlock) -> bool:
    """Whether a block is a footnote at the end of the page before that of the next paragraph."""
    if not isinstance(block, Paragraph) or not isinstance(after, Paragraph):
        return False
    return is_note(block, after.righe[0].pagina, after.righe[0].corpo)


def is_note(block: Paragraph, page: int, size: float) -> bool:
    """Whether a block is a footnote on the page before ``page``, in letters smaller than
    ``size``."""
    first = block.righe[0]
    return (
        first.pagina == page - 1
        and 0 < first.corpo < 0.92 * size
        and _NOTE.match(first.testo) is not None
    )


def begins(line: PrintedLine, before: PrintedLine, block: Paragraph) -> bool:
    """Whether ``line`` begins a block, after the line ``before`` that ends ``block``."""
    text = line.testo
    if before.testo[-1:].isdigit() and _LEADER_END.search(before.testo):
        return True
    alone = len(block.righe) == 1
    if alone and _LONE_MARK.fullmatch(before.testo):
        return False
    if _SIGNED.match(text) or _beside(line, before):
        return True
    if _SIGNED.match(before.testo) and text[:1].isupper():
        return True
    stopped = before.testo.endswith(_STOP) and not _abbreviated(before.testo)
    if _HEADING.match(text) and (stopped or _has_room(before, line)):
        return True
    if alone and _HEADING.match(before.testo) and _has_room(before, line):
        return True
    apart = line.pagina != before.pagina or line.y0 < before.y0 - before.height
    if apart:
        return _begins_apart(line, before, block, stopped)
    return _begins_below(line, before, block, stopped)


def _abbreviated(text: str) -> bool:
    """Whether a line ends in an abbreviation, whose full stop ends no sentence."""
    return text.endswith(".") and _ABBREVIATION.search(text, max(len(text) - 12, 0)) is not None


def _beside(line: PrintedLine, before: PrintedLine) -> bool:
    """Whether the line stands to the right of the one before, far off: a date and a signature."""
    return (
        line.pagina == before.pagina
        and line.x0 - before.x1 > _FAR * before.height
        and line.testo[:1].isupper()
        and min(line.y1, before.y1) - max(line.y0, before.y0)
        > 0.5 * min(line.height, before.height)
    )


def _begins_apart(line: PrintedLine, before: PrintedLine, block: Paragraph, stopped: bool) -> bool:
    """The same, for the first line of a column or page."""
    text = line.testo
    if _other_type(line, before, block) or _stands_apart(before):
        return True
    if is_note(block, line.pagina, line.corpo):
        return True
    if _MARK.match(text) and (stopped or _BULLET.match(text)):
        return True
    if _capitals(text) and not _capitals(before.testo):
        return True
    if _NUMBERED_TITLE.match(text) and not _abbreviated(before.testo):
        return True
    if _goes_on(text):
        return stopped and before.testo.endswith(".") and _has_room(before, line)
    return stopped or _has_room(before, line)


def _goes_on(text: str) -> bool:
    """Whether a line begins as the middle of a sentence does."""
    return _CONTINUES.match(text) is not None and _MARK.match(text) is None


def _stands_apart(line: PrintedLine) -> bool:
    """Whether a line is short and set right or centred, or is a signer's name."""
    width = line.destra - line.sinistra
    if _SIGNER.match(line.testo) and line.x1 - line.x0 < 0.6 * width:
        return True
    return line.x0 - line.sinistra > 0.25 * width and line.x1 - line.x0 < 0.5 * width


def _begins_below(line: PrintedLine, before: PrintedLine, block: Paragraph, stopped: bool) -> bool:
    """The same, for a line further down the same column."""
    text = line.testo
    height = max(min(line.height, before.height), 1.0)
    if _other_type(line, before, block):
        return True
    gap = line.y0 - before.y1
    if _goes_on(text) and not stopped and not _has_room(before, line):
        return gap > line.spazio + 1.3 * height
    if len(block.righe) > 1:
        usual = before.y0 - block.righe[-2].y1
        if block.righe[-2].pagina == before.pagina and gap > usual + 0.3 * height and gap > 0:
            return True
    sentence = stopped and text[0].isupper()
    wide = max(line.spazio, 0.3 * height) + 0.6 * height
    if gap > wide or (sentence and gap > line.spazio + 0.4 * height):
        return True
    if _MARK.match(text) and (
        stopped
        or _BULLET.match(text)
        or (before.testo.endswith(",") and _ITEM.match(text))
        or (line.x0 < before.x0 - 0.8 * height and text[0].isalnum() and not _just_begun(block))
        or _has_room(before, line)
    ):
        return True
    if before.testo.endswith((":", ";")) and _round_bullet(line, before):
        return True
    ragged = before.destra - before.x1 > 1.5 * height and text[0].isupper()
    if (stopped or ragged) and _defines(line, block):
        return True
    if sentence and _opening(text, before):
        return True
    if _has_room(before, line) or _set_apart(before, line):
        return True
    if _PREMISE.match(text) and _opens(line, before):
        return True
    indented = line.x0 > before.x0 + 0.6 * height and line.x0 > block.righe[0].x0 + 0.6 * height
    hanging = len(block.righe) == 1 and _MARK.match(before.testo) is not None
    return sentence and ((indented and not hanging) or _set_out(line, block, height))


def _set_out(line: PrintedLine, block: Paragraph, height: float) -> bool:
    """Whether a line starts left of a list item, or of all the lines of a paragraph."""
    item = len(block.righe) > 1 or _MARK.match(block.righe[0].testo) is not None
    return item and line.x0 < min(other.x0 for other in block.righe) - 0.35 * height


def _round_bullet(line: PrintedLine, before: PrintedLine) -> bool:
    """Whether a line begins with the round bullet of word processors, in a font that draws
    letters, and not with the conjunction (``lettere a), b);`` `o c)``)."""
    if not line.testo.startswith("o "):
        return False
    if before.testo.endswith(":"):
        return True
    aligned = abs(line.x0 - before.x0) < 0.5 * before.height
    return not (aligned and _ITEM.match(line.testo, 2) and not _has_room(before, line))


def _defines(line: PrintedLine, block: Paragraph) -> bool:
    """Whether a line begins a definition (``ANPR: anagrafe …``) as its block does, at the same
    margin."""
    first = block.righe[0]
    return (
        abs(line.x0 - first.x0) < 0.5 * first.height
        and _DEFINITION.match(line.testo) is not None
        and _DEFINITION.match(first.testo) is not None
    )


def _just_begun(block: Paragraph) -> bool:
    """Whether a block is one line, whose margin is not seen yet: its first may be set in."""
    return len(block.righe) == 1 and _DEFINITION.match(block.righe[0].testo) is None


def _opening(text: str, before: PrintedLine) -> bool:
    """Whether a line begins with a word that opens a premise."""
    if _OPENING.match(text):
        return True
    return _PARTICIPLE.match(text) is not None and not before.testo.isupper()


def _opens(line: PrintedLine, before: PrintedLine) -> bool:
    """Whether a premise begins here although the line before has no full stop: it is short, set
    at another margin, or not in capitals as the premise's first word is."""
    if abs(line.x0 - before.x0) > 0.5 * before.height:
        return True
    if line.testo[:4].isupper() and not before.testo.isupper():
        return True
    return before.destra - before.x1 > 0.04 * (before.destra - before.sinistra)


def _other_type(line: PrintedLine, before: PrintedLine, block: Paragraph) -> bool:
    """Whether the line is set in letters of another size, or in bold after text that is not."""
    if line.corpo and before.corpo and abs(line.corpo - before.corpo) > 0.12 * before.corpo:
        return True
    if _capitals(before.testo) and _SENTENCE.match(line.testo) and not _capitals(line.testo):
        return all(_capitals(other.testo) for other in block.righe)
    if line.grassetto == before.grassetto or _goes_on(line.testo):
        return False
    if _BOLD_TITLE.match(block.righe[0].testo) and _SENTENCE.match(line.testo):
        return all(other.grassetto for other in block.righe)
    if not before.testo.endswith(_STOP):
        return False
    return line.grassetto or all(other.grassetto for other in block.righe)


def _capitals(text: str) -> bool:
    """Whether a line is set in capitals."""
    return text.isupper() and len(text) > 9


def _set_apart(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether the lines are set right or centred, as headings and signatures are, and do not
    read as one."""
    width = line.destra - line.sinistra
    far = min(before.x0, line.x0) - line.sinistra
    if abs(before.x0 - line.x0) <= 2 or far <= 0.08 * width:
        return False
    if _SIGNER.match(line.testo):
        return True
    one, two = before.x1 - before.x0, line.x1 - line.x0
    centred = abs(before.x0 + before.x1 - line.x0 - line.x1) < 8
    return (far > 0.25 * width and max(one, two) < 0.5 * width) or (centred and one < 0.8 * two)


def _has_room(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether the first word of ``line`` would have found room at the end of ``before``."""
    first = next(iter(line.parole), None)
    if first is None:
        return True
    _, left, right = first
    need = min(right - left, 120.0) + 0.35 * before.height
    return before.destra - before.x1 > need + 0.02 * (before.destra - before.sinistra)
