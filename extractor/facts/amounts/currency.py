"""The names and signs of currencies in front of amounts and behind them.

>>> code("€"), code("EURO"), code("lire"), code("CHF")
('EUR', 'EUR', 'ITL', 'CHF')
"""

import regex

_NAMES = r"(?<![^\W\d_])(?:euro?|usd|chf|gbp|lire|franchi\s+svizzeri|dollari)(?![^\W\d_])"

CURRENCY = rf"(?:€(?:uro)?|{_NAMES})"
"""Source of the pattern of a currency, to be used with ``regex.IGNORECASE``."""

PREFIX_ONLY = r"(?<!\$)[$£](?=\s?\d)"
"""Source of the pattern of the signs that stand only before an amount."""

_CODES = (
    ("€", "EUR"),
    ("eur", "EUR"),
    ("lir", "ITL"),
    ("usd", "USD"),
    ("dollari", "USD"),
    ("$", "USD"),
    ("chf", "CHF"),
    ("franchi", "CHF"),
    ("gbp", "GBP"),
    ("£", "GBP"),
)


# One literal at a time: a choice of words is many times slower to look for.
_BEGINNINGS = tuple(
    regex.compile(word, regex.IGNORECASE)
    for word in ("€", "eur", "lire", "usd", "chf", "gbp", "franchi", "dollari", "[$£]")
)


def places(text: str) -> list[int]:
    """Where a currency may begin in ``text``, in order."""
    return sorted(match.start() for word in _BEGINNINGS for match in word.finditer(text))


def code(printed: str) -> str:
    """The ISO 4217 code of a currency as printed."""
    plain = printed.lower()
    return next(iso for name, iso in _CODES if plain.startswith(name))
