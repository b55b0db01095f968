"""Movements: what accounting lines and blocks say of chapter, commitment, year and amount."""

import pytest

from extractor.structure.sheets import read_sheets
from models import Act, Atto, Movimento


def movements(text: str) -> list[tuple[str | None, str | None, int | None, int | None]]:
    """Chapter, commitment, year and cents of each movement."""
    act = Act(Atto(tipo="altro"), 0, len(text), ())
    return [
        (record.capitolo, record.impegno, record.esercizio, record.centesimi)
        for record in read_sheets(text, act, ())
        if isinstance(record, Movimento)
    ]


@pytest.mark.parametrize(
    ("number", "year"),
    [
        ("337/2023 sub1", 2023),
        ("1206/2025 sub: 1/2026", 2025),
        ("400/23 sub3", 2023),
        ("435/12", None),  # a twelfth sub-commitment as well as a year
        ("435", None),
    ],
)
def test_the_number_of_a_commitment_tells_its_year(number: str, year: int | None) -> None:
    text = f"Capitolo: 2607/2\nImpegno: {number}\nImporto: € 9.615,00\n"
    assert movements(text) == [("2607/2", number, year, 961_500)]


def test_a_printed_year_counts_before_the_number() -> None:
    text = "Capitolo: 2607/2\nImpegno: 337/2023\nEsercizio: 2026\nImporto: € 9.615,00\n"
    assert movements(text) == [("2607/2", "337/2023", 2026, 961_500)]


def test_headings_of_the_office_broken_over_two_rows() -> None:
    text = (
        "Piano Finanziario\tMissione\tCapitolo\tEsercizio\tN. Impegno Provvisorio\n"
        "2.02.01.09.003\t04.02\t2613.1\t\t2023\t0\n"
        "N. Impegno\tImporto\tN. Sub-\tImporto sub-\tN. SottoSub-\tImporto Sottosub-\n"
        "Definitivo\tImpegno\timpegno\timpegno\timpegno\timpegno\n"
        "430\t€ 0,00\t8\t€ 1.350,50\t\t€ 0,00\n"
    )
    assert movements(text) == [("2613.1", "430/8", 2023, 135_050)]
