"""Figures against the words beside them."""

from pathlib import Path

import pytest

from tests.money_checks import told


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "è impegnata la somma di € 12.000,00 (euro dodicimilacinquecento/00) per il servizio.",
            "In cifre € 12.000,00, in lettere «dodicimilacinquecento», cioè € 12.500,00.",
        ),
        (
            "la somma di euro 1.358,30 (diconsi euro milletrecentocinquantotto/03) a saldo.",
            "In cifre € 1.358,30, in lettere «milletrecentocinquantotto», cioè € 1.358,03.",
        ),
        (
            "un contributo di € 1.000.000,00 (due milioni di euro) per ciascun progetto.",
            "In cifre € 1.000.000,00, in lettere «due milioni», cioè € 2.000.000,00.",
        ),
        (
            "entro il termine di 30 (quaranta) giorni dalla notifica.",
            "In cifre 30, in lettere «quaranta», cioè 40.",
        ),
        (
            "per una durata di tre (5) anni dalla firma.",
            "In cifre 5, in lettere «tre», cioè 3.",
        ),
    ],
)
def test_figures_and_words_that_differ(tmp_path: Path, body: str, message: str) -> None:
    assert told(tmp_path, body, "cifre_lettere") == [("errore", message)]


@pytest.mark.parametrize(
    "body",
    [
        "la somma di € 12.000,00 (euro dodicimila/00) per il servizio.",
        "la somma di euro 1.358,30 (milletrecentocinquantotto/30).",
        "la somma di euro 1.358,30 (euro milletrecentocinquantotto) e oltre.",
        "un contributo di € 1.000.000,00 (un milione di euro) per ciascun progetto.",
        "entro 30 (trenta) giorni; la penale è di € 500,00 (due rate) al più.",
        "la domanda numero due (1) è respinta, ai sensi dell'art. 3 (finalità).",
        "€ 2.500.000,00 (due milioni e mezzo) a carico della Regione.",
        "alle ore 10 (dieci) e alle 9,30 (nove) presso la sede.",
    ],
)
def test_figures_and_words_that_agree(tmp_path: Path, body: str) -> None:
    assert told(tmp_path, body, "cifre_lettere") == []
