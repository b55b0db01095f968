"""Apache Parquet: a file for each table, typed, with the descriptions of its columns."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extractor.exports.reading import Row
from extractor.exports.tables import Exported, Kind

_TYPES: dict[Kind, pa.DataType] = {
    "string": pa.string(), "decimal": pa.string(), "array": pa.string(), "object": pa.string(),
    "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32(),
}  # fmt: skip
_VALUES: dict[Kind, Callable[[Any], Any]] = {"boolean": bool, "date": date.fromisoformat}


class ParquetFiles:
    """Parquet files, compressed by Zstandard. Exact decimals are text, lists and mappings JSON."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._writer: pq.ParquetWriter | None = None

    def begin(self, table: Exported) -> Path:
        """Start the file of a table."""
        path = self._folder / "parquet" / f"{table.nome}.parquet"
        path.parent.mkdir(exist_ok=True)
        self._table = table
        self._schema = pa.schema(
            [
                pa.field(
                    column.nome,
                    _TYPES[column.tipo],
                    nullable=column.facoltativa,
                    metadata={"description": column.descrizione},
                )
                for column in table.colonne
            ],
            metadata={"title": table.nome, "description": table.descrizione},
        )
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")
        return path

    def write(self, rows: list[Row]) -> None:
        """Add rows to the table begun, as a row group."""
        assert self._writer
        arrays = [
            pa.array(_converted(column.tipo, values), type=_TYPES[column.tipo])
            for column, values in zip(self._table.colonne, zip(*rows, strict=True), strict=True)
        ]
        self._writer.write_batch(pa.record_batch(arrays, schema=self._schema))

    def end(self) -> None:
        """Close the table begun."""
        if self._writer:
            self._writer.close()
            self._writer = None


def _converted(kind: Kind, values: tuple[Any, ...]) -> Any:
    convert = _VALUES.get(kind)
    if convert is None:
        return values
    return [None if value is None else convert(value) for value in values]
