"""The kinds of the characters of a text, told once for all who look for shapes in it.

A pattern that begins with a class of characters (a capital, a figure) is tried at each of them,
thousands of times a page. What must stand around its first character is therefore looked for in
the whole text at once, by operations on arrays, and the pattern tried where it stands. Such a
condition may let through more than its pattern does, never less.

>>> here = characters("art. 12, L. 241/90")
>>> places(here.figure & ~before(here.figure) & after(here.one_of("/"), 3))
[12]
"""

import re
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
"""For each character of a text, whether it is one of a kind."""

_PLANE = 0x10000
_FEW = 4  # to compare with each is quicker
_WORD, _FIGURE, _SPACE = 1, 2, 4
_KINDS = ((_WORD, re.compile(r"\w+")), (_FIGURE, re.compile(r"\d+")), (_SPACE, re.compile(r"\s+")))


class Characters:
    """The masks of a text; words, figures and white space are those of the module ``re``."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        short = text.encode("utf-16-le", "surrogatepass")
        self._codes: NDArray[Any] = np.frombuffer(short, np.uint16)
        if len(self._codes) != len(text):  # characters beyond the first plane take two
            self._codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)

    def between(self, first: str, last: str) -> Mask:
        """The characters from ``first`` to ``last``."""
        mask: Mask = (self._codes >= ord(first)) & (self._codes <= ord(last))
        return mask

    def at(self, places: Sequence[int]) -> Mask:
        """The characters at the places."""
        mask = np.zeros(self._length, np.bool_)
        mask[np.asarray(places, np.intp)] = True
        return mask

    def one_of(self, chars: str) -> Mask:
        """The characters that stand in ``chars``, all of the first plane."""
        if len(chars) > _FEW:
            return _table(chars).take(self._codes, mode="clip")
        mask: Mask = self._codes == ord(chars[0])
        for char in chars[1:]:
            mask |= self._codes == ord(char)
        return mask

    def with_words_marked(self) -> str:
        """The text with a capital where a word of small letters begins, and white space as blanks.

        Character for character; half a character, which no text holds, becomes a sign.
        """
        blank = ord(" ")
        first = self.small & ~before(self.letter)
        # Products of masks: a third of the time of choosing.
        codes = self._codes - first * self._codes.dtype.type(ord("a") - ord("A"))
        codes -= self.space * (codes - blank)
        half = self.between("\ud800", "\udfff")
        if half.any():
            codes[half] = 0xFFFD
        marked: str = codes.tobytes().decode(f"utf-{8 * codes.itemsize}-le")
        return marked

    @cached_property
    def capital(self) -> Mask:
        """A to Z."""
        return self.between("A", "Z")

    @cached_property
    def small(self) -> Mask:
        """a to z."""
        return self.between("a", "z")

    @cached_property
    def word(self) -> Mask:
        """Letters, figures, underscores."""
        return self._of_kind(_WORD)

    @cached_property
    def letter(self) -> Mask:
        """Letters; raised figures, the marks of notes, and fractions count as words above."""
        return self.word & ~self.figure & ~self.one_of("_¹²³⁰⁴⁵⁶⁷⁸⁹¼½¾")

    @cached_property
    def figure(self) -> Mask:
        """Figures, of any script."""
        return self._of_kind(_FIGURE)

    @cached_property
    def space(self) -> Mask:
        """White space."""
        return self._of_kind(_SPACE)

    @cached_property
    def line_start(self) -> Mask:
        """The first characters of lines."""
        first = before(self._codes == ord("\n"))
        first[:1] = True
        return first

    def _of_kind(self, kind: int) -> Mask:
        mask: Mask = (self._kinds & kind) != 0
        return mask

    @cached_property
    def last(self) -> Mask:
        """The last character."""
        return self.at([self._length - 1] if self._length else [])

    @cached_property
    def _kinds(self) -> NDArray[np.uint8]:
        kinds = _kinds_of_plane().take(self._codes, mode="clip")
        beyond = self._codes >= _PLANE
        if beyond.any():
            codes, which = np.unique(self._codes[beyond], return_inverse=True)
            kinds[beyond] = np.array([_kind(chr(code)) for code in codes], np.uint8)[which]
        return kinds


@lru_cache(maxsize=4)  # a text, with its misread figures put right, and each in lower case
def characters(text: str) -> Characters:
    """The masks of ``text``."""
    return Characters(text)


def before(mask: Mask, by: int = 1) -> Mask:
    """Whether the character ``by`` places before is in the mask."""
    moved = np.empty_like(mask)
    moved[:by] = False
    moved[by:] = mask[:-by]
    return moved


def after(mask: Mask, by: int = 1) -> Mask:
    """Whether the character ``by`` places after is in the mask."""
    moved = np.empty_like(mask)
    moved[-by:] = False
    moved[:-by] = mask[by:]
    return moved


def run(mask: Mask, length: int) -> Mask:
    """Where ``length`` characters begin that are all in the mask.

    >>> places(run(characters("12, 345, 6789").figure, 3))
    [4, 9, 10]
    """
    found, done = mask, 1
    while done < length:
        more = min(done, length - done)
        found, done = found & after(found, more), done + more
    return found


def leading_to(mask: Mask, most: int, goal: Mask) -> Mask:
    """Where the goal begins, or up to ``most`` characters of the mask that stand right before it.

    >>> here = characters("1,5 12,5 123,5")
    >>> places(leading_to(here.figure, 2, here.one_of(",")))
    [0, 1, 4, 5, 6, 10, 11, 12]
    """
    found = goal
    for _ in range(most):
        found = found | (mask & after(found))
    return found


def places(mask: Mask) -> list[int]:
    """Where the mask holds, in order."""
    found: list[int] = mask.nonzero()[0].tolist()
    return found


@cache
def _table(chars: str) -> Mask:
    table = np.zeros(_PLANE, np.bool_)
    table[[ord(char) for char in chars]] = True
    return table


def _kind(char: str) -> int:
    return sum(kind for kind, form in _KINDS if form.match(char))


@cache
def _kinds_of_plane() -> NDArray[np.uint8]:
    """The kinds of the characters of the first plane; of the last, which is none, no kind."""
    table = np.zeros(_PLANE, np.uint8)
    plane = "".join(map(chr, range(_PLANE)))
    for kind, form in _KINDS:
        for match in form.finditer(plane):
            table[match.start() : match.end()] |= kind
    return table
