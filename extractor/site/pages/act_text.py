"""The text of an act, cut into stretches: those shown at once, and those that are asked for."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.site.marked import Block, Mark, blocks
from extractor.wording import parola

STRETCH = 12_000
"""Characters of a stretch, about; one leaf may be twice as long."""
LONGEST = 60_000
"""Characters shown by one address at most."""
_AT_ONCE = 28_000
"""Characters of an act shown at once; a shorter act is shown whole."""
_HUGE = 100_000
"""Characters of a leaf of which nothing is shown at once: to mask it takes time."""
_MOST_PARTS = 6_000
_MOST_MARKS = 6_000
_LONGEST_MARK = 5_000
"""Characters of the words that a fact rests on; tables, which are longer, are not marked."""
_SNAP = 4_000
"""Characters within which a line's end is looked for, to cut a long leaf there."""

_ORDER = ("dispositivo", "frontespizio", "preambolo", "firma", "visti", "pubblicazione")
_NAMES = {
    "dispositivo": "Dispositivo",
    "frontespizio": "Intestazione e oggetto",
    "preambolo": "Premesse",
    "firma": "Firma",
    "visti": "Visti e pareri",
    "pubblicazione": "Pubblicazione",
}


class Leaf(NamedTuple):
    """A leaf of the act, without its text."""

    inizio: int
    fine: int
    nome: str
    pagina_inizio: int
    pagina_fine: int


class Heading(NamedTuple):
    """A title in the act: where its part begins, and how deep it stands below its section."""

    nome: str
    inizio: int
    livello: int


@dataclass
class Stretch:
    """A run of leaves, or a piece of a long one: the text ``[inizio, fine)`` of the document."""

    inizio: int
    fine: int
    nome: str
    prima: int
    ultima: int
    mostrato: bool = False
    foglia: int = 0
    """Characters of the longest leaf in it."""
    blocchi: list[Block] = field(default_factory=list)


@dataclass
class Section:
    """A part of the act that has no other around it: the operative part, an attachment."""

    id: str
    tipo: str
    nome: str
    prima: int
    ultima: int
    tratti: list[Stretch] = field(default_factory=list)
    titoli: list[Heading] = field(default_factory=list)

    def stretch_at(self, offset: int) -> Stretch | None:
        """The stretch that holds the character at ``offset``."""
        return next((each for each in self.tratti if each.inizio <= offset < each.fine), None)


def sections(store: sqlite3.Connection, atto_id: str) -> list[Section]:
    """The parts of an act, the operative one first, cut into stretches; no text read yet."""
    rows = store.execute(
        "select id, genitore_id, tipo, etichetta, titolo, foglia, inizio, fine, pagina_inizio, "
        "pagina_fine from parti where atto_id = ? order by ordine limit ?",
        (atto_id, _MOST_PARTS),
    )
    found: list[Section] = []
    leaves: dict[str, list[Leaf]] = {}
    levels: dict[str, int] = {}
    for row in rows:
        name = _name(row)
        levels[row["id"]] = level = levels.get(row["genitore_id"], -1) + 1
        if found and level and name:
            _entitle(found[-1], Heading(name, row["inizio"], level))
        if row["genitore_id"] is None:
            found.append(
                Section(row["id"], row["tipo"], name or _NAMES.get(row["tipo"], "")
                        or parola(row["tipo"]).capitalize(),
                        row["pagina_inizio"], row["pagina_fine"])
            )  # fmt: skip
        if row["foglia"] and found:
            leaf = Leaf(row["inizio"], row["fine"], name, row["pagina_inizio"], row["pagina_fine"])
            leaves.setdefault(found[-1].id, []).append(leaf)
    for section in found:
        section.tratti = list(_stretches(leaves.get(section.id, ())))
    found.sort(key=_rank)
    _choose(found)
    return found


def _entitle(section: Section, heading: Heading) -> None:
    """Add a heading, unless a part and its first leaf have it both."""
    last = section.titoli[-1] if section.titoli else None
    if heading.nome != section.nome and (last is None or last.inizio != heading.inizio):
        section.titoli.append(heading)


def _name(row: sqlite3.Row) -> str:
    """What a part is called: "3.2 Criteri"; empty for one that has no title."""
    if not row["titolo"]:
        return ""
    label = row["etichetta"] or ""
    return str(row["titolo"]) if row["titolo"].startswith(label) else f"{label} {row['titolo']}"


def _rank(section: Section) -> int:
    return _ORDER.index(section.tipo) if section.tipo in _ORDER else len(_ORDER)


def _choose(found: Sequence[Section]) -> None:
    """Decide what is shown at once: the beginning, to a limit; all of a short act."""
    left = _AT_ONCE
    for stretch in (each for section in found for each in section.tratti):
        if stretch.foglia < _HUGE:
            left -= stretch.fine - stretch.inizio
            stretch.mostrato = left >= 0
    first = next((each for section in found for each in section.tratti), None)
    if first is not None:
        first.mostrato = True


def _stretches(leaves: Sequence[Leaf]) -> Iterator[Stretch]:
    under_way: Stretch | None = None
    for leaf in leaves:
        length = leaf.fine - leaf.inizio
        if under_way is not None:
            so_far = under_way.fine - under_way.inizio
            full = so_far + length > STRETCH or (leaf.nome and so_far > STRETCH / 2)
            if full or leaf.inizio != under_way.fine:
                yield under_way
                under_way = None
        if length > 2 * STRETCH:
            yield from _slices(leaf)
        elif under_way is None:
            under_way = Stretch(*leaf)
        else:
            under_way.fine, under_way.ultima = leaf.fine, leaf.pagina_fine
    if under_way is not None:
        yield under_way


def _slices(leaf: Leaf) -> Iterator[Stretch]:
    """A long leaf in pieces, cut later at the end of a line (see ``_cut``)."""
    count = -(-(leaf.fine - leaf.inizio) // STRETCH)
    for at in range(count):
        start = leaf.inizio + at * STRETCH
        name = f"{leaf.nome} ({at + 1} di {count})" if leaf.nome else f"{at + 1} di {count}"
        end = min(start + STRETCH, leaf.fine)
        yield Stretch(
            start, end, name.strip(), leaf.pagina_inizio, leaf.pagina_fine,
            foglia=leaf.fine - leaf.inizio,
        )  # fmt: skip


@dataclass
class Reader:
    """Reads stretches of an act's text with the facts marked in them.

    ``anchored`` gathers the facts whose words the page has.
    """

    store: sqlite3.Connection
    atto_id: str
    anchored: set[str] = field(default_factory=set)

    def fill(self, shown: Sequence[Stretch]) -> None:
        """Read the blocks of the stretches; those that follow each other are read in one go."""
        at = 0
        while at < len(shown):
            last = at
            while last + 1 < len(shown) and shown[last + 1].inizio == shown[last].fine:
                last += 1
            self._fill(shown[at : last + 1])
            at = last + 1

    def _fill(self, run: Sequence[Stretch]) -> None:
        start, end = run[0].inizio, run[-1].fine
        leaves = self.store.execute(
            "select inizio, fine, titolo, testo from parti "
            "where atto_id = ? and foglia and inizio < ? and fine > ? order by ordine",
            (self.atto_id, end, start),
        ).fetchall()
        marks = self._marks(start, end)
        heads = self._heads(start, end)
        for stretch in run:
            for leaf in leaves:
                if leaf["inizio"] < stretch.fine and leaf["fine"] > stretch.inizio:
                    first = _cut(leaf, stretch.inizio)
                    text = leaf["testo"][first : _cut(leaf, stretch.fine)]
                    offset = leaf["inizio"] + first
                    near = [m for m in marks if m.inizio < offset + len(text) and m.fine > offset]
                    title = (leaf["titolo"] or "") if first == 0 else ""
                    stretch.blocchi += blocks(text, offset, near, self.anchored, title)
            for block in stretch.blocchi:
                if block.tipo == "tabella" and _words(block) in heads:
                    block.intestazioni = 1

    def _marks(self, start: int, end: int) -> list[Mark]:
        rows = self.store.execute(
            "select inizio, fine, tabella, fatto_id from menzioni where atto_id = ? "
            "and flusso = 'testo' and inizio between ? and ? limit ?",
            (self.atto_id, start - _LONGEST_MARK, end + _SNAP, _MOST_MARKS),
        )
        # Not asked of SQLite, which would mask the word in every row to compare it
        return [Mark(*row) for row in rows if row["tabella"] != "tabelle"]

    def _heads(self, start: int, end: int) -> set[tuple[str, ...]]:
        """The heading rows of the tables that begin in a stretch."""
        rows = self.store.execute(
            "select intestazione from tabelle where atto_id = ? and inizio >= ? and inizio < ? "
            "and intestazione <> '[]'",
            (self.atto_id, start, end + _SNAP),
        )
        return {tuple(" ".join(cell.split()) for cell in json.loads(row[0])) for row in rows}


def _words(block: Block) -> tuple[str, ...]:
    return tuple(
        " ".join("".join(piece.testo for piece in cell).split()) for cell in block.righe[0]
    )


def _cut(leaf: sqlite3.Row, offset: int) -> int:
    """Where in a leaf's text to cut so as to cut no line: after the one that holds ``offset``."""
    at: int = offset - leaf["inizio"]
    text: str = leaf["testo"]
    if at <= 0 or at >= len(text):
        return max(0, min(at, len(text)))
    end = text.find("\n", at, at + _SNAP)
    return at if end < 0 else end + 1
