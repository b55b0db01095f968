"""No format of an export shows what must not be shown."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import frictionless
import pytest

from extractor.exports import Wanted, export
from extractor.exports.reading import reading
from extractor.exports.tables import TABLES
from extractor.store.writer import Store
from tests.exporting import add, read, texts
from tests.test_masking import CODE, LISTED

# The person in aid is named in the subject, in a deadline, and in two cells of a table
ACT = LISTED.replace("Contributi economici", "Contributo a Ubaldo Quagliarini").replace(
    "N.\tID domanda",
    "2. che Ubaldo Quagliarini presenti i documenti entro il 30 aprile 2024.\n\nN.\tID domanda",
)
ACT = ACT.replace("OGGETTO: ", "OGGETTO: CIG B30E54DC1A. ")
ACT += "\nCognome\tNome\tQuota\nQuagliarini\tUbaldo\t€ 10,00\nBianchi\tCarlo\t€ 20,00\n"
FORMATS = ("csv", "jsonl", "parquet", "xlsx", "ics", "ocds", "akn")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which the engineer Carlo Bianchi asked not to be named."""
    folder = tmp_path_factory.mktemp("private")
    database = add(folder / "atti.db", folder / "atto.txt", ACT)
    with Store(database) as opened:
        opened.hide("Bianchi Carlo")
    return database


def test_personal_data_are_covered_in_every_format(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path / "out")
    for kind, said in texts(tmp_path / "out").items():
        for private in ("quagliarini", "ubaldo", "h501u", "h5o1u", "05428", "bianchi"):
            assert private not in said.casefold(), (kind, private)
        assert "█" in said
        assert kind in ("ics", "ocds") or "ALFA S.R.L." in said


def test_with_personal_data_only_hidden_names_are_covered(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path / "out", Wanted(personal=True))
    said = texts(tmp_path / "out")
    assert said.keys() == set(FORMATS)
    for kind, text in said.items():
        assert "Ubaldo Quagliarini" in text
        assert kind in ("ics", "ocds") or CODE in text
        assert "bianchi" not in text.casefold()
    assert "Contiene dati personali" in (tmp_path / "out" / "datapackage.json").read_text("utf-8")


def test_a_delta_is_covered_too(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path / "out", Wanted(since=datetime(2000, 1, 1, tzinfo=UTC)))
    for said in texts(tmp_path / "out").values():
        assert "quagliarini" not in said.casefold()


def test_what_is_written_meanwhile_uncovers_nothing(tmp_path: Path) -> None:
    database = add(tmp_path / "atti.db", tmp_path / "atto.txt", ACT)
    (table,) = [table for table in TABLES if table.nome == "beneficiari"]
    with reading(database, personal=False, since=None) as store:
        with closing(sqlite3.connect(database)) as other:
            other.execute("delete from riservati")
            other.execute("delete from beneficiari")
            other.commit()
        names = [row[place] for batch in store.batches(table) for row in batch
                 for place, column in enumerate(table.colonne)
                 if column.nome == "denominazione"]  # fmt: skip
    assert sorted(names) == ["ALFA S.R.L.", "███████████ ██████"]


def test_names_in_json_are_covered_with_their_quotes_and_line_ends(tmp_path: Path) -> None:
    add(tmp_path / "atti.db", tmp_path / "atto.txt", ACT)
    with Store(tmp_path / "atti.db") as opened:
        opened.hide('Ugo "Nino" Neri')
        documento = opened.database.execute("select id from documenti").fetchone()[0]
        opened._insert_private(documento, [('Ugo "Nino" Neri', "oscurato")])
        hide = opened._mask.hide_json
        assert "Neri" not in (hide(json.dumps([['Ugo\n"Nino" Neri']]), documento) or "")
        assert CODE not in (hide(json.dumps({"a": f"x\n{CODE}"}), documento) or "")
        assert hide('["resta",  1]', documento) == '["resta",  1]'
        row = hide('[["1", "Ugo \\"Nino\\"", "Neri", ""], []]', documento)
        assert json.loads(row or "") == [["1", "███ ██████", "████", ""], []]


def test_paths_that_differ_in_covered_letters_keep_a_key_each(tmp_path: Path) -> None:
    for code in (CODE, "BNCCRL80A01H501U"):
        add(tmp_path / "atti.db", tmp_path / f"{code}.txt", ACT)
    export(tmp_path / "atti.db", tmp_path / "out", Wanted(["csv"]))
    paths = [row["percorso"] for row in read(tmp_path / "out", "file")]
    assert [path.rpartition("/")[2] for path in paths] == ["█" * 16 + ".txt", "█" * 16 + ".txt (2)"]
    assert frictionless.Package(str(tmp_path / "out" / "datapackage.json")).validate().valid
