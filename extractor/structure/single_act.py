"""A file that holds one act: its header, its zones, its parts."""

import re

from extractor.structure.act_numbers import Number
from extractor.structure.attachments import declared_start, running_start, with_attachments
from extractor.structure.blocks import Block, read_blocks
from extractor.structure.bodies import buyer, letterhead, named_body, region, stamped_body
from extractor.structure.calendar_dates import find_date
from extractor.structure.cuts import Cut
from extractor.structure.masthead import stamped_masthead
from extractor.structure.offices import kind_by_minister, kind_by_organ, named_office
from extractor.structure.parts import build_parts
from extractor.structure.placing import placed_act, year_of
from extractor.structure.signatures import signing_date, signing_organ
from extractor.structure.subject import procedure_title
from extractor.structure.titles import Title, read_title
from extractor.structure.zones import find_zones
from models import Act, Atto, Document
from models.numbers import year_in

# The organ of a Region's deliberazione stands among so many blocks below its subject.
_ORGAN_REACH = 80
#: The legislature before the number of a resolution, as Lombardy alone prints it: ``XI/2531``.
_LEGISLATURE = re.compile(r"[IVXL]+/\d")


def single_act(
    document: Document, blocks: tuple[Block, ...], inizio: int = 0, fine: int | None = None
) -> Act:
    """The one act of ``document``, or of its text ``[inizio, fine)`` where it holds several.

    All of that text belongs to the act; ``blocks`` are its blocks.
    """
    fine = len(document.testo) if fine is None else fine
    title = read_title(blocks)
    collegial = title.kind.tipo in ("delibera", "dgr", "dcr", "verbale")
    cuts = find_zones(blocks, title.kind.forma, title.dopo, collegial=collegial)
    first = document.page_at(inizio) if inizio else 1
    last = document.page_at(fine - 1) if fine < len(document.testo) else len(document.pagine)
    cuts = _with_declared(cuts, declared_start(blocks, first, last))
    cuts = with_attachments(cuts, running_start(document, blocks, first, last))
    parts = build_parts(blocks, cuts, inizio, fine, title.kind.forma)
    stamped = _registered(document, title)
    data = title.data or stamped.data or signing_date(blocks, cuts)
    bulletin = stamped_masthead(document)
    ente = _body(document, blocks, title, cuts)
    kind = title.kind
    if ente and ente.startswith("Regione "):
        kind = kind_by_organ(kind, blocks[title.dopo : title.dopo + _ORGAN_REACH])
    elif ente and ente.startswith("Ministero"):
        kind = kind_by_minister(kind, blocks[title.dopo : title.dopo + _ORGAN_REACH])
    atto = Atto(
        tipo=kind.tipo,
        sigla=title.sigla,
        numero=title.numero or stamped.numero,
        anno=year_of(data) or year_in(title.numero),
        data=data,
        ente=ente,
        organo=kind.organo or title.organo or signing_organ(blocks, cuts),
        struttura=named_office(blocks[: cuts[1].blocco if len(cuts) > 1 else 0]),
        oggetto=procedure_title(document.testo[inizio : min(inizio + 8000, fine)]) or title.oggetto,
        bollettino=bulletin.numero,
        serie=bulletin.serie,
        data_pubblicazione=bulletin.data,
    )
    return placed_act(document, atto, kind.nome, inizio, fine, parts)


#: The stamp of a ministry's register of decrees: ``REGISTRO DECRETI.R.0000123.12-03-2024``.
_REGISTER = re.compile(r"registro\s+decreti\W{0,3}\w?\W{1,3}0*(\d{1,7})\W(\d\d-\d\d-\d{4})", re.I)


def _registered(document: Document, title: Title) -> Number:
    """Number and date with which a register stamped a decree that prints none itself."""
    if title.numero is None and title.kind.tipo == "decreto":
        found = _REGISTER.search(document.margine) or _REGISTER.search(document.testo[:2000])
        if found:
            return Number(found[1], find_date(found[2]))
    return Number(None, None)


def _with_declared(cuts: tuple[Cut, ...], start: int | None) -> tuple[Cut, ...]:
    """The zones, with the attachments that the act declares where none was recognised."""
    if start is None or any(cut.zona == "allegato" for cut in cuts):
        return cuts
    return with_attachments(cuts, start)


def _body(
    document: Document, blocks: tuple[Block, ...], title: Title, cuts: tuple[Cut, ...]
) -> str | None:
    if title.ente:
        return title.ente
    if title.kind.nome in ("dgr", "dcr", "dpgr") or _is_regional(blocks[: title.dopo]):
        headed = letterhead(blocks[: title.blocco + 1]) or ""
        named = headed if headed.startswith("Regione ") else region(document.testo)
        lombard = _is_regional(blocks[: title.dopo]) or _LEGISLATURE.match(title.numero or "")
        return named or ("Regione Lombardia" if lombard else None)
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
