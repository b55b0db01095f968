"""The search page: what is found, how it is narrowed down, where codes lead, what stays covered."""

import json
import re
import sqlite3
from contextlib import closing
from csv import DictReader
from datetime import date
from io import StringIO
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree

import pytest

from extractor.site.searching.catalogue import Catalogue, catalogue
from extractor.site.searching.facets import name_of
from extractor.site.warming import warm
from extractor.store.masking import open_masked
from extractor.store.query import parse
from extractor.store.writer import Store
from models import Atto, Documento, Estrazione, Parte
from models.identity import content_id
from tests.site_client import Client
from tests.stores import ingested

NOBODY = "RSSMRA80A01H501U"
AWARD = f"""COMUNE DI VALDOCE

DETERMINAZIONE N. 12 DEL 5 MARZO 2024

OGGETTO: Affidamento dei lavori per la città & <b>manutenzione</b> delle scuole. CUP E46G23000300002

IL RESPONSABILE DEL SERVIZIO

Vista la legge 7 agosto 1990, n. 241;

Vista la deliberazione della Giunta regionale n. XII/514 del 26 giugno 2023;

Vista la richiesta di Mario Rossi, codice fiscale {NOBODY};

DETERMINA

1. di impegnare la somma di euro 18.000,00 per gli edifici scolastici e l’università;

2. di dare atto che i lavori vanno conclusi entro il 31/12/2099.

Il Responsabile del Servizio
Ing. Anna Verdi
"""
GRANT = """COMUNE DI MONTERALTO

DETERMINAZIONE N. 7 DEL 10 GENNAIO 2023

OGGETTO: Concessione di contributi alle associazioni sportive

IL RESPONSABILE DEL SERVIZIO

Vista la legge 7 agosto 1990, n. 241;

DETERMINA

1. di assegnare un contributo di euro 500,00 a ciascuna associazione;

2. di pubblicare il presente atto.

Il Responsabile del Servizio
Dott. Carlo Bianchi
"""


def made(folder: Path, *texts: str) -> Path:
    """A store of some acts."""
    for number, text in enumerate(texts):
        (folder / f"atto-{number}.txt").write_text(text, "utf-8")
    return ingested(folder / "atti.db", folder)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("search"), AWARD, GRANT)


@pytest.fixture(scope="module")
def site(database: Path) -> Client:
    return Client(database)


def numbers(site: Client, query: str) -> list[str]:
    """The numbers of the acts found, in order."""
    return [act["numero"] for act in json.loads(site.text(f"/cerca.json?{query}"))["risultati"]]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("contributo", ["7"]),
        ("contributi", ["7"]),
        ("%22un contributo%22", ["7"]),
        ("%22dei contributi%22", []),
        ("citta", ["12"]),
        ("CITTÀ", ["12"]),
        ("dell'universita'", ["12"]),
        ("scolastico", ["12"]),
        ("scuola impegnare", ["12"]),  # one in the subject, one in a point
        ("responsabile -scuole", ["7"]),
        ("assoc*", ["7"]),
        ("%22lavori vanno conclusi%22", ["12"]),
        ("comune di valdoce", ["12"]),
        ("E46G23000300002 lavori", ["12"]),
        ("parolachenonesiste", []),
    ],
)
def test_words_find_acts(site: Client, typed: str, found: list[str]) -> None:
    assert numbers(site, f"q={typed}") == found


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("E46G23000300002", "/fascicolo/cup/E46G23000300002"),
        ("cup: e46g 2300 0300 002", "/fascicolo/cup/E46G23000300002"),
        ("legge 241/1990", "/fascicolo/atto/legge%7C241%7C1990"),
        ("l. 241/90", "/fascicolo/atto/legge%7C241%7C1990"),
        ("L. n. 241 del 7 agosto 1990", "/fascicolo/atto/legge%7C241%7C1990"),
        ("DGR XII 514", "/fascicolo/atto/dgr%7C514%7C2023"),
        ("d.g.r. 514/2023", "/fascicolo/atto/dgr%7C514%7C2023"),
        ("dgr n. XII/514 del 26/06/2023", "/fascicolo/atto/dgr%7C514%7C2023"),
        ("determinazione 12/2024", "/atto/"),
        ("determina 12 del 2024", "/atto/"),
        ("determinazione n. 12 del 5 marzo 2024", "/atto/"),
    ],
)
def test_codes_and_numbers_of_acts_lead_to_their_pages(
    site: Client, typed: str, there: str
) -> None:
    answer = site.get(f"/cerca?q={typed}")
    assert answer.status_code == 302
    assert answer.headers["location"].startswith(there)
    assert site.get(answer.headers["location"]).status_code == 200


@pytest.mark.parametrize(
    "typed",
    [
        "E46G23000300003", "legge 242/1990", "DGR XI 514", "determinazione 12/2023", "12", "2024",
        "determinazione n. 12 del 6 marzo 2024", "%22legge 241/1990%22", NOBODY,
        "legge 241/1990 e scuole",
    ],
)  # fmt: skip
def test_nothing_leads_to_a_page_that_is_not_there(site: Client, typed: str) -> None:
    assert site.get(f"/cerca?q={typed}").status_code == 200


def test_a_page_of_results(site: Client) -> None:
    page = site.text("/cerca?q=manutenzione scolastici")
    assert "&lt;b&gt;<mark>manutenzione</mark>&lt;/b&gt; delle scuole" in page
    assert "edifici <mark>scolastici</mark> e l’università" in page
    assert "<b>manutenzione" not in page
    assert re.search(r'href="/atto/[0-9a-f]{16}#:~:text=scolastici"', page)
    assert "fino a 18.000,00\N{NO-BREAK SPACE}€" in page
    assert '<h2 id="t-risultati" class="conto-atti">1 atto</h2>' in page


def test_nothing_found_says_what_to_try(site: Client) -> None:
    page = site.text("/cerca?q=scuole zzzz&tipo=determinazione")
    assert "«zzzz»: non è in nessun atto" in page
    assert "togliere i filtri" in page
    assert site.get("/cerca?q=%2B").status_code == 400


def test_facets_count_narrow_and_can_be_left(site: Client) -> None:
    found = json.loads(site.text("/cerca.json?ente=Comune di Valdoce"))
    assert [act["numero"] for act in found["risultati"]] == ["12"]
    facets = {name: {each["valore"]: each["quanti"] for each in choices}
              for name, choices in found["filtri"].items()}  # fmt: skip
    assert facets["ente"] == {"Comune di Valdoce": 1, "Comune di Monteralto": 1}
    assert facets["anno"] == {"2024": 1}
    assert facets["importo"] == {"5000": 1}
    assert facets["cup"] == {"si": 1}
    assert facets["scadenza"] == {"aperta": 1}
    assert numbers(site, "ente=Comune di Valdoce&ente=Comune di Monteralto") == ["12", "7"]
    assert numbers(site, "importo=0") == ["7"]
    assert numbers(site, "scadenza=aperta&q=contributi") == []
    assert numbers(site, "ente=che non c'è") == []
    page = site.text("/cerca?q=responsabile&ente=Comune di Valdoce&anno=2024")
    assert 'href="/cerca?q=responsabile&amp;anno=2024"' in page
    assert "Togli il filtro Ente" in page
    assert name_of("importo", "<script>") == "fino a 5.000 €"


def test_of_very_many_acts_those_with_the_words_in_the_subject_come_first(
    database: Path,
) -> None:
    known = Catalogue()
    known.broad = 0
    with closing(open_masked(database)) as store:
        store.row_factory = sqlite3.Row
        known.refresh(store, database)
        typed = ("associazione", "responsabile", "lavori", "lavori -richiesta")
        acts = [known.best_first(store, parse(each)).tolist() for each in typed]
        numbers = dict(store.execute(
            "select posto, numero from ricerca join atti on atti.id = atto_id"
        ).fetchall())  # fmt: skip
    assert [[numbers[each] for each in some] for some in acts] == [["7"], ["12", "7"], ["12"], []]


def test_the_latest_first(site: Client) -> None:
    assert numbers(site, "") == ["12", "7"]
    assert numbers(site, "q=responsabile&ordine=data") == ["12", "7"]


def test_the_same_acts_as_rows_and_as_a_feed(site: Client) -> None:
    rows = list(DictReader(StringIO(site.text("/cerca.csv?q=lavori"))))
    assert [(row["numero"], row["importo"], row["data"]) for row in rows] == [
        ("12", "18000.00", "2024-03-05")
    ]
    answer = site.get("/cerca.rss?q=lavori&ente=Comune+di+Valdoce")
    assert answer.headers["content-type"].startswith("application/rss+xml")
    channel = ElementTree.fromstring(answer.text)[0]
    link = channel.find("{http://www.w3.org/2005/Atom}link")
    assert link is not None
    assert link.attrib["href"].endswith("/cerca.rss?q=lavori&ente=Comune+di+Valdoce")
    (item,) = channel.findall("item")
    assert "città & <b>manutenzione</b>" in (item.findtext("description") or "")
    assert item.findtext("pubDate") == "Tue, 05 Mar 2024 00:00:00 +0100"


@pytest.mark.parametrize("personal", [False, True])
def test_what_is_covered_cannot_be_searched(tmp_path: Path, personal: bool) -> None:
    database = made(tmp_path, AWARD, GRANT)
    site = Client(database, personal=personal)
    assert numbers(site, f"q={NOBODY}") == []
    assert numbers(site, f"q={NOBODY[:8]}*") == []
    assert numbers(site, "q=bianchi") == ["7"]
    with Store(database) as store:
        store.hide("Carlo Bianchi")
    assert numbers(site, "q=bianchi") == []
    for form in ("", ".json", ".csv", ".rss"):
        assert "Bianchi" not in site.text(f"/cerca{form}?q=contributi")
        assert personal or NOBODY not in site.text(f"/cerca{form}?q=richiesta")


def acts(name: str, count: int) -> Estrazione:
    """A document of short acts, one a day."""
    document = content_id(name) * 4
    heads, parts = [], []
    for number in range(count):
        act = content_id(name, number)
        text = f"Avviso numero {number} per il deposito di atti presso l'albo"
        day = date.fromordinal(738_000 + number).isoformat()
        heads.append(
            Atto(id=act, documento_id=document, tipo="avviso", sigla="Avviso", numero=str(number),
                 data=day, anno=int(day[:4]), ente="Comune di Valdoce", oggetto=text)
        )  # fmt: skip
        parts.append(
            Parte(id=content_id(act), documento_id=document, atto_id=act, tipo="altro", testo=text,
                  ordine=number, foglia=True, inizio=number * 100, fine=number * 100 + len(text),
                  pagina_inizio=1, pagina_fine=1)
        )  # fmt: skip
    record = Documento(id=document, nome=f"{name}.txt", formato="txt")
    return Estrazione(documento=record, atti=tuple(heads), parti=tuple(parts))


def test_pages_of_results_and_a_store_that_changes(tmp_path: Path) -> None:
    database = tmp_path / "atti.db"
    with Store(database) as store:
        store.write(acts("uno", 45), "1", 0.0)
    site = Client(database)
    for query in ("q=deposito&ordine=data", "", "tipo=avviso"):
        pages = [numbers(site, f"{query}&pagina={page}") for page in (1, 2, 3)]
        assert [*chain(*pages)] == [str(number) for number in reversed(range(45))]
    page = site.text("/cerca?q=deposito&pagina=2")
    assert 'rel="prev nofollow"' in page
    assert 'rel="next nofollow"' in page
    assert "45 atti, pagina 2 di 3" in page
    assert numbers(site, "q=deposito&pagina=99") == numbers(site, "q=deposito&pagina=3")
    with Store(database) as store:
        store.write(acts("due", 5), "1", 0.0)
    assert json.loads(site.text("/cerca.json?q=deposito"))["quanti"] == 50
    with Store(database) as store:
        store.write(acts("uno", 2), "2", 0.0)
    assert json.loads(site.text("/cerca.json?q=deposito"))["quanti"] == 7
    assert json.loads(site.text("/cerca.json"))["quanti"] == 7
    database.unlink()
    with Store(database) as store:
        store.write(acts("tre", 3), "1", 0.0)
    assert json.loads(Client(database).text("/cerca.json"))["quanti"] == 3


@pytest.mark.parametrize(
    "asked",
    [
        "q=%00", "q=*", "q=%22", "q=-", "q=()", "q=NEAR(a b)", "q=%ff", "q=' or 1=1 --",
        "q=" + "parola " * 500, "q=" + "%22" * 99, "pagina=-1", "pagina=9999999999", "q=a:b",
        "anno=x&anno=2024", "importo=", "q=atto&ordine=boh", "tipo=%22%3E%3Cscript%3E",
        "q=" + "con* " * 30, "q=%F0%9F%98%80 atto", "q={oggetto}: atto ^ +",
    ],
)  # fmt: skip
def test_whatever_is_asked_is_answered_or_refused(site: Client, asked: str) -> None:
    for form in ("", ".json", ".csv", ".rss"):
        answer = site.get(f"/cerca{form}?{asked}")
        assert answer.status_code in (200, 400), form
        assert form or "<script>" not in answer.text


def test_what_searches_need_can_be_read_before_the_first_one(database: Path) -> None:
    warm(database)
    with closing(open_masked(database)) as connection:
        connection.set_progress_handler(lambda: 1, 1)  # any further reading would fail
        assert len(catalogue(connection, database).by_date)
