"""An export: the tables of a store into files, all of them or none."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from extractor.calendars import feed
from extractor.exports.errors import ExportError, unwritable
from extractor.exports.ocds import write_releases
from extractor.exports.package import write_package
from extractor.exports.plain import CsvFiles, JsonLines
from extractor.exports.reading import Reading, Row, reading
from extractor.exports.schemas import record_schemas
from extractor.exports.tables import FORMATS, Exported, names
from extractor.exports.whole_acts import write_acts
from extractor.exports.workbook import Workbook

TITLE = "Scadenze degli atti"


@dataclass(frozen=True)
class Wanted:
    """What to export: in which formats, with personal data or not, since when or all.

    ``force`` puts it in place of an export that the folder has.
    """

    formats: Sequence[str] = FORMATS
    personal: bool = False
    since: datetime | None = None
    force: bool = False


@dataclass
class Written:
    """What was exported: the rows of each table, and what to tell of the files."""

    rows: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


class Writer(Protocol):
    """A format of tables: each begun, written in batches, ended."""

    def begin(self, table: Exported) -> Path:
        """Start a table; gives its file."""

    def write(self, rows: list[Row]) -> None:
        """Add rows to the table begun."""

    def end(self) -> None:
        """End the table begun."""


Told = Callable[[str, int, int], None]
"""Called with what is under way, and how much of how much is done.

Tables are counted together by their rows, ``akn.zip`` by its acts.
"""


def export(
    database: Path, folder: Path, wanted: Wanted | None = None, told: Told | None = None
) -> Written:
    """Write the tables of a store into ``folder``, with ``datapackage.json`` and ``schema.json``.

    The same store gives the same bytes. Stopped or failed, it leaves the folder as it was. Raises
    ``ExportError`` when the store cannot be read, the folder holds something or cannot be written,
    or a format needs a package that is not installed.
    """
    wanted = wanted or Wanted()
    if "parquet" in wanted.formats and find_spec("pyarrow") is None:
        raise ExportError(
            "Per il formato parquet serve il pacchetto pyarrow: pip install 'spoglio[parquet]', "
            "o indicare altri formati con --format."
        )
    try:
        _check_folder(folder, force=wanted.force)
        with (
            reading(database, personal=wanted.personal, since=wanted.since) as store,
            _in_place(folder) as unfinished,
        ):
            return _write(store, unfinished, wanted, told or (lambda *_: None))
    except OSError as error:
        raise unwritable(folder, error) from error


def _check_folder(folder: Path, *, force: bool) -> None:
    if not force and folder.exists() and any(folder.iterdir()):
        raise ExportError(
            f"{folder}: la cartella non è vuota. Indicarne un'altra, o aggiungere --force per "
            "sostituire l'esportazione che contiene (altri file restano)."
        )


@contextmanager
def _in_place(folder: Path) -> Iterator[Path]:
    """A folder to write in, whose files come into place when all of them are whole."""
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=".in-corso-", dir=folder))
    try:
        yield unfinished
        _remove_export(folder)
        for path in sorted(unfinished.rglob("*")):
            if path.is_file():
                target = folder / path.relative_to(unfinished)
                target.parent.mkdir(exist_ok=True)
                path.replace(target)
        made = False
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
        if made:
            shutil.rmtree(folder, ignore_errors=True)


def _remove_export(folder: Path) -> None:
    """Take out the files of an export before, and no others."""
    known = ["spoglio.xlsx", "scadenze.ics", "ocds.json", "akn.zip", "schema.json",
             "datapackage.json"]  # fmt: skip
    for kind in ("csv", "jsonl", "parquet"):
        known += [f"{kind}/{name}.{kind}" for name in names()]
    for name in known:
        (folder / name).unlink(missing_ok=True)
    for kind in ("csv", "jsonl", "parquet"):
        if (folder / kind).is_dir() and not any((folder / kind).iterdir()):
            (folder / kind).rmdir()


def _write(store: Reading, folder: Path, wanted: Wanted, told: Told) -> Written:
    written = Written()
    book = Workbook(folder) if "xlsx" in wanted.formats else None
    writers = _writers(folder, wanted.formats, book)
    files = _write_tables(store, writers, written, told) if writers else []
    if book:
        book.close()
        written.notes += book.notes
    files += _write_views(store, folder, wanted.formats, written, told)
    text = json.dumps(record_schemas(), ensure_ascii=False, indent=1)
    (folder / "schema.json").write_text(text + "\n", "utf-8")
    write_package(
        folder,
        store.tables,
        files,
        personal=wanted.personal,
        delta=store.delta,
        modified=store.modified(),
    )
    return written


def _write_views(
    store: Reading, folder: Path, formats: Sequence[str], written: Written, told: Told
) -> list[Path]:
    """The files that are not of one table: deadlines, contracts, whole acts."""
    files = []
    if "ics" in formats:
        files.append(folder / "scadenze.ics")
        with files[-1].open("wb") as file:
            file.writelines(feed(store.deadlines(), TITLE))
    if "ocds" in formats:
        releases = folder / "ocds.json"
        if write_releases(releases, store.acts_of_codes(), store.modified()):
            files.append(releases)
        else:
            written.notes.append("ocds.json non scritto: nessun atto datato con un CIG o un CUP.")
    if "akn" in formats:
        files.append(folder / "akn.zip")
        acts = write_acts(files[-1], store.whole_acts())
        total = store.count_acts()
        for done in acts:
            told("akn.zip", done, total)
    return files


def _writers(folder: Path, formats: Sequence[str], book: Workbook | None) -> list[Writer]:
    writers: list[Writer] = []
    if "csv" in formats:
        writers.append(CsvFiles(folder))
    if "jsonl" in formats:
        writers.append(JsonLines(folder))
    if "parquet" in formats:
        from extractor.exports.parquet import ParquetFiles

        writers.append(ParquetFiles(folder))
    if book:
        writers.append(book)
    return writers


def _write_tables(
    store: Reading, writers: list[Writer], written: Written, told: Told
) -> list[Path]:
    files = []
    total, done = store.count(), 0
    for table in store.tables:
        files += [writer.begin(table) for writer in writers]
        count = 0
        for batch in store.batches(table):
            for writer in writers:
                writer.write(batch)
            count += len(batch)
            done += len(batch)
            told(table.nome, done, total)
        for writer in writers:
            writer.end()
        written.rows[table.nome] = count
    return files
