"""Which body made a cited act: every Region, national authorities, courts, the act's own."""

from datetime import date

import pytest

from extractor.facts.references import complete, find
from extractor.facts.references.bodies import region_name
from models import Context, Riferimento

VENETO = Context(tipo="dgr", data=date(2024, 4, 12), ente="Regione del Veneto")
COMUNE = Context(tipo="determinazione", data=date(2024, 4, 12), ente="Comune di Roccaverde")
ATENEO = Context(tipo="altro", data=date(2024, 4, 12), ente="Università degli Studi di Roccaverde")


def only(text: str, context: Context) -> Riferimento:
    """The one citation of a text."""
    (cited,) = complete(find(text, context), context)
    return cited


OF_REGIONS = [
    ("la DGR n. 12-8123 del 25 gennaio 2019 della Regione Piemonte", "dgr", "12-8123", "Piemonte"),
    ("la D.G.R.V. n. 1234 del 3 agosto 2021", "dgr", "1234", "Veneto"),
    ("la D.G.R.C. n. 22 del 12/03/2020", "dgr", "22", "Campania"),
    ("la D.R.G. n. 123 del 12/03/2020", "dgr", "123", "Veneto"),
    ("la Delib.G.R. n. 26/24 del 11.5.2016 della Regione Sardegna", "dgr", "26/24", "Sardegna"),
    ("la D.G.R. Puglia n. 1518/2015", "dgr", "1518", "Puglia"),
    ("la L.R. Emilia-Romagna n. 24/2017", "legge_regionale", "24", "Emilia-Romagna"),
    ("la legge regionale siciliana 12 gennaio 2012, n. 5", "legge_regionale", "5", "Sicilia"),
    ("la legge regionale toscana n. 65/2014", "legge_regionale", "65", "Toscana"),
    ("la l.r. 6/2003 della Regione autonoma Friuli Venezia Giulia", "legge_regionale", "6",
     "Friuli-Venezia Giulia"),
    ("il D.P.G.R. 9 gennaio 2019, n. 3", "decreto", "3", "Veneto"),
    ("il DPReg n. 0123/Pres. del 12 maggio 2015", "decreto", "123/Pres", "Veneto"),
    ("il D.D.G. n. 123 del 4/5/2021 della Regione Calabria", "decreto", "123", "Calabria"),
    ("il DDR n. 45/2021", "decreto", "45", "Veneto"),
    ("il D.D.P.F. n. 45 del 3/4/2021", "decreto", "45", "Veneto"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tipo", "numero", "region"), OF_REGIONS)
def test_acts_of_every_region(text: str, tipo: str, numero: str, region: str) -> None:
    cited = only(text, VENETO)
    assert (cited.tipo, cited.numero, cited.ente) == (tipo, numero, f"Regione {region}")


def test_regions_have_one_name_each() -> None:
    assert region_name("friuli venezia giulia") == region_name("friuli")
    assert region_name("valle d'aosta") == "Regione Valle d'Aosta"


OF_OTHERS = [
    ("la L.P. 3 agosto 2012, n. 18, Bolzano", "legge_regionale", "18",
     "Provincia autonoma di Bolzano"),
    ("la legge provinciale di Trento 16 giugno 2006, n. 3", "legge_regionale", "3",
     "Provincia autonoma di Trento"),
    ("la delibera numero 1134 del 8 novembre 2017 dell'ANAC", "delibera", "1134", "ANAC"),
    ("l'A.N.AC. con delibera n. 1234 del 12/03/2019", "delibera", "1234", "ANAC"),
    ("dal Consiglio dell'Autorità con delibera n. 1097 del 26 ottobre 2016", "delibera", "1097",
     "ANAC"),
    ("la delibera 727/2022/R/eel", "delibera", "727", "ARERA"),
    ("la deliberazione n. 6/SEZAUT/2020/INPR della Corte dei conti", "delibera", "6",
     "Corte dei conti"),
    ("Corte dei conti, sez. contr. Puglia, deliberazione n. 123/2019/PAR", "delibera", "123",
     "Corte dei conti"),
    ("la Circolare MEF-RGS 14 ottobre 2021, n. 21", "circolare", "21",
     "Ragioneria generale dello Stato"),
    ("la circolare n. 1/2018 del Dipartimento della Funzione pubblica", "circolare", "1",
     "Dipartimento della funzione pubblica"),
    ("la circolare dell'Agenzia delle Entrate n. 1/E del 9 febbraio 2015", "circolare", "1/E",
     "Agenzia delle entrate"),
    ("il D.D. MIUR n. 1234 del 12 marzo 2020", "determinazione", "1234", "MIUR"),
    ("Cons. Stato, Sez. III, 4 marzo 2019, n. 1495", "sentenza", "1495", "Consiglio di Stato"),
    ("T.A.R. Lazio, Roma, sez. II, 12 marzo 2020, n. 1234", "sentenza", "1234", "TAR Lazio"),
    ("la sentenza n. 1234/2020 del TAR per la Campania", "sentenza", "1234", "TAR Campania"),
    ("Corte costituzionale, sentenza n. 131/2020", "sentenza", "131", "Corte costituzionale"),
    ("Cass. civ., sez. un., 12 marzo 2020, n. 7055", "sentenza", "7055", "Corte di cassazione"),
    ("l'ord. CDPC n. 630 del 3 febbraio 2020", "ordinanza", "630",
     "Dipartimento della protezione civile"),
    ("l'O.P.C.M. 3274/2003", "ordinanza", "3274", "Dipartimento della protezione civile"),
    ("la raccomandazione 2003/361/CE della Commissione", "altro", "361", "Unione europea"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tipo", "numero", "ente"), OF_OTHERS)
def test_acts_of_other_bodies(text: str, tipo: str, numero: str, ente: str) -> None:
    cited = only(text, COMUNE)
    assert (cited.tipo, cited.numero, cited.ente) == (tipo, numero, ente)


OWN = [
    "l'atto di G.M. n. 45 del 12/3/2023",
    "l'atto consiliare n. 45 del 12/3/2023",
    "la deliberazione di C.C. n. 45 del 12/3/2023",
    "la D.C.C. n. 45 del 12/03/2023",
    "la deliberazione del Commissario Straordinario con i poteri della Giunta n. 45 del 1.2.2023",
    "la Determ. n. 45 del 2/3/2023",
    "la D.D. Settore Cultura n. 45 del 3/5/2023",
    "il decreto sindacale n. 45 del 4/3/2023",
]


@pytest.mark.parametrize("text", OWN)
def test_acts_of_the_same_body(text: str) -> None:
    cited = only(text, COMUNE)
    assert (cited.numero, cited.anno, cited.ente) == ("45", 2023, COMUNE.ente)


ANOTHER = [
    "l'ordinanza del Prefetto n. 45 del 12/3/2023",
    "l'ordinanza commissariale n. 45 del 12/3/2023",
    "la deliberazione della Giunta provinciale n. 45 del 12/3/2023",
    "la delibera del Direttore Generale n. 45 del 4/5/2023 dell'ASL",
    "l'ordinanza del Presidente del Consiglio dei ministri 20 marzo 2003, n. 45",
]


@pytest.mark.parametrize("text", ANOTHER)
def test_no_body_where_the_words_name_another(text: str) -> None:
    assert only(text, COMUNE).ente is None


def test_decrees_of_a_rector_are_of_the_university() -> None:
    for text in (
        "il D.R. n. 457 del 6 maggio 2021",
        "il decreto rettorale n. 457 di data 6.5.2021",
    ):
        cited = only(text, ATENEO)
        assert (cited.tipo, cited.numero, cited.data) == ("decreto", "457", "2021-05-06")
        assert cited.ente == ATENEO.ente


LOOK_ALIKES = [
    "il ricorso al TAR Puglia R.G. n. 1234/2020",
    "il DRG 409 e i DRG n. 12",
    "gli artt. 3 c.c. e 5 c.p., via G. M. n. 12",
    "il DPP del nuovo plesso, tavola n. 3",
    "il decreto del direttore e il C.C. n. 1234567 intestato al Comune",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alike(text: str) -> None:
    found = complete(find(text, COMUNE), COMUNE)
    assert [cited.testo for cited in found if cited.numero] == []


@pytest.mark.parametrize(
    "header",
    [
        "DECRETO RETTORALE\nD.R. n. 457 del 6 maggio 2021\n",
        "Prot. n. 12\nD.R. n. 457/2021\nOggetto: x\n",
    ],
)
def test_the_number_in_a_decree_s_own_header_is_no_citation(header: str) -> None:
    found = complete(find(f"Ateneo\n{header}Visto il D.R. n. 12/2020", ATENEO), ATENEO)
    assert [cited.numero for cited in found] == ["12"]


def test_an_agreement_is_of_all_its_parties() -> None:
    cited = only(
        "la convenzione n. 5954 del 5 dicembre 2016 tra Regione Puglia e Servizi S.p.A. per", VENETO
    )
    assert cited.ente == "Regione Puglia; Servizi S.p.A."
    assert cited.urn == "urn:nir:regione.puglia+servizi.s.p.a:convenzione:2016-12-05;5954"
