"""All the records of a document, from its structure and the facts found in its acts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
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
from extractor.records.placing import Boxes, placed
from models import Act, Document, Estrazione, Fatto, Menzione, Segnalazione, Structure
from models.identity import id_within
from models.vocabulary import Flusso

RECORDS_VERSION = 4
"""To be raised whenever a change here changes the records."""

BoxReader = Callable[[Flusso, Sequence[tuple[int, int]]], Sequence[Boxes]]
"""From a ``flusso`` and spans of its text to the boxes of each span."""

Places = Mapping[tuple[Flusso, int, int], Boxes]
"""The boxes of stretches ``[inizio, fine)`` of a stream of a document's text."""

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
    found = [(act, _of_act(act, facts.get(act.atto.id, {}))) for act in structure.atti]
    every = chain(structure.sommario, *(rows for _, each in found for rows in each.values()))
    places = _places(every, boxes)
    tables: dict[str, list[Any]] = {"sommario": _contents(document, structure, places)}
    mentions: list[Menzione] = []
    discarded: list[Segnalazione] = []
    for act, each in found:
        for name, rows in each.items():
            kept = _kept(rows, act, document, places, discarded)
            joined, occurrences = join(name, kept)
            tables.setdefault(name, []).extend(joined)
            mentions += occurrences
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


def _of_act(act: Act, facts: Mapping[str, Iterable[Fatto]]) -> dict[str, list[Fatto]]:
    """The facts of an act and the rows of its sheets, by table."""
    found = {name: list(rows) for name, rows in facts.items()}
    for sheet in act.fogli:
        found.setdefault(SHEET_TABLES[type(sheet).__name__], []).append(sheet)
    return found


def _places(rows: Iterable[Fatto], boxes: BoxReader) -> Places:
    """The boxes of the words of every row, each stretch read once."""
    spans: dict[Flusso, set[tuple[int, int]]] = {"testo": set(), "margine": set()}
    for row in rows:
        spans[row.flusso].add((row.inizio, row.fine))
    places: dict[tuple[Flusso, int, int], Boxes] = {}
    for stream, some in spans.items():
        wanted = sorted(some)
        for (start, end), rectangles in zip(wanted, boxes(stream, wanted), strict=True):
            places[stream, start, end] = rectangles
    return places


def _contents(document: Document, structure: Structure, places: Places) -> list[Fatto]:
    """The table of contents as rows; its entries stand outside the acts."""
    rows = []
    for entry in structure.sommario:
        rows.append(
            entry.model_copy(
                update={
                    "id": id_within(document.id, "sommario", entry.ordine),
                    "documento_id": document.id,
                    "pagina": document.page_at(entry.inizio),
                    "riquadri": places[entry.flusso, entry.inizio, entry.fine],
                }
            )
        )
    return list(rows)


def _kept(
    rows: Iterable[Fatto],
    act: Act,
    document: Document,
    places: Places,
    discarded: list[Segnalazione],
) -> list[Fatto]:
    """The facts whose evidence holds, placed; a finding is added for each of the others."""
    kept = []
    zones = act.zones()
    for fact in rows:
        try:
            where = places[fact.flusso, fact.inizio, fact.fine]
            kept.append(placed(fact, act, zones, document, where))
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
