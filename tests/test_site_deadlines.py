"""The deadlines on the site, over the corpus read from its PDFs."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.site_client import Client


@pytest.fixture(scope="module")
def site(corpus_store: Path) -> Client:
    return Client(corpus_store)


def test_the_list_is_in_order_of_time_and_leads_to_the_evidence(site: Client) -> None:
    rows = site.get("/scadenze.json?dal=2024-01-01").json()
    days = [row["entro"] for row in rows]
    assert days == sorted(days)
    assert "2028-12-31" in days
    page = site.text("/scadenze?dal=2024-01-01")
    for row in rows:
        assert f"/prova/scadenze/{row['id']}" in page
        assert f"/atto/{row['atto_id']}" in page


@pytest.mark.parametrize(
    ("query", "column", "value"),
    [
        ("dal=2024-01-01&tipo=rilascio", "tipo", "rilascio"),
        ("dal=2017-01-01&ente=Regione+Lombardia", "ente", "Regione Lombardia"),
    ],
)
def test_a_filter_leaves_only_what_it_says(
    site: Client, query: str, column: str, value: str
) -> None:
    everything = site.get("/scadenze.json?dal=1900-01-01").json()
    rows = site.get(f"/scadenze.json?{query}").json()
    assert rows
    assert {row[column] for row in rows} == {value}
    assert len(rows) < len(everything)


def test_the_days_asked_for_are_both_included(site: Client) -> None:
    rows = site.get("/scadenze.json?dal=2024-12-31&al=2024-12-31").json()
    assert {row["entro"] for row in rows} == {"2024-12-31"}


def test_a_month_shows_its_deadlines_on_their_days(site: Client) -> None:
    page = site.text("/scadenze?vista=mese&mese=2026-12")
    assert "Scadenze di dicembre 2026" in page
    assert "rilascio 24C90-06" in page
    assert "mese=2026-11" in page
    assert "mese=2027-01" in page


def test_the_calendar_holds_the_same_deadlines(site: Client) -> None:
    answer = site.get("/scadenze.ics?dal=2024-01-01")
    assert answer.headers["content-type"].startswith("text/calendar")
    events = Calendar.from_ical(answer.text).walk("VEVENT")
    rows = site.get("/scadenze.json?dal=2024-01-01").json()
    assert [str(event["uid"]) for event in events] == [f"{row['id']}@spoglio" for row in rows]
    whole_days = [event for event in events if not hasattr(event.decoded("dtstart"), "hour")]
    assert date(2028, 12, 31) in [event.decoded("dtstart") for event in whole_days]
    assert answer.content == site.get("/scadenze.ics?dal=2024-01-01").content


def test_the_table_for_spreadsheets_has_the_same_rows(site: Client) -> None:
    rows = list(csv.DictReader(io.StringIO(site.text("/scadenze.csv?dal=2024-01-01"))))
    wanted = site.get("/scadenze.json?dal=2024-01-01").json()
    assert [row["id"] for row in rows] == [row["id"] for row in wanted]


@pytest.mark.parametrize("query", ["dal=ieri", "tipo=boh", "vista=mese&mese=2026-13"])
def test_a_question_that_cannot_be_answered_is_told_so(site: Client, query: str) -> None:
    answer = site.get(f"/scadenze?{query}")
    assert answer.status_code == 400
    assert "<h1>Domanda non valida</h1>" in answer.text


def test_the_first_page_says_what_is_in_the_store(site: Client) -> None:
    page = site.text("/")
    assert "10 atti in 4 documenti" in page
    assert "n. 17, Serie Ordinaria, 28 aprile 2017" in page
    assert "24C90-07" in page


def test_our_pages_let_nothing_in_from_elsewhere(site: Client) -> None:
    headers = site.get("/scadenze").headers
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-robots-tag"].startswith("noindex")
    assert "noindex" in site.get("/-/versions.json").headers["x-robots-tag"]
