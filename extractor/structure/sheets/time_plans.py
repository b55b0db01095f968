"""When a project begins and ends, as its sheet prints it: labels, the columns of a plan, words.

Dates keep the precision printed: ``2019``, ``2019-06``, ``2019-06-30``. A plan (*Gantt*) is read
by the titles of its columns: years, months, half-years; its bars are not needed.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.structure.calendar_dates import MONTHS
from extractor.structure.sheets.project_rows import Row
from extractor.structure.sheets.values import DATE, iso_date

_SHORT = {month[:3]: number for number, month in enumerate(MONTHS, 1)}
_YEAR = r"20\d{2}"
_MONTH = r"\b(?:" + "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS) + ")"
# A day in figures or in letters; a month of a year; 06/2019.
_POINT = (
    rf"(?:{DATE}(?!\d)|(?:\d{{1,2}}°?\s+)?{_MONTH}\s+{_YEAR}(?!\d)"
    rf"|(?<![\d/])\d{{1,2}}/{_YEAR}(?!\d))"
)
_MONTH_OF_YEAR = re.compile(
    rf"(?:(?P<nome>{_MONTH})\.?\s?[-/ ’']?\s?|(?P<numero>\d{{1,2}})/)(?P<anno>(?:20)?\d{{2}})", re.I
)
_ORDINALS = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_PART_OF_YEAR = re.compile(
    rf"(?:(?P<prima>[1-4]|I{{1,3}}|IV)°?\s?(?P<specie>S|T|Q)[a-z]{{0,8}}\.?"
    rf"|(?P<specie2>S|T|Q)(?P<dopo>[1-4]))\s?[-/]?\s?(?P<anno>{_YEAR})",
    re.I,
)
_YEARS = re.compile(rf"(?:anno\s+)?(?P<da>{_YEAR})(?:\s?[-–/]\s?(?P<a>{_YEAR}))?", re.I)
_ORDER_OF_MONTH = re.compile(r"M(?:ese)?\s?(?P<da>\d{1,3})(?:\s?[-–]\s?(?P<a>\d{1,3}))?", re.I)
_LONGEST_PLAN = 200  # rows
_MARK = re.compile(r"[xX■█▪●•✓-]*")
_NOT_IN_PROSE = re.compile(r"\b(?:decreto|deliber|legge|d\.?\s?g\.?\s?r|nota\b|convenzione)", re.I)

_BEGINS = re.compile(
    rf"\b(?:inizio|avvio|partenza|decorrenza)\b(?P<mezzo>[^.;:\d]{{0,60}}?:?\s?)(?P<data>{_POINT})",
    re.I,
)
_ENDS = re.compile(
    rf"\b(?:fine|conclusione|completamento|termine|chiusura|ultimazione)\b"
    rf"(?P<mezzo>[^.;:\d]{{0,60}}?:?\s?)(?P<data>{_POINT})",
    re.I,
)
_FROM_TO = re.compile(
    rf"\b(?:da|dal|dall['’])\s*(?P<da>{_POINT}|{_YEAR})\s+(?:a|al|all['’]|fino\s+a[l]?)\s*"
    rf"(?P<a>{_POINT}|{_YEAR})(?!\d)",
    re.I,
)
_SPAN_OF_YEARS = re.compile(
    rf"\b(?P<specie>biennio|triennio|quadriennio|quinquennio|periodo)\s+"
    rf"(?P<da>{_YEAR})\s?(?:[-–/]|e|ed)\s?(?P<a>{_YEAR})(?!\d)",
    re.I,
)
_LENGTHS = {"biennio": 1, "triennio": 2, "quadriennio": 3, "quinquennio": 4}
_MILESTONE = re.compile(
    rf"\bentro\s+(?:il\s+|la\s+)?(?:(?:fine|inizio|metà)\s+(?:di\s+)?)?(?P<data>{_POINT})", re.I
)
_DURATION_WORDS = re.compile(
    r"\b(?:progetto|percorso|intervento|iniziativa)\b[^.;\n]{0,60}?"
    r"\b(?:durata|orizzonte\s+temporale)\b[^.;\n\d]{0,30}?(?P<durata>\d{1,3}\s+(?:mesi|anni|giorni))\b",
    re.I,
)
_BEGUN = re.compile(
    r"\b(?:fase|attività|progetto|intervento|iniziativa|(?:ri)?progettazione|realizzazione|lavori)\b"
    r"[^.;\n]{0,120}?\b(?:(?:ha|hanno)\s+(?:così\s+)?preso\s+(?:il\s+via|avvio)"
    r"|(?:è|sono)\s+(?:stat[oaei]\s+)?(?:iniziat|avviat|partit)[oaei])\s+(?:a|ad|nel|in|dal|da|il)\s+"
    rf"(?:(?:metà|inizio|fine|mese\s+di)\s+)?(?:di\s+)?(?P<data>{_POINT})",
    re.I,
)
_DURATION = re.compile(
    r"(?<![\d.,/])(?P<numero>\d{1,3})\s*(?:\(\w{1,20}\)\s*)?(?P<unita>mes[ei]|ann[oi]|giorn[oi])\b",
    re.I,
)


class Plan(NamedTuple):
    """What a sheet says of time: dates, duration (ISO 8601), and where it says so."""

    inizio: str | None = None
    fine: str | None = None
    durata: str | None = None
    tratti: tuple[tuple[int, int], ...] = ()


def read(text: str, rows: Sequence[Row]) -> Plan:
    """The times of a project: labels first, then the plan's columns, then the field's words."""
    words, columns, labels = _prose(text, rows), _columns(rows), _labelled(rows)
    heading = _heading_start(text, rows)
    begin = labels.inizio or heading.inizio or columns.inizio or words.inizio
    end = labels.fine or columns.fine or words.fine
    begun = _begun(text, rows) if end and not begin else Plan()
    begin = begin or begun.inizio
    if begin and end and end[: len(begin)] < begin[: len(end)]:
        begin = end = None
    spans = (
        *labels.tratti, *heading.tratti, *columns.tratti, *begun.tratti,
        *(words.tratti if words.inizio or words.fine or words.durata else ()),
    )  # fmt: skip
    return Plan(begin, end, labels.durata or words.durata or columns.durata, spans)


def point(words: str) -> str | None:
    """A date in ISO 8601 with the precision printed, or None.

    >>> point("Settembre 2018"), point("06/2019"), point("31/12/2021"), point("2020")
    ('2018-09', '2019-06', '2021-12-31', '2020')
    """
    if re.fullmatch(_YEAR, words):
        return words
    month = _month_of_year(words)
    return month if month else iso_date(words)


def duration(words: str) -> str | None:
    """The duration that ``words`` print, if they print one alone: ``P18M``."""
    found = {
        f"P{int(one['numero'])}{ {'m': 'M', 'a': 'Y', 'g': 'D'}[one['unita'][0].lower()] }"
        for one in _DURATION.finditer(words)
    }
    return found.pop() if len(found) == 1 else None


def _month_of_year(words: str) -> str | None:
    found = _MONTH_OF_YEAR.fullmatch(words)
    if found is None:
        return None
    number = _SHORT[found["nome"][:3].lower()] if found["nome"] else int(found["numero"])
    year = found["anno"] if len(found["anno"]) == 4 else f"20{found['anno']}"
    return f"{year}-{number:02d}" if 1 <= number <= 12 else None


# Labels.


def _labelled(rows: Sequence[Row]) -> Plan:
    """``Data di inizio: 01/03/2021``, ``Durata: 24 mesi``: the first words of each field."""
    found: dict[str, str] = {}
    spans = []
    for row in rows:
        if row.campo in ("inizio", "fine", "durata") and row.campo not in found and row.filled():
            first = row.filled()[0]
            value = duration(first) if row.campo == "durata" else point(first.rstrip(" .;,"))
            if value:
                found[row.campo] = value
                spans.append((row.inizio, row.fine))
    return Plan(found.get("inizio"), found.get("fine"), found.get("durata"), tuple(spans))


# The plan's columns.


def _columns(rows: Sequence[Row]) -> Plan:
    """The first and the last column of the plan; nothing where two plans disagree."""
    found = [
        plan
        for at, row in enumerate(rows)
        if row.campo == "tempi" and len(row.filled()) >= 2
        for plan in [_plan(row, rows[at + 1 : at + _LONGEST_PLAN])]
        if plan is not None
    ]
    return found[0] if len({plan[:3] for plan in found}) == 1 else Plan()


def _plan(row: Row, below: Sequence[Row]) -> Plan | None:
    """The plan whose columns have the titles of ``row``, and of the row below it."""
    span = ((row.inizio, row.fine),)
    months = [value for value in map(_month_of_year, row.parole) if value]
    if len(months) >= 2:
        return Plan(months[0], months[-1], None, span) if months == sorted(months) else None
    parts = [value for value in map(_part_of_year, row.parole) if value]
    if len(parts) >= 2:
        return Plan(parts[0][0], parts[-1][1], None, span)
    order = [value for value in map(_ORDER_OF_MONTH.fullmatch, row.parole) if value]
    if len(order) >= 3:
        last = order[-1]["a"] or order[-1]["da"]
        return Plan(None, None, f"P{int(last)}M", span) if int(order[0]["da"]) == 1 else None
    years = [value for value in map(_YEARS.fullmatch, row.parole) if value]
    if not years:
        return None
    return _plan_of_years(
        [int(one["da"]) for one in years], int(years[-1]["a"] or years[-1]["da"]), row, below
    )


def _plan_of_years(years: list[int], last: int, row: Row, below: Sequence[Row]) -> Plan | None:
    """A plan titled with years, with the months below them or without."""
    if years != sorted(years) or not below:
        return None
    names = [word[:3].lower() for word in below[0].parole if re.fullmatch(_MONTH, word, re.I)]
    if len(names) < 3:
        first = min(2, next(at for at, word in enumerate(row.parole) if _YEARS.fullmatch(word)))
        blank = all(_MARK.fullmatch(word) for one in _body(below) for word in one.parole[first:])
        plain = blank and len(years) >= 2
        return Plan(str(years[0]), str(last), None, ((row.inizio, row.fine),)) if plain else None
    numbers = [_SHORT[name] for name in names]
    turns = sum(after <= before for before, after in pairwise(numbers))
    if years[0] + turns != last:
        return None
    span = ((row.inizio, below[0].fine),)
    return Plan(f"{years[0]}-{numbers[0]:02d}", f"{last}-{numbers[-1]:02d}", None, span)


def _body(below: Sequence[Row]) -> Iterator[Row]:
    """The rows of a plan below its titles: of the field, and of more than one cell."""
    for row in below[1 if _subtitles(below[0]) else 0 :]:
        if row.campo != "tempi" or len(row.parole) < 2:
            return
        yield row


def _subtitles(row: Row) -> bool:
    return all(re.fullmatch(r"[TQSB]?\d{1,2}|I{1,3}|IV", word) for word in row.filled())


def _part_of_year(words: str) -> tuple[str, str] | None:
    """The first and the last month of a half or a quarter of a year: ``2S 2019``."""
    found = _PART_OF_YEAR.fullmatch(words)
    if found is None:
        return None
    number = _ORDINALS[(found["prima"] or found["dopo"]).lower()]
    length = 6 if (found["specie"] or found["specie2"]).upper() == "S" else 3
    if number * length > 12:
        return None
    year = found["anno"]
    return f"{year}-{(number - 1) * length + 1:02d}", f"{year}-{number * length:02d}"


# Words.


def _heading_start(text: str, rows: Sequence[Row]) -> Plan:
    """The beginning that the titles of a plan print: *AZIONE (ipotesi avvio attività 06/2019)*."""
    for row in rows:
        if row.campo == "tempi" and len(row.filled()) > 2:
            found = _BEGINS.search(text, row.inizio, row.fine)
            if found:
                return Plan(point(found["data"]), None, None, (found.span(),))
    return Plan()


def _begun(text: str, rows: Sequence[Row]) -> Plan:
    """The beginning that a sheet narrates of its project: *la fase … ha preso il via a …*.

    Of several phases, that of the first.
    """
    if not rows:
        return Plan()
    told = [
        (date, found.span())
        for found in _BEGUN.finditer(text, rows[0].inizio, rows[-1].fine)
        if (date := point(found["data"]))
    ]
    first = min(told, default=None)
    return Plan(first[0], None, None, (first[1],)) if first else Plan()


def _prose(text: str, rows: Sequence[Row]) -> Plan:
    """What the words of the field say; a duration also where the sheet says it of the project."""
    begin = end = None
    spans: list[tuple[int, int]] = []
    own = [row for row in rows if row.campo == "tempi" and 0 < len(row.filled()) <= 2]
    for row in own:
        start = row.celle[0].inizio if row.celle else row.inizio
        found = _dates(text, start, row.fine)
        begin, end = begin or found.inizio, end or found.fine
        spans.extend(found.tratti)
    lengths = {value for row in own for value in [duration(" ".join(row.parole))] if value}
    lengths = {value for value in lengths if not value.endswith("D")}  # days are terms of a step
    if not lengths and rows:
        told = [*_DURATION_WORDS.finditer(text, rows[0].inizio, rows[-1].fine)]
        lengths = {value for one in told for value in [duration(one["durata"])] if value}
        spans.extend(one.span("durata") for one in told)
    return Plan(begin, end, lengths.pop() if len(lengths) == 1 else None, tuple(spans))


def _dates(text: str, inizio: int, fine: int) -> Plan:
    """The two ends that a piece of prose gives, each only where it is said in so many words.

    Of several phases, the beginning of the first and the end of the last; of milestones
    (*entro marzo 2018: …*), the last, if none says it is the end.
    """
    first, last = (_said(pattern, text, inizio, fine) for pattern in (_BEGINS, _ENDS))
    for both in (*_FROM_TO.finditer(text, inizio, fine), *_years(text, inizio, fine)):
        first.append((both["da"], both.span()))
        last.append((both["a"], both.span()))
    steps = [(one["data"], one.span()) for one in _MILESTONE.finditer(text, inizio, fine)]
    dates = [value for value in (point(words) for words, _ in steps) if value]
    if not last and len(dates) >= 2 and dates == sorted(dates):
        last = steps[-1:]
    return Plan(
        min((value for words, _ in first for value in [point(words)] if value), default=None),
        max((value for words, _ in last for value in [point(words)] if value), default=None),
        None,
        tuple(span for _, span in (*first, *last)),
    )


def _years(text: str, inizio: int, fine: int) -> Iterator[re.Match[str]]:
    """*nel biennio 2019 e 2020*, of as many years as it says."""
    for found in _SPAN_OF_YEARS.finditer(text, inizio, fine):
        length = int(found["a"]) - int(found["da"])
        if _LENGTHS.get(found["specie"].lower(), length) == length > 0:
            yield found


def _said(
    pattern: re.Pattern[str], text: str, inizio: int, fine: int
) -> list[tuple[str, tuple[int, int]]]:
    return [
        (found["data"], found.span())
        for found in pattern.finditer(text, inizio, fine)
        if not _NOT_IN_PROSE.search(found["mezzo"])
    ]
