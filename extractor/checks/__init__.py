"""Records → findings, one function per rule; ``RULES`` is the one table of them."""

from collections.abc import Callable, Iterable, Iterator

from extractor.checks import (
    codes,
    contents,
    legislatures,
    misprints,
    numbering,
    reading,
    references,
)
from models import Estrazione, Segnalazione

CHECKS_VERSION = 1
"""To be raised whenever a change here changes the findings."""

Rule = Callable[[Estrazione], Iterable[Segnalazione]]

RULES: tuple[Rule, ...] = (
    reading.pages_without_text,
    reading.acts_without_number,
    reading.text_without_part,
    codes.invalid_codes,
    contents.contents_against_body,
    references.future_references,
    references.discordant_references,
    numbering.numbers_against_dates,
    legislatures.impossible_legislatures,
    misprints.misprinted_references,
)


def check(records: Estrazione) -> Iterator[Segnalazione]:
    """The findings of every rule on the records of a document."""
    for rule in RULES:
        yield from rule(records)
