"""What Word prints that is not in the words of its paragraphs: numbers, changes, notes, pages."""

import io
import zipfile

import pytest

from extractor.documents import read
from extractor.documents.numbering import Counters, Level, numeral
from models import Document

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _docx(body: str, **parts: str) -> Document:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        document = f"<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {NAMESPACE}>{content}</w:{name}>")
    return read(packed.getvalue(), "atto.docx")


def _p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def _item(text: str, depth: int = 0, number: int = 1) -> str:
    return _p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def _level(depth: int, form: str, text: str, style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{named}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    + _level(0, "decimal", "%1.")
    + _level(1, "lowerLetter", "%2)")
    + _level(2, "decimal", "%1.%2.%3", "Titolo3")
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
    + '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def test_lists_have_their_numbers() -> None:
    body = (
        _item("di approvare:") + _item("il progetto;", 1) + _item("il quadro;", 1)
        + _item("di impegnare") + _item("la somma", 1) + _item("di pubblicare", 0, 2)
        + _item("di liquidare", 0, 3) + _p("Oggetto", '<w:pStyle w:val="Titolo3"/>')
    )  # fmt: skip
    assert _docx(body, numbering=NUMBERING).testo.split("\n") == [
        "1. di approvare:", "a) il progetto;", "b) il quadro;",
        "2. di impegnare", "a) la somma", "3. di pubblicare",
        "5. di liquidare", "3.a.1 Oggetto",
    ]  # fmt: skip


def test_changes_notes_and_boxes() -> None:
    body = (
        "<w:p><w:r><w:t>importo di </w:t></w:r>"
        "<w:del><w:r><w:delText>€ 10,00</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>€ 12,00</w:t></w:r></w:ins>"
        "<w:r><w:instrText>PAGE</w:instrText><w:tab/><w:t>più IVA</w:t></w:r>"
        "<w:r><w:pict><w:txbxContent>" + _p("Riquadro") + "</w:txbxContent></w:pict></w:r></w:p>"
        "<w:sdt><w:sdtContent>" + _p("nel controllo") + "</w:sdtContent></w:sdt>"
    )
    notes = f'<w:footnote w:id="1">{_p("Nota a piè di pagina")}</w:footnote>'
    document = _docx(body, footnotes=notes)
    assert sorted(document.testo.split("\n")) == [
        "Nota a piè di pagina", "Riquadro", "importo di € 12,00 più IVA", "nel controllo"
    ]  # fmt: skip


def test_pages_are_where_word_last_broke_them() -> None:
    rendered = "<w:r><w:lastRenderedPageBreak/><w:t>seconda pagina</w:t></w:r>"
    document = _docx(_p("prima") + f"<w:p>{rendered}</w:p>" + _p("ancora"))
    assert [document.page_at(document.testo.index(w)) for w in ("prima", "seconda", "ancora")] == [
        1, 2, 2
    ]  # fmt: skip


def test_a_table_in_a_table_and_a_frame() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{_p('dentro')}</w:tc></w:tr></w:tbl>"
    frame = f"<w:tbl><w:tr><w:tc>{_p('OGGETTO')}{_p('Determina')}</w:tc></w:tr></w:tbl>"
    table = (
        f"<w:tbl><w:tr><w:tc>{_p('a')}</w:tc><w:tc>{_p('b')}{inner}</w:tc></w:tr>"
        f"<w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{_p('c')}</w:tc></w:tr></w:tbl>"
    )
    document = _docx(frame + table)
    assert document.testo.split("\n") == ["OGGETTO", "Determina", "a\tb dentro", "c\t"]
    assert len(document.tabelle) == 1


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [(1, "lowerRoman", "i"), (14, "upperRoman", "XIV"), (27, "upperLetter", "AA"), (3, "none", "")],
)
def test_numerals(number: int, form: str, printed: str) -> None:
    assert numeral(number, form) == printed


def test_a_list_without_a_first_level_starts_from_its_beginning() -> None:
    counters = Counters({("a", 0): Level("decimal", "%1."), ("a", 1): Level("decimal", "%1.%2")})
    assert [counters.label("a", 1), counters.label("a", 1), counters.label("a", 0)] == [
        "1.1 ", "1.2 ", "1. "
    ]  # fmt: skip
