"""A text for each kind of act, and the header and zones that are read in it.

The layouts are those of real acts; names, places and numbers are invented.
"""

from typing import Any, NamedTuple

import pytest

from extractor.structure import find_structure
from models import Act
from tests.test_structure import as_document, assert_partition


class Kind(NamedTuple):
    """The beginning of an act of a kind, what its header says, and its zones in order."""

    text: str
    header: dict[str, Any]
    zones: str


REGIONAL_RESOLUTION = Kind(
    """DELIBERAZIONE N° XI / 2531 Seduta del 26/11/2019
Presidente ATTILIO ROSSI
Assessori regionali FABIO BIANCHI Vice Presidente
STEFANO VERDI
Con l'assistenza del Segretario Enrico Neri
Su proposta dell'Assessore Giulio Gialli
Oggetto
CRITERI PER L'ASSEGNAZIONE DI CONTRIBUTI AI COMUNI
Si esprime parere di regolarità amministrativa ai sensi dell'art.4, comma 1, l.r. n.17/2014:
Il Direttore Generale Anna Viola
L'atto si compone di 12 pagine
di cui 5 pagine di allegati
VISTA la legge regionale 7 luglio 2008, n. 20 di Regione Lombardia;
RICHIAMATA la d.g.r. n. XI/1042 del 17 dicembre 2018;
All'unanimità dei voti espressi nelle forme di legge;
DELIBERA
1. di approvare i criteri di cui all'Allegato A;
2. di pubblicare il presente atto sul Bollettino ufficiale della Regione Lombardia.
IL SEGRETARIO
ENRICO NERI
Atto firmato digitalmente ai sensi delle vigenti disposizioni di legge
ALLEGATO A
CRITERI
Le risorse di Regione Lombardia sono ripartite fra i comuni.""",
    {
        "tipo": "dgr", "numero": "XI/2531", "data": "2019-11-26", "ente": "Regione Lombardia",
        "organo": "Giunta regionale",
        "oggetto": "CRITERI PER L'ASSEGNAZIONE DI CONTRIBUTI AI COMUNI",
        "identificativo": "regione-lombardia/dgr/2019/2531",
    },
    "frontespizio preambolo dispositivo firma allegato",
)  # fmt: skip

REGIONAL_DECREE = Kind(
    """DECRETO N. 12206 Del 06/08/2024
Identificativo Atto n. 591
DIREZIONE GENERALE ISTRUZIONE
Oggetto
APPROVAZIONE DELLA GRADUATORIA DEI PROGETTI
L'atto si compone di 8 pagine
di cui 3 pagine di allegati
IL DIRIGENTE DELLA STRUTTURA PROGRAMMAZIONE
VISTO il decreto n. 1000 del 3 febbraio 2023 di Regione Lombardia;
DECRETA
1. di approvare la graduatoria;
2. di trasmettere il presente atto agli interessati.
IL DIRIGENTE
MARIA ROSSI
Atto firmato digitalmente ai sensi delle vigenti disposizioni di legge""",
    {
        "tipo": "decreto", "sigla": "DECRETO", "numero": "12206", "data": "2024-08-06",
        "ente": "Regione Lombardia", "struttura": "DIREZIONE GENERALE ISTRUZIONE",
        "oggetto": "APPROVAZIONE DELLA GRADUATORIA DEI PROGETTI",
    },
    "frontespizio preambolo dispositivo firma",
)  # fmt: skip

MUNICIPAL_DETERMINATION = Kind(
    """COMUNE DI ESEMPIO
(Provincia di Prova)
DETERMINAZIONE DEL RESPONSABILE DEL SERVIZIO
N. 72 DEL
17/02/2026
Registro Generale
N. 144 DEL
27/02/2026
OGGETTO: Lavori di restauro della fontana - Aggiudicazione
L'anno duemilaventisei, il giorno ventisette, del mese di febbraio nel proprio Ufficio.
CUP: J24H23000140001
IL RESPONSABILE DEL SERVIZIO
VISTO il decreto sindacale n. 20/2025;
DETERMINA
1. DI APPROVARE l'offerta della ditta;
2. di DARE ATTO della conformità del presente atto.
Esempio, 27/02/2026
IL RESPONSABILE DELL'UFFICIO TECNICO
f.to dott. Mario Rossi
PARERE DI REGOLARITÀ TECNICA
Ai sensi dell'art. 147 bis del D.lgs. 267/2000, si rilascia parere favorevole.
Il Responsabile del Servizio
f.to dott. Mario Rossi
VISTO DI REGOLARITÀ CONTABILE
Si rilascia visto attestante la copertura finanziaria.
Il Responsabile del Servizio Finanziario
f.to dott.ssa Lucia Bianchi
ATTESTAZIONE DI PUBBLICAZIONE ALL'ALBO PRETORIO INFORMATICO
Si attesta che l'atto è stato affisso in data 27/02/2026 all'Albo Pretorio.
IL RESPONSABILE DELLE PUBBLICAZIONI
f.to Sig. Carlo Verdi""",
    {
        "tipo": "determinazione", "numero": "144", "data": "2026-02-27",
        "ente": "Comune di Esempio", "organo": "Responsabile del Servizio",
        "oggetto": "Lavori di restauro della fontana - Aggiudicazione",
        "identificativo": "comune-di-esempio/determinazione/2026/144",
    },
    "frontespizio preambolo dispositivo firma visti pubblicazione",
)  # fmt: skip

COLUMNS_RUN_TOGETHER = Kind(
    """COMUNE DI ESEMPIO
DETERMINAZIONE DEL RESPONSABILE DEL SERVIZIO
N. 156 DEL OGGETTO: Lavori di restauro della Fontana con tre peschiere del 07/04/2026 Giardino
Registro Generale
comunale e della volta dell'androne N. 239 DEL
cultura. Museo
08/04/2026
L'anno duemilaventisei, il giorno otto, del mese di aprile nel proprio Ufficio.
IL RESPONSABILE DEL SERVIZIO
VISTO il bilancio;
DETERMINA
di approvare l'offerta.
IL RESPONSABILE
f.to Mario Rossi""",
    {
        "numero": "239", "data": "2026-04-08",
        "oggetto": "Lavori di restauro della Fontana con tre peschiere del Giardino comunale e "
        "della volta dell'androne cultura. Museo",
    },
    "frontespizio preambolo dispositivo firma",
)  # fmt: skip

GENERAL_REGISTER_BEHIND = Kind(
    """CITTA' DI ESEMPIO
SETTORE LAVORI PUBBLICI
DETERMINAZIONE DIRIGENZIALE
N. 31 del 04/03/2024
N. 245 del 06/03/2024 Reg. Gen.
OGGETTO: ACQUISTO DI ARREDI
IL DIRIGENTE
Premesso che occorrono arredi;
DETERMINA
di acquistare gli arredi.
IL DIRIGENTE
Ing. Paolo Neri""",
    {"numero": "245", "data": "2024-03-06", "struttura": "SETTORE LAVORI PUBBLICI"},
    "frontespizio preambolo dispositivo firma",
)

COUNCIL_RESOLUTION = Kind(
    """COMUNE DI ESEMPIO
Provincia di Prova
VERBALE DI DELIBERAZIONE DEL CONSIGLIO COMUNALE N. 3
OGGETTO: ACQUISTO IMMOBILE DA ADIBIRE A MUSEO
L'anno duemiladiciotto addì sedici del mese di febbraio alle ore dodici nella sala delle adunanze.
Riconosciuto legale il numero degli intervenuti, il Sindaco dichiara aperta la seduta.
IL CONSIGLIO COMUNALE
RICHIAMATA la propria deliberazione n. 5/2017;
DELIBERA
1. Di acquistare l'immobile.
PARERE DI REGOLARITA' TECNICA
Parere favorevole.
Il Responsabile del Servizio
f.to Rag. Anna Verdi
IL PRESENTE VERBALE VIENE LETTO, APPROVATO E SOTTOSCRITTO.
IL SINDACO
f.to Mario Rossi
IL SEGRETARIO COMUNALE
f.to Dott. Luca Bianchi
CERTIFICATO DI ESECUTIVITÀ
Si certifica che la presente deliberazione è divenuta esecutiva.
IL SEGRETARIO COMUNALE
f.to Dott. Luca Bianchi""",
    {
        "tipo": "delibera", "numero": "3", "data": "2018-02-16", "organo": "Consiglio comunale",
        "ente": "Comune di Esempio", "oggetto": "ACQUISTO IMMOBILE DA ADIBIRE A MUSEO",
    },
    "frontespizio preambolo dispositivo visti firma pubblicazione",
)  # fmt: skip

EXECUTIVE_RESOLUTION = Kind(
    """COMUNE DI ESEMPIO
COPIA DI DELIBERAZIONE DELLA GIUNTA MUNICIPALE
N. 8
OGGETTO: DISCIPLINARE PER LA GESTIONE ASSOCIATA.
IN DATA: 11.09.2015
ALLE ORE: 11,00 nella solita sala delle riunioni.
LA GIUNTA COMUNALE
VISTA la proposta;
DELIBERA
di approvare il disciplinare.
IL SINDACO
F.to Mario Rossi""",
    {
        "tipo": "delibera", "numero": "8", "data": "2015-09-11", "organo": "Giunta comunale",
        "oggetto": "DISCIPLINARE PER LA GESTIONE ASSOCIATA.",
        "identificativo": "comune-di-esempio/deliberazione-giunta-comunale/2015/8",
    },
    "frontespizio preambolo dispositivo firma",
)  # fmt: skip

HEALTH_BODY_RESOLUTION = Kind(
    """Regione Lombardia
ASST Esempio e Prova
DELIBERAZIONE N. 315 DEL 12 marzo 2024
OGGETTO: Adozione del piano di formazione
IL DIRETTORE GENERALE
Vista la legge regionale n. 33/2009;
DELIBERA
1. di adottare il piano.
IL DIRETTORE GENERALE
Dott.ssa Carla Neri""",
    {"tipo": "delibera", "numero": "315", "data": "2024-03-12", "ente": "ASST Esempio e Prova"},
    "frontespizio preambolo dispositivo firma",
)

DATE_BEFORE_NUMBER = Kind(
    """REGIONE EMILIA-ROMAGNA
DELIBERAZIONE DELLA GIUNTA REGIONALE 15 settembre 2008, n. 1461
Oggetto: Interventi per le stazioni invernali
LA GIUNTA DELLA REGIONE EMILIA-ROMAGNA
Viste le leggi della Regione Emilia-Romagna;
DELIBERA
a) di approvare il riparto.""",
    {"tipo": "dgr", "numero": "1461", "data": "2008-09-15", "ente": "Regione Emilia-Romagna"},
    "frontespizio preambolo dispositivo",
)

MAYORS_ORDER = Kind(
    """COMUNE DI ESEMPIO
ORDINANZA SINDACALE
N. 10 DEL 16/03/2026
OGGETTO: Chiusura delle scuole.
IL SINDACO
Premesso che si svolgono le consultazioni;
ORDINA
la chiusura delle scuole;
DISPONE altresì
la sospensione della mensa.
Comune di Esempio, lì 16/03/2026
IL SINDACO
f.to Mario Rossi""",
    {"tipo": "ordinanza", "organo": "Sindaco", "numero": "10", "data": "2026-03-16"},
    "frontespizio preambolo dispositivo firma",
)

MAYORS_DECREE = Kind(
    """COMUNE DI ESEMPIO
DECRETO DEL SINDACO N. 4 DEL 3 MAGGIO 2024
OGGETTO: Nomina del responsabile
IL SINDACO
Visto lo statuto;
DECRETA
di nominare il responsabile.
IL SINDACO
Mario Rossi""",
    {"tipo": "decreto", "organo": "Sindaco", "numero": "4", "data": "2024-05-03"},
    "frontespizio preambolo dispositivo firma",
)

OPINION = Kind(
    """COMUNE DI ESEMPIO
VISTO DI REGOLARITÀ CONTABILE
(art. 183, comma 7, TUEL)
Si rilascia visto attestante la copertura finanziaria ai sensi del D.lgs. n. 267/2000.
Esito: Favorevole
Il Responsabile del Servizio Finanziario
dott.ssa Lucia Bianchi""",
    {"tipo": "visto", "numero": None, "data": None, "ente": "Comune di Esempio"},
    "visti",
)

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

PAGES_DECLARED = Kind(
    """DECRETO N. 100 Del 05/02/2024
Identificativo Atto n. 7
Oggetto
APPROVAZIONE DEL MANUALE
L'atto si compone di 2 pagine
di cui 1 pagine di allegati
VISTA la legge regionale 20/2008 di Regione Lombardia;
DECRETA
1. di approvare il manuale.
\fManuale operativo
Il manuale descrive le procedure.""",
    {"numero": "100", "ente": "Regione Lombardia"},
    "frontespizio preambolo dispositivo allegato",
)

MINUTES = Kind(
    """COMUNE DI ESEMPIO
L'ORGANO DI REVISIONE
Verbale n. 3 del 17/03/2026
OGGETTO: PARERE SULLA PROPOSTA DI DELIBERAZIONE AI SENSI DELL'ARTICOLO 6 DEL D. LGS.
N. 165/2001. AGGIORNAMENTO
visti:
l'art. 19 della legge n. 448/2001;
Il collegio esprime parere favorevole.
Il presente verbale viene letto e sottoscritto.
Il Presidente
Mario Rossi""",
    {
        "tipo": "verbale", "numero": "3", "data": "2026-03-17",
        "oggetto": "PARERE SULLA PROPOSTA DI DELIBERAZIONE AI SENSI DELL'ARTICOLO 6 DEL D. LGS. "
        "N. 165/2001. AGGIORNAMENTO",
    },
    "frontespizio dispositivo firma",
)  # fmt: skip

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

HEALTH_BODY_WITH_OPINIONS = Kind(
    """ATS di Esempio
DELIBERAZIONE N. 123 DEL 12/03/2024
IL DIRETTORE GENERALE – Dott. Mario Rossi
ASSISTITO DA:
IL DIRETTORE AMMINISTRATIVO – Dott.ssa Anna Verdi
OGGETTO: ADOZIONE DEL PIANO ANNUALE
IL DIRETTORE GENERALE
Premesso che occorre un piano;
DELIBERA
1. di adottare il piano.
IL DIRETTORE GENERALE
Dott. Mario Rossi
Documento prodotto, sottoscritto digitalmente e conservato secondo la normativa vigente
ATTESTAZIONE DI REGOLARITÀ AMMINISTRATIVO-CONTABILE
Si attesta la regolarità.
CERTIFICATO DI PUBBLICAZIONE
Pubblicata all'albo on line per 15 giorni.
ALLEGATO 1
PIANO ANNUALE""",
    {"ente": "ATS di Esempio", "organo": "Direttore Generale", "numero": "123"},
    "frontespizio preambolo dispositivo firma visti pubblicazione allegato",
)

SIGNATURES_IN_A_ROW = Kind(
    """COMUNE DI ESEMPIO
DELIBERAZIONE DI GIUNTA COMUNALE\tN. 12\tDEL 05/03/2024
OGGETTO:\tAPPROVAZIONE TARIFFE
L'anno duemilaventiquattro, addì cinque del mese di marzo alle ore 18.00
Rossi Mario\tSindaco\tPresente
LA GIUNTA COMUNALE
Visto l'allegato parere;
DELIBERA
1. di approvare le tariffe;
Successivamente, con separata votazione
DELIBERA
di dichiarare il presente atto immediatamente eseguibile.
Il Sindaco\tIl Segretario Comunale
Mario Rossi\tLuca Bianchi
Allegato A
TARIFFE""",
    {"numero": "12", "data": "2024-03-05", "oggetto": "APPROVAZIONE TARIFFE"},
    "frontespizio preambolo dispositivo firma allegato",
)

REGISTER_IN_FIGURES_ALONE = Kind(
    """COMUNE DI ESEMPIO
PROVINCIA DI PROVA
COPIA DETERMINAZIONE DEL RESPONSABILE
SETTORE TECNICO
N. 123 del 12-03-2024
Reg. generale 456
OGGETTO: Impegno di spesa per la manutenzione del verde
PREMESSO che occorre;
D E T E R M I N A
1) Di impegnare la somma di euro 1.000,00;
Letto e sottoscritto a norma di legge.
IL RESPONSABILE DEL SETTORE
F.to Geom. Mario Rossi""",
    {
        "numero": "456", "data": "2024-03-12", "struttura": "SETTORE TECNICO",
        "sigla": "DETERMINAZIONE DEL RESPONSABILE", "ente": "Comune di Esempio",
    },
    "frontespizio preambolo dispositivo firma",
)  # fmt: skip

STAMPED_BY_A_REGISTER = Kind(
    """m_prv.AOODG.REGISTRO DECRETI.R.0000123.12-03-2024
Ministero delle Prove e dei Trasporti
IL DIRETTORE GENERALE
VISTA la legge 241/1990;
DECRETA
Articolo 1
È approvato il bando.
Articolo 2
Il presente decreto è pubblicato.
IL DIRETTORE GENERALE
Ing. Mario Rossi""",
    {
        "tipo": "decreto", "numero": "123", "data": "2024-03-12",
        "ente": "Ministero delle Prove e dei Trasporti", "organo": "Direttore Generale",
    },
    "frontespizio preambolo dispositivo firma",
)  # fmt: skip

LAW = Kind(
    """Legge Regionale 28 novembre 2007 , n. 31
Disposizioni in materia di referendum
(BURL n. 48, 1° suppl. ord. del 30 Novembre 2007)
Art. 1
(Oggetto)
1. La presente legge di Regione Lombardia disciplina il referendum.
Art. 2
(Pubblicazione)
1. Regione Lombardia pubblica la deliberazione. Regione Lombardia provvede.""",
    {
        "tipo": "legge_regionale", "numero": "31", "data": "2007-11-28",
        "ente": "Regione Lombardia", "oggetto": "Disposizioni in materia di referendum",
        "identificativo": "regione-lombardia/legge-regionale/2007/31",
    },
    "frontespizio dispositivo",
)  # fmt: skip

REGULATION = Kind(
    """COMUNE DI ESEMPIO
REGOLAMENTO PER LA CONCESSIONE DEL PATROCINIO
INDICE
Art. 1 – Finalità ........ 3
Art. 2 – Ambito ........ 3
Art. 1 – Finalità
Il regolamento disciplina il patrocinio.
Art. 2 – Ambito
Si applica alle manifestazioni.""",
    {"tipo": "altro", "oggetto": "REGOLAMENTO PER LA CONCESSIONE DEL PATROCINIO"},
    "frontespizio dispositivo",
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

LETTER_SPACED = Kind(
    """C O M U N E D I E S E M P I O
V E R B A L E D I D E L I B E R A Z I O N E D E L C O N S I G L I O C O M U N A L E
N. 12 del 4 marzo 2024
OGGETTO: NOMINA DEI REVISORI
IL CONSIGLIO COMUNALE
Visto lo statuto;
D E L I B E R A
di nominare i revisori.
Letto, approvato e sottoscritto.
IL SINDACO\tIL SEGRETARIO COMUNALE
Mario Rossi\tAnna Verdi""",
    {
        "tipo": "delibera", "organo": "Consiglio comunale", "numero": "12",
        "data": "2024-03-04", "ente": "Comune di Esempio",
    },
    "frontespizio preambolo dispositivo firma",
)  # fmt: skip

PROPOSAL_SIGNED_INSIDE = Kind(
    """COMUNE DI ESEMPIO
DELIBERAZIONE DELLA GIUNTA COMUNALE
N. 20 del 10/04/2024
OGGETTO: Indirizzi per il mercato
LA GIUNTA COMUNALE
Vista la proposta che segue;
DELIBERA
di approvare la proposta:
si propone di spostare il mercato.
Il Responsabile del Servizio
f.to Mario Rossi
La spesa è di euro 1.000,00 sul capitolo 10.
SERVIZIO FINANZIARIO
Si dà atto che la spesa trova copertura.
Letto, approvato e sottoscritto.
IL SINDACO\tIL SEGRETARIO
F.to Luca Neri\tF.to Anna Verdi
RELATA DI PUBBLICAZIONE
La presente deliberazione è pubblicata all'albo.""",
    {"numero": "20", "data": "2024-04-10"},
    "frontespizio preambolo dispositivo firma pubblicazione",
)

PROPOSAL_NUMBER_ABOVE = Kind(
    """COMUNE DI ESEMPIO
DETERMINAZIONE DIRIGENZIALE
Proposta n. 777 del 01/03/2024
N. 123 del 04/03/2024
OGGETTO: Acquisto di arredi
IL DIRIGENTE
Visto il bilancio;
DETERMINA
di acquistare gli arredi.
IL DIRIGENTE
Mario Rossi
UFFICIO RAGIONERIA
Impegno n. 55 capitolo 10 euro 1.000,00
Il ragioniere capo
VISTO DI REGOLARITÀ CONTABILE
Favorevole.""",
    {"numero": "123", "data": "2024-03-04"},
    "frontespizio preambolo dispositivo firma visti",
)

WITHOUT_TITLE = Kind(
    """Il Ministro delle Prove
VISTO il decreto legislativo 30 marzo 2001, n. 165;
CONSIDERATO che occorre provvedere;
DECRETA
Art. 1
È istituito il fondo.
Art. 2
Il fondo ha durata di un anno.
Roma, 12 marzo 2024
IL MINISTRO
Mario Rossi""",
    {"tipo": "decreto", "numero": None, "data": "2024-03-12"},
    "frontespizio preambolo dispositivo firma",
)

SUBJECT_ABOVE_TITLE = Kind(
    """COMUNE DI ESEMPIO
OGGETTO: Divieto di sosta in via Roma
ORDINANZA N. 7 DEL 02/05/2024
IL COMANDANTE
Visto il codice della strada;
ORDINA
il divieto di sosta.
IL COMANDANTE
Mario Rossi""",
    {"tipo": "ordinanza", "numero": "7", "data": "2024-05-02"},
    "frontespizio preambolo dispositivo firma",
)

KINDS = {name.lower(): value for name, value in list(globals().items()) if isinstance(value, Kind)}


def only_act(text: str) -> Act:
    """The one act of a text, whose parts are checked to partition it."""
    document = as_document(text)
    structure = find_structure(document)
    assert_partition(document, structure)
    assert len(structure.atti) == 1
    return structure.atti[0]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_the_header_of_each_kind_is_read(kind: Kind) -> None:
    atto = only_act(kind.text).atto
    assert {name: getattr(atto, name) for name in kind.header} == kind.header


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_the_zones_of_each_kind_are_told_apart(kind: Kind) -> None:
    assert [zone.zona for zone in only_act(kind.text).zones()] == kind.zones.split()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_blank_lines_between_the_printed_lines_change_nothing(kind: Kind) -> None:
    spaced = only_act(kind.text.replace("\n", "\n\n"))
    assert [zone.zona for zone in spaced.zones()] == kind.zones.split()
    assert {name: getattr(spaced.atto, name) for name in kind.header} == kind.header
