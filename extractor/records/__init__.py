"""Facts → records: completed and joined within the act, placed on their pages."""

from extractor.records.assembly import RECORDS_VERSION, Boxes, BoxReader, assemble
from extractor.records.placing import shifted

__all__ = ["RECORDS_VERSION", "BoxReader", "Boxes", "assemble", "shifted"]
