"""Rule on registers: in each, later acts bear higher numbers.

The registers whose numbers can be told by the kind of act are few: a Region's Giunta numbers its
resolutions through a legislature (Lombardia) or a year, Lombardia's offices number all their
decrees in one register a year. A citation that goes against several others, which agree among
themselves, has a misprinted number or date.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from extractor.checks.digits import one_digit_apart
from extractor.checks.finding import about
from extractor.checks.legislatures import ELECTIONS, ROMAN, legislatures_at
from extractor.checks.printed import italian
from models import Atto, Estrazione, Riferimento, Segnalazione

_ENOUGH = 2
"""Citations that one must go against to be doubted."""
_MOST = 200
"""Citations of one register that are compared: each with each."""
_DOUBTED = 10
"""Citations of one register that are doubted, at most: beyond it the register is not one."""
_LEAST_DECREE = 1_000
_A_MONTH = 400
"""Resolutions of the Giunta of Lombardia in a month, at most, since 2000."""
#: Offices whose decrees have a register of their own.
_OTHER_REGISTERS = ("presidente", "assessor", "p.g.r", "d.p.g", "consiglio", "ministr", "prefet")


class _Point(NamedTuple):
    data: str
    numero: int
    fatto: Riferimento | Atto


def numbers_against_dates(records: Estrazione) -> Iterator[Segnalazione]:
    """A citation whose number is out of order for its date."""
    registers: dict[tuple[str, ...], dict[tuple[str, int], _Point]] = defaultdict(dict)
    rows: list[Riferimento | Atto] = [*records.atti, *records.riferimenti]
    for row in rows:
        digits = (row.numero or "").rpartition("/")[2].strip()
        if row.data and digits.isdigit() and len(digits) < 7:
            point = _Point(row.data, int(digits), row)
            if key := _register(row, point.numero):
                registers[key].setdefault((point.data, point.numero), point)
    for points in registers.values():
        yield from _out_of_order(sorted(points.values(), key=lambda p: p[:2])[:_MOST])


def _register(row: Riferimento | Atto, number: int) -> tuple[str, ...] | None:
    """The register that an act is numbered in, None where it cannot be told."""
    region = (row.ente or "").casefold()
    if not region.startswith("regione ") or not row.data:
        return None
    if row.tipo == "dgr":
        return _of_the_giunta(row, region, number)
    if row.tipo == "decreto" and "lombardia" in region:
        words = (row.testo if isinstance(row, Riferimento) else row.organo or "").casefold()
        # A low number without its office may be a ministry's
        if not any(name in words for name in _OTHER_REGISTERS) and number >= _LEAST_DECREE:
            return ("decreto", region, row.data[:4])
    return None


def _of_the_giunta(row: Riferimento | Atto, region: str, number: int) -> tuple[str, ...] | None:
    day = row.data or ""
    if "lombardia" not in region:
        return ("dgr", region, day[:4])
    printed = (row.numero or "").partition("/")[0]
    due = legislatures_at(day, region)
    if len(due) != 1 or (printed in ROMAN and printed != due[0]):
        return None
    begun = ELECTIONS["lombardia"][ROMAN.index(due[0])]
    months = (int(day[:4]) - int(begun[:4])) * 12 + int(day[5:7]) - int(begun[5:7])
    # Higher than the Giunta can have come to: the number of something else
    return ("dgr", region, due[0]) if number <= _A_MONTH * (months + 1) else None


def _out_of_order(points: list[_Point]) -> Iterator[Segnalazione]:
    """The points to be taken out, the worst first, until numbers grow with dates."""
    against = {one: {other for other in points if _contradict(one, other)} for one in points}
    for _ in range(_DOUBTED):
        votes = {point: _distinct(others) for point, others in against.items()}
        worst = max(votes, key=lambda p: (votes[p], p.data, p.numero), default=None)
        if worst is None or votes[worst] < _ENOUGH:
            return
        others = sorted(against.pop(worst), key=lambda p: abs(p.numero - worst.numero))
        for rest in against.values():
            rest.discard(worst)
        # Where the others do not agree among themselves nothing tells which is wrong
        if all(votes[other] < votes[worst] for other in others):
            yield from _finding(worst, others[:3])


def _distinct(points: set[_Point]) -> int:
    """How many acts the points are: two numbers a digit apart on one day count as one."""
    kept: dict[str, list[str]] = defaultdict(list)
    for point in sorted(points, key=lambda p: p[:2]):
        same_day, number = kept[point.data], str(point.numero)
        if not any(one_digit_apart(number, other) for other in same_day[:_ENOUGH]):
            same_day.append(number)
    return sum(map(len, kept.values()))


def _finding(worst: _Point, others: list[_Point]) -> Iterator[Segnalazione]:
    if not isinstance(worst.fatto, Riferimento):
        return
    shown = ", ".join(f"n. {p.numero} del {italian(p.data)}" for p in others)
    yield about(
        "riferimento_discordante",
        "avviso",
        f"Il n. {worst.fatto.numero} del {italian(worst.data)} non è in ordine con gli altri "
        f"numeri dello stesso registro: {shown}.",
        worst.fatto,
        *(p.fatto for p in others if isinstance(p.fatto, Riferimento)),
    )


def _contradict(one: _Point, other: _Point) -> bool:
    return (one.data < other.data and one.numero > other.numero) or (
        one.data > other.data and one.numero < other.numero
    )
