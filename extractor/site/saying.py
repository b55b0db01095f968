"""What a fact says, in words: its value in a line, and its fields with their labels."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from extractor.wording import data_estesa, decimale, durata, euro, nome_atto, parola, quanti

Row = Mapping[str, Any] | sqlite3.Row


class Kind(NamedTuple):
    """A table of facts as readers know it: its name in the plural and in the singular, and how a
    row of it is said in a line."""

    titolo: str
    uno: str
    detto: Callable[[Row], str]
    columns: tuple[str, ...]
    """The columns that the line is made of."""


def said(tabella: str, row: Row) -> str:
    """A fact in a line: "18.727.000,00 €, assegnazione"."""
    text = " ".join(KINDS[tabella].detto(row).split())
    return text if len(text) <= 240 else text[:239] + "…"


def _citation(row: Row) -> str:
    said = [_initial(parola(row["tipo"]))]
    if row["numero"]:
        said.append(f"n. {row['numero']}")
    if row["data"]:
        said.append(f"del {data_estesa(row['data'])}")
    elif row["anno"]:
        said.append(f"del {row['anno']}")
    if row["articolo"]:
        said.append(f"({row['articolo']})")
    if len(said) == 1:
        said = [row["testo"]]
    return " ".join(said)


def _initial(word: str) -> str:
    return word[:1].upper() + word[1:]


def _amount(row: Row) -> str:
    role = "" if row["ruolo"] == "altro" else f", {parola(row['ruolo'])}"
    year = f", esercizio {row['esercizio']}" if row["esercizio"] else ""
    return decimale(row["importo"], row["valuta"]) + role + year


def _code(row: Row) -> str:
    wrong = " (non valido)" if row["valido"] == 0 else ""
    return f"{_initial(parola(row['tipo']))} {row['valore']}{wrong}"


def _deadline(row: Row) -> str:
    day = row["data"] or row["data_calcolata"]
    said = data_estesa(day) if day else durata(row["durata"], row["giorni"]) or row["testo"]
    if row["ora"]:
        said += f", ore {row['ora']}"
    if not day and row["decorrenza"]:
        said += f" da: {row['decorrenza']}"
    return f"{said}: {row['oggetto'] or parola(row['tipo'])}"


def _person(row: Row) -> str:
    role = row["qualifica"] or ("" if row["funzione"] == "altro" else parola(row["funzione"]))
    return f"{row['nome']}, {role}" if role else str(row["nome"])


def _money_of(name: str, cents: int | None) -> str:
    return f"{name}: {euro(cents)}" if cents is not None else name


def _row_of(*names: str) -> Callable[[Row], str]:
    """A line made of some columns, those that are there."""
    return lambda row: " ".join(str(row[name]) for name in names if row[name])


def _applicant(row: Row) -> str:
    who = row["denominazione"] or row["id_domanda"] or row["testo"]
    place = f"{row['ordine']}. " if row["ordine"] else ""
    return _money_of(f"{place}{who}", row["centesimi"])


def _movement(row: Row) -> str:
    of = next((f"{n} {row[n]}" for n in ("capitolo", "impegno", "accertamento") if row[n]), "")
    year = f", esercizio {row['esercizio']}" if row["esercizio"] else ""
    who = f", {row['creditore']}" if row["creditore"] else ""
    return f"{euro(row['centesimi']) or row['testo']}{who}{', ' + of if of else ''}{year}"


def _table(row: Row) -> str:
    heads = [head for head in json.loads(row["intestazione"]) if head]
    return ", ".join(heads) or f"Tabella a pagina {row['pagina']}"


KINDS: dict[str, Kind] = {
    "importi": Kind("Importi", "importo", _amount, ("importo", "valuta", "ruolo", "esercizio")),
    "scadenze": Kind(
        "Scadenze", "scadenza", _deadline,
        ("tipo", "data", "data_calcolata", "durata", "giorni", "decorrenza", "ora", "oggetto"),
    ),
    "riferimenti": Kind(
        "Atti citati", "atto citato", _citation, ("tipo", "numero", "data", "anno", "articolo")
    ),
    "codici": Kind("Codici", "codice", _code, ("tipo", "valore", "valido")),
    "persone": Kind("Persone", "persona", _person, ("nome", "funzione", "qualifica")),
    "contraenti": Kind(
        "Parti dell'accordo", "parte dell'accordo", _row_of("denominazione"), ("denominazione",)
    ),
    "beneficiari": Kind(
        "Domande e contributi", "domanda", _applicant,
        ("ordine", "denominazione", "id_domanda", "centesimi"),
    ),
    "movimenti": Kind(
        "Movimenti contabili", "movimento contabile", _movement,
        ("centesimi", "capitolo", "impegno", "accertamento", "esercizio", "creditore"),
    ),
    "rilasci": Kind(
        "Rilasci", "rilascio",
        lambda row: f"{row['codice']} {row['titolo'] or ''}"
        + (f", {data_estesa(row['data_rilascio'])}" if row["data_rilascio"] else ""),
        ("codice", "titolo", "data_rilascio"),
    ),
    "interventi": Kind(
        "Interventi", "intervento",
        lambda row: _money_of(_row_of("codice", "titolo")(row), row["centesimi"]),
        ("codice", "titolo", "centesimi"),
    ),
    "schede_servizio": Kind(
        "Schede dei servizi", "scheda servizio", _row_of("codice", "titolo"), ("codice", "titolo")
    ),
    "schede_cup": Kind("Schede CUP", "scheda CUP", _row_of("cup"), ("cup",)),
    "acronimi": Kind(
        "Acronimi", "acronimo", lambda row: f"{row['sigla']}: {row['definizione']}",
        ("sigla", "definizione"),
    ),
    "tabelle": Kind("Tabelle", "tabella", _table, ("intestazione", "pagina")),
    "sommario": Kind(
        "Voci del sommario", "voce del sommario",
        lambda row: f"{nome_atto(row)} {row['oggetto'] or ''}",
        ("tipo", "sigla", "numero", "data", "oggetto"),
    ),
}  # fmt: skip
"""The tables of facts, in the order in which an act's page shows them."""

_LABELS = {
    "centesimi": "Importo",
    "netto_centesimi": "Al netto di IVA",
    "lordo_centesimi": "Al lordo di IVA",
    "anno": "Anno",
    "urn": "Identificativo URN",
    "iva": "IVA",
    "cup": "CUP",
    "dal": "Dal",
    "data_calcolata": "Data che ne risulta",
    "giorni": "Giorni di",
    "refuso": "Errore di stampa",
    "id_domanda": "Numero della domanda",
    "direzione_ente": "Direzione o ente",
    "altri_campi": "Altri campi",
}
_LEFT_OUT = frozenset({
    "id", "documento_id", "atto_id", "inizio", "fine", "testo", "flusso", "pagina", "riquadri",
    "zona", "fonte", "confidenza", "completamenti", "chiave_citazione", "atto_citato_id", "entro",
    "righe", "riga",
})  # fmt: skip
_VOCABULARIES = frozenset({"tipo", "ruolo", "funzione", "relazione", "iva", "giorni"})
_TRUTHS = frozenset({"valido", "refuso"})
_MOST_ITEMS = 60


def fields(row: Row) -> list[tuple[str, str]]:
    """The fields of a fact that have a value, each with its label."""
    found = []
    for name in row.keys():  # noqa: SIM118  (a Row of sqlite3 iterates over its values)
        value = row[name]
        if name in _LEFT_OUT or value in (None, "", "[]", "{}"):
            continue
        if (name, value) in (("valuta", "EUR"), ("refuso", 0)):
            continue
        if name == "centesimi" and "importo" in row.keys():  # noqa: SIM118
            continue
        text = _field(name, value)
        if text:
            found.append((_LABELS.get(name, parola(name).capitalize()), text))
    return found


def _field(name: str, value: Any) -> str:
    if name in _TRUTHS:
        return "sì" if value else "no"
    if name in _VOCABULARIES:
        return parola(value)
    if name.endswith("centesimi"):
        return euro(value)
    if name == "importo":
        return decimale(value)
    if name == "durata":
        return durata(value) or str(value)
    if name == "dal" or name.startswith("data"):
        return data_estesa(value)
    return _listed(value) if isinstance(value, str) and value[:1] in "[{" else str(value)


def _listed(value: str) -> str:
    """A list or a mapping as words; a text that only begins like one as it is."""
    try:
        held = json.loads(value)
    except ValueError:
        return value
    if isinstance(held, dict):
        held = [f"{parola(key)}: {each}" for key, each in held.items()]
    said = [
        " ".join(map(str, each)) if isinstance(each, list) else str(each)
        for each in held[:_MOST_ITEMS]
    ]
    more = len(held) - _MOST_ITEMS
    return "; ".join(filter(None, said)) + (f"; e {quanti(more, 'altro', 'altri')}" * (more > 0))


def sureness(confidenza: float) -> str:
    """How sure a fact is: "molto sicuro (97%)"."""
    words = ((0.9, "molto sicuro"), (0.75, "abbastanza sicuro"), (0.0, "da controllare"))
    return f"{next(word for least, word in words if confidenza >= least)} ({confidenza:.0%})"
