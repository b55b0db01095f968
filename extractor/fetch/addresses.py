"""Addresses of the web: written one way, and never of a private network unless asked for.

A page of a stranger may point at ``http://192.168.1.1/`` to make this machine ask its own
network. Names are looked up first, and what they lead to is what is asked (``Pinned``).
"""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

from extractor.fetch.errors import FetchError

LONGEST = 2048
"""Characters of an address; longer ones are some program's mistake, or bait."""

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 addresses written as IPv6 ones (RFC 6052)."""


def parsed(text: str, base: str | None = None) -> str:
    """An address of the web without its fragment; ``base`` is the page that it stands in.

    Raises FetchError for what is no address that can be asked.

    >>> parsed("../atti/12.pdf#page=2", "https://www.comune.esempio.it/albo/elenco.html")
    'https://www.comune.esempio.it/atti/12.pdf'
    """
    try:
        url = httpx.URL(text.strip()) if base is None else httpx.URL(base).join(text.strip())
        whole = str(url.copy_with(fragment=None))
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise FetchError("Non è un indirizzo del web.") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise FetchError("Non è un indirizzo del web (http o https).")
    if url.port is not None and not 0 < url.port < 65536:
        raise FetchError("L'indirizzo non è di un server del web.")
    if url.userinfo:
        raise FetchError("L'indirizzo contiene un nome utente: non si chiede.")
    if len(whole) > LONGEST:
        raise FetchError(f"L'indirizzo ha più di {LONGEST} caratteri.")
    return whole


def host_of(url: str) -> str:
    """The host of an address, with its port where it is not the usual one."""
    return httpx.URL(url).netloc.decode("ascii")


def host_name(url: str) -> str:
    """The host of an address in ASCII (RFC 5891), without its port.

    >>> host_name("https://città.esempio.it:8443/albo")
    'xn--citt-3na.esempio.it'
    """
    return httpx.URL(url).raw_host.decode("ascii")


def is_public(address: str) -> bool:
    """Whether a numeric address is of the open internet.

    >>> [is_public(each) for each in ("93.184.216.34", "10.0.0.1", "::1", "::ffff:127.0.0.1")]
    [True, False, False, False]
    """
    number = _plain(ip_address(address.partition("%")[0]))
    return number.is_global and not number.is_multicast


def _plain(number: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one carries, if it does."""
    if isinstance(number, IPv4Address):
        return number
    if number in _TRANSLATED:
        return IPv4Address(int(number) & 0xFFFFFFFF)
    inner = number.ipv4_mapped or number.sixtofour or (number.teredo and number.teredo[1])
    return inner or number


def numbers(host: str, port: int, *, private: bool) -> list[str]:
    """The numeric addresses of a host. Raises FetchError where none may be asked."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"Il nome «{host}» non si trova.", temporary=True) from error
    addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
    allowed = [each for each in addresses if private or is_public(each)]
    if not allowed:
        raise FetchError(f"«{host}» è di una rete privata: non si chiede.")
    return allowed


class Pinned(httpx.HTTPTransport):
    """Asks the very addresses that were checked: a name may lead elsewhere a moment later."""

    def __init__(self, private: frozenset[str]) -> None:
        super().__init__(limits=httpx.Limits(max_connections=2, keepalive_expiry=30))
        self._private = private

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request; raises FetchError for a host that may not be asked."""
        host = request.url.raw_host.decode("ascii")
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        found = numbers(host, port, private=host in self._private)
        for number in found:
            pinned = httpx.Request(
                request.method,
                request.url.copy_with(host=number.partition("%")[0]),
                headers=request.headers,
                extensions={**request.extensions, "sni_hostname": host},
            )
            try:
                return super().handle_request(pinned)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if number == found[-1]:
                    raise
        raise AssertionError("no address was asked")
