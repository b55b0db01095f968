"""BER to DER, as far as signed envelopes need it: definite lengths, whole octet strings.

Signing programs write envelopes with indefinite lengths and the content in chunks (X.690, 8.1.3.6
and 8.7.3); parsers want definite lengths and one string. Nothing else is changed, so the bytes
that signatures cover stay the same.
"""

from extractor.documents.errors import ReadError

_DAMAGED = "La busta firmata è danneggiata o incompleta."
_DEEPEST = 48
_CONSTRUCTED = 0x20
_OCTETS = 0x04


def definite(data: bytes) -> bytes:
    """The first element of ``data`` with definite lengths; what follows it is left out.

    >>> definite(bytes.fromhex("3080 2480 0402 6162 0401 63 0000 0000")).hex()
    '30050403616263'
    """
    view = memoryview(data)
    element, _ = _element(view, 0, len(data), 0)
    return element


def _header(view: memoryview, at: int, end: int) -> tuple[int, int]:
    """Where the tag at ``at`` ends, and where its length ends."""
    start = at
    if at >= end:
        raise ReadError(_DAMAGED)
    at += 1
    if view[start] & 0x1F == 0x1F:  # a tag number of several bytes
        while at < end and view[at] & 0x80 and at - start < 6:
            at += 1
        at += 1
    if at >= end:
        raise ReadError(_DAMAGED)
    first = view[at]
    return at, at + 1 + (first & 0x7F if first > 0x80 else 0)


def _length(view: memoryview, at: int, after: int, end: int) -> int | None:
    """The length written from ``at`` to ``after``; None when it is indefinite."""
    if view[at] == 0x80:
        return None
    if after > end or after - at > 6:
        raise ReadError(_DAMAGED)
    if view[at] < 0x80:
        return view[at]
    return int.from_bytes(view[at + 1 : after], "big")


def _element(view: memoryview, at: int, end: int, depth: int) -> tuple[bytes, int]:
    """The element at ``at`` in DER, and where the next one begins."""
    if depth > _DEEPEST:
        raise ReadError("La busta firmata è annidata troppo in profondità.")
    tag_end, body = _header(view, at, end)
    length = _length(view, tag_end, body, end)
    if length is not None and body + length > end:
        raise ReadError(_DAMAGED)
    tag = bytes(view[at:tag_end])
    if not tag[0] & _CONSTRUCTED:
        if length is None:
            raise ReadError(_DAMAGED)
        return bytes(view[at : body + length]), body + length
    stop = end if length is None else body + length
    parts, after = _inner(view, body, stop, depth, indefinite=length is None)
    if tag[0] == _OCTETS | _CONSTRUCTED:
        content = b"".join(_content(part) for part in parts)
        return _with_length(bytes([_OCTETS]), content), after
    return _with_length(tag, b"".join(parts)), after


def _inner(
    view: memoryview, at: int, stop: int, depth: int, indefinite: bool
) -> tuple[list[bytes], int]:
    """The elements inside a constructed one, and where what follows it begins."""
    parts: list[bytes] = []
    while at < stop:
        if indefinite and bytes(view[at : at + 2]) == b"\x00\x00":
            return parts, at + 2
        part, at = _element(view, at, stop, depth + 1)
        parts.append(part)
    if indefinite:
        raise ReadError(_DAMAGED)
    return parts, at


def _content(element: bytes) -> bytes:
    view = memoryview(element)
    _, body = _header(view, 0, len(element))
    return element[body:]


def _with_length(tag: bytes, content: bytes) -> bytes:
    size = len(content)
    if size < 0x80:
        return tag + bytes([size]) + content
    digits = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return tag + bytes([0x80 | len(digits)]) + digits + content
