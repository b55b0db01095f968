"""Acts, documents, pages and evidence on the site, over files that try to be more than text."""

import io
import json
import re
import shutil
import sqlite3
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from extractor.store.writer import Store
from scripts.scan import scan
from tests.hostile import HIDDEN, IBAN, NAME, TAX_CODE, write_files
from tests.site_client import Client
from tests.stores import ingested

FILES = Path(__file__).parent / "files"
Query = Callable[..., list[Any]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "file"
    write_files(folder)
    shutil.copy(FILES / "atto-word.docx", folder)
    shutil.copy(FILES / "atto.txt.p7m.p7m", folder)
    return folder


@pytest.fixture(scope="module")
def store(folder: Path) -> Path:
    return ingested(folder.parent / "atti.db", folder)


@pytest.fixture(scope="module")
def site(store: Path) -> Client:
    return Client(store)


@pytest.fixture(scope="module")
def query(store: Path) -> Query:
    def run(sql: str, *values: Any) -> list[Any]:
        with sqlite3.connect(store) as connection:
            return connection.execute(sql, values).fetchall()

    return run


@pytest.fixture(scope="module")
def act(query: Query) -> str:
    return str(query("select id from atti where oggetto like 'Fornitura%' and numero = '12'")[0][0])


@pytest.fixture(scope="module")
def pdf(query: Query) -> str:
    return str(query("select id from documenti where nome = ?", NAME)[0][0])


class Elements(HTMLParser):
    """Every element of a page, and what tries to run in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def assert_harmless(page: str) -> None:
    for tag, attributes in Elements(page).found:
        assert tag not in ("b", "img", "iframe", "object", "style")
        if tag == "script":
            assert re.fullmatch(r"/spoglio/[a-z]+\.js", attributes["src"] or "")
        for name, value in attributes.items():
            assert not name.startswith("on")
            assert name != "style"
            assert not (value or "").lower().strip().startswith("javascript:")
    identifiers = [a["id"] for _, a in Elements(page).found if "id" in a]
    assert len(identifiers) == len(set(identifiers))


def black(png: bytes, size: tuple[float, float], box: list[float]) -> bool:
    """Whether the middle of a box, in points, is wholly black on a page's picture."""
    picture = Image.open(io.BytesIO(png)).convert("L")
    across, down = picture.width / size[0], picture.height / size[1]
    x0, y0, x1, y1 = box
    cut = picture.crop((int(x0 * across) + 1, int(y0 * down) + 1, int(x1 * across), int(y1 * down)))
    return bool(cut.getextrema()[1] == 0)


def boxes(query: Query, where: str, *values: Any) -> list[tuple[str, list[float], Any]]:
    """Pages (as addresses), boxes and page sizes of the mentions of facts."""
    rows = query(
        "select menzioni.documento_id, riquadri, larghezza, altezza from menzioni join pagine "
        f"on pagine.documento_id = menzioni.documento_id and pagine.pagina = menzioni.pagina "
        f"where {where}",
        *values,
    )
    return [
        (f"/pagina/{document}/{int(page)}.png", box, (width, height))
        for document, found, width, height in rows
        for page, *box in json.loads(found)
    ]


def test_hostile_words_stay_words_on_every_page(site: Client, query: Query) -> None:
    addresses = [f"/atto/{row[0]}" for row in query("select id from atti")]
    for (document,) in query("select id from documenti"):
        addresses.append(f"/documento/{document}")
    for table in ("riferimenti", "importi", "codici", "scadenze", "persone"):
        addresses += [f"/prova/{table}/{row[0]}" for row in query(f"select id from {table}")]
    assert len(addresses) > 30
    for address in addresses:
        assert_harmless(site.text(address))


def test_an_act_has_its_operative_part_first_and_its_facts_marked(
    site: Client, act: str, query: Query
) -> None:
    page = site.text(f"/atto/{act}")
    assert page.index(">Dispositivo") < page.index(">Premesse")
    assert "di impegnare la somma" in page
    amount = query("select id from importi where atto_id = ?", act)[0][0]
    assert f'id="f-{amount}"' in page
    assert f'href="#f-{amount}"' in page
    assert f"/prova/importi/{amount}" in page
    marks = re.findall(rf'data-f="[^"]*\b{amount}\b[^"]*"[^>]*>([^<]+)<', page)
    mentions = query("select count(*) from menzioni where fatto_id = ?", amount)[0][0]
    assert len(marks) == mentions >= 2
    assert set(marks) == {"€ 12.345,67"}


def test_the_words_of_an_act_are_all_on_its_page_but_the_private_ones(
    site: Client, act: str, query: Query
) -> None:
    page = re.sub(r"<[^>]+>", "", site.text(f"/atto/{act}"))
    for (text,) in query("select testo from parti where atto_id = ? and foglia", act):
        for word in text.split():
            if not any(private in word for private in (TAX_CODE, IBAN)) and word.isalnum():
                assert word in page
    assert TAX_CODE not in page
    assert IBAN not in page
    assert "█" * len(TAX_CODE) in page


def test_an_act_is_found_by_its_readable_name(site: Client, act: str, query: Query) -> None:
    name = query("select identificativo from atti where id = ?", act)[0][0]
    answer = site.get(f"/atto/{name}")
    assert answer.status_code == 302
    assert answer.headers["location"] == f"/atto/{act}"
    assert site.get("/atto/comune-di-niente/dgr/2000/1").status_code == 404
    assert site.get("/atto/..%2F..%2Fetc%2Fpasswd").status_code == 404
    assert site.get("/atto/0000000000000000").status_code == 404


def test_a_stretch_of_an_act_is_read_by_itself(site: Client, act: str, query: Query) -> None:
    start, end = query("select inizio, fine from atti where id = ?", act)[0]
    page = site.text(f"/atto/{act}/testo/{start}-{end}")
    assert "di impegnare la somma" in page
    assert_harmless(page)
    for wrong in (f"{end}-{start}", f"0-{end + 10**6}", f"{start}-{start}"):
        assert site.get(f"/atto/{act}/testo/{wrong}").status_code == 404


def test_the_evidence_says_value_words_rule_and_shows_the_page(
    site: Client, act: str, pdf: str, query: Query
) -> None:
    fact, source = query("select id, fonte from importi where atto_id = ?", act)[0]
    page = site.text(f"/prova/importi/{fact}")
    assert "12.345,67" in page
    assert source.replace("_", " ") in page
    assert f"/pagina/{pdf}/1.png" in page
    boxed = re.findall(r'<rect class="posto" x="([\d.]+)"', page)
    assert len(boxed) >= 1
    near = site.text(f"/prova/importi/{fact}?vicino=1")
    view = re.search(r'viewBox="([\d. ]+)"', near)
    assert view is not None
    assert float(view[1].split()[2]) < 400
    others = re.findall(r"\?menzione=([0-9a-f]{16})", page)
    assert len(set(others)) == 2
    assert "Dove è stampato (2)" in site.text(f"/prova/importi/{fact}?menzione={others[1]}")
    assert site.get("/prova/importi/0000000000000000").status_code == 404
    assert site.get(f"/prova/riservati/{fact}").status_code == 404
    assert site.get(f"/prova/sqlite_master/{fact}").status_code == 404


def test_a_document_without_pages_shows_the_words_in_their_text(site: Client, query: Query) -> None:
    fact = query(
        "select importi.id from importi join documenti on documenti.id = documento_id "
        "where formato = 'txt'"
    )[0][0]
    page = site.text(f"/prova/importi/{fact}")
    assert "<mark>" in page
    assert "non ha pagine" in page
    assert "/pagina/" not in page


def test_private_strings_are_black_on_the_picture(site: Client, query: Query, pdf: str) -> None:
    private = boxes(
        query, "tabella = 'codici' and menzioni.documento_id = ? and testo in (?, ?)",
        pdf, TAX_CODE, IBAN,
    )  # fmt: skip
    assert len(private) >= 2
    for address, box, size in private:
        assert black(site.get(address).content, size, box)
    for address, box, size in boxes(
        query, "tabella = 'importi' and menzioni.documento_id = ?", pdf
    ):
        assert not black(site.get(address).content, size, box)


def test_with_personal_data_the_picture_shows_them(store: Path, query: Query, pdf: str) -> None:
    site = Client(store, personal=True)
    address, box, size = boxes(query, "testo = ? and menzioni.documento_id = ?", TAX_CODE, pdf)[0]
    assert not black(site.get(address).content, size, box)
    act = query("select atto_id from menzioni where testo = ?", TAX_CODE)[0][0]
    assert TAX_CODE in site.text(f"/atto/{act}")


def test_a_hidden_name_on_two_lines_of_a_cell_is_black_even_with_personal_data(
    store: Path, tmp_path: Path
) -> None:
    database = tmp_path / "atti.db"
    shutil.copy(store, database)
    with Store(database) as opened:
        assert opened.hide(HIDDEN) >= 2
    with sqlite3.connect(database) as connection:
        document = connection.execute(
            "select id from documenti where nome = 'elenco.pdf'"
        ).fetchone()[0]
    for personal in (False, True):
        site = Client(database, personal=personal, documents=True)
        png = site.get(f"/pagina/{document}/1.png").content
        # As drawn by hostile.parted_names: the baselines are 11 and 22 points below the row's top
        assert black(png, (595, 842), [104, 183, 128, 190])
        assert black(png, (595, 842), [104, 194, 146, 201])
        assert not black(png, (595, 842), [104, 223, 124, 230])
        refused = site.get(f"/originale/{document}")
        assert refused.status_code == 404
        assert "oscurato" in refused.text


def test_a_picture_is_not_sent_twice(site: Client, pdf: str) -> None:
    answer = site.get(f"/pagina/{pdf}/1.png")
    assert answer.headers["content-type"] == "image/png"
    assert "private" in answer.headers["cache-control"]
    again = site.get(f"/pagina/{pdf}/1.png", {"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("page", ["0", "999", "99999"])
def test_a_page_that_is_not_there(site: Client, pdf: str, page: str) -> None:
    assert site.get(f"/pagina/{pdf}/{page}.png").status_code == 404
    assert site.get(f"/pagina/{pdf}/{page}").status_code == 404


def test_a_page_leads_to_its_facts(site: Client, pdf: str, query: Query) -> None:
    page = site.text(f"/pagina/{pdf}/1")
    assert_harmless(page)
    for table, fact in query(
        "select tabella, fatto_id from menzioni where documento_id = ? and pagina = 1 "
        "and tabella <> 'tabelle'", pdf
    ):  # fmt: skip
        assert f"/prova/{table}/{fact}" in page


def test_originals_are_given_only_where_allowed(
    site: Client, store: Path, folder: Path, pdf: str, query: Query
) -> None:
    refused = site.get(f"/originale/{pdf}")
    assert refused.status_code == 404
    assert "--documents" in refused.text
    open_site = Client(store, documents=True)
    answer = open_site.get(f"/originale/{pdf}")
    assert answer.content == (folder / NAME).read_bytes()
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert not set("<>\"'\n") & set(answer.headers["content-disposition"].partition("''")[2])
    assert answer.headers["x-content-type-options"] == "nosniff"
    inner = query("select id from documenti where nome like '%b>.txt' or nome like 'atto%.txt'")
    for (document,) in inner:
        text = open_site.get(f"/originale/{document}")
        assert text.status_code == 200
        assert text.headers["content-type"] == "application/octet-stream"


def test_an_archive_tells_what_it_holds_and_what_could_not_be_read(
    site: Client, query: Query
) -> None:
    archive = query("select id from documenti where formato = 'zip'")[0][0]
    page = site.text(f"/documento/{archive}")
    for (entry,) in query("select id from documenti where contenitore_id = ?", archive):
        assert f"/documento/{entry}" in page
        assert f"/documento/{archive}" in site.text(f"/documento/{entry}")
    assert "non letto" in page
    assert str(Path(__file__).parent) not in page


def test_an_original_that_moved_or_changed_says_so(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "file"
    write_files(folder)
    database = ingested(tmp_path / "atti.db", folder)
    with sqlite3.connect(database) as connection:
        document, fact = connection.execute(
            "select documento_id, importi.id from importi "
            "join documenti on documenti.id = documento_id where nome = ?",
            (NAME,),
        ).fetchone()
    site = Client(database)
    assert site.get(f"/pagina/{document}/1.png").status_code == 200
    (folder / NAME).rename(tmp_path / "altrove.pdf")
    secret = tmp_path / "segreto.pdf"
    shutil.copy(tmp_path / "altrove.pdf", secret)
    (folder / NAME).symlink_to(secret)
    for site in (Client(database), Client(database, documents=True)):
        refused = site.get(f"/pagina/{document}/2.png")
        assert refused.status_code == 404
        assert "spostato" in site.text(f"/prova/importi/{fact}?pagina=1&vicino=1")
        assert site.get(f"/originale/{document}").status_code == 404
    (folder / NAME).unlink()
    (folder / NAME).write_bytes(b"%PDF-1.4 altro")
    assert "cambiato" in Client(database, documents=True).get(f"/originale/{document}").text


def test_a_page_read_optically_is_covered_where_facts_tell_the_place_or_not_shown(
    store: Path, query: Query, pdf: str, tmp_path: Path
) -> None:
    """As the store tells of a scan: its words are known, the letters of its picture are not."""
    database = tmp_path / "atti.db"
    shutil.copy(store, database)
    with sqlite3.connect(database) as connection:
        connection.execute("update pagine set lettura = 'ocr' where documento_id = ?", (pdf,))
    private = boxes(query, "testo in (?, ?) and menzioni.documento_id = ?", TAX_CODE, IBAN, pdf)
    site = Client(database)
    for address, box, size in private:
        assert black(site.get(address).content, size, box)
    with sqlite3.connect(database) as connection:
        connection.execute("delete from menzioni where testo = ?", (IBAN,))
    refused = Client(database).get(private[0][0])
    assert refused.status_code == 404
    assert "dati personali" in refused.text


@pytest.mark.long
@pytest.mark.usefixtures("tesseract")
def test_a_scan_is_covered_where_facts_tell_the_place(folder: Path, tmp_path: Path) -> None:
    scan(folder / NAME, tmp_path / "scansione.pdf", [1])
    database = ingested(tmp_path / "atti.db", tmp_path / "scansione.pdf")

    def query(sql: str, *values: Any) -> list[Any]:
        with sqlite3.connect(database) as connection:
            return connection.execute(sql, values).fetchall()

    assert query("select lettura from pagine") == [("ocr",)]
    private = boxes(query, "tabella = 'codici' and testo = ?", TAX_CODE)
    assert private
    site = Client(database)
    answer = site.get(private[0][0])
    if answer.status_code == 200:
        assert all(black(answer.content, size, box) for _, box, size in private)
    else:
        assert "dati personali" in answer.text
    amounts = boxes(query, "tabella = 'importi'")
    shown = Client(database, personal=True)
    assert not black(shown.get(amounts[0][0]).content, amounts[0][2], amounts[0][1])
