"""Bulletins of other Regions: their mastheads, the headings of their acts, their contents.

Composed after the bulletins of Piemonte, Emilia-Romagna, Veneto, Toscana, Lazio, Puglia; names,
numbers and subjects are invented.
"""

import pytest

from extractor.structure import find_structure
from extractor.structure.masthead import Masthead, is_running_header, stamped_masthead
from models import Act, Structure
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


def header(act: Act) -> tuple[str, str | None, str | None, str | None]:
    return act.atto.tipo, act.atto.numero, act.atto.data, act.atto.ente


BULLETINS = {
    "piemonte": (
        PIEMONTE,
        [
            ("determinazione", "135", "2024-03-12", "Regione Piemonte"),
            ("dgr", "12-8123", "2024-02-05", "Regione Piemonte"),
            ("decreto", "15", "2024-03-08", "Regione Piemonte"),
        ],
        Masthead("11", None, "2024-03-14"),
    ),
    "emilia-romagna": (
        EMILIA,
        [
            ("dgr", "245", "2024-02-12", "Regione Emilia-Romagna"),
            ("determinazione", "45", "2024-01-03", "Regione Emilia-Romagna"),
            ("determinazione", "45", "2024-02-20", "Comune di Prova"),
        ],
        Masthead("62", "Parte seconda", "2024-03-06"),
    ),
    "veneto": (
        VENETO,
        [
            ("decreto", "12", "2024-03-03", "Regione del Veneto"),
            ("dgr", "201", "2024-03-05", "Regione del Veneto"),
        ],
        Masthead("34", None, "2024-03-15"),
    ),
    "lazio": (
        LAZIO,
        [
            ("determinazione", "G02745", "2024-03-12", "Regione Lazio"),
            ("decreto", "T00038", "2024-03-14", "Regione Lazio"),
        ],
        Masthead("23", None, "2024-03-19"),
    ),
    "puglia": (
        PUGLIA,
        [
            ("dgr", "212", "2024-02-21", "Regione Puglia"),
            ("determinazione", "190", "2024-03-01", "Regione Puglia"),
        ],
        Masthead("34", None, "2024-03-07"),
    ),
    "toscana": (
        TOSCANA,
        [
            ("dgr", "291", "2024-03-11", "Regione Toscana"),
            ("decreto", "5210", "2024-03-12", "Regione Toscana"),
        ],
        Masthead("12", None, "2024-03-20"),
    ),
    "marche": (
        MARCHE,
        [
            ("dgr", "133", "2020-02-10", "Regione Marche"),
            ("decreto", "73", "2020-07-03", "Regione Marche"),
        ],
        Masthead("63", None, "2020-07-16"),
    ),
}


@pytest.mark.parametrize(("text", "headers", "masthead"), BULLETINS.values(), ids=BULLETINS.keys())
def test_the_acts_of_a_bulletin(
    text: str, headers: list[tuple[str, str, str, str]], masthead: Masthead
) -> None:
    structure = structure_of(text)
    assert [header(act) for act in structure.atti] == headers
    assert structure.tipo == "bollettino"
    stamps = {(a.atto.bollettino, a.atto.serie, a.atto.data_pubblicazione) for a in structure.atti}
    assert stamps == {(masthead.numero, masthead.serie, masthead.data)}


@pytest.mark.parametrize("text", [case[0] for case in BULLETINS.values()], ids=BULLETINS.keys())
def test_every_act_has_its_subject_and_operative_part(text: str) -> None:
    for act in structure_of(text).atti:
        assert act.atto.oggetto is not None
        assert act.atto.oggetto[0].isupper()
        assert 30 < len(act.atto.oggetto) < 110
        zones = [zone.zona for zone in act.zones()]
        assert zones[:3] == ["frontespizio", "preambolo", "dispositivo"]


def test_notices_without_number_stand_among_numbered_acts() -> None:
    structure = structure_of(MIXED)
    found = [(a.atto.tipo, a.atto.numero, a.atto.ente, a.atto.pagina_stampata)
             for a in structure.atti]  # fmt: skip
    assert found == [
        ("dgr", "212", "Regione Puglia", 4),
        ("dgr", "213", "Regione Puglia", 6),
        ("avviso", None, "Comune di Prova", 9),
        ("avviso", None, "Provincia di Esempio", 10),
    ]
    rows = [(row.ordine, row.numero, row.pagina_stampata) for row in structure.sommario]
    assert rows == [(1, "212", 4), (2, "213", 6), (3, None, 9), (4, None, 10)]


def test_a_notice_stands_under_the_body_that_the_contents_name() -> None:
    other = MIXED.replace("\nCOMUNE DI PROVA\nAvviso di deposito del rapporto ambientale della"
                          " variante al piano.\nIL", "\nAvviso di deposito del rapporto ambientale"
                          " della variante al piano.\nIL")  # fmt: skip
    assert other != MIXED
    numbers = [act.atto.numero for act in structure_of(other).atti]
    assert numbers == ["212", "213", None]


@pytest.mark.parametrize(
    "line",
    [
        "ANNO XLV • N. 21 PROVA 27•2•2014",
        "Anno 45 - N. 21 - 27 febbraio 2014",
        "Anno XLV giovedì 27 febbraio 2014 n. 21",
    ],
)
def test_the_number_beside_the_year_of_publication_on_a_front_page(line: str) -> None:
    front = f"BOLLETTINO UFFICIALE\nDELLA REGIONE MARCHE\n{line}\nSOMMARIO\n"
    assert stamped_masthead(as_document(front)) == Masthead("21", None, "2014-02-27")
    assert stamped_masthead(as_document(f"COMUNE DI PROVA\n{line}\n")) == Masthead()


def test_lines_that_a_reader_joined_to_the_subject_are_not_of_it() -> None:
    reported = PUGLIA.replace("compensativa.\nL'Ass", "compensativa. L'Ass")
    assert structure_of(reported).atti[0].atto.oggetto == (
        "Approvazione degli strumenti di attuazione del protocollo. Variazione compensativa."
    )
    certified = TOSCANA.replace("n. 5210\ncertificato il 15-03-2024\n", "n. 5210 certificato il"
                                " 15-03-2024 ")  # fmt: skip
    assert structure_of(certified).atti[1].atto.oggetto == (
        "Interventi di ripristino ambientale nel Comune di Prova. Approvazione"
    )


def test_the_contents_on_a_front_page_without_title() -> None:
    structure = structure_of(EMILIA)
    rows = [(row.numero, row.data, row.pagina_stampata) for row in structure.sommario]
    assert rows == [("245", "2024-02-12", 2), ("45", "2024-01-03", 5), ("45", "2024-02-20", 9)]
    assert structure.sommario[1].oggetto == (
        "Concessione dei contributi alle unioni di comuni. Primo elenco"
    )


GROUPED = """SOMMARIO
PARTE SECONDA
DECRETI DEL PRESIDENTE DELLA GIUNTA REGIONALE
n. 12 del 3 marzo 2024
Autorizzazione a costituirsi nel giudizio avanti il Tribunale di Prova. 1
DELIBERAZIONI DELLA GIUNTA REGIONALE
n. 201 del 5 marzo 2024
Approvazione del bando per i contributi alle imprese artigiane. L.R. n. 34/2018. 3
"""
IN_FULL = """SOMMARIO
Regione Lazio
Determinazione 12 marzo 2024, n. G02745
Rilascio dell'autorizzazione integrata ambientale alla società Prova S.r.l. ..... Pag. 1
Decreto del Presidente della Regione Lazio 14 marzo 2024, n. T00038
Nomina del commissario straordinario dell'ente di prova.……………… 3
"""


@pytest.mark.parametrize(
    ("text", "contents", "numbers"),
    [(VENETO, GROUPED, ["12", "201"]), (LAZIO, IN_FULL, ["G02745", "T00038"])],
    ids=["grouped by kind", "with page labels"],
)
def test_contents_in_the_ways_of_other_regions(
    text: str, contents: str, numbers: list[str]
) -> None:
    masthead, body = text.split("\n", 1)
    structure = structure_of(f"{masthead}\n{contents}{body}")
    assert [act.atto.numero for act in structure.atti] == numbers
    rows = [(row.numero, row.pagina_stampata) for row in structure.sommario]
    assert rows == list(zip(numbers, (1, 3), strict=True))
    assert all((row.oggetto or "").endswith(".") for row in structure.sommario)


def test_an_extract_of_one_act_knows_its_bulletin() -> None:
    single = LAZIO[: LAZIO.index("19/03/2024 - BOLLETTINO UFFICIALE", 20)]
    (act,) = structure_of(single).atti
    assert header(act) == ("determinazione", "G02745", "2024-03-12", "Regione Lazio")
    assert (act.atto.bollettino, act.atto.data_pubblicazione) == ("23", "2024-03-19")


def test_an_act_filed_by_its_office_under_a_bulletin_s_header() -> None:
    """Campania prints acts as their offices filed them, under the running header."""
    (act,) = structure_of(
        """BOLLETTINO UFFICIALE DELLA REGIONE CAMPANIA n. 23 del 18 Marzo 2024
GIUNTA REGIONALE DELLA CAMPANIA
DECRETO DIRIGENZIALE
N° 45 DEL 12/03/2024
OGGETTO: Approvazione della graduatoria dei progetti
IL DIRIGENTE
VISTA la L.R. 5/2010;
DECRETA
1. di approvare la graduatoria.
IL DIRIGENTE
Mario Rossi
"""
    ).atti
    assert (act.atto.tipo, act.atto.numero, act.atto.data) == ("decreto", "45", "2024-03-12")
    assert (act.atto.bollettino, act.atto.data_pubblicazione) == ("23", "2024-03-18")


@pytest.mark.parametrize(
    ("line", "masthead"),
    [
        ("Bollettino Ufficiale della Regione Puglia - n. 23 del 8-3-2016 9959",
         Masthead("23", None, "2016-03-08")),
        ("9958 Bollettino Ufficiale della Regione Puglia - n. 23 del 8-3-2016",
         Masthead("23", None, "2016-03-08")),
        ("19/03/2024 - BOLLETTINO UFFICIALE DELLA REGIONE LAZIO - N. 23 - Suppl. n. 1 Pag. 40",
         Masthead("23", None, "2024-03-19")),
        ("82 Supplemento al Bollettino Ufficiale della Regione Toscana n. 31 del 6.8.2014",
         Masthead("31", None, "2014-08-06")),
        ("REGIONE PIEMONTE BU11S1 14/03/2024", Masthead("11", "S1", "2024-03-14")),
        ("Bur n. 31 del 02 aprile 2019", Masthead("31", None, "2019-04-02")),
        ("BURC n. 41 del 29 giugno 2015", Masthead("41", None, "2015-06-29")),
        ("Bollettino Ufficiale n. 10 del 10 / 03 / 2005", Masthead("10", None, "2005-03-10")),
    ],
)  # fmt: skip
def test_running_headers(line: str, masthead: Masthead) -> None:
    assert stamped_masthead(as_document(line)) == masthead


@pytest.mark.parametrize(
    "line",
    [
        "pubblicato sul Bollettino Ufficiale della Regione Puglia n. 34 del 7-3-2024",
        "Bollettino Ufficiale della Regione Puglia n. 34 del 7-3-2024, che approva il piano",
        "La presente sarà pubblicata sul BURC n. 41 del 29 giugno 2015",
        "Bollettino Ufficiale della Regione Lombardia",
        "n. 41 del 29 giugno 2015",
    ],
)
def test_look_alikes_of_running_headers(line: str) -> None:
    assert stamped_masthead(as_document(line)) == Masthead()
    assert not is_running_header(line)
