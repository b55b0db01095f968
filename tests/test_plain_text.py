"""Plain texts: encodings, lines broken at a width, tables, light markup."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.documents.emphasis import marked, unmarked
from extractor.documents.text import read_text
from models import Document

CORPUS = Path(__file__).parents[1] / "corpus"
NAMES = sorted(path.stem for path in (CORPUS / "documents").glob("*.txt"))


def _blocks(text: str) -> list[str]:
    return read_text(text.encode(), "atto.txt").testo.split("\n")


def _corpus(name: str) -> Document:
    return read_text((CORPUS / "documents" / f"{name}.txt").read_bytes(), f"{name}.txt")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_encodings(encoding: str) -> None:
    text = "La città, l’età – 5 € e «così»\r\nÈ deliberato all'unanimità.\r\n"
    assert read_text(text.encode(encoding), "a.txt").testo == (
        "La città, l’età – 5 € e «così»\nÈ deliberato all'unanimità."
    )


def test_latin_1() -> None:
    assert read_text("così è\x81".encode("latin-1"), "a.txt").testo == "così è"


WRAPPED = """\
IL RESPONSABILE DEL SERVIZIO

VISTO l’art. 107 del decreto legislativo 18 agosto 2000, n. 267, e lo statuto
comunale, che affidano ai responsabili dei servizi la gestione finanziaria e
amministrativa;
VISTA la deliberazione della Giunta n. 12 del 3 febbraio 2025, con la quale è
stato approvato il piano esecutivo di gestione per l’anno in corso, secondo l’art.
169 del decreto citato;
Considerato che il servizio socio-
sanitario e l’ammini-
strazione del personale richiedono:
- la continuità delle prestazioni rese agli utenti della casa di riposo, anche
  nei giorni festivi;
- la sicurezza dei locali
DETERMINA
1. di affidare il servizio alla ditta Alfa s.r.l., con sede in Roccalieta, via
   Roma 1, per l’importo di € 1.220,00;
2. di pubblicare il presente atto.

Il Responsabile del Servizio
Ada Neri
"""


def test_lines_broken_at_a_width_become_paragraphs() -> None:
    assert _blocks(WRAPPED) == [
        "IL RESPONSABILE DEL SERVIZIO",
        "VISTO l’art. 107 del decreto legislativo 18 agosto 2000, n. 267, e lo statuto comunale, "
        "che affidano ai responsabili dei servizi la gestione finanziaria e amministrativa;",
        "VISTA la deliberazione della Giunta n. 12 del 3 febbraio 2025, con la quale è stato "
        "approvato il piano esecutivo di gestione per l’anno in corso, secondo l’art. 169 del "
        "decreto citato;",
        "Considerato che il servizio socio-sanitario e l’amministrazione del personale richiedono:",
        "- la continuità delle prestazioni rese agli utenti della casa di riposo, anche nei "
        "giorni festivi;",
        "- la sicurezza dei locali",
        "DETERMINA",
        "1. di affidare il servizio alla ditta Alfa s.r.l., con sede in Roccalieta, via Roma 1, "
        "per l’importo di € 1.220,00;",
        "2. di pubblicare il presente atto.",
        "Il Responsabile del Servizio",
        "Ada Neri",
    ]


def test_an_empty_line_after_each_line_means_nothing() -> None:
    assert _blocks(WRAPPED.replace("\n", "\n\n")) == _blocks(WRAPPED)


def test_a_heading_in_capitals_goes_on_in_no_small_letters() -> None:
    text = "\n\n".join(
        (
            "OGGETTO: INAGIBILITÀ DELL'IMMOBILE IN VIA ROMA N. 12",
            "IL SINDACO",
            "Visto il TUEL;",
            "ORDINA",
            "alla proprietaria di provvedere",
            "AVVERTE",
            "che si procede d'ufficio.",
            "DISPONE",
            "la notifica.",
            "INFORMA",
            "che è ammesso ricorso.",
            "IL SINDACO",
        )
    )
    assert "IL SINDACO" in _blocks(text)


def test_one_line_per_paragraph_is_left_alone() -> None:
    lines = _blocks(WRAPPED)
    assert _blocks("\n".join(lines)) == lines


def test_form_feeds_are_pages_and_running_lines_are_margins() -> None:
    page = "Comune di Roccalieta – Settore Affari generali\n{}\n\nPagina {} di 3\n"
    parts = (WRAPPED, WRAPPED[400:600], WRAPPED[200:])
    text = "\f".join(page.format(part, number) for number, part in enumerate(parts, 1))
    document = read_text(text.encode(), "atto.txt")
    assert [p.numero for p in document.pagine] == [1, 2, 3]
    assert document.page_at(document.testo.rindex("DETERMINA")) == 3
    assert "Roccalieta – Settore" not in document.testo
    assert document.margine.split("\n") == [
        "Comune di Roccalieta – Settore Affari generali",
        "Pagina 1 di 3",
        "Pagina 2 di 3",
        "Pagina 3 di 3",
    ]


def test_tables_of_tabs_and_of_bars() -> None:
    text = "Elenco\n\nN.\tDitta\tEuro\n1\tAlfa\t10,00\n2\tBeta\t\n\n"
    text += "| Anno | Euro |\n|---|---|\n| 2025 | 7,00 |\n"
    document = read_text(text.encode(), "a.txt")
    assert document.testo.split("\n") == [
        "Elenco", "N.\tDitta\tEuro", "1\tAlfa\t10,00", "2\tBeta\t", "Anno\tEuro", "2025\t7,00"
    ]  # fmt: skip
    assert [(len(table.righe), table.intestazioni) for table in document.tabelle] == [
        (3, 1),
        (2, 1),
    ]
    cell = document.tabelle[0].righe[1][2]
    assert document.testo[cell.inizio : cell.fine] == "10,00"


def test_a_table_that_goes_on_drops_its_repeated_header() -> None:
    head = "N.\tDitta\tEuro\n"
    document = read_text(f"{head}1\tAlfa\t1,00\n\n{head}2\tBeta\t2,00\n".encode(), "a.txt")
    (table,) = document.tabelle
    assert [document.testo[row[0].inizio : row[0].fine] for row in table.righe] == ["N.", "1", "2"]


def test_columns_of_spaces_are_a_table() -> None:
    text = (
        "Capitolo     Anno     Euro\n1010.3       2025     700,00\n1020         2026     520,00\n"
    )
    assert _blocks(text) == ["Capitolo\tAnno\tEuro", "1010.3\t2025\t700,00", "1020\t2026\t520,00"]


def test_a_table_inside_a_cell_stands_once_as_a_table_of_its_own() -> None:
    """A converter gives it three times: in its cell, as cells after it, as rows that follow."""
    inner = (
        "<table> <tr> <th>Voce</th><th>2025</th></tr> <tr> <td>Rete*</td><td>7</td></tr> </table>"
    )
    lines = [
        "CAMPO\tDESCRIZIONE\t\t\t\t",
        f"COSTI\t<p>Previsti:</p> {inner} <p>*Canoni.</p>\tVoce\t2025\tRete*\t7",
        "Voce\t2025\t\t\t\t",
        "Rete*\t7\t\t\t\t",
        "TEMPI\tUn anno\t\t\t\t",
    ]
    document = read_text("\n".join(lines).encode(), "a.txt")
    assert document.testo.split("\n") == [
        "CAMPO\tDESCRIZIONE",
        "COSTI\tPrevisti: *Canoni.",
        "Voce\t2025",
        "Rete*\t7",
        "TEMPI\tUn anno",
    ]
    assert [len(table.righe) for table in document.tabelle] == [2, 2, 1]


def test_marks_on_a_line_stand_in_their_columns() -> None:
    """The titles before the marks, on lines of their own or on the same one, head their rows."""
    lines = [
        "I.1",
        "Accesso ai servizi con la",
        "identità digitale",
        "X     X\xa0\xa0\xa0",
        "I.2 Punto di accesso unico   X     ",
        "I.3",
        "Servizi mobili",
        "\xa0\xa0 X     X",
    ]
    assert _blocks("\n".join(lines)) == [
        "I.1\tAccesso ai servizi con la identità digitale\tX\t\tX\t",
        "I.2\tPunto di accesso unico\t\tX\t\t",
        "I.3\tServizi mobili\t\tX\t\tX",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Sezione X", "Capo X", "Titolo  X"],
        ["Luigi X", "X", "X"],
        ["[ ] SI    X", "[ ] NO    ", "firma   X"],
    ],
)
def test_letters_that_are_no_matrix(lines: list[str]) -> None:
    assert "\t" not in "".join(_blocks("\n".join(lines)))


def test_rows_that_only_look_like_copies_are_kept() -> None:
    lines = ["Totale\t2025\t7\t2026\t8", "2025\t7", "2026\t8"]
    assert _blocks("\n".join(lines)) == lines


@pytest.mark.parametrize("name", NAMES)
def test_the_words_of_the_gold_stand_in_the_text(name: str) -> None:
    def bare(text: str) -> str:
        return re.sub(r"\s+", "", unmarked(marked(text)))

    document = _corpus(name)
    text = bare(document.testo)
    gold = json.loads((CORPUS / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    phrases = [
        fact["testo"]
        for act in gold["atti"]
        for kind in ("riferimenti", "importi", "codici", "scadenze", "persone", "rilasci")
        for fact in act.get(kind, ())
        if "</" not in fact["testo"]
    ]
    assert [phrase for phrase in phrases if bare(phrase) not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_text_has_no_runs_of_spaces_and_pages_cover_it(name: str) -> None:
    document = _corpus(name)
    assert not re.search(r"  |[^\S\n\t ]|[\x00-\x08\x0b-\x1f]|\n\n", document.testo)
    assert document.pagine[0].inizio == 0
    assert document.pagine[-1].fine == len(document.testo)
    for table in document.tabelle:
        for row in table.righe:
            assert all("\t" not in document.testo[cell.inizio : cell.fine] for cell in row)


def test_the_lists_of_the_bulletin_are_tables() -> None:
    document = _corpus("burl-2017-17-so-parte-1")
    longest = max(document.tabelle, key=lambda table: len(table.righe))
    header = [document.testo[c.inizio : c.fine] for c in longest.righe[0]]
    assert header[0] == "N."
    assert header[-1] == "CONTRIBUTO CONCESSO"
    numbers = [document.testo[row[0].inizio : row[0].fine] for row in longest.righe[1:]]
    assert numbers == [*map(str, range(1, len(numbers))), "TOTALE"]
    assert document.margine == "Serie Ordinaria n. 17 - Venerdì 28 aprile 2017"


WORDS = st.text(alphabet="abcdeàèì’ABCX0129.,;:()€%\n\t ", max_size=400)


@given(WORDS)
def test_no_word_is_lost_or_moved(text: str) -> None:
    read = read_text(text.encode() or b"x", "a.txt").testo
    assert read.split() == (text or "x").split()


@given(st.text(alphabet="ab*#<>/p &;\n\x0c-|_", max_size=300))
def test_any_markup_is_read(text: str) -> None:
    document = read_text(text.encode() or b"x", "a.txt")
    assert document.pagine
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", document.testo)
