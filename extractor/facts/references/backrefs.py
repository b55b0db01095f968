"""Back-references: ``la citata d.g.r.``, ``il medesimo decreto``, ``dello stesso d.d.u.o.``."""

from typing import NamedTuple

from extractor.facts.references.gates import Gate
from extractor.facts.references.grammar import piece
from extractor.facts.references.kinds import kind_at
from models.vocabulary import TipoRiferimento

_GATE = Gate(
    (
        "citat", "richiamat", "riddett", "predett", "suddett", "succitat", "summenzionat", "sopra",
        "stess", "medesim", "anzidett",
    ),
    r"(?:c(?<!\wc)itat|r(?<!\wr)i(?:chiamat|dett)|p(?<!\wp)redett|s(?<!\ws)(?:u(?:ddett|ccitat"
    r"|mmenzionat)|opra\s?citat|tess)|m(?<!\wm)edesim|a(?<!\wa)nzidett)[oaie]\s{1,3}",
)  # fmt: skip
_AFTER = piece(r"\s{0,3}(?:n[.°r]|\d|[ivx]{1,5}[\s/]|\()")
_ALIASES = {"legge": ("legge", "legge_regionale")}


class Back(NamedTuple):
    """A back-reference to the kind of act that it names."""

    inizio: int
    fine: int
    tipo: TipoRiferimento


def find_back(low: str, lower: str, taken: list[tuple[int, int]]) -> list[Back]:
    """Every back-reference in folded text that is not part of a full citation.

    ``lower`` is the text in lower case.
    """
    starts = {start for start, _ in taken}
    found = []
    for gate in _GATE.finditer(low, lower):
        start = gate.end()
        if start in starts:
            continue
        head = kind_at(low, start)
        if head and not _AFTER.match(low, head[1]):
            found.append(Back(start, head[1], head[0].tipo))
    return found


def answers(tipo: str, cited: str) -> bool:
    """Whether an act of kind ``cited`` can be the one that ``il citato <tipo>`` points to."""
    if tipo == "decreto":
        return cited in (
            "decreto", "dm", "dpcm", "dpr", "decreto_legislativo", "decreto_legge", "regio_decreto"
        )  # fmt: skip
    if tipo == "delibera":
        return cited in ("delibera", "dgr", "dcr")
    return cited in _ALIASES.get(tipo, (tipo,))
