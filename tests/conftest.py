"""What the tests share: the corpus as text and as PDFs, and what to do without a tool."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.documents.ocr import missing

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


@pytest.fixture
def tesseract() -> None:
    """Skip the test where Tesseract or its Italian data are missing; with ``CI`` set, fail it."""
    lack = missing()
    if lack and os.environ.get("CI"):
        pytest.fail(lack)
    if lack:
        pytest.skip(lack)
