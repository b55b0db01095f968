"""The parties of an agreement: between *TRA* and the premises, one after the other.

*TRA … (di seguito “X”), con sede in …, C.F. …, rappresentata da … E …*: the parties stand each
on its own line or lines, an *e* between them.
"""

import re
from collections.abc import Iterator

from extractor.structure.sheets.grid import Source
from extractor.structure.sheets.values import clean
from models import Contraente

_BETWEEN = re.compile(r"^[ \t*_–-]{0,6}tra[ \t*_:–-]{0,6}$", re.I | re.M)
_AND = re.compile(r"^[ \t*_–-]{0,6}ed?[ \t*_:–-]{0,6}$", re.I | re.M)
_AFTER = re.compile(
    r"^[ \t*_•–-]{0,6}(?:(?:dett[ei]|individuate|denominat[ei]|indicat[ei])\s[^\n]{0,60}\bparti\b"
    r"|(?:di\s+seguito\s+)?(?:congiuntamente|collettivamente)\b"
    r"|(?:tutto\s+ci[òo]\s+)?premess[oaie]\b|vist[oaie]\b|considerat[oaie]\b"
    r"|si\s+(?:conviene|stipula)|codice\b|cup\b|cig\b|art(?:icolo|\.)\s*1\b)",
    re.I | re.M,
)
_LONGEST_PARTIES = 5000
_ARTICLE = r"(?:[Ll]['’]\s?|[LlIi]a\s|[Ii]l\s|[Ll]o\s|[Ii]\s|[Gg]li\s|[Ll]e\s)"
# A party begins a line with an article and a name; a wrapped line begins with other words.
_NEXT_PARTY = re.compile(rf"\n(?=[ \t*_•–-]{{0,6}}{_ARTICLE}[A-ZÀ-Ù])")
_NAME = re.compile(
    rf"[\s*_•–-]*(?:{_ARTICLE})?[\s*_]*(?P<nome>[A-ZÀ-Ù0-9][^,;(]{{3,200}}?)[\s*_]*"
    r"(?=[,;(]|\s(?:di\s+seguito|con\s+sede|C\.?\s?F\.|codice\s+fiscale|P\.?\s?IVA|rappresentat[oa]"
    r"|nella\s+persona|nelle\s+persone|in\s+persona|in\s+nome|avente)\b|\s*$)",
    re.S,
)
_SHORT = re.compile(
    r"(?:di\s+seguito|in\s+seguito|nel\s+seguito|per\s+brevit[àa])[^()“”\"«»]{0,60}"
    r"[“\"«]?\s?(?P<sigla>[A-Z]\w{1,11})(?!\w)"
)
_VAT = r"(?:P\.?\s?I\.?V\.?A\.?|partita\s+IVA)"
_FISCAL = rf"(?:C\.?\s?F\.?|codice\s+fiscale|{_VAT})"
_SEAT = re.compile(
    r"con\s+sede(?:\s+legale)?(?:\s+in)?\s+(?P<sede>(?:[^;()]|\([A-Z]{2}\)){3,160}?)"
    rf"(?=\s*,?\s*(?:{_FISCAL}|rappresentat|nella\s+persona|in\s+persona|nel\s+seguito"
    r"|iscritt[oa]|di\s+seguito|che\s|[;)]|\((?![A-Z]{2}\))|$))",
    re.I | re.S,
)
_FISCAL_CODE = re.compile(
    rf"{_FISCAL}(?:\s*(?:e|/|-|,)\s*{_VAT})?\s*[:n.]*\s*"
    r"(?P<codice>\d{11}|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z])(?!\w)",
    re.I,
)
_NAMED = re.compile(r"^[^_]*\w{3}[^_]*$")  # not an article before a blank to fill in
_LONGEST_NAME = 160


def read(source: Source) -> Iterator[Contraente]:
    """The parties of the act, and of the agreements attached to it, each once."""
    seen: set[str] = set()
    done = source.inizio
    for between in _BETWEEN.finditer(source.testo, source.inizio, source.fine):
        pieces = [*_parties(source, between.end())] if between.start() >= done else []
        for start, end in pieces:
            done = end
            party = _party(source, start, end)
            if party is not None and party.denominazione.casefold() not in seen:
                seen.add(party.denominazione.casefold())
                yield party


def _parties(source: Source, at: int) -> Iterator[tuple[int, int]]:
    """The stretches of text with a party each; none where no two parties are named."""
    limit = min(at + _LONGEST_PARTIES, source.fine)
    after = _AFTER.search(source.testo, at, limit)
    ands = [*_AND.finditer(source.testo, at, after.start() if after else limit)]
    if after is None and not ands:
        return
    # Without words that close the list, what follows the last "e" is one party.
    end = after.start() if after else min(ands[-1].end() + 800, limit)
    starts = [at, *(found.end() for found in ands)]
    ends = [*(found.start() for found in ands), end]
    for start, stop in zip(starts, ends, strict=True):
        piece = start
        for found in _NEXT_PARTY.finditer(source.testo, start, stop):
            if source.testo[piece : found.start()].strip():
                yield piece, found.start()
                piece = found.end()
        yield piece, stop


def _party(source: Source, inizio: int, fine: int) -> Contraente | None:
    text = source.testo
    name = _NAME.match(text, inizio, fine)
    if name is None or len(name["nome"]) > _LONGEST_NAME or not _NAMED.search(name["nome"]):
        return None
    seat = _SEAT.search(text, name.end("nome"), fine)
    seat = None if seat and "__" in seat["sede"] else seat
    code = _FISCAL_CODE.search(text, name.end("nome"), fine)
    short = _SHORT.search(text, name.end("nome"), fine)
    if short is None or sum(char.isupper() for char in short["sigla"]) < 2:
        short = _short_form(source, name["nome"])
    found = [match.span(group) for match, group in (
        (seat, "sede"), (code, "codice"), (short, "sigla")
    ) if match is not None]  # fmt: skip
    return Contraente(
        inizio=name.start("nome"),
        fine=name.end("nome"),
        testo=name["nome"],
        fonte="parti_accordo",
        denominazione=clean(name["nome"].strip(" *_")),
        sigla=short["sigla"] if short else None,
        codice_fiscale=code["codice"].upper() if code else None,
        sede=clean(seat["sede"]).strip(" ,") if seat else None,
        completamenti=tuple(found),
    )


def _short_form(source: Source, name: str) -> re.Match[str] | None:
    """The abbreviation that the act gives to a party where it names it again."""
    words = r"\s+".join(re.sub(r"['’]", "['’]", re.escape(word)) for word in name.split())
    again = re.compile(
        rf"{words}\s*\((?:di\s+seguito\s+)?[“\"«]?(?P<sigla>[A-Z]\w{{2,11}})[”\"»]?\)", re.I
    )
    found = again.search(source.testo, source.inizio, source.fine)
    return found if found and sum(char.isupper() for char in found["sigla"]) > 1 else None
