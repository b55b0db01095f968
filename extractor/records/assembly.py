"""All the records of a document, from its structure and the facts found in its acts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from extractor.records.evidence import EvidenceError
from extractor.records.joining import join
from extractor.records.linking import linked_document
from extractor.records.parts import (
    document_record,
    page_records,
    part_records,
    signature_records,
)
from extractor.records.placing import placed
from models import Act, Document, Estrazione, Fatto, Menzione, Segnalazione, Structure
from models.identity import id_within
from models.vocabulary import Flusso

RECORDS_VERSION = 4
"""To be raised whenever a change here changes the records."""

Boxes = tuple[tuple[int, float, float, float, float], ...]
BoxReader = Callable[[Flusso, Sequence[tuple[int, int]]], Sequence[Boxes]]
"""From a ``flusso`` and spans of its text to the boxes of each span."""

SHEET_TABLES = {
    "Rilascio": "rilasci",
    "Intervento": "interventi",
    "Beneficiario": "beneficiari",
    "SchedaServizio": "schede_servizio",
    "SchedaCup": "schede_cup",
    "Contraente": "contraenti",
    "Movimento": "movimenti",
    "Tabella": "tabelle",
}
"""The table of each record read from a sheet."""


def assemble(
    document: Document,
    structure: Structure,
    facts: Mapping[str, Mapping[str, Iterable[Fatto]]],
    boxes: BoxReader,
) -> Estrazione:
    """The records of ``document``.

    ``facts`` has, for each act's id and each table, the facts found in the act's text, with
    offsets in the document's text. A fact whose evidence does not hold is left out with a
    finding.
    """
    tables: dict[str, list[Any]] = {"sommario": _contents(document, structure)}
    mentions: list[Menzione] = []
    discarded: list[Segnalazione] = []
    for act in structure.atti:
        found = {name: list(rows) for name, rows in facts.get(act.atto.id, {}).items()}
        for sheet in act.fogli:
            found.setdefault(SHEET_TABLES[type(sheet).__name__], []).append(sheet)
        for name, rows in found.items():
            kept = _kept(rows, act, document, discarded)
            joined, occurrences = join(name, kept)
            tables.setdefault(name, []).extend(joined)
            mentions += occurrences
    _draw_boxes([*tables.values(), mentions], boxes)
    linked = linked_document(document, structure, tables.get("riferimenti", ()))
    return Estrazione(
        documento=document_record(document, structure),
        pagine=page_records(document),
        firme=signature_records(document),
        atti=tuple(act.atto for act in structure.atti),
        parti=tuple(part_records(document, structure)),
        menzioni=tuple(mentions),
        documenti_collegati=(linked,) if linked else (),
        segnalazioni=tuple(discarded),
        avvisi=document.avvisi,
        **{name: tuple(rows) for name, rows in tables.items()},
    )


def _contents(document: Document, structure: Structure) -> list[Fatto]:
    """The table of contents as rows; its entries stand outside the acts."""
    rows = []
    for entry in structure.sommario:
        rows.append(
            entry.model_copy(
                update={
                    "id": id_within(document.id, "sommario", entry.ordine),
                    "documento_id": document.id,
                    "pagina": document.page_at(entry.inizio),
                }
            )
        )
    return list(rows)


def _kept(
    rows: Iterable[Fatto], act: Act, document: Document, discarded: list[Segnalazione]
) -> list[Fatto]:
    """The facts whose evidence holds, placed; a finding is added for each of the others."""
    kept = []
    zones = act.zones()
    for fact in rows:
        try:
            kept.append(placed(fact, act, zones, document))
        except EvidenceError as error:
            discarded.append(
                Segnalazione(
                    id=id_within(document.id, "fatto_scartato", fact.inizio, fact.fine, error),
                    documento_id=document.id,
                    atto_id=act.atto.id,
                    regola="fatto_scartato",
                    gravita="avviso",
                    messaggio=f"Un fatto trovato è stato scartato: {error}.",
                )
            )
    return kept


def _draw_boxes(tables: Iterable[list[Any]], boxes: BoxReader) -> None:
    """Give every row of ``tables`` the boxes of its words, reading each span once."""
    tables = list(tables)
    spans = {(row.flusso, row.inizio, row.fine) for rows in tables for row in rows}
    found: dict[tuple[str, int, int], Boxes] = {}
    streams: tuple[Flusso, ...] = ("testo", "margine")
    for stream in streams:
        wanted = sorted((start, end) for flow, start, end in spans if flow == stream)
        for (start, end), rectangles in zip(wanted, boxes(stream, wanted), strict=True):
            found[stream, start, end] = rectangles
    for rows in tables:
        rows[:] = [
            row.model_copy(update={"riquadri": found[row.flusso, row.inizio, row.fine]})
            for row in rows
        ]
