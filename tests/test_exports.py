"""The exports: each validated with its own tools, exact, the same when made again."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import openpyxl
import pyarrow.parquet as pq
import pytest
from icalendar import Calendar

from extractor.exports import Wanted, export, record_schemas
from extractor.exports.tables import TABLES, Exported
from extractor.exports.workbook import LETTERS, Workbook
from extractor.spreadsheets import as_it_was
from extractor.store.masking import open_masked
from tests.exporting import add, files, forget, read
from tests.test_masking import LISTED

NAMES = [table.nome for table in TABLES]
LONG = pytest.mark.long


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one act, with an amount, a list and a table."""
    folder = tmp_path_factory.mktemp("small")
    return add(folder / "atti.db", folder / "atto.txt", LISTED)


@pytest.fixture(scope="module", params=["few", pytest.param("corpus", marks=LONG)])
def source(
    request: pytest.FixtureRequest, corpus_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The store that is exported: the corpus, or what is left of it without its long bulletin."""
    if request.param == "corpus":
        return corpus_store
    database = Path(shutil.copy(corpus_store, tmp_path_factory.mktemp("few") / "atti.db"))
    forget(database, "documenti.nome like 'burl-%'")
    return database


@pytest.fixture(scope="module")
def exported(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every format of the store."""
    folder = tmp_path_factory.mktemp("export")
    export(source, folder)
    return folder


@pytest.fixture(scope="module")
def package(exported: Path) -> frictionless.Package:
    return frictionless.Package(str(exported / "datapackage.json"))


def shown(database: Path, table: Exported) -> Iterator[tuple[Any, ...]]:
    """The rows of a table as the store has them, masked, in the order of their key."""
    names = ", ".join(column.nome for column in table.colonne)
    order = ", ".join(table.chiave)
    yield from open_masked(database).execute(f"select {names} from {table.nome} order by {order}")


def as_python(kind: str, value: Any) -> Any:
    """A stored value as a reader of typed files should see it."""
    if value is None:
        return None
    if kind in ("array", "object"):
        return json.loads(value)
    if kind == "boolean":
        return bool(value)
    if kind == "date":
        return date.fromisoformat(value)
    return Decimal(value) if kind == "decimal" else value


def as_frictionless(kind: str, value: Any) -> Any:
    """The same for a reader to whom every number with decimals is exact."""
    return Decimal(str(value)) if isinstance(value, float) else as_python(kind, value)


def assert_valid(folder: Path) -> None:
    package = frictionless.Package(str(folder / "datapackage.json"))
    assert package.resource_names[: len(NAMES)] == NAMES
    report = package.validate()
    assert report.valid, report.flatten(["name", "fieldName", "rowNumber", "message"])[:5]


@pytest.mark.parametrize(
    "kind", ["jsonl", *(pytest.param(kind, marks=LONG) for kind in ("csv", "xlsx"))]
)
def test_the_package_of_each_format_is_valid(small: Path, tmp_path: Path, kind: str) -> None:
    export(small, tmp_path, Wanted([kind]))
    assert_valid(tmp_path)


@LONG
@pytest.mark.parametrize("kind", ["jsonl", "xlsx"])
def test_the_package_of_the_corpus_is_valid(corpus_store: Path, tmp_path: Path, kind: str) -> None:
    export(corpus_store, tmp_path, Wanted([kind]))
    assert_valid(tmp_path)


def test_every_format_together_is_a_package_with_every_file(
    exported: Path, package: frictionless.Package
) -> None:
    told = {resource.path for resource in package.resources}
    assert told == files(exported).keys() - {"datapackage.json", "schema.json"}


@LONG
def test_every_format_together_is_a_valid_package(exported: Path) -> None:
    assert_valid(exported)


def test_the_package_says_types_keys_and_meanings(package: frictionless.Package) -> None:
    amounts = package.get_resource("importi")
    types = {field.name: field.type for field in amounts.schema.fields}
    assert (types["centesimi"], types["importo"], types["riquadri"]) == (
        "integer", "number", "array",
    )  # fmt: skip
    assert package.get_resource("atti").schema.get_field("data").type == "date"
    assert package.get_resource("file").schema.primary_key == ["cartella", "percorso"]
    assert {key["reference"]["resource"] for key in amounts.schema.foreign_keys} == {
        "documenti", "atti",
    }  # fmt: skip
    for resource in package.resources[: len(NAMES)]:
        assert all(field.description for field in resource.schema.fields)
        assert resource.schema.primary_key


def test_a_broken_row_is_found_by_the_package(small: Path, tmp_path: Path) -> None:
    export(small, tmp_path, Wanted(["csv"]))
    path = tmp_path / "csv" / "importi.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines, lines[-1]]), "utf-8")
    package = frictionless.Package(str(tmp_path / "datapackage.json"))
    assert package.get_resource("atti").validate().valid
    assert not package.get_resource("importi").validate().valid


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.nome)
def test_csv_read_by_its_package_is_the_store(
    package: frictionless.Package, source: Path, table: Exported
) -> None:
    rows = [
        tuple(as_it_was(value) if isinstance(value, str) else value for value in row.values())
        for row in package.get_resource(table.nome).read_rows()
    ]
    kinds = [column.tipo for column in table.colonne]
    assert rows == [tuple(map(as_frictionless, kinds, row)) for row in shown(source, table)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.nome)
def test_parquet_is_the_store(exported: Path, source: Path, table: Exported) -> None:
    held = pq.read_table(exported / "parquet" / f"{table.nome}.parquet")
    kinds = [
        "string" if column.tipo in ("array", "object", "decimal") else column.tipo
        for column in table.colonne
    ]
    assert [tuple(row.values()) for row in held.to_pylist()] == [
        tuple(map(as_python, kinds, row)) for row in shown(source, table)
    ]
    assert held.schema.field(0).metadata[b"description"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.nome)
def test_each_line_of_json_is_a_record_by_its_schema(
    exported: Path, source: Path, table: Exported
) -> None:
    schema = record_schemas()
    validator = jsonschema.Draft202012Validator(schema | {"$ref": f"#/$defs/{table.nome}"})
    lines = (exported / "jsonl" / f"{table.nome}.jsonl").read_text("utf-8").split("\n")[:-1]
    records = [json.loads(line) for line in lines]
    for record in records:
        validator.validate(record)
    kinds = ["string" if column.tipo in ("date", "decimal") else column.tipo
             for column in table.colonne]  # fmt: skip
    assert [tuple(record.values()) for record in records] == [
        tuple(map(as_python, kinds, row)) for row in shown(source, table)
    ]


def test_the_workbook_has_every_row_as_values(exported: Path, source: Path) -> None:
    book = openpyxl.load_workbook(exported / "spoglio.xlsx", read_only=True)
    assert book.sheetnames == ["indice", "colonne", *NAMES]
    connection = open_masked(source)
    for name in NAMES:
        count = connection.execute(f"select count(*) from {name}").fetchone()[0]
        rows = list(book[name].iter_rows())
        assert len(rows) == count + 1
        assert {cell.data_type for row in rows for cell in row} <= {"s", "n", "b", "d", "inlineStr"}


def test_a_spreadsheet_runs_nothing_of_the_csv(tmp_path: Path) -> None:
    formula = "=HYPERLINK(«http://esempio»)"
    text = LISTED.replace("ALFA S.R.L.", formula).replace("5502", "'=1+1")
    store = add(tmp_path / "atti.db", tmp_path / "atto.txt", text)
    export(store, tmp_path / "out", Wanted(["csv", "jsonl"]))
    (row,) = [row for row in read(tmp_path / "out", "beneficiari") if "HYP" in row["denominazione"]]
    assert row["denominazione"] == f"'{formula}"
    assert as_it_was(row["denominazione"]) == formula
    kept = (tmp_path / "out" / "jsonl" / "beneficiari.jsonl").read_text("utf-8")
    assert f'"denominazione": "{formula}"' in kept
    for table in TABLES:
        for cells in read(tmp_path / "out", table.nome):
            for column in table.colonne:
                text = cells[column.nome]
                assert not text.startswith(("=", "+", "@", "\t", "\r", "\n"))
                assert column.tipo != "string" or not text.startswith("-")


def test_the_workbook_runs_nothing_and_tells_its_limits(tmp_path: Path) -> None:
    table = TABLES[NAMES.index("acronimi")]
    names = [column.nome for column in table.colonne]
    book = Workbook(tmp_path, rows=3)
    book.begin(table)
    for text in ('=HYPERLINK("http://esempio")', "@SUM(1)", "https://esempio", "x" * 40_000):
        book.write([tuple(text if name == "sigla" else None for name in names)])
    book.end()
    book.close()
    sheets = openpyxl.load_workbook(tmp_path / "spoglio.xlsx")
    place = names.index("sigla") + 1
    cells = [sheets[name].cell(row, place)
             for name in ("acronimi", "acronimi (2)") for row in (2, 3)]  # fmt: skip
    assert [cell.data_type for cell in cells] == ["s"] * 4
    assert cells[0].value == '=HYPERLINK("http://esempio")'
    assert len(cells[3].value) == LETTERS
    assert cells[3].value.endswith("[testo tagliato]")
    assert ["i suoi fogli sono 2" in book.notes[0], "interi: 1" in book.notes[1]] == [True] * 2


def test_the_calendar_holds_every_deadline_with_a_day(exported: Path, source: Path) -> None:
    events = Calendar.from_ical((exported / "scadenze.ics").read_bytes()).walk("VEVENT")
    rows = open_masked(source).execute("select id from scadenze where entro is not null")
    assert {str(event["uid"]) for event in events} == {f"{row[0]}@spoglio" for row in rows}


def test_a_second_export_is_the_same_to_the_byte(
    exported: Path, source: Path, tmp_path: Path
) -> None:
    export(source, tmp_path / "again")
    assert files(tmp_path / "again") == files(exported)


def test_a_value_that_is_no_day_makes_its_column_text(tmp_path: Path) -> None:
    store = add(tmp_path / "atti.db", tmp_path / "atto.txt", LISTED)
    with sqlite3.connect(store) as connection:
        connection.execute("update atti set data = '2024-02-30'")
    export(store, tmp_path / "out", Wanted(["csv", "parquet"]))
    held = pq.read_table(tmp_path / "out" / "parquet" / "atti.parquet")
    assert held["data"].to_pylist() == ["2024-02-30"]
    assert frictionless.Package(str(tmp_path / "out" / "datapackage.json")).validate().valid
