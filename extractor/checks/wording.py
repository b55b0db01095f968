"""Rules on the wording itself: quotation marks that do not pair, words doubled or maimed.

They look only at signs that no correct Italian text has; what a reader may take for a choice of
the author is left alone.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

import regex

from extractor.checks.printed import Printed, short
from extractor.literals import Beginning
from models import Estrazione, Segnalazione

_LONGEST_QUOTE = 60
"""Lines that one quotation may run through: the text that an act substitutes."""
_DEEPEST = 3
"""Quotations of one line left open that are followed."""
_MARK = re.compile(r"[«»]")
_SHOWN = 60

#: Small words that are never said twice in a row.
_SMALL_WORDS = (
    "e", "di", "del", "della", "dei", "delle", "dello", "al", "alla", "ai", "alle", "allo", "da",
    "dal", "dalla", "in", "nel", "nella", "con", "per", "il", "la", "lo", "gli", "le", "che",
    "un", "una", "sul", "sulla",
)  # fmt: skip


def _twice(words: Iterable[str]) -> str:
    """The second of two like words, told by what stands before it; ``words`` begin alike."""
    ends = (rf"{word[1:]}(?<=(?<![\w'’/\-]){word}[ ]{word})" for word in words)
    return f"(?:{'|'.join(ends)})"


# The space between two words is what is looked for first, and it is a letter: that is fast.
_DOUBLED = re.compile(
    "[ ](?:"
    + "|".join(
        first + _twice(words) for first, words in groupby(sorted(_SMALL_WORDS), itemgetter(0))
    )
    + r")(?![\w'’\-])"
)
#: A preposition with its article, and then the article: ``del Il d.d.s.``
_ARTICLE = re.compile(r"[ ](?<=[aeul][lai][ ])(?:Il|La|Lo|Gli|I|il|lo|gli)(?=[ ][a-z])")
_PREPOSITION = regex.compile(
    r"(?r)\b(?:del|al|dal|nel|sul|della|alla|dalla|nella|sulla|dei|ai|dai|nei)"
)
_LONGEST_PREPOSITION = 5
#: Words whose accented last letter was lost, with what follows them.
_CUT_WORDS = "perch|poich|finch|affinch|bench|nonch|giacch|anzich|purch"
_LOST_ACCENT = Beginning(
    rf"\b(?:{_CUT_WORDS})(?=[ ,;])"
    r"|\bcos(?=[ ](?:come|modificat|sostituit|integrat|determinat|definit|individuat|composta?\b))",
    *(word + mark for word in _CUT_WORDS.split("|") for mark in " ,;"),
    "cos ",
)
#: What all of them have: a cheap search before that of each.
_ENDS_CUT = re.compile(r"ch(?<=[rinc]ch)[ ,;]|cos[ ]")
_TWO_PREPOSITIONS = regex.compile(r"\bpari[ ]a[ ](?:di|a|ad)(?=[ ](?:€|euro|n\.|\d))")
_PLURAL_AND_SINGULAR = regex.compile(r"\bartt\.[ ]?\d{1,4}[ ]e[ ]art\.[ ]?\d{1,4}")


Span = tuple[int, int]


def _doubled(text: str) -> Iterator[Span]:
    """A small word said twice."""
    done = 0
    for match in _DOUBLED.finditer(text):
        start = match.start() - (match.end() - match.start() - 1)
        if start >= done:
            yield start, match.end()
            done = match.end()


def _articles_twice(text: str) -> Iterator[Span]:
    """An article after a preposition that has one."""
    for article in _ARTICLE.finditer(text):
        earliest = max(article.start() - _LONGEST_PREPOSITION, 0)
        before = _PREPOSITION.match(text, earliest, article.start())
        if before is not None:
            yield before.start(), article.end()


def _lost_accents(text: str) -> Iterator[Span]:
    """A word whose last letter is missing."""
    if _ENDS_CUT.search(text):
        yield from (match.span() for match in _LOST_ACCENT.finditer(text))


def _prepositions_twice(text: str) -> Iterator[Span]:
    return (match.span() for match in _TWO_PREPOSITIONS.finditer(text))


def _abbreviations_twice(text: str) -> Iterator[Span]:
    return (match.span() for match in _PLURAL_AND_SINGULAR.finditer(text))


_MISPRINTS: tuple[tuple[Callable[[str], Iterator[Span]], str], ...] = (
    (_doubled, "parola ripetuta"),
    (_articles_twice, "articolo di troppo"),
    (_lost_accents, "manca la lettera accentata"),
    (_prepositions_twice, "preposizione di troppo"),
    (_abbreviations_twice, "«art.» ripetuto"),
)


def unpaired_quotes(records: Estrazione) -> Iterator[Segnalazione]:
    """A mark « that nothing closes, or a mark » that nothing opens."""
    printed = Printed.of(records)
    for start, end in _stretches(records):
        for line_start, line_end, opening in dict.fromkeys(_unpaired(printed.text, start, end)):
            act = printed.act_at(line_start)
            words = "aperte e non chiuse" if opening else "chiuse e non aperte"
            yield printed.at(
                "virgolette_spaiate",
                "nota",
                f"Virgolette {words}: «{short(printed.text[line_start:line_end], _SHOWN)}».",
                (line_start, line_end),
                act.id if act else None,
            )


def _stretches(records: Estrazione) -> list[tuple[int, int]]:
    """Entries of the contents and acts: no quotation runs from one into the other."""
    entries = [(entry.inizio, entry.fine) for entry in records.sommario]
    return entries + [(act.inizio, act.fine) for act in records.atti]


def _unpaired(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The lines of a stretch whose marks do not pair, and whether it is an opening one."""
    open_lines: deque[tuple[int, int, int]] = deque()
    position = start
    for number, line in enumerate(text[start:end].split("\n")):
        while open_lines and number - open_lines[0][0] > _LONGEST_QUOTE:
            _, first, last = open_lines.popleft()
            yield first, last, True
        end = position + len(line)
        if "«" in line or "»" in line:
            depth = 0
            for mark in _MARK.findall(line):
                if mark == "«":
                    depth += 1
                elif depth:
                    depth -= 1
                elif open_lines:
                    open_lines.pop()
                else:
                    yield position, end, False
            open_lines += [(number, position, end)] * min(depth, _DEEPEST)
        position = end + 1
    yield from ((first, last, True) for _, first, last in open_lines)


def misprints(records: Estrazione) -> Iterator[Segnalazione]:
    """A word said twice, an article too many, an accented letter lost."""
    printed = Printed.of(records)
    for finder, what in _MISPRINTS:
        for start, end in finder(printed.text):
            act = printed.act_at(start)
            around = printed.text[max(start - 20, 0) : end + 25]
            yield printed.at(
                "refuso_testo",
                "nota",
                f"Probabile refuso, {what}: «…{short(around)}…».",
                (start, end),
                act.id if act else None,
            )
