"""Codes in the forms of many producers: chapters, letters, invoices, projects, tenders."""

from datetime import date

import pytest

from extractor.facts.codes import complete, find
from models import Context

CONTEXT = Context(tipo="determinazione", data=date(2025, 6, 1), ente="Comune di Roccaverde")


def values(text: str, tipo: str) -> list[str]:
    """The values of one kind found in ``text``, in order."""
    found = complete(find(text, CONTEXT), CONTEXT)
    return [code.valore for code in found if code.tipo == tipo]


CHAPTERS = {
    "sul capitolo 7245/01-03 del Ministero": ["7245/01-03"],
    "sul capitolo di spesa U04215 e sul cap. H41926": ["U04215", "H41926"],
    "cap. 101520/E; cap. 52502/S del bilancio": ["101520/E", "52502/S"],
    "il capitolo 02738_S": ["02738_S"],
    "il capitolo 3 del libro, via Roma 1, Cap. 83021": [],
}


@pytest.mark.parametrize(("text", "expected"), CHAPTERS.items())
def test_chapters(text: str, expected: list[str]) -> None:
    assert values(text, "capitolo") == expected


LETTERS = {
    "al protocollo ai nn. 4345 dell’8 novembre 2016, 1399 del 13/1/2017 e 37579 del 3/9/2017": [
        "4345", "1399", "37579",
    ],
    "la nota LT16/21, del 14 luglio 2021, e la nota DPC/ABI/123 del 12/3/2020": [
        "LT16/21", "DPC/ABI/123",
    ],
    "la nota Ref. Ares (2016) 7158486 del 23/12/2016": ["7158486"],
    "la nota del Ministero della Salute del 12 marzo 2020, n. 12345": ["12345"],
    "acquisita al protocollo comunale in data 3/3/2020 al n. 1234": ["1234"],
    "P.G. n. 12345/2020 e PG/2024/123456 del 3/3/2024": ["12345/2020", "PG/2024/123456"],
    "Prot. 2021.0001234 e prot. n. 2021-0005678": ["20210001234", "2021-0005678"],
    "prot. U.0012345.12-03-2020 e m_dg.DOG.05/03/2020.0123456.U": ["0012345", "0123456"],
    "prot. 1234/4.1.o del 5/5/2020": ["1234"],
    "il decreto del Sindaco di Roccaverde prot.n. 20 del 31.12.2024": [],
    "il decreto sindacale prot. n. 1/2024 e il DM 02/12/2024 MASAF prot. 635206": [],
    "la nota del 12 marzo 2020, articolo n. 12; la nota del decreto 3/4/2020, n. 123": [],
    "la nota A4 del 2020": [],
    "la nota MIUR prot. n. AOODGPER/50436del 23/11/2017": ["AOODGPER/50436"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LETTERS.items())
def test_letters(text: str, expected: list[str]) -> None:
    assert values(text, "protocollo") == expected


def test_letters_have_their_dates() -> None:
    found = find("ai protocolli nn. 43 dell’8/11/2016, 1399 del 13/1/2017", CONTEXT)
    assert [code.data for code in found] == ["2016-11-08", "2017-01-13"]


INVOICES = {
    "(es. fattura 104/2025 Rossi.pdf)": ["104/2025"],
    "la fatt. 12/PA del 3/3/2024 e la Fattura elettronica 5/PA del 3/3/2024": ["12/PA", "5/PA"],
    "la fattura FPA 1/25 del 4/11/2025 e la fattura 12 del 3/3/2024": ["FPA1/25", "12"],
    "le fatture 2024, la fattura 1234 euro, le fatture 12/03/2024": [],
}


@pytest.mark.parametrize(("text", "expected"), INVOICES.items())
def test_invoices(text: str, expected: list[str]) -> None:
    assert values(text, "fattura") == expected


PROJECTS = {
    "il progetto PON 10.2.5C- FSEPON-CA-2018-41 “Arte”": ["10.2.5C-FSEPON-CA-2018-41"],
    "codice progetto: M4C1I3.2-2022-961-P-12345": ["M4C1I3.2-2022-961-P-12345"],
    "Codice SGP VE11P027-A; codice ReNDiS 16IR123/G1": ["VE11P027-A", "16IR123/G1"],
    "il partenariato PE00000013 e l'infrastruttura IR0000016": ["PE00000013", "IR0000016"],
    "codice identificativo progetto 2019-IT-01; cod. progetto 12345": ["2019-IT-01", "12345"],
    "codice progetto CUP J24H23000140001, codice progetto 3, codice progetto 12/03/2024": [],
    "l'articolo 10.2.5 - FESTA-CA-2018": [],
}


@pytest.mark.parametrize(("text", "expected"), PROJECTS.items())
def test_projects(text: str, expected: list[str]) -> None:
    assert values(text, "id_progetto") == expected


TENDERS = {
    "T.D. MePA n. 1234567; Trattativa Diretta (TD) n. 1234568": ["1234567", "1234568"],
    "la procedura n. 6131469 sulla piattaforma MePA": ["6131469"],
    "sulla piattaforma di e-procurement acquistinretepa.it n° 6131470": ["6131470"],
    "O.D.A. MEPA 1234567, Id negoziazione 7654321": ["1234567", "7654321"],
    "la procedura n. 6131469 di sfratto; la trattativa con 123 operatori": [],
}


@pytest.mark.parametrize(("text", "expected"), TENDERS.items())
def test_tenders(text: str, expected: list[str]) -> None:
    assert values(text, "codice_gara") == expected


def test_tax_codes_and_offices() -> None:
    assert values("CUAA 92119800644, VAT number IT02205060409", "codice_fiscale") == ["92119800644"]
    assert values("VAT number IT02205060409", "partita_iva") == ["02205060409"]
    assert values("C.F. 92119800644 - C.U. UFC9O4", "codice_univoco_ufficio") == ["UFC9O4"]
    offices = "cod. univoco UFBIDR; SDI M5UXCR1; il sistema SDI comunale"
    assert values(offices, "codice_univoco_ufficio") == ["UFBIDR", "M5UXCR1"]
