"""Number and date in the header of an act.

A municipal determinazione has two: that of the sector and that of the general register. The
second is the act's number.
"""

import re
from typing import NamedTuple

from extractor.structure.calendar_dates import DATE, date_of, find_date, worded_date

_N = r"(?:n(?:um(?:ero)?|r|°|º)?\.?\s?[°º.]?|atto|rep\.?)"
#: ``25``, ``XI / 2531``, ``87 / 2024``; ``27-6517`` (of a session), ``G04567`` (of a register).
_NUMERO = (
    r"(?P<numero>(?:[IVXL]{1,6}\s?/\s?|[A-Z](?=\d{5}))?\d{1,7}"
    r"(?:\s?/\s?(?:\d{1,4}|[A-Z]{1,10})|-\d{3,5}(?![-/.\d]))?)(?![\d.,]\d)"
)
#: ``N. 25 DEL 12/04/2024``, ``N° XI / 2531 Seduta del 26/11/2019``.
_PAIR = re.compile(
    rf"(?<![\w.]){_N}\s*:?\s*{_NUMERO}\s*(?:,|-|–)?\s*(?:in\s+data|seduta\s+del|data|dell?['’]?|,|-|–)?"
    rf"\s*:?\s*{DATE}",
    re.I,
)
#: ``15 settembre 2008, n. 1461``.
_DATE_FIRST = re.compile(rf"{DATE} ?[,–-]? ?{_N}\s*:?\s*{_NUMERO}", re.I)
_NUMBER = re.compile(rf"(?<![\w.]){_N}\s*:?\s*{_NUMERO}", re.I)
#: ``Numero adozione: 3456 - Data adozione: 24/02/2023``.
_ADOPTED = re.compile(
    rf"num(?:ero|\.)\s+(?:di\s+)?adozione\s*:?\s*{_NUMERO}\D{{0,40}}?{DATE}", re.I
)
#: Labels of the general register.
GENERAL = re.compile(
    r"(?:reg(?:istro|\.)?\s*(?:gen(?:erale|\.)|unico|cronologico)|r\.?\s?g\.?(?=\s*n|\s*\d)|numerazione\s+generale|"
    r"raccolta\s+generale|num\.?\s*gen)",
    re.I,
)
#: ``ATTO DD 135/A1614A/2024 DEL 12/03/2024``: number, office and year; the number is the first.
_ATTO = re.compile(
    rf"\batto\s+d[a-z.]{{0,5}}\s+(?P<numero>\d{{1,5}})/[A-Z0-9]{{3,8}}/\d{{4}}\s+del\s+{DATE}", re.I
)
#: A row of labels above a row of values: ``DECRETO N° DEL …`` above ``103 28/03/2024 …``.
_BELOW_LABELS = re.compile(
    rf"\bn[.°º]{{1,2}}\s+(?:del|data)\b[^\d\n]{{0,120}}\n\W{{0,4}}(?P<numero>\d{{1,6}})\s+{DATE}",
    re.I,
)
#: The number of a session and of its act, set apart: ``D.G.R. n. 12 - 8123``.
_SET_APART = re.compile(r"(?<=r\. n\. )(\d{1,3}) - (\d{3,5})(?![\d/])", re.I)
_SESSION_DATE = re.compile(
    rf"(?:in\s+data|seduta\s+(?:(?:riservata|pubblica|telematica|ordinaria)\s+)?del(?:l['’])?"
    rf"|seduta\s+del(?:l['’]|la)?\s?[^\d\n]{{3,60}}?\sdel(?:l['’])?|adunanza\s+(?:del)?)\s*:?\s*{DATE}",
    re.I,
)
_LABELLED_DATE = re.compile(
    rf"(?:seduta\s+(?:del(?:l['’])?\s*)?|data(?:\s+(?:di\s+)?\w+)?\s*:?\s*|\bdel(?:l['’])?\s*:?\s*"
    rf"|in\s+data\s+|addì\s+|\bl[iì]['’]?\s*,?\s+){DATE}",
    re.I,
)


#: What a number on a title page may be of, other than the act.
_OF_ANOTHER = re.compile(
    r"(?:proposta|prot(?:ocollo|\.)?|fasc\.?|pratica|capitolo|cap\.|allegato|d\.?\s?lgs\.?|legge|l\.\s?r\.|art\.?"
    r"|d\.?p\.?r\.?|pubblicazion\w+|albo|fascicolo|interno|(?<=\s)verbale)\s*(?:\w+\s*)?[:\-–]?\s*$",
    re.I,
)


#: What a number at the end of a title must follow on: the name of the act, without what it is for.
_NUMBERED = re.compile(
    rf"(?P<titolo>[^\W\d_][^\d_\n]{{2,90}}?)[\s,–-]+{_N}\s*:?\s*{_NUMERO}"
    rf"(?P<resto>\s*(?:(?:/|\s-|,)?\s*(?:anno\s+)?(?:19|20)\d\d|(?:,|-|–)?\s*(?:dell?['’]?|in\s+data)?\s*{DATE})?)"
    r"(?=[\W\d_]{0,8}$|\s*[-–—:(])",
    re.I,
)
#: What counts the things that a notice is for, or names another act: ``per n. 2 posti``.
_OF_SOMETHING = re.compile(
    r"(?:^|\s)(?:per|di|a|da|in|con|su|d['’]|del|della|dei|art\.?|comma|legge|decreto|delib\w+|determin\w+"
    r"|ordinanza|d\.?\s?g\.?\s?r\.?|d\.?\s?l\.?|d\.?\s?lgs\.?|d(?:el|ell['’])\s*(?:bando|avviso|contratto|concorso|verbale)|prot\w*\.?|allegato|lotto|fase|linea|misura|asse"
    r"|azione)$",
    re.I,
)


class Number(NamedTuple):
    """Number as printed (spaces taken out) and date (ISO 8601) of an act."""

    numero: str | None
    data: str | None


#: What an act is made under, in brackets below its title: ``(ai sensi dell'art. 1 della Legge …)``.
_UNDER = re.compile(r"\((?:ai\s+sensi|ex\s|art|approvat|emanat)[^()\n]{0,200}(?:\)|$)", re.I | re.M)


#: The issue of the Gazzetta Ufficiale that an act is taken from: ``Gazzetta n. 149 del …``.
_ISSUE = re.compile(
    rf"(?:gazzetta(?:\s+ufficiale)?|g\.?\s?u\.?)(?:\s+serie\s+generale)?\s+n\.\s?\d{{1,3}}\s+del\s+{DATE}",
    re.I,
)


def read_number(head: str, title_end: int = 0) -> Number:
    """Number and date printed in ``head``: the text from the act's first word to its subject.

    The number of the general register wins; else the first number with a date below the title
    (``title_end``), else the first with a date, else the first number and the first date.
    """
    for aside in (_UNDER, _ISSUE):
        head = aside.sub(lambda found: " " * len(found.group()), head)
    head = _SET_APART.sub(lambda found: f"{found[1]}-{found[2]}  ", head)
    pairs = [pair for pair in _PAIR.finditer(head) if not _of_another(head, pair.start())]
    adopted = _ADOPTED.search(head) or _ATTO.search(head)
    general = _of_pair(adopted) if adopted else _general(head, pairs)
    if general is not None:
        return general
    below = [pair for pair in pairs if pair.start() >= title_end] or pairs
    reverse = _date_first(head, title_end) or (None if pairs else _date_first(head, 0))
    if reverse and (not below or reverse.start() < below[0].start()):
        return _of_pair(reverse)
    if below:
        return _of_pair(below[0])
    labelled = _BELOW_LABELS.search(head)
    if labelled:
        return _of_pair(labelled)
    numbers = _NUMBER.finditer(head, title_end)
    alone = next((found for found in numbers if not _of_another(head, found.start())), None)
    numero = _clean(alone["numero"]) if alone else None
    return Number(numero, _date(head, title_end))


def numbered_title(title: str) -> tuple[str, Number] | None:
    """A title that ends in the number of its act, without it; and number and date.

    >>> numbered_title("AVVISO DI RILASCIO DEL PERMESSO DI COSTRUIRE N. 12 DEL 03/04/2024")
    ('AVVISO DI RILASCIO DEL PERMESSO DI COSTRUIRE', Number(numero='12', data='2024-04-03'))
    """
    found = _NUMBERED.match(title)
    if found is None or _OF_SOMETHING.search(found["titolo"]):
        return None
    groups = found.groupdict()
    data = date_of(found) if groups.get("a") or groups.get("aa") else None
    return found["titolo"].strip(), Number(_clean(found["numero"]), data)


def _date_first(head: str, start: int) -> re.Match[str] | None:
    found = _DATE_FIRST.finditer(head, start)
    return next((pair for pair in found if not _of_another(head, pair.start())), None)


def _of_another(head: str, start: int) -> bool:
    return _OF_ANOTHER.search(head, max(0, start - 30), start) is not None


def _general(head: str, pairs: list[re.Match[str]]) -> Number | None:
    for label in GENERAL.finditer(head):
        before = [pair for pair in pairs if 0 <= label.start() - pair.end() <= 12]
        if before and not re.match(r"[\s:]*(?:n|\d)", head[label.end() :], re.I):
            return _of_pair(before[-1])
        near = [pair for pair in pairs if 0 <= pair.start() - label.end() <= 60]
        if near:
            return _of_pair(near[0])
        number = re.compile(rf"\s*:?\s*(?:{_N})?\s*:?\s*{_NUMERO}", re.I).match(head, label.end())
        if number:
            return Number(_clean(number["numero"]), _date(head, number.end()) or _date(head, 0))
    return None


def session_date(text: str) -> str | None:
    """The date of a session that a line gives: ``IN DATA: 11.09.2015``."""
    found = _SESSION_DATE.search(text)
    return date_of(found) if found else None


def _of_pair(pair: re.Match[str]) -> Number:
    return Number(_clean(pair["numero"]), date_of(pair))


def _date(head: str, start: int) -> str | None:
    labelled = _LABELLED_DATE.search(head, start)
    if labelled:
        return date_of(labelled)
    return worded_date(head) or find_date(head[start:]) or session_date(head)


def _clean(numero: str) -> str:
    return re.sub(r"\s", "", numero)
