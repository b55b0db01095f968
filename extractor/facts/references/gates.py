"""Where the patterns of citations are tried: at the first letters of the words they begin with."""

import re
from collections.abc import Iterator

from extractor.facts.anchors import starts, stems
from extractor.facts.references.grammar import piece


class Gate:
    """A pattern on folded text and the stems (see ``anchors``) that it begins with.

    ``besides`` is a pattern for beginnings that are no words, such as a bracket.
    """

    def __init__(self, asked: tuple[str, ...], pattern: str, *, besides: str = "") -> None:
        self._stems = stems(*asked)
        self._pattern = piece(pattern)
        self._besides = piece(besides) if besides else None

    def finditer(self, low: str, lower: str) -> Iterator[re.Match[str]]:
        """The matches in ``low``, a text folded, in order, without overlaps.

        ``lower`` is the text in lower case, not folded: it is searched once for all finders.
        """
        places = starts(lower, self._stems)
        if self._besides is not None:
            places += [match.start() for match in self._besides.finditer(low)]
            places.sort()
        end = 0
        for at in places:
            match = self._pattern.match(low, at) if at >= end else None
            if match is not None:
                yield match
                end = match.end()
