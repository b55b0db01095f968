"""Calls, notices, letters, permits, agreements and plans: the header and zones that are read.

The layouts are those of real acts; names, places and numbers are invented.
"""

from tests.structures import Kind, each_kind, read_header, read_zones

AGREEMENT = Kind(
    """CONVENZIONE PER LA GESTIONE DEL SERVIZIO
TRA
Il Comune di Esempio, con sede in via Roma 1, rappresentato dal Sindaco
E
la Fondazione Prova, con sede in via Milano 2
PREMESSO CHE
- il servizio è necessario;
Tutto ciò premesso
si conviene e stipula quanto segue
Art. 1 – Oggetto
La convenzione regola il servizio.
Art. 2 – Durata
La convenzione dura tre anni.
Letto, approvato e sottoscritto.
Per il Comune di Esempio
Mario Rossi
Per la Fondazione Prova
Anna Verdi
ALLEGATO 1
Elenco dei servizi.""",
    {
        "tipo": "convenzione", "ente": "Comune di Esempio; Fondazione Prova",
        "oggetto": "CONVENZIONE PER LA GESTIONE DEL SERVIZIO",
    },
    "frontespizio preambolo dispositivo firma allegato",
)  # fmt: skip

CALL = Kind(
    """Allegato A
REGIONE LOMBARDIA
PROGRAMMA REGIONALE FESR 2021-2027
BANDO PER L'EFFICIENZA ENERGETICA
Indice
A.1 Finalità e obiettivi ........ 3
Allegato 1 - Modulo di domanda ........ 20
A.1 Finalità e obiettivi
Il bando sostiene le imprese.
A.2 Soggetti beneficiari
Le imprese lombarde.
Allegato 1 - Modulo di domanda
Il sottoscritto chiede.""",
    {
        "tipo": "bando", "ente": "Regione Lombardia", "numero": None,
        "oggetto": "BANDO PER L'EFFICIENZA ENERGETICA",
    },
    "frontespizio dispositivo allegato",
)  # fmt: skip

NOTICE = Kind(
    """COMUNE DI ESEMPIO
AVVISO PUBBLICO PER LA CONCESSIONE DI CONTRIBUTI
Il Comune di Esempio rende noto che si può presentare domanda.
Le domande si presentano entro il 30 aprile 2026.
Il Responsabile
Mario Rossi""",
    {"tipo": "avviso", "oggetto": "AVVISO PUBBLICO PER LA CONCESSIONE DI CONTRIBUTI"},
    "frontespizio dispositivo firma",
)

LETTER = Kind(
    """Ministero delle Prove
Direzione generale per le strade
Alla Commissione nazionale
Oggetto: Concessione autostradale. Proposta di progetto
Con nota n. 14700 dell'11 maggio 2022 la Società ha presentato una proposta.
Il Responsabile del Procedimento
Ing. Mario Rossi
Riferimento per contatti:
mario.rossi@example.org""",
    {
        "tipo": "altro", "ente": "Ministero delle Prove", "numero": None,
        "oggetto": "Concessione autostradale. Proposta di progetto",
    },
    "frontespizio dispositivo firma",
)  # fmt: skip

NOTICE_WITH_RECITALS = Kind(
    """COMUNE DI ESEMPIO
AVVISO PUBBLICO PER L'ASSEGNAZIONE DI CONTRIBUTI
Vista la deliberazione n. 5 del 3 marzo 2024;
Visto il regolamento comunale;
RENDE NOTO
che si può presentare domanda entro il 30 aprile 2024.
Il Responsabile
Mario Rossi""",
    {"tipo": "avviso", "numero": None},
    "frontespizio preambolo dispositivo firma",
)

PERMIT_NOTICE = Kind(
    """COMUNE DI ESEMPIO
Provincia di Prova
Prot. n. 002434 PRATICA EDILIZIA n. 1160/2024
Data: 27/02/2026
AVVISO RILASCIO PERMESSO DI COSTRUIRE n. 919 Anno 2026
Il Responsabile dello Sportello Unico
Visto il decreto n. 20 del 31.12.2025;
RENDE NOTO
che è stato rilasciato il permesso.
Il Responsabile
Mario Rossi""",
    {
        "tipo": "avviso", "numero": "919", "data": "2026-02-27", "ente": "Comune di Esempio",
        "oggetto": "AVVISO RILASCIO PERMESSO DI COSTRUIRE",
    },
    "frontespizio preambolo dispositivo firma",
)  # fmt: skip

SCANNED_PERMIT_NOTICE = Kind(
    """COMUNE DI ESEMPIO
Prot.n. 002637 | Data: 05/03/2026\tPRATICA EDILIZIA n.03/2026
\t(Permesso di costruire)
AVVISO DI RILASCIO DEL PERMESSO DI COSTRUIRE\tn. 920/2026 (©)
DPR 380/2001 e s.m.i.
Il Responsabile dello Sportello Unico
Visto il decreto n. 20 del 31.12.2025; rilascia:
Il Permesso di Costruire per i “LAVORI DI RIFACIMENTO DEL MURO”;
Esempio, li 05/03/2026
Il Responsabile dello Sportello Unico
(F.to Arch. Mario Rossi)
N. 439 del Registro delle PUBBLICAZIONI ALL'ALBO PRETORIO
Il Responsabile delle Pubblicazioni
f.to Anna Verdi""",
    {
        "tipo": "avviso", "numero": "920/2026", "data": "2026-03-05",
        "oggetto": "AVVISO DI RILASCIO DEL PERMESSO DI COSTRUIRE",
    },
    "frontespizio dispositivo firma",
)  # fmt: skip

PERMIT = Kind(
    """COMUNE DI ESEMPIO
Settore Edilizia
PERMESSO DI COSTRUIRE N. 45 DEL 12/03/2024
IL RESPONSABILE DEL SETTORE
Vista la domanda presentata il 2 febbraio 2024;
Visto il d.P.R. 6 giugno 2001, n. 380;
RILASCIA
il permesso di costruire per la nuova tettoia.
IL RESPONSABILE DEL SETTORE
Arch. Mario Rossi""",
    {"tipo": "altro", "numero": "45", "data": "2024-03-12", "ente": "Comune di Esempio"},
    "frontespizio preambolo dispositivo firma",
)

ATTACHMENT_ALONE = Kind(
    """Allegato B
Quadro economico dell'intervento
Lavori a base d'asta e somme a disposizione.""",
    {"tipo": "allegato", "numero": None, "oggetto": "Quadro economico dell'intervento"},
    "frontespizio dispositivo",
)

PLAN = Kind(
    """Scopo del documento
Il Piano Triennale per la Mobilità Sostenibile 2024-26 (PTMS) si colloca nel programma.
1. Il contesto di riferimento
Regione Lombardia ha un territorio vasto. Regione Lombardia lo governa. Regione Lombardia c'è.
2. Gli interventi
Gli interventi sono tre.
Allegato 1 – Quadro degli interventi
I.1 Piste ciclabili""",
    {
        "tipo": "piano", "ente": "Regione Lombardia",
        "oggetto": "Piano Triennale per la Mobilità Sostenibile 2024-26 (PTMS)",
    },
    "dispositivo allegato",
)  # fmt: skip

each = each_kind(globals())


@each
def test_the_header_is_read(kind: Kind) -> None:
    assert read_header(kind) == kind.header


@each
def test_the_zones_are_told_apart(kind: Kind) -> None:
    assert read_zones(kind) == kind.zones


@each
def test_blank_lines_between_the_printed_lines_change_nothing(kind: Kind) -> None:
    spaced = kind._replace(text=kind.text.replace("\n", "\n\n"))
    assert read_zones(spaced) == kind.zones
    assert read_header(spaced) == kind.header
