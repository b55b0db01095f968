"""The acts of a store that are releases of a tender, a contract or a project; see ``ocds``."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from extractor.exports.ocds import ActOfCode
from extractor.wording import nome_atto

# A certificate or an attachment says again what its act says
_ACTS = """
select distinct c.tipo, c.valore, a.id, a.tipo, a.sigla, a.numero, a.data, a.oggetto, a.ente
from codici as c join atti as a on a.id = c.atto_id
where c.valido and a.tipo not in ('visto', 'parere', 'allegato')
  and date(a.data, '+0 days') is a.data and a.data >= '0001'
  and (c.tipo = 'cig' or c.tipo = 'cup' and not exists (
      select 1 from codici as other
      where other.atto_id = a.id and other.tipo = 'cig' and other.valido))
"""
_CODES = "select distinct tipo, valore from codici where atto_id = ? and valido"
_AMOUNTS = """
select ruolo, min(importo), min(valuta) from importi
where atto_id = ? and zona = 'dispositivo' and centesimi > 0
  and ruolo in ('impegno', 'base_asta', 'liquidazione')
group by ruolo having count(distinct centesimi || valuta) = 1
"""


def acts_of_codes(
    connection: sqlite3.Connection, changed: str, values: tuple[Any, ...]
) -> Iterator[ActOfCode]:
    """Each act with each CIG, or CUP, that it is a release of, by that code and the act's day.

    ``changed`` narrows the documents down, as a condition on ``a.documento_id``.
    """
    query = f"{_ACTS}{changed} order by c.tipo, c.valore, a.data, a.id"
    for row in connection.execute(query, values):
        kind, code, id_, tipo, sigla, number, day, subject, body = row
        named = {"tipo": tipo, "sigla": sigla, "numero": number, "data": day}
        codes = connection.execute(_CODES, (id_,)).fetchall()
        projects = [value for each, value in codes if each == "cup"]
        alone = sum(each == kind for each, _ in codes) == 1
        amounts = connection.execute(_AMOUNTS, (id_,)).fetchall() if alone else []
        yield ActOfCode(
            kind, code, projects[0] if kind == "cig" and len(projects) == 1 else None, id_,
            nome_atto(named), day, subject, body,
            {role: (amount, currency) for role, amount, currency in amounts},
        )  # fmt: skip
