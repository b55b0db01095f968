"""The names and signs of currencies in front of amounts and behind them.

>>> code("€"), code("EURO"), code("lire"), code("CHF")
('EUR', 'EUR', 'ITL', 'CHF')
"""

from collections.abc import Iterator

from extractor.facts.anchors import lowered, starts, stems

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


_WORDS = stems("eur", "lire", "usd", "chf", "gbp", "franchi", "dollari")
_SIGNS = ("€", "$", "£")


def places(text: str) -> list[int]:
    """Where a currency may begin in ``text``, in order."""
    words = starts(lowered(text), _WORDS, after_figures=True)
    return sorted([*words, *(start for sign in _SIGNS for start in _occurrences(sign, text))])


def _occurrences(word: str, text: str) -> Iterator[int]:
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + 1)


def code(printed: str) -> str:
    """The ISO 4217 code of a currency as printed."""
    plain = printed.lower()
    return next(iso for name, iso in _CODES if plain.startswith(name))
