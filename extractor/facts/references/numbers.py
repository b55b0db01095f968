"""Numbers, years and dates of cited acts, from their printed form.

A two-digit year expands to the latest year not after the act that cites it. Legislatures of a
Region stand before the number (``XII/514``; in figures before 2013: ``8/11488``).
"""

import re
from dataclasses import dataclass
from datetime import date

from extractor.facts.dates import MONTHS

FIRST_YEAR = 1860
_NO_LIMIT = 2035
# Courts and protocols print their numbers with a zero before: ``N. 01861/2024 REG.PROV.COLL.``
_OF_A_REGISTER = re.compile(r"0[1-9]\d{3,}")
_LEGISLATURES = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as normalised, its year where printed with it, whether it is a misprint."""

    numero: str
    anno: int | None = None
    refuso: bool = False


def latest_year(citing: date | None) -> int:
    """The last year that a cited act can have."""
    return citing.year if citing else _NO_LIMIT


def expand_year(printed: str, limit: int) -> int | None:
    """A year of four digits, or of two expanded to the latest not after ``limit``.

    >>> expand_year("98", 2017), expand_year("14", 2017), expand_year("5954", 2017)
    (1998, 2014, None)
    """
    value = int(printed)
    if len(printed) == 4:
        return value if FIRST_YEAR <= value <= max(limit, 1900) + 1 else None
    if len(printed) != 2:
        return None
    return limit - (limit - value) % 100


def read_date(found: re.Match[str], tag: str, limit: int) -> str | None:
    """The ISO date of the groups with this tag (see ``grammar.date``), None if impossible."""
    groups = found.groupdict()
    if groups.get(f"g{tag}"):
        day, month = int(groups[f"g{tag}"]), MONTHS[groups[f"m{tag}"]]
        year = int(groups[f"a{tag}"])
    elif groups.get(f"G{tag}"):
        day, month = int(groups[f"G{tag}"]), int(groups[f"M{tag}"])
        year = expand_year(groups[f"A{tag}"], limit) or 0
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def read_number(
    found: re.Match[str],
    limit: int,
    *,
    regional: bool = False,
    yearly: bool = False,
    dated: int | None = None,
) -> Number | None:
    """The number of the groups of ``grammar.NUMBER``.

    ``dated`` is the year of the date printed beside it, which decides whether ``10/2923`` is a
    legislature and a number; after the number of a ``yearly`` act only a year can stand, so that
    anything else there is a misprint.
    """
    leg, num = found["leg"], found["num"]
    after, tail = found["dopo"], found["coda"]
    plain = re.sub(r"[\s.]", "", num)
    if not _OF_A_REGISTER.fullmatch(plain):
        plain = plain.lstrip("0") or "0"
    if found["ufficio"] and not yearly:
        year = expand_year(after or tail, limit) if (after or tail or "").isdigit() else None
        return Number(f"{plain}/{found['ufficio']}", year)
    if leg:
        year = expand_year(after, limit) if after else None
        return _with_legislature(leg, plain, year)
    if after is None:
        return Number(plain, expand_year(tail, limit) if tail and tail.isdigit() else None)
    if regional and _is_legislature(plain, after, dated):
        year = expand_year(tail, limit) if tail and tail.isdigit() else None
        return Number(f"{_LEGISLATURES[int(plain) - 1]}/{after.lstrip('0')}", year)
    year = expand_year(after, limit)
    of_a_body = regional or (not yearly and len(after) == 2)
    if of_a_body and dated is not None and year is not None and abs(year - dated) > 1:
        return Number(f"{plain}/{after}")  # Sardinia's: ``n. 26/24 del 11.5.2016``
    if year is None and not yearly and dated in (None, expand_year(plain, limit)):
        padded = len(plain) == 4 and (len(after) > 4 or after.startswith("0"))
        first = expand_year(plain, limit) if padded else None
        if first is not None:
            return Number(f"{plain}/{after}", first)  # Basilicata's health agencies: 2017/00512
    if year is None:
        return Number(f"{plain}/{after}", refuso=yearly) if len(after) <= 4 else None
    return Number(plain, year)


def _with_legislature(printed: str, number: str, year: int | None) -> Number:
    roman = re.sub(r"\s", "", printed).upper()
    if "/" in roman:
        return Number(f"{roman} {number}", year, refuso=True)
    return Number(f"{roman}/{number}", year, refuso=roman not in _LEGISLATURES)


def _is_legislature(first: str, second: str, dated: int | None) -> bool:
    if not first.isdigit() or not 1 <= int(first) <= len(_LEGISLATURES):
        return False
    if dated is not None:
        return not ((len(second) == 4 and int(second) == dated) or len(second) == 2)
    return len(second) > 2 and not (len(second) == 4 and 1970 <= int(second) <= _NO_LIMIT)


def split_union(
    first: str, second: str, limit: int, *, numbered: bool, suffixed: bool = False
) -> Number | None:
    """Number and year of an act of the Union.

    Since 2015 the year comes first (``2016/679``); before, regulations had it last
    (``n. 1303/2013``) and directives first (``2008/98/CE``, ``91/271/CEE``); ``numbered`` says
    that the mark ``n.`` precedes, ``suffixed`` that the letters follow, as they do directives.

    >>> split_union("1303", "2013", 2020, numbered=True)
    Number(numero='1303', anno=2013, refuso=False)
    >>> split_union("2016", "679", 2020, numbered=False)
    Number(numero='679', anno=2016, refuso=False)
    """
    year_first = _union_year(first, limit)
    year_last = _union_year(second, limit)
    if year_first and len(first) == 4 and not (numbered and year_last and year_first < 2015):
        if year_last and len(second) == 4 and year_first < 2015:
            return Number(first.lstrip("0"), year_last)
        return Number(second.lstrip("0") or "0", year_first)
    if suffixed and year_first and year_first < 2000 and len(first) == len(second) == 2:
        return Number(second.lstrip("0"), year_first)  # 94/62/CE
    if year_last:
        return Number(first.lstrip("0") or "0", year_last)
    if year_first:
        return Number(second.lstrip("0") or "0", year_first)
    return None


def _union_year(printed: str, limit: int) -> int | None:
    year = expand_year(printed, limit)
    return year if year is not None and 1952 <= year <= limit + 1 else None
