"""The examples of the Python API run as they are printed."""

import doctest
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(
        str(ROOT / "docs/python.md"),
        module_relative=False,
        globs={"folder": str(tmp_path)},
        optionflags=doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL,
    )
    assert result.attempted > 20
    assert not result.failed
