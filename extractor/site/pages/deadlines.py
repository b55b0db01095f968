"""The deadlines: a list in order of time, a month, a calendar to subscribe to."""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple, get_args
from urllib.parse import urlencode

from extractor.site.replies import calendar_reply, csv_reply, json_reply
from extractor.site.web import Ask, BadQuestionError, Page, Raw, Reply, Route
from extractor.wording import DAYS, MONTHS, as_date, data_estesa
from models.vocabulary import TipoScadenza

_PAGE = 50
_FEED = 5000
_FEED_PAST = timedelta(days=31)
"""A calendar keeps the days just gone: a reader that looks rarely must not lose them."""
_BODIES = 40
_COLUMNS = (
    "scadenze.id, scadenze.entro, scadenze.dal, scadenze.ora, scadenze.durata, scadenze.giorni, "
    "scadenze.decorrenza, scadenze.data is null as calcolata, scadenze.ricorrenza, "
    "scadenze.tipo, scadenze.oggetto as cosa, scadenze.destinatario, scadenze.testo, "
    "scadenze.pagina, scadenze.confidenza, atti.id as atto_id, atti.identificativo, "
    "atti.tipo as tipo_atto, atti.sigla, atti.numero, atti.data, atti.oggetto, atti.ente"
)
_FROM = "from scadenze join atti on atti.id = scadenze.atto_id"
_SHOWN = (
    "entro", "ora", "dal", "durata", "decorrenza", "ricorrenza", "tipo", "cosa", "destinatario",
    "testo", "pagina", "confidenza", "id", "atto_id", "identificativo", "tipo_atto", "sigla",
    "numero", "data", "oggetto", "ente",
)  # fmt: skip


class _Filter(NamedTuple):
    """Which deadlines are asked for; days are ISO 8601."""

    tipo: str
    ente: str
    parole: str
    dal: str
    al: str

    @classmethod
    def of(cls, ask: Ask, start: date | None) -> "_Filter":
        """The filter that an address says; ``start`` is the first day where it says none."""
        tipo = ask.one("tipo")
        if tipo and tipo not in get_args(TipoScadenza):
            raise BadQuestionError(f"«{tipo}» non è un tipo di scadenza.")
        for name in ("dal", "al"):
            if ask.one(name) and as_date(ask.one(name)) is None:
                raise BadQuestionError("Le date si scrivono anno-mese-giorno: 2026-03-31.")
        first = ask.one("dal") or (start.isoformat() if start and not ask.one("passate") else "")
        return cls(tipo, ask.one("ente")[:200], ask.one("q")[:200], first, ask.one("al"))

    def where(self) -> tuple[str, dict[str, Any]]:
        """The condition in SQL, with its values."""
        parts = ["scadenze.entro is not null"]
        if self.tipo:
            parts.append("scadenze.tipo = :tipo")
        if self.ente:
            parts.append("atti.ente = :ente")
        if self.dal:
            parts.append("scadenze.entro >= :dal")
        if self.al:
            parts.append("scadenze.entro <= :al")
        if self.parole:
            parts.append("instr(lower(coalesce(scadenze.oggetto, '') || ' ' || scadenze.testo "
                         "|| ' ' || coalesce(atti.oggetto, '')), lower(:parole))")  # fmt: skip
        return " where " + " and ".join(parts), self._asdict()

    def as_query(self, **more: str) -> str:
        """The filter as the end of an address, with other values beside."""
        values = self._asdict()
        values["q"] = values.pop("parole")
        return urlencode({name: value for name, value in (values | more).items() if value})


def deadlines(ask: Ask) -> Reply:
    """The page at ``/scadenze``: a list, or with ``vista=mese`` a month."""
    if ask.one("vista") == "mese":
        return _month(ask)
    wanted = _Filter.of(ask, date.today())
    where, values = wanted.where()
    count = ask.store.execute(f"select count(*) {_FROM}{where}", values).fetchone()[0]
    last = max(1, -(-count // _PAGE))
    number = ask.number("pagina", 1, 1, min(last, 400))
    # Of deadlines gone by one wants the latest
    order = "desc" if ask.one("passate") else "asc"
    rows = ask.store.execute(
        f"select {_COLUMNS} {_FROM}{where} order by scadenze.entro {order}, scadenze.id "
        "limit :limit offset :offset",
        {**values, "limit": _PAGE, "offset": (number - 1) * _PAGE},
    ).fetchall()
    return Page(
        "scadenze.html",
        _choices(ask, wanted)
        | {
            "gruppi": _by_month(rows),
            "quante": count,
            "pagina": number,
            "pagine": last,
            "passate": bool(ask.one("passate")),
            "prima": wanted.as_query(pagina=str(number - 1), passate=ask.one("passate")),
            "dopo": wanted.as_query(pagina=str(number + 1), passate=ask.one("passate")),
        },
    )


def _choices(ask: Ask, wanted: _Filter) -> dict[str, Any]:
    """What the form offers, and the addresses of the same deadlines in other forms."""
    bodies = ask.store.execute(
        f"select atti.ente, count(*) as quante {_FROM} where scadenze.entro >= ? "
        "and atti.ente is not null group by atti.ente order by quante desc, atti.ente limit ?",
        (wanted.dal or "", _BODIES),
    )
    return {
        "filtro": wanted,
        "tipi": get_args(TipoScadenza),
        "enti": [row["ente"] for row in bodies],
        "oggi": date.today().isoformat(),
        "indirizzo_filtro": wanted._replace(dal=ask.one("dal")).as_query(),
        "mese_di": f"{wanted.dal or date.today().isoformat()}"[:7],
    }


def _by_month(rows: list[Any]) -> list[tuple[str, list[Any]]]:
    groups: list[tuple[str, list[Any]]] = []
    for row in rows:
        day = as_date(row["entro"])
        name = f"{MONTHS[day.month - 1]} {day.year}" if day else "senza data"
        if not groups or groups[-1][0] != name:
            groups.append((name, []))
        groups[-1][1].append(row)
    return groups


def _month(ask: Ask) -> Page:
    said = ask.one("mese") or date.today().isoformat()[:7]
    first = as_date(f"{said}-01")
    if first is None or not 1900 < first.year < 2200:
        raise BadQuestionError("Il mese si scrive anno-mese: 2026-03.")
    after = (first + timedelta(days=31)).replace(day=1)
    wanted = _Filter.of(ask, None)._replace(
        dal=first.isoformat(), al=(after - timedelta(days=1)).isoformat()
    )
    where, values = wanted.where()
    rows = ask.store.execute(
        f"select {_COLUMNS} {_FROM}{where} order by scadenze.entro, scadenze.id limit 2000", values
    ).fetchall()
    days: dict[int, list[Any]] = {}
    for row in rows:
        days.setdefault(int(row["entro"][8:10]), []).append(row)
    without = wanted._replace(dal="", al="")
    before = first - timedelta(days=1)
    return Page(
        "scadenze_mese.html",
        _choices(ask, wanted)
        | {
            "nome": f"{MONTHS[first.month - 1]} {first.year}",
            "settimane": calendar.Calendar().monthdayscalendar(first.year, first.month),
            "giorni": days,
            "nomi_giorni": DAYS,
            "mese": said,
            "quante": len(rows),
            "prima": without.as_query(vista="mese", mese=before.isoformat()[:7]),
            "dopo": without.as_query(vista="mese", mese=after.isoformat()[:7]),
            "elenco": without.as_query(),
        },
    )


def as_data(ask: Ask) -> Raw:
    """The deadlines at ``/scadenze.ics``, ``.json`` or ``.csv``, by the same filters."""
    kind = ask.path["formato"]
    today = date.today()
    wanted = _Filter.of(ask, today - _FEED_PAST if kind == "ics" else today)
    where, values = wanted.where()
    rows = ask.store.execute(
        f"select {_COLUMNS} {_FROM}{where} order by scadenze.entro, scadenze.id limit :limit",
        {**values, "limit": _FEED},
    ).fetchall()
    if kind == "ics":
        return calendar_reply(rows, _title(wanted), ask.base)
    if kind == "csv":
        return csv_reply(rows, _SHOWN, "scadenze.csv")
    return json_reply([_item(row, ask.base) for row in rows])


def _item(row: Mapping[str, Any], base: str) -> dict[str, Any]:
    return {name: row[name] for name in _SHOWN} | {"prova": f"{base}/prova/scadenze/{row['id']}"}


def _title(wanted: _Filter) -> str:
    said = [wanted.ente, wanted.parole and f"«{wanted.parole}»"]
    if wanted.al:
        said.append(f"fino al {data_estesa(wanted.al)}")
    return ", ".join(["Scadenze degli atti", *filter(None, said)])


ROUTES = (
    Route(r"^/scadenze$", deadlines),
    Route(r"^/scadenze\.(?P<formato>ics|json|csv)$", as_data),
)
