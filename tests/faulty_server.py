"""A real HTTP server on the loopback address, with the faults that servers have."""

import re
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Answer:
    """What a path answers; the faults are of its first ``times`` answers only.

    ``cut`` bytes are sent and the connection is broken; ``drip`` seconds pass between bytes.
    ``said`` is the length that is told instead of the true one.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: str | None = None
    times: int = 0
    fault: int | None = None
    cut: int | None = None
    drip: float = 0.0
    said: int | None = None


class Site:
    """The answers of a server by path, and what was asked of it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str], float]] = []
        self.counts: dict[str, int] = defaultdict(int)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def put(self, path: str, body: bytes | str = b"", **how: Any) -> str:
        data = body.encode() if isinstance(body, str) else body
        self.answers[path] = Answer(data, **how)
        return self.url(path)

    def paths(self) -> list[str]:
        """What was asked, in order, but for robots.txt."""
        return [path for path, _, _ in self.asked if path != "/robots.txt"]

    def headers(self, path: str) -> list[dict[str, str]]:
        return [headers for asked, headers, _ in self.asked if asked == path]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.site.asked.append((self.path, headers, time.monotonic()))
        self.site.counts[self.path] += 1
        answer = self.site.answers.get(self.path, Answer(status=404))
        faulty = self.site.counts[self.path] <= answer.times or not answer.times
        status, body, start = answer.status, answer.body, 0
        if faulty and answer.fault:
            status, body = answer.fault, b"no"
        elif answer.etag and headers.get("if-none-match") == answer.etag:
            status, body = 304, b""
        elif "range" in headers and headers.get("if-range") == answer.etag:
            match = re.fullmatch(r"bytes=(\d+)-", headers["range"])
            assert match
            status, start = 206, int(match[1])
        self._answer(answer, status, body, start, faulty)

    def _answer(self, answer: Answer, status: int, body: bytes, start: int, faulty: bool) -> None:
        self.send_response(status)
        if status == 206:
            self.send_header("content-range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.etag:
            self.send_header("etag", answer.etag)
        body = body[start:]
        said = answer.said if answer.said is not None and faulty else len(body)
        if status != 304:
            self.send_header("content-length", str(said))
        self.end_headers()
        self._send(answer, body, faulty)

    def _send(self, answer: Answer, body: bytes, faulty: bool) -> None:
        if faulty and answer.drip:
            for at in range(len(body)):
                self.wfile.write(body[at : at + 1])
                time.sleep(answer.drip)
        elif faulty and answer.cut is not None:
            self.wfile.write(body[: answer.cut])
            self.close_connection = True
        else:
            self.wfile.write(body)
        if answer.said is not None:
            self.close_connection = True

    def log_message(self, *words: Any) -> None:
        pass

    def handle(self) -> None:
        with suppress(OSError):  # who asked went away
            super().handle()


@contextmanager
def serving() -> Iterator[Site]:
    """A server with no answers yet."""
    handler = type("Handler", (_Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    handler.site = site = Site(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
