"""The registry of acts: those that the store holds and those that it only cites.

Citations that agree on kind, number and year name one act when they agree on its body too. Laws
and the like are numbered for the whole State, so a number and a year leave no doubt; the decrees
and resolutions of a body's many offices may share a number, and are told apart by their dates.
"""

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from extractor.registry.doubts import Doubt
from extractor.registry.names import plain
from extractor.registry.rows import insert
from extractor.store.persons import is_natural_person
from extractor.store.registry_state import CALLED, CITED, ROWS
from models.identity import content_id

_OF_ALL = frozenset({
    "legge", "legge_costituzionale", "decreto_legge", "decreto_legislativo", "dpr", "dpcm",
    "regolamento_ue", "direttiva_ue", "decisione_ue", "regio_decreto", "costituzione",
    "legge_regionale", "dgr", "dcr", "regolamento_regionale",
})  # fmt: skip
"""Kinds numbered in one register of their body: with the body they leave no doubt."""

_KEYS_AT_ONCE = 500
"""Keys whose rows are put in together."""

UNKEYED, UNNUMBERED = "}", "~"
"""What begins the keys of acts held without a number, and of acts cited by their date."""

_CITED = f"""
select chiave, ente, data, tipo, anno, max(cifre), min(urn), sum(citazioni), sum(atti),
       min(atto_id)
from {CITED} where chiave = ? group by ente, data order by ente, data
"""
_HELD = """
select chiave_citazione, coalesce(ente, ''), coalesce(data, ''), tipo, anno, numero, id,
       identificativo, oggetto, documento_id
from atti where {condition} order by coalesce(ente, ''), id
"""


class Cited(NamedTuple):
    """Citations that say the same of an act."""

    chiave: str
    ente: str
    data: str
    tipo: str
    anno: int
    numero: str
    urn: str | None
    citazioni: int
    atti: int
    atto_id: str | None


class Held(NamedTuple):
    """An act of the store."""

    chiave: str | None
    ente: str
    data: str
    tipo: str
    anno: int | None
    numero: str | None
    atto_id: str
    identificativo: str | None
    oggetto: str | None
    documento_id: str


class Made(NamedTuple):
    """A row of the registry: without its identifier, of which there is the beginning."""

    riga: dict[str, Any]
    base: str
    giorno: str | None
    date: str | None
    """Its dates, where it is cited with several."""
    modi: list[dict[str, Any]]
    """Rows of ``citazioni``."""


class Registry:
    """Makes the rows of ``registro_atti`` and ``citazioni`` of the keys that were touched."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        body: Callable[[str], str | None],
        hidden: re.Pattern[str] | None,
    ) -> None:
        self._connection = connection
        self._named = body
        self._bodies: dict[str, str | None] = {}
        self._hidden = hidden
        connection.execute("create temp table basi (base text primary key) without rowid")

    def renamed(self) -> Iterator[str]:
        """The bodies, as acts and citations call them, that have another identity than before."""
        rows = self._connection.execute(f"select ente, identita from {CALLED}").fetchall()
        for name, before in rows:
            if (now := self._named(name)) != before:
                self._connection.execute(
                    f"update {CALLED} set identita = ? where ente = ?", (now, name)
                )
                yield name

    def write(self) -> None:
        """Make the rows of the keys in ``temp.chiavi_toccate``, in place of those before."""
        run = self._connection.execute
        keys = run("select chiave from temp.chiavi_toccate order by chiave")
        while some := keys.fetchmany(_KEYS_AT_ONCE):
            acts: list[dict[str, Any]] = []
            ways: list[dict[str, Any]] = []
            for (key,) in some:
                self._clear(key)
                for order, made in enumerate(self._of_key(key)):
                    identifier = self._put(key, order, made)
                    acts.append({"id": identifier} | made.riga)
                    ways += (way | {"registro_id": identifier} for way in made.modi)
            insert(self._connection, "registro_atti", acts)
            insert(self._connection, "citazioni", ways)
        self._tell_apart()
        run("drop table temp.basi")

    def _put(self, key: str, order: int, made: Made) -> str:
        """Note a row of a key; gives the identifier that it has until ``_tell_apart``."""
        run = self._connection.execute
        base = made.base
        taken = run(f"select 1 from {ROWS} where base = ? limit 1", (base,)).fetchone()
        identifier = f"{base}#{key}#{order}" if taken else base
        row = (key, order, base, made.giorno, made.date, identifier)
        run(f"insert into {ROWS} values (?, ?, ?, ?, ?, ?)", row)
        run("insert or ignore into temp.basi values (?)", (base,))
        return identifier

    def _clear(self, key: str) -> None:
        run = self._connection.execute
        found = run(f"select base, registro_id from {ROWS} where chiave = ?", (key,)).fetchall()
        for base, identifier in found:
            run("insert or ignore into temp.basi values (?)", (base,))
            run("delete from registro_atti where id = ?", (identifier,))
            run("delete from citazioni where registro_id = ?", (identifier,))
        if found:
            run(f"delete from {ROWS} where chiave = ?", (key,))

    def _tell_apart(self) -> None:
        """Identifiers: the plain one is the first's of several acts, the others have their day."""
        run = self._connection.execute
        for (base,) in run(
            f"select b.base from temp.basi as b cross join {ROWS} as r on r.base = b.base "
            "group by 1 having count(*) > 1 or max(registro_id) <> b.base"
        ).fetchall():
            rows = run(
                f"select chiave, ordine, giorno, registro_id from {ROWS} where base = ? "
                "order by chiave, ordine", (base,),
            ).fetchall()  # fmt: skip
            days = Counter(day for _, _, day, _ in rows[1:])
            wanted = []
            for place, (key, order, day, before) in enumerate(rows):
                name = f"{base}/{day or 'senza-data'}" if place else base
                if place and days[day] > 1:
                    name += f"/{content_id(key, order)[:6]}"
                wanted.append((name, key, order, before))
            # No two may have one identifier, not for a moment
            for mark in ("#nuovo", ""):
                for name, key, order, before in wanted:
                    self._rename(key, order, before if mark else f"{name}#nuovo", f"{name}{mark}")

    def _rename(self, key: str, order: int, before: str, after: str) -> None:
        run = self._connection.execute
        run("update registro_atti set id = ? where id = ?", (after, before))
        run("update citazioni set registro_id = ? where registro_id = ?", (after, before))
        run(f"update {ROWS} set registro_id = ? where chiave = ? and ordine = ?",
            (after, key, order))  # fmt: skip

    def doubts(self) -> Iterator[Doubt]:
        """Acts that are cited with several dates."""
        for identifier, days in self._connection.execute(
            f"select registro_id, date from {ROWS} where date is not null"
        ):
            text = f"L'atto è citato con date diverse: {days}."
            yield Doubt("atto", "date_diverse", text, (identifier,))

    def _of_key(self, key: str) -> Iterator[Made]:
        rows = self._connection.execute(_CITED, (key,)).fetchall()
        if key.startswith(UNNUMBERED):
            yield from self._unnumbered(rows)
            return
        condition = "id = ?" if key.startswith(UNKEYED) else "chiave_citazione = ?"
        held = [
            Held._make(row)
            for row in self._connection.execute(
                _HELD.format(condition=condition), (key.removeprefix(UNKEYED),)
            )
        ]
        for act in held:
            for issuer in act.ente.split(";"):
                self._body(issuer.strip())
        if key.startswith(UNKEYED):
            for act in held:
                yield self._row(act.tipo, [], [act])
            return
        for (issuer, _), (citations, acts) in self._groups(map(Cited._make, rows), held).items():
            yield self._row(issuer, citations, acts)

    def _groups(
        self, cited: Iterator[Cited], held: list[Held]
    ) -> dict[tuple[str, str], tuple[list[Cited], list[Held]]]:
        groups: dict[tuple[str, str], tuple[list[Cited], list[Held]]] = {}
        for act in held:
            groups.setdefault(self._group(act.tipo, act.ente, act.data), ([], []))[1].append(act)
        by_act = {act.atto_id: self._group(act.tipo, act.ente, act.data) for act in held}
        for each in cited:
            group = self._group(each.tipo, each.ente, each.data)
            if each.atto_id in by_act:
                group = by_act[each.atto_id]
            groups.setdefault(group, ([], []))[0].append(each)
        return self._undated(groups)

    def _body(self, name: str) -> str | None:
        """A body's identity; which of them citations and acts name is noted."""
        if name and name not in self._bodies:
            self._bodies[name] = self._named(name)
            self._connection.execute(
                f"insert or replace into {CALLED} values (?, ?)", (name, self._bodies[name])
            )
        return self._bodies.get(name)

    def _issuer(self, tipo: str, ente: str) -> str:
        return self._body(ente) or _slug(ente)

    def _group(self, tipo: str, ente: str, data: str) -> tuple[str, str]:
        """What citations of one act agree on: the body, and the date where numbers repeat."""
        return (self._issuer(tipo, ente), "" if tipo in _OF_ALL else data)

    def _undated(
        self, groups: dict[tuple[str, str], tuple[list[Cited], list[Held]]]
    ) -> dict[tuple[str, str], tuple[list[Cited], list[Held]]]:
        """The groups with those without a date put to the only one of their body with a date."""
        bodies = defaultdict(list)
        for issuer, day in groups:
            bodies[issuer].append(day)
        for issuer, days in sorted(bodies.items()):
            dated = [day for day in days if day]
            if len(dated) == 1 and "" in days:
                citations, acts = groups.pop((issuer, ""))
                groups[(issuer, dated[0])][0].extend(citations)
                groups[(issuer, dated[0])][1].extend(acts)
        return groups

    def _row(self, issuer: str, cited: list[Cited], held: list[Held]) -> Made:
        first: Any = held[0] if held else cited[0]
        days = Counter({act.data: 0 for act in held if act.data})
        for each in cited:
            if each.data:
                days[each.data] += each.citazioni
        own = next((act.data for act in held if act.data), None)
        day = own or min(days, key=lambda d: (-days[d], d), default=None)
        numbers = [each.numero.partition("|")[2] for each in cited if each.numero]
        number = next((act.numero for act in held if act.numero), None) or min(
            numbers, key=lambda n: (-len(n), n), default=None
        )
        body = first.ente or None
        urns = sorted({each.urn for each in cited if each.urn})
        row = {
            "tipo": first.tipo,
            "numero": number,
            "anno": first.anno,
            "data": day,
            "ente": body,
            "ente_id": self._body(body) if body else None,
            "oggetto": held[0].oggetto if held else None,
            "documento_id": held[0].documento_id if held else None,
            "urn": urns[0] if urns else None,
            "atto_id": held[0].atto_id if held else None,
            "citazioni": sum(each.citazioni for each in cited),
            "atti": sum(each.atti for each in cited),
        }
        base = self._identifier(first, body, number, day, held)
        several = ", ".join(sorted(days)) if len(days) > 1 else None
        return Made(row, base, day, several, [_way(each) for each in cited])

    def _identifier(
        self, first: Any, body: str | None, number: str | None, day: str | None, held: list[Held]
    ) -> str:
        own = next((act.identificativo for act in held if act.identificativo), None)
        issuer = self._public(body or "")
        if own is not None and issuer == (body or ""):
            return str(own)
        bare = (number or "").rpartition("/")[2] if first.tipo in ("dgr", "dcr") else number
        named = _slug((bare or "").removesuffix(f"/{first.anno}").lstrip("0"))
        if not named:
            named = content_id(held[0].atto_id if held else (body, day))[:6]
        year = str(first.anno or "senza-anno")
        return "/".join((_slug(issuer) or "ente-ignoto", first.tipo, year, named))

    def _public(self, body: str) -> str:
        """The bodies that made an act, without those parties to it that are natural persons."""
        parts = (part.strip() for part in body.split(";"))
        if ";" not in body and not (self._hidden and self._hidden.search(body)):
            return body
        return "; ".join(
            part
            for part in parts
            if not is_natural_person(part, None)
            and not (self._hidden and self._hidden.search(part))
        )

    def _unnumbered(self, rows: list[tuple[Any, ...]]) -> Iterator[Made]:
        """Acts of one day and kind, cited by it: one of each body, however it is printed."""
        bodies: dict[str, list[Cited]] = {}
        for row in rows:
            cited = Cited._make(row)
            bodies.setdefault(_slug(cited.ente), []).append(cited)
        for slug, cited_so in bodies.items():
            first = cited_so[0]
            urns = sorted({each.urn for each in cited_so if each.urn})
            yield Made(
                {
                    "tipo": first.tipo, "numero": None, "anno": first.anno, "data": first.data,
                    "ente": first.ente, "ente_id": self._body(first.ente), "oggetto": None,
                    "documento_id": None, "urn": urns[0] if urns else None, "atto_id": None,
                    "citazioni": sum(each.citazioni for each in cited_so),
                    "atti": sum(each.atti for each in cited_so),
                },
                "/".join((slug, first.tipo, first.data[:4], f"del-{first.data}")),
                first.data, None, [],
            )  # fmt: skip


def _way(cited: Cited) -> dict[str, Any]:
    return {
        "id": content_id("citazioni", cited.chiave, cited.ente, cited.data),
        "chiave_citazione": cited.chiave,
        "ente": cited.ente or None,
        "data": cited.data or None,
    }


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", plain(name).replace("'", " ")).strip("-")
