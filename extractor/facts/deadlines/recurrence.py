"""Days printed without a year: those that come back every year, and those that come next.

``entro il 31 marzo di ogni anno`` is the first 31 March not before the act, unless the act says
from when: by a date (``a partire dal 10 febbraio 2017``), or by the first year of the data that
are due the year after (``con decorrenza dai dati riferiti all'annualità del 2017``).
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

import regex
from dateutil.relativedelta import relativedelta

from extractor.facts.anchors import Anchored, lowered
from extractor.facts.dates import DATE_SOURCE, YEAR_SOURCE, find_dates, read_span
from extractor.facts.deadlines.draft import Draft
from extractor.facts.deadlines.sentence import item
from models import Context

_RIGHT_YEARLY = regex.compile(
    r"\s*(?:,\s*)?(?:di\s+|per\s+)?(?:ogni|ciascun[ao]?)\s+(?:anno|annualità|esercizio)(?:\s+solare)?",
    regex.IGNORECASE,
)
_EVERY_YEAR = regex.compile(
    r"(?<!\w)(?:(?:di|per)\s+)?(?:ogni|ciascun[ao]?)\s+(?:anno|annualità)(?!\w)|annualmente"
    r"|con\s+cadenza\s+annuale",
    regex.IGNORECASE,
)
_MONTHLY = Anchored(
    ("entro",),
    r"(?<!\w)entro\s+(?:e\s+non\s+oltre\s+)?il\s+(?:giorno\s+)?(?P<giorno>[12]?\d|3[01])\s+"
    r"(?:di\s+)?(?:ogni|ciascun)\s+mese(?!\w)",
)
_IN_FIGURES = Anchored(
    ("entro",),
    r"(?<!\w)entro\s+(?:e\s+non\s+oltre\s+)?il\s+(?:giorno\s+)?(?P<giorno>[0-3]?\d)[/.](?P<mese>[01]?\d)"
    r"(?![\d/]|[.,]\d)",
)
_SINCE = regex.compile(
    rf"\s*,?\s*a\s+(?:partire|decorrere)\s+dal(?:l[’'])?\s*(?:(?P<giorno>{DATE_SOURCE})"
    rf"|(?:anno\s+)?(?P<anno>{YEAR_SOURCE}))",
    regex.IGNORECASE,
)
_FIRST_DATA = regex.compile(
    r"(?:con\s+decorrenza|a\s+decorrere|a\s+partire)\s+dai\s+dati\s+(?:riferiti|relativi)\s+"
    rf"all[’'](?:annualità|anno)\s+(?:del\s+)?(?P<anno>{YEAR_SOURCE})",
    regex.IGNORECASE,
)
_OF_DATA = re.compile(r"dai\s+dati\s")
"""What no such first year does without: a cheap search before it."""
_NUMBER_BEFORE = regex.compile(r"\d[\s,]{1,3}(?:del(?:l[’'])?|in\s+data)\s*\Z", regex.IGNORECASE)
_NUMBER_AFTER = regex.compile(r"[ \n,]{1,3}n\.\s?(?:[XVI]{1,5}/)?\d", regex.IGNORECASE)
_ENOUGH_CITED = 5
"""So many dated citations that the latest can be trusted to be near the act's own time."""
_YEAR_SPOKEN_OF = regex.compile(
    rf"(?<!\w)(?:esercizio|anno)\s+(?P<anno>{YEAR_SOURCE})(?!\d|\s?[-/–]\s?\d)", regex.IGNORECASE
)
# What falls due the year after each one: ``il rendiconto … il 30 aprile dell'anno successivo``.
_YEAR_AFTER = regex.compile(r"successivo|seguente", regex.IGNORECASE)
# ``dell’anno successivo a quello di riferimento``, ``a ciascun esercizio``
_TO_EACH = regex.compile(
    r"\s+(?:rispetto\s+)?a(?:l)?\s*(?:quello\s+(?:di\s+\w+|cui\s+si\s+riferi\w+|in\s+cui)|(?:ciascun|ogni)\w*\s+\w+)",
    regex.IGNORECASE,
)
_TOLD = regex.compile(
    r"(?<!\w)(?:fu|furono|venn?e(?:ro)?|veniva(?:no)?|(?:è|sono|era(?:no)?)\s+stat[oaie])\s+\w+",
    regex.IGNORECASE,
)
_TO_EVENT = regex.compile(
    r"\s+(?:rispetto\s+)?a(?:l|lla|llo|ll[’']|i|gli|lle)?(?!\w)", regex.IGNORECASE
)
_OF_EVERY_YEAR = regex.compile(
    r"(?<!\w)(?:annual[ei]|(?:il|del|sul)\s+(?:rendiconto|bilancio)\s+"
    r"(?:di\s+esercizio\s+)?(?:è|sono|viene|della))(?!\w)",
    regex.IGNORECASE,
)
_PREVIOUS_YEAR = regex.compile(r"anno\s+precedente", regex.IGNORECASE)
_RIGHT_YEAR_WORDS = regex.compile(
    r"\s*(?:,\s*)?(?P<quale>p\.?\s?v\.?(?!\w)|prossim[oi](?:\s+venturo)?|c\.?\s?a\.?(?!\w)"
    r"|(?:del(?:l[’'])?\s*)?(?:corrente\s+anno|anno\s+(?:in\s+corso|corrente))|corrente"
    r"|(?:del(?:l[’'])?\s*)?(?:medesimo\s+|stesso\s+)?anno(?:\s+(?:successivo|seguente|precedente|di|in\s+cui))?(?!\w)"
    r"|u\.?\s?s\.?(?!\w)|scorso)",
    regex.IGNORECASE,
)


def without_year(
    text: str, start: int, end: int, day: date, context: Context
) -> tuple[date, int, str | None] | None:
    """The day that ``text[start:end]`` is, where its words end, its recurrence as an RRULE.

    ``day`` has month and number right, and no year. None where the act does not fix the year.
    """
    yearly = _RIGHT_YEARLY.match(text, end, end + 60)
    act = context.data or context.pubblicazione
    if yearly is not None or _recurs(text, start, end):
        rule = f"FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={day.day}"
        end = yearly.end() if yearly is not None else end
        since = _SINCE.match(text, end, end + 80)
        if since is not None and since["giorno"]:
            first = read_span(since["giorno"], "giorno")
            return (first, since.end(), rule) if first else None
        if since is not None:
            return _on_or_after(day, date(int(since["anno"]), 1, 1)), since.end(), rule
        act = _first_of_series(text, start, end) or act or _near(text)
        return (_on_or_after(day, act), end, rule) if act else None
    words = _RIGHT_YEAR_WORDS.match(text, end, end + 60)
    if words is not None and _YEAR_AFTER.search(words["quale"]):
        return _of_year_after(text, (start, words.end()), day, act)
    if act is None:
        return None
    if words is None:
        return _on_or_after(day, act), end, None
    said = words["quale"].lower()
    if said.startswith("c") or "corrente" in said or "in corso" in said:
        return day.replace(year=act.year), words.end(), None
    if "anno" in said or regex.search(r"scors|^u", said):
        return None  # past, or of a year that the act does not say here
    return _on_or_after(day, act), words.end(), None


def _of_year_after(
    text: str, span: tuple[int, int], day: date, act: date | None
) -> tuple[date, int, str | None] | None:
    """A day ``dell’anno successivo`` to each year: the first not before the act.

    That of the year after an event (``dell’anno successivo al pagamento``) is none.
    """
    start, end = span
    each = _TO_EACH.match(text, end, min(end + 60, len(text)))
    if each is None and _TO_EVENT.match(text, end, min(end + 12, len(text))):
        return None
    act = act or _near(text)
    bounds = item(text, start, end)
    if act is None or (each is None and _TOLD.search(text, bounds.inizio, start)):
        return None
    rule = None
    if each is not None or _OF_EVERY_YEAR.search(text, *bounds):
        rule = f"FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={day.day}"
    return _on_or_after(day, act), each.end() if each is not None else end, rule


def monthly(text: str, context: Context) -> Iterator[Draft]:
    """Days of every month: ``entro il giorno 10 di ogni mese``, the first not before the act."""
    act = context.data or context.pubblicazione
    if act is None:
        return
    for match in _MONTHLY.finditer(text):
        number = int(match["giorno"])
        day = act.replace(day=1) + relativedelta(day=number)
        if day < act:
            day += relativedelta(months=1, day=number)
        yield Draft(
            match.start(), match.end(), match.span("giorno"), "termine", "mensile", 0.8,
            data=day, ricorrenza=f"FREQ=MONTHLY;BYMONTHDAY={number}",
        )  # fmt: skip


def in_figures(text: str, context: Context) -> Iterator[Draft]:
    """Days without a year in figures: ``entro il 31/12 di ogni anno``, ``entro il 30/06``."""
    for match in _IN_FIGURES.finditer(text):
        try:
            day = date(4, int(match["mese"]), int(match["giorno"]))
        except ValueError:
            continue
        dated = without_year(text, match.start("giorno"), match.end(), day, context)
        if dated is not None:
            yield Draft(
                match.start(), dated[1], (match.start("giorno"), match.end("mese")), "termine",
                "cifre", 0.8, data=dated[0], ricorrenza=dated[2],
            )  # fmt: skip


def _recurs(text: str, start: int, end: int) -> bool:
    """Whether the words of its list item make the day at ``text[start:end]`` come back."""
    bounds = item(text, start, end)
    return _EVERY_YEAR.search(text, bounds.inizio, bounds.fine) is not None


def _first_of_series(text: str, start: int, end: int) -> date | None:
    """Where the data of the year before are due and the act says from which year: the next."""
    bounds = item(text, start, end)
    if not _PREVIOUS_YEAR.search(text, bounds.inizio, bounds.fine):
        return None
    first = _FIRST_DATA.search(text) if _OF_DATA.search(lowered(text)) else None
    return date(int(first["anno"]) + 1, 1, 1) if first is not None else None


def _near(text: str) -> date | None:
    """A day near the time of a text without a date of its own: the acts it cites are not later."""
    cited, year = _cited(text), _last_year(text)
    if len(cited) >= _ENOUGH_CITED:
        return max(cited)
    return max(*cited, year) if cited and year else year


@lru_cache(maxsize=4)
def _cited(text: str) -> tuple[date, ...]:
    """The dates of the acts cited."""
    return tuple(
        span.data
        for span in find_dates(text)
        if span.precisione == "giorno"
        and (
            _NUMBER_BEFORE.search(text, max(0, span.inizio - 30), span.inizio)
            or _NUMBER_AFTER.match(text, span.fine, span.fine + 30)
        )
    )


@lru_cache(maxsize=4)
def _last_year(text: str) -> date | None:
    """The first day of the latest year that a text without a date of its own speaks of."""
    years = [int(match["anno"]) for match in _YEAR_SPOKEN_OF.finditer(text)]
    return date(max(years), 1, 1) if years else None


def _on_or_after(day: date, act: date) -> date:
    """The first day with the month and number of ``day`` that is not before ``act``."""
    for year in range(act.year, act.year + 9):
        try:
            found = day.replace(year=year)
        except ValueError:  # 29 February
            continue
        if found >= act:
            return found
    raise ValueError(f"no such day: {day:%d/%m}")
