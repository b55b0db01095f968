"""What the tests of structure share: acts as text, with what their header says and their zones."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pytest

from extractor.structure import find_structure
from models import Act
from tests.test_structure import as_document, assert_partition


class Kind(NamedTuple):
    """The beginning of an act of a kind, what its header says, and its zones in order."""

    text: str
    header: dict[str, Any]
    zones: str


def only_act(text: str) -> Act:
    """The one act of a text, whose parts are checked to partition it."""
    document = as_document(text)
    structure = find_structure(document)
    assert_partition(document, structure)
    assert len(structure.atti) == 1
    return structure.atti[0]


def read_header(kind: Kind) -> dict[str, Any]:
    """The fields of the header that the kind gives."""
    atto = only_act(kind.text).atto
    return {name: getattr(atto, name) for name in kind.header}


def read_zones(kind: Kind) -> str:
    """The zones of an act of the kind, as the kind gives them."""
    return " ".join(zone.zona for zone in only_act(kind.text).zones())


def each_kind(names: Mapping[str, object]) -> pytest.MarkDecorator:
    """Parametrizes a test with each kind among the names of a module."""
    kinds = {name.lower(): value for name, value in names.items() if isinstance(value, Kind)}
    return pytest.mark.parametrize("kind", kinds.values(), ids=kinds.keys())
