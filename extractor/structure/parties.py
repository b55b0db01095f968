"""The parties of an agreement, from its title page: between ``tra`` and the premises."""

import re

from extractor.structure.blocks import Block, is_upper
from extractor.structure.bodies import names_body, title_case
from extractor.structure.formulas import RECITAL

_BETWEEN = re.compile(r"[-–—\s]*(?:tra|fra)\s*[-–—:]*$", re.I)
#: The word at the end of the line above the first party.
_BETWEEN_LAST = re.compile(
    r"(?:[,.]\s+|[a-zà-ÿ]\s+(?=[TF])|[A-ZÀ-Ý]\s+(?=[tf]))(?:tra|fra|TRA|FRA)\s*:?$"
)
_BEGINS = re.compile(r"[-–—\s]*(?:tra|fra)\s*:?\s+(?=\S)", re.I)
_AND = re.compile(r"[-–—\s]*(?:ed?|,)\s*[-–—]*$", re.I)
_ARTICLE = re.compile(r"(?:ed?\s+)?(?:l['’]\s*|la\s+|il\s+|lo\s+|i\s+|gli\s+|le\s+)?", re.I)
_CUT = re.compile(
    r"\s*(?:[,;(]|\s(?:con\s+sede|in\s+persona|nella\s+person|nelle\s+person|rappresentat|di\s+seguito"
    r"|codice\s+fiscale|c\.\s?f\.|p\.\s?iva|su\s+mandato|iscritt|in\s+qualità)).*$",
    re.I | re.S,
)
_NOT_A_PARTY = re.compile(
    r"(?:dett[aei]|congiuntamente|individuat|denominat|di\s+seguito|rappresentat|nella\s+persona"
    r"|codice|partita|via\b|nr?\b|premess)",
    re.I,
)
_MAX_BLOCKS = 30


def read_parties(blocks: tuple[Block, ...], title: int) -> str | None:
    """The names of the parties, parted by ``; ``; None where no ``tra`` is below the title."""
    start = _first(blocks, title)
    if start is None:
        return None
    names: list[str] = []
    for number in range(start, min(start + _MAX_BLOCKS, len(blocks))):
        text = blocks[number].testo
        if RECITAL.match(text):
            break
        text = _BEGINS.sub("", text) if number == start else text
        name = _name(text)
        if name and name.casefold() not in {known.casefold() for known in names}:
            names.append(name)
    return "; ".join(names) if len(names) >= 2 else (names[0] if names else None)


def _first(blocks: tuple[Block, ...], title: int) -> int | None:
    for number in range(title, min(title + 14, len(blocks))):
        text = blocks[number].testo
        if _BETWEEN.match(text):
            return number + 1
        if _BETWEEN_LAST.search(text):
            return number + 1
        if number > title and _BEGINS.match(text):
            return number
    return None


def _name(text: str) -> str | None:
    if _AND.match(text) or _NOT_A_PARTY.match(text):
        return None
    name = _CUT.sub("", text[:300]).strip(' :;-–—•*"“”')
    name = name if name.endswith(("S.p.A.", "s.r.l.", "S.r.l.")) else name.rstrip(".")
    name = name[_ARTICLE.match(name).end() :].strip()  # type: ignore[union-attr]
    if not name[:1].isupper() or len(name) < 3 or len(name.split()) > 14:
        return None
    if "___" in name:
        return None
    return title_case(name) if is_upper(name) and names_body(name) else name
