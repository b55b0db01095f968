"""The parts of an act that a citation names: articles, paragraphs, letters, annexes.

They stand before the act (``art. 1, comma 3-bis, della l.r. n. 27/2003``, ``lettera r) del
comma 2 dell'articolo 117``) or after it (``d.lgs. 267/2000, artt. 107 e 109``).
"""

import re

from extractor.facts.references.gates import Gate
from extractor.facts.references.grammar import BACK, piece

Span = tuple[int, int]

_LATIN = (
    r"(?:[-\s]{0,2}(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|undecies"
    r"|duodecies|[a-z]{2,8}decies|vicies)(?![a-z]))"
)
_DIGITS = rf"\d{{1,4}}(?!\d|/\d){_LATIN}?(?:\.\d{{1,3}})?\)?"
_LETTER = (
    rf"[\"']?[a-z]{{1,2}}{_LATIN}?[\"']?\)|(?<=lett\.\s)[\"']?[a-z](?![a-z])[\"']?|[\"'][a-z][\"']"
)
_RANK = (
    r"(?:prim|second|terz|quart|quint|sest|settim|ottav|ultim|penultim)[oaie](?![a-z])"
    r"|seguenti|segg\.?|ss\.|periodo|periodi|capoverso|alinea|inciso"
)
_LEVEL = (
    r"(?:comm[ai]|co?\.|lett(?:er[ae]|\.)?|punt[oi]|p\.to|par(?:agraf[oi]|r?\.)?|numer[oi]|nn?\."
    r"|sub|artt?\.|articol[oi])(?![a-z])"
)
_TOKEN = rf"(?:{_DIGITS}|{_LEVEL}|{_RANK}|{_LETTER})"
_SEPARATOR = (
    r"(?:[\s,;]{1,3}|\s{0,2}-\s{0,2})"
    r"(?:(?:e|ed|o|al|da|a|dal|del|dell'|dello)(?=[\s'\d])\s{0,2}){0,2}"
)
_ARTICLE = rf"(?:artt?\.?|articol[oi]|art\.li)\s{{0,3}}{_DIGITS}(?:{_SEPARATOR}{_TOKEN}){{0,80}}"
_LOWER = rf"{_LEVEL}\s{{0,2}}(?:{_DIGITS}|{_LETTER})(?:{_SEPARATOR}{_TOKEN}){{0,20}}"
_PLACE = (
    r"(?:allegat[oi]|titol[oi]|capo|tabell[ae]|parte)\s{1,3}"
    r"(?:[ivx]{1,5}|[a-z]?\d{1,2}|[a-z])(?![\w.])"
)

_GATE = Gate(
    ("art", "allegat", "comma", "commi", "capo", "titol", "letter", "paragraf"),
    r"a(?<!\wa)(?:rt(?:[.t]|icol|\s?\d)|llegat[oi]\s)|c(?<!\wc)(?:omm[ai]\s|apo\s)"
    r"|t(?<!\wt)itol[oi]\s|l(?<!\wl)etter[ae]\s|p(?<!\wp)aragraf[oi]\s",
)
_PARTS = piece(rf"(?:{_ARTICLE}|{_LOWER}|{_PLACE})")
_OF = piece(
    r"[\s,;)]{0,4}(?:(?:del(?:la|lo|l'|le|l)?|dei|degli|d\.|ex|di\s{1,3}cui\s{1,3}a(?:l(?:la|l')?|i))"
    r"(?![a-z])\s{0,3})?"
    rf"(?:{BACK}|(?:vigente|nuovo|previgente)\s{{1,3}}){{0,2}}"
)
_AFTER = piece(
    r"\s{0,3}[,(-]?\s{0,3}(?:(?:e\s{1,3})?(?:(?:all|dall|nell|l)'|agli\s{1,3}|gli\s{1,3})?)"
)


def printed(words: str) -> str:
    """Articles as the text prints them, on one line, without a bracket that they do not open.

    >>> printed("art. 31 commi 3\\ne 8-bis)"), printed("art. 1, lett. e)")
    ('art. 31 commi 3 e 8-bis', 'art. 1, lett. e)')
    """
    line = re.sub(r"\s+", " ", words)
    return line if _MARKED.search(line) else line.removesuffix(")")


_MARKED = re.compile(
    rf"(?i:\([^)]*\)|(?<!\w)(?:[a-z]{_LATIN}?|nn?\.\s?\d+|punt[oi]\s\d+)[\"']?\))$"
)


def collect(low: str, lower: str) -> dict[int, Span]:
    """Every run of articles, under the offset at which the act that it belongs to would begin.

    ``low`` is a text folded, ``lower`` the text in lower case.
    """
    places: dict[int, Span] = {}
    done = 0
    for gate in _GATE.finditer(low, lower):
        if gate.start() < done:
            continue
        found = _PARTS.match(low, gate.start())
        if found is None:
            continue
        done = found.end()
        link = _OF.match(low, found.end())
        places[link.end() if link else found.end()] = found.span()
    return places


def before(places: dict[int, Span], start: int) -> Span | None:
    """The articles that belong to the act cited at ``start``."""
    return places.get(start)


def after(low: str, end: int, begins: set[int], places: dict[int, Span]) -> Span | None:
    """The articles that follow the act whose citation ends at ``end``, as its own.

    ``begins`` are the offsets where citations begin: articles that lead to one are its own.
    """
    link = _AFTER.match(low, end)
    if link is None or link.end() == end:
        return None
    found = _ARTICLES.match(low, link.end())
    if found is None:
        return None
    own = _OF.match(low, found.end())
    if own is not None and own.end() in begins:
        return None
    return found.span()


_ARTICLES: re.Pattern[str] = piece(_ARTICLE)
