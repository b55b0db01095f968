"""Records → findings, one function per rule; ``RULES`` is the one table of them."""

from collections.abc import Callable, Iterable, Iterator

from extractor.checks import (
    acronyms,
    attachments,
    amounts_words,
    chapters,
    codes,
    contents,
    deadlines,
    cover,
    cup_sheet,
    legislatures,
    misprints,
    numbering,
    people,
    reading,
    references,
    schedule,
    sums,
    sums_releases,
    sums_vat,
    tables,
    tables_carried,
    tables_rows,
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
    attachments.missing_attachments,
    acronyms.undefined_acronyms,
    acronyms.unused_acronyms,
    acronyms.discordant_acronyms,
    deadlines.discordant_terms,
    deadlines.reversed_periods,
    people.exclusive_roles,
    sums.parts_and_total,
    sums.years_and_total,
    sums_releases.releases_and_total,
    sums_vat.releases_vat,
    sums_vat.vat_in_sentences,
    tables.table_columns,
    tables_rows.table_rows,
    tables_carried.carried_totals,
    amounts_words.figures_and_words,
    cover.years_without_cover,
    schedule.releases_and_validity,
    schedule.durations_of_interventions,
    schedule.ended_interventions,
    chapters.chapters_apart,
    cup_sheet.cup_sheets,
)


def check(records: Estrazione) -> Iterator[Segnalazione]:
    """The findings of every rule on the records of a document."""
    for rule in RULES:
        yield from rule(records)
