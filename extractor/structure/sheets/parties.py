"""The parties of an agreement, with their short name, seat and code.

*TRA … (di seguito “X”), con sede in …, C.F. …, rappresentata da … E …*. Parties that are named
there only together (*i Comuni aderenti*) are named one by one where they sign.
"""

import re
from collections.abc import Iterator, Sequence

from extractor.structure.sheets.grid import Source
from extractor.structure.sheets.party_lists import ARTICLE, BODY, party_lists
from extractor.structure.sheets.values import clean
from models import Contraente

_VAT = r"(?:P\.?\s?I\.?V\.?A\.?|partita\s+IVA)"
_FISCAL = rf"(?:C\.?\s?F\.?|codice\s+fiscale|{_VAT})"
#: Where a party's name ends: before its seat, its code, who represents it, what it is called.
_NAME_ENDS = (
    r"(?=[,;(\t]|\s(?i:di\s+seguito|(?:con|avente)\s+sede|C\.?\s?F\.|codice\s+fiscale|P\.?\s?IVA"
    r"|rappresentat[oa]|nella\s+persona|nelle\s+persone|in\s+persona|in\s+nome|avente|domiciliat[oa]"
    r"|legalmente)\b"
    r"|\s(?i:(?:il|la)\s|l['’]\s?)(?i:(?:vice\s?)?sindac|president|dirigent|diret|legale|rettor|parroco)"
    r"|\s[-–—]\s(?=[a-z]|C\.?\s?F\.|P\.?\s?IVA|[Ss]indac)"
    r"|\s+in\s(?=[A-ZÀ-Ù][\w'’ ]{2,40}\([A-Z]{2}\))|\s*$)"
)
#: What stands before a name: the mark of a list, *per*, the article.
_START = (
    r"[\s*_•·●–—:-]*(?:\(?(?:\d{1,2}|[a-z]{1,2})[).]\s*)?(?:(?i:per|ed?)\s+)?"
    rf"(?:{ARTICLE})?+[\s*_]*"
)
_NAME = re.compile(rf"{_START}(?P<nome>[A-ZÀ-Ù0-9][^,;(\t]{{3,200}}?)[\s*_]*{_NAME_ENDS}", re.S)
_NAME_IN_SMALL = re.compile(
    rf"{_START}(?P<nome>(?i:{BODY})[^,;(\t]{{3,200}}?)[\s*_]*{_NAME_ENDS}", re.S
)
#: Who speaks for a party stands before it: ``Anna Verdi, nata a …, Sindaco del Comune di …``.
_REPRESENTED = re.compile(
    r"(?:sindac[oa]|president[ei]|direttor\w+|direttric\w+|dirigent[ei]|responsabile|rappresentante|rettor\w+"
    r"|rettrice|parroco|nome\s+e\s+per\s+conto|in\s+rappresentanza|amministratore)[^,;()\n]{0,60}?\s"
    rf"(?:(?:del|della|di|dello|dei)\s|(?:dell|l)['’]\s?)(?P<nome>(?i:{BODY})[^,;(\t]{{3,160}}?)[\s*_]*{_NAME_ENDS}",
    re.S | re.I,
)
_PERSON = re.compile(
    rf"{_START}(?:(?:dott|dr|avv|ing|arch|prof|sig|geom|rag|on|don|rev)\w{{0,5}}\.?\s|[A-ZÀ-Ù][\w'’]+\s+[A-ZÀ-Ù]"
    r"[\w'’]+(?:\s+[A-ZÀ-Ù][\w'’]+)?,?\s+(?:nat[oa]\s|in\s+qualità|nella\s+(?:sua\s+)?qualità|sindac|president))",
    re.I,
)
_SHORT = re.compile(
    r"(?:di\s+seguito|in\s+seguito|nel\s+seguito|per\s+brevit[àa])[^()“”\"«»]{0,60}"
    r"[“\"«]?\s?(?P<sigla>[A-Z]\w{1,11})(?!\w)"
)
_SEAT = re.compile(
    r"(?:con\s+sede(?:\s+legale)?(?:\s+(?:in|a))?|(?<=\s)in(?=\s[A-ZÀ-Ù][\w'’ ]{2,40}\([A-Z]{2}\)))"
    r"\s+(?P<sede>(?:[^;()]|\([A-Z]{2}\)){3,160}?)"
    rf"(?=\s*,?\s*(?:{_FISCAL}|rappresentat|nella\s+persona|in\s+persona|nel\s+seguito"
    r"|iscritt[oa]|di\s+seguito|in\s+esecuzione|giust[ao]\s|in\s+forza|domicili|che\s|[;)]|\((?![A-Z]{2}\))|$))",
    re.I | re.S,
)
_FISCAL_CODE = re.compile(
    rf"{_FISCAL}(?:\s*(?:e|/|-|,)\s*{_VAT})?\s*[:n.]*\s*"
    r"(?P<codice>\d{11}|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z])(?!\w)",
    re.I,
)
_NAMED = re.compile(r"^[^_]*\w{3}[^_]*$")  # not an article before a blank to fill in
_TO_FILL_IN = re.compile(r"\s*(?:_{3,}|\.{4,}|…)")
_LONGEST_NAME = 160
_AGAIN = 30_000
"""Characters within which an act gives a party's abbreviation where it names it again."""
#: The title of the column of the parties, in a table of them.
_COLUMN = re.compile(
    r"(?:ent[ei](?:\s+\w+)?|soggett[oi]|denominazione|part[ei]|comun[ei]|amministrazion[ei]|n[.°])\s*",
    re.I,
)

#: Bodies of one kind named in a row: ``Comuni di Alfa, Beta e Gamma``.
_SEVERAL = {"comuni": "Comune", "province": "Provincia", "parrocchie": "Parrocchia"}
_OF = r"(?:(?:d[ei]|d[ae]l|dell[ao]|dei|degli|in|sul|sull[ao]|al|con|a)[ ])?"
_PLACE = rf"[A-ZÀ-Ù][\w'’-]*(?:[ ]{_OF}[A-ZÀ-Ù][\w'’-]*){{0,4}}"
_ROW = re.compile(
    rf"{_START}(?P<specie>(?i:comuni|province|parrocchie))\s+di\s+"
    rf"(?P<luoghi>{_PLACE}(?:\s?,\s{_PLACE}){{0,60}}(?:\s+ed?\s+{_PLACE}))"
)
#: Parties named together by what they are: ``I Comuni aderenti al presente Protocollo``.
_TOGETHER = re.compile(
    rf"{_START}(?P<specie>(?i:comuni|province|parrocchie|associazioni|enti|unioni|aziende|istituti|scuole))\s"
    r"(?!di\s|del\s|della\s)",
)
#: Where an agreement is signed.
_CLOSING = re.compile(
    r"^[^\n]{0,40}\blett[oa][\s,]+(?:(?:confermat|approvat|accettat)[oa]|e\s)", re.I | re.M
)
_SIGNS = re.compile(
    r"(?:^|_{3,}|\t|\s{2,})[ \t*•–-]{0,6}(?:(?i:per)\s+)?(?:(?:[Ii]l|[Ll]a|IL|LA)\s+|[Ll]['’]\s?)?"
    rf"(?P<nome>(?i:comune|provincia|parrocchia|unione)\s(?i:(?:di|dei\s+comuni\s+di)\s)?{_PLACE})",
    re.M,
)
_KIND_OF = {
    "comuni": "comune",
    "province": "provincia",
    "parrocchie": "parrocchia",
    "unioni": "unione",
}
_MOST_SIGNERS = 200


def read(source: Source) -> Iterator[Contraente]:
    """The parties of the act, and of the agreements attached to it, each once."""
    seen: set[str] = set()
    for pieces in party_lists(source):
        for party in _listed(source, pieces):
            if party.denominazione.casefold() not in seen:
                seen.add(party.denominazione.casefold())
                yield _named_again(source, party)


def _listed(source: Source, pieces: Sequence[tuple[int, int]]) -> Iterator[Contraente]:
    """The parties of one list; those that are named together, one by one as they sign."""
    for start, end in pieces:
        row = _ROW.match(source.testo, start, end)
        together = _TOGETHER.match(source.testo, start, end)
        if row is not None:
            yield from _row(source, row)
            continue
        signing = _signing(source, pieces[-1][1], together["specie"]) if together else []
        if signing:
            yield from signing
            continue
        party = _party(source, start, end)
        if party is not None:
            yield party


def _row(source: Source, row: re.Match[str]) -> Iterator[Contraente]:
    one = _SEVERAL[row["specie"].lower()]
    for place in re.finditer(_PLACE, row["luoghi"]):
        start = row.start("luoghi") + place.start()
        yield _record(source, start, start + len(place.group()), f"{one} di {place.group()}")


def _signing(source: Source, at: int, species: str) -> list[Contraente]:
    """The bodies of a kind that sign the agreement whose list of parties ends at ``at``."""
    kind = _KIND_OF.get(species.lower())
    closing = _CLOSING.search(source.testo, at, source.fine) if kind else None
    if closing is None:
        return []
    found: list[Contraente] = []
    for signs in _SIGNS.finditer(source.testo, closing.end(), source.fine):
        if signs["nome"].casefold().startswith(str(kind)) and len(found) < _MOST_SIGNERS:
            found.append(_record(source, signs.start("nome"), signs.end("nome"), signs["nome"]))
    return found


def _party(source: Source, inizio: int, fine: int) -> Contraente | None:
    text = source.testo
    name = _name(text, inizio, fine)
    if name is None or len(name["nome"]) > _LONGEST_NAME or not _NAMED.search(name["nome"]):
        return None
    if _COLUMN.fullmatch(name["nome"]) or _TO_FILL_IN.match(text, name.end("nome"), fine):
        return None
    seat = _SEAT.search(text, name.end("nome"), fine)
    seat = None if seat and "__" in seat["sede"] else seat
    code = _FISCAL_CODE.search(text, name.end("nome"), fine)
    short = _SHORT.search(text, name.end("nome"), fine)
    if short is not None and sum(char.isupper() for char in short["sigla"]) < 2:
        short = None
    found = [match.span(group) for match, group in (
        (seat, "sede"), (code, "codice"), (short, "sigla")
    ) if match is not None]  # fmt: skip
    record = _record(source, name.start("nome"), name.end("nome"), name["nome"].strip(" *_"))
    return record.model_copy(
        update={
            "sigla": short["sigla"] if short else None,
            "codice_fiscale": code["codice"].upper() if code else None,
            "sede": clean(seat["sede"]).strip(" ,") if seat else None,
            "completamenti": tuple(found),
        }
    )


def _name(text: str, inizio: int, fine: int) -> re.Match[str] | None:
    """The name with which a piece begins, or that of the body for which its person speaks."""
    if _PERSON.match(text, inizio, fine):
        return _REPRESENTED.search(text, inizio, min(fine, inizio + 1000))
    return _NAME.match(text, inizio, fine) or _NAME_IN_SMALL.match(text, inizio, fine)


def _record(source: Source, inizio: int, fine: int, name: str) -> Contraente:
    return Contraente(
        inizio=inizio,
        fine=fine,
        testo=source.testo[inizio:fine],
        fonte="parti_accordo",
        denominazione=clean(name),
    )


def _named_again(source: Source, party: Contraente) -> Contraente:
    """The party with the abbreviation that the act gives it where it names it again, if any."""
    if party.sigla is not None:
        return party
    name = party.denominazione
    words = r"\s+".join(re.sub(r"['’]", "['’]", re.escape(word)) for word in name.split())
    again = re.compile(
        rf"{words}\s*\((?:di\s+seguito\s+)?[“\"«]?(?P<sigla>[A-Z]\w{{2,11}})[”\"»]?\)", re.I
    )
    first = max(party.inizio - _AGAIN, source.inizio)
    found = again.search(source.testo, first, min(party.fine + _AGAIN, source.fine))
    if found is None or sum(char.isupper() for char in found["sigla"]) < 2:
        return party
    spans = (*party.completamenti, found.span("sigla"))
    return party.model_copy(update={"sigla": found["sigla"], "completamenti": spans})
