"""Citations in the forms of many producers: Regions, ministries, courts, schools, agencies."""

from datetime import date

import pytest

from extractor.facts.references import complete, find
from models import Context, Riferimento
from models.numbers import bare_number

MUNICIPAL = Context(tipo="delibera", data=date(2025, 6, 1), ente="Comune di Roccaverde")
REGIONAL = Context(tipo="dgr", data=date(2025, 6, 1), ente="Regione Lazio")


def cited(text: str, context: Context = REGIONAL) -> list[Riferimento]:
    """Found and completed, as the pipeline does."""
    return complete(find(text, context), context)


def told(found: list[Riferimento]) -> list[str]:
    """Kind, number, and date or year of each citation."""
    return [f"{r.tipo} {r.numero} {r.data or r.anno}" for r in found]


LETTERS = {
    "la DGR n. 837/C del 07.10.2003": "dgr 837/C 2003-10-07",
    "la deliberazione n. 1/pareri/2004 del 3 novembre 2004": "delibera 1/pareri 2004-11-03",
    "la circolare n. 225/E del 5 maggio 1996": "circolare 225/E 1996-05-05",
    "la D.D. n. 123/A1810C/2023 del 10 marzo 2023": "decreto 123/A1810C 2023-03-10",
    "il regolamento regionale 20 luglio 2009, n. 10/R": "regolamento_regionale 10/R 2009-07-20",
    "il decreto n. 1234/AGFOR del 3 giugno 2021": "decreto 1234/AGFOR 2021-06-03",
    "il d.P.P. 26 marzo 2008, n. 9-20/Leg": "decreto 9-20/Leg 2008-03-26",
    "l'ordinanza n. 12/PM del 3/4/2020": "ordinanza 12/PM 2020-04-03",
    "la determinazione n. G12345 del 10/10/2020": "determinazione G12345 2020-10-10",
    "la determinazione G01234/2019": "determinazione G01234 2019",
    "il decreto del Presidente n. T00123 del 5/5/2018": "decreto T00123 2018-05-05",
    "il decreto del Commissario ad acta n. U00247 del 2 luglio 2019": "decreto U00247 2019-07-02",
    "la determinazione DPC026/45 del 12.3.2020": "determinazione DPC026/45 2020-03-12",
    "la Determinazione n. DH7/33/usi civici - datata 6 MAGGIO 2009": (
        "determinazione DH7/33 2009-05-06"
    ),
    "la determinazione n. 163/DIR/2021/00045 del 10.02.2021": (
        "determinazione 163/DIR/2021/00045 2021-02-10"
    ),
    "la D.D. n. 14AL.2019/D.01234 del 1/10/2019": "decreto 14AL.2019/D.01234 2019-10-01",
    "la determina n. DET-AMB-2021-1234 del 12/03/2021": (
        "determinazione DET-AMB-2021-1234 2021-03-12"
    ),
    "la deliberazione n. SRCLOM/123/2019/PAR": "delibera 123 2019",
    "la determinazione n. 123/45 del 12/03/2020": "determinazione 123/45 2020-03-12",
}


@pytest.mark.parametrize(("text", "act"), LETTERS.items())
def test_letters_of_an_office_are_part_of_the_number(text: str, act: str) -> None:
    assert told(cited(text)) == [act]


HEADS = {
    "il D.C.A. n. 65 del 10/7/2018 e il DCA n. 12 del 3/5/2019": [
        "decreto 65 2018-07-10", "decreto 12 2019-05-03",
    ],
    "il D.R.D. n. 125 del 20 aprile 2018, il D.R.S. n. 3 del 4 maggio 2017": [
        "decreto 125 2018-04-20", "decreto 3 2017-05-04",
    ],
    "la D.D. n. 12 del 3/4/2020 e il DD MUR n. 104 del 02-02-2022": [
        "decreto 12 2020-04-03", "decreto 104 2022-02-02",
    ],
    "l'A.D. n. 45 del 12/03/2020 e l'atto dirigenziale n. 7 del 5 giugno 2020": [
        "determinazione 45 2020-03-12", "determinazione 7 2020-06-05",
    ],
    "la DACR n. 81 del 3/5/2020 e la D.A.L. n. 125 del 23 maggio 2023": [
        "dcr 81 2020-05-03", "dcr 125 2023-05-23",
    ],
    "l'O.M. n. 45/2023, la C.M. 225/E/1996 e la Circ. n. 12/2019": [
        "ordinanza 45 2023", "circolare 225/E 1996", "circolare 12 2019",
    ],
    "il Disciplinare rep. n. 317 del 12 ottobre 2015": ["convenzione 317 2015-10-12"],
    "la Convenzione assunta con R.A.P. n. 12/2022": ["convenzione 12 2022"],
    "l'Intesa (Rep. Atti n. 61/CSR) del 10 maggio 2018": ["intesa 61/CSR 2018-05-10"],
    "il Protocollo d'intesa rep. n. 12 del 5/6/2019": ["accordo 12 2019-06-05"],
    "il D.Lgs.C.P.S. 13 settembre 1946, n. 233": ["decreto_legislativo 233 1946-09-13"],
    "il D.M. 117/118 e il D.M. 226/2021": ["dm 117 None", "dm 118 None", "dm 226 2021"],
    "il DM 02/12/2023 MASAF prot. 6352": ["dm 6352 2023-12-02"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "acts"), HEADS.items())
def test_heads_of_many_bodies(text: str, acts: list[str]) -> None:
    assert told(cited(text)) == acts


COURTS = {
    "Cons. St., sez. V, n. 1234/2019": ("sentenza 1234 2019", "Consiglio di Stato"),
    "Cass., SS.UU., 12 marzo 2019, n. 1234": ("sentenza 1234 2019-03-12", "Corte di cassazione"),
    "C. Cost. n. 12/2010": ("sentenza 12 2010", "Corte costituzionale"),
    "l'Ad. Plen. n. 3/2017": ("sentenza 3 2017", "Consiglio di Stato"),
    "TAR Lazio, Roma, Sez. II, n. 1234/2020": ("sentenza 1234 2020", "TAR Lazio"),
    "Corte dei conti, Sez. contr. Lombardia, n. 12/2019/PAR": (
        "delibera 12 2019", "Corte dei conti",
    ),
    "Corte dei conti, sez. giurisd. Lazio, n. 12/2011": ("sentenza 12 2011", "Corte dei conti"),
    "la sentenza n. 01234/2021 REG.PROV.COLL.": ("sentenza 01234 2021", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COURTS.items())
def test_judgments(text: str, expected: tuple[str, str | None]) -> None:
    (found,) = cited("x: " + text, MUNICIPAL)
    assert (*told([found]), found.ente) == expected


DATES = {
    "la delibera n. 9 del verbale n. 8 del Collegio dei Docenti del 26/06/2017": "2017-06-26",
    "la delibera n. 4, adottata con poteri della Giunta nella seduta del 17.03.2011": "2011-03-17",
    "la delibera n. 7, approvata dal Consiglio comunale in data 3 maggio 2019": "2019-05-03",
    "nell'adunanza del 28 dicembre 2016, con la Delibera n. 1310": "2016-12-28",
    "in data 21/05/2024 con convenzione assunta al Rep. n. 45/2024": "2024-05-21",
    "approvato dal Consiglio Regionale il 20 giugno 2023 (DCR XII/42)": "2023-06-20",
    "il DR Rep. n. 655/2024 Prot. n. 103148 del 02/04/2024": "2024-04-02",
    "la circolare n. 17/2024 prot. Prefettura 21597 del 05-03-2024": "2024-03-05",
    "la circolare n. 17/2024 prot. 21597 del 05-03-2025": None,
    "il Decreto n. 11899 1° agosto 2024": "2024-08-01",
    "la legge n. 107 13 luglio 2015": "2015-07-13",
    "il d.P.R. 5 ottobre 2010, 207, sui lavori": "2010-10-05",
    "la determinazione n. 147 del Settore Tecnico del 3/4/2020": "2020-04-03",
}


@pytest.mark.parametrize(("text", "day"), DATES.items())
def test_dates_beyond_the_number(text: str, day: str | None) -> None:
    (found,) = cited(text, MUNICIPAL)
    assert found.data == day
    assert found.numero is not None


LISTS = {
    "attuazione delle direttive 91/156/CEE sui rifiuti, 91/689/CEE sui pericolosi e 94/62/CE": [
        "direttiva_ue 156 1991", "direttiva_ue 689 1991", "direttiva_ue 62 1994",
    ],
    "i regolamenti (UE) 2021/1060 recante norme, 2021/1058 sul FESR; l'anno, 2021/2022": [
        "regolamento_ue 1060 2021", "regolamento_ue 1058 2021",
    ],
    "i Dlgs 13 aprile 2017 n. 60 “Norme”, n. 62 “Altre…” 65 “Istituzione” e 66 “Promozione”": [
        f"decreto_legislativo {number} 2017-04-13" for number in (60, 62, 65, 66)
    ],
    "le determinazioni nn. 1, 2 e 13 del 4/5/2020": [
        f"determinazione {number} 2020-05-04" for number in (1, 2, 13)
    ],
    "la decisione della Commissione C/2021/7911 e la decisione C(2007) n. 5345": [
        "decisione_ue C/2021/7911 2021", "decisione_ue C(2007)5345 2007",
    ],
    "la Comunicazione UE 2016/C 262/01, articolo 6": ["comunicazione_ue 2016/C 262/01 2016"],
    "il regolamento CE 68/01 della Commissione": ["regolamento_ue 68 2001"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "acts"), LISTS.items())
def test_lists(text: str, acts: list[str]) -> None:
    assert told(cited(text)) == acts


@pytest.mark.parametrize(
    "text",
    [
        "registrato alla Corte dei conti il 3 aprile 2019 al n. 123",
        "fogli di cm 20/30 e l'OM 2020/21; l'A.D. 45 della società",
        "le delibere sono assunte con 12, 13 e 14 voti",
        "secondo il protocollo d'intesa tra le parti e il disciplinare n. 3",
        "alle direttive del Sindaco, 20/2/2020 ore 12",
        "il decreto del lotto A23 e la determinazione CIG Z473DE739C",
        "la legge 7 agosto 1990, 3 mesi dopo",
    ],
)
def test_look_alikes(text: str) -> None:
    assert [r for r in cited(text) if r.numero] == []


def test_a_text_that_begins_with_its_own_title() -> None:
    text = (
        "Ordinanza del Sindaco n° 71 di chiusura delle scuole\nVista l'ordinanza n. 7 del 3/4/2020"
    )
    assert told(cited(text, Context())) == ["ordinanza 7 2020-04-03"]


def test_a_regulation_by_decree_is_a_minister_s() -> None:
    text = "• Decreto 31 maggio 2017, n. 115 “Regolamento recante la disciplina”"
    assert told(cited(text)) == ["dm 115 2017-05-31"]


def test_years_and_letters_around_the_number() -> None:
    text = "la Determinazione 13 ottobre 2020, n. G11799; la delibera n. 2017/00512 del 1/8/2017"
    assert told(cited(text, MUNICIPAL)) == [
        "determinazione G11799 2020-10-13",
        "delibera 2017/00512 2017-08-01",
    ]


def test_a_national_resolution_is_not_the_board_s() -> None:
    texts = ("la deliberazione n. 24/2004 del Comitato Interministeriale", "delibera n. 23016/2024")
    assert [r.tipo for text in texts for r in cited(text)] == ["delibera", "delibera"]


def test_a_number_printed_with_a_zero_and_without() -> None:
    found = cited("il D.M. n. 0635206 del 2/12/2023, detto D.M. n. 635206 del 2/12/2023")
    assert {r.numero for r in found} == {"635206"}


def test_acts_with_letters_are_not_taken_for_one() -> None:
    found = cited("la DGR n. 12/C del 3/4/2020 e la DGR n. 14/C del 3/4/2020")
    assert len({r.chiave() for r in found}) == 2
    assert [bare_number(n) for n in ("XI/2531", "8/962", "12/C")] == ["2531", "962", "12/C"]
