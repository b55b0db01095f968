"""Where on a page the strings stand that must not be shown, so that its picture can be covered.

What is private is known from the text as it was read, and from the list of the document's private
strings; what is seen is where pdfium finds the same letters on the page. Of a page read optically
only the places of the facts are known. Where the place of a private string cannot be told, the
page is not shown at all.
"""

import json
import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from extractor.documents import ReadError
from extractor.documents.page_images import PageView
from extractor.store.persons import name_orders
from extractor.store.privacy import Mask
from extractor.store.private_strings import OPEN_ACCOUNT
from extractor.store.schema import HIDDEN, PRIVATE
from models.document import Box

_LONG = 5
"""Letters from which a word is looked for inside others: two cells may be printed as one word."""
_MOST_STRINGS = 20_000
_FURTHEST = 300
"""Pages among which a private string is looked for."""


class UncoverableError(Exception):
    """A page that cannot be shown, since what must be covered on it cannot be found."""


@dataclass(frozen=True)
class Ink:
    """The letters and digits of a page's text, without case, accents, spaces and hyphens."""

    testo: str

    @cached_property
    def _letters(self) -> tuple[str, list[int]]:
        letters: list[str] = []
        at: list[int] = []
        for index, char in enumerate(self.testo):
            plain = _plain(char)
            letters.append(plain)
            at.extend([index] * len(plain))
        return "".join(letters), at

    @cached_property
    def _words(self) -> dict[str, list[tuple[int, int]]]:
        words: dict[str, list[tuple[int, int]]] = {}
        for match in re.finditer(r"\w+", self.testo):
            words.setdefault(letters_of(match[0]), []).append(match.span())
        return words

    def places(self, key: str) -> list[tuple[int, int]]:
        """Where the letters of ``key`` stand in a row, as offsets in the text."""
        letters, at = self._letters
        found = []
        start = letters.find(key) if key else -1
        while start >= 0:
            found.append((at[start], at[start + len(key) - 1] + 1))
            start = letters.find(key, start + len(key))
        return found

    def word_places(self, word: str) -> list[tuple[int, int]]:
        """Where a word stands: a short one by itself, a long one inside others too."""
        return self.places(word) if len(word) >= _LONG else self._words.get(word, [])


def letters_of(text: str) -> str:
    """The letters and digits of a text, without case and accents.

    >>> letters_of("Cantù  Lu-\\ncia")
    'cantulucia'
    """
    return "".join(map(_plain, text))


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", char).casefold() if c.isalnum())


@dataclass(frozen=True)
class Cover:
    """What is to be covered on the pages of one document.

    ``connection`` reads the store as it is, ``mask`` covers its private strings, with ``personal``
    only those hidden on request; ``texts`` gives the texts of other pages of the file.
    """

    connection: sqlite3.Connection
    mask: Mask
    personal: bool
    documento_id: str
    texts: Callable[[Sequence[int]], list[str]]

    def boxes(self, page: PageView, number: int) -> list[Box]:
        """What to cover on a page. Raises UncoverableError."""
        ink = Ink(page.testo)
        spans = set(self.mask.spans(page.testo, self.documento_id))
        for key in self._listed():
            spans.update(ink.places(key))
        covered = self._of_facts(number, "margine")
        if self._reading(number) == "testo":
            spans.update(self._scattered(ink, number))
        elif not page.vuota:
            covered += self._optical(number)
        try:
            covered += [box for start, end in sorted(spans) for box in page.boxes(start, end)]
        except ReadError as error:
            raise UncoverableError(str(error)) from error
        return covered

    def _listed(self) -> set[str]:
        """The letters of the strings that the store holds to be private in this document."""
        rows = self.connection.execute(
            f"select testo from {PRIVATE} where documento_id = ? and motivo <> ? "
            "and (not ? or motivo = 'oscurato') limit ?",
            (self.documento_id, OPEN_ACCOUNT, self.personal, _MOST_STRINGS),
        )
        listed = {key for (text,) in rows if (key := letters_of(text))}
        # A stamp in a margin may hold a hidden name that the text does not: it is not in the list
        hidden = self.connection.execute(f"select nome from {HIDDEN} limit ?", (_MOST_STRINGS,))
        return listed | {letters_of(each) for (name,) in hidden for each in name_orders(name)}

    def _reading(self, number: int) -> str:
        row = self.connection.execute(
            "select lettura from pagine where documento_id = ? and pagina = ?",
            (self.documento_id, number),
        ).fetchone()
        return row[0] if row else "nessuna"

    def _private_words(self, number: int) -> Iterator[tuple[range, int, str]]:
        """The private strings of the parts on a page: the pages of the part, where it stands in
        the document's text, and the string as read."""
        rows = self.connection.execute(
            "select pagina_inizio, pagina_fine, inizio, testo from parti "
            "where documento_id = ? and foglia and pagina_inizio <= ? and pagina_fine >= ?",
            (self.documento_id, number, number),
        )
        for first, last, offset, text in rows:
            for start, end in self.mask.spans(text or "", self.documento_id):
                # Cells and lines stand apart on the page, however near they are in the text
                for piece in re.finditer(r"[^\t\n]+", text[start:end]):
                    if letters_of(piece[0]):
                        at = offset + start + piece.start()
                        yield range(first, last + 1), at, piece[0].rstrip()

    def _scattered(self, ink: Ink, number: int) -> Iterator[tuple[int, int]]:
        """Where the words of strings stand that are not printed in one go on the page: a name on
        two lines of a cell, with the other cells of its row between."""
        wanted = Counter(
            (pages.start, pages.stop, words) for pages, _, words in self._private_words(number)
        )
        others = _Others(self.texts, {number: ink})
        for (first, stop, words), count in wanted.items():
            key = letters_of(words)
            pages = range(first, stop)
            if len(ink.places(key)) >= count:
                continue
            if len(pages) > _FURTHEST:
                raise UncoverableError(_UNFOUND)
            if sum(len(other.places(key)) for other in others.of(pages)) >= count:
                continue
            tokens = _tokens(words)
            holders = [other for other in others.of(pages) if _holds(other, tokens)]
            if ink in holders:
                for token in tokens:
                    yield from ink.word_places(token)
            elif not holders:
                raise UncoverableError(_UNFOUND)

    def _optical(self, number: int) -> list[Box]:
        """Boxes of private strings on a page that has no text of its own."""
        if self._reading(number) == "nessuna":
            if self.personal and not self._listed():
                return []
            raise UncoverableError(
                "Questa pagina è un'immagine che non è stata letta: non si può sapere se vi siano "
                "dati personali da coprire."
            )
        boxes: list[Box] = []
        places = self._places()
        for _, start, words in self._private_words(number):
            end = start + len(words)
            holder = next((found for a, b, found in places if a <= start and end <= b), None)
            if holder is None:
                raise UncoverableError(_UNFOUND)
            boxes += _on(number, holder)
        return boxes

    def _places(self) -> list[tuple[int, int, str]]:
        """The stretches of text whose boxes are known, the shortest first."""
        rows = self.connection.execute(
            "select inizio, fine, riquadri from menzioni "
            "where documento_id = ? and flusso = 'testo' and length(riquadri) > 2 "
            "order by fine - inizio",
            (self.documento_id,),
        )
        return rows.fetchall()

    def _of_facts(self, number: int, stream: str) -> list[Box]:
        """The boxes of the facts of a page whose words are private."""
        rows = self.connection.execute(
            "select testo, riquadri from menzioni "
            "where documento_id = ? and flusso = ? and pagina = ?",
            (self.documento_id, stream, number),
        )
        return [
            box
            for text, boxes in rows
            if self.mask.spans(text, self.documento_id)
            for box in _on(number, boxes)
        ]


_UNFOUND = (
    "Su questa pagina ci sono dati personali da coprire, e non si trova dove sono stampati: "
    "l'immagine non si può mostrare."
)


@dataclass
class _Others:
    """The texts of the pages beside the one shown, read when they are asked for."""

    texts: Callable[[Sequence[int]], list[str]]
    known: dict[int, Ink]

    def of(self, pages: range) -> list[Ink]:
        unread = [number for number in pages if number not in self.known]
        for number, text in zip(unread, self.texts(unread) if unread else [], strict=True):
            self.known[number] = Ink(text)
        return [self.known[number] for number in pages]


def _tokens(words: str) -> set[str]:
    """The words of a string; single letters only where there is nothing else."""
    tokens = {letters_of(word) for word in re.findall(r"\w+", words)}
    return {token for token in tokens if len(token) > 1} or tokens


def _holds(ink: Ink, tokens: set[str]) -> bool:
    return all(ink.word_places(token) for token in tokens)


def _on(number: int, boxes: str) -> list[Box]:
    """The boxes of a fact that are on a page."""
    return [Box(*place) for page, *place in json.loads(boxes) if page == number]
