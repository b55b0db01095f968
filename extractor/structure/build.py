"""Document → Structure: its acts, their parts, its table of contents."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from extractor.structure.blocks import Block, read_blocks
from extractor.structure.bodies import buyer, letterhead, named_body, region, stamped_body
from extractor.structure.bulletin import (
    Heading,
    Masthead,
    Place,
    divisions_before,
    find_headings,
    place_after,
    read_masthead,
    split_contents,
)
from extractor.structure.contents import read_contents
from extractor.structure.cuts import Cut
from extractor.structure.identity import identifier
from extractor.structure.offices import named_office, signing_office
from extractor.structure.parts import build_parts
from extractor.structure.printed_lines import break_at_lines
from extractor.structure.signatures import signing_date
from extractor.structure.subject import heading_subject
from extractor.structure.titles import Title, read_title
from extractor.structure.zones import find_zones
from models import Act, Atto, Document, Part, Structure, VoceSommario

#: Raised whenever the structure of some document changes.
STRUCTURE_VERSION = "1"


def find_structure(document: Document) -> Structure:
    """The acts of ``document`` in text order, with their parts, and what stands between them.

    The leaves of all parts partition the canonical text. A document without text has no acts.
    """
    lines = read_blocks(document.testo, [page.inizio for page in document.pagine])
    blocks = break_at_lines(document.testo, lines, document.righe)
    if not blocks:
        return Structure("altro", ())
    headings = find_headings(blocks)
    entries, acts = split_contents(blocks, headings)
    if acts or entries:
        return _bulletin(document, blocks, entries, acts)
    act = _single(document, blocks)
    return Structure(act.atto.tipo, (act,))


def _single(document: Document, blocks: tuple[Block, ...]) -> Act:
    title = read_title(blocks)
    collegial = title.kind.tipo in ("delibera", "dgr", "dcr", "verbale")
    cuts = find_zones(blocks, title.kind.forma, title.dopo, collegial=collegial)
    parts = build_parts(blocks, cuts, 0, len(document.testo), title.kind.forma)
    data = title.data or signing_date(blocks, cuts)
    atto = Atto(
        tipo=title.kind.tipo,
        sigla=title.sigla,
        numero=title.numero,
        anno=_year(data),
        data=data,
        ente=_body(document, blocks, title, cuts),
        organo=title.organo,
        struttura=named_office(blocks[: cuts[1].blocco if len(cuts) > 1 else 0]),
        oggetto=title.oggetto,
    )
    return _placed(document, atto, title.kind.nome, 0, len(document.testo), parts)


def _body(
    document: Document, blocks: tuple[Block, ...], title: Title, cuts: tuple[Cut, ...]
) -> str | None:
    if title.ente:
        return title.ente
    if title.kind.nome in ("dgr", "dcr", "dpgr") or _is_regional(blocks[: title.dopo]):
        return region(document.testo)
    head = blocks[: max(title.blocco + 1, 3)]
    end = next((cut.blocco for cut in cuts if cut.zona == "allegato"), len(blocks))
    body = document.testo[: blocks[min(end, len(blocks)) - 1].fine][:60_000]
    return (
        letterhead(head)
        or letterhead(read_blocks(document.margine)[:12])
        or letterhead(blocks[title.blocco : title.dopo])
        or stamped_body(document.margine)
        or buyer(document.testo[:4000])
        or named_body(body, acts_by_itself=title.kind.forma == "provvedimento")
    )


def _is_regional(head: tuple[Block, ...]) -> bool:
    """Whether a decree is of the Lombard executive: only they print an *Identificativo Atto*."""
    return any(block.testo.lower().startswith("identificativo atto") for block in head)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all the acts of a bulletin share."""

    document: Document
    blocks: tuple[Block, ...]
    masthead: Masthead
    ente: str | None
    sommario: Mapping[tuple[str, str | None], VoceSommario]


def _bulletin(
    document: Document,
    blocks: tuple[Block, ...],
    entries: tuple[Heading, ...],
    headings: tuple[Heading, ...],
) -> Structure:
    known = _known_divisions(document, blocks, entries)
    firsts = [divisions_before(blocks, heading.blocco, known) for heading in headings]
    contents_end = firsts[0] if firsts else len(blocks)
    sommario = read_contents(document, blocks, entries, contents_end)
    ente = region(document.margine + document.testo[:40_000]) or region(document.testo)
    rows: dict[tuple[str, str | None], VoceSommario] = {
        (row.tipo, row.numero): row for row in reversed(sommario)
    }
    frame = _Frame(document, blocks, read_masthead(document), ente, rows)
    acts: list[Act] = []
    outside = _opening_parts(blocks, entries, contents_end, bool(headings), document)
    place = Place()
    for number, heading in enumerate(headings):
        divisions = blocks[firsts[number] : heading.blocco]
        place = place_after(place, divisions)
        if divisions:
            start = 0 if number == 0 and not outside else divisions[0].inizio
            outside.append(_division_part(blocks, start, divisions, heading))
        end = firsts[number + 1] if number + 1 < len(headings) else len(blocks)
        acts.append(_printed(frame, heading, end, place, number == 0 and not outside))
    tipo = "bollettino" if entries or len(acts) != 1 else acts[0].atto.tipo
    return Structure(tipo, tuple(acts), tuple(outside), sommario)


def _known_divisions(
    document: Document, blocks: tuple[Block, ...], entries: tuple[Heading, ...]
) -> frozenset[str]:
    """Names of directorates that the table of contents prints, in lower case."""
    rows = read_contents(document, blocks, entries, len(blocks)) if entries else ()
    names = {name.lower() for row in rows for name in (row.direzione, row.sottosezione) if name}
    return frozenset(names)


def _opening_parts(
    blocks: tuple[Block, ...],
    entries: tuple[Heading, ...],
    end: int,
    acts: bool,
    document: Document,
) -> list[Part]:
    """Masthead and table of contents: everything before the first act."""
    stop = blocks[end].inizio if acts else len(document.testo)
    if end == 0 and acts:
        return []
    if not entries:
        return [Part("testata", 0, stop)] if stop else []
    first = next(
        (n for n in range(entries[0].blocco) if blocks[n].testo.lower().startswith("sommario")),
        None,
    )
    at = blocks[first if first is not None else entries[0].blocco].inizio
    parts = [Part("testata", 0, at)] if at else []
    return [*parts, Part("sommario", at, stop, "", "Sommario")]


def _division_part(
    blocks: tuple[Block, ...], start: int, divisions: tuple[Block, ...], heading: Heading
) -> Part:
    title = " – ".join(block.testo for block in divisions)
    return Part("sezione", start, blocks[heading.blocco].inizio, "", title)


def _printed(frame: _Frame, heading: Heading, end: int, place: Place, first: bool) -> Act:
    """The act of a bulletin that begins at ``heading`` and ends before block ``end``."""
    blocks = frame.blocks
    inside = blocks[heading.blocco : end]
    inizio = 0 if first else inside[0].inizio
    fine = blocks[end].inizio if end < len(blocks) else len(frame.document.testo)
    subject, after = heading_subject(inside, heading.resto, 1)
    cuts = find_zones(inside, heading.kind.forma, max(after, 1))
    parts = build_parts(inside, cuts, inizio, fine, heading.kind.forma)
    entry = frame.sommario.get((heading.kind.tipo, heading.numero))
    atto = Atto(
        tipo=heading.kind.tipo,
        sigla=heading.sigla,
        numero=heading.numero,
        anno=_year(heading.data),
        data=heading.data,
        ente=frame.ente,
        organo=heading.kind.organo,
        struttura=signing_office(inside, after, heading.kind),
        oggetto=subject or None,
        pagina_stampata=_printed_page(frame, entry, inizio),
        sezione=place.sezione or (entry.sezione if entry else None),
        sottosezione=place.sottosezione or (entry.sottosezione if entry else None),
        direzione=place.direzione or (entry.direzione if entry else None),
        bollettino=frame.masthead.numero,
        serie=frame.masthead.serie,
        data_pubblicazione=frame.masthead.data,
    )
    return _placed(frame.document, atto, heading.kind.nome, inizio, fine, parts)


_PAGE_NUMBER = re.compile(r"^\s*[-–—]?\s*(\d{1,4})\s*[-–—]?\s*$")


def _printed_page(frame: _Frame, entry: VoceSommario | None, inizio: int) -> int | None:
    """The printed number of the page that ``inizio`` stands on, else that of the contents."""
    number = frame.document.page_at(inizio)
    page = next((page for page in frame.document.pagine if page.numero == number), None)
    for furniture in page.arredi if page else ():
        found = _PAGE_NUMBER.match(furniture.testo)
        if found:
            return int(found[1])
    return entry.pagina_stampata if entry else None


def _year(data: str | None) -> int | None:
    return int(data[:4]) if data else None


def _placed(
    document: Document, atto: Atto, nome: str, inizio: int, fine: int, parts: tuple[Part, ...]
) -> Act:
    """The act with its place in the document, its ids and its pages."""
    identity = hashlib.sha256(f"{document.id}:{inizio}".encode()).hexdigest()[:16]
    last = max(inizio, fine - 1)
    placed = atto.model_copy(
        update={
            "id": identity,
            "documento_id": document.id,
            "identificativo": identifier(atto, nome),
            "inizio": inizio,
            "fine": fine,
            "pagina_inizio": document.page_at(inizio),
            "pagina_fine": document.page_at(last),
        }
    )
    return Act(placed, inizio, fine, parts)
