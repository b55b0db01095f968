"""Pages as printed, composed into the canonical text, the margins, the lines and the tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from extractor.documents.aligned import aligned_tables
from extractor.documents.canonical import CanonicalText, shown, tidy
from extractor.documents.columns import Pair, reading_order, with_marks
from extractor.documents.continued import joined_tables
from extractor.documents.edges import set_edges
from extractor.documents.furniture import line_key, split_furniture
from extractor.documents.hyphens import Hyphens
from extractor.documents.layout import PrintedLine, PrintedPage
from extractor.documents.paragraphs import paragraphs
from extractor.documents.tables import TableBlock, page_tables
from models.document import Furniture, Line, Page, Table

MOST_LINES = 6_000
"""Printed lines kept of a page: many times what a sheet can hold in letters one can read."""

_MOST_COLUMNS = 40
"""Columns remembered from the pages before; a document set in columns has a few."""


@dataclass(frozen=True, slots=True)
class Composed:
    """The parts of a Document that come from its pages."""

    testo: str
    pagine: tuple[Page, ...]
    righe: tuple[Line, ...]
    margine: str
    righe_margine: tuple[Line, ...]
    tabelle: tuple[Table, ...]


def compose(pages: Sequence[PrintedPage]) -> Composed:
    """The text of pages as printed; takes their lines apart, so they serve only once."""
    for page in pages:
        page.righe = page.righe[:MOST_LINES]
    tables = {page.numero: page_tables(page) for page in pages if page.filetti}
    furniture = split_furniture(
        pages, {number: [lines for _, lines in found] for number, found in tables.items()}
    )
    edges = _edges(pages)
    flow: list[PrintedLine] = []
    columns: dict[int, int] = {}
    pairs: dict[int, dict[Pair, None]] = {}
    for page in pages:
        left, right = edges.get(round(page.larghezza)) or _margins(page)
        _put_tables(page, tables.get(page.numero, []), furniture[page.numero])
        page.righe = with_marks(page.righe)
        _put_tables(page, aligned_tables(page), ())
        if page.righe:
            left = min(left, min(line.x0 for line in page.righe))
        known = pairs.setdefault(round(page.larghezza), {})
        ordered = reading_order(page.righe, left, right, known)
        columns[page.numero] = ordered.columns
        if len(known) < _MOST_COLUMNS:
            known.update(dict.fromkeys(ordered.pairs))
        flow.extend(ordered.lines)
    set_edges(flow)
    by_number = {page.numero: page for page in pages}
    text = CanonicalText(Hyphens([line.testo for line in flow]), by_number)
    margin, margin_lines = _margin(pages, furniture, by_number)
    for block in joined_tables(paragraphs(flow), furniture):
        text.add(block)
    return Composed(
        text.text,
        _pages(pages, furniture, columns, text),
        tuple(text.lines),
        margin,
        margin_lines,
        tuple(text.tables),
    )


def _put_tables(
    page: PrintedPage,
    tables: Sequence[tuple[TableBlock, list[PrintedLine]]],
    furniture: Sequence[PrintedLine],
) -> None:
    """Puts one line that stands for the table in place of the lines of each table."""
    gone = set(map(id, furniture))
    for table, lines in tables:
        if any(id(line) in gone for line in lines):
            continue
        taken = set(map(id, lines))
        at = next(at for at, line in enumerate(page.righe) if id(line) in taken)
        box = table.riquadro
        place = PrintedLine("", box.x0, box.y0, box.x1, box.y1, [], pagina=page.numero)
        place.blocco = table
        page.righe[at] = place
        page.righe = [line for line in page.righe if id(line) not in taken]


def _margins(page: PrintedPage) -> tuple[float, float]:
    """The edges of the writing on a page that has hardly any, its margins taken to be alike."""
    left = min((line.x0 for line in page.righe), default=0.0)
    right = max((line.x1 for line in page.righe), default=0.0)
    return left, max(right, page.larghezza - left)


def _edges(pages: Sequence[PrintedPage]) -> dict[int, tuple[float, float]]:
    """The usual left and right edge of the writing, for each width of page."""
    seen: dict[int, list[tuple[float, float]]] = {}
    for page in pages:
        if len(page.righe) > 3:
            seen.setdefault(round(page.larghezza), []).append(
                (min(line.x0 for line in page.righe), max(line.x1 for line in page.righe))
            )
    return {
        width: (median(edge[0] for edge in found), median(edge[1] for edge in found))
        for width, found in seen.items()
    }


def _margin(
    pages: Sequence[PrintedPage],
    furniture: dict[int, list[PrintedLine]],
    by_number: dict[int, PrintedPage],
) -> tuple[str, tuple[Line, ...]]:
    """The margins' text, each distinct line once, and the place where each is first printed."""
    seen: set[str] = set()
    pieces: list[str] = []
    places: list[Line] = []
    at = 0
    for page in pages:
        for line in sorted(furniture[page.numero], key=lambda line: (line.y0, line.x0)):
            text = tidy(line.testo)
            key = line_key(text)
            if not text or key in seen:
                continue
            seen.add(key)
            pieces.append(text + "\n")
            box = shown(line.box, by_number[page.numero])
            places.append(Line(at, at + len(text), page.numero, box, line.corpo, line.grassetto))
            at += len(text) + 1
    return "".join(pieces), tuple(places)


def _pages(
    pages: Sequence[PrintedPage],
    furniture: dict[int, list[PrintedLine]],
    columns: dict[int, int],
    text: CanonicalText,
) -> tuple[Page, ...]:
    made: list[Page] = []
    end = len(text.text)
    for page in reversed(pages):
        start = min(text.starts.get(page.numero, end), end)
        width, height = page.larghezza, page.altezza
        if page.giro in (90, 270):
            width, height = height, width
        made.append(
            Page(
                page.numero,
                start,
                end,
                width,
                height,
                page.lettura,
                columns[page.numero],
                tuple(
                    Furniture(tidy(line.testo), shown(line.box, page))
                    for line in sorted(furniture[page.numero], key=lambda line: (line.y0, line.x0))
                ),
            )
        )
        end = start
    return tuple(reversed(made))
