"""Scans: pages without text are straightened, read optically, and their places kept."""

import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from extractor.documents import ReadError, ocr, read
from extractor.documents.drawn import without_strokes
from extractor.documents.skew import skew, straightened, turned_back
from scripts.scan import scan, scanned
from scripts.typeset import SOURCES, typeset
from tests import drawn_pdf as draw

FILES = Path(__file__).parent / "files"
reads = pytest.mark.usefixtures("tesseract")


@pytest.fixture(scope="module")
def scan_of_the_act(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("scan") / "scansione.pdf"
    scan(FILES / "atto.pdf", target, [1])
    return target


@pytest.mark.parametrize("degrees", [-3.0, -1.0, 0.0, 0.4, 2.0])
def test_the_turn_of_a_page_is_measured(degrees: float) -> None:
    page = pypdfium2.PdfDocument(FILES / "atto.pdf")[0]
    assert skew(scanned(page, degrees, seed=1)) == pytest.approx(degrees, abs=0.21)


def test_a_blank_page_is_not_turned() -> None:
    assert skew(Image.new("L", (800, 1000), 250)) == 0.0


def test_places_go_back_to_the_page_as_scanned() -> None:
    """A mark on a turned page is found where it is after straightening and turning back."""
    page = Image.new("L", (600, 800), "white")
    ImageDraw.Draw(page).rectangle((500, 100, 506, 106), fill="black")
    turned = page.rotate(-2, Image.Resampling.BICUBIC, fillcolor="white")
    level = straightened(turned, 2.0)
    box = Image.eval(level, lambda value: 255 - value).point(lambda v: 255 * (v > 128)).getbbox()
    assert box is not None
    x, y = turned_back((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, 600, 800, 2.0)
    assert turned.getpixel((round(x), round(y))) < 60


def test_ruling_lines_are_found_and_wiped_out() -> None:
    page = Image.new("L", (900, 600), "white")
    draw = ImageDraw.Draw(page)
    draw.line((50, 100, 850, 100), fill=0, width=3)
    draw.line((50, 100, 50, 500), fill=0, width=3)
    draw.rectangle((300, 300, 340, 340), fill=0)
    bare, strokes = without_strokes(page, 300)
    assert len(strokes) == 2
    assert bare.getpixel((450, 100)) == bare.getpixel((50, 300)) == 255
    assert bare.getpixel((320, 320)) == 0


@reads
def test_a_scan_is_read_with_its_places(scan_of_the_act: Path) -> None:
    document = read(scan_of_the_act)
    assert [page.lettura for page in document.pagine] == ["ocr"]
    assert "Visto il decreto legislativo 31 marzo 2023, n. 36" in document.testo
    assert "B1A2C3D4E5" in document.testo
    assert "• la sicurezza dei locali." in document.testo
    text = read(FILES / "atto.pdf")
    for words in ("DETERMINAZIONE", "Alfa", "pubblicare"):
        there, here = (
            d.line_at(d.testo.index(words)) for d in (document, text)
        )  # fmt: skip
        assert there is not None
        assert here is not None
        assert there.riquadro.y0 == pytest.approx(here.riquadro.y0, abs=12)


@reads
def test_reading_optically_can_be_forced_or_forbidden(scan_of_the_act: Path) -> None:
    printed = draw.pdf(lambda canvas: draw.text(canvas, ["Il dirigente del settore determina"]))
    assert read(printed, "atto.pdf").pagine[0].lettura == "testo"
    assert read(printed, "atto.pdf", ocr="force").pagine[0].lettura == "ocr"
    unread = read(scan_of_the_act, ocr="never")
    assert unread.testo == ""
    assert [page.lettura for page in unread.pagine] == ["nessuna"]
    assert "riconoscimento ottico" in unread.avvisi[0]


@reads
@pytest.mark.parametrize("degrees", [180, pytest.param(90, marks=pytest.mark.long)])
def test_a_page_on_its_head_or_side_is_set_upright(degrees: int, tmp_path: Path) -> None:
    """The upper half of a page, which says enough."""
    page = pypdfium2.PdfDocument(FILES / "atto.pdf")[0]
    whole = scanned(page, 0.0, seed=1)
    half = whole.crop((0, 0, whole.width, whole.height // 2))
    half.rotate(degrees, expand=True).save(tmp_path / "atto.png", dpi=(200, 200))
    document, printed = read(tmp_path / "atto.png"), read(FILES / "atto.pdf")
    assert "Visto il decreto legislativo 31 marzo 2023, n. 36" in document.testo
    if degrees == 180:
        turned, upright = (
            d.line_at(d.testo.index("Visto il decreto")) for d in (document, printed)
        )
        assert turned is not None
        assert upright is not None
        height = page.get_height() / 2
        assert turned.riquadro.y1 == pytest.approx(height - upright.riquadro.y0, abs=12)


@reads
def test_an_image_file_is_a_page(tmp_path: Path) -> None:
    picture = pypdfium2.PdfDocument(FILES / "atto.pdf")[0].render(scale=200 / 72).to_pil()
    picture.save(tmp_path / "atto.tif", dpi=(200, 200), compression="tiff_lzw")
    document = read(tmp_path / "atto.tif")
    assert document.formato == "tiff"
    assert "DETERMINAZIONE DEL RESPONSABILE DEL SERVIZIO" in document.testo
    assert document.pagine[0].larghezza == pytest.approx(612, abs=2)


def test_without_tesseract_the_message_says_what_to_install(
    scan_of_the_act: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    ocr.missing.cache_clear()
    try:
        document = read(scan_of_the_act)
        with pytest.raises(ReadError, match="apt-get install tesseract-ocr tesseract-ocr-ita"):
            read(scan_of_the_act, ocr="force")
    finally:
        ocr.missing.cache_clear()
    assert document.pagine[0].lettura == "nessuna"
    assert "tesseract-ocr-ita" in document.avvisi[-1]


def _words(text: str) -> Counter[str]:
    """Words, with the quotes and dashes that recognition does not tell apart made one."""
    table = str.maketrans("’‘“”–−‐—«»", '\'\'""----""')
    return Counter(text.translate(table).replace("O1.2017", "01.2017").split())


@reads
@pytest.mark.long
def test_scans_of_the_corpus_keep_their_words(tmp_path: Path) -> None:
    """200 dpi, noise, 1° of skew: at least 97 % of words, 98 % of amounts and codes."""
    pages = {
        "acss-determinazione-25-2024": [2, 12, 17],
        "burl-2017-17-so-parte-1": [3, 12, 49],
        "agid-piemonte-accordo-2019": [5],
        "lombardia-pttd-2021-2023": [4],
    }
    printed: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for name, numbers in pages.items():
        typeset(SOURCES / f"{name}.txt", tmp_path / "testo.pdf")
        scan(tmp_path / "testo.pdf", tmp_path / "scansione.pdf", numbers)
        whole = pypdfium2.PdfDocument(tmp_path / "testo.pdf")
        part = pypdfium2.PdfDocument.new()
        part.import_pages(whole, [number - 1 for number in numbers])
        part.save(tmp_path / "parte.pdf")
        words = _words(read(tmp_path / "parte.pdf").testo)
        printed += words
        lost += words - _words(read(tmp_path / "scansione.pdf").testo)
    codes = re.compile(
        r"€?[\d.]{1,12},\d\d|[A-Z0-9]{10,16}|\w{2}\.20\d\d\.\d{7}|\d{1,3}(?:\.\d{3})+"
    )
    of_codes, lost_codes = (
        sum(
            count
            for word, count in words.items()
            if codes.fullmatch(word) and re.search(r"\d", word)
        )
        for words in (printed, lost)
    )
    assert lost.total() <= 0.03 * printed.total(), lost.most_common(30)
    assert of_codes > 80
    assert lost_codes <= 0.02 * of_codes
