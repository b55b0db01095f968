"""Abbreviations that stand after their words without brackets: *“Piano di Azione Locale” - PAL*."""

import re
from collections import Counter
from collections.abc import Iterator

import regex

from extractor.facts.acronyms.beside import (
    DASH,
    floor,
    may_stand_beside,
    nearly_start,
    skipped_start,
    spelt_start,
    strict_start,
)
from extractor.facts.acronyms.known import head_before
from extractor.facts.acronyms.starts import definition_start, long_start
from extractor.facts.acronyms.written import LEGAL_FORM, is_sigla, record
from extractor.facts.characters import after, before, characters, leading_to, places
from extractor.facts.initials import letters, words
from extractor.literals import matches
from models import Acronimo

_PLAIN = (
    r"(?P<sigla>[A-Z](?:[A-Z]{2,7}(?:-[A-Z][A-Za-z]{1,3}(?:/[A-Z]{2})?)?|\.(?:[A-Z]\.){2,7}"
    r"|(?P<misto>[a-z]{1,2}[A-Z][A-Za-z]{0,4})|\d(?=\s)))(?![\w’'])"
)
# ``“Segnalazione Certificata di Inizio Attività” - SCIA``, ``… Inizio Lavori “libera” C.I.L.``,
# ``Scheda Unica Annuale della Ricerca Dipartimentale SUA-RD``, ``Quadro Comune Europeo -QCE-``
_APPOSED = re.compile(_PLAIN)
_JOINT = regex.compile(
    r"(?r)(?:(?P<altro>\s[“\"«][^“”\"«»\n]{1,40}[”\"»])|[”\"»])?"
    r"(?:\s[–—‐-]\s|:?\s|\s-|(?<=\w)[–—-])[“\"«]?"
)


_PATIENCE = 20
"""How often the words before an abbreviation and its dash are read over for a longer name."""
_SELDOM, _AT_LEAST = 400, 50
"""And how often for all together: once in so many characters, and so many times in any text."""

_FEW_LETTERS, _MANY_LETTERS = 3, 4
_FORM = re.compile(rf"\s{LEGAL_FORM},?\Z")
_FORM_ENDS = ("A.", "a.", "l.", "pA", "PA", "rl", "RL", "L.")


def apposed(text: str) -> Iterator[Acronimo]:
    """The abbreviations after their words: of three letters and more, or after a dash."""
    tried: Counter[str] = Counter()
    left = len(text) // _SELDOM + _AT_LEAST
    for match in matches(_APPOSED, text, _first_letters(text)):
        sigla, at = match["sigla"], match.start()
        if _follows_another(text, at, sigla) or _stands_apart(text, at, sigla):
            continue
        if not is_sigla(sigla):
            continue
        joint = _JOINT.match(text, max(at - 46, 0), at)
        if joint is None or (joint.group() == " -" and not text.startswith("-", match.end())):
            continue
        dashed = DASH.search(joint.group()) is not None
        found = _after_words(text, match, joint, dashed=dashed)
        quoted = text[at - 1] in '“"«'
        if found is None and (dashed or quoted) and left and tried[sigla] < _PATIENCE:
            tried[sigla] += 1
            left -= 1
            found = _after_dash(text, match, joint.start())
        if found is not None:
            yield found


def _first_letters(text: str) -> list[int]:
    """Where an abbreviation may begin that ``_APPOSED`` tells, after a space, quotes or a dash."""
    here = characters(text)
    capital, small = here.capital, here.small
    goes_on = capital & after(capital)
    goes_on |= here.one_of(".") & after(capital)
    goes_on |= small & after(leading_to(small, 1, capital))
    goes_on |= here.figure & after(here.space)
    return places(capital & before(here.space | here.one_of('“"«–—-')) & after(goes_on))


def _follows_another(text: str, at: int, sigla: str) -> bool:
    """Whether a plain word before the abbreviation does not begin with its last letter.

    It tells most words in capitals apart at once; any sign between or before them is left to
    a closer look.
    """
    if text[at - 1] != " " or "." in sigla:
        return False
    word = text[text.rfind(" ", max(0, at - _LONGEST_WORD), at - 1) + 1 : at - 1]
    return word.isalpha() and word.isascii() and word[0].upper() != sigla[-1].upper()


def _stands_apart(text: str, at: int, sigla: str) -> bool:
    """As ``_follows_another``, of the last word of another cell or line, a number, or a sign."""
    if text[at - 1] not in " \t\n" or not sigla.isupper() or "." in sigla:
        return False
    before = text[max(0, at - _LONGEST_WORD - 1) : at - 1].rsplit(maxsplit=1)
    word = before[-1] if before else ""
    if not word.isalnum():
        return word[-1:] in _ENDING
    if not word.isascii() or word.endswith(_FORM_ENDS):
        return False
    return word[0].isdecimal() or word[0].upper() != sigla[-1]


_LONGEST_WORD = 40
_ENDING = ";%)"


def _after_words(
    text: str, match: re.Match[str], joint: regex.Match[str], *, dashed: bool
) -> Acronimo | None:
    """The abbreviation with the words before it, each of which gives its first letter."""
    sigla = match["sigla"]
    named = match["misto"] is not None and joint.group().isspace() and joint.group() != "\t"
    if named or not may_stand_beside(sigla):
        return None  # two letters, or a name written so, stand beside others
    # What stands in quotes are the words themselves, or a part of the name that gives no letter.
    quoted = joint["altro"] is not None
    ends = (joint.end("altro") - 1, joint.start()) if quoted else (joint.start(),)
    if text.endswith(_FORM_ENDS, 0, ends[-1]):  # ``… e gli Acquisti S.p.A. - ARIA S.p.A.``
        form = _FORM.search(text, max(ends[-1] - 14, 0), ends[-1])
        ends = ends if form is None else (*ends, form.start())
    for end in ends:
        # ``il piano triennale dell'offerta formativa PTOF``: four initials need no capital.
        quoted_too = text[match.start() - 1] in '“"«'
        surely = (
            dashed
            or quoted_too
            or (len(sigla) > _FEW_LETTERS and sigla.isupper() and sigla.isalpha())
        )
        start = strict_start(text, end, sigla, dashed=surely)
        if start is not None:
            return record(text, start, match.end("sigla"), sigla, text[start:end], 0.8)
    start = nearly_start(text, ends[-1], sigla) if "." in sigla else None
    if start is None:
        return None
    return record(text, start, match.end("sigla"), sigla, text[start : ends[-1]], 0.5)


def _after_dash(text: str, match: re.Match[str], end: int) -> Acronimo | None:
    """The abbreviation after a dash whose words give it more letters, go on or are customary.

    ``Tassa sui rifiuti - TARI``, ``Strategia regionale di specializzazione intelligente - S3``
    """
    sigla = match["sigla"]
    fewest = _FEW_LETTERS if text[match.start() - 1] in '“"«' else _MANY_LETTERS
    if (
        may_stand_beside(sigla)
        and (start := spelt_start(text, end, sigla, fewest_letters=fewest)) is not None
    ):
        return record(text, start, match.end("sigla"), sigla, text[start:end], 0.8)
    if text[max(end - 2, 0) : end].isupper() and text[end - 1].isalpha():
        return None  # a heading in capitals, whose words stand beside others
    start = long_start(text, end, sigla)
    if start is None:
        start = head_before(sigla, words(text, floor(text, end, 220), end))
    if start is None:
        start = skipped_start(text, end, sigla)
    if start is None and len(letters(sigla)) > _MANY_LETTERS:
        start = definition_start(text, end, sigla, False)
        start = start if start is not None and text[start].isupper() else None
    if start is None:
        return None
    return record(text, start, match.end("sigla"), sigla, text[start:end], 0.6)
