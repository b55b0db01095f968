"""Compare our date grammar with dateparser's free search, on the gold texts.

    python scripts/measure_dates.py [--characters 60000]

A date found is right when its day is printed in the text in one of the forms that acts use
(checked by writing the day out, not by reading); recall is over the days that the gold's
references and deadlines quote. Both tools read the first ``--characters`` of each document.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from dateparser.search import search_dates

from extractor.facts.dates import find_dates

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
    "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip
PIECE = 2000
"""dateparser's search takes time that grows faster than its text: it is given pieces."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--characters", type=int, default=60_000)
    characters = parser.parse_args().characters
    texts = {
        path.name: path.read_text("utf-8")[:characters]
        for path in sorted((CORPUS / "documents").glob("*.txt"))
    }
    quoted = {name: set(_quoted(name, text)) for name, text in texts.items()}
    print(f"{len(texts)} documents, {sum(map(len, texts.values()))} characters")
    for name, tool in (("our grammar", _ours), ("dateparser", _dateparser)):
        _report(name, tool, texts, quoted)


def _report(
    name: str,
    tool: Callable[[str], set[date]],
    texts: dict[str, str],
    quoted: dict[str, set[date]],
) -> None:
    start = time.perf_counter()
    found = {document: tool(text) for document, text in texts.items()}
    seconds = time.perf_counter() - start
    days = [(document, day) for document, days in found.items() for day in days]
    right = sum(_printed(day, texts[document]) for document, day in days)
    wanted = sum(map(len, quoted.values()))
    met = sum(len(days & quoted[document]) for document, days in found.items())
    print(
        f"{name}: {len(days)} days found, {right} printed:"
        f" precision {right / max(len(days), 1):.3f}; {met} of {wanted} quoted by the"
        f" gold: recall {met / max(wanted, 1):.3f}; {seconds:.2f} s"
    )


def _ours(text: str) -> set[date]:
    return {span.data for span in find_dates(text) if span.precisione == "giorno"}


def _dateparser(text: str) -> set[date]:
    days = set()
    for start in range(0, len(text), PIECE):
        for _, found in search_dates(text[start : start + PIECE], languages=["it"]) or ():
            days.add(found.date())
    return days


def _quoted(document: str, text: str) -> Iterator[date]:
    """The days of the gold's references and deadlines that the text prints."""
    gold = json.loads((CORPUS / "gold" / document).with_suffix(".json").read_text("utf-8"))
    for act in gold["atti"]:
        for fact in [*act.get("riferimenti", ()), *act.get("scadenze", ())]:
            day = date.fromisoformat(fact["data"]) if fact.get("data") else None
            if day is not None and _printed(day, text):
                yield day


def _printed(day: date, text: str) -> bool:
    """Whether the day stands in the text in a form that acts use."""
    plain = _folded(text)
    month = MONTHS[day.month - 1]
    forms = [f"{day.day} {month} {day.year}", f"{day.day:02d} {month} {day.year}", day.isoformat()]
    forms += [f"1° {month} {day.year}"] if day.day == 1 else []
    forms.append(f"{day.day}-{month[:3]}-{day.year}")
    for mark in "/.-":
        for year in (f"{day.year}", f"{day.year % 100:02d}"):
            forms.append(f"{day.day}{mark}{day.month}{mark}{year}")
            forms.append(f"{day.day:02d}{mark}{day.month:02d}{mark}{year}")
            forms.append(f"{day.day}{mark}{day.month:02d}{mark}{year}")
    return any(form in plain for form in forms)


@lru_cache
def _folded(text: str) -> str:
    return " ".join(text.lower().split())


if __name__ == "__main__":
    main()
