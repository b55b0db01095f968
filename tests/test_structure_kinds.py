"""A text for each kind of act of an organ, and the header and zones that are read in it.

The layouts are those of real acts; names, places and numbers are invented.
"""

from tests.structures import Kind, each_kind, read_header, read_zones

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
