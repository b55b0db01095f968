"""What acts are narrowed down by, kept in memory as columns: a count is one pass over numbers.

Each act has the small number of the search index (``posto``), which is its place in every column.
Columns are read once and after that only what was added; a store of 100,000 acts takes 4 MB.
"""

import os
import sqlite3
from collections import OrderedDict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from threading import Lock
from time import monotonic

import numpy as np
import numpy.typing as npt

from extractor.site.web import BadQuestionError
from extractor.store.act_index import ACTS
from extractor.store.query import Query
from extractor.store.search import FOUND, RANKED

Places = npt.NDArray[np.int32]
"""Numbers of acts."""

AMOUNTS = (0, 5_000, 40_000, 150_000, 1_000_000, 10_000_000)
"""Where the classes of amounts begin, in euro. 5,000, 40,000 and 150,000 are near the thresholds of
d.lgs. 36/2023 (articles 48 to 50) that offices buy by."""
NO_AMOUNT = len(AMOUNTS)

_PATIENCE = 3.0
"""Seconds that a question may take."""
_KEPT = 64
"""Questions whose answers are kept."""
_ROWS = (
    f"select posto, atti.id, tipo, ente, direzione, anno, data, importo, cup, entro from {ACTS} "
    f"join atti on atti.id = {ACTS}.atto_id where posto > ? order by posto"
)


class _Words:
    """A column of words, each as its number among those seen; none is -1."""

    def __init__(self) -> None:
        self.known: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, word: str | int | None) -> int:
        if word is None or word == "":
            return -1
        text = str(word)
        if text not in self._numbers:
            self._numbers[text] = len(self.known)
            self.known.append(text)
        return self._numbers[text]


class Catalogue:
    """The acts of a store, by what they are narrowed down by; see the module."""

    broad = 10_000
    """Acts with some words, more than which are not weighed against each other one by one."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._stamp: tuple[int, ...] = ()
        self._answers: OrderedDict[tuple[str, str], Places] = OrderedDict()
        self._clear()

    def _clear(self) -> None:
        self.words = {name: _Words() for name in ("tipo", "ente", "direzione", "anno")}
        empty = np.zeros(1, np.int32)  # there is no act 0
        names = (*self.words, "importo", "cup", "entro", "data")
        self.columns: dict[str, npt.NDArray[np.int32]] = dict.fromkeys(names, empty)
        self._ids = np.zeros(1, np.uint64)
        self.there = np.zeros(1, np.bool_)
        self.by_date: Places = np.zeros(0, np.int32)
        """Every act, the latest first."""
        self._rank: Places = np.zeros(1, np.int32)

    def refresh(self, store: sqlite3.Connection, path: Path) -> None:
        """Read what was added to the store since the last time, and what was taken out."""
        stamp = _stamp(path)
        with self._lock:
            if stamp == self._stamp:
                return
            self._answers.clear()
            if stamp[:1] != self._stamp[:1]:  # another file in the place of the one known
                self._clear()
            self._add(store.execute(_ROWS, (len(self._ids) - 1,)).fetchall())
            listed = store.execute(f"select group_concat(posto) from {ACTS}").fetchone()[0]
            there = np.zeros(len(self._ids), np.bool_)
            places = _numbers(listed)
            there[places[places < len(there)]] = True
            self.there = there
            # The latest first; of one day by identifier, not by the order in which they came
            order = np.lexsort((self._ids, -self.columns["data"]))
            self._rank = np.empty(len(order), np.int32)
            self._rank[order] = np.arange(len(order), dtype=np.int32)
            self.by_date = order[there[order]].astype(np.int32)
            self._stamp = stamp

    def _add(self, rows: Sequence[sqlite3.Row]) -> None:
        """Put acts behind those known; numbers that no act has any more stay empty."""
        if not rows:
            return
        before = len(self._ids)
        size = rows[-1]["posto"] + 1
        places = np.fromiter((row["posto"] for row in rows), np.int64, len(rows))

        def put(column: npt.NDArray[np.int32], values: Sequence[int], lack: int) -> Places:
            wider = np.full(size, lack, np.int32)
            wider[:before] = column
            wider[places] = values
            return wider

        for name, words in self.words.items():
            numbers = [words.number(row[name]) for row in rows]
            self.columns[name] = put(self.columns[name], numbers, -1)
        amounts = [amount_class(row["importo"]) for row in rows]
        self.columns["importo"] = put(self.columns["importo"], amounts, NO_AMOUNT)
        cups = [0 if row["cup"] else -1 for row in rows]
        self.columns["cup"] = put(self.columns["cup"], cups, -1)
        for name in ("entro", "data"):
            days = [_day(row[name]) for row in rows]
            self.columns[name] = put(self.columns[name], days, 0)
        ids = np.zeros(size, np.uint64)
        ids[:before] = self._ids
        ids[places] = [int(row["id"], 16) for row in rows]
        self._ids = ids

    def column(self, name: str) -> tuple[npt.NDArray[np.int32], list[str]]:
        """For each act the number of its choice, or -1; and the choices."""
        if name == "scadenza":
            today = _day(date.today().isoformat())
            return np.where(self.columns["entro"] >= today, 0, -1).astype(np.int32), ["aperta"]
        if name == "cup":
            return self.columns["cup"], ["si"]
        if name == "importo":
            return self.columns["importo"], [*map(str, AMOUNTS), "nessuno"]
        return self.columns[name], self.words[name].known

    def answers(self, store: sqlite3.Connection, query: Query) -> Places:
        """The acts that answer a query. Raises ``BadQuestionError`` if that takes too long."""
        return self._kept(store, FOUND, query.match())

    def best_first(self, store: sqlite3.Connection, query: Query) -> Places:
        """The acts that answer a query, those that it fits best first (bm25).

        Words that stand in very many acts tell little by how often they stand there: the acts
        with them in the subject or the header come first then, and all from the latest.
        """
        found = self.answers(store, query)
        if len(found) <= self.broad:
            return self._kept(store, RANKED, query.match())
        headed = self._kept(store, FOUND, f"{{nome oggetto}} : ({query.match()})")
        if len(headed) <= self.broad:
            headed = self._kept(store, RANKED, f"{{nome oggetto}} : ({query.match()})")
        else:
            headed = self.latest_first(headed)
        others = np.zeros(len(self._rank), np.bool_)
        others[found] = True
        headed = headed[others[headed]]  # a word that is excluded may stand elsewhere in them
        others[headed] = False
        return np.concatenate([headed, self.latest_first(found[others[found]])])

    def _kept(self, store: sqlite3.Connection, question: str, asked: str) -> Places:
        """The acts that a question of the index finds, kept for the next time."""
        with self._lock:
            kept = self._answers.get((question, asked))
            if kept is not None:
                self._answers.move_to_end((question, asked))
                return kept
            stamp = self._stamp
        there = self.there
        # The limit keeps SQLite from taking the order for idle
        ordered = f"select group_concat(rowid) from ({question} limit 100000000)"
        listed = _numbers(_patiently(store, ordered, asked))
        found = listed[listed < len(there)].astype(np.int32)
        found = found[there[found]]
        with self._lock:
            if stamp == self._stamp:
                self._answers[question, asked] = found
                if len(self._answers) > _KEPT:
                    self._answers.popitem(last=False)
        return found

    def latest_first(self, places: Places) -> Places:
        """The same acts in order of date."""
        return places[np.argsort(self._rank[places])]


def amount_class(cents: int | None) -> int:
    """The class of an amount; see ``AMOUNTS``.

    >>> amount_class(499_999), amount_class(500_000), amount_class(None)
    (0, 1, 6)
    """
    if cents is None:
        return NO_AMOUNT
    return max(0, int(np.searchsorted(AMOUNTS, cents / 100, side="right")) - 1)


_CATALOGUES: dict[Path, Catalogue] = {}


def catalogue(store: sqlite3.Connection, path: Path) -> Catalogue:
    """The catalogue of the store at ``path``, as the store is now."""
    found = _CATALOGUES.setdefault(path, Catalogue())
    found.refresh(store, path)
    return found


def _stamp(path: Path) -> tuple[int, ...]:
    """What changes whenever a store is written: its file, or the log beside it."""
    stamp: list[int] = []
    for name in (path, Path(f"{path}-wal")):
        try:
            status = os.stat(name)
        except FileNotFoundError:
            continue
        stamp += [status.st_ino, status.st_size, status.st_mtime_ns]
    return tuple(stamp)


def _patiently(store: sqlite3.Connection, question: str, asked: str) -> str | None:
    end = monotonic() + _PATIENCE
    store.set_progress_handler(lambda: monotonic() > end, 20_000)
    try:
        text: str | None = store.execute(question, (asked,)).fetchone()[0]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_INTERRUPT":
            raise
        raise BadQuestionError(
            "La ricerca trova troppo: aggiungere una parola, o scriverne una più lunga."
        ) from error
    finally:
        store.set_progress_handler(None, 0)
    return text


def _numbers(listed: str | None) -> npt.NDArray[np.int64]:
    return np.fromstring(listed, np.int64, sep=",") if listed else np.zeros(0, np.int64)


def _day(iso: str | None) -> int:
    """``2024-04-12`` as 20240412; 0 where there is no day."""
    digits = (iso or "").replace("-", "")
    return int(digits) if len(digits) == 8 and digits.isascii() and digits.isdigit() else 0
