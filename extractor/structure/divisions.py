"""The order of a bulletin: the headings of sections, bodies and directorates above its acts."""

import re
from dataclasses import dataclass

from extractor.structure.blocks import Block, is_upper
from extractor.structure.bodies import letterhead
from extractor.structure.masthead import is_running_header

_SECTION = re.compile(r"[A-Z]\)\s+[A-ZÀ-Ý]")
_SUBSECTION = re.compile(r"(?:giunta|consiglio)\s+regionale$|(?:altri\s+)?enti\b.{0,40}$", re.I)
_DIRECTORATE = re.compile(
    r"D\.\s?[GC]\.\s|Direzione\s+(?:Generale|Centrale)\b|Presidenza$|Area\s+\w+$|Ufficio\s+Stampa$",
    re.I,
)
#: Other Regions: ``Codice A1614A``, ``(Codice interno: 524318)``, ``PARTE SECONDA``.
_CODE = re.compile(
    r"\(?codice(?:\s+interno)?\s*:?\s*[A-Z]{0,2}\d[\w.]{1,10}\)?$"
    r"|(?:parte|sezione)\s+(?:prima|seconda|terza|quarta|I{1,3}|IV)$"
    r"|[-–]\s*(?:deliberazioni|dirigenza|decreti|determinazioni|ordinanze)\b[\w\s-]{0,40}$",
    re.I,
)
#: ``DELIBERAZIONI DELLA GIUNTA REGIONALE``, ``Atti dirigenziali di Gestione``: in the plural.
_KINDS = re.compile(
    r"(?:atti|decreti|deliberazioni|determinazioni|ordinanze|leggi|regolamenti)\b[^\d.;:]{0,80}$",
    re.I,
)
_OFFICE = re.compile(r"(?:direzione|dipartimento|settore|servizio|sezione|area)\s+[A-ZÀ-Ý]", re.I)
_SMALL_OFFICE = re.compile(r"(?:settore|servizio|sezione|area)\s", re.I)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a bulletin's order an act stands: section, subsection, directorate, body."""

    sezione: str | None = None
    sottosezione: str | None = None
    direzione: str | None = None
    ente: str | None = None


def is_division(text: str) -> bool:
    """Whether a line is the heading of a section, a subsection or a directorate."""
    return len(text) < 120 and bool(
        _SECTION.match(text) or _SUBSECTION.match(text) or _DIRECTORATE.match(text)
    )


def names_kinds(text: str) -> bool:
    """Whether a line names kinds of act in the plural, alone: ``DECRETI DEL PRESIDENTE``."""
    return len(text) < 120 and _KINDS.match(text) is not None


def _body(block: Block) -> str | None:
    """The body whose name a line is, alone: ``COMUNE DI PROVA``."""
    text = block.testo
    if len(text) > 90 or any(char.isdigit() for char in text) or text[-1] in ".,;:":
        return None
    name = letterhead((block,))
    return name if name and len(name) >= len(text) - 8 else None


def _stands_above(block: Block) -> bool:
    """Whether a line above an act's heading orders the acts of a bulletin of any Region."""
    text = block.testo
    if is_division(text) or is_running_header(text) or _CODE.match(text):
        return True
    if len(text) > 120 or text[-1] in ".,;:" or block.celle:
        return False
    return bool(_KINDS.match(text) or _OFFICE.match(text) or _body(block))


def divisions_before(blocks: tuple[Block, ...], at: int, known: frozenset[str]) -> int:
    """First of the blocks before ``at`` that are headings of sections or running headers."""
    first = at
    while first > 0 and at - first < 8:
        block = blocks[first - 1]
        if not (block.testo.lower() in known or _stands_above(block)):
            break
        first -= 1
    return first


def place_after(place: Place, lines: tuple[Block, ...]) -> Place:
    """The place in the bulletin's order once the headings ``lines`` have been read."""
    sezione, sotto, direzione = place.sezione, place.sottosezione, place.direzione
    ente = None if lines else place.ente
    for block in lines:
        text = block.testo
        if is_running_header(text) or _CODE.match(text):
            continue
        if _SECTION.match(text):
            sezione, sotto, direzione = section_case(text), None, None
        elif _SUBSECTION.match(text):
            sotto, direzione = text if not is_upper(text) else text.capitalize(), None
        elif _KINDS.match(text):
            sezione = text if not is_upper(text) else text.capitalize()
        elif _body(block):
            ente, direzione = _body(block), None
        elif not (direzione and _SMALL_OFFICE.match(text)):
            direzione = text
    return Place(sezione, sotto, direzione, ente)


def section_case(text: str) -> str:
    """``C) GIUNTA REGIONALE E ASSESSORI`` as ``C) Giunta regionale e assessori``."""
    letter, _, title = text.partition(")")
    title = title.strip()
    return f"{letter}) {title.capitalize() if is_upper(title) else title}"
