"""What the tests share: the corpus as text and as PDFs, and what to do without a tool."""

import fcntl
import os
import pickle
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from extractor.documents.ocr import missing
from extractor.ingest import Options, find, ingest
from extractor.pipeline import extract_all
from models import Document, Estrazione
from scripts.typeset import SOURCES, typeset

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"

LONGEST = (
    "test_exports", "test_scans", "test_browser", "test_faults", "test_accuracy",
    "test_ingest_again", "test_fetch", "test_pdf", "test_site_acts", "test_exports_since",
    "test_cli", "test_ingest",
)  # fmt: skip
"""The files that take seconds, the longest first."""

Extracted = Callable[[Path], tuple[Document, Estrazione]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files come first: begun last, one would leave the other worker idle."""
    places = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(LONGEST)))


def _shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run that all its workers use."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if os.environ.get("PYTEST_XDIST_WORKER") else folder


@pytest.fixture(scope="session")
def corpus_pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every document of the corpus typeset as a PDF, made once for all workers."""
    shared = _shared(tmp_path_factory)
    folder = shared / "corpus-pdf"
    with (shared / "corpus-pdf.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = shared / "corpus-pdf-unfinished"
            for source in SOURCES.glob("*.txt"):
                typeset(source, unfinished / f"{source.stem}.pdf")
            unfinished.rename(folder)
    return folder


@pytest.fixture(scope="session")
def corpus_store(corpus_pdfs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with every document of the corpus, read from its PDF; made once, only to be read."""
    folder = corpus_pdfs.parent
    with (folder / "corpus-store.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        database = folder / "corpus-store.db"
        if not database.exists():
            # Under another name until it is whole
            unfinished = folder / "corpus-store-unfinished.db"
            ingest(find([corpus_pdfs], unfinished), unfinished, Options(), lambda outcome: None)
            unfinished.rename(database)
    return database


@pytest.fixture(scope="session")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Extracted:
    """The text and the records of a file of the corpus, read once for all workers."""
    folder = _shared(tmp_path_factory) / "extracted"
    folder.mkdir(exist_ok=True)

    @cache
    def read(path: Path) -> tuple[Document, Estrazione]:
        kept = folder / f"{path.name}.pickle"
        with (folder / f"{path.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not kept.exists():
                kept.write_bytes(pickle.dumps(next(iter(extract_all(path)))))
        found: tuple[Document, Estrazione] = pickle.loads(kept.read_bytes())
        return found

    return read


@pytest.fixture
def tesseract() -> None:
    """Skip the test where Tesseract or its Italian data are missing; with ``CI`` set, fail it."""
    lack = missing()
    if lack and os.environ.get("CI"):
        pytest.fail(lack)
    if lack:
        pytest.skip(lack)
