"""Joining the occurrences of a fact: what its row keeps of each."""

from extractor.facts import references
from extractor.records.joining import join
from models import Context

TEXT = (
    "Visto l’art. 183, comma 7, del d.lgs. 267/2000; visto l’articolo 147-bis del d.lgs. 267/2000; "
    "visti l’art. 183 , comma 7 del d.lgs. 267/2000 e l’art. 147 bis del d.lgs. 267/2000."
)


def test_an_article_printed_in_two_ways_is_told_once() -> None:
    (row,), mentions = join("riferimenti", list(references.find(TEXT, Context())))
    assert row.articolo == "art. 183, comma 7; articolo 147-bis"  # type: ignore[attr-defined]
    assert len(mentions) == 4
