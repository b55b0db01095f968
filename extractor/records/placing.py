"""Placing a fact: from offsets in an act's text to a document's text, page and zone."""

from collections.abc import Iterable, Iterator

from extractor.records.evidence import check_evidence
from models import Act, Document, Fatto, ZoneSpan
from models.vocabulary import Zona

Boxes = tuple[tuple[int, float, float, float, float], ...]
"""Rectangles on pages: page, x0, y0, x1, y1 in points; of an ``Evidenza``, ``riquadri``."""

READ_OPTICALLY = 0.9
"""What remains of a fact's confidence on a page read optically: a letter may be misread."""


def shifted(facts: Iterable[Fatto], by: int) -> Iterator[Fatto]:
    """The facts with their offsets (in an act's text) moved ``by`` characters."""
    for fact in facts:
        completions = tuple((start + by, end + by) for start, end in fact.completamenti)
        yield fact.model_copy(
            update={
                "inizio": fact.inizio + by,
                "fine": fact.fine + by,
                "completamenti": completions,
            }
        )


def placed(
    fact: Fatto, act: Act, zones: Iterable[ZoneSpan], document: Document, boxes: Boxes
) -> Fatto:
    """The fact with its document, act, page, boxes and zone: one of the act's ``zones``.

    Raises ``EvidenceError`` when its words do not stand at its offsets or do not attest it.
    """
    check_evidence(fact, document)
    if fact.flusso == "margine":
        line = document.line_at(fact.inizio, "margine")
        page = line.pagina if line else 1
        zone: Zona | None = "margine"
    else:
        page = document.page_at(fact.inizio)
        zone = next((z.zona for z in zones if z.inizio <= fact.inizio < z.fine), None)
    scanned = page <= len(document.pagine) and document.pagine[page - 1].lettura == "ocr"
    return fact.model_copy(
        update={
            "documento_id": document.id,
            "atto_id": act.atto.id,
            "pagina": page,
            "riquadri": boxes,
            "zona": zone,
            "confidenza": round(fact.confidenza * (READ_OPTICALLY if scanned else 1), 3),
        }
    )
