"""File → Document: reading any format into one canonical text with its places."""

from extractor.documents.errors import ReadError
from extractor.documents.source import Limits, OcrMode, Source, fact_boxes, read_all

DOCUMENTS_VERSION = 1
"""To be raised whenever a change here changes the text or its places."""

__all__ = [
    "DOCUMENTS_VERSION",
    "Limits",
    "OcrMode",
    "ReadError",
    "Source",
    "fact_boxes",
    "read_all",
]
