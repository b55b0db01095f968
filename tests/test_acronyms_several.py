"""Abbreviations of several words, and those printed after a name that goes on."""

import pytest

from extractor.facts import acronyms
from models import Context

DEFINED = [
    (
        "il Programma Regionale a valere sul Fondo Sociale Europeo Plus (PR FSE+) 2021-2027",
        [("PR FSE+", "Programma Regionale a valere sul Fondo Sociale Europeo Plus")],
    ),
    (
        "del PROGRAMMA REGIONALE A VALERE SUL FONDO EUROPEO DI SVILUPPO REGIONALE (PR FESR)",
        [("PR FESR", "PROGRAMMA REGIONALE A VALERE SUL FONDO EUROPEO DI SVILUPPO REGIONALE")],
    ),
    (
        "del programma regionale\na valere sul Fondo\nSociale Europeo PLUS (PR FSE +) e",
        [("PR FSE +", "programma regionale a valere sul Fondo Sociale Europeo PLUS")],
    ),
    (
        "dal Programma Regionale cofinanziato dal Fondo Europeo di Sviluppo Regionale (PR FESR)",
        [("PR FESR", "Programma Regionale cofinanziato dal Fondo Europeo di Sviluppo Regionale")],
    ),
    (
        "Programma Regionale Fondo Sociale Europeo+ 2021-2027 (PR FSE+ 2021-2027)",
        [("PR FSE+", "Programma Regionale Fondo Sociale Europeo+ 2021-2027")],
    ),
    (
        "il Programma Nazionale Ricerca, Innovazione e Competitività (PN RIC) è",
        [("PN RIC", "Programma Nazionale Ricerca, Innovazione e Competitività")],
    ),
    (
        "il Programma Operativo per il Fondo Europeo per gli Affari Marittimi e la Pesca "
        "(PO FEAMP)",
        [
            (
                "PO FEAMP",
                "Programma Operativo per il Fondo Europeo per gli Affari Marittimi e la Pesca",
            )
        ],
    ),
    (
        "“Sostegno all’Efficientamento Energetico delle Pubbliche Amministrazioni (SEED PA)”",
        [
            (
                "SEED PA",
                "Sostegno all’Efficientamento Energetico delle Pubbliche Amministrazioni",
            )
        ],
    ),
    (
        "Programma Regionale per il Fondo Europeo di Sviluppo Regionale, di seguito “PR FESR”, è",
        [("PR FESR", "Programma Regionale per il Fondo Europeo di Sviluppo Regionale")],
    ),
    (
        "il Programma Nazionale Giovani, Donne e Lavoro “PN GDL” sostiene",
        [("PN GDL", "Programma Nazionale Giovani, Donne e Lavoro")],
    ),
    (
        "la Direzione Generale Risorse Europee (di seguito DG RE) cura",
        [("DG RE", "Direzione Generale Risorse Europee")],
    ),
    (
        "l’Autorità di Gestione del Fondo Sociale Europeo Plus (AdG FSE+) verifica",
        [("AdG FSE+", "Autorità di Gestione del Fondo Sociale Europeo Plus")],
    ),
    # Short words in quotes, with the letters after a dash
    (
        "la conformità al principio “Do No Significant Harm” – DNSH come specificato",
        [("DNSH", "Do No Significant Harm")],
    ),
    ("di un “Piano di Azione Locale” - PAL che", [("PAL", "Piano di Azione Locale")]),
    # A name that goes on with the letters of another
    (
        "del Piano nazionale degli investimenti complementari al PNRR (PNC), nonché",
        [("PNC", "Piano nazionale degli investimenti complementari al PNRR")],
    ),
    # English letters beside a long Italian name
    (
        "e allo Strumento di sostegno finanziario per la gestione delle frontiere e la politica "
        "dei visti (BMVI);",
        [
            (
                "BMVI",
                "Strumento di sostegno finanziario per la gestione delle frontiere e la politica "
                "dei visti",
            )
        ],
    ),
]

LOOK_ALIKES = [
    "il Programma Operativo Regionale (POR FESR) 2014-2020",
    "il Programma Regionale FESR (PR FESR) 2021-2027",
    "il Programma Regionale “PR FESR”",
    "il Piano Nazionale di Ripresa e Resilienza (PNRR M1C1)",
    "il Programma Operativo Complementare al POR FESR (POC FESR)",
    "nella sede di via Pietro Rovelli (PR ITALIA)",
    "il Ministero dell’Interno (MI PC)",
    "la lettera A (ALLEGATO UNO)",
    "nato a Valfiorita (VF ITALIA)",
    "il Dipartimento della Protezione Civile (DPC PCM)",
    "al principio “Piano di Azione” – DNSH come",
    "la persona ha diritto al PNRR (PNC)",
]


@pytest.mark.parametrize(("text", "expected"), DEFINED)
def test_defined(text: str, expected: list[tuple[str, str]]) -> None:
    found = acronyms.find(text, Context())
    assert [(record.sigla, record.definizione) for record in found] == expected
    assert all(record.testo == text[record.inizio : record.fine] for record in found)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_not_defined(text: str) -> None:
    assert acronyms.find(text, Context()) == []
