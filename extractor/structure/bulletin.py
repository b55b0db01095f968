"""Official bulletins of a Region: masthead, table of contents, headings of the acts.

A bulletin prints each act under a heading of one form, ``D.d.u.o. 18 aprile 2017 - n. 4425``,
with the kind in short, and lists it in its table of contents with the kind in full, its subject
and the printed page. Pages taken out of a bulletin (an extract) have the headings alone.
"""

import re
from dataclasses import dataclass

from extractor.structure.blocks import Block, is_upper, join_lines
from extractor.structure.calendar_dates import MONTHS, find_date
from extractor.structure.formulas import ORGAN, ORGAN_CAPITALS, RECITAL
from extractor.structure.kinds import Kind, kind_of_sigla
from extractor.structure.zones import is_operative
from models import Document

_MONTH = "|".join(MONTHS)
#: ``D.g.r. 21 aprile 2017 - n. X/6502`` and what follows on the same line.
HEADING = re.compile(
    r"(?P<sigla>[A-Za-z][A-Za-zà-ù.'’ ]{1,70}?)\s*"
    rf"(?P<data>\d{{1,2}}[°º]?\s+(?:{_MONTH})\s+\d{{4}})\s*[-–—‐−,]\s*n\.?\s*"
    r"(?P<numero>[IVXL]{1,6}\s?/\s?\d{1,6}|\d{1,6}(?:/\d{1,6}|-\d{3,5})?)(?!\d)(?P<resto>.*)$",
    re.I | re.S,
)
#: The code of an act in the bulletins of before 2011: ``(BUR2010021)``, ``[5.1.3]``.
_CODE = re.compile(r"[(\[](?:BUR\s?)?[\d.]{3,20}[)\]]\s*", re.I)
_DASH_NUMBER = re.compile(r"[-–—‐−,]\s?n", re.I)
_SERIES = re.compile(
    r"(?P<serie>(?:\d\s?[°ªº]\s*)?(?:Suppl\w*\.?\s+(?:Straordinario\s+|Ordinario\s+)?(?:alla?\s+)?)?"
    r"Serie\s+(?:Editoriale\s+)?(?:Ordinaria|Speciale|Straordinaria|Avvisi\s+e\s+Concorsi|Inserzioni"
    r"(?:\s+e\s+Concorsi)?|Generale)|Supplemento(?:\s+(?:Ordinario|Straordinario))?)\s*"
    r"[-–—,]?\s*n\.?\s*(?P<numero>\d{1,3})\s*(?:[-–—]|del)?\s*"
    rf"(?P<data>(?:\w+ì\s+|\w+\s+)?\d{{1,2}}[°º]?\s+(?:{_MONTH})\s+\d{{4}})",
    re.I,
)
_SECTION = re.compile(r"[A-Z]\)\s+[A-ZÀ-Ý]")
_SUBSECTION = re.compile(r"(?:giunta|consiglio)\s+regionale$|(?:altri\s+)?enti\b.{0,40}$", re.I)
_DIRECTORATE = re.compile(
    r"D\.\s?[GC]\.\s|Direzione\s+(?:Generale|Centrale)\b|Presidenza$|Area\s+\w+$|Ufficio\s+Stampa$",
    re.I,
)
# A leader is three dots or more, or spaced: the stop of ``s.m.i.`` stays.
ENTRY_END = re.compile(r"(?:(?:\s\.)+|(?:\s*\.){3,}|\s*…[\s.…]*)?[\s.…](?P<pagina>\d{1,4})\s*$")
#: Kinds that are printed without organ and preamble.
_WITHOUT_ORGAN = ("comunicato", "circolare", "avviso")
_PROMULGATED = re.compile(r"(?:ha\s+approvato|promulga|emana|la\s+seguente\s+legge)", re.I)
# How far below its heading an act must show its organ or its first recital.
_REACH = 40


@dataclass(frozen=True, slots=True)
class Masthead:
    """Number, series and date (ISO 8601) of a bulletin, as far as they are printed."""

    numero: str | None = None
    serie: str | None = None
    data: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of an act in a bulletin, at block number ``blocco``; ``resto`` follows on it."""

    blocco: int
    kind: Kind
    sigla: str
    numero: str
    data: str | None
    resto: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a bulletin's order an act stands: section, subsection, directorate."""

    sezione: str | None = None
    sottosezione: str | None = None
    direzione: str | None = None


def read_masthead(document: Document) -> Masthead:
    """Number, series and date, from the running headers or the first pages."""
    for text in (document.margine, document.testo[:20_000]):
        found = _SERIES.search(text)
        if found:
            serie = " ".join(found["serie"].split())
            return Masthead(found["numero"], serie, find_date(found["data"]))
    return Masthead()


def is_running_header(text: str) -> bool:
    """Whether a line is a bulletin's running header, where a reader left it in the text."""
    return len(text) < 90 and (
        _SERIES.match(text) is not None or text.lower() == "bollettino ufficiale"
    )


def heading_at(blocks: tuple[Block, ...], at: int) -> Heading | None:
    """The heading that block ``at`` begins with, whatever stands below it."""
    text = _CODE.sub("", blocks[at].testo, count=2) if "." in blocks[at].testo else ""
    found = HEADING.match(text[:400])
    if not found:
        return None
    kind = kind_of_sigla(found["sigla"])
    if kind is None:
        return None
    resto = (found["resto"] + text[400:]).strip(" *–-.:")
    numero = re.sub(r"\s", "", found["numero"])
    return Heading(at, kind, found["sigla"].strip(), numero, find_date(found["data"]), resto)


def find_headings(blocks: tuple[Block, ...]) -> tuple[Heading, ...]:
    """Every heading in the text, those of the table of contents included.

    A citation at the start of a block (``D.g.r. 21 aprile 2017 - n. X/6502 «…»;``) is no
    heading: it goes on in its sentence.
    """
    found = []
    for at, block in enumerate(blocks):
        # The cheap test first: few blocks hold a dash before a number.
        first = block.testo[0]
        if not (first.isalpha() or first in "([") or not _DASH_NUMBER.search(block.testo, 0, 160):
            continue
        heading = heading_at(blocks, at)
        if heading is not None and not _is_citation(heading):
            found.append(heading)
    return tuple(found)


def _is_citation(heading: Heading) -> bool:
    resto = heading.resto
    return resto[:1] in (";", ",", ")") or (resto.endswith(";") and len(resto) < 600)


def split_contents(
    blocks: tuple[Block, ...], headings: tuple[Heading, ...]
) -> tuple[tuple[Heading, ...], tuple[Heading, ...]]:
    """The headings of the table of contents, and those of the acts printed below it.

    The contents end where a heading comes again, or where an act stands below it.
    """
    entries: list[Heading] = []
    start = contents_start(blocks)
    seen: set[tuple[str, str]] = set()
    for number, heading in enumerate(headings):
        until = headings[number + 1].blocco if number + 1 < len(headings) else len(blocks)
        key = (heading.kind.tipo, heading.numero)
        if start is None or heading.blocco < start or key in seen:
            break
        if not _has_page(blocks, heading, until) and is_act(blocks, heading, open_act=True):
            break
        seen.add(key)
        entries.append(heading)
    return tuple(entries), _acts(blocks, headings[len(entries) :])


def _acts(blocks: tuple[Block, ...], headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """The headings that acts stand below.

    While an act has not come to its operative part, what looks like a heading is a citation of
    its preamble, unless an organ stands below it.
    """
    acts: list[Heading] = []
    for heading in headings:
        open_act = bool(acts) and not _is_decided(blocks, acts[-1], heading.blocco)
        if is_act(blocks, heading, open_act=open_act):
            acts.append(heading)
    return tuple(acts)


def _is_decided(blocks: tuple[Block, ...], act: Heading, until: int) -> bool:
    if act.kind.forma != "provvedimento" or act.kind.tipo in _WITHOUT_ORGAN:
        return True
    return any(is_operative(blocks[at].testo) for at in range(act.blocco + 1, until))


def contents_start(blocks: tuple[Block, ...]) -> int | None:
    """Block after the title ``SOMMARIO``, if one stands in the first blocks."""
    for at, block in enumerate(blocks[:80]):
        if block.testo.lower().rstrip(" .:") in ("sommario", "indice"):
            return at + 1
    return None


def _has_page(blocks: tuple[Block, ...], heading: Heading, until: int) -> bool:
    return entry_text(blocks, heading, until)[1] is not None


def entry_text(blocks: tuple[Block, ...], heading: Heading, until: int) -> tuple[str, int | None]:
    """Subject and printed page of an entry; the page is None where no number ends it.

    The entry ends at the first block that ends in a page number: after it come headings of
    sections. A number that ends a line of the subject itself is no page where the subject
    goes on below it in lower case.
    """
    parts = [heading.resto] if heading.resto else []
    stop = min(until, heading.blocco + 30)
    for at in range(heading.blocco, stop):
        text = blocks[at].testo
        if at > heading.blocco:
            parts.append(text)
        if not parts:
            continue
        found = ENTRY_END.search(" " + parts[-1])
        if found and not _goes_on(blocks, at, stop):
            joined = join_lines(parts)
            cut = ENTRY_END.search(" " + joined)
            subject = joined[: cut.start()] if cut else joined
            return subject.strip(" \t*"), int(found["pagina"])
    return join_lines(parts), None


def _goes_on(blocks: tuple[Block, ...], at: int, stop: int) -> bool:
    if at + 1 >= stop:
        return False
    following = blocks[at + 1].testo
    return not (is_division(following) or is_running_header(following)) and any(
        ENTRY_END.search(" " + blocks[later].testo) for later in range(at + 1, stop)
    )


def is_act(blocks: tuple[Block, ...], heading: Heading, *, open_act: bool) -> bool:
    """Whether an act stands below the heading: its organ, or a recital unless ``open_act``.

    Communications have neither; for them the heading decides. A law is promulgated.
    """
    if heading.kind.tipo in _WITHOUT_ORGAN:
        return not open_act
    if ORGAN_CAPITALS.search(heading.resto):
        return True
    law = heading.kind.forma == "documento"
    for block in blocks[heading.blocco + 1 : heading.blocco + 1 + _REACH]:
        text = block.testo
        if law and _PROMULGATED.match(text):
            return True
        if HEADING.match(text[:200]) or is_operative(text):
            return False
        if not law and RECITAL.match(text):
            return not open_act
        if not law and len(text) < 400 and ORGAN.match(text) and is_upper(text[:30]):
            return True
        if not law and ORGAN_CAPITALS.search(text[-200:]) and text[:1].isupper():
            return True
    return False


def is_division(text: str) -> bool:
    """Whether a line is the heading of a section, a subsection or a directorate."""
    return len(text) < 120 and bool(
        _SECTION.match(text) or _SUBSECTION.match(text) or _DIRECTORATE.match(text)
    )


def divisions_before(blocks: tuple[Block, ...], at: int, known: frozenset[str]) -> int:
    """First of the blocks before ``at`` that are headings of sections or running headers."""
    first = at
    while first > 0 and at - first < 8:
        text = blocks[first - 1].testo
        if not (is_division(text) or text.lower() in known or is_running_header(text)):
            break
        first -= 1
    return first


def place_after(place: Place, lines: tuple[Block, ...]) -> Place:
    """The place in the bulletin's order once the headings ``lines`` have been read."""
    sezione, sotto, direzione = place.sezione, place.sottosezione, place.direzione
    for block in lines:
        text = block.testo
        if is_running_header(text):
            continue
        if _SECTION.match(text):
            sezione, sotto, direzione = section_case(text), None, None
        elif _SUBSECTION.match(text):
            sotto, direzione = text if not is_upper(text) else text.capitalize(), None
        else:
            direzione = text
    return Place(sezione, sotto, direzione)


def section_case(text: str) -> str:
    """``C) GIUNTA REGIONALE E ASSESSORI`` as ``C) Giunta regionale e assessori``."""
    letter, _, title = text.partition(")")
    title = title.strip()
    return f"{letter}) {title.capitalize() if is_upper(title) else title}"
