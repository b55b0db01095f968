"""The rows of things from what all documents added: forms, bodies, services, people, codes."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

from extractor.registry.bodies import Bodies
from extractor.registry.counting import REASONS, UNPRINTED
from extractor.registry.rows import insert
from extractor.registry.services import Services
from extractor.store.registry_state import COUNTS, FORMS, READ

Row = dict[str, Any]

_OF_FORMS = f"""
select t.forma, f.genere, f.identita, f.forma, sum(c.atti), sum(c.volte),
       group_concat(distinct c.ragione), min(c.numero), c.luogo
from temp.forme_toccate as t cross join {FORMS} as f on f.id = t.forma
     left join {COUNTS} as c on c.forma = t.forma
where f.forma <> '' group by t.forma
"""
# With one min() the column beside it, luogo, is of the row that has it
_OF_THINGS = f"""
select f.identita, sum(c.atti), sum(c.volte), group_concat(distinct c.luogo),
       min(c.dal), max(c.al)
from temp.cose_toccate as t cross join {FORMS} as f
     on f.genere = t.genere and f.identita = t.identita and f.forma = ''
     join {COUNTS} as c on c.forma = f.id
where t.genere = ? group by f.id
"""
_TABLES = {"ente": "enti", "servizio": "servizi", "soggetto": "soggetti", "progetto": "progetti",
           "gara": "gare"}  # fmt: skip
_SHEETS = """
select cup, descrizione_sintetica_del_progetto, soggetto_titolare, documento_id, min(id)
from schede_cup group by cup order by cup
"""
_SHORT = ("sigla", "definizione", "forma_giuridica", "codice", "decisione")
"""Reasons of forms that are no full name."""


class Things:
    """Makes the rows of the forms and things that were touched."""

    def __init__(self, connection: sqlite3.Connection, bodies: Bodies, services: Services) -> None:
        self._connection = connection
        self._bodies = bodies
        self._makers: dict[str, Callable[..., Row]] = {
            "ente": self._ente, "servizio": self._servizio, "soggetto": self._soggetto,
            "progetto": self._codice, "gara": self._codice,
        }  # fmt: skip
        self._known_bodies = bodies.table()
        self._known_services = services.table()
        connection.execute(
            "create temp table cose_toccate (genere text, identita text, "
            "primary key (genere, identita)) without rowid"
        )

    def touch(self, kind: str, identity: str) -> None:
        """Note that there is something else to say of a thing."""
        self._connection.execute(
            "insert or ignore into temp.cose_toccate values (?, ?)", (kind, identity)
        )

    def write(self) -> None:
        """Make the rows of what was touched in place of those before."""
        run = self._connection.execute
        run(f"insert or ignore into temp.cose_toccate select distinct genere, identita "
            f"from temp.forme_toccate as t join {FORMS} on id = t.forma")  # fmt: skip
        run("delete from alias where id in (select printf('%016x', forma) from temp.forme_toccate)")
        insert(self._connection, "alias", self._aliases())
        run(
            f"delete from {FORMS} where id in (select forma from temp.forme_toccate) "
            f"and not exists (select 1 from {COUNTS} where {COUNTS}.forma = {FORMS}.id)"
        )
        for kind, table in _TABLES.items():
            run(f"delete from {table} where id in "
                "(select identita from temp.cose_toccate where genere = ?)", (kind,))  # fmt: skip
        for kind, table in _TABLES.items():
            insert(self._connection, table, self._rows(kind))
        self._tie_people()
        self._describe()
        run("drop table temp.cose_toccate")

    def _aliases(self) -> Iterator[Row]:
        documents = f"select documento_id from {READ} where numero = ?"
        for (
            form,
            kind,
            identity,
            text,
            acts,
            times,
            reasons,
            number,
            place,
        ) in self._connection.execute(_OF_FORMS):
            reason = min(map(int, reasons.split(",")), default=UNPRINTED) if reasons else UNPRINTED
            if reason == UNPRINTED:
                continue
            act, start, end, table, fact, page = json.loads(place)
            yield {
                "id": f"{form % 2**64:016x}", "genere": kind, "identita": identity, "forma": text,
                "ragione": REASONS[reason], "volte": times, "atti": acts,
                "documento_id": self._connection.execute(documents, (number,)).fetchone()[0],
                "atto_id": act, "tabella": table, "fatto_id": fact, "pagina": page,
                "inizio": start, "fine": end,
            }  # fmt: skip

    def _rows(self, kind: str) -> Iterator[Row]:
        for identity, *found in self._connection.execute(_OF_THINGS, (kind,)):
            yield {"id": identity} | self._makers[kind](identity, *found)

    def _name(self, kind: str, identity: str) -> str:
        """The full form printed in most acts; in capitals only for lack of others."""
        forms = self._connection.execute(
            "select ragione, atti, forma from alias where genere = ? and identita = ?",
            (kind, identity),
        ).fetchall()
        if forms:
            return str(min((r in _SHORT, form.isupper(), -n, form) for r, n, form in forms)[-1])
        return str(
            self._connection.execute(
                f"select min(forma) from {FORMS} where genere = ? and identita = ? and forma <> ''",
                (kind, identity),
            ).fetchone()[0]
        )

    def _ente(self, identity: str, acts: int, times: int, *_: Any) -> Row:
        sort, codes, siglas = self._known_bodies[identity]
        fiscal = [code[3:] for code in sorted(codes) if code.startswith("cf:")]
        vat = [code[4:] for code in sorted(codes) if code.startswith("iva:")]
        return {
            "nome": self._name("ente", identity), "tipo": sort,
            "codice_fiscale": fiscal[0] if fiscal else None,
            "partita_iva": vat[0] if vat else None, "sigle": tuple(sorted(siglas)),
            "atti_emanati": times, "atti": acts,
        }  # fmt: skip

    def _servizio(self, identity: str, acts: int, *_: Any) -> Row:
        sort, siglas, codes, region = self._known_services[identity]
        return {
            "nome": self._name("servizio", identity), "tipo": sort,
            "sigle": tuple(sorted(siglas)), "codici": tuple(sorted(codes)),
            "territorio": region or None, "atti": acts,
        }  # fmt: skip

    def _soggetto(
        self, identity: str, acts: int, _: int, more: str, first: str | None, last: str | None
    ) -> Row:
        roles = {role for each in json.loads(f"[{more}]") for role in each}
        return {
            "nome": self._name("soggetto", identity), "ente_id": None,
            "funzioni": tuple(sorted(roles)), "dal": first, "al": last, "atti": acts,
        }  # fmt: skip

    def _codice(
        self, identity: str, acts: int, _: int, more: str, first: str | None, last: str | None
    ) -> Row:
        valid = [int(each) for found in json.loads(f"[{more}]") for each in found]
        return {"valido": max(valid, default=None), "dal": first, "al": last, "atti": acts}

    def _tie_people(self) -> None:
        """The bodies of people: those of touched people, and of touched bodies."""
        self._connection.execute(
            "update soggetti set ente_id = (select id from enti where enti.id = "
            "rtrim(rtrim(soggetti.id, replace(soggetti.id, '/', '')), '/')) where id in "
            "(select identita from temp.cose_toccate where genere = 'soggetto')"
        )
        for (body,) in self._connection.execute(
            "select identita from temp.cose_toccate where genere = 'ente'"
        ).fetchall():
            self._connection.execute(
                "update soggetti set ente_id = (select id from enti where id = :1) "
                "where id > :1 || '/' and id < :1 || '0'",
                (body,),
            )

    def _describe(self) -> None:
        """What the CUP sheets say of projects."""
        run = self._connection.execute
        run("update progetti set descrizione = null, titolare_id = null, documento_id = null "
            "where documento_id is not null")  # fmt: skip
        for code, text, holder, document, _ in run(_SHEETS).fetchall():
            body = self._bodies.named(holder) if holder else None
            run("update progetti set descrizione = ?, titolare_id = ?, documento_id = ? "
                "where id = ?", (text, body, document, code))  # fmt: skip
