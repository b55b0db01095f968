"""The masthead and the running headers of a Region's official bulletin.

Lombardy numbers its bulletins by series (``Serie Ordinaria n. 17 - Venerdì 28 aprile 2017``), the
other Regions by year: ``Bollettino Ufficiale della Regione Puglia - n. 34 del 7-3-2024``,
``6-3-2024 - BOLLETTINO UFFICIALE DELLA REGIONE EMILIA-ROMAGNA - PARTE SECONDA - N. 62``,
``REGIONE PIEMONTE BU11 14/03/2024``.
"""

import re
from dataclasses import dataclass

import regex

from extractor.structure.calendar_dates import MONTHS, find_date
from models import Document

_MONTH = "|".join(MONTHS)
_FIGURES = r"\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{4}"
_DAY = rf"(?:{_FIGURES}|\d{{1,2}}[°º]?\s+(?:{_MONTH})\s+\d{{4}})"
_SERIES = re.compile(
    r"(?P<serie>(?:\d\s?[°ªº]\s*)?(?:Suppl\w*\.?\s+(?:Straordinario\s+|Ordinario\s+)?(?:alla?\s+)?)?"
    r"Serie\s+(?:Editoriale\s+)?(?:Ordinaria|Speciale|Straordinaria|Avvisi\s+e\s+Concorsi|Inserzioni"
    r"(?:\s+e\s+Concorsi)?|Generale)|Supplemento(?:\s+(?:Ordinario|Straordinario))?)\s*"
    r"[-–—,]?\s*n\.?\s*(?P<numero>\d{1,3})\s*(?:[-–—]|del)?\s*"
    rf"(?P<data>(?:\w+ì\s+|\w+\s+)?\d{{1,2}}[°º]?\s+(?:{_MONTH})\s+\d{{4}})",
    re.I,
)
_NAME = (
    r"(?:suppl\w*\.?\s+(?:(?:ord|stra)\w*\.?\s+)?(?:n\.?\s*\d{1,3}\s+)?al\s+)?"
    r"(?:bollettino\s+ufficiale|bur[a-z]{0,2}|gazzetta\s+ufficiale\s+della\s+regione)(?!\w)"
    r"[A-Za-zà-ù'’\- ]{0,60}?"
)
_PART = (
    r"(?P<serie>parte\s+(?:prima|seconda|terza|quarta|I{1,3}|IV)"
    r"|suppl\w*\.?(?:\s+(?:ord|stra)\w*\.?)?(?:\s+n\.?\s*\d{1,3})?)"
)
_GAP = r"[\s,•–—-]{0,6}"
_N = r"n(?:um(?:ero)?)?[.°º]{0,2}\s*(?P<numero>\d{1,4})"
#: What may stand behind it in a running header: the page.
_PAGE = r"(?:[\s•|–—-]{0,6}(?:pag(?:ina|\.)?\s*)?\d{0,6}(?:\s*(?:di|/)\s*\d{1,5})?)?\s*$"
#: Each is matched against a line by itself: a sentence that cites a bulletin is none.
_LINES = (
    re.compile(
        rf"\d{{0,6}}\s*{_NAME}{_GAP}{_PART}?{_GAP}(?:al\s+)?{_N}{_GAP}(?:suppl\w*\.?{_GAP})?"
        rf"(?:del{_GAP}|\|\s*)?(?P<data>{_DAY}){_PAGE}",
        re.I,
    ),
    re.compile(
        rf"(?P<data>{_DAY}){_GAP}{_NAME}{_GAP}{_PART}?{_GAP}{_N}"
        rf"(?:{_GAP}suppl\w*\.?(?:\s+(?:ord|stra)\w*\.?)?(?:\s+n\.?\s*\d{{1,3}})?)?{_PAGE}",
        re.I,
    ),
    re.compile(
        rf"regione\s+[A-Za-zà-ù'’\- ]{{3,30}}?\s+B\.?U\.?R?\.?\s?(?P<numero>\d{{1,3}})"
        rf"(?P<serie>S\d{{1,2}})?\s+(?P<data>{_DAY}){_PAGE}",
        re.I,
    ),
)
#: On a front page the year of publication stands with number and date, the name on another line:
#: ``ANCONA 16•07•2020 ANNO LI • N. 63``, ``Anno 55 6 marzo 2024 N. 62``.
_YEAR = r"anno\s+(?:[IVXLC]{1,8}|\d{1,3})"
_DOT_DAY = rf"(?:\d{{1,2}}\s?[•·]\s?\d{{1,2}}\s?[•·]\s?\d{{4}}|{_DAY})"
_WEEKDAY = r"(?:[a-zì']{5,9}\s*,?\s+)?"
_FRONT_PAGE = (
    re.compile(
        rf"(?:[A-Za-zÀ-ù' ]{{4,20}}?,?\s+)?(?P<data>{_DOT_DAY})[\s•·|–-]+{_YEAR}[\s•·|–-]+"
        r"n[.°º]{0,2}\s*(?P<numero>\d{1,3})\s*$",
        re.I,
    ),
    re.compile(
        rf"{_YEAR}[\s•·|–-]+n[.°º]{{0,2}}\s*(?P<numero>\d{{1,3}})[\s•·|,–-]+"
        rf"(?:[A-Za-zÀ-ù' ]{{4,20}}?,?\s+)?(?P<data>{_DOT_DAY})\s*$",
        re.I,
    ),
    re.compile(
        rf"{_YEAR}[\s•·|–-]+{_WEEKDAY}(?P<data>{_DOT_DAY})[\s•·|–-]+n[.°º]{{0,2}}\s*(?P<numero>\d{{1,3}})\s*$",
        re.I,
    ),
)
_NAME_ON_FRONT = re.compile(r"bollettino\s+ufficiale\b", re.I)
_FRONT = 1500
_CHEAP = regex.compile(r"serie|suppl|bollettino|\bbu|gazzetta|b\.u", regex.I)
# A running header stands in the margins; where a reader left it in the text, in its first lines.
_FIRST_LINES, _MARGIN = 4_000, 20_000
_LONGEST = 140


@dataclass(frozen=True, slots=True)
class Masthead:
    """Number, series or part, and date (ISO 8601) of a bulletin, as far as they are printed."""

    numero: str | None = None
    serie: str | None = None
    data: str | None = None


def read_masthead(document: Document) -> Masthead:
    """Number, series and date, from the running headers or the first pages."""
    for text in (document.margine, document.testo[:20_000]):
        found = _SERIES.search(text)
        if found:
            return _of(found)
    return stamped_masthead(document)


def stamped_masthead(document: Document) -> Masthead:
    """The same, only from lines that say nothing else: so an act by itself may be read."""
    for text in (document.margine[:_MARGIN], document.testo[:_FIRST_LINES]):
        for line in text.splitlines():
            found = _line(line.strip())
            if found:
                return _of(found)
    return _front_page(document.testo[:_FRONT])


def _front_page(front: str) -> Masthead:
    """Number and date in the line of a front page that prints the year of publication."""
    if not _NAME_ON_FRONT.search(front):
        return Masthead()
    for line in front.splitlines():
        if 12 < len(line.strip()) < _LONGEST and "anno" in line.casefold():
            found = next((m for each in _FRONT_PAGE if (m := each.match(line.strip()))), None)
            if found:
                return Masthead(
                    found["numero"], None, find_date(re.sub("[•·]", ".", found["data"]))
                )
    return Masthead()


def is_running_header(text: str) -> bool:
    """Whether a line is a bulletin's running header, where a reader left it in the text."""
    if len(text) >= 90 or not _CHEAP.search(text):
        return False
    named = text.lower() == "bollettino ufficiale"
    return named or _line(text) is not None or _SERIES.match(text) is not None


def _line(line: str) -> re.Match[str] | None:
    if not 12 < len(line) < _LONGEST or not line[-1:].isalnum() or not _CHEAP.search(line):
        return None
    whole = _SERIES.match(line)
    if whole and len(line) - whole.end() < 20:
        return whole
    return next((found for pattern in _LINES if (found := pattern.match(line))), None)


def _of(found: re.Match[str]) -> Masthead:
    serie = " ".join(found["serie"].split()) if found["serie"] else None
    if serie and serie[:5].lower() == "parte":
        serie = serie.capitalize()
    return Masthead(found["numero"], serie, find_date(found["data"]))
