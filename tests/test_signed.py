"""Signed files: what is in the envelope, who signed it; nothing is verified."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.documents import ReadError, read, read_all
from extractor.documents.ber import definite
from extractor.documents.signed import open_envelope

FILES = Path(__file__).parent / "files"
ORIGINAL = (FILES / "atto.txt").read_bytes()


@pytest.mark.parametrize("form", ["der", "pem", "ber", "base64"])
def test_envelopes_of_every_form(form: str) -> None:
    container, inside = read_all(FILES / f"atto.txt.{form}.p7m")
    assert container.document.formato == "txt.p7m"
    assert container.document.testo == ""
    (signature,) = container.document.firme
    assert signature.formato == "CAdES"
    assert signature.firmatario == "Ada Neri"
    assert signature.emittente == "NERI ADA, Comune di Roccalieta"
    assert signature.data.startswith("20")
    assert int(signature.seriale, 16) > 0
    assert inside.data == ORIGINAL
    assert inside.document.contenitore_id == container.document.id
    assert inside.document.nome == f"atto.txt.{form}"


def test_an_envelope_in_an_envelope() -> None:
    outer, inner, text = (s.document for s in read_all(FILES / "atto.txt.p7m.p7m"))
    assert (outer.formato, inner.formato, text.formato) == ("p7m.p7m", "txt.p7m", "txt")
    assert outer.firme[0].firmatario == inner.firme[0].firmatario == "Ada Neri"
    assert text.contenitore_id == inner.id
    assert inner.contenitore_id == outer.id
    assert read(FILES / "atto.txt.p7m.p7m").testo == text.testo


def test_a_detached_signature_says_that_the_file_is_elsewhere() -> None:
    (source,) = read_all(FILES / "atto.txt.p7s")
    assert source.document.firme[0].firmatario == "Ada Neri"
    assert "separata" in source.document.avvisi[0]


def test_signatures_inside_a_pdf() -> None:
    document = read(FILES / "atto-firmato.pdf")
    assert [(s.formato, s.firmatario) for s in document.firme] == [("PAdES", "Ada Neri")]
    assert document.firme[0].data.startswith("2026-11-21T")
    assert read(FILES / "atto.pdf").firme == ()


def _length(size: int) -> bytes:
    """The length octets in their shortest form, as DER asks (X.690, 10.1)."""
    if size < 128:
        return bytes([size])
    return b"\x81" + bytes([size]) if size < 256 else b"\x82" + size.to_bytes(2, "big")


@given(st.lists(st.binary(max_size=300), max_size=8))
def test_chunks_become_one_string(chunks: list[bytes]) -> None:
    """An octet string of indefinite length in chunks (X.690, 8.7.3) holds what they hold."""
    parts = b"".join(b"\x04" + _length(len(chunk)) + chunk for chunk in chunks)
    content = b"".join(chunks)
    ber = b"\x30\x80\x24\x80" + parts + b"\x00\x00\x00\x00"
    string = b"\x04" + _length(len(content)) + content
    if len(content) < 128:
        assert definite(ber) == b"\x30" + _length(len(string)) + string
    else:
        assert definite(ber).endswith(content)
    assert definite(definite(ber)) == definite(ber)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data: bytes) -> None:
    said = ""
    try:
        open_envelope(data)
    except ReadError as error:
        said = str(error)
    assert "busta" in said


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(ReadError, match="profondità"):
        definite(b"\x30\x80" * 5000)
