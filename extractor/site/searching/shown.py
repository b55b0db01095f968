"""What is shown of the acts found: their header, and the passage that says why each was found."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from extractor.site.searching.catalogue import Places
from extractor.store.act_index import ACTS
from extractor.store.passages import Segments, highlight
from extractor.store.query import Query
from extractor.store.search import Index, Place, places

_READ = 16_000
"""Characters of each act that a passage is looked for in."""
_WHOLE = 36_000
"""Characters of an act that its page shows at once."""
_STRETCH = 12_000
"""Characters around a passage that are shown of a longer act."""
_BLOCK = 500
_MARKED = 4
"""Words that a browser is asked to mark on the act's page."""

_COLUMNS = (
    "posto", "atti.id", "identificativo", "atti.documento_id", "atti.tipo", "sigla", "numero",
    "anno", "data", "ente", "struttura", "direzione", "oggetto", "inizio", "fine", "importo",
    "cup", "entro", "documenti.pagine",
)  # fmt: skip


class Quoted(NamedTuple):
    """A passage of an act: where on the site it stands, and on which pages of the file."""

    parole: Segments
    indirizzo: str
    pagina: int
    pagina_fine: int


class Shown(NamedTuple):
    """An act found, as it is listed."""

    atto: sqlite3.Row
    oggetto: Segments
    passaggi: list[Quoted]


def rows(store: sqlite3.Connection, numbers: Places) -> Iterator[sqlite3.Row]:
    """The headers of acts, in the order of ``numbers``."""
    for start in range(0, len(numbers), _BLOCK):
        some = [int(each) for each in numbers[start : start + _BLOCK]]
        marks = ", ".join("?" * len(some))
        found = store.execute(
            f"select {', '.join(_COLUMNS)} from {ACTS} join atti on atti.id = {ACTS}.atto_id "
            f"join documenti on documenti.id = atti.documento_id where posto in ({marks})",
            some,
        )
        by_place = {row["posto"]: row for row in found}
        yield from (by_place[each] for each in some if each in by_place)


def shown(
    store: sqlite3.Connection,
    acts: Iterable[sqlite3.Row],
    query: Query | None,
    *,
    common: bool = False,
) -> list[Shown]:
    """The acts with their passages; ``common``: very many acts have the words (see ``DEEP``)."""
    # To find a word's beginning in the index takes as long as all words that begin so are common
    index = Index(store, query) if query and not common else None
    return [_shown(store, act, query, index) for act in acts]


def _shown(
    store: sqlite3.Connection, act: sqlite3.Row, query: Query | None, index: Index | None
) -> Shown:
    subject = act["oggetto"] or ""
    found = places(store, act["id"], query, _READ, subject, index) if query else ()
    quoted = [
        Quoted(each.passaggio.segments, _address(act, each), each.pagina, each.pagina_fine)
        for each in found
    ]
    return Shown(act, highlight(subject, query), quoted)


def _address(act: sqlite3.Row, found: Place) -> str:
    """The act's page, or for a long act a stretch of it, with the words found marked."""
    path = f"/atto/{act['id']}"
    if act["fine"] - act["inizio"] > _WHOLE:
        start = found.inizio
        if found.fine - start > _STRETCH:
            start += max(0, found.passaggio.start - _STRETCH // 3)
        path += f"/testo/{start}-{min(found.fine, start + _STRETCH)}"
    words = dict.fromkeys(text for text, hit in found.passaggio.segments if hit)
    marks = "&".join(f"text={_fragment(word)}" for word in list(words)[:_MARKED])
    return f"{path}#:~:{marks}"


def _fragment(word: str) -> str:
    """A word in a text fragment, where commas and dashes have a meaning."""
    return quote(word, safe="").replace("-", "%2D")
