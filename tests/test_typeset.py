"""The typeset corpus: what the PDF readers are measured on must print what the texts say."""

import json
import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from scripts.typeset import SOURCES, printed_words, typeset

NAMES = sorted(path.stem for path in SOURCES.glob("*.txt"))
BULLETIN = "burl-2017-17-so-parte-1"


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _words(text: str) -> Counter[str]:
    return Counter(bare for word in text.split() if (bare := _bare(word)))


def _pages(path: Path) -> list[str]:
    """Each page's text as pdfium gives it, words divided at line ends joined."""
    document = pypdfium2.PdfDocument(path)
    found = []
    for page in document:
        text = page.get_textpage().get_text_range().replace("\ufffe\r\n", "").replace("\ufffe", "")
        found.append(re.sub(r"(?<=[a-zà-ÿ])-\s+(?=[a-zà-ÿ])", "", text))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_prints_every_word_of_the_text(corpus_pdfs: Path, name: str) -> None:
    source = _words(" ".join(printed_words((SOURCES / f"{name}.txt").read_bytes())))
    printed = _words(" ".join(_pages(corpus_pdfs / f"{name}.pdf")))
    lost = source - printed
    assert lost.total() <= 0.005 * source.total(), lost.most_common(20)


@pytest.mark.parametrize("name", NAMES)
def test_prints_the_words_that_the_gold_rests_on(corpus_pdfs: Path, name: str) -> None:
    """Phrases may be cut by a page or a column; the words of each must all be there."""
    gold = json.loads((SOURCES.parent / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    printed = _words(" ".join(_pages(corpus_pdfs / f"{name}.pdf")))
    phrases = [
        fact["testo"]
        for act in gold["atti"]
        for kind in ("riferimenti", "importi", "codici", "scadenze", "persone")
        for fact in act.get(kind, ())
    ]
    missing = [p for p in phrases if "<" not in p and _words(p) - printed]
    assert len(phrases) > 10
    assert len(missing) <= 0.01 * len(phrases), missing[:10]


def test_the_same_text_gives_the_same_bytes(corpus_pdfs: Path, tmp_path: Path) -> None:
    name = "lombardia-pttd-2021-2023"
    typeset(SOURCES / f"{name}.txt", tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == (corpus_pdfs / f"{name}.pdf").read_bytes()


def test_the_bulletin_stands_on_two_columns_under_a_running_head(corpus_pdfs: Path) -> None:
    document = pypdfium2.PdfDocument(corpus_pdfs / f"{BULLETIN}.pdf")
    page = document[2]
    text = page.get_textpage()
    assert "– 3 –" in text.get_text_range()
    assert "Serie Ordinaria n. 17 - Venerdì 28 aprile 2017" in text.get_text_range()
    middle = page.get_width() / 2
    boxes = [text.get_rect(at) for at in range(text.count_rects())]
    body = [box for box in boxes if box[3] < page.get_height() - 70]
    left = [box for box in body if box[2] <= middle]
    right = [box for box in body if box[0] >= middle]
    assert len(left) > 30
    assert len(right) > 30
    assert len(left) + len(right) > 0.97 * len(body)


def test_tables_are_ruled_and_their_header_comes_again(corpus_pdfs: Path) -> None:
    pages = _pages(corpus_pdfs / f"{BULLETIN}.pdf")
    listed = [page for page in pages if "CONTRIBUTO\r\nCONCESSO" in page or "ID PRATICA" in page]
    assert len(listed) > 5


def test_the_schedule_of_releases_is_a_table_again(corpus_pdfs: Path) -> None:
    text = " ".join(" ".join(_pages(corpus_pdfs / "acss-determinazione-25-2024.pdf")).split())
    assert "24C90-02 Implementazione evoluzioni della soluzione CUP Unico Regionale" in text
    assert "Importo Rilascio al netto di IVA" in text
