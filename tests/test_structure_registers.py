"""Layouts of other software: where numbers, dates and registers stand in each.

They are composed after acts of unions, provinces, health bodies, ministries, other Regions,
universities and chambers of commerce; names, places and numbers are invented.
"""

import re

from tests.structures import Kind, each_kind, only_act, read_header, read_zones

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

each = each_kind(globals())


@each
def test_the_header_is_read(kind: Kind) -> None:
    assert read_header(kind) == kind.header


@each
def test_the_zones_are_told_apart(kind: Kind) -> None:
    assert read_zones(kind) == kind.zones


def test_the_year_may_stand_behind_the_number_only() -> None:
    undated = re.sub(r"(?m)^(?:Rep|Esempio,).*\n", "", REGISTER_OF_A_UNIVERSITY.text)
    header = only_act(undated).atto
    assert (header.numero, header.anno, header.data) == ("1123/2024", 2024, None)


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
