"""Typeset the texts of the corpus, or any text like them, as PDFs in the layout of the real ones.

    python scripts/typeset.py [NAME|FILE ...] [--to DIR]

The layout is chosen from the text: a bulletin (two columns), an act, an agreement or a plan (one
column). The same text gives the same bytes. The sources are transcriptions: their marks of
emphasis and empty lines are dropped, their words are all printed.
"""

import sys
from itertools import groupby
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from extractor.documents.block import Block
from extractor.documents.emphasis import marked, unmarked
from extractor.documents.text import decode, without_running_lines
from extractor.documents.unwrap import blocks
from scripts.typesetting import bulletin, single
from scripts.typesetting.tables import tables_of

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "corpus" / "documents"


def source_blocks(data: bytes) -> list[Block]:
    """The blocks of a text, marks of emphasis in them."""
    return list(blocks(marked(decode(data))))


def printed_words(data: bytes) -> list[str]:
    """The words that a text's PDF prints, furniture and repeated headers apart, in order: to
    compare a reading with."""
    text, _ = without_running_lines(decode(data))
    words: list[str] = []
    for is_table, members in groupby(blocks(marked(text)), key=lambda block: bool(block.celle)):
        pieces = (
            (cell for table in tables_of(members) for row in table for cell in row)
            if is_table
            else (block.testo for block in members)
        )
        words.extend(word for piece in pieces for word in unmarked(piece).split())
    return words


def typeset(source: Path, target: Path) -> None:
    """Typeset one text file as a PDF."""
    found = source_blocks(source.read_bytes())
    head = " ".join(unmarked(block.testo) for block in found[:12]).upper()
    layout = bulletin.typeset if "BOLLETTINO UFFICIALE" in head else single.typeset
    target.parent.mkdir(parents=True, exist_ok=True)
    layout(found, target, source.stem)


@click.command()
@click.argument("names", nargs=-1)
@click.option("--to", "folder", type=click.Path(path_type=Path), default=ROOT / "build" / "pdf")
def main(names: tuple[str, ...], folder: Path) -> None:
    """Typeset NAMES (of corpus texts, or files; all of the corpus when none is given)."""
    sources = [
        path if (path := Path(name)).is_file() else SOURCES / f"{path.stem}.txt" for name in names
    ] or sorted(SOURCES.glob("*.txt"))
    for source in sources:
        target = folder / f"{source.stem}.pdf"
        typeset(source, target)
        click.echo(f"{target} ({target.stat().st_size // 1024} KB)")


if __name__ == "__main__":
    main()
