"""Deadlines that are a day: ``entro il 10 febbraio 2017``, ``fino al 31/12/2028``.

A date counts only when the words before it make it a term. Between those words and the date
stand only words that point to it (``il``, ``le ore 12.00 del giorno``, ``e non oltre``): so
``entro i termini previsti dalla d.g.r. 5954 del 5 dicembre 2016`` is none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest

import regex

from extractor.facts.dates import DATE_SOURCE, TIME_SOURCE, DateSpan, parse_time, read_span
from extractor.facts.deadlines.day_words import Trigger, worded
from extractor.facts.deadlines.draft import Draft
from extractor.facts.deadlines.recurrence import without_year
from extractor.facts.deadlines.sentence import around
from models import Context
from models.vocabulary import TipoScadenza

_IN_BRACKETS = r"\([^()\n]{1,25}\)"
_RIGHT_TIME = regex.compile(
    rf"\s*,?\s*(?:alle\s+|entro\s+le\s+|fino\s+alle\s+|con\s+chiusura\s+alle\s+)?"
    rf"(?:{_IN_BRACKETS})?(?P<ora>{TIME_SOURCE})",
    regex.IGNORECASE,
)
_TIME = regex.compile(TIME_SOURCE, regex.IGNORECASE)

# Words before a date that say that it closes a series of figures or a narrated time.
_NARRATED = regex.compile(
    r"(?<!\w)(?:nel\s+periodo|relativ[aeio]\s+al\s+periodo|intercors[oaie]|intercorrente|rilevazion[ei]"
    r"|variazion[ei]|aggiornat[oaie]|dati\s+(?:disponibili|aggiornati)|maturat[oaie]|nat[oaie]\s+)",
    regex.IGNORECASE,
)
_OF_FIGURES = regex.compile(
    r"[\s,(]*(?:data\s+(?:dell[’']\s?|della\s+|di\s+)?|(?:l[’']\s?)?)ultim[ao]\s+(?:rilevazion|dat[oi]|indice)\w*",
    regex.IGNORECASE,
)
# ``fino al`` that bounds the handing in of something is a term, not the end of a validity.
_HANDING_IN = regex.compile(
    r"present(?:are|azione|at[oaie]|abil[ei])|domand[ae]|istanz[ae]|candidatur[ae]|offert[ae]"
    r"|(?:invi|trasmiss|trasmess|trasmett|inoltr|adesion|iscrizion|iscriver|perven|consegn)\w*"
    r"|rendicont\w+|spes[ae]\s+(?:sostenut|ammissibil|quietanzat)\w*|quietanzat\w*",
    regex.IGNORECASE,
)
_DESK = regex.compile(r"sportello|piattaforma|procedura\s+(?:informatica|online)", regex.IGNORECASE)
# ``lo sportello rimarrà aperto fino al``
_STAYS_OPEN = regex.compile(
    r"(?<!\w)(?:sportell|piattaform|bando|avviso|procedur|iscrizion|adesion|finestr)[^;]{0,120}?(?<!\w)(?:rimarr|rest|riman|è|sar)"
    r"\w{0,6}\s+(?:sempre\s+)?(?:apert|attiv)\w[^;]{0,90}$",
    regex.IGNORECASE,
)
# ``fissa al 28 novembre 2025, ore 12.00, il termine ultimo``
_TERM_AFTER = regex.compile(
    rf"[\s,]{{1,3}}(?:(?:alle\s+)?{TIME_SOURCE}[\s,]{{1,3}})?(?:(?:il|la|quale)\s+)?(?:nuov[oa]\s+)?"
    r"(?:termin[ei]|scadenz\w)(?!\w)",
    regex.IGNORECASE,
)
_TERM_SAID = regex.compile(r"termin[ei]|scaden\w+|entro", regex.IGNORECASE)
# ``durata dalla data di sottoscrizione fino al``
_SINCE_EVENT = regex.compile(
    r"(?<!\w)dal(?:la\s+|l[’']\s?|\s+)(?P<evento>(?:data\s+di\s+)?[^\d;.]{3,70}?)\s+(?:e\s+)?(?:fino|sino|al)\s",
    regex.IGNORECASE,
)
# What opens before it closes, a few lines apart: ``DATA APERTURA … DATA CHIUSURA …``
_CLOSES = regex.compile(r"chiu(?:sura|de(?:rà|ranno)?(?!\w))", regex.IGNORECASE)
_OPENS = regex.compile(
    r"(?:apertura|apert[oa]|avvio\s+(?:dei\s+)?termini|apr(?:e|irà|iranno)(?!\w))[^.;]{0,140}?(?<!\w)"
    rf"(?:{TIME_SOURCE}\s*)?(?:del\s+|giorno\s+|il\s+|dal\s+){{0,3}}(?P<giorno>{DATE_SOURCE})",
    regex.IGNORECASE,
)
_WINDOW_REACH = 600
_HOLDS = regex.compile(
    r"durata|validità|(?<!termine\s+)contratt|scadenza(?!.*present)|fine\s+(?:della\s+)?pubblicazione",
    regex.IGNORECASE,
)
# What is to be paid by a day, and terms that run until one: no validity ends on it.
_PAYS = regex.compile(
    r"(?<!\w)(?:rat[ae]|versament[oi]|pagament[oi]|acconto|saldo)(?!\w)", regex.IGNORECASE
)
_PAYS_NEAR = 40
_TERMS_RUN = regex.compile(
    r"(?<!\w)termin[ei]\s+(?:[^\s;.]+\s+){0,8}?(?:riapert|prorogat|differit|sospes|spostat)[oie]\s*$",
    regex.IGNORECASE,
)
# ``Scadenza: 24 febbraio 2025`` above the title of a call closes the call: no validity ends.
_BARE_LABEL = regex.compile(r"scad(?:enza|\.)[\s:]*$", regex.IGNORECASE)
_CALL = regex.compile(
    r"(?<!\w)(?:band[oi]|avvis[oi]|concors[oi]|selezion[ei]|gar[ae]|CPV)(?!\w)",
    regex.IGNORECASE,
)
_CALL_NEAR = 200
_LASTS = regex.compile(
    r"(?<!\w)(?:durata|contratto(?!\s+collettiv)|polizz|fideiuss|document[oi]\s+d|carta\s+d|tessera|stipul)",
    regex.IGNORECASE,
)
# ``ha prorogato al 31 marzo la validità delle attestazioni``
_VALIDITY_AFTER = regex.compile(
    r"\s{1,3}(?:(?:la|il|le|i|gli)\s|l[’'])\s?(?:validità|durata|efficacia|vigenza|contratt\w|convenzion\w"
    r"|incaric\w{1,2}|affidament\w|accord\w|stato\s+d)",
    regex.IGNORECASE,
)
_AND = regex.compile(
    r"\s*(?:,|e|ed|o|,\s*e)\s+(?:non\s+oltre\s+)?(?:entro\s+)?(?:il|del|al)?\s*", regex.IGNORECASE
)
# ``Data chiusura istruttorie`` ``14 marzo 2025`` ``13 marzo 2026``: the cells of one row.
_SAME_ROW = regex.compile(
    r"\s*(?:[\t ]|,\s|\be\s)\s*(?:ore\s+[\d:.]{4,8}\s+)?(?:del\s+|il\s+)?", regex.IGNORECASE
)
_BOND = regex.compile(
    r"(?:incaric|affidament|contratt|convenzion|accord|servizi|locazion|comodat|nomin)\w*[^;]{0,80}$",
    regex.IGNORECASE,
)
# What is due before a day, or may not be done before it; all else is told of a time before it.
_BOUND = regex.compile(
    r"(?<!\w)(?:potr|può|possono|dovr|dev[eo]|vietat|ammess|conclus|rendicont|present|perven|inizia|avvia"
    r"|effettua|ultimat|completat|stipul|non\s)\w*",
    regex.IGNORECASE,
)
_BOUND_NEAR = 160
_MAY_NOT = regex.compile(
    r"(?<!\w)(?:non|né|mai)\s+(?:prima|(?:si\s+)?(?:po|può|dev|dovr|è|sono|sar)\w*)",
    regex.IGNORECASE,
)
_COURT = regex.compile(r"\bT\.?A\.?R\.?\b|udienz|tribunale|trattazione", regex.IGNORECASE)


def find(
    text: str, context: Context, dates: Sequence[DateSpan], taken: set[int]
) -> Iterator[Draft]:
    """Every day that a term ends on; dates that start at an offset in ``taken`` are left out."""
    drafts = []
    before: Draft | None = None
    for span, after in zip_longest(dates, dates[1:]):
        draft = None
        if span.inizio not in taken:
            span = _with_year_of_next(text, span, after)
            draft = _judge(text, span, context) or _as_the_one_before(text, span, before, context)
        if draft is not None:
            drafts.append((draft, span.precisione == "senza_anno"))
        before = draft
    yield from _of_one_series(drafts)


def _with_year_of_next(text: str, span: DateSpan, after: DateSpan | None) -> DateSpan:
    """``16 giugno`` in ``16 giugno e 16 dicembre 2025`` is of that year."""
    if span.precisione != "senza_anno" or after is None or after.precisione != "giorno":
        return span
    if _AND.fullmatch(text, span.fine, after.inizio) is None:
        return span
    try:
        return span._replace(data=span.data.replace(year=after.data.year), precisione="giorno")
    except ValueError:  # 29 February
        return span


def _as_the_one_before(
    text: str, span: DateSpan, before: Draft | None, context: Context
) -> Draft | None:
    """A date joined by ``e`` to one that is a deadline, or next to one in its row, is one too."""
    if before is None:
        return None
    joint = _SAME_ROW if before.regola in ("etichetta", "conclusione") else _AND
    if joint.fullmatch(text, before.fine, span.inizio) is None:
        return None
    dated = _date(text, span, context)
    if dated is None:
        return None
    day, close, rule = dated
    return replace(
        before, inizio=span.inizio, fine=close, nucleo=(span.inizio, span.fine), data=day,
        dal=None, ricorrenza=rule, confidenza=round(before.confidenza - 0.05, 2),
    )  # fmt: skip


def _of_one_series(drafts: list[tuple[Draft, bool]]) -> Iterator[Draft]:
    """The drafts; a day without year that another mention makes recurrent is of its series."""
    series: dict[tuple[int, int], Draft] = {}
    for draft, _ in drafts:
        if draft.ricorrenza is not None and draft.data is not None:
            series.setdefault((draft.data.month, draft.data.day), draft)
    for draft, yearless in drafts:
        if yearless and draft.data is not None and draft.ricorrenza is None:
            known = series.get((draft.data.month, draft.data.day))
            if known is not None:
                draft = replace(draft, data=known.data, ricorrenza=known.ricorrenza)
        yield draft


def _judge(text: str, span: DateSpan, context: Context) -> Draft | None:
    start, end = span.inizio, span.fine
    said = worded(text, span)
    if said is None:
        return None
    trigger, opening = said
    dated = _date(text, span, context)
    if dated is None:
        return None
    day, close, rule = dated
    sentence = around(text, opening, end)
    before = text[sentence.inizio : opening]
    if trigger.regola in ("etichetta", "conclusione") and _HOLDS.search(text, opening, start):
        trigger = trigger._replace(tipo="fine_validita")
    is_past = context.data is not None and day < context.data
    told = _TERM_SAID.search(before) or _TERM_AFTER.match(text, end, end + 80)
    if trigger.futura and is_past and not told:
        return None
    if trigger.regola == "non_prima" and not _BOUND.search(before[-_BOUND_NEAR:]):
        return None
    if trigger.regola in ("fino", "conclusione") and (
        _NARRATED.search(before[-60:]) or _OF_FIGURES.match(text, end, end + 60)
    ):
        return None
    kind, sure = _kind(trigger, before, text[opening:end], text[end : end + 60], is_past)
    if (
        kind == "fine_validita"
        and trigger.regola == "scadenza"
        and _closes_a_call(text, span, opening)
    ):
        kind = "termine"
    ora, close = _hour(text, opening, start, close)
    since = _SINCE_EVENT.search(text, opening, start)
    dal = _opened(text, opening) if _CLOSES.search(text, opening, start) else None
    if trigger.regola == "non_prima" and _MAY_NOT.search(text[sentence.inizio : start]):
        dal = day  # what may not be done before a day may be from it on
    if dal is not None and dal <= day:
        kind = "finestra"
    else:
        dal = None
    return Draft(
        opening, close, (start, end), kind, trigger.regola, sure,
        data=day, dal=dal, ora=ora, ricorrenza=rule,
        decorrenza=" ".join(since["evento"].split()) if since else None,
    )  # fmt: skip


def _opened(text: str, closing: int) -> date | None:
    """The day on which the window that closes at ``closing`` opens, when the act prints it."""
    found = None
    for match in _OPENS.finditer(text, max(0, closing - _WINDOW_REACH), closing):
        found = match
    return read_span(found["giorno"], "giorno") if found is not None else None


def _closes_a_call(text: str, span: DateSpan, opening: int) -> bool:
    """Whether a label and its date say by when a call is answered."""
    if not _BARE_LABEL.fullmatch(text, opening, span.inizio):
        return False
    first, last = max(0, opening - _CALL_NEAR), min(len(text), span.fine + _CALL_NEAR)
    return _CALL.search(text, first, last) is not None and not _LASTS.search(text, first, last)


def _kind(
    trigger: Trigger, before: str, own: str, after: str, past: bool
) -> tuple[TipoScadenza, float]:
    """The kind of a deadline by its trigger and the words before it, and how sure it is."""
    if trigger.regola in ("fino", "entro") and _STAYS_OPEN.search(before + own[:12]):
        return "finestra", 0.9
    if trigger.regola == "proroga" and _VALIDITY_AFTER.match(after):
        return "fine_validita", 0.85
    if trigger.regola == "fino" and _TERMS_RUN.search(before):
        return "termine", 0.88
    if trigger.regola in ("scadenza", "etichetta") and _PAYS.search(
        before + own, max(0, len(before) - _PAYS_NEAR)
    ):
        return "termine", 0.88
    if trigger.regola in ("fino", "scadenza") and _HANDING_IN.search(before):
        return "termine", 0.88
    if trigger.regola == "fino" and past:  # often a figure's or a quoted rule's bound
        return "fine_validita", 0.6
    if trigger.regola == "conclusione" and _DESK.search(before[-40:] + own):
        return "finestra", 0.88
    if trigger.regola == "differimento" and not _COURT.search(before + own):
        return ("termine", 0.85) if _TERM_SAID.search(before + after) else ("altro", 0.7)
    if trigger.regola == "conclusione" and _BOND.search(before) and not _TERM_SAID.search(own):
        return "fine_validita", 0.88
    return trigger.tipo, trigger.confidenza


def _hour(text: str, opening: int, start: int, close: int) -> tuple[str | None, int]:
    """The time of day before or after the date, and where the deadline's words then end."""
    before = None
    for found in _TIME.finditer(text, opening, start):
        before = found
    if before is not None:
        return parse_time(before.group()), close
    after = _RIGHT_TIME.match(text, close, close + 80)
    if after is not None:
        return parse_time(after["ora"]), after.end()
    return None, close


def _date(text: str, span: DateSpan, context: Context) -> tuple[date, int, str | None] | None:
    """The day that a date stands for, where its words end, its recurrence as RRULE."""
    if span.precisione == "senza_anno":
        return without_year(text, span.inizio, span.fine, span.data, context)
    return _century(span.data, text[span.inizio : span.fine], context.data), span.fine, None


def _century(day: date, printed: str, act: date | None) -> date:
    """``day``, which ``printed`` may give with two figures for the year, nearest to the act."""
    if act is None or regex.search(r"\d{4}", printed):
        return day
    year = min((day.year - 100, day.year), key=lambda y: abs(y - act.year))
    return day.replace(year=year)
