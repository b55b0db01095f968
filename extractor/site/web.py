"""What a page of the site is made from and what it gives back, apart from Datasette."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple


class Options(NamedTuple):
    """How a store is served: what may be seen of it beyond what is public."""

    personal: bool = False
    """Show personal data."""
    documents: bool = False
    """Let the original files be downloaded."""


@dataclass(frozen=True)
class Ask:
    """A request for a page, and what it may be answered from.

    ``store`` reads the store masked (see ``store.masking``) and gives ``sqlite3.Row``s; ``path``
    are the named parts of the address, ``args`` what stands after its question mark.
    """

    store: sqlite3.Connection
    path: Mapping[str, str]
    args: Mapping[str, Sequence[str]]
    url: str
    query: str
    options: Options
    database: Path
    base: str
    """The address that the site is at: ``http://127.0.0.1:8001``."""

    def one(self, name: str, default: str = "") -> str:
        """The last value given for ``name``, without space around it."""
        values = self.args.get(name)
        return values[-1].strip() if values else default

    def number(self, name: str, default: int, low: int, high: int) -> int:
        """A whole number given for ``name``, kept between ``low`` and ``high``."""
        text = self.one(name)
        value = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else default
        return max(low, min(high, value))


@dataclass(frozen=True)
class Page:
    """An HTML page: its template (below ``templates/spoglio``) and what that shows."""

    template: str
    values: dict[str, Any] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True)
class Redirect:
    """Another address of the site that answers."""

    url: str


@dataclass(frozen=True)
class Raw:
    """A reply that is not a page: a feed, a picture, a file."""

    body: bytes | str
    content_type: str
    headers: dict[str, str] = field(default_factory=dict)


class NotFoundError(Exception):
    """What was asked for is not in the store; the message says so to the reader."""


class BadQuestionError(Exception):
    """A question that cannot be answered as it is put; the message says how to put it."""


Reply = Page | Redirect | Raw
View = Callable[[Ask], Reply]


class Route(NamedTuple):
    """An address (a regular expression over the path) and the view that answers there."""

    pattern: str
    view: View
