"""What is printed with an amount: VAT, its value in words; and numbers that are no amounts."""

from decimal import Decimal

import pytest

from extractor.facts import amounts
from extractor.facts.amounts import words_beside
from models import Context

INCLUDED = """
€ 122,00 IVA inclusa
€ 122,00 IVA 22% inclusa
€ 122,00 (IVA al 22% compresa)
€ 122,00 comprensivo di IVA
€ 122,00 comprensiva dell’IVA al 22%
€ 122,00 I.V.A. inclusa
€ 122,00 incluso IVA
€ 122,00 ivato
€ 122,00 al lordo dell’IVA
€ 122,00 omnicomprensivo
€ 122,00 onnicomprensiva di IVA e cassa
€ 122,00 comprensivo di oneri e IVA
€ 122,00 compresi oneri fiscali ed IVA
€ 122,00 cassa ed IVA comprese
compenso omnicomprensivo di € 122,00
importo IVA compresa pari a € 122,00
€ 100,00 IVA e oneri inclusi
€ 100,00 IVA incl.
€ 122,00 IVI
€ 122,00 con IVA
€ 122,00 di cui € 22,00 per IVA
€ 122,00 (di cui IVA € 22,00)
€ 122,00 di cui € 100,00 di imponibile ed € 22,00 di IVA
"""

EXCLUDED = """
€ 100,00 oltre IVA
€ 100,00 oltre IVA al 22%
€ 100,00 + IVA
€ 100,00 più IVA come per legge
€ 100,00 IVA esclusa
€ 100,00 (IVA esclusa)
€ 100,00, al netto di IVA
€ 100,00 al netto dell’IVA
€ 100,00 oltre oneri e IVA
€ 100,00 oltre cassa 4% e IVA 22%
€ 100,00 oltre CNPAIA e IVA
€ 100,00 oltre contributo previdenziale ed IVA di legge
importo al netto di IVA di € 100,00
€ 100,00 (oltre I.V.A.)
€ 100,00, oltre ad IVA
€ 100,00 oltre all’IVA
€ 100,00 oltre l’IVA
€ 100,00 Iva di legge esclusa
€ 100,00 senza IVA
€ 100,00 al netto del ribasso, oltre IVA
imponibile € 100,00
"""

UNTOLD = """
€ 100,00 esente IVA
€ 100,00 esente da IVA ai sensi dell’art. 10
€ 100,00 IVA non imponibile
€ 100,00 non soggetto ad IVA
€ 100,00 fuori campo IVA
€ 100,00, IVA al 22%
€ 22,00 per IVA
€ 100,00 oneri fiscali inclusi
"""

NO_AMOUNTS = """
tel. 0123 1234567, cell. 399.1234567, fax 02.1234567
numero verde 800 123 456
ribasso del 12,345%
ribasso del 12,345 per cento
tasso del 3,50 p.p.
n. 1.234 abitanti e mq. 1.234,56
alle ore 12.30 del 15.03.2026
a pag. 1.234, con punteggio 75,50
IBAN IT60X0542811101000000123456
"""


def vat(text: str) -> str | None:
    return amounts.find(text, Context())[0].iva


@pytest.mark.parametrize("text", INCLUDED.strip().splitlines())
def test_vat_included(text: str) -> None:
    assert vat(text) == "inclusa"


@pytest.mark.parametrize("text", EXCLUDED.strip().splitlines())
def test_vat_excluded(text: str) -> None:
    assert vat(text) == "esclusa"


@pytest.mark.parametrize("text", UNTOLD.strip().splitlines())
def test_vat_untold(text: str) -> None:
    assert vat(text) is None


@pytest.mark.parametrize("text", NO_AMOUNTS.strip().splitlines())
def test_no_amount(text: str) -> None:
    assert amounts.find(text, Context()) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("€/mc 1,50", "1.50"),
        ("12,50 €/ora", "12.50"),
        ("€ 0,012345/kWh", "0.012345"),
        ("€ 3,75 cadauno", "3.75"),
    ],
)
def test_price_of_a_unit(text: str, value: str) -> None:
    [found] = amounts.find(text, Context())
    assert (found.importo, found.ruolo) == (value, "altro")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("euro ventimila,00", "20000.00"),
        ("mezzo milione di euro", "500000.00"),
        ("Euro centoventitremilaquattrocentocinquantasei/78", "123456.78"),
        ("ventimila/00 euro", "20000.00"),
        ("417,24,00 euro", "417.24"),
    ],
)
def test_printed_forms(text: str, value: str) -> None:
    assert [(fact.testo, fact.importo) for fact in amounts.find(text, Context())] == [(text, value)]


@pytest.mark.parametrize(
    "words",
    [
        "(euro ventimila/00)",
        "(ventimila/00 euro)",
        "(dico euro ventimila/00)",
        "(in lettere: ventimila)",
        ", diconsi euro ventimila/00",
    ],
)
def test_words_beside_agree(words: str) -> None:
    found = words_beside(f"€ 20.000,00 {words}", len("€ 20.000,00"))
    assert found is not None
    assert found[2] == Decimal(20000)


@pytest.mark.parametrize("words", ["(euro ventuno/00)", "(ventimilacinquecento)"])
def test_words_beside_disagree(words: str) -> None:
    found = words_beside(f"€ 20.000,00 {words}", len("€ 20.000,00"))
    assert found is not None
    assert found[2] != Decimal(20000)
