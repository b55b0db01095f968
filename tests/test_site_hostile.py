"""What strangers put into acts, names of files and addresses does nothing but be shown."""

import csv
import io
import sqlite3
from pathlib import Path

import pytest

from tests.site_client import Client
from tests.stores import ingested

FORMULA = '=HYPERLINK("http://esempio.invalid";"Apri")'
ACT = f"""COMUNE DI ESEMPIO

DETERMINAZIONE N. 9 DEL 3 MARZO 2024

OGGETTO: {FORMULA}

IL RESPONSABILE DEL SERVIZIO

DETERMINA

1. di concludere la fornitura entro il 31/12/2099, per il CUP E46G23000300002.

Il Responsabile del Servizio
Dott.ssa Anna Verdi
"""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ostile")
    # A name that would end a header, or an attribute
    path = folder / 'a"\r\nset-cookie: x=1\r\n<b>.txt'
    path.write_text(ACT, encoding="utf-8")
    return ingested(folder / "atti.db", path)


@pytest.fixture(scope="module")
def site(database: Path) -> Client:
    return Client(database, documents=True)


@pytest.mark.parametrize(
    "path",
    [
        "/cerca.csv", "/scadenze.csv", "/fascicolo/cup/E46G23000300002.csv", "/segnalazioni.csv",
        "/atti/atti.csv", "/atti/atti.csv?_stream=on", "/atti/parti.csv",
        "/atti.csv?sql=select+oggetto+from+atti",
    ],
)  # fmt: skip
def test_a_spreadsheet_runs_nothing_of_a_table(site: Client, path: str) -> None:
    rows = list(csv.reader(io.StringIO(site.text(path))))
    assert rows
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "\t"))]


def test_no_header_is_made_of_what_is_read_or_asked(site: Client, database: Path) -> None:
    (document,) = sqlite3.connect(database).execute("select id from documenti").fetchone()
    for path in (
        f"/originale/{document}",
        "/fascicolo?codice=%0d%0aset-cookie:%20x%3d1",
        "/fascicolo/cup/e46g%0d%0aset-cookie:%20x=1",
        "/fascicolo/persona/a%0d%0aset-cookie:%20x=1.csv",
        "/cerca?q=e46g23000300002%0d%0aset-cookie:x",
        "/cerca.csv?q=%0d%0aset-cookie:%20x=1",
    ):
        headers = site.get(path).headers
        assert "set-cookie" not in headers, path
        assert "\n" not in "".join(headers.values()), path


@pytest.mark.parametrize(
    "path",
    [
        "/spoglio/../server.py", "/spoglio/%2e%2e/server.py", "/spoglio/..%2fserver.py",
        "/originale/..%2f..%2fetc%2fpasswd", "/originale/%2fetc%2fpasswd", "/pagina/../1.png",
        "/-/static/..%2f..%2fapp.py", "/fascicolo?codice=//esempio.invalid", "//esempio.invalid",
    ],
)  # fmt: skip
def test_nothing_outside_is_given_or_gone_to(site: Client, path: str) -> None:
    answer = site.get(path)
    assert "import " not in answer.text
    assert "root:" not in answer.text
    assert not answer.headers.get("location", "/").startswith(("//", "http"))


@pytest.mark.parametrize(
    "path",
    [
        f"/cerca?q={'a' * 60_000}", f"/cerca?q={'a+' * 5_000}", f"/cerca?q=%22{'a+' * 500}%22",
        "/cerca?pagina=99999999999999999999", "/cerca?q=%00", "/cerca?q=NEAR(a+b)", "/cerca?q=%22",
        f"/cerca?{'tipo=x&' * 3_000}", f"/fascicolo/ente/{'x' * 50_000}", "/scadenze?dal=99-99",
        "/scadenze?vista=mese&mese=0000-00", "/prova/importi/" + "0" * 16, "/segnalazioni?regola='",
    ],
)  # fmt: skip
def test_a_question_that_asks_too_much_is_answered_or_refused(site: Client, path: str) -> None:
    assert site.get(path).status_code in (200, 302, 400, 404, 414)


def test_a_query_without_end_is_stopped(site: Client) -> None:
    endless = "with recursive n(i) as (select 1 union all select i+1 from n) select max(i) from n"
    answer = site.get(f"/atti.json?sql={endless}&_timelimit=50")
    assert answer.status_code == 400
    assert "time" in answer.text.lower() or "interrupt" in answer.text.lower()
    assert 0 < site.get("/-/settings.json").json()["sql_time_limit_ms"] <= 2000


def test_who_says_to_be_another_site_changes_no_page(site: Client) -> None:
    for path in ("/", "/cerca", "/scadenze", "/informazioni"):
        assert "altrove.invalid" not in site.get(path, {"host": "altrove.invalid"}).text
