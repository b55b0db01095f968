"""Asking the real site, without a server: its ASGI application answers in this process."""

import asyncio
from pathlib import Path

import httpx

from extractor.site.server import application
from extractor.site.web import Options


class Client:
    """A reader of the site over a store."""

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
