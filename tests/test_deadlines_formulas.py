"""Formulas of terms in the acts of any Region, municipality or agency, and what they are for."""

from datetime import date

import pytest

from extractor.facts import deadlines
from models import Context, Scadenza

CONTEXT = Context(data=date(2024, 4, 12), pubblicazione=date(2024, 4, 19))


def found(text: str, context: Context = CONTEXT) -> list[Scadenza]:
    return deadlines.complete(deadlines.find(text, context), context)


TERMS = [
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
