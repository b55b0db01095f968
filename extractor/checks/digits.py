"""Numbers and codes that a slip of the hand tells apart.

>>> one_digit_apart("42014", "42041"), one_digit_apart("5227", "5244")
(True, False)
"""


def one_digit_apart(one: str, other: str) -> bool:
    """Whether two numbers of one length differ in a digit, or in two neighbours exchanged."""
    if len(one) != len(other) or one == other:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1 or exchanged(one, other)


def exchanged(one: str, other: str | None) -> bool:
    """Whether two numbers differ in two neighbouring digits exchanged.

    >>> exchanged("165", "156"), exchanged("165", "166")
    (True, False)
    """
    if other is None or len(one) != len(other):
        return False
    places = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    first, second = places
    return one[first] == other[second] and one[second] == other[first]
