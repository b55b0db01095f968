"""Every table of the act, whole: what no other reader understands can still be looked up."""

from collections.abc import Iterator

from extractor.structure.sheets.grid import Source
from models import Tabella


def read(source: Source) -> Iterator[Tabella]:
    """The tables of the act, with the titles of their columns and all their cells."""
    for grid in source.griglie:
        rows = tuple(tuple(source.read(cell) for cell in row) for row in grid.body())
        heading = grid.heading(source.testo)
        if any(any(row) for row in rows) or any(heading):
            yield Tabella(
                inizio=grid.inizio,
                fine=grid.fine,
                testo=source.testo[grid.inizio : grid.fine],
                fonte="tabella",
                intestazione=heading,
                righe=rows,
            )
