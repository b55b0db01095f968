"""What a fetch makes of names, pages and addresses that strangers wrote."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.fetch import FetchError
from extractor.fetch.addresses import is_public, parsed
from extractor.fetch.links import is_document, read_links
from extractor.fetch.names import file_name


@settings(deadline=None)
@given(st.text(max_size=300), st.text(max_size=200), st.sampled_from(["pdf", "zip", "text"]))
def test_a_name_never_leaves_its_folder(header: str, last: str, kind: str) -> None:
    name = file_name(parsed("https://a.it/x/").rstrip("/") + "/" + "y", header, kind)  # type: ignore[arg-type]
    for made in (name, file_name("https://a.it/y", f'attachment; filename="{last}"', kind)):  # type: ignore[arg-type]
        assert "/" not in made
        assert "\\" not in made
        assert "\x00" not in made
        assert not made.startswith(".")
        assert 0 < len(made.encode()) <= 200


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_whatever_a_page_is_it_is_read(body: bytes) -> None:
    for start in (b"", b"<html>", b"<rss><channel>", b"<feed>", b"http://a.it/\n"):
        for link in read_links(start + body, "https://a.it/") or ():
            assert link.url.startswith(("http://", "https://"))


@pytest.mark.parametrize(
    "text",
    ["ftp://a.it/x", "https://", "https://u:p@a.it/", "javascript:x", "https://[::1", "a" * 3000,
     "https://a.it/" + "x" * 3000, "", "https://a.it:99999/"],
)  # fmt: skip
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(FetchError):
        parsed(text)


def test_addresses_of_private_networks() -> None:
    private = ("10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
               "fe80::1%eth0", "fd00::1", "64:ff9b::7f00:1", "2002:7f00:1::",
               "224.0.0.1")  # fmt: skip
    assert not any(map(is_public, private))
    assert all(map(is_public, ("151.1.1.1", "2606:2800:220:1::1", "64:ff9b::9701:101")))


def test_what_says_that_it_is_a_document() -> None:
    assert is_document("https://a.it/x.PDF?v=1")
    assert is_document("https://a.it/x.pdf.p7m")
    assert is_document("https://a.it/download/12", also=["/download/"])
    assert not is_document("https://a.it/pdf/")
    assert not is_document("https://a.it/x.pdfx")
