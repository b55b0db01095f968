"""What became of the paths of an ingest, one by one and all together."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.store.prepared import Prepared
from models import Documento, File


class Outcome(NamedTuple):
    """What became of a path: its row, the documents read from it, whether it was known.

    ``again`` is whether the documents were extracted from their kept texts; ``behind``, of a file
    that is nowhere any more, how many like it are still to be brought to this version.
    """

    file: File
    documents: tuple[Prepared, ...] = ()
    known: bool = False
    again: bool = False
    behind: int | None = None

    @property
    def unread(self) -> list[Documento]:
        """The entries of the file, an archive or a message, that could not be read."""
        found = (records.documento for records in self.documents)
        return [document for document in found if document.stato != "ok"]

    @property
    def pages(self) -> int:
        """The pages of its documents."""
        return self.count("pagine")

    def count(self, table: str) -> int:
        """The rows of its documents in a table."""
        return sum(records.count(table) for records in self.documents)


@dataclass
class Summary:
    """What an ingest did."""

    files: int = 0
    known: int = 0
    again: int = 0
    """Files whose documents were extracted from their kept texts."""
    gone: int = 0
    """Files that are nowhere any more, whose documents were extracted so too."""
    pages: int = 0
    records: Counter[str] = field(default_factory=Counter)
    failures: int = 0
    known_failures: int = 0
    """Of the failures, those of before, not tried again."""
    unread: int = 0
    """Entries of archives and messages that could not be read."""
    moved: int = 0
    """Paths forgotten because their content is at another path now."""
    pruned: int = 0
    """Paths forgotten because nothing is there any more."""
    forgotten: int = 0
    """Documents forgotten with them."""
    left: int = 0
    """Paths not tried, because the run was asked to stop."""

    def add(self, outcome: Outcome) -> None:
        """Count one more path."""
        there = outcome.behind is None
        self.files += there
        self.gone += not there
        failed = outcome.file.stato != "ok"
        self.known += outcome.known and not failed
        self.again += outcome.again
        self.failures += failed
        self.known_failures += failed and outcome.known
        self.unread += len(outcome.unread)
        self.pages += outcome.pages
        for records in outcome.documents:
            self.records["documenti"] += 1
            self.records.update({name: len(rows) for name, rows in records.righe.items()})
