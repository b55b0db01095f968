"""Rules on the reading itself: nothing is dropped in silence."""

from collections.abc import Iterator

from extractor.checks.finding import plain
from models import Estrazione, Segnalazione

NUMBERED = frozenset({"dgr", "dcr", "decreto", "determinazione", "delibera", "ordinanza"})
"""Kinds of act that always have a number."""


def pages_without_text(records: Estrazione) -> Iterator[Segnalazione]:
    """A page that holds something, but no text that could be read."""
    for page in records.pagine:
        if page.lettura == "nessuna":
            yield plain(
                "pagina_senza_testo",
                "avviso",
                f"Pagina {page.pagina}: non contiene testo leggibile. Per le scansioni serve "
                "Tesseract con i dati italiani (pacchetto tesseract-ocr-ita).",
                records.documento.id,
                pagina=page.pagina,
            )


def acts_without_number(records: Estrazione) -> Iterator[Segnalazione]:
    """An act of a kind that always has a number, whose number was not found."""
    for act in records.atti:
        if act.numero is None and act.tipo in NUMBERED:
            yield plain(
                "atto_senza_numero",
                "avviso",
                f"Atto di tipo {act.tipo} a pagina {act.pagina_inizio}: numero non trovato.",
                records.documento.id,
                atto_id=act.id,
                pagina=act.pagina_inizio,
            )


def text_without_part(records: Estrazione) -> Iterator[Segnalazione]:
    """A stretch of text that no part of the document claims."""
    position = 0
    leaves = sorted((part.inizio, part.fine) for part in records.parti if part.foglia)
    for start, end in [*leaves, (records.documento.caratteri, records.documento.caratteri)]:
        if start > position:
            yield plain(
                "testo_senza_parte",
                "avviso",
                f"Testo fuori da ogni parte: caratteri da {position} a {start}.",
                records.documento.id,
            )
        position = max(position, end)
