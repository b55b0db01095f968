"""The sheets and lists of an act: one module per kind, each a reader from text to records.

A reader takes the act's text with its tables (``grid.Source``) and gives records with their
evidence. It finds its own sheet by its printed titles, so it does not matter whether the text
came from a PDF, where tables are marked, or from plain text, where lines are hard-wrapped.
"""

from collections.abc import Callable, Iterable

from extractor.structure.sheets import (
    cup_sheets,
    grants,
    interventions,
    movements,
    parties,
    releases,
    service_sheets,
    whole_tables,
)
from extractor.structure.sheets.grid import Source, source
from models import Act, Fatto, Table

READERS: tuple[tuple[str, Callable[[Source], Iterable[Fatto]]], ...] = (
    ("rilasci", releases.read),
    ("schede_servizio", service_sheets.read),
    ("schede_cup", cup_sheets.read),
    ("beneficiari", grants.read),
    ("interventi", interventions.read),
    ("contraenti", parties.read),
    ("movimenti", movements.read),
    ("tabelle", whole_tables.read),
)
"""The readers, by the table of the store that their records go to."""


def read_sheets(text: str, act: Act, tables: tuple[Table, ...]) -> tuple[Fatto, ...]:
    """The records of the act's sheets, lists and tables, in text order.

    Offsets of ``act``, ``tables`` and the records count in ``text``, the document's own.
    """
    read = source(text, act, tables)
    found = [record for _, reader in READERS for record in reader(read)]
    return tuple(sorted(found, key=lambda record: (record.inizio, record.fine)))
