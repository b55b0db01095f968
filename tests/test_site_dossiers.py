"""Dossiers on the site, over three acts of a body that share a project, a law and people."""

import csv
import io
import re
import shutil
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from extractor import extract
from extractor.registry.update import update
from extractor.store.writer import Store
from tests.site_client import Client
from tests.stores import ingested

COMMITMENT = """COMUNE DI VALFIORITA

DETERMINAZIONE DEL RESPONSABILE DEL SERVIZIO N. 12 DEL 15/03/2023

OGGETTO: Lavori di restauro del ponte vecchio. CUP E46G23000300002. Impegno di spesa

IL RESPONSABILE DEL SERVIZIO

VISTA la legge 7 agosto 1990, n. 241;

VISTO il contratto firmato dal legale rappresentante dell'impresa, sig. Ottavio Brandi;

DETERMINA

1. di impegnare per il CUP E46G23000300002 la somma di € 12.345,67 per l'esercizio 2023 e di \
€ 20.000,00 per l'esercizio 2024;

2. di nominare responsabile unico del procedimento l'arch. Bice Marangoni;

3. di concludere i lavori entro il 31 dicembre 2090.

Il Responsabile del Servizio
Dott.ssa Lucia Cantelmo
"""
SHARES = """COMUNE DI VALFIORITA

DETERMINAZIONE DEL RESPONSABILE DEL SERVIZIO N. 40 DEL 02/05/2024

OGGETTO: Riparto di contributi fra due progetti

IL RESPONSABILE DEL SERVIZIO

VISTA la legge 7 agosto 1990, n. 241;

VISTA la propria determinazione n. 12 del 15/03/2023;

DETERMINA

1. di liquidare per il progetto CUP E46G23000300002 la somma di € 1.111,00;

2. di liquidare per il progetto CUP J24H23000140001 la somma di € 2.222,00;

3. di dare atto che la spesa totale è di € 3.333,00.

Il Responsabile del Servizio
Dott.ssa Lucia Cantelmo
"""
SUPPLY = """COMUNE DI VALFIORITA

DETERMINAZIONE DEL RESPONSABILE DEL SERVIZIO N. 7 DEL 10/01/2025

OGGETTO: Fornitura di arredi. CUP 22E220003400004

IL RESPONSABILE DEL SERVIZIO

VISTO il decreto legislativo 18 agosto 2000, n. 267;

DETERMINA

1. di affidare la fornitura per € 900,00.

Il Responsabile del Servizio
Dott. Ennio Salvadori
"""
CUP = "/fascicolo/cup/E46G23000300002"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fascicoli")
    for name, text in (("impegno", COMMITMENT), ("riparto", SHARES), ("arredi", SUPPLY)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return ingested(folder / "atti.db", folder)


@pytest.fixture(scope="module")
def site(store: Path) -> Client:
    return Client(store)


def person(name: str) -> str:
    return f"/fascicolo/persona/comune-valfiorita/{name.lower().replace(' ', '-')}"


def followed(site: Client, path: str) -> str:
    """The page that an address leads to."""
    answer = site.get(path)
    return site.text(answer.headers["location"] if answer.status_code == 302 else path)


def values(rows: list[dict[str, Any]]) -> list[str]:
    return [row["importo"] for row in rows]


def test_a_project_has_its_acts_along_time_each_with_its_evidence(site: Client) -> None:
    page = site.text(CUP)
    assert "<h1>CUP E46G23000300002</h1>" in page
    assert page.index("n. 40 del 2 maggio 2024") < page.index("n. 12 del 15 marzo 2023")
    assert "n. 7 del 10 gennaio 2025" not in page
    for act in site.get(f"{CUP}.json").json()["atti"]:
        assert f"/atto/{act['id']}" in page
        for mention in act["menzioni"]:
            assert site.get(mention["prova"].removeprefix("http://localhost")).status_code == 200


def test_the_acts_may_be_read_from_the_first_on(site: Client) -> None:
    page = site.text(f"{CUP}?ordine=dal-primo")
    assert page.index("n. 12 del 15 marzo 2023") < page.index("n. 40 del 2 maggio 2024")


def test_an_act_of_two_projects_does_not_give_its_total_to_each(site: Client) -> None:
    data = site.get(f"{CUP}.json").json()
    assert "1111.00" in values(data["importi_accanto"])
    assert values(data["importi"]) == ["12345.67", "20000.00"]
    everything = values([*data["importi"], *data["importi_accanto"]])
    assert "3333.00" not in everything
    assert "2222.00" not in everything
    other = site.get("/fascicolo/cup/J24H23000140001.json").json()
    assert values(other["importi_accanto"]) == ["2222.00"]
    assert other["importi"] == []


def test_a_drawing_has_words_and_its_data(site: Client) -> None:
    page = site.text(CUP)
    svg = page[page.index("<svg") : page.index("</svg>")]
    assert '<title id="g-denaro-t">Importi per anno</title>' in svg
    assert "Il più grande è di 20.000,00" in svg
    assert "style=" not in svg
    table = page[page.index("I dati del grafico") :]
    assert "<td>2024</td><td>impegno</td><td>20.000,00" in table


def test_a_project_has_its_deadlines_people_and_other_codes(site: Client) -> None:
    data = site.get(f"{CUP}.json").json()
    assert [row["entro"] for row in data["scadenze"]] == ["2090-12-31"]
    people = {row["nome"]: row["funzioni"] for row in data["persone"]}
    assert people == {
        "Lucia Cantelmo": ["firmatario"],
        "Bice Marangoni": ["responsabile_procedimento"],
    }
    codes = [code["valore"] for group in data["codici"] for code in group["codici"]]
    assert codes == ["J24H23000140001"]


def test_the_table_for_spreadsheets_has_the_acts(site: Client) -> None:
    rows = list(csv.DictReader(io.StringIO(site.text(f"{CUP}.csv"))))
    assert [row["numero"] for row in rows] == ["40", "12"]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("/fascicolo/cup/e46g%202300%200300002", CUP),
        ("/fascicolo/codice_incarico/24C90", "/fascicolo/incarico/24C90"),
        ("/fascicolo?codice=e46g+23000300002", CUP),
        ("/fascicolo?codice=lucia+cantelmo", person("Lucia Cantelmo")),
        ("/fascicolo/persona/CANTELMO%20Lucia", person("Lucia Cantelmo")),
        ("/fascicolo?codice=comune+di+valfiorita", "/fascicolo/ente/comune-valfiorita"),
        ("/fascicolo?codice=liste+di+attesa", "/cerca?q=liste+di+attesa"),
    ],
)
def test_whatever_is_typed_leads_to_the_one_address(site: Client, typed: str, place: str) -> None:
    answer = site.get(typed)
    assert (answer.status_code, answer.headers["location"]) == (302, place)


def test_a_cited_act_has_those_that_cite_it_and_itself(site: Client) -> None:
    page = site.text("/fascicolo/atto/determinazione%7C12%7C2023")
    assert "Determinazione n. 12 del 2023" in page
    assert "Nell'archivio" in page
    assert "n. 40 del 2 maggio 2024" in page
    assert "enti diversi possono avere" in page
    law = site.text("/fascicolo/atto/legge%7C241%7C1990")
    assert "2 atti" in law
    assert "enti diversi possono avere" not in law


def test_an_act_of_the_store_leads_to_its_citations(site: Client) -> None:
    answer = site.get("/fascicolo/atto/comune-di-valfiorita/determinazione/2023/12")
    assert answer.headers["location"] == "/fascicolo/atto/determinazione%7C12%7C2023"


@pytest.mark.parametrize("name", ["Comune di Valfiorita", "COMUNE DI  VALFIORITA"])
def test_a_body_is_one_however_it_is_printed(site: Client, name: str) -> None:
    answer = site.get(f"/fascicolo/ente/{quote(name)}")
    if answer.status_code == 302:
        answer = site.get(answer.headers["location"])
    assert "<h1>Comune di Valfiorita</h1>" in answer.text
    assert "<span>3 atti</span>" in answer.text
    assert "<span>1 atto del 2024</span>" in site.text(
        "/fascicolo/ente/comune-valfiorita?anno=2024"
    )


def test_someone_in_an_office_has_a_dossier(site: Client) -> None:
    page = site.text(person("Lucia Cantelmo"))
    assert "<span>2 atti</span>" in page
    assert "firmatario" in page
    assert "omonimi" in page


def refusal(site: Client, address: str) -> str:
    """What is said where there is no dossier, apart from the address itself."""
    answer = site.get(address)
    assert answer.status_code == 404, address
    found = re.search(r"<main.*</main>", answer.text, re.S)
    assert found
    return found[0]


def test_anyone_else_has_none_and_the_answer_does_not_tell_whether_they_are_there(
    site: Client,
) -> None:
    assert refusal(site, person("Ottavio Brandi")) == refusal(site, person("Nessuno Affatto"))
    assert refusal(site, person("Ottavio Brandi") + ".json") == refusal(site, person("No Mai"))
    listed = site.text("/fascicolo/persona")
    assert "Bice Marangoni" in listed
    assert "Brandi" not in listed


def test_a_hidden_name_has_none(store: Path, tmp_path: Path) -> None:
    database = tmp_path / "atti.db"
    shutil.copy(store, database)
    with Store(database) as opened:
        opened.hide("Cantelmo Lucia")
    site = Client(database)
    assert refusal(site, person("Lucia Cantelmo")) == refusal(site, person("Nessuno Affatto"))
    for address in ("/fascicolo/persona", CUP, f"{CUP}.json", "/fascicolo?codice=Lucia+Cantelmo"):
        assert "Cantelmo" not in site.get(address).text
    assert "Bice Marangoni" in site.text(CUP)


def test_a_name_covered_as_a_beneficiary_has_none(store: Path, tmp_path: Path) -> None:
    database = tmp_path / "atti.db"
    shutil.copy(store, database)
    with sqlite3.connect(database) as connection:
        connection.execute(
            "insert into riservati select documento_id, nome, 'beneficiario' from persone "
            "where nome = 'Bice Marangoni'"
        )
    site = Client(database)
    assert refusal(site, person("Bice Marangoni")) == refusal(site, person("Nessuno Affatto"))
    assert "Bice" not in site.text("/fascicolo/persona")


def test_no_dossier_of_a_natural_persons_code(site: Client) -> None:
    known = refusal(site, "/fascicolo/codice_fiscale/RSSMRA70A01F205Z")
    assert "mai di codici fiscali di persone" in known
    assert site.get("/fascicolo/iban/IT60X0542811101000000123456").status_code == 404


def test_the_kinds_are_counted_and_lead_to_lists(site: Client) -> None:
    page = site.text("/fascicolo")
    assert CUP in page
    listed = site.text("/fascicolo/cup?q=E4")
    assert CUP in listed
    assert "J24H23000140001" not in listed
    assert "Legge n. 241 del 1990" in site.text("/fascicolo/atto?tipo_atto=legge&q=24")
    assert person("Ennio Salvadori") in site.text("/fascicolo/persona?q=salva")
    assert "Cantelmo" not in site.text("/fascicolo/persona?q=salva")


def test_a_code_that_breaks_its_rule_is_said_to(site: Client) -> None:
    assert "non rispetta la sua regola" in site.text("/fascicolo/cup/22E220003400004")
    assert "non rispetta la sua regola" not in site.text(CUP)


def test_another_writing_of_a_code_keeps_what_else_is_asked(site: Client) -> None:
    answer = site.get("/fascicolo/cup/e46g23000300002.json?anno=2024")
    assert answer.headers["location"] == f"{CUP}.json?anno=2024"


def test_an_act_of_several_bodies_is_of_each(store: Path, tmp_path: Path) -> None:
    database = tmp_path / "atti.db"
    shutil.copy(store, database)
    both = "Comune di Valfiorita; Comune di Montebruno"
    (records,) = (each for path in store.parent.glob("riparto.txt") for each in extract(path))
    acts = tuple(act.model_copy(update={"ente": both}) for act in records.atti)
    with Store(database) as opened:
        opened.write(records.model_copy(update={"atti": acts}), "1", 0.1)
        opened.finish()
        update(opened.database.conn)
    site = Client(database)
    assert "<span>3 atti</span>" in site.text("/fascicolo/ente/comune-valfiorita")
    assert "<span>1 atto</span>" in followed(site, "/fascicolo/ente/Comune%20di%20Montebruno")
    choice = site.text(f"/fascicolo/ente/{quote(both)}")
    assert "/fascicolo/ente/comune-valfiorita" in choice
    assert "/fascicolo/ente/comune-montebruno" in choice
    assert both not in site.text("/fascicolo/ente")


SERVICE = """COMUNE DI VALFIORITA

DETERMINAZIONE DEL RESPONSABILE DEL SERVIZIO N. 51 DEL 03/06/2025

OGGETTO: Piattaforma Tributi Locali (PTL)

IL RESPONSABILE DEL SERVIZIO

Dato atto che la Piattaforma Tributi Locali (PTL) è fornita da Delta Reti S.r.l. (di seguito \
“DR”), P.IVA 07643520567;

DETERMINA

1. di impegnare per la Piattaforma Tributi Locali la somma di € 4.321,00 a favore di DR;

Il Responsabile del Servizio
Dott. Ennio Salvadori
"""


def test_a_service_and_its_supplier_have_dossiers_under_every_name(tmp_path: Path) -> None:
    (tmp_path / "servizio.txt").write_text(SERVICE, encoding="utf-8")
    database = tmp_path / "atti.db"
    ingested(database, tmp_path)
    site = Client(database)
    service = "/fascicolo/servizio/piattaforma-tributi-locali"
    company = "/fascicolo/ente/delta-reti-srl"
    for name, place in (
        ("/fascicolo/servizio/PTL", service),
        ("/fascicolo?codice=PIATTAFORMA+tributi+locali", service),
        ("/fascicolo/ente/DELTA%20RETI%20SRL", company),
        ("/fascicolo/ente/DR.json", f"{company}.json"),
    ):
        assert site.get(name).headers.get("location") == place, name
    page = site.text(service)
    assert "<h1>Piattaforma Tributi Locali</h1>" in page
    assert "4.321,00" in page
    assert "Ennio Salvadori" in site.text(company) + page
    assert "07643520567" in site.text(company)
    assert service in site.text("/fascicolo/servizio?q=trib")
    assert company in site.text("/fascicolo/ente?q=delta")
    assert service in site.text("/fascicolo")
