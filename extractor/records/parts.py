"""Parts and pages as records."""

from collections.abc import Iterator

from models import Document, Documento, Firma, Pagina, Part, Parte, Structure
from models.identity import id_within


def part_records(document: Document, structure: Structure) -> list[Parte]:
    """Every part of the document, in text order, parents before their children."""
    tops: list[tuple[Part, str | None]] = [(part, None) for part in structure.parti]
    for act in structure.atti:
        tops += [(part, act.atto.id) for part in act.parti]
    tops.sort(key=lambda top: (top[0].inizio, top[0].fine))
    rows: list[Parte] = []
    for part, act_id in tops:
        for row in _walk(document, part, act_id, None):
            rows.append(row.model_copy(update={"ordine": len(rows)}))
    return rows


def _walk(
    document: Document, part: Part, act_id: str | None, parent_id: str | None
) -> Iterator[Parte]:
    leaf = not part.figli
    identifier = id_within(document.id, "parti", part.tipo, part.inizio, part.fine, parent_id)
    yield Parte(
        id=identifier,
        documento_id=document.id,
        atto_id=act_id,
        genitore_id=parent_id,
        tipo=part.tipo,
        ordine=0,
        foglia=leaf,
        etichetta=part.etichetta or None,
        titolo=part.titolo or None,
        testo=document.testo[part.inizio : part.fine] if leaf else None,
        inizio=part.inizio,
        fine=part.fine,
        pagina_inizio=document.page_at(part.inizio),
        pagina_fine=document.page_at(_last_letter(document.testo, part.inizio, part.fine)),
    )
    for child in part.figli:
        yield from _walk(document, child, act_id, identifier)


def _last_letter(text: str, start: int, end: int) -> int:
    """Where the last letter or figure stands: a rule or a dash overleaf is no page of a part."""
    last = end - 1
    while last > start and not text[last].isalnum():
        last -= 1
    return max(last, start)


def document_record(document: Document, structure: Structure) -> Documento:
    """The document's own row."""
    bulletin = next((a.atto for a in structure.atti if a.atto.bollettino), None)
    # An entry of a container that could not be read has no format, and a warning that says why
    unread = not document.formato
    return Documento(
        id=document.id,
        nome=document.nome,
        formato=document.formato,
        stato="errore" if unread else "ok",
        errore=next(iter(document.avvisi), None) if unread else None,
        contenitore_id=document.contenitore_id,
        pagine=len(document.pagine),
        pagine_ocr=sum(page.lettura == "ocr" for page in document.pagine),
        caratteri=len(document.testo),
        tipo=structure.tipo,
        bollettino=bulletin.bollettino if bulletin else None,
        serie=bulletin.serie if bulletin else None,
        data_pubblicazione=bulletin.data_pubblicazione if bulletin else None,
    )


def page_records(document: Document) -> tuple[Pagina, ...]:
    """A row for each page."""
    return tuple(
        Pagina(
            documento_id=document.id,
            pagina=page.numero,
            larghezza=round(page.larghezza, 2),
            altezza=round(page.altezza, 2),
            lettura=page.lettura,
            colonne=page.colonne,
        )
        for page in document.pagine
    )


def signature_records(document: Document) -> tuple[Firma, ...]:
    """A row for each digital signature in or around the file."""
    return tuple(
        Firma(
            documento_id=document.id,
            ordine=order,
            formato=signature.formato,
            firmatario=signature.firmatario,
            emittente=signature.emittente or None,
            seriale=signature.seriale or None,
            data=signature.data or None,
        )
        for order, signature in enumerate(document.firme, start=1)
    )
