"""Amounts in words: ``euro dodicimila/00``, ``un milione di euro``.

>>> [str(mention.valore) for mention in find("per euro dodicimila/00 e tre milioni di euro")]
['12000.00', '3000000']
"""

from collections.abc import Iterator
from decimal import Decimal

import regex

from extractor.facts.amounts.mention import Mention
from extractor.facts.anchors import lowered, starts, stems
from extractor.literals import matches
from extractor.numbers import parse_words

_WORD = stems("euro")
_EURO = regex.compile(r"euro(?![^\W\d_])", regex.IGNORECASE)
_WORDS_AFTER = regex.compile(
    r"\s+(?P<parole>[^\W\d_]{3,100}(?:\s[^\W\d_]{1,60}){0,7})(?:\s?[/,]\s?(?P<cent>\d\d)(?!\d))?"
)
_LAST_WORDS = regex.compile(r"[^\W\d_]+")
_GAP = regex.compile(r"(?:\s?[/,]\s?\d\d)?\s{0,3}(?:di\s+)?")
# Words that end a number and are none themselves.
_LAST_NUMBER_WORDS = ("milion", "miliard", "mezz")

# What the words of a number begin with; told before they are read, which takes longer.
_BEGINNINGS = (
    "un", "du", "do", "tre", "quat", "quar", "quin", "cinq", "se", "ot", "no", "di", "ven", "cent",
    "mil", "mez", "zero", "é",
)  # fmt: skip
_AND = ("e", "ed")


def _with_cents(whole: int, cents: str | None) -> Decimal:
    return Decimal(f"{whole}.{cents}") if cents else Decimal(whole)


def find(text: str) -> Iterator[Mention]:
    """Every amount in words in ``text``."""
    for euro in matches(_EURO, text, starts(lowered(text), _WORD, after_figures=True)):
        span = _words_after(text, euro) or _words_before(text, euro)
        if span is not None and span[2] >= 2:  # ``per euro uno`` is hardly ever an amount
            yield Mention(*span, "EUR", "importo_lettere", 0.85)


def _words_after(text: str, euro: regex.Match[str]) -> tuple[int, int, Decimal] | None:
    """``euro dodicimila/00``: the longest run of words after the currency that is a number."""
    match = _WORDS_AFTER.match(text, euro.end())
    if match is None:
        return None
    words = []
    for word in _LAST_WORDS.finditer(text, *match.span("parole")):
        if not _may_be_number(word.group()):
            break
        words.append(word.span())
    whole = words and words[-1][1] == match.end("parole")
    for count in range(len(words), 0, -1):
        end = words[count - 1][1]
        value = parse_words(text[words[0][0] : end])
        if value is not None and text[slice(*words[count - 1])].lower() not in ("e", "ed"):
            cents = match["cent"] if whole and count == len(words) else None
            end = match.end("cent") if cents else end
            return euro.start(), end, _with_cents(value, cents)
    return None


def _words_before(text: str, euro: regex.Match[str]) -> tuple[int, int, Decimal] | None:
    """``un milione di euro``: the longest run of words before the currency that is a number."""
    start = max(euro.start() - 90, 0)
    # Between the words and the currency nothing stands but cents: ``ventimila/00 euro``.
    words = [word.span() for word in _LAST_WORDS.finditer(text, start, euro.start())][-8:]
    if words and text[slice(*words[-1])].lower() == "di":
        words.pop()
    if not words or not _GAP.fullmatch(text, words[-1][1], euro.start()):
        return None
    if not _ends_a_number(text[slice(*words[-1])].lower()):
        return None
    for first in range(len(words)):
        if not all(_may_be_number(text[slice(*word)]) for word in words[first:]):
            continue
        value = parse_words(text[words[first][0] : words[-1][1]])
        if value is not None:
            return words[first][0], euro.end(), Decimal(value)
    return None


def _may_be_number(word: str) -> bool:
    plain = word.lower()
    return plain.startswith(_BEGINNINGS) or plain in _AND


def _ends_a_number(word: str) -> bool:
    return parse_words(word) is not None or word.startswith(_LAST_NUMBER_WORDS)
