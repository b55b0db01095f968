"""What a person types into a search box, as a question to a full-text index."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from extractor.store.inflection import forms

MAX_WORDS = 32
"""Words and phrases in a query: the time a search takes grows with them."""
MAX_LENGTH = 2000
"""Characters in a query; SQLite's own limit is of thousands of words in one phrase."""
_MAX_INFLECTED = 12
"""Words of a query whose other forms are looked for too."""
_MIN_PREFIX = 3
"""Letters before a ``*``: fewer begin half the words of the language."""


class QueryError(Exception):
    """A query that says nothing, or too much; the message says what to type."""


def _folding() -> dict[int, str]:
    """Each accented Latin letter with the plain one, so that folded text keeps its length."""
    import unicodedata

    table = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        plain = unicodedata.normalize("NFKD", chr(code))[0]
        if plain.isascii() and plain.isalpha():
            table[code] = plain.lower()
    return table


_PLAIN = _folding()


def fold(text: str) -> str:
    """``text`` in small letters without accents, of the same length.

    >>> fold("È la Città")
    'e la citta'
    """
    return text.translate(_PLAIN).lower()


_BYTES = bytes(ord(_PLAIN.get(code, chr(code).lower())) for code in range(256))
_FARTHER = re.compile("[\u0100-\u024f\u1e00-\u1eff]")


def fold_latin(text: str) -> str:
    """The same for a long text, much faster; letters of other alphabets are lost.

    >>> fold_latin("È la Città – Ő")
    'e la citta ? o'
    """
    if _FARTHER.search(text):
        text = text.translate(_PLAIN)
    return text.encode("latin-1", "replace").translate(_BYTES).decode("latin-1")


_TOKEN = re.compile(r"[^\W_]+")
_TYPED = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
# Articles and prepositions that lose their vowel before the word that is looked for
_ELIDED = re.compile(
    r"(?:gl|un|l|(?:d|all|dall|dell|nell|sull|coll|quell|quest|sant|tutt|anch|c|s))['’](?=\w)", re.I
)
# Words that stand in every act and tell none from another; in quotes they count
_EMPTY = frozenset({
    "a", "ad", "al", "allo", "alla", "ai", "agli", "alle", "con", "col", "coi", "d", "da", "dal",
    "dallo", "dalla", "dai", "dagli", "dalle", "di", "del", "dello", "della", "dei", "degli",
    "delle", "e", "ed", "i", "il", "in", "l", "la", "le", "lo", "gli", "un", "uno", "una", "nel",
    "nello", "nella", "nei", "negli", "nelle", "o", "per", "su", "sul", "sullo", "sulla", "sui",
    "sugli", "sulle", "tra", "fra", "che", "si",
})  # fmt: skip


class Term(NamedTuple):
    """One thing looked for: any of some words or phrases, folded; ``prefix``: words so begun."""

    forms: tuple[str, ...]
    prefix: bool = False

    def match(self) -> str:
        """The term in FTS5's syntax."""
        said = [f'"{form}"' + "*" * self.prefix for form in self.forms]
        return said[0] if len(said) == 1 else f"({' OR '.join(said)})"

    def pattern(self) -> str:
        """A regular expression that finds the term in folded text."""
        found = "|".join(
            r"[\W_]{1,40}".join(map(re.escape, form.split()))
            for form in sorted(self.forms, key=len, reverse=True)
        )
        return rf"(?:{found})" + (r"\w*" if self.prefix else r"(?![^\W_])")


@dataclass(frozen=True)
class Query:
    """What must be in an act, and what must not."""

    wanted: tuple[Term, ...]
    excluded: tuple[Term, ...] = ()

    def match(self) -> str:
        """The question in FTS5's syntax."""
        query = " AND ".join(term.match() for term in self.wanted)
        if not self.excluded:
            return query
        return f"({query}) NOT ({' OR '.join(term.match() for term in self.excluded)})"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds each wanted term in folded text; ``lastindex`` is the place of the term."""
        found = "|".join(f"({term.pattern()})" for term in self.wanted)
        return re.compile(rf"(?<![^\W_])(?:{found})")


def parse(words: str) -> Query:
    """The query that a person typed: words, ``"exact phrases"``, ``-excluded``, ``pre*``.

    A bare word stands for its inflected forms too; accents, apostrophes and case do not matter.
    Nothing is taken as FTS5 syntax. Raises ``QueryError`` when there is no word to look for, or
    too many.

    >>> parse('impegni dell’Università -gara "liste di attesa" informat*').match()
    '(("impegni" OR "impegno" OR "impegne" OR "impegna" OR "impegnio" OR "impegnia" OR "impegnie") \
AND "universita" AND "liste di attesa" AND "informat"*) NOT (("gara" OR "gare"))'
    """
    # Bytes that are no text come as lone surrogates
    words = words.replace("\0", " ").encode("utf-8", "replace").decode()
    if len(words) > MAX_LENGTH:
        raise QueryError(f"Troppe parole: se ne cercano al più {MAX_WORDS} ({MAX_LENGTH} lettere).")
    pieces = dict.fromkeys(_pieces(words))  # a word is asked for once
    wanted = [piece for piece in pieces if not piece.excluded]
    excluded = [piece for piece in pieces if piece.excluded]
    if not wanted:
        raise QueryError('Nessuna parola da cercare. Esempio: "liste di attesa" contributi')
    if len(pieces) > MAX_WORDS:
        raise QueryError(f"Troppe parole: se ne cercano al più {MAX_WORDS} ({MAX_LENGTH} lettere).")
    telling = [piece for piece in wanted if not piece.is_empty()] or wanted
    inflect = len(telling) + len(excluded) <= _MAX_INFLECTED
    return Query(
        tuple(piece.term(inflect) for piece in telling),
        tuple(piece.term(inflect) for piece in excluded),
    )


class _Piece(NamedTuple):
    """A word or phrase as typed: its words, folded, and how they are meant."""

    words: str
    excluded: bool
    exact: bool
    prefix: bool = False

    def is_empty(self) -> bool:
        return self.words in _EMPTY and not self.exact

    def term(self, inflect: bool) -> Term:
        exact = self.exact or self.prefix or not inflect
        return Term((self.words,) if exact else forms(self.words), self.prefix)


def _pieces(words: str) -> Iterator[_Piece]:
    for minus, phrase, word in _TYPED.findall(words):
        if phrase:
            tokens = _TOKEN.findall(fold(phrase))
            if tokens:
                yield _Piece(" ".join(tokens), bool(minus), exact=True)
            continue
        for part in re.split(r"['’](?=\w)", _ELIDED.sub("", word)):
            tokens = _TOKEN.findall(fold(part))
            prefix = part.endswith("*")
            if prefix and tokens and len(tokens[-1]) < _MIN_PREFIX:
                raise QueryError(f"Prima di * servono almeno {_MIN_PREFIX} lettere.")
            if tokens:
                exact = len(tokens) > 1 or _ends_accented(part) or _is_acronym(part)
                yield _Piece(" ".join(tokens), bool(minus), exact, prefix)


def _ends_accented(word: str) -> bool:
    """Whether a word has the same form in the plural: ``città``."""
    last = word.rstrip(".,;:)!?")[-1:]
    return bool(last) and ord(last) in _PLAIN


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) <= 5
