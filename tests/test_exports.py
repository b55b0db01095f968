"""The exports: each validated with its own tools, exact, masked, the same when made again."""

import csv
import json
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import openpyxl
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from icalendar import Calendar

from extractor.cli import main
from extractor.exports import ExportError, Wanted, export, record_schemas
from extractor.exports.tables import TABLES, Exported, of_documents
from extractor.exports.workbook import LETTERS, Workbook
from extractor.ingest import Options, find, ingest
from extractor.store.masking import open_masked
from extractor.store.writer import Store
from tests.test_masking import ACCOUNT, ACT, CODE, store  # noqa: F401

NAMES = [table.nome for table in TABLES]
csv.field_size_limit(2**31 - 1)


@pytest.fixture(scope="module")
def exported(corpus_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every format of the whole corpus."""
    folder = tmp_path_factory.mktemp("export")
    export(corpus_store, folder)
    return folder


def shown(database: Path, table: Exported) -> Iterator[tuple[Any, ...]]:
    """The rows of a table as the store has them, masked, in the order of their key."""
    names = ", ".join(column.nome for column in table.colonne)
    order = ", ".join(table.chiave)
    yield from open_masked(database).execute(f"select {names} from {table.nome} order by {order}")


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


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


@pytest.mark.parametrize("kind", ["csv", "jsonl", "xlsx"])
def test_the_package_is_valid(corpus_store: Path, tmp_path: Path, kind: str) -> None:
    export(corpus_store, tmp_path, Wanted([kind]))
    package = frictionless.Package(str(tmp_path / "datapackage.json"))
    assert package.resource_names[: len(NAMES)] == NAMES
    report = package.validate()
    assert report.valid, report.flatten(["name", "fieldName", "rowNumber", "message"])[:5]


def test_every_format_together_is_a_valid_package_with_every_file(exported: Path) -> None:
    package = frictionless.Package(str(exported / "datapackage.json"))
    told = {resource.path for resource in package.resources}
    assert told == files(exported).keys() - {"datapackage.json", "schema.json"}
    assert package.validate().valid


def test_the_package_says_types_keys_and_meanings(exported: Path) -> None:
    package = frictionless.Package(str(exported / "datapackage.json"))
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


def test_a_broken_row_is_found_by_the_package(corpus_store: Path, tmp_path: Path) -> None:
    export(corpus_store, tmp_path, Wanted(["csv"]))
    path = tmp_path / "csv" / "importi.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines, lines[-1]]), "utf-8")
    assert not frictionless.Package(str(tmp_path / "datapackage.json")).validate().valid


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.nome)
def test_csv_read_by_its_package_is_the_store(
    exported: Path, corpus_store: Path, table: Exported
) -> None:
    package = frictionless.Package(str(exported / "datapackage.json"))
    rows = [tuple(row.to_dict().values()) for row in package.get_resource(table.nome).read_rows()]
    kinds = [column.tipo for column in table.colonne]
    assert rows == [tuple(map(as_frictionless, kinds, row)) for row in shown(corpus_store, table)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.nome)
def test_parquet_is_the_store(exported: Path, corpus_store: Path, table: Exported) -> None:
    read = pq.read_table(exported / "parquet" / f"{table.nome}.parquet")
    kinds = [
        "string" if column.tipo in ("array", "object", "decimal") else column.tipo
        for column in table.colonne
    ]
    assert [tuple(row.values()) for row in read.to_pylist()] == [
        tuple(map(as_python, kinds, row)) for row in shown(corpus_store, table)
    ]
    assert read.schema.field(0).metadata[b"description"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.nome)
def test_each_line_of_json_is_a_record_by_its_schema(
    exported: Path, corpus_store: Path, table: Exported
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
        tuple(map(as_python, kinds, row)) for row in shown(corpus_store, table)
    ]


def test_the_workbook_has_every_row_as_values(exported: Path, corpus_store: Path) -> None:
    book = openpyxl.load_workbook(exported / "spoglio.xlsx", read_only=True)
    assert book.sheetnames == ["indice", "colonne", *NAMES]
    connection = open_masked(corpus_store)
    for name in NAMES:
        count = connection.execute(f"select count(*) from {name}").fetchone()[0]
        assert sum(1 for _ in book[name].iter_rows()) == count + 1
        kinds = {cell.data_type for row in book[name].iter_rows() for cell in row}
        assert kinds <= {"s", "n", "b", "d", "inlineStr"}


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


def test_the_calendar_holds_every_deadline_with_a_day(exported: Path, corpus_store: Path) -> None:
    events = Calendar.from_ical((exported / "scadenze.ics").read_bytes()).walk("VEVENT")
    rows = open_masked(corpus_store).execute("select id from scadenze where entro is not null")
    assert {str(event["uid"]) for event in events} == {f"{row[0]}@spoglio" for row in rows}


def test_a_second_export_is_the_same_to_the_byte(
    exported: Path, corpus_store: Path, tmp_path: Path
) -> None:
    export(corpus_store, tmp_path / "again")
    assert files(tmp_path / "again") == files(exported)


def everything(folder: Path) -> str:
    texts = [path.read_text("utf-8") for kind in ("csv", "jsonl") for path in
             sorted((folder / kind).iterdir())]  # fmt: skip
    texts += [str(pq.read_table(path).to_pylist()) for path in (folder / "parquet").iterdir()]
    book = openpyxl.load_workbook(folder / "spoglio.xlsx", read_only=True)
    texts += [str(row) for sheet in book for row in sheet.iter_rows(values_only=True)]
    texts.append(Calendar.from_ical((folder / "scadenze.ics").read_bytes()).to_ical().decode())
    return "\n".join(texts)


def test_personal_data_are_covered_unless_asked_for(store: Path, tmp_path: Path) -> None:  # noqa: F811
    with Store(store) as opened:
        opened.hide("Carlo Bianchi")
    export(store, tmp_path / "covered")
    covered = everything(tmp_path / "covered")
    assert "Anna Verdi" in covered
    for private in (CODE, ACCOUNT, "Carlo Bianchi"):
        assert private not in covered
    export(store, tmp_path / "personal", Wanted(personal=True))
    personal = everything(tmp_path / "personal")
    assert CODE in personal
    assert "Carlo Bianchi" not in personal


def test_names_in_json_are_covered_with_their_quotes_and_line_ends(store: Path) -> None:  # noqa: F811
    with Store(store) as opened:
        opened.hide('Ugo "Nino" Neri')
        documento = opened.database.execute("select id from documenti").fetchone()[0]
        opened._insert_private(documento, [('Ugo "Nino" Neri', "oscurato")])
        hide = opened._mask.hide_json
        assert "Neri" not in (hide(json.dumps([['Ugo\n"Nino" Neri']]), documento) or "")
        assert CODE not in (hide(json.dumps({"a": f"x\n{CODE}"}), documento) or "")
        assert hide('["resta",  1]', documento) == '["resta",  1]'
        row = hide('[["1", "Ugo \\"Nino\\"", "Neri", ""], []]', documento)
        assert json.loads(row or "") == [["1", "███ ██████", "████", ""], []]


def test_paths_that_differ_in_covered_letters_keep_a_key_each(
    store: Path, tmp_path: Path,  # noqa: F811
) -> None:  # fmt: skip
    with sqlite3.connect(store) as connection:
        connection.execute("update file set percorso = 'RSSMRA80A01H501U.txt'")
        connection.execute(
            "insert into file (cartella, percorso, documento_id, stato) "
            "select cartella, 'BNCCRL80A01H501U.txt', documento_id, stato from file"
        )
    export(store, tmp_path / "out", Wanted(["csv"]))
    paths = [row["percorso"] for row in read(tmp_path / "out" / "csv" / "file.csv")]
    assert paths == ["█" * 16 + ".txt", "█" * 16 + ".txt (2)"]
    assert frictionless.Package(str(tmp_path / "out" / "datapackage.json")).validate().valid


def add(database: Path, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    ingest(find([path], database), database, Options(workers=1), lambda outcome: None)


def later() -> datetime:
    return datetime.now(UTC)


def test_the_delta_of_an_added_document_holds_its_records_only(
    corpus_store: Path, tmp_path: Path
) -> None:
    database = tmp_path / "atti.db"
    shutil.copy(corpus_store, database)
    moment = later()
    add(database, tmp_path / "nuovo.txt", ACT)
    written = export(database, tmp_path / "delta", Wanted(since=moment))
    (change,) = read(tmp_path / "delta" / "csv" / "modifiche.csv")
    assert change["azione"] == "aggiunto"
    assert written.rows["atti"] == 1
    for table in of_documents():
        own = "id" if table.nome == "documenti" else "documento_id"
        rows = read(tmp_path / "delta" / "csv" / f"{table.nome}.csv")
        assert {row[own] for row in rows} <= {change["documento_id"]}
        held = sqlite3.connect(database).execute(
            f"select count(*) from {table.nome} where {own} = ?", (change["documento_id"],)
        )
        assert len(rows) == held.fetchone()[0]
    assert frictionless.Package(str(tmp_path / "delta" / "datapackage.json")).validate().valid


def test_the_delta_tells_what_was_removed_and_what_changed(
    store: Path, tmp_path: Path,  # noqa: F811
) -> None:  # fmt: skip
    add(store, tmp_path / "altro.txt", ACT.replace("N. 12", "N. 13"))
    before = later()
    with Store(store) as opened:
        opened.hide("Anna Verdi")
    with Store(store) as opened, opened._transaction():
        gone = opened.database.execute(
            "select documento_id from atti where numero = '13'"
        ).fetchone()[0]
        opened.database.execute("delete from file where documento_id = ?", (gone,))
        opened._delete(gone)
    export(store, tmp_path / "delta", Wanted(["csv"], since=before))
    changes = {
        row["documento_id"]: row["azione"]
        for row in read(tmp_path / "delta" / "csv" / "modifiche.csv")
    }
    assert changes.pop(gone) == "rimosso"
    assert list(changes.values()) == ["cambiato"]
    assert [row["numero"] for row in read(tmp_path / "delta" / "csv" / "atti.csv")] == ["12"]


def test_a_document_read_again_that_says_the_same_has_not_changed(
    store: Path, tmp_path: Path,  # noqa: F811
) -> None:  # fmt: skip
    moment = later()
    with Store(store) as opened:
        opened.database.execute("update acquisizioni set versione = 'prima'")
        opened.database.conn.commit()
    files = find([tmp_path / "atto.txt"], store)
    ingest(files, store, Options(workers=1), lambda outcome: None)
    told = sqlite3.connect(store).execute("select versione from acquisizioni").fetchone()[0]
    assert told != "prima"
    written = export(store, tmp_path / "delta", Wanted(since=moment))
    assert not any(written.rows.values())


def test_the_delta_tells_the_links_that_others_now_have(store: Path, tmp_path: Path) -> None:  # noqa: F811
    citing = ACT.replace("N. 12", "N. 20").replace(
        "Vista la richiesta",
        "Vista la determinazione n. 31 del 5 febbraio 2024; Vista la richiesta",
    )
    add(store, tmp_path / "cita.txt", citing)
    moment = later()
    add(store, tmp_path / "citato.txt", ACT.replace("N. 12 DEL 3 MARZO", "N. 31 DEL 5 FEBBRAIO"))
    export(store, tmp_path / "delta", Wanted(["csv"], since=moment))
    (link,) = read(tmp_path / "delta" / "csv" / "collegamenti.csv")
    (act,) = read(tmp_path / "delta" / "csv" / "atti.csv")
    assert (link["tabella"], link["valore"]) == ("riferimenti", act["id"])


def test_a_delta_of_nothing_is_empty(store: Path, tmp_path: Path) -> None:  # noqa: F811
    later_on = datetime.now(UTC) + timedelta(days=1)
    assert not any(export(store, tmp_path / "d", Wanted(since=later_on)).rows.values())


def test_a_value_that_is_no_day_makes_its_column_text(store: Path, tmp_path: Path) -> None:  # noqa: F811
    with sqlite3.connect(store) as connection:
        connection.execute("update atti set data = '2024-02-30'")
    export(store, tmp_path / "out")
    read = pq.read_table(tmp_path / "out" / "parquet" / "atti.parquet")
    assert read["data"].to_pylist() == ["2024-02-30"]
    assert frictionless.Package(str(tmp_path / "out" / "datapackage.json")).validate().valid


def run(*words: object, expect: int = 0) -> str:
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exit_code == expect, result.output
    return result.output


def test_the_command_writes_what_is_asked_for(store: Path, tmp_path: Path) -> None:  # noqa: F811
    out = tmp_path / "dati"
    assert "righe" in run("export", store, "--to", out, "--format", "csv,ics")
    assert {path.name for path in out.iterdir()} == {
        "csv", "scadenze.ics", "schema.json", "datapackage.json",
    }  # fmt: skip
    (out / "appunti.txt").write_text("miei", "utf-8")
    assert "--force" in run("export", store, "--to", out, expect=1)
    run("export", store, "--to", out, "--format", "jsonl", "--force")
    assert {path.name for path in out.iterdir()} == {
        "jsonl", "schema.json", "datapackage.json", "appunti.txt",
    }  # fmt: skip
    assert "Nulla è cambiato" in run(
        "export", store, "--to", tmp_path / "d", "--since", "2999-01-01"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "csv,doc"], "«doc» non è un formato"),
        (["--format", ","], "nessun formato"),
        (["--since", "ieri"], "anno-mese-giorno"),
        (["--to", ""], "vuoto"),
    ],
)
def test_wrong_words_are_told(store: Path, tmp_path: Path, words: list[str], said: str) -> None:  # noqa: F811
    assert said in run("export", store, "--to", tmp_path / "out", *words, expect=2)
    assert not (tmp_path / "out").exists()


def test_what_is_no_store_leaves_no_folder(tmp_path: Path) -> None:
    other = tmp_path / "altro.db"
    other.write_bytes(b"non un archivio" * 100)
    with pytest.raises(ExportError, match="non è un archivio"):
        export(other, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_schema_of_every_record_is_printed() -> None:
    schema = json.loads(run("schema"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert list(schema["$defs"]) == NAMES
