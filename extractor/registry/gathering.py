"""What each act of a document names: bodies, people in office, services, short forms.

Read once per document, when its records are new, into a row per act of ``nomi_stampati``: where
the document is extracted, or from its rows in the store. What is covered in the document
(``riservati``) and natural persons who are not in an office never get there.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from extractor.registry import REGISTRY_VERSION
from extractor.registry.codes import PROVINCE
from extractor.registry.document_rows import DocumentRows, Rows, rows_in
from extractor.registry.names import (
    is_category,
    letters,
    name_of,
    person_words,
    region_of,
    says_body,
    without_office,
)
from extractor.registry.scanning import Found, body_beside, scan
from extractor.store.persons import OFFICE, is_natural_person
from extractor.store.prepared import Prepared
from extractor.store.privacy import MOST_STRINGS, strings_pattern
from extractor.store.registry_state import Names

_PROVINCE = re.compile(r"\s?\(([A-Z]{2})\)")
_FORMERLY = {"MB": "MI", "BT": "BA", "FM": "AP", "SU": "CA", "CI": "CA", "VS": "CA", "OT": "SS",
             "OG": "NU"}  # fmt: skip
"""Provinces made of others when acts were printed already: a town may be in either."""
_MOST = 400
"""Distinct names of an act that are kept; an act with more is a list of something."""
_BODY_NUMBER = re.compile(r"\d{11}")
_SYSTEM = re.compile(
    r"(?:sistem|piattaform|fascicol|portal|anagraf|applicativ|infrastruttur|repository|banca\s+dati"
    r"|registro\s+(?:nazional|regional)|rete\s+regional|carta\s+(?:regional|nazional))", re.I
)  # fmt: skip
_HEADING = re.compile(r"(?:art(?:icolo|\.)|oggetto|premess|allegat)", re.I)
_SHORT = ("citato", "attuatore")
_SHORT_BODY = re.compile(r"[A-Z]{2,12}(?:[ -][A-Z][a-z]{3,20})?")
"""A body called by its short form, in the places where only a body stands: ``CSI Piemonte``."""
_STOP = re.compile(r"[.;:]\s*\n|\n\s*\n|\n(?=\s*(?:[A-ZÀ-Ý][A-ZÀ-Ý]|\d+[.)\t]|[•–-]))|\f")
_REACH = 400
"""Characters on each side of a name within which its sentence is looked for."""
_NO_SYSTEM = re.compile(
    r"servizio\s+sanitario|sistema\s+(?:socio-?)?sanitario|sistema\s+camerale"
    # Rules and duties, not programs
    r"|sistem[ai]\s+di\s+gestione\s+(?:e\s+(?:di\s+)?controllo|(?:per\s+la|della)\s+(?:qualit|sicurezz))"
    r"|sistema\s+di\s+(?:gestione\s+ambientale|valutazione|misurazione)",
    re.I,
)


class Naming(NamedTuple):
    """A name that an act prints, with the first place of the act where it stands.

    ``definito`` is the name that a short form stands for in this act; ``codice`` the codes
    printed beside it (``cf:…``, ``iva:…``). ``ruolo`` is the relation of the thing to the act,
    ``testo`` for a name whose bounds are not known and ``nel_testo`` for one found in the text.
    """

    genere: str
    forma: str
    ruolo: str
    inizio: int
    tabella: str | None = None
    fatto_id: str | None = None
    pagina: int | None = None
    definito: str = ""
    codice: str = ""
    volte: int = 1


def with_names(made: Prepared) -> Prepared:
    """A document with what the registry reads in it; without, where too much of it is covered."""
    if made.indici is None:
        return made
    acts = gather(made.values, [text for text, _ in made.riservati])
    return replace(made, nomi=Names(REGISTRY_VERSION, tuple(acts)))


def stored(connection: sqlite3.Connection, documento_id: str) -> Iterator[tuple[str, str, str]]:
    """The same as ``gather``, of a document in the store.

    Names hidden on request are gathered too: they may be shown again. ``intake.acts`` leaves
    them out.
    """
    private = connection.execute(
        "select testo from riservati where documento_id = ? and motivo <> 'oscurato' limit ?",
        (documento_id, MOST_STRINGS),
    )
    return gather(rows_in(connection, documento_id), [text for (text,) in private])


def gather(rows: Rows, private: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Each act of a document, with the Region of its body and its namings, for ``read``.

    ``private`` are the strings that are covered in the document.
    """
    covered = strings_pattern(private)
    document = DocumentRows(rows)
    for act in sorted(rows("atti", ("id", "ente", "inizio", "pagina_inizio", "oggetto"))):
        reading = _Act(document, *act)
        found: dict[tuple[Any, ...], Naming] = {}
        for naming in reading.namings():
            if covered and naming.genere != "sigla" and covered.search(naming.forma):
                continue
            key = naming[:3] + naming[-3:-1]
            before = found.get(key)
            if before is None and len(found) < _MOST:
                found[key] = naming
            elif before is not None:
                first = min(before, naming, key=lambda each: each.inizio)
                found[key] = first._replace(volte=before.volte + naming.volte)
        kept = sorted(map(tuple, found.values()), key=repr)
        names = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
        yield act[0], region_of(act[1] or ""), names


class _Act:
    """An act with the text of its parts."""

    def __init__(
        self, document: DocumentRows, act: str, body: str | None, start: int,
        page: int | None, subject: str | None,
    ) -> None:  # fmt: skip
        self._document = document
        self._act = act
        self._body = body
        self._start = start
        self._page = page
        self._subject = subject
        self._leaves = [
            (start, text, page)
            for start, text, page, leaf in self._rows(
                "parti", "inizio", "testo", "pagina_inizio", "foglia"
            )
            if leaf and text is not None
        ]

    def namings(self) -> Iterator[Naming]:
        """All of them, each with its codes, where one stands beside it in this act."""
        found = [*self._issuers(), *self._parties(), *self._definitions(), *self._others()]
        found = [self._placed(each) for each in (*found, *self._services())]
        found += self._people()
        found += list(self._in_text())
        found += list(self._beside_services(found))
        codes: dict[str, set[str]] = {}
        for naming in (*found, *(coded := list(self._beside_codes()))):
            if naming.codice and naming.genere == "ente":
                codes.setdefault(name_of(naming.forma).key, set()).update(naming.codice.split())
        self._complete(codes)
        for naming in (*found, *coded):
            beside = codes.get(name_of(naming.forma).key) if naming.genere == "ente" else None
            if beside and sum(code.startswith(PROVINCE) for code in beside) < 2:
                naming = naming._replace(codice=" ".join(sorted(beside)))
            yield naming

    def _complete(self, codes: dict[str, set[str]]) -> None:
        """A number printed as both of its kinds is both, though one was found beside the name."""
        labels = {"codice_fiscale": "cf", "partita_iva": "iva"}
        both = {f"{labels[kind]}:{value}" for _, kind, value in self._body_codes()}
        for beside in codes.values():
            values = {code.partition(":")[2] for code in beside}
            beside |= {code for code in both if code.partition(":")[2] in values}

    def _rows(self, table: str, *columns: str) -> list[tuple[Any, ...]]:
        return self._document.of_act(self._act, table, *columns)

    def _body_codes(self) -> list[tuple[str, str, str]]:
        """The valid numbers by which bodies are known: id, kind, value."""
        return [
            (id_, kind, value)
            for id_, kind, value, valid in self._rows("codici", "id", "tipo", "valore", "valido")
            if valid and kind in ("codice_fiscale", "partita_iva") and len(value) == 11
        ]

    def _issuers(self) -> Iterator[Naming]:
        for name in (self._body or "").split(";"):
            name = name.strip()
            if (
                name
                and not is_category(name)
                and not _HEADING.match(name)
                and not is_natural_person(name, None)
            ):
                yield Naming("ente", name, "emana", self._start, "atti", self._act, self._page)

    def _placed(self, naming: Naming) -> Naming:
        """A naming from a fact with the place where its form is printed and as it is there.

        A body known without being printed in the act counts no times and is nobody's form.
        """
        words = [re.escape(word) for word in naming.forma.replace("’", "'").split()]
        pattern = re.compile(r"\s+".join(words).replace("'", "['’]"), re.I)
        near = self._leaf_at(naming.inizio)
        # First about the fact itself, then from the beginning of the act
        looked = [(*leaf[:2], max(naming.inizio - leaf[0] - _REACH, 0)) for leaf in near]
        looked += [(*leaf[:2], 0) for leaf in self._leaves]
        for begin, text, low in looked:
            if match := pattern.search(text, low):
                form = " ".join(match[0].split())
                return naming._replace(forma=form, inizio=begin + match.start())
        return naming._replace(volte=0)

    def _leaf_at(self, place: int) -> list[tuple[int, str, int]]:
        return [leaf for leaf in self._leaves if leaf[0] <= place < leaf[0] + len(leaf[1])]

    def _parties(self) -> Iterator[Naming]:
        for id_, name, sigla, code, start, page in self._rows(
            "contraenti", "id", "denominazione", "sigla", "codice_fiscale", "inizio", "pagina"
        ):
            if is_natural_person(name, code) or is_category(name):
                continue
            where = ("contraenti", id_, page)
            codes = f"cf:{code}" if code and _BODY_NUMBER.fullmatch(code) else ""
            yield Naming("ente", name, "parte", start, *where, codice=codes)
            if sigla:
                yield Naming("ente", sigla, "parte", start, *where, definito=name)

    def _definitions(self) -> Iterator[Naming]:
        for id_, sigla, name, start, page in self._rows(
            "acronimi", "id", "sigla", "definizione", "inizio", "pagina"
        ):
            where = (start, "acronimi", id_, page)
            if says_body(name):
                name = without_office(name)
                yield Naming("ente", name, "definito", *where)
                yield Naming("ente", sigla, "definito", *where, definito=name)
            elif _SYSTEM.match(name) and not _NO_SYSTEM.match(name):
                yield Naming("servizio", name, "definito", *where)
                yield Naming("servizio", sigla, "definito", *where, definito=name)
            else:
                # What else a short form stands for: then it may not be the body's
                yield Naming("definizione", sigla, "definito", *where, definito=name)

    def _others(self) -> Iterator[Naming]:
        """Bodies in other facts: cited bodies, creditors, holders of projects, applicants."""
        for role, table, column in (
            ("citato", "riferimenti", "ente"), ("creditore", "movimenti", "creditore"),
            ("titolare", "schede_cup", "soggetto_titolare"),
            ("titolare", "schede_cup", "soggetto_richiedente"),
            ("attuatore", "interventi", "attuatore"), ("ufficio", "persone", "ente"),
        ):  # fmt: skip
            for id_, name, start, page, words in self._rows(
                table, "id", column, "inizio", "pagina", "testo"
            ):
                # Whose act is cited is often known without being printed
                printed = name and (role != "citato" or name.casefold() in words.casefold())
                for each in name.split(";") if printed else ():
                    each = without_office(each)
                    if says_body(each) or (role in _SHORT and _SHORT_BODY.fullmatch(each)):
                        yield Naming("ente", each, role, start, table, id_, page)
        for id_, name, code, start, page in self._rows(
            "beneficiari", "id", "denominazione", "codice_fiscale", "inizio", "pagina"
        ):
            if name and not is_natural_person(name, code) and says_body(name):
                codes = f"cf:{code}" if code and _BODY_NUMBER.fullmatch(code) else ""
                where = (start, "beneficiari", id_, page)
                yield Naming("ente", name, "richiedente", *where, codice=codes)

    def _beside_codes(self) -> Iterator[Naming]:
        codes = {id_: (kind, value) for id_, kind, value in self._body_codes()}
        places = self._rows("menzioni", "fatto_id", "inizio", "pagina", "flusso") if codes else ()
        for id_, start, page, stream in places:
            if id_ not in codes or stream != "testo":
                continue
            kind, value = codes[id_]
            for begin, text, _ in self._leaves:
                if begin <= start < begin + len(text):
                    if beside := body_beside(text, start - begin):
                        label = "cf" if kind == "codice_fiscale" else "iva"
                        yield Naming(
                            "ente", beside[0], "con_codice", begin + beside[1], "codici", id_,
                            page, "", f"{label}:{value}",
                        )  # fmt: skip
                    break

    def _people(self) -> Iterator[Naming]:
        columns = ("id", "nome", "funzione", "ente", "inizio", "pagina")
        rows = [row for row in self._rows("persone", *columns) if row[2] in OFFICE]
        issuers = (self._body or "").split(";")
        own = issuers[0] if len(issuers) == 1 else ""
        bodies: dict[tuple[str, ...], set[str]] = {}
        for _, name, _, body, _, _ in rows:
            if body:
                bodies.setdefault(person_words(name), set()).add(without_office(body))
        for id_, name, function, body, start, page in rows:
            # In one act one name is one person, who acts for the body said somewhere in it
            said = bodies.get(person_words(name), set())
            body = without_office(body or (min(said) if len(said) == 1 else own))
            yield Naming("soggetto", name, function, start, "persone", id_, page, body)

    def _services(self) -> Iterator[Naming]:
        for id_, code, title, sigla, used, software, start, page in self._rows(
            "schede_servizio",
            "id",
            "codice",
            "titolo",
            "sigla",
            "servizi_utilizzati",
            "applicativi",
            "inizio",
            "pagina",
        ):
            where = (start, "schede_servizio", id_, page)
            if title:
                yield Naming("servizio", title, "scheda", *where, codice=code or "")
                if sigla:
                    yield Naming("servizio", sigla, "scheda", *where, definito=title)
            for role, listed in (("utilizzato", used), ("applicativo", software)):
                for name in json.loads(listed or "[]"):
                    yield Naming("servizio", name, role, *where)

    def _beside_services(self, found: Iterable[Naming]) -> Iterator[Naming]:
        """The facts in the same sentence or row as a service's name; ``codice`` says which."""
        places = [each for each in found if each.genere == "servizio" and each.ruolo != "testo"]
        if not places:
            return
        facts = [
            (start, f"{table}:{id_}")
            for table in ("importi", "rilasci", "scadenze", "persone")
            for id_, start, stream, *role in self._rows(
                table, "id", "inizio", "flusso", *(["funzione"] if table == "persone" else [])
            )
            if stream == "testo" and (not role or role[0] in OFFICE)
        ]
        for naming in places:
            low, high = self._sentence(naming.inizio)
            for start, fact in facts:
                if low <= start < high:
                    yield naming._replace(genere="fatto", ruolo="brano", codice=fact, volte=1)

    def _sentence(self, place: int) -> tuple[int, int]:
        """The bounds of the sentence, item or row around a place of the document."""
        for begin, text, _ in self._leaves:
            if begin <= place < begin + len(text):
                low, high = 0, len(text)
                at = place - begin
                for stop in _STOP.finditer(text, max(at - _REACH, 0), min(at + _REACH, len(text))):
                    if stop.end() <= at:
                        low = stop.end()
                    elif stop.start() >= at:
                        high = stop.start()
                        break
                return begin + max(low, at - _REACH), begin + min(high, at + _REACH)
        return place, place

    def _in_text(self) -> Iterator[Naming]:
        for begin, text, page in self._leaves:
            for found in scan(text):
                words = " ".join(found.forma.split())
                kind = "ente" if found.genere == "sigla" else found.genere
                role = "sigla" if found.genere == "sigla" else "nel_testo"
                if (kind == "ente" and role == "nel_testo" and not found.certo) or not found.certo:
                    role = "testo"
                yield Naming(
                    kind, words, role, begin + found.inizio, pagina=page,
                    codice=_province(found, text),
                )  # fmt: skip
        for found in scan(self._subject or ""):
            if found.genere == "servizio" and found.certo:
                yield Naming("servizio", " ".join(found.forma.split()), "oggetto", self._start)


def _province(found: Found, text: str) -> str:
    """The province printed behind a town's name: *Comune di Castro (BG)*."""
    if not found.certo or not found.forma.casefold().startswith("comune d"):
        return ""
    behind = _PROVINCE.match(text, found.inizio + len(found.forma))
    return f"{PROVINCE}{_FORMERLY.get(behind[1], behind[1])}" if behind else ""


def read(names: str) -> Iterable[Naming]:
    """The namings of a row of ``nomi_stampati``."""
    return map(Naming._make, json.loads(names))


def definitions_key(text: str) -> str:
    """What two ways to print a definition have in common."""
    return name_of(text).key or letters(text)
