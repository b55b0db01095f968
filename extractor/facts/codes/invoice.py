"""Fattura: the number of an invoice, as its issuer numbers it (d.P.R. 633/1972, art. 21).

``fattura n. 13 del 10.03.2026``, ``fattura elettronica n. FPA 12/24 del 11/12/2024``, ``n. 5_24``,
``FATTURA NR.2/26``; lists (``fatture n. 12/PA del 3/2/2024 e n. 15/PA del 4/3/2024``). The number
is free: no rule is broken by any. ``data`` is the invoice's date when printed after it.

>>> [(found.valore, found.data) for found in find("fattura n. FPA 12/24 del 11/12/2024")]
[('FPA12/24', '2024-12-11')]
"""

from collections.abc import Iterator
from datetime import date

import regex

from extractor.facts.anchors import Anchored
from extractor.facts.codes.finding import NUMBER_SIGN, code
from extractor.facts.columns import cells_under
from extractor.facts.dates import DATE_SOURCE, parse_date
from models import Codice

_LETTERS = r"[^\W\d_]"
# Letters before or after the figures, joined by a slash, a dash, an underscore or a space.
_NUMBER = (
    r"(?:(?-i:[A-Z]{1,6})[\s/\-_.]{0,2})?\d{1,12}"
    r"(?:[/\-_.]\d{1,8}|[/\-_]?(?-i:[A-Z]{1,6})(?![a-z]))?(?:[/\-_](?:\d{1,8}|(?-i:[A-Z]{1,6}))){0,2}"
)
_DATED = (
    rf"(?:\s*,?\s*(?:del|dell|in\s+data|emessa\s+il|datata)?\s*[’']?\s*(?P<data>{DATE_SOURCE}))?"
)
# ``fattura n. 24/PA del 5/3/2024 di € 100,00 e n. 25/PA``: an invoice's amount before the next.
_AMOUNT = (
    r"(?:\s*,?\s*(?:(?:di|per|da|dell[’']\s?importo\s+di|pari\s+a|d[’']importo)\s+)?(?:(?:complessiv[ie]|totali)\s+)?"
    r"(?:€|euro|EUR)\s*\d[\d.,]{0,14}(?:\s*(?:€|euro))?(?:\s*\(?\+?\s*iva(?:\s+\w{3,8}){0,2}\)?)?)?"
)
_SIGN = rf"{NUMBER_SIGN}(?=[\s:.\d]|(?-i:[A-Z]))[\s:.]{{0,3}}"

_FIRST = Anchored(
    ("fatt", "ft", "parcell", "nota ", "note "),
    rf"(?<!{_LETTERS})(?:fattur[ae]|fatt\.|ft\.?|parcell[ae]|not[ae]\s+di\s+credito)(?!{_LETTERS})"
    r"(?:\s*\(?(?:elettronic[ae]|pro\s*forma|emess[ae]|commercial[ei]|PA|differit[ae]|accompagnatori[ae])\)?){0,3}"
    rf"[\s:]*(?P<segno>{_SIGN})?(?P<numero>{_NUMBER})(?![\w])(?!,\d){_DATED}",
)
_YEARLY = regex.compile(r"\d{1,7}/20\d\d")
_A_DATE = regex.compile(DATE_SOURCE, regex.IGNORECASE)
_NEXT = regex.compile(
    rf"{_AMOUNT}\s*(?:,|;|e|ed)\s*(?:{_SIGN})?(?P<numero>{_NUMBER})(?![\w])(?!,\d)\s*(?:del|in\s+data)\s+(?P<data>{DATE_SOURCE})",
    regex.IGNORECASE,
)
# Without a date only with the sign and letters, as electronic invoices have.
_NEXT_LETTERED = regex.compile(
    rf"{_AMOUNT}\s*(?:,|;|e|ed)\s*{_SIGN}(?P<numero>\d{{1,8}}[/\-_](?-i:[A-Z]{{1,5}}))(?![\w])(?P<data>(?!))?",
    regex.IGNORECASE,
)
# ``fatture nn. 12 e 15``: without dates only after the plural, and at the end of a phrase.
_NEXT_PLAIN = regex.compile(
    rf"\s*(?:,|;|e|ed)\s*(?:{_SIGN})?(?P<numero>{_NUMBER})(?=\s*(?:[,;.)]\s|\Z)|\s+(?:del|ed?|di)\s)"
    r"(?P<data>(?!))?",
    regex.IGNORECASE,
)
_MAX_LIST = 60
# The column of the numbers in a table of invoices, and what a cell of it holds.
_HEADING = regex.compile(
    rf"\W*(?:{_SIGN}|n[.r°]{{0,2}}\s|numero\s)?\s*(?:della\s+)?fattura(?:\s+(?:n\.?|nr\.?|n°|numero|elettronica))?"
    r"(?:\s+e\s+data)?\W*",
    regex.IGNORECASE,
)
_CELL = regex.compile(
    rf"\s*(?:{_SIGN})?(?P<numero>{_NUMBER})(?![\w,]){_DATED}\s*",
    regex.IGNORECASE,
)


def find(text: str, act_date: date | None = None) -> Iterator[Codice]:
    """Every invoice number in ``text``; ``act_date`` serves for years of two digits."""
    for first in _FIRST.finditer(text):
        if first["segno"] is None and not _stands_alone(first):
            continue
        match: regex.Match[str] | None = first
        for _ in range(_MAX_LIST):
            if match is None:
                break
            printed = parse_date(match["data"], act_date) if match["data"] else None
            yield code(
                text, match.span("numero"), "fattura", fonte="fattura_parola",
                confidenza=0.95 if printed else 0.85, data=printed.isoformat() if printed else None,
            )  # fmt: skip
            several = first.group()[:7].lower() == "fatture"
            end = match.end()
            match = _NEXT.match(text, end) or _NEXT_LETTERED.match(text, end)
            if match is None and several:
                match = _NEXT_PLAIN.match(text, end)
    yield from _in_columns(text, act_date)


def _stands_alone(match: regex.Match[str]) -> bool:
    """Whether a number without its sign is an invoice's: with its year, or with a date."""
    number = match["numero"]
    if _A_DATE.fullmatch(number) or regex.fullmatch(r"(?:19|20)\d\d", number):
        return False
    return match["data"] is not None or _YEARLY.fullmatch(number) is not None


def _in_columns(text: str, act_date: date | None) -> Iterator[Codice]:
    """The numbers in the column of a table that is headed with the invoice's."""
    for _, cell, _ in cells_under(text, _HEADING.fullmatch):
        match = _CELL.fullmatch(text, cell.inizio, cell.fine)
        if match is not None:
            printed = parse_date(match["data"], act_date) if match["data"] else None
            yield code(
                text, match.span("numero"), "fattura", fonte="fattura_colonna",
                confidenza=0.85, data=printed.isoformat() if printed else None,
            )  # fmt: skip
