"""The terms printed with an amount: VAT, budget year, chapter.

>>> vat("", " iva inclusa, di cui"), vat("al netto di IVA pari a ", "")
('inclusa', 'esclusa')
>>> year("", " a valere dell’esercizio 2024;"), year("per l’anno 2025 la somma di ", " a saldo")
(2024, 2025)
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

import regex

from extractor.facts.codes.finding import compact
from extractor.facts.columns import HeadedCell

Vat = Literal["inclusa", "esclusa"]

_IVA = r"(?<![^\W\d_])i\.?\s?v\.?\s?a\.?(?![^\W\d_])"
_OF = r"(?:dell[’']\s?|di\s+|l[’']\s?)?"
_IN = r"(?:inclus[aoe]|compres[aoie]|incl\.?)"
_RATE = r"(?:\s*(?:al\s*)?\(?(?:al\s*)?\d{1,2}\s?(?:,\d+)?\s?%\)?)?"
# ``oltre cassa 4 % e IVA``, ``IVA di legge e oneri inclusi``.
_BETWEEN = (
    r"(?:(?:e|ed|di|ogni|altr[oi]|legge|oner[ei]|fiscal[ei]|accessori|cassa|spese|generali"
    r"|\d{1,2}\s?%|c\.?p\.?a\.?|cnpaia|inarcassa|contribut[oi]|previdenzial[ei]|integrativ[oi])\s+)"
    r"{0,6}?"
)
_WHOLLY = r"(?:(?:o[mn]ni)?comprensiv[oaie]|compres[oaie]|inclus[oaie]|incl\.?)"
_INCLUDED = (
    rf"(?:{_IVA}{_RATE}\s*{_BETWEEN}(?:{_IN}|inclusi|compresi)|{_WHOLLY}\s+{_BETWEEN}{_OF}{_IVA}"
    rf"|al\s+lordo\s+{_OF}{_IVA}|(?<![^\W\d_])(?:ivat[oa]|o[mn]nicomprensiv[oaie]|(?-i:IVI\b))"
    rf"|(?<![^\W\d_])con\s+{_IVA}(?!{_RATE}\s*(?:esclus|a\s+parte)))"
)
_EXCLUDED = (
    rf"(?:(?:oltre|più|\+|esclus[oa]|escl\.|senza)\s*(?:ad?\s+|all[’']\s?|agli\s+)?{_BETWEEN}{_OF}{_IVA}"
    rf"|{_IVA}{_RATE}\s*{_BETWEEN}esclus[aie]|al\s+netto\s+{_OF}{_IVA})"
)
_EITHER = rf"(?:(?P<inclusa>{_INCLUDED})|(?P<esclusa>{_EXCLUDED}))"
_VAT_AFTER = regex.compile(
    rf"[\s,(\-–]{{0,4}}(?:[^\W\d_]{{1,14}},?\s+){{0,4}}?{_EITHER}", regex.IGNORECASE
)
_VAT_NEAR = regex.compile(_EITHER, regex.IGNORECASE)
_TAXABLE = regex.compile(r"[\s,]{0,3}(?:per|di|quale)\s+imponibile", regex.IGNORECASE)
_TAXABLE_BEFORE = regex.compile(r"imponibile\s*:?\s*(?:di\s+)?\Z", regex.IGNORECASE)
_OF_WHICH = regex.compile(
    rf"[\s,(]{{0,4}}di\s+cui\s+(?:{_IVA}\s*(?:di|pari\s+ad?)?\s*[\d€]"
    rf"|[\d.,€ ]{{3,24}}\s*(?:per|di|quale)\s+(?:imponibile|{_IVA}))",
    regex.IGNORECASE,
)
_VAT_HEADING = regex.compile(
    r"(?P<inclusa>lordo|iva\s+(?:inclusa|compresa)|con\s+iva)"
    r"|(?P<esclusa>netto|iva\s+esclusa|senza\s+iva)",
    regex.IGNORECASE,
)

_YEAR = r"(?P<anno>20\d\d)(?!\d|\s?[-/–]\s?\d)"
_PERIOD = r"(?:\s*20\d\d\s?[-/–]\s?(?:20)?\d\d)?"
_ANNUALITY = r"annualit(?:à|a[’'])"
_BUDGET = (
    r"bilancio(?:\s+(?:di\s+previsione|pluriennale|comunale|regionale|finanziario|corrente)){0,2}"
)
_FINANCIAL_YEAR = (
    r"(?:esercizi[oi](?:\s+finanziari[oi])?|eserc\.(?:\s?fin(?:anz)?\.?)?|es\.\s?fin\.?"
    r"|e\.?\s?f\.?)"
)
_BUDGET_YEAR = regex.compile(
    rf"(?<![^\W\d_])(?:esigibil\w*\s+nell[’']|{_FINANCIAL_YEAR}|{_ANNUALITY}|esigibilità|(?:conto|gestione)\s+residui"
    rf"|f\.?p\.?v\.?|p\.?e\.?g\.?|competenza(?:\s+(?:dell[’'])?anno)?|anno\s+finanziario|(?<!legge\s+di\s+){_BUDGET}{_PERIOD})"
    r"(?:\s*(?:,|per|del|dell[’']|l[’']|finanziari[oa]|anno|di|competenza|corrente|esigibilità"
    rf"|esercizio|annualità)){{0,6}}\s*:?\s*{_YEAR}",
    regex.IGNORECASE,
)
# On the amount's own line, or joined to it by a preposition: the next line may be another year's.
_YEAR_AFTER = regex.compile(
    r"[ \u00a0,(\-–]{0,4}(?:(?:\s?(?:per|sull?|nell?|relativ[oaie]\s+al)\s*(?:l[’'])?\s*)?"
    rf"(?:anno|annualità|quota)\s*:?\s*|\s?(?:per\s+il|nel|(?:a\s+valere\s+)?sul)\s+){_YEAR}",
    regex.IGNORECASE,
)
# The year that a tax is owed for is none of the budget: ``rimborso TARI anno 2023 di``.
_TAX = r"(?:TARI|TARES|TARSU|IMU|TASI|ICI|TOSAP|COSAP|tribut[oi]|impost[ae])\s+(?:per\s+l[’'])?"
_YEAR_BEFORE = regex.compile(
    rf"(?:(?<![^\W\d_])(?<!{_TAX})(?:anno|{_ANNUALITY}|esigibilità|quota|quella|esercizio(?:\s+finanziario)?"
    rf"|e\.?f\.?)\s*:?\s*|(?:^|\n|(?<!\d\s?)[-•–]\s?)){_YEAR}"
    r"(?:\s*[:=,\-–(]|\s+(?:per|la|somma|di|un|importo|quota|pari|ad?|l[’']importo|spesa"
    r"|presunt[oa]|previst[oa]|ammonta|complessiv[oai]|euro)(?![^\W\d_])"
    r"|\s+cap(?:itolo|\.)\s*(?:n\.\s*)?\d[\d./]{0,12}){0,8}\s*\Z",
    regex.IGNORECASE,
)
# The number of a commitment carries the year of its budget: ``imp. n. 123/2026``, ``2026/123``.
_COMMITMENT_YEAR = regex.compile(
    r"(?<![^\W\d_])(?:(?:sub\s?-?\s?)?imp(?:egno|egni|\.)|acc(?:ert)?(?:amento|\.))[\s:]*(?:di\s+spesa\s+)?"
    rf"(?:n(?:\.|r\.?|°|umero)?\s*)?(?:\d{{1,7}}(?:[./]\d{{1,4}})?\s?[/-]\s?{_YEAR}|(?P<prima>20\d\d)\s?/\s?\d"
    r"|\d{1,5}/(?P<corto>2\d)\s{1,2}sub)",
    regex.IGNORECASE,
)
# A chapter written with the year of its budget: ``cap. 1234/2025``; an article has fewer digits.
_CHAPTER_YEAR = regex.compile(
    rf"(?<![^\W\d_])cap(?:itolo|\.)\s*(?:n(?:\.|r\.?|°)?\s*)?\d{{1,6}}(?:[./]\d{{1,4}})?\s?[/-]\s?{_YEAR}",
    regex.IGNORECASE,
)
# ``per l’esercizio 2025 per € 100,00 e per l’esercizio 2026 per € 80,00``: each has its own before.
_NEXT_ENTRY = regex.compile(
    r"\s*(?:,|;|ed?(?![^\W\d_]))\s*(?:per|nel|quanto|a\s+valere|sul)(?![^\W\d_])", regex.IGNORECASE
)
# The line of a sheet of labels: ``Eserc. Finanz. | 2026``, and below it ``Importo | € 100,00``.
# It is read backwards from the years that end a cell or a line, which are few.
_SHEET_YEAR = regex.compile(
    rf"(?r)^\W{{0,4}}(?:{_FINANCIAL_YEAR}|anno(?:\s+di\s+(?:competenza|esigibilità|imputazione))?"
    r"|esigibilità|annualità)[ \t:]{1,4}(?P<anno>20\d\d)[ ;.]{0,2}(?=[\t\n]|\Z)",
    regex.IGNORECASE | regex.MULTILINE,
)
_LAST_YEAR = re.compile(r"20\d\d[ ;.]{0,2}(?=[\t\n]|\Z)")
# Between an amount and its year: ``a valere sull'``.
_RIGHT_AFTER = 20
_YEAR_HEADING = regex.compile(r"(?<!\d|\d\s?[-/–]\s?)(20\d\d)(?!\d|\s?[-/–]\s?\d)")
_FIGURES_OF_YEAR = 4
# ``Numero Liquid. Importo Liquidazione Esercizio`` over ``326 13.664,00 2026``, without cells.
_YEAR_IN_ROW = regex.compile(r"\s+(?P<anno>20\d\d)(?=\s|\Z)")
_YEAR_COLUMN = regex.compile(
    rf"(?<![^\W\d_])(?:{_FINANCIAL_YEAR}|annualità|anno\b|esigibilità|competenza)", regex.IGNORECASE
)
# Not of a budget: ``Annualità nella quale si prevede di dare avvio alla procedura``.
_BEGINNING = regex.compile(r"nella\s+quale|\bavvio\b", regex.IGNORECASE)
_CHAPTER_COLUMN = regex.compile(r"\W*(?:n\.?\s*)?cap(?:itol[oi]|\.)", regex.IGNORECASE)
_CHAPTER_CELL = regex.compile(r"\d{2,10}(?:[./]\d{1,10}){0,6}")


def vat(before: str, after: str, heading: str = "") -> Vat | None:
    """Whether an amount between ``before`` and ``after`` includes VAT; None where nothing says.

    ``before`` is empty where another amount stands before: the words between may be its own.
    """
    if _TAXABLE.match(after) or _TAXABLE_BEFORE.search(before):
        return "esclusa"
    match = _VAT_AFTER.match(after)
    if match is None and _OF_WHICH.match(after):
        return "inclusa"
    if match is None and "iva" in heading.lower():
        match = _VAT_HEADING.search(heading)
    if match is None:
        near = list(_VAT_NEAR.finditer(before, max(len(before) - 60, 0)))
        match = near[-1] if near else None
    if match is None:
        return None
    return "inclusa" if match["inclusa"] else "esclusa"


def year(before: str, after: str, heading: str = "", *, first: bool = True) -> int | None:
    """The budget year of an amount, from the words after it, before it, or over its column.

    ``first`` says that no other amount stands before it in its sentence: what is said there of
    a budget is said of this one.
    """
    match = _year_beside(before, after)
    if match is None and first:
        match = _BUDGET_YEAR.search(before[-120:])
    if match is not None:
        return int(match["anno"])
    chapter = _CHAPTER_YEAR.search(after) or (
        _CHAPTER_YEAR.search(before[-120:]) if first else None
    )
    if chapter is not None:
        return int(chapter["anno"])
    row = _YEAR_IN_ROW.match(after)
    if row is not None and _YEAR_COLUMN.search(before[-100:]):
        return int(row["anno"])
    number = _COMMITMENT_YEAR.search(after) or (
        _COMMITMENT_YEAR.search(before[-120:]) if first else None
    )
    if number is not None:
        return int(number["anno"] or number["prima"] or f"20{number['corto']}")
    years = _YEAR_HEADING.findall(heading)
    return int(years[0]) if len(years) == 1 else None


def _year_beside(before: str, after: str) -> regex.Match[str] | None:
    """The year said nearest to an amount: on its own line first, then before, then after."""
    if _NEXT_ENTRY.match(after) and (own := _YEAR_BEFORE.search(before[-90:])):
        return own
    told = _BUDGET_YEAR.search(after)
    if told is not None and "\n" not in after[: told.start()]:
        return told
    return _YEAR_AFTER.match(after) or _YEAR_BEFORE.search(before[-90:]) or told


def is_yearly(before: str, after: str) -> bool:
    """Whether the year is said of the amount itself (``annualità 2017``), not of a budget."""
    match = _year_beside(before, after)
    if match is None:
        return False
    if match.re is not _BUDGET_YEAR:
        return True
    of_budget = match.group().lower().startswith(("bilancio", "competenza"))
    return match.start() <= _RIGHT_AFTER or not of_budget


def is_share(after: str) -> bool:
    """Whether a year follows at once: ``€ 15.000.000,00 sull'annualità 2025``, a year's share."""
    match = _BUDGET_YEAR.search(after, 0, 60)
    return _YEAR_AFTER.match(after) is not None or bool(match and match.start() <= _RIGHT_AFTER)


def row_year(row: Sequence[HeadedCell]) -> int | None:
    """The budget year in a row of a table that has a column for it."""
    for at, cell in enumerate(row):
        words = cell.testo.strip()
        match = _YEAR_HEADING.fullmatch(words) if len(words) == _FIGURES_OF_YEAR else None
        if match is None or _BEGINNING.search(cell.intestazione):
            continue
        labels = at == 0 and not cell.intestazione  # ``2024 | € 100,00`` over ``2025 | …``
        label = row[at - 1].testo if at else ""  # ``Esercizio | 2025 | Importo | € 100,00``
        if labels or _YEAR_COLUMN.search(cell.intestazione) or _YEAR_COLUMN.match(label.strip()):
            return int(match.group(1))
    return None


def row_chapter(row: Iterable[HeadedCell]) -> str | None:
    """The chapter in a row of a table that has a column for it."""
    for cell in row:
        number = cell.testo.strip()
        if _is_of_chapters(cell.intestazione) and _CHAPTER_CELL.fullmatch(number):
            return compact(number)
    return None


@lru_cache(maxsize=256)  # asked of every cell of a column
def _is_of_chapters(heading: str) -> bool:
    return _CHAPTER_COLUMN.match(heading) is not None


def sheet_years(text: str) -> list[tuple[int, int]]:
    """The years that sheets give on lines of their own, each after where its line begins."""
    ends = (last.end() for last in _LAST_YEAR.finditer(text))
    found = (_SHEET_YEAR.match(text, 0, end) for end in ends)
    return [(year.start(), int(year["anno"])) for year in found if year is not None]
