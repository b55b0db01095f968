"""The interventions of a plan or of an agreement: numbered, with title, money and lines.

A plan lists them in a table (*ID, Interventi strategici*), and in a matrix marks with an X the
lines of intervention that each serves. An agreement prints a table of names, amounts and
sources of money, and a numbered sheet for each (*2.1 Community cloud …*); other sheets have a
heading of their own (*Intervento 3 – …*). The programmes of works and of purchases are read by
``programmes``.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.structure.sheets import headed_sheets, programmes, project_sheets
from extractor.structure.sheets.grid import Source
from extractor.structure.sheets.headed_sheets import Heading
from extractor.structure.sheets.matrix import lines_of
from extractor.structure.sheets.values import cents, clean
from models import Cell, Intervento

_LIST_TITLES = re.compile(
    r"^[ \t\f]*(?:ID|N\.|N°|COD(?:ICE|\.)?)[\s|]+(?:Descrizione\s+|Titolo\s+|Denominazione\s+)?"
    r"(?:dell['’]\s*|degli\s+)?Intervent[oi][^\n]{0,40}$",
    re.I | re.M,
)
_CODE = re.compile(
    r"\s*(?P<codice>(?P<capo>[A-Z]{1,4}[.-]?|\d{1,2}\.)(?P<numero>\d{1,3}))\.?(?=\s)"
)
_LONGEST_TITLE = 1200
_BLANK_LINE = re.compile(r"\n[ \t\xa0]*\n")
_END_OF_LINE = re.compile(r"\n|$")


def read(source: Source) -> Iterator[Intervento]:
    """The interventions of the act, each once; a row of a programme is read as that alone."""
    planned = [*programmes.read(source)]
    yield from planned
    rows = [(record.inizio, record.fine) for record in planned]
    for record in (*_listed(source), *_sheets(source)):
        if not any(start < record.fine and record.inizio < end for start, end in rows):
            yield record


# A plan's list.


def _listed(source: Source) -> Iterator[Intervento]:
    found: dict[str, Intervento] = {}
    last: re.Match[str] | None = None
    for titles in _LIST_TITLES.finditer(source.testo, source.inizio, source.fine):
        code = _CODE.match(source.testo, titles.end(), source.fine)
        if code is not None and (last is None or _follows(last, code)):
            for record, entry in _entries(source, code):
                found.setdefault(record.codice, record)
                last = entry
    lines = lines_of(source, tuple(found)) if found else {}
    for record in found.values():
        yield record.model_copy(update={"linee": lines.get(record.codice, ())})


def _follows(last: re.Match[str], code: re.Match[str]) -> bool:
    """Whether a list goes on after a page break, or another begins."""
    return code["capo"] != last["capo"] or int(code["numero"]) == int(last["numero"]) + 1


def _entries(source: Source, code: re.Match[str]) -> Iterator[tuple[Intervento, re.Match[str]]]:
    """The entries from ``code`` on, their numbers one after the other."""
    text = source.testo
    entry: re.Match[str] | None = code
    while entry is not None:
        number = int(entry["numero"]) + 1
        limit = min(entry.end() + _LONGEST_TITLE, source.fine)
        following = re.compile(
            rf"\n\s*(?P<codice>(?P<capo>{re.escape(entry['capo'])})(?P<numero>{number}))\.?(?=\s)"
        ).search(text, entry.end(), limit)
        end = _title_end(
            text, entry.end(), following.start() if following else limit, following is None
        )
        title = clean(text[entry.end() : end])
        if title:
            start = entry.start("codice")
            stop = entry.end() + len(text[entry.end() : end].rstrip())
            yield (
                Intervento(
                    inizio=start,
                    fine=stop,
                    testo=text[start:stop],
                    fonte="elenco_interventi",
                    codice=entry["codice"],
                    titolo=title,
                ),
                entry,
            )
        entry = following


def _title_end(text: str, at: int, limit: int, last: bool) -> int:
    """Where a title ends: at titles that repeat; the last of a list, at the end of its block."""
    again = _LIST_TITLES.search(text, at, limit)
    limit = again.start() if again else limit
    if not last and not again:
        return limit
    begun = re.compile(r"\s*").match(text, at, limit)
    start = begun.end() if begun else at
    wrapped = text[max(0, at - 2000) : at].count("\n\n") > 2
    end = (_BLANK_LINE if wrapped else _END_OF_LINE).search(text, start, limit)
    return end.start() if end else limit


# An agreement's table of money, and its sheets.


class _Row(NamedTuple):
    """A row of the table of money: the name of an intervention, its amount, who pays."""

    inizio: int
    fine: int
    nome: str
    codice: str | None
    centesimi: int | None
    copertura: str | None


_NAME_TITLE = re.compile(
    r"(?:denominazione|titolo|nome)?\s*(?:dell['’]\s*|del\s+)?(?:intervent|progett|azion)\w*", re.I
)
_MONEY_TITLE = re.compile(r"(?:risorse|importo|costo|valore|totale)\b|.*€", re.I)
_COVER_TITLE = re.compile(r"(?:font[ei]|copertura|finanziament|programma)\w*", re.I)
_CODE_TITLE = re.compile(r"(?:n\.|n°|id|cod(?:ice|\.)?)$", re.I)
_TOTAL = re.compile(r"totale\b", re.I)
_CHAPTER = re.compile(
    r"^[ \t]*(?P<capo>\d{1,2})\.?[ \t]+Sched[ae]\s+(?:(?:di|dell['’]|degli|del)\s*)?"
    r"(?:intervent|progett)\w*\.*[ \t]*(?P<pagina>[\d.]*)[ \t]*$",
    re.I | re.M,
)
_LONGEST_HEADING = 300
_LONGEST_SHEET = 200_000


def _sheets(source: Source) -> Iterator[Intervento]:
    rows = [*_rows(source)]
    headings = [*_headings(source)]
    paired = _paired([row.nome for row in rows], [heading.titolo for heading in headings])
    for at, row in enumerate(rows):
        heading = headings[paired[at]] if at in paired else None
        code = heading.codice if heading else row.codice
        if code is not None:
            record = Intervento(
                inizio=row.inizio,
                fine=row.fine,
                testo=source.testo[row.inizio : row.fine],
                fonte="tabella_interventi",
                codice=code,
                titolo=heading.titolo if heading else row.nome,
                centesimi=row.centesimi,
                copertura=row.copertura,
                completamenti=((heading.inizio, heading.fine),) if heading else (),
            )
            yield _with_sheet(source, record, headings, paired.get(at))
    for at, heading in enumerate(headings):
        if at not in paired.values():
            record = Intervento(
                inizio=heading.inizio,
                fine=heading.fine,
                testo=source.testo[heading.inizio : heading.fine],
                fonte="scheda_intervento",
                codice=heading.codice,
                titolo=heading.titolo,
            )
            yield _with_sheet(source, record, headings, at)


def _with_sheet(
    source: Source, record: Intervento, headings: Sequence[Heading], at: int | None
) -> Intervento:
    """The record with what its sheet prints, from its heading to the next."""
    if at is None:
        return record
    heading = headings[at]
    if at + 1 < len(headings):
        end = headings[at + 1].inizio
    else:
        chapter = heading.codice.split(".")[0]
        beyond = rf"{int(chapter) + 1}\.?[ ]+[A-Z]|" if chapter.isdigit() else ""
        following = re.compile(rf"^[ \t]*(?:{beyond}allegato\b)", re.M | re.I).search(
            source.testo, heading.fine, source.fine
        )
        end = following.start() if following else source.fine
    end = min(end, heading.fine + _LONGEST_SHEET)
    found = project_sheets.read(source.testo, heading.fine, end)
    values, spans = dict(found.valori), [*record.completamenti, *found.tratti]
    if record.centesimi is None and record.fonte == "scheda_intervento":
        for name, value, span in headed_sheets.money(source.testo, heading.fine, end):
            values[name] = value
            spans.append(span)
    return record.model_copy(update={**values, "completamenti": tuple(spans)})


def _rows(source: Source) -> Iterator[_Row]:
    """The rows of the tables that give each intervention its money and who pays."""
    for grid in source.griglie:
        titles = grid.heading(source.testo)
        name, money, cover, code = (
            next((at for at, title in enumerate(titles) if pattern.match(title)), None)
            for pattern in (_NAME_TITLE, _MONEY_TITLE, _COVER_TITLE, _CODE_TITLE)
        )
        if name is None or money is None or cover is None or len({name, money, cover}) < 3:
            continue
        for row in grid.body():
            words = [source.read(cell) for cell in row] + [""] * len(titles)
            amount = cents(words[money])
            if words[name] and amount is not None and not _TOTAL.match(words[name]):
                yield _row(row, words, name, amount, cover, code)


def _row(
    row: Sequence[Cell], words: Sequence[str], name: int, amount: int, cover: int, code: int | None
) -> _Row:
    filled = [cell for cell in row if cell.fine > cell.inizio]
    number = words[code] or None if code is not None else None
    return _Row(
        filled[0].inizio, filled[-1].fine, words[name], number, amount, words[cover] or None
    )


def _headings(source: Source) -> Iterator[Heading]:
    """The headings of the sheets, numbered one after the other within their chapter."""
    text = source.testo
    chapters = [*_CHAPTER.finditer(text, source.inizio, source.fine)]
    if not chapters:
        yield from headed_sheets.headings(text, source.inizio, source.fine)
        return
    at, number, head = chapters[-1].end(), 1, chapters[-1]["capo"]
    listed = _contents(text, source.inizio, at, head)
    while True:
        line = re.compile(
            rf"^[ \t]*{head}\.{number}\.?[ ]+(?P<titolo>[^\t\n]{{4,{_LONGEST_HEADING}}})$", re.M
        )
        found = next(
            (
                match
                for match in line.finditer(text, at, source.fine)
                if number not in listed or _alike(match["titolo"], listed[number]) >= _SAME_TITLE
            ),
            None,
        )
        if found is None:
            return
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        yield Heading(start, found.end(), f"{head}.{number}", clean(found["titolo"]))
        at, number = found.end(), number + 1


def _contents(text: str, inizio: int, fine: int, head: str) -> dict[int, str]:
    """The titles of the sheets in the table of contents: lines that end with a page number."""
    entry = re.compile(
        rf"^[ \t]*{head}\.(?P<numero>\d{{1,2}})\.?[ ]+(?P<titolo>[^\t\n]{{4,{_LONGEST_HEADING}}}?)"
        r"[ \t.]+\d{1,4}[ \t]*$",
        re.M,
    )
    return {int(found["numero"]): found["titolo"] for found in entry.finditer(text, inizio, fine)}


_SAME_TITLE = 0.5
_SAME_NAME = 0.25


def _alike(one: str, other: str) -> float:
    """How many words two titles share, of those that they have (Dice's coefficient)."""
    left, right = (set(re.findall(r"\w{3,}", words.casefold())) for words in (one, other))
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def _paired(names: Sequence[str], titles: Sequence[str]) -> dict[int, int]:
    """Each name's title: the most alike first, none of either twice."""
    likeness = sorted(
        (
            (-_alike(name, title), at, place)
            for at, name in enumerate(names)
            for place, title in enumerate(titles)
        ),
    )
    paired: dict[int, int] = {}
    for score, at, place in likeness:
        if -score >= _SAME_NAME and at not in paired and place not in paired.values():
            paired[at] = place
    return paired
