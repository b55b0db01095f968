"""Formulas of terms in the acts of any Region, municipality or agency, and what they are for."""

from datetime import date

import pytest

from extractor.facts import deadlines
from models import Context, Scadenza

CONTEXT = Context(data=date(2024, 4, 12), pubblicazione=date(2024, 4, 19))


def found(text: str, context: Context = CONTEXT) -> list[Scadenza]:
    return deadlines.complete(deadlines.find(text, context), context)


TERMS = [
    # How far back is a bound too
    ("spese sostenute non oltre i 6 mesi antecedenti la data della domanda", "P6M", "termine"),
    ("imprese attive da non oltre quattro anni dalla data della domanda", "P4Y", "termine"),
    # A step of a procedure must be done in the time that it may last
    (
        "La fase di istruttoria ha una durata massima di 30 giorni dalla ricezione della domanda",
        "P30D",
        "termine",
    ),
    ("La valutazione ha durata di 45 giorni dalla chiusura dello sportello", "P45D", "termine"),
    ("Il contratto ha una durata di 24 mesi dalla stipula", "P24M", "durata"),
    # What is valid until so long after an event has an end
    (
        "la garanzia ha validità fino a 12 mesi dopo la scadenza del prestito",
        "P12M",
        "fine_validita",
    ),
    # What something takes, and a day that nothing is due on
    ("La verifica può richiedere fino a 16 ore lavorative", "PT16H", "altro"),
    ("la validazione potrà richiedere 3 giorni lavorativi", "P3D", "altro"),
    ("calcolata al trentesimo giorno successivo alla data di intimazione", "P30D", "altro"),
    ("di fissare in 60 giorni il termine per la conclusione del procedimento", "P60D", "termine"),
    ("la pubblicazione all'albo, per rimanervi quindici giorni consecutivi", "P15D", "durata"),
    ("trascorsi 12 mesi dalla stipula", "P12M", "termine"),
    ("decorsi 35 giorni dall'invio", "P35D", "termine"),
    ("rimborso con fino a 6 mesi di preammortamento", "P6M", "durata"),
    ("nel termine massimo di dodici mesi precedenti all'iscrizione", "P12M", "termine"),
    ("nei successivi trenta giorni il responsabile decide", "P30D", "termine"),
    ("per la durata di anni tre", "P3Y", "durata"),
    ("il revisore dura in carica tre anni dalla delibera", "P3Y", "durata"),
    ("il collegio resta in carica per tre anni", "P3Y", "durata"),
    ("la garanzia ha efficacia per almeno 180 giorni", "P180D", "durata"),
    ("entro le ore 12,00 del decimo giorno successivo alla richiesta", "P10D", "termine"),
    ("pagamento a 60 gg. d.f.f.m.", "P60D", "termine"),
]


@pytest.mark.parametrize(("text", "duration", "kind"), TERMS)
def test_terms(text: str, duration: str, kind: str) -> None:
    (fact,) = found(text)
    assert (fact.durata, fact.tipo) == (duration, kind)


@pytest.mark.parametrize(
    "where",
    ["BURL", "B.U.R.", "BURT", "BURERT", "BURC", "BURP", "BURAS", "Bollettino Ufficiale",
     "B.U. della Regione Piemonte", "Bollettino Ufficiale della Regione Emilia-Romagna",
     "BUR della Regione del Veneto", "Bollettino ufficiale regionale"],
)  # fmt: skip
def test_publication_in_the_bulletin_of_any_region(where: str) -> None:
    (fact,) = found(f"entro 30 giorni dalla pubblicazione sul {where}")
    assert fact.data_calcolata == "2024-05-20"


def test_publication_in_the_gazette_of_the_state_is_another_event() -> None:
    (fact,) = found("entro 30 giorni dalla pubblicazione sulla Gazzetta Ufficiale")
    assert fact.data_calcolata is None


WINDOWS = [
    # A desk that closes with its money, known by its opening
    (
        "La domanda può essere presentata online a partire dalle ore 10:30 del 14 gennaio 2025. Lo"
        " sportello resta aperto fino ad esaurimento delle risorse.",
        "2025-01-14", "2025-01-14", "10:30",
    ),
    (
        "Le istanze si presentano a decorrere dalle ore 9.00 del 3 marzo 2025 con procedura"
        " valutativa a sportello. L'avviso è attuato con procedimento a sportello.",
        "2025-03-03", "2025-03-03", "09:00",
    ),
    # Works of some hours
    (
        "divieto di sosta per lavori in data 23 marzo 2026 dalle ore 08.00 alle ore 16.00",
        "2026-03-23", "2026-03-23", "16:00",
    ),
    ("domande dalle ore 11:00 del 3 novembre 2024 e fino ad esaurimento delle risorse",
     "2024-11-03", "2024-11-03", "11:00"),
    ("Lo sportello apre alle ore 10 del 3 giugno 2024 e chiude alle ore 12:00 del 28 giugno 2024",
     "2024-06-28", "2024-06-03", "12:00"),
    ("le domande si presentano a partire dal 2 maggio 2024 fino alle ore 16 del 31 maggio 2024",
     "2024-05-31", "2024-05-02", "16:00"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "last", "first", "hour"), WINDOWS)
def test_windows(text: str, last: str, first: str, hour: str) -> None:
    (fact,) = found(text)
    assert (fact.tipo, fact.data, fact.dal, fact.ora) == ("finestra", last, first, hour)


DUE = [
    ("Le offerte dovranno pervenire, a pena di decadenza, entro il 15/05/2024",
     "Le offerte dovranno pervenire"),
    ("− conservare per 10 anni dalla scadenza della garanzia tutta la documentazione inerente",
     "conservare tutta la documentazione inerente"),
    ("− trasmettere entro il 30 marzo 2025 una relazione sui recuperi",
     "trasmettere una relazione sui recuperi"),
    ("le somme sono impegnate fino al 31/12/2024", "le somme sono impegnate"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "what"), DUE)
def test_what_is_due(text: str, what: str) -> None:
    (fact,) = found(text)
    assert fact.oggetto == what


WHO = [
    ("L'ASP trasmette i dati entro il 15 maggio 2024", "ASP"),
    ("la Regione Campania provvede entro il 15 maggio 2024", "Regione Campania"),
    ("il RUP provvede entro il 15 maggio 2024", "RUP"),
    ("il direttore dei lavori consegna il conto entro il 15 maggio 2024", "direttore dei lavori"),
    (
        "il capofila presenta domanda al responsabile del procedimento entro il 15 maggio 2024",
        "capofila",
    ),
]


@pytest.mark.parametrize(("text", "who"), WHO)
def test_who_must(text: str, who: str) -> None:
    (fact,) = found(text)
    assert fact.destinatario == who


def test_a_text_without_date_is_not_older_than_what_it_cites() -> None:
    cited = "".join(f"visto il decreto n. {day} del {day} marzo 2022; " for day in range(1, 7))
    (fact,) = found(f"{cited} invia i dati entro il 30 giugno di ciascun anno", Context())
    assert (fact.data, fact.ricorrenza) == ("2022-06-30", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30")
    assert (
        found("legge 27 gennaio 2012, n. 18: entro il 30 giugno di ciascun anno", Context()) == []
    )


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Il soggetto entro 15 giorni dal saldo del prestito trasmette la richiesta",
            "saldo del prestito",
        ),
        (
            "L’ente entro 30 giorni dalla ricezione della domanda comunica l’esito",
            "ricezione della domanda",
        ),
        ("entro 20 giorni dalla notifica del presente atto", "notifica del presente atto"),
        ("entro 20 giorni dalla data della verifica finale", "verifica finale"),
    ],
)
def test_what_is_done_by_then_is_not_of_the_event(text: str, event: str) -> None:
    (fact,) = found(text)
    assert fact.decorrenza == event
