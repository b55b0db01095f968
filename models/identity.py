"""Identifiers derived from content, so that they never depend on the order of work."""

from hashlib import sha256
from typing import Any

ID_LENGTH = 16
"""Hexadecimal digits of an identifier: 64 bits."""


def content_id(*parts: Any) -> str:
    """A short identifier of ``parts``: the same parts give the same one, on every machine.

    >>> content_id("importi", 12) == content_id("importi", 12)
    True
    >>> content_id("a", "bc") == content_id("ab", "c")
    False
    """
    joined = "\x1f".join(map(str, parts))
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def row_number(identifier: str) -> int:
    """The row number (63 bits) of an identifier, for tables whose rows a search index points to.

    >>> row_number("80000000000000ff")
    255
    """
    return int(identifier, 16) & (2**63 - 1)
