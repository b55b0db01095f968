"""Mentions of one amount in an act: which of them says what it is, its VAT and its year."""

from extractor.facts import amounts
from models import Context, ZoneSpan


def completed(text: str, *zones: ZoneSpan) -> list[tuple[str, str | None, int | None]]:
    context = Context(zone=zones)
    found = amounts.complete(amounts.find(text, context), context)
    return [(fact.ruolo, fact.iva, fact.esercizio) for fact in found]


def test_all_mentions_of_a_value_take_the_fullest() -> None:
    text = "assegnata la somma di € 5.000,00; un costo totale di € 5.000,00 iva inclusa"
    assert completed(text) == [("totale", "inclusa", None)] * 2


def test_completing_spans_are_kept() -> None:
    text = "assegnata la somma di € 5.000,00; un costo totale di € 5.000,00 iva inclusa"
    first, second = amounts.complete(amounts.find(text, Context()), Context())
    assert first.completamenti == ((second.inizio, second.fine),)
    assert second.completamenti == ()


def test_what_the_act_disposes_counts_before_its_premises() -> None:
    text = "importo a base d’asta di € 500,00. DETERMINA\ndi liquidare € 500,00"
    zones = (ZoneSpan(0, 45, "preambolo"), ZoneSpan(45, len(text), "dispositivo"))
    assert [role for role, _, _ in completed(text, *zones)] == ["liquidazione"] * 2


def test_an_attachment_does_not_rename_what_the_body_says() -> None:
    text = "la spesa complessiva di € 500,00. Allegato: la dotazione finanziaria di € 500,00"
    zones = (ZoneSpan(0, 34, "preambolo"), ZoneSpan(34, len(text), "allegato"))
    assert [role for role, _, _ in completed(text, *zones)] == ["totale"] * 2


def test_years_that_differ_complete_nothing() -> None:
    text = "€ 500,00 annualità 2024; € 500,00 annualità 2025; altri € 500,00"
    assert [year for _, _, year in completed(text)] == [2024, 2025, None]


def test_one_fee_of_many_does_not_name_the_others() -> None:
    text = "Voce\tDiritti €\n" + "SCIA\t€ 150,00\n" * 9 + "Rimborso spese\t€ 150,00\n"
    assert {role for role, _, _ in completed(text)} == {"altro"}


def whole(text: str, *zones: ZoneSpan) -> set[tuple[str, int | None]]:
    context = Context(tipo="determinazione", zone=zones)
    found = amounts.complete(amounts.find(text, context), context)
    return {(fact.ruolo, fact.esercizio) for fact in found}


def test_a_commitment_says_more_than_a_price() -> None:
    text = "di affidare per complessivi € 500,00. Impegno\tImporto impegno\n12\t€ 500,00\n"
    assert whole(text, ZoneSpan(0, 37, "dispositivo"), ZoneSpan(37, 80, "visti")) == {
        ("impegno", None)
    }


def test_what_is_committed_is_not_renamed_by_the_payment_printed_beside_it() -> None:
    text = "Importo impegno\n€ 500,00\nfine\n\nImporto liquidazione\tEsercizio\n€ 500,00\t2026\n"
    assert whole(text, ZoneSpan(0, len(text), "visti")) == {("impegno", 2026)}


def test_what_was_committed_in_an_earlier_year_is_paid() -> None:
    text = "Importo impegno\tEsercizio\n€ 500,00\t2023\nfine\n\nImporto liquidazione\tEsercizio\n"
    text += "€ 500,00\t2026\n"
    assert whole(text, ZoneSpan(0, len(text), "visti")) == {("liquidazione", 2026)}


def test_of_two_years_the_one_that_the_act_disposes_of() -> None:
    text = "di impegnare € 500,00 sul bilancio 2026. Imp. 40/2023 di € 500,00; e altri € 500,00"
    end = text.index("Imp")
    zones = (ZoneSpan(0, end, "dispositivo"), ZoneSpan(end, len(text), "visti"))
    assert whole(text, *zones) == {("impegno", 2026), ("impegno", 2023)}
