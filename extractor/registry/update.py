"""The closing step of an ingest: the registry tables, made anew from what the acts name."""

import sqlite3
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from extractor.registry.acts import LINK, Registry
from extractor.registry.bodies import Bodies, Resolved
from extractor.registry.decisions import Decision, keep, stored
from extractor.registry.doubts import Doubt
from extractor.registry.gathering import Naming, gather, read
from extractor.registry.names import region_of
from extractor.registry.people import People
from extractor.registry.rows import insert
from extractor.registry.services import Services
from extractor.registry.summing import Summing
from extractor.store.privacy import hidden_names
from extractor.store.schema import PRINTED_NAMES, REGISTRY

REGISTRY_VERSION = 1
"""Of the rules of this package; raised, every act is read again."""


def update(connection: sqlite3.Connection, decisions: Sequence[Decision] | None = None) -> bool:
    """Bring the registry up to date with the store; gives whether anything was made anew.

    ``decisions`` take the place of those that the store keeps; None leaves them.
    """
    state = dict(connection.execute("select chiave, valore from registro_stato"))
    if state.get("versione", str(REGISTRY_VERSION)) != str(REGISTRY_VERSION):
        connection.execute(f"delete from {PRINTED_NAMES}")
        connection.commit()
    gathered = gather(connection)
    connection.execute("begin immediate")
    try:
        if decisions is not None and tuple(decisions) != stored(connection):
            keep(connection, tuple(decisions))
        mark = _mark(connection)
        stale = bool(gathered) or state.get("segno") != mark
        if stale:
            _Making(connection).make()
            marks = {"segno": mark, "versione": str(REGISTRY_VERSION)}
            rows = ({"chiave": name, "valore": value} for name, value in marks.items())
            insert(connection, "registro_stato", rows)
        connection.execute(LINK)
        connection.execute("commit")
    except BaseException:
        connection.rollback()
        raise
    return stale


def _mark(connection: sqlite3.Connection) -> str:
    """What tells whether the registry is of the acts, decisions and hidden names of now."""
    parts: list[Any] = [REGISTRY_VERSION, stored(connection)]
    parts += connection.execute(f"select count(*), min(atto_id), max(atto_id) from {PRINTED_NAMES}")
    parts += connection.execute("select nome from oscurati order by nome")
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


class _Making:
    """One making of all the registry's rows."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        decisions = stored(connection)
        self._bodies = Bodies(decisions)
        self._services = Services(decisions)
        self._people = People(decisions)
        self._hidden = hidden_names(connection)
        self._regions: dict[str, str] = {}

    def make(self) -> None:
        """Take all rows out and put them in again."""
        for table in REGISTRY:
            self._connection.execute(f"delete from {table.nome}")
        for _, _, _, _, namings in self._acts():
            for naming in namings:
                self._bodies.see(naming)
        self._bodies.settle()
        for _, _, body, _, namings in self._acts():
            region = self._region(body)
            for naming in namings:
                if naming.genere == "soggetto":
                    self._people.see(naming.forma, self._acting_for(naming))
                elif not (naming.ruolo == "nel_testo" and self._bodies.named(naming.forma)):
                    # The system of a body (*sistema ANAC*) is called by the body's name
                    self._services.see(naming, region)
        self._services.settle()
        self._people.settle()
        summing = Summing(self._connection, self._bodies, self._services, self._people)
        for act, document, body, day, namings in self._acts():
            summing.add(act, document, day, self._resolved(body, namings))
        summing.write()
        doubts = [*self._bodies.doubts, *self._services.doubts, *self._people.doubts]
        summing.by_code()
        doubts += self._registry()
        rows = {row["id"]: row for row in (doubt.row() for doubt in doubts)}
        summing.insert("dubbi_identita", (rows[key] for key in sorted(rows)))

    def _acts(self) -> Iterator[tuple[str, str, str, str | None, list[Naming]]]:
        """Each act with its document, body, date and namings, but those of hidden names."""
        for act, document, body, day, names in self._connection.execute(
            f"select atti.id, atti.documento_id, ente, data, nomi from {PRINTED_NAMES} "
            "join atti on atti.id = atto_id order by atti.id"
        ):
            namings = list(read(names))
            if self._hidden:
                namings = [n for n in namings if not self._is_hidden(n)]
            yield act, document, body or "", day, namings

    def _is_hidden(self, naming: Naming) -> bool:
        assert self._hidden
        return bool(self._hidden.search(naming.forma) or self._hidden.search(naming.definito))

    def _region(self, body: str) -> str:
        if body not in self._regions:
            self._regions[body] = region_of(body)
        return self._regions[body]

    def _acting_for(self, naming: Naming) -> str:
        return (self._bodies.named(naming.definito) if naming.definito else None) or ""

    def _resolved(self, body: str, namings: list[Naming]) -> Iterator[tuple[str, Naming, Resolved]]:
        region = self._region(body)
        bodies = self._bodies.local(namings)
        services = self._services.local(namings, region)
        for naming in namings:
            if naming.genere == "soggetto":
                found = self._people.identifier(naming.forma, self._acting_for(naming))
                if found:
                    yield "soggetto", naming, Resolved(found, "nome", naming.forma)
                continue
            if naming.genere == "ente" and (meant := self._bodies.resolve(naming, bodies)):
                yield "ente", naming, meant
            elif meant := self._services.resolve(naming, services, region):
                yield "fatto" if naming.genere == "fatto" else "servizio", naming, meant

    def _registry(self) -> list[Doubt]:
        names: dict[str, str | None] = {}

        def body(name: str) -> str | None:
            if name not in names:
                names[name] = self._bodies.named(name)
            return names[name]

        registry = Registry(self._connection, body, self._hidden)
        ways: list[dict[str, Any]] = []

        def rows() -> Iterator[dict[str, Any]]:
            for row, citations in registry.rows():
                ways.extend(citations)
                yield row

        insert(self._connection, "registro_atti", rows())
        insert(self._connection, "citazioni", ways)
        return registry.doubts
