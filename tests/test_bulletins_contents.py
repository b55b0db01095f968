"""The contents of bulletins of other Regions, and the acts that they list."""

import pytest

from tests.bulletins import EMILIA, LAZIO, MIXED, VENETO, structure_of


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
