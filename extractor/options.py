"""How files are ingested: what is read how, by whom, with which limits."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field

from extractor.documents import Limits, OcrMode
from extractor.isolation import PRELOADED, Bounds, Pool, Workers
from extractor.pipeline import TEXT_VERSION, VERSION
from extractor.store.ledger import ELSEWHERE


@dataclass(frozen=True)
class Options:
    """How to ingest; ``bounds`` are for each file.

    ``rehash`` reads every file's bytes to tell whether it is known, also where size and times
    say that it is unchanged; ``retry_failed`` tries again what failed before; ``prune`` forgets
    the paths, in the folders given, at which nothing is any more. ``pool`` gives what reads the
    files where this machine does not, and ``workers`` is then of no account. ``parts`` is the
    folder or the address where whatever reads a document writes its Parquet parts too; with
    ``parts_only`` the store has no more of a document than that it was read.
    """

    ocr: OcrMode = "auto"
    limits: Limits = field(default_factory=Limits)
    workers: int = 0
    bounds: Bounds = field(default_factory=Bounds)
    rehash: bool = False
    retry_failed: bool = False
    prune: bool = False
    pool: Callable[[Bounds], Pool] | None = None
    parts: str | None = None
    parts_only: bool = False

    def readers(self) -> Pool:
        """What reads the files."""
        if self.pool:
            return self.pool(self.bounds)
        return Workers(self.workers or os.cpu_count() or 1, self.bounds, PRELOADED)

    @property
    def read_by(self) -> str:
        """What reads a document with these options."""
        return f"{VERSION}/{self.ocr}"

    @property
    def version(self) -> str:
        """What a document read with these options is marked with in the store."""
        return self.read_by + (ELSEWHERE if self.parts_only else "")

    @property
    def text_version(self) -> str:
        """What its kept text is marked with."""
        return f"{TEXT_VERSION}/{self.ocr}"
