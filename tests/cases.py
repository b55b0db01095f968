"""Cases for the finders of facts: a sentence with a line of marks under each expected span.

    case(
        "approvata con DGR n. XII/514 del 26/06/2023 e con",
        "              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^      ",
        {"tipo": "dgr", "numero": "XII/514", "data": "2023-06-26"},
    )

Each run of ``^`` is one expected fact; the values stand in the order of the marks. A case
without marks is a look-alike: nothing may be found in it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from models import Context, Fatto

Finder = Callable[[str, Context], Sequence[Fatto]]


@dataclass(frozen=True)
class Case:
    """A sentence, the marks under what is to be found, and the values of each find."""

    text: str
    marks: str
    values: tuple[dict[str, Any], ...]


def case(text: str, marks: str = "", *values: dict[str, Any]) -> Case:
    """A case; as many values as there are runs of marks."""
    assert len(re.findall(r"\^+", marks)) == len(values), "a value for each run of marks"
    return Case(text, marks, values)


def missed(text: str, marks: str, *values: dict[str, Any]) -> Any:
    """A case known to fail: a strict expected failure, to be turned into a found one."""
    return pytest.param(case(text, marks, *values), marks=pytest.mark.xfail(strict=True))


def check(find: Finder, expected: Case, context: Context | None = None) -> None:
    """Assert that ``find`` finds in the case's text its marked spans, with their values."""
    facts = sorted(find(expected.text, context or Context()), key=lambda f: (f.inizio, f.fine))
    for fact in facts:
        assert fact.testo == expected.text[fact.inizio : fact.fine]
    marked = [match.group() for match in _runs(expected)]
    assert [fact.testo for fact in facts] == marked
    for fact, values in zip(facts, expected.values, strict=True):
        assert {name: getattr(fact, name) for name in values} == values


def _runs(expected: Case) -> list[re.Match[str]]:
    runs = []
    for mark in re.finditer(r"\^+", expected.marks):
        found = re.compile(r".*", re.S).match(expected.text, mark.start(), mark.end())
        assert found is not None
        runs.append(found)
    return runs
