"""The office of a body that an act comes from."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.structure.blocks import Block, is_upper
from extractor.structure.kinds import Kind, kind_of_sigla

#: An office alone in its block, on a title page.
_NAMED = re.compile(
    r"(?:S\.?C\.?|S\.?S\.?D?\.?|U\.?\s?O\.?\s?C?\.?|Struttura|STRUTTURA|Settore|SETTORE|Area|AREA|Servizio"
    r"|SERVIZIO|Ufficio|UFFICIO|Direzione|DIREZIONE|Ripartizione|RIPARTIZIONE|Dipartimento"
    r"|DIPARTIMENTO|D\.\s?G\.|UOR\s*:|Unità\s+[Oo]rganizzativa)\s+[A-ZÀ-Ý\d“\"«].{2,110}$"
)
_LABEL = re.compile(r"(?:UOR|Struttura(?:\s+proponente)?)\s*:\s*", re.I)
#: ``Struttura proponente: SC Acquisti``: the office that an act comes from, by name.
_PROPOSING = re.compile(
    r"(?:struttura|settore|area|ufficio|servizio|direzione|dipartimento|u\.?\s?o\.?\s?c?\.?)"
    r"\s+proponente\s*:?\s+(?P<ufficio>\S.{3,110})$",
    re.I,
)
_LABELLED = re.compile(
    r"(?:Direzione|Dipartimento|Area|Settore|Servizio|Ufficio)\s*:\s*(?P<ufficio>[A-ZÀ-Ý].{3,110})$"
)
_LABEL_INSIDE = re.compile(r"(?:direzione|area|settore|servizio|ufficio)\s*:\s*", re.I)
_OFFICE = re.compile(
    r"(?:il|la)\s+dirigente\s+(?:(?:del|di|a)l?l?[ae]?['’]?\s*)"
    r"(?:struttura\s+(?=\w))?(?P<ufficio>\w.*)",
    re.I | re.S,
)


#: The organs of a Region that its deliberazioni are of.
_ORGANS = (
    ("D.g.r.", re.compile(r"la\s+giunta(?:\s+della)?\s+region(?:e|ale)\b", re.I)),
    (
        "D.c.r.",
        re.compile(r"(?:il\s+consiglio\s+regionale|l['’]\s?assemblea\s+legislativa)\b", re.I),
    ),
)


def kind_by_organ(kind: Kind, below: Sequence[Block]) -> Kind:
    """The kind of a Region's deliberazione, by the organ that stands ``below`` its subject.

    ``DELIBERAZIONE 11 marzo 2024, n. 291`` is of the Giunta or of the Consiglio.
    """
    if kind.tipo != "delibera" or kind.organo is not None:
        return kind
    for block in below:
        for sigla, organ in _ORGANS:
            if organ.match(block.testo):
                return kind_of_sigla(sigla) or kind
    return kind


_MINISTER = re.compile(r"(?:il|la)\s+ministr[oa]\b", re.I)
_LINES_TO_THE_ORGAN = 8


def kind_by_minister(kind: Kind, below: Sequence[Block]) -> Kind:
    """The kind of a ministry's decree: a minister's where ``IL MINISTRO`` stands below."""
    if kind.tipo != "decreto" or kind.organo is not None:
        return kind
    if any(_MINISTER.match(block.testo) for block in below[:_LINES_TO_THE_ORGAN]):
        return replace(kind, tipo="dm", nome="dm")
    return kind


def named_office(blocks: Sequence[Block]) -> str | None:
    """The office printed on a title page: ``SC ANALISI E SVILUPPO``, ``UOR: Ragioneria``."""
    for block in blocks:
        found = _PROPOSING.match(block.testo)
        if found:
            return _LABEL_INSIDE.sub("", found["ufficio"]).strip(" ;,.")
    for block in blocks:
        found = _LABELLED.match(block.testo)
        if found:
            return found["ufficio"].strip(" ;,.")
        if _NAMED.match(block.testo) and not block.testo.endswith((".", ";", ",")):
            return _LABEL.sub("", block.testo).strip()
    return None


def signing_office(blocks: Sequence[Block], at: int, kind: Kind) -> str | None:
    """The office that the organ's line names: ``LA DIRIGENTE DELLA STRUTTURA …``."""
    if kind.tipo != "decreto" or at >= len(blocks):
        return None
    lines = []
    for block in blocks[at : at + 5]:
        if not is_upper(block.testo) or len(block.testo) > 300:
            break
        lines.append(block.testo)
    found = _OFFICE.match(" ".join(lines))
    return " ".join(found["ufficio"].split()).strip(" ,") or None if found else None
