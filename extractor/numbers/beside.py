"""The words that repeat an amount in figures beside it: ``€ 12.000,00 (euro dodicimila/00)``."""

from decimal import Decimal

import regex

from extractor.numbers.words import parse_words

_WORDS_BESIDE = regex.compile(
    r"[\s.=]{0,3}(?:di\s+)?(?:euro|€)?\s{0,2}(?:\(\s?(?:(?:in\s+lettere|dicon?si|dicasi|dico)\s*:?\s*)?"
    r"|[,\s–-]{1,3}(?:dicon?si|dicasi|dico)\s*:?\s*)(?:euro|€)?\s?"
    r"(?P<parole>[^\W\d_]{3,100}(?:\s[^\W\d_]{1,60}){0,8})(?:\s?[/,]\s?(?P<cent>\d\d))?(?:\s?euro)?(?:\s?[)/]|(?=[\s,;.]|\Z))",
    regex.IGNORECASE,
)
# ``(un milione di euro)``: the currency, after the number.
_CURRENCY = regex.compile(r"\s(?:di\s)?euro$", regex.IGNORECASE)


def words_beside(text: str, fine: int) -> tuple[int, int, Decimal] | None:
    """The words in brackets that repeat an amount ending at ``fine``: span and value.

    >>> words_beside("€ 12.000,00 (euro dodicimila/00)", 11)
    (18, 28, Decimal('12000.00'))
    """
    match = _WORDS_BESIDE.match(text, fine)
    words = _CURRENCY.sub("", match["parole"]) if match else ""
    whole = parse_words(words)
    if match is None or whole is None:
        return None
    start = match.start("parole")
    return start, start + len(words), Decimal(f"{whole}.{match['cent'] or '00'}")
