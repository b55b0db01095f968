"""Rules on the legislature that stands before the number of a Region's resolutions.

The first Councils of the Regions of ordinary statute were elected on 7 June 1970 and hold office
for five years (l. 108/1968, art. 3; l. 165/2004, art. 5), prolonged by some months at most: so a
legislature of each of them has a least ordinal at any date. The dates of Lombardia's are known.
Until 2013 the legislature was printed in figures too (``8/11488``).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from extractor.checks.finding import about
from extractor.checks.printed import Printed, italian
from models import Atto, Estrazione, Riferimento, Segnalazione

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
         "XV", "XVI", "XVII", "XVIII")  # fmt: skip

ELECTIONS = {
    "lombardia": (
        "1970-06-07", "1975-06-15", "1980-06-08", "1985-05-12", "1990-05-06", "1995-04-23",
        "2000-04-16", "2005-04-03", "2010-03-28", "2013-02-24", "2018-03-04", "2023-02-12",
    ),
}  # fmt: skip
"""First day of each election of a Region's Council: the legislature begins some weeks later."""

_FIRST = 1970 + 5 / 12
_LONGEST = 5.4
"""Years: the longest that a legislature lasted, prolonged to the spring or by an emergency."""
_HANDOVER = 4
"""Months after an election in which acts of the old legislature may still come."""
_IN_FIGURES_UNTIL = "2013-02-24"
_RESOLUTIONS = frozenset({"dgr", "dcr"})
_MISSHAPEN = re.compile(r"(?P<broken>[IVXL]{1,5}\s?/\s?[IVXL]{1,5})\s?/?\s?\d+\Z")
_IN_FIGURES = re.compile(r"(?<![\d/])(1?\d)\s?/\s?\d{3,5}(?![\d/])")


class _Day(NamedTuple):
    anno: int
    mese: int

    def months(self) -> int:
        return self.anno * 12 + self.mese


def impossible_legislatures(records: Estrazione) -> Iterator[Segnalazione]:
    """A legislature that is misprinted, or that cannot be at the date of its resolution."""
    acts = {act.id: act for act in records.atti}
    printed = Printed.of(records)
    for cited in records.riferimenti:
        if cited.tipo not in _RESOLUTIONS or not cited.numero or "/" not in cited.numero:
            continue
        broken = list(_misshapen(cited))
        yield from broken or _out_of_time(cited)
        act = acts.get(cited.atto_id)
        if act is not None:
            yield from _in_figures(cited, act, printed)


def _misshapen(cited: Riferimento) -> Iterator[Segnalazione]:
    found = _MISSHAPEN.match(cited.numero or "")
    if found is None and not cited.refuso:
        return
    if found is None:
        leg = (cited.numero or "").partition("/")[0]
        if not re.fullmatch(r"[IVXL]+", leg) or leg in ROMAN:
            return
    broken = found["broken"] if found else (cited.numero or "").partition("/")[0]
    due = _expected(cited)
    joined = re.sub(r"[\s/]", "", broken)
    likely = f"; probabilmente {due[0]}" if len(due) == 1 else ""
    if not likely and joined in ROMAN:
        likely = f"; probabilmente {joined}"
    yield about(
        "riferimento_legislatura",
        "errore",
        f"La legislatura «{broken}» in «{cited.testo}» non esiste{likely}.",
        cited,
    )


def _out_of_time(cited: Riferimento) -> Iterator[Segnalazione]:
    legislature = (cited.numero or "").partition("/")[0]
    if legislature not in ROMAN or (cited.data is None and cited.anno is None):
        return
    due = _expected(cited)
    when = italian(cited.data) if cited.data else str(cited.anno)
    if due and legislature not in due:
        yield about(
            "riferimento_legislatura",
            "errore",
            f"La legislatura {legislature} di «{cited.testo}» non è quella del {when}: "
            f"era la {' o la '.join(due)}.",
            cited,
        )
    elif not due and ROMAN.index(legislature) + 1 < _least(cited):
        yield about(
            "riferimento_legislatura",
            "avviso",
            f"La legislatura {legislature} di «{cited.testo}» era già finita nel {when}.",
            cited,
        )


def legislatures_at(day: str, region: str) -> list[str]:
    """The legislatures in which a resolution of a date (ISO 8601, or a year alone) can be.

    Two in the months after an election; none where the dates of the Region are not known.

    >>> legislatures_at("2023-12-28", "Regione Lombardia"), legislatures_at("2013", "lombardia")
    (['XII'], ['IX', 'X'])
    """
    known = next((dates for name, dates in ELECTIONS.items() if name in region.casefold()), None)
    first, last = _span(day)
    if known is None:
        return []
    elections = [_month(election) for election in known]
    oldest = bisect_right(elections, first.months() - _HANDOVER)
    youngest = bisect_right(elections, last.months())
    # After the last known election a new legislature may have begun that this table lacks
    if last.months() - elections[-1] > 5 * 12:
        return []
    return [ROMAN[at - 1] for at in range(max(oldest, 1), youngest + 1)]


def _expected(cited: Riferimento) -> list[str]:
    day = cited.data or (str(cited.anno) if cited.anno else None)
    return legislatures_at(day, cited.ente or "") if day else []


def _least(cited: Riferimento) -> int:
    """The least ordinal of a legislature at the date of a resolution, in any Region."""
    first, _ = _span(cited.data or str(cited.anno))
    return int((first.months() / 12 - _FIRST) / _LONGEST) + 1


def _span(day: str) -> tuple[_Day, _Day]:
    """The months of a date, or of a year alone."""
    if len(day) == 4:
        return _Day(int(day), 1), _Day(int(day), 12)
    month = _Day(int(day[:4]), int(day[5:7]))
    return month, month


def _month(day: str) -> int:
    return _Day(int(day[:4]), int(day[5:7])).months()


def _in_figures(cited: Riferimento, act: Atto, printed: Printed) -> Iterator[Segnalazione]:
    """A legislature in figures where it has been in Roman numerals for years."""
    if "lombardia" not in (cited.ente or "").casefold() or not cited.data:
        return
    if cited.data < _IN_FIGURES_UNTIL or (act.data or "") < _IN_FIGURES_UNTIL:
        return
    for mention in printed.mentions[cited.id]:
        found = _IN_FIGURES.search(mention.testo)
        if found:
            yield printed.at(
                "riferimento_legislatura",
                "nota",
                f"La legislatura di «{mention.testo}» è in cifre ({found[1]}); dal 2013 è in "
                f"numeri romani: {cited.numero}.",
                (mention.inizio, mention.fine),
                cited.atto_id,
                cited,
            )
            return
