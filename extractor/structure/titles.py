"""The title of a file that holds one act: its kind, organ, number, date and subject."""

import re
from dataclasses import dataclass, replace

from extractor.structure.act_numbers import Number, numbered_title, read_number, session_date
from extractor.structure.attachments import attachment_title
from extractor.structure.blocks import Block, is_upper, join_lines
from extractor.structure.bodies import title_case
from extractor.structure.calendar_dates import find_date, worded_date
from extractor.structure.call_titles import named_above
from extractor.structure.formulas import ORGAN, RECITAL
from extractor.structure.interleaved import read_interleaved
from extractor.structure.kinds import ATTACHMENT, LETTER, OTHER, Kind, kind_of_title
from extractor.structure.parties import read_parties
from extractor.structure.subject import (
    find_label,
    header_end,
    labelled_subject,
    unlabelled_subject,
)
from extractor.structure.title_kinds import (
    CONTENTS,
    LAWS,
    attested,
    find_kind,
    kind_by_formula,
    with_next,
)
from extractor.structure.zones import is_operative

# A title stands among the first blocks; a letterhead, stamps and addressees may come before.
_FRONT = 70
_TITLE_ORGAN = re.compile(
    r"(?:determin\w+|deliber\w+|decreto|ordinanza)\s+(?:(?:del|della|di|dei)\s+|dell['’]\s*)"
    r"(?P<organo>[^\d:;,(]{4,80}?)(?=\s+n[°º.\s]|\s*[\d:;,(]|$)",
    re.I,
)
#: A date alone, or labelled.
_DATED = re.compile(
    r"(?:[A-Z][a-z]+,?\s+)?(?:l[iì]\s+|del\s+|data\s*:\s*)?\d{1,2}(?:[/.]|[°º]?\s+[a-z]{4})", re.I
)
#: A date with its place: ``Prova (RM), 12/03/2024``, ``Prova, lì 12 marzo 2024``.
_PLACE = re.compile(
    r"[A-ZÀ-Ý][^\d,;:]{1,50}(?:,|\sl[iì]['’]?)\s*(?:l[iì]['’]?\s*|addì\s+)?"
    r"(?:\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}|\d{1,2}[°º]?\s+[a-z]{5,9}\s+\d{4})\s*$"
)
#: The row of the protocol above a title: ``Prot. n. 2434 | Data: 27/02/2026``.
_PROTOCOL_DATE = re.compile(
    r"prot(?:ocollo|\.)?\s*n[.°º]{0,2}\s*\d{1,9}[\s|,–-]*data\s*:\s*(?P<data>\d{1,2}[/.-]\d{1,2}[/.-]\d{4})",
    re.I,
)
_STAMP = re.compile(r"copia\b|originale\b|prot\b|c_\w\d|pag(?:ina|\.)\s|[\W\d_]+$", re.I)


#: The first words of a title, which name the kind of act: ``AVVISO PUBBLICO``.
_SIGLA_OF_TITLE = re.compile(r"[A-ZÀ-Ýa-zà-ÿ'’ ]{4,40}?(?=\s+(?:per|tra|fra|n\.|del)\b|$)", re.I)
#: Kinds whose title is a name, at whose end the number of the act stands.
_NOTICES = ("avviso", "bando")


@dataclass(frozen=True, slots=True)
class Title:
    """What the title page of an act says; ``dopo`` is the block after its header."""

    kind: Kind
    sigla: str | None
    numero: str | None
    data: str | None
    organo: str | None
    oggetto: str | None
    dopo: int
    blocco: int
    ente: str | None = None


def read_title(blocks: tuple[Block, ...]) -> Title:
    """The header of the one act in ``blocks``; kind *altro* where no title is recognised."""
    front = blocks[: min(_FRONT, _front_end(blocks))]
    label = find_label(front)
    at, kind = find_kind(front, label)
    if kind.forma == "visto" and at < len(blocks) and kind_by_formula(blocks) is not None:
        begun = _act_below(blocks, at)
        if begun is not None:
            return begun
    attestation = attested(blocks, front, kind)
    if attestation is not None:
        at, kind = attestation, kind_of_title(front[attestation].testo) or kind
    if kind in (OTHER, LETTER):
        by_formula = kind_by_formula(blocks)
        if by_formula is not None and label is None:
            number = _number_above(front)
            return Title(by_formula, None, number.numero, number.data, None, None, 0, 0)
        kind = by_formula or kind
    if kind is OTHER:
        return _introduced(blocks) or _titled(blocks, front, at, kind)
    if kind.forma in ("documento", "accordo") and label is None:
        return _titled(blocks, front, at, kind)
    return _headed(blocks, front, at, kind, label)


def _act_below(blocks: tuple[Block, ...], attestation: int) -> Title | None:
    """The header of an act above which its certificate was put as a first page."""
    for at in range(attestation + 1, min(attestation + _FRONT, len(blocks))):
        text = blocks[at].testo
        kind = kind_of_title(text) if is_upper(text[:60]) and len(text) < 200 else None
        if kind is not None and kind.forma == "provvedimento" and not is_operative(text):
            below = read_title(blocks[at:])
            return replace(below, dopo=below.dopo + at, blocco=below.blocco + at)
    return None


def _number_above(front: tuple[Block, ...]) -> Number:
    """A number with its date alone in a line above the recitals."""
    for block in front[:12]:
        if len(block.testo) < 60 and re.match(r"(?:n[°º.]|prot|rep)", block.testo, re.I):
            return read_number(block.testo)
    return Number(None, None)


def _front_end(blocks: tuple[Block, ...]) -> int:
    """Number of the first block that cannot be title page: a recital, an operative formula."""
    for at, block in enumerate(blocks[:_FRONT]):
        if is_operative(block.testo) or (RECITAL.match(block.testo) and len(block.testo) > 60):
            return max(at, 1)
    return len(blocks)


def _headed(
    blocks: tuple[Block, ...], front: tuple[Block, ...], at: int, kind: Kind, label: int | None
) -> Title:
    """An act with its number and an ``Oggetto:``."""
    mixed = read_interleaved(blocks, at) if kind.forma == "provvedimento" else None
    if mixed is not None:
        number, oggetto, after = mixed
        sigla, organo = _sigla(front, at, at + 1, kind)
        organ = kind.organo or organo
        return Title(kind, sigla, number.numero, number.data, organ, oggetto, after, at)
    until = label if label is not None else header_end(front, at, 8)
    until = len(front) if label is not None and label < at else until
    head = "\n".join(block.testo for block in front[:until])
    before = sum(len(block.testo) + 1 for block in front[:at])
    numbered = kind.forma == "provvedimento"
    number = read_number(head, before) if numbered else _title_number(front[at].testo, head)
    if kind.forma == "visto":
        # The number and the date on its header are those of the act that it is about.
        number = Number(None, _dated_above(blocks))
    subject, after = None, until
    if label is not None:
        subject, after = labelled_subject(blocks, label)
        if numbered and (number.numero is None or number.data is None):
            tail = blocks[after : header_end(blocks, after - 1, 9)]
            number = _complete(number, "\n".join(block.testo for block in tail))
    elif numbered:
        subject, after = unlabelled_subject(blocks, at)
    if numbered and number.numero and number.data is None:
        number = Number(number.numero, _dated_above(front[:at]))
    sigla, organo = _sigla(front, at, until, kind)
    return Title(kind, sigla, number.numero, number.data, kind.organo or organo, subject, after, at)


def _dated_above(front: tuple[Block, ...]) -> str | None:
    """The date with its place, as schools print it above a title: ``Prova, 12/03/2024``."""
    lines = (block.testo for block in front if not block.celle and _PLACE.match(block.testo))
    return next((date for line in lines if (date := find_date(line))), None)


def _title_number(title: str, head: str) -> Number:
    """Number and date in a title that carries them: ``Verbale n. 3 del 17/03/2026``."""
    if re.match(r"[^\W\d_][^\d_]{2,24}?\sn[.°º]", title, re.I):
        return read_number(title)
    return Number(None, find_date(head))


def _complete(number: Number, tail: str) -> Number:
    """What the header lacks, from what is printed below the subject: the session's date."""
    later = read_number(tail) if re.match(r"n[°º.\s]|reg", tail, re.I) else Number(None, None)
    data = number.data or worded_date(tail) or session_date(tail) or later.data
    return Number(number.numero or later.numero, data)


def _sigla(
    front: tuple[Block, ...], at: int, until: int, kind: Kind
) -> tuple[str | None, str | None]:
    """The title as printed, without its number, and the organ that it names."""
    text = front[at].testo
    if kind is LETTER or find_label(front[at : at + 1]) is not None:
        return None, None
    start = re.search(
        r"\b(?:VERBALE\s+DI\s+)?(?:DETERMINAZION|DELIBERAZION|ORDINANZA|DECRETO)", text
    )
    if start and not kind_of_title(text):
        text = text[start.start() :]
    following = front[at + 1].testo if at + 1 < until else ""
    if re.search(r"\b(?:del|della|di|dei)$", text, re.I) and is_upper(following):
        text = f"{text} {following}"
    elif at + 1 < until and text == front[at].testo:
        text = with_next(front, at)
    sigla = re.split(r"\s+(?:n[°º.]|num|\d|del\s+\d)", text, maxsplit=1, flags=re.I)[0].strip(
        " :-–"
    )
    sigla = sigla if re.search(r"\w\.\w\.$", sigla) else sigla.rstrip(".")
    sigla = re.sub(r"\s+[Nn]$", "", sigla)
    sigla = re.sub(r"(?:copia|originale)(?:\s+di)?\s+", "", sigla, count=1, flags=re.I)
    sigla = re.sub(r"\s*\(.*$", "", sigla)
    found = _TITLE_ORGAN.match(sigla)
    organo = title_case(found["organo"].strip(" .-–")) if found else None
    return sigla[:120] or None, organo


def _titled(blocks: tuple[Block, ...], front: tuple[Block, ...], at: int, kind: Kind) -> Title:
    """A document whose title is its subject: an agreement, a call, a plan."""
    parts: list[str] = []
    after = at
    for number in range(at, min(at + 12, len(front))):
        text = front[number].testo
        if parts and (front[number].celle or _title_ends(parts, text, kind)):
            break
        if number == at and (kind is ATTACHMENT or kind.tipo in LAWS):
            after = number + 1
            titled = attachment_title(text) if kind is ATTACHMENT else ""
            if titled:
                parts.append(titled)
            continue
        if parts or not _STAMP.match(text):
            numbered = numbered_title(text) if number == at and kind.tipo in _NOTICES else None
            parts.append(numbered[0] if numbered else text)
        after = number + 1
    subject = join_lines(parts)
    sigla = _SIGLA_OF_TITLE.match(subject)
    if kind.tipo in _NOTICES:
        subject = join_lines([*named_above(front, at, subject), subject])
    notice = _notice_number(front)
    if kind.tipo in LAWS:
        notice = read_number(front[at].testo)
    elif kind not in (OTHER, ATTACHMENT) and notice.numero is None:
        notice = _number_of_title(front, at, kind)
    if kind.forma == "accordo" and notice.numero is None:
        notice = _repertory(front[at + 1 : after + 2]) or notice
    return Title(
        kind,
        sigla.group().strip() if sigla and kind not in (OTHER, ATTACHMENT) else None,
        notice.numero,
        notice.data or _title_date(front[: after + 3]) or _held_on(front[at : after + 3], kind),
        None,
        subject[:600] or None,
        min(after, len(blocks)),
        at,
        read_parties(blocks, at) if kind.forma == "accordo" else None,
    )


def _number_of_title(front: tuple[Block, ...], at: int, kind: Kind) -> Number:
    """The number in the title, or alone in the line below it: ``N. 12 del 03/04/2024``."""
    numbered = numbered_title(front[at].testo) if kind.tipo in _NOTICES else None
    if numbered is not None:
        return numbered[1]
    below = front[at + 1].testo if at + 1 < len(front) else ""
    if kind.tipo in _NOTICES and len(below) < 40 and re.match(r"n[.°º]\s?\d", below, re.I):
        return read_number(below)
    return _title_number(front[at].testo, "") if kind.tipo not in _NOTICES else Number(None, None)


def _repertory(below: tuple[Block, ...]) -> Number | None:
    """The number under which an agreement is kept: ``Rep. n. 1456``, ``Repertorio n. 12 del …``."""
    for block in below:
        if len(block.testo) < 60 and re.match(r"rep(?:ertorio|\.)", block.testo, re.I):
            return read_number(block.testo)
    return None


def _notice_number(front: tuple[Block, ...]) -> Number:
    """Number and date of a notice in the supplement S of the Official Journal of the Union."""
    for at, block in enumerate(front[:6]):
        found = re.match(r"(\d{4,8}-(?:19|20)\d{2})\s*-\s*[A-Z]", block.testo)
        if found:
            below = "\n".join(line.testo for line in front[at : at + 4])
            journal = re.search(r"(?:GU|OJ)\s+S\s*:?\s*\d+/\d{4}\s+(\S+)", below)
            return Number(found[1], find_date(journal[1]) if journal else None)
    return Number(None, None)


#: ``Il Piano Triennale per la Trasformazione Digitale 2021-23 (PTTD)``, as a sentence begins.
_INTRODUCED = re.compile(
    r"(?:Il|La|L['’]|Questo|Questa)\s*(?:presente\s+)?"
    r"(?P<nome>[A-Z][a-z]+(?:\s+(?:[A-ZÀ-Ý\d(][\w'’.)‐‑–/\-]*|per|di|de[li]|dell[ae]|dell['’]\w+|la|il"
    r"|l['’]\w+|e|in|alla?|nell[ao])){1,20}?)"
    r"(?=\s+(?![A-ZÀ-Ý\d(]|per\b|de[li]\b|dell|di\b|la\b|il\b|e\b|in\b)|,)"
)


def _introduced(blocks: tuple[Block, ...]) -> Title | None:
    """A document without title page, known by how its first sentences name it."""
    text = "\n".join(block.testo for block in blocks[:30])
    for found in _INTRODUCED.finditer(text[:4000]):
        name = join_lines([found["nome"]])
        kind = kind_of_title(name)
        if kind is not None and kind.forma == "documento" and len(name.split()) > 2:
            return Title(kind, None, None, None, None, name, 0, 0)
    return None


def _held_on(blocks: tuple[Block, ...], kind: Kind) -> str | None:
    """The date of the session that minutes are of: ``SEDUTA RISERVATA DEL 18/01/2024``."""
    text = "\n".join(block.testo for block in blocks)
    if kind.tipo == "verbale":
        return session_date(text)
    return worded_date(text) if kind.forma == "accordo" else None


def _title_ends(parts: list[str], text: str, kind: Kind) -> bool:
    first = parts[0]
    if CONTENTS.match(text) or ORGAN.match(text) or RECITAL.match(text):
        return True
    if re.match(r"(?:codice\s+)?(?:cup|cig)\b", text, re.I):
        return True
    if text.lower().strip("-–— ") in ("tra", "fra", "premesso", "premessa") or re.match(
        r"\d{1,3}$|\(|art", text, re.I
    ):
        return True
    if is_upper(first):
        return not is_upper(text)
    return len(text) > 120 or len(parts) >= 2 or text[:1].isupper()


def _title_date(front: tuple[Block, ...]) -> str | None:
    """A date alone in a line of the title page, or labelled: ``Data: 27/02/2026``."""
    for block in front:
        found = re.match(
            r"(?:[A-Z][a-z]+,?\s+)?(?:l[iì]\s+|del\s+|data\s*:\s*)?\d{1,2}(?:[/.]|[°º]?\s+[a-z]{4})",
            block.testo,
            re.I,
        )
        if found and len(block.testo) < 60:
            return find_date(block.testo)
        protocol = _PROTOCOL_DATE.match(block.testo)
        if protocol:
            return find_date(protocol["data"])
    return None
