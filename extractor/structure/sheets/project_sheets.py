"""What the sheet of a project prints beside its title: who carries it out, times, costs, measures.

Everything is read within one sheet, by its labels and by the titles of its tables; what a sheet
does not print is left out.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from extractor.structure.sheets import time_plans
from extractor.structure.sheets.project_rows import Row, rows
from extractor.structure.sheets.values import cents

_YEAR = re.compile(r"(?:anno\s+|annualità\s+)?(20\d{2})(?:\s*\(?(?:€|euro)\)?)?", re.I)
_COSTS = re.compile(
    r"\b(?:cost[oi]|spes[ae]|investiment\w*|risorse|importi?|finanziar\w*|valutazione\s+economica"
    r"|quadro\s+economico|fabbisogno)\b|€",
    re.I,
)
_NOT_COSTS = re.compile(r"indicator|target|unità\s+di\s+misura", re.I)
_LONGEST_CAPTION = 200

_INDICATOR = re.compile(r"(?:\w{1,30}\s+){0,6}indicator[ei]\b", re.I)
_OF_OUTPUT = re.compile(r".*\brealizzazione\b", re.I)
_QUANTITY = re.compile(r"(?:numero|n\.|percentuale|%|tasso|quota|spesa)\s", re.I)
_NO_QUANTITY = re.compile(
    r"numero\s+(?:di\s+)?(?:telefono|fax|protocollo|iscrizione|cellulare)", re.I
)
_NUMBER = re.compile(r"[<>≥≤+-]?\s?(?:0|[1-9][\d.]{0,14})(?:,\d{1,4})?\s?%?")
_TOLD = re.compile(
    r"(?P<nome>(?:Numero|Percentuale|Tasso|Quota)\s[^=:;•“”«»\n]{5,150}?)\s?=\s?(?P<valore>\d[\d.,]*\s?%?)"
    r"(?:\s?\((?P<quando>[^()\n]{3,40})\))?"
)
_BULLET = re.compile(
    r"[•▪■]\s?(?P<nome>[^•▪■=;:\n]{5,150}?)\s?\((?P<valore>[<>≥≤]\s?\d[\d.,]*\s?%?)\)"
)
_LONGEST_INDICATOR = 300

_PIECE = r"(?<!\w)[A-ZÀ-Ý][\w&.’'-]{0,40}\w"
_NAME = rf"(?P<nome>{_PIECE}(?:[ ](?:(?:di|del|della|dei|per)[ ])?{_PIECE}){{0,6}})"
_ARTICLE = r"(?:(?:Il|La|Lo|I|Gli|Le)\s|L['’]\s?)?"
_WORK = (
    r"\b(?:attività|intervent[oi]|progett[oi]|iniziativ[ae]|(?:ri)?progettazione"
    r"|realizzazione|attuazione)\b"
)
# «Il coordinamento sarà espletato operativamente da …»
_CARRIED = (
    r"(?i:coordinamento|attuazione|realizzazione|gestione)\b[^.;\n]{0,40}?\b(?:è|sarà|viene|verrà)\s+"
    r"(?:espletat|svolt|assicurat|curat|esercitat)[oa]\s+(?:operativamente\s+)?"
    rf"(?:da|dal|dalla|dall['’])\s?{_NAME}"
)
_SAID = tuple(
    re.compile(pattern)
    for pattern in (
        # «L'attività è stata affidata a …», «Gli interventi …, sono stati affidati al …»
        rf"(?i:{_WORK})[^.;\n]{{0,300}}?\baffidat[oaie]\s+(?:a|al|alla|allo|ai|all['’])\s?{_NAME}",
        # «… è stato individuato da … come soggetto responsabile dell'attuazione»
        rf"{_ARTICLE}{_NAME}\s+è\s+stat[oa]\s+individuat[oa]\b[^.;\n]{{0,80}}?\bcome\s+soggetto\s+"
        r"(?:attuatore|responsabile\s+dell['’]\s?attuazione)",
        rf"{_ARTICLE}{_NAME}\s+(?:ha|avrà)\s+in\s+carico\s+l['’]\s?attuazione",
        rf"soggetto\s+attuatore\s+(?:è|sarà)\s+(?:il\s+|la\s+|lo\s+|l['’])?{_NAME}",
        _CARRIED,
        # «Il CSI progetta e sviluppa …»
        rf"(?<![\w,][ ]){_ARTICLE}{_NAME}\s+(?:progetta|sviluppa|realizza|attua)"
        r"(?:\s+(?:ed?)\s+\w+)?\s(?:il|la|l['’]|le|gli|i)\b",
    )
)
#: What is said of the whole project wherever a sheet says it.
_ANYWHERE = (re.compile(_CARRIED),)
#: Who directs a project carries it out where nobody else is said to.
_DIRECTS = (
    re.compile(
        rf"{_ARTICLE}{_NAME}\s+(?:ha|avrà|assume)\s+la\s+direzione\s+(?:del|dell['’]|della)"
    ),
)
_LONGEST_NAME = 150


class Found(NamedTuple):
    """Something read, and where it is printed."""

    valori: dict[str, Any]
    tratti: tuple[tuple[int, int], ...]


def read(text: str, inizio: int, fine: int) -> Found:
    """The fields of ``Intervento`` that the sheet between ``inizio`` and ``fine`` prints."""
    lines = rows(text, inizio, fine)
    times = time_plans.read(text, lines)
    body, body_span = _attuatore(text, lines)
    costs = [*_costs(text, lines)]
    measures = [*_indicators(text, lines)]
    values = {
        "data_inizio": times.inizio,
        "data_fine": _to_the_day(times.fine, lines),
        "durata": times.durata,
        "attuatore": body,
        "costi_annui": tuple(cost for _, row in costs for cost in row),
        "indicatori": tuple(dict.fromkeys(words for _, words in measures)),
    }
    spans = [*times.tratti, *body_span, *(span for span, _ in [*costs, *measures])]
    return Found(values, tuple(dict.fromkeys(sorted(spans))))


# Who carries the project out.


def _attuatore(text: str, lines: Sequence[Row]) -> tuple[str | None, tuple[tuple[int, int], ...]]:
    """The body that carries the project out: of its label, or said in the words on how.

    Nothing where the words name more than one.
    """
    for row in lines:
        if row.campo == "attuatore" and row.filled():
            name = row.filled()[0].rstrip(" .;")
            if len(name) > _LONGEST_NAME or not name[0].isupper():
                return None, ()  # «da individuare con gara»
            return name, ((row.inizio, row.fine),)
    for patterns, everywhere in ((_SAID, False), (_ANYWHERE, True), (_DIRECTS, False)):
        found = [
            match
            for row in lines
            if everywhere or row.campo == "modalita"
            for pattern in patterns
            for match in pattern.finditer(text, _words_start(row), row.fine)
        ]
        names = {match["nome"] for match in found}
        if len(names) == 1:
            return names.pop(), (found[0].span("nome"),)
        if names:
            return None, ()
    return None, ()


def _words_start(row: Row) -> int:
    """Where the words of a field begin, behind its label."""
    return row.celle[0].inizio if row.celle else row.inizio


# What it costs each year.


def _costs(
    text: str, lines: Sequence[Row]
) -> Iterator[tuple[tuple[int, int], list[tuple[str, int, int]]]]:
    """The amounts of the tables whose columns are years, row by row, as printed."""
    years: dict[int, int] = {}
    width, field = 0, ""
    for at, row in enumerate(lines):
        titles = _years(row)
        if titles:
            about_money = row.campo != "indicatori" and _about_money(text, lines, at)
            years, width, field = (titles if about_money else {}), len(row.parole), row.campo
        elif row.campo != field or (len(row.parole) != width and len(row.filled()) > 1):
            years = {}
        elif years and len(row.parole) == width and row.parole[0]:
            amounts = _amounts(row, years)
            if amounts:
                yield (row.inizio, row.fine), amounts


def _amounts(row: Row, years: dict[int, int]) -> list[tuple[str, int, int]]:
    """The amounts of a row, if all that stands in the columns of the years are amounts."""
    printed = {
        year: row.parole[at] for at, year in years.items() if row.parole[at] not in ("", "-")
    }
    values = {year: cents(words) for year, words in printed.items()}
    return [(row.parole[0], year, value) for year, value in values.items() if value is not None]


def _years(row: Row) -> dict[int, int]:
    """The years that title the columns of a table; none where the row is no such title."""
    found = [(at, _YEAR.fullmatch(word)) for at, word in enumerate(row.parole) if word and at]
    years = {at: int(match[1]) for at, match in found if match}
    words_only = all(cents(row.parole[at]) is None for at, match in found if not match)
    return years if words_only and [*years.values()] == sorted({*years.values()}) else {}


def _about_money(text: str, lines: Sequence[Row], at: int) -> bool:
    """Whether the table titled by a row of years is of money.

    Its titles say so, or the sign of the euro in its first rows, or the caption before it.
    """
    row = lines[at]
    if _NOT_COSTS.search(" ".join(row.parole)):
        return False
    below = [one for one in lines[at + 1 : at + 4] if len(one.parole) == len(row.parole)]
    near = [row.parole, *(one.parole for one in below)]
    if at and lines[at - 1].fine - lines[at - 1].inizio <= _LONGEST_CAPTION:
        near.append((text[lines[at - 1].inizio : lines[at - 1].fine],))
    return any(_COSTS.search(" ".join(words)) for words in near)


# How it is measured.


def _indicators(text: str, lines: Sequence[Row]) -> Iterator[tuple[tuple[int, int], str]]:
    """The indicators of the tables titled so, of the words, and of the lists of quantities."""
    titles: tuple[str, ...] = ()
    column = 0
    for row in lines:
        named = [at for at, word in enumerate(row.parole) if _INDICATOR.match(word)]
        if len(row.filled()) >= 3 and named:
            titles = row.parole
            column = next((at for at in named if _OF_OUTPUT.match(titles[at])), named[0])
        elif titles and row.campo == "indicatori" and len(row.filled()) >= 2:
            words = _measure(row, titles, column)
            if words:
                yield (row.inizio, row.fine), words
        elif len(row.filled()) == 1 or row.campo != "indicatori":
            titles = titles if row.campo == "indicatori" else ()
            yield from _told(text, row)
            yield from _listed(row)


def _measure(row: Row, titles: Sequence[str], column: int) -> str | None:
    """A row of a table of indicators: its name, then the titled values.

    A table that goes on overleaf may have an empty cell before the others.
    """
    words = row.parole
    if len(words) == len(titles) + 1 and not words[0]:
        words = words[1:]
    if len(words) != len(titles) or not re.search(r"[^\W\d_]{3}", words[column]):
        return None
    after = [
        f"{title}: {word}"
        for at, (title, word) in enumerate(zip(titles, words, strict=True))
        if at > column and title and word
    ]
    return "; ".join([words[column][:_LONGEST_INDICATOR], *after])


def _told(text: str, row: Row) -> Iterator[tuple[tuple[int, int], str]]:
    """*Numero dataset open = 1500 (target 2021)*, in the words on the indicators."""
    if row.campo == "indicatori":
        for found in _TOLD.finditer(text, row.inizio, row.fine):
            when = f" ({found['quando']})" if found["quando"] else ""
            yield found.span(), f"{found['nome']}; {found['valore'].rstrip('., ')}{when}"
        for found in _BULLET.finditer(text, row.inizio, row.fine):
            yield found.span(), f"{found['nome']}; {found['valore']}"


def _listed(row: Row) -> Iterator[tuple[tuple[int, int], str]]:
    """*Numero di enti coinvolti<tab>600*: a quantity with its number, alone on a line."""
    words = row.filled()
    named = len(words) == 2 and _QUANTITY.match(words[0]) and not _NO_QUANTITY.match(words[0])
    if named and _NUMBER.fullmatch(words[1]):
        yield (row.inizio, row.fine), f"{words[0][:_LONGEST_INDICATOR]}; {words[1]}"


_COMPLETED = re.compile(r"(?:completamento|conclusione|ultimazione|fine)\s+(?:del\w*\s+)?\w+", re.I)


def _to_the_day(end: str | None, lines: Sequence[Row]) -> str | None:
    """The end to the day, where a row of a table says when the project is completed."""
    if end is None or len(end) == 10:
        return end
    days = {
        day
        for row in lines
        if row.campo == "indicatori" and any(map(_COMPLETED.fullmatch, row.parole))
        for word in row.parole
        for day in [time_plans.point(word)]
        if day and len(day) == 10 and day.startswith(end)
    }
    return days.pop() if len(days) == 1 else end
