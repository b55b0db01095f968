"""Which acts the documents cite, by key; and the links from citations to the acts of the store."""

import sqlite3
from collections.abc import Iterable

from extractor.registry.acts import UNKEYED, UNNUMBERED
from extractor.store.links import link_citations
from extractor.store.registry_state import CITED, READ

# "or replace": what cannot fail half way keeps no journal of its own
_COUNTED = """
select {key}, coalesce(r.ente, ''), coalesce(r.data, ''), d.numero, r.tipo, r.anno,
       max(length(r.numero) || '|' || r.numero), min(urn), count(*), count(distinct r.atto_id),
       min(r.atto_citato_id)
from {source} where {condition} group by 1, 2, 3, 4
"""
_OF_DOCUMENT = f"riferimenti as r join {READ} as d using (documento_id)"
_OF_KEYS = (
    "temp.chiavi_degli_atti as k cross join riferimenti as r on r.chiave_citazione = k.chiave "
    f"join {READ} as d on d.documento_id = r.documento_id"
)
_NUMBERED = f"insert or replace into {CITED} " + _COUNTED.format(
    key="r.chiave_citazione", source=_OF_DOCUMENT,
    condition="r.documento_id = ? and r.chiave_citazione is not null",
)  # fmt: skip
_DATED = f"insert or replace into {CITED} " + _COUNTED.format(
    key=f"'{UNNUMBERED}' || r.tipo || '|' || r.data", source=_OF_DOCUMENT,
    condition="r.documento_id = ? and r.chiave_citazione is null and r.data is not null "
    "and r.ente is not null",
)  # fmt: skip
_HELD = f"""
insert or replace into {CITED}
select '{UNKEYED}' || id, '', '', d.numero, tipo, anno, null, null, 0, 0, id
from atti join {READ} as d using (documento_id)
where documento_id = ? and chiave_citazione is null
"""
_AGAIN = f"insert or replace into {CITED} " + _COUNTED.format(
    key="r.chiave_citazione", source=_OF_KEYS, condition="true"
)
_LINK = """
update riferimenti set atto_citato_id = (
    select r.atto_id from citazioni join registro_atti as r on r.id = registro_id
    where citazioni.chiave_citazione = riferimenti.chiave_citazione
      and citazioni.ente = riferimenti.ente
      and citazioni.data is riferimenti.data
      and r.atto_id is not riferimenti.atto_id
)
where atto_citato_id is null and ente is not null
  and chiave_citazione in (select chiave from temp.chiavi_degli_atti)
"""


class Citing:
    """Keeps account of what each document cites, and which keys that touches."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for name in ("chiavi_toccate", "chiavi_degli_atti"):
            connection.execute(f"create temp table {name} (chiave text primary key) without rowid")

    def close(self) -> None:
        """Forget what was touched."""
        for name in ("chiavi_toccate", "chiavi_degli_atti"):
            self._connection.execute(f"drop table temp.{name}")

    def document(self, documento_id: str, number: int) -> None:
        """Count what a document cites and holds, in place of what it did."""
        run = self._connection.execute
        touched = f"insert or ignore into temp.chiavi_toccate select chiave from {CITED} " \
                  "where numero = ?"  # fmt: skip
        run(touched, (number,))
        run("insert or ignore into temp.chiavi_toccate select chiave_citazione from chiavi_citate "
            "where documento_id = ?", (documento_id,))  # fmt: skip
        run(f"delete from {CITED} where numero = ?", (number,))
        for query in (_NUMBERED, _DATED, _HELD):
            run(query, (documento_id,))
        run(touched, (number,))

    def bodies(self, names: Iterable[str]) -> None:
        """Touch the keys of acts whose bodies, so called, are others than they were."""
        run = self._connection.execute
        names = list(names)
        if not names:
            return
        run("create temp table chiamati (ente text primary key) without rowid")
        self._connection.executemany(
            "insert into temp.chiamati values (?)", ((name,) for name in names)
        )
        run(f"insert or ignore into temp.chiavi_toccate select chiave from {CITED} "
            "where ente in (select ente from temp.chiamati)")  # fmt: skip
        run(f"insert or ignore into temp.chiavi_toccate "
            f"select coalesce(chiave_citazione, '{UNKEYED}' || id) from temp.chiamati as c "
            "cross join atti on atti.ente = c.ente")  # fmt: skip
        run("drop table temp.chiamati")

    def link(self) -> None:
        """Tie the citations with touched keys to acts by what they print, and count them anew."""
        run = self._connection.execute
        run("insert into temp.chiavi_degli_atti select chiave from temp.chiavi_toccate "
            "where exists (select 1 from atti where chiave_citazione = chiave)")  # fmt: skip
        link_citations(self._connection, "temp.chiavi_degli_atti")
        run(f"delete from {CITED} where chiave in (select chiave from temp.chiavi_degli_atti)")
        run(_AGAIN)

    def link_more(self) -> None:
        """Tie those of bodies that they print in another way, as the registry has it."""
        self._connection.execute(_LINK)
