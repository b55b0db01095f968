"""Check hand-made places of real files against our reader and three other tools.

    python scripts/measure_places.py PLACES.json FOLDER

``PLACES.json`` is a list of objects, each a place that a person read on the drawn page:
``file`` (a PDF in ``FOLDER``), ``pagina``, ``tipo`` and ``parole``, words that must stand together
in the text. ``tipo`` says what the place tests, in Italian, as the tables of figures name it:

- ``colonna``, ``pagina``: the end of a column or page and the start of the next one;
- ``sillaba``, ``composto``: a word divided at a line end, a word with a hyphen of its own;
- ``riga``: the cells of a table's row, in order; ``nota``: a footnote; ``ordine``: any others;
- ``titolo``: words with which a block, a line of the text, must begin, in one cell;
- ``assente``: words of a header, footer or stamp, which must not be in the text at all.

White space and tabs, the shapes of quotes and of dashes, and bullets do not matter. pdfium marks
the hyphens of line ends as such: they are taken for divisions, as it means them.
"""

import argparse
import json
import re
import subprocess
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypedDict

import pypdfium2

from extractor.documents import read

_FOLDS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-"})
_DIVISION = re.compile("[\ufffe\x02]\\s*")
_SPACES = re.compile(r"[^\S\t]+")
_BULLETS = re.compile(r"(?:(?<=\s)|^)[•·▪●○\uf0b7\uf0a7](?=\s)")


class Place(TypedDict):
    """Words that a page holds, and what they test."""

    file: str
    pagina: int
    tipo: str
    parole: str


def ours(path: Path) -> str:
    """The canonical text of our reader; of a scanned page without recognition, nothing."""
    return read(path.read_bytes(), path.name).testo


def poppler(path: Path) -> str:
    """What ``pdftotext`` prints."""
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def pdfium(path: Path) -> str:
    """pdfium's text, in the order in which the file draws it."""
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def plumber(path: Path) -> str:
    """pdfplumber's text."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() or "" for page in pdf.pages)


TOOLS: dict[str, Callable[[Path], str]] = {
    "spoglio": ours,
    "pdftotext": poppler,
    "pdfium": pdfium,
    "pdfplumber": plumber,
}


def folded(text: str) -> str:
    """The text as it is compared: its lines kept, other white space and shapes of marks not."""
    text = _BULLETS.sub("", _DIVISION.sub("", text).translate(_FOLDS))
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.splitlines())


def right(place: Place, text: str) -> bool:
    """Whether a folded text has the place as it must be."""
    words = " ".join(folded(place["parole"]).split())
    if place["tipo"] == "titolo":
        pattern = re.escape(words)
        return re.search(rf"^{pattern}(?!\w)", text, re.MULTILINE) is not None
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = re.search(rf"(?<!\w){pattern}(?!\w)", text) is not None
    return found != (place["tipo"] == "assente")


def outcomes(
    places: list[Place], folder: Path, tools: list[str]
) -> Iterator[tuple[str, Place, bool]]:
    """Each place's outcome by each tool; every file is read once by each."""
    by_file: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        by_file[place["file"]].append(place)
    for name, group in by_file.items():
        for tool in tools:
            text = folded(TOOLS[tool](folder / name))
            for place in group:
                yield tool, place, right(place, text)


def main() -> None:
    """Prints right / all for each kind and tool, and each of our misses."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("places", type=Path, help="JSON list of places")
    parser.add_argument("folder", type=Path, help="where their PDF files are")
    parser.add_argument("--only", choices=list(TOOLS), help="one tool alone")
    args = parser.parse_args()
    places: list[Place] = json.loads(args.places.read_text(encoding="utf-8"))
    tools = [args.only] if args.only else list(TOOLS)
    good: Counter[tuple[str, str]] = Counter()
    missed: list[Place] = []
    for tool, place, hit in outcomes(places, args.folder, tools):
        good[place["tipo"], tool] += hit
        good["tutti", tool] += hit
        if tool == "spoglio" and not hit:
            missed.append(place)
    sizes = Counter(place["tipo"] for place in places) + Counter(tutti=len(places))
    print(f"{len(places)} places in {len({place['file'] for place in places})} files")
    print(f"{'':10}" + "".join(f"{tool:>14}" for tool in tools))
    for kind, size in sizes.items():
        cells = (f"{good[kind, tool]} / {size}" for tool in tools)
        print(f"{kind:10}" + "".join(f"{cell:>14}" for cell in cells))
    for place in missed:
        print(f"missed: {place['file']} p. {place['pagina']} {place['tipo']}: {place['parole']}")


if __name__ == "__main__":
    main()
