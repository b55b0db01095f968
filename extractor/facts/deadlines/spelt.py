"""Terms without a number before their unit: ``entro il mese successivo``, ``durata triennale``,
``entro il decimo giorno successivo alla richiesta``."""

import re
from collections.abc import Iterator

import regex

from extractor.facts.anchors import Anchored
from extractor.facts.deadlines.draft import Draft
from extractor.facts.deadlines.events import event_after

_NEXT_YEAR = Anchored(
    ("entro",),
    r"(?<!\w)entro\s+(?:il|l[’']|lo)\s*(?:(?P<prima>successivo|prossimo)\s+)?(?P<unita>anno|mese|semestre|trimestre)"
    r"(?(prima)|\s+(?:successivo|seguente))(?!\w)(?!\s+\d)",
)
_ADJECTIVES = {
    "mensile": "P1M", "bimestrale": "P2M", "trimestrale": "P3M", "semestrale": "P6M",
    "annuale": "P1Y", "biennale": "P2Y", "triennale": "P3Y", "quadriennale": "P4Y",
    "quinquennale": "P5Y", "novennale": "P9Y", "decennale": "P10Y",
    "ventennale": "P20Y", "trentennale": "P30Y",
}  # fmt: skip
_LASTING = Anchored(
    ("durata", "validità"),
    r"(?<!\w)(?:durata|validità)\s+(?:(?:è|di|sarà|massima|minima|complessiva|pari|a|contrattuale)\s+){0,3}"
    rf"(?P<quanto>{'|'.join(_ADJECTIVES)})(?!\w)",
)
_ORDINALS = {
    "terzo": 3, "quinto": 5, "settimo": 7, "ottavo": 8, "decimo": 10, "quindicesimo": 15,
    "ventesimo": 20, "trentesimo": 30, "quarantacinquesimo": 45, "sessantesimo": 60,
    "novantesimo": 90, "centoventesimo": 120, "centottantesimo": 180,
}  # fmt: skip
_DAY_WORD = re.compile(r"[oO°º^][ \n]+[gG](?:iorno|IORNO)")
_ORDINAL_DAY = regex.compile(
    r"(?r)(?<!\w)(?P<prima>entro|dopo|decors[oi]|non\s+oltre|dal|al)\s+(?:e\s+non\s+oltre\s+)?(?:il\s+)?"
    r"(?:le\s+ore\s+\d{1,2}(?:[.,:]\d\d)?\s+del\s+)?"
    rf"(?:(?P<parola>{'|'.join(_ORDINALS)})|(?P<cifra>\d{{1,3}})\s?[°º^])\s+giorno",
    regex.IGNORECASE,
)
_RUNS_FROM = re.compile(
    r"\s+(?:success|dall|dal|a\s+|lavorativ|antecedent|preced|consecutiv|di\s+pubblic)", re.I
)


def find(text: str) -> Iterator[Draft]:
    """Every term named by an adjective, an ordinal or the next spell of the calendar."""
    yield from _relative_years(text)
    yield from _adjectives(text)
    yield from _ordinal_days(text)


def _relative_years(text: str) -> Iterator[Draft]:
    codes = {"anno": "P1Y", "mese": "P1M", "semestre": "P6M", "trimestre": "P3M"}
    for match in _NEXT_YEAR.finditer(text):
        yield Draft(
            match.start(), match.end(), match.span("unita"), "termine", "successivo", 0.75,
            durata=codes[match["unita"].lower()],
        )  # fmt: skip


def _adjectives(text: str) -> Iterator[Draft]:
    for match in _LASTING.finditer(text):
        event = event_after(text, match.end())
        yield Draft(
            match.start(), event.fine if event else match.end(), match.span("quanto"), "durata",
            "aggettivo", 0.85, durata=_ADJECTIVES[match["quanto"].lower()],
            decorrenza=event.decorrenza if event else None,
        )  # fmt: skip


def _ordinal_days(text: str) -> Iterator[Draft]:
    for word in _DAY_WORD.finditer(text):
        match = _ORDINAL_DAY.match(text, max(0, word.start() - 70), word.end())
        if match is None or not _RUNS_FROM.match(text, word.end()):
            continue
        count = _ORDINALS[match["parola"].lower()] if match["parola"] else int(match["cifra"])
        event = event_after(text, match.end())
        # ``calcolata al decimo giorno successivo``: a day that nothing need be due on
        told = match["prima"].lower() == "al"
        if told and event is None:
            continue
        yield Draft(
            match.start(), event.fine if event else match.end(), match.span(),
            "altro" if told else "termine", "ordinale", 0.6 if told else 0.75,
            durata=f"P{count}D", decorrenza=event.decorrenza if event else None,
        )  # fmt: skip
