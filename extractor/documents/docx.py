"""Word documents (DOCX, ECMA-376): paragraphs, tables and lists in order, with their numbers.

The text is taken from the XML, because the parts that acts need are not in a simple reading:
inserted words of tracked changes (deleted ones are left out), words in text boxes, the numbers
of lists, notes, and where Word broke the pages.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple
from zipfile import ZipFile

from lxml import etree

from extractor.documents.archive import member, open_zip
from extractor.documents.block import Block
from extractor.documents.errors import ReadError
from extractor.documents.flow import compose
from extractor.documents.limits import Limits
from extractor.documents.numbering import Counters, Level
from models import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DEEPEST = 60
_MOST_COLUMNS = 200
# What is in the XML but not printed: deleted words, field codes, properties.
_UNPRINTED = frozenset(
    [f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr")]
    + [_FALLBACK]
)
_SPACES = {f"{_W}tab": " ", f"{_W}cr": " ", f"{_W}br": " ", f"{_W}ptab": " "}
_HYPHENS = {f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}


def parse_part(data: bytes) -> Any:
    """The root element of a part of an office file. Raises ReadError when it is damaged."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True,
        remove_comments=True,
    )  # fmt: skip
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError("Il documento è danneggiato: il suo XML non si legge.") from error


class _Body:
    """Reads the body of a document into blocks."""

    def __init__(self, lists: "_Lists") -> None:
        self.blocks: list[Block] = []
        self.heads: dict[int, int] = {}
        self.page = 1
        self._lists = lists
        self._counters = Counters(lists.livelli)
        self._groups = 0
        self.rendered = False

    def read(self, parent: Any, depth: int = 0) -> None:
        """Add the paragraphs and tables of an element, content controls opened."""
        if depth > _DEEPEST:
            return
        for child in parent:
            if child.tag == f"{_W}p":
                self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                self._table(child)
            elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
                self.read(child, depth + 1)

    def _paragraph(self, paragraph: Any) -> None:
        if not self._breaks_inside(paragraph):
            self.page += self._breaks(paragraph)
        words = self._words(paragraph)
        for box in paragraph.iter(f"{_W}txbxContent"):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                self.read(box, 1)
        if words.strip():
            self.blocks.append(Block(self._label(paragraph) + words, self.page))
        if self._breaks_inside(paragraph):
            self.page += self._breaks(paragraph)

    def _breaks(self, paragraph: Any) -> int:
        """Page breaks in a paragraph: where Word last broke the pages, or the author did."""
        if self.rendered:
            return sum(1 for _ in paragraph.iter(f"{_W}lastRenderedPageBreak"))
        return sum(b.get(f"{_W}type") == "page" for b in paragraph.iter(f"{_W}br"))

    def _breaks_inside(self, paragraph: Any) -> bool:
        """Whether words stand before the first break: the paragraph begins on the page before."""
        for element in paragraph.iter():
            if element.tag == f"{_W}lastRenderedPageBreak" or element.get(f"{_W}type") == "page":
                return False
            if element.tag == f"{_W}t" and (element.text or "").strip():
                return True
        return False

    def _words(self, element: Any) -> str:
        return "".join(_pieces(element, 0))

    def _label(self, paragraph: Any) -> str:
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return ""
        numbering = properties.find(f"{_W}numPr")
        name, depth = self._lists.stili.get(_value(properties, "pStyle"), ("", 0))
        if numbering is not None:
            name = _value(numbering, "numId") or name
            depth = _integer(_value(numbering, "ilvl")) or depth
        count = self._lists.conteggi.get(name, "")
        return self._counters.label(count, depth) if count and name != "0" else ""

    def _table(self, table: Any) -> None:
        rows = list(_rows(table))
        self._groups += 1
        group = self._groups
        heads = 0
        for row in rows:
            self.page += self._breaks(row) if self.rendered else 0
            cells = tuple(self._cells(row))
            if len(cells) == 1 and len(rows) == 1:
                # A table of one cell is a frame around text.
                self.read(next(_children(row, "tc")), 1)
                return
            if any(cells):
                self.blocks.append(Block("", self.page, cells, group))
            header = row.find(f"{_W}trPr/{_W}tblHeader")
            heads += header is not None and header.get(f"{_W}val", "1") not in ("0", "false")
        if heads:
            self.heads[group] = heads

    def _cells(self, row: Any) -> Iterator[str]:
        """The cells of a row; a merged one stands in its first place, the others are empty."""
        before = row.find(f"{_W}trPr/{_W}gridBefore")
        if before is not None:
            yield from [""] * min(_integer(before.get(f"{_W}val")), _MOST_COLUMNS)
        for cell in _children(row, "tc"):
            properties = cell.find(f"{_W}tcPr")
            merged = properties.find(f"{_W}vMerge") if properties is not None else None
            goes_on = merged is not None and merged.get(f"{_W}val", "continue") == "continue"
            inner = (f"{self._label(p)}{self._words(p)}" for p in cell.iter(f"{_W}p"))
            yield "" if goes_on else " ".join(" ".join(inner).split())
            across = _integer(_value(properties, "gridSpan")) if properties is not None else 1
            yield from [""] * (min(max(across, 1), _MOST_COLUMNS) - 1)


def _pieces(element: Any, depth: int) -> Iterator[str]:
    """The printed words of an element, text boxes left out."""
    for child in element:
        tag = child.tag
        if tag == f"{_W}t":
            yield child.text or ""
        elif tag in _SPACES:
            yield _SPACES[tag]
        elif tag in _HYPHENS:
            yield _HYPHENS[tag]
        elif tag not in _UNPRINTED and tag != f"{_W}txbxContent" and depth < _DEEPEST:
            yield from _pieces(child, depth + 1)


def _children(element: Any, name: str) -> Iterator[Any]:
    """Children of a name, those in content controls too."""
    for child in element:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins"):
            yield from _children(child, name)


def _rows(table: Any) -> Iterator[Any]:
    return _children(table, "tr")


def _value(element: Any, name: str) -> str:
    child = element.find(f"{_W}{name}")
    return str(child.get(f"{_W}val", "")) if child is not None else ""


def _integer(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else 0


class _Lists(NamedTuple):
    """How the lists of a document are numbered.

    Lists made from one model count on from each other, unless one says where it starts:
    ``conteggi`` names the count of each list, ``stili`` the list and depth of paragraph styles.
    """

    livelli: dict[tuple[str, int], Level]
    conteggi: dict[str, str]
    stili: dict[str, tuple[str, int]]


def _lists(archive: ZipFile) -> _Lists:
    lists = _Lists({}, {}, {})
    part = member(archive, "word/numbering.xml")
    root = parse_part(part) if part is not None else ()
    models = {m.get(f"{_W}abstractNumId", ""): m for m in root if m.tag == f"{_W}abstractNum"}
    for number in root:
        name, model = number.get(f"{_W}numId", ""), _value(number, "abstractNumId")
        if number.tag != f"{_W}num" or model not in models:
            continue
        starts = {
            _integer(override.get(f"{_W}ilvl")): _value(override, "startOverride")
            for override in number.iter(f"{_W}lvlOverride")
        }
        lists.conteggi[name] = count = f"{model}/{name}" if any(starts.values()) else model
        for level in models[model].iter(f"{_W}lvl"):
            depth = _integer(level.get(f"{_W}ilvl"))
            start = starts.get(depth) or _value(level, "start")
            lists.livelli[count, depth] = Level(
                _value(level, "numFmt"), _value(level, "lvlText"), _integer(start) if start else 1
            )
            if style := _value(level, "pStyle"):
                lists.stili.setdefault(style, (name, depth))
    _add_styles(archive, lists)
    return lists


def _add_styles(archive: ZipFile, lists: _Lists) -> None:
    """Add the paragraph styles that number their paragraphs, those based on them too."""
    part = member(archive, "word/styles.xml")
    if part is None:
        return
    based: dict[str, str] = {}
    for style in parse_part(part).iter(f"{_W}style"):
        name = style.get(f"{_W}styleId", "")
        based[name] = _value(style, "basedOn")
        numbering = style.find(f"{_W}pPr/{_W}numPr")
        if numbering is not None and (number := _value(numbering, "numId")):
            depth = lists.stili.get(name, ("", _integer(_value(numbering, "ilvl"))))[1]
            lists.stili[name] = (number, depth)
    for name in based:
        above, steps = based[name], 0
        while name not in lists.stili and above and steps < _DEEPEST:
            if above in lists.stili:
                lists.stili[name] = lists.stili[above]
            above, steps = based.get(above, ""), steps + 1


def _margins(archive: ZipFile) -> list[str]:
    """The headers and footers, each distinct line once."""
    found: dict[str, None] = {}
    for name in sorted(archive.namelist()):
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            for paragraph in parse_part(member(archive, name) or b"").iter(f"{_W}p"):
                if words := " ".join("".join(_pieces(paragraph, 0)).split()):
                    found[words] = None
    return list(found)


def _notes(archive: ZipFile) -> list[str]:
    """The words of footnotes and endnotes."""
    found = []
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        part = member(archive, name)
        for note in parse_part(part) if part else ():
            if words := " ".join("".join(_pieces(note, 0)).split()):
                found.append(words)
    return found


def read_docx(data: bytes, nome: str, limits: Limits) -> Document:
    """The Document of a Word file. Raises ReadError when it is damaged or beyond a limit."""
    with open_zip(data, limits) as archive:
        part = member(archive, "word/document.xml")
        if part is None:
            raise ReadError("Il documento Word è danneggiato: manca il testo.")
        root = parse_part(part)
        body = _Body(_lists(archive))
        body.rendered = next(root.iter(f"{_W}lastRenderedPageBreak"), None) is not None
        for element in root.iter(f"{_W}body"):
            body.read(element)
        limits.check_pages(body.page)
        notes = [Block(words, body.page) for words in _notes(archive)]
        return compose(
            data, nome, "docx", body.blocks + notes, heads=body.heads, margins=_margins(archive)
        )
