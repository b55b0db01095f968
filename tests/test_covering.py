"""Finding what must be covered on a page, whatever way the page prints it."""

import io
import sqlite3
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from extractor.documents.page_images import open_page, page_texts
from extractor.ingest import Options, find, ingest
from extractor.originals.covering import Cover, Ink, UncoverableError
from extractor.store.opening import open_read_only
from extractor.store.privacy import Mask
from extractor.store.writer import Store
from models.document import Box
from tests import drawn_pdf as draw

HEAD = ["COMUNE DI VALFIORITA", "DETERMINAZIONE N. 7 DEL 10/01/2024", "OGGETTO: Prova"]


def covered(tmp_path: Path, data: bytes, *hidden: str, page: int = 1) -> list[Box]:
    """The boxes covered on a page of a PDF in which names are hidden."""
    source = tmp_path / "atto.pdf"
    source.write_bytes(data)
    database = tmp_path / "atti.db"
    ingest(find([source], database), database, Options(workers=1, ocr="never"), lambda _: None)
    with Store(database) as store:
        for name in hidden:
            store.hide(name)
    connection = open_read_only(database)
    row = connection.execute("select id from documenti").fetchone()
    cover = Cover(
        connection, Mask(connection), False, row[0], lambda numbers: page_texts(data, numbers)
    )
    with open_page(data, "pdf", page) as shown:
        return cover.boxes(shown, page)


def holds(boxes: list[Box], x: float, y: float) -> bool:
    return any(box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1 for box in boxes)


def test_a_name_divided_at_the_end_of_a_line(tmp_path: Path) -> None:
    data = draw.pdf(
        lambda c: draw.text(
            c, [*HEAD, "di nominare responsabile la dottoressa Anna Ver-", "delli, in servizio."]
        )
    )
    boxes = covered(tmp_path, data, "Anna Verdelli")
    assert holds(boxes, 265, 80 + 3 * 14 + 7)
    assert holds(boxes, 65, 80 + 4 * 14 + 7)
    assert not holds(boxes, 80, 80 + 3 * 14 + 7)


def test_a_name_with_the_surname_first_and_in_capitals(tmp_path: Path) -> None:
    data = draw.pdf(lambda c: draw.text(c, [*HEAD, "VERDELLI ANNA è nominata."]))
    assert holds(covered(tmp_path, data, "Anna Verdelli"), 80, 80 + 3 * 14 + 7)


def test_a_fiscal_code_and_an_account_in_groups(tmp_path: Path) -> None:
    lines = ["C.F. RSSMRA80A01F205X", "IBAN IT60 X054 2811 1010 0000 0123 456"]
    data = draw.pdf(lambda c: draw.text(c, [*HEAD, *lines]))
    boxes = covered(tmp_path, data)
    assert holds(boxes, 110, 80 + 3 * 14 + 7)
    assert holds(boxes, 110, 80 + 4 * 14 + 7)
    assert holds(boxes, 240, 80 + 4 * 14 + 7)


def test_a_page_turned_on_its_side(tmp_path: Path) -> None:
    upright = draw.pdf(lambda c: draw.text(c, [*HEAD, "Anna Verdelli è nominata."]))
    pdf = PdfDocument(upright)
    pdf[0].set_rotation(90)
    turned = io.BytesIO()
    pdf.save(turned)
    boxes = covered(tmp_path, turned.getvalue(), "Anna Verdelli")
    # Shown turned clockwise: what was y from the top is now x from the right edge. The reader
    # takes words that run down a page for a stamp in its margin
    assert holds(boxes, draw.HEIGHT - (80 + 3 * 14 + 6), 80)
    assert not holds(boxes, draw.HEIGHT - (80 + 6), 80)


def test_nothing_private_nothing_covered(tmp_path: Path) -> None:
    data = draw.pdf(lambda c: draw.text(c, [*HEAD, "Anna Verdelli è nominata."]))
    assert covered(tmp_path, data, "Bruna Neri") == []


def test_a_page_that_was_not_read_is_not_shown(tmp_path: Path) -> None:
    data = draw.pdf(
        lambda c: draw.text(c, [*HEAD, "si approva."]),
        lambda c: c.rect(100, 100, 300, 300, fill=1),
        lambda c: None,
    )
    with pytest.raises(UncoverableError, match="non è stata letta"):
        covered(tmp_path, data, page=2)
    assert covered(tmp_path, data, page=3) == []


def test_where_the_words_are_not_on_the_page_it_is_not_shown(tmp_path: Path) -> None:
    data = draw.pdf(lambda c: draw.text(c, [*HEAD, "Anna Verdelli è nominata."]))
    source = tmp_path / "atto.pdf"
    source.write_bytes(data)
    database = tmp_path / "atti.db"
    ingest(find([source], database), database, Options(workers=1, ocr="never"), lambda _: None)
    with Store(database) as store:
        store.hide("Anna Verdelli")
    other = draw.pdf(lambda c: draw.text(c, [*HEAD, "Niente."]))
    connection = sqlite3.connect(database)
    row = connection.execute("select id from documenti").fetchone()
    cover = Cover(
        connection, Mask(connection), False, row[0], lambda numbers: page_texts(other, numbers)
    )
    with open_page(other, "pdf", 1) as shown, pytest.raises(UncoverableError, match="non si trova"):
        cover.boxes(shown, 1)


def test_letters_are_found_whatever_stands_between_them() -> None:
    ink = Ink("di Lu\u00adcìa Can-\r\ntelmo.")
    (place,) = ink.places("luciacantelmo")
    assert ink.testo[slice(*place)].startswith("Lu")
    assert ink.testo[slice(*place)].endswith("telmo")
