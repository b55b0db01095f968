"""The tables of the store, made from the records: one visible table of tables."""

import types
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from sqlite_utils import Database

from extractor.store import act_index, changes, ledger, registry_state
from extractor.store.definitions import create_index, create_table
from extractor.store.opening import APPLICATION_ID, SCHEMA_VERSION
from models import (
    Acronimo,
    Atto,
    Beneficiario,
    Codice,
    Contraente,
    Documento,
    DocumentoCollegato,
    Evidenza,
    File,
    Firma,
    Importo,
    Intervento,
    Menzione,
    Movimento,
    Pagina,
    Parte,
    Persona,
    Riferimento,
    Rilascio,
    Scadenza,
    SchedaCup,
    SchedaServizio,
    Segnalazione,
    Tabella,
    VoceSommario,
)
from models.registry import (
    Alias,
    AttoRegistrato,
    Citazione,
    DubbioIdentita,
    Ente,
    Gara,
    LegameServizio,
    Presenza,
    Progetto,
    Servizio,
    Soggetto,
)
from models.sheets import CUP_FIELDS


class Table(NamedTuple):
    """A table: its record, what identifies a row, what it points to, what it is searched by."""

    nome: str
    record: type[BaseModel]
    descrizione: str
    chiave: tuple[str, ...] = ("id",)
    indici: tuple[str | tuple[str, ...], ...] = ()
    estero: tuple[tuple[str, str, str], ...] = ()


_OF_DOCUMENT = (("documento_id", "documenti", "id"),)
_OF_ACT = (*_OF_DOCUMENT, ("atto_id", "atti", "id"))


def _fact(
    nome: str, record: type[BaseModel], descrizione: str, *indici: str | tuple[str, ...]
) -> Table:
    return Table(
        nome, record, descrizione, indici=("documento_id", "atto_id", *indici), estero=_OF_ACT
    )


TABLES: tuple[Table, ...] = (
    Table("documenti", Documento, "I file letti: ognuno è un documento",
          indici=("tipo", "contenitore_id")),
    Table("file", File, "I percorsi acquisiti, anche quelli che non si sono potuti leggere",
          chiave=("cartella", "percorso"), indici=("documento_id", "stato"), estero=_OF_DOCUMENT),
    Table("pagine", Pagina, "Le pagine di ogni documento",
          chiave=("documento_id", "pagina"), estero=_OF_DOCUMENT),
    Table("firme", Firma, "Le firme digitali dei file, non verificate",
          chiave=("documento_id", "ordine"), estero=_OF_DOCUMENT),
    Table("atti", Atto, "Gli atti: delibere, decreti, determinazioni, accordi, piani, avvisi",
          indici=("documento_id", "identificativo", "tipo", "anno", "data", ("ente", "data"),
                  "direzione", "chiave_citazione"),
          estero=_OF_DOCUMENT),
    Table("parti", Parte, "Le parti degli atti; le foglie coprono tutto il testo",
          indici=("documento_id", "atto_id", "genitore_id", "tipo"),
          estero=(*_OF_ACT, ("genitore_id", "parti", "id"))),
    Table("sommario", VoceSommario, "Le voci dei sommari dei bollettini",
          indici=("documento_id", "numero"), estero=_OF_DOCUMENT),
    _fact("riferimenti", Riferimento, "Gli atti citati", "tipo",
          ("chiave_citazione", "atto_id"), ("ente", "atto_id"), "atto_citato_id"),
    _fact("importi", Importo, "Gli importi, esatti", "centesimi", "ruolo", "esercizio"),
    _fact("codici", Codice, "I codici: CUP, CIG, codici fiscali, protocolli, capitoli…",
          ("tipo", "valore", "atto_id"), "valore"),
    _fact("scadenze", Scadenza, "Le scadenze e i termini", "data", "entro", "tipo"),
    _fact("persone", Persona, "Le persone nominate con una funzione",
          ("nome", "funzione", "atto_id"), "funzione"),
    _fact("acronimi", Acronimo, "Le sigle con la loro definizione", "sigla"),
    _fact("rilasci", Rilascio, "I rilasci dei cronoprogrammi", "codice", "data_rilascio"),
    _fact("interventi", Intervento, "Gli interventi di accordi e piani", "codice"),
    _fact("beneficiari", Beneficiario, "Le righe degli elenchi di domande e contributi",
          "denominazione", "id_domanda"),
    _fact("schede_servizio", SchedaServizio, "Le schede dei servizi", "codice"),
    _fact("schede_cup", SchedaCup, "Le schede CUP, con i campi stampati", "cup"),
    _fact("contraenti", Contraente, "Le parti di accordi e convenzioni", "denominazione"),
    _fact("movimenti", Movimento, "Gli importi delle tabelle contabili", "capitolo", "esercizio"),
    _fact("tabelle", Tabella, "Le tabelle, intere"),
    Table("menzioni", Menzione, "Ogni punto del testo in cui un fatto è stampato",
          indici=("documento_id", ("atto_id", "inizio"), "fatto_id"), estero=_OF_ACT),
    Table("documenti_collegati", DocumentoCollegato,
          "I visti e gli allegati arrivati come file a sé, con il loro atto",
          chiave=("documento_id",), indici=("atto_id",), estero=_OF_ACT),
    Table("segnalazioni", Segnalazione, "Ciò che non torna, o che non si è potuto leggere",
          indici=("documento_id", "atto_id", ("regola", "gravita"), "gravita"), estero=_OF_ACT),
)  # fmt: skip
"""Every table with a record, in an order in which no row points to a later table's."""

ADDED_COLUMNS: dict[str, tuple[tuple[str, type, str], ...]] = {
    "atti": (
        ("riga", int, "Numero di riga per la ricerca, derivato da id"),
        ("chiave_citazione", str, "Tipo, numero senza legislatura e anno: dgr|514|2023"),
    ),
    "riferimenti": (
        ("chiave_citazione", str, "Tipo, numero senza legislatura e anno: dgr|514|2023"),
    ),
    "scadenze": (("entro", str, "Il giorno, stampato o calcolato, entro cui (ISO 8601)"),),
    "documenti_collegati": (
        ("chiave_citazione", str, "Tipo, numero senza legislatura e anno: dgr|514|2023"),
    ),
    "parti": (("riga", int, "Numero di riga per la ricerca, derivato da id"),),
    "schede_cup": (
        *((name, str, "Campo della scheda: " + name.replace("_", " ")) for name in CUP_FIELDS),
        ("altri_campi", str, "Altri campi stampati (JSON)"),
    ),
}
"""Columns that the writer derives, besides the fields of the record."""

REPLACED_FIELDS = {"schede_cup": frozenset({"campi"})}
"""Fields of a record that the derived columns take the place of."""

ACQUISITIONS = "acquisizioni"
"""When and by which version each document was read; the one table that depends on time."""


def columns(table: Table) -> dict[str, type]:
    """The columns of a table with their SQLite types: what a row is first, its evidence last."""
    replaced = REPLACED_FIELDS.get(table.nome, frozenset())
    fields = {
        name: _column_type(field.annotation)
        for name, field in table.record.model_fields.items()
        if name not in replaced
    }
    fields |= {name: kind for name, kind, _ in ADDED_COLUMNS.get(table.nome, ())}
    return dict(sorted(fields.items(), key=lambda column: _rank(column[0])))


def _rank(column: str) -> int:
    if column in ("id", "documento_id", "atto_id"):
        return 0
    evidence = column in Evidenza.model_fields or column == "completamenti"
    return 2 if evidence else 1


def descriptions(table: Table) -> dict[str, str]:
    """An Italian description of each column of a table, in the columns' order."""
    texts = {name: field.description or "" for name, field in table.record.model_fields.items()}
    texts |= {name: text for name, _, text in ADDED_COLUMNS.get(table.nome, ())}
    return {name: texts[name] for name in columns(table)}


_OPEN = frozenset({
    "data", "data_calcolata", "data_pubblicazione", "data_rilascio", "data_validazione",
    "data_protocollo", "dal", "entro", "ora", "durata", "ricorrenza", "numero", "sigla", "urn",
    "ente", "organo", "direzione", "sezione", "sottosezione", "bollettino", "serie", "importo",
    "valuta", "capitolo", "chiave_citazione", "formato", "stato", "riquadri", "completamenti",
    "fonte", "identificativo", "cup", "id_domanda", "protocollo", "esito",
})  # fmt: skip
"""Columns of text in which no private person stands: dates, numbers, bodies, places on the page."""


def is_open_column(table: Table, column: str) -> bool:
    """Whether a column may be shown as it is, and not through the mask of ``store.privacy``."""
    if columns(table)[column] is not str or column.endswith("id") or column in _OPEN:
        return True
    field = table.record.model_fields.get(column)
    return field is not None and _is_closed(field.annotation)


def _is_closed(annotation: Any) -> bool:
    """Whether a field's values are the words of a vocabulary."""
    if get_origin(annotation) in (Union, types.UnionType):
        return all(_is_closed(kind) for kind in get_args(annotation) if kind is not type(None))
    return get_origin(annotation) is Literal


def is_json_column(table: Table, column: str) -> bool:
    """Whether a column holds JSON: a list or a mapping of the record, or ``altri_campi``."""
    field = table.record.model_fields.get(column)
    if field is None:
        return column == "altri_campi"
    return get_origin(field.annotation) in (tuple, list, dict)


def _column_type(annotation: Any) -> type:
    """The SQLite type of a field: JSON and decimals are text, truth values integers."""
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        inner = [kind for kind in get_args(annotation) if kind is not type(None)]
        return _column_type(inner[0])
    if origin is Literal:
        return str
    if annotation in (bool, int):
        return int
    return float if annotation is float else str


def create(database: Database) -> None:
    """Make every table, index, view and search index of an empty store."""
    for table in TABLES:
        _create_table(database, table)
    create_table(
        database,
        ACQUISITIONS,
        {"documento_id": str, "versione": str, "acquisito_il": str, "secondi": float},
        "documento_id",
        foreign_keys=_OF_DOCUMENT,
    )
    create_table(
        database,
        PRIVATE,
        {"documento_id": str, "testo": str, "motivo": str},
        ("documento_id", "testo", "motivo"),
        foreign_keys=_OF_DOCUMENT,
    )
    create_table(database, HIDDEN, {"nome": str, "oscurato_il": str}, "nome")
    changes.create(database)
    create_table(
        database,
        "descrizioni",
        {"tabella": str, "colonna": str, "descrizione": str},
        ("tabella", "colonna"),
    )
    describe(database)
    database.create_view(
        "referenti",
        "select * from persone where funzione in ('referente_responsabile', 'referente_operativo')",
    )
    database.create_view(
        "foglie", "select riga, titolo, testo, documento_id from parti where foglia"
    )
    # A search index of its own for subjects and for parts; accents and case do not matter.
    # Rows are put in by the writer: triggers would halve the rate. Of the parts only the leaves
    # are searched, the others would say the same again.
    for name, search in SEARCHED.items():
        database.execute(
            f"create virtual table {name}_fts using fts5({', '.join(search.colonne)}, "
            f"content='{search.contenuto}', content_rowid='riga', "
            f"tokenize='{act_index.TOKENIZER}')"
        )
    act_index.create(database)
    _create_registry(database)
    ledger.create(database)
    database.execute(f"pragma application_id = {APPLICATION_ID}")
    database.execute(f"pragma user_version = {SCHEMA_VERSION}")


def describe(database: Database) -> None:
    """Put into ``descrizioni`` what every table and column is, in place of what it says."""
    database.execute("delete from descrizioni")
    database.conn.executemany(
        "insert into descrizioni values (:tabella, :colonna, :descrizione)", _all_descriptions()
    )


REGISTRY: tuple[Table, ...] = (
    Table("enti", Ente, "Gli enti, ognuno una volta, comunque siano stampati",
          indici=("codice_fiscale", "partita_iva", "tipo")),
    Table("soggetti", Soggetto, "Le persone che agiscono in un ufficio, ognuna una volta per ente",
          indici=("ente_id", "nome")),
    Table("progetti", Progetto, "I progetti d'investimento pubblico, per CUP"),
    Table("gare", Gara, "Le gare e i contratti, per CIG"),
    Table("servizi", Servizio, "I servizi, i sistemi e gli applicativi nominati negli atti"),
    Table("servizi_fatti", LegameServizio, "I fatti legati a ogni servizio",
          chiave=("servizio_id", "tabella", "fatto_id"),
          indici=("fatto_id", "atto_id", "documento_id")),
    Table("registro_atti", AttoRegistrato, "Gli atti che l'archivio contiene o cita",
          indici=("atto_id", "ente_id", ("tipo", "anno"))),
    Table("citazioni", Citazione, "I modi in cui le citazioni indicano gli atti del registro",
          indici=("chiave_citazione", "registro_id")),
    Table("alias", Alias, "Le forme stampate di ogni cosa, ognuna con la sua prova",
          indici=(("genere", "identita"), "forma", "documento_id")),
    Table("presenze", Presenza, "Quali atti nominano quali cose",
          chiave=("genere", "identita", "atto_id"), indici=("atto_id", "documento_id")),
    Table("dubbi_identita", DubbioIdentita, "Le identità in dubbio, da decidere a mano",
          indici=(("genere", "motivo"),)),
)  # fmt: skip
"""What the registry (``extractor.registry``) derives from all documents together."""

PRIVATE = "riservati"
"""The strings of each document that a public site must not show; see ``store.privacy``."""
HIDDEN = "oscurati"
"""The names that someone asked to hide, in whatever document they stand, now or later."""


class Search(NamedTuple):
    """A full-text index: the table or view that has its rows, and the columns searched."""

    contenuto: str
    colonne: tuple[str, ...]


SEARCHED = {
    "atti": Search("atti", ("oggetto", "numero", "sigla")),
    "parti": Search("foglie", ("titolo", "testo")),
}
"""The tables with a full-text index, called as the table with ``_fts`` behind."""


def _create_registry(database: Database) -> None:
    for table in REGISTRY:
        _create_table(database, table)
    registry_state.create(database)


def _create_table(database: Database, table: Table) -> None:
    kinds = columns(table)
    # A search index points to rows by number: the number must survive a VACUUM, so it is the
    # table's primary key there, and the identifier is unique beside it.
    by_row = "riga" in kinds
    key: str | tuple[str, ...] = "riga" if by_row else table.chiave
    if not by_row and len(table.chiave) == 1:
        key = table.chiave[0]
    create_table(database, table.nome, kinds, key, not_null=table.chiave, foreign_keys=table.estero)
    if by_row:
        create_index(database, table.nome, ["id"], unique=True)
    for index in table.indici:
        create_index(database, table.nome, [index] if isinstance(index, str) else index)


def _all_descriptions() -> Iterable[dict[str, str]]:
    for table in (*TABLES, *REGISTRY):
        yield {"tabella": table.nome, "colonna": "", "descrizione": table.descrizione}
        for column, text in descriptions(table).items():
            yield {"tabella": table.nome, "colonna": column, "descrizione": text}
    yield {
        "tabella": ACQUISITIONS,
        "colonna": "",
        "descrizione": "Quando e con quale versione ogni documento è stato letto",
    }
    yield {
        "tabella": PRIVATE,
        "colonna": "",
        "descrizione": "I dati personali che il sito e le esportazioni non mostrano",
    }
    yield {"tabella": HIDDEN, "colonna": "", "descrizione": "I nomi oscurati su richiesta"}
    yield {
        "tabella": "referenti",
        "colonna": "",
        "descrizione": "Le persone indicate come referenti, responsabili o operativi",
    }
    for name, text in registry_state.DESCRIPTIONS.items():
        yield {"tabella": name, "colonna": "", "descrizione": text}
    yield {"tabella": "foglie", "colonna": "", "descrizione": "Le parti in cui si cerca"}
    for table_name, text in ledger.DESCRIPTIONS.items():
        yield {"tabella": table_name, "colonna": "", "descrizione": text}
    for name, texts in (
        (act_index.ACTS, act_index.DESCRIPTIONS),
        (changes.TABLE, changes.DESCRIPTIONS),
        (changes.KEYS, changes.KEYS_DESCRIPTIONS),
    ):
        for column, text in texts.items():
            yield {"tabella": name, "colonna": column, "descrizione": text}
