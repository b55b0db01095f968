"""Plain text: its encoding, its lines, its light markup, into a Document."""

import re
from collections import Counter

from extractor.documents.emphasis import marked
from extractor.documents.errors import ReadError
from extractor.documents.flow import compose
from extractor.documents.glyphs import plain
from extractor.documents.unwrap import blocks
from models import Document

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Bytes that Windows-1252 does not define: a text with one of them is Latin-1.
_NOT_WINDOWS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_SOFT_BREAK = re.compile(r"\u00ad[ \t]{0,8}\n[ \t]{0,80}(?=\w)")
_EDGE = 5
# Running heads and feet of acts, where they were saved with the text.
_RUNNING = re.compile(
    r"(?:Serie\s+(?:Ordinaria|Avvisi e Concorsi|Editoriale \w+)\s.{0,12}\bn\.\s*\d+\s.{5,60}"
    r"|[–—-]?\s*(?:Bollettino Ufficiale)\s*[–—-]?"
    r"|(?:Pagina|Pag\.|pag\.)\s*\d{1,4}(?:\s*(?:di|/)\s*\d{1,4})?"
    r"|[–—-]\s*\d{1,4}\s*[–—-])"
)


def encoding_of(data: bytes) -> str:
    """The encoding of a text: what its byte order mark says, or else what its bytes allow.

    UTF-16 without a mark shows by a zero byte in most characters. Texts of acts that are not
    UTF-8 come from Windows (0x80-0x9F are its curly quotes, dashes and euro) or are Latin-1.

    >>> encoding_of("città".encode()), encoding_of("città".encode("utf-16-be"))
    ('utf-8', 'utf-16-be')
    >>> encoding_of("l’età: 5 €".encode("cp1252")), encoding_of("età".encode("latin-1"))
    ('cp1252', 'cp1252')
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    sample = data[:4096]
    zeros = (sample[0::2].count(0), sample[1::2].count(0))
    if max(zeros) > 0.3 * (len(sample) // 2 or 1):
        return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "latin-1" if _NOT_WINDOWS.search(data) else "cp1252"
    return "utf-8"


def decode(data: bytes) -> str:
    """The text of a file, with line feeds as line ends.

    Raises ReadError when the bytes are not a text in any encoding known here.
    """
    text = data.decode(encoding_of(data), errors="replace").lstrip("\ufeff")
    if len(_CONTROL.findall(text[:65536])) > 0.01 * len(text[:65536]) + 2:
        raise ReadError("Il file non è un testo, né un altro formato noto: contiene dati binari.")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n")
    text = _SOFT_BREAK.sub("", text)
    return "\f".join(plain(page) for page in text.split("\f"))  # `plain` drops form feeds


def _shape(line: str) -> str:
    """A line without what changes from page to page: its numbers and spaces."""
    return re.sub(r"\d+", "0", " ".join(line.split()))


def _edges(lines: list[str]) -> set[int]:
    """The lines of a page that can be a running head or foot: the first and last few."""
    printed = [at for at, line in enumerate(lines) if line.strip()]
    return {at for at in printed[:_EDGE] + printed[-_EDGE:] if len(lines[at].strip()) < 160}


def without_running_lines(text: str) -> tuple[str, list[str]]:
    """The text without its running heads and feet, and these, each once.

    Between form feeds, a line is one when the same, but for its numbers, stands at the edge of
    most pages. Anywhere, a line worded as one is one when it stands in the text at least twice:
    a single one is a title page's.
    """
    pages = [page.split("\n") for page in text.split("\f")]
    worded = Counter(
        _shape(line)
        for lines in pages
        for line in lines
        if len(line) < 120 and _RUNNING.fullmatch(line.strip(" \xa0\t"))
    )
    at_edges = Counter(
        shape for lines in pages for shape in {_shape(lines[at]) for at in _edges(lines)}
    )
    most = max(3.0, 0.4 * len(pages))
    margins: dict[str, None] = {}
    for lines in pages:
        edges = _edges(lines)
        for at, line in enumerate(lines):
            shape = _shape(line) if len(line) < 200 else ""
            if worded.get(shape, 0) > 1 or (at in edges and at_edges[shape] >= most):
                margins[" ".join(line.split())] = None
                lines[at] = ""
    return "\f".join("\n".join(lines) for lines in pages), list(margins)


def read_text(data: bytes, nome: str, formato: str = "txt") -> Document:
    """The Document of a plain text; form feeds are its page breaks."""
    text, margins = without_running_lines(decode(data))
    return compose(data, nome, formato, blocks(marked(text)), margins=margins)
