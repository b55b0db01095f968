"""Measure the citations found against those marked in an Akoma Ntoso act.

    python scripts/measure_citations.py ACT.xml [--list]

The text of the act is read as plain text; each ``<ref>`` of it is a citation to be found. A
citation is found when a mention, with the articles that complete it, overlaps its words, and
right when the mention's URN is the act of the ``href``: with its date where the words print
it, else with its year. ``--list`` prints what is missed or wrong.
"""

import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import etree

from extractor.facts.references import complete, find
from extractor.facts.references.urn import article_urns
from models import Context, Riferimento

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
BLOCKS = {f"{AKN}{name}" for name in ("p", "num", "heading", "content", "article", "citation")}
TYPES = {
    "decretoLegislativo": "stato:decreto.legislativo",
    "decretoLegge": "stato:decreto.legge",
    "legge": "stato:legge",
    "decretoDelPresidenteDellaRepubblica": "presidente.repubblica:decreto",
    "regio.decreto": "stato:regio.decreto",
    "codice.civile": "stato:regio.decreto",
}


@dataclass(frozen=True)
class Marked:
    """A citation marked in the file: its words, its place, the URN of its act, its article."""

    inizio: int
    fine: int
    testo: str
    urn: str
    articolo: str | None


def act_urn(href: str) -> str:
    """The URN of the act that an Akoma Ntoso address names."""
    kind, _, *rest = href.split("#")[0].strip("/").split("/")[3:]
    number = rest[-2]
    day = rest[0]
    if kind == "costituzione":
        return "urn:nir:stato:costituzione:1947-12-27"
    if kind == "direttivaUe":
        return f"http://data.europa.eu/eli/dir/{day}/{number}/oj"
    if kind == "regolamento":
        return f"http://data.europa.eu/eli/reg/{day}/{number}/oj"
    return f"urn:nir:{TYPES[kind]}:{day};{number}"


def read(path: Path) -> tuple[str, list[Marked], date]:
    """The act's text, the citations marked in it, and the date of this text."""
    tree = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
    day = tree.find(f".//{AKN}FRBRExpression/{AKN}FRBRdate").get("date")
    pieces: list[str] = []
    marked: list[Marked] = []
    length = 0

    def add(words: str | None) -> None:
        nonlocal length
        if words:
            pieces.append(words)
            length += len(words)

    def walk(node: etree._Element) -> None:
        start = length
        add(node.text)
        for child in node:
            walk(child)
            add(child.tail)
        if node.tag == f"{AKN}ref":
            href = node.get("href")
            found = re.search(r"#art_(\d+[a-z]*)", href)
            words = "".join(node.itertext())
            article = found[1] if found else None
            marked.append(Marked(start, length, words, act_urn(href), article))
        if node.tag in BLOCKS:
            add("\n")

    act = tree.find(f"{AKN}act")
    for child in act:
        if child.tag != f"{AKN}meta":
            walk(child)
    return "".join(pieces), marked, date.fromisoformat(day)


def spans(mention: Riferimento) -> list[tuple[int, int]]:
    """The words of a mention and of the articles that it names."""
    near = [span for span in mention.completamenti if abs(span[0] - mention.inizio) < 400]
    return [(mention.inizio, mention.fine), *near]


def same_act(urn: str | None, expected: str) -> bool:
    """Whether two URNs name one act; a year stands for any date in it."""
    if urn is None:
        return False
    if urn == expected:
        return True
    one, two = (re.sub(r":(\d{4})(?:-\d\d-\d\d)?;", r":\1;", text) for text in (urn, expected))
    dated = re.compile(r":\d{4}-\d\d-\d\d;")
    return one == two and not (dated.search(urn) and dated.search(expected))


def main(arguments: list[str]) -> None:
    """Print recall, the share of right URNs and that of right articles."""
    path = Path(arguments[0])
    text, marked, day = read(path)
    context = Context(data=day)
    mentions = complete(find(text, context), context)
    found = right = exact = articles = right_articles = 0
    for citation in marked:
        over = [
            mention
            for mention in mentions
            if any(start < citation.fine and citation.inizio < end for start, end in spans(mention))
        ]
        good = [mention for mention in over if same_act(mention.urn, citation.urn)]
        found += bool(over)
        right += bool(good)
        exact += any(mention.urn == citation.urn for mention in good)
        if citation.articolo:
            articles += 1
            wanted = f"~art{citation.articolo}"
            right_articles += any(
                urn.endswith(wanted)
                for mention in good
                for urn in article_urns(mention.urn or "", mention.articolo or "")
            )
        if not good and "--list" in arguments:
            around = text[max(0, citation.inizio - 80) : citation.fine + 40]
            print(citation, [mention.urn for mention in over], repr(around))
    total = len(marked)
    print(f"{total} citations, {len(mentions)} mentions")
    print(f"recall {found / total:.3f}; right URN {right / total:.3f}")
    print(f"the same URN, date or year as marked {exact / total:.3f}")
    print(f"right article {right_articles / max(articles, 1):.3f} of {articles}")


if __name__ == "__main__":
    main(sys.argv[1:])
