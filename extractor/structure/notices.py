"""Bulletins of notices and competitions, whose acts have no number.

Their table of contents gives for each the body, the subject and the page; in the body of the
bulletin each is printed under the name of its body and the same subject. So the contents say
where the acts begin.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.structure.blocks import Block, is_upper, join_lines
from extractor.structure.bodies import names_body, title_case
from extractor.structure.bulletin import (
    ENTRY_END,
    contents_start,
)
from extractor.structure.divisions import section_case
from extractor.structure.kinds import Kind, kind_of_sigla, kind_of_title
from extractor.structure.masthead import Masthead, is_running_header, read_masthead
from extractor.structure.parts import build_parts
from extractor.structure.placing import placed_act, printed_page
from extractor.structure.zones import find_zones
from models import Act, Atto, Document, Part, Structure, VoceSommario

_SECTION = re.compile(r"[A-Z]\)\s+[A-ZÀ-Ý]")
_MASTHEAD = re.compile(r"bollettino\s+ufficiale", re.I)
#: A subject is looked for by so many of its first letters.
_KEY = 45
_MAX_CONTENTS = 6000


@dataclass(frozen=True, slots=True)
class Notice:
    """An entry without number of the contents: blocks ``[primo, ultimo]``."""

    primo: int
    ultimo: int
    sezione: str | None
    ente: str | None
    oggetto: str
    pagina: int


def find_notices(document: Document, blocks: tuple[Block, ...]) -> Structure | None:
    """The acts of a bulletin of notices; None where ``blocks`` are no such bulletin."""
    start = contents_start(blocks)
    head = "\n".join(block.testo for block in blocks[: (start or 0)])
    if start is None or not _MASTHEAD.search(head + document.margine):
        return None
    entries = _read_entries(blocks, start)
    firsts = _places(blocks, entries, entries[-1].ultimo + 1) if entries else []
    if len(firsts) < 2:
        return None
    masthead = read_masthead(document)
    acts = []
    for number, (at, entry) in enumerate(firsts):
        end = firsts[number + 1][0] if number + 1 < len(firsts) else len(blocks)
        acts.append(notice_act(document, blocks, entry, (at, end), masthead))
    rows = tuple(notice_row(document, blocks, entry, n + 1) for n, entry in enumerate(entries))
    contents = blocks[start - 1].inizio
    outside = [Part("testata", 0, contents)] if contents else []
    outside.append(Part("sommario", contents, acts[0].inizio, "", "Sommario"))
    return Structure("bollettino", tuple(acts), tuple(outside), rows)


def notices_among(
    blocks: tuple[Block, ...], numbered: Sequence[int], contents_end: int
) -> list[tuple[int, Notice]]:
    """Notices that a bulletin prints among acts with a number: block of each, and its entry.

    ``numbered`` are the blocks of the contents, which end at ``contents_end``, that begin the
    entries of the others. A notice is one only under the name of the body that the contents give.
    """
    start = contents_start(blocks[:contents_end])
    if start is None:
        return []
    taken = frozenset(numbered)
    entries = [
        entry
        for entry in _read_entries(blocks[:contents_end], start)
        if entry.ente and taken.isdisjoint(range(entry.primo, entry.ultimo + 1))
    ]
    places = _places(blocks, entries, contents_end) if entries else []
    return [
        (first, entry)
        for first, entry in places
        if any(block.testo.casefold() == str(entry.ente).casefold()
               for block in blocks[first : first + 3])
    ]  # fmt: skip


def _read_entries(blocks: tuple[Block, ...], start: int) -> list[Notice]:
    """The entries from block ``start`` on, up to where the first subject comes again."""
    entries: list[Notice] = []
    sezione = ente = None
    pending: list[int] = []
    for at in range(start, min(len(blocks), start + _MAX_CONTENTS)):
        text = blocks[at].testo
        if entries and _key(text).startswith(_key(entries[0].oggetto)):
            break
        if is_running_header(text):
            continue
        found = ENTRY_END.search(" " + text)
        if _SECTION.match(text) and not found:
            sezione, ente, pending = section_case(text), None, []
        elif names_body(text) and not found and not pending:
            ente = text
        else:
            pending.append(at)
            if found and len(join_lines([blocks[n].testo for n in pending])) > 12:
                entries.append(_entry(blocks, pending, sezione, ente, int(found["pagina"])))
                pending = []
    return entries


def _entry(
    blocks: tuple[Block, ...], lines: list[int], sezione: str | None, ente: str | None, page: int
) -> Notice:
    joined = join_lines([blocks[n].testo for n in lines])
    cut = ENTRY_END.search(" " + joined)
    subject = joined[: cut.start()] if cut else joined
    return Notice(lines[0], lines[-1], sezione, ente, subject.strip(" .…"), page)


def _places(blocks: tuple[Block, ...], entries: list[Notice], at: int) -> list[tuple[int, Notice]]:
    """Where each entry's act begins, from block ``at`` on, in order; those not printed are left
    out."""
    keys: dict[str, list[int]] = {}
    for number in range(at, len(blocks)):
        keys.setdefault(_key(blocks[number].testo), []).append(number)
    places: list[tuple[int, Notice]] = []
    for entry in entries:
        found = next((n for n in _candidates(keys, entry) if n >= at), None)
        if found is None:
            continue
        first = found
        while first > at and (
            names_body(blocks[first - 1].testo) or _SECTION.match(blocks[first - 1].testo)
        ):
            first -= 1
        places.append((first, entry))
        at = found + 1
    return places


def _candidates(keys: dict[str, list[int]], entry: Notice) -> list[int]:
    """Blocks that begin as the subject does; of wrapped lines, those that it begins with."""
    key = _key(entry.oggetto)
    if key in keys:
        return keys[key]
    return sorted(number for length in range(24, len(key)) for number in keys.get(key[:length], ()))


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text[: 8 * _KEY]).casefold()[:_KEY]


def notice_act(
    document: Document,
    blocks: tuple[Block, ...],
    entry: Notice,
    bounds: tuple[int, int],
    masthead: Masthead,
) -> Act:
    """The act of an entry without number, printed in blocks ``[first, end)``, the ``bounds``."""
    first, end = bounds
    inside = blocks[first:end]
    inizio = inside[0].inizio
    fine = blocks[end].inizio if end < len(blocks) else len(document.testo)
    kind = _kind(entry.oggetto)
    after = next((n + 1 for n, b in enumerate(inside) if _begins(b.testo, entry.oggetto)), 1)
    cuts = find_zones(inside, kind.forma, min(after, len(inside)))
    atto = Atto(
        tipo=kind.tipo,
        ente=title_case(entry.ente) if entry.ente and is_upper(entry.ente) else entry.ente,
        oggetto=entry.oggetto,
        pagina_stampata=printed_page(document, inizio) or entry.pagina,
        sezione=entry.sezione,
        bollettino=masthead.numero,
        serie=masthead.serie,
        data_pubblicazione=masthead.data,
    )
    parts = build_parts(inside, cuts, inizio, fine, kind.forma)
    return placed_act(document, atto, kind.nome, inizio, fine, parts)


def _begins(text: str, subject: str) -> bool:
    key = _key(text)
    return len(key) > 20 and _key(subject).startswith(key[: len(_key(subject))])


def _kind(subject: str) -> Kind:
    """The kind that a subject names; what is published without one is a notice."""
    notice = kind_of_sigla("avviso")
    assert notice is not None
    return kind_of_title(subject) or notice


def notice_row(
    document: Document, blocks: tuple[Block, ...], entry: Notice, order: int = 0
) -> VoceSommario:
    """The row of the contents for an entry without number, the ``order``-th."""
    inizio = blocks[entry.primo].inizio
    raw = document.testo[inizio : blocks[entry.ultimo].fine].rstrip()
    return VoceSommario(
        inizio=inizio,
        fine=inizio + len(raw),
        testo=raw,
        documento_id=document.id,
        fonte="sommario",
        ordine=order,
        sezione=entry.sezione,
        sottosezione=entry.ente,
        tipo=_kind(entry.oggetto).tipo,
        oggetto=entry.oggetto,
        pagina_stampata=entry.pagina,
    )
