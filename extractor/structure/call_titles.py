"""The title of a call whose own line says only what it is: ``BANDO A GRADUATORIA``.

The measure that it is a call for is then named in the lines above, below the programme, axis and
action that pay for it.
"""

import re

from extractor.structure.blocks import Block
from extractor.structure.bodies import names_body
from extractor.structure.formulas import RECITAL

#: A call's title that names nothing: the word with adjectives, the way of choosing, a year.
_BARE = re.compile(
    r"(?:avviso|bando)(?:\s+(?:pubblico|attuativo|unico|regionale|integrale|permanente|congiunto"
    r"|esplorativo|a\s+(?:graduatoria|sportello)|di\s+(?:attuazione|finanziamento|selezione)"
    r"|(?:edizione\s+)?20\d\d)){0,4}\s*[.:]?$",
    re.I,
)
#: Lines of a cover that name no measure: who issues, what pays, stamps, numbers, contents.
_OF_COVER = re.compile(
    r"allegat|regione\b|comune\b|citt[àa]['’]?\s|provincia\b|unione\b|direzione|settore|servizio\b|area\b"
    r"|ufficio|dipartimento|assessorato|pr\b|por\b|psr\b|poc\b|programma(?:zione)?\b|piano\b|fondo\b|fondi\b"
    r"|fesr|fse|asse\b|priorit[àa]|obiettivo|azione\b|sub-?azione|linea\b|tipologia|intervento\b|misura\s+\d"
    r"|operazione|prot|rep\b|rep\.|n[.°º]|cup\b|cig\b|data\b|\d|decreto|d\.|determin|deliber|legge\b"
    r"|il\s|la\s|l['’]|unione\s+europea|repubblica|ministero|copia|logo|pag(?:ina|\.)|\W*$|\(|istituto|azienda|ambito|consorzio|camera\b|universit|via\b|piazza\b"
    r"|corso\b|viale\b|p\.",
    re.I,
)
#: What letterheads print: an address, a telephone, a site, a code.
_ADDRESS = re.compile(r"\d{5}|@|www\.|\btel\b|\bpec\b|c\.\s?f\.|p\.\s?iva", re.I)
_MOST_LINES = 4
_LONGEST = 200


def named_above(front: tuple[Block, ...], at: int, title: str) -> list[str]:
    """The lines above block ``at`` with which the ``title`` printed there begins; often none."""
    if not _BARE.match(title):
        return []
    first = at
    while first > 0 and at - first < _MOST_LINES and _names_measure(front[first - 1]):
        first -= 1
    # Words in small letters go on a line; they begin no title.
    while first < at and front[first].testo[0].islower():
        first += 1
    return [block.testo for block in front[first:at]]


def _names_measure(block: Block) -> bool:
    text = block.testo
    return not (
        block.celle
        or len(text) > _LONGEST
        or text.endswith((";", ",", ":"))
        or _OF_COVER.match(text)
        or _ADDRESS.search(text)
        or RECITAL.match(text)
        or names_body(text)
    )
