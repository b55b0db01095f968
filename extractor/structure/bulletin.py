"""Official bulletins of a Region: the headings of their acts, and their table of contents.

A bulletin prints each act under a heading of one form, ``D.d.u.o. 18 aprile 2017 - n. 4425`` or
``DELIBERAZIONE DELLA GIUNTA REGIONALE 12 FEBBRAIO 2024, N. 245``, and lists it in its table of
contents with the kind in full, its subject and the printed page. Some Regions print the number
first, ``DECRETO DEL PRESIDENTE n. 12 del 3 marzo 2024``: as any act does by itself, so only under
the masthead of a bulletin is it a heading. Pages taken out of a bulletin (an extract) have the
headings alone.
"""

import re
from dataclasses import dataclass

from extractor.structure.blocks import Block, is_upper, join_lines
from extractor.structure.calendar_dates import MONTHS, find_date
from extractor.structure.divisions import is_division, names_kinds
from extractor.structure.formulas import ORGAN, ORGAN_CAPITALS, RECITAL, REPORTED
from extractor.structure.kinds import Kind, kind_of_sigla
from extractor.structure.masthead import is_running_header
from extractor.structure.zones import is_operative

_MONTH = "|".join(MONTHS)
_SIGLA = r"(?P<sigla>[A-Za-z][^\d\n;:]{1,220}?)"
_NUMERO = (
    r"(?P<numero>[IVXL]{1,6}\s?/\s?\d{1,6}|[A-Z]?\d{1,6}(?:/\d{1,6}|/[A-Z]{1,8}|-\d{3,5})?)(?!\d)"
)
#: ``D.g.r. 21 aprile 2017 - n. X/6502`` and what follows on the same line.
HEADING = re.compile(
    rf"{_SIGLA}\s*(?P<data>\d{{1,2}}[°º]?\s+(?:{_MONTH})\s+\d{{4}})\s*[-–—‐−,]\s*n[.°º]?\s*"
    rf"{_NUMERO}(?P<resto>.*)$",
    re.I | re.S,
)
#: ``DELIBERAZIONE DELLA GIUNTA REGIONALE n. 701 del 14 giugno 2022``.
_NUMBER_FIRST = re.compile(
    rf"{_SIGLA}\s+n[.°º]{{0,2}}\s*{_NUMERO}\s+del(?:l['’])?\s*(?P<data>\d{{1,2}}(?:[°º]?\s+(?:{_MONTH})\s+"
    r"|[/.-]\d{1,2}[/.-])\d{4})(?!\d)(?P<resto>.*)$",
    re.I | re.S,
)
#: The first line of a heading that a text file breaks: no number in it yet.
_BROKEN = re.compile(r"(?:DETERMINAZIONE|DELIBERAZIONE|DECRETO|ORDINANZA)\s[^\d;:]{30,200}$")
#: The code of an act in the bulletins of before 2011: ``(BUR2010021)``, ``[5.1.3]``.
_CODE = re.compile(r"[(\[](?:BUR\s?)?[\d.]{3,20}[)\]]\s*", re.I)
_DASH_NUMBER = re.compile(r"[-–—‐−,]\s?n", re.I)
_BARE_NUMBER = re.compile(r"\sn[.°º]", re.I)
# A leader is three dots or more, or spaced: the stop of ``s.m.i.`` stays.
ENTRY_END = re.compile(
    r"(?:(?:\s\.)+|(?:\s*\.){3,}|\s*…[\s.…]*)?(?:[\s.…]pag\.)?[\s.…](?P<pagina>\d{1,4})\s*$", re.I
)
#: Kinds that are printed without organ and preamble.
_WITHOUT_ORGAN = ("comunicato", "circolare", "avviso")
_PROMULGATED = re.compile(r"(?:ha\s+approvato|promulga|emana|la\s+seguente\s+legge)", re.I)
# How far below its heading an act must show its organ or its first recital.
_REACH = 40


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of an act in a bulletin, at blocks ``[blocco, dopo)``; ``resto`` follows on it."""

    blocco: int
    dopo: int
    kind: Kind
    sigla: str
    numero: str
    data: str | None
    resto: str


def is_heading(text: str) -> bool:
    """Whether a line begins with kind, date and number of an act, in this order."""
    found = HEADING.match(text[:300])
    return found is not None and kind_of_sigla(found["sigla"]) is not None


def heading_at(blocks: tuple[Block, ...], at: int, *, number_first: bool = False) -> Heading | None:
    """The heading that block ``at`` begins with, whatever stands below it."""
    text = _CODE.sub("", blocks[at].testo, count=2) if "." in blocks[at].testo else ""
    after = at + 1
    if _BROKEN.match(blocks[at].testo) and after < len(blocks) and is_upper(blocks[at].testo):
        text, after = f"{blocks[at].testo} {blocks[after].testo}", at + 2
    found = HEADING.match(text[:400])
    if found is None and number_first:
        found = _NUMBER_FIRST.match(text[:400])
    kind = kind_of_sigla(found["sigla"]) if found else None
    if found is None or kind is None:
        return None
    resto = (found["resto"] + text[400:]).strip(" *–-.:")
    numero = re.sub(r"\s", "", found["numero"])
    return Heading(at, after, kind, found["sigla"].strip(), numero, find_date(found["data"]), resto)


def find_headings(blocks: tuple[Block, ...], *, number_first: bool = False) -> tuple[Heading, ...]:
    """Every heading in the text, those of the table of contents included.

    Where the bulletin prints the ``number_first``, it is looked for so too.

    A citation at the start of a block (``D.g.r. 21 aprile 2017 - n. X/6502 «…»;``) is no
    heading: it goes on in its sentence.
    """
    found = []
    group = ""
    for at, block in enumerate(blocks):
        if number_first:
            group = block.testo if names_kinds(block.testo) else group
            grouped = _grouped(block, at, group)
            if grouped is not None:
                found.append(grouped)
                continue
        # The cheap tests first: few blocks hold a dash before a number.
        text = block.testo
        if not (text[0].isalpha() or text[0] in "(["):
            continue
        if not (
            _DASH_NUMBER.search(text, 0, 260)
            or (number_first and _BARE_NUMBER.search(text, 0, 260))
            or _BROKEN.match(text)
        ):
            continue
        heading = heading_at(blocks, at, number_first=number_first)
        if heading is not None and not _is_citation(heading):
            found.append(heading)
    return tuple(found)


#: An entry below the name of its kind: ``n. 128 del 10 novembre 2016``.
_ENTRY = re.compile(
    rf"n[.°º]\s*{_NUMERO}\s+del(?:l['’])?\s*(?P<data>\d{{1,2}}[°º]?\s+(?:{_MONTH})\s+\d{{4}})(?!\d)"
    r"(?P<resto>.*)$",
    re.I | re.S,
)
_SINGULAR = (
    ("decreti", "decreto"), ("deliberazioni", "deliberazione"), ("leggi", "legge"),
    ("determinazioni", "determinazione"), ("ordinanze", "ordinanza"), ("regionali", "regionale"),
    ("regolamenti", "regolamento"), ("dirigenziali", "dirigenziale"),
)  # fmt: skip


def _grouped(block: Block, at: int, group: str) -> Heading | None:
    """The heading that names no kind, because the contents group the acts by kind."""
    found = _ENTRY.match(block.testo) if group and block.testo[0] in "nN" else None
    if found is None:
        return None
    sigla = group
    for plural, singular in _SINGULAR:
        sigla = re.sub(rf"\b{plural}\b", singular, sigla, flags=re.I)
    kind = kind_of_sigla(sigla)
    if kind is None:
        return None
    resto = found["resto"].strip(" *–-.:")
    number = re.sub(r"\s", "", found["numero"])
    return Heading(at, at + 1, kind, group, number, find_date(found["data"]), resto)


def _is_citation(heading: Heading) -> bool:
    resto = heading.resto
    return resto[:1] in (";", ",", ")") or (resto.endswith(";") and len(resto) < 600)


def split_contents(
    blocks: tuple[Block, ...], headings: tuple[Heading, ...]
) -> tuple[tuple[Heading, ...], tuple[Heading, ...]]:
    """The headings of the table of contents, and those of the acts printed below it.

    The contents end where a heading comes again, or where an act stands below it.
    """
    entries: list[Heading] = []
    start = contents_start(blocks)
    if start is None and _on_front_page(blocks, headings):
        start = 0
    seen: set[tuple[str, str, str | None]] = set()
    for number, heading in enumerate(headings):
        until = headings[number + 1].blocco if number + 1 < len(headings) else len(blocks)
        key = _key(heading)
        if start is None or heading.blocco < start or key in seen:
            break
        if not _has_page(blocks, heading, until) and (
            is_act(blocks, heading, open_act=True) or _decides(blocks, heading, until)
        ):
            break
        seen.add(key)
        entries.append(heading)
    return tuple(entries), _acts(blocks, headings[len(entries) :])


def _key(heading: Heading) -> tuple[str, str, str | None]:
    """What tells an act from others: offices of a Region may number their acts each by itself."""
    return heading.kind.tipo, heading.numero, heading.data


def _on_front_page(blocks: tuple[Block, ...], headings: tuple[Heading, ...]) -> bool:
    """Whether a table of contents without title begins with the first heading.

    It is printed again below, and its page ends its entry.
    """
    if len(headings) < 2 or headings[0].blocco > 40:
        return False
    again = any(_key(heading) == _key(headings[0]) for heading in headings[1:])
    return again and _has_page(blocks, headings[0], headings[1].blocco)


def _acts(blocks: tuple[Block, ...], headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """The headings that acts stand below.

    While an act has not come to its operative part, what looks like a heading is a citation of
    its preamble, unless an organ stands below it.
    """
    acts: list[Heading] = []
    for heading in headings:
        open_act = bool(acts) and not _is_decided(blocks, acts[-1], heading.blocco)
        if is_act(blocks, heading, open_act=open_act):
            acts.append(heading)
    return tuple(acts)


def _is_decided(blocks: tuple[Block, ...], act: Heading, until: int) -> bool:
    if act.kind.forma != "provvedimento" or act.kind.tipo in _WITHOUT_ORGAN:
        return True
    return _decides(blocks, act, until)


def _decides(blocks: tuple[Block, ...], heading: Heading, until: int) -> bool:
    """Whether an operative formula stands below the heading, above the next."""
    return any(is_operative(blocks[at].testo) for at in range(heading.dopo, until))


def contents_start(blocks: tuple[Block, ...]) -> int | None:
    """Block after the title ``SOMMARIO``, if one stands in the first blocks."""
    for at, block in enumerate(blocks[:80]):
        if block.testo.lower().rstrip(" .:") in ("sommario", "indice"):
            return at + 1
    return None


def _has_page(blocks: tuple[Block, ...], heading: Heading, until: int) -> bool:
    return entry_text(blocks, heading, until)[1] is not None


def entry_text(blocks: tuple[Block, ...], heading: Heading, until: int) -> tuple[str, int | None]:
    """Subject and printed page of an entry; the page is None where no number ends it.

    The entry ends at the first block that ends in a page number: after it come headings of
    sections. A number that ends a line of the subject itself is no page where the subject
    goes on below it in lower case.
    """
    parts = [heading.resto] if heading.resto else []
    stop = min(until, heading.blocco + 30)
    for at in range(heading.dopo - 1, stop):
        text = blocks[at].testo
        if at >= heading.dopo:
            parts.append(text)
        if not parts:
            continue
        found = ENTRY_END.search(" " + parts[-1])
        if found and not _goes_on(blocks, at, stop):
            joined = join_lines(parts)
            cut = ENTRY_END.search(" " + joined)
            subject = joined[: cut.start()] if cut else joined
            return subject.strip(" \t*…"), int(found["pagina"])
    return join_lines(parts), None


def _goes_on(blocks: tuple[Block, ...], at: int, stop: int) -> bool:
    if at + 1 >= stop:
        return False
    following = blocks[at + 1].testo
    return not (is_division(following) or is_running_header(following)) and any(
        ENTRY_END.search(" " + blocks[later].testo) for later in range(at + 1, stop)
    )


def is_act(blocks: tuple[Block, ...], heading: Heading, *, open_act: bool) -> bool:
    """Whether an act stands below the heading: its organ, or a recital unless ``open_act``.

    Communications have neither; for them the heading decides. A law is promulgated.
    """
    if heading.kind.tipo in _WITHOUT_ORGAN:
        return not open_act
    if ORGAN_CAPITALS.search(heading.resto):
        return True
    law = heading.kind.forma == "documento"
    for block in blocks[heading.dopo : heading.dopo + _REACH]:
        text = block.testo
        if law and _PROMULGATED.match(text):
            return True
        if is_heading(text) or is_operative(text):
            return False
        if not law and RECITAL.match(text):
            return not open_act
        if not law and REPORTED.match(text):
            return True
        if not law and len(text) < 400 and ORGAN.match(text) and is_upper(text[:30]):
            return True
        if not law and ORGAN_CAPITALS.search(text[-200:]) and text[:1].isupper():
            return True
    return False
