"""Parts against their total where a sentence or a list gives both: in general, and by years.

``€ 4.000,00, così ripartiti: € 1.500,00 …, € 2.500,00 …`` says all the parts; ``di cui`` may say
some of them. Where the words leave a doubt (``fino a``, ``oltre``) nothing is said.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, combinations, pairwise
from typing import NamedTuple

from extractor.checks.sums_places import (
    ActAmounts,
    Amount,
    acts,
    misprinted,
    money,
    number,
)
from extractor.literals import Beginning
from extractor.numbers import parse_figures
from models import Estrazione, Importo, Segnalazione
from models.vocabulary import Gravita

#: Words that announce all the parts of the amount before them.
_WHOLLY = (
    r"così\s+(?:ripartit|suddivis|distribuit|articolat|compost|determinat|dettagliat|finanziat)\w{1,3}"
    r"|(?:ripartit|suddivis|distribuit|articolat)\w{1,3}\s+(?:come\s+segue|nel\s+modo\s+seguente|così)"
    r"|(?:garantit|assicurat|imputat|finanziat)\w{1,3}\s+(?:come\s+segue|nel\s+modo\s+seguente)"
)
_ALL_PARTS = Beginning(
    rf"(?<!\w)(?P<tutto>{_WHOLLY})",
    "così", "ripartit", "suddivis", "distribuit", "articolat", "garantit", "assicurat", "imputat",
    "finanziat", flags=re.I,
)  # fmt: skip
# With one space in between, as the canonical text has it, of whatever kind
_OF_WHICH_SPACED = [f"di{space}cui" for space in " \n\t\xa0"]
_SOME_PARTS = Beginning(
    r"(?<!\w)di\s+cui(?!\s+(?:all|al\b|ai|agli|a\b|ad\b|in\b))", *_OF_WHICH_SPACED, flags=re.I
)
#: Words after which an amount is no part: a bound, a price, another sum, a comparison.
_DOUBT = re.compile(
    r"(?<!\w)(?:fino\s+a|massim\w{1,2}|minim\w{1,2}|almeno|oltre|cadaun\w|ciascun\w|ognun\w|"
    r"anziché|invece|rispetto|contro|total\w{1,3}|complessiv\w{1,5}|residu\w|rata|percentual\w|"
    r"mensil\w|orari\w|giornalier\w|pro[\s-]?capite|per\s+ogni|all['’]ora|differenz\w|nonché|"
    r"detra\w{2,6}|già|incrementat\w|ulterior\w|pari\s+al\s+\d)(?!\w)",
    re.I,
)
_SENTENCE_END = re.compile(r"[.;]\s+(?=[A-ZÀ-Ý])|[.;]?[ \t]*\n|\Z")
_BLANK_LINES = re.compile(r"\n\s*\n")
_FURTHEST_TOTAL, _LONGEST_PARTS, _MOST_PARTS = 140, 1500, 12
#: Characters after a single part that may tell what it is.
_AFTER = 40
#: Above this share of the total, parts that ``di cui`` names are taken for all of them.
_NEARLY_ALL = Decimal("0.05")
#: What can only be an amount: where more are printed than were read, one was not understood.
_FIGURES = re.compile(
    r"(?<![\d.,])\d{1,3}(?:\.\d{3}){1,4}(?:,\d\d)?(?!\d)|(?<![\d.,])\d{1,9},\d\d(?!\d)"
)
_YEAR = re.compile(r"(?<![\d./-])20\d\d(?!\d|[./]\d)")


class _Parts(NamedTuple):
    """A total, the parts that follow it, and whether the words say that they are all."""

    totale: Amount
    parti: tuple[Amount, ...]
    tutte: bool

    @property
    def somma(self) -> Decimal:
        return sum((part.valore for part in self.parti), Decimal())


def parts_and_total(records: Estrazione) -> Iterator[Segnalazione]:
    """Amounts that are said to make up another and do not: by years, or in other parts."""
    for act in acts(records):
        text = act.testo
        cues = _cues(text)
        for found in _announced(act, cues):
            finding = _disagreement(act, found)
            if finding is not None:
                yield finding
        if any(_OF_WHICH.match(text, cue.end()) for cue in cues):
            yield from _counts(act)


def _announced(act: ActAmounts, cues: Sequence[re.Match[str]]) -> Iterator[_Parts]:
    for at, cue in enumerate(cues):
        start, end = act.atto.inizio + cue.start(), act.atto.inizio + cue.end()
        before = act.amounts(start - _FURTHEST_TOTAL, start)
        if not before or not _joined(act.between(before[-1].fine, start)):
            continue
        limit = act.atto.inizio + (cues[at + 1].start() if at + 1 < len(cues) else len(act.testo))
        region_end = _region_end(act, end, min(limit, end + _LONGEST_PARTS))
        parts = act.amounts(end, region_end)
        said = act.between(end, parts[-1].fine + _AFTER * (len(parts) == 1)) if parts else ""
        whole = len(_FIGURES.findall(act.between(end, region_end))) <= len(parts)
        if parts and whole and not _DOUBT.search(said) and not _several_in_a_line(act, end, parts):
            yield _Parts(before[-1], parts, cue.lastgroup == "tutto")


def _cues(text: str) -> list[re.Match[str]]:
    """The words that announce all the parts of an amount or some, in order."""
    return sorted([*_ALL_PARTS.finditer(text), *_SOME_PARTS.finditer(text)], key=re.Match.start)


def _joined(between: str) -> bool:
    """Whether the words from a total to those that announce its parts are of one sentence."""
    return not re.search(r"[.;]\s+[A-ZÀ-Ý]|\n\s*\n|\t", between) and not _DOUBT.search(between)


def _region_end(act: ActAmounts, start: int, limit: int) -> int:
    """Where the parts end: with the sentence, or with the last line of the list that has one."""
    text = act.between(start, limit)
    if not re.match(r"[^\n]{0,60}:\s*\n", text):
        found = _SENTENCE_END.search(text)
        return start + (found.start() if found else len(text))
    position, seen = text.index("\n") + 1, False
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        if line.strip():
            if not act.amounts(start + position, start + end):
                break
            seen = True
        position = end + 1
    return start + (position if seen else 0)


def _several_in_a_line(act: ActAmounts, start: int, parts: tuple[Amount, ...]) -> bool:
    """Whether a row of cells holds more than one of the parts: which is meant is not known."""
    return any(
        "\t" in act.between(first.fine, second.inizio)
        and "\n" not in act.between(first.fine, second.inizio)
        for first, second in pairwise(parts)
    )


def _disagreement(act: ActAmounts, found: _Parts) -> Segnalazione | None:
    total, amounts = found.totale.valore, [part.valore for part in found.parti]
    if len({part.fatto.valuta for part in (found.totale, *found.parti)}) > 1:
        return None
    if adds_up(total, amounts) or total <= 0:
        return None
    difference = found.somma - total
    years = _by_years(act, found)
    if len(amounts) == 1:
        if difference <= 0:
            return None
        message = (
            f"La parte {money(amounts[0])} è maggiore dell'importo {money(total)} di cui è detta "
            f"parte."
        )
        return _finding(act, found, message, errore=False, by_years=False)
    near = abs(difference) <= total * _NEARLY_ALL
    if not near and not (found.tutte and years):
        return None
    what = "degli importi per anno" if years else "delle parti"
    message = (
        f"La somma {what} ({' + '.join(map(money, amounts))}) è {money(found.somma)}, il totale "
        f"stampato {money(total)}: differenza {money(difference)}."
    )
    sure = (found.tutte and near) or misprinted(total, found.somma)
    return _finding(act, found, message, errore=sure, by_years=years)


def adds_up(total: Decimal, amounts: Sequence[Decimal]) -> bool:
    """Whether all the parts, or the first of them, or (of a few) some of them make the total."""
    if total in accumulate(amounts):
        return True
    return len(amounts) <= _MOST_PARTS and any(
        sum(chosen, Decimal()) == total
        for size in range(1, len(amounts) + 1)
        for chosen in combinations(amounts, size)
    )


def _by_years(act: ActAmounts, found: _Parts) -> bool:
    """Whether each of the parts stands by a year of its own."""
    years = []
    position = found.totale.fine
    bounds = [*(part.inizio for part in found.parti[1:]), found.parti[-1].fine + 60]
    for part, limit in zip(found.parti, bounds, strict=True):
        told = _YEAR.findall(act.between(part.fine, limit)) or _YEAR.findall(
            act.between(position, part.inizio)
        )
        years.append(told[0] if told else str(part.fatto.esercizio or ""))
        position = part.fine
    return all(years) and len(set(years)) == len(years)


def _finding(
    act: ActAmounts, found: _Parts, message: str, *, errore: bool, by_years: bool
) -> Segnalazione:
    return act.finding(
        "somma_annualita" if by_years else "somma_parti",
        "errore" if errore else "avviso",
        message,
        (found.totale.inizio, found.parti[-1].fine),
        [found.totale.fatto, *(part.fatto for part in found.parti)],
    )


# Things that are counted: ``n. 577 domande di cui n. 440 ammesse e n. 137 in attesa``.

_COUNT = r"(?:n\.?|nr\.?|n°|numero)\s*(?P<{}>\d{{1,3}}(?:\.\d{{3}}){{1,3}}|\d{{1,7}})(?![\d,./%])"
_COUNTED = re.compile(
    _COUNT.format("totale")
    + r"\s+(?P<cosa>[^\W\d_]{4,30})[^.;:\n\d]{0,40}?\s*,?\s*di\s+cui\s+"
    + _COUNT.format("prima")
    + r"[^.;:\n\d]{1,120}?\s(?:e|ed)\s+"
    + _COUNT.format("seconda")
    + r"(?![^.;\n]{0,80}\bn\.\s*\d)",
    re.I,
)
#: What follows ``di cui`` there.
_OF_WHICH = re.compile(r"\s+(?:n\.?|nr\.?|n°|numero)\s*\d", re.I)


def _counts(act: ActAmounts) -> Iterator[Segnalazione]:
    for match in _COUNTED.finditer(act.testo):
        total, first, second = (
            parse_figures(match[name]) or Decimal() for name in ("totale", "prima", "seconda")
        )
        computed = first + second
        if computed == total or abs(computed - total) > total * _NEARLY_ALL:
            continue
        message = (
            f"{number(first)} + {number(second)} = {number(computed)}, ma il totale stampato "
            f"({match['cosa'].lower()}) è {number(total)}: differenza {number(computed - total)}."
        )
        span = act.atto.inizio + match.start(), act.atto.inizio + match.end()
        yield act.finding("somma_parti", "avviso", message, span)


# Amounts by years without words that announce them, after their total.

_FURTHEST_YEAR = 220


def years_and_total(records: Estrazione) -> Iterator[Segnalazione]:
    """Amounts of years in a row that come near the total printed before them, and are not it."""
    for act in acts(records):
        values = {amount.valore for amount in act.importi}
        for run in _runs(act):
            total = _total_before(act, run)
            computed = sum((amount.valore for amount in run), Decimal())
            if total is None or computed in values or computed == total.valore:
                continue
            if abs(computed - total.valore) > total.valore * _NEARLY_ALL:
                continue
            if _cues(act.between(total.fine, run[0].inizio)):
                continue  # a total and its parts: read above
            listed = ", ".join(f"{a.fatto.esercizio}: {money(a.valore)}" for a in run)
            message = (
                f"Gli importi per anno ({listed}) sommano {money(computed)}, il totale stampato è "
                f"{money(total.valore)}: differenza {money(computed - total.valore)}."
            )
            facts: list[Importo] = [total.fatto, *(amount.fatto for amount in run)]
            span = (total.inizio, run[-1].fine)
            severity: Gravita = "errore" if misprinted(total.valore, computed) else "avviso"
            yield act.finding("somma_annualita", severity, message, span, facts)


def _runs(act: ActAmounts) -> Iterator[list[Amount]]:
    """Two or more amounts of following years, each near the one before."""
    run: list[Amount] = []
    for amount in act.importi:
        year = amount.fatto.esercizio if amount.fatto.ruolo == "annualita" else None
        follows = bool(
            run
            and year is not None
            and year == (run[-1].fatto.esercizio or 0) + 1
            and amount.inizio - run[-1].fine <= _FURTHEST_YEAR
        )
        if not follows:
            if len(run) > 1:
                yield run
            run = []
        if year is not None:
            run.append(amount)
    if len(run) > 1:
        yield run


def _total_before(act: ActAmounts, run: list[Amount]) -> Amount | None:
    before = act.amounts(run[0].inizio - 2 * _FURTHEST_YEAR, run[0].inizio)
    if not before or before[-1].fatto.ruolo in ("annualita", "soglia"):
        return None
    if before[-1].valore <= max(amount.valore for amount in run):
        return None
    between = act.between(before[-1].fine, run[0].inizio)
    return None if _DOUBT.search(between) or "\t" in between else before[-1]
