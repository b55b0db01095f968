"""The tables of a store as files that other tools read, described as a Data Package."""

from extractor.exports.errors import ExportError
from extractor.exports.schemas import record_schemas
from extractor.exports.tables import FORMATS
from extractor.exports.writing import Wanted, Written, export

__all__ = ["FORMATS", "ExportError", "Wanted", "Written", "export", "record_schemas"]
