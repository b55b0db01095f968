"""The sheet of a project in an agreement: its lines, cell by cell, and the field each is in.

A sheet prints fields, each a label with its words (``TEMPI<tab>18 mesi``, ``Durata: 18 mesi``);
below a label may stand tables, which belong to the field until the next label. A line that
repeats (the head of a form, printed on every page) divides nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from extractor.structure.sheets.values import cents, clean
from models import Cell

_LONGEST_LABEL = 90
# The titles of a plan that spans one group of years are no label with its value.
_YEARS = re.compile(r"20\d\d(?:\s?[-–/]\s?20\d\d)?")

# Of what a date or a duration is, in a label: of the project, not of a payment or a guarantee.
_OF_PROJECT = (
    r"(?:\s+(?:prevista?|presunta?|stimata?|complessiva|(?:del(?:le|l['’]|la)?|dei)?\s*"
    r"(?:progetto|intervento|attività|lavori|iniziativa|azione|realizzazione))){0,4}\s*$"
)

# What a label says its field is about; the first that matches names the field.
FIELDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.I))
    for name, pattern in (
        ("indicatori", r".{0,60}\bindicator"),
        (
            "attuatore",
            r"(?:(?:soggett|ent)[oie]\s+)?attuator[ei]\b|soggetto\s+responsabile\s+dell['’]\s*attuazione",
        ),
        ("modalita", r"modalit.{1,3}\s+(?:di|d['’])\s*(?:attuazione|realizzazione)"),
        ("inizio", rf"(?:data\s+)?(?:prevista\s+)?(?:di\s+)?(?:inizio|avvio){_OF_PROJECT}"),
        (
            "fine",
            r"(?:data\s+)?(?:prevista\s+)?(?:di\s+)?(?:fine|conclusione|termine|ultimazione)"
            + _OF_PROJECT,
        ),
        ("durata", rf"durata{_OF_PROJECT}"),
        (
            "tempi",
            r"tempi(?:\s+(?:di|e)\s+(?:attuazione|realizzazione|esecuzione|fasi|modalità)){0,4}\s*$"
            r"|tempistic|crono-?\s?programma|.{0,60}\bgantt\b",
        ),
        (
            "altro",
            r"risorse|beneficiar|destinatar|referente|denominazione|titolo|stato\s+dell|soluzione"
            r"|coerenza|descrizione|sintesi|cost[oi]\b|font[ei]\b|copertura|obiettiv|localizzazione"
            r"|cup\b|risultati|importo|responsabile|quadro\s+economico|piano\s+finanziario|linea",
        ),
    )
)


class Row(NamedTuple):
    """A line of the sheet: its cells as printed, and the field that it belongs to."""

    inizio: int
    fine: int
    celle: tuple[Cell, ...]
    parole: tuple[str, ...]
    campo: str

    def filled(self) -> list[str]:
        """The words of the cells that have any."""
        return [word for word in self.parole if word]


def rows(text: str, inizio: int, fine: int) -> list[Row]:
    """The lines of the sheet that have words, in order, each with its field.

    The line of a label has, as cells, only what follows the label.
    """
    lines = [_line(text, start, end) for start, end in _lines(text, inizio, fine)]
    repeated = Counter(line.parole[0] for line in lines if line.parole[0])
    field, found = "", []
    for line in lines:
        if not line.filled():
            continue
        label = _label(text, line)
        if label and repeated[line.parole[0]] > 1 and label[0] == "altro":
            continue
        if label:
            field, line = label
        found.append(line._replace(campo=field))
    return found


def _lines(text: str, inizio: int, fine: int) -> Iterator[tuple[int, int]]:
    at = inizio
    while at < fine:
        end = text.find("\n", at, fine)
        end = fine if end < 0 else end
        yield at, end
        at = end + 1


def _line(text: str, inizio: int, fine: int) -> Row:
    cells, at = [], inizio
    for piece in text[inizio:fine].split("\t"):
        start = at + len(piece) - len(piece.lstrip())
        cells.append(Cell(start, max(start, at + len(piece.rstrip()))))
        at += len(piece) + 1
    words = tuple(clean(text[cell.inizio : cell.fine]) for cell in cells)
    return Row(inizio, fine, tuple(cells), words, "")


def _label(text: str, line: Row) -> tuple[str, Row] | None:
    """The field that a label at the head of ``line`` begins, with the line after the label."""
    name = line.parole[0]
    if len(line.filled()) > 2 or not name or _YEARS.fullmatch(line.filled()[-1]):
        return None
    if len(line.parole) > 1 or len(name) <= _LONGEST_LABEL:
        colon = name.find(":", 0, _LONGEST_LABEL)
        printed = name if colon < 0 else name[:colon]
        field = next((field for field, pattern in FIELDS if pattern.match(printed)), None)
        if len(line.parole) == 1 and colon < 0 and not _alone(printed):
            return None
        if field is None and len(line.parole) > 1 and _capitals(printed):
            field = "altro"
        if field == "altro" and cents(line.filled()[-1]) is not None:
            return None  # a row of a table of money
        if field is not None and len(printed) <= _LONGEST_LABEL:
            return field, _after(text, line, colon)
    return _worded(text, line)


def _worded(text: str, line: Row) -> tuple[str, Row] | None:
    """A label with its colon at the head of a long line of words."""
    colon = line.parole[0].find(":", 0, _LONGEST_LABEL)
    printed = line.parole[0][: max(colon, 0)]
    field = next((name for name, pattern in FIELDS if printed and pattern.match(printed)), None)
    return (field, _after(text, line, colon)) if field else None


def _alone(words: str) -> bool:
    """Whether a line without tab or colon is a title: in capitals, or a few words."""
    return _capitals(words) or (len(words.split()) <= 8 and words[-1] not in ".;,")


def _capitals(words: str) -> bool:
    return len(words) >= 4 and words.upper() == words and any(map(str.isalpha, words))


def _after(text: str, line: Row, colon: int) -> Row:
    """What the line prints after its label: the next cells, or the words after the colon."""
    if colon < 0 or line.parole[0].endswith(":"):
        return line._replace(celle=line.celle[1:], parole=line.parole[1:])
    cell = line.celle[0]
    start = text.index(":", cell.inizio) + 1
    start += len(text[start : cell.fine]) - len(text[start : cell.fine].lstrip())
    value = Cell(start, cell.fine)
    word = clean(text[start : cell.fine])
    return line._replace(celle=(value, *line.celle[1:]), parole=(word, *line.parole[1:]))
