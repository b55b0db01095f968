"""An act as a document of Akoma Ntoso 3 (OASIS LegalDocML, version 1.0), with all of its words.

The element is the generic ``doc``, named by the kind of act: its parts stand in ``preface``,
``preamble``, ``mainBody``, ``conclusions`` and ``attachments`` in the order in which they are
printed, and citations whose act is known are ``ref``. Of a part, the label is ``num`` and the
title ``heading``. Nothing is added to the text and nothing left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from lxml import etree

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_UNKNOWN_DAY = "0001-01-01"
"""Akoma Ntoso wants a date of every document, also of one that prints none."""


class PartOfAct(NamedTuple):
    """A part of an act; a leaf has its text, which begins at ``inizio`` of the document's."""

    id: str
    genitore_id: str | None
    tipo: str
    ordine: int
    etichetta: str | None
    titolo: str | None
    testo: str | None
    inizio: int


class Cited(NamedTuple):
    """Where a document's text cites an act, and the identifier of that act (URN:NIR, ELI)."""

    inizio: int
    fine: int
    urn: str


class WholeAct(NamedTuple):
    """An act with its parts, in order, and what its text cites."""

    atto: Mapping[str, Any]
    parti: Sequence[PartOfAct]
    citati: Sequence[Cited]


_SECTIONS = ("preface", "preamble", "mainBody", "conclusions", "attachments")
_SECTION_OF = {
    "testata": 0, "frontespizio": 0, "preambolo": 1, "firma": 3, "visti": 3, "pubblicazione": 3,
    "allegato": 4,
}  # fmt: skip
_HIERARCHY = {"articolo": "article"}
"""Parts that have an element of their own; others are an ``hcontainer`` with their name."""


def as_xml(act: WholeAct) -> bytes:
    """The act as an XML file."""
    root = etree.Element("akomaNtoso", nsmap={None: NAMESPACE})
    document = etree.SubElement(root, "doc", name=act.atto["tipo"])
    writer = _Writer(act)
    document.append(writer.meta("main"))
    placed = writer.sections()
    for name in _SECTIONS:
        parts = placed[name]
        if name == "attachments" and parts:
            writer.attachments(document, parts)
        elif parts or name == "mainBody":
            writer.section(document, name, parts)
    text: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return text + b"\n"


class _Writer:
    """Writes the elements of one act."""

    def __init__(self, act: WholeAct) -> None:
        self._act = act.atto
        self._cited = sorted(act.citati)
        self._children: dict[str | None, list[PartOfAct]] = {}
        known = {part.id for part in act.parti}
        for part in act.parti:
            parent = part.genitore_id if part.genitore_id in known else None
            self._children.setdefault(parent, []).append(part)

    def sections(self) -> dict[str, list[PartOfAct]]:
        """The parts of each section; one that is printed later than it should be stays there."""
        placed: dict[str, list[PartOfAct]] = {name: [] for name in _SECTIONS}
        current = 0
        for part in self._children.get(None, ()):
            current = max(current, _SECTION_OF.get(part.tipo, 2))
            placed[_SECTIONS[current]].append(part)
        return placed

    def section(self, document: Any, name: str, parts: Sequence[PartOfAct]) -> None:
        """One section with its parts."""
        element = etree.SubElement(document, name)
        for part in parts:
            if name == "mainBody":
                self._hierarchy(element, part)
            elif name == "preamble":
                self._container(element, part)
            else:
                for leaf in self._leaves(part):
                    self._blocks(element, leaf.testo or "", leaf.inizio)
        if len(element) == 0:
            etree.SubElement(element, "p")

    def attachments(self, document: Any, parts: Sequence[PartOfAct]) -> None:
        """Each attachment as a document of its own."""
        attachments = etree.SubElement(document, "attachments")
        for part in parts:
            attachment = etree.SubElement(attachments, "attachment", eId=f"att_{part.ordine}")
            inner = etree.SubElement(attachment, "doc", name=part.tipo)
            inner.append(self.meta(f"{part.tipo}_{part.ordine}"))
            self.section(inner, "mainBody", [part])

    def meta(self, component: str) -> Any:
        """The identification of the act or of an attachment of it (naming convention 1.0)."""
        work, day, name = _address(self._act)
        meta = etree.Element("meta")
        identification = etree.SubElement(meta, "identification", source="#spoglio")
        for level, address in (
            ("Work", work), ("Expression", f"{work}/ita@"), ("Manifestation", f"{work}/ita@.xml"),
        ):  # fmt: skip
            element = etree.SubElement(identification, f"FRBR{level}")
            etree.SubElement(element, "FRBRthis", value=f"{address}/!{component}")
            etree.SubElement(element, "FRBRuri", value=address)
            etree.SubElement(element, "FRBRdate", date=day, name=name)
            etree.SubElement(
                element, "FRBRauthor", href="#spoglio" if level == "Manifestation" else "#ente"
            )
            if level == "Work":
                etree.SubElement(element, "FRBRcountry", value="it")
            elif level == "Expression":
                etree.SubElement(element, "FRBRlanguage", language="ita")
        if component == "main":
            self._references(meta)
        return meta

    def _references(self, meta: Any) -> None:
        references = etree.SubElement(meta, "references", source="#spoglio")
        body = self._act["ente"] or "ente non stampato"
        for id_, name in (("ente", body), ("spoglio", "Spoglio")):
            href = f"/akn/ontology/organization/it/{_slug(name)}"
            told = {"eId": id_, "href": href, "showAs": _clean(name)}
            etree.SubElement(references, "TLCOrganization", told)

    def _leaves(self, part: PartOfAct) -> Iterator[PartOfAct]:
        children = self._children.get(part.id)
        if not children:
            yield part
        for child in children or ():
            yield from self._leaves(child)

    def _container(self, parent: Any, part: PartOfAct) -> None:
        element = etree.SubElement(parent, "container", eId=_eid(part), name=part.tipo)
        for child in self._children.get(part.id, ()):
            self._container(element, child)
        if part.id not in self._children:
            self._blocks(element, part.testo or "", part.inizio)
        if len(element) == 0:
            etree.SubElement(element, "p")

    def _hierarchy(self, parent: Any, part: PartOfAct) -> None:
        named = {} if part.tipo in _HIERARCHY else {"name": part.tipo}
        kind = _HIERARCHY.get(part.tipo, "hcontainer")
        element = etree.SubElement(parent, kind, eId=_eid(part), **named)
        if part.id in self._children:
            for child in self._children[part.id]:
                self._hierarchy(element, child)
            return
        text = part.testo or ""
        start = _label(element, part, text)
        content = etree.SubElement(element, "content")
        self._blocks(content, text[start:], part.inizio + start)
        if len(content) == 0:
            etree.SubElement(content, "p")

    def _blocks(self, parent: Any, text: str, offset: int) -> None:
        """Lines as paragraphs; lines with tabs, that follow each other, as a table."""
        lines = [(match[0], offset + match.start()) for match in re.finditer(r"[^\n]+", text)]
        for tabular, group in groupby(lines, key=lambda line: "\t" in line[0]):
            if not tabular:
                for line, at in group:
                    self._inline(etree.SubElement(parent, "p"), line, at)
                continue
            table = etree.SubElement(parent, "table")
            for line, at in group:
                row = etree.SubElement(table, "tr")
                for cell in re.finditer(r"[^\t]*(?:\t|$)", line):
                    if cell.start() < len(line):
                        block = etree.SubElement(etree.SubElement(row, "td"), "p")
                        self._inline(block, cell[0].rstrip("\t"), at + cell.start())

    def _inline(self, element: Any, text: str, offset: int) -> None:
        """Words with the citations in them; of two that overlap, the first."""
        done, last = 0, None
        for start, end, urn in self._cited_in(offset, offset + len(text)):
            if start - offset < done:
                continue
            _add(element, last, text[done : start - offset])
            last = etree.SubElement(element, "ref", href=urn)
            done = end - offset
            last.text = _clean(text[start - offset : done])
        _add(element, last, text[done:])

    def _cited_in(self, start: int, end: int) -> Iterable[Cited]:
        for at in range(bisect_left(self._cited, Cited(start, 0, "")), len(self._cited)):
            cited = self._cited[at]
            if cited.inizio >= end:
                return
            if cited.fine <= end and cited.inizio < cited.fine:
                yield cited


def _label(element: Any, part: PartOfAct, text: str) -> int:
    """Write what the text begins with as the part's number and title; gives where they end."""
    start = 0
    if part.etichetta and text.startswith(part.etichetta):
        etree.SubElement(element, "num").text = _clean(part.etichetta)
        start = len(part.etichetta)
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    title = text[start:line_end]
    if part.titolo and "\t" not in title and title.split() == part.titolo.split():
        etree.SubElement(element, "heading").text = _clean(title.strip())
        start = line_end
    return start


def _add(element: Any, last: Any, text: str) -> None:
    if last is None:
        element.text = _clean(text)
    else:
        last.tail = _clean(text)


def _eid(part: PartOfAct) -> str:
    return f"{part.tipo}_{part.ordine}"


def _address(act: Mapping[str, Any]) -> tuple[str, str, str]:
    """The address of a work, with the day that it has and what that day is."""
    day, name = act["data"], "atto"
    if not day:
        day, name = act["data_pubblicazione"], "pubblicazione"
    if not day and act["anno"]:
        day, name = f"{act['anno']:04d}-01-01", "anno"
    if not day:
        day, name = _UNKNOWN_DAY, "non stampata"
    number = _slug(act["numero"] or act["id"][:12])
    body = _slug(act["ente"] or "ente")
    return f"/akn/it/doc/{_slug(act['tipo'])}/{body}/{day}/{number}", day, name


def _slug(text: str) -> str:
    return re.sub(r"[^\w.]+", "-", text.casefold()).strip("-") or "-"


_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _clean(text: str) -> str:
    """Text in which U+FFFD stands for each character that XML cannot have."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
