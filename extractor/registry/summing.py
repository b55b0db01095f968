"""Rows of the registry from resolved namings: what each thing is called, where, by whom."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from extractor.registry.bodies import Bodies, Resolved
from extractor.registry.gathering import Naming
from extractor.registry.people import People
from extractor.registry.rows import insert
from extractor.registry.services import Services
from models.identity import content_id

_WHOLE = ("scheda", "oggetto")
"""Roles of a service whose act is about it as a whole."""
_BATCH = 5_000

Place = tuple[str, str, int, Any]
"""A document, an act, a place in it, and the fact that prints a form."""


class Summing:
    """Adds up namings act by act; what is held is per distinct printed form, not per act."""

    def __init__(
        self, connection: sqlite3.Connection, bodies: Bodies, services: Services, people: People
    ) -> None:
        self._connection = connection
        self._bodies = bodies
        self._services = services
        self._people = people
        self._forms: dict[tuple[str, str, str], list[Any]] = {}
        self._unprinted: dict[tuple[str, str], set[str]] = {}
        self._acts: dict[tuple[str, str], int] = defaultdict(int)
        self._issued: dict[str, int] = defaultdict(int)
        self._offices: dict[str, dict[str, Any]] = {}
        self._present: list[dict[str, Any]] = []
        self._ties: dict[tuple[str, str, str], dict[str, Any]] = {}

    def add(
        self,
        act: str,
        document: str,
        day: str | None,
        resolved: Iterable[tuple[str, Naming, Resolved]],
    ) -> None:
        """Take account of what an act names."""
        roles: dict[tuple[str, str], tuple[set[str], int]] = {}
        printed: set[tuple[str, str, str]] = set()
        for kind, naming, meant in resolved:
            if kind == "fatto":
                table, _, fact = naming.codice.partition(":")
                self._tie(meant.identita, table, fact, document, act, "brano")
                continue
            if naming.volte:
                self._form(kind, naming, meant, document, act, printed)
            else:
                self._unprinted.setdefault((kind, meant.identita), set()).add(naming.forma)
            found, times = roles.get((kind, meant.identita), (set(), 0))
            role = "nel_testo" if naming.ruolo in ("testo", "sigla") else naming.ruolo
            roles[(kind, meant.identita)] = (found | {role}, times + naming.volte)
            if kind == "soggetto":
                self._office(meant.identita, naming, day)
        for (kind, identity), (found, times) in sorted(roles.items()):
            self._acts[(kind, identity)] += 1
            self._issued[identity] += kind == "ente" and "emana" in found
            self._present.append(
                {
                    "genere": kind, "identita": identity, "documento_id": document,
                    "atto_id": act, "ruoli": json.dumps(sorted(found)), "volte": times,
                }
            )  # fmt: skip
            if kind == "servizio" and found & set(_WHOLE):
                self._tie_act(identity, document, act)
        if len(self._present) >= _BATCH:
            self._flush()

    def _form(
        self, kind: str, naming: Naming, meant: Resolved, document: str, act: str,
        printed: set[tuple[str, str, str]],
    ) -> None:  # fmt: skip
        key = (kind, meant.identita, meant.forma)
        start = naming.inizio + meant.scarto
        place = (document, act, start, naming.tabella, naming.fatto_id, naming.pagina)
        row = self._forms.get(key)
        if row is None:
            self._forms[key] = [naming.volte, 1, meant.ragione, place]
        else:
            row[0] += naming.volte
            row[1] += key not in printed
            # The strongest of the reasons, and the first of the places
            row[2] = min(row[2], meant.ragione, key=_REASONS.index)
            row[3] = min(row[3], place, key=_place_order)
        printed.add(key)

    def _office(self, identity: str, naming: Naming, day: str | None) -> None:
        row = self._offices.setdefault(identity, {"funzioni": set(), "dal": None, "al": None})
        row["funzioni"].add(naming.ruolo)
        if day:
            row["dal"] = min(filter(None, (row["dal"], day)))
            row["al"] = max(filter(None, (row["al"], day)))

    def _tie(self, service: str, table: str, fact: str, document: str, act: str, how: str) -> None:
        key = (service, table, fact)
        if key not in self._ties or how == "atto":
            self._ties[key] = {
                "servizio_id": service, "tabella": table, "fatto_id": fact,
                "documento_id": document, "atto_id": act, "legame": how,
            }  # fmt: skip

    def _tie_act(self, service: str, document: str, act: str) -> None:
        for table, condition in (
            ("importi", ""), ("rilasci", ""), ("scadenze", ""),
            ("persone", " and (funzione like 'referente%' or funzione like 'responsabile%' "
                        "or funzione = 'firmatario')"),
        ):  # fmt: skip
            for (fact,) in self._connection.execute(
                f"select id from {table} where atto_id = ?{condition}", (act,)
            ).fetchall():
                self._tie(service, table, fact, document, act, "atto")

    def _flush(self) -> None:
        self.insert("presenze", self._present)
        self._present = []

    def insert(self, table: str, rows: Iterable[dict[str, Any]]) -> None:
        """Put rows into a table."""
        insert(self._connection, table, rows)

    def write(self) -> None:
        """Put in what was added up."""
        self._flush()
        self.insert("servizi_fatti", (self._ties[key] for key in sorted(self._ties)))
        best = self._best_names()
        self.insert("alias", self._alias())
        self.insert("enti", self._enti(best))
        self.insert("servizi", self._servizi(best))
        self.insert("soggetti", self._soggetti(best))

    def _alias(self) -> Iterator[dict[str, Any]]:
        for (kind, identity, form), (times, acts, reason, place) in sorted(self._forms.items()):
            document, act, start, table, fact, page = place
            yield {
                "id": content_id("alias", kind, identity, form),
                "genere": kind, "identita": identity, "forma": form, "ragione": reason,
                "volte": times, "atti": acts, "documento_id": document, "atto_id": act,
                "tabella": table, "fatto_id": fact, "pagina": page, "inizio": start,
                "fine": start + len(form),
            }  # fmt: skip

    def _best_names(self) -> dict[tuple[str, str], str]:
        """Of each thing the full form printed in most acts; in capitals only for lack of others."""
        best: dict[tuple[str, str], tuple[Any, ...]] = {}
        for (kind, identity, form), (_, acts, reason, _) in self._forms.items():
            short = reason in ("sigla", "definizione", "forma_giuridica", "codice", "decisione")
            rank = (short, form.isupper(), -acts, form)
            if (kind, identity) not in best or rank < best[(kind, identity)]:
                best[(kind, identity)] = rank
        names = {key: min(forms) for key, forms in self._unprinted.items()}
        return names | {key: rank[-1] for key, rank in best.items()}

    def _enti(self, best: dict[tuple[str, str], str]) -> Iterator[dict[str, Any]]:
        known = self._bodies.table()
        for (kind, identity), name in sorted(best.items()):
            if kind != "ente":
                continue
            sort, codes, siglas = known[identity]
            fiscal = [code[3:] for code in sorted(codes) if code.startswith("cf:")]
            vat = [code[4:] for code in sorted(codes) if code.startswith("iva:")]
            yield {
                "id": identity, "nome": name, "tipo": sort,
                "codice_fiscale": fiscal[0] if fiscal else None,
                "partita_iva": vat[0] if vat else None, "sigle": tuple(sorted(siglas)),
                "atti_emanati": self._issued[identity], "atti": self._acts[(kind, identity)],
            }  # fmt: skip

    def _servizi(self, best: dict[tuple[str, str], str]) -> Iterator[dict[str, Any]]:
        known = self._services.table()
        for (kind, identity), name in sorted(best.items()):
            if kind == "servizio":
                sort, siglas, codes, region = known[identity]
                yield {
                    "id": identity, "nome": name, "tipo": sort, "sigle": tuple(sorted(siglas)),
                    "codici": tuple(sorted(codes)), "territorio": region or None,
                    "atti": self._acts[(kind, identity)],
                }  # fmt: skip

    def _soggetti(self, best: dict[tuple[str, str], str]) -> Iterator[dict[str, Any]]:
        bodies = {row[0] for row in self._connection.execute("select id from enti")}
        for (kind, identity), name in sorted(best.items()):
            if kind == "soggetto":
                office = self._offices[identity]
                body = identity.rpartition("/")[0]
                yield {
                    "id": identity, "nome": name, "ente_id": body if body in bodies else None,
                    "funzioni": tuple(sorted(office["funzioni"])), "dal": office["dal"],
                    "al": office["al"], "atti": self._acts[(kind, identity)],
                }  # fmt: skip

    def _printed(self, kind: str, code: str) -> Iterator[dict[str, Any]]:
        for row in self._connection.execute(_PRINTED, {"tipo": code}).fetchall():
            values = dict(zip(_PRINTED_COLUMNS, row, strict=False))
            identifier = content_id("alias", kind, values["identita"], values["forma"])
            yield {
                "id": identifier, "genere": kind, "ragione": "codice", "tabella": "codici", **values
            }  # fmt: skip

    def by_code(self) -> None:
        """Projects and tenders: the code is the identity."""
        for table, kind, code in (("progetti", "progetto", "cup"), ("gare", "gara", "cig")):
            rows = self._connection.execute(_BY_CODE, {"tipo": code}).fetchall()
            names = ("id", "valido", "dal", "al", "atti")
            self.insert(table, (dict(zip(names, row, strict=True)) for row in rows))
            self._connection.execute(_PRESENT, {"tipo": code, "genere": kind})
            self.insert("alias", self._printed(kind, code))
        for code, text, holder, document, _ in self._connection.execute(_SHEETS).fetchall():
            body = self._bodies.named(holder) if holder else None
            self._connection.execute(
                "update progetti set descrizione = ?, titolare_id = ?, documento_id = ? "
                "where id = ?",
                (text, body, document, code),
            )


_PRINTED_COLUMNS = (
    "identita", "forma", "volte", "atti", "documento_id", "atto_id", "fatto_id", "pagina",
    "inizio", "fine",
)  # fmt: skip
_REASONS = ("nome", "codice", "definizione", "sigla", "forma_giuridica", "decisione")


def _place_order(place: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple("" if each is None else str(each).zfill(9) for each in place)


_BY_CODE = """
select valore, max(valido), min(data_atto), max(data_atto), count(distinct atto_id)
from (select valore, valido, atto_id, atti.data as data_atto
      from codici join atti on atti.id = atto_id where codici.tipo = :tipo)
group by valore order by valore
"""
_PRESENT = """
insert into presenze (genere, identita, documento_id, atto_id, ruoli, volte)
select :genere, valore, min(codici.documento_id), codici.atto_id, '["nel_testo"]', count(*)
from codici join menzioni on menzioni.fatto_id = codici.id
where codici.tipo = :tipo group by valore, codici.atto_id order by 2, 4
"""
_PRINTED = """
-- With one min() the columns beside it are of the row that has it
select valore, m.testo, count(*), count(distinct m.atto_id), m.documento_id, m.atto_id,
       m.fatto_id, m.pagina, m.inizio, m.fine, min(m.documento_id || m.atto_id || m.id)
from codici join menzioni as m on m.fatto_id = codici.id where codici.tipo = :tipo
group by valore, m.testo order by valore, m.testo
"""
_SHEETS = """
select cup, descrizione_sintetica_del_progetto, soggetto_titolare, documento_id, min(id)
from schede_cup group by cup order by cup
"""
