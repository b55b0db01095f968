"""Watching a folder: what arrives is read when it is whole."""

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractor.paths import Found, find
from extractor.watching import Arrivals
from tests.test_store import ACT

ROOT = Path(__file__).parent.parent


def test_a_file_is_given_once_when_it_is_at_rest_and_again_when_it_changes(tmp_path: Path) -> None:
    now = [0.0]
    arrivals = Arrivals(3.0, lambda: now[0])

    def ready(seconds: float) -> list[str]:
        now[0] += seconds
        return [one.percorso for one in arrivals.ready(find([tmp_path], tmp_path / "a.db"))]

    file = tmp_path / "atto.txt"
    assert ready(0) == []
    file.write_text("COMUNE")
    assert ready(1) == []
    file.write_text("COMUNE DI VALDOCE")  # half-written
    assert ready(5) == []
    assert ready(2) == []
    assert ready(2) == ["atto.txt"]
    assert ready(60) == []
    file.write_text("COMUNE DI VALDOCE, altro")
    assert [ready(1), ready(4), ready(60)] == [[], ["atto.txt"], []]
    file.unlink()
    assert ready(1) == []
    assert arrivals.ready([Found(str(tmp_path), "manca.txt")]) == []


@pytest.mark.long
def test_what_arrives_is_read_and_what_is_half_written_is_waited_for(tmp_path: Path) -> None:
    folder, database = tmp_path / "arrivi", tmp_path / "a.db"
    folder.mkdir()
    words = [sys.executable, "-m", "extractor.cli", "watch", folder, "--db", database]
    with subprocess.Popen(
        [*words, "--every", "0.2", "--ocr", "never", "--workers", "1"],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    ) as job:
        assert job.stderr is not None
        with (folder / "atto.txt").open("w") as file:
            for piece in ACT.splitlines(keepends=True):
                file.write(piece)
                file.flush()
                time.sleep(0.3)
        assert job.stderr.readline().strip().endswith("atto.txt: 1 atto")
        job.send_signal(signal.SIGINT)
        assert "Traceback" not in job.communicate(timeout=30)[1]
    (document,) = sqlite3.connect(database).execute("select caratteri from documenti").fetchall()
    assert document[0] > 0.9 * len(ACT)
    assert job.returncode == 0
