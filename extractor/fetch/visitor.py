"""Asking servers politely: by a name, one at a time, with pauses, within their robots.txt."""

import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import TypeVar
from urllib.request import getproxies, proxy_bypass

import httpx
from protego import Protego

from extractor.fetch.addresses import Pinned, host_name, host_of, is_public, parsed
from extractor.fetch.deadline import within
from extractor.fetch.errors import FetchError, StoppedError
from extractor.refusals import in_italian

T = TypeVar("T")

AGENT = f"Spoglio/{version('spoglio')}"
"""How requests are signed; ``Spoglio`` is the name that a robots.txt may speak to."""

REDIRECTS = 5
LONGEST_WAIT = 120.0
"""Seconds that a server may ask to wait within a run; if it asks for more, another run will ask."""

LONGEST_PAUSE = 60.0
"""Seconds between two requests that a robots.txt may ask for (``Crawl-delay``)."""

ROBOTS_SIZE = 500 * 1024
"""Bytes of a robots.txt that are read (RFC 9309, section 2.5)."""

_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
_WORDS = {401: "Serve un accesso", 403: "Il server lo vieta", 404: "Non c'è", 410: "Non c'è più",
          429: "Il server chiede di rallentare"}  # fmt: skip
_TIMES = httpx.Timeout(30.0, connect=15.0)


@dataclass(frozen=True)
class Manners:
    """How servers are asked: seconds between requests to one of them, seconds before the second
    try (each later one waits twice as long), how often a request is tried, seconds for each."""

    pause: float = 1.0
    patience: float = 1.0
    tries: int = 5
    seconds: float = 600.0


class Visitor:
    """Asks one address at a time; a context manager.

    ``private`` are the hosts that may be of a private network, as those given by the user are.
    """

    def __init__(
        self, manners: Manners, private: frozenset[str], stop: Callable[[], bool] = lambda: False
    ) -> None:
        self._manners = manners
        self._private = private
        self._stop = stop
        self._clients: dict[str, httpx.Client] = {}
        self._robots: dict[str, Protego] = {}
        self._asked: dict[str, float] = {}

    def __enter__(self) -> "Visitor":
        return self

    def __exit__(self, *exc: object) -> None:
        self._close()

    def _close(self) -> None:
        for client in self._clients.values():
            client.close()
        self._clients.clear()

    def patiently(self, work: Callable[[], T]) -> T:
        """What ``work`` gives, tried again after what passes, each time later.

        Raises FetchError, and StoppedError when the run is asked to stop meanwhile.
        """
        for count in range(self._manners.tries):
            try:
                with within(self._manners.seconds):
                    return work()
            except (FetchError, httpx.HTTPError) as error:
                failure = error if isinstance(error, FetchError) else _explained(error)
                self._close()  # what broke off may have left its connection unusable
            wait = failure.after
            if wait is None:
                wait = self._manners.patience * 2**count * random.uniform(0.5, 1.5)
            last = count + 1 == self._manners.tries
            if not failure.temporary or last or wait > LONGEST_WAIT:
                break
            self.rest(wait)
        raise failure

    @contextmanager
    def ask(
        self, url: str, headers: Mapping[str, str], *, robots: bool = True
    ) -> Iterator[tuple[str, httpx.Response]]:
        """The answer to a request, and the address that gave it after ``REDIRECTS`` at most.

        The answer is 200, 206, 304 or 416; its body has not been read. Raises FetchError.
        """
        seen: list[str] = []
        while True:
            if url in seen:
                raise FetchError("Il server rimanda in tondo da un indirizzo all'altro.")
            seen.append(url)
            response = self._send(url, headers, robots=robots)
            try:
                if not (response.is_redirect and "location" in response.headers):
                    _check(response)
                    yield url, response
                    return
            finally:
                response.close()
            if len(seen) > REDIRECTS:
                raise FetchError(f"Il server rimanda altrove più di {REDIRECTS} volte.")
            url = parsed(response.headers["location"], url)

    def _send(self, url: str, headers: Mapping[str, str], *, robots: bool) -> httpx.Response:
        rules = self._rules(url) if robots else None
        if rules and not rules.can_fetch(url, AGENT):
            raise FetchError("Il sito non lo consente ai programmi (robots.txt).")
        host = host_of(url)
        pause = self._manners.pause
        if rules:
            pause = max(pause, min(rules.crawl_delay(AGENT) or 0.0, LONGEST_PAUSE))
        self.rest(self._asked.get(host, -pause) + pause - time.monotonic())
        client = self._client(url)
        try:
            return client.send(client.build_request("GET", url, headers=headers), stream=True)
        finally:
            self._asked[host] = time.monotonic()

    def _client(self, url: str) -> httpx.Client:
        """The client of a host: two that share a number must not share a connection."""
        host = host_of(url)
        if host not in self._clients:
            self._close()
            name = host_name(url)
            proxy = getproxies().get(httpx.URL(url).scheme)
            if proxy and not proxy_bypass(name):
                _check_proxied(name, self._private)
                transport = httpx.HTTPTransport(proxy=proxy)
            else:
                transport = Pinned(self._private)
            # Not packed: lengths and ranges are then those of the document itself
            headers = {"user-agent": AGENT, "accept-encoding": "identity"}
            self._clients[host] = httpx.Client(
                transport=transport, headers=headers, timeout=_TIMES, follow_redirects=False
            )
        return self._clients[host]

    def _rules(self, url: str) -> Protego:
        """A server's robots.txt (RFC 9309): everything where it has none, nothing where it
        cannot say."""
        origin = str(httpx.URL(url).copy_with(raw_path=b"/robots.txt"))
        if origin not in self._robots:
            try:
                self._robots[origin] = Protego.parse(self._robots_text(origin))
            except (FetchError, httpx.HTTPError) as error:
                failure = error if isinstance(error, FetchError) else _explained(error)
                if failure.temporary:
                    raise failure from error
                self._robots[origin] = Protego.parse("")
        return self._robots[origin]

    def _robots_text(self, url: str) -> str:
        with self.ask(url, {}, robots=False) as (_, response):
            text = b""
            for piece in response.iter_bytes(65536):
                text += piece
                if len(text) > ROBOTS_SIZE:
                    break
        return text[:ROBOTS_SIZE].decode("utf-8", "replace")

    def rest(self, seconds: float) -> None:
        """Wait. Raises StoppedError as soon as the run is asked to stop."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if self._stop():
                raise StoppedError
            time.sleep(min(left, 0.2))


def _check_proxied(host: str, private: frozenset[str]) -> None:
    """A proxy looks names up itself; numbers are seen."""
    try:
        refused = host not in private and not is_public(host)
    except ValueError:
        refused = host == "localhost" and host not in private
    if refused:
        raise FetchError(f"«{host}» è di una rete privata: non si chiede.")


def _check(response: httpx.Response) -> None:
    """Raises FetchError for an answer that brings nothing."""
    status = response.status_code
    if status in (200, 206, 304, 416):
        return
    said = f"{_WORDS.get(status, 'Il server non lo dà')} (risposta {status})."
    after = _seconds(response.headers.get("retry-after", "")) if status in _LATER else None
    raise FetchError(said, temporary=status in _LATER, after=after)


def _seconds(text: str) -> float | None:
    """The seconds of a ``Retry-After``: a number, or a date.

    >>> _seconds("7"), _seconds("domani"), _seconds("Wed, 21 Oct 2015 07:28:00 GMT")
    (7.0, None, 0.0)
    """
    if text.strip().isascii() and text.strip().isdigit():
        return float(text.strip()[:9])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _explained(error: httpx.HTTPError) -> FetchError:
    """What went wrong on the way, in Italian."""
    kinds: tuple[tuple[type[Exception], str], ...] = (
        (httpx.ConnectTimeout, "Il server non risponde."),
        (httpx.TimeoutException, "Il server ha smesso di rispondere."),
        (httpx.ConnectError, "Non ci si collega al server"),
        (httpx.RemoteProtocolError, "Il server ha interrotto la risposta, o non parla HTTP."),
        (httpx.TransportError, "La rete si è interrotta"),
    )
    for kind, said in kinds:
        if isinstance(error, kind):
            why = in_italian(" ".join(str(error).split()))[:150]
            detail = "" if said.endswith(".") else f": {why}."
            return FetchError(said + detail, temporary=True)
    return FetchError(f"Richiesta non riuscita: {' '.join(str(error).split())[:150]}.")
