"""The stages one by one, as plain values for JSON: where does it go wrong?"""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from extractor.documents import Limits, OcrMode, Source, draw_pages, read_all
from extractor.pipeline import Stage, to_facts, to_records, to_structure
from models import Document, Fatto, Part, Structure


def run_until(path: Path, stage: str, *, ocr: OcrMode = "auto") -> list[dict[str, Any]]:
    """For each document of a file, what the pipeline has made of it after ``stage``.

    Raises ``extractor.documents.ReadError`` when the file cannot be read.
    """
    return [_until(source, stage) for source in read_all(path, ocr=ocr, limits=Limits())]


def drawn_pages(path: Path, folder: Path, *, ocr: OcrMode = "auto") -> list[str]:
    """Draw every page of a file's PDFs into ``folder``; the paths of the pictures.

    Raises ``extractor.documents.ReadError`` when the file cannot be read.
    """
    sources = read_all(path, ocr=ocr, limits=Limits())
    return [str(picture) for source in sources for picture in draw_pages(source, folder)]


def _until(source: Source, stage: str) -> dict[str, Any]:
    document = source.document
    if stage == Stage.DOCUMENT.value:
        return _document(document)
    if stage == Stage.STRUCTURE.value:
        return _structure(to_structure(document), document)
    if stage == Stage.FACTS.value:
        return _facts(document)
    return to_records(source).model_dump(mode="json")


def _document(document: Document) -> dict[str, Any]:
    values = asdict(document)
    values.pop("_inizi")
    for name in ("righe", "righe_margine"):
        values[name] = [line._asdict() for line in getattr(document, name)]
    for page, shown in zip(document.pagine, values["pagine"], strict=True):
        shown["arredi"] = [item._asdict() for item in page.arredi]
    for table, shown in zip(document.tabelle, values["tabelle"], strict=True):
        shown["testo"] = [
            [document.testo[cell.inizio : cell.fine] for cell in row] for row in table.righe
        ]
    return values


def _structure(structure: Structure, document: Document) -> dict[str, Any]:
    return {
        "tipo": structure.tipo,
        "parti": [_part(part, document) for part in structure.parti],
        "sommario": [entry.model_dump(mode="json") for entry in structure.sommario],
        "atti": [
            {
                **act.atto.model_dump(mode="json"),
                "parti": [_part(part, document) for part in act.parti],
                "fogli": [_fact(sheet) for sheet in act.fogli],
            }
            for act in structure.atti
        ],
    }


def _part(part: Part, document: Document) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "tipo": part.tipo,
        "etichetta": part.etichetta,
        "titolo": part.titolo,
        "inizio": part.inizio,
        "fine": part.fine,
    }
    if part.figli:
        shown["figli"] = [_part(child, document) for child in part.figli]
    else:
        shown["testo"] = document.testo[part.inizio : part.fine]
    return shown


def _facts(document: Document) -> dict[str, Any]:
    facts = to_facts(document, to_structure(document))
    return {
        act: {table: [_fact(fact) for fact in rows] for table, rows in tables.items()}
        for act, tables in facts.items()
    }


def _fact(fact: Fatto) -> dict[str, Any]:
    values = fact.model_dump(mode="json", exclude_none=True)
    return {"genere": type(fact).__name__, **{k: v for k, v in values.items() if v not in ("", [])}}
