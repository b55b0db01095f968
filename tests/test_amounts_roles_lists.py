"""What amounts are by the list or table they stand in, and by how near their words are.

See ``amount_sentences`` for how they are written.
"""

import re
import time

import pytest

from extractor.facts import amounts
from models import Context
from tests.amount_sentences import read, words

LISTS: list[tuple[str, str, int | None]] = [
    (
        "impegno",
        "DETERMINA\n"
        "1. di impegnare, ai sensi dell’art. 183 del D.Lgs. 267/2000, la somma di"
        " ⟦€ 1.220,00⟧ IVA inclusa sul capitolo 1043/2 del bilancio 2026",
        2026,
    ),
    (
        "impegno",
        "di impegnare la spesa come segue:\n"
        "- ⟦€ 500,00⟧ sul cap. 120/1 esercizio 2025\n"
        "- ⟦€ 700,00⟧ sul cap. 120/1 esercizio 2026",
        None,
    ),
    (
        "impegno",
        "DECRETA\n"
        "1. di impegnare a favore di Alfa S.p.A. (cod. 12345) l’importo complessivo di"
        " ⟦€ 2.500.000,00⟧ imputato al capitolo 14.01.104.7643 dell’esercizio finanziario 2024",
        2024,
    ),
    (
        "liquidazione",
        "2. di liquidare:\n"
        "Beneficiario\tCapitolo\tImporto\n"
        "Alfa S.r.l.\t14.01.203.7643\t⟦€ 9.000,00⟧\n"
        "Beta S.r.l.\t14.01.203.7643\t⟦€ 8.000,00⟧",
        None,
    ),
    (
        "liquidazione",
        "di liquidare la spesa a favore di:\n- Rossi Mario € 200,00;\n- Bianchi Anna ⟦€ 300,00⟧;",
        None,
    ),
    (
        "dotazione",
        "La dotazione è così ripartita:\n- Linea A: ⟦€ 500.000,00⟧;\n- Linea B: ⟦€ 300.000,00⟧.",
        None,
    ),
    (
        "annualita",
        "Importo: ⟦€ 500,00⟧\nCapitolo: 1234\nEsercizio: 2026",
        2026,
    ),
    (
        "annualita",
        "Cronoprogramma di spesa:\n2024\t⟦€ 100.000,00⟧\n2025\t⟦€ 200.000,00⟧",
        None,
    ),
    (
        "annualita",
        "Capitolo\tDescrizione\tE.F. 2025\tE.F. 2026\n1200\tManutenzioni\t⟦€ 100,00⟧\t⟦€ 200,00⟧",
        None,
    ),
    (
        "altro",
        "Intervento\tCosto semplificato (€/ha)\tCOSTO UNITARIO\n"
        "Impianto a filare\t⟦€ 22.698,00⟧\t⟦€ 4,50⟧",
        None,
    ),
    (
        "costo_progetto",
        "A) Lavori\t€ 70.000,00\n"
        "B) Somme a disposizione\t€ 30.000,00\n"
        "Totale quadro economico\t⟦€ 100.000,00⟧",
        None,
    ),
    (
        "rimborso",
        "I costi di riproduzione sono pari a:\n"
        "• per il formato A4, ⟦euro 0,10⟧ a pagina;\n"
        "• per il formato A3, ⟦euro 0,20⟧ a pagina;",
        None,
    ),
]


@pytest.mark.parametrize(("role", "text", "year"), LISTS)
def test_in_a_list(role: str, text: str, year: int | None) -> None:
    found = read(text)
    assert [(said, name) for said, name, _ in found] == [(said, role) for said in words(text)]
    if year is not None or len(found) == 1:
        assert found[0][2] == year


@pytest.mark.parametrize("gap", ["\n", "  ", " \n "])
@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("di impegnare la somma di ⟦€ 1.220,00⟧ sul capitolo 1043", "impegno"),
        ("posto a base di gara di ⟦€ 85.000,00⟧ oltre IVA", "base_asta"),
        ("la dotazione finanziaria è pari a ⟦€ 85.000,00⟧", "dotazione"),
        ("sono ammesse spese per un massimo di ⟦€ 85.000,00⟧", "soglia"),
    ],
)
def test_broken_lines_do_not_matter(sentence: str, role: str, gap: str) -> None:
    broken = re.sub(r" (?=[^⟧]*(?:⟦|$))", gap, sentence)
    assert [name for _, name, _ in read(broken)] == [role]


def test_a_dash_between_two_amounts_makes_a_band() -> None:
    text = "dimensione: ⟦€ 1.000,00⟧ – ⟦€ 5.000,00⟧ (1 punto); altro: ⟦€ 7.000,00⟧"
    assert [name for _, name, _ in read(text)] == ["soglia", "soglia", "altro"]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        (
            "progetto esecutivo redatto dall’Ufficio, per un importo di ⟦€ 9.000,00⟧",
            "costo_progetto",
        ),
        ("redazione del progetto esecutivo per un importo di ⟦€ 900,00⟧", "totale"),
        ("un costo massimo dell’investimento di ⟦€ 900,00⟧", "soglia"),
        ("AGEVOLAZIONE\t" + "testo che non dice nulla " * 5 + "e poi ⟦€ 900,00⟧", "altro"),
    ],
)
def test_near_and_far(sentence: str, role: str) -> None:
    assert [name for _, name, _ in read(sentence)] == [role]


def test_an_item_ends_what_leads_in_its_list() -> None:
    text = "1. di impegnare:\n- ⟦€ 1,50⟧ al cap. 1;\n2. di prendere atto di ⟦€ 2,50⟧ altrui."
    assert [name for _, name, _ in read(text)] == ["impegno", "altro"]


def test_lists_without_end_are_read_in_bounded_time() -> None:
    begun = time.perf_counter()
    amounts.find(":\n- " * 50_000 + "€ 1,00", Context())
    assert time.perf_counter() - begun < 5  # 0.1 s; 47 s where every list is read to its end


def test_parts_are_not_what_their_whole_is() -> None:
    text = "quadro economico di € 9.000,00, di cui:\n- ⟦€ 8,50⟧ di beni;\n- ⟦€ 1,50⟧ di IVA."
    assert {name for _, name, _ in read(text)} == {"altro"}
