"""The files of the parts: a folder or an address, a subfolder for each table.

``TABELLA/DOCUMENTO.parquet`` has a document's rows of a table, in the columns of the store: JSON,
dates and exact decimals are text, truth values 0 and 1. ``acquisizioni/DOCUMENTO.parquet`` is
written last and taken away first: a document without it is not whole. ``file/CHIAVE.parquet`` has
a path that was tried. ``TABELLA/vuota.parquet`` has no rows: every table can be read, whether or
not some document has any.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from extractor.addresses import is_address, opened
from extractor.parts.errors import PartsError
from extractor.store import ledger, schema

Row = Sequence[Any]
"""The values of a row, in the order of its table's columns in ``COLUMNS``."""

EMPTY = "vuota"
SUFFIX = ".parquet"
WHOLE = schema.ACQUISITIONS
"""The table whose part says that a document is whole."""

_ATOMIC = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "oss", "memory"})
"""Protocols whose files appear whole, when all their bytes have come."""

_TYPES = {str: pa.string(), int: pa.int64(), float: pa.float64(), bytes: pa.binary()}

_LEDGER: dict[str, dict[str, type]] = {
    WHOLE: {
        "documento_id": str,
        "versione": str,
        "acquisito_il": str,
        "secondi": float,
        "stato": str,
    },
    ledger.TEXTS: {"documento_id": str, "versione": str, "dati": bytes},
    schema.PRIVATE: {"documento_id": str, "testo": str, "motivo": str},
    ledger.CONTENTS: {"file_id": str, "documento_id": str, "contenitore_id": str, "nome": str},
}
_ATTEMPT = {"esatto": bytes, "impronta": str, "sha256": str, "versione": str}
"""What ``file`` has besides its own columns: those of ``tentativi``."""

COLUMNS: dict[str, dict[str, type]] = {
    **{table.nome: schema.columns(table) for table in schema.TABLES},
    **_LEDGER,
}
COLUMNS["file"] |= _ATTEMPT
"""The columns of each table of the parts, with their types."""


def as_parquet(table: str, rows: Iterable[Row]) -> bytes:
    """Rows of a table as a Parquet file, compressed by Zstandard."""
    columns = COLUMNS[table]
    held = list(zip(*rows, strict=True)) or [()] * len(columns)
    arrays = [
        pa.array(map(_number, values) if kind is int else values, type=_TYPES[kind])
        for kind, values in zip(columns.values(), held, strict=True)
    ]
    file = BytesIO()
    pq.write_table(pa.table(arrays, names=list(columns)), file, compression="zstd")
    return file.getvalue()


def _number(value: Any) -> int | None:
    """An integer; truth values are 0 and 1."""
    return None if value is None else int(value)


def from_parquet(data: bytes) -> list[dict[str, Any]]:
    """The rows of a Parquet file."""
    found: list[dict[str, Any]] = pq.ParquetFile(BytesIO(data)).read(use_threads=False).to_pylist()
    return found


class Folder:
    """Where parts are. Raises ``PartsError``, and ``AddressError`` for an address of no use."""

    def __init__(self, place: str) -> None:
        self.place = place
        self._local = not is_address(place)
        url = Path(place).resolve().as_uri() if self._local else place
        self._system, self._root = opened(place if not self._local else url)
        if self._local:
            self._root = str(Path(place).resolve())
        self._local |= place.startswith("file://")
        self._atomic = place.partition("://")[0] in _ATOMIC

    def path(self, table: str, name: str) -> str:
        """What the file system calls a part."""
        return f"{self._root.rstrip('/')}/{table}/{name}{SUFFIX}"

    def names(self, table: str) -> set[str]:
        """The parts that a table has, but for the empty one."""
        with _told(self.place):
            try:
                self._system.invalidate_cache()
                found = self._system.ls(f"{self._root.rstrip('/')}/{table}", detail=False)
            except (FileNotFoundError, NotADirectoryError):
                return set()
        names = (str(path).rpartition("/")[2] for path in found)
        parts = {name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX)}
        return {name for name in parts if not name.startswith(".")} - {EMPTY}

    def has(self, table: str, name: str) -> bool:
        """Whether a part is there."""
        with _told(self.place):
            there: bool = self._system.exists(self.path(table, name))
        return there

    def read(self, table: str, name: str) -> list[dict[str, Any]]:
        """The rows of a part; none where there is none."""
        with _told(self.place):
            try:
                return from_parquet(self._system.cat_file(self.path(table, name)))
            except FileNotFoundError:
                return []

    def write(self, table: str, name: str, rows: Iterable[Row]) -> None:
        """Write a part, whole or not at all, in place of the one there is."""
        data = as_parquet(table, rows)
        path = self.path(table, name)
        with _told(self.place):
            if self._atomic:
                self._system.pipe_file(path, data)
                return
            folder, _, last = path.rpartition("/")
            # Not to be taken for a part if its writer is killed, nor for another machine's
            unfinished = f"{folder}/.{last}.{uuid4().hex[:8]}"
            self._system.makedirs(folder, exist_ok=True)
            try:
                self._system.pipe_file(unfinished, data)
                if self._local:
                    os.replace(unfinished, path)
                else:
                    self._system.mv(unfinished, path)
            except BaseException:
                if self._system.exists(unfinished):
                    self._system.rm_file(unfinished)
                raise

    def remove(self, table: str, name: str) -> None:
        """Take a part away, if there is one."""
        with _told(self.place):
            try:
                self._system.rm_file(self.path(table, name))
            except FileNotFoundError:
                return


@contextmanager
def _told(place: str) -> Iterator[None]:
    try:
        yield
    except (MemoryError, PartsError):
        raise
    except Exception as error:  # each protocol has errors of its own
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise PartsError(
            f"{place}: le parti non si possono scrivere o leggere ({said}). Controllare spazio e "
            "permessi, e ripetere."
        ) from error
