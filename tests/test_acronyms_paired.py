"""Abbreviations beside one another, in rows of several names, between dashes and in lists."""

from collections import Counter

import pytest

from extractor.facts import acronyms
from models import Context

FOUND = [
    # Two in the same brackets, each of its own name
    ("ai Medici di Medicina Generale o ai Pediatri di Libera Scelta (MMG/PLS) spetta",
     ["MMG", "PLS"]),
    ("i Medici di Medicina Generale e i Pediatri di Libera Scelta (MMG/PLS) hanno", ["MMG", "PLS"]),
    ("il Responsabile della Protezione dei Dati - Data Protection Officer (RPD-DPO) è",
     ["DPO", "RPD"]),
    # Between dashes, with hyphens, of a saint
    ("nel documento Quadro Comunale Europeo -QCE- si legge", ["QCE"]),
    ("la compilazione della Scheda Unica Annuale della Ricerca Dipartimentale SUA-RD per",
     ["SUA-RD"]),
    ("il Direttore dell’Ospedale S. Benigno (OSB) riceve", ["OSB"]),
    # In lists of definitions
    ("Si intende per:\na) «SCC», il Servizio comunale competente, istituito con legge;", ["SCC"]),
    ("Si intende per:\nb) “RdA”, la regola di accesso;", ["RdA"]),
    ("detta anche “SLA”, acronimo dall’inglese Service Level Agreement, è", ["SLA"]),
    ("utilizzando le BAT, (migliori tecniche disponibili);", ["BAT"]),
    # In quotes after their words, with the town after them, symbols with an index, letterheads
    ("introduce il Reddito di Accoglienza “REA” per", ["REA"]),
    ("la STAZIONE UNICA APPALTANTE (SUA COLLEALTO) opera", ["SUA"]),
    ("Energia elettrica condivisa (Econd): è, in ogni ora,", ["Econd"]),
    ("INTUL\nISTITUTO NAZIONALE PER LA TUTELA\nDEGLI UTENTI DEL LAVORO\n\nNota 5", ["INTUL"]),
    # Rows of several names
    ("Termine o abbreviazione\tDescrizione\nARC, Agenzia\tAgenzia Regionale Contratti\n"
     "Giorni\tGiorni solari\nPlatform as a Service, PaaS\tUna categoria di servizi",
     ["ARC", "PaaS"]),
    ("Termine o abbreviazione\tDescrizione\nSoftware as a Service,\nSaaS\tTra i modelli\n"
     "SPID\tSistema Pubblico d’Identità Digitale, ovvero la soluzione (www.spid.example)",
     ["SPID", "SaaS"]),
]  # fmt: skip

NOT_FOUND = [
    "Via Pascoli, 7 - 61029 Urbino (PU) Tel. 0722 000000",
    "la Piazza Umberto - 90100 Porto Antico (PA) e",
    "la pratica -ABC- del Comune",
    "Energia elettrica condivisa (Eventuale): è",
    "la Stazione Appaltante (SUA COLLEALTO) opera",
    "Termine o abbreviazione\tDescrizione\nGiorni, Giornate\tGiorni solari",
]


@pytest.mark.parametrize(("text", "siglas"), FOUND)
def test_found(text: str, siglas: list[str]) -> None:
    found = Counter(record.sigla for record in acronyms.find(text, Context()))
    assert found == Counter(siglas)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert list(acronyms.find(text, Context())) == []


def test_each_of_two_has_its_own_name() -> None:
    text = "i Medici di Medicina Generale e i Pediatri di Libera Scelta (MMG/PLS) hanno"
    assert {r.sigla: r.definizione for r in acronyms.find(text, Context())} == {
        "MMG": "Medici di Medicina Generale",
        "PLS": "Pediatri di Libera Scelta",
    }
