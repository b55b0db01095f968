"""What is no deadline, however much it looks like one; and what must hold on any text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.facts import deadlines
from models import Context
from tests.cases import Case, case, check

CONTEXT = Context(data=date(2024, 4, 12))

LOOK_ALIKES = [
    case("Qualora il termine cada in un giorno festivo, la consegna avviene il primo utile"),
    case("i tre anni da prendere in considerazione dovrebbero essere valutati su base mobile"),
    case(
        "RIEPILOGO DATE E TERMINI TEMPORALI\n"
        "Presentazione della domanda su Bandi e Servizi\t8 gennaio 2025 h. 10.00\n"
    ),
    case("VISTA la d.g.r. n. XII/514 del 26/06/2023"),
    case("il decreto n. 3208 del 26/02/2024 con il quale la Direzione ha impegnato le risorse"),
    case(
        "la legge regionale 30 dicembre 2009, n. 33, convertita dalla legge 30 ottobre 2013, n. 125"
    ),
    case("in data 16 marzo 2017 si è tenuta la riunione"),
    case("nato a Milano il 12/03/1970, residente in via Roma 3"),
    case("la nota prot. n. 75589 del 15 novembre 2018"),
    case("la fattura n. 5 del 20.02.2026"),
    case("entro i termini previsti dalla d.g.r. 5954 del 5 dicembre 2016"),
    case("pubblicato sul BURL del 23 luglio 2013"),
    case("le attività hanno avuto inizio il 1° marzo 2017"),
    case("la procedura si è conclusa il 27 luglio 2015"),
    case("le sedute del 5 aprile 2017 e del 12 aprile 2017"),
    case("la riunione del 27 marzo u.s."),
    case("Milano, 21 aprile 2017"),
    case("Serie Ordinaria n. 17 - Venerdì 28 aprile 2017"),
    case("L'anno duemilaventisei, il giorno dieci, del mese di aprile, alle ore 12:30"),
    case("deliberazione divenuta esecutiva in data 10/04/2026"),
    case("alla data del 31 dicembre 2024 presentavano una popolazione inferiore"),
    case("nel periodo intercorrente tra gennaio 2013 e novembre 2015"),
    case("a decorrere dal 1° luglio 2016 il regolamento ha piena efficacia"),
    case("gli esiti delle visite svolte dal 01/01/2016 al 31/12/2016"),
    case("Data di conclusione dell'appalto: 03/12/2025"),
    case("il Piano Triennale per l'informatica per il triennio 2020-2022"),
    case("il bilancio di previsione per il triennio 2026-2028"),
    case("il POR FESR 2014-2020"),
    case("fino al 2015 i dati dei progetti non erano raccolti"),
    case("nel corso degli anni 2018 e 2019"),
    case("entro l'anno 2014/2015"),
    case("capitolo 9.03.203.7295 impegno 148/2026"),
    case("la media di 30 giorni di attesa"),
    case("soggetti di età inferiore a 18 anni o superiore ai 65 anni"),
    case("fascia di età 14-25 anni"),
    case("negli ultimi due anni la Regione ha attuato"),
    case("nell'ultimo triennio"),
    case("rispetto ai 12 mesi precedenti"),
    case("spese sostenute nei 6 mesi antecedenti la data della domanda"),
    case("assistenza continuativa nelle 24 ore, sette giorni su sette"),
    case("ventilazione meccanica per 96 ore o più"),
    case("esperienza di almeno cinque anni nel settore"),
    case("un fabbricato esistente da almeno 50 anni"),
    case("abbiano da oltre 12 mesi una sede operativa"),
    case("ha cessato di occupare la carica da un periodo di almeno un anno"),
    case("la reclusione da sei mesi a tre anni"),
    case("un corso di 40 ore di formazione"),
    case("ogni tre mesi il gestore pubblica i dati"),
    case("hanno trascorso almeno 3 mesi all'estero"),
    case("300.000 euro nell'arco di tre anni per impresa unica"),
    case("ricovero per un periodo superiore a 30 giorni"),
    case("allineamento svolto entro il primo semestre"),
    case("la consultazione nei giorni 22 e 23 marzo 2026"),
    case("il contributo annuale e il programma triennale"),
    case("Data presentazione domanda: 10/01/2017"),
    case("da effettuarsi in data 23 marzo 2026"),
]


@pytest.mark.parametrize("expected", LOOK_ALIKES, ids=lambda c: c.text[:30])
def test_look_alikes(expected: Case) -> None:
    check(deadlines.find, expected, CONTEXT)


PIECES = st.sampled_from(
    ["entro ", "il ", "31/12/2024", "1° marzo", " di ogni anno", "fino al ", "30 giorni",
     " dalla ", "notifica", ", ", "\n", "; ", "termine ", "durata ", "dal ", "al ", "2025",
     "ore 12.00", "non oltre ", "proroga ", "triennio 2023-2025", "per ", "\t",
     "1.000,00", "è", "ricorso "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=24).map("".join))
def test_any_text_gives_deadlines_with_their_own_words(text: str) -> None:
    for fact in deadlines.complete(deadlines.find(text, CONTEXT), CONTEXT):
        assert fact.testo == text[fact.inizio : fact.fine] != ""
        assert (fact.data is None) != (fact.durata is None)
        assert fact.dal is None or fact.data is None or fact.dal <= fact.data
        assert 0 < fact.confidenza < 1


def test_long_runs_without_any_deadline_take_no_time() -> None:
    """Bounded work where patterns could look back for ever."""
    for piece in ("termine per la ", "30 giorni ", "dal 1/1/2024 ", "proroga dei ", "\n", "a b "):
        deadlines.find(piece * 4000, CONTEXT)
