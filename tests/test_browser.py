"""The site as a person uses it: the real server, a real Chromium, the corpus read from its PDFs.

A picture of every page is left in ``build/screenshots``.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from scripts.chromium import ADVICE, find
from tests.site_client import ROOT, served

PICTURES = ROOT / "build/screenshots"
ACT = "/atto/agenzia-di-controllo-del-sistema-sociosanitario-lombardo/determinazione/2024/25"
CUP = "/fascicolo/cup/E46G23000300002"
PAGES = {
    "prima": "/",
    "cerca": "/cerca?q=contributo",
    "cerca-nulla": "/cerca?q=parolachenonesiste",
    "atto": ACT,
    "fascicoli": "/fascicolo",
    "fascicolo-cup": CUP,
    "fascicolo-ente": "/fascicolo/ente/regione-lombardia",
    "scadenze": "/scadenze?passate=1",
    "scadenze-mese": "/scadenze?vista=mese&mese=2026-12",
    "segnalazioni": "/segnalazioni",
    "informazioni": "/informazioni",
    "non-trovato": "/atto/0000000000000000",
}
LIT = re.compile(r"\bacceso\b")
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(corpus_store: Path) -> Iterator[str]:
    """A server over the corpus, started as a user starts it."""
    with served(corpus_store) as there:
        yield there


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = find()
    if path is None and os.environ.get("CI"):
        pytest.fail(ADVICE)
    if path is None:
        pytest.skip(ADVICE)
    # A container has no user namespaces for Chromium's sandbox; what it opens here is our own
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--no-first-run"]  # fmt: skip
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=quiet)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A reader at a desk; whatever the page complains of, or asks of others, fails the test."""
    context = browser.new_context(
        base_url=address, viewport={"width": 1280, "height": 1000}, locale="it-IT"
    )
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text) if _bad(said) else None)
    opened.on("request", lambda asked: complaints.append(asked.url) if _out(asked) else None)
    yield opened
    context.close()
    assert not complaints


def _bad(said: Any) -> bool:
    return said.type in ("error", "warning") and "404" not in said.text


def _out(asked: Any) -> bool:
    return not asked.url.startswith(("http://127.0.0.1:", "data:"))


DEVICES = {"tavolo": 1280, "telefono": 360}
EVERY_LOOK = [(device, theme) for device in DEVICES for theme in ("light", "dark")]
# The quick tests look at the pages most read in one way each, and in all ways over all of them
MOST_READ = ("prima", "cerca", "atto", "fascicolo-cup", "scadenze")
ONE_LOOK = [(name, *EVERY_LOOK[place % 4]) for place, name in enumerate(MOST_READ)]


@pytest.mark.parametrize(("name", "device", "theme"), ONE_LOOK)
def test_a_page_is_accessible(
    browser: Browser, address: str, name: str, device: str, theme: str
) -> None:
    _check_accessible(browser, address, name, device, theme)


@pytest.mark.long
@pytest.mark.parametrize(("device", "theme"), EVERY_LOOK)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_accessible_however_it_is_looked_at(
    browser: Browser, address: str, name: str, device: str, theme: str
) -> None:
    _check_accessible(browser, address, name, device, theme)


def _check_accessible(browser: Browser, address: str, name: str, device: str, theme: Any) -> None:
    size = {"width": DEVICES[device], "height": 900}
    context = browser.new_context(base_url=address, viewport=size, color_scheme=theme)
    opened = context.new_page()
    opened.goto(PAGES[name])
    opened.screenshot(path=PICTURES / f"{name}-{device}-{theme}.png")
    assert not _serious(opened)
    for width in DEVICES.values():
        opened.set_viewport_size({"width": width, "height": 900})
        assert opened.evaluate("document.documentElement.scrollWidth") <= width, width
    context.close()


def _serious(opened: Page) -> list[str]:
    found = Axe().run(opened).response["violations"]
    return [v["id"] for v in found if v["impact"] in ("serious", "critical")]


def test_searching_narrowing_and_reading_an_act(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Parole da cercare").fill("contributi")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("contributi")
    before = page.locator(".trovati > li").count()
    expect(page.locator(".trovati mark").first).to_be_visible()
    page.locator(".filtri").get_by_role("link", name="2017").click()
    expect(page.get_by_label("Filtri scelti")).to_contain_text("2017")
    assert 0 < page.locator(".trovati > li").count() < before
    page.get_by_role("link", name="Togli il filtro").click()
    assert page.locator(".trovati > li").count() == before
    page.get_by_role("link", name="Prima i più recenti").click()
    first = page.locator(".trovati > li a").first
    title = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("e46g 2300 0300 002", CUP),
        pytest.param("E46G23000300002", CUP, marks=pytest.mark.long),
        pytest.param("d.g.r. 6502/2017", "/atto/", marks=pytest.mark.long),
        pytest.param("DGR X 6502", "/atto/", marks=pytest.mark.long),
    ],
)
def test_a_code_or_an_act_that_is_typed_opens_its_page(page: Page, typed: str, there: str) -> None:
    page.goto("/scadenze")
    page.get_by_label("Cerca negli atti").fill(typed)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(there)))
    assert page.get_by_role("heading", level=1).inner_text()


def test_a_fact_lights_up_its_words_and_words_their_fact(page: Page) -> None:
    page.goto(ACT)
    row = page.locator("#fatti [data-fatto]", has_text="18.727.000,00").first
    identifier = row.get_attribute("data-fatto")
    row.locator("a.dato").click()
    words = page.locator(f'#testo a[data-f~="{identifier}"]').first
    expect(words).to_have_class(LIT)
    expect(words).to_be_in_viewport()
    expect(words).to_contain_text("18.727.000,00")
    page.keyboard.press("Escape")
    page.mouse.move(1, 1)
    expect(words).not_to_have_class(LIT)
    words.focus()
    expect(row).to_have_class(LIT)


def test_the_evidence_of_a_fact_is_drawn_on_its_page(page: Page) -> None:
    page.goto(ACT)
    row = page.locator("#fatti [data-fatto]", has_text="18.727.000,00").first
    row.get_by_role("link", name="Prova").click()
    expect(page.locator(".parole-esatte")).to_have_text("€ 18.727.000,00")
    image = page.locator("svg.foglio image")
    answer = page.request.get(image.get_attribute("href") or "")
    assert answer.ok
    assert answer.headers["content-type"] == "image/png"
    box = page.locator("svg.foglio rect.posto").first.bounding_box()
    sheet = page.locator("svg.foglio").bounding_box()
    assert box
    assert sheet
    assert sheet["x"] < box["x"] < sheet["x"] + sheet["width"]
    assert sheet["y"] < box["y"] < sheet["y"] + sheet["height"]
    page.screenshot(path=PICTURES / "prova-tavolo-light.png", full_page=True)
    page.get_by_role("link", name="Pagina seguente").click()
    expect(page.get_by_role("heading", name="Pagina 3 di 18")).to_be_visible()


def test_a_dossier_follows_a_project(page: Page) -> None:
    page.goto(CUP)
    expect(page.locator("#atti")).to_contain_text("Determinazione del direttore generale n. 25")
    expect(page.locator("main")).to_contain_text("24C90-06")
    expect(page.locator("main svg").first).to_be_visible()
    page.locator("#atti").get_by_role("link", name="Determinazione").click()
    expect(page).to_have_url(re.compile("/atto/"))


def test_the_deadlines_can_be_filtered_and_subscribed_to(page: Page) -> None:
    page.goto("/scadenze?passate=1")
    page.get_by_label("Tipo").select_option("rilascio")
    page.get_by_label("Dal").fill("2024-01-01")
    page.get_by_role("button", name="Mostra").click()
    shown = page.locator("ol.elenco > li")
    expect(shown).to_have_count(4)  # two releases a day
    feed = page.get_by_role("link", name="Calendario").get_attribute("href")
    answer = page.request.get(feed or "")
    assert answer.text().count("BEGIN:VEVENT") == 4
    shown.first.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/prova/scadenze/"))


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    page.goto("/cerca?q=contributo")
    page.keyboard.press("Tab")
    expect(page.locator("a.salta")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_an_act_can_be_read_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    opened = context.new_page()
    opened.goto(ACT)
    expect(opened.locator("#testo")).to_contain_text("DETERMINA")
    opened.locator("#fatti a.dato").first.click()
    assert "#" in opened.url or "/testo/" in opened.url
    context.close()


def test_datasette_is_there_below(page: Page) -> None:
    page.goto("/corpus-store/importi?ruolo=rilascio")
    expect(page.locator("table.rows-and-columns tbody tr").first).to_be_visible()
