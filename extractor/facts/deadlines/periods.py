"""Deadlines with two ends: ``dal 05/03/2026 al 20/03/2026``.

A period counts by what its sentence says it is for: applications make it a window (``finestra``),
the albo, an assignment or a ban a validity. A period of narrated events or of figures is none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import regex

from extractor.facts.dates import TIME_SOURCE, DateSpan, parse_time
from extractor.facts.deadlines.draft import Draft
from extractor.facts.deadlines.recurrence import without_year
from extractor.facts.deadlines.sentence import around
from models import Context
from models.vocabulary import TipoScadenza

_WEEKDAY = r"(?:luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica)"
_POINTERS = (
    rf"(?:\s+|(?:e|le|ore|il|del|dell[’']|della|di|dal|giorno|data|mese|al|alle|{_WEEKDAY}"
    rf"|{TIME_SOURCE})(?!\w)\s*){{0,10}}"
)
# ``dal 5 marzo 2026 al 20 marzo 2026``, ``dalle ore 10.00 del 15 gennaio 2025 ed entro le ore
# 12.00 del 15 gennaio 2026``, ``affisso in data 27/02/2026 … fino al 14/03/2026``
_FROM = regex.compile(
    r"(?r)(?<!\w)(?P<verbo>(?:a\s+(?:partire|decorrere|far\s+data)\s+|con\s+decorrenza\s+)?"
    rf"dal(?:le|la|l[’'])?|in\s+data|tra\s+il|fra\s+il|da"
    # ``Periodo di apertura dello sportello: 01/10/2025 – 15/12/2025``
    r"|periodo(?:\s+di\s+(?:apertura|presentazione|iscrizione|adesione|validità|svolgimento|durata|pubblicazione)"
    rf"(?:\s+d[a-z]{{1,4}}[’']?\s?[a-z]{{3,14}}){{0,2}}\s*:|(?:\s+(?:contrattuale|complessivo))?\s*:?)?"
    rf"|(?:validità|finestra(?:\s+temporale)?)\s*:)\s*[“\"«]?{_POINTERS}",
    regex.IGNORECASE,
)
_BARE_FROM = regex.compile(
    r"(?r)(?<!\w)(?:dal|tra\s+il)\s+(?P<giorno>0?[1-9]|[12]\d|3[01])°?\s+(?:al|e\s+il)\s+",
    regex.IGNORECASE,
)
_TO = regex.compile(
    rf"(?:\s*,?\s*(?:dalle\s+)?{TIME_SOURCE})?(?:\s*\([^()\n]{{1,90}}\))?[\s,;–—‐-]*"
    r"(?:[^.;\n]{0,90}?\n?[^.;\n]{0,40}?(?<!\w))?"
    r"(?:(?:e\s+)?(?:fino|sino)\s+(?:al(?:le|la|l[’'])?|a|e\s+non\s+oltre)"
    r"|(?:e|ed|,)\s+(?:entro|non\s+oltre)|(?:e\s+)?con\s+scadenza|e\s+(?:scadenza|chiusura|chiude)"
    r"|(?:e\s+)?(?:terminer\w+|scadr\w+|cesser\w+|si\s+conclud\w+|con\s+termine)"
    rf"|(?<=\s)a(?:l(?:le|la|l[’'])?)?|e\s+il|(?<=[–—‐-]))\s*{_POINTERS}",
    regex.IGNORECASE,
)
_HOURS = (
    rf"dalle\s+(?:{TIME_SOURCE}|ore\s+\d{{1,2}})\s+(?:e\s+)?(?:fino\s+)?alle\s+"
    rf"(?P<a>{TIME_SOURCE}|\d{{1,2}})"
)
_HOURS_BEFORE = regex.compile(
    rf"(?r)(?<!\w){_HOURS}\s+(?:(?:del|di|giorno|{_WEEKDAY})\s+){{0,3}}", regex.IGNORECASE
)
_HOURS_AFTER = regex.compile(rf"\s*,?\s*{_HOURS}(?![\d:])", regex.IGNORECASE)
_EXHAUSTED = regex.compile(
    rf"(?:\s*,?\s*(?:dalle\s+|alle\s+)?{TIME_SOURCE})?\s*,?\s*(?:e\s+)?(?:fino|sino)\s+(?:a|ad|all[’'])\s*"
    r"(?:l[’'])?(?:completo\s+|totale\s+|eventuale\s+)?esaurimento"
    r"(?:\s+(?:dell[ae]|dei|del)\s+(?:dotazione|risorse|fondi|plafond|budget)(?:\s+finanziari[ae]|\s+disponibil[ei])?)?",
    regex.IGNORECASE,
)
_SINCE = regex.compile(r"a\s+(?:partire|decorrere|far\s+data)|dalle\s+ore", regex.IGNORECASE)
_DESK_CLOSES = regex.compile(
    r"(?:fino|sino)\s+(?:a|ad|all[’'])\s*(?:l[’'])?(?:completo\s+|totale\s+)?esaurimento"
    r"|procediment\w+\s+(?:\w+\s+)?a\s+sportello",
    regex.IGNORECASE,
)
_DESK_REACH = 300
_SINCE_DAY = regex.compile(r"a\s+(?:partire|decorrere|far\s+data)\s", regex.IGNORECASE)
_TO_EVENT = regex.compile(
    r"\s*,?\s*(?:e|al|alla|ed?\s+(?:fino\s+)?(?:al)?la|[fs]ino\s+alla)\s*(?:la\s+)?data\s+(?:di|del|ultima)",
    regex.IGNORECASE,
)
_EXPENSES = regex.compile(
    r"(?<!\w)(?:spes[ae]|acconti|fattur\w+|cost[oi])(?!\w)[^;]{0,160}?(?<!\w)"
    r"(?:sostenut|effettuat|quietanzat|pagat|ammissibil|emess)\w*|(?<!\w)(?:sostenut|quietanzat)[aeio](?!\w)",
    regex.IGNORECASE,
)
_BAN = regex.compile(
    r"diviet\w*|vietat\w*|sospe[ns]\w*|interd\w*|chius[uoaei]\w*|transit\w*|sosta|circolazion\w*"
    r"|ordinanz\w*|senso\s+unico",
    regex.IGNORECASE,
)
_FOR_THE = regex.compile(r"(?<!\w)per\s+il\s+\Z", regex.IGNORECASE)
_BILLED = regex.compile(
    r"(?<!\w)(?:fattur|liquid|pagament|pagat|canon[ei]|consum|bollett|utenz|spes[ae]|import|somm|cost[oi]"
    r"|rendicont|compens|retribu|prestazion|report|dat[io]\b|incass|contabil|competenz|saldo|rimbors)\w*",
    regex.IGNORECASE,
)
_LONGEST_MIDDLE = 150
_TIME = regex.compile(TIME_SOURCE, regex.IGNORECASE)

_HANDING_IN = regex.compile(
    r"domand[ae]|istanz[ae]|candidatur\w*|presentazion\w*|presentat\w*|sportello|finestr[ae]|adesion\w*"
    r"|iscrizion\w*|manifestazion[ei]\s+d(?:i\s+|[’'])interesse|offert[ae]|compilazion\w*|piattaforma|caricament\w*",
    regex.IGNORECASE,
)
_ALBO = regex.compile(r"\balbo\b|affiss\w+|pubblicat\w+|pubblicazion\w+", regex.IGNORECASE)
_VALIDITY = regex.compile(
    r"incaric\w*|validit\w*|durata|contratt\w*|convenzion\w*|accord\w*|affidament\w*|diviet\w*|vietat\w*"
    r"|sospension\w*|sospes\w*|interdett\w*|interdizion\w*|transit\w*|sosta|circolazion\w*|chiusur\w*"
    r"|nomin\w*|prorog\w*|concession\w*|autorizz\w*|occupazion\w*|servizi\w*|locazion\w*|comodat\w*"
    r"|si\s+applic\w*|iscritt\w*|fornitur\w*|efficac\w*|vigen\w*|scadenz\w*|decorrenz\w*|polizz\w*|copertur\w*|lavor[io]|tirocin\w*|stage",
    regex.IGNORECASE,
)
_ADMISSIBLE = regex.compile(
    r"spes[ae]|ammissibil\w*|intervent\w*|realizza\w*|attivit\w*|progett\w*", regex.IGNORECASE
)


def find(
    text: str, context: Context, dates: Sequence[DateSpan], taken: set[int]
) -> Iterator[Draft]:
    """Every period; offsets of the dates that it uses are put into ``taken``."""
    froms = _Froms(text)
    for first, last in pairwise(dates):
        if {first.inizio, last.inizio} & taken or last.inizio - first.fine > _LONGEST_MIDDLE:
            continue
        verb = froms.before(first.inizio)
        if verb is None or _TO.fullmatch(text, first.fine, last.inizio) is None:
            continue
        if last.precisione == "senza_anno":
            draft = _of_no_year(text, verb, first, last, context)
        else:
            draft = _judge(text, verb, first, last, context)
        if draft is not None:
            taken |= {first.inizio, last.inizio}
            yield draft
    yield from _open_windows(text, dates, taken, froms)
    yield from _from_a_bare_day(text, context, dates, taken)
    yield from _hours_of_a_day(text, dates, taken)


class _Froms:
    """The words before the dates of a text that make one the first day, looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[int, regex.Match[str] | None] = {}

    def before(self, day: int) -> regex.Match[str] | None:
        """The words that end where a date begins."""
        if day not in self._found:
            self._found[day] = _FROM.match(self._text, max(0, day - 60), day)
        return self._found[day]


def _open_windows(
    text: str, dates: Sequence[DateSpan], taken: set[int], froms: _Froms
) -> Iterator[Draft]:
    """Windows that close when the money is spent, known by the day on which they open."""
    for first in dates:
        if first.precisione != "giorno" or first.inizio in taken:
            continue
        verb = froms.before(first.inizio)
        if verb is None:
            continue
        exhausted = _EXHAUSTED.match(text, first.fine, first.fine + 120)
        spent = _is_for_expenses(text, verb, first)
        if exhausted is None and not spent and not _is_opening(text, verb, first):
            continue
        end = exhausted.end() if exhausted is not None else first.fine
        hour = _TIME.search(text, verb.start(), first.inizio)
        taken.add(first.inizio)
        yield Draft(
            verb.start(), end, (first.inizio, first.fine), "finestra",
            "spese" if spent else "esaurimento", 0.65 if spent else 0.75,
            data=first.data, dal=first.data, ora=parse_time(hour.group()) if hour else None,
        )  # fmt: skip


def _is_for_expenses(text: str, verb: regex.Match[str], first: DateSpan) -> bool:
    """Whether expenses count from a day on, to an end that no day tells.

    ``spese sostenute a partire dal 24 dicembre 2024``, ``tra il 1° gennaio 2021 e la data della
    domanda``.
    """
    since = _SINCE_DAY.match(verb.group())
    if since is None and not _TO_EVENT.match(text, first.fine, min(first.fine + 60, len(text))):
        return False
    start = around(text, verb.start(), first.fine).inizio
    return _EXPENSES.search(text, max(start, verb.start() - _DESK_REACH), verb.start()) is not None


def _is_opening(text: str, verb: regex.Match[str], first: DateSpan) -> bool:
    """Whether a day opens a desk whose end, the next sentence says, comes with the money's."""
    if not _SINCE.match(verb.group()) or not _DESK_CLOSES.search(
        text, first.fine, min(len(text), first.fine + _DESK_REACH)
    ):
        return False
    before = text[around(text, verb.start(), first.fine).inizio : verb.start()]
    return _HANDING_IN.search(before) is not None


def _hours_of_a_day(text: str, dates: Sequence[DateSpan], taken: set[int]) -> Iterator[Draft]:
    """Bans for some hours: ``dalle ore 08.00 alle ore 16.00 del giorno 23 marzo 2026``."""
    for day in dates:
        if day.precisione != "giorno" or day.inizio in taken:
            continue
        hours = _HOURS_BEFORE.match(text, max(0, day.inizio - 90), day.inizio)
        start, end = (hours.start(), day.fine) if hours is not None else (day.inizio, 0)
        if hours is None:
            hours = _HOURS_AFTER.match(text, day.fine, day.fine + 80)
            end = hours.end() if hours is not None else 0
        if hours is None:
            continue
        sentence = around(text, start, end)
        if _BAN.search(text, sentence.inizio, sentence.fine):
            taken.add(day.inizio)
            yield Draft(
                start, end, (day.inizio, day.fine), "finestra", "orario", 0.75,
                data=day.data, dal=day.data, ora=parse_time(hours["a"]),
            )  # fmt: skip


def _from_a_bare_day(
    text: str, context: Context, dates: Sequence[DateSpan], taken: set[int]
) -> Iterator[Draft]:
    """Periods whose first day has the month of the last: ``dal 5 al 20 marzo 2026``."""
    for last in dates:
        if last.precisione != "giorno" or last.inizio in taken:
            continue
        verb = _BARE_FROM.match(text, max(0, last.inizio - 25), last.inizio)
        day = int(verb["giorno"]) if verb is not None else 99
        if verb is None or day > last.data.day:
            continue
        first = DateSpan(
            verb.start("giorno"), verb.end("giorno"), last.data.replace(day=day), "giorno"
        )
        draft = _judge(text, verb, first, last, context)
        if draft is not None:
            taken.add(last.inizio)
            yield draft


def _judge(
    text: str, verb: regex.Match[str], first: DateSpan, last: DateSpan, context: Context
) -> Draft | None:
    start, end = verb.start(), last.fine
    begins = _first_day(first, last)
    if begins is None or begins > last.data:
        return None
    sentence = around(text, start, end)
    before = text[sentence.inizio : start]
    hour = None
    for found in _TIME.finditer(text, first.fine, last.inizio):
        hour = parse_time(found.group())
    if hour is not None:  # hours open and close windows; their list stands a line above
        before = text[max(0, start - 250) : start]
    middle = text[start : first.inizio] + text[first.fine : last.inizio]
    tipo, rule, sure = _kind(before, middle, text[end : sentence.fine][:120])
    if hour is not None and rule == "validita" and _BAN.search(text, sentence.inizio, start):
        tipo, rule = "finestra", "orario"
    if middle[:7].lower() == "in data" and rule != "albo":
        return None
    told = rule in ("periodo", "ammissibile") and not _is_of_months(before, middle, first, last)
    if told and (context.data is None or last.data < context.data):
        return None
    return Draft(
        start, end, (last.inizio, last.fine), tipo, rule, sure,
        data=last.data, dal=begins, ora=hour,
        oggetto="pubblicazione all'albo" if rule == "albo" else None,
    )  # fmt: skip


def _of_no_year(
    text: str, verb: regex.Match[str], first: DateSpan, last: DateSpan, context: Context
) -> Draft | None:
    """A season: ``dal 15 giugno al 30 settembre di ogni anno``, ``dal 1° maggio al 15 giugno``."""
    if first.precisione != "senza_anno":
        return None
    dated = without_year(text, last.inizio, last.fine, last.data, context)
    if dated is None:
        return None
    day, end, rule = dated
    draft = _judge(text, verb, first, last._replace(data=day, precisione="giorno"), context)
    if draft is None or (rule is None and draft.regola in ("periodo", "ammissibile")):
        return None
    return replace(draft, fine=end, ricorrenza=rule)


def _is_of_months(before: str, middle: str, first: DateSpan, last: DateSpan) -> bool:
    """Whether something is to last for whole months: ``per il periodo giugno 2023 – maggio 2024``.

    What is billed or counted for some months ends with them, and is no term.
    """
    return (
        first.precisione == last.precisione == "mese"
        and middle[:7].lower() == "periodo"
        and _FOR_THE.search(before) is not None
        and _BILLED.search(before) is None
    )


def _first_day(first: DateSpan, last: DateSpan) -> date | None:
    """The first day of a period; a day without year takes the year of the last."""
    if first.precisione == "mese":
        return first.data.replace(day=1)
    if first.precisione == "giorno":
        return first.data
    try:
        day = first.data.replace(year=last.data.year)
    except ValueError:  # 29 February
        return None
    return day if day <= last.data else day.replace(year=day.year - 1)


def _kind(before: str, middle: str, after: str) -> tuple[TipoScadenza, str, float]:
    """What a period is for, by the words around it."""
    near = before[-250:] + " " + middle
    if regex.search(r"\balbo\b|affiss", near, regex.I):
        return "fine_validita", "albo", 0.95
    if _HANDING_IN.search(near) or _HANDING_IN.search(after[:60]):
        return "finestra", "finestra", 0.9
    if _ALBO.search(near):
        return "fine_validita", "albo", 0.9
    if _VALIDITY.search(near):
        return "fine_validita", "validita", 0.85
    if regex.search(r"entro|non\s+oltre", middle, regex.I):
        return "finestra", "finestra", 0.75
    if _ADMISSIBLE.search(near):
        return "fine_validita", "ammissibile", 0.6
    return "fine_validita", "periodo", 0.55
