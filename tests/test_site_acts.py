"""The page of an act, over the corpus read from its PDFs and over acts that cite each other."""

import re
import sqlite3
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from tests.site_client import Client
from tests.stores import ingested

DATED = ("COMUNE DI VALFIORITA\n\nDETERMINAZIONE DEL RESPONSABILE DEL SERVIZIO\n\nN. {} DEL {}\n\n"
         "OGGETTO: {}\n\nIL RESPONSABILE DEL SERVIZIO\n\nVISTA la {};\n\nDETERMINA\n\n"
         "1. di approvare quanto sopra.\n\nIl Responsabile del Servizio\n\nAda Neri\n")  # fmt: skip


@pytest.fixture(scope="module")
def site(corpus_store: Path) -> Client:
    return Client(corpus_store)


def rows(database: Path, query: str) -> list[tuple[str, ...]]:
    with sqlite3.connect(database) as connection:
        return connection.execute(query).fetchall()


def words(page: str) -> list[str]:
    body = page.partition('id="testo"')[2] or page.partition('id="tratto"')[2]
    body = re.split(r'<aside|<section id="riferimenti"|Torna all', body)[0]
    return unescape(re.sub(r"<[^>]+>", " ", body)).split()


def test_every_word_of_a_long_act_is_on_its_page_or_one_step_away(
    site: Client, corpus_store: Path
) -> None:
    (act,) = rows(corpus_store, "select id from atti order by fine - inizio desc limit 1")[0]
    page = site.text(f"/atto/{act}")
    assert len(page) < 300_000
    stretches = list(dict.fromkeys(re.findall(rf"/atto/{act}/testo/\d+-\d+(?=\")", page)))
    assert len(stretches) > 5
    read = words(page)
    for stretch in stretches:
        read += words(site.text(stretch))
    together = "".join(read)
    for (text,) in rows(
        corpus_store, f"select testo from parti where atto_id = '{act}' and foglia"
    ):
        for line in (text or "").split("\n"):
            for cell in line.split("\t"):
                joined = "".join(cell.split())
                assert joined in together, cell


def test_every_listed_fact_leads_to_its_words(site: Client, corpus_store: Path) -> None:
    followed, text = 0, cache(site.text)
    for (act,) in rows(corpus_store, "select id from atti"):
        page = site.text(f"/atto/{act}")
        for href in re.findall(r'class="dato" href="([^"]+)"', page):
            address, _, anchor = href.partition("#")
            there = text(address) if address else page
            assert there.count(f'id="{anchor}"') == 1, (act, href)
            followed += 1
    assert followed > 300


def test_the_evidence_leads_back_to_the_words_in_the_act(site: Client, corpus_store: Path) -> None:
    # Facts that stand far down, in stretches that the act's page does not show by itself
    for act, fact in rows(
        corpus_store,
        "select atto_id, id from importi where flusso = 'testo' order by inizio desc limit 5",
    ):
        page = site.text(f"/prova/importi/{fact}")
        assert f"/atto/{act}?fatto={fact}#f-{fact}" in page
        assert f'id="f-{fact}"' in site.text(f"/atto/{act}?fatto={fact}")


def test_tables_are_tables(site: Client, corpus_store: Path) -> None:
    act = rows(corpus_store, "select atto_id from rilasci")[0][0]
    page = site.text(f"/atto/{act}")
    links = re.findall(rf"/atto/{act}/testo/\d+-\d+(?=\")", page)
    pages = page + "".join(site.text(link) for link in dict.fromkeys(links))
    code = rows(corpus_store, "select codice from rilasci order by codice")[0][0]
    cell = re.search(rf"<td>(?:<[^>]+>)*{code}(?:<[^>]+>)*</td>", pages)
    assert cell is not None
    assert re.search(r'<th scope="col">', pages)


def test_references_lead_both_ways(tmp_path: Path) -> None:
    folder = tmp_path / "atti"
    folder.mkdir()
    first = DATED.format(12, "15/03/2024", "Arredi", "legge 7 agosto 1990, n. 241")
    second = DATED.format(
        20, "10/04/2024", "Arredi, seguito", "determinazione n. 12 del 15/03/2024"
    )
    (folder / "a.txt").write_text(first)
    (folder / "b.txt").write_text(second)
    # The same act printed twice has one name: the reader chooses
    (folder / "c.txt").write_text(first + "\nCopia.\n")
    database = ingested(tmp_path / "atti.db", folder)
    site = Client(database)
    (citing,) = rows(database, "select id from atti where numero = '20'")[0]
    cited = [
        row[0] for row in rows(database, "select id from atti where numero = '12' order by id")
    ]
    assert f'href="/atto/{cited[0]}"' in site.text(f"/atto/{citing}")
    assert f'href="/atto/{citing}"' in site.text(f"/atto/{cited[0]}")
    assert "/fascicolo/atto/" in site.text(f"/atto/{cited[0]}")
    choice = site.text("/atto/comune-di-valfiorita/determinazione/2024/12")
    assert all(f'href="/atto/{each}"' in choice for each in cited)
    assert "Stampato anche in" in site.text(f"/atto/{cited[0]}")
