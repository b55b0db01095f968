"""The columns of the programmes of public works, of purchases and of the like, by their titles.

The *schede* of the three-year programme of public works and of the programme of purchases are
fixed by d.m. 14/2018 (annexes I and II) and, since 2023, by annex I.5 of d.lgs. 36/2023: a row for
each intervention, with its CUI, the costs of the *primo*, *secondo* and *terzo anno*, those of the
years after and the *importo complessivo*. Municipal software prints the same with other titles
(``Importo 2026``). Narrow cells break words anywhere (``proc edura``), so titles are compared
without white space, accents and notes.

>>> column("Costi su annualità suc cessive (9)"), column("STIMA DEI COSTI (8) Primo anno")
(Column(genere='successivi', anno=0), Column(genere='anno', anno=1))
>>> column("Importo 2026"), column("Previsioni di cassa")
(Column(genere='anno', anno=2026), None)
>>> first_year("PROGRAMMA TRIENNALE DELLE OPERE PUBBLICHE 2024/26"), first_year("n. 12/2024")
(2024, None)
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

Kind = Literal[
    "cui", "codice", "numero", "cup", "titolo", "avvio", "responsabile", "priorita",
    "anno", "successivi", "annualita", "totale",
]  # fmt: skip


class Column(NamedTuple):
    """What a column holds; of costs by year, the year, or 1, 2, 3 for the programme's own."""

    genere: Kind
    anno: int = 0


# A note or a table named in a title: (1), (*), (Tabella D.3), (facoltativo).
_NOTE = re.compile(
    r"\((?!\s*20\d\d\s*\))(?:[\W\d]{0,6}|\s*tab[^()]{0,40}|\s*facoltativ[^()]{0,20})\)", re.I
)
_OTHER = re.compile(r"[^a-z0-9€]+")
_LONGEST_TITLE = 240

# Titles are compared without spaces: stimadeicostidellinterventoprimoanno. A title is one of the
# lists of words below from its beginning to its end, so that a column of other things is none.
_ENTRY = (
    r"(?:intervent[oi]|acquist[oi]|oper[ae]|incaric(?:o|hi)|serviz(?:io|i)|fornitur[ae]|prestazion[ei]"
    r"|immobil[ei]|ben[ei]|programma|procedura|contratto)"
)
_OF_ENTRY = rf"(?:d(?:ell?[aeo]?|i|ei|egli)?{_ENTRY}|{_ENTRY})"
_WORKS = r"(?:(?:dei|del)?lavor[oi])"
_EUROS = r"(?:in)?(?:euro|€)"
_ESTIMATED = r"(?:stimat[oaie]|previst[oaie]|presunt[oaie])"
_COSTS = (
    r"(?:stima(?:de[il])?cost[io]|arcotemporaledivaliditadelprogramma|disponibilitafinanziaria"
    rf"|import[oi]|cost[oi]|spesa|valore|annualita|anno|esercizio|{_ESTIMATED}|{_EUROS}|{_OF_ENTRY})"
    r"{0,5}"
)
_ORDINALS = (r"(?:prim[oa]|1[oa]?|i)", r"(?:second[oa]|2[oa]?|ii)", r"(?:terz[oa]|3[oa]?|iii)")
_YEAR_WORD = r"(?:anno|annualita)"
_WHOLE = (
    rf"(?:import[oi]|cost[oi]|spesa|valore|total[ei]|complessiv[oaie]|generale|{_ESTIMATED}|lord[oa]"
    r"|(?:di|della)?(?:stima|alienazione|vendita)|(?:del)?(?:triennio|biennio)|(?:20\d\d){2,3}"
    rf"|iva(?:inclus|compres|esclus)[ao]|{_EUROS}|stimade[il]cost[io]|{_OF_ENTRY})"
)

_TITLES: tuple[tuple[Kind, str], ...] = (
    (
        "cui",
        r"(?=.{0,60}(?:cui|unic[oa](?:di|dell)?intervento|univoco(?:di|dell)?intervento))"
        r"(?:codice|cod|num(?:ero)?|n|unico|univoco|dell?|di|intervento|acquisto|cui|identificativo)"
        r"{1,9}",
    ),
    ("cup", r"(?:codice)?cup(?:codiceunicodiprogetto)?|codiceunicodiprogetto(?:cup)?"),
    (
        "codice",
        r"(?:ci|cod(?:ice)?(?:int(?:erno|ervento)?)?(?:amm(?:inistrazio)?ne)?(?:identificativo)?"
        rf"|id(?:entificativo)?(?:{_OF_ENTRY})?|n(?:umero)?(?:codice)?{_OF_ENTRY}"
        rf"|codice{_OF_ENTRY})(?:cat|tip|tipologia|categoria|municipalita){{0,4}}",
    ),
    ("numero", r"n|nr|num|numero|nord|n?progr?|n?progressivo|lotto|nlotto|lotton"),
    (
        "titolo",
        rf"(?:descrizione|oggetto|titolo|denominazione)(?:{_OF_ENTRY}|{_WORKS}){{0,3}}"
        r"(?:ed?)?(?:ubicazione|localizzazione)?|intervento|acquisto|opera|lavori|immobile",
    ),
    (
        "avvio",
        r"annualitanellaqualesiprevede.{0,60}|(?:anno|annualita)(?:di)?(?:avvio|inizio).{0,40}",
    ),
    (
        "responsabile",
        r"responsabile(?:(?:unico)?(?:del?l?)?(?:procedimento|progetto)(?:rup)?)?(?:cognomee?nome|nomee?cognome)?"
        r"|rup(?:cognomee?nome|nomee?cognome)?",
    ),
    ("priorita", r"(?:livellodi)?priorita"),
    (
        "successivi",
        rf"{_COSTS}(?:su|per|nelle)?(?:annualita|anni|anno)successiv[aeio](?:20\d\d)?(?:e?oltre)?",
    ),
    ("annualita", r"importo(?:della|prima)?annualita|importoprimaannualita"),
    (
        "totale",
        rf"(?=.{{0,60}}(?:import[oi]|cost[oi]|spesa|valore|total[ei])){_WHOLE}{{1,8}}",
    ),
)
_PATTERNS = tuple((kind, re.compile(source)) for kind, source in _TITLES)
_IN_YEARS = tuple(
    re.compile(
        rf"{_COSTS}(?:{source}{_YEAR_WORD}|{_YEAR_WORD}{source})(?P<anno>20\d\d)?(?:{_EUROS})?"
    )
    for source in _ORDINALS
)
_IN_A_YEAR = re.compile(rf"{_COSTS}(20\d\d)(?:{_EUROS})?")


@lru_cache(maxsize=4096)
def column(title: str) -> Column | None:
    """What a column of a programme holds, by its title; None where the title is no known one."""
    words = compact(title)
    if not words:
        return None
    for at, pattern in enumerate(_IN_YEARS, 1):
        if named := pattern.fullmatch(words):
            return Column("anno", int(named["anno"] or at))
    if year := _IN_A_YEAR.fullmatch(words):
        return Column("anno", int(year[1]))
    for kind, pattern in _PATTERNS:
        if pattern.fullmatch(words):
            return Column(kind)
    return None


def compact(title: str) -> str:
    """A title as it is compared: lower case, without spaces, accents, marks and notes.

    >>> compact("Livello di priorità (7) (Tabella D.3)")
    'livellodipriorita'
    """
    plain = unicodedata.normalize("NFKD", _NOTE.sub(" ", title[:_LONGEST_TITLE]).casefold())
    return _OTHER.sub("", plain)


# CUI: L, F or S (works, goods, services), the body's codice fiscale, the year, five digits.
_CUI = re.compile(r"[LFS]\d{11}20\d{2}\d{5}")


def cui(words: str) -> str | None:
    """The CUI that is the whole of a cell, which may break it (``L8001 …00001``), or None."""
    plain = re.sub(r"\s", "", words[:60]).upper()
    return plain if _CUI.fullmatch(plain) else None


_PERIOD = re.compile(
    r"(?:programm|piano|trienni|bienni|triennal|biennal|annualit|anni)[^\n]{0,160}?"
    r"(?<![\d/])(?P<primo>20\d\d)\s?[/–—\-]\s?(?:20\d\d\s?[/–—\-]\s?)?(?P<ultimo>20\d\d|\d\d)"
    r"(?![\d/])",
    re.I,
)


def periods(text: str, inizio: int = 0, fine: int | None = None) -> list[tuple[int, int]]:
    """Where each programme of two or three years is named, and its first year."""
    found = []
    for match in _PERIOD.finditer(text, inizio, len(text) if fine is None else fine):
        if int(match["ultimo"]) % 100 - int(match["primo"]) % 100 in (1, 2):
            found.append((match.end(), int(match["primo"])))
    return found


def first_year(text: str, inizio: int = 0, fine: int | None = None) -> int | None:
    """The first year of the programme last named between two places of a text."""
    found = periods(text, inizio, fine)
    return found[-1][1] if found else None


def years(columns: Sequence[Column | None], first: int | None) -> tuple[int | None, ...]:
    """The year that each column's costs are of: printed, or counted from the programme's first."""
    found: list[int | None] = []
    for kind in columns:
        at = kind.anno if kind is not None and kind.genere == "anno" else 0
        if kind is not None and kind.genere == "annualita":
            at = 1
        found.append((at if at > 3 else first + at - 1 if first else None) if at else None)
    return tuple(found)
