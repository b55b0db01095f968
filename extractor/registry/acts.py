"""The registry of acts: those that the store holds and those that it only cites.

Citations that agree on kind, number and year name one act when they agree on its body too. Laws
and the like are numbered for the whole State, so a number and a year leave no doubt; the decrees
and resolutions of a body's many offices may share a number, and are told apart by their dates.
"""

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from extractor.registry.doubts import Doubt
from extractor.registry.names import plain
from extractor.store.persons import is_natural_person
from models.identity import content_id

_OF_ALL = frozenset({
    "legge", "legge_costituzionale", "decreto_legge", "decreto_legislativo", "dpr", "dpcm",
    "regolamento_ue", "direttiva_ue", "decisione_ue", "regio_decreto", "costituzione",
    "legge_regionale", "dgr", "dcr", "regolamento_regionale",
})  # fmt: skip
"""Kinds numbered in one register of their body: with the body they leave no doubt."""

_CITED = """
select chiave_citazione, coalesce(ente, ''), coalesce(data, ''), tipo, anno,
       max(length(numero) || '|' || numero), min(urn), count(*), count(distinct atto_id),
       min(atto_citato_id)
from riferimenti where chiave_citazione is not null
group by chiave_citazione, coalesce(ente, ''), coalesce(data, '')
order by chiave_citazione, 2, 3
"""
_HELD = """
select chiave_citazione, coalesce(ente, ''), coalesce(data, ''), tipo, anno, numero, id,
       identificativo, oggetto, documento_id
from atti order by chiave_citazione is null, chiave_citazione, coalesce(ente, ''), id
"""
_UNNUMBERED = """
select tipo, coalesce(ente, ''), data, anno, min(urn), count(*), count(distinct atto_id)
from riferimenti
where chiave_citazione is null and data is not null and ente is not null
group by tipo, ente, data order by tipo, 2, data
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


class Registry:
    """Makes the rows of ``registro_atti`` and ``citazioni``, key after key."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        body: Callable[[str], str | None],
        hidden: re.Pattern[str] | None,
    ) -> None:
        self._connection = connection
        self._body = body
        self._hidden = hidden
        self._taken: set[str] = set()
        self.doubts: list[Doubt] = []

    def rows(self) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
        """Each act with the ways in which citations name it."""
        connection = self._connection
        cited = groupby(map(Cited._make, connection.execute(_CITED)), lambda c: c.chiave)
        held = groupby(map(Held._make, connection.execute(_HELD)), lambda h: h.chiave)
        for _, citations, acts in _merged(cited, held):
            yield from self._of_key(citations, acts)
        for row in connection.execute(_UNNUMBERED):
            made = self._unnumbered(*row)
            if made["id"] not in self._taken:
                self._taken.add(made["id"])
                yield made, []

    def _of_key(
        self, cited: list[Cited], held: list[Held]
    ) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
        if held and held[0].chiave is None:
            for act in held:
                yield self._row(act.tipo, [], [act]), []
            return
        groups: dict[tuple[str, str], tuple[list[Cited], list[Held]]] = {}
        for act in held:
            groups.setdefault(self._group(act.tipo, act.ente, act.data), ([], []))[1].append(act)
        by_act = {act.atto_id: self._group(act.tipo, act.ente, act.data) for act in held}
        for each in cited:
            group = self._group(each.tipo, each.ente, each.data)
            if each.atto_id in by_act:
                group = by_act[each.atto_id]
            groups.setdefault(group, ([], []))[0].append(each)
        for group, (citations, acts) in self._undated(groups).items():
            row = self._row(group[0], citations, acts)
            yield row, [_way(row["id"], citation) for citation in citations]

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

    def _row(self, issuer: str, cited: list[Cited], held: list[Held]) -> dict[str, Any]:
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
        identifier = self._identifier(first, body, number, day, held)
        if len(days) > 1:
            text = f"L'atto è citato con date diverse: {', '.join(sorted(days))}."
            self.doubts.append(Doubt("atto", "date_diverse", text, (identifier,)))
        urns = sorted({each.urn for each in cited if each.urn})
        return {
            "id": identifier,
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

    def _identifier(
        self, first: Any, body: str | None, number: str | None, day: str | None, held: list[Held]
    ) -> str:
        own = next((act.identificativo for act in held if act.identificativo), None)
        issuer = self._public(body or "")
        if own is None or issuer != (body or ""):
            bare = (number or "").rpartition("/")[2] if first.tipo in ("dgr", "dcr") else number
            named = _slug((bare or "").removesuffix(f"/{first.anno}").lstrip("0"))
            if not named:
                named = content_id(held[0].atto_id if held else (body, day))[:6]
            own = "/".join(
                (
                    _slug(issuer) or "ente-ignoto",
                    first.tipo,
                    str(first.anno or "senza-anno"),
                    named,
                )
            )
        found = own
        for more in (day or "senza-data", content_id(own, first.ente, day)[:6]):
            if found not in self._taken:
                break
            found = f"{own}/{more}"
        self._taken.add(found)
        return found

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

    def _unnumbered(
        self,
        tipo: str,
        ente: str,
        data: str,
        anno: int | None,
        urn: str | None,
        count: int,
        acts: int,
    ) -> dict[str, Any]:
        return {
            "id": "/".join((_slug(ente), tipo, data[:4], f"del-{data}")),
            "tipo": tipo, "numero": None, "anno": anno, "data": data, "ente": ente,
            "ente_id": self._body(ente), "oggetto": None, "documento_id": None,
            "urn": urn, "atto_id": None, "citazioni": count, "atti": acts,
        }  # fmt: skip


def _way(act: str, cited: Cited) -> dict[str, Any]:
    return {
        "id": content_id("citazioni", cited.chiave, cited.ente, cited.data),
        "registro_id": act,
        "chiave_citazione": cited.chiave,
        "ente": cited.ente or None,
        "data": cited.data or None,
    }


def _merged(
    cited: Iterable[tuple[str, Iterable[Cited]]], held: Iterable[tuple[str | None, Iterable[Held]]]
) -> Iterator[tuple[str | None, list[Cited], list[Held]]]:
    """Two streams in the order of their keys, as one."""
    cited, held = iter(cited), iter(held)
    one, other = _next(cited), _next(held)
    while one or other:
        first = min(
            (each[0] for each in (one, other) if each and each[0] is not None), default=None
        )
        citations: list[Any] = []
        acts: list[Any] = []
        if one and one[0] == first:
            citations, one = one[1], _next(cited)
        if other and other[0] == first:
            acts, other = other[1], _next(held)
        yield first, citations, acts


def _next(groups: Iterator[tuple[Any, Iterable[Any]]]) -> tuple[Any, list[Any]] | None:
    found = next(groups, None)
    return found and (found[0], list(found[1]))


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", plain(name).replace("'", " ")).strip("-")


LINK = """
update riferimenti set atto_citato_id = (
    select r.atto_id from citazioni join registro_atti as r on r.id = registro_id
    where citazioni.chiave_citazione = riferimenti.chiave_citazione
      and citazioni.ente = riferimenti.ente
      and citazioni.data is riferimenti.data
      and r.atto_id is not riferimenti.atto_id
)
where atto_citato_id is null and chiave_citazione is not null and ente is not null
  and chiave_citazione in (
    select chiave_citazione from citazioni join registro_atti as r on r.id = registro_id
    where r.atto_id is not null
  )
"""
"""Ties citations to the acts of bodies that they print in another way."""
