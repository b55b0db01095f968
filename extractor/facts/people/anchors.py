"""Where the few words that matter can begin: a cheap search before the patterns.

A pattern of many alternatives tried at each character is slow; looking for the first letters of
its words in the text in lower case is many times faster, and the pattern is tried only there.
"""

from collections.abc import Iterator, Sequence


def lowered(text: str) -> str:
    """The text in lower case, one character for each (``İ`` would become two)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower()[:1] or c for c in text)


def anchors(lower: str, stems: Sequence[str]) -> Iterator[int]:
    """The places, in order, at which one of ``stems`` begins a word of a text in lower case."""
    found = set()
    for stem in stems:
        at = lower.find(stem)
        while at >= 0:
            if at == 0 or not lower[at - 1].isalnum():
                found.add(at)
            at = lower.find(stem, at + 1)
    return iter(sorted(found))
