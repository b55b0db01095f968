"""From the lines of a plain text to its blocks: paragraphs, headings, list items, rows of tables.

Plain texts of acts come in three ways of breaking lines: one line per paragraph; lines broken at
a width, with an empty line between paragraphs; and (text saved from a PDF) lines broken at a width
with an empty line after each. A line is taken to go on into the next one when the next one's first
word would not have fitted on it, judged by an estimate of its printed width, because texts
saved from PDF were broken in a proportional font.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from extractor.documents.block import Block
from extractor.documents.emphasis import MARKS
from extractor.documents.marks import CODE, MATRIX, mark_rows, title_of, titled
from extractor.documents.nested import unnested


class _Line(NamedTuple):
    text: str
    pagina: int
    blanks: int  # empty lines before it
    width: float
    indent: int
    segni: tuple[str, ...] = ()  # the cells of marks at its end, when it is a row of a matrix


_M = f"[{MARKS}]{{0,4}}"
_BULLET = re.compile(rf"{_M}[•·▪▫■◦●○◆►▶‣∙⁃➢➤❖❑✓⇨>*]\s{{0,8}}\S")
_DASH = re.compile(rf"{_M}[-–—−‐]\s{{1,8}}\S")
_O_BULLET = re.compile(rf"{_M}o\s+\S")
_NUMBERED = re.compile(
    rf"{_M}(?:\d{{1,3}}\s?[.)\]](?:\s|(?=[A-ZÀ-Ý]))|\(?(?:[a-z]|[ivx]{{1,5}})\)\s"
    rf"|[a-z]\.\s|[A-Z][.)]\s|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}[.)]?\s+[A-ZÀ-Ý])"
)
_BEFORE_NUMBER = re.compile(r"(?:\b(?:n|nr|nn|art|artt|lett|c|co|pag|prot|cod)\.|°)$")
# A row of a list of acronyms: the short form, then words that begin with its first letter.
_ACRONYM = re.compile(rf"{_M}([A-Z])[A-Za-z+]{{1,8}}\s+\1[\w.]")
_NUMBER = re.compile(rf"{_M}(\d{{1,3}})\s?[.)]")
_OPENER = (
    r"(?i:visto|vista|visti|viste|richiamat[oaie]|considerat[oaie]|premesso|preso atto|dato atto"
    r"|ritenut[oaie]|attes[oa]|accertat[oaie]|acquisit[oaie]|verificat[oaie]|valutat[oaie]"
    r"|tenuto conto|rilevat[oaie]|evidenziato|precisato)"
)
# With what follows it there is no doubt; alone it could stand in a sentence (`il\nVisto di …`).
_PREAMBLE = re.compile(
    rf"{_M}(?=[A-Z]){_OPENER}(?:\s+(?:(?:il|lo|la|i|gli|le|che|del|della|dei|altresì|altresi'|inoltre"
    r"|infine|pertanto|quanto)\b|l['’])|:)"
)
_OPENS = re.compile(
    rf"{_M}(?:(?=[A-Z]){_OPENER}\b|(?:OGGETTO|Oggetto)\b|"
    r"(?:DETERMINA|DELIBERA|DECRETA|ORDINA|DISPONE)\b|(?:Art\.|Articolo|ART\.|ARTICOLO)\s+\d"
    r"|(?:Allegato|ALLEGATO)\s+(?:\d|[A-Z]\b)|(?:Tabella|Tab\.|Figura|Fig\.)\s+\d)"
)
_LISTED = re.compile(rf"(?:{_BULLET.pattern})|(?:{_DASH.pattern})|(?:{_O_BULLET.pattern})")
_ENDS = (".", ";", ":", "!", "?")
_LETTERS = re.compile(r"[^\W\d_]")
_WIDE = re.compile(r"[A-ZÀ-ÝmwMW€%@—]")
_NARROW = re.compile(r"[ijlftr.,;:'’‘|!()\[\]I ]")
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_RULE = re.compile(r"\s*[:\-=| \t+]{3,}\s*")
_HYPHENS = "-‐\u00ad"


def _width(text: str) -> float:
    """Printed width of a line in a proportional font, in widths of its average small letter."""
    return len(text) + 0.3 * len(_WIDE.findall(text)) - 0.45 * len(_NARROW.findall(text))


def _lines(text: str) -> list[_Line]:
    found = []
    blanks, pagina = 1, 1
    rows = text.split("\n")
    marks = mark_rows([raw.replace("\f", "") for raw in rows])
    for number, raw in enumerate(rows):
        pagina += raw.count("\f")
        if "\f" in raw:
            blanks = max(blanks, 2)
            raw = raw.replace("\f", "")
        line = raw.strip(" \r\v")
        if not line.strip("\t" + MARKS):
            blanks += 1
            continue
        indent = len(raw) - len(raw.lstrip(" "))
        segni = marks.get(number, ())
        words = title_of(line) if segni else line
        found.append(_Line(words, pagina, blanks, _width(line), indent, segni))
        blanks = 0
    return found


def _full_widths(lines: list[_Line]) -> list[float]:
    """For each line, the width at which lines are broken around it; 0 where they are not."""
    widths = sorted(line.width for line in lines)
    if not widths or widths[int(len(widths) * 0.97)] > 200 or not _wrapped(lines):
        return [0.0] * len(lines)
    usual = widths[int(len(widths) * 0.9)]
    found = []
    for at in range(len(lines)):
        near = sorted(line.width for line in lines[max(at - 9, 0) : at + 10])
        found.append(max(near[-2] if len(near) > 1 else near[-1], 0.62 * usual))
    return found


def _wrapped(lines: list[_Line]) -> bool:
    """Whether lines were broken at a width: many then begin in the middle of a sentence."""
    near = [(a, b) for a, b in pairwise(lines) if b.blanks < 2 and "\t" not in a.text + b.text]
    inside = sum(b.text[:1].islower() and not a.text.endswith(_ENDS) for a, b in near)
    return inside > max(2.0, 0.1 * len(near))


def _double_spaced(lines: list[_Line]) -> bool:
    """Whether an empty line after each line is how the file was saved, and means nothing."""
    apart = [(a, b) for a, b in pairwise(lines) if b.blanks == 1]
    if len(apart) < 8:
        return False
    # Below a heading in capitals (``ORDINA``) the sentence begins in small letters too.
    inside = sum(
        b.text[:1].islower() and not a.text.endswith(_ENDS) and not _upper(a.text) for a, b in apart
    )
    return inside > 0.15 * len(apart)


def _upper(text: str) -> bool:
    letters = "".join(_LETTERS.findall(text))
    return len(letters) >= 5 and letters.isupper()


def _follows(line: str, block: str) -> bool:
    """Whether ``line`` is the next entry of the list that ``block`` is an entry of."""
    if (here := _NUMBER.match(line)) and (there := _NUMBER.match(block)):
        return int(here[1]) == int(there[1]) + 1
    return bool(_ACRONYM.match(line) and _ACRONYM.match(block))


def _begins(line: _Line, before: _Line, block: str, full: bool) -> bool:
    """Whether ``line`` shows by its own first words that it begins a block."""
    text, last = line.text, before.text.rstrip(MARKS)
    if _BULLET.match(text) or _PREAMBLE.match(text) or _follows(text, block):
        return True
    if _O_BULLET.match(block) and _O_BULLET.match(text) and text[2:].lstrip()[:1].isupper():
        return True
    closed = last.endswith((*_ENDS, ",", "»", "”", ")")) or not full
    if _DASH.match(text):
        return closed or bool(_DASH.match(block))
    if CODE.match(text):
        return not _BEFORE_NUMBER.search(last)
    if _NUMBERED.match(text) or _OPENS.match(text) or _O_BULLET.match(text):
        return closed
    return not full and _upper(text) != _upper(last) and not text[:1].islower()


def _goes_on(before: _Line, line: _Line, block: str, width: float, double: bool) -> bool:
    """Whether the paragraph that ``block`` begins goes on from ``before``, its last line."""
    last = before.text.rstrip(MARKS)
    first = line.text.lstrip(MARKS)
    lower = (first[:1].islower() or first[:1] in "€(") and not last.endswith(_ENDS)
    if lower and last.endswith(tuple(_HYPHENS)) and last[-2:-1].isalpha():
        return line.blanks < 12 and not _begins(line, before, block, True)
    if not width:
        # One line per paragraph: only a paragraph cut in two, by a page break, is joined.
        return lower and before.width > 45 and not _begins(line, before, block, False)
    # Lists are set in from the margin, which the text does not always show.
    enough = 0.76 if _LISTED.match(block) else 0.86
    full = before.width + 0.6 * len(first.split(" ", 1)[0]) > enough * width
    if line.blanks > (1 if double else 0):
        return lower and full and line.blanks < 12 and not _begins(line, before, block, True)
    if line.indent > before.indent + 12 or _begins(line, before, block, full):
        return False
    if last.endswith((";", ":")):
        quoted = last.endswith(":") and first[:1] in "“«"
        return quoted or (before.width > 0.93 * width and first[:1].islower())
    if last.endswith(_ENDS):
        return before.width + len(first.split(" ", 1)[0]) > 0.97 * width
    return full or (lower and before.width > 0.35 * width)


def _known_compound(before: str, after: str, words: frozenset[str]) -> bool:
    """Whether the hyphen between two pieces is a real one, by what the text has elsewhere."""
    left = re.split(r"[\s'’(«“]", before)[-1].lower()
    right = re.split(r"[\s.,;:)»”]", after, maxsplit=1)[0].lower()
    if not after[:1].islower() or not left[-1:].isalpha():
        return True
    if left + right in words:
        return False
    return f"{left}-{right}" in words or left in _FIRST_ELEMENTS


_FIRST_ELEMENTS = frozenset(
    re.findall(
        r"\w+",
        "socio tecnico economico giuridico amministrativo politico storico medico igienico "
        "sanitario scientifico nord sud est ovest ex anti pre post non vice sotto decreto agro "
        "idro psico contabile finanziario culturale ambientale micro macro inter cross data back",
    )
)
"""First halves of compounds written with a hyphen: `socio-sanitario`, `decreto-legge`."""


class _Paragraph:
    """A block under way: its lines, joined when it ends.

    ``words`` are the words of the whole text in small letters, where a compound divided at the
    end of a line may stand unbroken: a hyphen of division goes, a real one stays.
    """

    def __init__(self, line: _Line, words: frozenset[str]) -> None:
        self.first = _closed(line.text)
        self._pagina = line.pagina
        self._words = words
        self._pieces = [self.first]

    def add(self, line: _Line) -> None:
        """Add a line that goes on from the last one."""
        before, after = self._pieces[-1], _closed(line.text)
        if not before.endswith(tuple(_HYPHENS)) or len(before) < 2 or before[-2] in " \t":
            self._pieces.append(" ")
        elif before.endswith("\u00ad") or not _known_compound(before[:-1], after, self._words):
            self._pieces[-1] = before[:-1]
        self._pieces.append(after)

    def block(self) -> Block:
        """The block of the lines so far."""
        return Block("".join(self._pieces), self._pagina)


def _row(text: str) -> tuple[str, ...]:
    """The cells of a line that is a row of a table, tab-separated or between bars."""
    if "\t" in text:
        return tuple(_closed(cell) for cell in text.split("\t"))
    bare = text.strip(MARKS + " ")
    if bare.startswith("|") and bare.endswith("|") and bare.count("|") >= 3:
        return tuple(_closed(cell) for cell in bare[1:-1].split("|"))
    return ()


def _closed(text: str) -> str:
    return " ".join(text.split())


def _aligned(lines: list[_Line], at: int) -> tuple[str, ...]:
    """The cells of a line in a run of lines with the same two or more wide gaps."""
    cells = _GAP.split(lines[at].text)
    if len(cells) < 3:
        return ()
    near = lines[max(at - 1, 0) : at] + lines[at + 1 : at + 2]
    if any(len(_GAP.split(line.text)) == len(cells) for line in near):
        return tuple(map(_closed, cells))
    return ()


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a marked text (see ``emphasis.marked``), in order."""
    return unnested(titled(_printed(text)))


def _printed(text: str) -> Iterator[Block]:
    """The blocks as the lines of the text have them, copies of tables inside tables too."""
    text = text.replace("\xa0", " ")
    lines = _lines(text)
    widths = _full_widths(lines)
    double = any(widths) and _double_spaced(lines)
    words = _spelt(text) if double or any(h + "\n" in text for h in _HYPHENS) else frozenset()
    pending: _Paragraph | None = None
    last = gruppo = 0
    for at, line in enumerate(lines):
        cells = _row(line.text) or _aligned(lines, at)
        if pending is not None:
            near = lines[at - 1]
            if not line.text:
                yield pending.block()._replace(celle=line.segni, gruppo=MATRIX)
                pending = None
                continue
            if not cells and _goes_on(near, line, pending.first, widths[at - 1], double):
                pending.add(line)
                continue
            yield pending.block()
            pending = None
        if line.segni:
            yield Block(line.text, line.pagina, line.segni, MATRIX)
            continue
        if not cells:
            pending = _Paragraph(line, words)
            continue
        if not at or last != at - 1 or line.blanks > int(double):
            gruppo += 1
        last = at
        if not all(_RULE.fullmatch(cell) or not cell for cell in cells):
            yield Block("\t".join(cells), line.pagina, cells, gruppo)
    if pending is not None:
        yield pending.block()


def _spelt(text: str) -> frozenset[str]:
    """The words of a text in small letters, compounds with their hyphens."""
    return frozenset(re.findall(r"\w+(?:-\w+){0,3}", text.lower().replace("\u2010", "-")))
