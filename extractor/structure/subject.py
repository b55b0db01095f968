"""The subject (oggetto) of an act, joined over its lines."""

import re

from extractor.structure.blocks import Block, is_upper, join_lines
from extractor.structure.formulas import ORGAN, ORGAN_CAPITALS, ORGAN_JOINED, RECITAL, REPORTED

_LABEL = re.compile(r"(?:[^\w]{0,3})ogg(?:etto|\.)\s*(?:della\s+\w+\s*)?\s*[:\-–.]?\s*", re.I)
#: What comes after a subject on a title page, however it is set.
_STOP = re.compile(
    r"(?:l['’]\s?an+o\s|addì|(?:cup|cig|c\.i\.g\.?)\s*[:;n]|il\s+giorno|si\s+comunica|n[.°º]{1,2}\s*\d+(?:/\d+)?\s*(?:$|del\b|reg|in\s)"
    r"|seduta\s+del|in\s+data\s*:|alle\s+ore\s*:|presenti\b|nominativo|cognome|l['’]atto\s+si\s+compone"
    r"|(?:la|il|lo)\s+(?:president|rettor|sindac|sottoscritt|direttor|dirigent|responsabil"
    r"|consiglio|giunta|senato|comitato)|viene\s+comunicat|sottoscritto\s+digitalmente|sono\s+(?:presenti|assenti|intervenuti)\b)",
    re.I,
)
#: Labels of title pages: they stop a subject where they begin with a capital (a line of the
#: subject itself may begin with ``servizio``).
_LABELS = re.compile(
    r"(?:Proponente|Struttura|Settore|Area|Servizio|Ufficio|Direzione|Responsabile|Numero|Proposta"
    r"|Immediatamente|Estensore|Registro|Data|Allegat[oi]|UOR|Relatore|Importo|Destinatari|Codice"
    r"|Il\s+present|Autorità\s+emanante|Firmatari|Verbale|Classificazione|Assessore|Componenti|Premesso|Determina|Decreta|Delibera"
    r"|Con\s+nota|Alla?\b|Spett|Gentil|Egregi)"
)
#: A label below a subject in capitals: ``Autorità emanante: IL RESPONSABILE``.
_LABEL_IN_SMALL = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ'’]+(?:\s+[a-zà-ÿ'’]+){0,3}\s*:")
_MAX_BLOCKS = 16
#: The title of the procedure in a notice on the eForms of the Union (regulation (EU) 2019/1780).
_PROCEDURE = re.compile(
    r"^2\.1\.?\s+Procedura\n(?:[^\n]{0,200}\n){0,3}?Titolo:\s*(.{3,1500}?)"
    r"(?:\s+Descrizione:|\n|$)",
    re.M,
)


def procedure_title(text: str) -> str | None:
    """What a notice on the eForms of the Union is about: the title of its procedure."""
    found = _PROCEDURE.search(text)
    return found[1].strip() if found else None


def find_label(blocks: tuple[Block, ...]) -> int | None:
    """Number of the block that begins with ``OGGETTO``, if there is one."""
    for at, block in enumerate(blocks):
        found = _LABEL.match(block.testo)
        # ``(Oggetto)`` and ``Oggetto e finalità`` are headings of articles.
        if found and block.testo[:1] != "(" and _labels(found.group(), block.testo):
            return at
    return None


def _labels(label: str, text: str) -> bool:
    """Whether the word is a label: with a colon or a dash, in capitals, or alone."""
    return label.rstrip()[-1:] in ":-–." or label.isupper() or len(label.strip()) == len(text)


def labelled_subject(blocks: tuple[Block, ...], at: int) -> tuple[str, int]:
    """The subject behind the label in block ``at``, and the number of the block after it."""
    label = _LABEL.match(blocks[at].testo)
    first = blocks[at].testo[label.end() if label else 0 :]
    following = at + 1
    if not first and following < len(blocks):
        first, following = blocks[following].testo, following + 1
    return _continue(blocks, first, following)


def heading_subject(blocks: tuple[Block, ...], first: str, at: int) -> tuple[str, int]:
    """The subject that begins with ``first`` (what follows a bulletin's heading) and goes on
    at block ``at``, up to the organ; and the number of the block after it."""
    first = _CERTIFIED.sub("", first)
    glued = ORGAN_CAPITALS.search(first)
    if glued:
        return join_lines([first[: glued.start()]]), at
    while at < len(blocks) and _ABOVE_SUBJECT.match(blocks[at].testo):
        at += 1
    end = _organ_below(blocks, at, begun=bool(first))
    if end is not None:
        parts = [first, *(block.testo for block in blocks[at:end])]
        subject = _RUBRIC.sub("", join_lines(parts).strip(" *"))
        reported = _REPORTED_INSIDE.search(subject)
        return subject[: reported.start()].strip() if reported else subject, end
    if not first and at < len(blocks):
        glued = ORGAN_CAPITALS.search(blocks[at].testo)
        if glued and glued.start() > 40:
            return join_lines([blocks[at].testo[: glued.start()]]), at
        first, at = blocks[at].testo, at + 1
    return _continue(blocks, first, at)


#: What a title page prints between the title and a subject without label.
_BETWEEN = re.compile(
    r"(?:rep|prot|n[.°º]|num|nr|reg|data|codice|atto|d\.\s?[rmd]|seduta|adunanza|fasc|l['’]an+o|bur?\b"
    r"|b\.\s?u|copia|originale|del\b|allegat|pag|\W*\d)",
    re.I,
)
#: Who reports to a Giunta, and the summary for readers: below them the recitals begin.
_REPORTED = re.compile(
    r"(?:a|su)\s+(?:relazione|proposta|iniziativa)\s|(?:l['’]\s?assessor|il\s+(?:vice)?president|il\s+relator)"
    r".{0,80}\briferisc|note\s+per\s+la\s+trasparenza|\[",
    re.I,
)


#: What a bulletin prints between the subject and the recitals: who reports, the rubric, the header
#: under which the office filed the act.
_BELOW_HEADING = re.compile(
    r"note\s+per\s+la\s+trasparenza|\[[A-ZÀ-Ý][^\[\]\d]{3,60}\]$|atto\s+d[dg]\b|seduta\s+n|adunanza\b"
    r"|oggetto\s*:|il\s+giorno\s|proposta\s+n",
    re.I,
)
#: What it prints between the heading and the subject: ``certificato il 15-03-2024``.
_ABOVE_SUBJECT = re.compile(r"certificato\s+il\s+\d|\(?codice\s+interno", re.I)

#: The same joined to the subject, where a reader joined the lines.
_CERTIFIED = re.compile(r"^\W*certificato\s+il\s+\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\s*", re.I)
#: Who reports, joined to the subject: ``… Variazione. L'Assessore, sulla base …, riferisce``.
_REPORTED_INSIDE = re.compile(
    r"(?<=[.;»”] )(?:L['’]\s?Assessor|Il\s+(?:Vice)?[Pp]resident)[^.;\n]{0,250}?\briferisc"
)

#: The rubric of a bulletin below a subject: ``[Servizi sociali]``.
_RUBRIC = re.compile(r"\s*\[[^\[\]\d]{3,60}\]$")


def header_end(blocks: tuple[Block, ...], at: int, limit: int) -> int:
    """The block below the title ``at``, at most ``limit`` further, with which recitals begin."""
    for number in range(at + 1, min(at + limit, len(blocks))):
        text = blocks[number].testo
        if RECITAL.match(text) or _REPORTED.match(text):
            return number
        if ORGAN.match(text) and len(text) < 200 and (is_upper(text) or ORGAN_JOINED.match(text)):
            return number
    return min(at + limit, len(blocks))


def unlabelled_subject(blocks: tuple[Block, ...], at: int) -> tuple[str | None, int]:
    """The subject printed below the title ``at`` without a label, and the block after it.

    It is a sentence or more between the number and the organ or the first recital.
    """
    end = header_end(blocks, at, 14)
    if end == min(at + 14, len(blocks)):
        return None, end
    for number in range(at + 1, end):
        text = blocks[number].testo
        if _BETWEEN.match(text) or _LABELS.match(text) or len(text) < 15 or blocks[number].celle:
            continue
        subject, _ = _continue(blocks[:end], text, number + 1)
        subject = _RUBRIC.sub("", subject)
        return (subject, end) if len(subject) >= 20 and len(subject.split()) > 3 else (None, end)
    return None, end


def _organ_below(blocks: tuple[Block, ...], at: int, *, begun: bool) -> int | None:
    """The block in which the organ, in capitals, ends a subject of a line or more.

    ``begun`` says whether the subject begins above ``at``.
    """
    for number in range(at, min(at + _MAX_BLOCKS, len(blocks))):
        text = blocks[number].testo
        if RECITAL.match(text):
            return None
        if (begun or number > at) and (_BELOW_HEADING.match(text) or REPORTED.match(text)):
            return number
        if len(text) < 400 and ORGAN.match(text) and is_upper(text[:40]):
            return number
    return None


def _continue(blocks: tuple[Block, ...], first: str, at: int) -> tuple[str, int]:
    parts = [first]
    capitals = is_upper(first) and len(first) > 20
    limit = at + _MAX_BLOCKS
    while at < min(limit, len(blocks)):
        text = blocks[at].testo
        if _ends(parts[-1], text, capitals):
            break
        parts.append(text)
        at += 1
    return join_lines(parts).strip(" *"), at


def _ends(before: str, text: str, capitals: bool) -> bool:
    if (
        RECITAL.match(text)
        or REPORTED.match(text)
        or _STOP.match(text)
        or (not capitals and _LABELS.match(text))
    ):
        return True
    if ORGAN.match(text) and (is_upper(text) or len(text) < 60):
        return True
    if capitals:
        return not is_upper(text) or _LABEL_IN_SMALL.match(text) is not None
    # A whole paragraph is a subject by itself; a wrapped line goes on.
    return len(before) > 160 or (before.endswith((".", "»", ";")) and text[:1].isupper())
