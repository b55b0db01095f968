"""Acts as health bodies file them.

Composed after the layouts of each; names, places and numbers are invented.
"""

from tests.structures import Kind, each_kind, read_header, read_zones

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

each = each_kind(globals())


@each
def test_the_header_is_read(kind: Kind) -> None:
    assert read_header(kind) == kind.header


@each
def test_the_zones_are_told_apart(kind: Kind) -> None:
    assert read_zones(kind) == kind.zones
