"""The rows of a bulletin's table of contents."""

from collections.abc import Sequence

from extractor.structure.blocks import Block
from extractor.structure.bulletin import Heading, entry_text
from extractor.structure.divisions import Place, divisions_before, place_after
from models import Document, VoceSommario


def read_contents(
    document: Document,
    blocks: tuple[Block, ...],
    entries: tuple[Heading, ...],
    end: int,
    others: Sequence[int] = (),
) -> tuple[VoceSommario, ...]:
    """The entries of the table of contents, which ends at block number ``end``.

    ``others`` are the blocks, in order, with which entries of another kind begin.
    """
    rows = []
    place = Place()
    above = 0
    for order, heading in enumerate(entries):
        first = divisions_before(blocks, heading.blocco, frozenset())
        place = place_after(place, blocks[max(first, above) : heading.blocco])
        until = entries[order + 1].blocco if order + 1 < len(entries) else end
        until = next((other for other in others if heading.blocco < other < until), until)
        rows.append(_row(document, blocks, heading, until, place, order + 1))
        above = heading.blocco
    return tuple(rows)


def _row(
    document: Document,
    blocks: tuple[Block, ...],
    heading: Heading,
    until: int,
    place: Place,
    order: int,
) -> VoceSommario:
    subject, page = entry_text(blocks, heading, until)
    last = heading.dopo - 1
    while last + 1 < until and entry_text(blocks, heading, last + 1)[1] is None:
        last += 1
    inizio = blocks[heading.blocco].inizio
    raw = document.testo[inizio : blocks[last].fine].rstrip()
    return VoceSommario(
        inizio=inizio,
        fine=inizio + len(raw),
        testo=raw,
        documento_id=document.id,
        fonte="sommario",
        ordine=order,
        sezione=place.sezione,
        sottosezione=place.sottosezione,
        direzione=place.direzione,
        tipo=heading.kind.tipo,
        sigla=heading.sigla,
        numero=heading.numero,
        data=heading.data,
        oggetto=subject,
        pagina_stampata=page,
    )
