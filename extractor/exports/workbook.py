"""One Excel workbook with a sheet for each table, written row by row."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from extractor.exports.reading import Row
from extractor.exports.tables import Exported

ROWS = 1_048_576
"""Rows of a sheet, its header too (limit of Excel)."""
LETTERS = 32_767
"""Letters of a cell (limit of Excel)."""
_CUT = "… [testo tagliato]"
_EXACT = 10**15
"""Whole numbers from here on are written as text: a spreadsheet keeps fifteen digits."""
_FIRST_DAY = date(1900, 3, 1)
"""The first day on which all spreadsheets agree."""
_WIDTH, _WIDEST = 14, 60


class Workbook:
    """A workbook of which nothing is run: each text is a text, also one that begins with ``=``.

    A table longer than a sheet goes on in ``parti (2)``; a text longer than a cell is cut, and
    says so. ``notes`` tells both.
    """

    def __init__(self, folder: Path, rows: int = ROWS) -> None:
        self.path = folder / "spoglio.xlsx"
        self.notes: list[str] = []
        self._rows = rows
        self._book = xlsxwriter.Workbook(
            self.path,
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "tmpdir": str(folder),
                "use_zip64": True,  # only what is larger than 4 GB is written so
            },
        )
        # The file must not tell when it was made: the same rows give the same bytes
        self._book.set_properties({"created": datetime(2000, 1, 1), "title": "Spoglio"})
        self._bold = self._book.add_format({"bold": True, "bottom": 1})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._money = self._book.add_format({"num_format": "#,##0.00"})
        self._index = self._sheet("indice", ("tabella", "righe", "descrizione"), (24, 12, 100))
        self._legend = self._sheet(
            "colonne", ("tabella", "colonna", "tipo", "descrizione"), (24, 30, 12, 100)
        )
        self._listed = self._explained = 0

    def begin(self, table: Exported) -> Path:
        """Start the sheet of a table."""
        self._table, self._number, self._count, self._cut = table, 0, 0, 0
        for column in table.colonne:
            self._explained += 1
            said = (table.nome, column.nome, column.tipo, column.descrizione)
            _texts(self._legend, self._explained, said)
        self._next_sheet()
        return self.path

    def write(self, rows: list[Row]) -> None:
        """Add rows to the table begun."""
        for row in rows:
            if self._row == self._rows:
                self._next_sheet()
            for place, (column, value) in enumerate(zip(self._table.colonne, row, strict=True)):
                if value is not None:
                    self._cell(place, column.tipo, value)
            self._row += 1
            self._count += 1

    def end(self) -> None:
        """Close the table begun, and tell what of it the workbook could not hold as it is."""
        name = self._table.nome
        self._listed += 1
        self._index.write_string(self._listed, 0, name)
        self._index.write_number(self._listed, 1, self._count)
        self._index.write_string(self._listed, 2, self._table.descrizione)
        if self._number > 1:
            self.notes.append(
                f"spoglio.xlsx: {name} ha {self._count} righe e un foglio ne tiene "
                f"{self._rows - 1}: i suoi fogli sono {self._number}."
            )
        if self._cut:
            self.notes.append(
                f"spoglio.xlsx: {name} ha testi più lunghi di una cella ({LETTERS} caratteri), "
                f"qui tagliati e negli altri formati interi: {self._cut}."
            )

    def close(self) -> None:
        """Write the file; raises ``OSError``."""
        try:
            self._book.close()
        except FileCreateError as error:
            raise error.args[0] from error

    def _next_sheet(self) -> None:
        self._number += 1
        name = self._table.nome + (f" ({self._number})" if self._number > 1 else "")
        titles = [column.nome for column in self._table.colonne]
        wide = [
            _WIDEST if title in ("testo", "oggetto", "messaggio") else _WIDTH for title in titles
        ]
        self._current, self._row = self._sheet(name, titles, wide), 1

    def _sheet(self, name: str, titles: Iterable[str], widths: Iterable[int]) -> Worksheet:
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for place, (title, width) in enumerate(zip(titles, widths, strict=True)):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, title, self._bold)
        return sheet

    def _cell(self, place: int, kind: str, value: Any) -> None:
        sheet, row = self._current, self._row
        if kind == "boolean":
            sheet.write_boolean(row, place, bool(value))
        elif kind == "date" and date.fromisoformat(value) >= _FIRST_DAY:
            sheet.write_datetime(row, place, datetime.fromisoformat(value), self._day)
        elif kind in ("integer", "number") and abs(value) < _EXACT:
            sheet.write_number(row, place, value)
        elif kind == "decimal" and (number := _as_number(value)) is not None:
            sheet.write_number(row, place, number, self._money)
        else:
            sheet.write_string(row, place, self._short(str(value)))

    def _short(self, text: str) -> str:
        # Excel counts letters as UTF-16 does; nothing printed there goes beyond twice the count
        if len(text) <= LETTERS // 2 or _units(text) <= LETTERS:
            return text
        self._cut += 1
        kept = text.encode("utf-16-le")[: 2 * (LETTERS - len(_CUT))]
        return kept.decode("utf-16-le", "ignore") + _CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _as_number(value: str) -> float | None:
    """A decimal as a number, where no digit of it is lost."""
    try:
        exact = Decimal(value)
    except InvalidOperation:
        return None
    return float(exact) if exact.is_finite() and len(exact.as_tuple().digits) <= 15 else None


def _texts(sheet: Worksheet, row: int, values: Iterable[str]) -> None:
    for place, value in enumerate(values):
        sheet.write_string(row, place, value)
