"""Codes as offices print them: stamps, lists, letters that OCR read for digits."""

from datetime import date

import pytest

from extractor.facts.codes import complete, find
from models import Context

CONTEXT = Context(tipo="determinazione", data=date(2024, 4, 12))


def found(text: str) -> list[tuple[str, str]]:
    """Kind and value of every code in a text."""
    return [(fact.tipo, fact.valore) for fact in complete(find(text, CONTEXT), CONTEXT)]


STAMPS = [
    ("M_ABCD.STM-DIR.REGISTRO UFFICIALE.I.0003033.07-09-2022", "0003033", "2022-09-07"),
    ("c_a999.c_a999.REGISTRO UFFICIALE.U.0001234.12-03-2024", "0001234", "2024-03-12"),
    ("REGREG.REGISTRO UFFICIALE.2024.0123456", "0123456", None),
    ("Prot. PG.2023.12345 del 3/5/2023", "PG202312345", "2023-05-03"),
    ("GRFVG-GEN-2024-0012345", "GRFVG-GEN-2024-0012345", None),
    ("Prot. in Partenza n. 0001234 del 12-03-2024", "0001234", "2024-03-12"),
    ("registrata al n. 1234 di prot. il 3 marzo 2024", "1234", "2024-03-03"),
    ("acquisita al protocollo dell'Ente al n. 4567 in data 3 marzo 2024", "4567", "2024-03-03"),
]


@pytest.mark.parametrize(("text", "value", "day"), STAMPS)
def test_protocols_of_many_offices(text: str, value: str, day: str | None) -> None:
    (fact,) = find(text, CONTEXT)
    assert (fact.tipo, fact.valore, fact.data) == ("protocollo", value, day)


LISTS = [
    ("protocollo", "note prot. nn. 1234, 1235 e 1236 del 3/3/2024", ["1234", "1235", "1236"]),
    (
        "fattura",
        "fattura n. 24/PA del 5/3/2024 di € 100,00 e n. 25/PA del 6/3/2024",
        ["24/PA", "25/PA"],
    ),
    ("fattura", "fattura n. 24/PA dell'importo di € 1.000,00 e n. 25/PA", ["24/PA", "25/PA"]),
    ("impegno", "impegni n. 12, 13 e 14 del 2024", ["12/2024", "13/2024", "14/2024"]),
    ("impegno", "impegni nn. 12/2024 e 13/2024 per 3 anni", ["12/2024", "13/2024"]),
    ("accertamento", "accertamenti n. 12/2023 e 14/2024", ["12/2023", "14/2024"]),
    ("capitolo", "capitoli 1234, 1235 e 1236", ["1234", "1235", "1236"]),
]


@pytest.mark.parametrize(("kind", "text", "values"), LISTS)
def test_lists(kind: str, text: str, values: list[str]) -> None:
    assert found(text) == [(kind, value) for value in values]


def test_one_date_holds_for_all_of_a_list() -> None:
    days = {fact.data for fact in find("prot. ai nn. 1234 e 1235 del 3/3/2024", CONTEXT)}
    assert days == {"2024-03-03"}


MISREAD = [
    ("ClG: Z473DE739C", "cig", "Z473DE739C"),
    ("C.1.G. Z473DE739C", "cig", "Z473DE739C"),
    ("CUP: J27G220OO110006", "cup", "J27G22000110006"),
    ("codice fiscale RSSMRA8OAO1F205X", "codice_fiscale", "RSSMRA80A01F205X"),
    ("IBAN IT6O X054 2811 1010 0000 0123 456", "iban", "IT60X0542811101000000123456"),
    ("P.lVA 0501763O152", "partita_iva", "05017630152"),
]


@pytest.mark.parametrize(("text", "kind", "value"), MISREAD)
def test_misread_letters_are_put_right(text: str, kind: str, value: str) -> None:
    (fact,) = find(text, CONTEXT)
    assert (fact.tipo, fact.valore, fact.valido) == (kind, value, True)


def test_chapters_of_regions_with_letters() -> None:
    assert found("sul capitolo SC03.0121 e sul capitolo U0000T20001 del bilancio") == [
        ("capitolo", "SC030121"),
        ("capitolo", "U0000T20001"),
    ]


LOOK_ALIKES = [
    "impegni di spesa assunti nel 2024 e 3 rate",
    "i protocolli d'intesa e i protocolli sanitari n. 3",
    "il CIG in corso di acquisizione e il CUP regionale 800638638",
    "la fattura e i 25 PA coinvolti",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike(text: str) -> None:
    assert [code for code in found(text) if code[0] != "capitolo"] == []


@pytest.mark.parametrize("text", ["impegno n. 77 del 2024", "impegni n. 76, 77 e 78 del 2024"])
def test_the_year_that_completes_a_number_is_part_of_its_evidence(text: str) -> None:
    for fact in find(text, CONTEXT):
        number, year = (text[start:end] for start, end in fact.completamenti)
        assert f"{number}/{year}" == fact.valore
