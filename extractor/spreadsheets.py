"""Texts in a CSV file that a spreadsheet must not run.

Acts come from strangers, and a spreadsheet takes for a formula whatever text of a CSV file begins
like one (OWASP, "CSV Injection").
"""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def inert(text: str) -> str:
    """The text with an apostrophe before it where it begins like a formula.

    A text that has apostrophes there already has one more, so that the way back is always to take
    one away.

    >>> inert("=1+1"), inert("'=1+1"), inert("l'atto")
    ("'=1+1", "''=1+1", "l'atto")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def as_it_was(text: str) -> str:
    """The text that was made inert.

    >>> as_it_was(inert("- lettera a")), as_it_was("'altro")
    ('- lettera a', "'altro")
    """
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
