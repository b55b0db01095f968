"""Rules on citations: what cannot be, and what only looks so."""

from datetime import date

import pytest

from extractor.checks.digits import one_digit_apart
from extractor.checks.known_acts import KNOWN_ACTS, ONE_COLLECTION
from extractor.checks.legislatures import legislatures_at
from tests.findings import act, findings, messages


@pytest.mark.parametrize(
    ("recitals", "severity"),
    [
        ("Visto il decreto n. 5001 del 4 aprile 2025;", "avviso"),
        ("Vista la d.g.r. n. XII/1700 del 28 dicembre 2024;", "avviso"),
        (
            "Visto il decreto 13 dicembre 2023, n. 13177;\nDato atto che con il decreto "
            "13 dicembre 2024, n. 13177 è stato aperto il bando;",
            "errore",
        ),
    ],
)
def test_an_act_of_the_future(recitals: str, severity: str) -> None:
    (found,) = findings(act(recitals), "riferimento_futuro")
    assert found.gravita == severity
    assert "12/04/2024" in found.messaggio


@pytest.mark.parametrize(
    "recitals",
    [
        "Visto il decreto n. 5001 del 4 aprile 2023;",
        "Visto il decreto n. 5001 del 12 aprile 2024;",
        "Considerato che il servizio scade il 31 dicembre 2025;",
        "Visto il PR FESR 2021-2027;",
    ],
)
def test_no_act_of_the_future(recitals: str) -> None:
    assert messages(act(recitals), "riferimento_futuro") == []


def test_what_is_written_after_the_act_may_be_younger() -> None:
    text = act("Visto il decreto n. 5001 del 4 aprile 2023;", after=(
        "\nCERTIFICATO DI PUBBLICAZIONE\nIl presente atto è pubblicato all'albo pretorio con "
        "registro n. 300 del 20/04/2024.\n"
    ))  # fmt: skip
    assert messages(text, "riferimento_futuro") == []


@pytest.mark.parametrize(
    ("recitals", "part"),
    [
        ("Vista la d.g.r. n. X/1673 del 28 dicembre 2023;", "era la XII"),
        ("Vista la DGR X/II 1673 del 28 dicembre 2023;", "probabilmente XII"),
        ("Vista la d.g.r. n. XI/7837 del 12 febbraio 2018;", "era la X"),
        ("Vista la deliberazione della Giunta regionale n. 10/2923 del 19 dicembre 2014;",
         "X/2923"),
    ],
)  # fmt: skip
def test_a_legislature_that_cannot_be(recitals: str, part: str) -> None:
    (message,) = messages(act(recitals), "riferimento_legislatura")
    assert part in message


@pytest.mark.parametrize(
    "recitals",
    [
        "Vista la d.g.r. n. XII/1673 del 28 dicembre 2023;",
        "Vista la d.g.r. n. 8/11488 del 17 marzo 2010;",
        "Vista la d.g.r. n. IX/4980 del 7 marzo 2013;",  # the old Giunta until the new one
        "Vista la d.g.r. n. X/5 del 20 marzo 2013;",
        "Vista la d.g.r. n. XII/514/2023;",
        "Vista la DGR della Regione Piemonte 27 dicembre 2018, n. 4-8239;",
    ],
)
def test_a_legislature_that_can_be(recitals: str) -> None:
    assert messages(act(recitals), "riferimento_legislatura") == []


def test_legislatures_overlap_after_an_election() -> None:
    assert legislatures_at("2018-04-20", "Regione Lombardia") == ["X", "XI"]
    assert legislatures_at("2016", "regione lombardia") == ["X"]
    assert legislatures_at("2016-05-05", "Regione Veneto") == []


@pytest.mark.parametrize(
    ("recitals", "both"),
    [
        ("Vista la legge regionale 30 dicembre 2009, n. 33;\nVista la legge regionale 30 novembre "
         "2009, n. 33;", ("30/12/2009", "30/11/2009")),
        ("Visto il decreto 6 luglio 2021, n. 8401;\nVisto il decreto 6 luglio 2022, n. 8401;",
         ("06/07/2021", "06/07/2022")),
        ("Visto il d.d.s. n. 42014 del 12 maggio 2016 «Apertura dei termini per la presentazione "
         "delle domande»;\nRichiamato il d.d.s. n. 42041 del 12 maggio 2016 «Apertura dei termini "
         "per la presentazione delle domande»;", ("42014", "42041")),
    ],
)  # fmt: skip
def test_one_act_with_two_dates_or_numbers(recitals: str, both: tuple[str, str]) -> None:
    found = findings(act(recitals), "riferimento_discordante")
    assert any(all(word in finding.messaggio for word in both) for finding in found)
    assert all(finding.fatti for finding in found)


@pytest.mark.parametrize(
    "recitals",
    [
        # One number a year is given again the next
        "Visto il decreto n. 120 del 3 marzo 2022;\nVisto il decreto n. 120 del 9 aprile 2023;",
        # Sectors of a body number their own acts
        "Vista la determinazione n. 12 del 3 marzo 2023;\nVista la determinazione n. 12 del "
        "9 aprile 2023;",
        # Acts of one sitting
        "Vista la d.g.r. n. XII/1651 del 21 dicembre 2023 «Piano dei controlli»;\nVista la d.g.r. "
        "n. XII/1657 del 21 dicembre 2023 «Bilancio di esercizio»;",
        "Visti i regolamenti (UE) n. 1301/2013 e n. 1303/2013 del Parlamento europeo e del "
        "Consiglio del 17 dicembre 2013;",
        "Visti la legge regionale 30 dicembre 2009, n. 33 e la l.r. 33/2009;",
        "Vista la legge regionale 30 dicembre 2009, n. 33 (B.U. 31 dicembre 2009);\nVista la l.r. "
        "30 dicembre 2009, n. 33;",
    ],
)
def test_two_acts_that_are_two(recitals: str) -> None:
    assert messages(act(recitals), "riferimento_discordante") == []


def test_a_number_out_of_its_register() -> None:
    recitals = (
        "Vista la delibera di Giunta regionale 15 dicembre 2011, n. 978;\n"
        "Vista la delibera di Giunta regionale 16 novembre 2011, n. 2513;\n"
        "Vista la d.g.r. n. IX/2633 del 6 dicembre 2011;"
    )
    (message,) = messages(act(recitals), "riferimento_discordante")
    assert message.startswith("Il n. 978 del 15/12/2011 non è in ordine")
    ordered = recitals.replace("15 dicembre 2011", "15 dicembre 2010")
    assert messages(act(ordered), "riferimento_discordante") == []


def test_a_number_that_stands_in_the_words_of_another() -> None:
    lead = "su mandato regionale ai sensi della"
    recitals = (
        f"Vista la DGR n. XII/1673 del 28/12/2023;\nRichiamata la DGR n. XII/1673 del 28/12/2023;\n"
        f"Dato atto che ARIA agisce {lead} DGR 1673/2023;\nDato atto che ARIA opera {lead} "
        "DGR 1476/2023;"
    )
    (message,) = messages(act(recitals), "riferimento_discordante")
    assert "DGR 1476/2023" in message
    assert "XII/1673" in message
    other = recitals.replace(f"opera {lead} DGR 1476/2023", "tiene conto della DGR 1476/2023")
    assert messages(act(other), "riferimento_discordante") == []


@pytest.mark.parametrize(
    ("cited", "right"),
    [
        ("il d.lgs. 18 agosto 2001, n. 267", "d.lgs. 18/08/2000 n. 267"),
        ("la legge 8 agosto 1990, n. 241", "l. 07/08/1990 n. 241"),
        ("la legge 7 marzo 2005, n. 82", "d.lgs. 07/03/2005 n. 82"),
        ("la legge regionale 27 dicembre 1997, n. 449", "l. 27/12/1997 n. 449"),
        ("il d.lgs. 179/2012", "d.l. 18/10/2012 n. 179"),
        ("il d.lgs. 30 marzo 2001, n. 156", "d.lgs. 30/03/2001 n. 165"),
        ("la legge n. 214/1990 «Nuove norme in materia di procedimento amministrativo»",
         "l. 07/08/1990 n. 241"),
        ("il regolamento (CE, Euratom) n. 1605/2012", "reg. (UE) 25/06/2002 n. 1605"),
    ],
)  # fmt: skip
def test_a_known_act_misprinted(cited: str, right: str) -> None:
    (message,) = messages(act(f"Visto {cited};"), "riferimento_refuso")
    assert message.endswith(f"probabilmente è {right}.")


@pytest.mark.parametrize(
    "cited",
    [
        "il d.lgs. 18 agosto 2000, n. 267",
        "la legge 7 agosto 1990, n. 241 e s.m.i.",
        "il d.lgs. 6 settembre 2011, n. 149",
        "il d.lgs. 267/2000 e il d.lgs. 118/2011",
        "il regolamento (UE) 2016/679",
        "il regolamento (CE) n. 1083/2006",
        "la legge regionale 7 luglio 2008, n. 20",
        "la legge n. 15/2005 di modifica della legge 241/1990 sul procedimento amministrativo",
    ],
)
def test_a_known_act_as_it_is(cited: str) -> None:
    assert messages(act(f"Visto {cited};"), "riferimento_refuso") == []


def test_no_known_act_is_listed_twice() -> None:
    keys = [(known.tipo, known.numero, known.anno) for known in KNOWN_ACTS]
    assert len(keys) == len(set(keys))


def test_a_number_of_the_collection_is_of_one_act() -> None:
    state = [known for known in KNOWN_ACTS if known.tipo in ONE_COLLECTION]
    assert len({(known.numero, known.anno) for known in state}) == len(state)
    assert all(date.fromisoformat(known.data) <= date(2024, 12, 31) for known in KNOWN_ACTS)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("42014", "42041", True),
        ("5954", "5964", True),
        ("5954", "5954", False),
        ("5954", "954", False),
        ("5954", "9545", False),
        ("1234", "4231", False),
    ],
)
def test_one_digit_apart(one: str, other: str, apart: bool) -> None:
    assert one_digit_apart(one, other) is apart
