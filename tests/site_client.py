"""Asking the real site: its ASGI application in this process, or a server of its own."""

import asyncio
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from extractor.site.server import application
from extractor.site.web import Options

ROOT = Path(__file__).parent.parent


@contextmanager
def served(database: Path) -> Iterator[str]:
    """The address of a server over a store, started as a user starts it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    words = [sys.executable, "-m", "extractor.cli", "serve", str(database), "--port", str(port)]
    with subprocess.Popen(words, cwd=ROOT, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(f"{address}/informazioni")
            yield address
        finally:
            server.terminate()


def _wait(url: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(url).close()
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the site did not start")


class Client:
    """A reader of the site over a store, without a server."""

    def __init__(self, database: Path, *, personal: bool = False, documents: bool = False) -> None:
        self._site = application(database, Options(personal, documents))

    def get(self, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        """The site's answer; redirects are not followed."""

        async def ask() -> httpx.Response:
            return await self._site.client.get(path, headers=headers)

        return asyncio.run(ask())

    def text(self, path: str) -> str:
        """The text of a page that must be there."""
        answer = self.get(path)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[-500:])
        return answer.text
