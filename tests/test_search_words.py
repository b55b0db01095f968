"""What is typed into a search box: inflection, phrases, passages."""

import re
import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.store.inflection import forms
from extractor.store.passages import WIDTH, best_passage, highlight
from extractor.store.query import QueryError, fold, fold_latin, parse

FOUND = [
    ("contributo", "contributi"), ("contributi", "contributo"), ("banca", "banche"),
    ("parchi", "parco"), ("medico", "medici"), ("medici", "medico"), ("uffici", "ufficio"),
    ("servizio", "servizi"), ("provincia", "province"), ("gara", "gare"), ("bandi", "bando"),
    ("regionale", "regionali"), ("delibera", "delibere"), ("programmi", "programma"),
    ("approvato", "approvate"), ("approvate", "approvato"), ("approvare", "approvato"),
    ("approvato", "approvare"), ("gestire", "gestito"), ("nuovo", "nuova"), ("spese", "spesa"),
    ("farmacie", "farmacia"), ("ordinanza", "ordinanze"), ("luogo", "luoghi"), ("legge", "leggi"),
]  # fmt: skip
OTHER_WORDS = [
    ("comune", "comunicazione"), ("caso", "casa"), ("bando", "banda"), ("parte", "partita"),
    ("fine", "fino"), ("posto", "posta"), ("atto", "attivita"), ("costo", "costa"),
    ("ente", "entro"), ("regione", "regionale"), ("conto", "conta"),
]  # fmt: skip
MISSED = [("uomo", "uomini"), ("direttore", "direttrice"), ("temi", "tema"), ("va", "andare")]


@pytest.mark.parametrize(("typed", "other"), FOUND)
def test_a_word_finds_its_other_forms(typed: str, other: str) -> None:
    assert other in forms(typed)


@pytest.mark.parametrize(("typed", "other"), OTHER_WORDS)
def test_a_word_does_not_find_another_word(typed: str, other: str) -> None:
    assert other not in forms(typed)


@pytest.mark.parametrize(("typed", "other"), MISSED)
@pytest.mark.xfail(strict=True, reason="not by an ending")
def test_forms_that_are_missed(typed: str, other: str) -> None:
    assert other in forms(typed)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("l'impegno", "impegno"),
        ("dell’impegno di", "impegno"),
        ("Impegno impegno IMPEGNO", "impegno"),
        ("il bando per le imprese", "bando imprese"),
        ("CITTÀ", '"citta"'),
        ("d.g.r. 514/2023", '"d g r" "514 2023"'),
        ('"senza fine', '"senza fine"'),
        ("perché", '"perche"'),
    ],
)
def test_ways_to_type_the_same(typed: str, asked: str) -> None:
    assert parse(typed).match() == parse(asked).match()


def test_words_in_quotes_and_acronyms_are_exact() -> None:
    assert parse('"contributo"').match() == '"contributo"'
    assert parse("ASST").match() == '"asst"'


@pytest.mark.parametrize("typed", ["", "  ", '""', "-gara", "?!", "a*", "di*x ab*"])
def test_a_query_that_says_nothing_is_refused(typed: str) -> None:
    with pytest.raises(QueryError):
        parse(typed)


@given(st.text(st.characters(), max_size=300))
@example("İstanbul ǅ ﬁne")
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(fold_latin(text)) == len(text)


TEXTS = st.lists(st.sampled_from(["contributo", "città", "xyz", "\n", "liste di  attesa"]))


@given(TEXTS)
def test_a_passage_is_cut_from_its_text(words: list[str]) -> None:
    text = " ".join(words)
    query = parse('contributi "liste di attesa"')
    passage = best_passage(text, query)
    assert (passage is None) == (not re.search(r"contributo|liste di\s+attesa", text))
    if passage:
        said = passage.marked("", "").strip("… ")
        assert said in re.sub(r"\s+", " ", text)
        assert len(said) <= 2 * WIDTH
        assert any(hit for _, hit in passage.segments)
    assert "".join(part for part, _ in highlight(text, query)) == re.sub(r"\s+", " ", text)


def test_the_marks_are_those_of_the_index() -> None:
    """A word that FTS5 finds is marked in the passage."""
    text = "Il contributo all’Università è dovuto; L'ENTE n. 12-bis (art. 3) applicherà l’IVA."
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "create virtual table t using fts5(a, tokenize='unicode61 remove_diacritics 2')"
    )
    connection.execute("insert into t values (?)", (text,))
    for typed in ("contributi", "universita", "ente", '"12 bis"', "applic*", "iva", '"e dovuto"'):
        query = parse(typed)
        assert connection.execute("select 1 from t where t match ?", (query.match(),)).fetchone()
        assert best_passage(text, query), typed
