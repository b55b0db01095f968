"""Tables on a page: the lines inside a grid of rules, put in its cells.

Each word goes to the cell in which its middle stands. A frame around running text (one column of
boxes, or a sheet of long paragraphs) is no table: its lines stay with the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.documents.grids import Grid, find_grids
from extractor.documents.layout import PrintedLine, PrintedPage, WordSpan, piece_of
from models.document import Box

_PROSE = 25
"""Lines from which a cell as wide as its table is a page of text with a frame."""

_LONGEST_TITLE = 60
"""Characters of a title written up the page; a registry's stamp has more."""

_WITHIN = 6.0
"""How far inside a line, in points, an edge must fall to cross it."""

CellLines = list[PrintedLine]


@dataclass(slots=True)
class TableBlock:
    """A table on a page: rows of cells, each cell its printed lines.

    ``colonne`` are the edges of its columns in points; ``posti`` are those columns that its cells
    stand in, where some are empty throughout; ``riquadri`` has a box for each page when the table
    goes on over several.
    """

    celle: list[list[CellLines]]
    pagina: int
    riquadro: Box
    colonne: tuple[float, ...] = ()
    posti: tuple[int, ...] = ()
    intestazioni: int = 0
    riquadri: list[tuple[int, Box]] = field(default_factory=list)


def page_tables(page: PrintedPage) -> list[tuple[TableBlock, CellLines]]:
    """The ruled tables of a page, each with the lines of the page that it takes."""
    found = []
    grids = find_grids(page.filetti)
    for grid in grids:
        box = grid.box
        lines = [line for line in page.righe if _inside(line, box)]
        if not lines or (grid.ombra and _is_ground(grid, lines)):
            continue
        head = heading(grid, page)
        if any(_inside(line, other.box) for other in grids for line in head):
            head = []
        table = fill(grid, lines, page.numero, head)
        if not _is_table(table, page):
            continue
        titles = _turned_titles(grid, lines, page)
        if titles:
            table = fill(grid, lines + titles, page.numero, head)
        found.append((table, head + lines + titles))
    return found


def _is_ground(grid: Grid, lines: CellLines) -> bool:
    """Whether the coloured areas are no cells but the ground of words or paragraphs: most of the
    text runs across the edges."""
    across = sum(
        len(line.testo)
        for line in lines
        if any(line.x0 + _WITHIN < edge < line.x1 - _WITHIN for edge in grid.xs)
    )
    return 2 * across > sum(len(line.testo) for line in lines) or _marks_words(grid, lines)


def _marks_words(grid: Grid, lines: CellLines) -> bool:
    """Whether the coloured areas are the ground of words: their edges part words of running
    text, with no more than a space between them."""
    owner = grid.spans()
    parted = 0
    for line in lines:
        parts = _split(grid, owner, line, (line.y0 + line.y1) / 2)
        parted += any(
            two[1][0][1] - one[1][-1][2] < 0.3 * line.height for one, two in pairwise(parts)
        )
    return 2 * parted >= len(lines)


def _turned_titles(grid: Grid, lines: CellLines, page: PrintedPage) -> CellLines:
    """What is written up or down the page within one cell each that is empty otherwise: titles of
    narrow columns."""
    turned = [line for line in page.righe if line.verticale and _in_box(line, grid.box)]
    if not turned:
        return []
    owner = grid.spans()
    filled = {
        owner_at(grid, owner, (line.x0 + line.x1) / 2, (line.y0 + line.y1) / 2) for line in lines
    }
    titles = []
    for line in turned:
        place = owner_at(grid, owner, line.x0, line.y0 + 1)
        alone = place == owner_at(grid, owner, line.x1, line.y1 - 1) and place not in filled
        if alone and len(line.testo) <= _LONGEST_TITLE:
            titles.append(line)
    return titles


def _in_box(line: PrintedLine, box: Box) -> bool:
    return box.x0 < line.x0 < line.x1 < box.x1 and box.y0 - 1 < line.y0 < line.y1 < box.y1 + 1


def _inside(line: PrintedLine, box: Box) -> bool:
    if line.verticale:
        return False
    x, y = (line.x0 + line.x1) / 2, (line.y0 + line.y1) / 2
    return box.x0 - 2 <= x <= box.x1 + 2 and box.y0 - 1 <= y <= box.y1 + 1


def heading(grid: Grid, page: PrintedPage) -> CellLines:
    """The titles of columns that stand just above a grid, without rules of their own."""
    row = [
        line
        for line in page.righe
        if not line.verticale
        and -2 <= grid.ys[0] - line.y1 <= 1.8 * line.height
        and grid.xs[0] - 2 <= (line.x0 + line.x1) / 2 <= grid.xs[-1] + 2
    ]
    places = [grid.place((line.x0 + line.x1) / 2, grid.ys[0])[1] for line in row]
    short = all(
        len(line.parole) <= 4 and ":" not in line.testo and line.testo[:1].isupper() for line in row
    )
    apart = len(set(places)) == len(places) >= max(2, grid.columns // 2)
    level = row and max(line.y0 for line in row) < min(line.y1 for line in row)
    return row if short and apart and level and grid.columns > 2 else []


def fill(
    grid: Grid, lines: Sequence[PrintedLine], number: int, head: Sequence[PrintedLine] = ()
) -> TableBlock:
    """The table that the lines make in the grid, under the titles ``head``."""
    owner = grid.spans()
    cells: list[list[CellLines]] = [[[] for _ in range(grid.columns)] for _ in range(grid.rows)]
    for line in lines:
        middle = (line.y0 + line.y1) / 2
        first = owner_at(grid, owner, line.x0 + 1, middle)
        if first == owner_at(grid, owner, line.x1 - 1, middle):
            cells[first[0]][first[1]].append(line)
            continue
        for place, words in _split(grid, owner, line, middle):
            cells[place[0]][place[1]].append(piece_of(line, words))
    for row in cells:
        for cell in row:
            cell[:] = in_order(cell)
    box = grid.box
    if head:
        titles: list[CellLines] = [[] for _ in range(grid.columns)]
        for line in head:
            titles[grid.place((line.x0 + line.x1) / 2, grid.ys[0])[1]].append(line)
        cells.insert(0, titles)
        owner.insert(0, [(-1, column) for column in range(grid.columns)])
        box = box._replace(y0=min(line.y0 for line in head))
    columns = _columns(grid, owner, cells)
    return TableBlock(_trimmed(grid, owner, cells, columns), number, box, grid.xs, tuple(columns))


def owner_at(grid: Grid, owner: list[list[tuple[int, int]]], x: float, y: float) -> tuple[int, int]:
    """The place whose cell holds a point."""
    row, column = grid.place(x, y)
    return owner[row][column]


def _split(
    grid: Grid, owner: list[list[tuple[int, int]]], line: PrintedLine, y: float
) -> list[tuple[tuple[int, int], list[WordSpan]]]:
    """The words of a line that crosses an edge, by the cell in which each stands."""
    parts: list[tuple[tuple[int, int], list[WordSpan]]] = []
    for word in line.parole:
        place = owner_at(grid, owner, (word[1] + word[2]) / 2, y)
        if parts and parts[-1][0] == place:
            parts[-1][1].append(word)
        else:
            parts.append((place, [word]))
    return parts


def in_order(lines: CellLines) -> CellLines:
    """A cell's lines from top to bottom, those on one base line from left to right."""
    if len(lines) < 2:
        return lines
    lines = sorted(lines, key=lambda line: line.y0 + line.y1)
    ordered: CellLines = []
    row: CellLines = []
    for line in lines:
        if row and (line.y0 + line.y1) / 2 > row[0].y0 + 0.8 * row[0].height:
            ordered.extend(sorted(row, key=lambda piece: piece.x0))
            row = []
        row.append(line)
    ordered.extend(sorted(row, key=lambda piece: piece.x0))
    return ordered


def _trimmed(
    grid: Grid,
    owner: list[list[tuple[int, int]]],
    cells: list[list[CellLines]],
    columns: Sequence[int],
) -> list[list[CellLines]]:
    """The cells in ``columns`` without rows that are empty throughout; a row that is one merged
    cell has that cell only."""
    rows = []
    for at, row in enumerate(cells):
        if not any(row):
            continue
        if grid.columns > 1 and len(set(owner[at])) == 1:
            rows.append([next(cell for cell in row if cell)])
        else:
            rows.append([row[column] for column in columns])
    return rows


def _columns(
    grid: Grid, owner: list[list[tuple[int, int]]], cells: list[list[CellLines]]
) -> list[int]:
    """The columns with text, and the empty ones that have cells of their own (a matrix of marks
    has some on every page): not those that misplaced or double rules make between others."""
    widths = [right - left for left, right in pairwise(grid.xs)]
    filled = [at for at in range(grid.columns) if any(row[at] for row in cells)]
    least = 0.6 * min((widths[at] for at in filled), default=0.0)
    return [
        at
        for at in range(grid.columns)
        if at in filled
        or (widths[at] >= least and 2 * sum(row[at][1] == at for row in owner) > len(owner))
    ]


def _is_table(table: TableBlock, page: PrintedPage) -> bool:
    """Whether the cells are a table and not frames around text.

    A single cell at the top of the page may be the rest of a row of the page before: whether it
    is, is seen when the pages are joined.
    """
    rows = table.celle
    if not rows:
        return False
    filled = [cell for row in rows for cell in row if cell]
    if len(filled) < 2 or not any(sum(map(bool, row)) > 1 for row in rows):
        box = table.riquadro
        rest = box.y0 < 0.25 * page.altezza and box.y1 - box.y0 < 0.8 * page.altezza
        return len(table.colonne) > 2 and rest
    several = sum(1 for row in rows if sum(map(bool, row)) > 1)
    longest = max(filled, key=len)
    if several < 2 and 2 * several < len(rows) and len(longest) > _PROSE // 2:
        return False
    if len(longest) <= _PROSE:
        return True
    box = table.riquadro
    width = max(line.x1 for line in longest) - min(line.x0 for line in longest)
    return width < 0.6 * (box.x1 - box.x0) or (len(filled) > 3 and width < 0.85 * (box.x1 - box.x0))
