"""An act's text in blocks with the words of facts marked."""

from hypothesis import given
from hypothesis import strategies as st

from extractor.site.marked import Block, Mark, Piece, blocks


def text_of(found: list[Block]) -> str:
    return "\n".join(
        "\t".join("".join(piece.testo for piece in cell) for cell in row)
        for block in found
        for row in block.righe
    )


def pieces(found: list[Block]) -> list[Piece]:
    return [p for block in found for row in block.righe for cell in row for p in cell]


def test_a_mark_inside_a_mark() -> None:
    text = "la d.g.r. 514/2023 del 26 giugno"
    marks = [Mark(103, 118, "riferimenti", "aa"), Mark(110, 118, "codici", "bb")]
    found = [p for p in pieces(blocks(text, 100, marks, set())) if p.fatti]
    assert [(p.testo, p.fatti, p.prova, p.ancore) for p in found] == [
        ("d.g.r. ", ("aa",), "riferimenti/aa", ("aa",)),
        ("514/2023", ("bb", "aa"), "codici/bb", ("bb",)),
    ]


def test_rows_of_cells_are_a_table_and_a_title_a_heading() -> None:
    text = "2. Criteri\nPunti per voce:\nVoce\tPunti\nQualità\t30\nFine."
    found = blocks(text, 0, [], set(), "Criteri")
    assert [block.tipo for block in found] == ["titolo", "paragrafo", "tabella", "paragrafo"]
    assert found[2].larghezza == 2
    assert len(found[2].righe) == 2


def test_a_mark_over_the_cells_of_a_row_has_one_address_and_one_anchor() -> None:
    text = "1\tAlfa s.r.l.\t€ 10"
    found = pieces(blocks(text, 0, [Mark(0, len(text), "beneficiari", "cc")], set()))
    assert [p.fatti for p in found] == [("cc",)] * 3
    assert [p.prova for p in found] == ["beneficiari/cc", "", ""]
    assert [p.ancore for p in found] == [("cc",), (), ()]


def test_an_anchor_stands_once_on_a_page() -> None:
    anchored: set[str] = set()
    for offset in (0, 100):
        found = pieces(
            blocks("€ 10", offset, [Mark(offset, offset + 4, "importi", "dd")], anchored)
        )
        assert found[0].ancore == (("dd",) if offset == 0 else ())
        assert found[0].prova == "importi/dd"


@given(
    st.text(alphabet="ab \t\n<", max_size=60),
    st.lists(st.tuples(st.integers(0, 70), st.integers(1, 30)), max_size=8),
    st.integers(0, 10),
)
def test_marking_loses_no_word_and_marks_exactly_the_words_of_each_fact(
    text: str, spans: list[tuple[int, int]], offset: int
) -> None:
    marks = [Mark(a, a + n, "importi", f"f{i}") for i, (a, n) in enumerate(spans)]
    found = blocks(text, offset, marks, set())
    assert text_of(found).split() == text.split()
    for mark in marks:
        words = text[max(mark.inizio - offset, 0) : max(mark.fine - offset, 0)]
        marked = "".join(p.testo for p in pieces(found) if mark.fatto_id in p.fatti)
        assert "".join(marked.split()) == "".join(words.split())
