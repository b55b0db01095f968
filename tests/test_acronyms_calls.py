"""The abbreviations that calls for grants define: in lists of definitions, tables, brackets."""

import pytest

from extractor.facts import acronyms
from models import Context

DEFINED = [
    # Declared in brackets, in the words of many issuers
    ("il Ministero delle Imprese e del Made in Italy (di seguito denominato “MIMIT”)", ["MIMIT"]),
    ("il Responsabile Unico del Progetto (d’ora innanzi, RUP) cura", ["RUP"]),
    ("la Segnalazione certificata di inizio attività (nel seguito anche “SCIA”)", ["SCIA"]),
    ("le Micro, Piccole e Medie Imprese (nel prosieguo, per brevità, “MPMI”)", ["MPMI"]),
    ("l’Indicatore della Situazione Economica Equivalente, di seguito ISEE,", ["ISEE"]),
    ("il regolamento (UE) n. 651/2014 (di seguito GBER)", ["GBER"]),
    # Small letters, figures, marks
    ("attività di Ricerca e Sviluppo (R&S) e", ["R&S"]),
    ("la Richiesta di Acquisto (RdA) n. 5", ["RdA"]),
    ("Istruzione e Formazione Professionale (IeFP)", ["IeFP"]),
    ("una Energy Service Company (ESCo) che", ["ESCo"]),
    ("Small and Medium Enterprises (SMEs) che", ["SMEs"]),
    ("il Comitato regionale per le comunicazioni (Co.Re.Com.) che", ["Co.Re.Com."]),
    ("Autorità di Gestione (AdG) e Organismo Intermedio (OI)", ["AdG", "OI"]),
    ("il Responsabile della Protezione dei Dati (RPD/DPO) è", ["RPD"]),
    ("i lavori dell’Ufficio LL.PP. (Lavori Pubblici) del", ["LL.PP."]),
    # Names made of syllables
    ("i Consorzi di Garanzia Collettiva dei Fidi (Confidi) di cui all’art. 106", ["Confidi"]),
    ("il Comitato Regionale per le Comunicazioni (di seguito Corecom)", ["Corecom"]),
    # English letters beside Italian words
    ("il principio di non arrecare un danno significativo all’ambiente (c.d. DNSH)", ["DNSH"]),
    ("con livello di maturità tecnologica (TRL) tra 5 e 8", ["TRL"]),
    ("i criteri ambientali, sociali e di governance (ESG) e", ["ESG"]),
    ("riduzione dei gas a effetto serra (GHG) del", ["GHG"]),
    ("con analisi del ciclo di vita (LCA) del", ["LCA"]),
    # Lists of definitions
    (
        "Art. 2 – Definizioni\n1. Ai fini del presente bando si intende per:\n"
        "a) MIMIT: Ministero delle Imprese e del Made in Italy;\nb) UE: Unione europea;\n"
        "c) PMI: le piccole e medie imprese;\n",
        ["MIMIT", "UE", "PMI"],
    ),
    (
        "Definizioni\na) «AdG»: l’Autorità di Gestione del programma;\n"
        "b) «OI»: l’Organismo Intermedio;\n",
        ["AdG", "OI"],
    ),
    (
        "A.2 Definizioni e acronimi\n- AdG: Autorità di Gestione;\n- OI: Organismo Intermedio;\n"
        "- TRL: Technology Readiness Level.\n",
        ["AdG", "OI", "TRL"],
    ),
    # Tables of two columns
    (
        "Acronimo\tDefinizione\nRL\tRegione Lombardia\nDG\tDirezione Generale\n",
        ["RL", "DG"],
    ),
    ("Sigla\tPer esteso\nUE\tUnione Europea\nAdG\tAutorità di Gestione\n", ["UE", "AdG"]),
]  # fmt: skip

LOOK_ALIKES = [
    "la Società (Comune) e il Comune (Stazione appaltante)",
    "il Conto (Contabilità) e la Cassa (Bando)",
    "il Dirigente del Servizio (Direttore)",
    "Comune di Valfiorita (Beneficiario)",
    "Denominazione / Ragione sociale (BENEFICIARIO)",
    "Allegato A (MODELLO DI DOMANDA)",
    "AVVISO PUBBLICO (BANDO)",
    "Titolo IV, Capo II (XIV)",
    "a) CUP: E46G23000300002;\nb) CIG: B123456789;",
    "- PEC: protocollo@valfiorita.example;\n- TEL: 035 000000",
    "c) RUP: Lea Morandi;",
    "gli impianti da 20 kW (kilowatt) e",
]


@pytest.mark.parametrize(("text", "siglas"), DEFINED)
def test_defined(text: str, siglas: list[str]) -> None:
    found = acronyms.find(text, Context())
    assert [record.sigla for record in found] == siglas
    assert all(record.testo == text[record.inizio : record.fine] for record in found)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_not_defined(text: str) -> None:
    assert acronyms.find(text, Context()) == []
