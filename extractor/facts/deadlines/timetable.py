"""Dates in a timetable: ``D.11 Riepilogo date e termini temporali``, ``FASE / TERMINE``.

Under such a heading each row pairs a step with its day, without the words that make a term
elsewhere. Days on which something opens are left out, and the dates of cited acts. So does a
column headed ``Termine`` or ``Scadenza`` in any table.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import regex

from extractor.facts.anchors import lowered, starts, stems
from extractor.facts.columns import cells_under
from extractor.facts.dates import TIME_SOURCE, DateSpan, parse_time
from extractor.facts.deadlines.draft import Draft
from models import Context

# How the headings begin.
_STEMS = stems(
    "riepilogo", "date ", "scadenze ", "fase", "fasi", "attività", "cronoprogramma", "tempistic",
    "calendario", "principali ", "termini ",
)  # fmt: skip
_HEADING = regex.compile(
    r"(?<!\w)(?:riepilogo\s+(?:dell[ae]\s+|dei\s+)?(?:principali\s+)?(?:date|termin[ei]|scadenze|temp[oi]|tempistic[ah]e?|fasi)[^\n]{0,50}"
    r"|(?:date|scadenze)\s+e\s+termini(?:\s+temporali)?|termini\s+e\s+scadenze"
    r"|(?:principali\s+)?(?:date|scadenze)\s+(?:principali|da\s+ricordare|utili|importanti|della\s+procedura)"
    r"|principali\s+(?:date|scadenze)|tempistic(?:a|he)\s+d[a-z]{1,4}[’']?\s?[a-z]{4,20}"
    r"|calendario\s+d[a-z]{1,4}[’']?\s?(?:attività|procedura|scadenze|adempimenti|operazioni|bando|selezione)"
    r"|fas[ei](?:\s+d[a-z]{1,4}[’']?\s?[a-z]{4,20})?\s*[/\t ]+\s*(?:periodo\s*/\s*)?"
    r"(?:termin[ei]|data|date|scadenz[ae]|tempi|tempistic[ah]e?)"
    r"|fas[ei](?:\t(?:i{1,3}v?|[1-4])?\s?°?\s?(?:periodo|finestra|edizione|sessione)(?:\s(?:i{1,3}v?|[1-4]))?){1,4}"
    r"|attività[^\n.;]{0,60}\s+(?:tempistic[ah]e?|scadenz[ae])|cronoprogramma\s+delle\s+attività)"
    r"(?=\s*\n)"
)
"""A heading in lower case, at the end of its line."""
_NEXT_HEADING = regex.compile(
    r"\n\s*(?:[A-Z]\.\d{1,2}\.?|\d{1,2}\.?|ALLEGAT[OI])\s+[A-ZÀÈ][^\n]{3,80}\n|\n\s*ALLEGAT[OI]\b"
)
_REACH = 2500
_OF_TERMS = regex.compile(
    r"\W*(?:termin[ei]|scadenz[ae]|tempistic[ah]e?|entro(?:\s+il)?|data\s+(?:di\s+)?(?:scadenza|ultimazione|fine))"
    r"(?:\s+(?:previst[oaie]|ultim[oaie]|final[ei]|di\s+(?:attuazione|realizzazione|conclusione)))?\W*",
    regex.IGNORECASE,
)
_LEAD = len("entro il ")
_LONGEST_ROW = 400
_HANDED_IN = (
    r"(?:presentazion|domand|istanz|candidatur|offert|iscrizion|adesion|invio|sportell|termini)"
)
_OPENING = (
    r"(?:(?:data\s+(?:di\s+)?)?(?:inizio|apertura|avvio)"
    r"(?!\s+(?:d\w+\s+)?(?:lavor|intervent|opere|cantier|progett|esecuzion))"
    r"|presentazione\s+dell[ae]\s+domand[ae]\s+su)"
)
_OPENING_LABEL = regex.compile(rf"{_OPENING}[^\t\n]{{0,160}}\t[^\n]{{0,80}}", regex.IGNORECASE)
_OPENING_STEMS = stems("data ", "inizio", "apertura", "avvio", "presentazione ")
_OPENING_ROW = regex.compile(rf"{_OPENING}[^\t\n]{{0,120}}\t[^\n]{{4,200}}\n", regex.IGNORECASE)
_CLOSING_ROW = regex.compile(
    rf"(?:(?:data\s+(?:di\s+)?)?(?:fine|chiusura|termine|scadenza)[^\t\n]{{0,30}}{_HANDED_IN}[^\t\n]{{0,100}}|(?:data\s+(?:di\s+)?)?chiusura\s{{0,2}}:?)"
    r"\t[^\n]{4,200}",
    regex.IGNORECASE,
)
_NO_TERM = regex.compile(
    r"(?:(?<!\w)(?:dal(?:le|la|l[’'])?|da|partire|apertura|avvio|n\.|del(?:l[’'])?|serie)\s*"
    rf"(?:ore\s*)?(?:{TIME_SOURCE}\s*)?(?:del\s+|di\s+)?(?:giorno\s+)?(?:[^\W\d]+dì\s+)?"
    r"|(?:apertura|avvio|inizio)[^\n\t]{0,90}|presentazione\s+dell[ae]\s+domand[ae]\s+su[^\n]{0,60}"
    r"|(?:antecedent[ei]|anterior[ei]|precedent[ei])\s+al\s*)$",
    regex.IGNORECASE,
)
_TIME_AFTER = regex.compile(
    rf"[^\S\t]*,?[^\S\t]*(?:entro\s+le\s+|alle\s+)?(?P<ora>{TIME_SOURCE})", regex.I
)


def find(
    text: str, context: Context, dates: Sequence[DateSpan], taken: set[int]
) -> Iterator[Draft]:
    """The days in timetables; dates that start at an offset in ``taken`` are left out."""
    for heading in _headings(lowered(text)):
        stop = _NEXT_HEADING.search(text, heading.end(), heading.end() + _REACH)
        limit = stop.start() if stop else min(len(text), heading.end() + _REACH)
        first = bisect_left(dates, heading.end(), key=_start)
        for span in dates[first : bisect_left(dates, limit, key=_start)]:
            if span.precisione == "senza_anno" or span.inizio in taken:
                continue
            if _plausible(span.data, context.data) and not _opens(text, span.inizio):
                yield _row(text, span)
    yield from _in_columns(text, context, dates, taken)


def with_openings(text: str, dates: Sequence[DateSpan], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts; one that closes what the row of a table above it opens becomes a window."""
    opened = _openings(text, dates)
    for draft in drafts:
        dal = opened.get(draft.nucleo[0])
        if dal is None or draft.data is None or draft.dal is not None or draft.data < dal:
            yield draft
        else:
            yield replace(draft, tipo="finestra", dal=dal)


def _openings(text: str, dates: Sequence[DateSpan]) -> dict[int, date]:
    """The first days of the windows told by two rows of a table, by where their last days stand.

    ``Data inizio presentazione | 15 aprile | 10 marzo`` and below it ``Data fine presentazione``.
    """
    opened: dict[int, date] = {}
    for at in starts(lowered(text), _OPENING_STEMS):
        row = _OPENING_ROW.match(text, at) if text[at - 1 : at] in ("", "\n") else None
        if row is None:
            continue
        below = _CLOSING_ROW.match(text, row.end(), min(len(text), row.end() + _LONGEST_ROW))
        if below is None:
            continue
        first = _days_by_column(text, dates, row.span())
        last = _days_by_column(text, dates, below.span())
        opened |= {last[at].inizio: first[at].data for at in last.keys() & first.keys()}
    return opened


def _days_by_column(
    text: str, dates: Sequence[DateSpan], row: tuple[int, int]
) -> dict[int, DateSpan]:
    """The days in a row of a table, by the number of their cell."""
    first = bisect_left(dates, row[0], key=_start)
    inside = dates[first : bisect_left(dates, row[1], key=_start)]
    return {
        text.count("\t", row[0], span.inizio): span
        for span in reversed(inside)
        if span.precisione == "giorno"
    }


def _in_columns(
    text: str, context: Context, dates: Sequence[DateSpan], taken: set[int]
) -> Iterator[Draft]:
    """The days that are all of a cell in a column of terms."""
    for _, cell, _ in cells_under(text, _OF_TERMS.fullmatch):
        at = bisect_left(dates, cell.inizio, key=_start)
        span = dates[at] if at < len(dates) and dates[at].fine <= cell.fine else None
        if span is None or span.precisione == "senza_anno" or span.inizio in taken:
            continue
        alone = len(text[cell.inizio : span.inizio].strip()) <= _LEAD and (
            not text[span.fine : cell.fine].strip(" .;*")
        )
        if alone and _plausible(span.data, context.data) and not _opens(text, span.inizio):
            yield _row(text, span)


def _headings(low: str) -> Iterator[regex.Match[str]]:
    for at in starts(low, _STEMS):
        heading = _HEADING.match(low, at)
        if heading is not None:
            yield heading


def _start(span: DateSpan) -> int:
    return span.inizio


def _opens(text: str, start: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    return (
        _NO_TERM.search(text, max(0, start - 110), start) is not None
        or _OPENING_LABEL.fullmatch(text, line, start) is not None
    )


def _plausible(day: date, act: date | None) -> bool:
    return act is None or day >= act


def _row(text: str, span: DateSpan) -> Draft:
    hour = _TIME_AFTER.match(text, span.fine, span.fine + 80)
    return Draft(
        span.inizio, hour.end() if hour else span.fine, (span.inizio, span.fine), "termine",
        "riepilogo", 0.72, data=span.data, ora=parse_time(hour["ora"]) if hour else None,
    )  # fmt: skip
