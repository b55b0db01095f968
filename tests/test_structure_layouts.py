"""Layouts of other bodies: the header and zones read in each.

They are composed after acts of unions, provinces, health bodies, ministries, other Regions,
universities and chambers of commerce; names, places and numbers are invented.
"""

from tests.structures import Kind, each_kind, read_header, read_zones

SIGNED_BY_CERTIFIER = Kind(
    """CITTA' DI ESEMPIO
SETTORE III – SERVIZI ALLA PERSONA
DETERMINAZIONE N. 123 DEL 12/03/2024
Reg. Gen. n. 318
Proposta n. 402
OGGETTO:
LIQUIDAZIONE DI FATTURE ALLA DITTA DELLA MENSA SCOLASTICA.
IL DIRIGENTE DEL SETTORE III
Viste le fatture n. 12 e n. 25;
DETERMINA
1) di liquidare le fatture.
Esempio, 12/03/2024
Il Dirigente del Settore III
Dott. Mario Rossi / InfoCert S.p.A.
(Documento informatico firmato digitalmente ai sensi del D.Lgs. 82/2005)
1""",
    {
        "numero": "318", "data": "2024-03-12", "ente": "Città di Esempio",
        "organo": "Dirigente del Settore III", "struttura": "SETTORE III – SERVIZI ALLA PERSONA",
    },
    "frontespizio preambolo dispositivo firma",
)  # fmt: skip

MEASURE_ABOVE_A_CALL = Kind(
    """ALLEGATO A
REGIONE ESEMPIO
PROGRAMMA REGIONALE FESR 2021-2027
AZIONE 1.4.1 “Sostegno alle competenze”
MISURA “BOTTEGHE APERTE”
in attuazione della d.g.r. 123 del 16 dicembre 2024
AVVISO ATTUATIVO
Indice
A.1 Finalità ........... 4
A.1 Finalità
La misura sostiene le botteghe.""",
    {
        "tipo": "avviso",
        "oggetto": "MISURA “BOTTEGHE APERTE” in attuazione della d.g.r. 123 del 16 dicembre 2024"
        " AVVISO ATTUATIVO",
    },
    "frontespizio dispositivo",
)  # fmt: skip

CALL_THAT_NAMES_ITSELF = Kind(
    """COMUNE DI ESEMPIO
Via Roma 1 – 20100 Esempio – tel. 02 123456
Sportello delle famiglie
AVVISO PUBBLICO
PER LA CONCESSIONE DI CONTRIBUTI ALLE FAMIGLIE
1. Finalità
Il Comune sostiene le famiglie.""",
    {"oggetto": "AVVISO PUBBLICO PER LA CONCESSIONE DI CONTRIBUTI ALLE FAMIGLIE"},
    "frontespizio dispositivo",
)

NUMBERED_CALL = Kind(
    """COMUNE DI ESEMPIO
Via Roma 1 – 20100 Esempio – tel. 02 123456
AVVISO PUBBLICO N. 3/2024
1. Finalità
Il Comune sostiene le famiglie.""",
    {"numero": "3/2024", "oggetto": "AVVISO PUBBLICO"},
    "frontespizio dispositivo",
)

CALL_FOR_PLACES = Kind(
    """COMUNE DI ESEMPIO
BANDO DI CONCORSO PER N. 2 POSTI
DI ISTRUTTORE AMMINISTRATIVO
Art. 1 Posti
Il Comune bandisce il concorso.""",
    {"numero": None, "oggetto": "BANDO DI CONCORSO PER N. 2 POSTI DI ISTRUTTORE AMMINISTRATIVO"},
    "frontespizio dispositivo",
)

DIRECTORS_SIDE_BY_SIDE = Kind(
    """Azienda USL Esempio Ovest
DELIBERAZIONE DEL DIRETTORE GENERALE
N° 345 del 14-04-2023
OGGETTO: Presa d'atto dell'accordo con le farmacie convenzionate
Struttura proponente:\tDipartimento del Farmaco
Responsabile del procedimento:\tVERDI ANNA
IL DIRETTORE GENERALE
Visto il D.Lgs. 30 dicembre 1992, n. 502;
DELIBERA
per quanto esposto in narrativa
1) di prendere atto dell'accordo, allegato sub A.
IL DIRETTORE AMMINISTRATIVO\tIL DIRETTORE SANITARIO
(Dr.ssa Laura Neri)\t(Dr. Carlo Gialli)
IL DIRETTORE GENERALE
(Dr.ssa Rita Viola)
Allegato A
ACCORDO REGIONALE
La distribuzione avviene presso le farmacie.""",
    {"numero": "345", "data": "2023-04-14", "struttura": "Dipartimento del Farmaco"},
    "frontespizio preambolo dispositivo firma allegato",
)

ORGAN_JOINED_TO_ITS_TEXT = Kind(
    """ATS di Esempio
DETERMINAZIONE DIRIGENZIALE N. 512 DEL 27.06.2023
Struttura proponente: UOC GESTIONE DEL PERSONALE
OGGETTO: COLLOCAMENTO A RIPOSO DI UN DIPENDENTE
IL DIRETTORE DELLA U.O.C. GESTIONE DEL PERSONALE in virtù della delega di cui alla delibera n. 1;
VISTA la domanda pervenuta in data 30.05.2023;
DETERMINA
di collocare a riposo il dipendente.
IL DIRETTORE
UOC GESTIONE DEL PERSONALE
Dott. Mario Rossi""",
    {
        "numero": "512", "data": "2023-06-27", "struttura": "UOC GESTIONE DEL PERSONALE",
        "organo": "Direttore della U.O.C. Gestione del Personale",
    },
    "frontespizio preambolo dispositivo firma",
)  # fmt: skip

SIGNED_BY_A_NAME_ALONE = Kind(
    """REGIONE EMILIA-ROMAGNA
Atto del Dirigente DETERMINAZIONE
Num. 5678 del 21/03/2024 BOLOGNA
Proposta: DPG/2024/6012 del 20/03/2024
Struttura proponente: SETTORE IMPRESE E FILIERE PRODUTTIVE
Oggetto: CONCESSIONE DEI CONTRIBUTI. PRIMO PROVVEDIMENTO.
Autorità emanante: IL RESPONSABILE - SETTORE IMPRESE E FILIERE PRODUTTIVE
Firmatario: MARIO ROSSI in qualità di Responsabile di settore
IL DIRIGENTE FIRMATARIO
Visto il D.Lgs. 14 marzo 2013, n. 33;
DETERMINA
1. di concedere i contributi.
Mario Rossi""",
    {
        "numero": "5678", "data": "2024-03-21", "ente": "Regione Emilia-Romagna",
        "struttura": "SETTORE IMPRESE E FILIERE PRODUTTIVE",
        "oggetto": "CONCESSIONE DEI CONTRIBUTI. PRIMO PROVVEDIMENTO.",
    },
    "frontespizio preambolo dispositivo firma",
)  # fmt: skip

SUBJECT_WITHOUT_LABEL = Kind(
    """Bollettino Ufficiale della Regione del Veneto n. 78 del 24 giugno 2022
DELIBERAZIONE DELLA GIUNTA REGIONALE n. 701 del 14 giugno 2022
Approvazione dell'avviso pubblico per progetti di inclusione sociale. L.R. n. 30/2017.
[Servizi sociali]
Note per la trasparenza:
Con il presente provvedimento si approva l'avviso pubblico.
L'Assessore Anna Rossi riferisce quanto segue.
La legge regionale n. 30 del 2017 promuove l'inclusione sociale.
LA GIUNTA REGIONALE
VISTA la legge regionale n. 54 del 31 dicembre 2012;
delibera
1. di approvare l'Allegato A.""",
    {
        "numero": "701", "data": "2022-06-14", "ente": "Regione del Veneto",
        "oggetto": "Approvazione dell'avviso pubblico per progetti di inclusione sociale. "
        "L.R. n. 30/2017.",
    },
    "frontespizio preambolo dispositivo",
)  # fmt: skip

MINISTERS_TOGETHER = Kind(
    """MINISTERO DELLE PROVE E DEI TRASPORTI
DECRETO 14 novembre 2022, n. 367
Riparto delle risorse del Fondo per la mobilità dolce. Annualità 2022-2024.
IL MINISTRO DELLE PROVE E DEI TRASPORTI
di concerto con
IL MINISTRO DELL'ECONOMIA E DELLE FINANZE
VISTA la legge 23 agosto 1988, n. 400;
DECRETA
Art. 1
(Oggetto)
1. Le risorse sono ripartite secondo l'allegato 1.
Art. 2
(Entrata in vigore)
1. Il decreto è pubblicato nella Gazzetta Ufficiale.
IL MINISTRO DELLE PROVE E DEI TRASPORTI
IL MINISTRO DELL'ECONOMIA E DELLE FINANZE
Allegato 1
RIPARTO
Le risorse sono le seguenti.""",
    {
        "numero": "367", "data": "2022-11-14", "ente": "Ministero delle Prove e dei Trasporti",
        "organo": "Ministro delle Prove e dei Trasporti",
        "oggetto": "Riparto delle risorse del Fondo per la mobilità dolce. Annualità 2022-2024.",
    },
    "frontespizio preambolo dispositivo firma allegato",
)  # fmt: skip

AUTHORITY = Kind(
    """Autorità Nazionale di Esempio
Presidente
Delibera n. 269 del 20 giugno 2023
Oggetto: Adozione del provvedimento di cui all'articolo 24 del decreto legislativo
Il Consiglio dell'Autorità Nazionale di Esempio
nell'adunanza del 20 giugno 2023
Visto il decreto legislativo 31 marzo 2023, n. 36;
DELIBERA
Il provvedimento acquista efficacia il 1° luglio 2023.
Il Presidente
Avv. Mario Rossi
Depositato presso la Segreteria del Consiglio in data 27 giugno 2023
Il Segretario Anna Verdi""",
    {
        "numero": "269", "data": "2023-06-20",
        "organo": "Consiglio dell'Autorità Nazionale di Esempio",
    },
    "frontespizio preambolo dispositivo firma pubblicazione",
)  # fmt: skip

MINUTES_OF_A_COMMISSION = Kind(
    """COMUNE DI ESEMPIO
PROCEDURA APERTA PER L'AFFIDAMENTO DEL SERVIZIO DI ASSISTENZA
VERBALE N. 2
SEDUTA RISERVATA DEL 18/01/2024
Il giorno 18 gennaio 2024, alle ore 10:00, si è riunita la Commissione.
Letto, approvato e sottoscritto.
Il Presidente
Mario Rossi""",
    {"tipo": "verbale", "numero": "2", "data": "2024-01-18"},
    "frontespizio dispositivo firma",
)

ATTACHMENT_BEFORE_A_TABLE = Kind(
    """CAMERA DI COMMERCIO DI ESEMPIO
DETERMINAZIONE DEL SEGRETARIO GENERALE
N. 88 DEL 17.05.2023
Oggetto: APPROVAZIONE DELL'ELENCO DELLE DOMANDE AMMESSE
IL SEGRETARIO GENERALE
Vista la legge 29 dicembre 1993, n. 580;
DETERMINA
a) di approvare l'elenco.
IL SEGRETARIO GENERALE
(dr. Mario Rossi)
firmato digitalmente ai sensi dell'art. 24 del decreto legislativo 7 marzo 2005, n. 82
ALLEGATO A)
N. DOMANDA\tIMPRESA\tCONTRIBUTO
1\tPROVA SRL\t10.000,00""",
    {"organo": "Segretario Generale", "numero": "88", "data": "2023-05-17"},
    "frontespizio preambolo dispositivo firma allegato",
)

TITLE_BEHIND_THE_LABEL = Kind(
    """AGENZIA DI ESEMPIO PER I SERVIZI DIGITALI
ALLEGATO 2 - CRONOPROGRAMMA DEI RILASCI
Codice\tDescrizione\tImporto
AB12-01\tAnalisi\t10.000,00""",
    {"tipo": "allegato", "oggetto": "CRONOPROGRAMMA DEI RILASCI"},
    "frontespizio dispositivo",
)

each = each_kind(globals())


@each
def test_the_header_is_read(kind: Kind) -> None:
    assert read_header(kind) == kind.header


@each
def test_the_zones_are_told_apart(kind: Kind) -> None:
    assert read_zones(kind) == kind.zones
