"""Which line of a title page is the title, and what kind of act it names."""

import re

from extractor.structure.attachments import is_attachment_heading
from extractor.structure.blocks import Block, is_upper
from extractor.structure.formulas import RECITAL
from extractor.structure.kinds import ATTACHMENT, LETTER, OTHER, Kind, kind_of_title
from extractor.structure.zones import is_operative

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
CONTENTS = re.compile(r"(?:indice|sommario)(?:\s+generale)?\s*[:.]?$|.*\.{5,}", re.I)
#: Kinds whose title is date and number; the subject stands below it.
LAWS = ("legge", "legge_regionale", "regolamento_regionale", "decreto_legislativo")


def kind_by_formula(blocks: tuple[Block, ...]) -> Kind | None:
    """The kind of an act without title, by what its organ does: ``DECRETA``, ``ORDINA``."""
    recital = False
    for block in blocks[:_BODY]:
        text = block.testo
        recital = recital or RECITAL.match(text) is not None
        if recital and is_operative(text):
            word = re.sub(r"[^A-Z]", "", text.upper())
            return next((kind for verb, kind in _VERBS if verb in word[:16]), None)
    return None


def attested(blocks: tuple[Block, ...], front: tuple[Block, ...], kind: Kind) -> int | None:
    """The title of an attestation that came alone, printed below the header of its act.

    Software prints the act's number first: ``DETERMINAZIONE N. 45 DEL 12/03/2024``, below it
    ``ATTESTAZIONE DI COPERTURA FINANZIARIA``, and nothing that the act decides.
    """
    if kind.forma != "provvedimento" or any(is_operative(block.testo) for block in blocks[:_BODY]):
        return None
    for at, block in enumerate(front):
        other = kind_of_title(block.testo)
        if other is not None and other.forma == "visto" and _is_title(block.testo, False):
            return at
    return None


def find_kind(front: tuple[Block, ...], label: int | None) -> tuple[int, Kind]:
    """The block of the title in ``front``, and its kind; ``label`` is that of the subject."""
    until = label if label is not None else len(front)
    attachment = next(
        (n for n in range(min(len(front), 6)) if is_attachment_heading(front, n)), None
    )
    for at in range(until):
        text = front[at].testo
        if CONTENTS.match(text):
            break
        kind = kind_of_title(with_next(front, at).lstrip('“"«*( '))
        if kind is not None and _is_title(text, label is not None, kind):
            return _rather_a_call(front, at, _with_organ(front[at:until], kind))
    if label is not None:
        inside = _inside(front[:until])
        return inside or _below(front, label) or (label, LETTER)
    if attachment is not None:
        return attachment, ATTACHMENT
    return 0, OTHER


def with_next(front: tuple[Block, ...], at: int) -> str:
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
    if kind.tipo != "piano" and kind.tipo not in LAWS:
        return at, kind
    for later in range(at + 1, len(front)):
        text = front[later].testo
        if CONTENTS.match(text):
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


def _is_title(text: str, labelled: bool, kind: Kind | None = None) -> bool:
    """Whether a line that begins like a title is one: in capitals, or short and alone."""
    if is_upper(text[:60]):
        return True
    if kind is not None and kind.forma == "visto" and len(text) < 260:
        # It may name the act it is about: ``Visto di regolarità contabile alla determinazione …``.
        return not text.endswith((";", ",", "."))
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
