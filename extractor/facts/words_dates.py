"""The door to dateparser, for spans that the grammar of ``dates`` cannot settle.

Only for a span already found to be a date: dateparser's free search invents dates, and reads
``30 giorni`` as thirty days ago. So day, month and year must all be printed, and nothing
relative to today is read.
"""

from datetime import date

import dateparser

_ABSOLUTE = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["day", "month", "year"],
    "DATE_ORDER": "DMY",
    "STRICT_PARSING": True,
}


def settle(span: str) -> date | None:
    """The date printed in ``span``, or None when dateparser does not read a whole one there."""
    try:
        found = dateparser.parse(span, languages=["it"], settings=_ABSOLUTE)
    except (ValueError, OverflowError):  # dateparser lets some impossible dates escape
        return None
    return found.date() if found is not None else None
