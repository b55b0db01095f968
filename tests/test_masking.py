"""What a public site may not show is covered wherever it could be read."""

import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.store import indexing
from extractor.store.masking import WITHHELD, Asked, open_masked
from extractor.store.persons import PRIVATE_NUMBER
from extractor.store.privacy import Cover
from extractor.store.writer import Store
from models.identity import id_within
from tests.site_client import Client
from tests.stores import ingested

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


def _made(tmp_path: Path, text: str, name: str = "atto.txt") -> Path:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return ingested(tmp_path / "atti.db", tmp_path / name)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the act, only to be read."""
    return _made(tmp_path_factory.mktemp("act"), ACT)


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the act with a list, only to be read."""
    return _made(tmp_path_factory.mktemp("listed"), LISTED)


@pytest.fixture(scope="module")
def agreed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the agreement, only to be read."""
    return _made(tmp_path_factory.mktemp("agreed"), AGREEMENT)


@pytest.fixture
def own(store: Path, tmp_path: Path) -> Path:
    """A copy of the store of the act, to be written."""
    return Path(shutil.copy(store, tmp_path / "atti.db"))


def everything(connection: sqlite3.Connection) -> str:
    """Every value of every table and view, as text."""
    names = [row[0] for row in connection.execute(
        "select name from sqlite_master where type in ('table', 'view') and name not like '%fts%' "
    )]  # fmt: skip
    shown = [name for name in names if name not in WITHHELD]
    assert len(shown) == len(names) - len(WITHHELD)
    return "\n".join(
        str(tuple(row)) for name in shown for row in connection.execute(f"select * from {name}")
    )


def test_nothing_private_is_read_through_the_mask(store: Path) -> None:
    assert CODE in everything(sqlite3.connect(store))
    seen = everything(open_masked(store))
    assert CODE not in seen
    assert ACCOUNT not in seen
    assert "Carlo Bianchi" in seen
    assert "4410/2024" in seen


def test_what_holds_private_strings_is_not_read_at_all(store: Path) -> None:
    for name in WITHHELD:
        with pytest.raises(sqlite3.OperationalError, match="prohibited"):
            open_masked(store).execute(f"select * from {name}")


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
        "select name from pragma_table_list",
        "select file from pragma_database_list",
        "select block from parti_fts_data",
        'select term from "ricerca_fts_idx"',
        "select sql from sqlite_stmt",
        "select name from dbstat",
        f"select oscura('{CODE}', id) from documenti",
        f"select OSCURA_JSON('\"{CODE}\"', id) from documenti",
        f"select 1 from parti where oscura('{CODE}', documento_id) like '%█%'",
        "select si_oscura()",
        "with t as (select oscura('Mario Rossi', '') as nome) select nome from t",
    ],
)
def test_no_query_gets_round_the_mask(store: Path, query: str) -> None:
    with pytest.raises(sqlite3.DatabaseError):
        open_masked(store).execute(query).fetchall()


def test_who_knows_what_stands_behind_the_views_gets_no_further(store: Path) -> None:
    """By a name in a query's own "with", the authorizer would take it for the masking view."""
    connection = open_masked(store)
    assert isinstance(connection, Asked)
    behind = f"{connection.behind}parti"
    query = f"with {behind} as (select testo from main.parti) select * from {behind}"
    for each in (query, query.upper()):
        with pytest.raises(sqlite3.DatabaseError):
            connection.execute(each)
        with pytest.raises(sqlite3.DatabaseError):
            connection.cursor().execute(each)


LISTED = f"""COMUNE DI ESEMPIO

DETERMINAZIONE N. 14 DEL 3 MARZO 2024

OGGETTO: Contributi economici

IL RESPONSABILE DEL SERVIZIO

Vista la richiesta di Ubaldo Quagliarini, codice fiscale RSS MRA 80A01 H501U, letto anche
RSSMRA8OAO1H5O1U, con il conto IT60-X-05428-11101-000000123456;

DETERMINA

1. di approvare l'elenco e di nominare direttore dei lavori l'ing. Ubaldo Quagliarini.

N.\tID domanda\tBeneficiario\tCodice fiscale\tContributo concesso
1\t5501\tQUAGLIARINI UBALDO\t{CODE}\t€ 1.500,00
2\t5502\tALFA S.R.L.\t01234567897\t€ 3.500,00

Il Responsabile del Servizio
Dott.ssa Anna Verdi
"""


def test_a_private_string_is_covered_however_it_is_printed(listed: Path) -> None:
    seen = everything(open_masked(listed)).casefold()
    for words in ("quagliarini", "h501u", "h5o1u", "05428", "rss mra"):
        assert words not in seen, words
    assert "alfa s.r.l." in seen


def test_a_dossier_does_not_tell_who_is_covered(listed: Path) -> None:
    site = Client(listed)
    assert site.get("/fascicolo/persona/Ubaldo%20Quagliarini").status_code == 404
    assert site.get("/fascicolo/persona/Anna%20Verdi").status_code == 302  # to hers


AGREEMENT = """CONVENZIONE

TRA

Comune di Esempio, con sede in Esempio, codice fiscale 00123456789

E

Ludovica Zanzottera, nata a Como il 1 gennaio 1980

si conviene e si stipula quanto segue

Art. 1 – Oggetto
1. Il Comune concede a Ludovica Zanzottera un terreno per euro 1.000,00.
"""


def test_a_natural_person_who_is_a_party_has_no_dossier(agreed: Path) -> None:
    site = Client(agreed)
    assert site.get("/fascicolo/ente/Ludovica%20Zanzottera").status_code == 404
    assert "Zanzottera" not in site.text("/fascicolo/ente")
    assert site.get("/fascicolo/ente/Comune%20di%20Esempio").status_code == 302  # to its own


def test_a_hidden_name_is_covered_among_bodies_and_in_the_names_of_files(tmp_path: Path) -> None:
    database = _made(tmp_path, AGREEMENT, "Istanza di Zanzottera Ludovica.txt")
    with Store(database) as opened:
        assert opened.hide("Ludovica Zanzottera") == 1
    for personal in (False, True):
        assert "zanzottera" not in everything(open_masked(database, personal=personal)).casefold()


def test_a_name_hidden_that_only_a_file_s_name_has_is_covered(tmp_path: Path) -> None:
    database = _made(tmp_path, ACT, "Istanza di Zanzottera Ludovica.txt")
    with Store(database) as opened:
        assert opened.hide("Ludovica Zanzottera") == 1
    assert "Zanzottera" not in everything(open_masked(database))


def test_private_words_are_not_in_the_search_index(store: Path) -> None:
    connection = sqlite3.connect(store)
    for word, found in ((CODE, 0), (ACCOUNT, 0), ("liquidare", 1)):
        hits = connection.execute("select rowid from parti_fts where parti_fts match ?", (word,))
        assert bool(hits.fetchall()) == bool(found), word


def test_who_may_see_personal_data_sees_them(store: Path) -> None:
    assert CODE in everything(open_masked(store, personal=True))


def test_a_name_is_hidden_for_good(own: Path) -> None:
    with Store(own) as opened:
        assert opened.hide("Bianchi Carlo") == 1
    for personal in (False, True):
        seen = everything(open_masked(own, personal=personal))
        assert "Carlo Bianchi" not in seen
        assert "Anna Verdi" in seen
    found = "select rowid from parti_fts where parti_fts match '\"carlo bianchi\"'"
    assert not sqlite3.connect(own).execute(found).fetchall()


def test_a_hidden_name_stays_hidden_when_documents_are_read_again(tmp_path: Path) -> None:
    store = _made(tmp_path, ACT)
    with Store(store) as opened:
        opened.hide("Carlo Bianchi")
        opened.database.execute("update acquisizioni set versione = 'prima'")
        opened.database.conn.commit()
    again = tmp_path / "altro.txt"
    again.write_text(ACT.replace("N. 12", "N. 13"), encoding="utf-8")
    ingested(store, tmp_path / "atto.txt", again)
    connection = open_masked(store)
    assert connection.execute("select count(*) from atti").fetchone()[0] == 2
    assert "Carlo Bianchi" not in everything(connection)


def test_a_name_hidden_by_mistake_can_be_shown_again(own: Path) -> None:
    with Store(own) as opened:
        opened.hide("Carlo Bianchi")
        assert opened.unhide("bianchi carlo") == 1
    assert "Carlo Bianchi" in everything(open_masked(own))
    found = "select rowid from parti_fts where parti_fts match '\"carlo bianchi\"'"
    assert sqlite3.connect(own).execute(found).fetchall()


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
    assert site.get("/atti/parti_fts").status_code == 404
    assert site.get("/atti/riservati").status_code == 404
    assert site.get("/_memory").status_code == 404
    assert site.get("/atti.json?sql=select+randomblob(900000000)").status_code == 400
    document = sqlite3.connect(store).execute("select id from documenti").fetchone()[0]
    assert CODE not in site.text(f"/atti/documenti/{document}")
    assert str(store.parent) not in site.text("/-/databases.json")


def test_the_command_hides_a_name_and_shows_it_again(own: Path) -> None:
    def oscura(*words: str, expect: int = 0) -> str:
        result = CliRunner().invoke(main, ["oscura", *words])
        assert result.exit_code == expect, result.output
        return result.output

    assert "coperto in un documento" in oscura(str(own), "Carlo Bianchi")
    assert "Carlo Bianchi" not in everything(open_masked(own))
    assert "mostrato di nuovo in un documento" in oscura(str(own), "bianchi carlo", "--undo")
    assert "nome e cognome" in oscura(str(own), "Bianchi", expect=2)


def test_who_receives_aid_is_covered_also_after_a_name_was_hidden_and_shown(
    listed: Path, tmp_path: Path
) -> None:
    database = Path(shutil.copy(listed, tmp_path / "atti.db"))
    with Store(database) as opened:
        opened.hide("Ubaldo Quagliarini")
        opened.unhide("Ubaldo Quagliarini")
    assert "quagliarini" not in everything(open_masked(database)).casefold()


def test_an_office_s_account_and_a_firm_s_numbers_stay_readable(tmp_path: Path) -> None:
    treasury = "IT28W0800002001000500062025"
    text = LISTED.replace("DETERMINA\n", f"Visto il conto di tesoreria {treasury};\nDETERMINA\n")
    seen = everything(open_masked(_made(tmp_path, text)))
    for words in (treasury, "ALFA S.R.L.", "01234567897", "Anna Verdi", "COMUNE DI ESEMPIO"):
        assert words in seen, words


def test_an_identifier_does_not_tell_whether_a_guess_is_right(tmp_path: Path) -> None:
    """All but the value is known to who reads the site: the id must not be made from it."""
    (tmp_path / "altra").mkdir()
    other = "VRDNNA80A41H501X"
    made = [_made(tmp_path, ACT), _made(tmp_path / "altra", ACT.replace(CODE, other))]
    # The document's own id is the hash of its bytes: take it for the same
    ids = []
    for database in made:
        records = sqlite3.connect(database)
        start, document, act, shown = records.execute(
            "select inizio, documento_id, atto_id, id from codici where tipo = 'codice_fiscale'"
        ).fetchone()
        end = start + len(CODE)
        ids.append(shown == id_within(document, "codici", act, "testo", start, end, 0))
    assert ids == [True, True]


def test_readers_put_into_the_search_what_the_store_would(own: Path) -> None:
    with Store(own) as opened:
        ((document,),) = opened.database.execute("select id from documenti").fetchall()
        put = _words(opened)
        assert put
        # Only what was put in can be taken out: any other word would stay behind
        indexing.remove(opened.database, document)
        assert not _words(opened)
        indexing.add(opened.database, document)
        assert _words(opened) == put


def _words(opened: Store) -> list[tuple[object, ...]]:
    """Every word of the search indexes, with its places; those of acts with what numbers them."""
    found: list[tuple[object, ...]] = []
    for name in ("atti_fts", "parti_fts", "ricerca_fts"):
        opened.database.execute(f"drop table if exists temp.{name}_words")
        opened.database.execute(
            f"create virtual table temp.{name}_words using fts5vocab(main, {name}, 'col')"
        )
        query = f"select term, col, doc, cnt from temp.{name}_words order by 1, 2"
        found += opened.database.execute(query).fetchall()
    return found


@pytest.mark.parametrize("gap", ["", " ", "x", ";"])
def test_numbers_are_looked_for_wherever_one_may_be(gap: str) -> None:
    broken = "RSS MRA 80 A 01 H501U"
    numbers = (CODE, CODE.lower(), broken, " ".join(CODE), ACCOUNT, "IT 60-X.05428-11101")
    words = " ".join(f"art. 3 A1 {gap}{number}{gap} del 12 marzo" for number in numbers)
    for text in (words, "a" * 90 + words, words * 3, ""):
        covered = PRIVATE_NUMBER.sub(lambda match: re.sub(r"\S", "█", match[0]), text)
        assert Cover(None, None).hide(text) == covered


def test_who_receives_aid_is_covered_with_either_apostrophe_and_accent(tmp_path: Path) -> None:
    text = LISTED.replace("QUAGLIARINI UBALDO", "D'AGLIARINI NICOLO'")
    text = text.replace("Ubaldo Quagliarini", "Nicolò D’Agliarini").replace(f"\t{CODE}\t", "\t\t")
    seen = everything(open_masked(_made(tmp_path, text))).casefold()
    assert "agliarini" not in seen
    assert "alfa s.r.l." in seen
