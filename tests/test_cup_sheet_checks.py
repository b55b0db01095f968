"""A CUP sheet against its act and against itself; the corpus's own sheet is the pattern."""

from pathlib import Path

import pytest

from extractor.pipeline import extract
from tests.conftest import CORPUS

TEXT = (CORPUS / "documents" / "acss-determinazione-25-2024.txt").read_text(encoding="utf-8")
COST = "28.158.447,00"


def told(folder: Path, rule: str = "scheda_cup_discordante", *changes: tuple[str, str]) -> set[str]:
    """The messages of a rule on the corpus's act, with some of its words changed."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "atto.txt"
    path.write_text(text, encoding="utf-8")
    (records,) = extract(path)
    return {found.messaggio for found in records.segnalazioni if found.regola == rule}


def test_what_the_corpus_sheet_says_otherwise(tmp_path: Path) -> None:
    assert {message.split("(")[0][:60] for message in told(tmp_path)} == {
        "Scheda CUP: il costo totale del progetto è € 28.158.447,00, ",
        "Scheda CUP: la chiusura prevista ",
        "Scheda CUP: l'unità organizzativa è «DIREZIONE GENERALE SANI",
        "Scheda CUP: la natura è «ACQUISTO DI BENI», ma il bene o ser",
    }
    assert told(tmp_path, "cifre_lettere") == set()


@pytest.mark.parametrize(
    ("old", "new", "rest"),
    [
        ("Data Chiusura Prevista 29/02/2028", "Data Chiusura Prevista 31/12/2028", "la chiusura"),
        (COST, "18.727.000,00", "il costo totale"),
        ("Natura ACQUISTO DI BENI", "Natura ACQUISTO O REALIZZAZIONE DI SERVIZI", "la natura"),
        ("DIREZIONE GENERALE SANITÀ", "DIREZIONE GENERALE WELFARE", "l'unità organizzativa"),
    ],
)
def test_what_is_put_right_is_no_longer_told(tmp_path: Path, old: str, new: str, rest: str) -> None:
    found = told(tmp_path, "scheda_cup_discordante", (old, new))
    assert not any(message.startswith(f"Scheda CUP: {rest}") for message in found)


def test_a_code_with_a_digit_wrong(tmp_path: Path) -> None:
    sheet = ("PROGETTO E46G23000300002", "PROGETTO E46G23000300003")
    found = told(tmp_path, "scheda_cup_discordante", sheet)
    assert (
        "Scheda CUP: il codice è E46G23000300003, nell'atto E46G23000300002: differiscono come "
        "per un errore di battitura."
    ) in found


def test_a_code_older_than_its_decision(tmp_path: Path) -> None:
    found = told(
        tmp_path, "scheda_cup_discordante", ("Anno di decisione 2023", "Anno di decisione 2024")
    )
    assert any("l'anno di decisione è 2024" in message for message in found)


def test_words_that_are_another_sum_than_the_figures(tmp_path: Path) -> None:
    found = told(tmp_path, "cifre_lettere", ("ventottomilioni", "ventiseimilioni"))
    assert any("in lettere «ventiseimilioni" in message for message in found)
