"""What stands around an amount: its sentence, its cell and row, the chapter named beside it.

>>> around = Surroundings("vista la nota; di impegnare € 10,00 sul cap. 1234 e altro. Fine")
>>> place = around.of(28, 35, previous=0, following=60)
>>> place.before, place.after, place.chapter
(' di impegnare ', ' sul cap. 1234 e altro', '1234')
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractor.facts.amounts import budget, programme, schedule
from extractor.facts.amounts.lead import Leads
from extractor.facts.amounts.titles import Titles
from extractor.facts.characters import after, characters, places
from extractor.facts.codes import accounting
from extractor.facts.columns import HeadedCell, cells
from models.vocabulary import RuoloImporto

# How far the words of a sentence are looked at, in characters.
_SENTENCE = 900
_OPENING = 60
_BEFORE = 260
_AFTER = 200
_CHAPTER_BEFORE = 90
_ROW = 40
_HEADING_LINES = 2
_LONGEST_CELL = 80
_LONGEST_HEADING = 160
# How far above its amount a sheet of labels gives its year.
_SHEET = 500

# Abbreviations end in a dot that ends no sentence: ``al sig. Rossi``, ``Alfa S.p.A. Milano``.
_ABBREVIATED = (
    r"(?<!\b(?i:sigg?(?:\.ra)?|dott(?:\.ssa)?|ing|arch|geom|avv|rag|prof|artt?|nr?|cap|prot|lett"
    r"|cod|fisc|imp|spett|[a-z])\.)"
)
_SENTENCE_END = regex.compile(
    # ``Impegno: 400/23 sub 3;`` and below it ``Importo: € 100,00`` are said together.
    rf";(?!\s*\n\s*Importo\s*:)|\.{_ABBREVIATED}\s+(?=[A-ZÀÈ(])"
    r"|\n\s*(?=[-–•▪◦⁃\uf0b7]\s|\d{1,2}[.)]\s|[a-z]\)\s)"
)


def _sentence_ends(text: str) -> Iterator[tuple[int, int]]:
    """The signs and white space that end the sentences, cells and items of a text."""
    done = 0
    for at in _may_end(text):
        if at < done:
            continue
        if text[at] == "\t":
            done = at + 1
        elif (sign := _SENTENCE_END.match(text, at)) is not None:
            done = sign.end()
        else:
            continue
        yield at, done


def _may_end(text: str) -> list[int]:
    here = characters(text)
    begins = here.capital | here.one_of("ÀÈ(") | here.space
    item = (
        here.figure
        | here.one_of("-–•▪◦⁃\uf0b7")
        | here.space
        | (here.small & after(here.one_of(")")))
    )
    ends = here.one_of(";\t") | (here.one_of(".") & after(here.space & after(begins)))
    return places(ends | (here.one_of("\n") & after(item)))


def _is_headed(cell: HeadedCell) -> bool:
    """Whether a heading says what the cell's amount is.

    In a sheet of labels and answers (``Dotazione finanziaria | € 25.000.000,00``) the first row
    heads nothing; in a cell of running text its words say more.
    """
    return len(cell.testo) <= _LONGEST_CELL and len(cell.intestazione) <= _LONGEST_HEADING


class Place(NamedTuple):
    """What stands around an amount.

    ``before`` and ``after`` reach to the ends of its sentence, ``own`` only to the next amount;
    ``first`` says that no other amount stands before it in the sentence, ``opening`` is the
    sentence's beginning. ``more`` says that other cells follow its own in the row; ``lead`` is
    what leads in the list or table that the amount stands in; ``deep`` says that it stands far
    down in the running text of its cell, ``title`` what the title of its section tells;
    ``planned`` is what its column of a programme says: its role and its year; ``year`` is the
    budget year that its sheet gives.
    """

    before: str
    after: str
    own: str
    opening: str
    first: bool
    heading: str
    row: tuple[HeadedCell, ...]
    more: bool
    chapter: str | None
    lead: str
    deep: bool
    title: RuoloImporto
    year: int | None
    planned: programme.Planned | None

    @property
    def alone(self) -> bool:
        """Whether no other amount stands in its sentence."""
        return self.first and self.own == self.after

    @property
    def label(self) -> str:
        """The first cell of the row, where it is not the amount's own nor far from it."""
        return self.row[0].testo if len(self.row) > 1 and not self.deep else ""


class Surroundings:
    """A text cut into sentences and cells once, for all its amounts."""

    def __init__(self, text: str) -> None:
        self._text = text
        ends = list(_sentence_ends(text))
        self._ends = [start for start, _ in ends]
        self._starts = [end for _, end in ends]
        self._cells = cells(text)
        self._places = [cell.inizio for cell in self._cells]
        self._leads = Leads(text)
        self._titles = Titles(text)
        self._years = budget.sheet_years(text)
        self._scheduled = schedule.headings(text)
        self._planned = programme.planned(text)
        self._chapters = [(code.inizio, code.valore) for code in accounting.chapters(text)]

    def of(
        self, inizio: int, fine: int, *, previous: int, following: int, earliest: int = 0
    ) -> Place:
        """The place of the amount ``text[inizio:fine]`` between its neighbours.

        What stands before ``earliest`` says nothing of it.
        """
        row, heading = self._cell(inizio, fine)
        sentence = max(self._sentence_start(inizio), inizio - _SENTENCE)
        if heading:  # the row above says nothing of a cell that begins its own
            sentence = max(sentence, self._text.rfind("\n", 0, inizio) + 1)
        start = max(sentence, inizio - _BEFORE, earliest)
        end = min(self._sentence_end(fine), fine + _AFTER)
        return Place(
            before=self._text[start:inizio],
            after=self._text[fine:end],
            own=self._text[fine : max(min(end, following), fine)],
            opening=self._text[sentence : sentence + _OPENING],
            first=previous <= start,
            heading=self._scheduled.get(inizio, heading),
            row=row,
            more=any(cell.inizio > fine for cell in row),
            chapter=self._chapter(inizio, fine, previous, min(end, following)),
            lead=self._leads.of(inizio),
            deep=self._deep(inizio),
            title=self._titles.of(inizio),
            planned=self._of_programme(inizio),
            year=self._sheet_year(inizio, previous),
        )

    def _of_programme(self, inizio: int) -> programme.Planned | None:
        at = bisect_right(self._places, inizio) - 1 if self._planned else -1
        return self._planned.get(self._places[at]) if at >= 0 else None

    def _sheet_year(self, inizio: int, previous: int) -> int | None:
        """The budget year that the sheet of an amount gives on a line of its own above it."""
        at = bisect_left(self._years, (inizio, 0)) - 1
        if at < 0 or self._years[at][0] < max(previous, inizio - _SHEET):
            return None
        place, year = self._years[at]
        lines = self._text[place:inizio].split("\n")
        return year if all(len(line) <= _LONGEST_CELL for line in lines) else None

    def _deep(self, inizio: int) -> bool:
        at = bisect_right(self._places, inizio) - 1
        return at >= 0 and inizio - self._places[at] > _LONGEST_CELL

    def _sentence_start(self, inizio: int) -> int:
        at = bisect_right(self._starts, inizio) - 1
        return self._starts[at] if at >= 0 else 0

    def _sentence_end(self, fine: int) -> int:
        at = bisect_left(self._ends, fine)
        return self._ends[at] if at < len(self._ends) else len(self._text)

    def _cell(self, inizio: int, fine: int) -> tuple[tuple[HeadedCell, ...], str]:
        """The row of the cell that holds the amount, up to it or around it, and its heading."""
        at = bisect_right(self._places, inizio) - 1
        if at < 0 or self._cells[at].fine < fine:
            return (), ""
        first = self._text.rfind("\n", 0, inizio) + 1
        last = self._text.find("\n", fine)
        last = len(self._text) if last < 0 else last
        begin = max(bisect_left(self._places, first), at - _ROW)
        row: Sequence[HeadedCell] = self._cells[begin : min(at + _ROW, len(self._cells))]
        inside = tuple(cell for cell in row if cell.inizio < last)
        heading = self._cells[at].intestazione if _is_headed(self._cells[at]) else ""
        return (*inside, *self._row_above(begin, first)), heading

    def _row_above(self, begin: int, first: int) -> tuple[HeadedCell, ...]:
        """The row that a record goes on from, where headings of its own stand between the two.

        The sheet of a commitment prints ``Capitolo … Esercizio`` and its values in one row, and
        in the next ``N. Impegno … Importo`` and theirs.
        """
        end = self._cells[begin - 1].fine if begin else first
        between = self._text[end:first].strip("\n\t")
        lines = between.split("\n")
        if len(lines) > _HEADING_LINES or not all("\t" in line for line in lines):
            return ()
        line = self._text.rfind("\n", 0, end) + 1
        above = bisect_left(self._places, line)
        if begin - above == 1 and above:  # a word broken off the row before
            line = self._text.rfind("\n", 0, line - 1) + 1
            above = bisect_left(self._places, line)
        return self._cells[max(above, begin - _ROW) : begin]

    def _chapter(self, inizio: int, fine: int, previous: int, end: int) -> str | None:
        """The chapter named after an amount and before the next one, or just before it."""
        at = bisect_right(self._chapters, (fine, ""))
        if at < len(self._chapters) and self._chapters[at][0] < end:
            return self._chapters[at][1]
        if at and self._chapters[at - 1][0] >= max(previous, inizio - _CHAPTER_BEFORE):
            return self._chapters[at - 1][1]
        return None
