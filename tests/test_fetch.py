"""Fetching from a real server on the loopback address, with the faults that servers have."""

import base64
import hashlib
import json
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.fetch import Brought, FetchError, Manners, Options, Summary, fetch
from tests.faulty_server import Site, serving
from tests.test_store import ACT

ROOT = Path(__file__).parent.parent
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 400 + b"\n%%EOF\n"
QUICK = Manners(pause=0.0, patience=0.01, tries=3, seconds=20)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


def bring(
    folder: Path, *sources: str, manners: Manners = QUICK, **asked: object
) -> tuple[dict[str, Brought], Summary]:
    told: list[Brought] = []
    folder.mkdir(exist_ok=True)
    options = Options(manners, **asked)  # type: ignore[arg-type]
    summary = fetch(sources, folder, options, told.append)
    return {brought.url.rpartition("/")[2]: brought for brought in told}, summary


def kept(folder: Path) -> dict[str, bytes]:
    """The documents of a folder, by name."""
    return {path.name: path.read_bytes() for path in folder.glob("[!.]*/*")}


def remembered(folder: Path, columns: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(folder / ".spoglio/indirizzi.db")
    return connection.execute(f"select {columns} from indirizzi order by url").fetchall()


def test_a_page_s_documents_are_brought_and_not_asked_again(site: Site, tmp_path: Path) -> None:
    page = site.put(
        "/albo/elenco.html",
        '<html><base href="../atti/"><a href="uno.pdf#page=2">Determina</a> '
        '<a href="/chi-siamo">Chi</a>'
        '<a href="mailto:a@b.it">x</a> <a href="apri?file=due.pdf">y</a> <a href="uno.pdf">z</a>'
        '<a href="/tre" download>tre</a> <a href="javascript:void(0)">no</a>',
    )
    site.put("/atti/uno.pdf", PDF)
    site.put("/atti/apri?file=due.pdf", PDF + b"2")
    site.put("/tre", PDF + b"3", headers={"content-disposition": 'inline; filename="tre.pdf"'})
    told, summary = bring(tmp_path, page)
    assert summary.outcomes == {"nuovo": 3}
    assert kept(tmp_path) == {
        "uno.pdf": PDF, "apri file=due.pdf": PDF + b"2", "tre.pdf": PDF + b"3"
    }  # fmt: skip
    assert told["uno.pdf"].percorso == f"127.0.0.1_{site.port}/uno.pdf"
    site.asked.clear()
    _, summary = bring(tmp_path, page)
    assert summary.outcomes == {"noto": 3}
    assert site.paths() == ["/albo/elenco.html"]


def test_only_what_changed_is_sent_again_and_what_it_was_is_kept(
    site: Site, tmp_path: Path
) -> None:
    one = site.put("/uno.pdf", PDF, etag='"1"')
    two = site.put("/due.pdf", PDF + b"2", etag='"1"')
    bring(tmp_path, one, two)
    site.put("/due.pdf", PDF + b"new", etag='"2"')
    told, summary = bring(tmp_path, one, two, recheck=0)
    assert (told["uno.pdf"].esito, told["due.pdf"].esito) == ("invariato", "cambiato")
    assert site.headers("/uno.pdf")[-1]["if-none-match"] == '"1"'
    assert sorted(kept(tmp_path).values()) == sorted((PDF, PDF + b"2", PDF + b"new"))
    assert summary.bytes == len(PDF) + 3
    for path in tmp_path.glob("[!.]*/uno.pdf"):
        path.unlink()
    assert bring(tmp_path, one)[0]["uno.pdf"].esito == "invariato"
    assert "if-none-match" not in site.headers("/uno.pdf")[-1]
    assert PDF in kept(tmp_path).values()


def test_the_same_document_at_two_addresses_is_kept_once(site: Site, tmp_path: Path) -> None:
    told, _ = bring(tmp_path, site.put("/uno.pdf", PDF), site.put("/altro/copia.pdf", PDF))
    assert told["uno.pdf"].percorso == told["copia.pdf"].percorso
    assert len(kept(tmp_path)) == 1
    told, _ = bring(tmp_path, site.put("/altro/uno.pdf", PDF + b"other"))
    assert kept(tmp_path)["uno.pdf"] == PDF
    assert len(kept(tmp_path)) == 2


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Albo</title>
<item><title>Determina 12</title><link>{base}/atto/12</link>
<enclosure url="{base}/getFile?id=12" type="application/pdf" length="3"/>
<category domain="http://albopop.it/specs#item-category-uid">2024/12</category>
<category domain="http://albopop.it/specs#item-category-pubStart">Wed, 14 Feb 2024</category>
<category>altro</category></item>
<item><title>Delibera 3</title><link>{base}/atto/3</link>
<category domain="http://albopop.it/specs#item-category-type">Delibera</category></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title>
<link href="/atto/12"/><link rel="enclosure" href="/getFile?id=12"/></entry></feed>"""


def test_a_feed_s_documents_come_with_their_albopop_fields(site: Site, tmp_path: Path) -> None:
    feed = site.put("/feed.xml", RSS.format(base=site.url("")))
    site.put("/getFile?id=12", PDF)
    html = {"content-type": "text/html; charset=utf-8"}
    site.put("/atto/3", '<a href="/delibera-3.pdf">x</a><a href="/privacy">p</a>', headers=html)
    site.put("/delibera-3.pdf", PDF + b"3")
    _, summary = bring(tmp_path, feed)
    assert summary.outcomes == {"nuovo": 2}
    assert set(kept(tmp_path)) == {"delibera-3.pdf", "getFile id=12.pdf"}
    second, first = remembered(tmp_path, "titolo, albo")
    assert (first[0], json.loads(str(first[1]))) == (
        "Determina 12", {"uid": "2024/12", "pubStart": "Wed, 14 Feb 2024"}
    )  # fmt: skip
    assert (second[0], json.loads(str(second[1]))) == ("Delibera 3", {"type": "Delibera"})
    site.asked.clear()
    bring(tmp_path, feed)
    assert site.paths() == ["/feed.xml"]  # the entry's page is known, too


def test_an_atom_feed_and_a_list_are_read(site: Site, tmp_path: Path) -> None:
    site.put("/getFile?id=12", PDF)
    _, summary = bring(tmp_path / "a", site.put("/atom", ATOM))
    assert summary.outcomes == {"nuovo": 1}
    addresses = tmp_path / "elenco.txt"
    addresses.write_text(f"# atti\n{site.url('/getFile?id=12')}\n\n{site.url('/manca.pdf')}\n")
    told, summary = bring(tmp_path / "b", str(addresses))
    assert summary.outcomes == {"nuovo": 1, "errore": 1}
    assert told["manca.pdf"].errore == "Non c'è (risposta 404)."
    _, summary = bring(tmp_path / "c", site.put("/elenco", addresses.read_bytes()))
    assert summary.outcomes == {"nuovo": 1, "errore": 1}
    for name in ("non c'è.txt", str(tmp_path), "ftp://a.it/x"):
        with pytest.raises(FetchError, match="elenco"):
            bring(tmp_path, name)


def test_what_breaks_off_goes_on_from_there(site: Site, tmp_path: Path) -> None:
    url = site.put("/uno.pdf", PDF, etag='"1"', cut=60_000, times=2)
    told, _ = bring(tmp_path, url)
    assert told["uno.pdf"].esito == "nuovo"
    assert kept(tmp_path) == {"uno.pdf": PDF}
    asked = [(one.get("range"), one.get("if-range")) for one in site.headers("/uno.pdf")]
    assert asked == [(None, None), ("bytes=60000-", '"1"')]


def test_what_breaks_off_is_remembered_by_the_next_run(site: Site, tmp_path: Path) -> None:
    url = site.put("/uno.pdf", PDF, etag='"1"', cut=1000)
    told, _ = bring(tmp_path, url, manners=Manners(0, 0.01, 1))
    assert "interrotto" in str(told["uno.pdf"].errore)
    assert kept(tmp_path) == {}
    site.put("/uno.pdf", PDF, etag='"1"')
    assert bring(tmp_path, url)[0]["uno.pdf"].esito == "errore"  # not before an hour
    bring(tmp_path, url, retry_failed=True)
    assert kept(tmp_path) == {"uno.pdf": PDF}
    assert site.headers("/uno.pdf")[-1]["range"] == "bytes=1000-"
    assert list((tmp_path / ".spoglio/parziali").iterdir()) == []


def test_what_changed_since_it_broke_off_comes_whole(site: Site, tmp_path: Path) -> None:
    url = site.put("/uno.pdf", PDF, etag='"1"', cut=1000)
    bring(tmp_path, url, manners=Manners(0, 0.01, 1))
    site.put("/uno.pdf", PDF[::-1].replace(b"FOE", b"") + PDF, etag='"2"')
    bring(tmp_path, url, retry_failed=True)
    assert list(kept(tmp_path).values()) == [site.answers["/uno.pdf"].body]


def test_without_what_tells_it_unchanged_a_document_comes_whole(site: Site, tmp_path: Path) -> None:
    url = site.put("/uno.pdf", PDF, cut=1000, times=1)
    bring(tmp_path, url)
    assert kept(tmp_path) == {"uno.pdf": PDF}
    assert [one.get("range") for one in site.headers("/uno.pdf")] == [None, None]


def test_a_wrong_length_is_not_taken_for_the_document(site: Site, tmp_path: Path) -> None:
    """Too long a length is a break; of too short a one, the sum of the content tells."""
    sums = base64.b64encode(hashlib.sha256(PDF).digest()).decode()
    long = site.put("/lungo.pdf", PDF, said=len(PDF) + 10)
    short = site.put("/corto.pdf", PDF, said=100, headers={"repr-digest": f"sha-256=:{sums}:"})
    told, _ = bring(tmp_path, long, short)
    assert "interrotto" in str(told["lungo.pdf"].errore)
    assert "somma" in str(told["corto.pdf"].errore)
    right = site.put("/giusto.pdf", PDF, headers={"repr-digest": f"sha-256=:{sums}:"})
    assert bring(tmp_path, right)[0]["giusto.pdf"].esito == "nuovo"


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_passes_is_waited_for(site: Site, tmp_path: Path, status: int) -> None:
    url = site.put("/uno.pdf", PDF, fault=status, times=2)
    assert bring(tmp_path, url)[0]["uno.pdf"].esito == "nuovo"
    assert site.paths() == ["/uno.pdf"] * 3


def test_a_server_is_asked_again_when_it_says(site: Site, tmp_path: Path) -> None:
    url = site.put("/uno.pdf", PDF, fault=429, times=1, headers={"retry-after": "1"})
    bring(tmp_path, url)
    (_, _, first), (_, _, second) = [one for one in site.asked if one[0] == "/uno.pdf"]
    assert 1.0 <= second - first < 5


def test_a_server_that_asks_for_hours_is_left_alone(site: Site, tmp_path: Path) -> None:
    one = site.put("/uno.pdf", PDF, fault=503, headers={"retry-after": "7200"})
    two = site.put("/due.pdf", PDF)
    told, summary = bring(tmp_path, one, two)
    assert summary.outcomes == {"errore": 2}
    assert site.paths() == ["/uno.pdf"]
    assert "aspettare" in str(told["due.pdf"].errore)
    (again,) = [row[0] for row in remembered(tmp_path, "riprova") if row[0]]
    assert isinstance(again, float)
    assert 7100 < again - time.time() <= 7200


def test_errors_that_last_are_told_and_the_rest_goes_on(site: Site, tmp_path: Path) -> None:
    urls = [site.put(f"/{code}.pdf", status=code) for code in (403, 410, 500)]
    told, summary = bring(tmp_path, *urls, site.put("/vuoto.pdf"), site.put("/uno.pdf", PDF))
    assert summary.outcomes == {"errore": 4, "nuovo": 1}
    assert site.paths().count("/500.pdf") == 3
    assert site.paths().count("/403.pdf") == 1
    assert "vuoto" in str(told["vuoto.pdf"].errore)


def test_a_slow_server_is_given_up(site: Site, tmp_path: Path) -> None:
    slow = site.put("/lento.pdf", PDF, drip=0.05)
    start = time.monotonic()
    told, summary = bring(
        tmp_path, slow, site.put("/uno.pdf", PDF), manners=Manners(0, 0.01, 1, 1.0)
    )
    assert time.monotonic() - start < 5
    assert "secondi" in str(told["lento.pdf"].errore)
    assert summary.outcomes == {"errore": 1, "nuovo": 1}


def test_redirects_are_followed_but_not_in_rings_nor_into_private_networks(
    site: Site, tmp_path: Path
) -> None:
    def redirect(path: str, to: str) -> str:
        return site.put(path, status=302, headers={"location": to})

    site.put("/atti/uno.pdf", PDF)
    good = redirect("/a.pdf", "atti/uno.pdf")
    ring = [redirect("/b.pdf", "/c.pdf"), redirect("/c.pdf", "/b.pdf")]
    many = [redirect(f"/{number}.pdf", f"/{number + 1}.pdf") for number in range(9)]
    inside = redirect("/d.pdf", f"http://localhost:{site.port}/atti/uno.pdf")
    other = redirect("/e.pdf", "file:///etc/passwd")
    told, _ = bring(tmp_path, good, ring[0], many[0], inside, other)
    assert told["a.pdf"].esito == "nuovo"
    assert "in tondo" in str(told["b.pdf"].errore)
    assert "più di 5 volte" in str(told["0.pdf"].errore)
    assert "rete privata" in str(told["d.pdf"].errore)
    assert "indirizzo del web" in str(told["e.pdf"].errore)


def test_a_page_cannot_make_this_machine_ask_its_own_network(site: Site, tmp_path: Path) -> None:
    names = ("localhost", "[::1]", "[::ffff:127.0.0.1]", "127.1", "0.0.0.0", "2130706433")
    links = "".join(f'<a href="http://{name}:{site.port}/{at}.pdf">x</a>'
                    for at, name in enumerate(names))  # fmt: skip
    _, summary = bring(tmp_path, site.put("/", f"<html>{links}"))
    assert site.paths() == ["/"]
    assert summary.outcomes == {"errore": len(names)}


def test_robots_txt_is_kept_to(site: Site, tmp_path: Path) -> None:
    site.put("/robots.txt", "User-agent: spoglio\nDisallow: /riservato/\nCrawl-delay: 0.2\n")
    urls = [site.put(path, PDF) for path in ("/riservato/uno.pdf", "/due.pdf", "/tre.pdf")]
    told, _ = bring(tmp_path, *urls)
    assert "robots.txt" in str(told["uno.pdf"].errore)
    assert site.paths() == ["/due.pdf", "/tre.pdf"]
    moments = [moment for path, _, moment in site.asked if path != "/robots.txt"]
    assert moments[1] - moments[0] >= 0.2
    assert len(site.headers("/robots.txt")) == 1
    assert site.headers("/due.pdf")[0]["user-agent"].startswith("Spoglio/")


def test_a_site_that_cannot_say_its_rules_is_not_asked(site: Site, tmp_path: Path) -> None:
    site.put("/robots.txt", status=503)
    _, summary = bring(tmp_path, site.put("/uno.pdf", PDF))
    assert summary.outcomes == {"errore": 1}
    assert site.paths() == []


def test_pauses_are_kept_between_requests(site: Site, tmp_path: Path) -> None:
    urls = [site.put(f"/{number}.pdf", PDF) for number in range(3)]
    bring(tmp_path, *urls, manners=Manners(pause=0.1))
    moments = [moment for _, _, moment in site.asked]
    assert all(after - before >= 0.1 for before, after in pairwise(moments))


def test_pages_in_the_place_of_documents_and_large_ones_are_refused(
    site: Site, tmp_path: Path
) -> None:
    page = site.put("/errore.pdf", "<!DOCTYPE html><html><p>Sessione scaduta</p></html>")
    large = site.put("/grande.pdf", PDF)
    growing = site.put("/cresce.pdf", PDF, headers={"content-encoding": "gzip"})
    told, summary = bring(tmp_path, page, large, growing, largest=50_000)
    assert summary.outcomes == {"errore": 3}
    assert "una pagina" in str(told["errore.pdf"].errore)
    assert "--max-size" in str(told["grande.pdf"].errore)
    assert kept(tmp_path) == {}
    assert list((tmp_path / ".spoglio/parziali").iterdir()) == []


def test_a_server_that_is_not_there_or_is_no_server_is_told(site: Site, tmp_path: Path) -> None:
    port = site.port
    addresses = (f"http://127.0.0.1:{port}/uno.pdf", "http://127.0.0.1:9/due.pdf")
    told, _ = bring(tmp_path, *addresses, manners=Manners(0, 0.01, 2))
    assert "404" in str(told["uno.pdf"].errore)
    assert "collega" in str(told["due.pdf"].errore)


def test_one_run_at_a_time_works_in_a_folder(site: Site, tmp_path: Path) -> None:
    url = site.put("/uno.pdf", PDF)

    def again(brought: Brought) -> None:
        with pytest.raises(FetchError, match="un altro"):
            bring(tmp_path, url)

    assert fetch([url], tmp_path, Options(QUICK), again).outcomes == {"nuovo": 1}


def test_asked_to_stop_it_stops_and_the_next_run_goes_on(site: Site, tmp_path: Path) -> None:
    urls = [site.put(f"/{number}.pdf", PDF + bytes([number])) for number in range(4)]
    told: list[Brought] = []
    summary = fetch(urls, tmp_path, Options(QUICK), told.append, lambda: len(told) >= 2)
    assert summary.stopped
    assert len(told) == 2
    assert bring(tmp_path, *urls)[1].outcomes == {"noto": 2, "nuovo": 2}


def test_fetch_then_ingest_in_one_command(site: Site, tmp_path: Path) -> None:
    page = site.put("/", '<html><a href="/atto.zip">x</a><a href="/atto.odt">y</a>')
    site.put("/atto.odt", ACT, headers={"content-disposition": "attachment; filename=atto.txt"})
    words = ["fetch", page, "--to", str(tmp_path / "arrivi"), "--pause", "0", "--json-log"]
    done = CliRunner().invoke(main, [*words, "--db", str(tmp_path / "a.db"), "--workers", "1"])
    assert done.exit_code == 1  # the archive is not there
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert [line["evento"] for line in lines] == ["indirizzo", "indirizzo", "fine_scarico",
                                                  "file", "fine"]  # fmt: skip
    connection = sqlite3.connect(tmp_path / "a.db")
    assert connection.execute("select percorso from file").fetchall() == [
        (f"127.0.0.1_{site.port}/atto.txt",)
    ]


@pytest.mark.long
def test_killed_at_any_moment_the_next_run_brings_the_rest(site: Site, tmp_path: Path) -> None:
    bodies = {f"{number}.pdf": PDF[:40] + bytes([number]) * 40 for number in range(9)}
    links = "".join(f'<a href="/{name}">x</a>' for name in bodies)
    page = site.put("/", f"<html>{links}")
    for name, body in bodies.items():
        site.put(f"/{name}", body, etag=f'"{name}"', drip=0.004)
    words = [sys.executable, "-m", "extractor.cli", "fetch", page, "--to", str(tmp_path / "a")]
    moments = random.Random(3)
    for _ in range(5):
        with subprocess.Popen([*words, "--pause", "0"], cwd=ROOT, stderr=subprocess.PIPE) as job:
            assert job.stderr is not None
            for _ in range(moments.randrange(3)):
                job.stderr.readline()
            time.sleep(moments.uniform(0, 0.5))
            job.kill()
    _, summary = bring(tmp_path / "a", page)
    assert set(summary.outcomes) <= {"nuovo", "noto"}
    assert kept(tmp_path / "a") == bodies
    assert any("range" in headers for _, headers, _ in site.asked)
