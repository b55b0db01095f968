"""HTML pages and XML files: their text as blocks, their tables as tables."""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import takewhile
from typing import Any

from lxml import etree, html

from extractor.documents.block import Block
from extractor.documents.errors import ReadError
from extractor.documents.flow import compose
from extractor.documents.text import decode
from models import Document

_SKIPPED = re.compile(r"head|script|style|noscript|template|svg|iframe|object|select|button")
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt|fieldset"
    r"|figcaption|figure|footer|form|h[1-6]|header|hr|html|legend|li|main|nav|ol|p|pre|section"
    r"|summary|table|td|th|tr|ul"
)
_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_-]{3,20})")
_DEEPEST = 200
_MOST_COLUMNS = 200


class _Page:
    """Collects the blocks of a page in reading order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.heads: dict[int, int] = {}
        self._pieces: list[str] = []
        self._label = ""
        self._groups = 0

    def read(self, element: Any, depth: int = 0) -> None:
        """Add an element and what stands in it; deeper elements than a limit are left out."""
        if not isinstance(element.tag, str) or _SKIPPED.fullmatch(element.tag) or depth > _DEEPEST:
            return
        if element.tag == "table" and self._is_data(element):
            self.end()
            self._table(element)
            return
        block = _BLOCKS.fullmatch(element.tag)
        if block:
            self.end()
        if element.tag == "li":
            self._label = _label(element)
        self._pieces.append(element.text or "")
        for child in element:
            self.read(child, depth + 1)
            self._pieces.append(child.tail or "")
        if block:
            self.end()

    def end(self) -> None:
        """End the block under way, if it has words."""
        words = " ".join("".join(self._pieces).split())
        self._pieces.clear()
        if words:
            self.blocks.append(Block(self._label + words))
            self._label = ""

    def _is_data(self, table: Any) -> bool:
        """Whether a table holds data; one that only lays out the page is read as text."""
        if table.find(".//table") is not None or table.get("role") == "presentation":
            return False
        rows = [row.xpath("count(./td|./th)") for row in table.iter("tr")]
        return len(rows) > 0 and max(rows) > 1

    def _table(self, table: Any) -> None:
        self._groups += 1
        caption = table.find("caption")
        if caption is not None and (words := _words(caption)):
            self.blocks.append(Block(words))
        rows = list(_rows(table))
        self.blocks.extend(Block("", 1, cells, self._groups) for cells, _ in rows)
        self.heads[self._groups] = len(list(takewhile(bool, (head for _, head in rows))))


def _words(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _label(item: Any) -> str:
    """What stands before a list item: its number, or a dash."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    start = parent.get("start", "1")
    number = int(start) if start.isdecimal() and len(start) < 6 else 1
    number += sum(1 for _ in item.itersiblings("li", preceding=True))
    if parent.get("type") in ("a", "A") and number <= 26:
        return f"{chr(ord(parent.get('type')) + number - 1)}) "
    return f"{number}. "


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), _MOST_COLUMNS) if value.isdecimal() and len(value) < 6 else 1


def _rows(table: Any) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Each row's cells and whether it is a header; a merged cell's text stands in its first."""
    hanging: dict[int, int] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        own = [cell for cell in row if cell.tag in ("td", "th")]
        for cell in own:
            while hanging.get(len(cells), 0) > 0:
                hanging[len(cells)] -= 1
                cells.append("")
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            for at in range(across):
                hanging[len(cells)] = down - 1
                cells.append(_words(cell) if at == 0 else "")
            if len(cells) > _MOST_COLUMNS:
                break
        while hanging.get(len(cells), 0) > 0:
            hanging[len(cells)] -= 1
            cells.append("")
        if cells:
            parent = row.getparent()
            in_head = parent is not None and parent.tag == "thead"
            yield tuple(cells), in_head or all(cell.tag == "th" for cell in own)


def html_blocks(text: str) -> tuple[list[Block], dict[int, int]]:
    """The blocks of a page, and for each table's group the count of its header rows.

    Raises ReadError when no element can be made of it.
    """
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_without_declaration(text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("La pagina HTML è vuota o danneggiata.") from error
    page = _Page()
    page.read(root)
    page.end()
    return page.blocks, page.heads


def _without_declaration(text: str) -> str:
    """Without `<?xml … encoding=…?>`, which lxml refuses on text already decoded."""
    start = text.lstrip()
    if start.startswith("<?xml"):
        return start.split("?>", 1)[-1]
    return start


def read_html(data: bytes, nome: str) -> Document:
    """The Document of an HTML page. Raises ReadError when it is empty or damaged."""
    blocks, heads = html_blocks(_decoded(data))
    if not blocks:
        raise ReadError("La pagina HTML non contiene testo.")
    return compose(data, nome, "html", blocks, heads=heads)


def _decoded(data: bytes) -> str:
    """The text of a page, in the encoding that it declares when its bytes fit it."""
    match = _CHARSET.search(data[:4096])
    if match and match[1].lower() not in (b"utf-8", b"utf8", b"utf-16"):
        with suppress(LookupError, UnicodeDecodeError):
            return data.decode(match[1].decode("ascii"))
    return decode(data)


def read_xml(data: bytes, nome: str) -> Document:
    """The Document of an XML file: each element with words of its own is a block `name: words`.

    Raises ReadError when it is not well formed.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError("Il file XML è danneggiato o incompleto.") from error
    blocks = [
        Block(f"{etree.QName(element).localname}: {words}")
        for element in root.iter()
        if isinstance(element.tag, str) and (words := " ".join((element.text or "").split()))
    ]
    return compose(data, nome, "xml", blocks)
