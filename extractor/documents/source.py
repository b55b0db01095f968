"""A document as read, with the bytes it was read from: what exact places are looked up in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from extractor.documents import boxes
from extractor.documents.boxes import PageBox
from extractor.documents.errors import ReadError
from extractor.documents.pdf import read_pdf
from extractor.documents.text import read_text
from models import Document
from models.vocabulary import Flusso

OcrMode = Literal["auto", "never", "force"]


@dataclass(frozen=True)
class Limits:
    """Limits."""

    size: int = 500 * 2**20


@dataclass(frozen=True, slots=True)
class Source:
    """A document and the bytes of the file (or of the entry of a container) it was read from."""

    document: Document
    data: bytes


def read_all(
    path: Path, *, ocr: OcrMode = "auto", limits: Limits | None = None
) -> Iterator[Source]:
    """Placeholder dispatch."""
    data = path.read_bytes()
    if not data:
        raise ReadError("Il file è vuoto.")
    reader = read_pdf if b"%PDF-" in data[:1024] else read_text
    yield Source(reader(data, path.name), data)


def fact_boxes(
    source: Source, stream: Flusso, spans: Sequence[tuple[int, int]]
) -> list[tuple[PageBox, ...]]:
    """The boxes of stretches of a document's text, one for each printed line they touch.

    Exact where the source is a PDF with a text layer, else the lines' boxes cut in proportion;
    none for a source without pages drawn.
    """
    data = source.data if source.document.formato.startswith("pdf") else None
    return boxes.fact_boxes(data, source.document, spans, stream)
