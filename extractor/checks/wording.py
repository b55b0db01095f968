"""Rules on the wording itself: quotation marks that do not pair, words doubled or maimed.

They look only at signs that no correct Italian text has; what a reader may take for a choice of
the author is left alone.
"""

import re
from collections import deque
from collections.abc import Iterator

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
    "e|di|del|della|dei|delle|dello|al|alla|ai|alle|allo|da|dal|dalla|in|nel|nella|con|per|il|la|lo"
    "|gli|le|che|un|una|sul|sulla"
)
_DOUBLED = Beginning(
    rf"(?<![\w'’/\-])(?P<word>{_SMALL_WORDS})[ ](?P=word)(?![\w'’\-])",
    *(f"{word} {word}" for word in _SMALL_WORDS.split("|")),
)
#: A preposition with its article, and then the article: ``del Il d.d.s.``
_ARTICLE_TWICE = regex.compile(
    r"\b(?:del|al|dal|nel|sul|della|alla|dalla|nella|sulla|dei|ai|dai|nei)[ ]"
    r"(?:Il|La|Lo|Gli|I|il|lo|gli)(?=[ ][a-z])"
)
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
_MISPRINTS: tuple[tuple[Beginning | regex.Pattern[str], str], ...] = (
    (_DOUBLED, "parola ripetuta"),
    (_ARTICLE_TWICE, "articolo di troppo"),
    (_LOST_ACCENT, "manca la lettera accentata"),
    (_TWO_PREPOSITIONS, "preposizione di troppo"),
    (_PLURAL_AND_SINGULAR, "«art.» ripetuto"),
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
        depth = 0
        for mark in _MARK.findall(line):
            if mark == "«":
                depth += 1
            elif depth:
                depth -= 1
            elif open_lines:
                open_lines.pop()
            else:
                yield position, position + len(line), False
        open_lines += [(number, position, position + len(line))] * min(depth, _DEEPEST)
        position += len(line) + 1
    yield from ((first, last, True) for _, first, last in open_lines)


def misprints(records: Estrazione) -> Iterator[Segnalazione]:
    """A word said twice, an article too many, an accented letter lost."""
    printed = Printed.of(records)
    for pattern, what in _MISPRINTS:
        if pattern is _LOST_ACCENT and _ENDS_CUT.search(printed.text) is None:
            continue
        for match in pattern.finditer(printed.text):
            act = printed.act_at(match.start())
            around = printed.text[max(match.start() - 20, 0) : match.end() + 25]
            yield printed.at(
                "refuso_testo",
                "nota",
                f"Probabile refuso, {what}: «…{short(around)}…».",
                match.span(),
                act.id if act else None,
            )
