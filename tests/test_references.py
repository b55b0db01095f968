"""What only looks like a citation, what is still missed, and whole texts."""

from datetime import date

import pytest

from extractor.facts.references import complete, find
from models import Context, Riferimento
from tests.cases import Case, case, check, missed

CONTEXT = Context(tipo="dgr", data=date(2024, 4, 12), ente="Regione Lombardia")


def completed(text: str, context: Context = CONTEXT) -> list[Riferimento]:
    """Found and completed, as the pipeline does."""
    return complete(find(text, context), context)


LOOK_ALIKES = [
    case("i regolamenti:\n- campagna 2025/2026;\n- 2025/2026 e seguenti"),
    case("il regolamento comunale composto da n. 18 articoli"),
    case("la nota prot. n. 1234 del 12/03/2024, acquisita al protocollo n. 2193"),
    case("la fattura n. 5 del 20.02.2024 e l'impegno n. 402/2023"),
    case("capitolo 9.03.203.7295, CIG: A001A8B83A, CUP: E46G23000300002"),
    case("pubblicato in GUUE L. 187 del 26 giugno 2014, pag. 1"),
    case("Serie Ordinaria n. 17 - Venerdì 28 aprile 2017"),
    case("DETERMINA\n1. di approvare l'offerta n. 6011707 del 3 febbraio 2024"),
    case("il presente decreto e la presente deliberazione del 12 aprile 2024"),
    case("la costituzione del gruppo di lavoro e il codice fiscale 00248800641"),
    case("il contratto n. 12 del 4 marzo 2022 e la gara n. 8512345"),
    case("entro il 31 dicembre 2024, per n. 3 copie e n. 12 allegati"),
    case("la legge regionale in materia di sanità e il decreto del 2 maggio 2020"),
    case("sede in via Roma n. 12/14, tel. 02/1234567"),
]


@pytest.mark.parametrize("expected", LOOK_ALIKES)
def test_look_alike(expected: Case) -> None:
    check(completed, expected, CONTEXT)


MISSED = [
    missed(
        "la legge di stabilità 2017",
        "   ^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "legge", "numero": "232", "anno": 2016},
    ),
]


@pytest.mark.parametrize("expected", MISSED)
def test_missed(expected: Case) -> None:
    check(completed, expected, CONTEXT)


def test_own_title_is_not_cited() -> None:
    text = (
        "COMUNE DI PIEVE DETERMINAZIONE DEL RESPONSABILE N. 25 DEL 04/05/2024\n"
        "OGGETTO: Impegno di spesa\nRegistro Generale N. 315 DEL 05/05/2024\n"
        "Richiamata la determinazione n. 25 del 4 maggio 2023\n"
        "Estremi dell'atto: Determina n. 315 del 05/05/2024"
    )
    own = Context(
        tipo="determinazione", data=date(2024, 5, 5), ente="Comune di Pieve", numero="315"
    )
    assert [(r.numero, r.data) for r in completed(text, own)] == [("25", "2023-05-04")]


def test_misprinted_legislature_is_kept_as_a_misprint() -> None:
    (found,) = completed("la DGR X/II 1673 del 28 dicembre 2023")
    assert (found.numero, found.refuso, found.urn) == ("X/II 1673", True, None)


@pytest.mark.parametrize(
    ("day", "act"),
    [
        (date(2012, 5, 1), "2006-04-12;163"),
        (date(2017, 5, 1), "2016-04-18;50"),
        (date(2023, 7, 1), "2023-03-31;36"),
    ],
)
def test_name_stands_for_the_text_in_force(day: date, act: str) -> None:
    (found,) = completed("ai sensi del codice dei contratti", Context(data=day))
    assert (found.tipo, found.numero) == ("codice", None)
    assert found.urn == f"urn:nir:stato:decreto.legislativo:{act}"


def test_name_of_unknown_time_has_no_number() -> None:
    (found,) = completed("ai sensi del codice dei contratti", Context())
    assert (found.tipo, found.numero) == ("codice", None)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Vista la l.r. 30 dicembre 2009, n. 33;", "visto"),
        ("Richiamata la d.g.r. n. XII/1651 del 21/12/2023;", "richiamato"),
        ("Preso atto della d.g.r. 27 ottobre 2015, n. 4235;", "preso_atto"),
        ("1. di revocare la d.g.r. n. 5 del 3 marzo 2020;", "revoca"),
        ("1. di modificare la d.g.r. n. 5 del 3 marzo 2020;", "modifica"),
        ("in attuazione della d.g.r. n. 5 del 3 marzo 2020", "attua"),
        ("Visto: il contratto; ai sensi della legge 241/1990", "richiamato"),
    ],
)
def test_relation(text: str, relation: str) -> None:
    (found,) = completed("x\n" + text)
    assert found.relazione == relation


def test_relation_of_an_act_cited_in_a_title() -> None:
    text = "Visto il regolamento (UE) n. 1305/2013 «che abroga il regolamento (CE) n. 1698/2005»;"
    assert [r.relazione for r in completed(text)] == ["visto", "richiamato"]
