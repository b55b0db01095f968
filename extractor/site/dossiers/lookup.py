"""Which acts name a thing, found by the tables' own indexes.

The masked views that pages read (``store.masking``) have no index on a masked text: what is
asked for by its name or code is looked up in the tables themselves, which give identifiers and
counts here and no text. Every word that a page shows is then read masked, by those identifiers.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from extractor.registry.names import person_words
from extractor.site.dossiers.identities import (
    KIND,
    TABLES,
    Identity,
    called,
    identities,
    identity,
)
from extractor.site.dossiers.kinds import KINDS, may_be_public
from extractor.store.opening import open_read_only
from extractor.store.persons import OFFICE
from extractor.store.privacy import hidden_names

MANY = 10_000
"""Acts that are counted one by one; of more it is said that they are more."""
_VARIANTS = 40
_ISSUERS = 30
_ALIASES = 200
TIED = 300
"""Facts of a kind that are shown of a service."""


class Naming(NamedTuple):
    """The rows that name a thing: a table, its column with the act, and a condition on it."""

    tabella: str
    colonna: str
    condizione: str
    valori: dict[str, Any]

    @property
    def fatti(self) -> str:
        """The table of the facts that name it; empty where no fact does."""
        if self.tabella != "presenze":
            return self.tabella
        return "persone" if self.valori["genere"] == "soggetto" else ""

    def acts(self) -> str:
        """A query for the acts, each at least once."""
        return f"select {self.colonna} from {self.tabella} where {self.condizione}"


class Narrowing(NamedTuple):
    """Which of the acts are wanted, and in what order."""

    anno: int | None = None
    ente: str = ""
    dal_primo: bool = False

    def condition(self, naming: Naming) -> str:
        """On table ``atti``; begins with "and" where there is any.

        The year of a body's acts is that of their day: the index of bodies has the days.
        """
        parts = []
        if self.anno is not None:
            by_day = "and atti.data >= :primo_giorno and atti.data <= :ultimo_giorno"
            parts.append(by_day if naming.tabella == "atti" else "and atti.anno = :anno")
        if self.ente:
            parts.append("and atti.ente = :ente")
        return " ".join(parts)

    def values(self) -> dict[str, Any]:
        """The values that the condition names."""
        year = f"{self.anno or 0:04d}"
        days = {"primo_giorno": f"{year}-01-01", "ultimo_giorno": f"{year}-12-31"}
        return {"anno": self.anno, "ente": self.ente, **days}


class Lookup:
    """A store's indexes; see the module. Close it with the block it is opened for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._counted: tuple[Naming | None, Counter[tuple[int | None, str | None]]]
        self._counted = (None, Counter())

    def identities(self, kind: str, text: str) -> list[Identity]:
        """The things of the registry that a text may mean."""
        return identities(self._connection, kind, text)

    def identity(self, kind: str, identifier: str) -> Identity | None:
        """The thing of the registry with an identifier, where it has a dossier."""
        return identity(self._connection, kind, identifier)

    def row(self, kind: str, identifier: str) -> dict[str, Any]:
        """What the registry says of a thing."""
        found = self._connection.execute(
            f"select * from {TABLES[kind]} where id = ?", (identifier,)
        )
        names = [column[0] for column in found.description]
        return dict(zip(names, found.fetchone() or (), strict=False))

    def naming(self, kind: str, value: str, role: str = "") -> Naming | None:
        """Where a thing is named; None when it cannot have a dossier.

        ``value`` is as ``kinds.compact`` gives it, or an identifier of the registry; ``role``
        tells apart what a body does in an act: ``emana``, ``parte``, ``citato`` or ``nominato``.
        """
        if kind in TABLES:
            return self._of_identity(kind, value, role) if self.identity(kind, value) else None
        if kind == "atto":
            return _naming("riferimenti", "chiave_citazione", [value])
        if not may_be_public(kind, value):
            return None
        found = _naming("codici", "valore", [value])
        return found._replace(
            condizione=f"tipo = :tipo and {found.condizione}",
            valori=found.valori | {"tipo": KINDS[kind].tipo},
        )

    def _of_identity(self, kind: str, identifier: str, role: str) -> Naming | None:
        if role in ("emana", "citato"):
            names = called(self._connection, identifier)[:_VARIANTS]
            table = "atti" if role == "emana" else "riferimenti"
            found = _naming(table, "ente", names)
            return found._replace(colonna="id") if table == "atti" else found
        if role == "parte":
            return _naming("contraenti", "denominazione", self.forms(kind, identifier)[:_VARIANTS])
        values = {"genere": KIND[kind], "identita": identifier}
        return Naming("presenze", "atto_id", "genere = :genere and identita = :identita", values)

    def forms(self, kind: str, identifier: str) -> list[str]:
        """The forms of a thing, as printed: those of most acts first."""
        return [row[0] for row in self._aliases("forma", kind, identifier)]

    def aliases(self, kind: str, identifier: str) -> list[str]:
        """The identifiers of the same in ``alias``."""
        return [row[0] for row in self._aliases("id", kind, identifier)]

    def _aliases(self, column: str, kind: str, identifier: str) -> list[tuple[str]]:
        return self._connection.execute(
            f"select {column} from alias where genere = ? and identita = ? "
            f"order by atti desc, forma limit {_ALIASES}",
            (KIND[kind], identifier),
        ).fetchall()

    def tied(self, service: str) -> dict[str, list[str]]:
        """The facts tied to a service, by table; of a great many, some."""
        found: dict[str, list[str]] = {}
        for table in ("importi", "rilasci", "scadenze", "persone"):
            rows = self._connection.execute(
                "select fatto_id from servizi_fatti where servizio_id = ? and tabella = ? "
                f"limit {TIED}",
                (service, table),
            )
            found[table] = [row[0] for row in rows]
        return found

    def total(self, naming: Naming) -> int:
        """The acts, up to ``MANY + 1``; all of them where an index says their number at once."""
        query = (
            f"select count(*) from (select distinct {naming.colonna} from {naming.tabella} "
            f"where {naming.condizione} limit {MANY + 1})"
        )
        if naming.tabella == "atti":
            query = f"select count(*) from atti where {naming.condizione}"
        return int(self._connection.execute(query, naming.valori).fetchone()[0])

    def count(self, naming: Naming, narrowing: Narrowing, total: int) -> int:
        """Those of the ``total`` acts that are wanted, up to ``MANY + 1`` too."""
        condition = narrowing.condition(naming)
        if not condition:
            return total
        query = (
            f"select count(*) from (select 1 from atti where {_named(naming, total)} "
            f"{condition} limit {MANY + 1})"
        )
        return int(self._connection.execute(query, _values(naming, narrowing)).fetchone()[0])

    def page(
        self, naming: Naming, narrowing: Narrowing, total: int, limit: int, offset: int = 0
    ) -> list[str]:
        """The identifiers of ``limit`` of the acts, the latest first."""
        order = "atti.data is null, atti.data, atti.riga"
        if not narrowing.dal_primo:
            order = "atti.data desc, atti.riga"
        rows = self._connection.execute(
            f"select id from atti where {_named(naming, total)} "
            f"{narrowing.condition(naming)} order by {order} limit :limite offset :salto",
            _values(naming, narrowing) | {"limite": limit, "salto": offset},
        )
        return [row[0] for row in rows]

    def years(self, naming: Naming, narrowing: Narrowing, total: int) -> list[tuple[int, int]]:
        """How many acts there are of each year; none when they are too many to be counted."""
        if naming.tabella == "atti" and not narrowing.condition(naming):
            query = (
                "select cast(substr(data, 1, 4) as integer), count(*) from atti "
                f"where {naming.condizione} and data is not null group by 1 order by 1"
            )
        elif total > MANY:
            return []
        elif naming.tabella != "atti":
            found: Counter[int] = Counter()
            for (year, body), count in self._crossed(naming, total).items():
                if year is not None and narrowing.ente in ("", body):
                    found[year] += count
            return sorted(found.items())
        else:
            query = (
                f"select anno, count(*) from atti where {naming.condizione} "
                f"{narrowing.condition(naming)} and anno is not null group by +anno order by 1"
            )
        rows = self._connection.execute(query, _values(naming, narrowing))
        return [(row[0], row[1]) for row in rows]

    def issuers(self, naming: Naming, total: int) -> list[str]:
        """The bodies with most of the acts, to choose among."""
        if naming.tabella == "atti" or total > MANY:
            return []
        found: Counter[str] = Counter()
        for (_, body), count in self._crossed(naming, total).items():
            if body is not None:
                found[body] += count
        hidden = hidden_names(self._connection)
        first = sorted(found, key=lambda body: (-found[body], body))[:_ISSUERS]
        return [body for body in first if not (hidden and hidden.search(body))]

    def _crossed(self, naming: Naming, total: int) -> Counter[tuple[int | None, str | None]]:
        """How many acts there are of each year and body: both choices at one time."""
        if self._counted[0] != naming:
            rows = self._connection.execute(
                f"select anno, ente from atti where {_named(naming, total)}", naming.valori
            )
            self._counted = (naming, Counter(rows))
        return self._counted[1]

    def facts(self, naming: Naming, acts: Sequence[str]) -> list[str]:
        """The identifiers of the facts that name the thing in some acts."""
        if naming.tabella == "atti":
            return list(acts)
        named = {f"a{place}": act for place, act in enumerate(acts)}
        marks = ", ".join(f":{name}" for name in named)
        if naming.tabella == "presenze":
            return self._facts_of(naming.valori, f"atto_id in ({marks})", named)
        rows = self._connection.execute(
            f"select id from {naming.tabella} where {naming.condizione} "
            f"and atto_id in ({marks}) limit 2000",
            naming.valori | named,
        )
        return [row[0] for row in rows]

    def _facts_of(self, values: dict[str, Any], acts: str, named: dict[str, str]) -> list[str]:
        """Of a person in office the rows that name it so; of other things no table has them."""
        if values["genere"] != "soggetto":
            return []
        forms = self._connection.execute(
            "select forma from alias where genere = :genere and identita = :identita", values
        )
        words = {person_words(row[0]) for row in forms}
        offices = ", ".join(f"'{each}'" for each in OFFICE)
        rows = self._connection.execute(
            f"select id, nome from persone where {acts} and funzione in ({offices})", named
        )
        return [row[0] for row in rows if person_words(row[1]) in words]


def _named(naming: Naming, total: int) -> str:
    """A condition on an act: few acts are gathered first, of many each is looked at in turn."""
    if naming.tabella == "atti":
        return naming.condizione
    if total <= MANY:
        return f"atti.id in ({naming.acts()})"
    return f"exists ({naming.acts()} and {naming.tabella}.atto_id = atti.id)"


def _values(naming: Naming, narrowing: Narrowing) -> dict[str, Any]:
    return naming.valori | narrowing.values()


def _naming(table: str, column: str, values: Sequence[str]) -> Naming:
    named = {f"v{place}": value for place, value in enumerate(values)}
    if len(named) == 1:
        return Naming(table, "atto_id", f"{column} = :v0", named)
    marks = ", ".join(f":{name}" for name in named)
    return Naming(table, "atto_id", f"{column} in ({marks})", named)


@contextmanager
def lookup(path: Path) -> Iterator[Lookup]:
    """The indexes of the store at ``path``, for as long as the block runs."""
    connection = open_read_only(path, check_same_thread=False)
    try:
        yield Lookup(connection)
    finally:
        connection.close()
