"""Deadlines that are a term: durations with what they run from, and the day they end on."""

from datetime import date

import pytest

from extractor.facts import deadlines
from models import Context, Scadenza
from tests.cases import Case, case, check, missed

CONTEXT = Context(data=date(2024, 4, 12), pubblicazione=date(2024, 4, 19))


def found(text: str, context: Context = CONTEXT) -> list[Scadenza]:
    return deadlines.complete(deadlines.find(text, context), context)


FOUND = [
    # terms in which something is due
    case(
        "dovranno concludersi entro 36 mesi dalla data del verbale di consegna",
        "                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P36M", "tipo": "termine", "decorrenza": "verbale di consegna"},
    ),
    case(
        "entro 10 giorni lavorativi dalla ricezione della richiesta",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {
            "durata": "P10D",
            "tipo": "termine",
            "decorrenza": "ricezione della richiesta",
            "giorni": "lavorativi",
        },
    ),
    case(
        "nel termine di\n60 (sessanta)\ngiorni decorrenti dalla data di\nnotifica dell'atto",
        "    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P60D", "tipo": "termine", "decorrenza": "notifica dell'atto"},
    ),
    case(
        "e non oltre le 24 ore dalla notifica del presente provvedimento",
        "  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "PT24H", "tipo": "termine", "decorrenza": "notifica del presente provvedimento"},
    ),
    case(
        "deve essere presentata almeno 15 giorni prima dello svolgimento dell'evento",
        "                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P15D", "tipo": "termine", "decorrenza": "prima: svolgimento dell'evento"},
    ),
    case(
        "stabilisce il termine massimo per la conclusione del procedimento in 90 giorni",
        "              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P90D", "tipo": "termine", "oggetto": "conclusione del procedimento"},
    ),
    case(
        "recedere dal presente Accordo con preavviso di 90 giorni, senza che",
        "                              ^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P90D", "tipo": "termine"},
    ),
    case(
        "i pagamenti sono effettuati a 30 giorni dalla data di ricevimento della fattura",
        "  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P30D", "tipo": "termine", "decorrenza": "ricevimento della fattura"},
    ),
    case(
        "diffida ad adempiere entro il successivo anno",
        "                     ^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P1Y", "tipo": "termine"},
    ),
    case(
        "entro il decimo giorno successivo alla pubblicazione all'albo",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P10D", "tipo": "termine", "decorrenza": "pubblicazione all'albo"},
    ),
    case(
        "sarà verificato dopo 2 anni dalla dichiarazione di inizio attività",
        "                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P2Y", "tipo": "termine", "decorrenza": "dichiarazione di inizio attività"},
    ),
    case(
        "un termine di 3 mesi dalla pubblicazione della presente delibera sul BURL",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P3M", "tipo": "termine", "data_calcolata": "2024-07-19"},
    ),
    case(
        "da ultimare: eseguiti in giorni 120 naturali e consecutivi dalla data del verbale",
        "             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P120D", "tipo": "termine", "giorni": "calendario", "decorrenza": "verbale"},
    ),
    case(
        "la fattura sarà pagata a 60 gg. fine mese",
        "                ^^^^^^^^^^^^^^^",
        {"durata": "P60D", "tipo": "termine"},
    ),
    # terms that something lasts
    case(
        "durata compresa tra un minimo di 3 anni e un massimo di 6 anni",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                 ^^^^^^",
        {"durata": "P3Y", "tipo": "durata"},
        {"durata": "P6Y", "tipo": "durata"},
    ),
    case(
        "all'albo on line dal 12/04/2024 per quindici giorni consecutivi",
        "                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P15D", "tipo": "durata", "dal": "2024-04-12", "data_calcolata": "2024-04-27"},
    ),
    case(
        "concesso in comodato per anni nove",
        "                     ^^^^^^^^^^^^^",
        {"durata": "P9Y", "tipo": "durata"},
    ),
    case(
        "ha durata di anni cinque (5) dalla data di sottoscrizione ed è rinnovabile",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P5Y", "tipo": "durata", "decorrenza": "sottoscrizione"},
    ),
    case(
        "la convenzione ha durata triennale a decorrere dalla stipula",
        "                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P3Y", "tipo": "durata", "decorrenza": "stipula"},
    ),
    case(
        "Durata contratto: 3 mesi di attività",
        "^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P3M", "tipo": "durata"},
    ),
    case(
        "ha durata di tre anni a decorrere dalla firma dello stesso ed è",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P3Y", "tipo": "durata", "decorrenza": "firma dello stesso"},
    ),
    case(
        "la durata pari a 45 (quarantacinque) giorni naturali e consecutivi",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P45D", "tipo": "durata", "giorni": "calendario"},
    ),
    case(
        "una proroga delle scadenze, da parte degli Osservatori, non superiore a 30 giorni",
        "    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P30D", "tipo": "durata"},
    ),
    case(
        "conservare per un periodo di almeno 3 (tre) anni dalla data di erogazione del contributo",
        "           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P3Y", "tipo": "durata", "decorrenza": "erogazione del contributo"},
    ),
    case(
        "pubblicata all'albo pretorio per quindici giorni consecutivi;",
        "                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"durata": "P15D", "tipo": "durata", "giorni": "calendario"},
    ),
    # appeals
    case(
        "ricorso gerarchico entro giorni trenta (gg.30); al T.A.R., Sez. Salerno, entro gg. 60",
        "                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^                           ^^^^^^^^^^^^",
        {"durata": "P30D", "tipo": "ricorso"},
        {"durata": "P60D", "tipo": "ricorso"},
    ),
    case(
        "è ammesso ricorso al TAR entro 60 giorni dalla notifica o straordinario entro 120 giorni",
        "                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                 ^^^^^^^^^^^^^^^^",
        {"durata": "P60D", "tipo": "ricorso", "decorrenza": "notifica"},
        {"durata": "P120D", "tipo": "ricorso"},
    ),
]

MISSED = [
    missed(
        "nominata dal 22/12/2023 sino al termine della Legislatura",
        "                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "fine_validita"},
    ),
    missed(
        "da rendicontare entro il 30 giugno dell'anno successivo",
        "                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2025-06-30"},
    ),
]


@pytest.mark.parametrize("expected", FOUND + MISSED, ids=lambda c: c.text[:30])
def test_found(expected: Case) -> None:
    check(found, expected, CONTEXT)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Published on Friday 19 April 2024: 60 days end on 18 June.
        ("entro 60 giorni dalla pubblicazione sul BURL", "2024-06-18"),
        ("entro 12 giorni dalla pubblicazione sul BURL", "2024-05-02"),  # 1 May is a holiday
        ("entro 5 giorni lavorativi dalla pubblicazione sul BURL", "2024-04-29"),
        ("entro 30 giorni dall'adozione del presente provvedimento", "2024-05-13"),  # 12: Sunday
        ("pubblicato all'albo per 15 giorni consecutivi dal 05/03/2026", "2026-03-20"),
        (
            "osservazioni entro 15 giorni dalla data della presente",
            "2024-04-27",
        ),  # a Saturday holds
        ("la Convenzione con ARIA, triennio 2023-2025", "2025-12-31"),
        (
            "pubblicata all'albo per 15 giorni consecutivi; affissa in data 05/03/2026 all'albo"
            " fino al 20/03/2026",
            "2026-03-20",
        ),
        (
            "domande dal 10 gennaio 2025 al 3 febbraio 2025; l'esito è approvato entro 60 giorni"
            " dalla chiusura dei termini per la presentazione delle domande",
            "2025-04-04",
        ),
        ("entro 60 giorni dalla notifica", None),  # who was notified when, the act does not say
        ("entro 18 mesi dalla pubblicazione sul BURL del decreto di concessione", None),
        ("entro 24 ore dalla pubblicazione sul BURL", None),
        ("almeno 15 giorni prima della pubblicazione sul BURL", None),
    ],
)
def test_the_day_a_term_ends_on_is_computed_only_from_a_known_event(
    text: str, day: str | None
) -> None:
    terms = [fact for fact in found(text) if fact.durata is not None]
    assert [fact.data_calcolata for fact in terms] == [day]


def test_without_bulletin_and_date_nothing_is_computed() -> None:
    text = "entro 60 giorni dalla pubblicazione sul BURL e 30 giorni dalla data del presente atto"
    assert [fact.data_calcolata for fact in found(text, Context())] == [None, None]


def test_a_shorter_mention_of_a_day_takes_what_the_fuller_one_says() -> None:
    text = (
        "Le domande si presentano dalle ore 10.00 del 15 gennaio 2025 ed entro le ore 12.00 del"
        " 15 gennaio 2026.\nLe domande pervengono entro il 15 gennaio 2026, salvo chiusura."
    )
    long, short = found(text)
    assert (short.dal, short.ora) == (long.dal, long.ora) == ("2025-01-15", "12:00")


def test_events_stay_with_their_own_mention() -> None:
    text = "Invia i dati entro 30 giorni dalla notifica. Paga entro 30 giorni; rende conto."
    assert [fact.decorrenza for fact in found(text)] == ["notifica", None]


def test_a_day_without_year_of_a_recurrent_mention_is_of_its_series() -> None:
    text = (
        "- per i comuni: entro il 31 marzo di ogni anno per i dati dell'anno precedente;\n"
        "- i costi sono inseriti entro il 31 marzo, anche da preventivo;\n"
        "- con decorrenza dai dati riferiti all'annualità del 2025"
    )
    facts = found(text)
    assert [fact.data for fact in facts] == ["2026-03-31", "2026-03-31"]
    assert {fact.ricorrenza for fact in facts} == {"FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"}
