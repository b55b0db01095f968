"""What the tests share: the corpus as text and as PDFs, and what to do without a tool."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.documents.ocr import missing
from extractor.ingest import Options, find, ingest

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus"


@pytest.fixture(scope="session")
def corpus_pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every document of the corpus typeset as a PDF, made once for all workers."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    folder = shared / "corpus-pdf"
    with (shared / "corpus-pdf.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            subprocess.run(
                [sys.executable, ROOT / "scripts/typeset.py", "--to", folder], check=True, cwd=ROOT
            )
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


@pytest.fixture
def tesseract() -> None:
    """Skip the test where Tesseract or its Italian data are missing; with ``CI`` set, fail it."""
    lack = missing()
    if lack and os.environ.get("CI"):
        pytest.fail(lack)
    if lack:
        pytest.skip(lack)
