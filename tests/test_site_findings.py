"""Findings and information on the site, over acts with codes that break their rules."""

import csv
import io
import sqlite3
from pathlib import Path
from typing import get_args

import pytest

from extractor.checks.descriptions import RULES
from models.vocabulary import RegolaSegnalazione
from tests.site_client import Client
from tests.stores import ingested

TEXT = """{body}

DETERMINAZIONE DEL RESPONSABILE DEL SERVIZIO N. {number} DEL 10/01/2025

OGGETTO: Fornitura <script>alert(1)</script> di arredi. CUP {cup}

IL RESPONSABILE DEL SERVIZIO

DETERMINA

1. di affidare la fornitura per € 900,00.

Il Responsabile del Servizio
Dott. Ennio Salvadori
"""
ACTS = (
    ("COMUNE DI VALFIORITA", 7, "22E220003400004"),
    ("COMUNE DI VALFIORITA", 8, "2E2200034000041"),
    ("COMUNE DI MONTEBRUNO", 3, "33E220003400004"),
    ("COMUNE DI MONTEBRUNO", 4, "J24H23000140001"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("segnalazioni")
    for body, number, cup in ACTS:
        text = TEXT.format(body=body, number=number, cup=cup)
        (folder / f"{body[10:]}-{number}.txt").write_text(text, encoding="utf-8")
    database = ingested(folder / "atti.db", folder)
    with sqlite3.connect(database) as connection:
        # Of another severity, and of no act
        connection.execute(
            "insert into segnalazioni (id, documento_id, regola, gravita, messaggio, fatti, "
            "flusso) select '00000000000000aa', id, 'pagina_senza_testo', 'nota', "
            "'Pagina 2 senza testo', '[]', 'testo' from documenti order by nome limit 1"
        )
    return database


@pytest.fixture(scope="module")
def site(store: Path) -> Client:
    return Client(store)


def test_every_rule_is_explained() -> None:
    assert set(RULES) == set(get_args(RegolaSegnalazione))
    assert all(rule.titolo and rule.spiegazione.endswith(".") for rule in RULES.values())


def test_the_gravest_come_first_with_their_evidence(site: Client) -> None:
    rows = site.get("/segnalazioni.json").json()
    assert [row["gravita"] for row in rows] == ["errore", "errore", "errore", "nota"]
    page = site.text("/segnalazioni")
    assert "4 segnalazioni" in page
    assert RULES["cup_non_valido"].spiegazione.split(".")[0] in page
    for row in rows:
        assert f"/prova/segnalazioni/{row['id']}" in page
        assert site.get(f"/prova/segnalazioni/{row['id']}").status_code == 200
        assert row["atto_id"] is None or f"/atto/{row['atto_id']}" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("regola=cup_non_valido", 3),
        ("gravita=nota", 1),
        ("regola=cup_non_valido&gravita=nota", 0),
        ("ente=Comune+di+Valfiorita", 2),
        ("ente=Comune+di+Montebruno&regola=cup_non_valido", 1),
        ("ente=Nessuno", 0),
    ],
)
def test_a_filter_leaves_only_what_it_says(site: Client, query: str, count: int) -> None:
    assert len(site.get(f"/segnalazioni.json?{query}").json()) == count
    rows = list(csv.DictReader(io.StringIO(site.text(f"/segnalazioni.csv?{query}"))))
    assert len(rows) == count
    words = "1 segnalazione" if count == 1 else f"{count} segnalazioni"
    assert f"<span>{words}</span>" in site.text(f"/segnalazioni?{query}")


def test_pages_follow_one_another_across_severities(
    site: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.site.pages.findings._PAGE", 2)
    first, second = site.text("/segnalazioni"), site.text("/segnalazioni?pagina=2")
    for row in site.get("/segnalazioni.json").json():
        assert (row["id"] in first) != (row["id"] in second)
    assert site.text("/segnalazioni?pagina=9").count("00000000000000aa") == 1


@pytest.mark.parametrize("query", ["regola=boh", "gravita=grave"])
def test_a_question_that_cannot_be_answered_is_told_so(site: Client, query: str) -> None:
    assert site.get(f"/segnalazioni?{query}").status_code == 400


def test_what_an_act_says_is_text_and_not_part_of_the_page(site: Client) -> None:
    for address in ("/segnalazioni", "/fascicolo/ente/comune-valfiorita"):
        page = site.text(address)
        assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_site_says_what_it_covers_and_how_to_ask_for_more(store: Path, site: Client) -> None:
    page = site.text("/informazioni")
    for words in ("articolo 26 comma 4", "2-septies", "spoglio oscura", "noindex", "WCAG 2.1"):
        assert words in page
    assert "mostrando i dati personali" not in page
    assert "mostrando i dati personali" in Client(store, personal=True).text("/informazioni")
