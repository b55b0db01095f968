"""Chapters of one amount that differ in a digit."""

from pathlib import Path

import pytest

from tests.money_checks import findings, told

_FAR = "Visto il regolamento di contabilità, approvato con deliberazione del Consiglio. " * 12


def test_a_chapter_with_two_figures_exchanged(tmp_path: Path) -> None:
    body = (
        "la spesa di € 7.400,00 trova copertura al capitolo 14321 del bilancio.\n\n"
        f"{_FAR}\n\ndi impegnare € 7.400,00 al capitolo 14231 del bilancio.\n\n"
        f"{_FAR}\n\nla spesa di € 7.400,00 è imputata al capitolo 14321 del bilancio."
    )
    (found,) = findings(tmp_path, body, "capitolo_discordante")
    assert found.gravita == "avviso"
    assert found.testo == "14231"
    assert "è 14231 qui e 14321 altrove" in found.messaggio


@pytest.mark.parametrize(
    "body",
    [
        # Two chapters, one beside the other.
        "€ 7.400,00 al capitolo 14321 ed € 7.400,00 al capitolo 14322 del bilancio.",
        # One chapter, its article after another mark.
        f"€ 7.400,00 al capitolo 2607/2.\n\n{_FAR}\n\n€ 7.400,00 al capitolo 2607.2 del bilancio.",
        # Other amounts.
        f"€ 7.400,00 al capitolo 14321.\n\n{_FAR}\n\n€ 5.000,00 al capitolo 14322 del bilancio.",
        # Other numbers.
        f"€ 7.400,00 al capitolo 14321.\n\n{_FAR}\n\n€ 7.400,00 al capitolo 20877 del bilancio.",
    ],
)
def test_chapters_that_are_two(tmp_path: Path, body: str) -> None:
    assert told(tmp_path, body, "capitolo_discordante") == []
