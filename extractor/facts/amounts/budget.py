"""The terms printed with an amount: VAT, budget year, chapter.

>>> vat("", " iva inclusa, di cui"), vat("al netto di IVA pari a ", "")
('inclusa', 'esclusa')
>>> year("", " a valere dell’esercizio 2024;"), year("per l’anno 2025 la somma di ", " a saldo")
(2024, 2025)
>>> chapter("", " a valere sul capitolo 14.01.203.010839 RISORSE UE")
'1401203010839'
"""

from typing import Literal

import regex

from extractor.facts.codes.finding import compact

Vat = Literal["inclusa", "esclusa"]

_IVA = r"(?<![^\W\d_])i\.?\s?v\.?\s?a\.?(?![^\W\d_])"
_OF = r"(?:dell[’']\s?|di\s+|l[’']\s?)?"
_IN = r"(?:inclus[aoe]|compres[aoie]|incl\.?)"
_RATE = r"(?:\s*(?:al\s*)?\(?(?:al\s*)?\d{1,2}\s?(?:,\d+)?\s?%\)?)?"
_INCLUDED = (
    rf"(?:{_IVA}{_RATE}\s*{_IN}|{_IN}\s*{_OF}{_IVA}|comprensiv[oaie]\s+{_OF}{_IVA}"
    rf"|al\s+lordo\s+{_OF}{_IVA}|(?<![^\W\d_])ivat[oa])"
)
_EXCLUDED = (
    rf"(?:(?:oltre|più|\+|esclus[oa]|senza)\s*(?:cassa\s+(?:ed?\s+)?)?{_OF}{_IVA}"
    rf"|{_IVA}{_RATE}\s*esclus[ao]|al\s+netto\s+{_OF}{_IVA})"
)
_EITHER = rf"(?:(?P<inclusa>{_INCLUDED})|(?P<esclusa>{_EXCLUDED}))"
_VAT_AFTER = regex.compile(
    rf"[\s,(\-–]{{0,4}}(?:[^\W\d_.;]{{1,14}}\s+){{0,4}}?{_EITHER}", regex.IGNORECASE
)
_VAT_NEAR = regex.compile(_EITHER, regex.IGNORECASE)
_TAXABLE = regex.compile(r"[\s,]{0,3}(?:per|di|quale)\s+imponibile", regex.IGNORECASE)
_OF_WHICH_TAXABLE = regex.compile(
    r"[\s,(]{0,4}di\s+cui\s+[\d.,€ ]{3,24}\s*(?:per|di|quale)\s+imponibile", regex.IGNORECASE
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
_BUDGET_YEAR = regex.compile(
    rf"(?<![^\W\d_])(?:esercizi[oi](?:\s+finanziari[oi])?|{_ANNUALITY}|e\.?\s?f\.?"
    rf"|competenza(?:\s+(?:dell[’'])?anno)?|anno\s+finanziario|{_BUDGET}{_PERIOD})"
    r"(?:\s*(?:,|per|del|dell[’']|l[’']|finanziari[oa]|anno|di|competenza|corrente|esigibilità"
    rf"|esercizio|annualità)){{0,6}}\s*:?\s*{_YEAR}",
    regex.IGNORECASE,
)
_YEAR_AFTER = regex.compile(
    r"[\s,(\-–]{0,4}(?:per|sull?|nell?|relativ[oaie]\s+al)?\s*(?:l)?[’']?\s*"
    rf"(?:anno|annualità)\s*:?\s*{_YEAR}",
    regex.IGNORECASE,
)
_YEAR_BEFORE = regex.compile(
    rf"(?:(?<![^\W\d_])(?:anno|{_ANNUALITY}|esercizio(?:\s+finanziario)?|e\.?f\.?)\s*:?\s*"
    rf"|(?:^|\n|[-•–]\s?)){_YEAR}"
    r"(?:\s*[:=,\-–(]|\s+(?:per|la|somma|di|un|importo|quota|pari|ad?|l[’']importo"
    r"|complessiv[oai]|euro)(?![^\W\d_])){0,8}\s*\Z",
    regex.IGNORECASE,
)
_YEAR_HEADING = regex.compile(r"(?<!\d)(20\d\d)(?!\d|\s?[-/–]\s?\d)")
_CHAPTER = regex.compile(
    r"(?<![^\W\d_])cap(?:itol[oi]|\.)(?:\s+di\s+(?:spesa|entrata|bilancio))?\s*(?:n(?:\.|°)?\s*)?:?\s*"
    r"(?P<capitolo>\d{1,10}(?:\.\d{1,10}){0,6}(?:/\d{1,4})?)(?![\w]|[.,]\d)",
    regex.IGNORECASE,
)


def vat(before: str, after: str, heading: str = "") -> Vat | None:
    """Whether an amount between ``before`` and ``after`` includes VAT; None where nothing says."""
    if _TAXABLE.match(after):
        return "esclusa"
    match = _VAT_AFTER.match(after)
    if match is None and _OF_WHICH_TAXABLE.match(after):
        return "inclusa"
    if match is None:
        near = list(_VAT_NEAR.finditer(before[-60:]))
        match = near[-1] if near else None
    if match is None and heading:
        match = _VAT_HEADING.search(heading) if "iva" in heading.lower() else None
    if match is None:
        return None
    return "inclusa" if match["inclusa"] else "esclusa"


def year(before: str, after: str, heading: str = "") -> int | None:
    """The budget year of an amount, from the words after it, before it, or over its column."""
    match = _BUDGET_YEAR.search(after) or _YEAR_AFTER.match(after)
    if match is None:
        match = _YEAR_BEFORE.search(before[-90:])
    if match is not None:
        return int(match["anno"])
    years = _YEAR_HEADING.findall(heading)
    return int(years[0]) if len(years) == 1 else None


def is_yearly(before: str, after: str) -> bool:
    """Whether the year is said of the amount itself (``annualità 2017``), not of a budget."""
    match = _BUDGET_YEAR.search(after)
    if match is not None:
        return not match.group().lower().startswith(("bilancio", "competenza"))
    return _YEAR_AFTER.match(after) is not None or _YEAR_BEFORE.search(before[-90:]) is not None


def chapter(before: str, after: str) -> str | None:
    """The chapter of an amount, compacted."""
    match = _CHAPTER.search(after)
    if match is None:
        near = list(_CHAPTER.finditer(before[-80:]))
        match = near[-1] if near else None
    if match is None:
        return None
    number = match["capitolo"]
    return compact(number) if len(regex.sub(r"\D", "", number)) >= 3 else None
