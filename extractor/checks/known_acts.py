"""Acts that everyone cites: kind, number, date and, for some, words that their titles alone have.

As published in the Gazzetta Ufficiale and in the Official Journal of the Union. The acts of the
State with force of law, and the decrees of its President, bear the numbers of one collection, the
*Raccolta ufficiale degli atti normativi* (d.P.R. 1092/1985, art. 17): a number of a year is of
one act only, whatever its kind.
"""

from typing import NamedTuple, get_args

from models.vocabulary import TipoRiferimento


class KnownAct(NamedTuple):
    """An act as it is to be cited; ``titolo`` in lower case, empty where no words tell it."""

    tipo: TipoRiferimento
    numero: str
    data: str
    titolo: str = ""

    @property
    def anno(self) -> int:
        """The year of the act."""
        return int(self.data[:4])


ONE_COLLECTION = frozenset({"legge", "decreto_legge", "decreto_legislativo", "dpr"})
"""Kinds of act of the State that share one run of numbers a year."""

_LAWS = """
1150 1942-08-17; 765 1967-08-06; 300 1970-05-20; 10 1977-01-28; 392 1978-07-27; 194 1978-05-22
833 1978-12-23; 689 1981-11-24; 184 1983-05-04; 47 1985-02-28
241 1990-08-07 procedimento amministrativo; 394 1991-12-06 aree protette
104 1992-02-05 persone handicappate; 157 1992-02-11; 225 1992-02-24; 421 1992-10-23; 20 1994-01-14
109 1994-02-11; 447 1995-10-26 inquinamento acustico; 662 1996-12-23; 59 1997-03-15
127 1997-05-15; 285 1997-08-28; 449 1997-12-27; 431 1998-12-09; 448 1998-12-23
68 1999-03-12 diritto al lavoro dei disabili; 488 1999-12-23; 62 2000-03-10
328 2000-11-08 sistema integrato di interventi e servizi sociali; 353 2000-11-21; 388 2000-12-23
289 2002-12-27; 3 2003-01-16; 4 2004-01-09; 311 2004-12-30; 266 2005-12-23; 296 2006-12-27
244 2007-12-24; 133 2008-08-06; 69 2009-06-18; 102 2009-08-03; 196 2009-12-31; 122 2010-07-30
136 2010-08-13 piano straordinario contro le mafie; 111 2011-07-15; 148 2011-09-14
183 2011-11-12; 214 2011-12-22; 35 2012-04-04; 134 2012-08-07; 135 2012-08-07
190 2012-11-06 repressione della corruzione; 221 2012-12-17; 228 2012-12-24; 98 2013-08-09
125 2013-10-30; 147 2013-12-27; 56 2014-04-07; 89 2014-06-23; 114 2014-08-11; 164 2014-11-11
190 2014-12-23; 107 2015-07-13; 124 2015-08-07; 208 2015-12-28; 225 2016-12-01; 232 2016-12-11
96 2017-06-21; 205 2017-12-27; 145 2018-12-30; 12 2019-02-11; 55 2019-06-14; 160 2019-12-27
27 2020-04-24; 77 2020-07-17; 120 2020-09-11; 178 2020-12-30; 108 2021-07-29; 234 2021-12-30
118 2022-08-05; 197 2022-12-29; 213 2023-12-30; 207 2024-12-30
"""
_DECREES = """
322 1989-09-06; 285 1992-04-30 codice della strada; 502 1992-12-30; 504 1992-12-30
546 1992-12-31; 385 1993-09-01; 507 1993-11-15; 517 1993-12-07; 297 1994-04-16; 22 1997-02-05
446 1997-12-15; 471 1997-12-18; 472 1997-12-18; 473 1997-12-18; 58 1998-02-24; 112 1998-03-31
123 1998-03-31 razionalizzazione degli interventi di sostegno pubblico; 286 1998-07-25
229 1999-06-19; 286 1999-07-30; 74 2000-03-10; 267 2000-08-18 ordinamento degli enti locali
151 2001-03-26; 165 2001-03-30 lavoro alle dipendenze delle amministrazioni pubbliche
228 2001-05-18; 231 2001-06-08; 231 2002-10-09; 66 2003-04-08
196 2003-06-30 protezione dei dati personali; 259 2003-08-01; 276 2003-09-10; 387 2003-12-29
42 2004-01-22 beni culturali e del paesaggio; 99 2004-03-29; 102 2004-03-29
82 2005-03-07 amministrazione digitale; 192 2005-08-19; 206 2005-09-06 codice del consumo
152 2006-04-03 norme in materia ambientale; 163 2006-04-12
81 2008-04-09 salute e della sicurezza nei luoghi di lavoro; 150 2009-10-27; 66 2010-03-15
104 2010-07-02; 28 2011-03-03; 118 2011-06-23 armonizzazione dei sistemi contabili
159 2011-09-06 codice delle leggi antimafia; 192 2012-11-09
33 2013-03-14 riordino della disciplina riguardante; 39 2013-04-08 inconferibilità
154 2013-12-28; 49 2014-03-14; 102 2014-07-04; 126 2014-08-10; 81 2015-06-15; 50 2016-04-18
97 2016-05-25; 171 2016-08-04; 175 2016-08-19 società a partecipazione pubblica
112 2017-07-03; 117 2017-07-03 codice del terzo settore; 1 2018-01-02; 101 2018-08-10
14 2019-01-12; 116 2020-09-03; 36 2021-02-28; 199 2021-11-08; 201 2022-12-23; 24 2023-03-10
36 2023-03-31; 209 2024-12-31
"""
_URGENT = """
112 2008-06-25; 78 2009-07-01; 78 2010-05-31; 70 2011-05-13; 98 2011-07-06; 138 2011-08-13
201 2011-12-06; 5 2012-02-09; 52 2012-05-07; 83 2012-06-22; 95 2012-07-06; 174 2012-10-10
179 2012-10-18; 35 2013-04-08; 69 2013-06-21; 101 2013-08-31; 66 2014-04-24; 90 2014-06-24
133 2014-09-12; 113 2016-06-24; 193 2016-10-22; 50 2017-04-24; 135 2018-12-14; 32 2019-04-18
34 2019-04-30; 18 2020-03-17; 34 2020-05-19; 76 2020-07-16; 44 2021-04-01; 59 2021-05-06
77 2021-05-31; 80 2021-06-09; 36 2022-04-30; 13 2023-02-24; 44 2023-04-22; 19 2024-03-02
"""
_PRESIDENT = """
633 1972-10-26; 642 1972-10-26; 600 1973-09-29; 602 1973-09-29; 616 1977-07-24; 131 1986-04-26
917 1986-12-22; 223 1989-05-30; 285 1990-09-10; 309 1990-10-09; 495 1992-12-16; 487 1994-05-09
503 1996-07-24; 357 1997-09-08; 396 2000-11-03
445 2000-12-28 in materia di documentazione amministrativa; 380 2001-06-06 in materia edilizia
327 2001-06-08 espropriazione per pubblica utilità; 115 2002-05-30; 68 2005-02-11; 184 2006-04-12
160 2010-09-07; 207 2010-10-05; 151 2011-08-01; 59 2013-03-13
62 2013-04-16 codice di comportamento dei dipendenti pubblici; 74 2013-04-16; 31 2017-02-13
120 2017-06-13; 22 2018-02-05; 81 2023-06-13
"""
_UNION = """
178 2002-01-28; 1605 2002-06-25; 2195 2002-11-05; 852 2004-04-29; 853 2004-04-29; 1698 2005-09-20
1080 2006-07-05; 1081 2006-07-05; 1083 2006-07-11; 1907 2006-12-18; 1893 2006-12-20
1234 2007-10-22; 1370 2007-10-23; 765 2008-07-09; 800 2008-08-06; 1272 2008-12-16; 966 2012-10-25
1301 2013-12-17; 1303 2013-12-17; 1304 2013-12-17; 1305 2013-12-17; 1306 2013-12-17
1307 2013-12-17; 1308 2013-12-17; 1407 2013-12-18; 1408 2013-12-18; 480 2014-03-03
651 2014-06-17; 702 2014-06-25; 679 2016-04-27; 1046 2018-07-18; 852 2020-06-18; 241 2021-02-12
1057 2021-06-24; 1058 2021-06-24; 1060 2021-06-24; 2115 2021-12-02; 2116 2021-12-02
2472 2022-12-14; 2831 2023-12-13; 2832 2023-12-13
"""


def _read(tipo: TipoRiferimento, table: str) -> list[KnownAct]:
    assert tipo in get_args(TipoRiferimento)
    acts = []
    for entry in table.replace("\n", ";").split(";"):
        if entry.strip():
            number, day, *title = entry.split(maxsplit=2)
            acts.append(KnownAct(tipo, number, day, *title))
    return acts


KNOWN_ACTS: tuple[KnownAct, ...] = (
    *_read("legge", _LAWS),
    *_read("decreto_legislativo", _DECREES),
    *_read("decreto_legge", _URGENT),
    *_read("dpr", _PRESIDENT),
    *_read("regolamento_ue", _UNION),
)
