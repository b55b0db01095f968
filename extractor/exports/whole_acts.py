"""The acts of a store, whole, as Akoma Ntoso files in one archive; see ``akoma``."""

import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.exports.akoma import Cited, PartOfAct, WholeAct, as_xml

_COLUMNS = ("id", "tipo", "numero", "anno", "data", "ente", "data_pubblicazione")
_ACTS = f"select {', '.join(_COLUMNS)} from atti"
_PARTS = f"select {', '.join(PartOfAct._fields)} from parti where atto_id = ? order by ordine, id"
_CITED = """
select m.inizio, m.fine, r.urn from menzioni as m join riferimenti as r on r.id = m.fatto_id
where m.atto_id = ? and m.tabella = 'riferimenti' and m.flusso = 'testo' and r.urn is not null
"""
# The oldest moment that an archive can tell, so that the same acts give the same bytes
_MOMENT = (1980, 1, 1, 0, 0, 0)


def whole_acts(
    connection: sqlite3.Connection, where: str, values: tuple[Any, ...]
) -> Iterator[WholeAct]:
    """Each act with its parts, by its id; ``where`` narrows them down."""
    for row in connection.execute(f"{_ACTS}{where} order by id", values):
        act = dict(zip(_COLUMNS, row, strict=True))
        parts = connection.execute(_PARTS, (act["id"],)).fetchall()
        cited = connection.execute(_CITED, (act["id"],)).fetchall()
        yield WholeAct(
            act, [PartOfAct(*part) for part in parts], sorted({Cited(*each) for each in cited})
        )


def write_acts(path: Path, acts: Iterator[WholeAct]) -> Iterator[int]:
    """Write an archive with ``ID.xml`` of each act; gives after each how many there are."""
    with zipfile.ZipFile(path, "w") as archive:
        for count, act in enumerate(acts, start=1):
            entry = zipfile.ZipInfo(f"{act.atto['id']}.xml", _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, as_xml(act))
            yield count
