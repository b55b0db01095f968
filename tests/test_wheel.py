"""The wheel: the records and the extractor with their data, and nothing else of ours."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.long
def test_the_wheel_holds_what_it_should(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "-q", "-w", tmp_path, ROOT], check=True
    )
    (wheel,) = tmp_path.glob("spoglio-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert tops == {"models", "extractor"}
    assert not any(part in name.split("/") for name in names for part in ("tests", "scripts"))
    data = {
        p.relative_to(ROOT) for p in ROOT.glob("extractor/**/*") if p.suffix not in ("", ".pyc")
    }
    assert {str(path) for path in data} <= set(names)
