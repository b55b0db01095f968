"""OpenDocument texts (ODT, ISO/IEC 26300): paragraphs, lists and tables in order."""

from collections.abc import Iterator
from typing import Any

from extractor.documents.archive import member, open_zip
from extractor.documents.block import Block
from extractor.documents.docx import parse_part
from extractor.documents.errors import ReadError
from extractor.documents.flow import compose
from extractor.documents.limits import Limits
from extractor.documents.numbering import numeral
from models import Document

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_DEEPEST = 60
_MOST_COLUMNS = 200
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
            "I": "upperRoman"}  # fmt: skip
_SPACES = frozenset(f"{_TEXT}{name}" for name in ("s", "tab", "line-break"))
_UNPRINTED = frozenset(
    [f"{_OFFICE}annotation", f"{_OFFICE}annotation-end", f"{_TEXT}tracked-changes",
     f"{_TEXT}note-body", f"{_TEXT}bookmark"]
)  # fmt: skip


class _Body:
    """Reads the body of a text into blocks."""

    def __init__(self, root: Any, styles: Any) -> None:
        self.blocks: list[Block] = []
        self.notes: list[str] = []
        self.heads: dict[int, int] = {}
        self.page = 1
        self._groups = 0
        self._styles = {
            style.get(f"{_STYLE}name"): style
            for part in (styles, root)
            if part is not None
            for style in part.iter(f"{_TEXT}list-style")
        }
        self._on_new_pages = {
            style.get(f"{_STYLE}name")
            for style in root.iter(f"{_STYLE}style")
            if any(p.get(f"{_FO}break-before") == "page" for p in style)
        }
        self._counts: dict[tuple[str, int], int] = {}

    def read(self, parent: Any, depth: int = 0) -> None:
        """Add what stands in an element, sections and frames opened."""
        if depth > _DEEPEST:
            return
        for child in parent:
            if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                self._paragraph(child)
            elif child.tag == f"{_TEXT}list":
                self._list(child, child.get(f"{_TEXT}style-name", ""), 0)
            elif child.tag == f"{_TABLE}table":
                self._table(child)
            elif child.tag == f"{_TEXT}soft-page-break":
                self.page += 1
            elif child.tag not in _UNPRINTED:
                self.read(child, depth + 1)

    def _paragraph(self, paragraph: Any, label: str = "") -> None:
        words = self._words(paragraph)
        if self.blocks and paragraph.get(f"{_TEXT}style-name") in self._on_new_pages:
            self.page += 1
        if words.strip():
            self.blocks.append(Block(label + words, self.page))
        self.page += sum(1 for _ in paragraph.iter(f"{_TEXT}soft-page-break"))

    def _words(self, paragraph: Any) -> str:
        self.notes.extend(
            " ".join("".join(_pieces(note, 0)).split())
            for note in paragraph.iter(f"{_TEXT}note-body")
        )
        return "".join(_pieces(paragraph, 0))

    def _list(self, element: Any, style: str, depth: int) -> None:
        """A list's items; the first paragraph of each has the label, a list inside is deeper."""
        if depth > _DEEPEST:
            return
        if element.get(f"{_TEXT}continue-numbering") != "true" and depth > 0:
            self._counts.pop((style, depth), None)
        for item in element:
            if item.tag not in (f"{_TEXT}list-item", f"{_TEXT}list-header"):
                continue
            label = self._label(style, depth) if item.tag.endswith("item") else ""
            for child in item:
                if child.tag == f"{_TEXT}list":
                    self._list(child, child.get(f"{_TEXT}style-name", style), depth + 1)
                elif child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                    self._paragraph(child, label)
                    label = ""

    def _label(self, style: str, depth: int) -> str:
        levels = self._styles.get(style)
        wanted = str(depth + 1)
        for level in levels if levels is not None else ():
            if level.get(f"{_TEXT}level") != wanted:
                continue
            if not level.tag.endswith("number"):
                return "• "
            start = level.get(f"{_TEXT}start-value", "1")
            first = int(start) if start.isdecimal() and len(start) < 6 else 1
            count = self._counts.get((style, depth), first - 1) + 1
            self._counts[style, depth] = count
            form = _FORMATS.get(level.get(f"{_STYLE}num-format", ""), "none")
            prefix = level.get(f"{_STYLE}num-prefix", "")
            words = prefix + numeral(count, form) + level.get(f"{_STYLE}num-suffix", "")
            return f"{words} " if words.strip() else ""
        return "- "

    def _table(self, table: Any) -> None:
        self._groups += 1
        group = self._groups
        rows = list(table.iter(f"{_TABLE}table-row"))
        for row in rows:
            cells = tuple(self._cells(row))
            if len(rows) == 1 and len(cells) == 1:
                self.read(row, 1)
                return
            if any(cells):
                self.blocks.append(Block("", self.page, cells, group))
        heads = table.find(f"{_TABLE}table-header-rows")
        if heads is not None:
            self.heads[group] = sum(1 for _ in heads.iter(f"{_TABLE}table-row"))

    def _cells(self, row: Any) -> Iterator[str]:
        count = 0
        for cell in row:
            if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                continue
            repeated = cell.get(f"{_TABLE}number-columns-repeated", "1")
            times = int(repeated) if repeated.isdecimal() and len(repeated) < 6 else 1
            paragraphs = (self._words(p) for p in cell.iter(f"{_TEXT}p", f"{_TEXT}h"))
            words = " ".join(" ".join(paragraphs).split())
            for _ in range(min(times, _MOST_COLUMNS - count)):
                count += 1
                yield words


def _pieces(element: Any, depth: int) -> Iterator[str]:
    """The printed words of an element: its text, its children's, and what follows each."""
    yield element.text or ""
    for child in element:
        if child.tag in _SPACES:
            yield " "
        elif child.tag not in _UNPRINTED and depth < _DEEPEST:
            yield from _pieces(child, depth + 1)
        yield child.tail or ""


def _margins(styles: Any) -> list[str]:
    """Headers and footers, which stand in the master pages."""
    if styles is None:
        return []
    found: dict[str, None] = {}
    for kind in ("header", "footer"):
        for part in styles.iter(f"{_STYLE}{kind}"):
            for paragraph in part.iter(f"{_TEXT}p"):
                if words := " ".join("".join(_pieces(paragraph, 0)).split()):
                    found[words] = None
    return list(found)


def read_odt(data: bytes, nome: str, limits: Limits) -> Document:
    """The Document of an ODT. Raises ReadError when it is damaged or beyond a limit."""
    with open_zip(data, limits) as archive:
        part = member(archive, "content.xml")
        if part is None:
            raise ReadError("Il documento ODT è danneggiato: manca il testo.")
        root = parse_part(part)
        common = member(archive, "styles.xml")
        styles = None if common is None else parse_part(common)
        body = _Body(root, styles)
        for element in root.iter(f"{_OFFICE}text"):
            body.read(element)
        limits.check_pages(body.page)
        notes = [Block(words, body.page) for words in body.notes if words]
        margins = _margins(styles)
        return compose(data, nome, "odt", body.blocks + notes, heads=body.heads, margins=margins)
