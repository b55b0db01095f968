"""Names that someone asked to hide, found however an act prints them.

A name is asked for once and printed in many ways: *Nicolò D'Angelo*, ``D’ANGELO, NICOLO'``,
``nicolo.dangelo@``, *D'Angelo dott. Nicolò*. Letters count without case and accents; between the
words, which may be turned round, anything may stand that is no letter and no digit, and a title.
What is not found: initials (*N. D'Angelo*) and a name with one more (*Nicolò Maria D'Angelo*),
which may be someone else's.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from extractor.store.persons import name_orders

_MARKS = "[\u0300-\u036f]{0,2}"
"""Accents written as characters of their own."""
_BETWEEN = r"[\W_]{0,6}"
_TITLE = (
    r"(?:(?:dott|dr|prof|ing|avv|arch|geom|rag|sig|cav|on|sen|rev|don|mons|per|p)"
    r"(?:\.?\s?(?:ssa|ra|na|ind))?\.?\s{1,3})?"
)
_JOINED = 10
"""Letters from which a name is known also where its words are printed as one."""


def is_full_name(name: str) -> bool:
    """Whether a name says who is meant: two words at least, not all initials.

    >>> is_full_name("Maria Rossi"), is_full_name("M. R."), is_full_name("- Rossi")
    (True, False, False)
    """
    words = [word for word in map(_letters, name.split()) if word]
    return len(words) > 1 and any(len(word) > 1 for word in words)


def same_name(name: str) -> str:
    """What all the ways to write a name have in common.

    >>> same_name("Nicolò D’Angelo") == same_name("D'ANGELO  NICOLO'")
    True
    """
    return min(" ".join(map(_letters, each.split())).strip() for each in name_orders(name))


def names_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern that finds any of the names, in any order of their words; None without names.

    >>> names_pattern(["Nicolò D'Angelo"]).sub("█", "a D’ANGELO dott. Nicolo' e a nicolo.dangelo@")
    "a █' e a █@"
    """
    orders = {each for name in names if is_full_name(name) for each in name_orders(name)}
    found = "|".join(_order(each) for each in sorted(orders, key=lambda each: (-len(each), each)))
    return re.compile(rf"(?<![^\W\d_])(?:{found})(?![^\W\d_])", re.I) if found else None


def _order(name: str) -> str:
    words = [_word(word) for word in name.split() if _letters(word)]
    apart = f"{_BETWEEN}{_TITLE}" if len(_letters(name)) >= _JOINED else rf"[\W_]{{1,6}}{_TITLE}"
    return apart.join(words)


def _word(word: str) -> str:
    """A word as a pattern; its apostrophes and hyphens may be others, or none."""
    pieces = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", word))
    return _BETWEEN.join("".join(_letter(char) for char in piece) for piece in pieces)


def _letter(char: str) -> str:
    plain = _letters(char)
    if len(plain) != 1 or plain not in _accented():
        return re.escape(char)
    return f"[{plain}{_accented()[plain]}]{_MARKS}"


def _letters(text: str) -> str:
    """The letters and digits of a text, without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in decomposed if char.isalnum())


@lru_cache(maxsize=1)
def _accented() -> dict[str, str]:
    """The letters of Latin scripts that are each plain letter with an accent."""
    found = dict.fromkeys("abcdefghijklmnopqrstuvwxyz", "")
    for char in map(chr, range(0xC0, 0x250)):
        plain = _letters(char)
        if plain in found and char.islower():
            found[plain] += char
    return found
