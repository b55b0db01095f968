"""The numbers of acts, as they are printed and as acts are cited by them."""

import re

_NUMBERED = re.compile(
    r"(?P<numero>[A-Z]?\d{1,7})/(?P<anno>(?:19|20)\d\d)|"  # 55/2022
    r"(?:[IVXL]{1,6}|\d{1,2})/(?P<atto>\d{1,7})"  # of a legislature: XII/514, 8/10962
)


def bare_number(numero: str, anno: int | None = None) -> str:
    """The number by which an act of the year ``anno`` is cited: without the year behind it, the
    legislature or the zeros before it; the letters of an office stay.

    >>> bare_number("55/2022", 2022), bare_number("XII / 514"), bare_number("8/10962", 2009)
    ('55', '514', '10962')
    >>> bare_number("8/2015", 2008), bare_number("8/2015", 2015)
    ('2015', '8')
    >>> bare_number("135/A1614A", 2024)
    '135/A1614A'
    """
    number = "".join(numero.split()).upper().lstrip("0") or "0"
    found = _NUMBERED.fullmatch(number)
    if found is None:
        return number
    if found["numero"] and (anno is None or int(found["anno"]) == anno):
        return found["numero"]
    return found["atto"] or number.rpartition("/")[2]


def year_in(numero: str | None) -> int | None:
    """The year that stands behind a number.

    >>> year_in("55/2022"), year_in("XI/2015"), year_in("514")
    (2022, None, None)
    """
    found = _NUMBERED.fullmatch("".join((numero or "").split()).upper())
    return int(found["anno"]) if found and found["numero"] else None
