"""The patterns of numbers in figures as Italian acts print amounts.

Thousands are set off by dots (``1.258.000,00``), rarely by spaces or apostrophes, decimals by a
comma. Typing mistakes and foreign software give a last dot before two decimals
(``1.258.000.00``) and the English form (``57,676,658.00``); a single dot before one or two digits
is decimal (``5.0``, ``9.99``), before three it sets off thousands. A scale multiplies:
``1,5 milioni``, ``500mila``, ``4.5 mln``, ``12.2M``.

>>> scale("milioni"), scale("mila")
(1000000, 1000)
"""

_SPACE = r"[ \u00a0\u202f]"

NUMBER = (
    r"(?:\d{1,6}(?:\.\d{3}){0,4},\d{2},00(?!\d)"
    rf"|\d{{1,3}}(?:(?:\.\s?\d{{3}}(?!\d)){{1,5}}(?:\s?,\s?\d{{2}}(?!\d)|(?=,\d))"
    rf"|(?:\.\d{{3}}(?!\d)){{1,5}})(?:,\d{{1,6}}|\.\d{{2}}(?!\d))?"
    rf"|\d{{1,3}}(?:,\d{{3}}(?!\d)){{2,5}}(?:\.\d{{1,2}}(?!\d))?|\d{{1,3}},\d{{3}}\.\d{{2}}(?!\d)"
    rf"|\d{{1,3}}(?:[’']\d{{3}}(?!\d)){{1,4}}(?:[.,]\d{{2}})?"
    rf"|\d{{1,3}}(?:{_SPACE}\d{{3}}(?!\d)){{1,4}},\d{{2}}"
    r"|\d{1,13}(?:[.,]\d{1,6})?)"
)
"""Source of the pattern of a number in figures, without groups."""

SPACED = rf"\d{{1,3}}(?:{_SPACE}\d{{3}}(?!\d)){{1,4}}"
"""Thousands set off by spaces without decimals (``100 000``): only where a currency follows."""

STRUCTURED = r"\d{1,3}(?:[.,]\d)"
"""The beginning of a number with thousands or decimals."""

NUMBER_END = r"(?![\w]|[.,]\d|[.,]?\s?%)"
"""What may not follow a number: more of it, or a sign of percentage."""

STRONG = r"\d{1,3}(?:\.\d{3}){1,5},\d{2}(?!\d)"
"""A number that only an amount is printed as: thousands and two decimals."""

SCALE = r"(?:mila|migliaia|milion[ei]|miliard[oi]|mln\.?|mld\.?|mio|(?-i:[MK]|k(?=\s?(?:€|euro))))"
"""Source of the pattern of a word that multiplies the number before it."""

_SCALES = (
    ("migliaia", 1_000),
    ("milion", 1_000_000),
    ("mila", 1_000),
    ("miliard", 1_000_000_000),
    ("mln", 1_000_000),
    ("mio", 1_000_000),
    ("mld", 1_000_000_000),
    ("k", 1_000),
    ("m", 1_000_000),
)
LARGEST = 10**13
"""No act speaks of more: ``18.978.747,97 milioni di euro`` is one unit too many."""


def scale(word: str) -> int:
    """What a scale multiplies by; 1 for an empty word."""
    plain = word.strip().lower()
    return next((value for name, value in _SCALES if plain.startswith(name)), 1)
