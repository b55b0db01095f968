"""Terms without a number before their unit: ``entro il mese successivo``, ``durata triennale``,
``convenzione quinquennale``, ``durata (mesi): 36``."""

from collections.abc import Iterator

import regex

from extractor.facts.anchors import Anchored, lowered
from extractor.facts.deadlines.draft import Draft
from extractor.facts.deadlines.events import event_after
from extractor.facts.durations import NUMBER_SOURCE, normalise

_NEXT_YEAR = Anchored(
    ("entro",),
    r"(?<!\w)entro\s+(?:il|l[’']|lo)\s*(?:(?P<prima>successivo|prossimo)\s+)?(?P<unita>anno|mese|semestre|trimestre)"
    r"(?(prima)|\s+(?:successivo|seguente))(?!\w)(?!\s+\d)",
)
_YEARS = {
    "annual": 1, "biennal": 2, "triennal": 3, "quadriennal": 4, "quinquennal": 5, "sessennal": 6,
    "settennal": 7, "ottennal": 8, "novennal": 9, "decennal": 10, "dodecennal": 12,
    "quindicennal": 15, "ventennal": 20, "venticinquennal": 25, "trentennal": 30,
    "quarantennal": 40, "cinquantennal": 50, "novantanovennal": 99,
}  # fmt: skip
_MONTHS = {"mensil": 1, "bimestral": 2, "trimestral": 3, "quadrimestral": 4, "semestral": 6}
_ADJECTIVES = {word: f"P{count}Y" for word, count in _YEARS.items()} | {
    word: f"P{count}M" for word, count in _MONTHS.items()
}
_LASTING = Anchored(
    ("durata", "validità"),
    r"(?<!\w)(?:durata|validità)\s+(?:(?:è|di|sarà|massima|minima|complessiva|pari|a|contrattuale)\s+){0,3}"
    rf"(?P<quanto>{'|'.join(_ADJECTIVES)})e(?!\w)",
)
# What binds for as long as its adjective says: ``contratto triennale``, ``assegno di ricerca
# annuale``. What comes back with that period is another thing (``canone annuale``).
_BONDS = (
    "contratto", "contratti", "convenzione", "convenzioni", "incarico", "incarichi", "affidamento",
    "appalto", "accordo", "concessione", "locazione", "comodato", "noleggio", "polizza",
    "assegno di ricerca", "assegni di ricerca", "borsa di", "borse di", "abbonamento", "proroga",
    "proroghe", "rinnovo", "mandato", "nomina", "vincolo", "tirocinio", "mutuo",
)  # fmt: skip
# ``diploma al termine di un corso di studi di durata quinquennale`` is a requirement.
_OF_STUDIES = regex.compile(
    r"(?<!\w)(?:cors[oi]|laure[ae]|diplom[ai]|studi|scuola|percors[oi]|titolo)\b[^;.]{0,40}\Z",
    regex.IGNORECASE,
)
_NEAR = 60
_GAP = r"\s+"
_HELD_FOR = Anchored(
    tuple(bond.partition(" ")[0] for bond in _BONDS),
    rf"(?<!\w)(?:{'|'.join(_BONDS).replace(' ', _GAP)})"
    r"(?:\s+(?!collettiv|integrativ|decentrat|canon|compens|import|cost[oi]|rat[ae]|premi|spes|relazion"
    r"|rendicont|programm|pian[oi]|pagament|cadenz|verific|report|monitor|fabbisogn|fattur|interess"
    r"|ammontar|quot[ae]|tass[oi]|budget|valor|volum|contribut|finanziament|indennit|stanziament|fondi?\b"
    r"|risors|scadenz|impegn|gestion|bilanc)[^\W\d]+[’']?){0,3}?"
    rf"\s+(?P<quanto>{'|'.join(_ADJECTIVES)})[ei](?!\w)",
)
# ``per 12 mensilità``; thirteen or more are those of a year's salary.
_MONTHLY = Anchored(
    ("per",),
    rf"(?<!\w)per\s+(?:(?:un\s+)?(?:massimo|totale)\s+(?:di\s+)?|complessive\s+|n\.\s*)?(?P<quanto>{NUMBER_SOURCE})\s+mensilità(?!\w)",
)
_SALARIES = frozenset(("P13M", "P14M"))
# ``entro 48h dalla richiesta``
_HOURS = Anchored(
    ("entro", "non oltre"),
    r"(?<!\w)(?:entro|non\s+oltre)\s+(?:e\s+non\s+oltre\s+)?(?:le\s+)?(?P<ore>\d{1,3})\s?h(?!\w)",
)
# ``ricorso entro 60 giorni al TAR o 120 al Presidente della Repubblica``
_OTHER_APPEAL = Anchored(
    ("120 a", "centoventi a"),
    r"(?<=\s(?:o|e|od|ovvero|oppure|entro)\s)(?P<quanto>120|centoventi)\s+al\s+(?:Presidente\s+della\s+(?:Repubblica|Regione)|Capo\s+dello\s+Stato)",
)
_LABELLED = Anchored(
    ("durata",),
    r"(?<!\w)durata(?:\s+(?!in\b)[^\s.;:,\d()]+){0,5}?\s*[(:\t]?\s*(?:espressa\s+)?(?:in\s+|n\.\s*)?"
    r"(?P<unita>giorni|mesi|anni)\s*\)?\s*[:=\t]\s*(?P<numero>\d{1,3})(?![\d/]|[.,]\d)",
)


def find(text: str) -> Iterator[Draft]:
    """Every term named by an adjective, a label or the next spell of the calendar."""
    yield from _relative_years(text)
    yield from _adjectives(text)
    yield from _labels(text)
    yield from _hours(text)
    yield from _monthly_payments(text)
    yield from _other_appeals(text)


def _relative_years(text: str) -> Iterator[Draft]:
    codes = {"anno": "P1Y", "mese": "P1M", "semestre": "P6M", "trimestre": "P3M"}
    for match in _NEXT_YEAR.finditer(text):
        yield Draft(
            match.start(), match.end(), match.span("unita"), "termine", "successivo", 0.75,
            durata=codes[match["unita"].lower()],
        )  # fmt: skip


def _adjectives(text: str) -> Iterator[Draft]:
    for pattern, sure in ((_LASTING, 0.85), (_HELD_FOR, 0.7)):
        for match in pattern.finditer(text):
            if _OF_STUDIES.search(text, max(0, match.start() - _NEAR), match.start()):
                continue
            event = event_after(text, match.end())
            yield Draft(
                match.start(), event.fine if event else match.end(), match.span("quanto"), "durata",
                "aggettivo", sure, durata=_ADJECTIVES[match["quanto"].lower()],
                decorrenza=event.decorrenza if event else None,
            )  # fmt: skip


def _monthly_payments(text: str) -> Iterator[Draft]:
    if "mensilità" not in lowered(text):
        return
    for match in _MONTHLY.finditer(text):
        value = normalise(f"{match['quanto']} mesi")
        if value is not None and value not in _SALARIES:
            yield Draft(
                match.start(), match.end(), match.span("quanto"), "durata", "mensilità", 0.75,
                durata=value,
            )  # fmt: skip


def _hours(text: str) -> Iterator[Draft]:
    for match in _HOURS.finditer(text):
        event = event_after(text, match.end())
        yield Draft(
            match.start(), event.fine if event else match.end(), match.span("ore"), "termine",
            "ore", 0.85, durata=f"PT{int(match['ore'])}H",
            decorrenza=event.decorrenza if event else None,
        )  # fmt: skip


def _other_appeals(text: str) -> Iterator[Draft]:
    for match in _OTHER_APPEAL.finditer(text):
        yield Draft(
            match.start(), match.end(), match.span("quanto"), "ricorso", "ricorso", 0.85,
            durata="P120D",
        )  # fmt: skip


def _labels(text: str) -> Iterator[Draft]:
    """The cells of sheets: ``Durata in mesi: 36``."""
    for match in _LABELLED.finditer(text):
        value = normalise(f"{match['numero']} {match['unita']}")
        if value is not None:
            yield Draft(
                match.start(), match.end(), match.span("numero"), "durata", "etichetta_durata",
                0.85, durata=value,
            )  # fmt: skip
