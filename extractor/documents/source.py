"""A document as read, with the bytes it was read from: what exact places are looked up in."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.documents import boxes
from extractor.documents.boxes import PageBox
from models import Document
from models.vocabulary import Flusso


@dataclass(frozen=True, slots=True)
class Source:
    """A document and the bytes of the file (or of the entry of a container) it was read from."""

    document: Document
    data: bytes


def fact_boxes(
    source: Source, stream: Flusso, spans: Sequence[tuple[int, int]]
) -> list[tuple[PageBox, ...]]:
    """The boxes of stretches of a document's text, one for each printed line they touch.

    Exact where the source is a PDF with a text layer, else the lines' boxes cut in proportion;
    none for a source without pages drawn.
    """
    data = source.data if source.document.formato == "pdf" else None
    return boxes.fact_boxes(data, source.document, spans, stream)
