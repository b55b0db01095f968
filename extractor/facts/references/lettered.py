"""Numbers with the letters of the office or the register that gives them.

Lazio's (``G12345``, ``T00123``, of commissioners ``U00247``), Abruzzo's (``DPC026/45``),
Basilicata's (``14AL.2019/D.01234``), Apulia's (``163/DIR/2021/00045``), those of environmental
agencies (``DET-AMB-2021-1234``). They are kept as printed, and count only with a year or a date.
"""

import re

from extractor.facts.references.grammar import DATED, GAP, MARK, date
from extractor.facts.references.items import AFTER_DATE, AFTER_YEAR, Item, pattern
from extractor.facts.references.kinds import Kind
from extractor.facts.references.numbers import expand_year, read_date

_FORMS = (
    r"(?:[a-z]\s\d{5}|[a-z]{1,6}\d{1,7}(?:[/-]\d{1,6}){0,2}"
    r"|\d{1,3}[a-z]{2}\.(?:19|20)\d\d/d\.\d{4,6}"
    r"|[a-z]{3,4}(?:-[a-z]{2,5}){0,2}-(?:19|20)\d\d-\d{1,6}"
    r"|\d{1,4}/[a-z]{3}/(?:19|20)\d\d/\d{3,6})"
)
# ``/usi civici``: the office's name in full.
_OFFICE = r"(?:\s?/\s?[a-zà-ÿ]{2,15}(?:\s{1,2}[a-zà-ÿ]{2,15})?(?=[\s,-]{1,4}(?:del|datat|in\s)))?"
_TAIL = rf"{GAP}(?P<segno>{MARK})?(?P<sigla>{_FORMS})(?![\w]|[/.-]\d){_OFFICE}"
# ``Determinazione 13 ottobre 2020, n. G11799``
_DATED_TAIL = (
    rf"{GAP}(?:{DATED})?{date('1')}[\s,;:.(-]{{0,6}}(?P<segno>{MARK})(?P<sigla>{_FORMS})"
    r"(?![\w]|[/.-]\d)"
)
_YEAR_LAST = re.compile(r"(.*\d.*)/((?:19|20)\d\d)")
_YEAR_WITHIN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def lettered_item(head: Kind | None, low: str, start: int, limit: int) -> Item | None:
    """The act with such a number at ``start``, after its head or (None) alone."""
    dated = pattern(head, _DATED_TAIL).match(low, start)
    day = read_date(dated, "1", limit) if dated else None
    if dated and day:
        number = dated["sigla"].replace(" ", "")
        return Item(start, dated.end(), number, int(day[:4]), day, False, True, "lettere")
    found = pattern(head, _TAIL).match(low, start)
    if found is None:
        return None
    number, end = "".join(found["sigla"].split()), found.end()
    if not (found["segno"] or len(number) > 4):
        return None
    last = _YEAR_LAST.fullmatch(number)
    number, printed_year = last.groups() if last else (number, None)
    after = AFTER_DATE.match(low, end)
    printed = read_date(after, "2", limit) if after else None
    if after and printed:
        return Item(start, after.end(), number, int(printed[:4]), printed, False, True, "lettere")
    named = AFTER_YEAR.match(low, end)
    within = _YEAR_WITHIN.search(number)
    if named:
        printed_year, end = named["anno"], named.end()
    year = printed_year or (within.group() if within else None)
    known = expand_year(year, limit) if year else None
    return Item(start, end, number, known, None, False, True, "lettere") if known else None
