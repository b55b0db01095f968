"""Acts as provinces, ministries, universities, schools and authorities file them.

Composed after the layouts of each; names, places and numbers are invented.
"""

from tests.structures import Kind, each_kind, read_header, read_zones

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
        "tipo": "dm",
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

each = each_kind(globals())


@each
def test_the_header_is_read(kind: Kind) -> None:
    assert read_header(kind) == kind.header


@each
def test_the_zones_are_told_apart(kind: Kind) -> None:
    assert read_zones(kind) == kind.zones
