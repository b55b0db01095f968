"""The name under which a document from the web is kept: what its server calls it, made safe."""

import re
from email.message import EmailMessage
from urllib.parse import unquote

import httpx

from extractor.documents.sniff import Kind

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+')
_SUFFIXES: dict[Kind, tuple[str, ...]] = {
    "pdf": (".pdf",), "p7m": (".p7m",), "zip": (".zip",), "docx": (".docx",), "odt": (".odt",),
    "html": (".html", ".htm"), "xml": (".xml",), "eml": (".eml",), "text": (".txt",),
}  # fmt: skip
_LONGEST = 120


def file_name(url: str, disposition: str, kind: Kind) -> str:
    """A file's name: that of ``Content-Disposition`` (RFC 6266), or the end of the address.

    It never leaves its folder, nor is it hidden, and it ends as its kind does.

    >>> file_name("https://a.it/getFile?id=7", 'attachment; filename="../Atto 12.pdf"', "pdf")
    'Atto 12.pdf'
    >>> file_name("https://a.it/albo/getFile?id=7", "", "pdf")
    'getFile id=7.pdf'
    """
    parts = httpx.URL(url)
    last = unquote(parts.path).rstrip("/").rpartition("/")[2]
    query = unquote(parts.query.decode("ascii", "replace"))
    name = _disposed(disposition) or (f"{last} {query}" if query else last)
    name = _UNSAFE.sub(" ", re.split(r"[\\/]", name)[-1]).strip(" .")
    suffixes = _SUFFIXES.get(kind, ())
    if suffixes and not name.lower().endswith(suffixes):
        name = f"{name[:_LONGEST]}{suffixes[0]}" if name else f"documento{suffixes[0]}"
    stem, dot, suffix = name.rpartition(".")
    while len(name.encode("utf-8", "replace")) > _LONGEST + 40:
        stem = stem[: len(stem) - 10]
        name = f"{stem}{dot}{suffix[:10]}"
    name = name.encode("utf-8", "replace").decode("utf-8")
    return name.strip(" .") or "documento"


def _disposed(header: str) -> str:
    message = EmailMessage()
    try:
        message["content-disposition"] = header[:1000].replace("\r", " ").replace("\n", " ")
        return message.get_filename() or ""
    except (ValueError, LookupError, IndexError, AttributeError):
        return ""  # the header parser does not stand every header


def folder_name(host: str) -> str:
    """The folder of a host's documents.

    >>> folder_name("www.comune.esempio.it"), folder_name("127.0.0.1:8080")
    ('www.comune.esempio.it', '127.0.0.1_8080')
    """
    return re.sub(r"[^A-Za-z0-9.-]+", "_", host).strip(".")[:100] or "sito"
