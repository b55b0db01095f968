"""Whether an abbreviation is made of the initials of some words, as Italian makes them.

>>> agrees("AgID", "Agenzia per l’Italia Digitale")
True
>>> agrees("SIREG", "Sistema Regionale"), agrees("SPOC", "Assistenza Servizi Regionali")
(True, False)
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

# Words that an abbreviation may pass over: prepositions, articles, conjunctions.
_SMALL = frozenset({
    "a", "ad", "al", "allo", "alla", "ai", "agli", "alle", "all", "con", "col", "coi",
    "da", "dal", "dallo", "dalla", "dai", "dagli", "dalle", "dall",
    "di", "del", "dello", "della", "dei", "degli", "delle", "dell", "d", "e", "ed",
    "in", "nel", "nello", "nella", "nei", "negli", "nelle", "nell",
    "su", "sul", "sullo", "sulla", "sui", "sugli", "sulle", "sull", "per", "tra", "fra",
    "il", "lo", "la", "i", "gli", "le", "l", "un", "uno", "una", "o", "od", "non",
    "nonche", "presso",
    "and", "of", "for", "the", "to", "on",
})  # fmt: skip
# A word made of two (AntiCorruzione, TeleLavoro) may give a letter for each; a word that only
# begins so (economico, geografica) gives one.
_JOINED = re.compile(
    r"(anti|socio|auto|inter|multi|tele|agro|micro|bio|eco|geo|elettro|foto|radio|video|idro|termo)(?=\w{4})",
    re.I,
)
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 12


class Word(NamedTuple):
    """A word of a text, without accents and in lower case, with its place."""

    lettere: str
    inizio: int
    fine: int


@lru_cache(maxsize=16)  # one abbreviation's letters are looked for in the same words many times
def words(text: str, inizio: int = 0, fine: int | None = None) -> tuple[Word, ...]:
    """The words of a stretch of text; elided articles are split off."""
    return tuple([
        Word(_plain(match.group()), match.start(), match.end())
        for match in _WORD.finditer(text, inizio, len(text) if fine is None else fine)
    ])  # fmt: skip


@lru_cache(maxsize=4096)
def letters(sigla: str) -> str:
    """The letters and figures of an abbreviation in lower case: ``C.U.P.`` is ``cup``.

    A plus is read as a word (``FSE+``: *Fondo Sociale Europeo Plus*); the *s* of an English
    plural is no letter of it (``SMEs``), nor a *2* that is said *to* (``B2B``).
    """
    single = _PLURAL.sub("", _SAID_TO.sub("", sigla))
    return "".join(re.findall(r"[^\W_]", _plain(single.replace("+", "p"))))


_SAID_TO = re.compile(r"(?<=\A[A-Z])2(?=[A-Z]\Z)")
_PLURAL = re.compile(r"(?<=[A-Z][A-Z])s$")


def singular(wanted: str) -> str | None:
    """The letters that are doubled for the plural: ``oodd`` (*Organismi Delegati*), ``vvf``."""
    single = _DOUBLED.sub(r"\1", wanted)
    return single if 1 < len(single) < len(wanted) else None


_DOUBLED = re.compile(r"([^\W\d_])\1")


def is_small(word: str) -> bool:
    """Whether an abbreviation may pass over the word: a preposition, article or conjunction.

    A number, as the years of a programme, is passed over too.
    """
    return word in _SMALL or word.isdecimal()


def agrees(sigla: str, definition: str, skips: int = 0) -> bool:
    """Whether the abbreviation's letters are the beginnings of the definition's words, in order.

    ``skips`` counts the words, besides prepositions and articles, that may give no letter.
    """
    return spells(letters(sigla), tuple(word.lettere for word in words(definition)), skips)


@lru_cache(maxsize=4096)
def spells(wanted: str, given: tuple[str, ...], skips: int) -> bool:
    """Whether ``wanted`` is spelt by beginnings of the words of ``given``, the first included."""
    if not wanted:
        return sum(not is_small(word) for word in given) <= skips
    if not given or len(wanted) > _LONGEST:
        return False
    word, rest = given[0], given[1:]
    if any(spells(wanted[length:], rest, skips) for length in _beginnings(wanted, word)):
        return True
    if is_small(word):
        return spells(wanted, rest, skips)
    return skips > 0 and spells(wanted, rest, skips - 1)


def within(wanted: str, given: Sequence[str]) -> bool:
    """Whether each word gives its first letter and may give others, in order, from inside it.

    *Database Topografico Regionale* (DBTR).
    """
    telling = [word for word in given if not is_small(word)]
    if not 1 < len(telling) <= len(wanted) <= len(telling) + _MOST_INSIDE:
        return False
    return any(
        all(_is_subsequence(part, word) for part, word in zip(cut, telling, strict=True))
        for cut in _cuts(wanted, [word[0] for word in telling])
    )


_MOST_INSIDE = 2


def _cuts(wanted: str, firsts: Sequence[str]) -> Iterator[list[str]]:
    """The ways to cut the letters in pieces that begin with the given ones."""
    if len(firsts) == 1:
        if wanted[:1] == firsts[0]:
            yield [wanted]
        return
    for length in range(1, min(len(wanted), _MOST_INSIDE + 2)):
        if wanted[0] == firsts[0] and wanted[length : length + 1] == firsts[1]:
            for rest in _cuts(wanted[length:], firsts[1:]):
                yield [wanted[:length], *rest]


def _is_subsequence(part: str, word: str) -> bool:
    """Whether the letters stand in the word in their order, the first at its beginning."""
    left = iter(word)
    return part[0] == word[0] and all(char in left for char in part)


def translated(sigla: str, given: Sequence[str]) -> bool:
    """Whether the words' initials are the abbreviation's letters in another order.

    So stands an English abbreviation beside its Italian name: *Regolamento generale sulla
    protezione dei dati* (GDPR).
    """
    initials = [word[0] for word in given if not is_small(word)]
    wanted = letters(sigla)
    return 2 < len(initials) == len(wanted) and sorted(initials) == sorted(wanted)


def nearly_translated(sigla: str, given: Sequence[str]) -> bool:
    """As ``translated``, but for one letter that no word gives: *Livelli di servizio* (SLA).

    The first letter is given: an abbreviation that lacks it is of a longer name.
    """
    initials = [word[0] for word in given if not is_small(word)]
    wanted = letters(sigla)
    return (
        2 <= len(initials) == len(wanted) - 1
        and wanted[0] in initials
        and Counter(initials) <= Counter(wanted)
    )


def _beginnings(wanted: str, word: str) -> Iterator[int]:
    """How many of the wanted letters the word may give: its own beginning's, or its two parts'."""
    yield from range(_shared(wanted, word), 0, -1)
    joined = _JOINED.match(word)
    if joined is not None:
        for first in range(_shared(wanted, joined.group()), 0, -1):
            for second in range(_shared(wanted[first:], word[joined.end() :]), 0, -1):
                yield first + second


def in_capitals(sigla: str, definition: str) -> bool:
    """Whether the definition shows the letters by capitals: *univerSities*, *COLlaborative*.

    Small first letters stand for a small word: *electronicIDentification And Signature* (eIDAS).
    """
    shown = "".join(char for char in definition if char.isupper())
    wanted = "".join(char for char in sigla if char.isalnum())
    if wanted[:1].islower() and definition.lstrip()[:1] == wanted[0]:
        wanted = wanted[1:] if definition.split()[-1][0].isupper() else wanted
    return len(shown) > 2 and shown == wanted


def _shared(wanted: str, word: str) -> int:
    """How many letters the two have in common from the first on, at most four."""
    at = 0
    while at < min(len(wanted), len(word), 4) and wanted[at] == word[at]:
        at += 1
    return at


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    return "".join(
        char
        for char in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(char)
    )
