"""The closing step of an ingest: links between documents, made anew from keys."""

import sqlite3
from pathlib import PurePath

from sqlite_utils import Database

from extractor.store.ledger import CONTENTS
from extractor.store.registry_state import GATHER, READ

# A citation is linked to the act in the store that has its kind, number and year, when the two
# do not disagree on the date and, for acts that only one body can have numbered so, on the body:
# the acts of Giunta and Consiglio of a Region run through one register, those of the many
# directorates, agencies and municipalities do not. Of several copies of an act the one with the
# smallest id is taken, so that the order of work does not matter.
_LINK_CITATIONS = """
update riferimenti set atto_citato_id = (
    select min(cited.id) from atti as cited, atti as citing
    where citing.id = riferimenti.atto_id
      and cited.chiave_citazione = riferimenti.chiave_citazione
      and cited.identificativo is not citing.identificativo
      and (riferimenti.data is null or cited.data is null or cited.data = riferimenti.data)
      and (cited.ente = citing.ente or cited.ente = riferimenti.ente)
)
where {of}
"""

# The keys whose links may have changed: of the acts that came or went, and of what is cited by
# documents that came. The registry (``registry.update``) has not taken account of these yet.
_UNREAD = f"""
select id from documenti where id not in (select documento_id from {READ} where stato > {GATHER})
union select documento_id from {READ} where stato = {GATHER}
"""
_KEYS = f"""
create temp table chiavi_da_legare as
select chiave_citazione as chiave from chiavi_citate where documento_id in ({_UNREAD})
union select chiave_citazione from riferimenti where documento_id in ({_UNREAD})
and exists (select 1 from atti where atti.chiave_citazione = riferimenti.chiave_citazione)
"""

# A visto or an attachment that came as a file of its own belongs to the act it names.
_LINK_DOCUMENTS = """
update documenti_collegati set atto_id = (
    select min(atti.id) from atti
    where atti.chiave_citazione = documenti_collegati.chiave_citazione
      and atti.data = documenti_collegati.data
      and (documenti_collegati.ente is null or atti.ente = documenti_collegati.ente)
      and atti.documento_id <> documenti_collegati.documento_id
)
where chiave_citazione is not null
"""


# A document found at a path of its own is no archive's, though it may be in one too; of several
# paths it has the name of the first, whichever was read first; what is asked of an address is no
# name. One that stands in archives only is the first archive's.
_FOUND_ALONE = """
select documenti.id, documenti.nome, contenitore_id, min(
    case when instr(cartella, '://') and instr(percorso, '?')
    then substr(percorso, 1, instr(percorso, '?') - 1) else percorso end)
from file join documenti on documenti.id = file.documento_id group by documenti.id
"""
_FOUND_WITHIN = f"""
select documenti.id, documenti.nome, documenti.contenitore_id, held.nome, held.contenitore_id
from {CONTENTS} as held join documenti on documenti.id = held.documento_id
where not exists (select 1 from file where file.documento_id = held.documento_id)
order by documenti.id, held.contenitore_id, held.nome
"""


def link(database: Database) -> None:
    """Tie citations to the acts they cite, and separate files to their acts."""
    _name(database)
    database.execute(_KEYS)
    link_citations(database.conn, "temp.chiavi_da_legare")
    database.execute("drop table temp.chiavi_da_legare")
    database.execute(_LINK_DOCUMENTS)


def link_citations(connection: sqlite3.Connection, keys: str) -> None:
    """Tie the citations with the keys of a table (column ``chiave``) to the acts they cite."""
    connection.execute(
        "update riferimenti set atto_citato_id = null where atto_citato_id is not null "
        f"and chiave_citazione in (select chiave from {keys})"
    )
    of = f"chiave_citazione in (select chiave from {keys})"
    connection.execute(_LINK_CITATIONS.format(of=of))


def link_citations_of(connection: sqlite3.Connection, documento_id: str) -> None:
    """Tie the citations of a document to the acts they cite."""
    of = "documento_id = ? and chiave_citazione is not null"
    connection.execute(_LINK_CITATIONS.format(of=of), (documento_id,))


def _name(database: Database) -> None:
    """Give every document the name and the container that its paths and archives make."""
    named: set[str] = set()
    wanted: dict[str, tuple[str, str | None]] = {}
    for documento_id, name, container, path in database.execute(_FOUND_ALONE):
        if (name, container) != (PurePath(path).name, None):
            wanted[documento_id] = (PurePath(path).name, None)
    for documento_id, name, container, first, holder in database.execute(_FOUND_WITHIN):
        if documento_id not in named and (name, container) != (first, holder):
            wanted[documento_id] = (first, holder)
        named.add(documento_id)
    database.conn.executemany(
        "update documenti set nome = ?, contenitore_id = ? where id = ?",
        [(name, container, documento_id) for documento_id, (name, container) in wanted.items()],
    )
