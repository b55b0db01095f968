"""What a store keeps of a document, made ready where the document is read.

One process writes into a store while many read: whatever needs no store is done by those who
read. ``prepare`` gives the rows of every table, the private strings, and what goes into the
search indexes with these covered.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from extractor.store import schema
from extractor.store.privacy import MOST_STRINGS, Cover
from extractor.store.private_strings import private_strings
from extractor.store.registry_state import Names
from extractor.store.rows import Row, rows, shape
from models import Documento, Estrazione


@dataclass(frozen=True, slots=True)
class Indexed:
    """What of a document is put into the search indexes, its private strings covered.

    ``tabelle`` has the rows of each index of ``schema.SEARCHED``, their numbers first; ``atti``
    has of each act its id and its texts, in the order of ``act_index.COLUMNS``.
    """

    tabelle: Mapping[str, Sequence[Row]]
    atti: Mapping[str, tuple[str, str, str, str]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document and its rows in every table; ``impronta`` tells whether they are others.

    ``indici`` is None where the store must make it, from more private strings than are covered
    here; ``nomi`` is what the registry reads in it, None where it is to read the store's rows.
    """

    documento: Documento
    righe: Mapping[str, Sequence[Row]]
    riservati: Sequence[tuple[str, str]]
    indici: Indexed | None
    impronta: str
    nomi: Names | None = None

    def values(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """Some columns of the document's rows in a table; its own row is in none."""
        at = [shape(table).at(column) for column in columns]
        return (tuple([row[place] for place in at]) for row in self.righe[table])

    def count(self, table: str) -> int:
        """How many rows the document has in a table."""
        return len(self.righe[table])

    def with_only(self, *tables: str) -> "Prepared":
        """The same document with the rows of some tables, without private strings."""
        made = {name: each if name in tables else () for name, each in self.righe.items()}
        return Prepared(self.documento, made, (), None, self.impronta)


def prepare(records: Estrazione) -> Prepared:
    """The records of a document as a store takes them."""
    made = {name: rows(name, getattr(records, name)) for name in TABLES}
    return prepared(records.documento, made, list(private_strings(records)))


def prepared(
    document: Documento,
    made: Mapping[str, Sequence[Row]],
    private: Sequence[tuple[str, str]],
) -> Prepared:
    """The same from a document's rows in every table and its private strings."""
    told = sha256(repr(list(made.items())).encode("utf-8", "surrogatepass")).hexdigest()
    return Prepared(document, made, private, _indexed(made, private), told)


TABLES = tuple(table.nome for table in schema.TABLES if table.nome not in ("file", "documenti"))
"""The tables with rows of a document, besides its own, in the order in which they are written."""


def _indexed(
    made: Mapping[str, Sequence[Row]], private: Iterable[tuple[str, str]]
) -> Indexed | None:
    """The same as what ``Store`` puts into the indexes from its own rows."""
    strings = set(private)
    if len(strings) > MOST_STRINGS:
        return None
    hide = Cover.of(strings).hide
    tables: dict[str, Sequence[Row]] = {}
    for name, search in schema.SEARCHED.items():
        places = [shape(name).at(column) for column in search.colonne]
        number = shape(name).at("riga")
        tables[name] = [
            (row[number], *(hide(row[place]) for place in places))
            for row in made[name]
            if name != "parti" or row[_LEAF]
        ]
    acts = dict(_acts(made, tables["parti"], hide))
    # FTS5 writes out what it has gathered whenever a row's number is lower than the one before
    return Indexed({name: sorted(found) for name, found in tables.items()}, acts)


_LEAF = shape("parti").at("foglia")
_OF_ACT = {name: shape(name).at("atto_id") for name in ("parti", "codici", "persone", "contraenti")}
_VALUES = (("codici", "valore"), ("persone", "nome"), ("contraenti", "denominazione"))


def _acts(
    made: Mapping[str, Sequence[Row]], leaves: Sequence[Row], hide: Any
) -> Iterator[tuple[str, tuple[str, str, str, str]]]:
    texts: dict[str, list[str]] = {}
    of_leaves = (row[_OF_ACT["parti"]] for row in made["parti"] if row[_LEAF])
    for act, leaf in zip(of_leaves, leaves, strict=True):
        if act is not None and leaf[-1]:
            texts.setdefault(act, []).append(leaf[-1])
    values: dict[str, set[str]] = {}
    for table, column in _VALUES:
        at = shape(table).at(column)
        for row in made[table]:
            if row[at]:
                values.setdefault(row[_OF_ACT[table]], set()).add(hide(row[at]))
    columns = shape("atti").colonne
    for row in made["atti"]:
        act = dict(zip(columns, row, strict=True))
        yield (
            act["id"],
            (
                hide(_name(act)),
                hide(act["oggetto"]) or "",
                "\n".join(texts.get(act["id"], ())),
                "\n".join(sorted(values.get(act["id"], ()))),
            ),
        )


_NAMED = ("numero", "data", "ente", "organo", "struttura", "direzione")


def _name(act: Mapping[str, Any]) -> str:
    """What an act is called by, as ``act_index`` makes it from the act's row."""
    sigla = act["sigla"] or ""
    first = (sigla, sigla.replace(".", ""), act["tipo"].replace("_", " "))
    return "\n".join([*first, *(act[name] or "" for name in _NAMED)])
