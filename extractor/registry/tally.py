"""What each document adds to the registry: its forms with their counts, presences, ties."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from extractor.registry.bodies import Resolved
from extractor.registry.gathering import Naming
from extractor.registry.rows import bring
from extractor.store.registry_state import COUNTS, FORMS
from models.identity import content_id

REASONS = ("nome", "codice", "definizione", "sigla", "forma_giuridica", "decisione")
"""Why a form is a thing's, the strongest first."""
UNPRINTED = len(REASONS)
"""In place of a reason, of a name that is known and stands nowhere."""
_WHOLE = ("scheda", "oggetto")
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


class Read(NamedTuple):
    """An act with what it names."""

    atto_id: str
    data: str | None
    letti: Iterable[Reading]


def form_number(kind: str, identity: str, form: str) -> int:
    """The number of a form, of 64 bits with a sign; ``alias.id`` has the same bits."""
    number = int(content_id("alias", kind, identity, form), 16)
    return number - 2**64 if number >> 63 else number


class _Count:
    """How often a document prints a form, where first, and why it is the thing's."""

    __slots__ = ("acts", "days", "place", "reason", "roles", "times")

    def __init__(self) -> None:
        self.times = 0
        self.acts: set[str] = set()
        self.reason = UNPRINTED
        self.place: tuple[Any, ...] | None = None
        self.days: set[str] = set()
        self.roles: set[str] = set()

    def seen(self, act: str, times: int, reason: int, place: tuple[Any, ...] | None) -> None:
        self.times += times
        self.acts.add(act)
        self.reason = min(self.reason, reason)
        if place and (self.place is None or _order(place) < _order(self.place)):
            self.place = place


def _order(place: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple("" if each is None else str(each).zfill(9) for each in place)


class Tally:
    """Puts documents' counts into the store, and notes which forms they touch."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("create temp table forme_toccate (forma integer primary key)")

    def close(self) -> None:
        """Forget what was touched."""
        self._connection.execute("drop table temp.forme_toccate")

    def put(self, documento_id: str, number: int, acts: Iterable[Read]) -> None:
        """Count what a document names, in place of what was counted of it before."""
        counting = _Document(self._connection, documento_id)
        for act in acts:
            counting.add(act)
        counting.codes()
        forms = {form_number(*key): key for key in counting.counts}
        counts = (_row(each, number, counting.counts[key]) for each, key in forms.items())
        changed = bring(self._connection, COUNTS, ("numero", number), ("forma", "numero"), counts)
        touched = {form for each in changed for form, _ in each}
        self._connection.executemany(
            "insert or ignore into temp.forme_toccate values (?)", ((each,) for each in touched)
        )
        self._connection.executemany(
            f"insert or ignore into {FORMS} values (?, ?, ?, ?)",
            ((each, *forms[each]) for each in touched & forms.keys()),
        )
        of = ("documento_id", documento_id)
        key = ("genere", "identita", "atto_id")
        bring(self._connection, "presenze", of, key, counting.present)
        key = ("servizio_id", "tabella", "fatto_id")
        bring(self._connection, "servizi_fatti", of, key, counting.ties.values())


def _row(form: int, number: int, count: _Count) -> dict[str, Any]:
    return {
        "forma": form, "numero": number, "atti": len(count.acts), "volte": count.times,
        "ragione": count.reason,
        "luogo": json.dumps(count.place or sorted(count.roles), ensure_ascii=False),
        "dal": min(count.days, default=None), "al": max(count.days, default=None),
    }  # fmt: skip


class _Document:
    """The counts of a document; a thing's own are under the empty form."""

    def __init__(self, connection: sqlite3.Connection, documento_id: str) -> None:
        self._connection = connection
        self._document = documento_id
        self._days: dict[str, str | None] = {}
        self._facts: dict[str, list[tuple[str, str]]] | None = None
        self.counts: dict[tuple[str, str, str], _Count] = defaultdict(_Count)
        self.present: list[dict[str, Any]] = []
        self.ties: dict[tuple[str, str, str], dict[str, Any]] = {}

    def add(self, act: Read) -> None:
        """Take account of what an act names."""
        self._days[act.atto_id] = act.data
        roles: dict[tuple[str, str], tuple[set[str], int]] = {}
        for kind, naming, meant in act.letti:
            if kind == "fatto":
                table, _, fact = naming.codice.partition(":")
                self._tie(meant.identita, table, fact, act.atto_id, "brano")
                continue
            self._form(kind, naming, meant, act.atto_id)
            found, times = roles.get((kind, meant.identita), (set(), 0))
            role = "nel_testo" if naming.ruolo in ("testo", "sigla") else naming.ruolo
            roles[(kind, meant.identita)] = (found | {role}, times + naming.volte)
        for (kind, identity), (found, times) in sorted(roles.items()):
            self._presence(kind, identity, act.atto_id, found, times)
            if kind == "servizio" and found & set(_WHOLE):
                self._tie_act(identity, act.atto_id)

    def _form(self, kind: str, naming: Naming, meant: Resolved, act: str) -> None:
        count = self.counts[(kind, meant.identita, meant.forma if naming.volte else naming.forma)]
        if naming.volte:
            start = naming.inizio + meant.scarto
            place = (
                act, start, start + len(meant.forma), naming.tabella, naming.fatto_id,
                naming.pagina,
            )  # fmt: skip
            count.seen(act, naming.volte, REASONS.index(meant.ragione), place)

    def _presence(self, kind: str, identity: str, act: str, roles: set[str], times: int) -> None:
        count = self.counts[(kind, identity, "")]
        count.seen(act, int(kind == "ente" and "emana" in roles), 0, None)
        if kind == "soggetto":
            count.roles |= roles
        if day := self._days.get(act):
            count.days.add(day)
        self.present.append(
            {
                "genere": kind, "identita": identity, "documento_id": self._document,
                "atto_id": act, "ruoli": tuple(sorted(roles)), "volte": times,
            }
        )  # fmt: skip

    def codes(self) -> None:
        """Projects and tenders: the code is the identity."""
        found: dict[tuple[str, str, str], int] = defaultdict(int)
        for act, tipo, value, valid, fact, text, start, end, page in self._connection.execute(
            _CODES, (self._document,)
        ):
            kind = "progetto" if tipo == "cup" else "gara"
            if text:
                place = (act, start, end, "codici", fact, page)
                self.counts[(kind, value, text)].seen(act, 1, REASONS.index("codice"), place)
            found[(kind, value, act)] += text is not None
            if valid is not None:
                self.counts[(kind, value, "")].roles.add(str(valid))
        for (kind, value, act), times in found.items():
            self._presence(kind, value, act, {"nel_testo"}, times)

    def _tie(self, service: str, table: str, fact: str, act: str, how: str) -> None:
        key = (service, table, fact)
        if key not in self.ties or how == "atto":
            self.ties[key] = {
                "servizio_id": service, "tabella": table, "fatto_id": fact,
                "documento_id": self._document, "atto_id": act, "legame": how,
            }  # fmt: skip

    def _tie_act(self, service: str, act: str) -> None:
        if self._facts is None:
            self._facts = defaultdict(list)
            query = _FACTS_OF_SERVICES
            for of, table, fact in self._connection.execute(query, {"id": self._document}):
                self._facts[of].append((table, fact))
        for table, fact in self._facts.get(act, ()):
            self._tie(service, table, fact, act, "atto")
