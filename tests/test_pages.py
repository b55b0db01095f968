"""`spoglio pages`: each page drawn with its reading order, columns, furniture and tables."""

from pathlib import Path

from PIL import Image

from extractor.documents import draw_pages, read_all

ROOT = Path(__file__).parent.parent


def test_every_page_is_drawn_with_what_was_read(corpus_pdfs: Path, tmp_path: Path) -> None:
    source = next(iter(read_all(corpus_pdfs / "acss-determinazione-25-2024.pdf")))
    pictures = list(draw_pages(source, tmp_path))
    assert len(pictures) == len(source.document.pagine)
    first = Image.open(pictures[0])
    page = source.document.pagine[0]
    assert abs(first.width / first.height - page.larghezza / page.altezza) < 0.01
    colours = {colour for _, colour in first.getcolors(maxcolors=2**20) or []}
    assert (210, 30, 30) in colours  # the order of the paragraphs


def test_a_text_has_no_pages_to_draw(tmp_path: Path) -> None:
    source = next(iter(read_all(ROOT / "corpus/documents/lombardia-pttd-2021-2023.txt")))
    assert list(draw_pages(source, tmp_path)) == []
