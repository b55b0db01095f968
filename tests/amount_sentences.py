"""Sentences on amounts, how they are written in the tests and read.

The amounts stand in ``⟦…⟧``. The sentences are composed: each says one thing in the words that
budgets, tenders and grants use (d.lgs. 118/2011, 267/2000 and 36/2023), not those of a document.
Each begins with the year of the budget that it tells, or a dash; its lines are one line.
"""

import re

import pytest

from extractor.facts import amounts
from models import Context


def sentences(block: str) -> list[tuple[str, int | None]]:
    """The sentences of a block, with the year that stands before each."""
    whole = [" ".join(part.split()) for part in re.split(r"\n(?=\S)", block.strip())]
    parted = [one.partition(" ") for one in whole]
    return [(words, None if year == "-" else int(year)) for year, _, words in parted]


def read(sentence: str) -> list[tuple[str, str, int | None]]:
    """The words, role and year of each amount that the sentence marks."""
    marked = [len(re.sub("[⟦⟧]", "", sentence[: at.start()])) for at in re.finditer("⟦", sentence)]
    text = re.sub("[⟦⟧]", "", sentence)
    found = {fact.inizio: fact for fact in amounts.find(text, Context())}
    return [(found[at].testo, found[at].ruolo, found[at].esercizio) for at in marked]


def by_role(roles: dict[str, str]) -> pytest.MarkDecorator:
    """Parametrizes a test with each sentence of each role's block, and its year."""
    rows = [(role, *sentence) for role, block in roles.items() for sentence in sentences(block)]
    return pytest.mark.parametrize(("role", "sentence", "year"), rows)


def check_role(role: str, sentence: str, year: int | None) -> None:
    """The amounts of a sentence have the role, and its one amount has the year."""
    found = read(sentence)
    assert [(said, name) for said, name, _ in found] == [(said, role) for said in words(sentence)]
    if year is not None or len(found) == 1:
        assert found[0][2] == year


def texts(block: str) -> list[str]:
    """The texts of a block, which lines of dashes part; cells are parted by arrows."""
    return [text.strip().replace(" → ", "\t") for text in block.split("\n---\n")]


def words(sentence: str) -> list[str]:
    """The marked amounts of a sentence."""
    return re.findall("⟦(.*?)⟧", sentence)
