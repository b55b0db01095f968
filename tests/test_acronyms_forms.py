"""The ways in which Italian acts define an abbreviation, one sentence for each."""

import pytest

from extractor.facts import acronyms
from models import Context

FOUND = [
    # Declared, in brackets
    ("la Centrale di Committenza (di seguito CdC) cura", "CdC", "Centrale di Committenza"),
    ("la Centrale Unica di Committenza (nel seguito “C.U.C.”) cura", "C.U.C.", None),
    ("l'Azienda Socio Sanitaria Territoriale della Valle (di seguito, ASST)", "ASST", None),
    ("l'Azienda Unità Sanitaria Locale (in prosieguo AUSL) trasmette", "AUSL", None),
    ("il Responsabile Unico del Progetto (di seguito denominato anche “R.U.P.”)", "R.U.P.", None),
    ("il Mercato elettronico della P.A. (di seguito MePA) consente", "MePA", None),
    ("Piano Urbano della Mobilità Sostenibile (c.d. PUMS) vigente", "PUMS", None),
    ("il Documento Unico di Programmazione (brevemente, DUP) che", "DUP", None),
    (
        "l'Agenzia nazionale per le nuove tecnologie e l'energia (di seguito ENEA) propone",
        "ENEA",
        "Agenzia nazionale per le nuove tecnologie e l'energia",
    ),
    # Declared, without brackets
    ("la Centrale Unica di Committenza, d'ora in poi CUC, cura", "CUC", None),
    ("la Stazione Unica Appaltante, d’ora in avanti denominata “SUA”, indice", "SUA", None),
    ("il Fondo per lo Sviluppo e la Coesione, in breve FSC, finanzia", "FSC", None),
    ("l'Associazione Nazionale Comuni Italiani in sigla ANCI, con sede", "ANCI", None),
    ("al Piano Urbano della Mobilità Sostenibile c.d. PUMS della città", "PUMS", None),
    ("il Piano integrato di attività e organizzazione, più brevemente PIAO,", "PIAO", None),
    ("la Centrale di Committenza, di seguito per brevità CdC, cura", "CdC", None),
    # In brackets after the words, or the words in brackets
    ("tramite Richiesta di Offerta (RdO) nel portale", "RdO", "Richiesta di Offerta"),
    ("nel Settore Lavori Pubblici (LL.PP.) si", "LL.PP.", "Lavori Pubblici"),
    ("allegato il curriculum vitae (CV) del candidato", "CV", "curriculum vitae"),
    ("per il tramite del sistema nazionale di interscambio (SDI), in", "SDI", None),
    ("mediante T.D. (trattativa diretta) nel portale", "T.D.", "trattativa diretta"),
    ("il “SINTEL” (Sistema di INTermediazione teLematica) regionale", "SINTEL", None),
    (
        "regolamento “eIDAS” (electronic IDentification Authentication and Signature - firma) e",
        "eIDAS",
        "electronic IDentification Authentication and Signature",
    ),
    # The name goes on, or ends in brackets
    ("garanzie del Fondo Centrale di Garanzia di cui alla Legge 662/96 (FCG).", "FCG", None),
    ("al Sistema di Gestione e Controllo del programma (Si.Ge.Co.) e", "Si.Ge.Co.", None),
    # A part of the name gives no letter, or its end is left out
    (
        "TUEL – Testo Unico delle leggi sull’ordinamento degli Enti Locali;",
        "TUEL",
        "Testo Unico delle leggi sull’ordinamento degli Enti Locali",
    ),
    ("il Direttore dell’Esecuzione (DEC) firma", "DEC", "Direttore dell’Esecuzione"),
    (
        "l’Agenzia Mobilità (AMT) paga; AMT riceve e AMT versa",
        "AMT",
        "Agenzia Mobilità",
    ),
    (
        "“eIDAS” (electronicIDentification Authentication and Signature - firma) e",
        "eIDAS",
        "electronicIDentification Authentication and Signature",
    ),
    ("Fondo Europeo di Sviluppo Regionale (PR FESR) e", "FESR", None),
    ("gli Imprenditori agricoli professionali (iscrizione IAP) e", "IAP", None),
    # The years of a plan stand with its short name
    ("il Piano Integrato di Attività e Organizzazione (PIAO 2024-2026) e", "PIAO", None),
    ("al Documento Unico di Programmazione (DUP 2025/2027), approvato", "DUP", None),
    ("il Piano Esecutivo di Gestione (di seguito PEG 2025) assegna", "PEG", None),
    # Quoted words in brackets
    ('un danno significativo (DNSH "do no significant harm") e', "DNSH", "do no significant harm"),
    ("il criterio (CAM «criteri ambientali minimi») e", "CAM", "criteri ambientali minimi"),
    # An entry of definitions whose words come further on
    (
        "b) “PMI”: le imprese che rientrano nella definizione di piccola e media impresa;",
        "PMI", "piccola e media impresa",
    ),
    (
        "- «RUP»: il soggetto nominato quale responsabile unico del progetto, ai sensi",
        "RUP", "responsabile unico del progetto",
    ),
    # The letters are those of another name
    ("il D.P.R. 28 dicembre 2000 n. 445 (TUDA) reca", "TUDA", "D.P.R. 28 dicembre 2000 n. 445"),
    ("• il D.Lgs. 267/2000 (TUEL);", "TUEL", "D.Lgs. 267/2000"),
    ("il decreto legislativo 7 marzo 2005, n. 82 (di seguito CAD) dispone", "CAD", None),
    ("del Regolamento (UE) 2016/679 (GDPR) e", "GDPR", "Regolamento (UE) 2016/679"),
    ("applicano un tasso di interesse (TAN) non superiore", "TAN", "tasso di interesse"),
    ("al Fondo per una transizione giusta (JTF), al", "JTF", None),
    ("Segnalazione Certificata Inizio Lavori S.C.I.A. € 250,00", "S.C.I.A.", None),
    # Lists of definitions and rows of tables
    ("q) “TUB”: il Testo Unico Bancario di cui al", "TUB", "Testo Unico Bancario"),
    ("per “SUA” si intende la Stazione Unica Appaltante istituita", "SUA", None),
    ("- CAM: criteri ambientali minimi;", "CAM", "criteri ambientali minimi"),
    ("RAL = retribuzione annua lorda;", "RAL", "retribuzione annua lorda"),
    ("- DGUE – Documento di Gara Unico Europeo;", "DGUE", "Documento di Gara Unico Europeo"),
    ("MIUR\tMinistero dell'Istruzione, dell'Università e della Ricerca", "MIUR", None),
    ("DUVRI\tDocumento Unico di Valutazione dei Rischi Interferenziali", "DUVRI", None),
    ("i Poli europei (European Digital Innovation Hubs-EDIH) e", "EDIH", None),
    # The letters of a province that are no province
    ("l’Accordo di Partenariato (AP), adottato", "AP", "Accordo di Partenariato"),
    ("al Fondo di Coesione (FC); e il FC", "FC", "Fondo di Coesione"),
]  # fmt: skip

LOOK_ALIKES = [
    # What is in brackets speaks of something else than the words before it
    "della Politica Agricola Comune (piani strategici della PAC) e finanziati",
    "la Giunta del Comune di Avezzo (GCAX) in via",
    "residente in Monza (MB), via Verdi",
    "nato a Pesaro (PU) il 3 aprile",
    "nato a Forlì (FC) il 3 aprile",
    "con sede in Castel San Pietro (BO) e",
    "unità locale di Cava Manara (PV)",
    "il Comune di Valfiorita (di seguito “COMUNE”) e la ditta (di seguito “DITTA”)",
    "il codice ufficio (IPA) UFABCD",
    "potenza di 20 kilowatt (KW) installata",
    "il Tecnico incaricato (RUP) firma",
    "il canone annuo (IVA esclusa) è",
    "il lotto primo (CIG B123456789) e",
    "del Regolamento (CE) n. 1234/2007",
    "legge 7 agosto 1990, n. 241 (G.U. n. 192)",
    "presentata n. 1 (UNO) offerta",
    "capitolo “Trasporto scolastico” (INFANZIA)",
    "i requisiti di cui al D.Lgs. 36/2023 (DURC, DGUE)",
    "data di nascita (GG/MM/AAAA)",
    "RUP: Mario Rossi",
    "OLI\tOli e grassi",
    "la Direzione Regionale Musei (DRM-CAM)",
]


@pytest.mark.parametrize(("text", "sigla", "definition"), FOUND)
def test_form_is_read(text: str, sigla: str, definition: str | None) -> None:
    [found] = acronyms.find(text, Context())
    assert found.sigla == sigla
    assert found.testo == text[found.inizio : found.fine]
    if definition is not None:
        assert found.definizione == definition


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike_is_left(text: str) -> None:
    assert acronyms.find(text, Context()) == []
