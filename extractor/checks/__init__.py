"""Records → findings, one function per rule; ``RULES`` is the one table of them."""

from collections.abc import Callable, Iterable, Iterator

from extractor.checks import (
    acronyms,
    amounts_words,
    attachments,
    chapters,
    codes,
    contents,
    cover,
    cup_sheet,
    deadlines,
    headings,
    incomplete,
    legislatures,
    misprints,
    numbering,
    odd_references,
    people,
    protocols,
    quotations,
    reading,
    references,
    schedule,
    sums,
    sums_after,
    sums_lists,
    sums_releases,
    sums_vat,
    tables,
    tables_carried,
    tables_rows,
    wording,
)
from extractor.checks.printed import Printed
from models import Estrazione, Segnalazione

CHECKS_VERSION = 2
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
    odd_references.odd_references,
    incomplete.incomplete_references,
    incomplete.cut_numbers,
    incomplete.unsigned_terms,
    incomplete.late_acts,
    protocols.odd_protocols,
    headings.subjects_spelled_apart,
    quotations.quoted_apart,
    wording.unpaired_quotes,
    wording.misprints,
    sums.parts_and_total,
    sums.years_and_total,
    sums_after.total_after,
    sums_lists.lists_and_total,
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
    """The findings of every rule on the records of a document.

    What stands on a page read by optical recognition may be misread: there is no error there.
    """
    printed = Printed.of(records)  # made once for all rules
    recognised = {page.pagina for page in printed.records.pagine if page.lettura == "ocr"}
    for rule in RULES:
        for finding in rule(records):
            if finding.gravita == "errore" and finding.pagina in recognised:
                message = f"{finding.messaggio} La pagina è stata letta con riconoscimento ottico."
                finding = finding.model_copy(update={"gravita": "avviso", "messaggio": message})
            yield finding
