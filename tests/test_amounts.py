"""Amounts: found, look-alikes, missed; a sentence with a line of marks under each expected span."""

from decimal import Decimal

import pytest

from extractor.facts import amounts
from extractor.facts.amounts import words_beside
from models import Context
from tests.cases import Case, case, check, missed

FORMS = [
    case(
        "un importo di € 18.727.000,00 per",
        "              ^^^^^^^^^^^^^^^",
        {"centesimi": 1872700000},
    ),
    case("costa euro 1.358,30.", "      ^^^^^^^^^^^^^", {"importo": "1358.30"}),
    case("per 1.258.000,00 euro", "    ^^^^^^^^^^^^^^^^^", {"importo": "1258000.00"}),
    case("5.0M€ a valere", "^^^^^", {"importo": "5000000.00"}),
    case("fondi 4.100.000 € (FESR)", "      ^^^^^^^^^^^", {"importo": "4100000.00"}),
    case("15 milioni di euro", "^^^^^^^^^^^^^^^^^^", {"importo": "15000000.00"}),
    case(
        "con un fatturato da 2,5 a 10 milioni di euro",
        "                    ^^^   ^^^^^^^^^^^^^^^^^^",
        {"importo": "2500000.00"},
        {"importo": "10000000.00"},
    ),
    case(
        "da 500.000 a 1 milione di euro",
        "   ^^^^^^^   ^^^^^^^^^^^^^^^^^",
        {"importo": "500000.00"},
        {"importo": "1000000.00"},
    ),
    case("pari a €1.5\nmiliardi;", "       ^^^^^^^^^^^^^", {"importo": "1500000000.00"}),
    case(
        "Euro 500mila e € 4,5 mln",
        "^^^^^^^^^^^^   ^^^^^^^^^",
        {"centesimi": 50000000},
        {"centesimi": 450000000},
    ),
    case("€ 100,00.= (diconsi)", "^^^^^^^^^^", {"importo": "100.00"}),
    case(
        "€. 1.200,00 e EUR 2500",
        "^^^^^^^^^^^   ^^^^^^^^",
        {"centesimi": 120000},
        {"centesimi": 250000},
    ),
    case("€/mq 12,345 di lastrico", "^^^^^^^^^^^", {"importo": "12.345", "centesimi": None}),
    case(
        "da € 5.000 a € 10.000",
        "   ^^^^^^^   ^^^^^^^^",
        {"importo": "5000.00"},
        {"importo": "10000.00"},
    ),
    case(
        "tra 5.000 e 10.000 euro",
        "    ^^^^^   ^^^^^^^^^^^",
        {"importo": "5000.00"},
        {"importo": "10000.00"},
    ),
    case("€ 384. 930,00 di cui", "^^^^^^^^^^^^^", {"importo": "384930.00"}),
    case("un rimborso di € -1.200,00", "               ^^^^^^^^^^^", {"importo": "-1200.00"}),
    case("- Euro 7.457.073,13;", "  ^^^^^^^^^^^^^^^^^", {"importo": "7457073.13"}),
    case("lire 10.000.000", "^^^^^^^^^^^^^^^", {"valuta": "ITL", "importo": "10000000.00"}),
    case("superiore a 100 000 EUR", "            ^^^^^^^^^^^", {"importo": "100000.00"}),
    case("€ 57,676,658 in tutto", "^^^^^^^^^^^^", {"importo": "57676658.00"}),
    case("la spesa di 12.345,67 per", "            ^^^^^^^^^", {"importo": "12345.67"}),
    case("(in euro)\n28.158.447,00", "          ^^^^^^^^^^^^^", {"importo": "28158447.00"}),
    case("euro dodicimila/00 annui", "^^^^^^^^^^^^^^^^^^", {"importo": "12000.00"}),
    case("tre milioni e mezzo di euro", "^^^^^^^^^^^^^^^^^^^^^^^^^^^", {"centesimi": 350000000}),
    case("Euro 1.000 (mille)", "^^^^^^^^^^", {"importo": "1000.00"}),
    # A row without cells: the sign belongs to the side that the row's other amounts have it on.
    case(
        "3% 47.565 € 148.960.868 1.401 €2.458.132 2,9%",
        "          ^^^^^^^^^^^^^       ^^^^^^^^^^",
        {"centesimi": 14896086800},
        {"centesimi": 245813200},
    ),
    case(
        "2.174 28.437.573 € 318.634 € 1% 96,6%",
        "      ^^^^^^^^^^^^ ^^^^^^^^^",
        {"centesimi": 2843757300},
        {"centesimi": 31863400},
    ),
]

COLUMNS = [
    case(
        "Intervento\tRisorse in €\tFonti\nPolo\t1.349.851\tFESR 2014\nTotale\t38.842.851\t",
        "                                   ^^^^^^^^^                  ^^^^^^^^^^",
        {"importo": "1349851.00", "ruolo": "costo_progetto"},
        {"importo": "38842851.00", "ruolo": "totale"},
    ),
    case(
        "Voce\tImporto (migliaia di euro)\nLavori\t1.200",
        "                                       ^^^^^",
        {"importo": "1200000.00"},
    ),
    case(
        "N.\tSpesa ammessa\tPunteggio\tContributo\n1\t10.000,00\t80\t5.000,00",
        "                                        ^^^^^^^^^    ^^^^^^^^",
        {"ruolo": "costo_progetto"},
        {"ruolo": "contributo"},
    ),
    case(
        "Capitolo\tEsercizio\tImporto impegno\n2613/1\t2025\t€ 1.830,00",
        "                                               ^^^^^^^^^^",
        {"ruolo": "impegno", "esercizio": 2025, "capitolo": "2613/1"},
    ),
    case(
        "Voce\t2024\t2025\nCanoni €\t€ 100,00\t€ 200,00",
        "                        ^^^^^^^^ ^^^^^^^^",
        {"ruolo": "annualita", "esercizio": 2024},
        {"ruolo": "annualita", "esercizio": 2025},
    ),
]

SHEETS = [
    # The first row is the title of the sheet: its words and years are not the amount's.
    case(
        "TITOLO\tPR FESR 2021-2027 - Sostegno e contributi alle imprese\nDOTAZIONE\t€ 25.000,00\n",
        "                                                                        ^^^^^^^^^^^",
        {"ruolo": "dotazione", "esercizio": None},
    ),
    case(
        "Spesa ammessa (€)\tSpese (%)\nFino a 1.000,00\t8,00\nDa 1.000,01 a 2.000,00\t6,00\n",
        "                                   ^^^^^^^^         ^^^^^^^^   ^^^^^^^^",
        {"ruolo": "soglia"},
        {"ruolo": "soglia"},
        {"ruolo": "soglia"},
    ),
    case(
        "Periodo\tI\tII\nDotazione finanziaria (€)\t110.000.000\t65.000.000\n",
        "                                       ^^^^^^^^^^^ ^^^^^^^^^^",
        {"ruolo": "dotazione"},
        {"ruolo": "dotazione"},
    ),
]

TERMS = [
    case(
        "di cui € 255.000,00 per lavori, oltre IVA, ed altro",
        "       ^^^^^^^^^^^^",
        {"iva": "esclusa"},
    ),
    case(
        "con ISEE superiore a € 50.000 e € 65.000 se minori",
        "                     ^^^^^^^^   ^^^^^^^^",
        {"ruolo": "soglia"},
        {"ruolo": "soglia"},
    ),
    case(
        "CUP J27G22000110006 dell’importo complessivo di € 357.310, finanziati",
        "                                                ^^^^^^^^^",
        {"ruolo": "costo_progetto"},
    ),
    case(
        "per un importo totale di 10.143,6 IVA esclusa",
        "                         ^^^^^^^^",
        {"importo": "10143.60", "iva": "esclusa"},
    ),
    case(
        "una dotazione di 18.978.747,97 milioni di euro",
        "                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"importo": "18978747.97", "confidenza": 0.6},
    ),
    case(
        "la banca si impegna a riconoscere € 60,00",
        "                                  ^^^^^^^",
        {"ruolo": "altro"},
    ),
    case(
        "credito di € 500,00 di cui alla legge di bilancio 2018",
        "           ^^^^^^^^",
        {"esercizio": None},
    ),
    case(
        "LIQUIDARE la fattura n. 1 di € 122,00, di cui € 100,00 per imponibile ed € 22,00 per IVA",
        "                             ^^^^^^^^         ^^^^^^^^                   ^^^^^^^",
        {"ruolo": "liquidazione", "iva": "inclusa"},
        {"ruolo": "liquidazione", "iva": "esclusa"},
        {"ruolo": "altro"},
    ),
    case(
        "fattura emessa da Alfa per un importo di € 84.039,59, di cui € 76.399,63 per\nimponibile",
        "                                         ^^^^^^^^^^^         ^^^^^^^^^^^",
        {"ruolo": "liquidazione"},
        {"ruolo": "liquidazione", "iva": "esclusa"},
    ),
    case(
        "progetto per complessivi € 497.980,00 di cui € 149.832,50 per lavori, € 9,00 per altro",
        "                         ^^^^^^^^^^^^        ^^^^^^^^^^^^             ^^^^^^",
        {"ruolo": "costo_progetto"},
        {"ruolo": "altro"},
        {"ruolo": "altro"},
    ),
    case(
        "per un valore complessivo di € 29.418.000; - Alfa: valore di € 20.340.878,59",
        "                             ^^^^^^^^^^^^                    ^^^^^^^^^^^^^^^",
        {"ruolo": "totale"},
        {"ruolo": "altro"},
    ),
    case(
        "spese che raggiungono l’importo di 250€ più IVA",
        "                                   ^^^^",
        {"ruolo": "soglia", "iva": "esclusa"},
    ),
    case(
        "di impegnare la spesa di € 500,00 oltre IVA al 22% sul capitolo 1234/5 del bilancio 2026",
        "                         ^^^^^^^^",
        {"ruolo": "impegno", "iva": "esclusa", "capitolo": "1234/5", "esercizio": 2026},
    ),
    case(
        "un costo totale di euro: € 18.727.000,00 iva inclusa",
        "                         ^^^^^^^^^^^^^^^",
        {"ruolo": "totale", "iva": "inclusa"},
    ),
    case(
        "Euro 7.457.073,13 a valere dell’esercizio 2024;",
        "^^^^^^^^^^^^^^^^^",
        {"ruolo": "annualita", "esercizio": 2024},
    ),
    case(
        "€ 600,00 a valere sul cap. 14.01.203.010873 - Quota regione - annualità 2017",
        "^^^^^^^^",
        {"ruolo": "annualita", "esercizio": 2017, "capitolo": "1401203010873"},
    ),
    case(
        "la dotazione finanziaria complessiva pari a € 44.000.000,00",
        "                                            ^^^^^^^^^^^^^^^",
        {"ruolo": "dotazione"},
    ),
    case(
        "risorse residue disponibili pari ad euro 1.426,00",
        "                                    ^^^^^^^^^^^^^",
        {"ruolo": "residuo"},
    ),
    case(
        "un importo inferiore a 143.000 euro",
        "                       ^^^^^^^^^^^^",
        {"ruolo": "soglia"},
    ),
    case(
        "l’importo a base d’asta di € 13.664,00",
        "                           ^^^^^^^^^^^",
        {"ruolo": "base_asta"},
    ),
    case(
        "la ritenuta d’acconto di € 200,00",
        "                         ^^^^^^^^",
        {"ruolo": "ritenuta"},
    ),
    case(
        "spesa ritenuta ammissibile di € 200,00",
        "                              ^^^^^^^^",
        {"ruolo": "totale"},
    ),
    case(
        "un contributo di € 2.000,00 concesso",
        "                 ^^^^^^^^^^",
        {"ruolo": "contributo"},
    ),
    case(
        "sulla base di gara, l’importo di aggiudicazione in complessivi € 276,98",
        "                                                               ^^^^^^^^",
        {"ruolo": "totale"},
    ),
    case(
        "di rimborsare al sig. Rossi la somma di € 45,50",
        "                                        ^^^^^^^",
        {"ruolo": "rimborso"},
    ),
    case(
        "LORDO € 1.000,00 RITENUTE € 200,00",
        "      ^^^^^^^^^^          ^^^^^^^^",
        {"ruolo": "altro"},
        {"ruolo": "ritenuta"},
    ),
    case(
        "di accertare la somma di € 300,00",
        "                         ^^^^^^^^",
        {"ruolo": "accertamento"},
    ),
    case(
        "Costo totale del progetto (in euro) 28.158.447,00",
        "                                    ^^^^^^^^^^^^^",
        {"ruolo": "costo_progetto"},
    ),
]

YEARS = [
    case(
        "anno 2024 € 1.000,00\nanno 2025 € 2.000,00",
        "          ^^^^^^^^^^           ^^^^^^^^^^",
        {"esercizio": 2024, "ruolo": "annualita"},
        {"esercizio": 2025, "ruolo": "annualita"},
    ),
    case(
        "€ 1.000,00 sull’esercizio 2025 ed € 500,00 sull’esercizio 2026",
        "^^^^^^^^^^                        ^^^^^^^^",
        {"esercizio": 2025},
        {"esercizio": 2026},
    ),
    case(
        "con la quota 2025 pari a € 400,00; per l’anno 2026 la spesa presunta di € 500,00",
        "                         ^^^^^^^^                                       ^^^^^^^^",
        {"esercizio": 2025},
        {"esercizio": 2026},
    ),
    case(
        "al sig. Rossi del bilancio 2026-2028, annualità 2026\nCap. 3110/2 € 76,00 oltre € 3,00",
        "                                                                 ^^^^^^^       ^^^^^^",
        {"esercizio": 2026, "capitolo": "3110/2"},
        {"esercizio": None, "capitolo": None},
    ),
    # Not a budget's year.
    case(
        "Contributi anno 2021 per investimenti, L. 145/2018, di € 500,00",
        "                                                       ^^^^^^^^",
        {"esercizio": None, "ruolo": "contributo"},
    ),
    case(
        "con sede in via Arno n. 23, cap. 47042, per € 447,54",
        "                                            ^^^^^^^^",
        {"capitolo": None},
    ),
]

LOOK_ALIKES = [
    case("Contributo (€)\n36.10. ALLEGATO 10"),
    case("per un totale di 6.125 progetti, un contributo massimo di 2.500 abitanti"),
    case("sul capitolo 9.03.203.7295, prot. n. 12.345"),
    case("Numero verde 800.811.172, tel. 081.8259343"),
    case("pari al 12,50 %, con un ribasso dell’1.234,56 %"),
    case("del d.lgs. 18 agosto 2000, n. 267, art. 183, comma 7; il 12.03.2026"),
    case("una superficie di 1.200,50 mq e mq 1.234,56"),
    case("utenti 1.000-10.000, 45.516 controlli, 10.000 abitanti"),
    case("veicoli diesel Euro 4 ed Euro 6, Comunità europea, Eurostat"),
    case("punteggio 1.234,50 punti, 2.000,00 ore"),
    case("SPESA AMMESSA (€)\n4. INTERVENTI RELATIVI"),
    case("Ditta\tPunteggio\tEsito\nRossi\t80,50\tammessa"),
    case("$$RD = 100 * 100$$ svuotamenti"),
    case("la Strategia Europa 2020; Fondo euro-mediterraneo 2021-2027"),
]

MISSED = [
    # Nothing but the sense says that the second number is money.
    missed(
        "euro 1.000 il primo anno e 2.000 il secondo",
        "^^^^^^^^^^                 ^^^^^",
        {"importo": "1000.00"},
        {"importo": "2000.00"},
    ),
]


@pytest.mark.parametrize(
    "expected", [*FORMS, *COLUMNS, *SHEETS, *TERMS, *YEARS, *LOOK_ALIKES, *MISSED]
)
def test_cases(expected: Case) -> None:
    check(amounts.find, expected)


def test_schedule_without_cells() -> None:
    text = (
        "Data\nRilascio\nImporto\nRilascio al\nnetto di IVA\nImporto\nRilascio al\nlordo di IVA\n"
        "24C90-01 Avvio\n31/12/2024 31/12/2024 2.460.145,60 3.001.377,63\n"
    )
    found = amounts.find(text, Context())
    assert [(f.importo, f.ruolo, f.iva) for f in found] == [
        ("2460145.60", "rilascio", "esclusa"),
        ("3001377.63", "rilascio", "inclusa"),
    ]


def test_the_sheet_of_a_commitment_goes_on_under_new_headings() -> None:
    text = (
        "Piano\tMissione\tCapitolo\tEsercizio\n2.02.01\t4.2\t2613.1\t2023\n"
        "N. Impegno\tImporto Impegno\tN. Subimpegno\tImporto Sottosubimpegno\n"
        "430\t€ 85.243,34\t6\t€ 0,00\n"
    )
    found = [(f.ruolo, f.esercizio, f.capitolo) for f in amounts.find(text, Context())]
    assert found == [("impegno", 2023, "26131")] * 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("€ 12.000,00 (euro dodicimila/00)", "12000.00"),
        ("€ 12.000,00 (dodicimila)", "12000"),
        ("€ 12.000,00 (diconsi euro dodicimilacinquecento/50)", "12500.50"),
        ("€ 12.000,00 (IVA inclusa)", None),
        ("€ 12.000,00, dodicimila", None),
    ],
)
def test_words_beside_figures(text: str, value: str | None) -> None:
    found = words_beside(text, len("€ 12.000,00"))
    assert (found[2] if found else None) == (Decimal(value) if value else None)
