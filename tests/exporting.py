"""What the tests of exports share: small stores, and the files of an export read back."""

import csv
import zipfile
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
from icalendar import Calendar

from extractor.store.writer import Store
from tests.stores import ingested

csv.field_size_limit(2**31 - 1)


def add(database: Path, path: Path, text: str) -> Path:
    """Write a file and read it into a store."""
    path.write_text(text, encoding="utf-8")
    return ingested(database, path)


def forget(database: Path, where: str) -> str:
    """Take the document of an act out of a store, as one does whose files are gone."""
    with Store(database) as opened:
        with opened._transaction():
            query = (
                "select documento_id from atti "
                f"join documenti on documenti.id = documento_id where {where}"
            )
            gone: str = opened.database.execute(query).fetchone()[0]
            opened.database.execute("delete from file where documento_id = ?", (gone,))
            opened._delete(gone)
        opened.finish()
    return gone


def files(folder: Path) -> dict[str, bytes]:
    """The files of a folder, by their path within it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def read(folder: Path, table: str) -> list[dict[str, str]]:
    """The rows of a table of an export as CSV."""
    with (folder / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def texts(folder: Path) -> dict[str, str]:
    """All that a reader of each format of an export sees, as text."""
    said = {
        kind: "\n".join(path.read_text("utf-8") for path in sorted((folder / kind).iterdir()))
        for kind in ("csv", "jsonl")
    }
    said["parquet"] = "\n".join(
        str(pq.read_table(path).to_pylist()) for path in (folder / "parquet").iterdir()
    )
    book = openpyxl.load_workbook(folder / "spoglio.xlsx", read_only=True)
    said["xlsx"] = "\n".join(
        str(row) for sheet in book for row in sheet.iter_rows(values_only=True)
    )
    said["ocds"] = (folder / "ocds.json").read_text("utf-8")
    with zipfile.ZipFile(folder / "akn.zip") as acts:
        said["akn"] = "\n".join(acts.read(name).decode("utf-8") for name in acts.namelist())
    events = Calendar.from_ical((folder / "scadenze.ics").read_bytes()).walk("VEVENT")
    said["ics"] = "\n".join(f"{event['summary']} {event['description']}" for event in events)
    return said
