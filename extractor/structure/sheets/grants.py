"""Lists of a grant: the applications admitted, not admitted, eligible, with their outcome.

The lists are annexes of executive acts (*elenco delle domande ammesse*, *graduatoria*); their
columns come in any order and under many titles, and a list goes on over pages that repeat the
titles. A list is known by a column that names the applicant and one that tells what became
of the application.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractor.structure.sheets.columns import (
    after_title,
    can_be_cut,
    heading_at,
    kind,
    kinds,
    row_pattern,
    row_start,
)
from extractor.structure.sheets.grid import Grid, Source
from extractor.structure.sheets.values import DATE, TIME, cents, clean, iso_date
from models import Beneficiario, Cell

_TELLING = frozenset(
    {"id_domanda", "codice_fiscale", "protocollo", "esito", "contributo", "punteggio"}
)
_MONEY_OR_OUTCOME = frozenset({"esito", "contributo", "punteggio", "importo"})
_TOTAL = re.compile(r"(?:SUB)?\s?TOTAL[EI]\b.*", re.I | re.S)
_NUMBER = re.compile(r"\d{1,5}\.?")
_NOTHING = re.compile(r"[-–—./]*")
_TITLE = re.compile(
    r"ELENC|GRADUATORI|DOMAND|AMMESS|BENEFICIAR|BANDO|FINANZIA|CONTRIBUT|ESCLUS|ISTANZ|PROGETT",
    re.I,
)
_ROW = re.compile(rf"{DATE}\s+{TIME}|€")  # a row of a list, not its title
_FURTHEST_TITLE = 400
_LONGEST_ROW = 2500
_LOST_ROWS = 3  # rows that a page break may have garbled
_CHEAP = regex.compile(
    r"PRATICA|DOMAND|BENEFICIARI|RICHIEDENT|RAGIONE\s+SOCIALE|DENOMINAZIONE", regex.I
)
_LETTER = re.compile(r"^ALLEGATO\s+(?:N\.?\s*)?[A-Z0-9]{1,3}\s+(?=\S)", re.I)
_CAPITALS = re.compile(r"[a-zà-ú]\s+((?:[^a-zà-ú\s]+\s+){2,}[^a-zà-ú\s]+)$")
_FIRST_NUMBER = re.compile(r"\s*(\d{1,5})\s")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_LINE = re.compile(r"^[ \t]*(?=\S)", re.M)


class _Row(NamedTuple):
    """A row as read: its bounds, the words of each kind of column, and where else they stand."""

    inizio: int
    fine: int
    valori: dict[str, str]
    altri: tuple[tuple[int, int], ...] = ()


class _List(NamedTuple):
    """A list or a piece of one: its columns, where its titles begin, its rows."""

    colonne: tuple[str | None, ...]
    inizio: int
    righe: list[_Row]


def read(source: Source) -> Iterator[Beneficiario]:
    """The rows of the lists of applicants in the act."""
    title: str | None = None
    previous: _List | None = None
    for found in sorted([*_drawn(source), *_flat(source)], key=lambda piece: piece.inizio):
        if previous is None or not _goes_on(source, previous, found):
            title = _title(source, found.inizio)
        yield from (_record(source, row, title) for row in found.righe)
        previous = found


def _drawn(source: Source) -> Iterator[_List]:
    """The lists whose cells are marked; a row that repeats or changes the titles cuts them."""
    for grid in source.griglie:
        columns: tuple[str | None, ...] = ()
        start = grid.inizio
        rows: list[_Row] = []
        for cells in _rows_with_heading_joined(source, grid):
            named = kinds([source.read(cell) for cell in cells])
            if _is_list(named):
                if rows:
                    _give_back(source, rows, named, cells)
                    yield _List(columns, start, rows)
                columns, start, rows = named, cells[0].inizio, []
            elif columns:
                _add(source, rows, columns, cells)
        if rows:
            yield _List(columns, start, rows)


def _give_back(
    source: Source, rows: list[_Row], columns: Sequence[str | None], cells: Sequence[Cell]
) -> None:
    """Give the last row its words that a page break left in the cells of the repeated titles."""
    last = rows[-1]
    for name, cell in zip(columns, cells, strict=False):
        rest = after_title(source.read(cell))
        if name and rest:
            words = {**last.valori, name: clean(f"{last.valori.get(name, '')} {rest}")}
            last = _Row(last.inizio, last.fine, words, (*last.altri, (cell.inizio, cell.fine)))
    rows[-1] = last


def _rows_with_heading_joined(source: Source, grid: Grid) -> Iterator[Sequence[Cell]]:
    """The grid's rows; titles of columns that take two rows are one."""
    if grid.intestazioni > 1 and _is_list(kinds(grid.heading(source.testo))):
        joined = []
        rows = grid.righe[: grid.intestazioni]
        for at in range(len(rows[0])):
            column = [row[at] for row in rows if at < len(row) and row[at].fine > row[at].inizio]
            joined.append(
                Cell(column[0].inizio, column[-1].fine)
                if len(column) == 1
                else _titled(source, column)
            )
        yield joined
        yield from grid.body()
    else:
        yield from grid.righe


def _titled(source: Source, column: Sequence[Cell]) -> Cell:
    """Of the titles that one column has in several rows, the one that says its kind."""
    for cell in column:
        if kind(source.read(cell)) is not None:
            return cell
    return column[0] if column else Cell(0, 0)


def _is_list(columns: Sequence[str | None]) -> bool:
    named = {name for name in columns if name}
    return (
        len(named) >= 3
        and "denominazione" in named
        and bool(named & _TELLING)
        and bool(named & _MONEY_OR_OUTCOME)
    )


def _add(
    source: Source, rows: list[_Row], columns: Sequence[str | None], cells: Sequence[Cell]
) -> None:
    """Put a row of cells behind the others; a row without its first cells goes on the last one."""
    words = [source.read(cell) for cell in cells]
    values = {name: word for name, word in zip(columns, words, strict=False) if name and word}
    if not values or _TOTAL.fullmatch(next((word for word in words if word), "")):
        return
    key = "ordine" if "ordine" in columns else "denominazione"
    if rows and (key not in values or (key == "ordine" and not _NUMBER.fullmatch(values[key]))):
        last = rows[-1]
        joined = {
            name: clean(f"{last.valori.get(name, '')} {values.get(name, '')}")
            for name in {*last.valori, *values}
        }
        rows[-1] = _Row(last.inizio, max(last.fine, cells[-1].fine), joined, last.altri)
    elif key in values:
        filled = [cell for cell in cells if cell.fine > cell.inizio]
        rows.append(_Row(filled[0].inizio, filled[-1].fine, values))


def _flat(source: Source) -> Iterator[_List]:
    """The lists whose cells no mark separates: cut by the shapes of their values."""
    text, at = source.testo, source.inizio
    if _CHEAP.search(text, source.inizio, source.fine) is None:
        return
    drawn = deque(source.griglie)
    drawn_to = 0
    for line in _LINE.finditer(text, source.inizio, source.fine):
        while drawn and drawn[0].inizio <= line.end():
            drawn_to = max(drawn_to, drawn.popleft().fine)
        if line.end() < max(at, drawn_to):
            continue
        columns, end = heading_at(text, line.end(), min(line.end() + 600, source.fine))
        if len(columns) < 4 or not _is_list(columns) or not can_be_cut(columns):
            continue
        rows = list(_cut(source, columns, end))
        if rows:
            yield _List(columns, line.end(), rows)
            at = rows[-1].fine


def _cut(source: Source, columns: tuple[str, ...], at: int) -> Iterator[_Row]:
    """Rows one after the other from ``at``; each begins with the number after the last one's."""
    text = source.testo
    pattern = row_pattern(columns)
    first = _FIRST_NUMBER.match(text, at, source.fine)
    while first is not None:
        start, number = first.start(1), int(first[1]) + 1
        limit = min(start + _LONGEST_ROW, source.fine)
        after = row_start(columns, number).search(text, first.end(), limit)
        end = _row_end(text, columns, first.end(), after.start() if after else limit, after is None)
        row = pattern.match(text, start, end)
        if row is None:
            return
        last = row.end(row.lastgroup or 0)
        yield _Row(start, last, {name: clean(word) for name, word in row.groupdict().items()})
        first = _FIRST_NUMBER.match(text, end, source.fine) if after else None


def _row_end(text: str, columns: tuple[str, ...], at: int, end: int, last: bool) -> int:
    """Where a row ends at the latest: before titles that repeat, a total, the end of the list."""
    for line in _LINE.finditer(text, at, end):
        if heading_at(text, line.end(), end)[0] == columns or _TOTAL.match(text, line.end(), end):
            return line.start()
    blank = _BLANK_LINE.search(text, at, end) if last else None
    return blank.start() if blank else end


def _goes_on(source: Source, previous: _List, found: _List) -> bool:
    """Whether a piece continues the list before it: its numbers run on, its columns are the same.

    A title that a page break has garbled may be missing among them.
    """
    same = {name for name in found.colonne if name} ^ {name for name in previous.colonne if name}
    last = _whole(previous.righe[-1].valori.get("ordine", ""))
    first = _whole(found.righe[0].valori.get("ordine", ""))
    if last is not None and first is not None:
        return len(same) <= 2 and 0 < first - last <= _LOST_ROWS
    return not same and _title(source, found.inizio, previous.righe[-1].fine) is None


def _title(source: Source, at: int, after: int | None = None) -> str | None:
    """The title of the list whose columns begin at ``at``: the nearest line above."""
    floor = max(source.inizio, at - _FURTHEST_TITLE, after or 0)
    lines = source.testo[floor:at].split("\n")
    if floor and source.testo[floor - 1] != "\n":
        lines[0] = ""
    lines = ["" if "\t" in line or _ROW.search(line) else clean(line) for line in lines]
    for place in range(len(lines) - 1, -1, -1):
        if _TITLE.search(lines[place]):
            return _whole_title(lines, place)
    return None


def _whole_title(lines: Sequence[str], place: int) -> str:
    """The line at ``place`` with the lines above it that the same title runs over.

    What was printed above and joined to it, the attachment's letter or a signature, is left out.
    """
    title = _LETTER.sub("", lines[place])
    capitals = _CAPITALS.search(title)
    if capitals and _TITLE.search(capitals[1]) and not title.isupper():
        title = capitals[1]
    while place and lines[place - 1] and lines[place - 1].isupper() and title.isupper():
        if re.match(r"ALLEGAT[OI]\b", lines[place - 1]):
            break
        place -= 1
        title = f"{lines[place]} {title}"
    return title


def _whole(text: str) -> int | None:
    found = _NUMBER.fullmatch(text)
    return int(text.rstrip(".")) if found else None


def _record(source: Source, row: _Row, title: str | None) -> Beneficiario:
    values = {name: word for name, word in row.valori.items() if not _NOTHING.fullmatch(word)}
    money = values.get("contributo") or values.get("importo") or ""
    return Beneficiario(
        inizio=row.inizio,
        fine=row.fine,
        testo=source.testo[row.inizio : row.fine],
        fonte="elenco_beneficiari",
        elenco=title,
        ordine=_whole(values.get("ordine", "")),
        id_domanda=values.get("id_domanda"),
        denominazione=values.get("denominazione"),
        codice_fiscale=values.get("codice_fiscale"),
        protocollo=values.get("protocollo"),
        data_protocollo=iso_date(values.get("data_protocollo", "")),
        punteggio=values.get("punteggio"),
        esito=values.get("esito"),
        centesimi=cents(money),
        note=values.get("note"),
        completamenti=row.altri,
    )
