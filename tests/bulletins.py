"""The beginnings of bulletins of other Regions, and the structure that is read in a text.

Their mastheads, the headings of their acts and their contents are those of each Region; names,
places and numbers are invented.
"""

from extractor.structure import find_structure
from models import Structure
from tests.test_structure import as_document, assert_partition

PIEMONTE = """REGIONE PIEMONTE BU11 14/03/2024
Codice A1614A
D.D. 12 marzo 2024, n. 135
L.R. 4/2009. Autorizzazione ad interventi in area forestale nel Comune di Prova (TO).
ATTO DD 135/A1614A/2024
DEL 12/03/2024
DETERMINAZIONE DIRIGENZIALE
A1600A - AMBIENTE, ENERGIA E TERRITORIO
A1614A - Foreste
OGGETTO: L.R. 4/2009. Autorizzazione ad interventi in area forestale nel Comune di Prova (TO).
Premesso che l'istanza è pervenuta in data 10/01/2024;
vista la D.D. 5 febbraio 2021, n. 44;
IL DIRIGENTE
Richiamati i seguenti riferimenti normativi:
la L.R. 10 febbraio 2009, n. 4;
determina
di autorizzare gli interventi.
La presente determinazione sarà pubblicata sul B.U. della Regione Piemonte.
IL DIRIGENTE (A1614A - Foreste)
Firmato digitalmente da Mario Rossi
REGIONE PIEMONTE BU11 14/03/2024
Deliberazione della Giunta Regionale 5 febbraio 2024, n. 12-8123
Approvazione dei criteri per l'assegnazione di contributi ai comuni montani.
Seduta N° 434
Adunanza 05 FEBBRAIO 2024
A relazione di: Verdi
Premesso che la legge regionale 14/2019 tutela la montagna;
vista la D.G.R. 15 maggio 2017, n. 24-5027;
la Giunta regionale, unanime,
delibera
- di approvare i criteri di cui all'allegato.
La presente deliberazione sarà pubblicata sul B.U.
Allegato
CRITERI
I comuni presentano domanda.
REGIONE PIEMONTE BU11 14/03/2024
Decreto del Presidente della Giunta Regionale 8 marzo 2024, n. 15
Nomina di un componente del collegio dei revisori dell'ente di prova.
IL PRESIDENTE DELLA GIUNTA REGIONALE
Vista la legge regionale 39/1995;
DECRETA
di nominare il componente.
Alberto Neri
"""

EMILIA = """Anno 55 6 marzo 2024 N. 62
Parte seconda - N. 45
BOLLETTINO UFFICIALE
DELIBERAZIONE DELLA GIUNTA REGIONALE 12 FEBBRAIO 2024, N. 245
Approvazione del programma annuale degli interventi di difesa del suolo 2
DETERMINAZIONE DEL RESPONSABILE DEL SETTORE PROGRAMMAZIONE, SVILUPPO DEL TERRITORIO E SOSTENIBILITÀ
DELLE PRODUZIONI 3 GENNAIO 2024, N. 45
Concessione dei contributi alle unioni di comuni. Primo elenco 5
COMUNE DI PROVA
DETERMINAZIONE DEL DIRIGENTE 20 FEBBRAIO 2024, N. 45
Avviso di deposito della variante al piano 9
6-3-2024 - BOLLETTINO UFFICIALE DELLA REGIONE EMILIA-ROMAGNA - PARTE SECONDA - N. 62
REGIONE EMILIA-ROMAGNA
DELIBERAZIONE DELLA GIUNTA REGIONALE 12 FEBBRAIO 2024, N. 245
Approvazione del programma annuale degli interventi di difesa del suolo
LA GIUNTA DELLA REGIONE EMILIA-ROMAGNA
Visto:
- il D.Lgs. 3 aprile 2006, n. 152;
- la propria deliberazione 14 gennaio 2019, n. 30;
delibera
1. di approvare il programma.
REGIONE EMILIA-ROMAGNA
DETERMINAZIONE DEL RESPONSABILE DEL SETTORE PROGRAMMAZIONE, SVILUPPO DEL TERRITORIO E SOSTENIBILITÀ
DELLE PRODUZIONI 3 GENNAIO 2024, N. 45
Concessione dei contributi alle unioni di comuni. Primo elenco
IL RESPONSABILE
Vista la L.R. 21 dicembre 2012, n. 21;
determina
1. di concedere i contributi.
Il Responsabile
Anna Verdi
COMUNE DI PROVA
DETERMINAZIONE DEL DIRIGENTE 20 FEBBRAIO 2024, N. 45
Avviso di deposito della variante al piano
IL DIRIGENTE
Vista la L.R. 24/2017;
determina
di depositare la variante.
"""

VENETO = """Bollettino Ufficiale della Regione del Veneto n. 34 del 15 marzo 2024
PARTE SECONDA
Sezione prima
DECRETI DEL PRESIDENTE DELLA GIUNTA REGIONALE
(Codice interno: 524318)
DECRETO DEL PRESIDENTE DELLA GIUNTA REGIONALE n. 12 del 3 marzo 2024
Autorizzazione a costituirsi nel giudizio avanti il Tribunale di Prova.
[Affari legali e contenzioso]
Note per la trasparenza:
Con il presente decreto si autorizza la costituzione in giudizio.
Il Presidente
VISTA la legge regionale n. 24 del 2001;
decreta
1. di autorizzare la costituzione.
Alberto Neri
DELIBERAZIONI DELLA GIUNTA REGIONALE
(Codice interno: 524319)
DELIBERAZIONE DELLA GIUNTA REGIONALE n. 201 del 5 marzo 2024
Approvazione del bando per i contributi alle imprese artigiane. L.R. n. 34/2018.
[Artigianato]
Note per la trasparenza:
Con il presente provvedimento si approva il bando.
L'Assessore Rossi riferisce quanto segue.
La legge regionale n. 34 del 2018 sostiene l'artigianato.
LA GIUNTA REGIONALE
UDITO il relatore;
VISTA la DELIBERAZIONE DELLA GIUNTA REGIONALE n. 100 del 4 febbraio 2020;
DELIBERA
1. di approvare il bando.
"""

LAZIO = """19/03/2024 - BOLLETTINO UFFICIALE DELLA REGIONE LAZIO - N. 23
Regione Lazio
DIREZIONE AMBIENTE, CAMBIAMENTI CLIMATICI E TRANSIZIONE ENERGETICA
Atti dirigenziali di Gestione
Determinazione 12 marzo 2024, n. G02745
Rilascio dell'autorizzazione integrata ambientale alla società Prova S.r.l.
OGGETTO: Rilascio dell'autorizzazione integrata ambientale alla società Prova S.r.l.
IL DIRETTORE DELLA DIREZIONE REGIONALE AMBIENTE
VISTO lo Statuto della Regione Lazio;
DETERMINA
1. di rilasciare l'autorizzazione.
Il Direttore
Mario Rossi
19/03/2024 - BOLLETTINO UFFICIALE DELLA REGIONE LAZIO - N. 23
Regione Lazio
Atti del Presidente della Regione Lazio
Decreto del Presidente della Regione Lazio 14 marzo 2024, n. T00038
Nomina del commissario straordinario dell'ente di prova.
IL PRESIDENTE DELLA REGIONE LAZIO
VISTO lo Statuto della Regione Lazio;
DECRETA
di nominare il commissario.
Il Presidente
Alberto Neri
"""

PUGLIA = """Bollettino Ufficiale della Regione Puglia - n. 34 del 7-3-2024
DELIBERAZIONE DELLA GIUNTA REGIONALE 21 febbraio 2024, n. 212
Approvazione degli strumenti di attuazione del protocollo. Variazione compensativa.
L'Assessore al Bilancio, sulla base dell'istruttoria espletata dall'ufficio, riferisce quanto segue:
Con legge regionale 41/2023 è approvato il bilancio.
LA GIUNTA
udita la relazione e la conseguente proposta dell'Assessore;
viste le sottoscrizioni poste in calce al provvedimento;
a voti unanimi espressi nei modi di legge
DELIBERA
1. di approvare gli strumenti.
IL SEGRETARIO GENERALE DELLA GIUNTA
ANNA VERDI
IL PRESIDENTE DELLA GIUNTA
ALBERTO NERI
Bollettino Ufficiale della Regione Puglia - n. 34 del 7-3-2024
DETERMINAZIONE DEL DIRIGENTE SEZIONE COMPETITIVITÀ 1 marzo 2024, n. 190
Avviso per i progetti integrati. Ammissione dell'impresa Prova S.r.l. alla fase istruttoria.
Il giorno 1 marzo 2024, in Bari, nella sede della Sezione
IL DIRIGENTE DELLA SEZIONE
Visti gli artt. 4 e 16 del D.lgs. n. 165/2001;
DETERMINA
di ammettere l'impresa.
Il Dirigente della Sezione
Mario Rossi
"""

TOSCANA = """20.3.2024 - BOLLETTINO UFFICIALE DELLA REGIONE TOSCANA - N. 12
GIUNTA REGIONALE
- Deliberazioni
DELIBERAZIONE 11 marzo 2024, n. 291
L.R. 5/2005. Approvazione del progetto per la rete dei cammini.
LA GIUNTA REGIONALE
Visto l'articolo 15 della L.R. 86/2016;
A voti unanimi
DELIBERA
1. di approvare il progetto.
Il Segretario della Giunta
Anna Verdi
GIUNTA REGIONALE
- Dirigenza-Decreti
Direzione Ambiente ed Energia
Settore Tutela della natura
DECRETO 12 marzo 2024, n. 5210
certificato il 15-03-2024
Interventi di ripristino ambientale nel Comune di Prova. Approvazione.
IL DIRIGENTE
Vista la L.R. 30/2015;
DECRETA
1. di approvare gli interventi.
Il Dirigente
Mario Rossi
"""

MARCHE = """PROVA 16•07•2020 ANNO LI • N. 63
REPUBBLICA ITALIANA
BOLLETTINO UFFICIALE DELLA REGIONE MARCHE
SOMMARIO
ATTI DELLA REGIONE
DELIBERAZIONI DELLA GIUNTA REGIONALE
Deliberazione n. 133 del 10/02/2020
Variazione compensativa al programma operativo annuale . . . . pag. 4071
DECRETI DEI DIRIGENTI REGIONALI
SEGRETERIA GENERALE
Decreto del Dirigente della Segreteria Generale del 3 luglio 2020, n. 73
Approvazione della graduatoria dei praticanti . . . . pag. 4073
DELIBERAZIONI DELLA GIUNTA REGIONALE
Deliberazione n. 133 del 10/02/2020
Variazione compensativa al programma operativo annuale
LA GIUNTA REGIONALE
omissis
DELIBERA
- di apportare le variazioni.
IL SEGRETARIO DELLA GIUNTA
Anna Verdi
DECRETI DEI DIRIGENTI REGIONALI
SEGRETERIA GENERALE
Decreto del Dirigente della Segreteria Generale del 3 luglio 2020, n. 73
Approvazione della graduatoria dei praticanti
IL DIRIGENTE
omissis
DECRETA
di approvare la graduatoria.
Il Dirigente
Mario Rossi
"""

MIXED = """Bollettino Ufficiale della Regione Puglia - n. 34 del 7-3-2024
SOMMARIO
DELIBERAZIONE DELLA GIUNTA REGIONALE 21 febbraio 2024, n. 212
Approvazione degli strumenti di attuazione del protocollo. ........ 4
DELIBERAZIONE DELLA GIUNTA REGIONALE 22 febbraio 2024, n. 213
Approvazione del piano delle strade per l'anno 2024 ........ 6
COMUNE DI PROVA
Avviso di deposito del rapporto ambientale della variante al piano. ........ 9
PROVINCIA DI ESEMPIO
Avviso di rilascio di concessione di derivazione di acqua pubblica. ........ 10
DELIBERAZIONE DELLA GIUNTA REGIONALE 21 febbraio 2024, n. 212
Approvazione degli strumenti di attuazione del protocollo.
LA GIUNTA REGIONALE
viste le sottoscrizioni poste in calce al provvedimento;
Visto lo statuto;
DELIBERA
1. di approvare gli strumenti.
IL PRESIDENTE DELLA GIUNTA
ALBERTO NERI
DELIBERAZIONE DELLA GIUNTA REGIONALE 22 febbraio 2024, n. 213
Approvazione del piano delle strade per l'anno 2024
LA GIUNTA REGIONALE
Visto lo statuto;
DELIBERA
1. di approvare il piano.
IL PRESIDENTE DELLA GIUNTA
ALBERTO NERI
COMUNE DI PROVA
Avviso di deposito del rapporto ambientale della variante al piano.
IL RESPONSABILE DEL SETTORE
RENDE NOTO
che il rapporto è depositato.
Il Responsabile
Mario Rossi
PROVINCIA DI ESEMPIO
Avviso di rilascio di concessione di derivazione di acqua pubblica.
Si rende noto che la concessione è stata rilasciata.
Il Dirigente
Anna Verdi
"""


def structure_of(text: str) -> Structure:
    document = as_document(text)
    structure = find_structure(document)
    assert_partition(document, structure)
    return structure
