"""A person hidden for good is nowhere: in no form of the name, nor when acts are read again."""

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.cli import main
from extractor.exports import Wanted, export
from extractor.ingest import Options, find, ingest
from extractor.registry.update import update
from extractor.store.hiding import names_pattern, same_name
from extractor.store.masking import open_masked
from extractor.store.writer import Store
from tests.exporting import texts
from tests.site_client import Client
from tests.test_ingest_newer import as_an_older_version_left_it
from tests.test_masking import everything

FOUND = [
    "Nicolò D'Angelo", "NICOLO' D’ANGELO", "D’Angelo, Nicolo`", "D' Angelo dott. Nicolò",
    "D'ANGELO\nNICOLÒ", "D'Angelo\tNicolò", "Dangelo Nicolo", "nicolo.dangelo@comune.esempio.it",
    "Istanza_D'Angelo_Nicolò_2.pdf", "D’Angelo Dott.ssa Nicolò", "NicolòD'Angelo",
    unicodedata.normalize("NFD", "Nicolò D'Angelo"),
]  # fmt: skip
OTHERS = [
    "Nicola D'Angelo",
    "Nicolò D'Angeloni",
    "Nicolò D'A.",
    "Nicolò e Angelo",
    "Nicolò\n\nAngelo",
]


@pytest.mark.parametrize("printed", FOUND)
def test_a_name_is_found_however_it_is_printed(printed: str) -> None:
    pattern = names_pattern(["D'Angelo Nicolò"])
    assert pattern
    assert pattern.search(f"a {printed};")


@pytest.mark.parametrize("printed", OTHERS)
def test_who_has_another_name_is_not_hidden(printed: str) -> None:
    pattern = names_pattern(["Nicolò D'Angelo"])
    assert pattern
    assert not pattern.search(f"a {printed};")


def test_a_short_name_is_not_found_within_a_word() -> None:
    pattern = names_pattern(["Vera Re"])
    assert pattern
    assert not pattern.search("per avere e vedere, verare")
    assert names_pattern(["M. R.", "-", ""]) is None


PLAIN = "abcdefghijklmnopqrstuvwxyzàèéìòùáíóúâêîôûäëïöüñçćčšžăâîșțłøđABCDEÀÈÉÌÒÙÇŠŽ"
words = st.text(st.sampled_from(PLAIN), min_size=2, max_size=9)


@settings(deadline=None, max_examples=30)
@given(words, words)
def test_a_name_is_found_turned_round_and_in_capitals(one: str, other: str) -> None:
    pattern = names_pattern([f"{one} {other}"])
    assert pattern
    for name in (f"{one} {other}", f"{other} {one}", f"{other.upper()}, {one.upper()}"):
        assert pattern.search(name), name
    assert same_name(f"{one} {other}") == same_name(f"{other}  {one}")


ACT = """COMUNE DI ESEMPIO

DETERMINAZIONE N. 12 DEL 3 MARZO 2024

OGGETTO: CIG B30E54DC1A. Incarico a Carlo Bianchi, CUP E46G23000300002

IL RESPONSABILE DEL SERVIZIO

Visto che BIANCHI, Carlo e Bianchi dott. Carlo (carlo.bianchi@comune.esempio.it) sono uno;

DETERMINA

1. di impegnare euro 500,00 (seicento/00) per Carlo Bianchi, che presenta la relazione entro il
30 giugno 2024;
2. di nominare responsabile del procedimento il dott. Carlo Bianchi e RUP l'ing. Anna Verdi;
3. che Carlo Bianchi presenti la rendicontazione entro il 31 febbraio 2024.

Cognome\tNome\tImporto
Bianchi\tCarlo\t€ 500,00

Il Responsabile del Servizio
Dott. Carlo Bianchi
"""


def run(*words: str | Path, expect: int = 0) -> str:
    """What a command prints."""
    result = CliRunner().invoke(main, list(map(str, words)))
    assert result.exit_code == expect, result.output
    return result.output


def read(folder: Path, database: Path) -> bool:
    """Ingest a folder; whether anything was extracted again from the kept texts."""
    again = []
    options = Options(workers=1, ocr="never")
    ingest(find([folder], database), database, options, lambda outcome: again.append(outcome.again))
    return any(again)


@pytest.fixture(scope="module")
def hidden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which Carlo Bianchi is hidden, with what was read before and after, and what a
    newer version extracted again."""
    folder = tmp_path_factory.mktemp("hidden")
    acts, database = folder / "atti", folder / "a.db"
    acts.mkdir()
    (acts / "Istanza_Bianchi_Carlo.txt").write_text(ACT, "utf-8")
    read(acts, database)
    with Store(database) as store:
        assert store.hide("Carlo Bianchi") == 1
    (acts / "Carlo Bianchi.pdf").write_bytes(b"%PDF-1.4 niente")
    (acts / "altro.txt").write_text(ACT.replace("N. 12", "N. 13"), "utf-8")
    as_an_older_version_left_it(database)
    assert read(acts, database)
    return database


def test_no_table_shows_the_name_after_documents_are_read_and_extracted_again(
    hidden: Path,
) -> None:
    assert len(re.findall("bianchi", everything(sqlite3.connect(hidden)), re.I)) > 20
    for personal in (False, True):
        shown = everything(open_masked(hidden, personal=personal)).casefold()
        assert "bianchi" not in shown
        assert "anna verdi" in shown


def test_no_export_has_the_name(hidden: Path, tmp_path: Path) -> None:
    export(hidden, tmp_path / "out", Wanted(personal=True))
    said = texts(tmp_path / "out")
    assert said.keys() == {"csv", "jsonl", "parquet", "xlsx", "ocds", "akn", "ics"}
    for kind, text in said.items():
        assert "bianchi" not in text.casefold(), kind


def test_no_command_says_the_name(hidden: Path) -> None:
    assert run("search", hidden, "Bianchi", expect=1) == "0 atti\n"
    said = [
        run("search", hidden, "relazione"),
        run("search", hidden, "relazione", "--json"),
        *(run("check", hidden, "--format", style, expect=1) for style in ("text", "json", "sarif")),
        run("status", hidden),
        run("identita", hidden),
    ]
    assert "per █████ ███████, che" in said[0]
    assert "Istanza_█████████████.txt" in said[2]
    assert "bianchi" not in "".join(said).casefold()


def indexed(database: Path) -> Iterator[tuple[str, bytes]]:
    """The bytes of the search indexes, as they stand in the file."""
    connection = sqlite3.connect(database)
    for table in ("atti_fts", "parti_fts", "ricerca_fts"):
        for (block,) in connection.execute(f"select block from {table}_data"):
            yield table, block


def test_no_search_index_has_the_name_not_even_in_what_was_taken_out(hidden: Path) -> None:
    seen = list(indexed(hidden))
    assert any(b"verdi" in block for _, block in seen)
    for table, block in seen:
        assert b"bianch" not in block, table


def test_no_page_of_the_site_has_the_name(hidden: Path) -> None:
    site = Client(hidden, personal=True)
    seen, waiting = set[str](), ["/", "/scadenze.ics", "/cerca?q=incarico"]
    while waiting and len(seen) < 40:
        address = waiting.pop(0)
        seen.add(address)
        answer = site.get(address)
        assert "bianchi" not in answer.text.casefold(), address
        for found in re.findall(r'href="(/[^"#]*)', answer.text):
            link = found.replace("&amp;", "&")
            if link not in seen and link not in waiting and "/static" not in link:
                waiting.append(link)
    assert any(address.startswith("/atto/") for address in seen)


def test_a_name_is_shown_again_however_it_is_written_then(tmp_path: Path) -> None:
    acts, database = tmp_path / "atti", tmp_path / "a.db"
    acts.mkdir()
    (acts / "a.txt").write_text(ACT.replace("Carlo Bianchi", "Nicolò D’Angelo"), "utf-8")
    read(acts, database)
    with Store(database) as store:
        assert (store.hide("Nicolò D'Angelo"), store.hide("D’ANGELO NICOLO'")) == (1, 1)
        update(store.database.conn)
        assert "angelo" not in everything(open_masked(database)).casefold()
        assert store.unhide("d'angelo nicolò") == 1
        with pytest.raises(KeyError):
            store.unhide("d'angelo nicolò")
        update(store.database.conn)
    assert everything(open_masked(database)).count("Nicolò D’Angelo") > 10
    connection = sqlite3.connect(database)
    found = "select rowid from parti_fts where parti_fts match 'angelo'"
    assert connection.execute(found).fetchall()
    for kept in ("oscurati", "riservati"):
        assert not connection.execute(f"select * from {kept}").fetchall()


def oscura(*words: str | Path, expect: int = 0) -> str:
    return run("oscura", *words, expect=expect)


def test_the_command_lists_what_is_hidden_and_takes_it_over(tmp_path: Path) -> None:
    """A store of a newer version is made anew: what was hidden in it must not come back."""
    old, new = tmp_path / "vecchio.db", tmp_path / "nuovo.db"
    for each in (old, new):
        Store(each).close()
    assert "Nessun nome oscurato" in oscura(old)
    assert "non è in nessun documento" in oscura(old, "Carlo Bianchi")
    oscura(old, "Nicolò D’Angelo")
    with sqlite3.connect(old) as connection:
        connection.execute("pragma user_version = 999")
    said = oscura(old, "Anna Verdi", expect=1)
    assert f"spoglio oscura NUOVO.db --from {old}" in said
    oscura(new, "--from", old)
    assert [line.split("  ")[0] for line in oscura(new).splitlines()] == [
        "BIANCHI CARLO", "D’ANGELO NICOLÒ",
    ]  # fmt: skip
    assert "mostrato di nuovo in 0 documenti" in oscura(new, "d'angelo nicolo", "--undo")
    assert "non è un nome oscurato" in oscura(new, "Nicolò D’Angelo", "--undo", expect=1)


@pytest.mark.parametrize("name", ["Bianchi", "C. B.", "-  –", ""])
def test_the_command_wants_a_whole_name_and_a_store_with_documents(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "vuoto.db").touch()
    assert "nome e cognome" in oscura(tmp_path / "vuoto.db", "--", name, expect=2)
    assert "è un file vuoto" in oscura(tmp_path / "vuoto.db", "Anna Verdi", expect=1)
    assert not (tmp_path / "vuoto.db").stat().st_size
