"""File → Document: reading any format into one canonical text with its places."""

from extractor.documents.drawing import draw_pages
from extractor.documents.errors import ReadError, unopened
from extractor.documents.held import holding
from extractor.documents.kept import FORMAT as KEPT_FORMAT
from extractor.documents.kept import keep, restore
from extractor.documents.limits import Limits
from extractor.documents.names import readable
from extractor.documents.reader import OcrMode, read, read_all
from extractor.documents.source import Source, fact_boxes
from extractor.documents.within import find_within

DOCUMENTS_VERSION = 4
"""To be raised whenever a change here changes the text or its places."""

__all__ = [
    "DOCUMENTS_VERSION",
    "KEPT_FORMAT",
    "Limits",
    "OcrMode",
    "ReadError",
    "Source",
    "draw_pages",
    "fact_boxes",
    "find_within",
    "holding",
    "keep",
    "read",
    "read_all",
    "readable",
    "restore",
    "unopened",
]
