"""Identifiers derived from content, so that they never depend on the order of work."""

from functools import lru_cache
from hashlib import sha256
from typing import Any

ID_LENGTH = 16
"""Hexadecimal digits of an identifier: 64 bits."""
_SHARED = 5
"""How many of them are the same in all that a document holds: 20 bits, a million neighbourhoods.

The other 44 tell the things of one document apart: of 20,000 rows in a table, two have the same
identifier once in 90,000 documents of that size.
"""


def content_id(*parts: Any) -> str:
    """A short identifier of ``parts``: the same parts give the same one, on every machine.

    >>> content_id("importi", 12) == content_id("importi", 12)
    True
    >>> content_id("a", "bc") == content_id("ab", "c")
    False
    """
    joined = "\x1f".join(map(str, parts))
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def id_within(documento_id: str, *parts: Any) -> str:
    """A short identifier of a thing of a document, which begins as those of all its things.

    So the rows of a document lie beside each other in every index made from identifiers, and
    writing one touches few pages of a store, however large the store has grown.

    >>> id_within("a", "importi", 12)[:5] == id_within("a", "atti", 3)[:5]
    True
    >>> id_within("a", "importi", 12) == id_within("b", "importi", 12)
    False
    """
    return _neighbourhood(documento_id) + content_id(documento_id, *parts)[_SHARED:]


@lru_cache(1024)
def _neighbourhood(documento_id: str) -> str:
    return content_id(documento_id)[:_SHARED]


def row_number(identifier: str) -> int:
    """The row number (63 bits) of an identifier, for tables whose rows a search index points to.

    >>> row_number("80000000000000ff")
    255
    """
    return int(identifier, 16) & (2**63 - 1)
