"""Mail messages (EML, RFC 5322): their headers and words, and what is attached to them."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.headerregistry import (
    ContentDispositionHeader,
    ContentTransferEncodingHeader,
    ContentTypeHeader,
    HeaderRegistry,
)
from email.message import EmailMessage
from email.policy import EmailPolicy
from itertools import islice
from typing import Any, cast

from extractor.documents.block import Block
from extractor.documents.emphasis import marked
from extractor.documents.errors import ReadError
from extractor.documents.flow import compose
from extractor.documents.limits import Limits
from extractor.documents.text import decode
from extractor.documents.unwrap import blocks
from extractor.documents.web import html_blocks
from models import Document

_HEADERS = (("From", "Da"), ("To", "A"), ("Cc", "Cc"), ("Date", "Data"), ("Subject", "Oggetto"))

_LONGEST_HEAD = 2**18
"""Bytes of headers; the library takes gigabytes to parse a few million."""

_DEFECTS = (
    MessageError, ValueError, LookupError, AttributeError, TypeError, OverflowError,
    AssertionError, RecursionError,
)  # fmt: skip
"""What the library raises on headers that are not as they should be: a date in the year 10^12."""

_LONGEST_VALUE = 20_000
_LONGEST_PARAMETERS = 2_000
"""Characters of a header that are parsed. Headers with parameters, of which every part has some
and which take the library a time that grows with their square, have room for a name of 250
letters, encoded."""

_MOST_MULTIPARTS = 200
_BOUNDARY = re.compile(rb"boundary\s{0,9}=", re.I)
"""What declares a part made of parts: the library looks at each line once for each around it."""

_LINES_A_PART = 10
"""Lines that may part the message, for each part that it may have."""


class _Bounded(EmailPolicy):
    """How messages are read: no header is parsed beyond its bound, none that cannot be parsed
    raises, and those of a message inside the message are written again as they stand."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        most = _LONGEST_PARAMETERS if name.lower().startswith("content-") else _LONGEST_VALUE
        try:
            return super().header_fetch_parse(name, value[:most])
        except _DEFECTS:
            return self.header_factory(name, "")


_PARSED: dict[str, Any] = {
    "content-type": ContentTypeHeader,
    "content-disposition": ContentDispositionHeader,
    "content-transfer-encoding": ContentTransferEncodingHeader,
}


def _policy() -> EmailPolicy:
    """Headers with parameters are parsed; the others, which are only shown, are decoded."""
    headers = HeaderRegistry(use_default_map=False)
    for name, kind in _PARSED.items():
        headers.map_to_type(name, kind)
    return _Bounded(refold_source="none", header_factory=headers)


_POLICY = _policy()


def open_message(data: bytes, limits: Limits) -> EmailMessage:
    """A message. Raises ReadError when it is damaged or has too many parts."""
    head = data.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    if len(head) > _LONGEST_HEAD:
        raise ReadError("Le intestazioni del messaggio di posta sono troppo lunghe: non letto.")
    multiparts = sum(1 for _ in islice(_BOUNDARY.finditer(data), _MOST_MULTIPARTS + 1))
    if multiparts > _MOST_MULTIPARTS or data.count(b"\n--") > _LINES_A_PART * limits.voci:
        raise ReadError("Il messaggio di posta ha troppe parti: non letto.")
    try:
        message = cast(EmailMessage, message_from_bytes(data, policy=_POLICY))
        parts = sum(1 for _ in message.walk())
    except _DEFECTS as error:
        raise ReadError("Il messaggio di posta è danneggiato: non si riesce a leggerlo.") from error
    limits.check_entries(parts, len(data), len(data))
    return message


def read_message(data: bytes, nome: str, message: EmailMessage) -> Document:
    """The Document of a message's own words: its headers, then its body."""
    body, heads = _body(message)
    return compose(data, nome, "eml", [*_header_blocks(message), *body], heads=heads)


def _header_blocks(message: EmailMessage) -> Iterator[Block]:
    for name, label in _HEADERS:
        try:
            value = str(message.get(name, ""))
        except _DEFECTS:
            continue  # a header that the library cannot parse
        if value.strip():
            yield Block(f"{label}: {value}")


def _body(message: EmailMessage) -> tuple[list[Block], dict[int, int]]:
    """The body's blocks: the plain text where there is one, or else the HTML."""
    try:
        part = message.get_body(preferencelist=("plain", "html"))
    except _DEFECTS:
        part = None
    if part is None:
        return [], {}
    raw = _payload(cast(EmailMessage, part))
    charset = part.get_content_charset("")
    try:
        text = raw.decode(charset) if charset else decode(raw)
    except (LookupError, UnicodeDecodeError):
        text = decode(raw)
    if part.get_content_type() == "text/html":
        try:
            return html_blocks(text)
        except ReadError:
            return [], {}
    return list(blocks(marked(text.replace("\r\n", "\n")))), {}


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def attachments(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Each attachment: its name and its bytes, messages inside the message too."""
    for count, part in enumerate(_attached(message), 1):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            inner = inner[0] if isinstance(inner, list) and inner else inner
            yield _name(part, f"messaggio-{count}.eml"), _written(inner) or _payload(part)
        else:
            yield _name(part, f"allegato-{count}"), _payload(part)


def _written(inner: object) -> bytes:
    """The bytes of a message inside the message; none when it cannot be written again."""
    try:
        return inner.as_bytes() if isinstance(inner, EmailMessage) else b""
    except _DEFECTS:
        return b""


def _attached(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that are not the body, inside multiparts too, not inside attached messages."""
    try:
        body = message.get_body(preferencelist=("plain", "html"))
    except _DEFECTS:
        body = None
    pending = [message]
    while pending:
        part = pending.pop(0)
        if part.get_content_maintype() == "multipart":
            inner = part.get_payload()
            pending[:0] = [cast(EmailMessage, p) for p in inner] if isinstance(inner, list) else []
        elif part is body or part is message:
            continue
        elif part.get_content_maintype() != "text" or part.get_filename():
            yield part


def _name(part: EmailMessage, otherwise: str) -> str:
    try:
        return (part.get_filename() or otherwise).replace("/", "_").replace("\x00", "")[:200]
    except _DEFECTS:
        return otherwise
