"""Rule over a store: the numbers of a bulletin's series run on through the year.

Ordinary series come every week, and two or more issues may bear one number; supplements and
extraordinary issues come when there is need, so that nothing is missing where they have none.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from extractor.checks.finding import plain
from models import Documento, Segnalazione

_WHEN_NEEDED = ("supplement", "straordinari", "special", "edizione")
_NUMBER = re.compile(r"\d{1,3}")


def missing_bulletins(documents: Iterable[Documento]) -> Iterator[Segnalazione]:
    """The numbers that lack between the bulletins of one series and year.

    Nothing is said of a series of which more numbers lack than are there: the store holds a
    choice of it.
    """
    series: dict[tuple[str, str], dict[int, Documento]] = defaultdict(dict)
    for document in documents:
        number = _NUMBER.fullmatch(document.bollettino or "")
        name = document.serie or ""
        if number is None or not document.data_pubblicazione:
            continue
        if any(word in name.casefold() for word in _WHEN_NEEDED):
            continue
        key = (name, document.data_pubblicazione[:4])
        held = series[key].setdefault(int(number.group()), document)
        # The last issue of a number stands for it, whatever the order of reading
        if (document.data_pubblicazione, document.id) > (held.data_pubblicazione or "", held.id):
            series[key][int(number.group())] = document
    for (name, year), held_numbers in sorted(series.items()):
        yield from _gaps(name, year, held_numbers)


def _gaps(name: str, year: str, held: dict[int, Documento]) -> Iterator[Segnalazione]:
    numbers = sorted(held)
    lacking = [n for n in range(numbers[0], numbers[-1]) if n not in held]
    if len(lacking) > len(numbers):
        return
    for before, after in pairwise(numbers):
        gap = list(range(before + 1, after))
        if not gap:
            continue
        which = f"il n. {gap[0]}" if len(gap) == 1 else f"i nn. da {gap[0]} a {gap[-1]}"
        verb = "manca" if len(gap) == 1 else "mancano"
        label = f"{name} {year}".strip()
        yield plain(
            "bollettino_mancante",
            "avviso",
            f"{label}: tra il n. {before} e il n. {after} {verb} {which}.",
            held[after].id,
            pagina=1,
        )
