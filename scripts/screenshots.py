"""Take the README's pictures of the site.

    python scripts/screenshots.py ATTI.db docs

``ATTI.db`` is the demonstration's store (``make demo``). Writes ``cerca.png``, ``atto.png`` and
``prova.png`` into the folder.
"""

import argparse
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from scripts.chromium import ADVICE, find

PORT = 8137
ADDRESS = f"http://127.0.0.1:{PORT}"
ACT = "/atto/agenzia-di-controllo-del-sistema-sociosanitario-lombardo/determinazione/2024/25"


def take(page: Page, folder: Path) -> None:
    """The pictures: a search, an act with a fact chosen, the fact on its page."""
    page.goto(f"{ADDRESS}/cerca?q=contributi")
    page.screenshot(path=folder / "cerca.png")
    page.goto(f"{ADDRESS}{ACT}")
    fact = page.locator("#fatti [data-fatto]", has_text="18.727.000,00").first
    fact.locator("a.dato").click()
    page.wait_for_timeout(600)
    page.screenshot(path=folder / "atto.png")
    fact.get_by_role("link", name="Prova").click()
    page.wait_for_load_state("networkidle")
    page.locator("svg.foglio rect.posto").first.scroll_into_view_if_needed()
    page.screenshot(path=folder / "prova.png")


def main() -> None:
    """Serve the store, take the pictures, stop."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("database", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    chromium = find()
    if chromium is None:
        sys.exit(ADVICE)
    words = [sys.executable, "-m", "extractor.cli", "serve", options.database, "--port", PORT]
    with subprocess.Popen(list(map(str, words)), stderr=subprocess.DEVNULL) as server:
        try:
            _wait()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
                )
                size = {"width": 1180, "height": 820}
                take(browser.new_page(viewport=size, locale="it-IT"), options.folder)
                browser.close()
        finally:
            server.terminate()


def _wait() -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{ADDRESS}/informazioni").close()
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return
    sys.exit("the site did not start")


if __name__ == "__main__":
    main()
