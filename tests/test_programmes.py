"""The programmes of public works, of purchases and the like: their rows, amounts and codes."""

from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.documents.pdf import read_pdf
from extractor.facts import amounts, codes, people
from extractor.programmes import Column, column, cui
from extractor.structure.sheets import read_sheets
from extractor.structure.sheets.programmes import cents
from models import Act, Atto, Context, Document, Intervento
from tests import programme_pdfs as printed


@cache
def document(name: str) -> Document:
    return read_pdf(getattr(printed, name)(), f"{name}.pdf")


def interventions(text: str, of: Document | None = None) -> list[Intervento]:
    act = Act(Atto(tipo="piano"), 0, len(text), ())
    found = read_sheets(text, act, of.tabelle if of else ())
    return [record for record in found if isinstance(record, Intervento)]


def read(name: str) -> list[Intervento]:
    return interventions(document(name).testo, document(name))


def test_works_of_the_official_forms() -> None:
    """Only of the forms of works (D) and of the year's works (E); those given up (F) are none."""
    *works, of_the_year = read("works")
    assert [one.codice for one in works] == [printed.cui("L", 2024, n) for n in range(1, 25)]
    assert [one.titolo for one in works] == [printed.work(n) for n in range(1, 25)]
    third = works[2]
    assert third.costi_annui == (
        ("costo", 2024, 15_000_000),
        ("costo", 2025, 10_300_000),
        ("costo", 2026, 0),
    )
    assert (third.centesimi, third.costi_successivi) == (27_300_000, 2_000_000)
    assert (third.cup, third.anno_avvio) == (printed.cup(3), 2024)
    assert (third.responsabile, third.priorita) == ("Carlo Bianchi", "2")
    assert (of_the_year.codice, of_the_year.centesimi) == (third.codice, third.centesimi)
    assert of_the_year.costi_annui == (("costo", 2024, 15_000_000),)


def test_works_go_on_overleaf_with_their_evidence() -> None:
    last = read("works")[23]
    text = document("works").testo
    assert document("works").page_at(last.inizio) == 4
    assert text[last.inizio : last.fine] == last.testo
    assert printed.work(24) in last.testo


def test_purchases_under_upright_headings() -> None:
    found = read("purchases")
    assert [one.codice for one in found] == [printed.cui("FS"[n % 2], 2025, n) for n in range(1, 9)]
    assert {one.centesimi for one in found} == {12_000_050}
    assert {(one.anno_avvio, one.priorita, one.responsabile) for one in found} == {
        (2025, "1", "Anna Verdi")
    }
    assert found[4].costi_annui == (
        ("costo", 2025, 6_000_000),
        ("costo", 2026, 6_000_050),
        ("costo", 2027, 0),
    )


def test_a_list_of_accounting_software() -> None:
    """No rules, titles wider than their columns' values, codes on two lines."""
    green, bus, pavements = read("by_software")
    assert (green.codice, green.centesimi) == ("SRV2025/00003", 5_000_000)
    assert green.costi_annui[2] == ("costo", 2027, 0)
    assert (bus.codice, bus.titolo) == ("FRN2025/00011", "Acquisto di uno scuolabus")
    assert (pavements.codice, pavements.centesimi) == ("LAV2024/00002", 31_000_000)
    assert pavements.costi_annui == (("costo", 2026, 31_000_000),)
    assert pavements.responsabile == "Carlo Bianchi"


def roles(text: str) -> dict[str, tuple[str, int | None]]:
    return {one.importo: (one.ruolo, one.esercizio) for one in amounts.find(text, Context())}


def test_amounts_have_the_role_and_the_year_of_their_column() -> None:
    found = roles(document("works").testo)
    assert found["103000.00"] == ("annualita", 2025)
    assert found["20000.00"] == ("annualita", None)
    assert found["273000.00"] == ("totale", None)
    assert found["1200000.00"] == ("totale", 2024)
    found = roles(document("purchases").testo)
    assert found["60000.50"] == ("annualita", 2026)
    assert found["120000.50"] == ("totale", None)


def test_codes_broken_in_their_cells_are_whole() -> None:
    found = {(one.tipo, one.valore) for one in codes.find(document("works").testo, Context())}
    for number in range(1, 25):
        assert ("cui", printed.cui("L", 2024, number)) in found
        assert ("cup", printed.cup(number)) in found


_SERVICE = printed.cui("S", 2025, 7)


def responsible(text: str) -> set[tuple[str, str]]:
    return {(one.nome, one.funzione) for one in people.find(text, Context())}


def test_who_answers_for_each_row_is_its_rup() -> None:
    assert responsible(document("works").testo) == {("Carlo Bianchi", "responsabile_procedimento")}
    assert responsible(document("purchases").testo) == {("Anna Verdi", "responsabile_procedimento")}


@pytest.mark.parametrize(
    "cell", ["Servizio tecnico", "Da nominare", "Ufficio Lavori Pubblici", "Settore 3", "-", "Si"]
)
def test_an_office_in_the_column_of_the_rup_is_no_person(cell: str) -> None:
    assert responsible(f"Opera\tRUP\tImporto\nPonte nuovo\t{cell}\t5.000,00\n") == set()


ANNUAL = """\
ELENCO ANNUALE DEI LAVORI 2025
N.\tDescrizione dell'intervento\tRUP\tImporto totale
1\tRifacimento della copertura della palestra\tCarlo Bianchi\t€ 120.000,00
2\tNuova rotatoria di via Prova\tAnna Verdi\t€ 310.000,00
\tTotale\t\t€ 430.000,00
"""
SALES = """\
PIANO DELLE ALIENAZIONI E VALORIZZAZIONI IMMOBILIARI 2025-2027
Lotto\tDescrizione immobile\tFoglio\tParticella\tValore stimato
A1\tEx scuola elementare di Borgo Sotto\t12\t345\t85.000,00
A2\tRelitto stradale di via Vecchia\t7\t1020\t4.300,00
"""
ASSIGNMENTS = """\
PROGRAMMA DEGLI INCARICHI DI COLLABORAZIONE 2026
N.\tOggetto dell'incarico\tServizio\tSpesa prevista
1\tSupporto alla redazione del piano del verde\tUrbanistica\t12.000,00
"""
OF_A_CUI = f"""\
Variazione del programma
CUI\tOggetto\tAnno 2025 (€)\tAnno 2026 (€)\tTotale
{printed.cui("S", 2025, 7)}\tServizio di pulizia degli uffici\t70000\t70.000\t140,000.00
{printed.cui("F", 2025, 8)}\tFornitura di arredi\t45.000,00\t-\t45.000,00
"""

# The forms before d.m. 14/2018: the year is printed under its order.
OF_2015 = """\
SCHEDA 2: PROGRAMMA TRIENNALE DELLE OPERE PUBBLICHE 2015/2017
N. progr. (1)\tCod. Int. Amm.ne (2)\tCODICE ISTAT\t\tDESCRIZIONE DELL'INTERVENTO\tPriorità (5)\
\tSTIMA DEI COSTI DEL PROGRAMMA\t\t\t
\t\tReg.\tProv.\t\t\tPrimo anno (2015)\tSecondo anno (2016)\tTerzo anno (2017)\tTotale
1\t\t003\t015\tRifacimento di strade comunali\t1\t100.000,00\t100.000,00\t0,00\t200.000,00
2\tB12\t003\t015\tAmpliamento del cimitero\t2\t0,00\t350.000,00\t0,00\t350.000,00
TOTALE\t\t\t\t\t\t100.000,00\t450.000,00\t0,00\t550.000,00
"""
OWN_CODES = """\
3.2 Programma triennale dei lavori pubblici 2025-2027
Codice intervento\tDescrizione\t2025\t2026\t2027\tTotale\tFonte di finanziamento
OP-01\tEfficientamento del municipio\t250.000\t\t\t250.000\tPNRR
OP-02\tMessa in sicurezza del torrente\t\t400.000\t200.000\t600.000\tRegione
"""


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (OF_2015, [("1", 20_000_000), ("B12", 35_000_000)]),
        (OWN_CODES, [("OP-01", 25_000_000), ("OP-02", 60_000_000)]),
        (ANNUAL, [("1", 12_000_000), ("2", 31_000_000)]),
        (SALES, [("A1", 8_500_000), ("A2", 430_000)]),
        (ASSIGNMENTS, [("1", 1_200_000)]),
        (
            OF_A_CUI,
            [(printed.cui("S", 2025, 7), 14_000_000), (printed.cui("F", 2025, 8), 4_500_000)],
        ),
    ],
)
def test_found(text: str, rows: list[tuple[str, int]]) -> None:
    assert [(one.codice, one.centesimi) for one in interventions(text)] == rows


_NEXT = "PROGRAMMA TRIENNALE DEI LAVORI PUBBLICI 2025/2027\n"
LOOK_ALIKES = {
    "resources": _NEXT + "Cod.\tTipologia risorse\tPrimo anno\tSecondo anno\tImporto totale\n"
    "1\tStanziamenti di bilancio\t10.000,00\t20.000,00\t30.000,00\n",
    "properties": _NEXT
    + "Codice univoco immobile\tRiferimento CUI intervento\tDescrizione immobile"
    f"\tPrimo anno\tTotale\nI1\t{_SERVICE}\tEx scuola\t5.000,00\t5.000,00\n",
    "given up": _NEXT + "CUI\tCUP\tDescrizione intervento\tImporto intervento\tMotivo per il quale"
    f" l'intervento non è riproposto\n{_SERVICE}\t\tParcheggio\t5.000,00\tRinuncia\n",
    "economic framework": _NEXT + "N.\tDescrizione lavori\tImporto\n"
    "1\tLavori a base d'asta\t100.000,00\n2\tIVA 10%\t10.000,00\n3\tSpese tecniche\t9.000,00\n",
    "budget": _NEXT + "Codice\tDescrizione\tCapitolo\t2025\t2026\t2027\n"
    "01.05\tManutenzione del patrimonio\t1043\t10.000,00\t10.000,00\t10.000,00\n",
    "budget alone": "BILANCIO DI PREVISIONE 2025-2027\nCodice\tDescrizione\t2025\t2026\t2027\n"
    "1.03\tAcquisto di beni e servizi\t10.000,00\t10.000,00\t10.000,00\n",
    "tariffs": "TARIFFE 2025\nCodice\tDescrizione\tImporto 2025\tImporto 2026\n"
    "A01\tCanone per passo carrabile\t40,00\t42,00\n",
    "tariffs in a programme": _NEXT
    + "N.\tServizio\tTariffa\n1\tMensa\t4,50\n2\tTrasporto\t30,00\n",
    "staff": "PROGRAMMA TRIENNALE DEL FABBISOGNO DI PERSONALE 2025/2027\n"
    "Cod.\tDescrizione\tAnno 2025\tAnno 2026\nC1\tIstruttore\t32.000,00\t32.000,00\n",
    "contracts": _NEXT + "CUI\tCIG\tOggetto\tAffidatario\tImporto di aggiudicazione\tTotale\n"
    f"{_SERVICE}\tB123456789\tPulizie\tAlfa S.r.l.\t10.000,00\t10.000,00\n",
    "cells that slipped": "CUI\tOggetto\tPrimo anno\tTotale\n"
    f"{_SERVICE}\tPulizie\tServizi\t10.000,00\n",
    "totals": f"CUI\tOggetto\tPrimo anno\tTotale\n{_SERVICE}\tTotale\t1,00\t1,00\n",
    "no amount": f"CUI\tOggetto\tTotale\n{_SERVICE}\tPulizia degli uffici\t\n",
    "in thousands": _NEXT + "CUI\tDescrizione\tTotale (in migliaia di euro)\n"
    f"{_SERVICE}\tPulizia degli uffici\t140\n",
}


@pytest.mark.parametrize("text", LOOK_ALIKES.values(), ids=LOOK_ALIKES.keys())
def test_look_alikes(text: str) -> None:
    assert interventions(text) == []


MISSED = {
    "a row without any code": "PROGRAMMA DEGLI INCARICHI 2026\n"
    "Oggetto dell'incarico\tSpesa prevista\nSupporto al piano del verde\t12.000,00\n",
    "a code parted from its row": "PROGRAMMA TRIENNALE DEI LAVORI 2025/2027\n"
    "Cod.\tDescrizione\tImporto 2025\tImporto 2026\n"
    "LAV2025/\tNuovo ponte\t5.000,00\t6.000,00\n00001\n",
}


@pytest.mark.parametrize("text", MISSED.values(), ids=MISSED.keys())
@pytest.mark.xfail(strict=True)
def test_missed(text: str) -> None:
    assert interventions(text)


def test_the_year_printed_under_its_order_is_its_own() -> None:
    assert interventions(OF_2015)[1].costi_annui[1] == ("costo", 2016, 35_000_000)
    assert interventions(OWN_CODES)[1].costi_annui == (
        ("costo", 2026, 40_000_000),
        ("costo", 2027, 20_000_000),
    )


def test_the_numbers_of_two_lists_are_not_one() -> None:
    """The number 1 of a second list would be joined to that of the first."""
    assert [one.titolo for one in interventions(ANNUAL + "\n" + ASSIGNMENTS)] == [
        "Rifacimento della copertura della palestra",
        "Nuova rotatoria di via Prova",
    ]


def test_years_by_their_order_need_the_programmes_own() -> None:
    text = f"CUI\tOggetto\tPrimo anno\tTotale\n{_SERVICE}\tPulizie\t7,00\t9,00\n"
    [alone] = interventions(text)
    [named] = interventions("Programma biennale degli acquisti 2021/22\n" + text)
    assert alone.costi_annui == ()
    assert named.costi_annui == (("costo", 2021, 700),)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("STIMA DEI COSTI DELL'INTERVENTO (8) Primo anno", Column("anno", 1)),
        ("2° anno", Column("anno", 2)),
        ("Primo anno (2025)", Column("anno", 2025)),
        ("Annualità successive (2028 e oltre)", Column("successivi")),
        ("Importo stimato (IVA esclusa)", Column("totale")),
        ("CUI (Codice Unico Intervento)", Column("cui")),
        ("RESPONSABILE DEL PROCEDIMENTO Cognome e nome", Column("responsabile")),
        ("Annualità 2026 (€)", Column("anno", 2026)),
        ("Costi su annualità suc cessive", Column("successivi")),
        ("Importo complessivo (9)", Column("totale")),
        ("IMPORTO ANNUALITA'", Column("annualita")),
        ("Codice Unico Inter vento - CUI (1)", Column("cui")),
        (
            "CUI lavoro o altra acquisizione nel cui importo complessivo l'acquisto è ricompreso",
            None,
        ),
        ("Valore degli eventuali immobili di cui alla scheda C collegati all'intervento", None),
        ("RESPONSABILE DEL PROCEDIMENTO Cognome", None),
        ("Apporto di capitale privato (11) Importo", None),
        ("Importo ultimo SAL", None),
        ("Riferimento CUI intervento", None),
        ("Prima annualità del primo programma nel quale l'intervento è stato inserito", None),
    ],
)
def test_titles_of_columns(title: str, expected: Column | None) -> None:
    assert column(title) == expected


@given(st.decimals(min_value=0, max_value=Decimal("9999999999"), places=2))
def test_every_printed_form_of_an_amount_is_exact(value: Decimal) -> None:
    english = f"{value:,.2f}"
    italian = english.translate(str.maketrans(",.", ".,"))
    expected = int(value * 100)
    for words in (
        english,
        italian,
        f"{value:.2f}",
        f"€ {italian}",
        f"{italian[:-1]} {italian[-1]}",
    ):
        assert cents(words) == expected


@given(st.text("aeioudnprst CUI€()0123456789/-à'°\n", max_size=80))
def test_any_words_are_a_title_or_none(words: str) -> None:
    assert column(words) is None or isinstance(column(words), Column)
    assert cui(words) is None or len(cui(words) or "") == 21
