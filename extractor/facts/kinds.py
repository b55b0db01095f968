"""The kinds of fact, in one table.

A finder takes the text of an act and what is known of the act, and gives every occurrence of
its kind of fact, with offsets in that text. Its ``complete`` then fills in, within the act, what
one occurrence says and another leaves out. ``KINDS`` is the one table of them; the order of the
kinds is the order of the tables, nothing else depends on it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from extractor.facts import acronyms, amounts, codes, deadlines, people, references
from models import Context, Fatto

FACTS_VERSION = 6
"""To be raised whenever a change here changes what is found."""


class Kind(NamedTuple):
    """A kind of fact: its table, its finder, what completes its finds within the act.

    ``in_margins`` says whether running headers, footers and stamps are read for it too.
    """

    tabella: str
    find: Callable[[str, Context], Sequence[Any]]
    complete: Callable[[Sequence[Any], Context], Sequence[Any]]
    in_margins: bool = False


def _as_found(facts: Sequence[Any], context: Context) -> Sequence[Any]:
    return facts


KINDS: tuple[Kind, ...] = (
    Kind("riferimenti", references.find, references.complete),
    Kind("importi", amounts.find, amounts.complete),
    Kind("codici", codes.find, codes.complete, in_margins=True),
    Kind("scadenze", deadlines.find, deadlines.complete),
    Kind("persone", people.find, people.complete),
    Kind("acronimi", acronyms.find, _as_found),
)


def find_facts(text: str, context: Context) -> Mapping[str, tuple[Fatto, ...]]:
    """Every fact of every kind in ``text``, by table, completed within it, in text order."""
    margins = context.flusso == "margine"
    found = {}
    for kind in KINDS:
        if margins and not kind.in_margins:
            continue
        facts = kind.complete(kind.find(text, context), context)
        found[kind.tabella] = tuple(sorted(facts, key=lambda fact: (fact.inizio, fact.fine)))
    return found
