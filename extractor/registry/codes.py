"""What is printed beside bodies' names and tells them apart: ``cf:…``, ``iva:…``, ``pr:…``."""

from collections.abc import Iterable

PROVINCE = "pr:"
"""Before the province of a town, among the codes printed beside its name."""


def values(codes: Iterable[str]) -> set[str]:
    """The numbers that are one body's alone: a province is many towns'."""
    return {code.partition(":")[2] for code in codes if not code.startswith(PROVINCE)}


def marks(codes: Iterable[str]) -> list[str]:
    """What tells apart bodies with one name: numbers, then provinces."""
    return sorted({code.partition(":")[2] for code in codes})


def conflict(codes: Iterable[str]) -> bool:
    """Whether codes cannot be one body's: it has one fiscal code and one VAT number."""
    kinds = [code.partition(":")[0] for code in codes]
    return len(kinds) != len(set(kinds))
