"""Which files of a folder are ready to be ingested: new or changed, and no longer being written."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from extractor.paths import Found

SETTLED = 3.0
"""Seconds for which a file must not change before it is taken to be whole."""


class Arrivals:
    """The files seen so far, and when each was last seen to change."""

    def __init__(self, settled: float = SETTLED, clock: Callable[[], float] = time.monotonic):
        self._settled = settled
        self._clock = clock
        self._seen: dict[Found, tuple[tuple[int, int], float]] = {}
        self._given: dict[Found, tuple[int, int]] = {}

    def ready(self, found: Sequence[Found]) -> list[Found]:
        """Of the files found now, those new or changed since they were given and at rest; each is
        given once. Those that are gone are forgotten."""
        now = self._clock()
        for gone in self._seen.keys() - set(found):
            del self._seen[gone]
            self._given.pop(gone, None)
        return [one for one in found if self._is_ready(one, now)]

    def _is_ready(self, one: Found, now: float) -> bool:
        try:
            status = Path(one.cartella, one.percorso).stat()
        except OSError:
            return False  # gone between the look at the folder and this one, or not to be opened
        mark = (status.st_size, status.st_mtime_ns)
        if self._given.get(one) == mark:
            return False
        before, since = self._seen.get(one, (None, now))
        if mark != before:
            self._seen[one] = (mark, now)
            return False
        if now - since < self._settled:
            return False
        self._given[one] = mark
        return True
