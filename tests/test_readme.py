"""The README tells the truth: its example runs, its commands, tables and paths are there."""

import re
from pathlib import Path

import pytest

from extractor.cli import main
from extractor.store.schema import REGISTRY, TABLES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_python_example_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = re.findall(r"```python\n(from extractor.*?)```", README, re.S)
    monkeypatch.chdir(ROOT)
    exec(example, {})
    assert "cup E46G23000300002" in capsys.readouterr().out


def test_every_command_is_shown_and_is_there() -> None:
    shown = set(re.findall(r"^spoglio (\w+)", README, re.M))
    assert shown == set(main.commands)


def test_every_table_is_described() -> None:
    assert {table.nome for table in (*TABLES, *REGISTRY)} <= set(re.findall(r"`(\w+)`", README))


def test_every_path_is_there() -> None:
    for path in re.findall(r"`((?:extractor|models|corpus|tests|scripts)/[\w./-]*)`", README):
        assert (ROOT / path).exists(), path


def test_the_make_targets_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"(?:`|^)make ([a-z-]+)", README, re.M):
        assert re.search(rf"^{target}:", makefile, re.M), target
