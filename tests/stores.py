"""Small stores for tests."""

from pathlib import Path

from extractor.ingest import Options, find, ingest


def ingested(database: Path, *paths: Path) -> Path:
    """The store, with the files and folders given read into it by one worker."""
    ingest(find(paths, database), database, Options(workers=1), lambda outcome: None)
    return database
