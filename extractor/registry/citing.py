"""Which acts the documents cite, by key; and the links from citations to the acts of the store."""

import sqlite3
from collections.abc import Iterable

from extractor.registry.acts import UNKEYED, UNNUMBERED
from extractor.store.links import link_citations, link_citations_of
from extractor.store.registry_state import CITED, READ

# "or replace": what cannot fail half way keeps no journal of its own
_COUNTED = f"""
select {{key}}, coalesce(r.ente, ''), coalesce(r.data, ''), d.numero, r.tipo, r.anno,
       max(length(r.numero) || '|' || r.numero), min(urn), count(*), count(distinct r.atto_id),
       min(r.atto_citato_id)
from riferimenti as r join {READ} as d using (documento_id) where {{condition}}
group by 1, 2, 3, 4
"""
_NUMBERED = f"insert or replace into {CITED} " + _COUNTED.format(
    key="r.chiave_citazione",
    condition="r.documento_id = ? and r.chiave_citazione is not null",
)  # fmt: skip
_DATED = f"insert or replace into {CITED} " + _COUNTED.format(
    key=f"'{UNNUMBERED}' || r.tipo || '|' || r.data",
    condition="r.documento_id = ? and r.chiave_citazione is null and r.data is not null "
    "and r.ente is not null",
)  # fmt: skip
_HELD = f"""
insert or replace into {CITED}
select '{UNKEYED}' || id, '', '', d.numero, tipo, anno, null, null, 0, 0, id
from atti join {READ} as d using (documento_id)
where documento_id = ? and +chiave_citazione is null
"""
_AGAIN = f"insert or replace into {CITED} " + _COUNTED.format(
    key="r.chiave_citazione", condition="r.chiave_citazione = ?"
)
_LINK = """
update riferimenti set atto_citato_id = (
    select r.atto_id from citazioni join registro_atti as r on r.id = registro_id
    where citazioni.chiave_citazione = riferimenti.chiave_citazione
      and citazioni.ente = riferimenti.ente
      and citazioni.data is riferimenti.data
      and r.atto_id is not riferimenti.atto_id
)
where atto_citato_id is null and ente is not null and {of}
"""
_WAYS = """
select c.chiave_citazione, c.ente, c.data, r.atto_id
from temp.chiavi_degli_atti as k join citazioni as c on c.chiave_citazione = k.chiave
     join registro_atti as r on r.id = c.registro_id
"""


class Citing:
    """Keeps account of what each document cites, and which keys that touches.

    The keys of acts that came or went are moved: whatever cites them is tied anew. Of the other
    keys only what new documents cite is, since many may cite the same acts.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        for name in _KEYS:
            connection.execute(f"create temp table {name} (chiave text primary key) without rowid")
        self._documents: list[tuple[str, int]] = []

    def close(self) -> None:
        """Forget what was touched."""
        for name in _KEYS:
            self._connection.execute(f"drop table temp.{name}")

    def document(self, documento_id: str, number: int) -> None:
        """Take account of a document that came, went or changed."""
        run = self._connection.execute
        self._documents.append((documento_id, number))
        run("insert or ignore into temp.chiavi_toccate "
            f"select chiave from {CITED} where numero = ?", (number,))  # fmt: skip
        for name in ("chiavi_toccate", "chiavi_mosse"):
            run(f"insert or ignore into temp.{name} select chiave_citazione from chiavi_citate "
                "where documento_id = ?", (documento_id,))  # fmt: skip

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
        """Tie citations to acts by what they print, and count them."""
        run = self._connection.execute
        run("delete from temp.chiavi_mosse "
            "where not exists (select 1 from atti where chiave_citazione = chiave)")  # fmt: skip
        link_citations(self._connection, "temp.chiavi_mosse")
        for documento_id, number in self._documents:
            link_citations_of(self._connection, documento_id)
            run(f"delete from {CITED} where numero = ?", (number,))
            for query in (_NUMBERED, _DATED, _HELD):
                run(query, (documento_id,))
            run("insert or ignore into temp.chiavi_toccate "
                f"select chiave from {CITED} where numero = ?", (number,))  # fmt: skip
        run(f"delete from {CITED} where chiave in (select chiave from temp.chiavi_mosse)")
        # One by one: of all keys together SQLite would make an index of all citations first
        for key in run("select chiave from temp.chiavi_mosse").fetchall():
            run(_AGAIN, key)
        run("insert into temp.chiavi_degli_atti select chiave from temp.chiavi_toccate "
            "where exists (select 1 from atti where chiave_citazione = chiave)")  # fmt: skip
        run(f"create temp table modi_prima as {_WAYS}")

    def link_more(self) -> None:
        """Tie those of bodies that they print in another way, as the registry has it."""
        run = self._connection.execute
        run(f"create temp table chiavi_cambiate as select distinct chiave_citazione as chiave "
            f"from (select * from temp.modi_prima except {_WAYS})")  # fmt: skip
        link_citations(self._connection, "temp.chiavi_cambiate")
        run("insert or ignore into temp.chiavi_mosse select chiave from temp.chiavi_cambiate")
        run(_LINK.format(of="chiave_citazione in (select chiave from temp.chiavi_mosse)"))
        for documento_id, _ in self._documents:
            run(_LINK.format(of="documento_id = ? and chiave_citazione in "
                "(select chiave from temp.chiavi_degli_atti)"), (documento_id,))  # fmt: skip
        for name in ("modi_prima", "chiavi_cambiate"):
            run(f"drop table temp.{name}")


_KEYS = ("chiavi_toccate", "chiavi_mosse", "chiavi_degli_atti")
