"""Deadlines that are a day: terms, validities, windows, every year again."""

from datetime import date

import pytest

from extractor.facts import deadlines
from models import Context, Scadenza
from tests.cases import Case, case, check

CONTEXT = Context(data=date(2024, 4, 12), pubblicazione=date(2024, 4, 19))


def found(text: str, context: Context = CONTEXT) -> list[Scadenza]:
    return deadlines.complete(deadlines.find(text, context), context)


FOUND = [
    # a day by which something is due
    case(
        "i dati sono inviati entro il 31 dicembre 2024, salvo proroga",
        "                    ^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2024-12-31", "tipo": "termine"},
    ),
    case(
        "entro e non oltre le ore 12.00 del giorno 22/05/2026 a mano",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2026-05-22", "tipo": "termine", "ora": "12:00"},
    ),
    case(
        "entro le ore\n12:00 del giorno\n15/01/2026",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2026-01-15", "tipo": "termine", "ora": "12:00"},
    ),
    case(
        "spese sostenute e non successive al 31 Dicembre 2025",
        "                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2025-12-31", "tipo": "termine"},
    ),
    case(
        "le domande sono presentate entro il mese di giugno 2025",
        "                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2025-06-30", "tipo": "termine"},
    ),
    case(
        "Entro il 2025 sono previsti ulteriori provvedimenti",
        "^^^^^^^^^^^^^",
        {"data": "2025-12-31", "tipo": "termine"},
    ),
    case(
        "sarà verificato alla fine del 2026",
        "                ^^^^^^^^^^^^^^^^^^",
        {"data": "2026-12-31", "tipo": "termine"},
    ),
    case(
        "entro il 30 giugno p.v. il Comune trasmette la relazione",
        "^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2024-06-30", "tipo": "termine"},
    ),
    case(
        "Data Chiusura Prevista 29/02/2028",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2028-02-29", "tipo": "termine"},
    ),
    case(
        "termine ultimo per la trasmissione delle rendicontazioni (30 giugno 2028)",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2028-06-30", "tipo": "termine"},
    ),
    case(
        "Il termine massimo per l'avvio dei lavori è stabilito al 31 dicembre 2026.",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2026-12-31", "tipo": "termine"},
    ),
    case(
        "il termine è prorogato al 30 settembre 2024",
        "             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2024-09-30", "tipo": "termine"},
    ),
    case(
        "il TAR ha concesso un differimento al 28 aprile della trattazione",
        "                      ^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2024-04-28", "tipo": "altro"},
    ),
    # every year
    case(
        "entro il 10 febbraio di ciascun anno, a partire dal 10 febbraio 2022, le prestazioni",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {
            "data": "2022-02-10",
            "tipo": "termine",
            "ricorrenza": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=10",
        },
    ),
    case(
        "i comuni inviano i dati entro il 31 marzo di ogni anno",
        "                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {
            "data": "2025-03-31",
            "tipo": "termine",
            "ricorrenza": "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31",
        },
    ),
    case(
        "entro il 16 giugno e il 16 dicembre 2025 va versata l'imposta",
        "^^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^",
        {"data": "2025-06-16", "tipo": "termine"},
        {"data": "2025-12-16", "tipo": "termine"},
    ),
    case(
        "Data chiusura istruttorie\t14 marzo 2025\t13 marzo 2026",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^",
        {"data": "2025-03-14", "tipo": "termine"},
        {"data": "2026-03-13", "tipo": "termine"},
    ),
    case(
        "da completare entro il secondo semestre 2025",
        "              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2025-12-31", "tipo": "termine"},
    ),
    case(
        "i versamenti entro il giorno 10 di ogni mese",
        "             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2024-05-10", "ricorrenza": "FREQ=MONTHLY;BYMONTHDAY=10"},
    ),
    case(
        "trasmette la relazione entro il 31/12 di ciascun anno",
        "                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2024-12-31", "ricorrenza": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"},
    ),
    case(
        "differito al 30 settembre 2024 il termine per il bilancio",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2024-09-30", "tipo": "termine"},
    ),
    # until when something holds
    case(
        "vietata la sosta dalle ore 08.00 alle ore 16.00 del giorno 23 maggio 2024",
        "                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2024-05-23", "tipo": "finestra", "dal": "2024-05-23", "ora": "16:00"},
    ),
    case(
        "per il servizio in oggetto, scadenza contratto dicembre 2025",
        "                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2025-12-31", "tipo": "fine_validita"},
    ),
    case(
        "ha durata dalla data di sottoscrizione fino al 31/12/2028, fatte salve",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2028-12-31", "tipo": "fine_validita", "decorrenza": "data di sottoscrizione"},
    ),
    case(
        "Il presente contratto scade il 30 giugno 2027 e non prevede",
        "                      ^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2027-06-30", "tipo": "fine_validita"},
    ),
    case(
        "DURC con scadenza al 08/05/2026",
        "         ^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2026-05-08", "tipo": "fine_validita"},
    ),
    case(
        "Data di fine durata: 31/12/2026",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2026-12-31", "tipo": "fine_validita"},
    ),
    # periods and windows
    case(
        "l'affidamento avrà decorrenza dal 01/05/2024 e terminerà il 30/04/2026",
        "                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2026-04-30", "tipo": "fine_validita", "dal": "2024-05-01"},
    ),
    case(
        "è vietato il transito dal 23 marzo 2026 al 27 marzo 2026",
        "                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2026-03-27", "tipo": "fine_validita", "dal": "2026-03-23"},
    ),
    case(
        "accordo con decorrenza dal 1° gennaio 2024 e scadenza 31 marzo 2028",
        "        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2028-03-31", "tipo": "fine_validita", "dal": "2024-01-01"},
    ),
    case(
        "domande dalle ore 10.00 del 15 gennaio 2025 ed entro le ore 12.00 del 15 gennaio 2026",
        "        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2026-01-15", "tipo": "finestra", "dal": "2025-01-15", "ora": "12:00"},
    ),
    case(
        "DATA APERTURA 16 gennaio 2025 ore 10:30 DATA CHIUSURA 30 dicembre 2027 ore 14:00",
        "                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2027-12-30", "tipo": "finestra", "dal": "2025-01-16", "ora": "14:00"},
    ),
    case(
        "chiusura dello sportello, alle ore 9:52:29 del giorno 11 gennaio 2017",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2017-01-11", "tipo": "finestra", "ora": "09:52:29"},
    ),
    case(
        "affisso in data 27/02/2026 all'Albo con numero 237, e vi rimarrà fino al 14/03/2026;",
        "        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {
            "data": "2026-03-14",
            "tipo": "fine_validita",
            "dal": "2026-02-27",
            "oggetto": "pubblicazione all'albo",
        },
    ),
    case(
        "la Convenzione quadro tra la Giunta ed ARIA S.p.A. - triennio 2023-2025",
        "                                                     ^^^^^^^^^^^^^^^^^^",
        {"durata": "P3Y", "tipo": "durata", "dal": "2023-01-01"},
    ),
    case(
        "gli interventi strategici da attuare nel periodo 2021-2023",
        "                                     ^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2023-12-31", "tipo": "termine", "dal": "2021-01-01"},
    ),
    case(
        "rilasci: 24C90-01 Unico 31/12/2024 31/12/2024 2.460.145,60 3.001.377,63",
        "                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2024-12-31", "tipo": "rilascio", "oggetto": "rilascio 24C90-01"},
    ),
    case(
        "rilasci:\t24C90-02\tII Gruppo\t31/12/2025\t31/12/2025\t421.958,33\t514.789,17",
        "                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"data": "2025-12-31", "tipo": "rilascio", "oggetto": "rilascio 24C90-02"},
    ),
]


@pytest.mark.parametrize("expected", FOUND, ids=lambda c: c.text[:30])
def test_found(expected: Case) -> None:
    check(found, expected, CONTEXT)
