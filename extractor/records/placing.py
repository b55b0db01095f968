"""Placing a fact: from offsets in an act's text to a document's text, page and zone."""

from collections.abc import Iterable, Iterator

from models import Act, Document, Fatto
from models.vocabulary import Zona


class EvidenceError(ValueError):
    """A fact whose words do not stand where it says they do."""


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


def check_evidence(fact: Fatto, document: Document) -> None:
    """Raise ``EvidenceError`` unless the fact's words stand at its offsets."""
    text = document.margine if fact.flusso == "margine" else document.testo
    if not fact.inizio < fact.fine <= len(text) or text[fact.inizio : fact.fine] != fact.testo:
        raise EvidenceError(
            f"{type(fact).__name__} [{fact.inizio}, {fact.fine}): le parole non corrispondono"
        )


def placed(fact: Fatto, act: Act, document: Document) -> Fatto:
    """The fact with its document, act, page and zone.

    Raises ``EvidenceError`` when its words do not stand at its offsets.
    """
    check_evidence(fact, document)
    if fact.flusso == "margine":
        line = document.line_at(fact.inizio, "margine")
        page = line.pagina if line else 1
        zone: Zona | None = "margine"
    else:
        page = document.page_at(fact.inizio)
        zone = next((z.zona for z in act.zones() if z.inizio <= fact.inizio < z.fine), None)
    return fact.model_copy(
        update={
            "documento_id": document.id,
            "atto_id": act.atto.id,
            "pagina": page,
            "zona": zone,
        }
    )
