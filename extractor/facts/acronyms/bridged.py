"""Abbreviations whose words spell them outright, whatever few words are said between the two.

``Centro Servizi Territoriale (il “CST”)``, ``… (CST in breve)``, ``… [CST]``, ``… o CST``: where
every word that counts gives its first letter, nothing needs to announce a definition.

>>> text = "il Centro Servizi Territoriale (da noi detto sempre CST) cura"
>>> [(found.sigla, found.definizione) for found in bridged(text)]
[('CST', 'Centro Servizi Territoriale')]
"""

import re
from collections import Counter
from collections.abc import Iterator

from extractor.facts.acronyms.beside import may_stand_beside, skipped_start, strict_start
from extractor.facts.acronyms.written import CLOSE, OPEN, SIGLA, record
from extractor.literals import matches, places
from models import Acronimo

_BRACKETS = re.compile(r"[(\[](?P<dentro>[^()\[\]\n\t]{3,90})[)\]]")
_TOKEN = re.compile(rf"(?<![\w.&/-])(?P<sigla>{SIGLA})(?![\w&/’'-])")
# What is said of the abbreviation in words of its own, before it or after: no name, no number.
_PLAIN = re.compile(r"[\sa-zà-ù“”\"«»'’,:./–—-]*")
# ``Stazione Unica Appaltante (SUA COLLEALTO)``; shorter, it is a fund's: ``POR FESR``
_OF_A_PLACE = re.compile(r"\s(?:[A-ZÀ-Ù]{6,15}|[A-ZÀ-Ù][a-zà-ù]{3,15})")
# ``Politica Agricola Comune (piani strategici della PAC)`` speaks of something else.
_OF_IT = re.compile(
    r"(?<!\w)(?:di|per|a|ad|al|all[ao]|[ds][aeu]l(?:l[aoe])?|dei|degli|cfr\.?|v\.|vedi|ex)\s*[“\"«]?\Z"
    r"|(?:ll|\sd)['’]\Z"
)
# ``“Centro Servizi Territoriale” o “CST”``, ``… /CST``
_SHORT = rf"{OPEN}(?P<sigla>{SIGLA}){CLOSE}(?![\w/&-])"
_OR = tuple(
    re.compile(rf"{joint}{_SHORT}")
    for joint in (
        r" o(?:vvero|ppure)?(?:\sanche)?\s",
        r"\no(?:vvero|ppure)?(?:\sanche)?\s",
        r"/\s?",
    )
)
_PATIENCE = 40
"""How often one may stand so without its words before it is passed over."""


def bridged(text: str) -> Iterator[Acronimo]:
    """The abbreviations of three letters and more so told, after words with capitals."""
    refused: Counter[str] = Counter()
    for end, match in (*_in_brackets(text), *_after_or(text)):
        sigla = match["sigla"]
        if refused[sigla] > _PATIENCE or not may_stand_beside(sigla):
            continue
        quoted = text[match.start("sigla") - 1] in '“"«'
        start = strict_start(text, end, sigla, dashed=quoted)
        start = skipped_start(text, end, sigla) if start is None else start
        refused[sigla] += start is None
        if start is not None:
            yield record(text, start, match.end("sigla"), sigla, text[start:end], 0.7)


def _in_brackets(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    for brackets in matches(_BRACKETS, text, places(text, "(", "[")):
        inside = brackets.span("dentro")
        for match in _TOKEN.finditer(text, *inside):
            before = _PLAIN.fullmatch(text, inside[0], match.start())
            if before is None or _OF_IT.search(before.group()):
                continue
            if _PLAIN.fullmatch(text, match.end(), inside[1]) or _OF_A_PLACE.fullmatch(
                text, match.end(), inside[1]
            ):
                yield brackets.start(), match


def _after_or(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    return ((match.start(), match) for joint in _OR for match in joint.finditer(text))
