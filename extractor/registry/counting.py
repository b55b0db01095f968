"""What one act adds to the registry: how often it prints each form, presences, ties."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from extractor.registry.bodies import Resolved
from extractor.registry.gathering import Naming
from models.identity import content_id

REASONS = ("nome", "codice", "definizione", "sigla", "forma_giuridica", "decisione")
"""Why a form is a thing's, the strongest first."""
UNPRINTED = len(REASONS)
"""In place of a reason, of a name that is known and stands nowhere."""
_WHOLE = frozenset({"scheda", "oggetto"})
"""Roles of a service whose act is about it as a whole."""
_CODES = """
select codici.atto_id, codici.tipo, valore, valido, codici.id, m.testo, m.inizio, m.fine, m.pagina
from codici left join menzioni as m on m.fatto_id = codici.id
where codici.documento_id = ? and codici.tipo in ('cup', 'cig') and codici.atto_id is not null
order by codici.atto_id, m.inizio, m.id
"""

_FACTS_OF_SERVICES = """
select atto_id, 'importi', id from importi where documento_id = :id
union all select atto_id, 'rilasci', id from rilasci where documento_id = :id
union all select atto_id, 'scadenze', id from scadenze where documento_id = :id
union all select atto_id, 'persone', id from persone where documento_id = :id
  and (funzione like 'referente%' or funzione like 'responsabile%' or funzione = 'firmatario')
"""
"""What an act about a service as a whole says of it."""

Reading = tuple[str, Naming, Resolved]
"""The kind of a thing named, or ``fatto``; the naming; what it means."""
Key = tuple[str, str, str]
"""A thing's kind, its identity and a form; a thing itself is the empty form."""
Count = tuple[int, int, int, Any, Any]
"""Of a form in an act: its number, how often it is printed, why it is the thing's, the first place
without the act, and of a thing itself the roles of a person or the validity of a code."""


class Read(NamedTuple):
    """An act with what it names."""

    atto_id: str
    data: str | None
    letti: Iterable[Reading]


@lru_cache(maxsize=10_000)
def form_number(kind: str, identity: str, form: str) -> int:
    """The number of a form, of 64 bits with a sign; ``alias.id`` has the same bits."""
    number = int(content_id("alias", kind, identity, form), 16)
    return number - 2**64 if number >> 63 else number


class _Count:
    __slots__ = ("place", "reason", "roles", "times")

    def __init__(self) -> None:
        self.times = 0
        self.reason = UNPRINTED
        self.place: tuple[Any, ...] | None = None
        self.roles: set[str] = set()

    def seen(self, times: int, reason: int, place: tuple[Any, ...]) -> None:
        self.times += times
        self.reason = min(self.reason, reason)
        if self.place is None or _order(place) < _order(self.place):
            self.place = place


def _order(place: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple("" if each is None else str(each).zfill(9) for each in place)


class ActCounts:
    """The counts of an act, its presences and ties."""

    def __init__(self, atto_id: str, data: str | None, documento_id: str) -> None:
        self.atto_id = atto_id
        self.data = data
        self._document = documento_id
        self._counts: dict[Key, _Count] = defaultdict(_Count)
        self.present: list[dict[str, Any]] = []
        self.ties: dict[Key, dict[str, Any]] = {}

    def counts(self) -> list[Count]:
        """How often each form is printed, in the order of the forms' numbers."""
        return sorted(
            (
                (form, each.times, each.reason, each.place, None if key[2] else sorted(each.roles))
                for form, key in self.forms()
                for each in (self._counts[key],)
            ),
            key=lambda count: count[0],
        )

    def forms(self) -> Iterator[tuple[int, Key]]:
        """The forms with their numbers."""
        return ((form_number(*key), key) for key in self._counts)

    def read(self, found: Iterable[Reading], facts: "Facts") -> None:
        """Take account of what the act names."""
        roles: dict[tuple[str, str], tuple[set[str], int]] = {}
        for kind, naming, meant in found:
            if kind == "fatto":
                table, _, fact = naming.codice.partition(":")
                self._tie(meant.identita, table, fact, "brano")
                continue
            self._form(kind, naming, meant)
            said, times = roles.get((kind, meant.identita), (set(), 0))
            role = "nel_testo" if naming.ruolo in ("testo", "sigla") else naming.ruolo
            roles[(kind, meant.identita)] = (said | {role}, times + naming.volte)
        for (kind, identity), (said, times) in sorted(roles.items()):
            self._presence(kind, identity, said, times, said if kind == "soggetto" else set())
            if kind == "servizio" and said & _WHOLE:
                for table, fact in facts.of_service(self.atto_id):
                    self._tie(identity, table, fact, "atto")

    def code(self, kind: str, value: str, printed: list[tuple[Any, ...]], valid: set[str]) -> None:
        """Take account of a code: ``printed`` are the forms, each with its place."""
        for text, *place in printed:
            self._counts[(kind, value, text)].seen(1, REASONS.index("codice"), tuple(place))
        self._presence(kind, value, {"nel_testo"}, len(printed), valid)

    def _form(self, kind: str, naming: Naming, meant: Resolved) -> None:
        count = self._counts[(kind, meant.identita, meant.forma if naming.volte else naming.forma)]
        if naming.volte:
            start = naming.inizio + meant.scarto
            end = start + len(meant.forma)
            place = (start, end, naming.tabella, naming.fatto_id, naming.pagina)
            count.seen(naming.volte, REASONS.index(meant.ragione), place)

    def _presence(
        self, kind: str, identity: str, roles: set[str], times: int, own: set[str]
    ) -> None:
        count = self._counts[(kind, identity, "")]
        count.times = int(kind == "ente" and "emana" in roles)
        count.reason = 0
        count.roles = own
        self.present.append(
            {
                "genere": kind, "identita": identity, "documento_id": self._document,
                "atto_id": self.atto_id, "ruoli": tuple(sorted(roles)), "volte": times,
            }
        )  # fmt: skip

    def _tie(self, service: str, table: str, fact: str, how: str) -> None:
        key = (service, table, fact)
        if key not in self.ties or how == "atto":
            self.ties[key] = {
                "servizio_id": service, "tabella": table, "fatto_id": fact,
                "documento_id": self._document, "atto_id": self.atto_id, "legame": how,
            }  # fmt: skip


class Facts:
    """The facts of a document that count in the registry."""

    def __init__(self, connection: sqlite3.Connection, documento_id: str) -> None:
        self._connection = connection
        self._document = documento_id
        self._of_services: dict[str, list[tuple[str, str]]] | None = None

    def of_service(self, act: str) -> list[tuple[str, str]]:
        """What an act about a service as a whole says of it: tables and identifiers."""
        if self._of_services is None:
            self._of_services = defaultdict(list)
            found = self._connection.execute(_FACTS_OF_SERVICES, {"id": self._document})
            for of, table, fact in found:
                self._of_services[of].append((table, fact))
        return self._of_services.get(act, [])

    def codes(self, days: dict[str, str | None]) -> list[ActCounts]:
        """The projects and tenders of the acts that name any: the code is the identity."""
        found: dict[Key, tuple[list[tuple[Any, ...]], set[str]]] = {}
        for act, tipo, value, valid, fact, text, start, end, page in self._connection.execute(
            _CODES, (self._document,)
        ):
            kind = "progetto" if tipo == "cup" else "gara"
            printed, said = found.setdefault((act, kind, value), ([], set()))
            if text:
                printed.append((text, start, end, "codici", fact, page))
            if valid is not None:
                said.add(str(valid))
        acts: dict[str, ActCounts] = {}
        for (act, kind, value), (printed, said) in found.items():
            if act not in acts:
                acts[act] = ActCounts(act, days.get(act), self._document)
            acts[act].code(kind, value, printed, said)
        return list(acts.values())
