"""The first page: what is in the store, what falls due, what is new, what needs a look."""

from datetime import date

from extractor.site.web import Ask, Page, Reply, Route

_SHOWN = 8


def home(ask: Ask) -> Reply:
    """The page at ``/``."""
    store = ask.store
    counts = {
        name: store.execute(f"select count(*) from {name}").fetchone()[0]
        for name in ("documenti", "atti", "segnalazioni")
    }
    period = store.execute("select min(data), max(data) from atti where data is not null")
    bulletin = store.execute(
        "select id, nome, bollettino, serie, data_pubblicazione from documenti "
        "where tipo = 'bollettino' and data_pubblicazione is not null "
        "order by data_pubblicazione desc, id limit 1"
    )
    deadlines = store.execute(
        "select scadenze.id, entro, scadenze.ora, "
        "scadenze.tipo, scadenze.oggetto as cosa, scadenze.testo, atti.id as atto_id, atti.sigla, "
        "atti.tipo as tipo_atto, atti.numero, atti.data, atti.oggetto, atti.ente "
        "from scadenze join atti on atti.id = scadenze.atto_id "
        "where entro >= ? order by entro, scadenze.id limit ?",
        (date.today().isoformat(), _SHOWN),
    )
    acts = store.execute(
        "select id, tipo, sigla, numero, data, oggetto, ente from atti "
        "order by data is null, data desc, id limit ?",
        (_SHOWN,),
    )
    findings = store.execute(
        "select regola, gravita, count(*) as quante from segnalazioni "
        "group by regola, gravita order by gravita = 'nota', gravita = 'avviso', quante desc"
    )
    return Page(
        "home.html",
        {
            "conti": counts,
            "periodo": period.fetchone(),
            "bollettino": bulletin.fetchone(),
            "scadenze": deadlines.fetchall(),
            "atti": acts.fetchall(),
            "segnalazioni": findings.fetchall(),
        },
    )


ROUTES = (Route(r"^/$", home),)
