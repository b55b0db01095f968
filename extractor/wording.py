"""How the site and the exports say things in Italian: dates, amounts, words of vocabularies."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
    "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip
DAYS = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")

WORDS = {
    "dgr": "delibera di Giunta regionale",
    "dcr": "delibera di Consiglio regionale",
    "dpr": "d.P.R.",
    "dpcm": "d.P.C.M.",
    "dm": "decreto ministeriale",
    "cup": "CUP",
    "cig": "CIG",
    "iban": "IBAN",
    "cui": "CUI",
    "cpv": "CPV",
    "rcc": "RCC",
    "partita_iva": "partita IVA",
    "fine_validita": "fine della validità",
    "annualita": "annualità",
    "base_asta": "base d'asta",
    "codice_incarico": "codice dell'incarico",
    "codice_rilascio": "codice del rilascio",
    "codice_gara": "codice di gara",
    "id_progetto": "identificativo del progetto",
    "identificativo_atto": "identificativo dell'atto",
    "codice_univoco_ufficio": "codice univoco dell'ufficio",
    "costo_progetto": "costo del progetto",
    "scheda_servizio": "scheda servizio",
    "responsabile_procedimento": "responsabile del procedimento",
    "responsabile_pubblicazione": "responsabile della pubblicazione",
    "direttore_lavori": "direttore dei lavori",
    "direttore_esecuzione": "direttore dell'esecuzione",
    "preso_atto": "preso atto",
    "regolamento_ue": "regolamento dell'Unione europea",
    "direttiva_ue": "direttiva dell'Unione europea",
    "decisione_ue": "decisione dell'Unione europea",
    "comunicazione_ue": "comunicazione dell'Unione europea",
}
"""Words of the vocabularies that their underscores alone do not make Italian."""


def parola(word: Any) -> str:
    """A word of a vocabulary as a reader expects it: ``decreto_legge`` is "decreto legge"."""
    text = str(word or "")
    return WORDS.get(text, text.replace("_", " "))


def data_estesa(iso: str | None) -> str:
    """``2024-04-12`` as "12 aprile 2024"; whatever is no date stays as it is."""
    day = as_date(iso)
    if day is None:
        return iso or ""
    return f"{day.day}{'º' if day.day == 1 else ''} {MONTHS[day.month - 1]} {day.year}"


def data_breve(iso: str | None) -> str:
    """``2024-04-12`` as "12/04/2024"."""
    day = as_date(iso)
    return f"{day:%d/%m/%Y}" if day else iso or ""


def as_date(iso: str | None) -> date | None:
    """A calendar day, or None where ``iso`` is none."""
    try:
        return date.fromisoformat(iso or "")
    except ValueError:
        return None


def euro(centesimi: int | None) -> str:
    """``123456`` cents as "1.234,56 €"."""
    if centesimi is None:
        return ""
    sign = "-" if centesimi < 0 else ""
    units, cents = divmod(abs(centesimi), 100)
    return f"{sign}{units:,}".replace(",", ".") + f",{cents:02d}\N{NO-BREAK SPACE}€"


def decimale(importo: str | None, valuta: str = "EUR") -> str:
    """An exact decimal, ``18727000.00``, as "18.727.000,00 €"."""
    try:
        value = Decimal(importo or "")
    except InvalidOperation:
        return importo or ""
    whole, _, fraction = f"{value:,f}".partition(".")
    number = whole.replace(",", ".") + (f",{fraction}" if fraction else "")
    return f"{number}\N{NO-BREAK SPACE}{'€' if valuta == 'EUR' else valuta}"


_DURATIONS = {
    "Y": ("anno", "anni"),
    "M": ("mese", "mesi"),
    "W": ("settimana", "settimane"),
    "D": ("giorno", "giorni"),
    "H": ("ora", "ore"),
}


def durata(iso: str | None, giorni: str | None = None) -> str:
    """``P60D`` as "60 giorni", ``P1Y6M`` as "1 anno e 6 mesi"."""
    said, number = [], ""
    for letter in (iso or "").replace("T", "")[1:]:
        if letter.isdigit() or letter in ".,":
            number += letter
        elif letter in _DURATIONS and number:
            said.append(f"{number} {_DURATIONS[letter][number != '1']}")
            number = ""
    return " e ".join(said) + (" lavorativi" if giorni == "lavorativi" and said else "")


def ora(time: str | None) -> str:
    """``16:00:00`` as "16:00": seconds are said only where they say something."""
    text = time or ""
    return text.removesuffix(":00") if text.count(":") == 2 else text


def quanti(count: int, one: str, many: str) -> str:
    """``quanti(1, "atto", "atti")`` is "1 atto"; thousands have their dot."""
    return f"{count:,}".replace(",", ".") + f" {one if count == 1 else many}"


def nome_atto(row: Any) -> str:
    """How an act is called: "D.g.r. n. X/6502 del 21 aprile 2017"; ``row`` is of table atti."""
    name = row["sigla"] or parola(row["tipo"]).capitalize()
    if name.isupper() and len(name) > 8:
        name = name.capitalize()
    said = [name]
    if row["numero"]:
        said.append(f"n. {row['numero']}")
    if row["data"]:
        said.append(f"del {data_estesa(row['data'])}")
    return " ".join(said)


_LEADERS = re.compile(r"\.{6,}|(?:\s\.){5,}|…{3,}")


def senza_puntini(text: str) -> str:
    """The row of dots that leads from a title to its page, as one sign: it fills lines.

    >>> senza_puntini("A.1 Premesse........... 3")
    'A.1 Premesse … 3'
    """
    return _LEADERS.sub(" … ", text).replace(" …  ", " … ")


FILTERS: dict[str, Callable[..., Any]] = {
    "parola": parola,
    "data_estesa": data_estesa,
    "data_breve": data_breve,
    "euro": euro,
    "decimale": decimale,
    "durata": durata,
    "ora": ora,
    "quanti": quanti,
    "nome_atto": nome_atto,
    "senza_puntini": senza_puntini,
}
"""The filters of the templates."""
