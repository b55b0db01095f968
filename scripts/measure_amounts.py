"""Compare our amounts with price-parser's, on the gold texts.

    python scripts/measure_amounts.py [GOLD_DIR]

price-parser (Zyte), the parser of prices that scrapers use, reads one price from a piece of text.
So two things are asked of both: to read the words that each gold amount quotes (its own work), and
to find the amounts in the text of each annotated act, where price-parser is given the text in
pieces (lines, cells, clauses), once with any number that it takes for a price and once only those
with a currency. Exact values are compared, each once per act. Needs the group ``benchmark``.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import regex
from price_parser import Price

from extractor.documents import Limits, read_all
from extractor.evaluation.gold import GoldDocument, load
from extractor.evaluation.scoring import match_acts
from extractor.facts import amounts
from extractor.pipeline import act_context, to_structure
from models import Act, Context

GOLD = Path(__file__).resolve().parents[1] / "corpus" / "gold"
_PIECE = regex.compile(r"[^\n\t;]+?(?:,(?=\s)|(?=[\n\t;]|\Z)|(?<=\p{L})\.(?=\s))")
Values = set[Decimal]


class Text(NamedTuple):
    """What of an act the gold covers, and the amounts that it holds with the words they rest on."""

    testo: str
    importi: list[tuple[Decimal, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, nargs="?", default=GOLD)
    texts = [text for document in load(parser.parse_args().gold) for text in annotated(document)]
    wanted = sum(len(text.importi) for text in texts)
    print(
        f"{len(texts)} acts, {sum(len(text.testo) for text in texts)} characters, {wanted} amounts"
    )
    for name, find in TOOLS.items():
        report(name, find, texts)


def annotated(document: GoldDocument) -> Iterator[Text]:
    """The acts of a document whose amounts the gold lists."""
    for source in read_all(document.path, ocr="auto", limits=Limits()):
        structure = to_structure(source.document)
        acts = {act.atto.id: act for act in structure.atti}
        for gold, header in match_acts(document.acts, [act.atto for act in structure.atti]):
            if gold is None or header is None or "importi" not in gold:
                continue
            found = [(Decimal(fact["importo"]), fact["testo"]) for fact in gold["importi"]]
            act = acts[header.id]
            yield Text(covered(source.document.testo, act, gold.get("ambito")), found)


def covered(text: str, act: Act, scope: str | None) -> str:
    """The text of an act, without its attachments where the gold covers the body only."""
    zones = act_context(act).zone
    kept = [zone for zone in zones if scope != "corpo" or zone.zona != "allegato"]
    return "\n".join(text[act.inizio + zone.inizio : act.inizio + zone.fine] for zone in kept)


def report(name: str, find: Callable[[str], Values], texts: list[Text]) -> None:
    """Print how many quoted amounts a tool reads, and what it finds in the texts."""
    quoted = [(value, words) for text in texts for value, words in text.importi]
    read = sum(find(words) == {value} for value, words in quoted)
    start = time.perf_counter()
    given = [find(text.testo) for text in texts]
    seconds = time.perf_counter() - start
    right = sum(
        len(values & {value for value, _ in text.importi})
        for values, text in zip(given, texts, strict=True)
    )
    found = sum(map(len, given))
    wanted = sum(len({value for value, _ in text.importi}) for text in texts)
    print(
        f"{name}: reads {read} of {len(quoted)} quotations; finds {found} values,"
        f" {right} right: precision {right / max(found, 1):.3f},"
        f" recall {right / max(wanted, 1):.3f}; {seconds:.2f} s"
    )


def ours(text: str) -> Values:
    return {Decimal(fact.importo) for fact in amounts.find(text, Context())}


def theirs(text: str) -> Values:
    return {price.amount for price in prices(text) if price.amount is not None}


def theirs_with_currency(text: str) -> Values:
    return {price.amount for price in prices(text) if price.amount is not None and price.currency}


def prices(text: str) -> Iterator[Price]:
    for piece in _PIECE.finditer(text):
        yield Price.fromstring(piece.group())


TOOLS: dict[str, Callable[[str], Values]] = {
    "our amounts": ours,
    "price-parser, with a currency": theirs_with_currency,
    "price-parser, any number": theirs,
}


if __name__ == "__main__":
    main()
