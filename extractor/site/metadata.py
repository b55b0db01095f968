"""What Datasette shows about a store: titles, descriptions, facets, all in Italian."""

import sqlite3
from typing import Any

FACETS: dict[str, list[str]] = {
    "documenti": ["tipo", "formato"],
    "file": ["stato"],
    "atti": ["tipo", "ente", "anno", "direzione"],
    "parti": ["tipo"],
    "riferimenti": ["tipo", "anno", "relazione"],
    "importi": ["ruolo", "esercizio", "iva"],
    "codici": ["tipo", "valido"],
    "scadenze": ["tipo", "zona"],
    "persone": ["funzione", "ente"],
    "beneficiari": ["elenco", "esito"],
    "movimenti": ["esercizio", "capitolo"],
    "segnalazioni": ["regola", "gravita"],
    "menzioni": ["tabella"],
}
"""The columns that a table is narrowed down by."""

LABELS = {"atti": "oggetto", "documenti": "nome", "parti": "titolo"}
"""The column that stands for a row where another row points to it."""

SORT = {"atti": "data", "scadenze": "entro", "segnalazioni": "gravita"}


def metadata(connection: sqlite3.Connection, database: str) -> dict[str, Any]:
    """Datasette's metadata for the store open at ``connection``, called ``database`` there."""
    tables: dict[str, dict[str, Any]] = {}
    rows = connection.execute("select tabella, colonna, descrizione from descrizioni")
    for table, column, text in rows:
        entry = tables.setdefault(table, {"columns": {}})
        if column:
            entry["columns"][column] = text
        else:
            entry["description"] = text
    for table, columns in FACETS.items():
        tables[table]["facets"] = columns
    for table, column in LABELS.items():
        tables[table]["label_column"] = column
    for table, column in SORT.items():
        tables[table]["sort"] = column
    # The index of the parts is over their leaves: Datasette does not find that by itself
    tables["parti"] |= {"fts_table": "parti_fts", "fts_pk": "riga"}
    tables["ricerca"]["hidden"] = True  # what it says of an act is in the other tables
    return {
        "title": "Spoglio",
        "description": "Gli atti ufficiali, con ogni dato e il punto della pagina in cui si legge",
        "databases": {
            database: {
                "description": "Archivio di atti",
                "tables": tables,
                "queries": QUERIES,
            }
        },
    }


QUERIES: dict[str, dict[str, str]] = {
    "prossime_scadenze": {
        "title": "Prossime scadenze",
        "description": "Le scadenze da oggi in poi",
        "sql": (
            "select entro, scadenze.tipo, "
            "scadenze.oggetto, scadenze.testo, atti.sigla, atti.numero, atti.oggetto as atto "
            "from scadenze join atti on atti.id = scadenze.atto_id "
            "where entro >= date('now') order by entro limit 200"
        ),
    },
    "denaro_di_un_progetto": {
        "title": "Il denaro di un progetto",
        "description": "Gli importi degli atti che citano un CUP",
        "sql": (
            "select atti.data, atti.sigla, atti.numero, importi.ruolo, importi.esercizio, "
            "importi.importo, importi.testo, importi.pagina from codici "
            "join atti on atti.id = codici.atto_id join importi on importi.atto_id = atti.id "
            "where codici.tipo = 'cup' and codici.valore = :cup order by atti.data, importi.inizio"
        ),
    },
}
"""Ready questions, shown on the store's page."""
