"""Where an agreement lists its parties, and where each of them begins.

They stand between *TRA* (or *FRA*) and the premises: in lines of their own with *E* between them,
as items with a dash, a number or a letter, as rows of a table, or run on in one sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

import regex

from extractor.structure.sheets.grid import Source

_MARKS = r"[ \t*_•·●–—-]{0,8}"
_WHO = r"(?:\s+(?:le\s+(?:seguenti\s+)?parti|i\s+(?:sottoscritti|signori|seguenti\s+\w{4,12})))?"
#: ``TRA`` alone in its line, or at the end of the line above the first party.
_BETWEEN = re.compile(
    rf"^{_MARKS}(?:tra|fra){_WHO}{_MARKS}:?{_MARKS}$|(?<=[\w),] )(?:tra|fra){_WHO}[ \t]*:[ \t]*$",
    re.I | re.M,
)
#: The end of both: a cheap search before them.
_BETWEEN_ENDS = re.compile(rf"[TtFf](?i:ra{_WHO})[ \t*_•·●–—-]*+:?[ \t*_•·●–—-]*+$", re.M)
#: The list that begins in the same line: ``TRA il Comune di Esempio, rappresentato …``.
_RUN_ON = re.compile(
    rf"^{_MARKS}(?:tra|fra)[ \t]*:?[ \t]+(?=\S)"
    r"(?!le\s+(?:seguenti\s+)?parti|i\s+(?:sottosc|signori|segu))",
    re.I | re.M,
)
#: Who came to sign, where no *tra* is printed: ``si sono costituiti:``.
_PRESENT = regex.compile(
    r"\b(?:sono\s+(?:presenti|intervenut[ie]|comparsi|convenuti)|si\s+sono\s+costituit[ie]"
    r"|si\s+costituiscono)(?:\s+i\s+\w{4,14})?[ \t]*:[ \t]*$",
    regex.I | regex.M,
)
#: The title of an agreement: *tra* begins lines of other texts too.
_AGREEMENT = re.compile(
    r"^[^\n]{0,60}\b(?:accordo|protocollo|convenzione|contratto|intesa|patto|comodato|disciplinare"
    r"|scrittura\s+privata|concessione)\b",
    re.I | re.M,
)
_TITLE_REACH = 1500
_AND = re.compile(rf"^{_MARKS}(?:ed?|nonch[ée]){_MARKS}$", re.I | re.M)
_AFTER = re.compile(
    r"^[ \t*_•–-]{0,6}(?:(?:di\s+seguito\s+)?(?:dett[ei]|individuate|denominat[ei]|indicat[ei])\s"
    r"[^\n]{0,60}\bparti\b"
    r"|(?:di\s+seguito\s+)?(?:tutt[ei]\s+)?(?:congiuntamente|collettivamente)\b"
    r"|(?:tutto\s+ci[òo]\s+)?premess[oaie]\b|vist[oaie]\b|considerat[oaie]\b|richiamat[oaie]\b"
    r"|si\s+(?:conviene|stipula|concorda)|convengono\b|codice\b|cup\b|cig\b|art(?:icolo|\.)\s*1\b)",
    re.I | re.M,
)
_LONGEST = 20_000
_LONGEST_LAST = 800
_MOST = 300

BODY = (
    r"(?:comun[ei]|provinc(?:ia|e)|citt[àa]|region[ei]|union[ei]|comunità|aziend[ae]|a\.?s\.?l\.?(?=\s)|asst"
    r"|ats|irccs|universit[àa]|politecnico|istitut[oi]|liceo|scuol[ae]|associazion[ei]|fondazion[ei]"
    r"|consorzi[oi]?|camer[ae]|ministero|agenzi[ae]|parrocchi[ae]|(?:arci)?diocesi|santuario|prefettura"
    r"|questura|ordin[ei]|collegio|confederazione|federazione|cooperativ[ae]|società|ent[ei]|parc(?:o|hi)"
    r"|autorità|pro\s+loco|banca|centro|comitat[oi]|dipartiment[oi]|tribunale|procura|croce|caritas"
    r"|sindacat[oi]|organizzazion[ei]|conservatorio|accademia|museo|gal|aler|arpa)\b"
)
"""A word with which the name of a body begins, to be matched without regard to case."""

ARTICLE = r"(?:[Ll]['’]\s?|(?:[LlIi]a|[Ii]l|[Ll]o|[Ii]|[Gg]li|[Ll]e|IL|LA|LO|GLI|LE)\s)"
"""The article before a party."""

_ITEM = r"(?:[•·●–—-]|\(?\d{1,2}[).]|\(?[a-z]{1,2}\))[ \t]{0,4}"
#: A party begins its line with the mark of a list, an article, or the word for a body.
_NEXT = re.compile(
    rf"\n[ \t*_]{{0,6}}(?:(?P<voce>{_ITEM}(?:(?i:per|ed?)\s)?(?:{ARTICLE})?[*_]{{0,3}}(?=[A-ZÀ-Ù]))"
    rf"|(?:(?i:ed?|per)\s)?{ARTICLE}[*_]{{0,3}}(?:(?=[A-ZÀ-Ù])|(?={BODY}))|(?P<nudo>(?=[A-ZÀ-Ù])(?=(?i:{BODY}))))"
)
#: A line that ends so goes on in the next.
_WRAPPED = re.compile(
    r"(?:\s|['’])(?:d[aei]|d[ae]l|[dans]ell[ao]|[dn]el|all[ao]|al|il|la|lo|presso|per|con|in|su|ed?|l)"
    r"['’]?\s*$",
    re.I,
)
#: One party after another in a sentence: ``…, rappresentata da Anna Verdi, e il Comune di …``.
_RUN_NEXT = re.compile(
    rf"(?:(?<=[,;)”»])\s*(?:ed?|nonch[ée])?|\s(?:ed?|nonch[ée]))\s+(?={ARTICLE}{{1}}(?i:{BODY}))"
)


def party_lists(source: Source) -> Iterator[list[tuple[int, int]]]:
    """For each agreement in the source, the stretches of text with a party each, in order."""
    starts = _starts(source)
    if not starts:
        return
    ends = [*_AFTER.finditer(source.testo, source.inizio, source.fine)]
    ands = [*_AND.finditer(source.testo, source.inizio, source.fine)]
    done = source.inizio
    for start, alone in starts:
        found = _bounds(source, start, ends, ands) if start >= done else None
        if found is None or not (alone or found.closed):
            continue
        pieces = [*_pieces(source.testo, start, found)][:_MOST]
        done = pieces[-1][1]
        yield pieces


def _starts(source: Source) -> list[tuple[int, bool]]:
    """Where lists of parties may begin; whether what begins there is one surely."""
    text, found = source.testo, []
    if _BETWEEN_ENDS.search(text, source.inizio, source.fine):
        for between in _BETWEEN.finditer(text, source.inizio, source.fine):
            found.append((between.end(), True))
    for pattern in (_RUN_ON, _PRESENT):
        for begun in pattern.finditer(text, source.inizio, source.fine):
            title = max(begun.start() - _TITLE_REACH, source.inizio)
            if _AGREEMENT.search(text, title, begun.start()):
                found.append((begun.end(), False))
    return sorted(found)


class _Bounds(NamedTuple):
    """Where a list ends, the *e* that stand alone in it, and whether words close it."""

    fine: int
    ed: tuple[re.Match[str], ...]
    closed: bool


def _bounds(
    source: Source, at: int, ends: list[re.Match[str]], ands: list[re.Match[str]]
) -> _Bounds | None:
    """The bounds of the list that begins at ``at``; None where nothing ends it."""
    limit = min(at + _LONGEST, source.fine)
    number = bisect_left(ends, at, key=re.Match.start)
    after = ends[number].start() if number < len(ends) and ends[number].end() <= limit else None
    first = bisect_left(ands, at, key=re.Match.start)
    last = bisect_left(ands, limit if after is None else after, key=re.Match.start)
    inside = tuple(ands[first:last])
    if after is not None:
        return _Bounds(after, inside, True)
    # Without words that close the list, what follows the last "e" is one party.
    return _Bounds(min(inside[-1].end() + _LONGEST_LAST, limit), inside, False) if inside else None


def _pieces(text: str, at: int, bounds: _Bounds) -> Iterator[tuple[int, int]]:
    """The stretches of text with a party each."""
    starts = [at, *(found.end() for found in bounds.ed)]
    ends = [*(found.start() for found in bounds.ed), bounds.fine]
    for start, stop in zip(starts, ends, strict=True):
        yield from _split(text, start, stop)


def _split(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The parties between two *e* that stand alone: by lines, and by the words of a sentence."""
    piece = start
    for found in _NEXT.finditer(text, start, stop):
        if not text[piece : found.start()].strip(" \t*_:\n"):
            continue
        if found["nudo"] is not None and _goes_on(text, piece, found.start()):
            continue
        yield from _run(text, piece, found.start())
        piece = found.start()
    yield from _run(text, piece, stop)


def _goes_on(text: str, piece: int, end: int) -> bool:
    """Whether the line that ends at ``end`` goes on below it; a row of a table never does."""
    line = text[max(text.rfind("\n", piece, end) + 1, piece) : end]
    return "\t" not in line and _WRAPPED.search(line[-24:]) is not None


def _run(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    piece = start
    for found in _RUN_NEXT.finditer(text, start, stop):
        yield piece, found.start()
        piece = found.end()
    yield piece, stop
