"""Reading PDFs: what is refused, what is kept of a page, and where its words stand."""

import io
import re
import time
from collections import Counter
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest
from PIL.Image import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extractor.documents import read
from extractor.documents.errors import ReadError
from extractor.documents.glyphs import plain, usable
from extractor.documents.layout import PrintedLine
from extractor.documents.pdf import fact_boxes, read_pdf
from models import Document
from scripts.typeset import SOURCES, printed_words
from tests.conftest import Extracted
from tests.drawn_pdf import pdf, text

FILES = Path(__file__).parent / "files"
NAMES = sorted(path.stem for path in SOURCES.glob("*.txt"))
PARAGRAPH = [
    "Visto il decreto legislativo 18 agosto 2000, n. 267, e in particolare gli articoli 107",
    "e 183, che attribuiscono ai dirigenti la gestione finanziaria, tecnica e amministrativa",
    "dell'ente, compresa l'adozione degli atti che lo impegnano verso l'esterno;",
]


def paragraph(canvas: Canvas) -> None:
    text(canvas, PARAGRAPH, width=430)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf(paragraph, password="segreta"), "cifrato"),
        (pdf(paragraph)[:400], "danneggiato"),
        (b"%PDF-1.4\n", "danneggiato"),
        (b"", "danneggiato"),
    ],
)
def test_refuses_what_cannot_be_read(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as error:
        read_pdf(data, "atto.pdf")
    assert "\n" not in str(error.value)


def test_a_document_is_known_by_its_bytes() -> None:
    data = pdf(paragraph)
    document = read_pdf(data, "atto.pdf")
    assert (document.id, document.nome, document.formato) == (
        sha256(data).hexdigest(),
        "atto.pdf",
        "pdf",
    )
    assert document == read_pdf(data, "atto.pdf")


def test_a_blank_page_is_no_scan() -> None:
    document = read_pdf(pdf(paragraph, lambda canvas: None), "atto.pdf")
    assert [page.lettura for page in document.pagine] == ["testo", "nessuna"]
    assert document.avvisi == ()
    assert document.pagine[1].inizio == document.pagine[1].fine


def scan(canvas: Canvas) -> None:
    """A page that is all picture, with a registry's stamp printed on it."""
    from PIL import Image as Pictures

    picture = Pictures.new("L", (60, 80), 200)
    canvas.drawInlineImage(picture, 0, 0, 595, 842)
    text(canvas, ["Prot. n. 0001234 del 02/03/2026"], left=400, top=10, size=8)


def recognised(picture: Image, width: float, height: float) -> list[PrintedLine]:
    """What a recogniser would give for ``scan``: one line, and the stamp once more."""
    assert picture.width > 2000
    assert (width, height) == (595, 842)
    words = ["Determinazione", "riconosciuta"]
    line = PrintedLine(" ".join(words), 60, 100, 300, 112, [(words[0], 60, 170)])
    stamp = PrintedLine("Prot, n, 0001234", 400, 11, 500, 19, [("Prot,", 400, 420)])
    return [line, stamp]


def test_a_scan_with_a_stamp_is_recognised_and_its_stamp_kept_as_printed() -> None:
    document = read_pdf(pdf(scan), "atto.pdf", ocr=recognised)
    assert document.pagine[0].lettura == "ocr"
    assert "Determinazione riconosciuta" in document.testo
    assert (document.testo + document.margine).count("0001234") == 1


def test_a_scan_is_named_when_nothing_recognises_it() -> None:
    document = read_pdf(pdf(scan), "atto.pdf")
    assert document.pagine[0].lettura == "nessuna"
    assert "pagina 1" in document.avvisi[0]


def test_lines_of_a_paragraph_are_joined_and_placed() -> None:
    document = read_pdf(pdf(paragraph), "atto.pdf")
    assert document.testo == " ".join(PARAGRAPH) + "\n"
    at = document.testo.index("articoli 107 e 183")
    (boxes,) = fact_boxes(pdf(paragraph), document, [(at, at + len("articoli 107 e 183"))])
    first, second = boxes
    assert first[0] == second[0] == 1
    assert first[3] == pytest.approx(490, abs=3)
    assert second[1] == pytest.approx(60, abs=1)
    assert second[2] > first[2]


def test_boxes_hold_exactly_the_words_asked_for(corpus_pdfs: Path) -> None:
    data = (corpus_pdfs / "acss-determinazione-25-2024.pdf").read_bytes()
    document = read_pdf(data, "atto.pdf")
    spans = [match.span() for match in re.finditer(r"\d{1,2}/\d{2}/\d{4}", document.testo)]
    assert len(spans) > 20
    right = 0
    with pypdfium2.PdfDocument(data) as source:
        for (start, end), boxes in zip(spans, fact_boxes(data, document, spans), strict=True):
            found = ""
            for number, x0, y0, x1, y1 in boxes:
                page = source[number - 1]
                middle, height = page.get_height() - (y0 + y1) / 2, (y1 - y0) / 4
                found += page.get_textpage().get_text_bounded(
                    x0 + 1, middle - height, x1 - 1, middle + height
                )
            right += found.split() == document.testo[start:end].split()
    assert right == len(spans)


def test_boxes_of_margins_and_without_the_file() -> None:
    def page(canvas: Canvas) -> None:
        paragraph(canvas)
        text(canvas, ["Comune di Prova - C.F. 00012345678"], top=800, size=8)

    data = pdf(page, page)
    document = read_pdf(data, "atto.pdf")
    at = document.margine.index("00012345678")
    ((exact,),) = fact_boxes(data, document, [(at, at + 11)], "margine")
    ((about,),) = fact_boxes(None, document, [(at, at + 11)], "margine")
    assert exact[0] == about[0] == 1
    assert exact[1:] == pytest.approx(about[1:], abs=15)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("turned", ["page", "writing"])
def test_turned_pages_are_read_and_placed_as_shown(degrees: int, turned: str) -> None:
    def page(canvas: Canvas) -> None:
        if turned == "page":
            canvas.setPageRotation(degrees)
        else:
            canvas.translate(421, 421)
            canvas.rotate(degrees)
            canvas.translate(-421, -421)
        text(canvas, [f"Riga {at} di un testo scritto di traverso" for at in range(24)], left=100)

    document = read_pdf(pdf(page, size=(842, 842)), "atto.pdf")
    assert document.testo.startswith("Riga 0 di un testo")
    assert re.findall(r"Riga (\d+)", document.testo) == [str(at) for at in range(24)]
    box = document.righe[0].riquadro
    x, y, far = 100, 842 - (842 - 80 - 11), 842
    clockwise = degrees if turned == "page" else (360 - degrees) % 360
    start = {0: (x, y), 90: (far - y, x), 180: (far - x, far - y), 270: (y, far - x)}[clockwise]
    inside = (box.x0 - 12 < start[0] < box.x1 + 12, box.y0 - 12 < start[1] < box.y1 + 12)
    assert inside == (True, True), (box, start)


def test_a_font_without_a_map_is_not_text() -> None:
    assert usable("Il dirigente del settore")
    assert not usable("\x01\x02\x03\x04\x05 \x06\x07\x08")
    assert not usable(" ")
    assert plain("ﬁnanziaria e ef\xadfettiva") == "finanziaria e effettiva"


def test_characters_as_a_word_processor_sets_them() -> None:
    """A letter-spaced heading, ligatures, soft hyphens, bullets without a Unicode map, headers
    odd and even, a page on its side."""
    document = read_pdf((FILES / "caratteri.pdf").read_bytes(), "caratteri.pdf")
    blocks = document.testo.splitlines()
    assert blocks[0] == "ORDINA"
    assert blocks[1].startswith("La configurazione degli uffici dell’amministrazione comunale")
    assert "riordinamento dei servizi demografici e la riclassificazione" in blocks[1]
    assert blocks[2:4] == ["• l’ufficio anagrafe;", "• l’ufficio tributi."]
    assert blocks[-1].startswith("Allegato A, su un foglio coricato")
    assert document.pagine[-1].larghezza > document.pagine[-1].altezza
    assert document.margine.splitlines() == [
        "Regolamento del mercato settimanale",
        "Comune di Roccalieta",
    ]
    assert [len(page.arredi) for page in document.pagine] == [1, 1, 1, 1, 0]


def _mismapped() -> bytes:
    """A page whose font says other letters than it draws: each as far back in the alphabet as
    some printer drivers put them."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=0, invariant=1)
    canvas.setFont("Vera", 13)
    for at, line in enumerate(MISMAPPED):
        canvas.drawString(60, 760 - 20 * at, line)
    canvas.save()
    return re.sub(
        rb"(?m)^<([2-7][0-9A-F])> <00\1>$",
        lambda pair: b"<%s> <%04X>" % (pair[1], int(pair[1], 16) - 29),
        out.getvalue(),
    )


MISMAPPED = [
    "Il responsabile del servizio finanziario esprime parere favorevole",
    "sulla regolarità contabile della presente determinazione dirigenziale.",
]


def test_a_page_whose_font_lies_is_not_taken_for_text() -> None:
    document = read_pdf(_mismapped(), "atto.pdf")
    assert document.testo == ""
    assert document.pagine[0].lettura == "nessuna"
    assert "riconoscimento ottico" in document.avvisi[0]


@pytest.mark.usefixtures("tesseract")
def test_a_page_whose_font_lies_is_read_optically() -> None:
    document = read(_mismapped(), "atto.pdf")
    assert document.pagine[0].lettura == "ocr"
    assert "esprime parere favorevole" in document.testo


def _ink(text: str) -> Counter[str]:
    """The characters that leave ink, hyphens apart: those at line ends are joined."""
    return Counter(char for char in text if not char.isspace() and char not in "-\u2010\ufffe")


def _kept(document: Document) -> Counter[str]:
    furniture = (piece.testo for page in document.pagine for piece in page.arredi)
    return _ink(document.testo) + _ink("".join(furniture))


@pytest.mark.parametrize("name", NAMES)
def test_no_character_is_lost(corpus_pdfs: Path, extracted: Extracted, name: str) -> None:
    path = corpus_pdfs / f"{name}.pdf"
    with pypdfium2.PdfDocument(path) as source:
        printed = plain("".join(page.get_textpage().get_text_range() for page in source))
    assert _ink(printed) - _kept(extracted(path)[0]) == Counter()


@pytest.mark.parametrize("name", NAMES)
def test_words_come_in_the_order_of_the_text(
    corpus_pdfs: Path, extracted: Extracted, name: str
) -> None:
    """All but 0.1 % of the words printed, in order."""
    ours = extracted(corpus_pdfs / f"{name}.pdf")[0].testo.split()
    theirs = printed_words((SOURCES / f"{name}.txt").read_bytes())
    assert _in_order(theirs, ours) >= 0.999 * len(theirs)


def _in_order(expected: list[str], found: list[str]) -> int:
    matcher = SequenceMatcher(None, expected, found, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _cells(document: Document) -> list[str]:
    """The words of each cell that has any, without white space, in order."""
    cells = (cell for table in document.tabelle for row in table.righe for cell in row)
    words = ("".join(document.testo[cell.inizio : cell.fine].split()) for cell in cells)
    return [word for word in words if word]


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("agid-piemonte-accordo-2019", 0.98),
        ("burl-2017-17-so-parte-1", 0.999),
        ("lombardia-pttd-2021-2023", 1.0),
    ],
)
def test_tables_have_the_cells_of_the_text(
    corpus_pdfs: Path, extracted: Extracted, name: str, floor: float
) -> None:
    """The PDF may have more tables: those that the text shows by their headers only."""
    printed = extracted(corpus_pdfs / f"{name}.pdf")[0]
    written = _cells(extracted(SOURCES / f"{name}.txt")[0])
    assert len(written) > 200
    assert _in_order(written, _cells(printed)) >= floor * len(written)


@pytest.mark.parametrize("name", NAMES)
def test_offsets_hold(corpus_pdfs: Path, extracted: Extracted, name: str) -> None:
    """Lines are in order and inside their pages; cells hold no tab; the text is as promised."""
    document, _ = extracted(corpus_pdfs / f"{name}.pdf")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\ufffe]|  ", document.testo)
    for before, after in zip(document.righe, document.righe[1:], strict=False):
        assert before.inizio < before.fine <= after.inizio
    assert [page.inizio for page in document.pagine] == sorted(
        page.inizio for page in document.pagine
    )
    for line in document.righe:
        page = document.pagine[line.pagina - 1]
        assert -1 <= line.riquadro.x0 < line.riquadro.x1 <= page.larghezza + 1
        assert -1 <= line.riquadro.y0 < line.riquadro.y1 <= page.altezza + 1
    for table in document.tabelle:
        for row in table.righe:
            words = document.testo[row[0].inizio : row[-1].fine]
            assert words.split("\t") == [document.testo[c.inizio : c.fine] for c in row]


def test_a_page_strewn_with_pieces_takes_bounded_time() -> None:
    def strewn(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 6)
        for at in range(9000):
            canvas.drawString(
                at * 7919 % 560, at * 104729 % 800, ("1.", "ab", "12,50", "-")[at % 4]
            )

    start = time.perf_counter()
    document = read_pdf(pdf(strewn), "atto.pdf")
    assert time.perf_counter() - start < 20
    assert "prime 6000 righe" in document.avvisi[0]
