"""What each document adds to the registry: its forms with their counts, presences, ties.

What an act prints of each form is kept beside the sums of its document: where a few acts are read
again, those of the others are added up as they are.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from extractor.registry.counting import UNPRINTED, ActCounts, Count, Facts, Key, Read
from extractor.registry.rows import bring, insert
from extractor.store.registry_state import COUNTS, COUNTS_OF_ACTS, FORMS


class _Sum:
    """How often a document prints a form: of its acts, given in the order of their identifiers."""

    __slots__ = ("acts", "days", "place", "reason", "roles", "times")

    def __init__(self) -> None:
        self.times = self.acts = 0
        self.reason = UNPRINTED
        self.place: tuple[Any, ...] | None = None
        self.days: set[str] = set()
        self.roles: set[str] = set()

    def add(self, act: str, day: str | None, count: Count) -> None:
        _, times, reason, place, roles = count
        self.times += times
        self.acts += reason != UNPRINTED
        self.reason = min(self.reason, reason)
        if place and self.place is None:
            self.place = (act, *place)
        if roles is not None:
            self.roles.update(roles)
            if day:
                self.days.add(day)

    def row(self, form: int, number: int) -> dict[str, Any]:
        return {
            "forma": form, "numero": number, "atti": self.acts, "volte": self.times,
            "ragione": self.reason,
            "luogo": json.dumps(self.place or sorted(self.roles), ensure_ascii=False),
            "dal": min(self.days, default=None), "al": max(self.days, default=None),
        }  # fmt: skip


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
        facts = Facts(self._connection, documento_id)
        counted = [_counted(act, documento_id, facts) for act in acts]
        codes = facts.codes({act.atto_id: act.data for act in counted}) if counted else []
        sums: dict[int, _Sum] = defaultdict(_Sum)
        kept = []
        for place, act in enumerate((*counted, *codes)):
            counts = act.counts()
            for each in counts:
                sums[each[0]].add(act.atto_id, act.data, each)
            if place < len(counted):
                kept.append((number, place, act.atto_id, act.data, _said(counts)))
        self._connection.execute(f"delete from {COUNTS_OF_ACTS} where numero = ?", (number,))
        self._connection.executemany(f"insert into {COUNTS_OF_ACTS} values (?, ?, ?, ?, ?)", kept)
        rows = (each.row(form, number) for form, each in sums.items())
        changed = bring(self._connection, COUNTS, ("numero", number), ("forma", "numero"), rows)
        names = {form: key for act in (*counted, *codes) for form, key in act.forms()}
        self._touch({form for each in changed for form, _ in each}, names)
        self._bring(("documento_id", documento_id), (*counted, *codes))

    def put_again(self, documento_id: str, number: int, acts: Iterable[tuple[int, Read]]) -> None:
        """Count again what some acts of a document name; each comes with its place in it."""
        query = f"select atto, atto_id, data, conti from {COUNTS_OF_ACTS} where numero = ?"
        held = {place: row for place, *row in self._connection.execute(query, (number,))}
        facts = Facts(self._connection, documento_id)
        changed: set[int] = set()
        names: dict[int, Key] = {}
        for place, read in acts:
            act = _counted(read, documento_id, facts)
            before, after = held[place][-1], _said(act.counts())
            if before != after:
                held[place][-1] = after
                names.update(act.forms())
                changed |= _differing(before, after)
                self._connection.execute(
                    f"update {COUNTS_OF_ACTS} set conti = ? where numero = ? and atto = ?",
                    (after, number, place),
                )
            # What codes stand in an act hangs on no name
            but = "genere not in ('progetto', 'gara')"
            self._bring(("atto_id", act.atto_id), (act,), but)
        if changed:
            self._sum_up(number, changed, (held[place] for place in sorted(held)))
            self._touch(changed, names)

    def _sum_up(self, number: int, changed: set[int], acts: Iterable[list[Any]]) -> None:
        """Make the rows of some forms of a document from what its acts say of them."""
        sums: dict[int, _Sum] = defaultdict(_Sum)
        marks = [f"[{form}," for form in changed]
        for act, day, said in acts:
            if any(mark in said for mark in marks):
                for each in json.loads(said):
                    if each[0] in changed:
                        sums[each[0]].add(act, day, each)
        self._connection.executemany(
            f"delete from {COUNTS} where forma = ? and numero = ?",
            ((form, number) for form in changed - sums.keys()),
        )
        insert(self._connection, COUNTS, (sums[form].row(form, number) for form in sorted(sums)))

    def _touch(self, forms: set[int], names: Mapping[int, Key]) -> None:
        """Note forms that have other counts than before; ``names`` are those printed now."""
        self._connection.executemany(
            "insert or ignore into temp.forme_toccate values (?)", ((each,) for each in forms)
        )
        self._connection.executemany(
            f"insert or ignore into {FORMS} values (?, ?, ?, ?)",
            ((each, *names[each]) for each in forms & names.keys()),
        )

    def _bring(self, of: tuple[str, str], acts: Sequence[ActCounts], but: str = "true") -> None:
        """The presences and ties of a document or of an act."""
        key = ("genere", "identita", "atto_id")
        present = (row for act in acts for row in act.present)
        bring(self._connection, "presenze", of, key, present, but)
        key = ("servizio_id", "tabella", "fatto_id")
        ties = (row for act in acts for row in act.ties.values())
        bring(self._connection, "servizi_fatti", of, key, ties)


def _counted(act: Read, documento_id: str, facts: Facts) -> ActCounts:
    counts = ActCounts(act.atto_id, act.data, documento_id)
    counts.read(act.letti, facts)
    return counts


def _said(counts: list[Count]) -> str:
    return json.dumps(counts, ensure_ascii=False, separators=(",", ":"))


def _differing(before: str, after: str) -> set[int]:
    """The forms of which two texts do not say the same."""
    one, other = ({each[0]: each for each in json.loads(said)} for said in (before, after))
    return {form for form in one.keys() | other.keys() if one.get(form) != other.get(form)}
