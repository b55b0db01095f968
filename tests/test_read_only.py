"""What only reads a store reads one that cannot be written."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import main
from tests.exporting import add
from tests.test_store import ACT


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A store that cannot be written, in a folder that cannot either."""
    folder = tmp_path / "chiusa"
    folder.mkdir()
    database = add(folder / "a.db", tmp_path / "atto.txt", ACT)
    database.chmod(0o444)
    folder.chmod(0o555)
    yield database
    folder.chmod(0o755)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("command", ["status", "check", "identita", "oscura"])
def test_it_is_read(closed: Path, command: str) -> None:
    assert CliRunner().invoke(main, [command, str(closed)]).exit_code == 0
    said = CliRunner().invoke(main, ["oscura", str(closed), "Anna Verdi"])
    assert (said.exit_code, "non si può scrivere" in said.output) == (1, True)
