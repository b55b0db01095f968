"""In a worker: the records of a file's documents, from the file or from their kept texts."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from extractor.documents import (
    Limits,
    OcrMode,
    ReadError,
    find_within,
    keep,
    restore,
    unopened,
)
from extractor.garbage import uncollected
from extractor.pipeline import KnownBoxes, extract_all, to_records_again
from extractor.store.prepared import Prepared, prepare


class Extracted(NamedTuple):
    """A document's records as a store takes them, its text as bytes to be kept (None: kept
    already), the seconds."""

    records: Prepared
    text: bytes | None
    seconds: float


@dataclass(frozen=True)
class Kept:
    """A document that was read before: its text, and the boxes looked up then (JSON)."""

    text: bytes
    boxes: Sequence[tuple[str, int, int, str]]


def extract_file(path: Path, ocr: OcrMode, limits: Limits) -> list[Extracted]:
    """The documents of a file, its own first. Raises ReadError."""
    extracted: list[Extracted] = []
    documents = extract_all(path, ocr=ocr, limits=limits)
    while True:
        start = time.perf_counter()
        with uncollected():
            read = next(documents, None)
            if read is None:
                return extracted
            document, records = read
            made, text = prepare(records), keep(document)
        extracted.append(Extracted(made, text, time.perf_counter() - start))


def extract_kept(
    path: Path, kept: Sequence[Kept], containers: Mapping[str, str | None], limits: Limits
) -> list[Extracted]:
    """The same from texts kept; the file is opened only for the places of words not looked up.

    ``containers`` has the container of each document that stands in another of the file's.
    Raises ReadError when the file is needed and is not what it was.
    """
    extracted = []

    @cache
    def whole() -> bytes:
        try:
            limits.check_size(path.stat().st_size)
            return path.read_bytes()
        except OSError as error:
            raise ReadError(unopened(error)) from error

    for one in kept:
        start = time.perf_counter()
        with uncollected():
            document = restore(one.text)
            chain = _chain(document.id, containers)
            data = partial(_within, whole, chain, limits)
            made = prepare(to_records_again(document, _known(one.boxes), data))
        extracted.append(Extracted(made, None, time.perf_counter() - start))
    return extracted


def _within(whole: Callable[[], bytes], chain: Sequence[str], limits: Limits) -> bytes:
    return find_within(whole(), chain, limits)


def _chain(documento_id: str, containers: Mapping[str, str | None]) -> list[str]:
    """The ids from the file's own document down to this one."""
    chain = [documento_id]
    while (container := containers.get(chain[0])) and container not in chain:
        chain.insert(0, container)
    return chain


def _known(boxes: Sequence[tuple[str, int, int, str]]) -> KnownBoxes:
    return {
        ("margine" if stream == "margine" else "testo", start, end): tuple(
            (page, x0, y0, x1, y1) for page, x0, y0, x1, y1 in json.loads(rectangles)
        )
        for stream, start, end, rectangles in boxes
    }
