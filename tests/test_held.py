"""Pages stay open between reading and looking places up, and what is found is the same."""

from pathlib import Path

import pytest

from extractor.documents import Limits, holding, read_all
from extractor.documents import held as held_pages
from extractor.documents.held import held
from extractor.pipeline import extract, to_records


def test_the_same_places_are_found_in_pages_that_stayed_open(
    corpus_pdfs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = corpus_pdfs / "acss-determinazione-25-2024.pdf"
    anew = [to_records(source) for source in read_all(path, ocr="never")]
    assert extract(path, ocr="never") == anew
    with holding():
        (source,) = read_all(path, ocr="never")
        every = len(source.document.pagine)
        assert sum(number in held(source.data) for number in range(every + 1)) == every > 2
        assert 1 not in held(bytes(bytearray(source.data)))  # as long, but another file
    assert 1 not in held(source.data)
    # With room for some pages only, the others are opened again
    monkeypatch.setattr(held_pages, "_MOST", 12_000)
    with holding():
        (source,) = read_all(path, ocr="never", limits=Limits())
        assert 0 < sum(number in held(source.data) for number in range(every + 1)) < every
        assert to_records(source) == anew[0]
