"""Facts → records: completed and joined within the act, placed on their pages."""

from extractor.records.assembly import RECORDS_VERSION, BoxReader, Places, assemble
from extractor.records.placing import Boxes, shifted

__all__ = ["RECORDS_VERSION", "BoxReader", "Boxes", "Places", "assemble", "shifted"]
