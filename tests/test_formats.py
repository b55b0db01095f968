"""Every format is read to the same act; a damaged file is told with an Italian sentence."""

import io
import random
import time
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from extractor.documents import Limits, ReadError, read, read_all
from extractor.documents.sniff import SIGNED_DATA, sniff
from models import Document

FILES = Path(__file__).parent / "files"
ACT = [
    "DETERMINAZIONE DEL RESPONSABILE DEL SERVIZIO",
    "N. 12 del 03/02/2025",
    "OGGETTO: Affidamento del servizio di pulizia. CIG B1A2C3D4E5",
    "Visto il decreto legislativo 31 marzo 2023, n. 36, e in particolare l’articolo 50;",
    "DETERMINA",
    "1. di affidare il servizio alla ditta Alfa s.r.l.;",
    "2. di impegnare la somma di € 1.220,00, IVA inclusa;",
    "3. di pubblicare il presente atto per 15 giorni.",
    "Dott.ssa Ada Neri",
]
TABLE = [
    ["Capitolo", "Esercizio", ""],
    ["", "2025", "2026"],
    ["1010.3", "€ 700,00", "€ 520,00"],
    ["Totale", "€ 700,00", "€ 520,00"],
]
TEXTS = ("atto.txt", "atto-utf16.txt", "atto-windows.txt")
WITH_TABLES = ("atto-word.docx", "atto-libreoffice.docx", "atto.odt", "atto.html", "atto.pdf")


def _rows(document: Document) -> list[list[str]]:
    return [
        [document.testo[cell.inizio : cell.fine] for cell in row]
        for table in document.tabelle
        for row in table.righe
    ]


@pytest.mark.parametrize("name", [*WITH_TABLES[:-1], *TEXTS])
def test_the_act_reads_the_same_in_every_format(name: str) -> None:
    blocks = read(FILES / name).testo.split("\n")
    assert [block for block in blocks if block in ACT] == ACT
    assert sum("la continuità del servizio;" in block for block in blocks) == 1


def test_a_text_in_latin_1_has_its_accents() -> None:
    assert "la continuità del servizio" in read(FILES / "atto-latin1.txt").testo


def test_an_archive_that_begins_with_a_pdf_as_it_is_is_an_archive() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("atto.pdf", (FILES / "atto.pdf").read_bytes())
    assert b"%PDF-" in packed.getvalue()[:1024]
    assert sniff(packed.getvalue()) == "zip"


def test_a_real_archive_and_a_real_message_give_their_entries() -> None:
    for name in ("atto.zip", "atto.eml"):
        documents = [source.document for source in read_all(FILES / name)]
        assert {"odt", "txt.p7m", "txt"} < {document.formato for document in documents}
        assert all(document.contenitore_id for document in documents[1:])
        assert sum(ACT[0] in document.testo for document in documents) >= 2


@pytest.mark.parametrize("name", WITH_TABLES)
def test_tables_keep_their_cells(name: str) -> None:
    document = read(FILES / name)
    assert _rows(document) == TABLE
    assert "1010.3\t€ 700,00\t€ 520,00" in document.testo


@pytest.mark.parametrize("name", ["atto-word.docx", "atto-libreoffice.docx", "atto.odt"])
def test_headers_and_footers_are_margins(name: str) -> None:
    document = read(FILES / name)
    assert "Comune di Roccalieta – Provincia di Prova" in document.margine
    assert "Comune di Roccalieta" not in document.testo
    assert document.tabelle[0].intestazioni == 2
    assert len(document.pagine) == 2
    assert document.page_at(document.testo.index("Allegato A")) == 2


def _said(data: bytes, name: str) -> str:
    """What is said of a file that cannot be read; empty when it can."""
    try:
        for document in (source.document for source in read_all(data, name, ocr="never")):
            archive = document.formato == "zip"  # holds no more than its entries
            assert archive or document.pagine or document.firme or document.avvisi
    except ReadError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.glob("atto*")))
def test_a_damaged_file_is_told(name: str) -> None:
    """Cut short and overwritten in places: read in part, or refused with a sentence."""
    data = bytearray((FILES / name).read_bytes())
    chance = random.Random(name)
    for damage in range(12):
        cut = data[: chance.randrange(1, len(data))] if damage % 2 else bytearray(data)
        for _ in range(damage):
            cut[chance.randrange(len(cut))] = chance.randrange(256)
        said = _said(bytes(cut), name)
        assert not said or said.endswith("."), said


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "atto.pdf", "vuoto"),
        (b"%PDF-1.7\nnulla", "atto.pdf", "danneggiato"),
        (b"PK\x03\x04" + b"\x00" * 40, "atto.docx", "danneggiato"),
        (b"\x30\x82\x01\x00" + SIGNED_DATA, "a.p7m", "incompleta"),
        (b"Rar!\x1a\x07\x00", "atti.rar", "ZIP"),
        (bytes(range(256)) * 40, "atto.pdf", "ma è testo semplice"),
        (b"<html></html>", "atto.html", "non contiene testo"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_italian(data: bytes, name: str, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        read(data, name, ocr="never")


def test_an_old_word_file_is_refused_with_advice() -> None:
    with pytest.raises(ReadError, match="DOCX, ODT o PDF"):
        read(FILES / "atto.doc")


def test_the_kind_is_told_by_the_content() -> None:
    document = read((FILES / "atto.odt").read_bytes(), "atto.pdf")
    assert document.formato == "odt"
    assert document.avvisi == ("Il file si chiama .pdf ma è un documento ODT.",)


def _zip(**entries: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return packed.getvalue()


def test_an_archive_is_a_document_and_so_is_each_entry() -> None:
    inner = _zip(testo=(FILES / "atto.txt").read_bytes())
    data = _zip(
        **{
            "atti/atto.odt": (FILES / "atto.odt").read_bytes(),
            "atti/interno.zip": inner,
            "atti/vuoto.pdf": b"",
            "__MACOSX/atti/._atto.odt": b"x",
        }
    )
    documents = [source.document for source in read_all(data, "atti.zip")]
    assert [(d.nome, d.formato) for d in documents] == [
        ("atti.zip", "zip"),
        ("atto.odt", "odt"),
        ("interno.zip", "zip"),
        ("testo", "txt"),
        ("vuoto.pdf", ""),
    ]
    whole, odt, nested, text, empty = documents
    assert odt.contenitore_id == nested.contenitore_id == empty.contenitore_id == whole.id
    assert text.contenitore_id == nested.id
    assert whole.contenitore_id is None
    assert empty.avvisi == ("Il file è vuoto (0 byte).",)
    assert ACT[0] in text.testo


def test_limits_hold() -> None:
    with pytest.raises(ReadError, match="volte"):
        list(read_all(_zip(**{"zeri.txt": b"0" * 30_000_000}), "bomba.zip"))
    with pytest.raises(ReadError, match="3 voci: il limite è 2"):
        list(read_all(_zip(a=b"a", b=b"b", c=b"c"), "a.zip", limits=Limits(voci=2)))
    with pytest.raises(ReadError, match="il limite è 1"):
        read(FILES / "atto.pdf", limits=Limits(pagine=1))
    with pytest.raises(ReadError, match="MiB"):
        read(FILES / "atto.pdf", limits=Limits(dimensione=1000))
    nested = (FILES / "atto.txt").read_bytes()
    for _ in range(5):
        nested = _zip(dentro=nested)
    last = list(read_all(nested, "scatole.zip", limits=Limits(annidamento=3)))[-1].document
    assert "annidati oltre 3 livelli" in last.avvisi[0]


def test_nested_archives_share_one_allowance() -> None:
    """A small archive of archives must not expand beyond the limit of the whole."""
    one = _zip(testo=random.Random(1).randbytes(400_000))
    sources = read_all(_zip(a=one, b=one), "x.zip", limits=Limits(espansione=1_000_000))
    assert "si espande" in list(sources)[-1].document.avvisi[0]


def _message() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Protocollo <protocollo@pec.roccalieta.example>"
    message["To"] = "ufficio@example.it"
    message["Subject"] = "Trasmissione della determinazione n. 12/2025 – città"
    message["Date"] = "Mon, 03 Feb 2025 10:15:00 +0100"
    message.set_content("Si trasmette l’atto allegato.\n\nDistinti saluti", charset="cp1252")
    return message


def test_a_message_gives_its_words_and_its_attachments() -> None:
    message = _message()
    message.add_alternative("<p>Si trasmette l’atto <b>allegato</b>.</p>", subtype="html")
    message.add_attachment(
        (FILES / "atto.pdf").read_bytes(), "application", "pdf", filename="determina n° 12.pdf"
    )
    message.add_attachment(_message())
    documents = [source.document for source in read_all(message.as_bytes(), "posta.eml")]
    assert [d.formato for d in documents] == ["eml", "pdf", "eml"]
    own, attached, inside = documents
    assert own.testo.split("\n")[-2:] == ["Si trasmette l’atto allegato.", "Distinti saluti"]
    assert "Oggetto: Trasmissione della determinazione n. 12/2025 – città" in own.testo
    assert attached.nome == "determina n° 12.pdf"
    assert attached.contenitore_id == inside.contenitore_id == own.id
    assert ACT[2] in attached.testo


def test_a_message_in_html_keeps_its_table() -> None:
    message = EmailMessage()
    message["From"], message["To"] = "a@example.it", "b@example.it"
    page = "<table><tr><th>Anno<th>Euro</tr><tr><td>2025<td>700,00</tr></table>"
    message.set_content(f"<html><body>{page}</body></html>", subtype="html")
    assert _rows(read(message.as_bytes(), "m.eml")) == [["Anno", "Euro"], ["2025", "700,00"]]


@pytest.mark.parametrize(
    "broken",
    [
        b"Date: Mon, 03 Feb 99999999999 10:15:00 +0100",
        b"From: =?utf-8?q?=ff?= <",
        b"To: a@[",
        b"Cc: ;",
    ],
)
def test_headers_that_are_not_as_they_should_be_stop_no_message(broken: bytes) -> None:
    message = b"Subject: Avviso\r\nMIME-Version: 1.0\r\n" + broken + b"\r\n\r\nSi trasmette.\r\n"
    blocks = read(message, "m.eml").testo.split("\n")
    assert "Oggetto: Avviso" in blocks
    assert blocks[-1] == "Si trasmette."


def test_a_message_that_is_all_headers_is_refused() -> None:
    message = b"From: a@example.it\r\nSubject: " + b"=?utf-8?q?a?= " * 200_000 + b"\r\n\r\nEcco."
    with pytest.raises(ReadError, match="troppo lunghe"):
        read(message, "m.eml")


def test_a_message_with_a_broken_message_in_it_is_read() -> None:
    inside = b"Subject: \xff\r\nDate: \xe0\r\n\r\nDentro \xe0.\r\n"
    message = (
        b"Subject: Fuori\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
        b"--x\r\n\r\nEcco.\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n" + inside + b"--x--\r\n"
    )
    first, second = (source.document for source in read_all(message, "m.eml"))
    assert "Ecco." in first.testo
    assert "Dentro à." in second.testo


@pytest.mark.parametrize("header", [b"Content-Disposition: attachment; ", b"Content-Type: a/b; "])
@pytest.mark.parametrize("value", [b"a;" * 20_000, b"(" * 20_000, b"x*0=a;" * 5_000])
def test_headers_of_parts_without_end_are_read_only_so_far(header: bytes, value: bytes) -> None:
    message = (
        b"Subject: Invio\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
        b"--x\r\n\r\nEcco.\r\n--x\r\n" + header + value + b"\r\n\r\nAllegato\r\n--x--\r\n"
    )
    start = time.process_time()
    documents = [source.document for source in read_all(message, "m.eml")]
    assert documents[0].testo == "Oggetto: Invio\nEcco."
    assert time.process_time() - start < 5  # without the bound, minutes


@pytest.mark.parametrize(
    "parts",
    [
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
                 for n in range(300)),
        b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nEcco\n" * 30_000,
    ],
)  # fmt: skip
def test_a_message_of_too_many_parts_is_refused(parts: bytes) -> None:
    with pytest.raises(ReadError, match="troppe parti"):
        read(b"Subject: Invio\nMIME-Version: 1.0\n" + parts, "m.eml")


def test_html_spans_lists_and_layout_tables() -> None:
    page = """<!DOCTYPE html><html><head><title>no</title><style>p{}</style></head><body>
    <table><tr><td><h1>ORDINANZA N. 3</h1><p>Il Sindaco<br>Visto l&#8217;art. 50</td></tr></table>
    <ol start="2"><li>di ordinare</li><li><p>di notificare</p></li></ol><ul><li>a tutti</ul>
    <table><thead><tr><th rowspan=2>Via<th colspan=2>Orari</tr><tr><th>dalle<th>alle</tr></thead>
    <tr><td>Roma<td>8:00<td>9:00</tr></table><script>var x = "no"</script></body></html>"""
    document = read(page.encode(), "ordinanza.html")
    assert document.testo.split("\n")[:6] == [
        "ORDINANZA N. 3", "Il Sindaco", "Visto l’art. 50",
        "2. di ordinare", "3. di notificare", "- a tutti",
    ]  # fmt: skip
    assert _rows(document) == [
        ["Via", "Orari", ""], ["", "dalle", "alle"], ["Roma", "8:00", "9:00"]
    ]  # fmt: skip
    assert document.tabelle[0].intestazioni == 2


def test_a_span_that_is_no_number_counts_as_one() -> None:
    table = "<table><tr><th rowspan=³>Anno<th colspan=-1>Euro</tr><tr><td>2025<td>7</tr></table>"
    document = read(f"<html><body>{table}</body></html>".encode(), "a.html")
    assert _rows(document) == [["Anno", "Euro"], ["2025", "7"]]


def test_html_in_another_encoding() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>città</p></body></html>'
    assert read(page.encode("latin-1"), "a.html").testo == "città"


def test_xml_shows_its_elements() -> None:
    page = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x><CIG>B1</CIG><n>&e;</n></x>'
    assert read(page, "fattura.xml").testo == "CIG: B1"
