"""Title pages set in two columns whose lines a reader has run together.

Municipal software prints the numbers of a determinazione beside its subject::

    N. 72 DEL          OGGETTO: Lavori di restauro della fontana
    17/02/2026         del giardino
    Registro Generale  e del dipinto murale
    N. 144 DEL
    27/02/2026

Where the two columns were read line by line, the numbers stand among the words of the subject.
"""

import re

from extractor.structure.act_numbers import GENERAL, Number
from extractor.structure.blocks import Block, join_lines
from extractor.structure.calendar_dates import find_date
from extractor.structure.formulas import ORGAN, RECITAL

_NUMBER = re.compile(r"\bN[.°º]{0,2}\s*(?P<numero>\d{1,6}(?:/\d{4})?)\s+DEL\b", re.I)
_DATE = re.compile(r"(?<!\d)\d{2}[/.\-]\d{2}[/.\-]\d{4}(?!\d)")
_SUBJECT = re.compile(r"\bOGGETTO\s*:\s*", re.I)
_REGISTER = re.compile(r"\bregistro\s+(?:generale|di\s+(?:settore|servizio|area))\b", re.I)
_END = re.compile(r"l['’]\s?an+o\s|(?:cup|cig)\s*:|nominativo|proponente", re.I)
_MAX_BLOCKS = 16


def read_interleaved(blocks: tuple[Block, ...], title: int) -> tuple[Number, str, int] | None:
    """Number, subject, and the block after them, where columns ran together; else None."""
    end = _region_end(blocks, title)
    text = " ".join(block.testo for block in blocks[title + 1 : end])
    subject = _SUBJECT.search(text)
    numbers = list(_NUMBER.finditer(text))
    if subject is None or not numbers:
        return None
    if not _ran_together(blocks[title + 1 : end], text[subject.end() :]):
        return None
    spans, number = _take_out(text, numbers)
    spans.append((subject.start(), subject.end()))
    spans.extend(found.span() for found in _REGISTER.finditer(text))
    return number, _without(text, spans), end


def _region_end(blocks: tuple[Block, ...], title: int) -> int:
    for at in range(title + 1, min(title + _MAX_BLOCKS, len(blocks))):
        text = blocks[at].testo
        if _END.match(text) or RECITAL.match(text) or (ORGAN.match(text) and len(text) < 80):
            return at
    return min(title + _MAX_BLOCKS, len(blocks))


def _ran_together(blocks: tuple[Block, ...], behind: str) -> bool:
    """Whether numbers stand before the subject in its block, or a register's label behind it."""
    if _REGISTER.search(behind):
        return True
    return any(_NUMBER.match(block.testo) and _SUBJECT.search(block.testo) for block in blocks)


def _take_out(text: str, numbers: list[re.Match[str]]) -> tuple[list[tuple[int, int]], Number]:
    """The spans of the numbers and of the date that belongs to each; and the act's number."""
    spans: list[tuple[int, int]] = []
    read: list[Number] = []
    for number in numbers:
        spans.append(number.span())
        taken = {start for start, _ in spans}
        date = next((d for d in _DATE.finditer(text, number.end()) if d.start() not in taken), None)
        if date:
            spans.append(date.span())
        read.append(Number(number["numero"], find_date(date.group()) if date else None))
    register = GENERAL.search(text)
    if register:
        after = [
            n for n, found in zip(read, numbers, strict=True) if found.start() > register.start()
        ]
        return spans, (after or read)[0]
    return spans, read[0]


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    kept, at = [], 0
    for start, end in sorted(spans):
        kept.append(text[at:start])
        at = max(at, end)
    return join_lines([*kept, text[at:]]).strip(" -–")
