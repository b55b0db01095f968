"""Measure the checks of CUP and CIG on real pairs, and how many misprints they see.

    python scripts/measure_codes.py PAIRS.csv

``PAIRS.csv`` has the columns ``cup`` and ``cig``. Prints, for each kind of code, how many of the
real ones are called valid, and of the old and smart CIGs how many one-character mutations (every
place, every other digit or capital letter) are called invalid.
"""

import argparse
import csv
import string
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.facts.codes import cig, cup

ALPHABET = string.digits + string.ascii_uppercase
MUTATED = ("ordinario", "smart")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path, help="CSV file with the columns cup and cig")
    path = parser.parse_args().pairs
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    cups = {row["cup"] for row in rows}
    cigs = {row["cig"] for row in rows}
    print(f"{len(rows)} pairs, {len(cups)} CUP, {len(cigs)} CIG")
    report("CUP", (cup.check(code).valido for code in cups))
    for shape in ("ordinario", "smart", "nuovo", None):
        report(f"CIG {shape}", (cig.check(code).valido for code in cigs if cig.kind(code) == shape))
    for code in sorted(code for code in cups if not cup.check(code).valido):
        print(f"  not valid: CUP {code}: {cup.check(code).motivo}")
    for code in sorted(code for code in cigs if not cig.check(code).valido):
        print(f"  not valid: CIG {code}: {cig.check(code).motivo}")
    for shape in MUTATED:
        outcomes = Counter(
            cig.check(mutation).valido
            for code in cigs
            if cig.kind(code) == shape and cig.check(code).valido
            for mutation in mutations(code)
        )
        seen = outcomes[False] / max(sum(outcomes.values()), 1)
        print(f"CIG {shape}: {sum(outcomes.values())} mutations, {seen:.4%} called invalid")


def report(name: str, outcomes: Iterable[bool | None]) -> None:
    """Print how many codes of a kind are called valid."""
    counts = Counter(outcomes)
    if counts:
        print(f"{name}: {sum(counts.values())} codes, {counts[True]} valid, {counts[False]} not")


def mutations(code: str) -> Iterator[str]:
    """``code`` with each of its characters changed into each other character."""
    for place, character in enumerate(code):
        for other in ALPHABET:
            if other != character:
                yield code[:place] + other + code[place + 1 :]


if __name__ == "__main__":
    main()
