"""How long contracts and loans last in months, periods of months, and bare years that end them."""

from datetime import date

import pytest

from extractor.facts import deadlines
from models import Context

ACT = Context(data=date(2026, 3, 2))
UNDATED = Context()

LASTING = [
    # A contract's months, the unit first
    ("veniva rinnovato, per mesi 8 (otto) il contratto per il servizio in oggetto", "P8M"),
    ("il servizio è affidato alla ditta Alfa srl per mesi 6 (sei)", "P6M"),
    ("di prorogare per mesi 3 l’affidamento", "P3M"),
    ("la concessione dell’impianto è rilasciata per anni 5 (cinque)", "P5Y"),
    ("il noleggio delle stampanti per mesi 36 (trentasei)", "P36M"),
    # The months of a loan before it is paid back
    ("con un periodo di preammortamento non superiore a 24 mesi", "P24M"),
    (
        "con un periodo di preammortamento fino all’erogazione del saldo e in ogni caso non\n"
        "superiore a 24 mesi (con le alternative 0, 6, 12)",
        "P24M",
    ),
    ("il preammortamento, massimo di 12 mesi, decorre dalla stipula", "P12M"),
    ("è previsto un preammortamento pari a 18 mesi", "P18M"),
]

NOT_LASTING = [
    "il dipendente è stato assente per mesi 8",
    "condannato alla reclusione per anni 3",
    "ha lavorato all’estero per anni 12",
    "il preammortamento tecnico decorre dalla stipula del contratto",
    "il preammortamento è scelto fra 0, 6, 12, 18 e 24 mesi",
]


@pytest.mark.parametrize(("text", "lasts"), LASTING)
def test_how_long_it_lasts(text: str, lasts: str) -> None:
    [found] = deadlines.find(text, ACT)
    assert (found.durata, found.tipo) == (lasts, "durata")


@pytest.mark.parametrize("text", NOT_LASTING)
def test_what_lasts_no_time(text: str) -> None:
    assert deadlines.find(text, ACT) == []


PERIODS = [
    (
        "il Programma è avviato per il periodo “giugno 2023 – maggio 2024” nei Comuni",
        ("2023-06-01", "2024-05-31"),
    ),
    (
        "si dispone il trasporto degli alunni per il periodo settembre 2023 - febbraio 2024",
        ("2023-09-01", "2024-02-29"),
    ),
    (
        "è attivata la sperimentazione per il periodo «gennaio 2025 – aprile 2025»",
        ("2025-01-01", "2025-04-30"),
    ),
]

NO_PERIODS = [
    "di liquidare la fattura per il periodo “giugno 2023 – maggio 2024”",
    "i consumi di energia elettrica per il periodo gennaio 2025 - marzo 2025",
    "il rendiconto dei costi per il periodo settembre 2024 – dicembre 2024",
    "nel periodo giugno 2023 – maggio 2024 sono nati tre bambini",
]


@pytest.mark.parametrize(("text", "days"), PERIODS)
def test_months_end_on_their_last_day(text: str, days: tuple[str, str]) -> None:
    [found] = deadlines.find(text, ACT)
    assert (found.dal, found.data) == days
    assert found.tipo == "fine_validita"


@pytest.mark.parametrize("text", NO_PERIODS)
def test_months_that_are_billed_or_told_are_no_term(text: str) -> None:
    assert deadlines.find(text, ACT) == []


@pytest.mark.parametrize("context", [ACT, UNDATED])
@pytest.mark.parametrize(
    "text",
    [
        "Il piano resta valido fino al 2030",
        "la convenzione ha efficacia sino al 2028",
        "i vincoli di destinazione permangono fino al 2031",
        "l’incarico è conferito fino al 2027",
    ],
)
def test_the_year_to_which_something_binds(text: str, context: Context) -> None:
    [found] = deadlines.find(text, context)
    year = text[-4:]
    assert (found.tipo, found.data) == ("fine_validita", f"{year}-12-31")


@pytest.mark.parametrize("context", [ACT, UNDATED])
@pytest.mark.parametrize(
    "text",
    [
        "Fino al 2023 i dati relativi ai progetti erano certi",
        "fino al 2024 il numero degli iscritti cresce",
        "Fino al 2022, la popolazione residente è in calo",
        "fino al 2021 era in uso un altro programma",
    ],
)
def test_the_year_to_which_figures_are_told(text: str, context: Context) -> None:
    assert deadlines.find(text, context) == []
