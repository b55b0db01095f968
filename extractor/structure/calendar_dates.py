"""Dates in the headers of acts: ``12/04/2024``, ``21 aprile 2017``, dates in words.

>>> find_date("N. 25 DEL 12/04/2024")
'2024-04-12'
>>> find_date("L'anno duemilaventisei, il giorno dieci, del mese di aprile")
'2026-04-10'
"""

import re
from datetime import date

MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip

_MONTH = "|".join(MONTHS)
_NUMERIC = r"(?P<g>\d{1,2})\s?[/.\-]\s?(?P<m>\d{1,2})\s?[/.\-]\s?(?P<a>\d{4}|\d{2})(?!\d)"
_SPELLED = rf"(?P<gg>\d{{1,2}})[°º^]?\s+(?P<mm>{_MONTH})\s+(?P<aa>\d{{4}})(?!\d)"
#: A date in figures, or with the month's name; groups are read by `date_of`.
DATE = rf"(?:{_NUMERIC}|{_SPELLED})"
_DATE = re.compile(rf"(?<!\d)(?<!\d[/.])(?:{DATE})", re.I)

#: ``L'anno duemilaventisei, il giorno dieci, del mese di aprile``, ``L'anno 2024 addì 12 marzo``.
_WORDED = re.compile(
    rf"an+o\s+(?P<anno>[a-zàèéì\s]{{8,40}}?|\d{{4}})[\s,]*(?:\(\d{{4}}\)[\s,]*)?"
    rf"(?:il\s+giorno|add[iì]['’]?|il\s+dì)\s+(?P<giorno>[a-zèéì]{{3,12}}|\d{{1,2}})[\s,]*"
    rf"(?:\(\d{{1,2}}\)[\s,]*)?(?:del\s+mese\s+di\s+)?(?P<mese>{_MONTH})",
    re.I,
)

_UNITS = (
    "zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci",
    "undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette",
    "diciotto", "diciannove",
)  # fmt: skip
_TENS = {
    "vent": 20, "trent": 30, "quarant": 40, "cinquant": 50,
    "sessant": 60, "settant": 70, "ottant": 80, "novant": 90,
}  # fmt: skip


def number_in_words(words: str) -> int | None:
    """The number (0 to 9999) that Italian ``words`` spell, or None.

    >>> number_in_words("duemilaventisei"), number_in_words("ventotto"), number_in_words("mille")
    (2026, 28, 1000)
    """
    text = re.sub(r"\s", "", words.lower()).replace("è", "e").replace("é", "e")
    head, mila, tail = text.partition("mila")
    if mila:
        thousands = number_in_words(head)
    elif text.startswith("mille"):
        thousands, tail = 1, text[5:]
    else:
        thousands, tail = 0, text
    rest = _below_thousand(tail) if tail or not thousands else 0
    return None if thousands is None or rest is None else thousands * 1000 + rest


def _below_thousand(text: str) -> int | None:
    head, cento, tail = text.partition("cento")
    if not cento:
        return _below_hundred(text)
    hundreds = _below_hundred(head) if head else 1
    rest = _below_hundred(tail) if tail else 0
    return None if hundreds is None or rest is None else hundreds * 100 + rest


def _below_hundred(text: str) -> int | None:
    if text in _UNITS:
        return _UNITS.index(text)
    for stem, value in _TENS.items():
        if text.startswith(stem):
            rest = text[len(stem) :]
            if rest in ("i", "a"):
                return value
            # The final vowel falls before uno and otto: ventuno, ventotto.
            rest = rest if rest in ("uno", "otto") else rest[1:]
            return value + _UNITS.index(rest) if rest in _UNITS[1:10] else None
    return None


def date_of(found: re.Match[str], latest: int = 2100) -> str | None:
    """ISO date of a match of ``DATE``, or None where no such day exists.

    Years of two digits belong to this century, as in headers of acts.
    """
    groups = found.groupdict()
    if groups.get("aa"):
        year, month, day = int(groups["aa"]), _month(groups["mm"]), int(groups["gg"])
    else:
        year, month, day = int(groups["a"]), int(groups["m"]), int(groups["g"])
    year = year + 2000 if year < 100 else year
    return iso(year, month, day) if 1860 < year <= latest else None


def iso(year: int, month: int, day: int) -> str | None:
    """ISO 8601 form of a day, or None where no such day exists."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def find_date(text: str) -> str | None:
    """The first date in ``text``, in figures, spelled or in words (ISO 8601)."""
    for found in _DATE.finditer(text):
        value = date_of(found)
        if value:
            return value
    return worded_date(text)


def worded_date(text: str) -> str | None:
    """The date of a session's opening formula: ``L'anno duemilaventisei, il giorno …``."""
    found = _WORDED.search(text)
    if not found:
        return None
    year_words, day_words = found["anno"].strip(), found["giorno"]
    year = int(year_words) if year_words.isdigit() else number_in_words(year_words)
    day = int(day_words) if day_words.isdigit() else number_in_words(day_words)
    if day_words.lower() == "primo":
        day = 1
    return iso(year, _month(found["mese"]), day) if year and day else None


def _month(name: str) -> int:
    return MONTHS.index(name.lower()) + 1
