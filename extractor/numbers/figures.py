"""The exact values of numbers in figures, in the forms that Italian acts print.

Thousands are set off by dots (``1.258.000,00``), rarely by spaces or apostrophes, decimals by a
comma; foreign software gives the English form, typing mistakes a last dot before two decimals.

>>> parse_figures("18.727.000,00"), parse_figures("57,676,658"), parse_figures("1.258.000.00")
(Decimal('18727000.00'), Decimal('57676658'), Decimal('1258000.00'))
"""

from decimal import Decimal

import regex

_ENGLISH = regex.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d{2}")
# ``417,24,00``: the form's own decimals were left after those of the sum.
_TWICE = regex.compile(r"(.*,\d{2}),00")
_PLAIN = regex.compile(r"[-+]?\d+(?:\.\d+)?")
_THOUSANDS = regex.compile(r"\d{1,3}(?:\.\d{3})+")
_LAST_DOT = regex.compile(r"(\d{1,3}(?:\.\d{3})+)\.(\d{2})")


def parse_figures(text: str) -> Decimal | None:
    """The exact value of a number in figures, with the decimals as printed; None if it is none."""
    plain = "".join(text.split()).replace("’", "").replace("'", "")
    if not plain or len(plain) > 30:
        return None
    if twice := _TWICE.fullmatch(plain):
        plain = twice.group(1)
    if _ENGLISH.fullmatch(plain):
        plain = plain.replace(",", "")
    elif match := _LAST_DOT.fullmatch(plain):
        plain = match.group(1).replace(".", "") + "." + match.group(2)
    elif "," in plain or _THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    if not _PLAIN.fullmatch(plain):
        return None
    return Decimal(plain)
