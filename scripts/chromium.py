"""Print the path of a Chromium that starts, or say what to install.

    python scripts/chromium.py

Debian's is taken first; on systems where that package is only a stub, Playwright's own. Exits
with 1 where there is none.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ADVICE = "Chromium is missing: sudo apt-get install chromium, or playwright install chromium"


def find() -> str | None:
    """The path of a Chromium that can be started, or None."""
    for name in ("chromium", "chromium-browser"):
        path = shutil.which(name)
        if path and _starts(path):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() and _starts(path) else None


def _starts(path: str) -> bool:
    command = [path, "--version"]
    try:
        return subprocess.run(command, capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    found = find()
    if found is None:
        sys.exit(ADVICE)
    print(found)
