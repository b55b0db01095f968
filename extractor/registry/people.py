"""Which named persons are one: the same name acting for the same body.

Only who acts in an office is here (``store.persons.OFFICE``). The same name in another body may be
another person: kept apart and told.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import chain, combinations

from extractor.registry.decisions import Decision
from extractor.registry.doubts import Doubt
from extractor.registry.gathering import Naming
from extractor.registry.signs import person
from extractor.store.registry_state import PEOPLE

_MANY = 60
"""Persons of a body with one word of the name in common, of whom no likeness is looked for."""


def _alike(one: list[str], other: list[str], shared: str) -> bool:
    """Whether two names are the same but for a letter or two of one word.

    >>> _alike(["anna", "sicondolfi"], ["anna", "sincodolfi"], "anna")
    True
    >>> _alike(["anna", "rossi"], ["anna", "russi"], "anna")
    False
    """
    first, second = set(one) - {shared}, set(other) - {shared}
    if len(first) != 1 or len(second) != 1 or len(one) != len(other):
        return False
    (a,), (b,) = first, second
    if min(len(a), len(b)) < 6 or abs(len(a) - len(b)) > 1:
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.89


class People:
    """The people of a store, by name and body: give it each act's, then ask."""

    def __init__(
        self, connection: sqlite3.Connection, decisions: tuple[Decision, ...] = ()
    ) -> None:
        self._connection = connection
        self._decisions = [each for each in decisions if each.genere == "soggetto"]
        self._joined: dict[str, str] = {}
        connection.execute(
            "create temp table persone_toccate (parole text, ente text, prima text, "
            "primary key (parole, ente)) without rowid"
        )

    def close(self) -> None:
        """Forget what was touched."""
        self._connection.execute("drop table temp.persone_toccate")

    def forget(self, number: int) -> None:
        """Take the persons of a document out."""
        self._touch("numero = ?", (number,))
        self._connection.execute(f"delete from {PEOPLE} where numero = ?", (number,))

    def put(self, number: int, act: int, namings: list[tuple[Naming, str]]) -> None:
        """The persons of an act, each with the identifier of the body that they act for."""
        rows = {(*person(naming), body) for naming, body in namings}
        found = {(words, body, slug) for words, slug, body in rows if slug}
        where, of = "numero = ? and atto = ?", (number, act)
        query = f"select parole, ente, nome from {PEOPLE} where {where}"
        before = set(self._connection.execute(query, of))
        if found == before:
            return
        if before:
            self._touch(where, of)
            self._connection.execute(f"delete from {PEOPLE} where {where}", of)
        self._connection.executemany(
            "insert or ignore into temp.persone_toccate select :1, :2, (select min(nome) "
            f"from {PEOPLE} where parole = :1 and ente = :2)",
            (row[:2] for row in found),
        )
        self._connection.executemany(
            f"insert into {PEOPLE} values (?, ?, ?, ?, ?)", ((*row, *of) for row in found)
        )

    def _touch(self, where: str, values: tuple[int, ...]) -> None:
        """Note what the persons in some rows are called before these go."""
        self._connection.execute(
            "insert or ignore into temp.persone_toccate select parole, ente, (select min(nome) "
            f"from {PEOPLE} as altre where altre.parole = una.parole and altre.ente = una.ente) "
            f"from {PEOPLE} as una where {where}",
            values,
        )

    def settle(self) -> set[tuple[int, int]]:
        """Settle the identifiers; gives the acts whose people have another than before."""
        changed = self._connection.execute(
            "select parole, ente from temp.persone_toccate as una where prima is not null and "
            f"prima is not (select min(nome) from {PEOPLE} as altre "
            "where altre.parole = una.parole and altre.ente = una.ente)"
        ).fetchall()
        return {act for each in changed for act in self._acts(*each)}

    def join(self, before: dict[str, str]) -> set[tuple[int, int]]:
        """Apply the decisions; gives the acts of whom they did not join ``before`` so."""
        for each in self._decisions:
            known = sorted(voice for voice in set(each.voci) if self._persons(voice))
            if each.azione == "unisci" and len(known) == len(set(each.voci)):
                self._joined.update(dict.fromkeys(known[1:], known[0]))
        other = {who for who, _ in before.items() ^ self._joined.items()}
        persons = (each for who in sorted(other) for each in self._persons(who))
        return {act for each in persons for act in self._acts(*each)}

    @property
    def joined(self) -> dict[str, str]:
        """The identifiers that were decided to be another's."""
        return self._joined

    def _acts(self, words: str, body: str) -> Iterator[tuple[int, int]]:
        """The acts that name a person: the document's number, which of its acts."""
        query = f"select numero, atto from {PEOPLE} where parole = ? and ente = ?"
        yield from self._connection.execute(query, (words, body))

    def _persons(self, identifier: str) -> list[tuple[str, str]]:
        """The words and bodies of whom an identifier is."""
        body, _, slug = identifier.rpartition("/")
        body = "" if body == "senza-ente" else body
        return [
            (words, body)
            for (words,) in self._connection.execute(
                f"select distinct parole from {PEOPLE} where ente = ? and nome = ?", (body, slug)
            ).fetchall()
            if self._identifier(words, body) == identifier
        ]

    def _identifier(self, words: str, body: str) -> str | None:
        slug = self._connection.execute(
            f"select min(nome) from {PEOPLE} where parole = ? and ente = ?", (words, body)
        ).fetchone()[0]
        return f"{body or 'senza-ente'}/{slug}" if slug else None

    def identifier(self, naming: Naming, body: str) -> str | None:
        """The identifier of a person seen before: the body's, then the name."""
        found = self._identifier(person(naming)[0], body)
        return self._joined.get(found, found) if found else None

    def doubts(self) -> Iterator[Doubt]:
        """Namesakes, names that may be misprinted, decisions that find nobody."""
        for each in self._decisions:
            known = [voice for voice in set(each.voci) if self._persons(voice)]
            if each.azione != "unisci" or len(known) < len(set(each.voci)):
                text = (
                    "Delle persone si possono unire identificativi che ci sono (ente/nome); "
                    "persone con lo stesso nome nello stesso ente non si possono separare."
                )
                yield Doubt("soggetto", "decisione_senza_effetto", text, each.voci)
        yield from self._namesakes()
        yield from self._misprinted()

    def _ids(self, order: str) -> Iterator[tuple[str, str, str]]:
        for words, body, slug in self._connection.execute(
            f"select parole, ente, min(nome) from {PEOPLE} group by parole, ente order by {order}"
        ):
            yield words, body, f"{body or 'senza-ente'}/{slug}"

    def _namesakes(self) -> Iterator[Doubt]:
        before, ids = "", set[str]()
        text = "Lo stesso nome in enti diversi: può essere una persona o più."
        for words, _, identifier in chain(self._ids("parole"), [("", "", "")]):
            if words != before:
                if len(ids) > 1:
                    yield Doubt("soggetto", "omonimi", text, tuple(sorted(ids)))
                before, ids = words, set()
            ids.add(self._joined.get(identifier, identifier))

    def _misprinted(self) -> Iterator[Doubt]:
        """Names of one body that differ in a letter or two: one may be misprinted."""
        before: str | None = None
        names: list[tuple[str, str]] = []
        for words, body, identifier in self._ids("ente, parole"):
            if body != before:
                yield from _of_body(names)
                before, names = body, []
            names.append((words, identifier))
        yield from _of_body(names)


def _of_body(names: list[tuple[str, str]]) -> Iterator[Doubt]:
    buckets: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in names:
        for word in each[0].split():
            buckets[word].append(each)
    told = set()
    text = "Nello stesso ente, due nomi che differiscono di una o due lettere."
    for shared, found in sorted(buckets.items()):
        if len(found) <= _MANY:
            for (one, first), (other, second) in combinations(sorted(found), 2):
                if (one, other) not in told and _alike(one.split(), other.split(), shared):
                    told.add((one, other))
                    yield Doubt("soggetto", "nomi_simili", text, tuple(sorted((first, second))))
