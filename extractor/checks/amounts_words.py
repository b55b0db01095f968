"""Figures against the words that repeat them: amounts, terms, and the sums of a CUP sheet."""

import re
from collections.abc import Iterator
from decimal import Decimal

import regex

from extractor.checks.finding import about
from extractor.checks.printed import short
from extractor.checks.sums_places import ActAmounts, acts, money, number
from extractor.numbers import parse_figures, parse_words, words_beside
from models import Estrazione, Segnalazione

_WINDOW = 330
# ``30 (trenta)``: the figures may not be the end of a longer number or of a reference.
_FIGURES_WORDS = regex.compile(
    r"(?<![\w.,/:€-])(?P<cifre>\d{1,3}(?:\.\d{3}){1,3}|\d{1,4})\s?\(\s?(?P<parole>[^\W\d_]{3,60})\s?\)"
)
# ``trenta (30) giorni``: in brackets a small number is as often a note, unless its unit follows.
_WORDS_FIGURES = regex.compile(
    r"(?<![\w’'])(?P<parole>[^\W\d_]{3,40})\s?\(\s?(?P<cifre>\d{1,4})\s?\)\s+"
    r"(?:giorn|mes[ei]|ann[oi]|ore\b|settiman|copi[ae]|esemplar|membri|component|mensilit|rat[ae]\b)",
    regex.I,
)
#: Its end: a cheap search before it.
_BRACKETED = re.compile(
    r"\(\s?\d{1,4}\s?\)\s+(?i:giorn|mes|ann|ore|settiman|copi|esemplar|membri|component|mensilit|rat)"
)
_IN_LETTERS = "_in_lettere"


def figures_and_words(records: Estrazione) -> Iterator[Segnalazione]:
    """Numbers in figures that the words beside them write otherwise."""
    for act in acts(records):
        text = act.testo
        yield from _amounts(act)
        yield from _numbers(act, text)
    yield from _sheets(records)


def _amounts(act: ActAmounts) -> Iterator[Segnalazione]:
    for amount in act.importi:
        if not any(char.isdigit() for char in act.between(amount.inizio, amount.fine)):
            continue
        text = act.between(amount.inizio, amount.fine + _WINDOW)
        found = words_beside(text, amount.fine - amount.inizio)
        if found is None:
            continue
        start, end, value = found
        printed = amount.valore
        if value == printed or (value == value.to_integral_value() and value == int(printed)):
            continue
        if 0 < value < 13 and printed > 100:
            continue  # ``€ 500,00 (due) rate``: the words count something else
        span = (amount.inizio, amount.inizio + end)
        words = short(text[start:end])
        message = f"In cifre {money(printed)}, in lettere «{words}», cioè {money(value)}."
        yield act.finding("cifre_lettere", "errore", message, span, [amount.fatto])


def _numbers(act: ActAmounts, text: str) -> Iterator[Segnalazione]:
    covered = [(amount.inizio, amount.fine) for amount in act.importi]
    patterns = (_FIGURES_WORDS, _WORDS_FIGURES) if _BRACKETED.search(text) else (_FIGURES_WORDS,)
    for pattern in patterns:
        for match in pattern.finditer(text):
            start, end = (act.atto.inizio + place for place in match.span())
            value, words = parse_figures(match["cifre"]), parse_words(match["parole"])
            if value is None or words is None or value == words or 1900 < value < 2100:
                continue
            if any(first < end and start < last for first, last in covered):
                continue
            message = (
                f"In cifre {number(value)}, in lettere «{match['parole']}», cioè "
                f"{number(Decimal(words))}."
            )
            yield act.finding("cifre_lettere", "errore", message, (start, end))


def _sheets(records: Estrazione) -> Iterator[Segnalazione]:
    for sheet in records.schede_cup:
        for name, words in sheet.campi.items():
            told = name.removesuffix(_IN_LETTERS)
            figures = next(
                (value for key, value in sheet.campi.items() if key in _figures_of(told)), None
            )
            value = parse_words(words) if name.endswith(_IN_LETTERS) else None
            printed = parse_figures(figures) if figures else None
            if value is None or printed is None or int(printed) == value:
                continue
            label = told.replace("_", " ")
            message = (
                f"Scheda CUP {sheet.cup}, «{label}»: in cifre {money(printed)}, in lettere "
                f"«{short(words)}», cioè {money(Decimal(value))}."
            )
            yield about("cifre_lettere", "errore", message, sheet)


def _figures_of(name: str) -> tuple[str, ...]:
    """The fields that the amount in words of ``name`` repeats."""
    return name, f"{name}_richiesto_assegnato"
