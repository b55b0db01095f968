"""The sheets and lists of the corpus: what the gold says of them, from text however wrapped."""

import json
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest

from extractor import documents
from extractor.structure.sheets import read_sheets
from models import (
    Act,
    Atto,
    Beneficiario,
    Contraente,
    Fatto,
    Intervento,
    Rilascio,
    SchedaCup,
    SchedaServizio,
)

CORPUS = Path(__file__).parent.parent / "corpus"
ACSS = "acss-determinazione-25-2024"
BULLETIN = "burl-2017-17-so-parte-1"
AGREEMENT = "agid-piemonte-accordo-2019"
PLAN = "lombardia-pttd-2021-2023"

Reader = Callable[[str], str]
Kind = TypeVar("Kind", bound=Fatto)


@cache
def document(name: str) -> str:
    return (CORPUS / f"documents/{name}.txt").read_text(encoding="utf-8")


def gold(name: str) -> dict[str, Any]:
    found = json.loads((CORPUS / f"gold/{name}.json").read_text(encoding="utf-8"))
    return dict(found["atti"][-1])


def read(text: str, kind: type[Kind], inizio: int = 0) -> list[Kind]:
    act = Act(Atto(tipo="altro"), inizio, len(text), ())
    found = read_sheets(text, act, ())
    for record in found:
        assert record.testo == text[record.inizio : record.fine]
    return [record for record in found if isinstance(record, kind)]


def as_printed(text: str) -> str:
    return text


def without_blank_lines(text: str) -> str:
    return re.sub(r"[ \t\xa0]*\n\s*", "\n", text)


def cents(amount: str) -> int:
    return int(amount.replace(".", ""))


@pytest.mark.parametrize("wrap", [as_printed, without_blank_lines])
def test_releases_are_exact(wrap: Reader) -> None:
    found = {record.codice: record for record in read(wrap(document(ACSS)), Rilascio)}
    rows = gold(ACSS)["rilasci"]
    assert found.keys() == {row["codice"] for row in rows}
    for row in rows:
        record = found[row["codice"]]
        assert (record.titolo, record.tipologia) == (row["titolo"], row["tipologia"])
        assert record.data_rilascio == row["data_rilascio"]
        assert record.data_validazione == row["data_validazione"]
        assert record.netto_centesimi == cents(row["netto"])
        assert record.lordo_centesimi == cents(row["lordo"])


@pytest.mark.parametrize("wrap", [as_printed, without_blank_lines])
def test_service_sheet_has_its_fields_and_lists(wrap: Reader) -> None:
    [record] = read(wrap(document(ACSS)), SchedaServizio)
    [row] = gold(ACSS)["schede_servizio"]
    for name in ("codice", "titolo", "tipologia", "sigla", "direzione_ente"):
        assert getattr(record, name) == row[name]
    assert list(record.servizi_utilizzati) == row["servizi_utilizzati"]
    assert list(record.applicativi) == row["applicativi"]
    expected = [(one["classe"], one["volumi_previsti"]) for one in row["classi_di_utenza"]]
    assert list(record.classi_di_utenza) == expected


@pytest.mark.parametrize("wrap", [as_printed, without_blank_lines])
def test_cup_sheet_has_every_field_and_no_other(wrap: Reader) -> None:
    [record] = read(wrap(document(ACSS)), SchedaCup)
    [row] = gold(ACSS)["schede_cup"]
    assert record.cup == row.pop("cup")
    assert row.pop("testo") == record.testo
    assert record.campi == row


@pytest.mark.parametrize("mark", ["\t", " ", "\n"])
def test_lists_of_applicants_are_whole_whatever_parts_their_cells(mark: str) -> None:
    text = document(BULLETIN).replace("\t", mark)
    found = read(text, Beneficiario, text.index("D.d.s. 19 aprile 2017 - n. 4490"))
    expected = gold(BULLETIN)
    totals = {row["titolo"]: row["righe_totali"] for row in expected["elenchi"]}
    assert Counter(record.elenco for record in found) == totals
    assert sum(record.centesimi or 0 for record in found) == 257_400_000
    by_place = {(record.elenco, record.ordine): record for record in found}
    title = expected["elenchi"][-1]["titolo"]
    for row in expected["beneficiari"]:
        record = by_place[title, row["ordine"]]
        for name in ("id_domanda", "denominazione", "data_protocollo", "protocollo", "esito"):
            assert getattr(record, name) == row[name]
        assert (record.punteggio, record.centesimi) == (str(row["punteggio"]), row["centesimi"])


@pytest.mark.parametrize("wrap", [as_printed, without_blank_lines])
def test_interventions_of_the_agreement_have_their_money(wrap: Reader) -> None:
    found = {record.codice: record for record in read(wrap(document(AGREEMENT)), Intervento)}
    rows = gold(AGREEMENT)["interventi"]
    assert found.keys() == {row["codice"] for row in rows}
    for row in rows:
        record = found[row["codice"]]
        assert record.titolo == row["titolo"]
        assert record.centesimi == cents(row["importo"])
        assert record.copertura == row["copertura"]


AS_WRITTEN = str.maketrans("-", " ")


@pytest.fixture(scope="module", params=["txt", "pdf"])
def agreement(request: pytest.FixtureRequest, corpus_pdfs: Path) -> dict[str, Intervento]:
    """The interventions of the agreement, from its text and from its PDF."""
    folder = corpus_pdfs if request.param == "pdf" else CORPUS / "documents"
    read_in = documents.read(folder / f"{AGREEMENT}.{request.param}")
    act = Act(Atto(tipo="accordo"), 0, len(read_in.testo), ())
    found = read_sheets(read_in.testo, act, read_in.tabelle)
    return {record.codice: record for record in found if isinstance(record, Intervento)}


def test_sheets_of_the_agreement_have_their_times(agreement: dict[str, Intervento]) -> None:
    for row in gold(AGREEMENT)["interventi"]:
        record, times = agreement[row["codice"]], row["cronoprogramma"]
        assert (record.data_inizio, record.data_fine) == (times["inizio"], times["fine"]), record
        assert record.durata == times.get("durata"), row["codice"]


def test_sheets_of_the_agreement_have_their_yearly_costs(agreement: dict[str, Intervento]) -> None:
    for row in gold(AGREEMENT)["interventi"]:
        expected = [
            (
                one["voce"].replace("Totale iniziativa", "Stima iniziativa"),
                one["anno"],
                cents(one["importo"]),
            )
            for one in row.get("costi_annui", ())
        ]
        assert list(agreement[row["codice"]].costi_annui) == expected, row["codice"]


def test_sheets_of_the_agreement_have_their_indicators(agreement: dict[str, Intervento]) -> None:
    for row in gold(AGREEMENT)["interventi"]:
        printed = agreement[row["codice"]].indicatori
        for one in row["indicatori"]:
            [indicator] = [words for words in printed if words.startswith(one["nome"])]
            assert (one["target"] or "") in indicator


def test_sheets_of_the_agreement_name_who_carries_it_out(agreement: dict[str, Intervento]) -> None:
    for row in gold(AGREEMENT)["interventi"]:
        body = agreement[row["codice"]].attuatore
        assert body is not None, row["codice"]
        assert row["soggetto_attuatore"].startswith(body.translate(AS_WRITTEN)), row["codice"]


OTHER_LAYOUT = """\
Allegato tecnico
3. Schede progetto
3.1 Ciclovia del fiume
Soggetto attuatore: Comune di Borgofiume
Modalità di attuazione: appalto integrato; la direzione è affidata a Studio Rivi
Data di inizio: 1 marzo 2021
Data di conclusione prevista: giugno 2023
Durata del progetto: 28 mesi
Tempi di pagamento: 30 giorni dalla fattura
Quadro economico
Voce\tAnno 2021\tAnno 2022\tTotale
Lavori\t120.000,00\t80.500,50\t200.500,50
Costi di progettazione\t15.000,00\t\t15.000,00
Risultati attesi
Utenti della ciclovia\t2021\t2022
Residenti\t1000\t2000
Indicatori
Indicatore\tValore iniziale\tValore obiettivo
Chilometri realizzati\t0\t12
3.2 Sportello digitale
Referente: Ufficio innovazione, numero di telefono 02123456
Descrizione: lo sportello segue il regolamento in vigore dal 1 gennaio 2018.
Cronoprogramma
Attività\t1S 2022\t2S 2022\t1S 2023
Avviamento\tx\t\t
Esercizio\t\tx\tx
3.3 Archivio storico
Descrizione: da definire
Tempi: da settembre 2022 a novembre 2024
4. Monitoraggio
Durata: 5 anni
"""


def test_sheets_of_another_layout() -> None:
    cycleway, desk, archive = read(OTHER_LAYOUT, Intervento)
    assert cycleway.attuatore == "Comune di Borgofiume"
    assert (cycleway.data_inizio, cycleway.data_fine) == ("2021-03-01", "2023-06")
    assert cycleway.durata == "P28M"
    assert cycleway.costi_annui == (
        ("Lavori", 2021, 12_000_000),
        ("Lavori", 2022, 8_050_050),
        ("Costi di progettazione", 2021, 1_500_000),
    )
    assert cycleway.indicatori == (
        "Chilometri realizzati; Valore iniziale: 0; Valore obiettivo: 12",
    )
    assert (desk.data_inizio, desk.data_fine) == ("2022-01", "2023-06")
    assert (desk.durata, desk.attuatore, desk.costi_annui, desk.indicatori) == (None, None, (), ())
    assert (archive.data_inizio, archive.data_fine, archive.durata) == ("2022-09", "2024-11", None)


@pytest.mark.parametrize(
    "field",
    [
        "Termine per la presentazione: 30/06/2020",
        "Durata della garanzia: 24 mesi",
        "Tempi di pagamento: 30 giorni",
        "Tempi: avvio secondo il decreto del 12 gennaio 2018",
        "Tempi: secondo la nota del 12/01/2018; il Gantt sarà consegnato entro 30 giorni",
        "Cronoprogramma\nAttività\t2021\t2022\nUtenti\t100\t200",
        "Cronoprogramma\nAttività\t2021\t2022\nUtenti\t100\t",
        "Enti serviti\t2021\t2022\nComuni\t100\t200",
        "Modalità di attuazione: il servizio è affidato a terzi con gara",
        "Soggetto attuatore: da individuare con gara",
        "Descrizione: l'attività di formazione ha una durata di 6 mesi",
        "Numero di telefono\t3471234567",
    ],
)
def test_what_a_sheet_does_not_print_stays_empty(field: str) -> None:
    text = f"2. Schede intervento\n2.1 Portale unico\n{field}\n"
    [record] = read(text, Intervento)
    assert (record.data_inizio, record.data_fine, record.durata) == (None, None, None)
    assert (record.attuatore, record.costi_annui, record.indicatori) == (None, (), ())


def test_interventions_of_the_plan_have_title_and_lines() -> None:
    found = read(document(PLAN), Intervento)
    rows = gold(PLAN)["interventi"]
    assert [(one.codice, one.titolo) for one in found] == [
        (row["codice"], row["titolo"]) for row in rows
    ]
    assert [list(one.linee) for one in found] == [row["linee"] for row in rows]


def test_parties_of_the_agreement() -> None:
    plain = str.maketrans("’", "'")
    found = [
        (record.denominazione.translate(plain), record.sigla)
        for record in read(document(AGREEMENT), Contraente)
    ]
    assert found == [(row["denominazione"], row["sigla"]) for row in gold(AGREEMENT)["contraenti"]]


def test_only_the_act_is_read() -> None:
    text = document(BULLETIN)
    act = Act(Atto(tipo="decreto"), 0, text.index("BANDO EBM IMPRESE"), ())
    assert not [r for r in read_sheets(text, act, ()) if isinstance(r, Beneficiario)]
