"""What the recogniser of names adds, on annotated documents it was not trained on.

    python scripts/ablate_names.py [GOLD_DIR …]   # the project's gold without any

Prints precision, recall and F1 of people by name, and by name and function, without and with the
recogniser; then again on the same texts with the given names of the gold's people exchanged for
names that our list of given names lacks, where the rules have only the shape of the words. Last,
how fast the finder of people reads with the recogniser (spaCy's import is not counted).
"""

import argparse
import json
import os
import re
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from extractor.documents import read_all
from extractor.evaluation import evaluate, load
from extractor.facts import people
from extractor.facts.people.names import is_given
from extractor.facts.people.recogniser import SWITCH
from extractor.pipeline import extract_all
from models import Context

GOLD = Path(__file__).resolve().parents[1] / "corpus/gold"
FIGURES = ("persone (nome)", "persone (nome e funzione)")
UNLISTED = """
    Abimbola Aksana Alketa Amarjit Anush Arjona Baldina Besnik Bukurie Chidi Danute Dhurata
    Eberharda Fatjona Gudrun Gurpreet Hansjoerg Ikram Jaswinder Kreshnik Leontyna Lulzim Mirjeta
    Ndeye Ngozi Nkechi Oluchi Orjada Pellumb Rahmiye Shpetim Sukhjit Swetlana Tamika Thiago
    Torvald Uchenna Wladyslawa Xhevahir Yllka Zhaneta Zubeda
    """.split()  # noqa: SIM905
"""Given names of people who live in Italy that the list of the rules does not hold."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="*", type=Path, default=[GOLD])
    folders = parser.parse_args().gold
    with tempfile.TemporaryDirectory() as made:
        for number, gold in enumerate(folders):
            _compare(f"{gold}", gold)
            _compare(f"{gold}, given names unlisted", _unlisted(gold, Path(made) / str(number)))
    _speed(folders)


def _compare(title: str, gold: Path) -> None:
    print(title)
    for wanted in ("0", "1"):
        os.environ[SWITCH] = wanted
        measured = evaluate(load(gold, None), lambda path: next(iter(extract_all(path))))
        for figure in FIGURES:
            tally = measured.total(figure)
            print(
                f"  {'with' if wanted == '1' else 'without':8}{figure:27}"
                f" P {tally.precision:.3f} R {tally.recall:.3f} F1 {tally.f1:.3f}"
                f"  found {len(tally.found)}, missed {len(tally.missed)},"
                f" false {len(tally.false)}"
            )


def _unlisted(gold: Path, made: Path) -> Path:
    """The gold and its texts with given names that the rules do not know."""
    (made / "gold").mkdir(parents=True)
    (made / "documents").mkdir()
    strange = [name for name in UNLISTED if not is_given(name)]
    for path in sorted(gold.glob("*.json")):
        words = path.read_text("utf-8")
        row = json.loads(words)
        text = _text(gold.parent / "documents" / row["documento"])
        given = sorted(_given_names(row["atti"]))
        for number, name in enumerate(given):
            other = strange[number % len(strange)]
            text, words = _exchanged(text, name, other), _exchanged(words, name, other)
        row = {**json.loads(words), "documento": f"{path.stem}.txt"}
        (made / "gold" / path.name).write_text(json.dumps(row), "utf-8")
        (made / "documents" / row["documento"]).write_text(text, "utf-8")
    return made / "gold"


def _text(path: Path) -> str:
    if path.suffix == ".txt":
        return path.read_text("utf-8")
    return next(iter(read_all(path))).document.testo


def _given_names(acts: Iterable[dict[str, list[dict[str, str]]]]) -> set[str]:
    names = (person["nome"] for act in acts for person in act.get("persone", ()))
    return {word for name in names for word in name.split()[:-1] if is_given(word)}


def _exchanged(text: str, name: str, other: str) -> str:
    for old, new in ((name, other), (name.upper(), other.upper())):
        text = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, text)
    return text


def _speed(folders: Iterable[Path]) -> None:
    texts = [
        _text(gold.parent / "documents" / json.loads(path.read_text("utf-8"))["documento"])
        for gold in folders
        for path in sorted(gold.glob("*.json"))
    ]
    os.environ[SWITCH] = "1"
    people.find("Il Dirigente Ngozi Achebe", Context())
    start = time.perf_counter()
    for text in texts:
        people.find(text, Context())
    size = sum(len(text.encode()) for text in texts)
    print(f"{size / 1000 / (time.perf_counter() - start):.0f} KB a second with the recogniser")


if __name__ == "__main__":
    main()
