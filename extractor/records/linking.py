"""Files that belong to an act printed elsewhere: a visto, an attachment that came alone."""

import re
from collections.abc import Iterable

from models import Act, Document, DocumentoCollegato, Riferimento, Structure

_NUMBERED = frozenset({"dgr", "dcr", "decreto", "determinazione", "delibera", "ordinanza"})
_ATTESTS = frozenset({"visto", "parere"})
_ATTACHED = re.compile(r"\s*(?:\S[^\n]{0,80}\n){0,3}\W{0,3}all(?:egato|\.)\W", re.IGNORECASE)
OPENING = 1_500
"""Characters at the beginning of such a file in which it says what act it belongs to."""


def linked_document(
    document: Document, structure: Structure, references: Iterable[Riferimento]
) -> DocumentoCollegato | None:
    """The act that a visto or an attachment says it belongs to, when it prints number and date.

    Of the acts cited in its opening the first is taken: it is the heading's («Allegato A alla
    determinazione n. 12 del 5 marzo 2024»).
    """
    if len(structure.atti) != 1:
        return None
    (act,) = structure.atti
    if act.atto.numero is not None:
        return None
    if act.atto.tipo in _ATTESTS:
        relation = "visto"
    elif act.atto.tipo == "allegato" or _ATTACHED.match(document.testo):
        relation = "allegato"
    else:
        return None
    cited = next(
        (r for r in sorted(references, key=lambda r: r.inizio) if _is_heading(r, act)), None
    )
    if cited is None:
        return None
    return DocumentoCollegato(
        documento_id=act.atto.documento_id,
        relazione=relation,
        tipo=cited.tipo,
        numero=cited.numero,
        anno=cited.anno,
        data=cited.data,
        ente=cited.ente or act.atto.ente,
    )


def _is_heading(reference: Riferimento, act: Act) -> bool:
    return (
        reference.tipo in _NUMBERED
        and reference.numero is not None
        and reference.data is not None
        and reference.inizio < act.inizio + OPENING
    )
