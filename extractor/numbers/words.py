"""Italian numbers in words, as amounts repeat them: ``euro dodicimila/00``.

>>> parse_words("ventottomilionicentocinquantottomilaquattrocentoquarantasette")
28158447
>>> parse_words("un milione e duecentomila"), parse_words("centottanta"), parse_words("persona")
(1200000, 180, None)
>>> parse_words("tre milioni e mezzo")
3500000
"""

import regex

_DIGITS = ("uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove")
_TEENS = (
    "dieci", "undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette",
    "diciotto", "diciannove",
)  # fmt: skip
_TENS = ("venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta")


def _below_hundred() -> dict[str, int]:
    """Every way to write 1 to 99; the vowel before uno and otto falls, or is kept by mistake."""
    words = {word: value for value, word in enumerate((*_DIGITS, *_TEENS), start=1)}
    words |= {"un": 1, "una": 1}
    for tens, word in enumerate(_TENS, start=2):
        words[word] = tens * 10
        for value, digit in enumerate((*_DIGITS, "un"), start=1):
            number = tens * 10 + (1 if digit == "un" else value)
            words[word + digit] = number
            if digit[0] in "uo":
                words[word[:-1] + digit] = number
    return words


_BELOW_HUNDRED = _below_hundred()
_SMALL = "|".join(sorted(_BELOW_HUNDRED, key=len, reverse=True))
# Up to 999: ``duecentotrenta``, ``centottanta`` (the o of cento falls before otto).
_HUNDREDS = rf"(?:(?:{'|'.join(_DIGITS[1:])})?cent(?:o|(?=ott|un)))"
_BELOW_THOUSAND = rf"(?:{_HUNDREDS}(?:{_SMALL})?|(?:{_SMALL}))"
_NUMBER = regex.compile(
    rf"(?:(?P<miliardi>{_BELOW_THOUSAND})miliard[oi])?(?:(?P<milioni>{_BELOW_THOUSAND})milion[ei])?"
    rf"(?:(?P<mila>{_BELOW_THOUSAND})mila|(?P<mille>mille))?(?P<unita>{_BELOW_THOUSAND})?"
)
_THREE_DIGITS = regex.compile(rf"(?P<centinaia>{_HUNDREDS})?(?P<resto>{_SMALL})?")
_WHOLE = {"zero": 0, "mezzomilione": 500_000, "mezzomiliardo": 500_000_000}
_NOT_LETTERS = regex.compile(r"[^a-z]+")
_AND = regex.compile(r"(?<![a-z])ed?(?![a-z])")
_PLAIN = str.maketrans("éèàìòù", "eeaiou")

MAX_LENGTH = 160
"""Longer texts are no number: the longest below a thousand billions is shorter."""


def parse_words(text: str) -> int | None:
    """The number that the whole of ``text`` writes in words (up to 999 miliardi), or None.

    Case, accents, spaces, hyphens and ``e`` between the parts do not matter.
    """
    if len(text) > MAX_LENGTH:
        return None
    letters = _NOT_LETTERS.sub("", _AND.sub("", text.lower().translate(_PLAIN)))
    if letters in _WHOLE:
        return _WHOLE[letters]
    if letters.endswith("mezzo"):
        return _and_a_half(letters.removesuffix("mezzo"))
    match = _NUMBER.fullmatch(letters) if letters else None
    if match is None:
        return None
    thousands = 1 if match["mille"] else _three_digits(match["mila"])
    millions = _three_digits(match["milioni"]) + 1000 * _three_digits(match["miliardi"])
    return (millions * 1000 + thousands) * 1000 + _three_digits(match["unita"])


def _and_a_half(letters: str) -> int | None:
    """``un milione e mezzo``: half of the last unit named, which must be millions or billions."""
    value = parse_words(letters)
    if value is None or not letters.endswith(("milione", "milioni", "miliardo", "miliardi")):
        return None
    return value + (500_000 if letters.endswith(("milione", "milioni")) else 500_000_000)


def _three_digits(word: str | None) -> int:
    match = _THREE_DIGITS.fullmatch(word) if word else None
    if match is None:
        return 0
    hundreds = match["centinaia"]
    value = _BELOW_HUNDRED[match["resto"]] if match["resto"] else 0
    if hundreds:
        first = regex.sub(r"cento?$", "", hundreds)
        value += 100 * (_BELOW_HUNDRED[first] if first else 1)
    return value
