"""Acts as each Region files them: its Giunta, its offices.

Composed after the layouts of each; names, places and numbers are invented.
"""

from tests.structures import Kind, each_kind, read_header, read_zones

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

each = each_kind(globals())


@each
def test_the_header_is_read(kind: Kind) -> None:
    assert read_header(kind) == kind.header


@each
def test_the_zones_are_told_apart(kind: Kind) -> None:
    assert read_zones(kind) == kind.zones
