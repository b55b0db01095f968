"""Parts and years against their total, in sentences and lists."""

from pathlib import Path

import pytest

from extractor.checks import check
from tests.money_checks import findings, read, told


def test_parts_that_do_not_make_their_total(tmp_path: Path) -> None:
    body = (
        "la spesa è di € 40.000,00, così ripartita: € 15.000,00 per arredi ed € 24.500,00 per "
        "attrezzature."
    )
    (found,) = findings(tmp_path, body, "somma_parti")
    assert found.gravita == "errore"
    assert found.messaggio == (
        "La somma delle parti (€ 15.000,00 + € 24.500,00) è € 39.500,00, il totale stampato "
        "€ 40.000,00: differenza € -500,00."
    )
    assert len(found.fatti) == 3


def test_parts_in_a_list(tmp_path: Path) -> None:
    body = (
        "che il finanziamento di euro 90.000,00 è così suddiviso:\n"
        "- euro 50.000,00 a carico della Regione;\n"
        "- euro 41.000,00 a carico del Comune;\n\nVisto il bilancio."
    )
    (found,) = findings(tmp_path, body, "somma_parti")
    assert "è € 91.000,00, il totale stampato € 90.000,00" in found.messaggio


def test_parts_by_years(tmp_path: Path) -> None:
    body = (
        "la spesa complessiva di € 30.000,00, ripartita come segue: € 10.000,00 sull'esercizio "
        "2024, € 10.000,00 sull'esercizio 2025 ed € 9.000,00 sull'esercizio 2026."
    )
    ((severity, message),) = told(tmp_path, body, "somma_annualita")
    assert severity == "errore"
    assert "è € 29.000,00, il totale stampato € 30.000,00" in message


def test_years_in_a_list_below_their_total(tmp_path: Path) -> None:
    body = (
        "che la copertura finanziaria, pari a euro 18.000.000,00, è garantita come segue:\n\n"
        "- Euro 7.000.000,00 a valere dell'esercizio 2024;\n\n"
        "- Euro 8.000.000,00 a valere dell'esercizio 2025;\n\n"
        "- Euro 2.900.000,00 a valere dell'esercizio 2026;\n\nVisto il bilancio."
    )
    ((severity, message),) = told(tmp_path, body, "somma_annualita")
    assert severity == "errore"
    assert "17.900.000,00" in message


def test_a_part_that_is_more_than_the_whole(tmp_path: Path) -> None:
    body = "un contributo di € 1.500,00, di cui € 15.000,00 già nelle disponibilità."
    assert told(tmp_path, body, "somma_parti") == []  # ``già``: perhaps another sum
    body = "un contributo di € 1.500,00, di cui € 15.000,00 per attrezzature."
    ((severity, message),) = told(tmp_path, body, "somma_parti")
    assert severity == "avviso"
    assert "La parte € 15.000,00 è maggiore" in message


def test_a_total_at_the_end_of_its_sentence(tmp_path: Path) -> None:
    body = (
        "di liquidare la fattura n. 12 di € 1.220,00 e la fattura n. 15 di € 2.440,00, per un "
        "totale complessivo di € 3.860,00 a favore della ditta."
    )
    ((severity, message),) = told(tmp_path, body, "somma_parti")
    assert severity == "avviso"
    assert message == (
        "€ 1.220,00 + € 2.440,00 = € 3.660,00, ma il totale stampato è € 3.860,00: differenza "
        "€ 200,00."
    )


@pytest.mark.parametrize(
    "body",
    [
        "la fattura di € 1.220,00 e quella di € 2.440,00, per un totale complessivo di € 3.660,00.",
        # The first amount is another thing; a discount; no sum of these at all.
        "vista l'offerta di € 5.000,00, le fatture di € 1.000,00 e di € 2.000,00, per un totale di "
        "€ 3.000,00.",
        "€ 4.000,00 con un ribasso di € 100,00 ed € 200,00 per trasporto, per un totale di "
        "€ 4.400,00.",
        "vista l'offerta di € 5.000,00 e quella di € 2.000,00, per un totale di € 9.950,00.",
    ],
)
def test_totals_that_close_a_sentence_rightly(tmp_path: Path, body: str) -> None:
    assert told(tmp_path, body, "somma_parti") == []


ACCOUNT = (
    "- fattura n. 12 di Alba s.r.l. € 1.220,00\n\n- fattura n. 15 di Alba s.r.l. € 2.440,00\n\n"
    "- spese di trasporto € 100,00\n\nTotale € {}\n\nVisto il bilancio."
)


def test_a_list_of_lines_with_its_total(tmp_path: Path) -> None:
    assert told(tmp_path, ACCOUNT.format("3.760,00"), "somma_parti") == []
    assert told(tmp_path, ACCOUNT.format("2.540,00"), "somma_parti") == []  # of the last two
    assert told(tmp_path, ACCOUNT.format("9.999,00"), "somma_parti") == []  # of something else
    ((severity, message),) = told(tmp_path, ACCOUNT.format("3.660,00"), "somma_parti")
    assert severity == "errore"
    assert message == (
        "Elenco, «Totale»: il totale stampato è € 3.660,00, la somma delle voci € 3.760,00: "
        "differenza € 100,00."
    )
    ((severity, _),) = told(tmp_path, ACCOUNT.format("3.860,00"), "somma_parti")
    assert severity == "avviso"  # a line may be lost


def test_things_counted(tmp_path: Path) -> None:
    body = "n. 1.547 ricoveri di cui n. 1.304 in regime ordinario e n. 231 in day-hospital."
    ((severity, message),) = told(tmp_path, body, "somma_parti")
    assert severity == "avviso"
    assert "1.304 + 231 = 1.535, ma il totale stampato (ricoveri) è 1.547" in message


@pytest.mark.parametrize(
    "body",
    [
        "la spesa di € 40.000,00, così ripartita: € 15.000,00 per arredi ed € 25.000,00 per altro.",
        # Some of the parts, and parts of parts.
        "la spesa di € 40.000,00, di cui € 15.000,00 per arredi.",
        "la spesa di € 40.000,00, di cui € 25.000,00 per arredi (di cui € 5.000,00 per tavoli) ed "
        "€ 15.000,00 per altro.",
        # Bounds, prices and comparisons are no parts.
        "la somma di € 9.900,00, di cui fino a € 5.000,00 per l'acconto ed € 5.000,00 a saldo.",
        "il premio di € 9.900,00, così ripartito: € 3.000,00 ciascuno ai primi tre classificati ed "
        "€ 7.000,00 al quarto.",
        "n. 577 domande di cui n. 440 ammissibili e n. 137 in lista d'attesa.",
        "n. 577 domande di cui n. 40 ammissibili e n. 37 escluse.",
        # Another sentence.
        "la spesa è di € 40.000,00. Il decreto di cui al prot. 7 assegna € 39.000,00 al Comune.",
        "la spesa di € 30.000,00: € 10.000,00 per il 2024, € 12.000,00 per il 2025 ed € 8.000,00 "
        "per il 2026.",
    ],
)
def test_parts_that_say_nothing_wrong(tmp_path: Path, body: str) -> None:
    assert told(tmp_path, body, "somma_parti") == []
    assert told(tmp_path, body, "somma_annualita") == []


_VAT = [
    (
        "per € 10.000,00 oltre IVA al 22% pari a € 2.300,00, per un totale di € 12.300,00.",
        "IVA al 22% su € 10.000,00: l'imposta è € 2.200,00, è stampato € 2.300,00: differenza "
        "€ 100,00.",
    ),
    (
        "per € 10.000,00 oltre IVA al 22% pari a € 2.200,00, per un totale di € 12.300,00.",
        "€ 10.000,00 + IVA € 2.200,00 = € 12.200,00, ma il totale stampato è € 12.300,00: "
        "differenza € 100,00.",
    ),
    (
        "di cui € 83.150,41 per imponibile ed € 8.351,04 per IVA al 10%, al netto di altro.",
        "IVA al 10% su € 83.150,41: l'imposta è € 8.315,04, è stampato € 8.351,04: differenza "
        "€ 36,00.",
    ),
    (
        "al prezzo di € 500,00 + IVA 4% = € 525,00.",
        "IVA al 4% su € 500,00: il lordo è € 520,00, è stampato € 525,00: differenza € 5,00.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "message"), _VAT)
def test_vat_that_is_another_sum(tmp_path: Path, body: str, message: str) -> None:
    assert told(tmp_path, body, "somma_iva") == [("errore", message)]


@pytest.mark.parametrize(
    "body",
    [
        "per € 10.000,00 oltre IVA al 22% pari a € 2.200,00, per un totale di € 12.200,00.",
        "per € 10.000,00 oltre IVA al 22%, e quindi € 12.200,00.",
        "di € 20.000,00 oltre € 4.400,00 per IVA al 22% per un totale di € 24.400,00.",
        # Welfare contributions, exempt sums and discounts change the base.
        "per € 1.000,00 oltre cassa previdenziale 4% e IVA al 22%, per € 1.268,80.",
        "per € 10.000,00 oltre IVA al 22%; contributo ANAC € 250,00.",
        "l'importo di € 85.000,00 oltre IVA al 22%;\n- garanzia € 1.700,00.",
    ],
)
def test_vat_that_is_right_or_cannot_be_told(tmp_path: Path, body: str) -> None:
    assert told(tmp_path, body, "somma_iva") == []


def test_nothing_is_certain_on_a_page_that_was_recognised(tmp_path: Path) -> None:
    body = "la spesa è di € 40.000,00, così ripartita: € 15.000,00 subito ed € 24.500,00 a saldo."
    records = read(tmp_path, body)
    assert [f.gravita for f in check(records) if f.regola == "somma_parti"] == ["errore"]
    pages = tuple(page.model_copy(update={"lettura": "ocr"}) for page in records.pagine)
    scanned = records.model_copy(update={"pagine": pages})
    (found,) = (f for f in check(scanned) if f.regola == "somma_parti")
    assert found.gravita == "avviso"
    assert found.messaggio.endswith("La pagina è stata letta con riconoscimento ottico.")


def test_an_amount_that_was_not_understood_leaves_the_sum_open(tmp_path: Path) -> None:
    body = "la spesa di € 40.000,00, così ripartita: € 15.000,00, poi 1.500,00, ed € 23.500,00."
    assert told(tmp_path, body, "somma_parti") == []
