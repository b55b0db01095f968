"""Rule on quotations: one passage quoted twice in an act, with a word of another form.

A text and the one that takes its place are quoted side by side and differ in what they say: only
words that are forms of one word (``tutti``, ``tutte``), in places far apart, are a slip.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from extractor.checks.printed import Printed, short
from models import Estrazione, Segnalazione

_QUOTED = re.compile(r"[«“\"]([^«»“”\"]{40,1200})[»”\"]")
_TOKEN = re.compile(r"\w+")
_MOST_QUOTES = 120
_MOST_WORDS = 200
_FAR = 1_500
"""Characters between the two: nearer, they are compared on purpose."""
_MOST_FORMS = 2
_SHARED, _FORM = 0.8, 0.6


class _Quote(NamedTuple):
    inizio: int
    fine: int
    parole: tuple[str, ...]


def quoted_apart(records: Estrazione) -> Iterator[Segnalazione]:
    """A passage quoted in two forms."""
    printed = Printed.of(records)
    for act in records.atti:
        quotes = [
            _Quote(*match.span(1), tuple(_TOKEN.findall(match[1].casefold()))[:_MOST_WORDS])
            for match in _QUOTED.finditer(printed.text, act.inizio, act.fine)
        ][:_MOST_QUOTES]
        told: set[tuple[str, str]] = set()
        for at, first in enumerate(quotes):
            for second in quotes[at + 1 :]:
                pair = _slip(first, second)
                if (
                    pair
                    and told.isdisjoint((pair, pair[::-1]))
                    and second.inizio - first.fine > _FAR
                ):
                    told.add(pair)
                    yield printed.at(
                        "citazione_difforme",
                        "nota",
                        f"Lo stesso passo è citato con «{pair[0]}» e con «{pair[1]}»: "
                        f"«{short(printed.text[second.inizio : second.fine])}».",
                        (second.inizio, second.fine),
                        act.id,
                    )


def _slip(first: _Quote, second: _Quote) -> tuple[str, str] | None:
    """The first word of two quotations that are one but for a few forms of words."""
    if len(first.parole) != len(second.parole) or first.parole == second.parole:
        return None
    one, other = set(first.parole), set(second.parole)
    if len(one & other) < _SHARED * max(len(one), len(other)):
        return None
    both = zip(first.parole, second.parole, strict=True)
    pairs = [(word, form) for word, form in both if word != form]
    alike = len(pairs) <= _MOST_FORMS and all(
        not word.isdigit() and SequenceMatcher(None, word[:40], form[:40]).ratio() >= _FORM
        for word, form in pairs
    )
    return pairs[0] if alike else None
