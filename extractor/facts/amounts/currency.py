"""The names and signs of currencies in front of amounts and behind them.

>>> code("€"), code("EURO"), code("lire"), code("CHF")
('EUR', 'EUR', 'ITL', 'CHF')
"""

from collections.abc import Iterator

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
_BEGINNINGS = ("€", "eur", "lire", "usd", "chf", "gbp", "franchi", "dollari", "$", "£")


def places(text: str) -> list[int]:
    """Where a currency may begin in ``text``, in order."""
    plain = text.lower()
    if len(plain) != len(text):  # the small form of ``İ`` is two characters
        plain = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    return sorted(start for word in _BEGINNINGS for start in _occurrences(word, plain))


def _occurrences(word: str, text: str) -> Iterator[int]:
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + 1)


def code(printed: str) -> str:
    """The ISO 4217 code of a currency as printed."""
    plain = printed.lower()
    return next(iso for name, iso in _CODES if plain.startswith(name))
