"""The acts of a bulletin that are printed under headings with kind, date and number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.structure.attachments import running_start, with_attachments
from extractor.structure.blocks import Block
from extractor.structure.bodies import REGION_CAPITALS, region, title_case
from extractor.structure.bulletin import Heading
from extractor.structure.contents import read_contents
from extractor.structure.divisions import Place, divisions_before, place_after
from extractor.structure.masthead import Masthead, read_masthead
from extractor.structure.notices import Notice, notice_act, notice_row, notices_among
from extractor.structure.offices import kind_by_organ, signing_office
from extractor.structure.parts import build_parts
from extractor.structure.placing import placed_act, printed_page, year_of
from extractor.structure.signatures import signing_organ
from extractor.structure.subject import heading_subject
from extractor.structure.zones import find_zones
from models import Act, Atto, Document, Part, Structure, VoceSommario
from models.numbers import year_in


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all the acts of a bulletin share."""

    document: Document
    blocks: tuple[Block, ...]
    masthead: Masthead
    ente: str | None
    sommario: tuple[VoceSommario, ...]


def bulletin_acts(
    document: Document,
    blocks: tuple[Block, ...],
    entries: tuple[Heading, ...],
    headings: tuple[Heading, ...],
) -> Structure:
    """The acts under ``headings``, with what stands between and the contents' ``entries``."""
    known = _known_divisions(document, blocks, entries)
    firsts = [divisions_before(blocks, heading.blocco, known) for heading in headings]
    contents_end = firsts[0] if firsts else len(blocks)
    notices = notices_among(blocks, [entry.blocco for entry in entries], contents_end)
    sommario = _contents(document, blocks, entries, [notice for _, notice in notices], contents_end)
    head = f"{document.margine}\n{document.testo[:40_000]}"
    ente = (
        region(head) or region(document.testo) or region(REGION_CAPITALS.sub(_in_title_case, head))
    )
    frame = _Frame(document, blocks, read_masthead(document), ente, sommario)
    acts: list[Act] = []
    outside = opening_parts(blocks, entries, contents_end, bool(headings), document)
    place = Place()
    begun = sorted([*firsts, *(first for first, _ in notices), len(blocks)])
    for number, heading in enumerate(headings):
        divisions = blocks[firsts[number] : heading.blocco]
        place = place_after(place, divisions)
        if divisions:
            start = 0 if number == 0 and not outside else divisions[0].inizio
            outside.append(_division_part(blocks, start, divisions, heading))
        end = next(first for first in begun if first > heading.blocco)
        acts.append(_printed(frame, heading, end, place, number == 0 and not outside))
    for first, notice in notices:
        bounds = first, next(other for other in begun if other > first)
        acts.append(notice_act(document, blocks, notice, bounds, frame.masthead))
    acts.sort(key=lambda act: act.inizio)
    tipo = "bollettino" if entries or len(acts) != 1 else acts[0].atto.tipo
    return Structure(tipo, tuple(acts), tuple(outside), sommario)


def _contents(
    document: Document,
    blocks: tuple[Block, ...],
    entries: tuple[Heading, ...],
    notices: Sequence[Notice],
    end: int,
) -> tuple[VoceSommario, ...]:
    """The rows of the contents, with those of notices without number, in printed order."""
    rows = read_contents(document, blocks, entries, end, [notice.primo for notice in notices])
    if not notices:
        return rows
    rows = (*rows, *(notice_row(document, blocks, notice) for notice in notices))
    in_order = sorted(rows, key=lambda row: row.inizio)
    return tuple(row.model_copy(update={"ordine": n}) for n, row in enumerate(in_order, 1))


def _known_divisions(
    document: Document, blocks: tuple[Block, ...], entries: tuple[Heading, ...]
) -> frozenset[str]:
    """Names of directorates that the table of contents prints, in lower case."""
    rows = read_contents(document, blocks, entries, len(blocks)) if entries else ()
    names = {name.lower() for row in rows for name in (row.direzione, row.sottosezione) if name}
    return frozenset(names)


def opening_parts(
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
    subject, after = heading_subject(inside, heading.resto, heading.dopo - heading.blocco)
    cuts = find_zones(inside, heading.kind.forma, max(after, 1))
    pages = inside[0].pagina, inside[-1].pagina
    cuts = with_attachments(cuts, running_start(frame.document, inside, *pages))
    parts = build_parts(inside, cuts, inizio, fine, heading.kind.forma)
    kind = kind_by_organ(heading.kind, inside[max(after, 1) : max(after, 1) + 40])
    entry = _entry(frame, heading)
    page = printed_page(frame.document, inizio) or (entry.pagina_stampata if entry else None)
    atto = Atto(
        tipo=kind.tipo,
        sigla=heading.sigla,
        numero=heading.numero,
        anno=year_of(heading.data) or year_in(heading.numero),
        data=heading.data,
        ente=place.ente or frame.ente,
        organo=kind.organo or signing_organ(inside, cuts),
        struttura=signing_office(inside, after, kind),
        oggetto=subject or None,
        pagina_stampata=page,
        sezione=place.sezione or (entry.sezione if entry else None),
        sottosezione=place.sottosezione or (entry.sottosezione if entry else None),
        direzione=place.direzione or (entry.direzione if entry else None),
        bollettino=frame.masthead.numero,
        serie=frame.masthead.serie,
        data_pubblicazione=frame.masthead.data,
    )
    return placed_act(frame.document, atto, kind.nome, inizio, fine, parts)


def _entry(frame: _Frame, heading: Heading) -> VoceSommario | None:
    """The entry of the contents for the act: that of its date, where offices share a number."""
    same = [
        row
        for row in frame.sommario
        if row.tipo == heading.kind.tipo and row.numero == heading.numero
    ]
    return next((row for row in same if row.data == heading.data), same[0] if same else None)


def _in_title_case(found: re.Match[str]) -> str:
    return title_case(found.group())
