"""The masks of a text agree with the classes of the module ``re``, whatever the text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.facts.anchors import lowered, starts, stems
from extractor.facts.characters import after, before, characters, places

TEXTS = st.text(
    st.sampled_from("aZé9²½_ \n\t.\u00a0٣𝟗𝒜\ud800\udfff") | st.characters(), max_size=40
)
ASKED = stems("all", "all. b", "r.")


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        ("word", r"\w"),
        ("letter", r"[^\W\d_¹²³⁰⁴-⁹¼-¾]"),
        ("figure", r"\d"),
        ("space", r"\s"),
        ("capital", r"[A-Z]"),
        ("small", r"[a-z]"),
        ("line_start", r"(?m:^)[\s\S]"),
    ],
)
@given(text=TEXTS)
def test_masks_are_the_classes_of_patterns(kind: str, form: str, text: str) -> None:
    assert places(getattr(characters(text), kind)) == [m.start() for m in re.finditer(form, text)]


@given(text=TEXTS, by=st.integers(1, 4))
def test_neighbours_stand_within_the_text(text: str, by: int) -> None:
    here = characters(text).space
    assert places(before(here, by)) == [at + by for at in places(here) if at + by < len(text)]
    assert places(after(here, by)) == [at - by for at in places(here) if at >= by]


@given(text=st.lists(st.sampled_from(("all", ".", " ", "\n", "b", "r", "7", "²", "İ", "\ud800"))))
def test_stems_stand_where_words_begin(text: list[str]) -> None:
    low = lowered("".join(text))
    form = re.compile(r"(?<![^\W\d_¹²³⁰⁴-⁹¼-¾])(?=all|r\.)")
    assert starts(low, ASKED, after_figures=True) == [m.start() for m in form.finditer(low)]
