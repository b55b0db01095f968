"""How an abbreviation is written, and the record of one."""

import re
from functools import lru_cache

from extractor.facts.initials import letters
from models import Acronimo

LEGAL_FORM = r"S\.?\s?(?:p\.?\s?[aA]|r\.?\s?l|c\.?\s?a\.?\s?r\.?\s?l)\.?"
_LETTER = r"(?:[A-Za-z0-9]|[.&/-](?=[A-Za-z0-9]))"
_END = rf"[.+]?(?:\s{LEGAL_FORM})?"
SIGLA = rf"[a-z]?[A-Z]{_LETTER}{{1,13}}{_END}"
AFTER_FIRST = rf"{_LETTER}{{1,13}}+{_END}"
"""All of an abbreviation, to the end of its word, but for its first letter."""
OPEN, CLOSE = r"[“\"«‘'’]?\s?(?:(?<=[“\"«])(?:(?:il|lo|la|i|gli|le)\s|l['’]))?", r"\s?[”\"»’']?"

# What begins with quotes is looked for where one stands; a pattern says which of them may.
QUOTES = ("“", "”", '"', "«")


@lru_cache(maxsize=4096)
def is_sigla(sigla: str) -> bool:
    """Whether a word is written as an abbreviation: two capitals, and no fewer than the rest."""
    name = re.sub(rf"\s{LEGAL_FORM}$", "", sigla)
    capitals = sum(char.isupper() for char in name)
    small = sum(char.islower() for char in name)
    if capitals < small and not _SYLLABLES.fullmatch(name):
        return _DOTTED.fullmatch(name) is not None and letters(name) not in _LEGAL_FORMS
    # ``S3``: a figure may stand for a letter said so many times.
    return (
        (capitals >= 2 or (len(name) == 2 and name[1].isdecimal()))
        and not _ROMAN.fullmatch(name)
        and letters(name) not in _LEGAL_FORMS
        and "XXX" not in name
    )


_LEGAL_FORMS = frozenset(("spa", "srl", "srls", "snc", "sas", "sapa", "scarl", "scpa", "ss"))


def is_lowered(sigla: str) -> bool:
    """Whether a word may be an abbreviation written as a name: ``Inps``, ``MimIt``, ``Cmo``."""
    written = 2 < len(sigla) <= _LONGEST_LOWERED and sigla.isalpha() and sigla[0].isupper()
    return written and sigla.lower() not in _LEGAL_FORMS


_LONGEST_LOWERED = 8


# ``Co.Re.Com.``: the beginnings of its words, each with its dot.
_SYLLABLES = re.compile(r"(?:[A-Z][a-z]{0,3}\.){2,5}(?:[A-Z][a-z]{0,3})?")
# ``S.l.p.`` (*superficie lorda di pavimento*): one letter to each dot.
_DOTTED = re.compile(r"[A-Z]\.[a-z]\.(?:[a-z]\.){1,4}")
_ROMAN = re.compile(r"[IVX]+|X?L[IVX]*")


def bare(sigla: str) -> str:
    """The abbreviation without the form of a company: ``ARIA S.p.A.`` is ``ARIA``."""
    return letters(re.sub(rf"\s{LEGAL_FORM}$", "", sigla))


def record(
    text: str, inizio: int, fine: int, sigla: str, definition: str, confidenza: float = 0.9
) -> Acronimo:
    """The acronym that ``text[inizio:fine]`` explains."""
    return Acronimo(
        inizio=inizio,
        fine=fine,
        testo=text[inizio:fine],
        fonte="definizione",
        confidenza=confidenza,
        sigla=" ".join(sigla.split()),
        definizione=_cleaned(definition),
    )


def _cleaned(definition: str) -> str:
    return " ".join(definition.split()).strip(' ,;:–—-“”"«»')
