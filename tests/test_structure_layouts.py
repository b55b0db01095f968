"""Layouts of other bodies and other software: the header and zones read in each.

They are composed after acts of unions, provinces, health bodies, ministries, other Regions,
universities and chambers of commerce; names, places and numbers are invented.
"""

from typing import Any

import pytest

from tests.test_structure_kinds import Kind, only_act

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

YEAR_IN_ACCENTED_WORDS = Kind(
    """COMUNE DI BORGO SANT'ESEMPIO
VERBALE DI DELIBERAZIONE
DEL CONSIGLIO COMUNALE
N.18
OGGETTO: Ratifica della variazione adottata con deliberazione n. 44 in data 10/06/2023.
L'anno duemilaventitré, il giorno ventuno del mese di giugno alle ore 17:30
IL CONSIGLIO COMUNALE
Visto l'art. 175 del D.Lgs. 267/2000;
DELIBERA
Di ratificare la deliberazione.
Del che si è redatto il presente verbale
IL PRESIDENTE
F.to: ROSSI Mario""",
    {
        "sigla": "VERBALE DI DELIBERAZIONE DEL CONSIGLIO COMUNALE", "numero": "18",
        "data": "2023-06-21", "ente": "Comune di Borgo Sant'Esempio",
        "organo": "Consiglio comunale",
    },
    "frontespizio preambolo dispositivo firma",
)  # fmt: skip

LAW_IN_BRACKETS_BELOW_TITLE = Kind(
    """PROVINCIA DI ESEMPIO
DECRETO DEL PRESIDENTE
(ai sensi dell'art. 1, comma 55, della Legge 7 aprile 2014, n. 56)
N. 87 / 2024 del 09/07/2024
Oggetto: ADESIONE AL PROGETTO STRADE SICURE
IL PRESIDENTE DELLA PROVINCIA
Vista la legge 7 aprile 2014, n. 56;
DECRETA
1. di aderire al progetto.
IL PRESIDENTE\tIL SEGRETARIO GENERALE
Mario Rossi\tAnna Verdi""",
    {
        "numero": "87/2024", "data": "2024-07-09", "organo": "Presidente",
        "identificativo": "provincia-di-esempio/decreto/2024/87",
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

NUMBER_OF_A_SESSION = Kind(
    """REGIONE PIEMONTE BU10 08/03/2018
Deliberazione della Giunta Regionale 23 febbraio 2018, n. 27-6517
Legge regionale 14 ottobre 2014, n. 14. Approvazione dei criteri per i contributi ai comuni.
A relazione dell'Assessore Rossi:
Premesso che la legge regionale n. 14/2014 disciplina gli interventi per la montagna;
vista la D.G.R. 15 maggio 2017, n. 24-5027;
la Giunta regionale, unanime,
delibera
- di approvare i criteri di cui all'allegato.
La presente deliberazione sarà pubblicata sul B.U. della Regione.
Allegato
CRITERI PER L'ASSEGNAZIONE
I comuni presentano domanda.""",
    {
        "tipo": "dgr", "numero": "27-6517", "data": "2018-02-23", "ente": "Regione Piemonte",
        "oggetto": "Legge regionale 14 ottobre 2014, n. 14. Approvazione dei criteri per i "
        "contributi ai comuni.",
        "identificativo": "regione-piemonte/dgr/2018/27-6517",
    },
    "frontespizio preambolo dispositivo allegato",
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

REGISTER_OF_A_UNIVERSITY = Kind(
    """UNIVERSITÀ DEGLI STUDI DI ESEMPIO
AREA RISORSE UMANE – UFFICIO RECLUTAMENTO
D.R. n. 1123/2024
Rep. n. 1123/2024 – Prot. n. 45678 del 22/05/2024 – Tit. VII Class. 1
IL RETTORE
VISTA la legge 30 dicembre 2010, n. 240;
DECRETA
Art. 1 – È indetta la procedura selettiva.
Art. 2 – La domanda si presenta in via telematica.
Esempio, 22/05/2024
IL RETTORE
Prof. Mario Rossi""",
    {"tipo": "decreto", "sigla": "D.R.", "numero": "1123/2024", "data": "2024-05-22"},
    "frontespizio preambolo dispositivo firma",
)

DATE_OF_THE_SIGNATURE = Kind(
    """COMUNE DI ESEMPIO
CORPO DI POLIZIA LOCALE
ORDINANZA DIRIGENZIALE N. 77/2024
Oggetto: Divieto temporaneo di sosta in Via Roma il giorno 25/05/2024
IL COMANDANTE DELLA POLIZIA LOCALE
Vista la richiesta della ditta, prot. n. 9087 in data 13/05/2024;
ORDINA
il divieto di sosta.
Esempio, lì 20/05/2024
IL COMANDANTE
Comm. Capo Mario Rossi""",
    {"numero": "77/2024", "data": "2024-05-20"},
    "frontespizio preambolo dispositivo firma",
)

ADOPTED_UNDER_A_NUMBER = Kind(
    """REGIONE TOSCANA
SETTORE INFRASTRUTTURE DIGITALI
Responsabile di settore ROSSI MARIO
Incarico: DECR. DIRIG. CENTRO DIREZIONALE n. 11234 del 30-06-2021
Decreto non soggetto a controllo ai sensi della D.G.R. n. 553/2016
Numero adozione: 3456 - Data adozione: 24/02/2023
Oggetto: Adesione al contratto quadro per i servizi digitali
IL DIRIGENTE
Vista la L.R. 26 gennaio 2004, n. 1;
DECRETA
1. di aderire al contratto quadro.
IL DIRIGENTE""",
    {"tipo": "decreto", "sigla": None, "numero": "3456", "data": "2023-02-24"},
    "frontespizio preambolo dispositivo firma",
)

LETTER_OF_A_REGISTER = Kind(
    """REGIONE LAZIO
Direzione: LAVORI PUBBLICI E STAZIONE UNICA APPALTI
DETERMINAZIONE (con firma digitale)
N. G04567 del 18/04/2024\tProposta n. 13500 del 12/04/2024
Oggetto:
Nomina della Commissione giudicatrice per il servizio di vigilanza.
IL DIRETTORE DELLA DIREZIONE REGIONALE LAVORI PUBBLICI
VISTO lo Statuto della Regione Lazio;
DETERMINA
1. di nominare la Commissione.
Il Direttore
Ing. Mario Rossi""",
    {
        "sigla": "DETERMINAZIONE", "numero": "G04567", "data": "2024-04-18",
        "struttura": "LAVORI PUBBLICI E STAZIONE UNICA APPALTI",
    },
    "frontespizio preambolo dispositivo firma",
)  # fmt: skip

PROTOCOL = Kind(
    """PROTOCOLLO DI INTESA
PER LA PREVENZIONE DEI TENTATIVI DI INFILTRAZIONE CRIMINALE
tra
PREFETTURA DI ESEMPIO
e
CAMERA DI COMMERCIO DI ESEMPIO
VISTO l'articolo 15 della legge 7 agosto 1990, n. 241;
LE PARTI CONVENGONO QUANTO SEGUE
Articolo 1 (Premesse)
Le premesse sono parte del protocollo.
Articolo 2 (Durata)
Il protocollo ha durata di due anni.
Esempio, 18 settembre 2023
Il Prefetto
Anna Verdi""",
    {"tipo": "accordo", "data": "2023-09-18"},
    "frontespizio preambolo dispositivo firma",
)

REPERTORY = Kind(
    """CONVENZIONE PER LA GESTIONE DELLE AREE VERDI
Rep. n. 1456
L'anno duemilaventiquattro, il giorno cinque del mese di febbraio, presso la sede municipale, TRA
il COMUNE DI ESEMPIO, con sede in Piazza Prova 1, rappresentato dal dott. Mario Rossi
E
l'Associazione "AMICI DEL FIUME" ODV, con sede in Via Prova 3
PREMESSO
- che la convenzione è utile;
SI CONVIENE E SI STIPULA QUANTO SEGUE
ART. 1 – OGGETTO
L'Associazione cura le aree verdi.
ART. 2 – DURATA
La convenzione dura tre anni.
Letto, confermato e sottoscritto.
Per il Comune di Esempio
Dott. Mario Rossi""",
    {
        "numero": "1456", "data": "2024-02-05",
        "ente": 'Comune di Esempio; Associazione "AMICI DEL FIUME" ODV',
    },
    "frontespizio preambolo dispositivo firma",
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

LAYOUTS = {name.lower(): act for name, act in list(globals().items()) if isinstance(act, Kind)}


def read_header(layout: Kind) -> dict[str, Any]:
    """The fields of the header that the layout gives."""
    atto = only_act(layout.text).atto
    return {name: getattr(atto, name) for name in layout.header}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_the_header_of_each_layout_is_read(layout: Kind) -> None:
    assert read_header(layout) == layout.header


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_the_zones_of_each_layout_are_told_apart(layout: Kind) -> None:
    assert [zone.zona for zone in only_act(layout.text).zones()] == layout.zones.split()


def test_an_article_may_begin_in_the_line_of_its_number() -> None:
    long = "Le domande si presentano in via telematica. " * 5
    text = REGISTER_OF_A_UNIVERSITY.text.replace("La domanda si presenta in via telematica.", long)
    labels = [part.etichetta for root in only_act(text).parti for part in root.walk()]
    assert [label for label in labels if label.startswith("Art")] == ["Art. 1", "Art. 2"]


def test_recitals_in_small_letters_are_parts_of_their_own() -> None:
    labels = [
        part.etichetta for root in only_act(NUMBER_OF_A_SESSION.text).parti for part in root.walk()
    ]
    assert "Premesso" in labels
    assert "Vista" in labels
