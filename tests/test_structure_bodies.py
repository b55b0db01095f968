"""Acts as their bodies file them: Regions, health bodies, ministries, universities, schools.

Composed after the layouts of each; names, places and numbers are invented.
"""

import pytest

from tests.test_structure_kinds import Kind, only_act
from tests.test_structure_layouts import read_header

HEALTH_BODY_OF_LOMBARDY = Kind(
    """Sistema Socio Sanitario
Regione Lombardia
ASST Prova Nord
DELIBERAZIONE N. 456 DEL 12/03/2024
OGGETTO: AFFIDAMENTO DEL SERVIZIO DI RISTORAZIONE
IL DIRETTORE GENERALE
nella persona del Dott. Mario Rossi
ASSISTITO DA:
DIRETTORE AMMINISTRATIVO Dott.ssa Anna Verdi
DIRETTORE SANITARIO Dott. Paolo Neri
DIRETTORE SOCIOSANITARIO Dott.ssa Carla Gialli
PREMESSO che con D.G.R. n. X/4487 del 10.12.2015 è stata costituita l'ASST Prova Nord;
VISTA la proposta della S.C. Gestione Acquisti;
ACQUISITI i pareri favorevoli dei Direttori Amministrativo, Sanitario e Sociosanitario;
DELIBERA
1. di affidare il servizio;
2. di imputare la spesa al conto 410.
IL DIRETTORE GENERALE
Dott. Mario Rossi
Parere di regolarità contabile: favorevole
ATTESTAZIONE DI REGOLARITÀ AMMINISTRATIVO-CONTABILE
La spesa è imputata al bilancio 2024.
Il Direttore S.C. Bilancio
Dott. Ugo Marrone
RELATA DI PUBBLICAZIONE
La presente deliberazione è pubblicata all'albo pretorio dal 13/03/2024.""",
    {
        "tipo": "delibera",
        "sigla": "DELIBERAZIONE",
        "numero": "456",
        "data": "2024-03-12",
        "ente": "ASST Prova Nord",
        "organo": "Direttore Generale",
        "oggetto": "AFFIDAMENTO DEL SERVIZIO DI RISTORAZIONE",
        "identificativo": "asst-prova-nord/deliberazione/2024/456",
    },
    "frontespizio preambolo dispositivo firma visti pubblicazione",
)

COVER_OF_A_HEALTH_BODY = Kind(
    """FRONTESPIZIO DELIBERAZIONE
AOO: ASL_PROVA
REGISTRO: Deliberazione
NUMERO: 0000123
DATA: 15/03/2024 16:23
OGGETTO: Adozione del piano triennale dei fabbisogni di personale 2024-2026
SOTTOSCRITTO DIGITALMENTE DA:
Il presente atto è stato firmato digitalmente da Rossi Mario in qualità di Direttore Generale
Con il parere favorevole di Neri Paolo - Direttore Sanitario
Con il parere favorevole di Verdi Anna - Direttore Amministrativo
Su proposta di Carla Gialli che esprime parere favorevole in ordine ai contenuti
CLASSIFICAZIONI:
[01-01-02]
DELIBERAZIONE: 0000123
DATA: 15/03/2024
OGGETTO: Adozione del piano triennale dei fabbisogni di personale 2024-2026
IL DIRETTORE GENERALE
Su proposta del Direttore della UOC Gestione Risorse Umane;
Visto il D.Lgs. 165/2001;
Delibera
1) di adottare il piano.
Responsabile del procedimento ai sensi della L. 241/90:
Carla Gialli""",
    {
        "tipo": "delibera",
        "sigla": "DELIBERAZIONE",
        "numero": "0000123",
        "data": "2024-03-15",
        "ente": None,
        "organo": None,
        "oggetto": "Adozione del piano triennale dei fabbisogni di personale 2024-2026",
    },
    "frontespizio preambolo dispositivo firma",
)

HEALTH_BODY_OF_PUGLIA = Kind(
    """REGIONE PUGLIA
AZIENDA SANITARIA LOCALE PROVA
DELIBERAZIONE DEL DIRETTORE GENERALE
N. 789 del 21/03/2024
Struttura Proponente: U.O.C. AREA GESTIONE TECNICA
Proposta n. 815/24
OGGETTO: Lavori di adeguamento antincendio del presidio ospedaliero.
L'anno 2024, il giorno ventuno del mese di marzo in Prova, nella sede dell'Azienda
IL DIRETTORE GENERALE
sulla base della proposta formulata dal Direttore dell'Area Gestione Tecnica
PREMESSO che il progetto è stato redatto;
Acquisito il parere favorevole del Direttore Amministrativo e del Direttore Sanitario;
DELIBERA
di approvare il progetto.
Il Direttore Amministrativo
Dott.ssa Anna Verdi
Il Direttore Sanitario
Dott. Paolo Neri
Il Direttore Generale
Avv. Mario Rossi""",
    {
        "tipo": "delibera",
        "sigla": "DELIBERAZIONE DEL DIRETTORE GENERALE",
        "numero": "789",
        "data": "2024-03-21",
        "ente": "Azienda Sanitaria Locale Prova",
        "organo": "Direttore Generale",
        "struttura": "U.O.C. AREA GESTIONE TECNICA",
        "oggetto": "Lavori di adeguamento antincendio del presidio ospedaliero.",
        "identificativo": "azienda-sanitaria-locale-prova/deliberazione/2024/789",
    },
    "frontespizio preambolo dispositivo firma",
)

RESEARCH_HOSPITAL = Kind(
    """Fondazione IRCCS Istituto di Prova
DETERMINAZIONE DEL DIRETTORE DELLA S.C. GESTIONE ACQUISTI
N. 214 DEL 02/05/2024
OGGETTO: Fornitura di reagenti per il laboratorio
IL DIRETTORE
Richiamata la deliberazione n. 33 del 12/01/2024;
DETERMINA
1. di affidare la fornitura.
IL DIRETTORE DELLA S.C. GESTIONE ACQUISTI
Dott. Mario Rossi""",
    {
        "tipo": "determinazione",
        "sigla": "DETERMINAZIONE DEL DIRETTORE DELLA S.C. GESTIONE ACQUISTI",
        "numero": "214",
        "data": "2024-05-02",
        "ente": "Fondazione IRCCS Istituto di Prova",
        "organo": "Direttore della S.C. Gestione Acquisti",
        "oggetto": "Fornitura di reagenti per il laboratorio",
        "identificativo": "fondazione-irccs-istituto-di-prova/determinazione/2024/214",
    },
    "frontespizio preambolo dispositivo firma",
)

DECREE_OF_A_HEALTH_AGENCY = Kind(
    """ATS Prova
Sistema Socio Sanitario Regione Lombardia
DECRETO N. 234 DEL 12.03.2024
TIPOLOGIA: Gestione del personale
OGGETTO: Presa d'atto delle dimissioni di un dipendente
Il Direttore Generale Dott.ssa Anna Verdi
Acquisiti i pareri favorevoli del
DIRETTORE SANITARIO Dott. Paolo Neri
DIRETTORE AMMINISTRATIVO Dott. Mario Rossi
IL DIRETTORE GENERALE
VISTO il D.Lgs. 502/1992;
DECRETA
a) di prendere atto delle dimissioni.
IL DIRETTORE GENERALE
Dott.ssa Anna Verdi""",
    {
        "tipo": "decreto",
        "sigla": "DECRETO",
        "numero": "234",
        "data": "2024-03-12",
        "ente": "ATS Prova",
        "organo": "Direttore Generale",
        "oggetto": "Presa d'atto delle dimissioni di un dipendente",
        "identificativo": "ats-prova/decreto/2024/234",
    },
    "frontespizio preambolo dispositivo firma",
)

MINISTER_WITHOUT_NUMBER = Kind(
    """Ministero dell'istruzione e del merito
IL MINISTRO
VISTA la legge 23 agosto 1988, n. 400;
VISTO il decreto legislativo 16 aprile 1994, n. 297;
DECRETA
Articolo 1
(Finalità)
1. Il presente decreto disciplina la formazione.
Articolo 2
(Risorse)
1. Le risorse sono pari a euro 150.000.000,00.
IL MINISTRO
prof. Mario Rossi""",
    {
        "tipo": "decreto",
        "numero": None,
        "data": None,
        "ente": "Ministero dell'istruzione e del merito",
        "organo": "Ministro",
        "oggetto": None,
    },
    "frontespizio preambolo dispositivo firma",
)

DIRECTORATE_OF_A_MINISTRY = Kind(
    """Ministero delle infrastrutture e dei trasporti
DIPARTIMENTO PER LE OPERE PUBBLICHE
DIREZIONE GENERALE PER LA VIABILITÀ
DECRETO DIRETTORIALE N. 217 DEL 5 APRILE 2024
IL DIRETTORE GENERALE
VISTO il decreto legislativo 30 marzo 2001, n. 165;
DECRETA
Art. 1
È approvato il piano di riparto.
IL DIRETTORE GENERALE
Ing. Mario Rossi""",
    {
        "tipo": "decreto",
        "sigla": "DECRETO DIRETTORIALE",
        "numero": "217",
        "data": "2024-04-05",
        "ente": "Ministero delle infrastrutture e dei trasporti",
        "organo": "Direttore Generale",
        "struttura": "DIPARTIMENTO PER LE OPERE PUBBLICHE",
        "oggetto": None,
        "identificativo": "ministero-delle-infrastrutture-e-dei-trasporti/decreto/2024/217",
    },
    "frontespizio preambolo dispositivo firma",
)

PROVINCE = Kind(
    """PROVINCIA DI PROVA
Settore Viabilità
Servizio Manutenzione strade
DETERMINAZIONE DIRIGENZIALE
Determinazione n. 245 del 12/03/2024
Oggetto: S.P. 12 - Lavori di ripristino della pavimentazione. Affidamento diretto.
IL DIRIGENTE
Visto il decreto del Presidente n. 14 del 2 febbraio 2024;
DETERMINA
1. di affidare i lavori.
Il Dirigente
Ing. Mario Rossi""",
    {
        "tipo": "determinazione",
        "sigla": "DETERMINAZIONE DIRIGENZIALE",
        "numero": "245",
        "data": "2024-03-12",
        "ente": "Provincia di Prova",
        "organo": "Dirigente",
        "struttura": "Settore Viabilità",
        "oggetto": "S.P. 12 - Lavori di ripristino della pavimentazione. Affidamento diretto.",
        "identificativo": "provincia-di-prova/determinazione/2024/245",
    },
    "frontespizio preambolo dispositivo firma",
)

BOARD_OF_A_UNIVERSITY = Kind(
    """UNIVERSITÀ DEGLI STUDI DI PROVA
ESTRATTO DAL VERBALE DELLA SEDUTA DEL CONSIGLIO DI AMMINISTRAZIONE DEL 26 MARZO 2024
Delibera n. 85/2024
Oggetto: Approvazione del piano dei corsi di dottorato
Sono presenti: il Rettore prof. Mario Rossi, la prof.ssa Anna Verdi.
Il Consiglio di Amministrazione
VISTO lo Statuto di Ateneo;
DELIBERA
di approvare il piano.
IL PRESIDENTE
Prof. Mario Rossi""",
    {
        "tipo": "delibera",
        "sigla": "Delibera",
        "numero": "85/2024",
        "data": "2024-03-26",
        "ente": "Università degli Studi di Prova",
        "organo": "Consiglio di Amministrazione",
        "oggetto": "Approvazione del piano dei corsi di dottorato",
        "identificativo": "universita-degli-studi-di-prova/deliberazione/2024/85",
    },
    "frontespizio preambolo dispositivo firma",
)

RECTOR = Kind(
    """UNIVERSITÀ DEGLI STUDI DI PROVA
Decreto Rettorale
Rep. n. 1234/2024
Prot. n. 56789 del 12/3/2024
OGGETTO: Bando per l'attribuzione di borse di studio
IL RETTORE
VISTO lo Statuto;
DECRETA
Art. 1 - È emanato il bando.
IL RETTORE
Prof. Mario Rossi""",
    {
        "tipo": "decreto",
        "sigla": "Decreto Rettorale",
        "numero": "1234/2024",
        "data": "2024-03-12",
        "ente": "Università degli Studi di Prova",
        "organo": "Rettore",
        "oggetto": "Bando per l'attribuzione di borse di studio",
        "identificativo": "universita-degli-studi-di-prova/decreto/2024/1234",
    },
    "frontespizio preambolo dispositivo firma",
)

SCHOOL = Kind(
    """ISTITUTO COMPRENSIVO STATALE "G. PROVA"
Via Roma 1 - 00100 Prova (RM)
Prot. n. 1234/VI.10
Prova, 12/03/2024
All'Albo on line
DETERMINA DIRIGENZIALE N. 45
OGGETTO: Determina a contrarre per l'acquisto di monitor interattivi.
IL DIRIGENTE SCOLASTICO
VISTO il R.D. 18 novembre 1923, n. 2440;
VISTO il D.I. 28 agosto 2018, n. 129;
DETERMINA
Art. 1 - di avviare l'affidamento diretto.
Il Dirigente Scolastico
Prof.ssa Anna Verdi""",
    {
        "tipo": "determinazione",
        "sigla": "DETERMINA DIRIGENZIALE",
        "numero": "45",
        "data": "2024-03-12",
        "ente": 'Istituto Comprensivo Statale "G. Prova"',
        "organo": "Dirigente Scolastico",
        "oggetto": "Determina a contrarre per l'acquisto di monitor interattivi.",
        "identificativo": "istituto-comprensivo-statale-g-prova/determinazione/2024/45",
    },
    "frontespizio preambolo dispositivo firma",
)

BOARD_OF_A_SCHOOL = Kind(
    """LICEO SCIENTIFICO STATALE "A. PROVA"
Delibera n. 23 del Consiglio di Istituto
Estratto del verbale n. 4 del 12/02/2024
OGGETTO: Approvazione del programma annuale 2024
IL CONSIGLIO DI ISTITUTO
VISTO il D.I. 129/2018;
DELIBERA
all'unanimità di approvare il programma annuale.
Il Segretario
Paolo Neri
Il Presidente
Carla Gialli""",
    {
        "tipo": "delibera",
        "sigla": "Delibera",
        "numero": "23",
        "data": "2024-02-12",
        "ente": 'Liceo Scientifico Statale "A. Prova"',
        "organo": "Consiglio di Istituto",
        "oggetto": "Approvazione del programma annuale 2024",
        "identificativo": "liceo-scientifico-statale-a-prova/deliberazione/2024/23",
    },
    "frontespizio preambolo dispositivo firma",
)

METROPOLITAN_CITY = Kind(
    """Città Metropolitana di Prova
DIREZIONE PROGETTO E GESTIONE STRADE
DETERMINAZIONE DIRIGENZIALE
Raccolta Generale n. 1834 del 12/03/2024 Fasc. n. 6.3/2023/7
Oggetto: Approvazione dello stato finale dei lavori sulla S.P. 14
IL DIRETTORE DELLA DIREZIONE PROGETTO E GESTIONE STRADE
Premesso che i lavori sono ultimati;
DETERMINA
1) di approvare lo stato finale.
IL DIRETTORE
Ing. Mario Rossi""",
    {
        "tipo": "determinazione",
        "sigla": "DETERMINAZIONE DIRIGENZIALE",
        "numero": "1834",
        "data": "2024-03-12",
        "ente": "Città Metropolitana di Prova",
        "organo": "Direttore della Direzione Progetto e Gestione Strade",
        "struttura": "DIREZIONE PROGETTO E GESTIONE STRADE",
        "oggetto": "Approvazione dello stato finale dei lavori sulla S.P. 14",
        "identificativo": "citta-metropolitana-di-prova/determinazione/2024/1834",
    },
    "frontespizio preambolo dispositivo firma",
)

GIUNTA_OF_TOSCANA = Kind(
    """REGIONE TOSCANA
UFFICI REGIONALI GIUNTA REGIONALE
ESTRATTO DAL VERBALE DELLA SEDUTA DEL 11/03/2024 (punto N 22)
Delibera N 291 del 11/03/2024
Proponente
ANNA VERDI
DIREZIONE AMBIENTE ED ENERGIA
Pubblicità / Pubblicazione Atto pubblicato su BURT e Banca Dati (PBURT/PBD)
Dirigente Responsabile Paolo NERI
Direttore Carla GIALLI
Oggetto:
Approvazione del bando per le comunità energetiche
Presenti
Mario ROSSI Anna VERDI
Assenti
Ugo MARRONE
LA GIUNTA REGIONALE
Vista la legge regionale 7 gennaio 2015, n. 1;
A voti unanimi
DELIBERA
1. di approvare gli elementi essenziali.
IL SEGRETARIO DELLA GIUNTA""",
    {
        "tipo": "dgr",
        "sigla": "Delibera",
        "numero": "291",
        "data": "2024-03-11",
        "ente": "Regione Toscana",
        "organo": "Giunta regionale",
        "struttura": "DIREZIONE AMBIENTE ED ENERGIA",
        "oggetto": "Approvazione del bando per le comunità energetiche",
        "identificativo": "regione-toscana/dgr/2024/291",
    },
    "frontespizio preambolo dispositivo firma",
)

GIUNTA_OF_EMILIA_ROMAGNA = Kind(
    """REGIONE EMILIA-ROMAGNA (r_emiro)
Giunta (AOO_EMR)
Delibera Num. 245 del 12/02/2024
Seduta Num. 7
Questo lunedì 12 del mese di Febbraio
dell' anno 2024 si è riunita in via Aldo Moro, 52 BOLOGNA
la Giunta regionale con l'intervento dei Signori:
1) Rossi Mario Presidente
2) Verdi Anna Vicepresidente
Proposta: GPG/2024/311 del 06/02/2024
Struttura proponente: SETTORE DIFESA DEL TERRITORIO
Assessorato proponente: VICEPRESIDENTE
Oggetto: APPROVAZIONE DEL PROGRAMMA ANNUALE DEGLI INTERVENTI
Iter di approvazione previsto: Delibera ordinaria
Responsabile del procedimento: Paolo Neri
LA GIUNTA DELLA REGIONE EMILIA-ROMAGNA
Visto il D.Lgs. 3 aprile 2006, n. 152;
A voti unanimi e palesi
delibera
1. di approvare il programma.""",
    {
        "tipo": "dgr",
        "sigla": "Delibera",
        "numero": "245",
        "data": "2024-02-12",
        "ente": "Regione Emilia-Romagna",
        "organo": "Giunta regionale",
        "struttura": "SETTORE DIFESA DEL TERRITORIO",
        "oggetto": "APPROVAZIONE DEL PROGRAMMA ANNUALE DEGLI INTERVENTI",
        "identificativo": "regione-emilia-romagna/dgr/2024/245",
    },
    "frontespizio preambolo dispositivo",
)

OFFICE_OF_PIEMONTE = Kind(
    """ATTO DD 135/A1614A/2024 DEL 12/03/2024
DETERMINAZIONE DIRIGENZIALE
A1600A - AMBIENTE, ENERGIA E TERRITORIO
A1614A - Foreste
OGGETTO: L.R. 4/2009. Autorizzazione ad interventi in area forestale
Premesso che l'istanza è pervenuta;
IL DIRIGENTE
Richiamata la L.R. 10 febbraio 2009, n. 4;
DETERMINA
di autorizzare gli interventi.
La presente determinazione sarà pubblicata sul B.U. della Regione Piemonte.
IL DIRIGENTE (A1614A - Foreste)
Firmato digitalmente da Mario Rossi""",
    {
        "tipo": "determinazione",
        "sigla": "DETERMINAZIONE DIRIGENZIALE",
        "numero": "135",
        "data": "2024-03-12",
        "ente": "Regione Piemonte",
        "organo": "Dirigente",
        "oggetto": "L.R. 4/2009. Autorizzazione ad interventi in area forestale",
        "identificativo": "regione-piemonte/determinazione/2024/135",
    },
    "frontespizio preambolo dispositivo firma",
)

GIUNTA_OF_PIEMONTE = Kind(
    """REGIONE PIEMONTE - GIUNTA REGIONALE
Verbale n. 434
Adunanza 5 febbraio 2024
L'anno duemilaventiquattro il giorno 5 del mese di febbraio si è riunita la Giunta Regionale
D.G.R. n. 12 - 8123
OGGETTO:
Approvazione dei criteri per l'assegnazione dei contributi ai comuni montani
A relazione dell'Assessore VERDI
Premesso che la legge regionale 14/2019 tutela la montagna;
la Giunta Regionale, a voti unanimi resi nelle forme di legge,
delibera
di approvare i criteri.
Il Presidente della Giunta Regionale
Mario ROSSI""",
    {
        "tipo": "dgr",
        "sigla": "D.G.R.",
        "numero": "12-8123",
        "data": "2024-02-05",
        "ente": "Regione Piemonte",
        "organo": "Giunta regionale",
        "oggetto": "Approvazione dei criteri per l'assegnazione dei contributi ai comuni montani",
        "identificativo": "regione-piemonte/dgr/2024/12-8123",
    },
    "frontespizio preambolo dispositivo firma",
)

GIUNTA_OF_LAZIO = Kind(
    """REGIONE LAZIO
GIUNTA REGIONALE
DELIBERAZIONE N. 123 DEL 12/03/2024
PROPOSTA N. 8901 DEL 10/03/2024
STRUTTURA PROPONENTE Direzione: AMBIENTE, CAMBIAMENTI CLIMATICI
ASSESSORATO PROPONENTE TURISMO
OGGETTO: Schema di deliberazione concernente: linee guida sulle garanzie
LA GIUNTA REGIONALE
SU PROPOSTA dell'Assessore;
VISTO lo Statuto della Regione Lazio;
DELIBERA
1. di approvare le linee guida.
IL SEGRETARIO DELLA GIUNTA
IL PRESIDENTE""",
    {
        "tipo": "dgr",
        "sigla": "DELIBERAZIONE",
        "numero": "123",
        "data": "2024-03-12",
        "ente": "Regione Lazio",
        "organo": "Giunta regionale",
        "struttura": "AMBIENTE, CAMBIAMENTI CLIMATICI",
        "oggetto": "Schema di deliberazione concernente: linee guida sulle garanzie",
        "identificativo": "regione-lazio/dgr/2024/123",
    },
    "frontespizio preambolo dispositivo firma",
)

OFFICE_OF_CAMPANIA = Kind(
    """Giunta Regionale della Campania
DECRETO DIRIGENZIALE
DIRETTORE GENERALE/ DIRIGENTE UFFICIO/STRUTTURA
Dott. Rossi Mario
DIRIGENTE UNITA' OPERATIVA DIR. / DIRIGENTE STAFF
DECRETO N° DEL DIREZ. GENERALE / UFFICIO / STRUTT. UOD / STAFF
103 28/03/2024 50 09
Oggetto:
Avviso pubblico per il sostegno ai comuni. Approvazione della graduatoria
IL DIRIGENTE
PREMESSO che con D.G.R. n. 12 del 10/01/2024 è stato programmato l'intervento;
DECRETA
1. di approvare la graduatoria.
Mario Rossi""",
    {
        "tipo": "decreto",
        "sigla": "DECRETO DIRIGENZIALE",
        "numero": "103",
        "data": "2024-03-28",
        "ente": "Regione Campania",
        "organo": "Dirigente",
        "oggetto": "Avviso pubblico per il sostegno ai comuni. Approvazione della graduatoria",
        "identificativo": "regione-campania/decreto/2024/103",
    },
    "frontespizio preambolo dispositivo",
)

GIUNTA_OF_SARDEGNA = Kind(
    """REGIONE AUTONOMA DELLA SARDEGNA
DELIBERAZIONE N. 12/23 DEL 7.05.2024
Oggetto: Programmazione delle risorse per la manutenzione dei corsi d'acqua.
L'Assessore dei Lavori Pubblici riferisce che le risorse sono stanziate in bilancio.
La Giunta regionale, udita la proposta dell'Assessore, visto il parere favorevole di legittimità
DELIBERA
di approvare la programmazione.
Il Direttore Generale	La Presidente
Mario Rossi	Anna Verdi""",
    {
        "tipo": "dgr",
        "sigla": "DELIBERAZIONE",
        "numero": "12/23",
        "data": "2024-05-07",
        "ente": "Regione Autonoma della Sardegna",
        "organo": "Giunta regionale",
        "oggetto": "Programmazione delle risorse per la manutenzione dei corsi d'acqua.",
        "identificativo": "regione-autonoma-della-sardegna/dgr/2024/12-23",
    },
    "frontespizio preambolo dispositivo firma",
)

GIUNTA_OF_UMBRIA = Kind(
    """COD. PRATICA: 2024-001-351
Regione Umbria
Giunta Regionale
DELIBERAZIONE DELLA GIUNTA REGIONALE N. 351 SEDUTA DEL 23/04/2024
OGGETTO: Calendario scolastico 2024/2025. Determinazioni.
PRESENZE
Rossi Mario Presidente della Giunta Presente
LA GIUNTA REGIONALE
Visto il documento istruttorio;
DELIBERA
1. di approvare il calendario.
IL SEGRETARIO VERBALIZZANTE
Paolo Neri""",
    {
        "tipo": "dgr",
        "sigla": "DELIBERAZIONE DELLA GIUNTA REGIONALE",
        "numero": "351",
        "data": "2024-04-23",
        "ente": "Regione Umbria",
        "organo": "Giunta regionale",
        "oggetto": "Calendario scolastico 2024/2025. Determinazioni.",
        "identificativo": "regione-umbria/dgr/2024/351",
    },
    "frontespizio preambolo dispositivo firma",
)

OFFICE_OF_CALABRIA = Kind(
    """REGIONE CALABRIA
GIUNTA REGIONALE
DIPARTIMENTO AGRICOLTURA E RISORSE AGROALIMENTARI
SETTORE 8 - PSR
DECRETO DIRIGENTE DEL SETTORE
(ASSUNTO IL 10/03/2024 PROT. N. 512)
"Registro dei decreti dei Dirigenti della Regione Calabria"
N°. 3456 DEL 12/03/2024
Oggetto: PSR Calabria 2014/2022. Approvazione della graduatoria definitiva.
IL DIRIGENTE DI SETTORE
VISTI:
- lo Statuto regionale;
DECRETA
- di approvare la graduatoria.
Il Dirigente
Mario Rossi""",
    {
        "tipo": "decreto",
        "sigla": "DECRETO DIRIGENTE DEL SETTORE",
        "numero": "3456",
        "data": "2024-03-12",
        "ente": "Regione Calabria",
        "organo": "Dirigente di Settore",
        "struttura": "DIPARTIMENTO AGRICOLTURA E RISORSE AGROALIMENTARI",
        "oggetto": "PSR Calabria 2014/2022. Approvazione della graduatoria definitiva.",
        "identificativo": "regione-calabria/decreto/2024/3456",
    },
    "frontespizio preambolo dispositivo firma",
)

PORT_AUTHORITY = Kind(
    """Autorità di Sistema Portuale del Mare di Prova
ORDINANZA n. 12/2024
OGGETTO: Disciplina della sosta in ambito portuale
IL PRESIDENTE
VISTA la legge 28 gennaio 1994, n. 84;
ORDINA
Art. 1 È vietata la sosta.
Prova, 14/03/2024
IL PRESIDENTE
Mario Rossi""",
    {
        "tipo": "ordinanza",
        "sigla": "ORDINANZA",
        "numero": "12/2024",
        "data": "2024-03-14",
        "ente": "Autorità di Sistema Portuale del Mare di Prova",
        "organo": "Presidente",
        "oggetto": "Disciplina della sosta in ambito portuale",
        "identificativo": "autorita-di-sistema-portuale-del-mare-di-prova/ordinanza/2024/12",
    },
    "frontespizio preambolo dispositivo firma",
)

UNION_OF_MUNICIPALITIES = Kind(
    """UNIONE DEI COMUNI VALLE DI PROVA
DELIBERAZIONE DELLA GIUNTA DELL'UNIONE
N. 33 del 18/04/2024
OGGETTO: ADESIONE ALLA CONVENZIONE PER IL SERVIZIO CIVILE
L'anno duemilaventiquattro addì diciotto del mese di aprile alle ore 9:30
LA GIUNTA DELL'UNIONE
Visto il TUEL;
DELIBERA
1. di aderire alla convenzione.
IL PRESIDENTE
F.to Mario Rossi
IL SEGRETARIO
F.to Anna Verdi""",
    {
        "tipo": "delibera",
        "sigla": "DELIBERAZIONE DELLA GIUNTA DELL'UNIONE",
        "numero": "33",
        "data": "2024-04-18",
        "ente": "Unione dei Comuni Valle di Prova",
        "organo": "Giunta dell'Unione",
        "oggetto": "ADESIONE ALLA CONVENZIONE PER IL SERVIZIO CIVILE",
        "identificativo": "unione-dei-comuni-valle-di-prova/deliberazione/2024/33",
    },
    "frontespizio preambolo dispositivo firma",
)

GIUNTA_OF_LOMBARDIA = Kind(
    """DELIBERAZIONE N° XI / 2531 Seduta del 26/11/2019
Presidente MARIO ROSSI
Assessori regionali ANNA VERDI Vice Presidente
PAOLO NERI
CARLA GIALLI
Con l'assistenza del Segretario Luca Bianchi
Su proposta dell'Assessore Paolo Neri
Oggetto
APPROVAZIONE DEL PIANO DI RIORDINO DELLA RETE TERRITORIALE
Si esprime parere di regolarità amministrativa ai sensi dell'art.4, comma 1, l.r. n.17/2014:
Il Dirigente
Sara Viola
Il Direttore Generale
Ugo Marrone
L'atto si compone di 23 pagine
di cui 18 pagine di allegati
parte integrante
VISTA la legge regionale 30 dicembre 2009, n. 33;
RITENUTO di approvare il piano;
A VOTI UNANIMI, espressi nelle forme di legge
DELIBERA
1. di approvare il piano.
IL SEGRETARIO
LUCA BIANCHI
Atto firmato digitalmente ai sensi delle vigenti disposizioni di legge""",
    {
        "tipo": "dgr",
        "sigla": "DELIBERAZIONE",
        "numero": "XI/2531",
        "data": "2019-11-26",
        "ente": "Regione Lombardia",
        "organo": "Giunta regionale",
        "oggetto": "APPROVAZIONE DEL PIANO DI RIORDINO DELLA RETE TERRITORIALE",
        "identificativo": "regione-lombardia/dgr/2019/2531",
    },
    "frontespizio preambolo dispositivo firma",
)

ACTS = {name.lower(): act for name, act in list(globals().items()) if isinstance(act, Kind)}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_the_header_of_each_act_is_read(act: Kind) -> None:
    assert read_header(act) == act.header


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_the_zones_of_each_act_are_told_apart(act: Kind) -> None:
    assert [zone.zona for zone in only_act(act.text).zones()] == act.zones.split()
