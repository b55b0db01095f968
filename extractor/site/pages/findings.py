"""What does not add up in the acts, or could not be read: by rule and by severity."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import Any, NamedTuple, get_args
from urllib.parse import urlencode

from extractor.checks.descriptions import RULES
from extractor.site.dossiers.bodies import body_of, first_bodies
from extractor.site.replies import csv_reply, json_reply
from extractor.site.web import Ask, BadQuestionError, Page, Reply, Route
from extractor.store.opening import open_read_only
from models.vocabulary import Gravita, RegolaSegnalazione

_PAGE = 50
_PAGES = 200
_FEED = 5000
_BODIES = 40
_SEVERITIES: tuple[str, ...] = get_args(Gravita)
"""The gravest first."""
_COLUMNS = (
    "gravita", "regola", "messaggio", "testo", "pagina", "id", "documento_id", "documento",
    "atto_id", "identificativo", "tipo_atto", "sigla", "numero", "data", "oggetto", "ente",
)  # fmt: skip


class _Filter(NamedTuple):
    """Which findings are asked for."""

    regola: str
    gravita: str
    ente: str

    @classmethod
    def of(cls, ask: Ask) -> "_Filter":
        """The filter that an address says."""
        rule, severity = ask.one("regola"), ask.one("gravita")
        if rule and rule not in get_args(RegolaSegnalazione):
            raise BadQuestionError(f"«{rule}» non è una regola delle segnalazioni.")
        if severity and severity not in _SEVERITIES:
            raise BadQuestionError("La gravità è errore, avviso o nota.")
        return cls(rule, severity, ask.one("ente")[:200])

    def query(self, **more: str) -> str:
        """The filter as the end of an address, with other values beside."""
        said = self._asdict() | more
        return urlencode({name: value for name, value in said.items() if value})


class _Found(NamedTuple):
    """The findings asked for: how many, and the identifiers of some."""

    quante: int
    ids: list[str]


def findings(ask: Ask) -> Reply:
    """The page at ``/segnalazioni``."""
    wanted = _Filter.of(ask)
    counts = _counts(ask.store)
    number = ask.number("pagina", 1, 1, _PAGES)
    found = _find(ask, wanted, counts, _PAGE, (number - 1) * _PAGE)
    if not found.ids and number > 1:
        number = max(1, min(_PAGES, -(-found.quante // _PAGE)))
        found = _find(ask, wanted, counts, _PAGE, (number - 1) * _PAGE)
    return Page(
        "segnalazioni.html",
        {
            "filtro": wanted,
            "regole": RULES,
            "gravita_possibili": _SEVERITIES,
            "enti": _bodies(ask),
            "per_regola": _by_rule(counts),
            "righe": _rows(ask.store, found.ids),
            "quante": found.quante,
            "pagina": number,
            "pagine": max(1, min(_PAGES, -(-found.quante // _PAGE))),
            "prima": wanted.query(pagina=str(number - 1)),
            "dopo": wanted.query(pagina=str(number + 1)),
            "dati": wanted.query(),
        },
    )


def as_data(ask: Ask) -> Reply:
    """The findings at ``/segnalazioni.json`` or ``.csv``, by the same filters."""
    found = _find(ask, _Filter.of(ask), _counts(ask.store), _FEED, 0)
    rows = _rows(ask.store, found.ids)
    if ask.path["formato"] == "csv":
        return csv_reply(rows, _COLUMNS, "segnalazioni.csv")
    place = f"{ask.base}/prova/segnalazioni"
    return json_reply(
        [{name: row[name] for name in _COLUMNS} | {"prova": f"{place}/{row['id']}"} for row in rows]
    )


def _counts(store: sqlite3.Connection) -> dict[tuple[str, str], int]:
    rows = store.execute(
        "select regola, gravita, count(*) from segnalazioni group by regola, gravita"
    )
    return {(row[0], row[1]): row[2] for row in rows}


def _by_rule(counts: Mapping[tuple[str, str], int]) -> list[tuple[str, str, int]]:
    """Rule, severity and number, the gravest first."""
    return sorted(
        ((rule, severity, count) for (rule, severity), count in counts.items()),
        key=lambda row: (_SEVERITIES.index(row[1]), -row[2], row[0]),
    )


def _find(
    ask: Ask, wanted: _Filter, counts: Mapping[tuple[str, str], int], limit: int, offset: int
) -> _Found:
    """The gravest first; of one severity, those read last."""
    with closing(open_read_only(ask.database)) as plain:
        if wanted.ente:
            return _of_body(ask, plain, wanted, limit, offset)
        sizes = {
            severity: sum(
                count
                for (rule, each), count in counts.items()
                if each == severity and wanted.regola in ("", rule)
            )
            for severity in _SEVERITIES
            if wanted.gravita in ("", severity)
        }
        ids: list[str] = []
        before = 0
        for severity, size in sizes.items():
            skip = max(0, offset - before)
            if skip < size and len(ids) < limit:
                ids += _of_severity(plain, wanted.regola, severity, limit - len(ids), skip)
            before += size
    return _Found(sum(sizes.values()), ids)


def _of_severity(
    plain: sqlite3.Connection, rule: str, severity: str, limit: int, offset: int
) -> Iterable[str]:
    """One severity after the other: in each, the index has the rows in order already."""
    condition = "gravita = ? and regola = ?" if rule else "gravita = ?"
    rows = plain.execute(
        f"select id from segnalazioni where {condition} order by rowid desc limit ? offset ?",
        (severity, *([rule] if rule else []), limit, offset),
    )
    return [row[0] for row in rows]


def _of_body(
    ask: Ask, plain: sqlite3.Connection, wanted: _Filter, limit: int, offset: int
) -> _Found:
    """Findings of a body's acts, the latest acts first; of a great many, the latest."""
    body = body_of(ask.database, wanted.ente) if wanted.ente else None
    names = body.varianti if body else (wanted.ente,)
    marks = ", ".join("?" * len(names))
    conditions = [f"atti.ente in ({marks})"]
    values: list[Any] = list(names)
    for column, value in (("regola", wanted.regola), ("gravita", wanted.gravita)):
        if value:
            conditions.append(f"segnalazioni.{column} = ?")
            values.append(value)
    rows = plain.execute(
        "select segnalazioni.id, gravita from atti cross join segnalazioni "
        "on segnalazioni.atto_id = atti.id "
        f"where {' and '.join(conditions)} order by atti.data desc limit ?",
        (*values, _PAGE * _PAGES),
    ).fetchall()
    rows.sort(key=lambda row: _SEVERITIES.index(row[1]))
    return _Found(len(rows), [row[0] for row in rows[offset : offset + limit]])


def _rows(store: sqlite3.Connection, ids: list[str]) -> list[dict[str, Any]]:
    """The findings, in the order of ``ids``."""
    found = store.execute(
        "select segnalazioni.id, gravita, regola, messaggio, segnalazioni.testo, "
        "segnalazioni.pagina, segnalazioni.documento_id, documenti.nome as documento, atti.id as "
        "atto_id, atti.identificativo, atti.tipo as tipo_atto, atti.sigla, atti.numero, "
        "atti.data, atti.oggetto, atti.ente from segnalazioni "
        "left join atti on atti.id = segnalazioni.atto_id "
        "left join documenti on documenti.id = segnalazioni.documento_id "
        "where segnalazioni.id in (select value from json_each(?))",
        (json.dumps(ids),),
    )
    names = [column[0] for column in found.description]
    rows = {row[0]: dict(zip(names, row, strict=True)) for row in found}
    return [rows[each] for each in ids if each in rows]


def _bodies(ask: Ask) -> list[str]:
    """The bodies with most acts, to choose among."""
    return first_bodies(ask.database, _BODIES)


ROUTES = (
    Route(r"^/segnalazioni$", findings),
    Route(r"^/segnalazioni\.(?P<formato>json|csv)$", as_data),
)
