"""A block of a text that has no places on a page: a paragraph, or a row of a table."""

from typing import NamedTuple


class Block(NamedTuple):
    """A block of text, with the marks of emphasis in it; ``celle`` when it is a table's row.

    ``pagina`` counts form feeds from 1; ``gruppo`` is the same for rows of one table.
    """

    testo: str
    pagina: int = 1
    celle: tuple[str, ...] = ()
    gruppo: int = 0
