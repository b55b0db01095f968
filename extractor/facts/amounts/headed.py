"""Amounts in the columns of a table whose heading names a currency or a word of money.

Under a currency any number counts; under a word (``Importo``, ``Costi``) one with thousands or
decimals. A heading may scale its column: ``€/000``, ``in milioni di euro``.

>>> [str(mention.valore) for mention in find("Voce\\tImporto (migliaia di euro)\\nLavori\\t1.200")]
['1200000']
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

import regex

from extractor.facts.amounts.figures import NUMBER
from extractor.facts.amounts.mention import Mention
from extractor.facts.amounts.programme import planned
from extractor.facts.columns import cells
from extractor.numbers import parse_figures

_MONEY_HEADING = regex.compile(
    r"€|\beur(?:o)?\b|import[oi]|contribut|\bcost[oi]\b|\bspes[ae]\b|risorse|finanziament|stanziament"
    r"|dotazione|prezz|corrispettiv|compens|imponibile|liquida|tariff|canone|rimbors|\biva\b|ritenut"
    r"|voucher",
    regex.IGNORECASE,
)
_CURRENCY_HEADING = regex.compile(r"€|\beuro?\b", regex.IGNORECASE)
# The first cell of a row that is the heading of the row: it has a currency and no figure.
_CURRENCY_LABEL = regex.compile(r"[^\d\n]{3,80}(?:€|\beuro?\b)[^\d\n]{0,20}", regex.IGNORECASE)
_OTHER_HEADING = regex.compile(
    # ``IVA 22%``, ``Ritenuta 4%``: the rate of the amounts, not their kind.
    r"(?<!\b(?:iva|ritenut[ae]|cassa)\s{1,2}(?:al\s)?\(?\d{1,2}\s?)%|percentual|punt(?:i|eggio)|\bdata\b|\bnum(?:ero)?\b|^\s*n[.°]|\bid\b|codice|superfici|quantità"
    r"|\banno\b|\bmq\b|\bore\b|abitanti|capitolo|protocollo|fiscale|partita|\bcig\b|\bcup\b|durata",
    regex.IGNORECASE,
)
_CELL_NUMBER = regex.compile(
    rf"\s*(?P<segno>[-−])?\s?(?P<numero>{NUMBER})\s?(?:\*{{0,2}}|\(\d\)|[.,]?=|,--?)?\s*"
)
_THOUSANDS_HEADING = regex.compile(r"migliaia|/\s?1\.?000|€/000|k€|x\s?1\.?000", regex.IGNORECASE)
_MILLIONS_HEADING = regex.compile(r"milion[ei]|\bmln\b|M€", regex.IGNORECASE)
_A_YEAR = regex.compile(r"(?:19|20)\d\d")
_MARKED = regex.compile(r"\.\d{3}(?!\d)|,\d{2}$")


class _Column(NamedTuple):
    """What the heading of a column says of it: of amounts, in a currency, in what scale."""

    money: bool
    currency: bool
    thousands: bool
    millions: bool


def find(text: str) -> Iterator[Mention]:
    """Every amount in a headed column of ``text``."""
    programme = planned(text)
    for cell in cells(text):
        heading = cell.intestazione
        if _is_currency_label(cell.riga) and cell.riga != cell.testo:
            heading = f"{heading} {cell.riga}"  # ``Dotazione (€) | 110.000.000 | 65.000.000``
        column = _column(heading)
        of_programme = cell.inizio in programme
        match = _CELL_NUMBER.fullmatch(cell.testo) if column.money or of_programme else None
        value = parse_figures(match["numero"]) if match else None
        if match is None or value is None:
            continue
        if not (of_programme or _may_be_amount(match["numero"], column)):
            continue
        value *= _scale(column, value)
        start, end = cell.inizio + match.start("numero"), cell.inizio + match.end("numero")
        if match["segno"]:
            start, value = cell.inizio + match.start("segno"), -value
        sure = 0.95 if column.currency else 0.88
        yield Mention(start, end, value, "EUR", "importo_colonna", sure)


@lru_cache(maxsize=256)  # asked of every cell of a row
def _is_currency_label(first_cell: str) -> bool:
    return _CURRENCY_LABEL.fullmatch(first_cell) is not None


@lru_cache(maxsize=256)  # asked of every cell of a column
def _column(heading: str) -> _Column:
    """What a heading says of its column; of amounts where it is not of other figures too."""
    currency = _CURRENCY_HEADING.search(heading) is not None
    money = _MONEY_HEADING.search(heading) is not None
    return _Column(
        money and (currency or not _OTHER_HEADING.search(heading)),
        currency,
        _THOUSANDS_HEADING.search(heading) is not None,
        _MILLIONS_HEADING.search(heading) is not None,
    )


def _may_be_amount(number: str, column: _Column) -> bool:
    """Whether a cell's number is an amount: any under a currency, one with marks under a word."""
    if column.currency:
        return not _A_YEAR.fullmatch(number)
    return _MARKED.search(number) is not None


def _scale(column: _Column, value: Decimal) -> int:
    if column.thousands:
        return 1000
    return 1_000_000 if column.millions and value < 100_000 else 1
