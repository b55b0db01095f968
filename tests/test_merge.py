"""One store of parts or of stores: the same rows as one ingest of all the documents."""

import random
import shutil
import sqlite3
import sys
import zipfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.ingest import Found, Options, Summary, find, ingest
from extractor.merging import Stored, merge
from extractor.parts.errors import PartsError
from extractor.parts.files import Folder
from extractor.store.act_index import INDEX
from extractor.store.schema import REGISTRY
from extractor.store.writer import Store
from tests.inline import Inline
from tests.test_ingest_again import write_acts
from tests.test_store import ACT, VISTO, dump

Rows = dict[str, list[tuple[object, ...]]]


def whole(database: Path) -> Rows:
    """All rows of a store, the registry's too, and what it remembers of how it was made."""
    connection = sqlite3.connect(database)
    # A kept text says under which name it was read first; a file's times are not its content
    columns = {
        "testi": "documento_id, versione",
        "tentativi": "cartella, percorso, sha256, versione",
    }
    names = [*(table.nome for table in REGISTRY), "contenuti", "riservati", *columns]
    more = {
        name: sorted(connection.execute(f"select {columns.get(name, '*')} from {name}"), key=repr)
        for name in names
    }
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    return dump(database) | more | words(connection)


def words(connection: sqlite3.Connection) -> Rows:
    """What is found in the search indexes: each word, where; of the acts' index, how often."""
    found: Rows = {}
    for index, kind in (("atti_fts", "instance"), ("parti_fts", "instance"), (INDEX, "row")):
        connection.execute(
            f"create virtual table temp.words using fts5vocab(main, {index}, {kind})"
        )
        found[index] = sorted(connection.execute("select * from temp.words"), key=repr)
        assert found[index]
        connection.execute("drop table temp.words")
    return found


def run(found: Iterable[Found], database: Path, **asked: Any) -> Summary:
    options = Options(ocr="never", pool=Inline, **asked)
    return ingest(list(found), database, options, lambda outcome: None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Acts that cite each other, a visto, a copy, an archive with one of them, a bad file."""
    files = tmp_path_factory.mktemp("atti")
    for number in range(1, 5):
        text = ACT.replace("N. 12 DEL", f"N. {number} DEL").replace(
            "DETERMINA\n", f"Vista la determinazione n. {number + 1} del 05/03/2024;\nDETERMINA\n"
        )
        (files / f"atto-{number}.txt").write_text(text, "utf-8")
    (files / "visto.txt").write_text(VISTO.replace("n. 12", "n. 3"), "utf-8")
    shutil.copy(files / "atto-2.txt", files / "copia.txt")
    with zipfile.ZipFile(files / "archivio.zip", "w") as archive:
        archive.write(files / "atto-4.txt", "dentro.txt")
        archive.writestr("rotto.pdf", b"%PDF-1.4 niente")
    (files / "rotto.pdf").write_bytes(b"%PDF-1.7\nniente")
    return files


@pytest.fixture(scope="module")
def once(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A store made by one ingest, and the parts that were written with it."""
    made = tmp_path_factory.mktemp("uno")
    run(find([folder], made / "a.db"), made / "a.db", parts=str(made / "parti"))
    return made / "a.db", made / "parti"


def test_stores_of_some_of_the_files_make_the_store_of_all(
    folder: Path, once: tuple[Path, Path], tmp_path: Path
) -> None:
    found = find([folder], tmp_path / "a.db")
    random.Random(1).shuffle(found)
    places = []
    for number, some in enumerate((found[:4], found[2:6], found[6:])):  # two are read twice
        places.append(str(tmp_path / f"{number}.db"))
        run(some, Path(places[-1]))
    merged = merge(places, tmp_path / "a.db")
    assert whole(tmp_path / "a.db") == whole(once[0])
    assert merged.conflicts == merged.broken == []
    assert merge(places[::-1], tmp_path / "a.db").written == 0  # again, nothing is new
    assert whole(tmp_path / "a.db") == whole(once[0])


def test_parts_make_the_store_of_all_and_are_not_doubled(
    folder: Path, once: tuple[Path, Path], tmp_path: Path
) -> None:
    database, parts = once
    merged = merge([str(parts)], tmp_path / "a.db")
    assert whole(tmp_path / "a.db") == whole(database)
    assert merged.written == len(dump(database)["documenti"])
    before = {path: path.stat().st_mtime_ns for path in parts.rglob("*.parquet")}
    run(find([folder], tmp_path / "b.db"), tmp_path / "b.db", parts=str(parts))
    assert set(parts.rglob("*.parquet")) == set(before)  # written anew, under the same names
    # A file that is seen again tells its row anew, not its documents
    of_documents = [path for path in before if path.parent.name != "file"]
    after = {path: path.stat().st_mtime_ns for path in of_documents}
    run(find([folder], tmp_path / "b.db"), tmp_path / "b.db", parts=str(parts))
    assert {path: path.stat().st_mtime_ns for path in of_documents} == after  # known: not written


def test_what_was_read_before_without_parts_gets_them_from_its_kept_text(
    folder: Path, once: tuple[Path, Path], tmp_path: Path
) -> None:
    run(find([folder], tmp_path / "a.db"), tmp_path / "a.db")
    found = find([folder], tmp_path / "a.db")
    summary = run(found, tmp_path / "a.db", parts=str(tmp_path / "parti"))
    assert summary.again
    merge([str(tmp_path / "parti")], tmp_path / "b.db")
    assert whole(tmp_path / "a.db") == whole(tmp_path / "b.db") == whole(once[0])


def test_with_parts_only_the_store_knows_what_was_read_and_the_parts_have_it(
    folder: Path, once: tuple[Path, Path], tmp_path: Path
) -> None:
    parts, database = str(tmp_path / "parti"), tmp_path / "a.db"
    for known in (2, 7):  # a copy, and what an archive holds
        found = find([folder], database)
        assert run(found, database, parts=parts, parts_only=True).known == known
    held = dump(database)
    assert held["file"] == dump(once[0])["file"]
    assert held["atti"] == held["parti"] == held["importi"] == []
    merge([parts, str(database)], tmp_path / "b.db")
    assert whole(tmp_path / "b.db") == whole(once[0])
    run(find([folder], database), database)  # asked for the rows too, it reads
    assert whole(database) == whole(once[0])


def test_what_is_gone_is_taken_from_the_parts(tmp_path: Path) -> None:
    folder, database, parts = tmp_path / "atti", tmp_path / "a.db", tmp_path / "parti"
    write_acts(folder, (1, 2))
    run(find([folder], database), database, parts=str(parts))
    (folder / "atto-1.txt").unlink()
    (folder / "atto-2.txt").rename(folder / "altro.txt")
    run(find([folder], database), database, parts=str(parts), prune=True)
    merge([str(parts)], tmp_path / "b.db")
    assert whole(tmp_path / "b.db") == whole(database)
    assert [row[2] for row in dump(tmp_path / "b.db")["file"]] == ["altro.txt"]


def test_duckdb_reads_the_parts_as_they_are(once: tuple[Path, Path]) -> None:
    database, parts = once
    for name, expected in dump(database).items():
        (count,) = duckdb.sql(f"select count(*) from '{parts}/{name}/*.parquet'").fetchall()[0]
        assert count == len(expected), name
    query = (
        "select a.ente, sum(i.centesimi) from '{0}/importi/*.parquet' as i "
        "join '{0}/atti/*.parquet' as a on a.id = i.atto_id where i.ruolo = 'impegno' group by 1"
    )
    assert duckdb.sql(query.format(parts)).fetchall() == [("Comune di Valdoce", 4 * 120_000)]


def test_a_document_comes_back_from_its_rows_as_it_was_written(corpus_store: Path) -> None:
    source = Stored(corpus_store)
    told = dict(
        sqlite3.connect(corpus_store).execute("select documento_id, impronta from modifiche")
    )
    for documento_id in source.readings():
        found = source.document(documento_id).records
        said = f"{found.documento.model_dump_json()}\n{found.impronta}"
        assert sha256(said.encode()).hexdigest() == told[documento_id]
    source.close()


def test_of_two_versions_the_newest_is_taken_and_told(folder: Path, tmp_path: Path) -> None:
    found = find([folder / "atto-1.txt"], tmp_path / "a.db")
    for name in ("nuovo", "vecchio"):
        run(found, tmp_path / f"{name}.db")
    old = sqlite3.connect(tmp_path / "vecchio.db", isolation_level=None)
    old.execute("update acquisizioni set versione = '2.99.0.0.0/never'")
    old.execute("update atti set oggetto = 'come si leggeva prima'")
    old.close()
    places = [str(tmp_path / "vecchio.db"), str(tmp_path / "nuovo.db")]
    for order in (places, places[::-1]):
        database = tmp_path / f"{order[0][-5]}.db"
        done = CliRunner().invoke(main, ["merge", *order, "--db", str(database)])
        assert done.exit_code == 0, done.output
        assert "lasciato 2.99.0.0.0/never" in done.output
        assert whole(database) == whole(tmp_path / "nuovo.db")
        again = merge([places[0]], database)  # what is there already is newer
        assert (again.written, len(again.conflicts)) == (0, 1)


def test_a_path_at_which_files_differ_is_told(tmp_path: Path) -> None:
    for number in (1, 2):
        write_acts(tmp_path / "atti", [number])
        (tmp_path / "atti" / f"atto-{number}.txt").rename(tmp_path / "atti" / "atto.txt")
        run(find([tmp_path / "atti"], tmp_path / "a.db"), tmp_path / f"{number}.db")
    merged = merge([str(tmp_path / "1.db"), str(tmp_path / "2.db")], tmp_path / "a.db")
    assert [conflict.cosa for conflict in merged.conflicts] == [str(tmp_path / "atti/atto.txt")]
    assert len(dump(tmp_path / "a.db")["file"]) == 1


def test_hidden_names_stay_hidden(folder: Path, tmp_path: Path) -> None:
    for number in (1, 2):
        found = find([folder / f"atto-{number}.txt"], tmp_path / "a.db")
        run(found, tmp_path / f"{number}.db")
    with Store(tmp_path / "1.db") as store:
        store.hide("Mario Verdi")
    merge([str(tmp_path / "2.db"), str(tmp_path / "1.db")], tmp_path / "a.db")
    query = "select count(distinct documento_id) from riservati where motivo = 'oscurato'"
    assert sqlite3.connect(tmp_path / "a.db").execute(query).fetchone() == (2,)


def test_a_document_half_written_is_left_out_and_told(folder: Path, tmp_path: Path) -> None:
    parts, database = tmp_path / "parti", tmp_path / "a.db"
    run(find([folder], database), database, parts=str(parts))
    (victim,) = (row[0] for row in dump(database)["documenti"] if row[1] == "visto.txt")
    (parts / "acquisizioni" / f"{victim}.parquet").unlink()
    done = CliRunner().invoke(main, ["merge", str(parts), "--db", str(tmp_path / "b.db")])
    assert done.exit_code == 1
    assert "visto.txt: documento non intero" in done.output
    run(find([folder], database), database, parts=str(parts))  # known, but not whole
    merge([str(parts)], tmp_path / "b.db")
    assert whole(tmp_path / "b.db") == whole(database)


def test_parts_of_another_version_or_broken_are_told(folder: Path, tmp_path: Path) -> None:
    parts, database = tmp_path / "parti", tmp_path / "a.db"
    run(find([folder / "atto-1.txt"], database), database, parts=str(parts))
    ((identity, *_),) = dump(database)["documenti"]
    for table, path in (("atti", identity), ("acquisizioni", identity)):
        file = parts / table / f"{path}.parquet"
        kept = file.read_bytes()
        duckdb.sql(f"select 1 as altro from '{file}'").write_parquet(str(file))
        with pytest.raises(PartsError, match="non sono di questa versione"):
            merge([str(parts)], tmp_path / "b.db")
        file.write_bytes(kept[:-20])
        with pytest.raises(PartsError):
            merge([str(parts)], tmp_path / "b.db")
        file.write_bytes(kept)


def test_a_part_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path / "parti"))
    row = ("x", "1", b"prima")
    folder.write("testi", "x", [row])
    with pytest.raises(PartsError):
        folder.write("testi", "y" * 300, [row])  # a name too long for the disk
    with pytest.raises(TypeError):
        folder.write("testi", "x", [("x", "1", object())])
    assert [path.name for path in (tmp_path / "parti/testi").iterdir()] == ["x.parquet"]
    assert [tuple(read.values()) for read in folder.read("testi", "x")] == [row]


def test_where_parts_cannot_be_written_the_run_stops_and_the_store_is_whole(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "parti").write_text("un file")
    database = tmp_path / "a.db"
    command = [
        "ingest",
        str(folder),
        "--db",
        str(database),
        "--to-parquet",
        str(tmp_path / "parti/x"),
    ]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 1
    assert "non si possono scrivere" in done.output
    run(find([folder], database), database)
    assert dump(database)["atti"]


def test_parts_at_an_address(folder: Path, tmp_path: Path) -> None:
    place = f"memory://parti-{tmp_path.name}"
    found = find([folder / "atto-1.txt", folder / "visto.txt"], tmp_path / "a.db")
    run(found, tmp_path / "a.db", parts=place)
    merge([place], tmp_path / "b.db")
    assert whole(tmp_path / "b.db") == whole(tmp_path / "a.db")


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        (["manca.db"], "manca.db: non c'è"),
        (["atti.txt"], "non è un archivio"),
        (["vuota"], "non vi sono parti"),
        (["s3://atti/parti"], "pip install s3fs"),
        (["a.db"], "sia un'origine sia --db"),
    ],
)
def test_sources_that_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sources: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("atti.txt").write_text(ACT)
    Path("vuota").mkdir()
    Path("a.db").touch()
    done = CliRunner().invoke(main, ["merge", *sources, "--db", "a.db"])
    assert done.exit_code in (1, 2)
    assert said in " ".join(done.output.split())


def test_without_the_packages_it_says_what_to_install(
    once: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for name in [each for each in sys.modules if each.startswith("extractor.parts.")]:
        monkeypatch.delitem(sys.modules, name)
    done = CliRunner().invoke(main, ["merge", str(once[1]), "--db", str(tmp_path / "a.db")])
    assert done.exit_code == 1
    assert "pip install 'spoglio[cluster]'" in done.output
