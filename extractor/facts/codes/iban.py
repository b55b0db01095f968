"""IBAN: the number of a bank account (ISO 13616), checked modulo 97 (ISO 7064).

An Italian one has 27 characters: IT, two check digits, the CIN letter, ABI and CAB of five digits
each, and twelve characters of account.

>>> check("IT60X0542811101000000123456")
Check(valido=True, motivo=None)
>>> [found.valido for found in find("IBAN: IT 60 X 05428 11101 0000 0012 3457")]
[False]
"""

from collections.abc import Iterator

from stdnum import iban
from stdnum.exceptions import ValidationError

from extractor.facts.anchors import Anchored
from extractor.facts.codes.finding import VALID, Check, code, compact
from models import Codice

_GAP = r"[\s.\-]{0,2}"
_AS_DIGIT = str.maketrans("OIL", "011")
_ITALIAN = Anchored(
    tuple(f"it{char}" for char in "0123456789 .-"),
    rf"(?<![A-Za-z0-9])IT{_GAP}\d{_GAP}\d{_GAP}[A-Z](?:{_GAP}\d){{10}}(?:{_GAP}[A-Z0-9]){{12}}(?![A-Z0-9])",
)
_LABELLED = Anchored(
    ("ib", "i.b"),
    r"(?<![^\W\d_])I\.?B\.?A\.?N\.?(?![^\W\d_])(?:[\s:.,;()\-–]|(?:n|nr|codice|è|seguente)(?![^\W\d_])){0,8}+"
    r"(?P<iban>[A-Z]{2}\s?[\dOIL]{2}\s?(?:[A-Z0-9]{4}\s?){2,6}[A-Z0-9]{1,4}|IT[A-Z0-9]{18,30})(?![A-Z0-9])",
)


def check(value: str) -> Check:
    """Whether ``value``, compacted, is a right IBAN."""
    try:
        iban.validate(value)
    except ValidationError:
        if value.startswith("IT") and len(value) != 27:
            return Check(False, f"{len(value)} caratteri invece di 27")
        return Check(False, "caratteri di controllo errati")
    return VALID


def repair(value: str) -> str:
    """An Italian IBAN with letters read for digits put right, if that makes it valid.

    >>> repair("IT6OX0542811101OOOOO0123456")
    'IT60X0542811101000000123456'
    """
    if len(value) != 27 or not value.startswith("IT") or check(value).valido:
        return value
    read = value[:2] + value[2:4].translate(_AS_DIGIT) + value[4] + value[5:].translate(_AS_DIGIT)
    return read if check(read).valido else value


def find(text: str) -> Iterator[Codice]:
    """Every IBAN in ``text``: an Italian one by its form, others after the word."""
    seen = set()
    for match in _ITALIAN.finditer(text):
        seen.add(match.start())
        value = compact(match.group()).replace("-", "")
        outcome = check(value)
        yield code(
            text, match.span(), "iban", fonte="iban_forma",
            valore=value, check=outcome, confidenza=0.99 if outcome.valido else 0.9,
        )  # fmt: skip
    for match in _LABELLED.finditer(text):
        if match.start("iban") in seen:
            continue
        value = repair(compact(match.group("iban")))
        outcome = check(value)
        if outcome.valido or value.startswith("IT"):
            yield code(
                text, match.span("iban"), "iban", fonte="iban_etichetta",
                valore=value, check=outcome, confidenza=0.97 if outcome.valido else 0.8,
            )  # fmt: skip
