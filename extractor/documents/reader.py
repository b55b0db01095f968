"""Reading a file of any kind: what it is by its content, and what stands in it.

A signed envelope, an archive and a message are documents of their own, and so is each thing in
them: it follows its container, whose id it has as ``contenitore_id``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Literal

from extractor.documents.archive import entries, open_zip
from extractor.documents.docx import read_docx
from extractor.documents.errors import ReadError, unopened
from extractor.documents.flow import compose
from extractor.documents.limits import Limits
from extractor.documents.mail import attachments, open_message, read_message
from extractor.documents.names import readable
from extractor.documents.ocr import Recogniser, missing
from extractor.documents.odt import read_odt
from extractor.documents.opening import open_pdf
from extractor.documents.pdf import read_pdf
from extractor.documents.scans import as_scanned, read_image, read_pdf_optically
from extractor.documents.signed import open_envelope, pdf_signatures
from extractor.documents.sniff import KIND_NAMES, Kind, misnamed, sniff, stands_in
from extractor.documents.source import Source
from extractor.documents.text import read_text
from extractor.documents.web import read_html, read_xml
from models import Document
from models.document import Signature

OcrMode = Literal["auto", "never", "force"]
"""When pages are read optically: where they have no usable text, never, or all of them."""

_INSTEAD: dict[Kind, str] = {
    "doc": "salvarlo come DOCX, ODT o PDF",
    "rtf": "salvarlo come DOCX, ODT o PDF",
    "xlsx": "salvarlo come PDF",
    "ods": "salvarlo come PDF",
    "pptx": "salvarlo come PDF",
    "rar": "estrarlo, o farne uno ZIP",
    "7z": "estrarlo, o farne uno ZIP",
    "gzip": "estrarlo, o farne uno ZIP",
}


def read(
    path_or_bytes: Path | bytes, nome: str = "", *, ocr: OcrMode = "auto",
    limits: Limits | None = None,
) -> Document:  # fmt: skip
    """The Document of a file; of a signed envelope, that of the file in it.

    Raises ReadError when it cannot be read, with an Italian sentence that says why.
    """
    first: Document | None = None
    for source in read_all(path_or_bytes, nome, ocr=ocr, limits=limits):
        first = first or source.document
        if source.document.testo or not source.document.formato.endswith("p7m"):
            return source.document
    assert first is not None  # read_all gives at least the file's own document
    return first


def read_all(
    path_or_bytes: Path | bytes, nome: str = "", *, ocr: OcrMode = "auto",
    limits: Limits | None = None,
) -> Iterator[Source]:  # fmt: skip
    """The documents of a file: its own, then that of each entry where it is a container.

    An entry that cannot be read is a document without text whose ``avvisi`` say why. Raises
    ReadError when the file itself cannot be read.
    """
    reading = _Reading(ocr, limits or Limits())
    if isinstance(path_or_bytes, bytes):
        data = path_or_bytes
    else:
        nome = nome or path_or_bytes.name
        try:
            reading.limits.check_size(path_or_bytes.stat().st_size)
            data = path_or_bytes.read_bytes()
        except OSError as error:
            raise ReadError(unopened(error)) from error
    yield from reading.documents(data, readable(nome), None, 0)


@dataclass
class _Reading:
    """One file under way: how to read it, and how much came out of its containers so far."""

    ocr: OcrMode
    limits: Limits
    expanded: int = 0
    count: int = 0

    def documents(
        self, data: bytes, nome: str, container: str | None, depth: int
    ) -> Iterator[Source]:
        """The document of ``data`` and those of what it contains."""
        self.limits.check_size(len(data))
        self.limits.check_depth(depth)
        kind = sniff(data)
        warning = misnamed(nome, kind)
        if stands_in(nome, kind):
            raise ReadError(f"{warning} Forse è incompleto, o al suo posto è stato salvato altro.")
        for source in self._of_kind(kind, data, nome, depth):
            document = source.document
            if document.contenitore_id is None:
                extra = (warning,) if warning else ()
                document = replace(
                    document, contenitore_id=container, avvisi=document.avvisi + extra
                )
            yield Source(document, source.data)

    def _of_kind(self, kind: Kind, data: bytes, nome: str, depth: int) -> Iterator[Source]:
        if kind == "p7m":
            yield from self._envelope(data, nome, depth)
        elif kind == "zip":
            yield from self._archive(data, nome, depth)
        elif kind == "eml":
            yield from self._message(data, nome, depth)
        else:
            yield Source(self._single(kind, data, nome), data)

    def _single(self, kind: Kind, data: bytes, nome: str) -> Document:
        """The document of a file that contains no others."""
        if kind == "pdf":
            return self._pdf(data, nome)
        if kind == "image":
            return self._image(data, nome)
        if kind == "docx":
            return read_docx(data, nome, self.limits)
        if kind == "odt":
            return read_odt(data, nome, self.limits)
        if kind in ("html", "xml", "text"):
            return self._text(kind, data, nome)
        raise ReadError(f"Il file è {KIND_NAMES[kind]}, che non si sa leggere: {_INSTEAD[kind]}.")

    def _text(self, kind: Kind, data: bytes, nome: str) -> Document:
        self.limits.check_text(len(data))
        if kind == "html":
            return read_html(data, nome)
        if kind == "xml":
            return read_xml(data, nome)
        return read_text(data, nome)

    def _pdf(self, data: bytes, nome: str) -> Document:
        with open_pdf(data, self.limits):
            pass  # encrypted, damaged or too long files end here, before anything is read
        lack = missing() if self.ocr != "never" else ""
        if self.ocr == "force":
            if lack:
                raise ReadError(lack)
            recogniser = Recogniser()
            document = read_pdf_optically(data, nome, recogniser)
        else:
            recogniser = Recogniser()
            usable = self.ocr == "auto" and not lack
            document = read_pdf(data, nome, ocr=recogniser if usable else None)
            if lack and any("riconoscimento ottico" in warning for warning in document.avvisi):
                document = replace(document, avvisi=(*document.avvisi, lack))
        document = replace(
            document,
            firme=(*document.firme, *pdf_signatures(data)),
            avvisi=(*document.avvisi, *recogniser.avvisi),
        )
        return as_scanned(document, recogniser)

    def _image(self, data: bytes, nome: str) -> Document:
        if self.ocr == "never":
            raise ReadError("Il file è un'immagine: si legge solo con il riconoscimento ottico.")
        if lack := missing():
            raise ReadError(lack)
        recogniser = Recogniser()
        document = read_image(data, nome, recogniser, self.limits)
        document = replace(document, avvisi=(*document.avvisi, *recogniser.avvisi))
        return as_scanned(document, recogniser)

    def _envelope(self, data: bytes, nome: str, depth: int) -> Iterator[Source]:
        content, signatures = open_envelope(data)
        inner = _without_ending(nome)
        if content is None:
            warning = "La firma è separata: il documento firmato è in un altro file."
            yield Source(_holder(data, nome, "p7s", (warning,), tuple(signatures)), data)
            return
        self._spend(1, len(content))
        formato = f"{_ending(sniff(content))}.p7m"
        container = _holder(data, nome, formato, (), tuple(signatures))
        yield Source(container, data)
        yield from self._entry(content, inner, container.id, depth)

    def _archive(self, data: bytes, nome: str, depth: int) -> Iterator[Source]:
        with open_zip(data, self.limits) as archive:
            infos = archive.infolist()
            self._spend(len(infos), sum(info.file_size for info in infos))
            container = _holder(data, nome, "zip")
            yield Source(container, data)
            for name, entry in entries(archive):
                yield from self._entry(entry, name, container.id, depth)

    def _message(self, data: bytes, nome: str, depth: int) -> Iterator[Source]:
        message = open_message(data, self.limits)
        attached = list(attachments(message))
        self._spend(len(attached), sum(len(entry) for _, entry in attached))
        container = read_message(data, nome, message)
        yield Source(container, data)
        for name, entry in attached:
            yield from self._entry(entry, name, container.id, depth)

    def _entry(
        self, entry: bytes | ReadError, name: str, container: str, depth: int
    ) -> Iterator[Source]:
        """The documents of an entry; one that cannot be read says so and stops nothing."""
        data = b"" if isinstance(entry, ReadError) else entry
        name = readable(name)
        short = PurePosixPath(name.replace("\\", "/")).name or name
        try:
            if isinstance(entry, ReadError):
                raise entry
            yield from self.documents(entry, short, container, depth + 1)
        except ReadError as error:
            unread = _holder(data or f"{container}/{name}".encode(), short, "", (str(error),))
            yield Source(replace(unread, contenitore_id=container), data)

    def _spend(self, count: int, size: int) -> None:
        """Count what a container holds against the limits of the whole file."""
        self.count += count
        self.expanded += size
        self.limits.check_entries(self.count, self.expanded, self.expanded)


def _holder(
    data: bytes,
    nome: str,
    formato: str,
    avvisi: tuple[str, ...] = (),
    firme: tuple[Signature, ...] = (),
) -> Document:
    """The document of a container, or of an entry that cannot be read: it has no text."""
    empty = compose(data, nome, formato, (), avvisi=avvisi)
    return replace(empty, id=sha256(data).hexdigest(), pagine=(), firme=firme)


def _without_ending(nome: str) -> str:
    return nome[:-4] if nome.lower().endswith((".p7m", ".p7s")) else nome


def _ending(kind: Kind) -> str:
    return {"text": "txt", "image": "immagine"}.get(kind, kind)
