"""Personal data that a public site must not show, and the mask that hides them.

Legislative decree 33/2013, article 26 c. 4, forbids publishing who receives aid when that tells
of illness or hardship; fiscal codes and bank accounts of natural persons are never needed to
know what an office did (GDPR, art. 5: minimisation). The store keeps all that was printed; each
document's private strings stand in the table ``riservati`` and the mask covers them, letter by
letter, so that offsets into a masked text are those into the text itself.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from time import monotonic
from typing import Any

from extractor.store.accounts import normal
from extractor.store.hiding import names_pattern
from extractor.store.persons import LONGEST_NUMBER, MAYBE_PRIVATE, PRIVATE_NUMBER
from extractor.store.private_strings import OPEN_ACCOUNT

MASK = "█"
"""What stands in place of each hidden letter."""

FUNCTION = "oscura"
"""The SQL function of a connection that masks: ``oscura(text, documento_id)``."""

JSON_FUNCTION = "oscura_json"
"""The same for a column that holds JSON: the texts in it are masked, not the JSON."""

ANY_HIDDEN = "si_oscura"
"""The SQL function that says whether any name is hidden on request, once for a whole query."""

MOST_STRINGS = 20_000
"""Private strings of a document that the mask knows; codes and accounts it knows by their form."""


_CODE_LENGTH = 16
"""Letters and digits of a fiscal code; an account has more."""
_FRESH = 5.0
"""Seconds for which private strings once read are taken to be the store's."""


class Cover:
    """Covers the private strings of one document: those given, and numbers by their form.

    ``names`` finds the names hidden on request, ``strings`` the other strings; ``accounts`` are
    those that may be shown. Without ``numbers`` no number is covered by its form alone.
    """

    def __init__(
        self,
        names: re.Pattern[str] | None,
        strings: re.Pattern[str] | None,
        accounts: frozenset[str] = frozenset(),
        *,
        numbers: bool = True,
    ) -> None:
        self._patterns = (names, strings)
        self._accounts = accounts
        self._numbers = numbers

    @classmethod
    def of(cls, private: Iterable[tuple[str, str]]) -> "Cover":
        """That of a document's strings, each with its reason (``private_strings``)."""
        private = list(private)
        accounts = frozenset(text for text, reason in private if reason == OPEN_ACCOUNT)
        others = [each for each in private if each[1] != OPEN_ACCOUNT]
        return cls(*_patterns(others), accounts)

    def hide(self, text: str | None, names: re.Pattern[str] | None = None) -> str | None:
        """``text`` with every private string covered, and what ``names`` finds; as long as it."""
        if not isinstance(text, str):
            return text
        if self._numbers:
            text = self._without_numbers(text)
        for pattern in (names, *self._patterns):
            if pattern is not None:
                text = pattern.sub(_cover, text)
        return text

    def _without_numbers(self, text: str) -> str:
        """The text with private numbers covered; they are looked for only where one may be."""
        pieces: list[str] = []
        done = 0
        for start, end in _around(MAYBE_PRIVATE.finditer(text)):
            for match in PRIVATE_NUMBER.finditer(text, start, end):
                pieces += text[done : match.start()], self._number(match)
                done = match.end()
        return "".join([*pieces, text[done:]]) if pieces else text

    def _number(self, match: re.Match[str]) -> str:
        """A fiscal code or an account, covered; but for an account that is a body's."""
        number = normal(match[0])
        is_open = len(number) > _CODE_LENGTH and number in self._accounts
        return match[0] if is_open else _cover(match)


class Mask:
    """Masks texts of the documents of a store, whose private strings it reads from a connection.

    With ``personal`` it covers only the names that were hidden on request. With ``listed_only``
    it covers these in no document but those that are known to hold them: so a search index, which
    must be able to take out what it was given, is not surprised by a name hidden since.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        personal: bool = False,
        listed_only: bool = False,
    ) -> None:
        self._connection = connection
        self._personal = personal
        self._listed_only = listed_only
        self._cover = lru_cache(maxsize=512)(self._read_cover)
        self._hidden: re.Pattern[str] | None = None
        self._read_at = -_FRESH - 1

    def install(self, connection: sqlite3.Connection) -> None:
        """Give ``connection`` the functions ``oscura``, ``oscura_json`` and ``si_oscura``."""
        connection.create_function(FUNCTION, 2, self.hide)
        connection.create_function(JSON_FUNCTION, 2, self.hide_json)
        connection.create_function(ANY_HIDDEN, 0, self._any_hidden, deterministic=True)

    def forget(self) -> None:
        """Read the private strings anew: they have changed."""
        self._cover.cache_clear()
        self._hidden = None if self._listed_only else hidden_names(self._connection)
        self._read_at = monotonic()

    def hide(self, text: str | None, documento_id: str | None) -> str | None:
        """``text`` with every private string of the document covered, of the same length."""
        if not isinstance(text, str):
            return text
        self._refresh()
        return self._cover(documento_id).hide(text, self._hidden)

    def _any_hidden(self) -> bool:
        self._refresh()
        return self._hidden is not None

    def _refresh(self) -> None:
        if monotonic() - self._read_at > _FRESH:
            self.forget()

    def hide_json(self, text: str | None, documento_id: str | None) -> str | None:
        """JSON with every private string covered; quotes and line ends, escaped there, count."""
        if not isinstance(text, str):
            return text
        value = json.loads(text)
        hidden = self._hide_within(value, documento_id)
        return text if hidden == value else json.dumps(hidden, ensure_ascii=False)

    def _hide_within(self, value: Any, documento_id: str | None) -> Any:
        if isinstance(value, str):
            return self.hide(value, documento_id)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return self._hide_row(value, documento_id)
        if isinstance(value, list):
            return [self._hide_within(item, documento_id) for item in value]
        if isinstance(value, dict):
            return {
                self.hide(key, documento_id): self._hide_within(item, documento_id)
                for key, item in value.items()
            }
        return value

    def _hide_row(self, cells: list[str], documento_id: str | None) -> list[str]:
        """Cells of a row, side by side as in the text: a name may stand in two of them."""
        hidden = self.hide("\t".join(cells), documento_id) or ""
        ends = list(accumulate(len(cell) + 1 for cell in cells))
        return [
            hidden[end - len(cell) - 1 : end - 1] for cell, end in zip(cells, ends, strict=True)
        ]

    def spans(self, text: str, documento_id: str) -> list[tuple[int, int]]:
        """Where the private strings of a document stand in ``text``."""
        hidden = self.hide(text, documento_id) or ""
        return [match.span() for match in re.finditer(f"{MASK}[{MASK}\\s]*", hidden)]

    def _read_cover(self, documento_id: str | None) -> Cover:
        rows = self._connection.execute(
            "select testo, motivo from riservati where documento_id = ? and motivo <> ? "
            "and (not ? or motivo = 'oscurato') limit ?",
            (documento_id, OPEN_ACCOUNT, self._personal, MOST_STRINGS),
        ).fetchall()
        return Cover(*_patterns(rows), self._read_open(documento_id), numbers=not self._personal)

    def _read_open(self, documento_id: str | None) -> frozenset[str]:
        """The accounts of a document that may be shown."""
        rows = self._connection.execute(
            "select testo from riservati where documento_id = ? and motivo = ?",
            (documento_id, OPEN_ACCOUNT),
        )
        return frozenset(text for (text,) in rows)


def _patterns(
    private: Iterable[tuple[str, str]],
) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """What finds the names hidden on request, however printed, and the other strings."""
    private = list(private)
    return (
        names_pattern(text for text, reason in private if reason == "oscurato"),
        strings_pattern(text for text, reason in private if reason != "oscurato"),
    )


def _around(hits: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The stretches of a text in which the numbers lie that have a hit in them."""
    low, high = 0, 0
    for hit in hits:
        start, end = max(hit.start() - LONGEST_NUMBER, 0), hit.end() + LONGEST_NUMBER
        if start > high:
            yield low, high
            low = start
        high = end
    if high:
        yield low, high


def strings_pattern(strings: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern that finds any of the strings as whole words, whatever their white space,
    apostrophes and last accents.

    >>> strings_pattern(["D'ANGELO NICOLO'"]).sub("█", "a Nicolò e a D’Angelo  Nicolò")
    'a Nicolò e a █'
    """
    ordered = sorted(set(strings), key=lambda text: (-len(text), text))
    if not ordered:
        return None
    found = "|".join(r"\s+".join(map(_as_printed, text.split())) for text in ordered)
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.I)


_QUOTE = "['’‘`´]"
_BARE = str.maketrans("àèéìòùáíóúÀÈÉÌÒÙÁÍÓÚ", "aeeiouaiouAEEIOUAIOU")
_FORMS = {"a": "aàá", "e": "eèé", "i": "iìí", "o": "oòó", "u": "uùú"}


def _as_printed(word: str) -> str:
    """A word as a pattern: lists print in capitals ``NICOLO'`` who is *Nicolò* in the text."""
    end = ""
    last = word.rstrip("'’‘`´")
    bare = last[-1:].translate(_BARE).lower()
    if bare in _FORMS and (last != word or last[-1:].lower() != bare):
        word, end = last[:-1], f"[{_FORMS[bare]}]{_QUOTE}?"
    return re.sub(_QUOTE, lambda _: _QUOTE, re.escape(word)) + end


def hidden_names(connection: sqlite3.Connection) -> re.Pattern[str] | None:
    """A pattern that finds the names that someone asked to hide, however they are printed."""
    names = connection.execute("select nome from oscurati limit ?", (MOST_STRINGS,))
    return names_pattern(name for (name,) in names)


def _cover(match: re.Match[str]) -> str:
    return re.sub(r"\S", MASK, match[0])
