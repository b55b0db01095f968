"""The title of a file that holds one act: its kind, organ, number, date and subject."""

import re
from dataclasses import dataclass

from extractor.structure.act_numbers import Number, read_number, session_date
from extractor.structure.attachments import attachment_title, is_attachment_heading
from extractor.structure.blocks import Block, is_upper, join_lines
from extractor.structure.bodies import title_case
from extractor.structure.calendar_dates import find_date, worded_date
from extractor.structure.formulas import ORGAN, PLACE_DATE, RECITAL
from extractor.structure.interleaved import read_interleaved
from extractor.structure.kinds import ATTACHMENT, LETTER, OTHER, Kind, kind_of_title
from extractor.structure.parties import read_parties
from extractor.structure.subject import (
    find_label,
    header_end,
    labelled_subject,
    unlabelled_subject,
)
from extractor.structure.zones import is_operative

# A title stands among the first blocks; a letterhead, stamps and addressees may come before.
_FRONT = 70
# An operative formula is looked for so far down in a file without title.
_BODY = 600
_VERBS = tuple(
    (verb, kind)
    for verb, title in (
        ("DETERMINA", "determinazione"), ("DECRETA", "decreto"),
        ("DELIBERA", "deliberazione"), ("ORDINA", "ordinanza"),
    )
    if (kind := kind_of_title(title)) is not None
)  # fmt: skip
_CONTENTS = re.compile(r"(?:indice|sommario)(?:\s+generale)?\s*[:.]?$|.*\.{5,}", re.I)
_TITLE_ORGAN = re.compile(
    r"(?:determin\w+|deliber\w+|decreto|ordinanza)\s+(?:(?:del|della|di|dei)\s+|dell['’]\s*)"
    r"(?P<organo>[^\d:;,(]{4,80}?)(?=\s+n[°º.\s]|\s*[\d:;,(]|$)",
    re.I,
)
#: Kinds whose title is date and number; the subject stands below it.
_LAWS = ("legge", "legge_regionale", "regolamento_regionale", "decreto_legislativo")
_STAMP = re.compile(r"copia\b|originale\b|prot\b|c_\w\d|pag(?:ina|\.)\s|[\W\d_]+$", re.I)


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
    at, kind = _find_kind(front, label)
    if kind in (OTHER, LETTER):
        by_formula = _by_formula(blocks)
        if by_formula is not None and label is None:
            number = _number_above(front)
            return Title(by_formula, None, number.numero, number.data, None, None, 0, 0)
        kind = by_formula or kind
    if kind is OTHER:
        return _introduced(blocks) or _titled(blocks, front, at, kind)
    if kind.forma in ("documento", "accordo") and label is None:
        return _titled(blocks, front, at, kind)
    return _headed(blocks, front, at, kind, label)


def _by_formula(blocks: tuple[Block, ...]) -> Kind | None:
    """The kind of an act without title, by what its organ does: ``DECRETA``, ``ORDINA``."""
    recital = False
    for block in blocks[:_BODY]:
        text = block.testo
        recital = recital or RECITAL.match(text) is not None
        if recital and is_operative(text):
            word = re.sub(r"[^A-Z]", "", text.upper())
            return next((kind for verb, kind in _VERBS if verb in word[:16]), None)
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


def _find_kind(front: tuple[Block, ...], label: int | None) -> tuple[int, Kind]:
    until = label if label is not None else len(front)
    attachment = next(
        (n for n in range(min(len(front), 6)) if is_attachment_heading(front, n)), None
    )
    for at in range(until):
        text = front[at].testo
        if _CONTENTS.match(text):
            break
        kind = kind_of_title(_with_next(front, at).lstrip('“"«*( '))
        if kind is not None and _is_title(text, label is not None):
            return _rather_a_call(front, at, _with_organ(front[at:until], kind))
    if label is not None:
        inside = _inside(front[:until])
        return inside or _below(front, label) or (label, LETTER)
    if attachment is not None:
        return attachment, ATTACHMENT
    return 0, OTHER


def _with_next(front: tuple[Block, ...], at: int) -> str:
    """A line with the next one, where that names the organ: ``DEL CONSIGLIO COMUNALE``."""
    text = front[at].testo
    following = front[at + 1].testo if at + 1 < len(front) else ""
    names = len(following) < 120 and re.match(r"(?:del|della|dell['’])\s*(?!\d)", following, re.I)
    return f"{text} {following}" if names and is_upper(following) else text


def _with_organ(below: tuple[Block, ...], kind: Kind) -> Kind:
    """The kind found, or the same with its organ where a line below the title names it."""
    if kind.organo is not None or kind.tipo != "delibera":
        return kind
    kinds = (kind_of_title(block.testo) for block in below[:8])
    return next((k for k in kinds if k and k.tipo == kind.tipo and k.organo), kind)


def _rather_a_call(front: tuple[Block, ...], at: int, kind: Kind) -> tuple[int, Kind]:
    """The title found, or the call that is published under it.

    Calls print first the programme that pays for them, or the law: ``PROGRAMMA REGIONALE …``.
    """
    if kind.tipo == "verbale":
        return _rather_a_resolution(front, at, kind)
    if kind.tipo != "piano" and kind.tipo not in _LAWS:
        return at, kind
    for later in range(at + 1, len(front)):
        text = front[later].testo
        if _CONTENTS.match(text):
            break
        other = kind_of_title(text.lstrip('“"«*( '))
        if other is not None and other.tipo in ("bando", "avviso") and _is_title(text, False):
            return later, other
    return at, kind


def _rather_a_resolution(front: tuple[Block, ...], at: int, kind: Kind) -> tuple[int, Kind]:
    """The minutes found, or the resolution that they record: ``D.G.R. n. 12 - 8123``."""
    for later in range(at + 1, min(at + 12, len(front))):
        other = kind_of_title(front[later].testo)
        if other is not None and other.nome == "dgr" and len(front[later].testo) < 60:
            return later, other
    return at, kind


def _is_title(text: str, labelled: bool) -> bool:
    """Whether a line that begins like a title is one: in capitals, or short and alone."""
    if is_upper(text[:60]):
        return True
    return (
        len(text) < 150
        and text[0].isupper()
        and not text.endswith((";", ","))
        and (labelled or len(text) < 110)
    )


def _below(front: tuple[Block, ...], label: int) -> tuple[int, Kind] | None:
    """A title in capitals below the subject, where no other stands above it."""
    for at in range(label + 1, len(front)):
        kind = kind_of_title(front[at].testo) if is_upper(front[at].testo) else None
        if kind is not None and kind.forma == "provvedimento":
            return at, kind
    return None


def _inside(front: tuple[Block, ...]) -> tuple[int, Kind] | None:
    """A title run together with the letterhead before it, in capitals."""
    for at, block in enumerate(front):
        for found in re.finditer(
            r"\b(?:DETERMINAZION|DELIBERAZION|DELIBERA|ORDINANZA|DECRETO)", block.testo
        ):
            kind = kind_of_title(block.testo[found.start() :])
            if kind:
                return at, kind
    return None


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
    """The date with its place above a title, as schools print it: ``Prova, 12/03/2024``."""
    lines = (block.testo for block in front if PLACE_DATE.match(block.testo))
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
        text = _with_next(front, at)
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
        if number == at and (kind is ATTACHMENT or kind.tipo in _LAWS):
            after = number + 1
            titled = attachment_title(text) if kind is ATTACHMENT else ""
            if titled:
                parts.append(titled)
            continue
        if not (_STAMP.match(text) and not parts):
            parts.append(text)
        after = number + 1
    subject = join_lines(parts)
    sigla = re.match(r"[A-ZÀ-Ýa-zà-ÿ'’ ]{4,40}?(?=\s+(?:per|tra|fra|n\.|del)\b|$)", subject, re.I)
    notice = _notice_number(front)
    if kind.tipo in _LAWS:
        notice = read_number(front[at].testo)
    elif kind not in (OTHER, ATTACHMENT) and notice.numero is None:
        notice = _title_number(front[at].testo, "")
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
    if _CONTENTS.match(text) or ORGAN.match(text) or RECITAL.match(text):
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
            r"(?:[A-Z][a-z]+,?\s+)?(?:l[iì]\s+|del\s+|data\s*:\s*)?\d{1,2}[/\s.]", block.testo, re.I
        )
        if found and len(block.testo) < 60:
            return find_date(block.testo)
    return None
