"""What a page, a feed or a list of addresses points to.

Feeds are RSS or Atom. In those of AlboPOP (albopop.it/specs) an item is an act of a municipal
notice board, and its categories say more of it: each is named by what follows ``item-category-``
in the domain (``uid``, ``type``, ``pubStart``, ``pubEnd``, ``unit``, …), and is kept as printed.
"""

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

import feedparser
from lxml import etree, html

from extractor.documents.sniff import sniff
from extractor.fetch.addresses import parsed
from extractor.fetch.errors import FetchError

MOST = 20_000
"""Links that are taken from one page, feed or list."""

_SUFFIX = re.compile(r"\.(?:pdf|p7m|docx|odt|zip|eml)(?:$|[&;?#])", re.IGNORECASE)
_TYPE = re.compile(r"application/(?:pdf|pkcs7|x-pkcs7|zip|vnd\.o)|message/rfc822", re.IGNORECASE)
_READABLE = ("html", "xml", "text")
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_ALBOPOP = re.compile(r"albopop\.it/specs/?#item-category-([A-Za-z]{1,40})$")


@dataclass(frozen=True)
class Link:
    """An address that something points to: a document's, or that of a page with documents.

    ``albo`` has the AlboPOP fields of the item that it comes from.
    """

    url: str
    titolo: str = ""
    documento: bool = True
    albo: Mapping[str, str] = field(default_factory=dict)


def is_document(url: str, also: Iterable[str] = ()) -> bool:
    """Whether an address says by itself that a document is there, or has one of ``also`` in it.

    >>> is_document("https://a.it/albo/apri?file=atto%2012.pdf&v=1"), is_document("https://a.it/")
    (True, False)
    """
    plain = unquote(url)
    return bool(_SUFFIX.search(plain)) or any(each in plain for each in also)


def is_readable(body: bytes) -> bool:
    """Whether what begins so may be a page, a feed or a list."""
    return sniff(body) in _READABLE


def read_links(
    body: bytes, url: str, also: Iterable[str] = (), said: str = ""
) -> list[Link] | None:
    """What the page, feed or list at ``url`` points to; None when it is a document itself.

    ``said`` is what its server says that it is (``Content-Type``).
    """
    kind = sniff(body)
    if kind not in _READABLE:
        return None
    if _FEED.search(body[:4096]):
        found = list(_of_feed(body, url, also))
    elif kind == "html" or said.startswith(("text/html", "application/xhtml")):
        found = list(_of_page(body, url, also))
    elif kind == "text" and (lines := listed(body)):
        found = [Link(line) for line in lines]
    else:
        return None
    return list({link.url: link for link in reversed(found)}.values())[::-1][:MOST]


def _of_page(body: bytes, url: str, also: Iterable[str]) -> Iterable[Link]:
    """The documents that a page points to."""
    try:
        page = html.fromstring(body)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return
    bases = page.xpath("//base/@href")
    base = _address(bases[0], url) if bases else None
    for anchor in page.iter("a"):
        address = _address(anchor.get("href", ""), base or url)
        if address is None:
            continue
        said = anchor.get("download") is not None or _TYPE.match(anchor.get("type", ""))
        if said or is_document(address, also):
            yield Link(address, " ".join(anchor.text_content().split())[:300])


def _of_feed(body: bytes, url: str, also: Iterable[str]) -> Iterable[Link]:
    """The enclosures of each entry, or the document or page that it is about."""
    # Bytes in a stream: a text would be taken for an address, and asked
    feed = feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    for entry in feed.entries:
        title = " ".join(entry.get("title", "").split())[:300]
        fields = _albopop(entry)
        found = [_address(one.get("href", ""), url) for one in entry.get("enclosures", ())]
        enclosures = [address for address in found if address]
        for address in enclosures:
            yield Link(address, title, True, fields)
        about = _address(entry.get("link", ""), url)
        if about and not enclosures:
            yield Link(about, title, is_document(about, also), fields)


def _albopop(entry: Any) -> dict[str, str]:
    fields = {}
    for tag in entry.get("tags", ()):
        if match := _ALBOPOP.search(tag.get("scheme") or ""):
            fields[match[1]] = (tag.get("term") or "").strip()[:300]
    return fields


def listed(body: bytes) -> list[str]:
    """The addresses of a list: one a line, ``#`` before a remark. Of other texts, none."""
    lines = [line.strip() for line in body.decode("utf-8-sig", "replace").splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    found = [_address(line, None) for line in lines]
    return [address for address in found if address] if all(found) else []


def _address(text: str, base: str | None) -> str | None:
    try:
        return parsed(text, base)
    except FetchError:
        return None
