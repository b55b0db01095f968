"""What the cells of a sheet hold: amounts of money, dates, words; read strictly or not at all."""

import re
from datetime import date

DATE = r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}"
"""A date in figures: ``31/12/2024``."""

TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
"""An hour of the day: ``15:14``."""

# Thousands by dots (2.460.145), or plain digits; then the cents, if any.
_FIGURES = r"(?:\d{1,3}(?:\.\d{3}){1,5}|\d{1,15})(?:,\d{2})?"
AMOUNT = rf"(?:€\s*|(?:euro|eur)\s+)?-?\s?{_FIGURES}(?![\d.,]*\d)(?:\s*(?:€|euro\b))?"
"""An amount in figures, with or without the sign of the currency."""

EXACT_AMOUNT = (
    r"(?:(?:€\s*|(?:euro|eur)\s+)?-?\s?(?:\d{1,3}(?:\.\d{3}){1,5}(?:,\d{2})?|\d{1,15},\d{2})"
    r"|€\s*\d{1,15})(?![\d.,]*\d)"
)
"""An amount that cannot be a plain number: it has dots of thousands, cents or the currency."""

_AMOUNT = re.compile(rf"\s*(?:€|euro\b|eur\b)?\s*(-?)\s*({_FIGURES})\s*(?:€|euro\b)?\s*", re.I)
_DATE = re.compile(
    rf"\s*(\d{{1,2}})[/.\-](\d{{1,2}})[/.\-](\d{{4}})(?:\s+(?:ore\s+)?({TIME}))?\s*", re.I
)
_WRITTEN_DATE = re.compile(r"\s*(\d{1,2})°?\s+([a-z]{5,9})\s+(\d{4})\s*", re.I)
_MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip


def clean(text: str) -> str:
    """The words of a cell on one line, with single spaces.

    >>> clean(" Unico\\n Regionale ")
    'Unico Regionale'
    """
    return " ".join(text.split())


def cents(text: str) -> int | None:
    """The cents of an amount that is the whole of ``text``, or None.

    >>> cents("€ 2.460.145,60"), cents("450.000"), cents("n. 12 del")
    (246014560, 45000000, None)
    """
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return None
    whole, _, fraction = found[2].partition(",")
    value = int(whole.replace(".", "")) * 100 + int(fraction or 0)
    return -value if found[1] else value


def decimal(text: str) -> str | None:
    """An amount as an exact decimal: ``28158447.00``, or None.

    >>> decimal("28.158.447,00")
    '28158447.00'
    """
    value = cents(text)
    if value is None:
        return None
    sign = "-" if value < 0 else ""
    return f"{sign}{abs(value) // 100}.{abs(value) % 100:02d}"


def iso_date(text: str) -> str | None:
    """The date that is the whole of ``text`` in ISO 8601, with its hour where printed, or None.

    >>> iso_date("10/01/2017 9:22"), iso_date("31 dicembre 2024"), iso_date("31/02/2024")
    ('2017-01-10T09:22', '2024-12-31', None)
    """
    found = _DATE.fullmatch(text)
    if found is not None:
        day = _iso(int(found[3]), int(found[2]), int(found[1]))
        return day + _hour(found[4]) if day and found[4] else day
    found = _WRITTEN_DATE.fullmatch(text)
    if found is not None and found[2].lower() in _MONTHS:
        return _iso(int(found[3]), _MONTHS.index(found[2].lower()) + 1, int(found[1]))
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _hour(text: str) -> str:
    hour, minute, *_ = re.split(r"[:.]", text)
    return f"T{int(hour):02d}:{minute}" if int(hour) < 24 and int(minute) < 60 else ""
