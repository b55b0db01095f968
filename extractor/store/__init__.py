"""Records → SQLite, and search in it."""

from extractor.store.search import HIGHLIGHT, Hit, SearchError, fts_query, search
from extractor.store.writer import Store, StoreError

__all__ = ["HIGHLIGHT", "Hit", "SearchError", "Store", "StoreError", "fts_query", "search"]
