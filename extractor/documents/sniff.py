"""What a file is, by its content; its name only serves to say that it is not what it is called."""

import base64
import binascii
import io
import re
import zipfile
from typing import Literal

from extractor.documents.archive import DAMAGE

Kind = Literal[
    "pdf", "p7m", "zip", "docx", "odt", "html", "xml", "eml", "image", "text",
    "doc", "rtf", "xlsx", "ods", "pptx", "rar", "7z", "gzip", "p7s",
]  # fmt: skip
"""Kinds told apart; those of the second line are not read, and the message says so."""

# OID 1.2.840.113549.1.7.2, signedData, as it stands in a CMS envelope (RFC 5652).
SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")

_SPACE = b" \t\r\n\x0b\x0c\x00"
_PEM = re.compile(rb"-----BEGIN (?:PKCS7|CMS|PKCS #7 SIGNED DATA|SIGNED MESSAGE)-----")
_HTML = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--.{0,2000}?-->\s{0,200}){0,5}"
    rb"<(?:!doctype\s{1,20}html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s{0,200}<(?:\?xml\s|[A-Za-z][\w.-]{0,60}:?[\w.-]{0,60}\s+xmlns)")
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]", re.MULTILINE)
_MAIL_HEADERS = frozenset(
    b"from to cc subject date received return-path message-id mime-version content-type "
    b"delivered-to reply-to x-ricevuta x-trasporto x-riferimento-message-id".split()
)
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
)
_PARTS: tuple[tuple[str, Kind], ...] = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
)


def sniff(data: bytes) -> Kind:
    """The kind of a file.

    >>> sniff(b"%PDF-1.7 ..."), sniff(b"<!DOCTYPE html><html>"), sniff("DELIBERA".encode())
    ('pdf', 'html', 'text')
    """
    head = data[:4096]
    # Before PDF, which may begin with other bytes: the PDF may be what these hold
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if is_envelope(data):
        return "p7m"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    plain = head.lstrip(b"\xef\xbb\xbf").replace(b"\x00", b"")
    if _HTML.match(plain):
        return "html"
    if _XML.match(plain):
        return "xml"
    return "eml" if _is_mail(plain) else "text"


def is_envelope(data: bytes) -> bool:
    """Whether the bytes are a CMS signed envelope: DER or BER, PEM, or bare base64."""
    if data[:1] == b"\x30":
        return SIGNED_DATA in data[:32]
    head = data[:400].lstrip(_SPACE)
    if _PEM.search(head):
        return True
    if not head.startswith(b"MI"):
        return False
    try:
        first = base64.b64decode(b"".join(head.split())[:80], validate=True)
    except (binascii.Error, ValueError):
        return False
    return SIGNED_DATA in first


def _zipped(data: bytes) -> Kind:
    """The kind of a ZIP: an office file, or an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            declared = archive.read("mimetype")[:80] if _small(archive, "mimetype") else b""
    except (*DAMAGE, NotImplementedError, RuntimeError):
        return "zip"
    if b"opendocument.text" in declared:
        return "odt"
    if b"opendocument" in declared:
        return "ods"
    return next((kind for part, kind in _PARTS if part in names), "zip")


def _small(archive: zipfile.ZipFile, name: str) -> bool:
    return name in archive.namelist() and archive.getinfo(name).file_size < 200


def _is_mail(head: bytes) -> bool:
    """Whether the text begins with the headers of a message: at least two that mail has."""
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    first = block.split(b"\n", 1)[0]
    if not (_HEADER.match(first) or first.startswith(b"From ")):
        return False
    known = {match[1].lower() for match in _HEADER.finditer(block)} & _MAIL_HEADERS
    return len(known) >= 2 or b"content-type" in known


_NAMED: dict[str, frozenset[Kind]] = {
    "pdf": frozenset({"pdf"}),
    "p7m": frozenset({"p7m"}),
    "docx": frozenset({"docx"}),
    "odt": frozenset({"odt"}),
    "zip": frozenset({"zip"}),
    "html": frozenset({"html"}),
    "htm": frozenset({"html"}),
    "eml": frozenset({"eml"}),
    "txt": frozenset({"text"}),
    "doc": frozenset({"doc"}),
    "rtf": frozenset({"rtf"}),
}
KIND_NAMES: dict[Kind, str] = {
    "pdf": "un PDF", "p7m": "una busta firmata (p7m)", "zip": "un archivio ZIP",
    "docx": "un documento Word (docx)", "odt": "un documento ODT", "html": "una pagina HTML",
    "xml": "un file XML", "eml": "un messaggio di posta", "image": "un'immagine",
    "text": "testo semplice", "doc": "un documento Word o Excel 97-2003", "rtf": "un testo RTF",
    "xlsx": "un foglio di calcolo", "ods": "un foglio di calcolo o una presentazione",
    "pptx": "una presentazione", "rar": "un archivio RAR", "7z": "un archivio 7z",
    "gzip": "un archivio gzip", "p7s": "una firma separata",
}  # fmt: skip


# What a server or a mail program saves under another file's name when it has not got that file
_STAND_INS = frozenset({"text", "html", "xml"})
_STRUCTURED = frozenset({"pdf", "p7m", "docx", "odt", "zip", "doc"})


def stands_in(nome: str, kind: Kind) -> bool:
    """Whether plain text or a web page goes by the name of a file of a format with a structure.

    Such a file is an error page or damaged, not the act: to read it as one would mislead.

    >>> stands_in("atto.pdf", "html"), stands_in("atto.pdf", "docx"), stands_in("atto", "text")
    (True, False, False)
    """
    return kind in _STAND_INS and nome.rsplit(".", 1)[-1].lower() in _STRUCTURED


def misnamed(nome: str, kind: Kind) -> str:
    """An Italian sentence when a file is not what its name says; empty otherwise.

    >>> misnamed("atto.pdf", "html")
    'Il file si chiama .pdf ma è una pagina HTML.'
    """
    ending = nome.rsplit(".", 1)[-1].lower() if "." in nome else ""
    expected = _NAMED.get(ending)
    if expected is None or kind in expected:
        return ""
    return f"Il file si chiama .{ending} ma è {KIND_NAMES[kind]}."
