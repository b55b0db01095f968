"""Who attends a meeting: lists of people with a mark of presence.

Read are rows that end in a mark (``ROSSI MARIO SINDACO Presente``, ``NERI Anna P``), rows whose
mark stands in one of two columns (``1⇥ROSSI MARIO⇥X⇥``), two people on a line, and a name, an
office and a mark on three lines.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractor.facts.people.names import Name, is_given, moved, name_at
from extractor.facts.people.places import Candidate
from extractor.facts.people.roles import RoleUse, role_at
from extractor.literals import places
from models.vocabulary import Funzione

_WORDS = (
    r"presente(?:[ \t]+\(?(?:da[ \t]+remoto|in[ \t]+(?:remoto|presenza|video\w{0,11})|on[ -]?line)"
    r"\)?)?"
    r"|(?:ass(?:ente|\.)[ \t]*)?\(?(?:in)?giust(?:ificat[oa]|\.)\)?|assente|pres\.|ass\."
)
_SIGNS = r"A\.?G\.|AG?|PR?|S[IÌìi]?|N[Oo]?|[Xx]|[✓✔☒*]"
# The standard library's engine is twice as fast here.
_MARK = re.compile(rf"(?<=[ \t\n|])(?P<mark>(?i:{_WORDS})|{_SIGNS})(?:[ \t]+[Xx])?[ \t.|]*(?=\n|$)")
# Inside a line: ROSSI MARIO X NERI ANNA X, or 1. ROSSI Mario * 2. NERI Anna *.
_INNER = regex.compile(
    rf"(?<=[ \t])(?P<mark>(?i:{_WORDS})|{_SIGNS})[,;]?[ \t]+"
    r"(?=[A-ZÀ-ÖØ-Þ]{2,}|\d{1,2}[.)\s])"
)
_IN_A_SENTENCE = regex.compile(r"present[ei],[ \t]|assent[ei],[ \t]", regex.I)
_NUMBERED = regex.compile(r"\s*(?:\d{1,3}[.)°]?[ \t|]+)?(?:[•·*–-][ \t]*)?")
_HEADER = regex.compile(r"present[ei]|assent[ei]|\bpres\.|cognome|nominativo|appello", regex.I)
_TITLES_ROW = regex.compile(
    r"[^\n]*(?:\bpres(?:ent[ei]|\.)[^\n]*\bass(?:ent[ei]|\.)|\b(?:cognome|nominativo)\b)", regex.I
)
_SURNAME_FIRST = regex.compile(r"cognome(?:\s+e)?\s+nome", regex.I)
_LAST_WORD = re.compile(r"[^\n]*\||pres|ass|\(?(?:in)?giust|\(?(?:remoto|video|on)", re.I)
_LONGEST_MARK = 60
_ABSENT = regex.compile(r"\(?(?i:ass|(?:in)?giust)|A\.?G?\.?$|N[Oo]?$")
_WORD_START = regex.compile(
    r"(?<![\w'’.])[A-ZÀ-ÖØ-Þ]|(?<!\w)(?=(?:dott|ing|avv|arch|geom|rag|prof|sig)\b)", regex.I
)
_BEFORE_OFFICE = regex.compile(r"[\s,|–(-]*")
# A list of which every row was read into one line, in capitals with marks of one or two letters
_LONG_LINE = 120
_RUN_ON = re.compile(
    r"(?<=[ \t])[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’]+(?:[ ][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’]+){1,4}"
    r"[ \t]+(?P<mark>X|P|A|AG|SI|NO|Presente|Assente)(?=[ \t])"
)
_FEWEST_RUN_ON, _FEWEST_MARKS = 4, 2
_LONE_MARKS = (" X ", " P ", " SI ", " Presente ")
_FARTHEST_HEADER = 500
_LONGEST_ROW = 160


class _Row(NamedTuple):
    """A stretch ``[inizio, fine)`` that ends in a mark, which begins at ``corpo``."""

    inizio: int
    corpo: int
    fine: int
    mark: str


def attendance(text: str) -> Iterator[tuple[int, int, Candidate]]:
    """The people of every list of attendance, each with the span of its row."""
    rows: list[_Row] = []
    yield from _read(text, list(_run_on(text)))
    for row in _rows(text):
        if rows and text.count("\n", rows[-1].fine, row.inizio) > 3:
            yield from _read(text, rows)
            rows = []
        rows.append(row)
    yield from _read(text, rows)


def _run_on(text: str) -> Iterator[_Row]:
    """The rows of a list that stands in one line: ``ROSSI MARIO X NERI ANNA X …``."""
    ends = (*places(text, "\n"), len(text))
    marked = Counter(bisect_left(ends, at) for mark in _LONE_MARKS for at in places(text, mark))
    for line in sorted(line for line, count in marked.items() if count >= _FEWEST_MARKS):
        first, last = (ends[line - 1] + 1 if line else 0), ends[line]
        marks = (text.count(mark, first, last) for mark in _LONE_MARKS)
        if last - first < _LONG_LINE or max(marks) < _FEWEST_MARKS:
            continue
        found = list(_RUN_ON.finditer(text, first, last))
        if len(found) >= _FEWEST_RUN_ON:
            for row in found:
                yield _Row(row.start(), row.start("mark"), row.end(), row["mark"])


def _rows(text: str) -> Iterator[_Row]:
    past = 0
    for match in _marks(text):
        first = max(text.rfind("\n", 0, match.start()) + 1, past)
        if not text[first : match.start()].strip():
            first = max(_line_above(text, _line_above(text, first)), past)
        if match.start() - first > _LONGEST_ROW:
            continue
        past = match.end()
        told = _IN_A_SENTENCE.search(text, first, match.end())
        if told or not _TITLES_ROW.match(text, first, match.end()):
            first = max(text.rfind(": ", first, told.start()) + 1, first) if told else first
            for inner in _INNER.finditer(text, first, match.start()):
                yield _Row(first, inner.start(), inner.end(), inner["mark"])
                first = inner.end()
            yield _Row(first, match.start(), match.end(), match["mark"])


def _marks(text: str) -> Iterator[re.Match[str]]:
    """The marks at the ends of lines; a line whose last word cannot be one costs little."""
    last = 0
    for line in text.split("\n"):
        first, last = last, last + len(line) + 1
        words = line[-_LONGEST_MARK:].rstrip(" \t.|").rsplit(maxsplit=1)
        if not words or not (len(words[-1]) < 5 or _LAST_WORD.match(words[-1])):
            continue
        content = first + len(line.rstrip(" \t.|"))
        match = _MARK.search(text, max(first - 1, content - _LONGEST_MARK, 0), last)
        if match is not None:
            yield match


def _line_above(text: str, at: int) -> int:
    """Where the line that is not blank before the one at ``at`` begins."""
    last = len(text[max(at - _LONGEST_ROW, 0) : at].rstrip()) + max(at - _LONGEST_ROW, 0)
    return text.rfind("\n", 0, last) + 1


def _read(text: str, rows: Sequence[_Row]) -> Iterator[tuple[int, int, Candidate]]:
    """The rows of one list; a row alone, without a header over it, is no list."""
    if not rows:
        return
    header = text[max(rows[0].inizio - _FARTHEST_HEADER, 0) : rows[0].inizio]
    if len(rows) < 3 and not _HEADER.search(header):
        return
    names = [_name_of(text, row, surname_first=False) for row in rows]
    known = sum(name is not None and name.noto for name in names)
    surname_first = bool(_SURNAME_FIRST.search(header)) or _votes([n for n in names if n])
    if surname_first:
        names = [_name_of(text, row, surname_first=True) for row in rows]
    for row, name in zip(rows, names, strict=True):
        if name is not None and (name.noto or known > len(rows) / 2):
            place = Candidate(
                name,
                "elenco",
                role=_office_of(text, name, row),
                riga=True,
                funzione=_presence(row, text, header),
                contiguo=False,
            )
            yield min(row.inizio, name.da), row.fine, place


def _office_of(text: str, name: Name, row: _Row) -> RoleUse | None:
    """The office printed in the row, after the name."""
    office = _BEFORE_OFFICE.match(text, name.fine, row.corpo)
    return role_at(text, office.end()) if office else None


def _name_of(text: str, row: _Row, *, surname_first: bool) -> Name | None:
    """The first name of a row; where it has none, that of the line which it continues."""
    here = _first_name(text, row.inizio, row.corpo, surname_first)
    if here is not None or row.inizio == 0:
        return here
    above = text.rfind("\n", 0, row.inizio - 1) + 1
    if _MARK.search(text, above, row.inizio):
        return None
    return _first_name(text, above, row.inizio - 1, surname_first)


def _first_name(text: str, first: int, last: int, surname_first: bool) -> Name | None:
    """The name that a row begins with, in one cell or with surname and given name in two."""
    numbered = _NUMBERED.match(text, first, last)
    first = numbered.end() if numbered else first
    flat = text[first:last].replace("\t", " ")
    capitals = flat.upper() if len(flat.upper()) == len(flat) else flat
    for start in _WORD_START.finditer(flat):
        at = first + start.start()
        name = name_at(text, at, last, surname_first=surname_first)
        if name is None or not name.noto:
            whole = name_at(flat, start.start(), surname_first=surname_first)
            if whole is None:
                # ROSSI Elga: in a list, a given name that is not known is one all the same.
                whole = name_at(capitals, start.start(), surname_first=True)
            name = moved(whole, first) if whole is not None else name
        if name is not None:
            return name
    return None


def _votes(names: Sequence[Name]) -> bool:
    """Whether the list's names are printed surname first."""
    last = sum(is_given(name.unita[-1]) and not is_given(name.unita[0]) for name in names)
    first = sum(is_given(name.unita[0]) and not is_given(name.unita[-1]) for name in names)
    return last > first


def _presence(row: _Row, text: str, header: str) -> Funzione:
    """By the mark, or by the column in which it stands where the columns are known."""
    absent = _absent_column(header)
    cells = [cell.strip() for cell in text[row.inizio : row.fine].split("\t")]
    if absent and len(cells) > 1:
        marked = len(cells) > absent and cells[absent].upper() not in ("", "-", "NO")
        return "assente" if marked else "presente"
    return "assente" if _ABSENT.match(row.mark) else "presente"


def _absent_column(header: str) -> int:
    """The number of the column headed *assente*, 0 where there is none."""
    for line in reversed(header.split("\n")):
        titles = [cell.strip().casefold() for cell in line.split("\t")]
        found = [n for n, title in enumerate(titles) if title.startswith(("assen", "ass."))]
        if found and len(titles) > 2:
            return found[0]
    return 0
