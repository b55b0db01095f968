"""File → Document: reading any format into one canonical text with its places."""

from extractor.documents.drawing import draw_pages
from extractor.documents.errors import ReadError, unopened
from extractor.documents.limits import Limits
from extractor.documents.names import readable
from extractor.documents.reader import OcrMode, read, read_all
from extractor.documents.source import Source, fact_boxes

DOCUMENTS_VERSION = 3
"""To be raised whenever a change here changes the text or its places."""

__all__ = [
    "DOCUMENTS_VERSION",
    "Limits",
    "OcrMode",
    "ReadError",
    "Source",
    "draw_pages",
    "fact_boxes",
    "read",
    "read_all",
    "readable",
    "unopened",
]
