"""The order of the stages, and nothing else: file → Document → acts → facts → records.

>>> [stage.value for stage in Stage]
['document', 'structure', 'facts', 'records']
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from pathlib import Path

from extractor.checks import CHECKS_VERSION, check
from extractor.documents import (
    DOCUMENTS_VERSION,
    KEPT_FORMAT,
    Limits,
    OcrMode,
    Source,
    fact_boxes,
    holding,
    read_all,
)
from extractor.facts.kinds import FACTS_VERSION, find_facts
from extractor.records import RECORDS_VERSION, Boxes, BoxReader, Places, assemble, shifted
from extractor.structure import STRUCTURE_VERSION, find_structure
from extractor.structure.sheets import read_sheets
from models import Act, Context, Document, Estrazione, Fatto, Structure, ZoneSpan
from models.vocabulary import Flusso

Facts = Mapping[str, Mapping[str, Iterable[Fatto]]]
"""For each act's id, for each table, the facts found; offsets in the document's text."""

KnownBoxes = Places
"""The boxes of a document that were looked up before."""

STAGE_VERSIONS = {
    "documents": str(DOCUMENTS_VERSION),
    "structure": str(STRUCTURE_VERSION),
    "facts": str(FACTS_VERSION),
    "records": str(RECORDS_VERSION),
    "checks": str(CHECKS_VERSION),
}
"""The version of each stage, in their order."""

VERSION = ".".join(STAGE_VERSIONS.values())
"""The versions of the stages; a document read by another version is extracted again."""

TEXT_VERSION = f"{DOCUMENTS_VERSION}.{KEPT_FORMAT}"
"""The version of a kept text; of another version, its file is read again."""


class Stage(Enum):
    """Where the pipeline can stop."""

    DOCUMENT = "document"
    STRUCTURE = "structure"
    FACTS = "facts"
    RECORDS = "records"


def extract(
    path: str | Path, *, ocr: OcrMode = "auto", limits: Limits | None = None
) -> list[Estrazione]:
    """The records of a file, and of every entry of it when it is an archive or a message.

    Raises ``extractor.documents.ReadError`` when the file cannot be read.
    """
    return [records for _, records in extract_all(path, ocr=ocr, limits=limits)]


def extract_all(
    path: str | Path | bytes, nome: str = "", *, ocr: OcrMode = "auto",
    limits: Limits | None = None,
) -> Iterator[tuple[Document, Estrazione]]:  # fmt: skip
    """Each document of a file, or of its bytes and name, with its records; see ``extract``."""
    file = path if isinstance(path, bytes) else Path(path)
    with holding():
        for source in read_all(file, nome, ocr=ocr, limits=limits or Limits()):
            yield source.document, to_records(source)


def to_structure(document: Document) -> Structure:
    """The document's acts and parts, with the records of their sheets."""
    structure = find_structure(document)
    acts = tuple(
        replace(act, fogli=read_sheets(document.testo, act, document.tabelle))
        for act in structure.atti
    )
    return replace(structure, atti=acts)


def to_facts(document: Document, structure: Structure) -> Facts:
    """The facts of every act, from its text and from the margins of its pages."""
    facts: dict[str, dict[str, list[Fatto]]] = {}
    for act in structure.atti:
        context = act_context(act)
        text = document.testo[act.inizio : act.fine]
        found = find_facts(text, context)
        facts[act.atto.id] = {
            table: list(shifted(rows, act.inizio)) for table, rows in found.items()
        }
    _add_margins(document, structure, facts)
    return facts


def to_records(source: Source) -> Estrazione:
    """The records of a document as read, findings included."""

    def boxes(stream: Flusso, spans: Sequence[tuple[int, int]]) -> Sequence[Boxes]:
        return fact_boxes(source, stream, spans)

    return _records(source.document, boxes)


def to_records_again(
    document: Document, known: KnownBoxes, data: Callable[[], bytes]
) -> Estrazione:
    """The records of a document whose text was kept: the same as if its file were read anew.

    ``known`` are the boxes looked up before; ``data`` gives the bytes that the document was read
    from, asked for only where a fact rests on other words and the exact place of words is kept
    in the file alone; where it gives none, the place is cut from the line's. Raises what ``data``
    raises.
    """

    def boxes(stream: Flusso, spans: Sequence[tuple[int, int]]) -> Sequence[Boxes]:
        found = {span: known[(stream, *span)] for span in spans if (stream, *span) in known}
        if new := [span for span in spans if span not in found]:
            source = Source(document, data() if document.formato == "pdf" else b"")
            found |= zip(new, fact_boxes(source, stream, new), strict=True)
        return [found[span] for span in spans]

    return _records(document, boxes)


def _records(document: Document, boxes: BoxReader) -> Estrazione:
    structure = to_structure(document)
    facts = to_facts(document, structure)
    records = assemble(document, structure, facts, boxes)
    findings = (*records.segnalazioni, *check(records))
    return records.model_copy(update={"segnalazioni": findings})


def act_context(act: Act) -> Context:
    """What the finders of facts may know of an act; zones count from the act's beginning."""
    header = act.atto
    return Context(
        tipo=header.tipo,
        data=_date(header.data),
        ente=header.ente,
        numero=header.numero,
        pubblicazione=_date(header.data_pubblicazione),
        zone=tuple(
            ZoneSpan(zone.inizio - act.inizio, zone.fine - act.inizio, zone.zona)
            for zone in act.zones()
        ),
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _add_margins(
    document: Document, structure: Structure, facts: dict[str, dict[str, list[Fatto]]]
) -> None:
    """Add the facts of the margins, each to the act on whose page it is printed."""
    if not document.margine or not structure.atti:
        return
    context = replace(act_context(structure.atti[0]), flusso="margine", zone=())
    for table, rows in find_facts(document.margine, context).items():
        for fact in rows:
            line = document.line_at(fact.inizio, "margine")
            act = _act_on_page(document, structure, line.pagina if line else 1)
            fact = fact.model_copy(update={"flusso": "margine"})
            facts[act.atto.id].setdefault(table, []).append(fact)


def _act_on_page(document: Document, structure: Structure, page: int) -> Act:
    """The last act that begins on or before ``page``, or the first act."""
    before = [act for act in structure.atti if document.page_at(act.inizio) <= page]
    return before[-1] if before else structure.atti[0]
