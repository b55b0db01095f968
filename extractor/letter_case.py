"""How many of a text's letters are capitals, and how many small ones.

Nearly all are of ASCII, which bytes count at once; only the others are looked at one by one.
"""

from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

_CAPITALS = ascii_uppercase.encode()
_SMALL = ascii_lowercase.encode()
_ASCII = frozenset(map(chr, range(128)))


class Letters(NamedTuple):
    """Numbers of letters: all, which may be neither capital nor small, and of both cases."""

    tutte: int
    maiuscole: int
    minuscole: int


def letters(text: str) -> Letters:
    """The letters of ``text``.

    >>> letters("Città di È, 12ª")
    Letters(tutte=9, maiuscole=2, minuscole=7)
    """
    common = text.encode("ascii", "ignore")
    capitals = len(common) - len(common.translate(None, _CAPITALS))
    small = len(common) - len(common.translate(None, _SMALL))
    total = capitals + small
    if len(common) < len(text):
        for char in set(text) - _ASCII:
            count = text.count(char)
            total += count * char.isalpha()
            capitals += count * char.isupper()
            small += count * char.islower()
    return Letters(total, capitals, small)
