"""Citations of laws, state decrees, acts of the Union, codes by name; lists of them."""

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
    # A year ends its sentence
    case(
        "nei termini della legge n. 241 del 1990.",
        "                  ^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "legge", "numero": "241", "anno": 1990},
    ),
    case(
        "il T.U. 445/2000, il T.U.E.L. 267/2000",
        "   ^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^",
        {"tipo": "dpr", "numero": "445", "data": "2000-12-28"},
        {"tipo": "decreto_legislativo", "numero": "267"},
    ),
    case(
        "il R.D. n. 523/04 e il D.L.gs 81/2008",
        "   ^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^",
        {"tipo": "regio_decreto", "anno": 1904},
        {"tipo": "decreto_legislativo", "numero": "81"},
    ),
    case(
        "autorizzato ai sensi del d.Igs. n. 114/98 e",
        "                         ^^^^^^^^^^^^^^^^",
        {"tipo": "decreto_legislativo", "numero": "114", "anno": 1998},
    ),
    case(
        "le leggi 241 e 287 del 1990",
        "   ^^^^^^^^^   ^^^^^^^^^^^^",
        {"tipo": "legge", "numero": "241", "anno": 1990},
        {"tipo": "legge", "numero": "287", "anno": 1990},
    ),
    case(
        "l'art. 11 della L.R. 30/12/2009 n. 33",
        "                ^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "legge_regionale", "numero": "33", "data": "2009-12-30", "articolo": "art. 11"},
    ),
    case(
        "l’art. 1 comma 3- bis della L.R. n. 27/2003",
        "                            ^^^^^^^^^^^^^^^",
        {
            "tipo": "legge_regionale",
            "numero": "27",
            "anno": 2003,
            "articolo": "art. 1 comma 3- bis",
        },
    ),
    case(
        "l.r.19 febbraio 2014, n. 11",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "legge_regionale", "numero": "11", "data": "2014-02-19"},
    ),
    case(
        "la legge regionale statutaria 30 agosto 2008, n. 1",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "legge_regionale", "numero": "1", "data": "2008-08-30"},
    ),
    case(
        "il r.r. 24 marzo 2006, n. 2",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "regolamento_regionale", "numero": "2", "data": "2006-03-24"},
    ),
    case(
        "la legge 7 agosto 1990, n. 241 e s.m.i.",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "legge", "numero": "241", "data": "1990-08-07"},
    ),
    case(
        "la Legge 241/90, la L.136/2010 e la l. 164/2014",
        "   ^^^^^^^^^^^^     ^^^^^^^^^^      ^^^^^^^^^^^",
        {"tipo": "legge", "numero": "241", "anno": 1990},
        {"tipo": "legge", "numero": "136", "anno": 2010},
        {"tipo": "legge", "numero": "164", "anno": 2014},
    ),
    case(
        "la legge sul procedimento amministrativo n. 241/1990",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "legge", "numero": "241", "anno": 1990},
    ),
    case(
        "la legge costituzionale 18 ottobre 2001, n. 3",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "legge_costituzionale", "numero": "3", "data": "2001-10-18"},
    ),
    case(
        "il regio decreto 18 novembre 1923, n. 2440",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "regio_decreto", "numero": "2440", "data": "1923-11-18"},
    ),
    case(
        "D.lgs.196/2003, d. lgs. n. 118/2011, D. L.vo 50/2016",
        "^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^",
        {"tipo": "decreto_legislativo", "numero": "196", "anno": 2003},
        {"tipo": "decreto_legislativo", "numero": "118", "anno": 2011},
        {"tipo": "decreto_legislativo", "numero": "50", "anno": 2016},
    ),
    case(
        "gli artt. 26 e 27 del d.lgs. 33/2013",
        "                      ^^^^^^^^^^^^^^",
        {"tipo": "decreto_legislativo", "numero": "33", "anno": 2013, "articolo": "artt. 26 e 27"},
    ),
    case(
        "d.lgs. 267/2000, artt. 107 e 109",
        "^^^^^^^^^^^^^^^",
        {
            "tipo": "decreto_legislativo",
            "numero": "267",
            "anno": 2000,
            "articolo": "artt. 107 e 109",
        },
    ),
    case(
        "decreto-legge 22 giugno 2012, n. 83 e DL 16 luglio 2020, n.76",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decreto_legge", "numero": "83", "data": "2012-06-22"},
        {"tipo": "decreto_legge", "numero": "76", "data": "2020-07-16"},
    ),
    case(
        "articoli 71 e 72 del d.p.r. n. 445/2000",
        "                     ^^^^^^^^^^^^^^^^^^",
        {"tipo": "dpr", "numero": "445", "anno": 2000, "articolo": "articoli 71 e 72"},
    ),
    case(
        "il d.P.C.M. 10 agosto 2016",
        "   ^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dpcm", "numero": None, "data": "2016-08-10"},
    ),
    case(
        "DPCM 10 maggio 2018, n. 76",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dpcm", "numero": "76", "data": "2018-05-10"},
    ),
    case(
        "decreto del Ministro dello sviluppo economico 31 maggio 2017, n. 115",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dm", "numero": "115", "data": "2017-05-31"},
    ),
    case(
        "il D.M. 37/2008 e il decreto interministeriale 30 giugno 2020 n. 6899",
        "   ^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dm", "numero": "37", "anno": 2008},
        {"tipo": "dm", "numero": "6899", "data": "2020-06-30"},
    ),
    case(
        "art. 28 Reg. UE 2016/679",
        "        ^^^^^^^^^^^^^^^^",
        {"tipo": "regolamento_ue", "numero": "679", "anno": 2016, "articolo": "art. 28"},
    ),
    case(
        "Regolamento (UE) n. 1407/2013 della Commissione del 18 dicembre 2013",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "regolamento_ue", "numero": "1407", "data": "2013-12-18"},
    ),
    case(
        "i regolamenti (CEE) n. 922/72, (CEE) n. 234/79 e (CE) n. 1234/2007",
        "  ^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^",
        {"tipo": "regolamento_ue", "numero": "922", "anno": 1972},
        {"tipo": "regolamento_ue", "numero": "234", "anno": 1979},
        {"tipo": "regolamento_ue", "numero": "1234", "anno": 2007},
    ),
    case(
        "la raccomandazione della Commissione sulla creazione di uno spazio (UE) 2021/1970",
        "                                                                   ^^^^^^^^^^^^^^",
        {"tipo": "altro", "numero": "1970", "anno": 2021},
    ),
    case(
        "ai sensi del Decreto Semplificazioni n. 76 del 16 luglio 2020",
        "             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decreto_legge", "numero": "76", "data": "2020-07-16"},
    ),
    case(
        "all’art. 5 della Direttiva Miur 18 agosto 2016 n. 36",
        "                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "altro", "numero": "36", "anno": 2016},
    ),
    case(
        "come modificato dal punto 14 del reg 2021/2117, che cita",
        "                                 ^^^^^^^^^^^^^",
        {"tipo": "regolamento_ue", "numero": "2117", "anno": 2021},
    ),
    case(
        "il parere della Federazione (R.D. 2/02/1939, n. 302 e s.m.i.)",
        "                             ^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "regio_decreto", "numero": "302", "data": "1939-02-02"},
    ),
    case(
        "reg. del. (UE) n. 907/2014",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "regolamento_ue", "numero": "907", "anno": 2014},
    ),
    case(
        "il Regolamento europeo sulla protezione dei dati personali 2016/679",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "regolamento_ue", "numero": "679", "anno": 2016},
    ),
    case(
        "direttive 2014/23/UE, 2014/24/UE e 2014/25/UE",
        "^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^   ^^^^^^^^^^",
        {"tipo": "direttiva_ue", "numero": "23", "anno": 2014},
        {"tipo": "direttiva_ue", "numero": "24", "anno": 2014},
        {"tipo": "direttiva_ue", "numero": "25", "anno": 2014},
    ),
    case(
        "la direttiva 92/43/CEE e la direttiva (UE) 2018/2001",
        "   ^^^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "direttiva_ue", "numero": "43", "anno": 1992},
        {"tipo": "direttiva_ue", "numero": "2001", "anno": 2018},
    ),
    case(
        "Decisione della Commissione UE 18 novembre 2011 n. 753",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decisione_ue", "numero": "753", "data": "2011-11-18"},
    ),
    case(
        "decisione di esecuzione del 12 febbraio 2015 C(2015) 923 final",
        "                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decisione_ue", "numero": "C(2015)923", "data": "2015-02-12"},
    ),
    case(
        "la comunicazione sulla strategia europea per i dati COM(2020)66",
        "                                                    ^^^^^^^^^^^",
        {"tipo": "comunicazione_ue", "numero": "COM(2020)66", "anno": 2020},
    ),
    case(
        "la Comunicazione della Commissione 2016/C 262/01",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "comunicazione_ue", "numero": "2016/C 262/01", "anno": 2016},
    ),
    case(
        "articoli 76 e 117, secondo comma, lettera r), della Costituzione",
        "                                                    ^^^^^^^^^^^^",
        {
            "tipo": "costituzione",
            "numero": None,
            "data": "1947-12-27",
            "articolo": "articoli 76 e 117, secondo comma, lettera r)",
        },
    ),
    case(
        "l'articolo 2644 del codice civile",
        "                    ^^^^^^^^^^^^^",
        {"tipo": "codice", "numero": None, "data": "1942-03-16", "articolo": "articolo 2644"},
    ),
    case(
        "ai sensi del TUEL, del GDPR e del codice dei contratti pubblici",
        "             ^^^^      ^^^^       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {
            "tipo": "codice",
            "numero": None,
            "urn": "urn:nir:stato:decreto.legislativo:2000-08-18;267",
        },
        {"tipo": "regolamento_ue", "numero": None},
        {"tipo": "codice", "numero": None},
    ),
    case(
        "ai sensi del TUEL e dell'art. 107 del d.lgs. 18 agosto 2000, n. 267",
        "             ^^^^                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "decreto_legislativo", "numero": "267", "data": "2000-08-18"},
        {"tipo": "decreto_legislativo", "numero": "267", "data": "2000-08-18"},
    ),
    case(
        "Visti i Regolamenti (UE):\n• 2021/2115 del 2 dicembre 2021, norme;\n• 2021/2116;",
        "                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^           ^^^^^^^^^",
        {"tipo": "regolamento_ue", "numero": "2115", "data": "2021-12-02"},
        {"tipo": "regolamento_ue", "numero": "2116", "anno": 2021},
    ),
    case(
        "Viste le leggi regionali:\n- 30 dicembre 2015, n. 44 «Bilancio»;\n- 8 agosto 2016, n. 22;",
        "         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^               ^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "legge_regionale", "numero": "44", "data": "2015-12-30"},
        {"tipo": "legge_regionale", "numero": "22", "data": "2016-08-08"},
    ),
    case(
        "le d.g.r. n. 5954 e n. 5955 del 5 dicembre 2016",
        "   ^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dgr", "numero": "5954", "data": "2016-12-05"},
        {"tipo": "dgr", "numero": "5955", "data": "2016-12-05"},
    ),
    case(
        "i d.d.s. 169/14 e 170/14",
        "  ^^^^^^^^^^^^^   ^^^^^^",
        {"tipo": "decreto", "numero": "169", "anno": 2014},
        {"tipo": "decreto", "numero": "170", "anno": 2014},
    ),
    case(
        "le delibere n. X/1514 del 20 marzo 2014 «Criteri», n. 2367 del 3 settembre 2014",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dgr", "numero": "X/1514", "data": "2014-03-20"},
        {"tipo": "dgr", "numero": "2367", "data": "2014-09-03"},
    ),
    case(
        "la D.G.R. n.\nXII/1673 del 28\ndicembre 2023",
        "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        {"tipo": "dgr", "numero": "XII/1673", "data": "2023-12-28"},
    ),
]


@pytest.mark.parametrize("expected", FOUND)
def test_found(expected: Case) -> None:
    check(completed, expected, CONTEXT)
