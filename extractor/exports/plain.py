"""CSV and JSON Lines: a file for each table; the latter has every value as the store has it."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

from extractor.exports.reading import Row
from extractor.exports.tables import Exported, Kind
from extractor.spreadsheets import inert


class CsvFiles:
    """Comma-separated values (RFC 4180), UTF-8, with a header.

    A text that begins like a formula has an apostrophe before it (``extractor.spreadsheets``).
    Truth values are 1 and 0; lists and mappings JSON; what is not known, empty.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: TextIO | None = None

    def begin(self, table: Exported) -> Path:
        """Start the file of a table."""
        path = _made(self._folder / "csv" / f"{table.nome}.csv")
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow([column.nome for column in table.colonne])
        self._texts = [column.tipo == "string" for column in table.colonne]
        return path

    def write(self, rows: list[Row]) -> None:
        """Add rows to the table begun."""
        for row in rows:
            self._writer.writerow(
                inert(value) if text and value else value
                for text, value in zip(self._texts, row, strict=True)
            )

    def end(self) -> None:
        """Close the table begun."""
        if self._file:
            self._file.close()
            self._file = None


class JsonLines:
    """A JSON object on each line, UTF-8; lists, mappings and truth values are JSON's own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: TextIO | None = None

    def begin(self, table: Exported) -> Path:
        """Start the file of a table."""
        path = _made(self._folder / "jsonl" / f"{table.nome}.jsonl")
        self._file = path.open("w", encoding="utf-8", newline="\n")
        self._names = [column.nome for column in table.colonne]
        self._special = [
            (place, _AS_JSON[column.tipo])
            for place, column in enumerate(table.colonne)
            if column.tipo in _AS_JSON
        ]
        return path

    def write(self, rows: list[Row]) -> None:
        """Add rows to the table begun."""
        assert self._file
        for row in rows:
            values = list(row)
            for place, convert in self._special:
                if values[place] is not None:
                    values[place] = convert(values[place])
            line = dict(zip(self._names, values, strict=True))
            self._file.write(_ENCODER.encode(line) + "\n")

    def end(self) -> None:
        """Close the table begun."""
        if self._file:
            self._file.close()
            self._file = None


_ENCODER = json.JSONEncoder(ensure_ascii=False)
_AS_JSON: dict[Kind, Callable[[Any], Any]] = {
    "array": json.loads, "object": json.loads, "boolean": bool,
}  # fmt: skip


def _made(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    return path
