"""What a public site may not show is covered wherever it could be read."""

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.ingest import Options, find, ingest
from extractor.store.masking import open_masked
from extractor.store.writer import Store
from tests.site_client import Client

# A fiscal code made up for the test, right in its check letter
CODE = "RSSMRA80A01H501U"
ACCOUNT = "IT60X0542811101000000123456"
ACT = f"""COMUNE DI ESEMPIO

DETERMINAZIONE N. 12 DEL 3 MARZO 2024

OGGETTO: Liquidazione di un contributo

IL RESPONSABILE DEL SERVIZIO

Vista la richiesta di Mario Rossi, codice fiscale {CODE}, con il protocollo n. 4410/2024;

DETERMINA

1. di liquidare euro 500,00 sul conto {ACCOUNT};
2. di nominare responsabile del procedimento il dott. Carlo Bianchi.

Il Responsabile del Servizio
Dott.ssa Anna Verdi
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "atto.txt").write_text(ACT, encoding="utf-8")
    database = tmp_path / "atti.db"
    files = find([tmp_path / "atto.txt"], database)
    ingest(files, database, Options(workers=1), lambda outcome: None)
    return database


def everything(connection: sqlite3.Connection) -> str:
    """Every value of every table and view, as text."""
    names = [row[0] for row in connection.execute(
        "select name from sqlite_master where type in ('table', 'view') and name not like '%fts%' "
        "and name not in ('riservati', 'oscurati')"
    )]  # fmt: skip
    return "\n".join(
        str(tuple(row)) for name in names for row in connection.execute(f"select * from {name}")
    )


def test_nothing_private_is_read_through_the_mask(store: Path) -> None:
    assert CODE in everything(sqlite3.connect(store))
    seen = everything(open_masked(store))
    assert CODE not in seen
    assert ACCOUNT not in seen
    assert "Carlo Bianchi" in seen
    assert "4410/2024" in seen


def test_covered_letters_keep_every_offset(store: Path) -> None:
    query = "select testo from parti where foglia order by ordine"
    plain = [row[0] for row in sqlite3.connect(store).execute(query)]
    masked = [row[0] for row in open_masked(store).execute(query)]
    assert [len(text) for text in plain] == [len(text) for text in masked]


@pytest.mark.parametrize(
    "query",
    [
        "select testo from main.parti",
        "with parti as (select testo from main.parti) select * from parti",
        "select * from (select testo from main.parti) as parti",
        "select testo from main.foglie",
        "select * from riservati",
        "select * from oscurati",
        "select testo from parti_fts where parti_fts match 'contributo'",
        "select snippet(parti_fts, -1, '', '', '', 9) from parti_fts where parti_fts match 'conto'",
        "select name from sqlite_temp_master",
        "select name from sqlite_temp_schema",
        "attach database ':memory:' as altra",
        "create temp view v as select testo from main.parti",
    ],
)
def test_no_query_gets_round_the_mask(store: Path, query: str) -> None:
    with pytest.raises(sqlite3.DatabaseError):
        open_masked(store).execute(query).fetchall()


def test_private_words_are_not_in_the_search_index(store: Path) -> None:
    connection = sqlite3.connect(store)
    for word, found in ((CODE, 0), (ACCOUNT, 0), ("liquidare", 1)):
        hits = connection.execute("select rowid from parti_fts where parti_fts match ?", (word,))
        assert bool(hits.fetchall()) == bool(found), word


def test_who_may_see_personal_data_sees_them(store: Path) -> None:
    assert CODE in everything(open_masked(store, personal=True))


def test_a_name_is_hidden_for_good(store: Path) -> None:
    with Store(store) as opened:
        assert opened.hide("Bianchi Carlo") == 1
    for personal in (False, True):
        seen = everything(open_masked(store, personal=personal))
        assert "Carlo Bianchi" not in seen
        assert "Anna Verdi" in seen
    found = "select rowid from parti_fts where parti_fts match '\"carlo bianchi\"'"
    assert not sqlite3.connect(store).execute(found).fetchall()


def test_a_hidden_name_stays_hidden_when_documents_are_read_again(
    store: Path, tmp_path: Path
) -> None:
    with Store(store) as opened:
        opened.hide("Carlo Bianchi")
        opened.database.execute("update acquisizioni set versione = 'prima'")
        opened.database.conn.commit()
    again = tmp_path / "altro.txt"
    again.write_text(ACT.replace("N. 12", "N. 13"), encoding="utf-8")
    files = find([tmp_path / "atto.txt", again], store)
    ingest(files, store, Options(workers=1), lambda outcome: None)
    connection = open_masked(store)
    assert connection.execute("select count(*) from atti").fetchone()[0] == 2
    assert "Carlo Bianchi" not in everything(connection)


def test_a_name_hidden_by_mistake_can_be_shown_again(store: Path) -> None:
    with Store(store) as opened:
        opened.hide("Carlo Bianchi")
        assert opened.unhide("bianchi carlo") == 1
    assert "Carlo Bianchi" in everything(open_masked(store))
    found = "select rowid from parti_fts where parti_fts match '\"carlo bianchi\"'"
    assert sqlite3.connect(store).execute(found).fetchall()


def test_datasette_shows_tables_rows_and_queries_masked(store: Path) -> None:
    site = Client(store)
    for path in (
        "/atti/codici", "/atti/codici.json?_shape=array", "/atti/codici.csv", "/atti/parti.json",
        "/atti.json?sql=select+testo+from+parti", "/atti/menzioni.csv",
    ):  # fmt: skip
        text = site.text(path)
        assert CODE not in text
        assert "█" in text or "\\u2588" in text
    assert site.get("/atti.json?sql=select+testo+from+main.parti").status_code == 400
    assert CODE in Client(store, personal=True).text("/atti/codici.csv")


def test_the_command_hides_a_name_and_shows_it_again(store: Path) -> None:
    def oscura(*words: str, expect: int = 0) -> str:
        result = CliRunner().invoke(main, ["oscura", *words])
        assert result.exit_code == expect, result.output
        return result.output

    assert "coperto in un documento" in oscura(str(store), "Carlo Bianchi")
    assert "Carlo Bianchi" not in everything(open_masked(store))
    assert "mostrato di nuovo in un documento" in oscura(str(store), "bianchi carlo", "--undo")
    assert "nome e cognome" in oscura(str(store), "Bianchi", expect=2)
