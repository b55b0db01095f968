"""Abbreviations that stand after their words without brackets: *“Piano di Azione Locale” - PAL*."""

import re
from collections.abc import Iterator

import regex

from extractor.facts.acronyms.beside import (
    DASH,
    floor,
    may_stand_beside,
    nearly_start,
    spelt_start,
    strict_start,
)
from extractor.facts.acronyms.known import head_before
from extractor.facts.acronyms.starts import long_start
from extractor.facts.acronyms.written import is_sigla, record
from extractor.facts.initials import words
from models import Acronimo

# The place is judged after the first letter: a class of letters is what the engine looks for.
_PLAIN = (
    r"(?P<sigla>[A-Z](?<=[\s“\"«–—-].)(?:[A-Z]{2,7}|\.(?:[A-Z]\.){2,7}"
    r"|(?P<misto>[a-z]{1,2}[A-Z][A-Za-z]{0,4})|\d(?=\s)))(?![\w’'])"
)
# ``“Segnalazione Certificata di Inizio Attività” - SCIA``, ``… Inizio Lavori “libera” C.I.L.``
_APPOSED = re.compile(_PLAIN)
_JOINT = regex.compile(
    r"(?r)(?:(?P<altro>\s[“\"«][^“”\"«»\n]{1,40}[”\"»])|[”\"»])?"
    r"(?:\s[–—‐-]\s|\s|(?<=\w)[–—-])[“\"«]?"
)


def apposed(text: str) -> Iterator[Acronimo]:
    """The abbreviations after their words, of three letters and more."""
    for match in _APPOSED.finditer(text):
        yield from _after_words(text, match)


def _after_words(text: str, match: re.Match[str]) -> Iterator[Acronimo]:
    sigla, at = match["sigla"], match.start()
    joint = _JOINT.match(text, max(at - 46, 0), at)
    if joint is None or not is_sigla(sigla):
        return
    dashed = DASH.search(joint.group()) is not None
    if not may_stand_beside(sigla) or (match["misto"] is not None and joint.group().isspace()):
        if dashed:
            yield from _going_on(text, match, joint.start())
        return  # two letters, or a name written so, stand beside others
    # What stands in quotes are the words themselves, or a part of the name that gives no letter.
    quoted = joint["altro"] is not None
    ends = (joint.end("altro") - 1, joint.start()) if quoted else (joint.start(),)
    for end in ends:
        start = strict_start(text, end, sigla, dashed=dashed)
        if start is None and dashed:
            start = spelt_start(text, end, sigla)
        if start is None:
            continue
        yield record(text, start, match.end("sigla"), sigla, text[start:end], 0.8)
        return
    start = nearly_start(text, ends[-1], sigla) if "." in sigla else None
    if start is not None:
        yield record(text, start, match.end("sigla"), sigla, text[start : ends[-1]], 0.5)
    elif dashed:
        yield from _going_on(text, match, joint.start())


def _going_on(text: str, match: re.Match[str], end: int) -> Iterator[Acronimo]:
    """A name that goes on after the abbreviation's words, or a customary one: *… - S3*."""
    sigla = match["sigla"]
    start = long_start(text, end, sigla)
    if start is None:
        start = head_before(sigla, words(text, floor(text, end, 220), end))
    if start is not None and not text[start:end].isupper():
        yield record(text, start, match.end("sigla"), sigla, text[start:end], 0.6)
