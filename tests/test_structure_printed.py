"""Acts whose header is printed out of order, stamped or letter-spaced: what is read in them.

The layouts are those of real acts; names, places and numbers are invented.
"""

from tests.structures import Kind, each_kind, read_header, read_zones

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
