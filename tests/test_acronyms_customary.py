"""Abbreviations whose words are customary, joined by a dash, or declared without capitals."""

import pytest

from extractor.facts import acronyms
from models import Context

DEFINED = [
    (
        "Il documento di regolarità contributiva (DURC) in corso di validità",
        ("DURC", "documento di regolarità contributiva"),
    ),
    ("la Camera di Commercio (CCIAA) competente", ("CCIAA", "Camera di Commercio")),
    (
        "i contratti collettivi nazionali (CCNL) sottoscritti",
        ("CCNL", "contratti collettivi nazionali"),
    ),
    (
        "la banca dati nazionale unica della documentazione antimafia (BDNA)",
        ("BDNA", "banca dati nazionale unica della documentazione antimafia"),
    ),
    (
        "il Consiglio per la ricerca in agricoltura e l’analisi dell’economia agraria (CREA)",
        ("CREA", "Consiglio per la ricerca in agricoltura e l’analisi dell’economia agraria"),
    ),
    (
        "tramite Carta Nazionale/Regionale dei Servizi (CNS/CRS) con PIN",
        ("CNS", "Carta Nazionale/Regionale dei Servizi"),
    ),
    (
        "corredata dal documento di trasporto - DDT - e dalla fattura",
        ("DDT", "documento di trasporto"),
    ),
    ("il documento di trasporto (DDT) e la fattura", ("DDT", "documento di trasporto")),
    (
        "apparecchiature elettriche ed elettroniche – AEE – nuove",
        ("AEE", "apparecchiature elettriche ed elettroniche"),
    ),
    (
        "la Nota di Aggiornamento al Documento di Economia e Finanza Regionale - NADEFR 2024",
        ("NADEFR", "Nota di Aggiornamento al Documento di Economia e Finanza Regionale"),
    ),
    (
        "la quotazione sui sistemi multilaterali di negoziazione (di seguito “MTF” ovvero, in "
        "linguaggio atecnico, “Borsa”).",
        ("MTF", "sistemi multilaterali di negoziazione"),
    ),
    (
        "presso lo sportello delle attività di ristoro (di seguito “SVR”)",
        ("SVR", "sportello delle attività di ristoro"),
    ),
    (
        "DNSH: acronimo di “Do No Significant Harm” (non arrecare un danno significativo)",
        ("DNSH", "Do No Significant Harm"),
    ),
    (
        "secondo FIRE (Federazione italiana per l’uso razionale dell’energia) e",
        ("FIRE", "Federazione italiana per l’uso razionale dell’energia"),
    ),
    ("dove OS = oneri sociali, a carico", ("OS", "oneri sociali")),
    (
        "DNSH, acronimo inglese di “Do No Significant Harm”, principio",
        ("DNSH", "Do No Significant Harm"),
    ),
]

NOT_DEFINED = [
    "la fattura e il documento di trasporto DDT n. 12",
    "il responsabile del servizio (DURC regolare)",
    "trasmesso al comune e alla parte (di seguito “COMUNE”)",
    "l’attestazione rilasciata da altro ente (DSU)",
    "il costo X (costo complessivo delle opere, inclusi oneri)",
    "pubblicato sul sito - BURL - della Regione",
]


@pytest.mark.parametrize(("sentence", "expected"), DEFINED, ids=[s[:30] for s, _ in DEFINED])
def test_found(sentence: str, expected: tuple[str, str]) -> None:
    found = [(fact.sigla, fact.definizione) for fact in acronyms.find(sentence, Context())]
    assert found == [expected]


@pytest.mark.parametrize("sentence", NOT_DEFINED)
def test_look_alikes(sentence: str) -> None:
    assert not list(acronyms.find(sentence, Context()))
