"""The other forms of an Italian word, to be looked for with it: ``contributi``, ``contributo``.

Only inflection: number and gender of nouns and adjectives, participles with their infinitive. A
stemmer would also join words that mean other things (Snowball gives ``comune`` and
``comunicazione`` the same stem). The forms are made from the word alone; one that is no word
costs a look into the index and finds nothing.
"""

import re
from collections.abc import Iterator

_LETTERS = re.compile(r"[a-z]+")
_SHORT = 4
"""Letters of a stem up to which words in -o and in -a are taken for two: ``caso``, ``casa``."""

# Adjectives as short as that, whose two genders are one word
_ADJECTIVES = frozenset({
    "nuov", "prim", "terz", "quart", "sest", "alt", "bass", "pien", "fiss", "ver", "sol", "mist",
    "fals", "vuot", "ampi",
})  # fmt: skip

# By its last letters, the longest first: what stands in their place in the other forms
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("chi", ("co", "ca", "che")),
    ("che", ("ca", "co", "chi")),
    ("ghi", ("go", "ga", "ghe")),
    ("ghe", ("ga", "go", "ghi")),
    ("cio", ("ci", "cia", "ce", "cie")),
    ("cia", ("ce", "cie", "cio", "ci")),
    ("cie", ("cia", "cio", "ci")),
    ("gio", ("gi", "gia", "ge", "gie")),
    ("gia", ("ge", "gie", "gio", "gi")),
    ("gie", ("gia", "gio", "gi")),
    ("co", ("ci", "chi", "ca", "che")),
    ("ca", ("che", "co", "ci", "chi")),
    ("ci", ("co", "cio", "ce", "cia", "ca", "che")),
    ("go", ("gi", "ghi", "ga", "ghe")),
    ("ga", ("ghe", "go", "ghi")),
    ("gi", ("go", "gio", "ge", "gia")),
    ("io", ("i", "ia", "ie")),
    ("ia", ("ie", "io", "i", "e")),
    ("ie", ("ia", "io", "i")),
    ("o", ("i", "a", "e")),
    ("a", ("e", "i", "o")),
    ("e", ("i", "a", "o")),
    ("i", ("o", "e", "a", "io", "ia", "ie")),
)
_SHORT_ENDINGS = {"o": ("i",), "a": ("e",), "e": ("i", "a"), "i": ("o", "e", "io", "ia", "ie")}

_PARTICIPLE = re.compile(r"(?P<radice>[a-z]{3,})(?P<vocale>[aiu])t[oaie]")
_INFINITIVE = re.compile(r"(?P<radice>[a-z]{3,})(?P<vocale>[aei])re")
_FINITE = {
    "a": ("a", "ano", "ando", "ato", "ata", "ati", "ate"),
    "e": ("e", "ono", "endo", "uto", "uta", "uti", "ute"),
    "i": ("e", "ono", "isce", "iscono", "endo", "ito", "ita", "iti", "ite"),
}
_OF_PARTICIPLE = {"a": ("are",), "i": ("ire",), "u": ("ere",)}


def forms(word: str) -> tuple[str, ...]:
    """A word in small letters without accents, and its other forms.

    >>> forms("contributo")
    ('contributo', 'contributi', 'contributa', 'contribute', 'contribere')
    >>> forms("banche"), forms("gara"), forms("asst")
    (('banche', 'banca', 'banco', 'banchi'), ('gara', 'gare'), ('asst',))
    """
    if len(word) < 4 or not _LETTERS.fullmatch(word):
        return (word,)
    return tuple(dict.fromkeys((word, *_declined(word), *_conjugated(word))))


def _declined(word: str) -> Iterator[str]:
    for ending, others in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            if len(ending) == 1 and len(stem) <= _SHORT and stem not in _ADJECTIVES:
                others = _SHORT_ENDINGS[ending]
            yield from (stem + other for other in others)
            return


def _conjugated(word: str) -> Iterator[str]:
    if found := _INFINITIVE.fullmatch(word):
        yield from (found["radice"] + ending for ending in _FINITE[found["vocale"]])
    elif found := _PARTICIPLE.fullmatch(word):
        yield from (found["radice"] + ending for ending in _OF_PARTICIPLE[found["vocale"]])
