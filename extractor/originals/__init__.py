"""The original files of a store, and their pages as pictures without what must not be shown."""

from extractor.documents.page_images import has_pages
from extractor.originals.pictures import (
    DPI,
    FINE_DPI,
    Job,
    Picture,
    PictureError,
    original_bytes,
    picture,
)

__all__ = [
    "DPI",
    "FINE_DPI",
    "Job",
    "Picture",
    "PictureError",
    "has_pages",
    "original_bytes",
    "picture",
]
