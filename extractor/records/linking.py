"""Files that belong to an act printed elsewhere: a visto, an attachment that came alone."""

import re
from collections.abc import Iterable

from models import Act, Document, DocumentoCollegato, Riferimento, Structure

_NUMBERED = frozenset({"dgr", "dcr", "decreto", "determinazione", "delibera", "ordinanza"})
_ATTESTS = frozenset({"visto", "parere"})
_ATTACHED = re.compile(r"\s*(?:\S[^\n]{0,80}\n){0,3}\W{0,3}all(?:egato|\.)\W", re.IGNORECASE)
OPENING = 1_500
"""Characters at the beginning of such a file in which it says what act it belongs to."""
#: What stands before an act that an attachment is of: ``Allegato A alla``, ``approvato con``.
_ATTACHED_TO = re.compile(
    r"(?:\ball(?:egat[oi]|\.)|\bapprovat[oaie]\s+con|\badottat[oaie]\s+con|\bparte\s+integrante)"
    r"[^;.]{0,200}$|\(\s*(?:di\s+cui\s+all?[ae]?\s*)?$",
    re.IGNORECASE,
)
#: What stands before an act that is only the ground of what the file says, or not yet an act.
_OTHERWISE = re.compile(
    r"(?:in\s+attuazione|ai\s+sensi|in\s+esecuzione|in\s+applicazione|in\s+conformità"
    r"|(?:vist[oiae]|richiamat[oaie])\s+(?:il|l[aoe]|l['’]|i|gli)|proposta\s+di)[^;.]{0,60}$",
    re.IGNORECASE,
)
_BEFORE = 260
_APPROVED = re.compile(r"\b(?:approvat|adottat)[oaie]\s+con\b", re.IGNORECASE)


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
    elif _is_attachment(document, act):
        relation = "allegato"
    else:
        return None
    cited = next(
        (
            reference
            for reference in sorted(references, key=lambda r: r.inizio)
            if _is_heading(reference, act) and _names_own_act(document, reference, relation)
        ),
        None,
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


def _is_attachment(document: Document, act: Act) -> bool:
    """Whether a file says that it is an attachment, or with what act it was approved."""
    if act.atto.tipo == "allegato" or _ATTACHED.match(document.testo):
        return True
    return _APPROVED.search(document.testo, 0, OPENING) is not None


def _names_own_act(document: Document, reference: Riferimento, relation: str) -> bool:
    """Whether the words before a citation in the heading say that the file belongs to the act."""
    if reference.flusso != "testo":
        return False
    before = document.testo[max(reference.inizio - _BEFORE, 0) : reference.inizio]
    if _OTHERWISE.search(before):
        return False
    return relation == "visto" or _ATTACHED_TO.search(before) is not None


def _is_heading(reference: Riferimento, act: Act) -> bool:
    return (
        reference.tipo in _NUMBERED
        and reference.numero is not None
        and reference.data is not None
        and reference.inizio < act.inizio + OPENING
    )
