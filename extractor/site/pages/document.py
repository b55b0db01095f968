"""The page of a document: the file, its acts, its signatures, what it holds, what went wrong."""

from itertools import groupby
from typing import Any

from extractor.originals import has_pages
from extractor.site.web import Ask, NotFoundError, Page, Reply, Route

_MOST = 300
_MOST_LINKS = 200


def document(ask: Ask) -> Reply:
    """The page at ``/documento/<id>``."""
    store, identifier = ask.store, ask.path["id"]

    def rows(query: str, limit: int = _MOST) -> list[Any]:
        return store.execute(f"{query} limit ?", (identifier, limit)).fetchall()

    found = rows("select * from documenti where id = ?", 1)
    if not found:
        raise NotFoundError("Questo documento non è nell'archivio.")
    row = found[0]
    first = ask.number("da", 1, 1, 1_000_000)
    acts = store.execute(
        "select id, tipo, sigla, numero, data, oggetto, ente, sezione, direzione, pagina_inizio, "
        "pagina_fine from atti where documento_id = ? order by inizio, id limit ? offset ?",
        (identifier, _MOST + 1, first - 1),
    ).fetchall()
    container = row["contenitore_id"] and store.execute(
        "select id, nome from documenti where id = ?", (row["contenitore_id"],)
    )
    return Page(
        "documento.html",
        {
            "documento": row,
            "disegnabile": has_pages(row["formato"]) and row["pagine"] > 0,
            "contenitore": container.fetchone() if container else None,
            "file": rows("select percorso, dimensione from file where documento_id = ?"),
            "firme": rows("select * from firme where documento_id = ? order by ordine"),
            "gruppi": [list(run) for _, run in groupby(acts[:_MOST], lambda act: act["sezione"])],
            "altri": first + _MOST if len(acts) > _MOST else 0,
            "da": first,
            "sommario": rows(
                "select * from sommario where documento_id = ? order by ordine"
            ),
            "voci": rows(
                "select id, nome, formato, pagine, tipo, stato, errore from documenti "
                "where contenitore_id = ? order by nome, id"
            ),
            "segnalazioni": rows(
                "select id, regola, gravita, messaggio, pagina, atto_id from segnalazioni "
                "where documento_id = ? order by gravita = 'nota', gravita = 'avviso', regola",
                _MOST_LINKS,
            ),
            "collegato": next(iter(rows(
                "select relazione, tipo, numero, data, anno, atto_id from documenti_collegati "
                "where documento_id = ?", 1
            )), None),
            "lettura": next(iter(rows(
                "select versione, acquisito_il from acquisizioni where documento_id = ?", 1
            )), None),
        },
    )  # fmt: skip


ROUTES = (Route(r"^/documento/(?P<id>[0-9a-f]{64})$", document),)
