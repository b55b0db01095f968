"""In a worker: the records of a file's documents, from the file or from their kept texts."""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from extractor.addresses import Address, fetch
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
from extractor.registry.gathering import with_names
from extractor.store.ledger import UNPLACED
from extractor.store.prepared import Prepared, prepare
from models import Document, Estrazione


class Extracted(NamedTuple):
    """A document's records as a store takes them, its text as bytes to be kept (None: kept
    already), the seconds.

    ``placed`` is whether every place is that of the words, as it is not where the file that says
    so is gone.
    """

    records: Prepared
    text: bytes | None
    seconds: float
    placed: bool = True

    def marked(self, version: str) -> str:
        """What the document is marked with, read by ``version``."""
        return version + ("" if self.placed else UNPLACED)


@dataclass(frozen=True)
class Kept:
    """A document that was read before: its text, and the boxes looked up then (JSON)."""

    text: bytes
    boxes: Sequence[tuple[str, int, int, str]]


class Sent(NamedTuple):
    """A file as its name and bytes, for who does not see it."""

    nome: str
    dati: bytes


Place = Path | Address | Sent
"""Where a worker gets the bytes of a file."""


def extract_file(file: Place, ocr: OcrMode, limits: Limits) -> list[Extracted]:
    """The documents of a file, its own first. Raises ReadError."""
    extracted: list[Extracted] = []
    where = file if isinstance(file, Path) else _bytes(file, limits)
    documents = extract_all(where, _name(file), ocr=ocr, limits=limits)
    while one := _extracted(documents):
        extracted.append(one)
    return extracted


def _extracted(documents: Iterator[tuple[Document, Estrazione]]) -> Extracted | None:
    """The next of the documents; what it is made of is let go before garbage is looked for."""
    start = time.perf_counter()
    with uncollected():
        read = next(documents, None)
        if read is None:
            return None
        document, records = read
        made, text = with_names(prepare(records)), keep(document)
        del read, document, records
    return Extracted(made, text, time.perf_counter() - start)


def extract_new(address: Address, known: str, ocr: OcrMode, limits: Limits) -> list[Extracted]:
    """The same of a file at an address; nothing if its bytes have the SHA-256 ``known``."""
    data = fetch(address, limits)
    if sha256(data).hexdigest() == known:
        return []
    return extract_file(Sent(address.nome, data), ocr, limits)


def extract_kept(
    file: Place | None, kept: Sequence[Kept], containers: Mapping[str, str | None], limits: Limits
) -> list[Extracted]:
    """The same from texts kept; the file is opened only for the places of words not looked up.

    Of a file that is nowhere any more, None, those places are cut from the lines'.
    ``containers`` has the container of each document that stands in another of the file's.
    Raises ReadError when the file is needed and is not what it was.
    """
    extracted = []

    @cache
    def whole() -> bytes:
        assert file
        return _bytes(file, limits)

    for one in kept:
        start = time.perf_counter()
        with uncollected():
            document = restore(one.text)
            chain = _chain(document.id, containers)
            data = partial(_within, whole, chain, limits) if file else _Gone()
            made = with_names(prepare(to_records_again(document, _known(one.boxes), data)))
        placed = not isinstance(data, _Gone) or not data.wanted
        extracted.append(Extracted(made, None, time.perf_counter() - start, placed))
    return extracted


class _Gone:
    """Gives nothing for a file that is gone, and knows that it was wanted."""

    wanted = False

    def __call__(self) -> bytes:
        self.wanted = True
        return b""


def _bytes(file: Place, limits: Limits) -> bytes:
    """The bytes of a file. Raises ReadError."""
    if isinstance(file, Sent):
        return file.dati
    if isinstance(file, Address):
        return fetch(file, limits)
    try:
        limits.check_size(file.stat().st_size)
        return file.read_bytes()
    except OSError as error:
        raise ReadError(unopened(error)) from error


def _name(file: Place) -> str:
    return file.name if isinstance(file, Path) else file.nome


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
