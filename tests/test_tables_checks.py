"""Columns and rows of tables against their totals; what is no sum is left alone."""

from pathlib import Path

import pytest

from extractor.checks.tables import cell_number, is_total, may_add_up
from tests.money_checks import findings, told


def table(*rows: str) -> str:
    """A table whose cells are parted by bars here, by tabs in the act."""
    return "\n".join(row.replace(" | ", "\t") for row in rows) + "\n"


SPENDING = (
    "Voce | Quantità | Prezzo unitario | Importo",
    "Arredi | 10 | € 100,00 | € 1.000,00",
    "Attrezzature | 4 | € 500,00 | € 2.000,00",
    "Impianti | 1 | € 7.250,00 | € 7.250,00",
)


def test_a_total_with_a_digit_wrong(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, table(*SPENDING, "Totale |  |  | € 10.150,00"), "somma_tabella")
    assert found.gravita == "errore"
    assert found.messaggio == (
        "Tabella, riga «Totale», colonna «Importo»: il totale stampato è 10.150,00, la somma "
        "10.250,00: differenza 100,00."
    )
    assert len(found.fatti) == 1


def test_a_total_far_from_the_sum_is_a_warning(tmp_path: Path) -> None:
    rows = table(*SPENDING, "TOTALE COMPLESSIVO |  |  | € 12.345,00")
    ((severity, message),) = told(tmp_path, rows, "somma_tabella")
    assert severity == "avviso"
    assert "differenza -2.095,00" in message


def test_a_row_may_be_lost_where_the_total_is_more(tmp_path: Path) -> None:
    rows = table(*SPENDING, "Totale |  |  | € 10.350,00")
    ((severity, _),) = told(tmp_path, rows, "somma_tabella")
    assert severity == "avviso"


def test_a_cent_for_each_row_is_rounding(tmp_path: Path) -> None:
    rows = table(
        "Voce | Importo", "Uno | € 33,33", "Due | € 33,33", "Tre | € 33,33", "Totale | € 100,00"
    )
    ((severity, message),) = told(tmp_path, rows, "somma_tabella")
    assert severity == "nota"
    assert "la somma 99,99" in message


def test_a_row_where_the_sum_of_the_others_fails(tmp_path: Path) -> None:
    rows = table(
        "Ente | 2024 | 2025 | Totale",
        "Valfiorita | € 100,00 | € 200,00 | € 300,00",
        "Pietralta | € 150,00 | € 250,00 | € 400,00",
        "Roccabruna | € 170,00 | € 230,00 | € 400,00",
        "Montelieto | € 110,00 | € 220,00 | € 340,00",
    )
    ((_, message),) = told(tmp_path, rows, "somma_tabella")
    assert message == (
        "Tabella, riga «Montelieto»: «Totale» è 340,00, la somma delle colonne «2024», «2025» è "
        "330,00: differenza -10,00."
    )


def test_years_in_a_single_row(tmp_path: Path) -> None:
    rows = ("Capitolo | Anno 2024 | Anno 2025 | Totale", "14321 | € 100,00 | € 200,00 | € {}")
    right = table(*rows).format("300,00")
    assert told(tmp_path, right, "somma_annualita") == []
    ((severity, message),) = told(tmp_path, table(*rows).format("400,00"), "somma_annualita")
    assert severity == "errore"
    assert "la somma delle colonne «Anno 2024», «Anno 2025» è 300,00" in message


def test_net_vat_and_gross_columns(tmp_path: Path) -> None:
    rows = table(
        "Fattura | Imponibile | IVA | Totale",
        "n. 1 | € 100,00 | € 22,00 | € 122,00",
        "n. 2 | € 200,00 | € 44,00 | € 244,00",
        "n. 3 | € 300,00 | € 66,00 | € 366,00",
        "n. 4 | € 400,00 | € 88,00 | € 478,00",
    )
    ((severity, message),) = told(tmp_path, rows, "somma_iva")
    assert severity == "errore"
    assert "«Totale» è 478,00, la somma delle colonne «Imponibile», «IVA» è 488,00" in message


def test_sections_with_totals_of_their_own(tmp_path: Path) -> None:
    rows = (
        "Quadro | Importo",
        "Lavori | € 1.000,00",
        "Sicurezza | € 200,00",
        "Totale lavori | € 1.200,00",
        "IVA | € 264,00",
        "Spese tecniche | € 300,00",
        "Totale somme a disposizione | € 564,00",
    )
    right = table(*rows, "Totale complessivo | € 1.764,00")
    assert told(tmp_path, right, "somma_tabella") == []
    wrong = table(*rows, "Totale complessivo | € 1.746,00")
    ((severity, _),) = told(tmp_path, wrong, "somma_tabella")
    assert severity == "errore"


FRAMEWORK = (
    "Quadro economico | Importo",
    "A.1) Lavori a misura | € 100.000,00",
    "A.2) Oneri della sicurezza | € 4.000,00",
    "Importo a base di gara | € 104.000,00",
    "A.3) Lavori in economia | € 1.000,00",
    "A) Totale lavori | € 105.000,00",
    "B.1) IVA 10% sui lavori | € 10.500,00",
    "B.2) Spese tecniche | € 9.500,00",
    "di cui per il collaudo | € 2.500,00",
    "B) Totale somme a disposizione | € 20.000,00",
)


def test_the_financial_framework_of_a_work(tmp_path: Path) -> None:
    assert told(tmp_path, table(*FRAMEWORK, "TOTALE A+B | € 125.000,00"), "somma_tabella") == []
    wrong = table(*FRAMEWORK, "TOTALE A+B | € 123.000,00")
    ((_, message),) = told(tmp_path, wrong, "somma_tabella")
    assert message == (
        "Tabella, riga «TOTALE A+B», colonna «Importo»: il totale stampato è 123.000,00, la somma "
        "125.000,00: differenza 2.000,00."
    )


def test_sections_under_their_totals(tmp_path: Path) -> None:
    rows = (
        "Missione | Stanziamento",
        "Totale missione 1 | € 1.000,00",
        "Programma 1 | € 600,00",
        "Programma 2 | € 400,00",
        "Totale missione 2 | € 900,00",
        "Programma 3 | € 500,00",
        "Programma 4 | € 400,00",
    )
    assert told(tmp_path, table(*rows), "somma_tabella") == []


def test_a_table_that_goes_on_after_a_few_words(tmp_path: Path) -> None:
    first = table("Ente | Importo", "Valfiorita | € 1.000,00", "Pietralta | € 2.000,00")
    second = table("Ente | Importo", "Roccabruna | € 900,00", "Montelieto | € 800,00",
                   "Totale | € 4.700,00")  # fmt: skip
    assert told(tmp_path, f"{first}\nSegue.\n\n{second}", "somma_tabella") == []


def test_a_total_above_its_rows(tmp_path: Path) -> None:
    rows = (
        "Descrizione | Importo 2026 | Importo 2027",
        "Totale | 530,00 | 450,00",
        "Carburante | 430,00 | 400,00",
        "Vestiario | 100,00 | 50,00",
    )
    assert told(tmp_path, table(*rows), "somma_tabella") == []
    ((severity, message),) = told(
        tmp_path, table(*rows).replace("530,00", "520,00"), "somma_tabella"
    )
    assert severity == "errore"
    assert "«Importo 2026»" in message


def test_thousands_after_the_english_custom(tmp_path: Path) -> None:
    rows = table(
        "Controllo | Importo",
        "3% | € 360,918",
        "4% | € 847,386",
        "7% | € 6,014,790",
        "Totale | € 7,223,094",
    )
    assert told(tmp_path, rows, "somma_tabella") == []


DETAIL = (
    "Sede | Fascicoli | Valore | Decurtazione",
    "Valfiorita | 1.000 | € 10.000,00 | € 500,00",
    "Pietralta | 2.000 | € 20.000,00 | € 700,00",
    "Roccabruna | 1.500 | € 15.000,00 | € 800,00",
    "Montelieto | 1.500 | € 25.000,00 | € 900,00",
)
WHOLE = (
    "Anno | Fascicoli | Valore | Decurtazione",
    "Primo semestre | 4.000 | € 40.000,00 | € 400,00",
    "Secondo semestre | 2.000 | € 30.000,00 | € 300,00",
    "Totale | 6.000 | € 70.000,00 | € 700,00",
)


def test_a_detail_that_does_not_make_the_total_of_another_table(tmp_path: Path) -> None:
    body = table(*WHOLE) + "\nIl dettaglio per sede è il seguente.\n\n" + table(*DETAIL)
    (found,) = findings(tmp_path, body, "somma_tabella")
    assert found.gravita == "avviso"
    assert found.messaggio == (
        "Tabella, colonna «Decurtazione»: le righe sommano 2.900,00, un'altra tabella dell'atto "
        "dà come totale 700,00 (differenza 2.200,00); coincidono invece le colonne «Fascicoli», "
        "«Valore»."
    )
    assert len(found.fatti) == 2


@pytest.mark.parametrize(
    "rows",
    [
        (*SPENDING, "Totale |  |  | € 10.250,00"),
        # Shares, prices, codes and years are never summed.
        ("Quota | Aliquota", "Uno | 22,00", "Due | 10,00", "Totale | 40,00"),
        ("Voce | Prezzo unitario", "Uno | € 1.100,00", "Due | € 1.200,00", "Totale | € 2.000,00"),
        ("Voce | Capitolo", "Uno | 10.200", "Due | 10.300", "Totale | 10.400"),
        ("Criterio | Punteggio massimo", "Uno | 40", "Due | 50", "Totale punti | 100"),
        ("Voce | Importo", "Uno | 10%", "Due | 40%", "Totale | 100%"),
        # The sum stands elsewhere; words among the numbers.
        ("Voce | Importo", "Uno | € 10,00", "Due | € 40,00", "Totale | € 999.000,00"),
        ("Voce | Importo", "Uno | € 10,00", "Due | da definire", "Totale | € 60,00"),
        # A part of a row is not summed with it.
        ("Voce | Importo", "Lavori | € 900,00", "di cui sicurezza | € 90,00", "Opere | € 100,00",
         "Totale | € 1.000,00"),
        # Too few rows to know what the total sums up.
        ("Ente | Chiesto | Concesso | Totale", "Valfiorita | € 100,00 | € 80,00 | € 100,00"),
        # The highest of the columns, not their sum.
        ("Ente | Chiesto | Concesso | Importo totale", "A | € 100,00 | € 80,00 | € 500,00",
         "B | € 90,00 | € 70,00 | € 300,00", "C | € 80,00 | € 60,00 | € 400,00",
         "D | € 10,00 | € 50,00 | € 100,00"),
    ],
)  # fmt: skip
def test_tables_that_say_nothing_wrong(tmp_path: Path, rows: tuple[str, ...]) -> None:
    assert told(tmp_path, table(*rows), "somma_tabella") == []


TOTALS = (
    "Totale", "TOTALE GENERALE", "Totale complessivo", "Sub-totale A", "Somma", "Sommano",
    "Dotazione finanziaria complessiva", "Importo complessivo",
)  # fmt: skip
NO_TOTALS = ("Totale punti", "Totalmente inadeguata", "Somme a disposizione", "Media", "")


def test_totals_and_titles() -> None:
    assert all(is_total((label, "1")) for label in TOTALS)
    assert not any(is_total((label, "1")) for label in NO_TOTALS)
    assert may_add_up("Importo concesso")
    assert not any(map(may_add_up, ("% contributo", "Prezzo unitario", "CUP", "Anno", "Punti")))


def test_numbers_of_cells() -> None:
    values = {text: found.valore for text in ("€ 1.000,50", "1.000", "-5,00", "7 €")
              if (found := cell_number(text))}  # fmt: skip
    assert {text: str(value) for text, value in values.items()} == {
        "€ 1.000,50": "1000.50", "1.000": "1000", "-5,00": "-5.00", "7 €": "7",
    }  # fmt: skip
    for text in ("10%", "SCH-1", "10 giorni", "", "-", "01/02/2024"):
        assert cell_number(text) is None, text
