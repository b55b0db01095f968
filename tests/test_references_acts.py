"""Citations of resolutions, decrees, determinazioni and other acts of bodies."""

from datetime import date

import pytest

from extractor.facts.references import complete, find
from models import Context, Riferimento
from tests.cases import Case, case, check

CONTEXT = Context(tipo="dgr", data=date(2024, 4, 12), ente="Regione Lombardia")


def completed(text: str, context: Context) -> list[Riferimento]:
    """Found and completed, as the pipeline does."""
    return complete(find(text, context), context)


FOUND = [
    case(
        "la Comunicazione della Commissione sugli aiuti in forma di garanzie (2008/C 155/02);",
        "                                                                     ^^^^^^^^^^^^^",
        {"tipo": "comunicazione_ue", "numero": "2008/C 155/02", "anno": 2008},
    ),
    case(
        "con la Decisione n. 4505 del 6 luglio 2010 “Aiuto di Stato N. 182/2010 – Metodo”",
        "       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decisione_ue", "numero": "4505", "data": "2010-07-06"},
    ),
    case(
        "la decisione n. 1234 del 3/4/2019 relativa all'aiuto di Stato SA.1 concesso",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decisione_ue", "numero": "1234", "anno": 2019},
    ),
    case(
        "con Decreto n. 402 del 17 dicembre 2021, emanato dal Ministero del Lavoro di concerto con",
        "    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dm", "numero": "402", "ente": "Ministero del Lavoro"},
    ),
    case(
        "il decreto 3 marzo 2022 n. 55, adottato dal Ministro della salute, ha",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dm", "numero": "55", "ente": "Ministero della Salute"},
    ),
    case(
        "la circolare n. 1 del 3/3/2023 «Legge n. 5 del 2020» integrata dalla n. 9 del 4/4/2023",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^                  ^^^^^^^^^^^^^^^^^",
        {"tipo": "circolare", "numero": "1"},
        {"tipo": "legge", "numero": "5"},
        {"tipo": "circolare", "numero": "9"},
    ),
    case(
        "la circolare AGEA n. 1234 del 3/3/2023 come integrata dalla n. 8699 del 4 aprile 2023",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                      ^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "circolare", "numero": "1234"},
        {"tipo": "circolare", "numero": "8699", "data": "2023-04-04", "ente": "AGEA"},
    ),
    case(
        "le circolari della Banca d'Italia n. 272 del 3/7/2008 (Matrice) e 217 del 5/8/1996",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^             ^^^^^^^^^^^^^^^^",
        {"tipo": "circolare", "numero": "272", "ente": "Banca d'Italia"},
        {"tipo": "circolare", "numero": "217", "data": "1996-08-05"},
    ),
    case(
        "il Fondo istituito con 11 ottobre 2021, n. XI/5375;",
        "                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ",
        {"tipo": "dgr", "numero": "XI/5375", "data": "2021-10-11"},
    ),
    case(
        "con il metodo della decisione N182/2010",
        "                    ^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decisione_ue", "numero": "182", "anno": 2010, "urn": None},
    ),
    case(
        "di cui alla Comunicazione C(2022) 1890",
        "                          ^^^^^^^^^^^^",
        {"tipo": "comunicazione_ue", "numero": "C(2022)1890"},
    ),
    case(
        "con decreto n.396 del 28.09.21 il Ministro della Transizione Ecologica ha dato avvio",
        "    ^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dm", "numero": "396", "ente": "Ministero della Transizione Ecologica"},
    ),
    case(
        "il Decreto del Ministero dell’Economia e delle Finanze n° MEF-RGS-RR 175 del 11.07.2023",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dm", "numero": "175", "ente": "Ministero dell'Economia e delle Finanze"},
    ),
    case(
        "il decreto del Direttore dell’Unità di missione per il PNRR 29 dicembre 2022, n. 111,",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decreto", "numero": "111", "data": "2022-12-29"},
    ),
    case(
        "il decreto della Direzione Sovranità alimentare e foreste n. 1427 del 28 luglio 2023",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decreto", "numero": "1427", "anno": 2023},
    ),
    case(
        "approvata con DGR n. XII / 514 del 26/06/2023 e con",
        "              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dgr", "numero": "XII/514", "data": "2023-06-26"},
    ),
    case(
        "di cui alla DGR XII 514 DEL 26 GIUGNO 2023",
        "            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dgr", "numero": "XII/514", "data": "2023-06-26"},
    ),
    case(
        "la DGR. XII/514 e la d.g.r. 514/2023",
        "   ^^^^^^^^^^^^      ^^^^^^^^^^^^^^^",
        {"tipo": "dgr", "numero": "XII/514", "anno": 2023},
        {"tipo": "dgr", "numero": "XII/514", "anno": 2023},
    ),
    case(
        "vista la d.g.r. 27 ottobre 2015, n. 4235",
        "         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dgr", "numero": "4235", "data": "2015-10-27"},
    ),
    case(
        "la d.g.r. 9 maggio 2016 - n. X / 5139",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dgr", "numero": "X/5139", "data": "2016-05-09"},
    ),
    case(
        "la delibera n. X/6164 del 30 gennaio 2017",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dgr", "numero": "X/6164", "data": "2017-01-30"},
    ),
    case(
        "la delibera di Giunta regionale 16 novembre 2011, n. 2513",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dgr", "numero": "2513", "data": "2011-11-16"},
    ),
    case(
        "la delibera della Giunta regionale n. 10/2923 del 19 dicembre 2014",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dgr", "numero": "X/2923", "data": "2014-12-19"},
    ),
    case(
        "la d.g.r. 5640 del 2001",
        "   ^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dgr", "numero": "5640", "anno": 2001},
    ),
    case(
        "la DGR 27 dicembre 2018, n. 4-8239",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dgr", "numero": "4-8239", "data": "2018-12-27"},
    ),
    case(
        "vista la D.G.R.T. n. 223 del 06/03/2023;",
        "         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ",
        {"tipo": "dgr", "numero": "223", "data": "2023-03-06"},
    ),
    case(
        "vista la L.R.T. n. 40 del 24 febbraio 2005;",
        "         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ",
        {"tipo": "legge_regionale", "numero": "40", "data": "2005-02-24"},
    ),
    case(
        "la D.G.R. Campania n. 387/2021",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dgr", "numero": "387", "anno": 2021},
    ),
    case(
        "d.c.r. X/78 del 9 luglio 2013",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dcr", "numero": "X/78", "data": "2013-07-09"},
    ),
    case(
        "decreto del segretario generale n. 1485/2015",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decreto", "numero": "1485", "anno": 2015},
    ),
    case(
        "il decreto n. 3208 del 26/02/2024",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decreto", "numero": "3208", "data": "2024-02-26"},
    ),
    case(
        "il D.d.s. 19 aprile 2017 - n. 4490",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decreto", "numero": "4490", "data": "2017-04-19"},
    ),
    case(
        "approvato con D.d.s. dell’Organismo Pagatore del 23 maggio 2022 - n. 7112",
        "              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decreto", "numero": "7112", "data": "2022-05-23"},
    ),
    case(
        "d.p.g.r. 5 maggio 2020, n. 12",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decreto", "numero": "12", "data": "2020-05-05"},
    ),
    case(
        "la determinazione del Direttore Generale n. 60 del 27/12/2023",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "determinazione", "numero": "60", "data": "2023-12-27"},
    ),
    case(
        "Determinazione n. 396 in data 8 settembre 2020",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "determinazione", "numero": "396", "data": "2020-09-08"},
    ),
    case(
        "la Determina n. 50 RG. 87 del 20.02.2023",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "determinazione", "numero": "87", "data": "2023-02-20"},
    ),
    case(
        "la Determinazione Dirigenziale del Settore 3 n° 2289 del 17/10/2023",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "determinazione", "numero": "2289", "data": "2023-10-17"},
    ),
    case(
        "la deliberazione di Consiglio Comunale 2 del 22/02/2024",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "delibera", "numero": "2", "data": "2024-02-22"},
    ),
    case(
        "DELIBERAZIONI DI C.C. DI CUI AI N.RI 10 DEL 03.03.2024 E N. 38 DEL 10.10.2023",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "delibera", "numero": "10", "data": "2024-03-03"},
        {"tipo": "delibera", "numero": "38", "data": "2023-10-10"},
    ),
    case(
        "delibera ANAC n. 781 del 4 settembre 2019",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "delibera", "numero": "781", "data": "2019-09-04"},
    ),
    case(
        "delibera CIPE n. 25/2016",
        "^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "delibera", "numero": "25", "anno": 2016},
    ),
    case(
        "il decreto sindacale 17/2024",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decreto", "numero": "17", "anno": 2024},
    ),
    case(
        "il Decreto Rettorale prot. n. 306365 del 6 ottobre 2022",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decreto", "numero": "306365", "data": "2022-10-06"},
    ),
    case(
        "l'ordinanza n. 12 del 3 marzo 2024",
        "  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "ordinanza", "numero": "12", "data": "2024-03-03"},
    ),
    case(
        "la circolare regionale 28 gennaio 2013 n. 4",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "circolare", "numero": "4", "data": "2013-01-28"},
    ),
    case(
        "la Circolare MEF-RGS n. 9 del 10 febbraio 2022",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "circolare", "numero": "9", "data": "2022-02-10"},
    ),
    case(
        "la Convenzione quadro, RCC n. 13200 del 13/12/2022",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "convenzione", "numero": "13200", "data": "2022-12-13"},
    ),
    case(
        "l'Accordo Stato-Regioni rep. atti n. 127/CSR del 6 agosto 2020",
        "  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "accordo", "numero": "127/CSR", "data": "2020-08-06"},
    ),
    case(
        "la sentenza del TAR n. 861/2023",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "sentenza", "numero": "861", "anno": 2023},
    ),
    case(
        "la delibera n. XI/1234 del Consiglio regionale del 5/5/2020",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dcr", "numero": "XI/1234", "data": "2020-05-05"},
    ),
    case(
        "con la DGR n. XI/4508 del 01/04/2021 «Avvio» e la successiva n. XI/5161 del 02/08/2021",
        "       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                         ^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dgr", "numero": "XI/4508", "data": "2021-04-01"},
        {"tipo": "dgr", "numero": "XI/5161", "data": "2021-08-02"},
    ),
    case(
        "le linee guida ANAC n. 4, approvate con delibera n. 1097 del 26 ottobre 2016",
        "                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "delibera", "numero": "1097", "data": "2016-10-26"},
    ),
    case(
        "l'ordinanza del Capo Dipartimento della Protezione civile n. 630 del 3 febbraio 2020",
        "  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "ordinanza", "numero": "630", "data": "2020-02-03"},
    ),
    case(
        "l'intesa Stato-Regioni del 10 luglio 2014 (Rep. Atti n. 82/CSR)",
        "  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "intesa", "numero": "82/CSR", "data": "2014-07-10"},
    ),
    case(
        "la L.n. 190/2012, il D.Lgs.n. 50/2016 e la L.R.n.33/2009",
        "   ^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^",
        {"tipo": "legge", "numero": "190", "anno": 2012},
        {"tipo": "decreto_legislativo", "numero": "50", "anno": 2016},
        {"tipo": "legge_regionale", "numero": "33", "anno": 2009},
    ),
    case(
        "il T.U. 267/2000 e il Codice dei contratti (d.lgs. 50/2016)",
        "   ^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^",
        {"tipo": "decreto_legislativo", "numero": "267", "data": "2000-08-18"},
        {"tipo": "decreto_legislativo", "numero": "50", "data": "2016-04-18"},
        {"tipo": "decreto_legislativo", "numero": "50", "data": "2016-04-18"},
    ),
    case(
        "la direttiva del Consiglio del 12 dicembre 1991 (91/676/CEE)",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "direttiva_ue", "numero": "676", "data": "1991-12-12"},
    ),
    case(
        "il decreto MASAF 2 dicembre 2023 n. 0635206",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dm", "numero": "0635206", "data": "2023-12-02"},
    ),
]


@pytest.mark.parametrize("expected", FOUND)
def test_found(expected: Case) -> None:
    check(completed, expected, CONTEXT)


def test_the_law_that_an_opinion_rests_on_is_recalled_not_acquired() -> None:
    text = "Acquisiti i pareri favorevoli previsti dall’art. 49 del D.Lgs. n. 267/2000;"
    assert [fact.relazione for fact in find(text, CONTEXT)] == ["richiamato"]


def test_a_regulation_of_the_union_may_stand_without_the_mark_of_its_number() -> None:
    [found] = find("all’Allegato I del Regolamento UE 651 del 17/06/2014;", CONTEXT)
    assert (found.tipo, found.numero, found.anno) == ("regolamento_ue", "651", 2014)


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        ("legge 30 dicembre 2023, n. 213", "legge 30 dicembre 2023, n. 2135", "213"),
        ("D.Lgs. 6/9/2011 n. 1591", "D.Lgs. 6 settembre 2011, n. 159", "159"),
        ("DGR n. XII/688 del 17/7/2023", "DGR n. XII/68812 del 17/7/2023", "XII/688"),
    ],
)
def test_mark_of_a_note_is_no_figure_of_the_number(first: str, second: str, number: str) -> None:
    found = completed(f"Vista la {first}; richiamata la {second} e", CONTEXT)
    assert [fact.numero for fact in found] == [number, number]


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ("legge 30 dicembre 2023, n. 213", "legge 30 dicembre 2022, n. 2135", ["213", "2135"]),
        ("DGR n. XII/688 del 17/7/2023", "DGR n. XII/689 del 17/7/2023", ["XII/688", "XII/689"]),
    ],
)
def test_numbers_of_two_acts_stay(first: str, second: str, numbers: list[str]) -> None:
    found = completed(f"Vista la {first}; richiamata la {second} e", CONTEXT)
    assert [fact.numero for fact in found] == numbers
