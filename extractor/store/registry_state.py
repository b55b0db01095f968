"""What the registry remembers of each document, so that one more costs little.

A document has a number here, and each of its acts its place (``atto``, from 0) in the order of
their identifiers.

Not masked and not records: no reader of the store sees these tables. All of them but the
decisions are made again from the documents when they are emptied.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sqlite_utils import Database

from models.identity import content_id

PRINTED_NAMES, READ_AGAIN = "nomi_stampati", "nomi_riletti"
READ, SIGNS, KNOWN, HOOKS = (
    "registro_documenti", "registro_segni", "registro_nomi", "registro_appigli",
)  # fmt: skip
FORMS, COUNTS, PEOPLE = "registro_forme", "registro_conti", "registro_persone"
CITED, ROWS, CALLED = "registro_citate", "registro_righe", "registro_chiamati"
UNITED = "registro_unioni"
COUNTS_OF_ACTS = "registro_conti_atti"

DERIVED = (SIGNS, KNOWN, HOOKS, FORMS, COUNTS, COUNTS_OF_ACTS, PEOPLE, CITED, ROWS, CALLED, UNITED)
"""What is made anew where the rules, the decisions or the hidden names change."""

DESCRIPTIONS = {
    PRINTED_NAMES: "I nomi letti in ogni atto, da cui il registro è fatto",
    READ_AGAIN: "I nomi letti di nuovo in documenti di cui il registro tiene già conto",
    "registro_stato": "Da che cosa il registro è stato fatto",
    "decisioni": "Le decisioni sulle identità prese a mano",
    READ: "Fin dove il registro tiene conto di ogni documento",
    SIGNS: "Ciò che i documenti dicono dei nomi, con il numero dei documenti",
    KNOWN: "L'identità di ogni nome, come risultava l'ultima volta",
    HOOKS: "Da quali nomi dipende la lettura di ogni documento, e di quali suoi atti",
    FORMS: "Le forme stampate di ogni cosa, numerate",
    COUNTS: "Quante volte ogni documento stampa ogni forma",
    COUNTS_OF_ACTS: "Quante volte ogni atto stampa ogni forma",
    PEOPLE: "Le persone che agiscono in un ufficio, per atto",
    CITED: "Gli atti citati da ogni documento",
    ROWS: "Le righe del registro degli atti per chiave di citazione",
    UNITED: "Le persone che una decisione unisce ad altre",
    CALLED: "Gli enti degli atti e delle citazioni, con la loro identità",
}

GATHER, SIGN, TALLY, DONE = 0, 1, 2, 3
"""``registro_documenti.stato``: what is to be done of a document."""

_TABLES = (
    *(
        statement
        for name in (PRINTED_NAMES, READ_AGAIN)
        for statement in (
            f"create table {name} (atto_id text primary key, documento_id text, "
            "territorio text, nomi text)",
            f"create index idx_{name}_documento_id on {name} (documento_id)",
        )
    ),
    "create table registro_stato (chiave text primary key, valore text)",
    "create table decisioni (ordine integer primary key, azione text, genere text, voci text)",
    f"create table {READ} (documento_id text primary key, numero integer unique, stato integer, "
    "segnato integer) without rowid",
    f"create index idx_{READ}_stato on {READ} (stato)",
    f"create table {SIGNS} (segno text primary key, documenti integer) without rowid",
    f"create table {KNOWN} (nome text primary key, valore text) without rowid",
    f"create table {HOOKS} (appiglio integer, numero integer, atti text, "
    "primary key (appiglio, numero)) without rowid",
    f"create index idx_{HOOKS}_numero on {HOOKS} (numero)",
    f"create table {FORMS} (id integer primary key, genere text, identita text, forma text)",
    f"create index idx_{FORMS}_identita on {FORMS} (genere, identita)",
    f"create table {COUNTS} (forma integer, numero integer, atti integer, volte integer, "
    "ragione integer, luogo text, dal text, al text, primary key (forma, numero)) without rowid",
    f"create index idx_{COUNTS}_numero on {COUNTS} (numero)",
    # With row numbers: the acts of a document lie side by side, and many fit on a page
    f"create table {COUNTS_OF_ACTS} (numero integer, atto integer, atto_id text, data text, "
    "conti text)",
    f"create unique index idx_{COUNTS_OF_ACTS}_numero on {COUNTS_OF_ACTS} (numero, atto)",
    f"create table {PEOPLE} (parole text, ente text, nome text, numero integer, atto integer, "
    "primary key (parole, ente, nome, numero, atto)) without rowid",
    f"create index idx_{PEOPLE}_numero on {PEOPLE} (numero, atto)",
    f"create index idx_{PEOPLE}_ente on {PEOPLE} (ente, nome)",
    f"create table {CITED} (chiave text, ente text, data text, numero integer, tipo text, "
    "anno integer, cifre text, urn text, citazioni integer, atti integer, atto_id text, "
    "primary key (chiave, ente, data, numero)) without rowid",
    f"create index idx_{CITED}_numero on {CITED} (numero)",
    f"create table {ROWS} (chiave text, ordine integer, base text, giorno text, date text, "
    "registro_id text, primary key (chiave, ordine)) without rowid",
    f"create index idx_{ROWS}_base on {ROWS} (base)",
    f"create table {UNITED} (nome text primary key, valore text) without rowid",
    f"create table {CALLED} (ente text primary key, identita text) without rowid",
    f"create index idx_{CALLED}_identita on {CALLED} (identita)",
)
# A document that is written anew is taken out first; one that is gone is still to be taken out
# of the registry
_TRIGGER = f"""
create trigger registro_da_rifare after delete on documenti begin
    update {READ} set stato = {GATHER} where documento_id = old.id;
    delete from {READ_AGAIN} where documento_id = old.id;
end"""


def create(database: Database, *, triggers: bool = True) -> None:
    """Make the tables of an empty store, and what keeps them when its documents change."""
    for statement in (*_TABLES, *([_TRIGGER] if triggers else [])):
        database.execute(statement)


class Names(NamedTuple):
    """What the registry reads in a document: of each act its id, a Region, what it names (JSON).

    ``versione`` is that of the rules that read it.
    """

    versione: int
    atti: Sequence[tuple[str, str, str]]


def put_names(database: Database, documento_id: str, names: Names) -> None:
    """Keep what was read in a document, so that the registry need not read its rows.

    What the registry has of it already is kept too, until it has taken out what the document said
    before. What other rules read is left out, and the registry reads it.
    """
    version = str(names.versione)
    database.execute("insert or ignore into registro_stato values ('versione', ?)", (version,))
    known = "select 1 from registro_stato where chiave = 'versione' and valore = ?"
    if database.execute(known, (version,)).fetchone() is None:
        return
    row = (documento_id, number_of(documento_id))
    added = database.execute(f"insert or ignore into {READ} values (?, ?, {SIGN}, 0)", row)
    database.conn.executemany(
        f"insert into {PRINTED_NAMES if added.rowcount else READ_AGAIN} "
        "(atto_id, documento_id, territorio, nomi) values (?, ?, ?, ?)",
        [(act, documento_id, *rest) for act, *rest in names.atti],
    )


def number_of(documento_id: str) -> int:
    """The number of a document (60 bits), in the order of their identifiers.

    >>> number_of("00000000000001f" + "0" * 49)
    31
    """
    digits = documento_id[:15]
    if re.fullmatch(r"[0-9a-f]{15}", digits):
        return int(digits, 16)
    return int(content_id(documento_id)[:15], 16)
