"""An act's place in its document: its ids, its pages, the printed number of its first page."""

import re

from extractor.structure.identity import identifier
from models import Act, Atto, Document, Part
from models.identity import id_within

_PAGE_NUMBER = re.compile(r"^\s*[-–—]?\s*(\d{1,4})\s*[-–—]?\s*$")


def printed_page(document: Document, inizio: int) -> int | None:
    """The printed number of the page that ``inizio`` stands on, where its margins show one."""
    number = document.page_at(inizio)
    page = next((page for page in document.pagine if page.numero == number), None)
    for furniture in page.arredi if page else ():
        found = _PAGE_NUMBER.match(furniture.testo)
        if found:
            return int(found[1])
    return None


def year_of(data: str | None) -> int | None:
    """The year of a date (ISO 8601)."""
    return int(data[:4]) if data else None


def placed_act(
    document: Document, atto: Atto, nome: str, inizio: int, fine: int, parts: tuple[Part, ...]
) -> Act:
    """The act with its place in the document, its ids and its pages."""
    last = max(inizio, fine - 1)
    placed = atto.model_copy(
        update={
            "id": id_within(document.id, "atti", inizio),
            "documento_id": document.id,
            "identificativo": identifier(atto, nome),
            "inizio": inizio,
            "fine": fine,
            "pagina_inizio": document.page_at(inizio),
            "pagina_fine": document.page_at(last),
        }
    )
    return Act(placed, inizio, fine, parts)
