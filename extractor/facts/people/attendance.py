"""Who attends a meeting: tables of councillors with a mark of presence, and the regional Giunta.

Three shapes are read: a row that ends in its mark (``ROSSI MARIO SINDACO Presente``, ``NERI Anna
P``), a row whose mark stands in one of two columns (``1⇥ROSSI MARIO⇥X⇥``), and the head of a
resolution of a regional Giunta, where the names stand in two columns without any mark.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractor.facts.people.names import Name, is_given, name_at
from extractor.facts.people.places import Candidate
from extractor.facts.people.roles import RoleUse, role_at
from models.vocabulary import Funzione

_MARK = regex.compile(
    r"(?<=[ \t])(?P<mark>(?i:presente|assente(?:[ \t]+(?:in)?giustificat[oa])?|pres\.|ass\.)"
    r"|AG?|P|S[IÌì]|NO|[Xx]|✓|✔|☒)(?:[ \t]+[Xx])?[ \t.]*(?=\n|$)"
)
_NUMBERED = regex.compile(r"[ \t]*(?:\d{1,3}[.)°]?[ \t]+)?(?:[•·*–-][ \t]*)?")
_HEADER = regex.compile(r"present[ei]|assent[ei]|cognome|nominativo|appello", regex.I)
_TITLES_ROW = regex.compile(r"[^\n]*present[ei]\b[^\n]*assent[ei]\b", regex.I)
_SURNAME_FIRST = regex.compile(r"cognome(?:\s+e)?\s+nome", regex.I)
_ABSENT = regex.compile(r"(?i:ass)|AG?$|NO$")
_WORD_START = regex.compile(
    r"(?<![\w'’.])[A-ZÀ-ÖØ-Þ]|(?<!\w)(?=(?:dott|ing|avv|arch|geom|rag|prof|sig)\b)", regex.I
)

_GIUNTA = regex.compile(
    r"(?<!\w)assessori(?:\s+regionali)?[\s:]+(?=[A-ZÀ-ÖØ-Þ'’]{2,}[ \t]+[A-ZÀ-ÖØ-Þ'’]{2,})", regex.I
)
_CAPITALS = regex.compile(r"[\s]*((?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’-]+(?:[ \u00a0]{1,2}|(?=[\t\n]|$)))+)")
_DEPUTY = regex.compile(r"\s*\(?vice\s?-?\s?presidente\)?(?!\w)", regex.I)
_FARTHEST_HEADER = 500
_MOST_NAMES = 40


def attendance(text: str) -> Iterator[tuple[int, int, Candidate]]:
    """The people of every list of attendance, each with the span of its row."""
    rows: list[_Row] = []
    for row in _rows(text):
        if rows and text.count("\n", rows[-1].fine, row.inizio) > 3:
            yield from _read(text, rows)
            rows = []
        rows.append(row)
    yield from _read(text, rows)
    yield from _giunta(text)


class _Row:
    """A line that ends in a mark: its span and the mark."""

    __slots__ = ("corpo", "fine", "inizio", "mark")

    def __init__(self, inizio: int, corpo: int, fine: int, mark: str) -> None:
        self.inizio = inizio
        self.corpo = corpo
        self.fine = fine
        self.mark = mark


def _rows(text: str) -> Iterator[_Row]:
    for match in _MARK.finditer(text):
        first = text.rfind("\n", 0, match.start()) + 1
        if match.start() - first <= 140 and not _TITLES_ROW.match(text, first, match.end()):
            yield _Row(first, match.start(), match.end(), match["mark"])


def _read(text: str, rows: Sequence[_Row]) -> Iterator[tuple[int, int, Candidate]]:
    """The rows of one list; a row alone, without a header over it, is no list."""
    if not rows:
        return
    header = text[max(rows[0].inizio - _FARTHEST_HEADER, 0) : rows[0].inizio]
    if len(rows) < 3 and not _HEADER.search(header):
        return
    first_read = [_name_of(text, row, surname_first=False) for row in rows]
    known = sum(name is not None and name.noto for name in first_read)
    surname_first = bool(_SURNAME_FIRST.search(header)) or _votes([n for n in first_read if n])
    for row in rows:
        name = _name_of(text, row, surname_first=surname_first)
        if name is not None and (name.noto or known > len(rows) / 2):
            place = Candidate(
                name,
                "elenco",
                role=_office_of(text, name, row),
                riga=True,
                funzione=_presence(row, text, header),
            )
            yield min(row.inizio, name.da), row.fine, place


def _office_of(text: str, name: Name, row: _Row) -> RoleUse | None:
    """The office printed in the row, after the name."""
    office = regex.compile(r"[\s,–(-]*").match(text, name.fine, row.corpo)
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
    numbered = _NUMBERED.match(text, first, last)
    first = numbered.end() if numbered else first
    for start in _WORD_START.finditer(text, first, last):
        name = name_at(text, start.start(), last, surname_first=surname_first)
        if name is not None:
            return name
    return None


def _votes(names: Sequence[Name]) -> bool:
    """Whether the list's names are printed surname first."""
    last = sum(is_given(name.unita[-1]) and not is_given(name.unita[0]) for name in names)
    first = sum(is_given(name.unita[0]) and not is_given(name.unita[-1]) for name in names)
    return last > first


def _presence(row: _Row, text: str, header: str) -> Funzione:
    if row.mark in "Xx✓✔☒":
        return _by_column(text[row.inizio : row.fine], header)
    return "assente" if _ABSENT.match(row.mark) else "presente"


def _by_column(row: str, header: str) -> Funzione:
    """The column in which the only mark of the row stands, where columns are known."""
    for line in reversed(header.split("\n")):
        titles = [cell.strip().casefold() for cell in line.split("\t")]
        absent = next((n for n, title in enumerate(titles) if title.startswith("assen")), None)
        if absent is None:
            continue
        cells = [cell.strip() for cell in row.split("\t")]
        return "assente" if len(cells) > absent and cells[absent] in set("Xx✓✔☒") else "presente"
    return "presente"


def _giunta(text: str) -> Iterator[tuple[int, int, Candidate]]:
    for match in _GIUNTA.finditer(text):
        at = match.end()
        for _ in range(_MOST_NAMES):
            deputy = _DEPUTY.match(text, at)
            at = deputy.end() if deputy else at
            run = _CAPITALS.match(text, at)
            if run is None:
                break
            found = list(_split_run(text, run.start(1), run.end(1)))
            if not found:
                break
            for name in found:
                yield name.da, name.fine, Candidate(name, "elenco", riga=True, funzione="presente")
            at = found[-1].fine


def _split_run(text: str, first: int, last: int) -> Iterator[Name]:
    """The names of a run of capitals, cut where it costs least: given name and surname."""
    words = list(_UNIT.finditer(text, first, last))
    marks = [is_given(word.group()) for word in words]
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, (0,))]
    for end in range(1, len(words) + 1):
        options = [
            (best[start][0] + _cost(marks[start:end]), (*best[start][1], end))
            for start in range(max(end - 5, 0), end)
        ]
        best.append(min(options))
    for start, end in pairwise(best[-1][1]):
        name = name_at(text, words[start].start(), words[end - 1].end())
        if name is not None:
            yield name


_UNIT = regex.compile(
    r"(?:(?:D[EI]|DA|DEL|DELL[AOE]|DEI|DEGLI|L[AOIE]|VAN|VON|SAN)[ \u00a0]{1,2}){0,2}"
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’-]+"
)


def _cost(given: Sequence[bool]) -> float:
    """How unlike a name the units are; two, the first a given name, cost nothing."""
    if len(given) == 1:
        return 5.0
    extra = 0.5 * (len(given) - 2)
    if given[0] and not given[-1]:
        return extra
    return extra + (1.0 if given[0] else 3.0)
