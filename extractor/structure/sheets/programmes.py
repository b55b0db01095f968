"""The rows of a programme of public works, of purchases, of assignments, of sales of property.

The *schede* of the programme of public works (D, E) and of purchases (B; since 2023, H) have a row
for each intervention, known by its CUI (d.m. 14/2018; annex I.5 of d.lgs. 36/2023); municipal
software prints the same under codes of its own. Other *schede* hold a CUI and amounts too, and are
none: the resources (A, G), the unfinished works (B), the properties (C) and the interventions that
are not proposed again (F, I).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.programmes import Column, column, compact, cui, first_year, years
from extractor.structure.sheets.grid import Grid, Source
from extractor.structure.sheets.values import clean
from models import Cell, Intervento

_MOST_HEADING_ROWS = 6
_LONGEST_TITLE = 1000
# Between the parts of one table, at a page break, stand no more than notes and a signature.
_GAP = 400
_ABOVE = 700
_TITLE_ABOVE = 240
_YEARS_ABOVE = 50_000

_FIGURES = re.compile(
    r"-?(?:€|euro)?(?P<numero>\d{1,3}(?:\.\d{3}){1,4}(?:[.,]\d{2})?|\d{1,3}(?:,\d{3}){1,4}\.\d{2}"
    r"|\d{1,12}(?:[.,]\d{1,2})?)(?:€|euro)?",
    re.I,
)
_NOTHING = re.compile(r"[-–—./_]{0,3}")
_CODE = re.compile(r"(?=[^\d]{0,12}\d)[A-Z0-9]{1,12}(?:[./_-][A-Z0-9]{1,12}){0,4}", re.I)
_NUMBER = re.compile(r"\d{1,3}[a-z]?|[A-Z]{1,3}[.-]?\d{1,3}", re.I)
_YEAR = re.compile(r"20\d\d")
_NEARLY_CUI = re.compile(r"[A-Z]?\d{14,22}", re.I)
_CUP = re.compile(r"[A-Z]\d{2}[A-Z]\d{11}")
_TOTAL = re.compile(r"(?:sub)?\s*total[ei]\b", re.I)

# Titles of columns that no programme of interventions has.
_OTHER_TABLE = re.compile(
    r"riferimentocui|codiceunivocoimmobile|motivoperilquale|nonripropost|tipologiarisors|ultimosal"
    r"|avanzamentolavori|capitol|mission[ei]|macroaggregat|aggiudica|affidatari|liquida|impegn"
    r"|tariff|beneficiar|fattur|accertament|residui|migliaia|profilo|categoriagiuridica|punteggi"
)
# Rows of a work's own economic framework (quadro economico).
_OF_ONE_WORK = re.compile(
    r"\W*(?:di\s+cui\b|i\.?v\.?a\b|oneri\b|imprevisti\b|somme\s+a\s+disposizione|spese\s+tecniche"
    r"|importo\s+(?:dei\s+)?lavori|lavori\s+a\s+(?:base|misura|corpo)|ribasso\b)",
    re.I,
)
_WHAT = r"(?:opere|lavori|acquist|fornitur|beni|servizi|interventi|incarichi|consulenz)"
_PROGRAMME = re.compile(
    rf"program{{1,2}}a\s+(?:triennale|biennale|annuale)[^\n]{{0,100}}?{_WHAT}"
    rf"|program{{1,2}}a\s+(?:degli|dei|delle|per\s+l['’]affidamento\s+(?:di|degli))\s+{_WHAT}"
    r"|elenco\s+(?:annuale|degli\s+(?:interventi|acquisti)\s+del\s+programma)"
    r"|program{1,2}a\s+(?:triennale|biennale)[^\n]{0,60}\n[^\n]{0,40}codice\s+intervento"
    r"|pian[oi]\s+(?:triennale\s+)?delle\s+(?:alienazioni|valorizzazioni)",
    re.I,
)
_ROW_OF = re.compile(r"intervent|acquist|oper[ae]|incaric|immobil|ben[ei]$|lavori|fornitur")


class _Layout(NamedTuple):
    """The columns of a programme's table: what each holds, and the year of its costs."""

    colonne: tuple[Column | None, ...]
    anni: tuple[int | None, ...]

    def place(self, *kinds: str) -> int | None:
        """The first column of the first of these kinds that the table has."""
        for kind in kinds:
            for at, one in enumerate(self.colonne):
                if one is not None and one.genere == kind:
                    return at
        return None


def read(source: Source) -> Iterator[Intervento]:
    """The interventions of the programmes' tables, in text order."""
    last: tuple[Grid, _Layout] | None = None
    numbered: set[str] = set()
    for grid in source.griglie:
        heading, title_rows = _heading(source, grid)
        layout = None
        if heading:
            layout = _layout(source, grid, heading, title_rows)
        elif last is not None and _goes_on(source, *last, grid):
            layout = last[1]
        if layout is None:
            last = None if heading else last
            continue
        last = grid, layout
        records = [*_records(source, grid.righe[len(heading) + title_rows :], layout)]
        plain = {record.codice for record in records if _NUMBER.fullmatch(record.codice)}
        if not plain & numbered:
            yield from records
        numbered |= plain


def _goes_on(source: Source, grid: Grid, layout: _Layout, following: Grid) -> bool:
    """Whether a table without titles is the rest of the programme's table before it."""
    width = max((len(row) for row in following.righe), default=0)
    return width == len(layout.colonne) and following.inizio - grid.fine <= _GAP


# The heading.


def _heading(source: Source, grid: Grid) -> tuple[list[tuple[Cell, ...]], int]:
    """The rows of the columns' titles, and how many rows above them title the whole table."""
    rows: list[tuple[Cell, ...]] = []
    above = 0
    for row in grid.righe[: _MOST_HEADING_ROWS + 1]:
        words = [source.read(cell) for cell in row]
        if any(_is_value(word) for word in words):
            return rows, above
        if not rows and sum(map(bool, words)) == 1:
            above += 1
        else:
            rows.append(row)
    return [], 0


def _is_value(words: str) -> bool:
    """Whether a cell can only be a row's: an amount, a CUI or a CUP."""
    plain = re.sub(r"\s", "", words)
    if cui(words) or _CUP.fullmatch(plain):
        return True
    return _FIGURES.fullmatch(plain) is not None and not _YEAR.fullmatch(plain)


def _layout(
    source: Source, grid: Grid, heading: Sequence[tuple[Cell, ...]], title_rows: int
) -> _Layout | None:
    """The columns of the grid, where it is the table of a programme."""
    columns = _columns(source, heading)
    titles = "|".join(compact(source.read(cell)) for row in heading for cell in row)
    body = grid.righe[len(heading) + title_rows :]
    if not body or _OTHER_TABLE.search(titles):
        return None
    layout = _Layout(columns, (None,) * len(columns))
    title = layout.place("titolo")
    costs = [one for one in columns if one is not None and one.genere == "anno"]
    money = len(costs) > 1 or layout.place("totale", "annualita") is not None
    if title is None or not money:
        return None
    start = body[0][0].inizio
    first = first_year(source.testo, max(source.inizio, start - _YEARS_ABOVE), start)
    layout = layout._replace(anni=years(columns, first))
    if layout.place("cui") is not None or _known_by_cui(source, body, layout):
        return layout
    if layout.place("codice", "numero") is None or not _is_announced(source, grid, heading, layout):
        return None
    names = [source.read(row[title]) for row in body if title < len(row)]
    return None if any(_OF_ONE_WORK.match(name) for name in names) else layout


def _columns(source: Source, heading: Sequence[tuple[Cell, ...]]) -> tuple[Column | None, ...]:
    """What each column holds; of two of one kind only the first, of titles the description."""
    found: list[Column | None] = []
    for at in range(max(len(row) for row in heading)):
        words = [source.read(row[at]) for row in heading if at < len(row)]
        kind = column(" ".join(words))
        if kind is None:
            lowest = next((word for word in reversed(words) if word), "")
            below = column(lowest)
            kind = below if below is not None and below.genere in ("anno", "successivi") else None
        described = compact(" ".join(words)).startswith(("descri", "oggetto"))
        if kind is not None and kind.genere == "titolo" and kind in found and described:
            found[found.index(kind)] = None
        found.append(None if kind in found else kind)
    return tuple(found)


def _known_by_cui(source: Source, body: Sequence[tuple[Cell, ...]], layout: _Layout) -> bool:
    """Whether the codes of the rows are CUIs, whatever their column is called."""
    at = layout.place("codice")
    return at is not None and any(at < len(row) and cui(source.read(row[at])) for row in body)


def _is_announced(
    source: Source, grid: Grid, heading: Sequence[tuple[Cell, ...]], layout: _Layout
) -> bool:
    """Whether the words above a table, or in its own first rows, say that it is a programme's.

    One without costs by year must be announced right above, and say what its rows are.
    """
    end = heading[-1][-1].fine
    above = source.testo[max(source.inizio, grid.inizio - _ABOVE) : end]
    if not _PROGRAMME.search(above):
        return False
    by_year = sum(one is not None and one.genere == "anno" for one in layout.colonne) > 1
    if by_year and layout.place("codice") is not None:
        return True
    at = layout.place("titolo")
    name = compact(" ".join(source.read(row[at]) for row in heading if at and at < len(row)))
    near = source.testo[max(source.inizio, grid.inizio - _TITLE_ABOVE) : end]
    return _ROW_OF.search(name) is not None and _PROGRAMME.search(near) is not None


# The rows.


def _records(
    source: Source, rows: Sequence[tuple[Cell, ...]], layout: _Layout
) -> Iterator[Intervento]:
    for row in rows:
        record = _record(source, row, layout)
        if record is not None:
            yield record


def _record(source: Source, row: tuple[Cell, ...], layout: _Layout) -> Intervento | None:
    """A row's intervention; None where a cell does not hold what its column says."""
    words = [source.read(cell) for cell in row]
    words += [""] * (len(layout.colonne) - len(words))

    def said(*kinds: str) -> str:
        at = layout.place(*kinds)
        return words[at] if at is not None else ""

    code, title = _code(layout, words), said("titolo")
    costs = _costs(layout, words)
    if code is None or costs is None or not _is_title(title):
        return None
    filled = [cell for cell in row if cell.fine > cell.inizio]
    cup = re.sub(r"\s", "", said("cup")).upper()
    start = said("avvio")
    return Intervento(
        inizio=filled[0].inizio,
        fine=filled[-1].fine,
        testo=source.testo[filled[0].inizio : filled[-1].fine],
        fonte="programma",
        codice=code,
        titolo=title,
        centesimi=costs.totale,
        costi_annui=tuple(("costo", year, value) for year, value in costs.annui),
        costi_successivi=costs.successivi,
        cup=cup if _CUP.fullmatch(cup) else None,
        anno_avvio=int(start) if _YEAR.fullmatch(start) else None,
        responsabile=said("responsabile") or None,
        priorita=said("priorita") or None,
    )


def _is_title(words: str) -> bool:
    return (
        len(re.findall(r"[^\W\d_]", words)) >= 3
        and len(words) <= _LONGEST_TITLE
        and not _TOTAL.match(words)
    )


def _code(layout: _Layout, words: Sequence[str]) -> str | None:
    """The row's code: the CUI, else the office's own, else the CUP, else its number."""
    at = layout.place("cui")
    if at is not None:
        value = re.sub(r"\s", "", words[at]).upper()
        if _NEARLY_CUI.fullmatch(value):
            return value
    for kind, shape in (("codice", _CODE), ("cup", _CUP), ("numero", _NUMBER)):
        at = layout.place(kind)
        value = re.sub(r"\s", "", words[at]) if at is not None else ""
        if shape.fullmatch(value) and not _YEAR.fullmatch(value):
            return value
    return None


class _Costs(NamedTuple):
    """A row's costs in cents: whole, by year, of the years after."""

    totale: int | None
    annui: tuple[tuple[int, int], ...]
    successivi: int | None


def _costs(layout: _Layout, words: Sequence[str]) -> _Costs | None:
    """The row's costs; None where there are none, or a cell of theirs holds something else."""
    whole, later = None, None
    yearly: list[tuple[int, int]] = []
    filled = False
    for kind, year, said in zip(layout.colonne, layout.anni, words, strict=False):
        if kind is None or kind.genere not in ("anno", "annualita", "successivi", "totale"):
            continue
        plain = re.sub(r"\s", "", said)
        if _NOTHING.fullmatch(plain):
            continue
        value = cents(said)
        if value is None:
            return None
        filled = True
        if kind.genere == "totale":
            whole = value
        elif kind.genere == "successivi":
            later = value
        elif year is not None:
            yearly.append((year, value))
    return _Costs(whole, tuple(yearly), later) if filled else None


def cents(words: str) -> int | None:
    """The cents of an amount that is the whole of a cell, in any form that printers give it.

    >>> cents("1.250.00 0,00 €"), cents("0.00"), cents("150,000.00"), cents("150,000")
    (125000000, 0, 15000000, None)
    """
    plain = re.sub(r"\s", "", clean(words))
    found = _FIGURES.fullmatch(plain)
    if found is None:
        return None
    number = found["numero"]
    whole, fraction = number, ""
    if re.search(r"[.,]\d{1,2}$", number):
        whole, _, fraction = number.replace(",", ".").rpartition(".")
    value = int(re.sub(r"[.,]", "", whole)) * 100 + int(fraction.ljust(2, "0") or 0)
    return -value if plain.startswith("-") else value
