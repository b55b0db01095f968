"""The grammar of a person's name, and its one normal form.

A name is two to five units; a unit is a word with its particles (``De Corato``, ``Dell'Orto``,
``Vor den Leyen``) or an initial. Printed in upper case or surname first, it is stored given name
first and in title case: ``DE LUCA ANNA MARIA`` is ``Anna Maria De Luca``.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from extractor.facts.people.given_names import GIVEN_NAMES
from extractor.facts.people.titles import LETTER, PLURAL, titles_at
from extractor.facts.people.words import ENDING, NO_PEOPLE, NOT_NAMES

_UPPER = "A-ZÀ-ÖØ-ÞŠŽČĆĐ"
_LOWER = "a-zß-öø-ÿšžčćđ"
_ELISION = r"(?:[DLO]|[Dd]ell|[Dd]all|[Dd]egl|[Ss]ant|[Dd]e|DELL|DALL|DEGL|SANT|DE|d)['’]\s?"
# A final apostrophe stands for an accent: NICOLO', Cantu'.
_CORE = (
    rf"[{_UPPER}](?:[{_LOWER}]+(?:[{_UPPER}][{_LOWER}]+)?(?:(?<=[aeiou])'(?!{LETTER}))?"
    rf"|[{_UPPER}]+(?:(?<=[AEIOU])['’](?!{LETTER}))?)(?!{LETTER})"
)
_WORD = rf"(?:{_ELISION})?{_CORE}(?:[-‐]{_CORE})?(?!{LETTER}|@|/(?![A-Z][a-z]))"
_PARTICLE = (
    r"(?:D[ei]|D[EI]|Da|DA|Del|DEL|Dell[aoe]|DELL[AOE]|Dei|DEI|Degli|DEGLI|Dal|DAL|Dall[ae]|DALL[AE]"
    r"|L[aoie]|L[AOIE]|Van|VAN|Von|VON|Vor|Den|Der|El|EL|San|SAN|Mc|MC|von|van|vor|den|der|de|da|dos)"
)
_GAP = r"[ \u00a0]{1,3}"
_UNIT = re.compile(
    rf"(?:{_PARTICLE}\s{{1,3}}){{0,3}}+{_WORD}|[{_UPPER}]\.(?:\s?[{_UPPER}]\.)?(?!{LETTER})"
)
_NUMERAL = re.compile(r"[ ](?:I{2,3}|IV|VI{1,3}|IX|X[IV]{1,4}|XX[IV]{1,4})(?!\w)")
_ORDINAL = re.compile(r"prim[oa]", re.I)
_CAPITALS = regex.compile(rf"[{_UPPER}]+")
_SAME_LINE = re.compile(_GAP)
_NEXT_LINE = regex.compile(r"[ \u00a0]{0,3}\n[ \u00a0]{0,3}")
_DASHES = str.maketrans({"‐": "-", "’": "'", "\u00a0": " "})
_PLAIN_VOWELS = dict(zip("àáèéìíòóùú", "aaeeiioouu", strict=True))
_ACCENTS = {"a": "à", "e": "è", "i": "ì", "o": "ò", "u": "ù"}

MOST_UNITS = 5
_COMPANY = regex.compile(
    r"[\s,]{0,4}(?:(?:&|e)\s+(?:C\b|figl|F\.lli)|s\.?\s?p\.?\s?a\b|s\.?\s?r\.?\s?l\b|s\.?\s?n\.?\s?c\b"
    r"|s\.?\s?a\.?\s?s\b|s\.?\s?s\.?(?=\s)|onlus\b|asd\b|soc(?:ietà|\.)|[”\"»]\s{0,2}con\s+sede\s+legale)",
    regex.I,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as found: ``[inizio, fine)`` without its titles, which begin at ``da``.

    ``noto`` says that a known given name is at one of its ends, ``unita`` are its units as
    printed, in printed order.
    """

    inizio: int
    fine: int
    da: int
    nome: str
    titolo: str | None
    noto: bool
    unita: tuple[str, ...]


def name_at(
    text: str,
    at: int,
    end: int | None = None,
    *,
    single: bool = False,
    surname_first: bool = False,
    certain: bool = False,
) -> Name | None:
    """The name, with the titles before it, that begins exactly at ``at``, or None.

    Nothing is read past ``end``. ``single`` admits a surname alone; after a title it is always
    admitted. ``surname_first`` decides the order where the given names do not. ``certain`` says
    that the place is a person's (``Adelchio ROSSI, nato a``): a given name need not be known.
    """
    end = len(text) if end is None else end
    titles = titles_at(text, at, end)
    start = titles.end() if titles else at
    spans = _without_rank(text, _spans(text, start, end, certain=certain))
    if spans and titles is None:
        titles, spans = _title_within(text, spans, end)
    if not spans or (len(spans) == 1 and not _stands_alone(text, spans[0], titles, single=single)):
        return None
    if _COMPANY.match(text, spans[-1][1]) or _is_numbered(text, spans):
        return None
    units = tuple(text[first:last] for first, last in spans)
    if all(unit.endswith(".") for unit in units) or _plain(" ".join(units)).casefold() in NO_PEOPLE:
        return None
    return Name(
        inizio=start,
        fine=spans[-1][1],
        da=at,
        nome=normal_form(units, surname_first=surname_first),
        titolo=titles.group().strip(" \n\t,/") if titles else None,
        noto=len(units) > 1 and (is_given(units[0]) or is_given(units[-1])),
        unita=units,
    )


def _without_rank(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The name without the two initials of an office after it: ``ROSSI ANNA V.S. Assessore``."""
    if len(spans) < 3 or text[spans[-1][1] - 1] != "." or spans[-1][1] - spans[-1][0] < 4:
        return spans
    whole = is_given(text[slice(*spans[0])]) or is_given(text[slice(*spans[-2])])
    return spans[:-1] if whole else spans


def _is_numbered(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether a given name is followed by the numeral of a pope: ``Giovanni XXIII``."""
    return any(
        is_given(text[first:last]) and _NUMERAL.match(text, last) for first, last in spans[-2:]
    )


def _stands_alone(
    text: str, span: tuple[int, int], titles: re.Match[str] | None, *, single: bool
) -> bool:
    """Whether one unit is a surname: no office's own words, no heading (``Proff. Ordinari:``)."""
    if not (single or titles):
        return False
    if titles and PLURAL.match(titles.group()) and text[span[1] : span[1] + 1] == ":":
        return False
    return not _names_an_office(text[slice(*span)])


def _names_an_office(unit: str) -> bool:
    """Whether a unit alone is rather what an office is of: ``MINISTRO DELL'ECONOMIA``."""
    return unit[0].islower() or (unit.isupper() and _OF_AN_OFFICE.match(unit) is not None)


_OF_AN_OFFICE = regex.compile(r"(?:DE(?:L|LL[AOE]|I|GLI)\s|DELL['’])")


def _title_within(
    text: str, spans: list[tuple[int, int]], end: int
) -> tuple[re.Match[str] | None, list[tuple[int, int]]]:
    """The title within a name, and the whole name: ``ROSSI Dott.ssa Anna``, ``Anna Dr. Rossi``."""
    gap = _SAME_LINE.match(text, spans[-1][1], end)
    titles = titles_at(text, gap.end(), end) if gap else None
    more = _spans(text, titles.end(), end) if titles else []
    if not more:
        return None, spans
    before, after = ([is_given(text[first:last]) for first, last in part] for part in (spans, more))
    surname_first = not any(before) and all(after)
    given_first = all(before) and len(more) == 1 and not any(after)
    return (titles, [*spans, *more]) if surname_first or given_first else (None, spans)


def moved(name: Name, offset: int) -> Name:
    """The name of a stretch of text, counted in the text in which the stretch is at ``offset``."""
    return replace(name, inizio=name.inizio + offset, fine=name.fine + offset, da=name.da + offset)


@lru_cache(maxsize=4096)  # the words of names come back, and are asked about from every side
def is_given(unit: str) -> bool:
    """Whether a printed unit is a known given name."""
    return _plain(unit).casefold() in GIVEN_NAMES


def normal_form(units: tuple[str, ...], *, surname_first: bool = False) -> str:
    """Given names first, in title case, one space between words.

    >>> normal_form(("D'AVANZO", "MARIA", "ROSARIA"))
    "Maria Rosaria D'Avanzo"
    >>> normal_form(("Massimiliano", "SORRIENTO"))
    'Massimiliano Sorriento'
    """
    at = _given_from(units, surname_first)
    first, *others = (_titled(unit) for unit in (*units[at:], *units[:at]))
    return " ".join((_without_accent(first), *others))


def _without_accent(given: str) -> str:
    """A known given name without the accent that a scan was read with: ``Aristidé``."""
    plain = given[:-1] + _PLAIN_VOWELS.get(given[-1:], given[-1:])
    return plain if plain != given and is_given(plain) and not is_given(given) else given


def _given_from(units: tuple[str, ...], surname_first: bool) -> int:
    """Index of the first given name: 0 when the name is printed given name first."""
    if len(units) < 2:
        return 0
    given = [is_given(unit) or unit.endswith(".") for unit in units]
    upper = [unit.isupper() and not unit.endswith(".") for unit in units]
    if any(upper) and not all(upper):
        # ROSSI Mario: the surname is the part in upper case.
        return upper.index(False) if upper[0] else 0
    if given[0] and not (surname_first and all(given)):
        return 1 if surname_first and given[1] and len(units) == 2 else 0
    trailing = next((i for i in range(1, len(units)) if all(given[i:])), 0)
    return trailing or (len(units) - 1 if surname_first else 0)


def _spans(text: str, at: int, end: int, *, certain: bool = False) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    below = False
    while len(spans) <= MOST_UNITS:
        unit = _UNIT.match(text, at, end)
        if unit is None or _is_word_of_acts(unit.group(), _may_end(text, spans, unit.group())):
            if unit is not None and spans and _ORDINAL.fullmatch(text, *spans[-1]):
                # Anna Rossi Primo Referendario: the rank's own first word is no surname.
                spans.pop()
            break
        if below and unit.group().endswith("."):
            # ``N. 579`` on the next line is a number, no initial of a surname.
            break
        if not certain and _changes_case(text, spans, unit.group()):
            break
        spans.append((unit.start(), unit.end()))
        gap = _SAME_LINE.match(text, unit.end(), end)
        below = gap is None
        if below and _is_open(text, spans):
            gap = _NEXT_LINE.match(text, unit.end(), end)
        if gap is None:
            break
        at = gap.end()
    return spans if len(spans) <= MOST_UNITS else []


def _is_open(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether only given names were read so far: the surname may follow on the next line."""
    return len(spans) < 3 and all(is_given(text[first:last]) for first, last in spans)


def _may_end(text: str, spans: list[tuple[int, int]], unit: str) -> bool:
    """Whether a name may be whole before a unit: not two surnames before ``Emilia``."""
    return len(spans) > 1 and not (
        is_given(unit) and not any(is_given(text[first:last]) for first, last in spans)
    )


@lru_cache(maxsize=4096)
def _is_word_of_acts(unit: str, whole: bool) -> bool:
    """Whether a name, which may be ``whole`` so far or not, ends before this unit."""
    word = _plain(unit).casefold()
    last = word.rpartition(" ")[2]
    if unit[0].islower() or unit.isupper():
        # dell'Interno, DELL'IMPRESA: an article, where a surname would not have one.
        last = last.rpartition("'")[2] or last
    if set(last) == {"x"}:
        return True  # Xxxxx Xxxxxxx: a name that was blotted out
    return last in NOT_NAMES or (whole and last in ENDING)


def _changes_case(text: str, spans: list[tuple[int, int]], unit: str) -> bool:
    """Whether the unit's case differs from the ones before it as in no name.

    ``Ada FIORILLO`` and ``FIORILLO Ada`` are names: what is not in capitals is a given name.
    """
    if not spans or unit.endswith("."):
        return False
    before = [text[first:last] for first, last in spans if text[last - 1] != "."]
    if not before or before[-1].isupper() == unit.isupper():
        return False
    small = [unit] if before[-1].isupper() else before
    return not all(is_given(word) for word in small if not word.isupper())


def _plain(unit: str) -> str:
    """The unit with straight apostrophes and hyphens and single spaces, accents of capitals set."""
    plain = " ".join(unit.translate(_DASHES).split()).replace("' ", "'")
    if plain.endswith("'") and len(plain) > 2:
        last = _ACCENTS.get(plain[-2].casefold())
        if last:
            return plain[:-2] + (last.upper() if plain[-2].isupper() else last)
    return plain


def _titled(unit: str) -> str:
    """The unit in title case when it is printed in capitals, as printed otherwise."""
    return " ".join(_titled_word(word) for word in _plain(unit).split(" "))


def _titled_word(word: str) -> str:
    if not word.isupper() or word.endswith("."):
        return word
    return str(_CAPITALS.sub(lambda part: part.group().capitalize(), word))
