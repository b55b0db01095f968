"""The closing step of an ingest: the registry tables, brought up to date with the documents.

Three steps. What new documents say of names is added to what all say, what gone ones said is taken
out (``intake``); bodies and services are settled anew from these sums, which grow with the names
and not with the documents; what documents add to the registry is made anew for those that came or
went, and for the acts of others that name a thing whose identity changed.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

from extractor.registry import REGISTRY_VERSION
from extractor.registry.acts import Registry
from extractor.registry.bodies import Bodies, Resolved
from extractor.registry.citing import Citing
from extractor.registry.counting import Read, Reading
from extractor.registry.decisions import Decision, keep, stored
from extractor.registry.doubts import Doubt
from extractor.registry.gathering import Naming
from extractor.registry.intake import Act, act_of, acts, all_signs, hanging, take_in
from extractor.registry.people import People
from extractor.registry.rows import insert
from extractor.registry.services import Services
from extractor.registry.signs import hook
from extractor.registry.tally import Tally
from extractor.registry.things import Things
from extractor.store import registry_state as state
from extractor.store.privacy import hidden_names
from extractor.store.schema import REGISTRY

_MOST_MEANINGS = 20_000
"""Namings whose meaning is remembered at once."""


def update(connection: sqlite3.Connection, decisions: Sequence[Decision] | None = None) -> bool:
    """Bring the registry up to date with the store; gives whether there was anything to do.

    ``decisions`` take the place of those that the store keeps; None leaves them.
    """
    with _transaction(connection):
        if decisions is not None and tuple(decisions) != stored(connection):
            keep(connection, tuple(decisions))
        _start(connection)
    waiting = take_in(connection)
    made = connection.execute("select 1 from registro_stato where chiave = 'fatto'").fetchone()
    if made and not waiting:
        return False
    with _transaction(connection):
        _Making(connection).make()
        insert(connection, "registro_stato", [{"chiave": "fatto", "valore": "1"}])
    return True


class _transaction:
    """All or nothing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("begin immediate")

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._connection.execute("commit")
        else:
            self._connection.rollback()


def _start(connection: sqlite3.Connection) -> None:
    """Begin from nothing where the rules, the decisions or the hidden names are others."""
    before = dict(connection.execute("select chiave, valore from registro_stato"))
    version, mark = str(REGISTRY_VERSION), _mark(connection)
    if (before.get("versione"), before.get("segno")) == (version, mark):
        return
    step = state.SIGN if before.get("versione") == version else state.GATHER
    again = () if before.get("versione") == version else (state.READ_AGAIN,)
    for table in (*(each.nome for each in REGISTRY), *state.DERIVED, *again):
        connection.execute(f"delete from {table}")
    connection.execute(f"update {state.READ} set segnato = 0, stato = min(stato, ?)", (step,))
    connection.execute("delete from registro_stato")
    rows = ({"chiave": "versione", "valore": version}, {"chiave": "segno", "valore": mark})
    insert(connection, "registro_stato", rows)


def _mark(connection: sqlite3.Connection) -> str:
    """What tells whether the registry is of the decisions and hidden names of now."""
    hidden = connection.execute("select nome from oscurati order by nome").fetchall()
    said = repr((stored(connection), hidden))
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


class _Making:
    """One bringing up to date of the registry's rows."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        decisions = stored(connection)
        self._bodies = Bodies(decisions)
        self._services = Services(decisions)
        self._people = People(connection, decisions)
        self._tally = Tally(connection)
        self._citing = Citing(connection)
        self._hidden = hidden_names(connection)
        self._known: dict[str, str | None] = {}
        self._meanings: dict[tuple[str, ...], tuple[str, Resolved | None]] = {}
        connection.execute(
            "create temp table atti_da_rileggere (numero integer, atto integer, "
            "primary key (numero, atto)) without rowid"
        )

    def make(self) -> None:
        """Make anew what changed."""
        for sign in all_signs(self._connection):
            self._bodies.see(sign)
        self._bodies.settle()
        for sign in all_signs(self._connection):
            self._services.see(sign, lambda form: self._named(form) is not None)
        self._services.settle()
        things = Things(self._connection, self._bodies, self._services)
        new = self._waiting()
        self._read_again(self._renamed(things))
        self._settle_people(new)
        for documento_id, number in new:
            self._read(documento_id, number)
        for documento_id, number, places in self._again():
            self._tally.put_again(documento_id, number, self._acts_again(number, places))
        for documento_id, number in new:
            self._citing.document(documento_id, number)
        things.write()
        self._register()
        self._tell_doubts()
        for each in (self._tally, self._citing, self._people):
            each.close()
        self._close()

    def _named(self, name: str) -> str | None:
        if name not in self._known:
            self._known[name] = self._bodies.named(name)
        return self._known[name]

    def _renamed(self, things: Things) -> Iterator[tuple[int, int]]:
        """The acts that hang on a name whose identity is another than before."""
        run = self._connection.execute
        run("create temp table nomi_nuovi (nome text primary key, valore text) without rowid")
        for each in (self._bodies.state(), self._services.state()):
            self._connection.executemany("insert into temp.nomi_nuovi values (?, ?)", each)
        changed = [
            row[0]
            for row in run(
                f"select nome from temp.nomi_nuovi left join {state.KNOWN} as k using (nome) "
                f"where k.valore is not nomi_nuovi.valore union all select nome from {state.KNOWN} "
                "where nome not in (select nome from temp.nomi_nuovi)"
            )
        ]
        run(f"delete from {state.KNOWN} where nome not in (select nome from temp.nomi_nuovi)")
        self._connection.executemany(
            f"insert or replace into {state.KNOWN} select * from temp.nomi_nuovi where nome = ?",
            ((name,) for name in changed),
        )
        run("drop table temp.nomi_nuovi")
        kinds = {"e": "ente", "f": "servizio"}
        for name in changed:
            if name[0] in kinds:
                things.touch(kinds[name[0]], name[1:])
        yield from hanging(
            self._connection, {hook(name) for name in changed if name[0] not in kinds}
        )

    def _read_again(self, found: Iterable[tuple[int, int]]) -> None:
        """Note acts that are to be read again: the number of the document, the place in it."""
        query = "insert or ignore into temp.atti_da_rileggere values (?, ?)"
        self._connection.executemany(query, found)

    def _again(self) -> Iterator[tuple[str, int, list[int]]]:
        """The documents with acts to read again, that are not read anew as a whole."""
        query = (
            "select documento_id, numero, group_concat(atto) from temp.atti_da_rileggere "
            f"cross join {state.READ} using (numero) where stato = {state.DONE} group by numero"
        )
        for documento_id, number, places in self._connection.execute(query):
            yield documento_id, number, sorted(map(int, places.split(",")))

    def _waiting(self) -> list[tuple[str, int]]:
        """The documents to tally, with their numbers."""
        query = f"select documento_id, numero from {state.READ} where stato = {state.TALLY}"
        return self._connection.execute(f"{query} order by documento_id").fetchall()

    def _settle_people(self, new: list[tuple[str, int]]) -> None:
        of = (self._hidden, "soggetto")
        for documento_id, number in new:
            self._people.forget(number)
            for place, act in enumerate(acts(self._connection, documento_id, *of)):
                self._put_people(number, place, act)
        for _, number, places in self._again():
            for place, atto_id, _ in self._placed(number, places):
                self._put_people(number, place, act_of(self._connection, atto_id, *of))
        self._read_again(self._people.settle())
        query = f"select nome, valore from {state.UNITED}"
        self._read_again(self._people.join(dict(self._connection.execute(query))))
        self._connection.execute(f"delete from {state.UNITED}")
        self._connection.executemany(
            f"insert into {state.UNITED} values (?, ?)", self._people.joined.items()
        )

    def _put_people(self, number: int, place: int, act: Act) -> None:
        named = [(naming, self._acting_for(naming)) for naming in act.nomi]
        self._people.put(number, place, named)

    def _acting_for(self, naming: Naming) -> str:
        return (self._named(naming.definito) if naming.definito else None) or ""

    def _read(self, documento_id: str, number: int) -> None:
        query = "select id, data from atti where documento_id = ?"
        days = dict(self._connection.execute(query, (documento_id,)))
        found = acts(self._connection, documento_id, self._hidden) if days else []
        self._tally.put(
            documento_id,
            number,
            (Read(act.atto_id, days[act.atto_id], self._resolved(act)) for act in found),
        )

    def _acts_again(self, number: int, places: list[int]) -> Iterator[tuple[int, Read]]:
        for place, atto_id, day in self._placed(number, places):
            act = act_of(self._connection, atto_id, self._hidden)
            yield place, Read(atto_id, day, self._resolved(act))

    def _placed(self, number: int, places: list[int]) -> list[tuple[int, str, str | None]]:
        """Acts of a document by their places in it: with their identifiers and dates."""
        query = f"select atto, atto_id, data from {state.COUNTS_OF_ACTS} where numero = ? " \
                "and atto = ?"  # fmt: skip
        return [self._connection.execute(query, (number, each)).fetchone() for each in places]

    def _resolved(self, act: Act) -> Iterator[Reading]:
        bodies = self._bodies.local(act.nomi)
        services = self._services.local(act.nomi, act.territorio)
        for naming in act.nomi:
            if naming.genere == "soggetto":
                if found := self._people.identifier(naming, self._acting_for(naming)):
                    yield "soggetto", naming, Resolved(found, "nome", naming.forma)
            elif naming.definito or naming.ruolo == "testo" or not (bodies or services):
                # What the act itself defines makes no difference
                kind, meant = self._meaning(naming, act.territorio)
                if meant:
                    yield kind, naming, meant
            else:
                kind, meant = self._meant(naming, bodies, services, act.territorio)
                if meant:
                    yield kind, naming, meant

    def _meaning(self, naming: Naming, region: str) -> tuple[str, Resolved | None]:
        """What a naming means wherever it stands: the same words stand in many acts."""
        if naming.genere == "ente":
            key = ("ente", naming.forma, naming.ruolo, naming.definito, naming.codice)
        else:
            key = (naming.genere, naming.forma, naming.ruolo, naming.definito, region)
        if key not in self._meanings:
            if len(self._meanings) >= _MOST_MEANINGS:
                self._meanings.clear()
            self._meanings[key] = self._meant(naming, {}, {}, region)
        return self._meanings[key]

    def _meant(
        self, naming: Naming, bodies: dict[str, str], services: dict[str, str], region: str
    ) -> tuple[str, Resolved | None]:
        """What a naming means beside the short forms that its act defines; first the kind."""
        if naming.genere == "ente" and (meant := self._bodies.resolve(naming, bodies)):
            return "ente", meant
        kind = "fatto" if naming.genere == "fatto" else "servizio"
        return kind, self._services.resolve(naming, services, region)

    def _register(self) -> None:
        self._registry = Registry(self._connection, self._named, self._hidden)
        self._citing.bodies(self._registry.renamed())
        self._citing.link()
        self._registry.write()
        self._citing.link_more()

    def _tell_doubts(self) -> None:
        doubts: Iterable[Doubt] = (
            *self._bodies.doubts, *self._services.doubts, *self._people.doubts(),
            *self._registry.doubts(),
        )  # fmt: skip
        self._connection.execute("delete from dubbi_identita")
        rows: dict[str, dict[str, Any]] = {row["id"]: row for row in (d.row() for d in doubts)}
        insert(self._connection, "dubbi_identita", (rows[key] for key in sorted(rows)))

    def _close(self) -> None:
        run = self._connection.execute
        run("drop table temp.atti_da_rileggere")
        gone = f"select documento_id from {state.READ} where documento_id not in " \
               "(select id from documenti)"  # fmt: skip
        run(f"delete from {state.PRINTED_NAMES} where documento_id in ({gone})")
        run(f"delete from {state.HOOKS} where numero in (select numero from {state.READ} "
            f"where documento_id in ({gone}))")  # fmt: skip
        run(f"delete from {state.READ} where documento_id in ({gone})")
        run(f"update {state.READ} set stato = {state.DONE} where stato = {state.TALLY}")
