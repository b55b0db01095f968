"""Sheets of interventions under headings of their own, and what only looks like them."""

import pytest

from models import Intervento
from tests.test_sheets import read

PLAN = """\
PIANO DEGLI INTERVENTI PER LA MOBILITÀ DOLCE
Intervento 1 – Ciclovia del fiume ........ 4
Intervento 2 – Velostazione ........ 6
Il piano si compone di due interventi.
INTERVENTO 1 – Ciclovia del fiume
Descrizione: realizzazione di una pista ciclabile
Soggetto attuatore: Comune di Borgofiume
Costo totale: € 1.200.000,00
Fonte di finanziamento: PR FESR 2021-2027
Data di inizio: 1 marzo 2024
Data di fine prevista: giugno 2026
INTERVENTO 2 – Velostazione
Descrizione: deposito custodito per biciclette
Importo complessivo: 350.000 euro
Tempi: da settembre 2024 a novembre 2025
Allegato 1
Cartografia
"""

LETTERED = """\
Scheda progetto n. A.1: Sportello unico digitale
Obiettivi: semplificare l'accesso ai servizi
Importo: € 90.000,00
Durata: 18 mesi
Scheda progetto n. A.2: Archivio storico
Obiettivi: digitalizzare i fondi
Importo: € 60.000,00
Importo: € 65.000,00
"""


def test_sheets_under_headings_of_their_own() -> None:
    cycleway, station = read(PLAN, Intervento)
    assert (cycleway.codice, cycleway.titolo) == ("1", "Ciclovia del fiume")
    assert (cycleway.centesimi, cycleway.copertura) == (120_000_000, "PR FESR 2021-2027")
    assert cycleway.attuatore == "Comune di Borgofiume"
    assert (cycleway.data_inizio, cycleway.data_fine) == ("2024-03-01", "2026-06")
    assert (station.codice, station.titolo, station.centesimi) == ("2", "Velostazione", 35_000_000)
    assert (station.data_inizio, station.data_fine) == ("2024-09", "2025-11")


def test_the_codes_may_have_letters_and_two_amounts_say_nothing() -> None:
    desk, archive = read(LETTERED, Intervento)
    assert (desk.codice, desk.centesimi, desk.durata) == ("A.1", 9_000_000, "P18M")
    assert (archive.codice, archive.titolo) == ("A.2", "Archivio storico")
    assert archive.centesimi is None


@pytest.mark.parametrize(
    "text",
    [
        "Azione 2.1 – Competitività delle imprese\nIl bando attua l'azione.\n"
        "Azione 2.2 – Comunità energetiche\nIl bando attua anche questa azione.\n",
        "Intervento 1 – Ciclovia del fiume\nDescrizione: pista\nCosto: € 10.000,00\n",
        "L'intervento 1 – Ciclovia è finanziato;\nl'intervento 2 – Velostazione è finanziato;\n",
        "Progetto 1 ........ 4\nProgetto 2 ........ 6\n",
    ],
    ids=["no form below", "one alone", "in a sentence", "contents"],
)
def test_look_alikes_of_headed_sheets(text: str) -> None:
    assert read(text, Intervento) == []


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Lepida progetta e realizza le componenti applicative.", "Lepida"),
        ("Il coordinamento sarà svolto da Agenzia Prova.", "Agenzia Prova"),
        ("La Provincia di Prova ha la direzione del progetto.", "Provincia di Prova"),
        ("Regione Prova ha la direzione del progetto. Il CSI realizza le opere.", "CSI"),
        ("Il CSI realizza le opere. Agenzia Prova realizza i servizi.", None),
        ("Il CSI supporta gli enti.", None),
    ],
)
def test_who_carries_a_project_out_in_words(words: str, body: str | None) -> None:
    text = f"2. Schede intervento\n2.1 Portale unico\nModalità di attuazione: {words}\n"
    [record] = read(text, Intervento)
    assert record.attuatore == body


@pytest.mark.parametrize(
    ("words", "begin"),
    [
        ("La fase di progettazione ha preso il via a metà settembre 2017.", "2017-09"),
        ("I lavori sono iniziati nel marzo 2018; il progetto è partito a maggio 2017.", "2017-05"),
        ("La legge è stata approvata a settembre 2017.", None),
    ],
)
def test_a_beginning_told_in_words(words: str, begin: str | None) -> None:
    text = (
        f"2. Schede intervento\n2.1 Portale unico\nStato dell'arte: {words}\n"
        "Data di fine prevista: giugno 2019\n"
    )
    [record] = read(text, Intervento)
    assert (record.data_inizio, record.data_fine) == (begin, "2019-06")
