"""The names and signs of currencies in front of amounts and behind them.

>>> code("€"), code("EURO"), code("lire"), code("CHF")
('EUR', 'EUR', 'ITL', 'CHF')
"""

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


def code(printed: str) -> str:
    """The ISO 4217 code of a currency as printed."""
    plain = printed.lower()
    return next(iso for name, iso in _CODES if plain.startswith(name))
